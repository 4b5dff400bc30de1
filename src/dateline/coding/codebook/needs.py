"""Which of the words that frames need a sentence holds, as bits of a number: one comparison tells that a frame cannot match."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.coding.codebook.records import Frame

Bits = Mapping[frozenset[str], int]
"""A bit for each set of words."""


def numbered(frames: Iterable[Frame]) -> Bits:
    """A bit for each set of words that a frame needs."""
    return {words: 1 << k for k, words in enumerate(dict.fromkeys(words for frame in frames for words in frame.needed))}


def with_needs(frame: Frame, bits: Bits) -> Frame:
    """The frame with the bits of all sets that it needs."""
    return replace(frame, needs=sum(bits[words] for words in {*frame.needed}))


def by_word(bits: Bits) -> dict[str, int]:
    """For each word the bits of the sets in which it stands."""
    found: dict[str, int] = {}
    for words, bit in bits.items():
        for word in words:
            found[word] = found.get(word, 0) | bit
    return found
