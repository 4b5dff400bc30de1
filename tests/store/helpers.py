"""Small records to keep in an archive."""

from __future__ import annotations

from dateline.model import CodedReport, Report, Section, SectionKind, Span
from dateline.store import Archive

NOW = "2026-01-02T03:04:05Z"


def report(id: str = "r1", text: str = "Ruritania recalled its envoy.", **fields: str | None) -> Report:
    return Report(id=id, text=text, **fields)  # type: ignore[arg-type]


def coded(of: Report) -> CodedReport:
    return CodedReport(of, sections=(Section(Span(0, len(of.text)), SectionKind.BODY),))


def keep(archive: Archive, *reports: Report, coder: str = "c1") -> None:
    """Keeps and settles reports, as the desk does."""
    with archive.session() as session:
        for one in reports:
            version = session.reports.keep(one, NOW)
            session.reports.keep_coding(version, coder, coded(one), NOW)
            session.reports.settle(one.id)
