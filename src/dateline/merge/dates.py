"""The dates of mentions as merging compares them: intervals, each with its role."""

from __future__ import annotations

from collections.abc import Iterable

from dateline import edtf
from dateline.model import Anchor, DateRole, EventDate, EventMention, Member, Status

Told = tuple[DateRole, str]
"""A date that a report gives, with what it dates."""

ROLES = (DateRole.HAPPENED, DateRole.EFFECTIVE, DateRole.DECIDED, DateRole.ANNOUNCED)
"""What a date may date, in the order in which it says when the act happened."""

SLIP = 3
"""Days by which two dates of one act that is done once may differ: time zones, datelines, announced against done."""
NEWS = 5
"""Days within which a report without a date still speaks of the act in the news."""
AHEAD = 14
"""Days that may lie between a plan that names no day and the day that it is given later."""
SITTING = 5
"""Days that one meeting may last, from its opening to its close."""

EXACT = frozenset({edtf.Precision.DAY})
OPEN = frozenset({edtf.Precision.OPEN})


def told(mention: EventMention) -> tuple[Told, ...]:
    """The dates that have a value, the one that says most of when it happened first; ``until`` is left out: it says when the
    thing ends, not when it is done. So is the day on which a plan was announced: what is to come has another.
    """
    roles = [r for r in ROLES if mention.status is not Status.PLANNED or r is not DateRole.ANNOUNCED]
    found = {(d.role, d.value) for d in mention.dates if d.value and d.role in roles and edtf.is_edtf(d.value)}
    return tuple(sorted(found, key=lambda date: (ROLES.index(date[0]), date[1])))


def bound(member: Member) -> str | None:
    """What the day of publication says of an undated act: done by then, or to come from then on; null without such a day."""
    day = member.report.day
    if day is None or not edtf.is_edtf(day):
        return None
    if member.mention.status in {Status.PLANNED, Status.HYPOTHETICAL}:
        return edtf.since(day)
    return edtf.until(day)


def is_assumed(date: EventDate) -> bool:
    """Whether no words of the report give a date, but the day on which it came out: news of the day, as far as anybody tells."""
    return date.time is None and date.anchor is Anchor.PUBLICATION


def is_open(value: str) -> bool:
    """Whether only an order is known."""
    return edtf.precision(value) in OPEN


def is_day(value: str) -> bool:
    """Whether the value is one day."""
    return edtf.precision(value) in EXACT


def is_near(value: str) -> bool:
    """Whether the value is one day or the few days of one meeting ("on 12 and 13 May")."""
    first, last = edtf.bounds(value)
    return first is not None and last is not None and (last - first).days < SITTING


def closest(a: Iterable[Told], b: Iterable[Told]) -> tuple[int, str, str] | None:
    """The least number of days between a date of one and a date of the other, with the two; null where one has none or open
    sides leave it untold.
    """
    second = tuple(b)
    found = [(days, x, y) for _, x in a for _, y in second if (days := edtf.days_between(x, y)) is not None]
    return min(found, default=None)


def days_apart(a: str | None, b: str | None) -> int | None:
    """How many days lie between two values; null where one is missing or open."""
    return edtf.days_between(a, b) if a and b else None


def midday(value: str) -> int | None:
    """The first bounded day of a value as an ordinal, to sort by; null where it has no bound."""
    first, last = edtf.bounds(value)
    day = first or last
    return day.toordinal() if day else None
