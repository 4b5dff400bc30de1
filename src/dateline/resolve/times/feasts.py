"""Feasts that move through the year."""

from __future__ import annotations

from datetime import date

from dateline.resolve.times import moments
from dateline.resolve.times.moments import Moment


def easter(year: int, days: int) -> Moment | None:
    """So many days after Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's rule)."""
    if year < 1583:
        return None
    golden, century, of_century = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    sunday = moments.later(date(year, month, day + 1), days)
    return moments.of_day(sunday) if sunday else None
