"""Near-copies: syndicated, shortened, updated and corrected versions of one text, which is the original, and what changed.

Reports are compared by their shingles, runs of words: MinHash bands say which may be copies, the shingles in full whether they are,
and an alignment by sentence what became of the text.
"""

from dateline.merge.copies.alignment import Change, ChangeKind, Copy, copy_of
from dateline.merge.copies.memory import copies, originals
from dateline.merge.copies.shingles import shingles

__all__ = ["Change", "ChangeKind", "Copy", "copies", "copy_of", "originals", "shingles"]
