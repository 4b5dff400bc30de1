"""Dates that reports, or a report and a table, give differently; and many reports that credit nobody."""

from __future__ import annotations

from collections import Counter
from itertools import islice, product
from pathlib import Path

import pytest

from dateline.desk.desk import Desk
from dateline.desk.findings import Finding, findings
from dateline.desk.importing import import_file
from dateline.desk.overview import Overview
from dateline.model import Event, Report
from dateline.pipeline import Pipeline
from dateline.register.view import View
from dateline.store import Archive
from dateline.store.events import EventFilter

MONDAY = "Russia recognized the Donetsk People's Republic on 21 February 2022, President Vladimir Putin announced."
TUESDAY = "Russia recognized the Donetsk People's Republic on 22 February 2022, the parliament in Moscow said."
LINE = "2022-02-21 recognize_state RUS x-donetsk-pr ; decree:1-5\n"
DAYS = [("2022-02-21", ("Vladimir Putin",)), ("2022-02-22", ("Parliament of Russia",))]

WHO = ("Peru", "The government of Peru", "Peru's government", "The Peruvian government", "Lima")
DID = ("recognized", "has recognized", "formally recognized", "officially recognized", "has formally recognized")
WHEN = ("on Monday", "earlier this week")


@pytest.fixture
def desk(tmp_path: Path, pipeline: Pipeline) -> Desk:
    return Desk(Archive.open(str(tmp_path / "differing.db"), write=True), pipeline)


def file(desk: Desk, *texts: str, published: str = "2022-02-24") -> None:
    """Files texts as reports of an outlet each."""
    list(desk.add([Report(f"r{i}", text, outlet=f"Post {i}", published=published) for i, text in enumerate(texts)], Counter()))


def dates(desk: Desk) -> list[Finding]:
    """What `check` finds of dates."""
    with desk.archive.session() as session:
        return [f for f in findings(Overview(session, desk.pipeline.catalogue), View()) if f.kind == "date"]


def recognitions(desk: Desk) -> tuple[Event, ...]:
    """The events of recognition."""
    with desk.archive.session() as session:
        return tuple(session.events.find(EventFilter(acts=("recognize_state",))))


def test_dates_that_two_reports_give_are_found_between_them_and_in_the_register(desk: Desk) -> None:
    file(desk, MONDAY, TUESDAY)
    (event,) = recognitions(desk)
    between, register = dates(desk)
    assert (between.event, register.event) == (event.id, None)
    assert [(v.value, v.voices) for v in between.values] == [(v.value, v.voices) for v in register.values] == DAYS


def test_a_report_with_another_day_than_the_register_is_found(desk: Desk, tmp_path: Path) -> None:
    table = tmp_path / "lines.txt"
    table.write_text(LINE, encoding="utf-8")
    moment = "2022-03-01T00:00:00Z"
    assert list(import_file(desk.archive, "lines", table, desk.pipeline.catalogue, moment, Counter())) == []
    file(desk, TUESDAY)
    (found,) = dates(desk)
    assert [v.value for v in found.values] == ["2022-02-21", "2022-02-22"]
    assert (found.layer, found.from_, found.to) == ("state", "RUS", "x-donetsk-pr")


def test_a_report_with_the_day_of_the_register_is_no_finding(desk: Desk, tmp_path: Path) -> None:
    table = tmp_path / "lines.txt"
    table.write_text(LINE, encoding="utf-8")
    list(import_file(desk.archive, "lines", table, desk.pipeline.catalogue, "2022-03-01T00:00:00Z", Counter()))
    file(desk, MONDAY)
    assert dates(desk) == []


def test_fifty_rewrites_without_credit_are_one_event_with_fifty_unsourced_reports_and_no_origin(desk: Desk) -> None:
    texts = [f"{who} {did} Abkhazia {when}." for who, did, when in islice(product(WHO, DID, WHEN), 50)]
    file(desk, *texts, published="2031-05-07")
    (event,) = recognitions(desk)
    assert (len(event.reports), event.counts.unsourced, event.counts.utterances) == (50, 50, 0)
    assert (event.origins, event.counts.principals) == ((), 0)
