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


def newest(session: Session, limit: int, skip: int = 0) -> list[Shelved]:
    """The reports from the latest day on, those without a day last: so many, after so many."""
    reports = session.reports.newest(limit, skip)
    events, copies = session.events.by_report([report.id for report in reports]), session.stories.copies()
    return [
        Shelved(report, tuple(events.get(report.id, ())), copies.get(report.id), session.reports.counts_of(report.id))
        for report in reports
    ]
