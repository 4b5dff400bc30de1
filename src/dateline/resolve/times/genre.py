"""News or narrative: whether a text's dates are reckoned from the day of writing, or from one another."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Anchor, Reading, TimeMention
from dateline.resolve.times import moments
from dateline.resolve.times.moments import Moment
from dateline.resolve.times.symbolic import Expr, parse

ENOUGH = 10
"""So many dates tell the era of a narrative."""
MARGIN = 5
"""Years beside the era that still belong to it, at least; a quarter of its length where that is more."""
LONG_BEFORE = 60
"""Days before the publication from which on a date is no news."""
MANY = 6
"""So many old dates of any kind outweigh one that is reckoned from the day of writing."""
DISTANT = 10
"""Years before the publication from which on hardly a date of a news report lies."""
SOME = 4
"""A text with a publication date also tells of the past when it has so many distant dates, and as many more for each that is
reckoned from the day of writing."""
FEWEST = 3
"""A text with a publication date tells of the past when it has at least so many dates of long before."""


def is_narrative(reading: Reading, mentions: Sequence[TimeMention]) -> bool:
    """Whether a text tells of the past by dates of its own, so that "in May" means the May of its tale: it has dates of long
    before, told to the month or many of them, and next to none is reckoned from the day of writing.
    """
    day = moments.parse(reading.report.day or "")
    told = (moments.parse(m.symbolic) for m in mentions if m.anchor is Anchor.ABSOLUTE)
    old = [moment for moment in told if moment and long_before(moment, day)]
    fine = sum(moment.unit in {"day", "month", "season"} for moment in old)
    distant = sum(day is not None and moment.year <= day.year - DISTANT for moment in old)
    today = sum(m.anchor is Anchor.PUBLICATION and of_today(m, reading.report.text) for m in mentions)
    fewest = 1 if day is None else FEWEST
    if fine and distant >= SOME * (1 + today):
        return True
    return fine >= fewest + 2 * today or len(old) >= (1 if day is None else 2 * fewest) + MANY * today


def of_today(mention: TimeMention, text: str) -> bool:
    """Whether an expression is reckoned from the day of writing; "the end of the month" may be that of a tale."""
    return deictic(parse(mention.symbolic)) and not mention.span.of(text).lower().startswith("the ")


def era(mentions: Sequence[TimeMention]) -> range | None:
    """The years of which a narrative tells, by the middle eight tenths of its dates and a few years beside: what lies outside
    ("as a book of 2004 says") is no date from which to reckon. Null for a text with few dates.
    """
    told = (moments.parse(m.symbolic) for m in mentions if m.anchor is Anchor.ABSOLUTE)
    years = sorted(m.year for m in told if m and m.unit in {"year", "season", "month", "day"})
    if len(years) < ENOUGH:
        return None
    edge = len(years) // 10
    margin = max(MARGIN, (years[-1 - edge] - years[edge]) // 4)
    return range(years[edge] - margin, years[-1 - edge] + margin + 1)


def long_before(moment: Moment, published: Moment | None) -> bool:
    """Whether a date lies well before the publication."""
    if published is None or published.first is None or moment.last is None:
        return True
    return (published.first - moment.last).days > LONG_BEFORE


def deictic(expr: Expr) -> bool:
    """Whether an expression is reckoned from the day of writing itself: "yesterday", "on Friday", "last week"."""
    if isinstance(expr, str):
        return False
    if expr.name in {"day", "week", "month"}:
        return True
    inner = expr.args[:1] if expr.name == "from" else expr.args
    return any("WXX" in str(arg) or deictic(arg) for arg in inner)
