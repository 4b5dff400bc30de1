"""Places in a row that reports give, against the register."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dateline.desk.desk import Desk
from dateline.desk.dossier import dossier
from dateline.desk.findings import findings
from dateline.desk.overview import Overview
from dateline.model import Report
from dateline.pipeline import Pipeline
from dateline.register.view import View
from dateline.store import Archive
from dateline.store.events import EventFilter

FIRST = "On 21 February 2022 Russia recognized the Donetsk People's Republic."
SECOND = "Syria recognized the Donetsk People's Republic on 29 June 2022, the foreign ministry in Damascus said."
RIGHT = "The move makes North Korea the third country, after Russia and Syria, to recognize the Donetsk People's Republic."
WRONG = "North Korea became the fifth country to recognize the Donetsk People's Republic on Wednesday, Denis Pushilin said."
ARAB = "Syria became the first Arab country to recognize the Donetsk People's Republic on 29 June 2022."


@pytest.fixture
def desk(tmp_path: Path, pipeline: Pipeline) -> Desk:
    return Desk(Archive.open(str(tmp_path / "row.db"), write=True), pipeline)


def refuted(desk: Desk, *texts: str) -> list[str]:
    days = {FIRST: "2022-02-22", SECOND: "2022-06-30", ARAB: "2022-06-30"}
    reports = [Report(f"r{i}", text, outlet=f"Post {i}", published=days.get(text, "2022-07-14")) for i, text in enumerate(texts)]
    list(desk.add(reports, Counter()))
    with desk.archive.session() as session:
        found = findings(Overview(session, desk.pipeline.catalogue), View())
        return [each.message for each in found if each.kind == "ordinal"]


def test_a_place_that_the_register_bears_out_is_no_finding(desk: Desk) -> None:
    assert refuted(desk, FIRST, SECOND, RIGHT) == []


def test_those_who_came_before_are_not_given_the_place(desk: Desk) -> None:
    """The register lacks Syria: only the place of North Korea is doubted, not that of Russia."""
    assert refuted(desk, FIRST, "Russia was the first country to recognize the Donetsk People's Republic.") == []


def test_a_place_that_no_universe_has_is_found(desk: Desk) -> None:
    assert refuted(desk, FIRST, SECOND, WRONG) == ["“fifth country”; in the register un_member: 3; un: 3; all: 3"]


def test_a_row_of_its_own_is_not_checked(desk: Desk) -> None:
    assert refuted(desk, FIRST, ARAB) == []


def test_the_dossier_shows_the_place_in_each_universe(desk: Desk) -> None:
    refuted(desk, FIRST, SECOND, WRONG)
    with desk.archive.session() as session:
        (event,) = session.events.find(EventFilter(actors=("PRK",)))
        (place,) = dossier(session, event.id, desk.pipeline.catalogue).places
    assert (place.place.number, place.speakers, place.refuted) == (5, ("Denis Pushilin",), True)
    assert [answer.universe for answer in place.answers] == ["un_member", "un", "all"]
