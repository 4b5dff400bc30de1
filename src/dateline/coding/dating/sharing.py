"""Dates that mentions of one report hand to each other: the same act told twice, acts counted from each other, an act taken up
by a noun, the lead's own day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from dateline import edtf
from dateline.coding.dating.acts import REAL, hot
from dateline.coding.dating.lexicon import lexicon
from dateline.coding.dating.values import is_day
from dateline.coding.syntax import Syntax
from dateline.model import (
    Attribution,
    DateRole,
    EventDate,
    EventMention,
    LinkKind,
    Participant,
    SectionKind,
    Status,
    TimeMention,
    Token,
)

TWIN = "the same act elsewhere in the report, "
OWN = (DateRole.HAPPENED, DateRole.EFFECTIVE)
"""The roles that date the act itself."""


def share(
    syntax: Syntax, times: Sequence[TimeMention], attributions: Sequence[Attribution], events: Sequence[EventMention]
) -> tuple[EventMention, ...]:
    """The events with the dates that other mentions of the report hand to them."""
    steps: tuple[Callable[[EventMention, Sequence[EventMention]], EventDate | None], ...] = (
        from_twin,
        lambda event, all_: by_answer(syntax, event, all_),
        lambda event, _: by_lead(syntax, times, attributions, event),
        from_twin,
        by_row,
    )
    for step in steps:
        events = [given(event, step(event, events)) if needs_date(syntax, event) else event for event in events]
    return tuple(events)


def given(event: EventMention, date: EventDate | None) -> EventMention:
    """The event with a date in place of the bound or the open date that it had in that role."""
    if date is None:
        return event
    return replace(event, dates=(date, *(d for d in event.dates if d.role is not date.role)))


def own_date(event: EventMention) -> EventDate | None:
    """The date of the act itself, not of its announcement."""
    return next((d for role in OWN for d in event.dates if d.role is role), None)


def own_day(event: EventMention) -> str | None:
    """The day of the act itself, if it is told."""
    date = own_date(event)
    return date.value if date and is_day(date.value) else None


def needs_date(syntax: Syntax, event: EventMention) -> bool:
    """Whether an act may take a date from elsewhere: it has none of its own but a bound, and is no background."""
    date = own_date(event)
    if event.status is Status.HYPOTHETICAL or (date and date.value and edtf.precision(date.value) is not edtf.Precision.OPEN):
        return False
    return not background(syntax, event)


def background(syntax: Syntax, event: EventMention) -> bool:
    """Whether an act is told as having been before the news: "previously", "once", the past perfect without an attribution."""
    token = syntax.head_of(event.predicate)
    if token is None:
        return False
    verb = token if syntax.is_verb(token) else next((a for a in syntax.ancestors(token) if syntax.is_verb(a)), token)
    return any(c.text.lower() in lexicon().background for c in syntax.children(verb, "advmod"))


# --------------------------------------------------------------------------- the same act told twice


def from_twin(event: EventMention, events: Sequence[EventMention]) -> EventDate | None:
    """The date of another mention of the same act of the same parties, where all those that are dated agree."""
    dated = [
        e for e in events if e.act == event.act and e.id != event.id and own_day(e) and same_act(event, e) and agrees(event, e)
    ]
    days = {own_day(e) for e in dated}
    if len(days) != 1:
        return None
    found = own_date(min(dated, key=lambda e: abs(e.predicate.start - event.predicate.start)))
    return replace(found, basis=f"{TWIN}{found.basis.removeprefix(TWIN)}") if found else None


def same_act(a: EventMention, b: EventMention) -> bool:
    """Whether two mentions tell the same act of the same parties, or the same predicate of one party toward several."""
    if a.act != b.act or (a.status in REAL) is not (b.status in REAL) or a.polarity is not b.polarity:
        return False
    if a.predicate == b.predicate and presupposed(a) is presupposed(b):
        return alike(a.actors, b.actors)
    some = (a.actors and b.actors) or (a.recipients and b.recipients)
    return bool(some) and alike(a.actors, b.actors) and alike(a.recipients, b.recipients)


def alike(a: Iterable[Participant], b: Iterable[Participant]) -> bool:
    """Whether two sides name the same parties, or one of them names none."""
    left, right = ({p.actor.principal or p.actor.id for p in side} for side in (a, b))
    return left == right or not left or not right


def agrees(event: EventMention, other: EventMention) -> bool:
    """Whether the other's day is allowed by what the event has itself."""
    own, day = own_date(event), own_day(other)
    return own is None or own.value is None or (day is not None and edtf.within(day, own.value))


