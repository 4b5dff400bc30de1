"""Calendar values as TIMEX3 writes them, with the arithmetic that expressions need.

A moment is a century, decade, year, half, quarter, season, month, week, weekend or day, with or without a part of the day.
Years before Christ are negative (there is no year 0) and take part in no arithmetic finer than the month.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta

TIMEX = re.compile(r"(BC)?([0-9]{2,4})(?:-(?:([0-9]{2})(?:-([0-9]{2}))?|W([0-9]{2})(-WE)?|(SP|SU|FA|WI)|Q([1-4])|H([12])))?(T\S+)?")
SEASONS = ("SP", "SU", "FA", "WI")
MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
COARSE = ("century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day")
"""Units from the coarsest to the finest."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the calendar: its unit, its year, the number of the month, week, quarter, half or season in it, the day."""

    unit: str
    year: int
    part: int = 0
    day: int = 0
    clock: str = ""  # "T10:35", "TNI"

    def __str__(self) -> str:
        era, year = ("BC", -self.year) if self.year < 0 else ("", self.year)
        return era + WRITTEN[self.unit](self, year) + self.clock

    @property
    def first(self) -> date | None:
        """Its first day; null before Christ."""
        return None if self.year < 1 else FIRST[self.unit](self)

    @property
    def last(self) -> date | None:
        """Its last day; null before Christ."""
        start = self.first
        if start is None or self.unit == "day":
            return start
        if self.unit in {"week", "weekend"}:
            return later(start, 6 if self.unit == "week" else 1)
        months = start.year * 12 + start.month - 1 + MONTHS_IN[self.unit] - 1
        year, month = divmod(months, 12)
        return date(year, month + 1, monthrange(year, month + 1)[1]) if year <= MAXYEAR else date.max

    @property
    def bare(self) -> Moment:
        """The same without its part of the day."""
        return replace(self, clock="") if self.clock else self


