"""Acts told as if done whose day is still to come: "decided to admit Malta in early March", reported in February, "arrives here
on Tuesday", reported on Monday; and days to come that are none of what was done: "were told to leave *on Tuesday*".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.coding.status import summary
from dateline.coding.syntax import Syntax
from dateline.edtf import bounds
from dateline.model import DateRole, EventMention, Status, Time

UNDONE = frozenset({"VB", "VBZ", "VBP"})
"""The tags of forms that tell of no past: an infinitive, a present."""


def with_plans(syntax: Syntax, events: Iterable[EventMention], day: str | None) -> tuple[EventMention, ...]:
    """The events, those that an infinitive or a present tells and that a day after publication dates as planned; others that
    happened without such days.
    """
    told = (as_planned(e) if day and is_ahead(syntax, e, day) else e for e in events)
    return tuple(without_days_ahead(syntax, e, day) if day and e.status is Status.HAPPENED else e for e in told)


def without_days_ahead(syntax: Syntax, event: EventMention, day: str) -> EventMention:
    """The event without the days after publication that its words only lead to ("on Tuesday", "next week"); a day that the text
    tells in figures stays, for a report may bear the wrong day.
    """
    text = syntax.reading.report.text
    led_to = (d for d in event.dates if d.value and begins_after(d.value, day) and d.role is DateRole.HAPPENED)
    counted = [d for d in led_to if d.time and not any(c.isdigit() for c in text[d.time.start : d.time.end])]
    return replace(event, dates=tuple(d for d in event.dates if d not in counted)) if counted else event


def is_ahead(syntax: Syntax, event: EventMention, day: str) -> bool:
    """Whether an act told by an infinitive or a present lies wholly after the day of publication."""
    if event.status is not Status.HAPPENED or not event.date or not any(t.tag in UNDONE for t in syntax.within(event.predicate)):
        return False
    return begins_after(event.date, day)


def begins_after(value: str, day: str) -> bool:
    """Whether a date lies wholly after a day."""
    first, _ = bounds(value)
    return first is not None and first.isoformat() > day


def as_planned(event: EventMention) -> EventMention:
    """The event as one that is to come."""
    return replace(event, time=Time.FUTURE, status=summary(event.polarity, Time.FUTURE, event.modality))
