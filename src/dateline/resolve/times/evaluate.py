"""Symbolic expressions × what they are reckoned from → TIMEX3 values.

===================  =============================================================================================
``year(-1)``         that unit of the calendar, so many from the reference: century, decade, year, half, quarter, season,
                     month, week, weekend, day
``this(P)``          the occurrence of a partial date in the reference's own year, month or week
``last(P)``          the latest that ended before the reference began ("last Friday")
``next(P)``          the first that begins after the reference has ended ("next July")
``past(P)``          the latest that has begun by the reference's end ("on Friday" with a verb in the past); of dates of the
                     year the next one where that is much nearer
``future(P)``        the first that has not ended when the reference begins
``near(P)``          the nearest; of weekdays, months and seasons rather one that has begun
``closest(P)``       the nearest, before or after: how a tale that looks back means it
``onward(P)``        the nearest, rather after than before: how a tale means it
``nth(n,P)``         the n-th unit or partial date within the reference; -1 is the last
``again(unit,n)``    so many units later; of a quarter, half, season or month the same one of another year ("a year earlier")
``exact(unit,n)``    the very day so many units later ("three weeks ago today")
``within(unit)``     the unit of the calendar in which a finer reference lies ("later in the year")
``at(E,clock)``      a value with a part of its day
``from(E,X)``        X reckoned from the value of E
``told(quarter)``    the quarter on which a company reports: the reference if it is one, else the quarter before it;
                     ``told(year)`` is the year of that quarter
``easter(n)``        a partial date: so many days after Easter Sunday
===================  =============================================================================================

Partial dates P: ``XXXX-07-13``, ``XXXX-07``, ``XXXX-SU``, ``XXXX-Q3``, ``XXXX-H1`` (of a year), ``XXXX-XX-13`` (of a month),
``XXXX-WXX-3``, ``XXXX-WXX-WE`` (of a week), or ``from(XXXX-11,nth(4,XXXX-WXX-4))`` and ``easter(-2)`` (of a year). Every other
word is its own value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from dateline.resolve.times import moments
from dateline.resolve.times.choosing import WEEKLY, begins, closest, ends, latest, nearest, onward
from dateline.resolve.times.feasts import easter
from dateline.resolve.times.moments import COARSE, SEASONS, Moment
from dateline.resolve.times.symbolic import Call, Expr, parse

PARTIAL = re.compile(
    r"XXXX-(?:(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?|XX-(?P<monthday>[0-9]{2})|WXX-(?:(?P<weekday>[1-7])|(?P<weekend>WE))"
    r"|(?P<season>SP|SU|FA|WI)|Q(?P<quarter>[1-4])|H(?P<half>[12]))"
)
Value = Moment | str | None


@lru_cache(maxsize=16384)
def evaluate(symbolic: str, reference: str | None) -> str | None:
    """The TIMEX3 value of an expression reckoned from a value; null where that does not tell it."""
    ref = moments.parse(reference) if reference else None
    value = value_of(parse(symbolic), ref)
    return None if value is None else str(value)


def value_of(expr: Expr, ref: Moment | None) -> Value:
    """The value of a parsed expression."""
    if isinstance(expr, str):
        return ref if expr == "ref" else word_value(expr)
    if expr.name in COARSE:
        return moments.shift(ref, expr.name, number(expr)) if ref else None
    call = CALLS.get(expr.name)
    return call(expr, ref) if call else None


def word_value(word: str) -> Value:
    """A word's own value; a partial date alone is a set's ("every May" is ``XXXX-05``)."""
    return moments.parse(word) or word


def number(expr: Call, i: int = 0) -> int:
    """An argument as a number."""
    return int(str(expr.args[i]))


# --------------------------------------------------------------------------- partial dates


def cycle(partial: Expr) -> str:
    """The unit in which a partial date comes once."""
    match = PARTIAL.fullmatch(partial) if isinstance(partial, str) else None
    if match is None:
        return "year"
    if match["weekday"] or match["weekend"]:
        return "week"
    return "month" if match["monthday"] else "year"


def within(partial: Expr, period: Moment) -> Moment | None:
    """The occurrence of a partial date in a year, month or week; null where there is none (29 February)."""
    if isinstance(partial, Call):
        return called_within(partial, period)
    match = PARTIAL.fullmatch(partial)
    if match is None:
        return moments.parse(partial)  # D-Day comes once
    found = from_match(match.groupdict(), period)
    return found if found and moments.possible(found) else None


def from_match(parts: dict[str, str | None], period: Moment) -> Moment | None:
    """The occurrence in a period, from the named parts of a partial date."""
    year = period.year
    if parts["weekday"]:
        day = moments.week_day(year, period.part, int(parts["weekday"]))
        return moments.of_day(day) if day else None
    if parts["weekend"]:
        return Moment("weekend", year, period.part)
    if parts["monthday"]:
        return Moment("day", year, period.part, int(parts["monthday"]))
    if parts["season"]:
        return Moment("season", year, SEASONS.index(parts["season"]) + 1)
    for unit in ("quarter", "half"):
        if parts[unit]:
            return Moment(unit, year, int(parts[unit] or 0))
    month, day_of = int(parts["month"] or 0), int(parts["day"] or 0)
    return Moment("day" if day_of else "month", year, month, day_of)


def called_within(partial: Call, period: Moment) -> Moment | None:
    """The occurrence of a feast: counted from Easter, or within a month."""
    if partial.name == "easter":
        return easter(period.year, number(partial))
    if partial.name == "from":
        month = within(partial.args[0], period)
        found = value_of(partial.args[1], month) if month else None
        return found if isinstance(found, Moment) else None
    return None


# --------------------------------------------------------------------------- calls


def occurrences(partial: Expr, ref: Moment) -> list[Moment]:
    """The occurrences around a reference, in order; only the reference's own before Christ, where days cannot be compared."""
    period = moments.widen(ref, cycle(partial))
    if period is None:
        return []
    steps = range(-9, 10) if period.first else range(1)  # 29 February may be eight years away
    periods = (moments.add(period, n) for n in steps)
    return [found for p in periods if p and (found := within(partial, p))]


