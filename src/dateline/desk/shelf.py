"""The reports of an archive, each with its events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Report
from dateline.store import Session


@dataclass(frozen=True, slots=True)
class Shelved:
    """A report in the archive: its events, the report of which it is a near-copy, and how many versions there are."""

    report: Report
    events: tuple[str, ...]
    copy_of: str | None
    versions: int


def shelf(session: Session) -> Iterator[Shelved]:
    """The reports by day, outlet and id."""
    events, counts, copies = session.events.by_report(), session.reports.counts(), session.stories.copies()
    for report in session.reports.heads():
        yield Shelved(report, tuple(events.get(report.id, ())), copies.get(report.id), counts[report.id])
