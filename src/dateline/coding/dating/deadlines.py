"""Stretches within which a plan is to be carried out: "agreed to reopen embassies *within two months*" bounds the day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.dating.clauses import Clauses, Dating
from dateline.coding.dating.lexicon import lexicon
from dateline.model import Status, TimeMention, TimeType
from dateline.resolve.times.evaluate import evaluate

LENGTH = re.compile(r"P(?P<n>[0-9]{1,4})(?P<unit>[DWMY])|PT(?P<hours>[0-9]{1,4})H")
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
HOURS = 24


def deadlines(clauses: Clauses, times: Sequence[TimeMention]) -> Iterator[Dating]:
    """The stretches that bound what is planned, each with its last day, counted from the report's own day, as the date."""
    day = clauses.syntax.reading.report.day
    for mention in times:
        last = last_day(mention, day) if day and mention.type is TimeType.DURATION else None
        if last and clauses.word_before(mention) in lexicon().deadline:
            told = replace(mention, value=last, basis=f"counted from {day}, on which it was published")
            dating = clauses.dating(told, last)
            events = clauses.predicates.get(dating.on.i, []) if dating else []
            if dating and events and all(e.status is Status.PLANNED for e in events):
                yield dating


def last_day(mention: TimeMention, day: str) -> str | None:
    """The last day of a stretch that begins on a day; null for a stretch of no told length."""
    length = LENGTH.fullmatch(mention.value or "")
    if length is None:
        return None
    unit, n = ("day", -(-int(length["hours"]) // HOURS)) if length["hours"] else (UNITS[length["unit"]], int(length["n"]))
    return evaluate(f"exact({unit},{n})", day)
