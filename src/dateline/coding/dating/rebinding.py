"""Open dates told by another report of the same event."""

from __future__ import annotations

from dataclasses import replace

from dateline import edtf
from dateline.model import Anchor, EventDate
from dateline.resolve.times.evaluate import evaluate
from dateline.resolve.times.symbolic import Call, Expr, parse


def rebind(date: EventDate, day: str, basis: str) -> EventDate:
    """The date with the value that another report gives, if the date is open and its words allow that day; else unchanged.

    ``day`` is the day of the event itself, ``YYYY-MM-DD``: a "Wednesday" is told by it only when it is one.
    """
    if date.value is not None or date.symbolic is None or not edtf.is_edtf(day):
        return date
    if date.anchor is Anchor.ABSOLUTE or not allows(date.symbolic, day):
        return date
    return replace(date, value=day, basis=basis)


def allows(symbolic: str, day: str) -> bool:
    """Whether an expression can mean a day: the occurrence of its partial date nearest to the day holds it. What has no partial
    date ("yesterday", "three weeks later") says nothing against any day.
    """
    partial = partial_in(parse(symbolic))
    value = evaluate(f"near({partial})", day) if partial else day
    return value is not None and day.startswith(value[:10])


def partial_in(expr: Expr) -> str | None:
    """The partial date of an expression that chooses one by its direction, also with a part of the day."""
    if isinstance(expr, Call) and expr.name == "at":
        return partial_in(expr.args[0])
    chooses = isinstance(expr, Call) and str(expr.args[0]).startswith("XXXX")
    return str(expr.args[0]) if isinstance(expr, Call) and chooses else None
