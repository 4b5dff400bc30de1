"""Tables for statistics: a dyadic series by month or year, and the matrix of all pairs on a day.

A row of the series is what one party did toward another in one period. Events and reports are counted apart, for a report that is
carried often is no further event. Quad classes are PLOVER's, Goldstein values those of goldstein.csv.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from dateline.model import Event, Participant, Relation, Status
from dateline.serve.codes import codes
from dateline.serve.scales import goldstein, quad
from dateline.store.events import days

PERIODS: Mapping[str, int] = {"month": 7, "year": 4}
"""How much of a day (YYYY-MM-DD) names its period."""

DYADIC: Mapping[str, str] = {
    "actor": "string", "recipient": "string", "period": "string", "events": "int64", "reports": "int64",
    "verbal_cooperation": "int64", "material_cooperation": "int64", "verbal_conflict": "int64", "material_conflict": "int64",
    "goldstein_sum": "float64", "goldstein_mean": "float64",
}  # fmt: skip
"""The columns of a series with their types."""

MATRIX: Mapping[str, str] = {
    "from": "string", "to": "string", "layer": "string", "relation": "string", "answer": "string", "level": "string",
    "since": "string", "until": "string", "status": "string", "implied": "bool", "entries": "string",
}  # fmt: skip
"""The columns of a matrix with their types."""

QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
DONE = frozenset({Status.HAPPENED, Status.ONGOING})
Row = dict[str, object]


def dyadic(events: Iterable[Event], by: str) -> list[Row]:
    """The rows of a series: of events that happened, and whose day lies in one period, by actor, recipient and period."""
    found: dict[tuple[str, str, str], list[Event]] = {}
    for event in events:
        period = period_of(event, by)
        if period and event.status in DONE:
            for pair in dyads(event):
                found.setdefault((*pair, period), []).append(event)
    return [dyad_row(*key, found[key]) for key in sorted(found)]


def period_of(event: Event, by: str) -> str | None:
    """The period in which an event surely lies; null where there is none."""
    first, last = days(event)
    if first is None or last is None or first[: PERIODS[by]] != last[: PERIODS[by]]:
        return None
    return first[: PERIODS[by]]


def dyads(event: Event) -> Iterator[tuple[str, str]]:
    """Who acted toward whom, each pair once; what acts for a state counts as that state."""
    pairs = product(sorted(stood_for(event.actors)), sorted(stood_for(event.recipients)))
    return (pair for pair in pairs if pair[0] != pair[1])


def stood_for(participants: Iterable[Participant]) -> set[str]:
    """The parties for which participants act."""
    return {p.actor.principal or p.actor.country or p.actor.id for p in participants}


def dyad_row(actor: str, recipient: str, period: str, events: list[Event]) -> Row:
    """One row of a series."""
    known = [codes(event.act, event.mode) for event in events]
    quads = [quad(code.plover) for code in known]
    values = [value for code in known if (value := goldstein(code.cameo)) is not None]
    return {
        "actor": actor,
        "recipient": recipient,
        "period": period,
        "events": len(events),
        "reports": sum(event.counts.reports for event in events),
        **{name: quads.count(i) for i, name in enumerate(QUADS, 1)},
        "goldstein_sum": round(sum(values), 3) if values else None,
        "goldstein_mean": round(sum(values) / len(values), 3) if values else None,
    }


def matrix_row(row: Relation) -> Row:
    """One row of a matrix; ``entries`` are the ids of the register's entries that it rests on."""
    return {
        "from": row.from_,
        "to": row.to,
        "layer": row.layer.value,
        "relation": row.relation,
        "answer": row.answer,
        "level": row.level,
        "since": row.since,
        "until": row.until,
        "status": row.status.value,
        "implied": row.implied_by is not None,
        "entries": " ".join(row.entries),
    }
