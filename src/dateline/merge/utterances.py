"""Quotations of many reports that render one utterance: the same words, shortened, or another translation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dateline.merge.cluster import Pair, unions
from dateline.merge.quotes import Quoted, content, pieces
from dateline.model import record_id

COMMON = 60
"""A word that so many renderings hold does not tell which of them are one: "recognize", among quotations on a recognition."""


def candidates(quotes: Sequence[Quoted]) -> Iterator[Pair]:
    """The pairs of quotations that share a word which is not in all of them, by their places, in order. The pairs grow with what is
    said, not with its square.
    """
    holding: dict[str, list[int]] = {}
    for i, quote in enumerate(quotes):
        for stem in content(quote.words):
            holding.setdefault(stem, []).append(i)
    telling = (places for places in holding.values() if len(places) <= COMMON)
    yield from sorted({pair for places in telling for pair in combinations(places, 2)})


def wordings(quotes: Mapping[str, Quoted]) -> list[list[str]]:
    """The names of quotations with the same words together, in order."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(quotes):
        found.setdefault(tuple(word.text for word in quotes[name].words), []).append(name)
    return sorted(found.values())


def utterances(quotes: Mapping[str, Quoted]) -> dict[str, str]:
    """The id of the utterance that each quotation renders, by the quotation's name: the same where they can be aligned, however
    far round ("one sentence" and "the other" are both of the speech that a third report gives whole).
    """
    groups = wordings(quotes)
    each = [quotes[group[0]] for group in groups]
    aligned = ((a, b) for a, b in candidates(each) if any(True for _ in pieces(each[a], each[b])))
    found: dict[str, str] = {}
    for places in unions(len(groups), aligned):
        names = [name for place in places for name in groups[place]]
        found |= dict.fromkeys(names, record_id("utterance", min(names)))
    return found
