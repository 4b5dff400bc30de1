"""Dates in EDTF, as far as the record needs them: parse, print, bounds, order, precision.

Extended Date/Time Format is ISO 8601-2:2019. Of it dateline writes days, months, years, seasons (``2022-21`` spring to ``-24``
winter), quarters (``-33`` to ``-36``), halves (``-40``, ``-41``), decades and centuries (``199X``, ``19XX``), each with ``~``
(about), ``?`` (uncertain) or ``%`` (both), and intervals of any two, where ``..`` leaves a side open. Every value is read in the
proleptic Gregorian calendar, years 0001 to 9999.

An interval means "on some day in it, or over it": ``../2022-07-13`` is an act of which only an order is known. It imports only
the model's errors.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache

from dateline.model import UsageError

OPEN = ".."
POINT = re.compile(r"([0-9X]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""First month of each season, of the northern half of the earth; winter runs into the next year."""
QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}
HALVES = {40: 1, 41: 7}
LENGTHS = dict.fromkeys((*SEASONS, *QUARTERS), 3) | dict.fromkeys(HALVES, 6)
FIRST_MONTH = SEASONS | QUARTERS | HALVES


class Precision(StrEnum):
    """How much of a date is told."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"  # or a quarter
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    OPEN = "open"  # an interval of which a side is open


@dataclass(frozen=True, slots=True)
class Point:
    """One date of any precision; ``year`` keeps its ``X`` where digits are left open; ``month`` may be a season's number."""

    year: str
    month: int | None = None
    day: int | None = None
    mark: str = ""

    def __str__(self) -> str:
        parts = (f"-{n:02d}" for n in (self.month, self.day) if n is not None)
        return f"{self.year}{''.join(parts)}{self.mark}"

    @property
    def first(self) -> date:
        """The earliest day."""
        month = FIRST_MONTH.get(self.month or 1, self.month or 1)
        return date(max(1, int(self.year.replace("X", "0"))), month, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day."""
        if self.day:
            return self.first
        if self.month is None:
            return date(int(self.year.replace("X", "9")), 12, 31)
        years, month = divmod(self.first.month - 1 + LENGTHS.get(self.month, 1) - 1, 12)
        year = self.first.year + years
        return date(year, month + 1, monthrange(year, month + 1)[1])

    @property
    def precision(self) -> Precision:
        """How much of it is told."""
        if self.month is None:
            return (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[self.year.count("X")]
        if self.month > 12:
            return Precision.HALF if self.month in HALVES else Precision.SEASON
        return Precision.DAY if self.day else Precision.MONTH


@dataclass(frozen=True, slots=True)
class Interval:
    """From one date to another; null where a side is open."""

    start: Point | None
    end: Point | None

    def __str__(self) -> str:
        return f"{self.start or OPEN}/{self.end or OPEN}"

    @property
    def first(self) -> date | None:
        """The earliest day, null where open."""
        return self.start.first if self.start else None

    @property
    def last(self) -> date | None:
        """The latest day, null where open."""
        return self.end.last if self.end else None

    @property
    def precision(self) -> Precision:
        """``interval``, or ``open`` where a side is."""
        return Precision.INTERVAL if self.start and self.end else Precision.OPEN


@lru_cache(maxsize=65536)
def parse(value: str) -> Point | Interval:
    """The value as a record; anything that is not EDTF, or ends before it begins, is a :class:`UsageError`."""
    left, slash, right = value.partition("/")
    if not slash:
        return parse_point(value)
    found = Interval(parse_side(left), parse_side(right))
    if found.first and found.last and found.first > found.last:
        raise UsageError(f"{value!r} ends before it begins")
    return found


def parse_side(value: str) -> Point | None:
    """One side of an interval; null where it is open or unknown."""
    return None if value in {OPEN, ""} else parse_point(value)


def parse_point(value: str) -> Point:
    """One date of any precision."""
    match = POINT.fullmatch(value)
    if match is None:
        raise UsageError(f"{value!r} is no date in EDTF")
    year, month, day, mark = match.groups()
    point = Point(year, int(month) if month else None, int(day) if day else None, mark)
    if not possible(point):
        raise UsageError(f"{value!r} is no day of the calendar")
    return point


def possible(point: Point) -> bool:
    """Whether the calendar has such a date."""
    year = point.year.rstrip("X")
    if "X" in year or len(year) < 2 or not int(point.year.replace("X", "9")):
        return False
    if point.month is None:
        return True
    if "X" in point.year:
        return False
    if point.month in FIRST_MONTH:
        return point.day is None and (year, point.month) != ("9999", 24)  # its winter ends after the last year
    return 1 <= point.month <= 12 and (point.day is None or 1 <= point.day <= monthrange(int(year), point.month)[1])


def is_edtf(value: str) -> bool:
    """Whether the value is a date that this module reads."""
    try:
        parse(value)
    except UsageError:
        return False
    return True


def bounds(value: str) -> tuple[date | None, date | None]:
    """The earliest and the latest day, null where open: ``2022-07`` gives 1 and 31 July; ``~`` and ``?`` widen nothing."""
    found = parse(value)
    return found.first, found.last


def precision(value: str) -> Precision:
    """How much of the date is told: day, month, season, half, year, decade, century, interval, open."""
    return parse(value).precision


def earlier(a: str, b: str) -> bool:
    """Whether every day of ``a`` lies before every day of ``b``."""
    last, first = bounds(a)[1], bounds(b)[0]
    return last is not None and first is not None and last < first


def overlaps(a: str, b: str) -> bool:
    """Whether the two share a day."""
    return not earlier(a, b) and not earlier(b, a)


def within(a: str, b: str) -> bool:
    """Whether every day of ``a`` is one of ``b``."""
    (first, last), (since, until) = bounds(a), bounds(b)
    return (since is None or (first is not None and since <= first)) and (until is None or (last is not None and last <= until))


def compatible(a: str | None, b: str | None) -> bool:
    """Whether both may date one thing: they overlap, "about" (``~``, ``%``) reaching as far again on either side; an unknown
    date agrees with every other.
    """
    if a is None or b is None:
        return True
    (first, last), (since, until) = reach(a), reach(b)
    return (last is None or since is None or since <= last) and (until is None or first is None or first <= until)


def reach(value: str) -> tuple[date | None, date | None]:
    """The bounds, each widened by the length of its own side where that is only "about"."""
    found = parse(value)
    start, end = (found.start, found.end) if isinstance(found, Interval) else (found, found)
    return moved(start.first, -slack(start)) if start else None, moved(end.last, slack(end)) if end else None


def slack(point: Point) -> int:
    """By how many days an approximate date may be off: by its own length."""
    return (point.last - point.first).days + 1 if point.mark in {"~", "%"} else 0


def moved(day: date, days: int) -> date:
    """The day so many days later, kept within the calendar's years."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def meet(a: str, b: str) -> str | None:
    """What both say together, as narrow as the two allow; null where they share no day."""
    if not overlaps(a, b):
        return None
    if within(a, b):
        return a
    if within(b, a):
        return b
    starts = [d for d in (bounds(a)[0], bounds(b)[0]) if d]
    ends = [d for d in (bounds(a)[1], bounds(b)[1]) if d]
    return span_of(max(starts, default=None), min(ends, default=None))


def span_of(first: date | None, last: date | None) -> str | None:
    """The shortest EDTF for the days from first to last: a day, a month, a year, or an interval; null where both are open."""
    if first is None or last is None:
        return None if first is last else f"{first or OPEN}/{last or OPEN}"
    for candidate in (f"{first}", f"{first}"[:7], f"{first}"[:4]):
        if bounds(candidate) == (first, last):
            return candidate
    return f"{first}/{last}"


def until(value: str) -> str:
    """On the value's last day or before: ``until("2022-07-13")`` is ``../2022-07-13``."""
    last = bounds(value)[1]
    return f"{OPEN}/{last or OPEN}"


def since(value: str) -> str:
    """On the value's first day or after: ``since("2022-07")`` is ``2022-07-01/..``."""
    first = bounds(value)[0]
    return f"{first or OPEN}/{OPEN}"


def days_between(a: str, b: str) -> int | None:
    """How many days lie at least between the two: 0 where they overlap; null where an open side leaves it untold."""
    if overlaps(a, b):
        return 0
    before, after = (a, b) if earlier(a, b) else (b, a)
    last, first = bounds(before)[1], bounds(after)[0]
    return (first - last).days if last and first else None


def moment(written: str) -> datetime | None:
    """An ISO 8601 moment as UTC's, without a zone taken for UTC, a day for its start; null for anything else."""
    try:
        told = datetime.fromisoformat(written)
        return told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
