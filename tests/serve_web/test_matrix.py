"""The register as a table."""

from __future__ import annotations

from dateline.desk.standing import slots_of
from dateline.model import Layer
from dateline.register.ledger import read_ledger
from dateline.register.register import Register
from dateline.register.view import View
from dateline.resolve import Catalogue
from dateline.serve.web.matrix import matrix
from dateline.serve.web.worldmap import holds

LINES = [
    "2008-08-26 recognize_state RUS x-abkhazia",
    "2008-09-05 recognize_state NIC x-abkhazia",
    "2009-09-10 recognize_state VEN x-abkhazia",
    "2021-12-09 sever_relations NIC TWN",
    "2021-12-10 resume_relations NIC CHN",
]


def register() -> Register:
    return Register(tuple(read_ledger(LINES, "here")), Catalogue.load())  # type: ignore[arg-type]


def test_a_cell_says_whether_the_relation_stands() -> None:
    whole = register()
    found = matrix(whole, slots_of(whole), View(on="2022-01-01", layer=Layer.RELATIONS), whole.parties.parties)  # type: ignore[attr-defined]
    assert holds(found.cells["NIC", "CHN"])
    assert not holds(found.cells["NIC", "TWN"])
    assert found.cells["TWN", "NIC"] == found.cells["NIC", "TWN"]


def test_recognition_is_asked_where_no_layer_is_named() -> None:
    whole = register()
    found = matrix(whole, slots_of(whole), View(on="2009-01-01"), ["RUS", "NIC", "VEN", "x-abkhazia"])
    assert found.layer is Layer.STATE
    assert {pair for pair, row in found.cells.items() if pair[1] == "x-abkhazia" and holds(row)} == {
        ("RUS", "x-abkhazia"),
        ("NIC", "x-abkhazia"),
    }


def test_nothing_told_is_an_empty_table() -> None:
    assert not matrix(Register((), Catalogue()), [], View(on="2009-01-01"), []).cells
