"""Acts told as if done whose day is still to come: "decided to admit Malta in early March", reported in February, "arrives here
on Tuesday", reported on Monday.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.coding.status import summary
from dateline.coding.syntax import Syntax
from dateline.edtf import bounds
from dateline.model import EventMention, Status, Time

UNDONE = frozenset({"VB", "VBZ", "VBP"})
"""The tags of forms that tell of no past: an infinitive, a present."""


def with_plans(syntax: Syntax, events: Iterable[EventMention], day: str | None) -> tuple[EventMention, ...]:
    """The events, those that an infinitive or a present tells and that a day after publication dates as planned."""
    return tuple(as_planned(e) if day and is_ahead(syntax, e, day) else e for e in events)


def is_ahead(syntax: Syntax, event: EventMention, day: str) -> bool:
    """Whether an act told by an infinitive or a present lies wholly after the day of publication."""
    if event.status is not Status.HAPPENED or not event.date or not any(t.tag in UNDONE for t in syntax.within(event.predicate)):
        return False
    first, _ = bounds(event.date)
    return first is not None and first.isoformat() > day


def as_planned(event: EventMention) -> EventMention:
    """The event as one that is to come."""
    return replace(event, time=Time.FUTURE, status=summary(event.polarity, Time.FUTURE, event.modality))
