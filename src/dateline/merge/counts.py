"""Counts of those who recognize a party or have relations with it, as reports give them: "recognized by 97 countries"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from dateline.merge.disagreements import disagreement
from dateline.merge.figures import cardinal, counting, number_of
from dateline.merge.quotes import speaker
from dateline.model import ActorKind, CodedReport, Disagreement, Layer, Span

COUNTED = frozenset({ActorKind.STATE, ActorKind.WOULD_BE_STATE, ActorKind.TERRITORY})
"""Whom states may recognize."""
NEAR = 40
"""Characters between a count and the party that is counted for, where that stands behind it."""
EVERYBODY = 1000
"""More than there are parties that could recognize anybody: what "more than 90" allows at most."""
ROUGH = 0.03
"""What "some 150" leaves on either side, as a share."""
CUE = re.compile(r"recogni|(?:relations|ties) with", re.IGNORECASE)
UNREAL = re.compile(r"\b(?:would|could|might|may|if|until|unless|will|should)\b", re.IGNORECASE)
"""Words before a count that make it none of the day."""


@dataclass(frozen=True, slots=True)
class CountTold:
    """A count that a report gives: of whom, in which layer, how many at least and at most, in which words and whose mouth."""

    entity: str
    layer: Layer
    number: int
    least: float
    most: float
    words: str
    span: Span
    speaker: str | None = None

    def allows(self, other: CountTold) -> bool:
        """Whether both counts may be true."""
        return self.least <= other.most and other.least <= self.most


@cache
def patterns() -> tuple[tuple[re.Pattern[str], Layer, bool], ...]:
    """The ways of giving a count, each with its layer and whether the party stands behind it."""
    bound = "|".join(re.escape(p) for name in ("above", "least", "below", "most", "about") for p in counting(name))
    plain = "|".join(re.escape(word) for word in counting("plain"))
    nouns = "|".join({"country": "countries", "government": "governments"}.get(noun, f"{noun}s") for noun in counting("states"))
    many = rf"(?P<bound>{bound}|) ?\b(?P<number>{cardinal()}) (?:of the world's )?(?:(?:{plain})\.? ){{0,3}}(?:{nouns})\b"
    adverbs = r"(?: (?:that|which|now|have|had|already|currently|so|far|do|still|officially|formally)){0,4}"
    ways = (
        (rf"recogni[sz]ed (?:\w{{1,20}} ){{0,3}}by {many}", Layer.STATE, False),
        (rf"recognition (?:from|by|of) {many}", Layer.STATE, False),
        (rf"{many}{adverbs} recogni[sz]ed?\b", Layer.STATE, True),
        (rf"(?:relations|ties) with {many}", Layer.RELATIONS, False),
        (rf"{many}{adverbs} (?:have|has|had|keep|maintain) (?:\w{{1,20}} ){{0,2}}(?:relations|ties) with\b", Layer.RELATIONS, True),
    )
    return tuple((re.compile(way, re.IGNORECASE), layer, behind) for way, layer, behind in ways)


def counts_told(coded: CodedReport) -> tuple[CountTold, ...]:
    """The counts that a report gives, in the order of the text; none that would be, none of a party that is not told."""
    found = (each for sentence in coded.sentences for each in counts_in(sentence, coded))
    return tuple(sorted(set(found), key=lambda c: (c.span, c.entity, c.layer)))


def counts_in(sentence: Span, coded: CodedReport) -> Iterator[CountTold]:
    """The counts of one sentence."""
    text = sentence.of(coded.report.text)
    if not CUE.search(text):  # few sentences tell of any count: the patterns are slow
        return
    for pattern, layer, behind in patterns():
        for match in pattern.finditer(text):
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            entity = counted(span, sentence, behind, coded)
            if entity and not UNREAL.search(text, 0, match.start()):
                who = speaker(span, coded)
                number = number_of(match["number"])
                least, most = room(match["bound"].casefold(), number)
                yield CountTold(entity, layer, number, least, most, match[0], span, who.name if who else None)


def counted(count: Span, sentence: Span, behind: bool, coded: CodedReport) -> str | None:
    """The party for which is counted: the next one behind the words, or the last one before them."""
    named = [m for m in coded.actors if sentence.covers(m.span) and len(m.actors) == 1 and m.actors[0].kind in COUNTED]
    after = [m for m in named if 0 <= m.span.start - count.end <= NEAR]
    before = [m for m in named if m.span.end <= count.start]
    chosen = min(after, key=lambda m: m.span, default=None) if behind else max(before, key=lambda m: m.span, default=None)
    return chosen.actors[0].id if chosen else None


def room(bound: str, number: int) -> tuple[float, float]:
    """How few and how many a number with the words before it may mean."""
    if bound in counting("above"):
        return number + 1, EVERYBODY
    if bound in counting("below"):
        return 0, number - 1
    if bound in counting("about"):
        return number * (1 - ROUGH), number * (1 + ROUGH)
    return (number if bound not in counting("most") else 0), (number if bound not in counting("least") else EVERYBODY)


def count_disagreements(told: Iterable[tuple[str, CountTold]]) -> Iterator[Disagreement]:
    """For each party the counts that reports, each with its id, give of one thing and that cannot all be true; about the party."""
    of_one: dict[tuple[str, Layer], list[tuple[str, CountTold]]] = {}
    for report, count in told:
        of_one.setdefault((count.entity, count.layer), []).append((report, count))
    for (entity, _), given in sorted(of_one.items()):
        apart = [(r, c) for r, c in given if any(r != other and not c.allows(o) for other, o in given)]
        values = ((f"{c.number}", (report, (c.speaker,) if c.speaker else ())) for report, c in apart)
        if found := disagreement("count", values):
            yield replace(found, about=entity)
