"""TIMEX3 values → EDTF, and bounds drawn from them."""

from __future__ import annotations

from dateline import edtf
from dateline.model import Anchor, TimeMention
from dateline.resolve.times import moments
from dateline.resolve.times.evaluate import evaluate

APPROXIMATE = frozenset({"APPROX", "LESS_THAN", "MORE_THAN"})


def edtf_of(mention: TimeMention) -> str | None:
    """The mention's value in EDTF; null while it is open, and for durations, sets and references."""
    value = written(mention.value) if mention.value else None
    return f"{value}~" if value and mention.mod in APPROXIMATE and "/" not in value else value


def written(value: str) -> str | None:
    """A TIMEX3 value in EDTF: weeks as the interval of their days, quarters and seasons by their numbers, hours left out."""
    moment = moments.parse(value)
    if moment is None or moment.first is None:
        return None
    if moment.unit in {"week", "weekend"}:
        return edtf.span_of(moment.first, moment.last)
    return numbered(moment)


def numbered(moment: moments.Moment) -> str:
    """A moment of another unit in EDTF."""
    year = f"{moment.year:04d}"
    if moment.unit == "decade":
        return f"{year[:3]}X"
    if moment.unit == "century":
        return f"{year[:2]}XX"
    if moment.unit in {"quarter", "half", "season"}:
        number = {"quarter": 32 + moment.part, "half": 39 + moment.part}.get(moment.unit, 20 + moment.part)
        return f"{year}-{number}"
    return str(moment.bare)


def spread(mention: TimeMention, base: TimeMention | None) -> str | None:
    """The days that an expression may mean when it is counted from a date that is too coarse: "eight months later" than 2014 is
    ``2014-09/2015-08``; null where it is told, or counts from nothing.
    """
    moment = moments.parse(base.value or "") if base else None
    if mention.value or mention.anchor is not Anchor.NARRATIVE or moment is None or moment.first is None:
        return None
    ends = (written(evaluate(mention.symbolic, str(day)) or "") for day in (moment.first, moment.last))
    value = "/".join(end for end in ends if end)
    return value if "/" in value and edtf.is_edtf(value) else None


def is_day(value: str | None) -> bool:
    """Whether a value is one day."""
    return value is not None and edtf.precision(value) is edtf.Precision.DAY


def bounded(value: str, side: str) -> str:
    """A value as a bound: ``before`` gives ``../D``, ``after`` gives ``D/..``; anything else the value itself."""
    if side == "before":
        return edtf.until(value)
    return edtf.since(value) if side == "after" else value
