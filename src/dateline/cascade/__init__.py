"""What is worth parsing: sentences in which something could be coded, attributed or claimed, told by their words alone.

Parsing takes most of the time, and a sentence that no cue, no frame and no claim begins in gives nothing after it either.
"""

from dateline.cascade.cascade import Cascade

__all__ = ["Cascade"]
