"""Mentions that say the same are one thing to compare, however many they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.merge.dates import Told, bound, is_assumed, told
from dateline.merge.factions import factions
from dateline.merge.families import behind, family, phases
from dateline.merge.parties import persons, side
from dateline.merge.words import content_words
from dateline.model import ActorKind, Member, Status

NUMBER = re.compile(r"\d{1,12}(?:,\d{3})*")
BEFORE = re.compile(r"\b(\d{1,12}(?:,\d{3})*) (?:[a-z]{2,20} ){0,1}$")
"""A number right before a party's words: "30 Russian diplomats", "30 more Russian diplomats"."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Everything of a mention that merging compares. Fifty copies of one report give one signature, so that the work grows
    with what is said, not with how often.
    """

    act: str
    actors: frozenset[str]
    recipients: frozenset[str]
    factions: frozenset[tuple[str, bool]]  # of acts that bind both alike: rebels, each with whether they are told by a name
    persons: tuple[tuple[str, str], ...]
    dates: tuple[Told, ...]
    assumed: bool  # no words of the report give the day, but its publication
    open: tuple[str, ...]  # what a report says of the day while nothing tells it: "Wednesday", symbolic
    bound: str | None  # what the day of publication says of the act's, where nothing else dates it
    published: str | None  # only where it matters: of undated tellings, and of plans, which are told before the day
    report: str | None  # only where one report may tell an act twice, and two reports two acts: undated ones that may be repeated
    status: Status
    place: str | None
    mode: str | None
    of_state: str | None
    level: str | None
    numbers: frozenset[str]
    phase: str  # "opens", "goes_on" or "closes", of what may last some days
    bodies: bool  # whether only international bodies take part
    words: frozenset[str]  # only of acts that may be done again: for the others, what is said around them tells nothing


def signature(member: Member) -> Signature:
    """What merging compares of a mention."""
    mention = member.mention
    dates = told(mention)
    return Signature(
        act=mention.act,
        actors=side(mention.actors),
        recipients=side(mention.recipients),
        factions=factions(mention),
        persons=persons((*mention.actors, *mention.recipients)),
        dates=dates,
        assumed=bool(dates) and all(is_assumed(d) for d in mention.dates if d.value),
        open=open_dates(member) if not dates else (),
        bound=None if dates or phase(member) == "seats" else bound(member),
        published=None if dates and mention.status is not Status.PLANNED else member.report.day,
        report=None if dates or family(mention.act).once else member.report.id,
        status=mention.status,
        place=mention.place.place.id if mention.place else None,
        mode=mention.mode,
        of_state=mention.of_state,
        level=mention.level,
        numbers=numbers(member),
        phase=phase(member),
        bodies=all(p.actor.kind is ActorKind.IGO for p in (*mention.actors, *mention.recipients)),
        words=frozenset() if family(mention.act).once else said_beside(member),
    )


def phase(member: Member) -> str:
    """Whether the predicate opens or closes what may last some days, or tells that it goes on; empty where it does none. Of a noun
    the verb behind it says more: "*talks* between Fiji and Peru *wound up*".
    """
    kind = family(member.mention.act)
    if not kind.sits:
        return ""
    known, predicate = phases(kind.name), member.mention.predicate
    own = known.get(evidence(member, *predicate).casefold(), "")
    told = verbs_behind(member.quote[predicate.end - member.start :]) if own == "goes_on" else ()
    return next((known[verb] for verb in told if verb in known), own)


def verbs_behind(words: str) -> Iterator[str]:
    """The words behind a noun, up to the end of its clause, that may be its verb in the past tense."""
    for word in words.casefold().split():
        if word in behind("stops"):
            return
        if word in behind("past"):
            yield word
        if not word[-1].isalnum():
            return


def said_beside(member: Member) -> frozenset[str]:
    """What a sentence says beside the act and its parties: those are compared by themselves."""
    mention = member.mention
    everybody = (*mention.actors, *mention.recipients)
    own = " ".join((mention.act.replace("_", " "), *(p.actor.name for p in everybody), *(p.person or "" for p in everybody)))
    written = " ".join(evidence(member, *span) for span in (mention.predicate, *(s for p in everybody for s in p.spans)))
    return content_words(member.quote) - content_words(f"{own} {written}")


def open_dates(member: Member) -> tuple[str, ...]:
    """The symbolic values of the dates that are not told."""
    return tuple(sorted({d.symbolic for d in member.mention.dates if d.symbolic and not d.value}))


def numbers(member: Member) -> frozenset[str]:
    """The numbers in the words of the act and its parties ("expelled 12 diplomats"), and right before these, digits only."""
    words = (evidence(member, span.start, span.end) for span in member.mention.evidence)
    before = (evidence(member, max(member.start, span.start - 40), span.start) for span in member.mention.evidence)
    found = [*(n for text in words for n in NUMBER.findall(text)), *(n for text in before for n in BEFORE.findall(text))]
    return frozenset(n.replace(",", "") for n in found)


def evidence(member: Member, start: int, end: int) -> str:
    """The words of a span, as far as the mention's quote holds them."""
    first, last = start - member.start, end - member.start
    return member.quote[first:last] if 0 <= first < last <= len(member.quote) else ""
