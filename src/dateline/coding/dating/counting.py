"""Acts counted from each other: "two days after he recognized …", "nearly five months after the war began"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from dateline import edtf
from dateline.coding.completing.meant import taken_up
from dateline.coding.dating.book import own_date, own_day
from dateline.coding.dating.clauses import STEPS, Clauses
from dateline.coding.dating.lexicon import lexicon
from dateline.coding.dating.values import edtf_of
from dateline.model import Anchor, DateRole, EventDate, EventMention, Span, Status, TimeMention, Token
from dateline.resolve.times import Reference, bind, opposite


def count(
    clauses: Clauses, times: Sequence[TimeMention], events: Sequence[EventMention]
) -> tuple[tuple[TimeMention, ...], tuple[EventMention, ...]]:
    """The times and events with those dated that are counted from another act or from a date beside them."""
    counter = Counter(clauses, times, events)
    done = [counter.add(m) if m.anchor is Anchor.EVENT and m.anchor_span is not None else m for m in times]
    return tuple(done), tuple(counter.events)


BACK = 24
"""How many acts before "two days after the move" are looked through for the one that is taken up."""


class Counter:
    """Tells expressions that are counted from acts, and acts from expressions; keeps the events as dated so far."""

    def __init__(self, clauses: Clauses, times: Sequence[TimeMention], events: Sequence[EventMention]) -> None:
        self.clauses = clauses
        self.told = [m.span for m in times if m.value]
        self.events = list(events)
        self.places = {event.id: i for i, event in enumerate(events)}
        self.predicates = sorted((event.predicate, i) for i, event in enumerate(events))

    def add(self, mention: TimeMention) -> TimeMention:
        """One expression told by the acts on its two sides, which it then dates."""
        inner, outer = self.inside(mention), self.outside(mention)
        if mention.value is None:
            mention = from_acts(mention, inner, outer)
        if mention.value is None:
            return mention
        date = EventDate(DateRole.HAPPENED, edtf_of(mention), mention.basis or "", mention.span)
        for event in outer if self.dates_outer(mention) or dated(inner) else inner:
            if bound_only(event) and event.status is not Status.HYPOTHETICAL:
                others = (d for d in event.dates if d.role is not DateRole.HAPPENED)
                self.events[self.places[event.id]] = replace(event, dates=(date, *others))
        return mention

    def dates_outer(self, mention: TimeMention) -> bool:
        """Whether a date stands in the words of the act, so that the expression dates what hangs on them."""
        words = mention.anchor_span
        i = bisect_left(self.told, (words.start,)) if words else 0
        return words is not None and any(words.overlaps(span) for span in self.told[max(0, i - 1) : i + 1])

    def inside(self, mention: TimeMention) -> list[EventMention]:
        """The acts of the words after "two days after": those of the first predicate there, or those that a noun takes up."""
        words = mention.anchor_span
        if words is None:
            return []
        start, end = (bisect_left(self.predicates, ((place,),)) for place in words)
        inner = [row for row in self.predicates[start:end] if words.covers(row[0])]
        noun = self.counted_noun(mention)
        if noun is not None:  # "four days after the attack Malta left": the words run on into the main clause
            inner = [row for row in inner if self.under(row[0], noun)]
        found = [self.events[i] for predicate, i in inner if predicate == inner[0][0]]
        return found or self.taken_up(noun or self.clauses.syntax.head_of(words))

    def counted_noun(self, mention: TimeMention) -> Token | None:
        """The noun that stands for the act from which is counted: "two days after the move"."""
        last = self.clauses.syntax.within(mention.span)[-1:]
        return self.clauses.syntax.child(last[0], "pobj") if last else None

    def under(self, predicate: Span, noun: Token) -> bool:
        """Whether a predicate is a noun or belongs to it."""
        token = self.clauses.syntax.head_of(predicate)
        return token is not None and any(t.i == noun.i for t in (token, *islice(self.clauses.syntax.ancestors(token), STEPS)))

    def taken_up(self, noun: Token | None) -> list[EventMention]:
        """The act before that a noun takes up: "two days after the move"; the nearest that is dated and that it may mean."""
        acts = taken_up().get(noun.lemma.lower()) if noun else None
        if noun is None or (acts is None and noun.lemma not in lexicon().anaphoric):
            return []
        last = bisect_left(self.predicates, ((noun.start,),))
        before = (self.events[i] for _, i in reversed(self.predicates[max(0, last - BACK) : last]))
        return [event for event in before if own_day(event) and (not acts or event.act in acts)][:1]

    def outside(self, mention: TimeMention) -> list[EventMention]:
        """The acts on which the expression itself hangs, or that its subject takes up: "the move came a day after"."""
        dating = self.clauses.dating(mention, None)
        here = self.main_clause(mention, dating.on) if dating else None
        if here is None:
            return []
        subjects = self.clauses.syntax.children(here, "nsubj", "nsubjpass", "dobj", "attr")
        places = {self.places[e.id] for t in (*subjects, here) for e in self.clauses.predicates.get(t.i, ())}
        subject = next((t for t in subjects if t.dep == "nsubj"), None)
        return [self.events[i] for i in sorted(places)] or self.taken_up(subject)

    def main_clause(self, mention: TimeMention, on: Token) -> Token | None:
        """The verb outside of the act's own words, where the parser hung the expression inside: "two days after they left"."""
        words, noun = mention.anchor_span, self.counted_noun(mention)
        if words is None or not words.covers(on.span) or (noun is not None and not self.under(on.span, noun)):
            return on
        above = (a for a in islice(self.clauses.syntax.ancestors(on), STEPS) if not words.overlaps(a.span))
        return next((a for a in above if a.i in self.clauses.predicates or self.clauses.syntax.is_verb(a)), None)


def bound_only(event: EventMention) -> bool:
    """Whether an act has no date of its own but a bound: "two days after" tells more than "after"."""
    own = own_date(event)
    return own is None or (own.value is not None and edtf.precision(own.value) is edtf.Precision.OPEN)


def dated(events: Sequence[EventMention]) -> str | None:
    """The day of the first of some acts that has one."""
    return next((day for e in events if (day := own_day(e))), None)


def from_acts(mention: TimeMention, inner: Sequence[EventMention], outer: Sequence[EventMention]) -> TimeMention:
    """The expression reckoned from the act that it names, or backward from the act on which it hangs."""
    day = dated(inner)
    if day:
        return bind(mention, Reference(day, f"the act dated {day}"))
    day = dated(outer)
    if day is None:
        return mention
    found = bind(replace(mention, symbolic=opposite(mention.symbolic)), Reference(day, f"the act dated {day}"))
    return replace(found, symbolic=mention.symbolic)
