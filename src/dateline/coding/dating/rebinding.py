"""Open dates told by another report of the same event."""

from __future__ import annotations

from dataclasses import replace

from dateline import edtf
from dateline.model import Anchor, EventDate
from dateline.resolve.times.evaluate import evaluate


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
    """Whether an expression can mean a day: reckoned from somewhere near it, it gives the day, or a time with the day in it."""
    partial = symbolic.partition("(")[2].rstrip(")") if "XXXX" in symbolic else ""
    if not partial:
        return True
    value = evaluate(f"near({partial})", day)
    return value is not None and value.startswith(day[: len(value[:10])]) if value else False
