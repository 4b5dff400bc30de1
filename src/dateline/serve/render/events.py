"""What ``events`` shows: a line for what each event says, a line for who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from dateline.model import Counts, Event
from dateline.serve.phrases import statement
from dateline.serve.render.page import QUIET, Rows, rows, sentence, tally
from dateline.serve.render.reading import date_cell, stated
from dateline.serve.text import counted

SHORT_ID = 8


def event_list(events: Iterable[Event]) -> Iterator[RenderableType]:
    """The events one below the other, as they come."""
    n = 0
    for event in events:
        n += 1
        yield event_rows(event)
    yield tally(n, "event")


def event_rows(event: Event) -> Rows:
    """One event: its day, what it says, and how widely it is told."""
    return rows([(date_cell(event.date), [stated(statement(event), event.status), support(event)])], indent=0)


def support(event: Event) -> Text:
    """How widely and how independently an event is told, and the id to ask for more."""
    return sentence((counts_line(event.counts), QUIET), (marks(event), "yellow"), (f" · {event.id[:SHORT_ID]}", QUIET))


def counts_line(counts: Counts) -> str:
    """The counts in words; what is none is left out."""
    parts = [
        counted(counts.reports, "report"),
        counted(counts.principals, "principal") if counts.principals else "",
        f"{counts.third_party_principals} third-party" if counts.third_party_principals else "",
        f"{counts.unsourced} unsourced" if counts.unsourced else "",
    ]
    return " · ".join(part for part in parts if part)


def marks(event: Event) -> str:
    """What should make a reader look twice: disagreements and bottlenecks."""
    kinds = ", ".join(dict.fromkeys(each.kind for each in event.disagreements))
    parts = [
        f"reports differ on {kinds}" if kinds else "",
        f"all through {', '.join(event.bottlenecks)}" if event.bottlenecks else "",
    ]
    return "".join(f" · {part}" for part in parts if part)