def presupposed(event: EventMention) -> bool:
    """Whether an act is only taken for granted."""
    return any(a.presupposed for a in event.assertions)


# --------------------------------------------------------------------------- acts taken up


def by_answer(syntax: Syntax, event: EventMention, events: Sequence[EventMention]) -> EventDate | None:
    """The day of the act that this one answers at once: "immediately cut ties over the move"."""
    token = syntax.head_of(event.predicate)
    word = next((c for c in syntax.children(token, "advmod") if c.text.lower() in lexicon().immediate), None) if token else None
    if token is None or word is None:
        return None
    answered = linked(event, events) or taken_up(syntax, token, event, events)
    day = own_day(answered) if answered else None
    return EventDate(DateRole.HAPPENED, day, f"“{word.text}”: the day of what it answers") if day else None


def linked(event: EventMention, events: Sequence[EventMention]) -> EventMention | None:
    """The dated act to which this one is a response."""
    targets = {link.event for link in event.links if link.kind is LinkKind.RESPONSE_TO}
    return next((e for e in events if e.id in targets and own_day(e)), None)


def taken_up(syntax: Syntax, token: Token, event: EventMention, events: Sequence[EventMention]) -> EventMention | None:
    """The nearest dated act before one whose clause takes it up by a noun ("over the move") and that shares a party with it."""
    if not any(t.lemma in lexicon().anaphoric for _, t in syntax.local(token)):
        return None
    parties = {p.actor.id for p in (*event.actors, *event.recipients)}
    before = [e for e in events if own_day(e) and e.predicate.end <= event.predicate.start and parties & actor_ids(e)]
    return max(before, key=lambda e: e.predicate.start, default=None)


def actor_ids(event: EventMention) -> set[str]:
    """The ids of those who act."""
    return {p.actor.id for p in event.actors}


def by_row(event: EventMention, events: Sequence[EventMention]) -> EventDate | None:
    """A bound for those who did before what another did then: "the third country after A and B to recognize it"."""
    if not presupposed(event) or event.status not in REAL:
        return None
    later = next((e for e in events if e.predicate == event.predicate and not presupposed(e) and own_day(e)), None)
    day = own_day(later) if later else None
    return EventDate(DateRole.HAPPENED, edtf.until(day), f"before the same act of another on {day}") if day else None


# --------------------------------------------------------------------------- the lead


def by_lead(
    syntax: Syntax, times: Sequence[TimeMention], attributions: Sequence[Attribution], event: EventMention
) -> EventDate | None:
    """The news's own day for an act that the lead tells in the perfect and that nothing else dates.

    "A and B have signed …" under "WARSAW, February 26" was done on that day; the past tense ("expelled") tells none.
    """
    token = syntax.head_of(event.predicate)
    if token is None or event.status is not Status.HAPPENED or presupposed(event) or event.dates:
        return None
    day = news_day(syntax, times)
    if day is None or not in_lead(syntax, token) or not hot(syntax, token) or said_at_a_time(event, attributions):
        return None
    return EventDate(DateRole.HAPPENED, day[0], f"news of the day in the lead, {day[1]}")


def news_day(syntax: Syntax, times: Sequence[TimeMention]) -> tuple[str, str] | None:
    """The day of the dateline, or else of the publication, and which of them it is."""
    for section in syntax.reading.sections:
        if section.kind is SectionKind.DATELINE:
            for mention in times:
                if section.span.overlaps(mention.span) and mention.value and len(mention.value) == 10:
                    return mention.value, f"dateline {mention.value}"
    day = syntax.reading.report.day
    return (day, f"published {day}") if day else None


def in_lead(syntax: Syntax, token: Token) -> bool:
    """Whether a word stands in the first sentence of the body."""
    first = next((s.i for s in syntax.reading.sentences if s.kind is SectionKind.BODY), None)
    return token.sentence == first


def said_at_a_time(event: EventMention, attributions: Sequence[Attribution]) -> bool:
    """Whether the act is told by somebody whose words have a time of their own."""
    names = {a.attribution for a in event.assertions}
    return any(a.id in names and a.said_time for a in attributions)
