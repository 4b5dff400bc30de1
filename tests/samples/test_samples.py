"""The sample reports: there, dated, and told apart by the reading stage."""

from __future__ import annotations

from datetime import date

from dateline.model import SectionKind
from dateline.read import Reader
from dateline.samples import sample_reports


def test_there_are_at_least_eight_with_outlets_and_ids_of_their_own() -> None:
    reports = list(sample_reports())
    assert len({r.id for r in reports}) == len(reports) >= 8
    assert all(r.outlet and r.text and r.sha256 for r in reports)
    assert any(r.published is None for r in reports)


def test_days_of_publication_fall_on_the_weekdays_that_the_texts_name() -> None:
    days = {r.id: date.fromisoformat(r.published).strftime("%A") for r in sample_reports() if r.published}
    assert days["venezuela-2009-wire"] == days["nicaragua-2021-wire"] == "Thursday"
    assert days["nicaragua-2021-gazette"] == days["saudi-iran-2023-wire"] == "Friday"
    assert days["lithuania-2022-wire"] == "Monday"


def test_titles_leads_and_links_are_told_apart(reader: Reader) -> None:
    readings = {r.report.id: r for r in reader.read_many(sample_reports())}
    assert readings["venezuela-2009-wire"].report.place == "Barvikha, Russia"
    assert readings["venezuela-2009-courier"].report.title is None
    links = [s.span.of(r.report.text) for r in readings.values() for s in r.sections if s.kind is SectionKind.BOILERPLATE]
    assert {"Read more:", "Caracas and Moscow sign oil agreements", "VOIR AUSSI :", "See also:", "By Jane Example"} <= set(links)
    assert all(q.closed for r in readings.values() for q in r.quotations)
