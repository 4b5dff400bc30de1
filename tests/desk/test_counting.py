"""Counts that reports give, against the register."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dateline.desk.desk import Desk
from dateline.desk.findings import Finding, findings
from dateline.desk.overview import Overview
from dateline.model import Report
from dateline.pipeline import Pipeline
from dateline.register.view import View
from dateline.store import Archive

KNOWN = ("Peru recognized Abkhazia on 3 May 2030.", "Chile recognized Abkhazia on 4 May 2030.")


@pytest.fixture
def desk(tmp_path: Path, pipeline: Pipeline) -> Desk:
    return Desk(Archive.open(str(tmp_path / "counts.db"), write=True), pipeline)


def counts(desk: Desk, *texts: str) -> list[Finding]:
    """The findings on counts once these reports are filed."""
    reports = [Report(f"r{i}", text, outlet=f"Post {i}", published="2031-05-05") for i, text in enumerate(texts)]
    list(desk.add(reports, Counter()))
    with desk.archive.session() as session:
        return [f for f in findings(Overview(session, desk.pipeline.catalogue), View()) if f.kind == "count"]


@pytest.mark.parametrize("told", ["2 countries recognize Abkhazia", "Abkhazia is recognized by 2 UN member states"])
def test_a_count_that_holds_in_a_universe_is_no_finding(desk: Desk, told: str) -> None:
    assert counts(desk, *KNOWN, f"{told}, its leader said.") == []


def test_a_count_that_holds_in_none_is_found_with_who_gives_it(desk: Desk) -> None:
    (found,) = counts(desk, *KNOWN, "Abkhazia is recognized by 11 countries, Foreign Minister Oleg Tarba said.")
    assert found.message == "“recognized by 11 countries”; in the register un_member: 2; un: 2; all: 2"
    assert (found.to, found.values[0].value, found.values[0].voices) == ("x-abkhazia", "11", ("Oleg Tarba",))


@pytest.mark.parametrize(
    ("told", "n"),
    [
        ("More than 1 country recognizes Abkhazia.", 0),
        ("More than 3 countries recognize Abkhazia.", 1),
        ("Fewer than 5 countries recognize Abkhazia.", 0),
        ("At least 4 states have recognized Abkhazia.", 1),
        ("5 Arab countries recognize Abkhazia.", 0),  # a universe of its own
        ("Abkhazia would be recognized by 20 countries.", 0),
    ],
)
def test_words_before_the_number_leave_room(desk: Desk, told: str, n: int) -> None:
    assert len(counts(desk, *KNOWN, told)) == n


def test_where_the_register_knows_nothing_there_is_nothing_to_check(desk: Desk) -> None:
    assert counts(desk, "Kosovo is recognized by 110 countries.") == []
