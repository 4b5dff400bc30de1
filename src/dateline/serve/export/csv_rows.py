"""Events as a table, one row each, for spreadsheets and statistics."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from dateline.model import Event, Participant, Report
from dateline.serve.codes import codes
from dateline.serve.phrases import statement
from dateline.serve.text import one_line
from dateline.store.events import days

COLUMNS = (
    *("id", "date", "date_first", "date_last", "date_basis", "act", "plover", "mode", "cameo", "status"),
    *("actors", "actor_names", "recipients", "recipient_names", "statement"),
    *("reports", "utterances", "principals", "third_party_principals", "unsourced"),
    *("outlets", "confidence", "disagreements"),
)
BETWEEN = ";"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula when a cell begins with it."""


def csv_lines(events: Iterable[Event], reports: Mapping[str, Report]) -> Iterator[str]:
    """The header and a line for each event."""
    yield line(COLUMNS)
    for event in events:
        yield line(row(event, reports))


def line(cells: Iterable[str]) -> str:
    """Cells as a line of CSV, without its end."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([harmless(cell) for cell in cells])
    return out.getvalue()


def harmless(cell: str) -> str:
    """The cell on one line; one that a spreadsheet would run as a formula begins with an apostrophe."""
    text = one_line(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def row(event: Event, reports: Mapping[str, Report]) -> list[str]:
    """The cells of an event."""
    first, last = days(event)
    code = codes(event.act, event.mode)
    basis = next((date.basis for date in event.dates if date.value == event.date), "")
    outlets = sorted({outlet for id in event.reports if (outlet := reports[id].outlet if id in reports else None)})
    counts = event.counts
    return [
        event.id,
        event.date or "",
        first or "",
        last or "",
        basis,
        event.act,
        code.plover or "",
        code.mode or "",
        code.cameo or "",
        event.status.value,
        *parties(event.actors),
        *parties(event.recipients),
        statement(event),
        *map(str, (counts.reports, counts.utterances, counts.principals, counts.third_party_principals, counts.unsourced)),
        BETWEEN.join(outlets),
        f"{event.confidence:.3f}",
        BETWEEN.join(sorted({each.kind for each in event.disagreements})),
    ]


def parties(participants: Iterable[Participant]) -> tuple[str, str]:
    """The ids and the names of a side, in the same order."""
    found = sorted({(p.actor.id, p.actor.name) for p in participants})
    return BETWEEN.join(id for id, _ in found), BETWEEN.join(name for _, name in found)