def this(expr: Call, ref: Moment | None) -> Value:
    """The occurrence in the reference's own period."""
    period = moments.widen(ref, cycle(expr.args[0])) if ref else None
    return within(expr.args[0], period) if period else None


def toward(choose: Callable[[list[Moment], date, date], Moment | None]) -> Callable[[Call, Moment | None], Value]:
    """A call that chooses among the occurrences by the reference's first and last day."""

    def call(expr: Call, ref: Moment | None) -> Value:
        if ref is None or ref.first is None or ref.last is None:
            return this(expr, ref)
        return choose(occurrences(expr.args[0], ref), ref.first, ref.last)

    return call


def nth(expr: Call, ref: Moment | None) -> Value:
    """The n-th unit or partial date within the reference."""
    first, last = (ref.first, ref.last) if ref else (None, None)
    if ref is None or first is None or last is None:
        return None
    n, what = number(expr), expr.args[1]
    if isinstance(what, str) and what in COARSE:
        edge = moments.widen(moments.of_day(first if n > 0 else last), what)
        return moments.add(edge, n - 1 if n > 0 else n + 1) if edge else None
    edge = moments.widen(moments.of_day(first if n > 0 else last), cycle(what))
    start = within(what, edge) if edge else None
    if edge is None or start is None:
        return None
    outside = begins(start) < first if n > 0 else begins(start) > last
    step = (n if outside else n - 1) if n > 0 else (n if outside else n + 1)
    period = moments.add(edge, step)
    return within(what, period) if period else None


def again(expr: Call, ref: Moment | None) -> Value:
    """So many units later, a quarter staying a quarter and a month a month."""
    if ref is None:
        return None
    unit, n = str(expr.args[0]), number(expr, 1)
    moved = moments.shift(ref, unit, n)
    if moved is None or ref.unit in {"week", "weekend"} or COARSE.index(ref.unit) <= COARSE.index(unit):
        return moved
    found = Moment(ref.unit, moved.year, ref.part)
    return found if unit == "year" and ref.unit != "day" and moments.possible(found) else moved


def exact(expr: Call, ref: Moment | None) -> Value:
    """The day so many units later; the unit itself where the reference is no day."""
    unit, n = str(expr.args[0]), number(expr, 1)
    if ref is None or ref.unit != "day":
        return moments.shift(ref, unit, n) if ref else None
    if unit in {"day", "week"}:
        return moments.add(ref.bare, n * (WEEKLY if unit == "week" else 1))
    moved = moments.shift(ref, unit, n)
    found = moved and Moment("day", moved.year, moved.part if unit == "month" else ref.part, ref.day)
    return found if found and moments.possible(found) else moved


def inside(expr: Call, ref: Moment | None) -> Value:
    """The unit in which the reference lies, which must be finer, or that day itself."""
    unit = str(expr.args[0])
    if ref is None or (COARSE.index(ref.unit) <= COARSE.index(unit) and unit != "day"):
        return None
    return moments.widen(ref, unit)


def told(expr: Call, ref: Moment | None) -> Value:
    """The reference if it is a quarter, else the quarter before it; the year of either for ``told(year)``."""
    if expr.args[0] == "year":
        return moments.widen(ref, "year") if ref else None
    return ref if ref is None or ref.unit == "quarter" else moments.shift(ref, "quarter", -1)


def at(expr: Call, ref: Moment | None) -> Value:
    """A day with a part of it."""
    day = value_of(expr.args[0], ref)
    if not isinstance(day, Moment) or day.unit != "day":
        return None
    return Moment(day.unit, day.year, day.part, day.day, str(expr.args[1]))


def reckoned(expr: Call, ref: Moment | None) -> Value:
    """An expression reckoned from another's value."""
    base = value_of(expr.args[0], ref)
    return value_of(expr.args[1], base) if isinstance(base, Moment) else None


CALLS: dict[str, Callable[[Call, Moment | None], Value]] = {
    "this": this,
    "last": toward(lambda all_, first, _: max((m for m in all_ if ends(m) < first), key=begins, default=None)),
    "next": toward(lambda all_, _, last: min((m for m in all_ if begins(m) > last), key=begins, default=None)),
    "past": toward(latest),
    "future": toward(lambda all_, first, _: min((m for m in all_ if ends(m) >= first), key=begins, default=None)),
    "near": toward(nearest),
    "closest": toward(closest),
    "onward": toward(onward),
    "nth": nth,
    "again": again,
    "told": told,
    "exact": exact,
    "within": inside,
    "at": at,
    "from": reckoned,
}
