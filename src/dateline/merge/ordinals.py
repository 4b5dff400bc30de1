"""The place in a row that reports give to whoever does an act: "the third country to recognize it"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.merge.disagreements import disagreement, voice
from dateline.merge.families import family
from dateline.merge.figures import counting
from dateline.merge.findings import FACT
from dateline.merge.parties import side
from dateline.model import Disagreement, Member, Span

FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a row with the words that give it ("third UN member"); ``span`` is their place in the report's text."""

    number: int
    words: str
    span: Span


@cache
def phrase() -> re.Pattern[str]:
    """An ordinal before a noun that counts states, with at most two words between ("the third UN member state"), or without one
    ("became the 112th", "the third to do so").
    """
    words = rf"(?P<place>{'|'.join(counting('ordinals'))}|\d{{1,3}}(?:st|nd|rd|th))"
    noun = rf"(?: [\w-]{{1,20}}){{0,2}}? (?:{'|'.join(counting('states'))})"
    became = "|".join(rf"(?<=\b{verb} the )" for verb in counting("became"))
    bare = rf"(?= (?:{'|'.join(counting('followed'))})\b)"
    last = r"(?=[.,;:]| (?:on|in|after|since|last|this|when)\b)"
    return re.compile(
        rf"\b{words}{noun}\b|\b{words.replace('place', 'followed')}{bare}|(?:{became}){words.replace('place', 'last')}{last}",
        re.IGNORECASE,
    )


def ordinal(own: Sequence[Member], beside: Mapping[str, Sequence[Member]]) -> Disagreement | None:
    """The places in a row that reports give for an act done once, where they are not the same; each may be true in its universe.
    "The third Pacific country" is no other place than "the sixth country": it is one of another row.
    """
    every = [(place, m) for m in own for place in held(m, beside.get(m.report.id, ()))]
    rows = sorted({row(place) for place, _ in every})
    found = (disagreement("ordinal", ((f"{p.number}", voice(m)) for p, m in every if row(p) == kind)) for kind in rows)
    return next((each for each in found if each), None)


def row(place: Place) -> str:
    """Which row a place is one of: that of all states, or that of the words before the noun."""
    return "" if is_plain(place) else " ".join(place.words.casefold().split()[1:-1])


def held(member: Member, beside: Iterable[Member]) -> tuple[Place, ...]:
    """The places in a row that a mention's sentence gives to its actor: "after Russia and Syria" are two who came before."""
    if member.mention.status not in FACT or not family(member.mention.act).once:
        return ()
    rivals = [m for m in beside if m.start == member.start and is_rival(m, member)]
    found = places(member)
    return tuple(place for place in found if all(nearness(member, place) <= nearness(rival, place) for rival in rivals))


def is_rival(other: Member, member: Member) -> bool:
    """Whether another mention tells the same act of somebody else."""
    a, b = other.mention, member.mention
    return a.act == b.act and side(a.recipients) == side(b.recipients) and side(a.actors) != side(b.actors)


def nearness(member: Member, place: Place) -> tuple[bool, int]:
    """How near the actor is named to a place that may be its own, to sort by: before it rather than after it."""
    spans = [span for each in member.mention.actors for span in each.spans]
    before = [place.span.start - s.end for s in spans if s.end <= place.span.start]
    after = [s.start - place.span.end for s in spans if s.start >= place.span.end]
    return (False, min(before)) if before else (True, min(after, default=len(member.quote)))


def places(member: Member) -> Iterator[Place]:
    """The places in a row that a mention's sentence names."""
    for match in phrase().finditer(member.quote):
        word = (match["place"] or match["followed"] or match["last"]).casefold()
        figures = FIGURES.fullmatch(word)
        number = int(figures[1]) if figures else counting("ordinals").index(word) + 1
        yield Place(number, match[0], Span(member.start + match.start(), member.start + match.end()))


def is_plain(place: Place) -> bool:
    """Whether a place is one among all states, or members of the United Nations, not among "Arab" or "European" ones."""
    between = place.words.casefold().split()[1:-1]
    return all(word in counting("plain") for word in between)
