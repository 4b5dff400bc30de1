"""The register as a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.desk.making import make_standings
from dateline.desk.overview import Overview
from dateline.model import Entry, Layer
from dateline.register.ledger import read_ledger
from dateline.register.view import View
from dateline.resolve import Catalogue
from dateline.serve.web.matrix import matrix
from dateline.serve.web.worldmap import holds
from dateline.store import Archive

LINES = [
    "2008-08-26 recognize_state RUS x-abkhazia",
    "2008-09-05 recognize_state NIC x-abkhazia",
    "2009-09-10 recognize_state VEN x-abkhazia",
    "2021-12-09 sever_relations NIC TWN",
    "2021-12-10 resume_relations NIC CHN",
]


@pytest.fixture
def overview(tmp_path: Path) -> Iterator[Overview]:
    entries = [line for line in read_ledger(LINES, "here") if isinstance(line, Entry)]
    with Archive.open(str(tmp_path / "matrix.db"), write=True) as archive:
        with archive.session() as session:
            session.entries.keep(entries, "here", "2030-01-01T00:00:00Z")
        make_standings(archive, known := Catalogue.load())
        with archive.session() as session:
            yield Overview(session, known)


def test_a_cell_says_whether_the_relation_stands(overview: Overview) -> None:
    found = matrix(overview, View(on="2022-01-01", layer=Layer.RELATIONS), overview.known.parties)
    assert holds(found.cells["NIC", "CHN"])
    assert not holds(found.cells["NIC", "TWN"])
    assert found.cells["TWN", "NIC"] == found.cells["NIC", "TWN"]


def test_recognition_is_asked_where_no_layer_is_named(overview: Overview) -> None:
    found = matrix(overview, View(on="2009-01-01"), ["RUS", "NIC", "VEN", "x-abkhazia"])
    assert found.layer is Layer.STATE
    assert {pair for pair, row in found.cells.items() if pair[1] == "x-abkhazia" and holds(row)} == {
        ("RUS", "x-abkhazia"),
        ("NIC", "x-abkhazia"),
    }


def test_what_was_known_by_then_is_told_of_the_same_pairs(overview: Overview) -> None:
    parties = overview.known.parties
    assert matrix(overview, View(on="2009-12-01", known_by="2009-12-01"), parties) == matrix(
        overview, View(on="2009-12-01"), parties
    )


def test_strangers_do_not_stand_in_the_table(overview: Overview) -> None:
    assert not matrix(overview, View(on="2022-01-01"), []).cells
