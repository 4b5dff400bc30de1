"""Texts as sets of shingles, runs of words, and as MinHash signatures of them (Broder 1997)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from typing import Any

WORD = re.compile(r"\w+")

LENGTH = 5
"""Words of a shingle: short enough to outlive small edits, too long to be common by chance."""
LONGEST = 20_000
"""Words of a report that are looked at."""
BANDS = 16
"""Bands of a signature, of one hash each. Two texts of which one is the third part of the other share a band with a chance of
998 in 1,000, and with a tenth part of 81 in 100; wider bands would find whole copies only.
"""
CONTAINED = 0.5
"""The share of the shorter report's shingles that the longer one must have."""
ENOUGH = 15
"""Shingles that they must share at least: a quotation or a standing line of the house is no copy."""


def shingles(text: str) -> frozenset[int]:
    """The hashes of a text's shingles; a text shorter than a shingle has none."""
    words = [m.group().casefold() for _, m in zip(range(LONGEST), WORD.finditer(text), strict=False)]
    return frozenset(hashed(words[i : i + LENGTH]) for i in range(len(words) - LENGTH + 1))


def hashed(words: Sequence[str]) -> int:
    """A hash that is the same on every machine and in every run."""
    return int.from_bytes(blake2b("\0".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest())


@cache
def factors() -> Any:
    """An odd factor for each band: the product of a hash with it, cut to 64 bits, is another hash."""
    import numpy as np

    return np.array([int.from_bytes(blake2b(b"%d" % i, digest_size=8).digest()) | 1 for i in range(BANDS)], dtype=np.uint64)


def bands(found: frozenset[int]) -> tuple[int, ...]:
    """The bands of a text: the least hash of its shingles in each, with the band's number; none of a text too short for a copy."""
    if len(found) < ENOUGH:
        return ()
    import numpy as np

    own = np.fromiter(found, dtype=np.uint64, count=len(found))
    least = (own[:, None] * factors()[None, :]).min(axis=0)
    return tuple((int(value) >> 5 << 4 | i) for i, value in enumerate(least))


def alike(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether one is a copy of the other, whole or in part."""
    common = len(a & b)
    return common >= ENOUGH and common >= CONTAINED * min(len(a), len(b))
