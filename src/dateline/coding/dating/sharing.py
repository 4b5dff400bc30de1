"""Dates that mentions of one report hand to each other: the same act told twice, acts counted from each other, an act taken up
by a noun, the lead's own day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dateline import edtf
from dateline.coding.dating.announcing import hot
from dateline.coding.dating.book import REAL, Book, own_date, own_day, presupposed
from dateline.coding.dating.lexicon import lexicon
from dateline.coding.dating.scenes import Scenes
from dateline.coding.syntax import Syntax
from dateline.model import (
    Anchor,
    Attribution,
    DateRole,
    EventDate,
    EventMention,
    LinkKind,
    SectionKind,
    Status,
    TimeMention,
    Token,
)

TWIN = "the same act elsewhere in the report, "
ROUND = "the same act of others told just before, "
MAIN = frozenset({"ROOT", "conj", "ccomp"})
"""Labels of verbs of main clauses, and of what somebody says in one."""
DAY = len("2022-07-13")


def share(
    syntax: Syntax, times: Sequence[TimeMention], attributions: Sequence[Attribution], events: Sequence[EventMention]
) -> tuple[EventMention, ...]:
    """The events with the dates that other mentions of the report hand to them."""
    lead, scenes = Lead(syntax, times, attributions), Scenes(syntax)
    steps: tuple[Callable[[EventMention, Book], EventDate | None], ...] = (
        from_twin,
        lambda event, book: by_answer(syntax, event, book),
        lambda event, _: lead.date(event),
        scenes.date,
        from_twin,
        lambda event, book: by_round(syntax, event, book),
        by_row,
    )
    for step in steps:
        book = Book(events)
        events = [given(event, step(event, book)) if needs_date(syntax, event) else event for event in events]
    return tuple(events)


def given(event: EventMention, date: EventDate | None) -> EventMention:
    """The event with a date in place of the bound or the open date that it had in that role."""
    if date is None:
        return event
    return replace(event, dates=(date, *(d for d in event.dates if d.role is not date.role)))


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


def from_twin(event: EventMention, book: Book) -> EventDate | None:
    """The date of another mention of the same act of the same parties, where all those that are dated agree."""
    own = own_date(event)
    days: set[str] = set()
    others: list[EventMention] = []
    for day, other in book.twins(event):
        if other.id != event.id and (own is None or own.value is None or edtf.within(day, own.value)):
            days.add(day)
            others.append(other)
        if len(days) > 1:
            return None
    nearest = min(others, key=lambda e: abs(e.predicate.start - event.predicate.start), default=None)
    date = own_date(nearest) if nearest else None
    return replace(date, basis=f"{TWIN}{date.basis.removeprefix(TWIN)}") if date else None


# --------------------------------------------------------------------------- acts taken up


def by_answer(syntax: Syntax, event: EventMention, book: Book) -> EventDate | None:
    """The day of the act that this one answers at once: "immediately cut ties over the move"."""
    token = syntax.head_of(event.predicate)
    word = next((c for c in syntax.children(token, "advmod") if c.text.lower() in lexicon().immediate), None) if token else None
    if token is None or word is None:
        return None
    answered = linked(event, book) or taken_up(syntax, token, event, book)
    day = own_day(answered) if answered else None
    return EventDate(DateRole.HAPPENED, day, f"“{word.text}”: the day of what it answers") if day else None


def linked(event: EventMention, book: Book) -> EventMention | None:
    """The dated act to which this one is a response."""
    return book.first_of(link.event for link in event.links if link.kind is LinkKind.RESPONSE_TO)


def taken_up(syntax: Syntax, token: Token, event: EventMention, book: Book) -> EventMention | None:
    """The nearest dated act before one whose clause takes it up by a noun ("over the move") and that shares a party with it."""
    return book.before(event) if any(t.lemma in lexicon().anaphoric for _, t in syntax.local(token)) else None


def by_row(event: EventMention, book: Book) -> EventDate | None:
    """A bound for those who did before what another did then: "the third country after A and B to recognize it"."""
    if not presupposed(event) or event.status not in REAL:
        return None
    later = next((e for e in book.by_predicate.get(event.predicate, ()) if not presupposed(e)), None)
    day = own_day(later) if later else None
    return EventDate(DateRole.HAPPENED, edtf.until(day), f"before the same act of another on {day}") if day else None


def by_round(syntax: Syntax, event: EventMention, book: Book) -> EventDate | None:
    """The day of the same act of others toward the same party told just before: "On Monday Peru expelled two Fijians. Chile
    and Cuba *expelled* four each." Only for what a main clause tells, since a clause beside it may be about any day, and not in the
    perfect: "Chile *has* cut ties too" may have been before.
    """
    token = syntax.head_of(event.predicate)
    if token is None or presupposed(event) or event.status not in REAL or event.dates or token.dep not in MAIN:
        return None
    if any(c.lemma == "have" for c in syntax.children(token, "aux")):
        return None
    before = [other for _, other in book.toward(event) if near_before(syntax, other, token)]
    days = {own_day(other) for other in before}
    other = max(before, key=lambda e: e.predicate.start, default=None)
    date = own_date(other) if other is not None and len(days) == 1 else None
    return replace(date, basis=f"{ROUND}{date.basis.removeprefix(ROUND)}") if date else None


def near_before(syntax: Syntax, other: EventMention, token: Token) -> bool:
    """Whether an act is told before a word, in its sentence or the one before."""
    told = syntax.head_of(other.predicate)
    return told is not None and told.i < token.i and token.sentence - told.sentence <= 1


# --------------------------------------------------------------------------- the lead


class Lead:
    """The lead of a report: its first sentence, the news's own day, and who speaks of what at a time of its own."""

    def __init__(self, syntax: Syntax, times: Sequence[TimeMention], attributions: Sequence[Attribution]) -> None:
        self.syntax = syntax
        self.day = news_day(syntax, times)
        self.first = next((s.i for s in syntax.reading.sentences if s.kind is SectionKind.BODY), None)
        self.timed = frozenset(a.id for a in attributions if a.said_time)

    def date(self, event: EventMention) -> EventDate | None:
        """The news's own day for an act that the lead tells in the perfect and that nothing else dates.

        "A and B have signed …" under "WARSAW, February 26" was done on that day; the past tense ("expelled") tells none.
        """
        token = self.syntax.head_of(event.predicate)
        if self.day is None or token is None or event.status is not Status.HAPPENED or presupposed(event) or event.dates:
            return None
        if token.sentence != self.first or not hot(self.syntax, token) or self.timed & {a.attribution for a in event.assertions}:
            return None
        basis = f"news of the day in the lead, {self.day[1]}"
        return EventDate(DateRole.HAPPENED, self.day[0], basis, anchor=Anchor.PUBLICATION)


def news_day(syntax: Syntax, times: Sequence[TimeMention]) -> tuple[str, str] | None:
    """The day of the dateline, or else of the publication, and which of them it is."""
    leads = [s.span for s in syntax.reading.sections if s.kind is SectionKind.DATELINE]
    days = (m.value for m in times if leads and m.value and len(m.value) == DAY and any(lead.overlaps(m.span) for lead in leads))
    dated = next(days, None)
    if dated:
        return dated, f"dateline {dated}"
    day = syntax.reading.report.day
    return (day, f"published {day}") if day else None