WRITTEN: dict[str, Callable[[Moment, int], str]] = {
    "century": lambda _, year: f"{year // 100:02d}",
    "decade": lambda _, year: f"{year // 10:03d}",
    "year": lambda _, year: f"{year:04d}",
    "half": lambda m, year: f"{year:04d}-H{m.part}",
    "quarter": lambda m, year: f"{year:04d}-Q{m.part}",
    "season": lambda m, year: f"{year:04d}-{SEASONS[m.part - 1]}",
    "month": lambda m, year: f"{year:04d}-{m.part:02d}",
    "week": lambda m, year: f"{year:04d}-W{m.part:02d}",
    "weekend": lambda m, year: f"{year:04d}-W{m.part:02d}-WE",
    "day": lambda m, year: f"{year:04d}-{m.part:02d}-{m.day:02d}",
}
FIRST: dict[str, Callable[[Moment], date | None]] = {
    "century": lambda m: date(max(1, m.year // 100 * 100), 1, 1),
    "decade": lambda m: date(max(1, m.year // 10 * 10), 1, 1),
    "year": lambda m: date(m.year, 1, 1),
    "half": lambda m: date(m.year, m.part * 6 - 5, 1),
    "quarter": lambda m: date(m.year, m.part * 3 - 2, 1),
    "season": lambda m: date(m.year, m.part * 3, 1),
    "month": lambda m: date(m.year, m.part, 1),
    "week": lambda m: week_day(m.year, m.part, 1),
    "weekend": lambda m: week_day(m.year, m.part, 6),
    "day": lambda m: real_day(m.year, m.part, m.day),
}


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or null where the calendar has none such (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week_day(year: int, week: int, day: int) -> date | None:
    """The day of an ISO week, or null where the year has no such week."""
    try:
        return date.fromisocalendar(year, week, day)
    except ValueError:
        return None


def later(day: date, days: int) -> date | None:
    """The day so many days later, null outside of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def of_day(day: date, clock: str = "") -> Moment:
    """A day as a moment."""
    return Moment("day", day.year, day.month, day.day, clock)


def parse(value: str) -> Moment | None:
    """The moment that a TIMEX3 value names; null for durations, sets, references and values with X."""
    match = TIMEX.fullmatch(value)
    if match is None:
        return None
    bc, digits, month, day, week, weekend, season, quarter, half, clock = match.groups()
    year = int(digits) * (-1 if bc else 1) * 10 ** (4 - len(digits))
    unit, part = "year", 0
    if month:
        unit, part = ("day" if day else "month"), int(month)
    elif week:
        unit, part = ("weekend" if weekend else "week"), int(week)
    elif season:
        unit, part = "season", SEASONS.index(season) + 1
    elif quarter or half:
        unit, part = ("quarter", int(quarter)) if quarter else ("half", int(half))
    elif len(digits) < 4:
        unit = "decade" if len(digits) == 3 else "century"
    found = Moment(unit, year, part, int(day or 0), clock or "")
    return found if possible(found) else None


def possible(moment: Moment) -> bool:
    """Whether the calendar has such a moment."""
    if moment.unit in {"month", "day"} and not 1 <= moment.part <= 12:
        return False
    return moment.year != 0 and (moment.year < 0 or moment.first is not None)


def widen(moment: Moment, unit: str) -> Moment | None:
    """The unit of the calendar in which the moment lies; null where it is too coarse to tell."""
    if moment.unit == unit:
        return moment.bare
    if COARSE.index(moment.unit) < COARSE.index(unit) and (moment.unit, unit) != ("week", "weekend"):
        return None
    if unit in {"century", "decade", "year"}:
        return Moment(unit, moment.year)
    if unit in {"week", "weekend"} or moment.unit in {"week", "weekend"}:
        return widen_days(moment, unit)
    if moment.unit == "season":
        return None
    month = moment.part if moment.unit in {"month", "day"} else moment.part * MONTHS_IN[moment.unit]
    return of_month(moment.year, month, unit)


def widen_days(moment: Moment, unit: str) -> Moment | None:
    """The week of a day or a weekend; for coarser units that of the first day."""
    start = moment.first
    if start is None:
        return None
    if unit not in {"week", "weekend"}:
        return widen(of_day(start), unit)
    year, week, _ = start.isocalendar()
    return Moment(unit, year, week)


def of_month(year: int, month: int, unit: str) -> Moment:
    """The quarter, half, season or month to which a month belongs; January belongs to the winter that began the year before."""
    if unit == "season":
        return Moment("season", year - 1 if month < 3 else year, (month // 3 - 1) % 4 + 1)
    if unit == "month":
        return Moment("month", year, month)
    return Moment(unit, year, (month - 1) // MONTHS_IN[unit] + 1)


def shift(moment: Moment, unit: str, n: int) -> Moment | None:
    """So many units later, in that unit: ``shift(2022-07-13, "month", -2)`` is ``2022-05``."""
    start = widen(moment, unit)
    if start is None:
        return None
    return add(start, n)


def add(moment: Moment, n: int) -> Moment | None:
    """So many of its own units later."""
    if moment.unit in {"century", "decade", "year"}:
        return checked(replace(moment, year=across_christ(moment.year, n * (MONTHS_IN[moment.unit] // 12))))
    if moment.unit in {"day", "week", "weekend"}:
        return add_days(moment, n)
    per_year = 12 // MONTHS_IN[moment.unit]
    years, part = divmod(moment.part - 1 + n, per_year)
    return checked(replace(moment, year=across_christ(moment.year, years), part=part + 1))


def across_christ(year: int, n: int) -> int:
    """The year so many years later, where 1 follows upon -1."""
    target = (year + 1 if year < 0 else year) + n
    return target if target > 0 else target - 1


def add_days(moment: Moment, n: int) -> Moment | None:
    """So many days, weeks or weekends later."""
    start = moment.first
    day = later(start, n if moment.unit == "day" else 7 * n) if start and abs(n) < 3_000_000 else None
    if day is None:
        return None
    return of_day(day) if moment.unit == "day" else widen_days(of_day(day), moment.unit)


def checked(moment: Moment) -> Moment | None:
    """The moment itself, null outside of the calendar."""
    return moment if -9999 <= moment.year <= MAXYEAR else None
