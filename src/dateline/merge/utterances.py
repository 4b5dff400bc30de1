"""Quotations of many reports that render one utterance: the same words, shortened, or another translation.

Whether two quotations can be one is told by themselves alone: they share telling words, the rarest of their sentences, and their
words can be aligned. So the renderings of an utterance are the same from wherever one begins to look for them, and so is its id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from dateline.merge.cluster import Pair, unions
from dateline.merge.quotes import Quoted, Word, content, pieces, sentences, words_of
from dateline.merge.stories.commonness import rarity
from dateline.model import Actor, CodedReport, Form, Span, record_id

COMMON = 60
"""A word that so many renderings hold does not tell which of them are one: "recognize", among quotations on a recognition."""
TELLING = 5
"""So many words of each sentence of a quotation are looked for in others: the rarest ones."""
SHARED = 2
"""So many of them two quotations must share to be compared; one, where one of them has no more."""

Near = Callable[[frozenset[str]], Mapping[str, Quoted]]
"""Gives the quotations, by name, that share telling words with one that has these."""


def candidates(quotes: Sequence[Quoted]) -> Iterator[Pair]:
    """The pairs of quotations that share a word which is not in all of them, by their places, in order. The pairs grow with what is
    said, not with its square.
    """
    yield from pairs(((content(quote.words), 1) for quote in quotes), COMMON)


def pairs(each: Iterable[tuple[Iterable[str], int]], most: int | None = None) -> Iterator[Pair]:
    """The pairs of things that share so many words as either asks for, words that more than ``most`` things hold left out."""
    holding: dict[str, list[int]] = {}
    asked: list[int] = []
    for i, (stems, needed) in enumerate(each):
        asked.append(needed)
        for stem in sorted(set(stems)):
            holding.setdefault(stem, []).append(i)
    shared: dict[Pair, int] = {}
    for places in holding.values():
        if most is None or len(places) <= most:
            for pair in combinations(places, 2):
                shared[pair] = shared.get(pair, 0) + 1
    yield from sorted(pair for pair, n in shared.items() if n >= min(asked[pair[0]], asked[pair[1]]))


def telling(words: Sequence[Word]) -> frozenset[str]:
    """The stems by which a quotation is found: the rarest of each of its sentences."""
    return frozenset(stem for first, last in sentences(words) for stem in rarest(words[first:last]))


def needed(stems: frozenset[str]) -> int:
    """How many of its telling stems a quotation must share with another one."""
    return min(SHARED, len(stems))


def rarest(sentence: Sequence[Word]) -> list[str]:
    """The rarest words that say something, as stems."""
    told = {word.stem: rarity(word.text) for word in sentence if word.stem in content([word])}
    return sorted(told, key=lambda stem: (-told[stem], stem))[:TELLING]


def wordings(quotes: Mapping[str, Quoted]) -> list[list[str]]:
    """The names of quotations with the same words together, in order; what holds no word ("?!") is like nothing else."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(quotes):
        found.setdefault(tuple(word.text for word in quotes[name].words) or ("", name), []).append(name)
    return sorted(found.values())


def utterances(quotes: Mapping[str, Quoted]) -> dict[str, str]:
    """The id of the utterance that each quotation renders, by the quotation's name: the same where they can be aligned, however
    far round ("one sentence" and "the other" are both of the speech that a third report gives whole).
    """
    groups = wordings(quotes)
    each = [quotes[group[0]] for group in groups]
    found: dict[str, str] = {}
    for places in unions(len(groups), aligned(each)):
        names = [name for place in places for name in groups[place]]
        found |= dict.fromkeys(names, record_id("utterance", min(names)))
    return found


def aligned(quotes: Sequence[Quoted]) -> Iterator[Pair]:
    """The pairs of quotations that render one utterance, by their places."""
    stems = [telling(quote.words) for quote in quotes]
    for a, b in pairs((own, needed(own)) for own in stems):
        first, second = sorted((quotes[a], quotes[b]), key=lambda quote: [word.text for word in quote.words])
        if any(True for _ in pieces(first, second)):
            yield a, b


def whole(text: str, speaker: Actor | None) -> Quoted:
    """Words and their speaker as a quotation of nothing else."""
    span = Span(0, len(text))
    return Quoted(span, speaker, words_of(text, span))


def said(coded: CodedReport) -> dict[str, tuple[str, Actor | None]]:
    """What a report quotes word for word, with the speakers, by the attributions."""
    direct = (a for a in coded.attributions if a.form is Form.DIRECT)
    return {a.id: (" ".join(span.of(coded.report.text) for span in sorted(a.content)), a.speaker) for a in direct}


def renderings(quotes: Mapping[str, Quoted], near: Near) -> dict[str, Quoted]:
    """The quotations with all others that render the same utterances, however far round, by their names."""
    found, fresh = dict(quotes), dict(quotes)
    seen: set[frozenset[str]] = set()
    while fresh:
        asked = {telling(quote.words) for quote in fresh.values()} - seen - {frozenset()}
        seen |= asked
        beside = {name: quote for stems in sorted(asked, key=sorted) for name, quote in near(stems).items()}
        every = {**beside, **found}
        ids = utterances(every)
        own = {ids[name] for name in found}
        fresh = {name: quote for name, quote in every.items() if name not in found and ids[name] in own}
        found |= fresh
    return found
