"""Which of the occurrences of a partial date is meant, by the first and last day of what it is reckoned from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dateline.resolve.times.moments import Moment

WEEKLY = 7
YEARLY = 300
"""Occurrences at least so many days apart are those of a date of the year."""
NEARER = 12
"""A coming date this many times nearer than the past one outweighs a verb in the past."""

ONWARD = 1.5
"""So many times nearer counts a later date in a tale."""


def begins(moment: Moment) -> date:
    """Its first day; far past before Christ, so that it compares."""
    return moment.first or date.min


def ends(moment: Moment) -> date:
    """Its last day; far past before Christ."""
    return moment.last or date.min


def distance(moment: Moment, first: date, last: date) -> int:
    """How many days lie between a moment and a stretch."""
    return max((begins(moment) - last).days, (first - ends(moment)).days, 0)


def leaning(nearer: int) -> Callable[[list[Moment], date, date], Moment | None]:
    """Chooses the latest that has begun; of dates of the year the next one where that is so many times nearer."""

    def choose(found: list[Moment], first: date, last: date) -> Moment | None:
        past = max((m for m in found if begins(m) <= last), key=begins, default=None)
        coming = min((m for m in found if begins(m) > last), key=begins, default=None)
        if past is None or coming is None:
            return past or coming
        return coming if nearer * distance(coming, first, last) < distance(past, first, last) else past

    return choose


def latest(found: list[Moment], first: date, last: date) -> Moment | None:
    """The latest that has begun; a day of the year that is much nearer ahead outweighs a verb in the past: "declared in October
    a dividend payable December 7".
    """
    if len(found) > 1 and found[0].unit == "day" and (begins(found[1]) - begins(found[0])).days > YEARLY:
        return leaning(NEARER)(found, first, last)
    return max((m for m in found if begins(m) <= last), key=begins, default=None)


def nearest(found: list[Moment], first: date, last: date) -> Moment | None:
    """The nearest; of weekdays, months and seasons one that has begun, unless the next is twice as near: news looks back."""
    weekly = len(found) > 1 and (begins(found[1]) - begins(found[0])).days == WEEKLY
    if weekly or (found and found[0].unit in {"month", "season"}):
        return leaning(2)(found, first, last)
    return closest(found, first, last)


def closest(found: list[Moment], first: date, last: date) -> Moment | None:
    """The nearest, before or after."""
    return min(found, key=lambda m: distance(m, first, last), default=None)


def onward(found: list[Moment], first: date, last: date) -> Moment | None:
    """The nearest, where a later one counts as if it were nearer: a tale goes on."""
    return min(found, key=lambda m: distance(m, first, last) / (ONWARD if begins(m) > last else 1), default=None)
