"""Acts counted from each other: "two days after he recognized …", "nearly five months after the war began"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.dating.clauses import Clauses
from dateline.coding.dating.sharing import own_date, own_day
from dateline.coding.dating.values import edtf_of
from dateline.model import Anchor, DateRole, EventDate, EventMention, Status, TimeMention
from dateline.resolve.times import Reference, bind, opposite


def count(
    clauses: Clauses, times: Sequence[TimeMention], events: Sequence[EventMention]
) -> tuple[tuple[TimeMention, ...], tuple[EventMention, ...]]:
    """The times and events with those dated that are counted from another act or from a date beside them."""
    done = list(times)
    for k, mention in enumerate(times):
        if mention.anchor is Anchor.EVENT and mention.anchor_span is not None:
            done[k], events = counted(clauses, mention, times, events)
    return tuple(done), tuple(events)


def counted(
    clauses: Clauses, mention: TimeMention, times: Sequence[TimeMention], events: Sequence[EventMention]
) -> tuple[TimeMention, tuple[EventMention, ...]]:
    """One expression with the acts on its two sides."""
    inner, outer = inside(mention, events), outside(clauses, mention, events)
    if mention.value is None:
        mention = from_acts(mention, inner, outer)
    if mention.value is None:
        return mention, tuple(events)
    dates_outer = any(mention.anchor_span and mention.anchor_span.overlaps(m.span) and m.value for m in times) or dated(inner)
    target = outer if dates_outer else inner
    date = EventDate(DateRole.HAPPENED, edtf_of(mention), mention.basis or "", mention.span)
    ids = {e.id for e in target if own_date(e) is None and e.status is not Status.HYPOTHETICAL}
    return mention, tuple(replace(e, dates=(date, *e.dates)) if e.id in ids else e for e in events)


def inside(mention: TimeMention, events: Sequence[EventMention]) -> list[EventMention]:
    """The acts of the words after "two days after": those of the first predicate there."""
    words = mention.anchor_span
    found = [e for e in events if words and words.covers(e.predicate)]
    first = min((e.predicate for e in found), default=None)
    return [e for e in found if e.predicate == first]


def outside(clauses: Clauses, mention: TimeMention, events: Sequence[EventMention]) -> list[EventMention]:
    """The acts on which the expression itself hangs."""
    dating = clauses.dating(mention, None)
    if dating is None:
        return []
    here = dating.on
    subjects = {t.i for t in clauses.syntax.children(here, "nsubj", "nsubjpass", "dobj", "attr")} | {here.i}
    ids = {e.id for i in subjects for e in clauses.predicates.get(i, ())}
    return [e for e in events if e.id in ids]


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
