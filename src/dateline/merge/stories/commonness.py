"""How much a word says of what a report is about: the rarer in the news, the more. Frozen, so that two reports are as alike in one
archive as in another, whatever else lies beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from math import log

from dateline import knowledge

SCALE = 100_000
"""What the shares in ``data/commonness.txt`` are shares of."""
RAREST = 14
"""The share of a word that the table does not have."""
NUMBER, YEAR = 14_000, 6_000
"""The shares of numbers of up to three figures (hours, counts, days of the month) and of years; longer ones are rare as names."""
RARE = 1.3
"""The power to which the inverse share is raised: rare words, names above all, say what a story is about."""


@cache
def shares() -> Mapping[str, int]:
    """The share of happenings whose reports have a word, for each word of the table."""
    joined = "\n".join(knowledge.lines("dateline.merge", "data", "commonness.txt")).replace("\n  ", " ")
    rows = (line.partition(":") for line in joined.splitlines())
    return {word: int(share) for share, _, words in rows for word in words.split()}


@lru_cache(maxsize=200_000)
def weight(word: str) -> float:
    """How much a word weighs, told once."""
    return float(rarity(word) ** RARE)


@lru_cache(maxsize=200_000)
def rarity(word: str) -> float:
    """The inverse share of a word, logarithmic, from 1 for what stands everywhere."""
    return 1.0 - log(share(word) / SCALE)


def share(word: str) -> int:
    """The share of happenings whose reports have the word."""
    if word.isdigit():
        return NUMBER if len(word) <= 3 else YEAR if len(word) == 4 and word[:2] in {"19", "20"} else RAREST
    return shares().get(word, RAREST)
