"""What the two reports of July 2022 must leave in the register: by hand, with made-up proofs, and from the reports themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.model import Layer
from dateline.register.counts import recognizers
from dateline.register.ledger import read_ledger
from dateline.register.register import Register
from dateline.register.view import View
from dateline.resolve import Catalogue

LINES = """
2022-07-13 recognize_state PRK x-donetsk-pr known 2022-07-14 ; a:90-170 according to the republic's leader for x-donetsk-pr
2022-07-13 recognize_state PRK x-donetsk-pr known 2022-07-14 ; a:900-990 according to the agency for PRK
2022-07-13 recognize_state PRK x-luhansk-pr known 2022-07-14 ; a:900-990 according to the agency for PRK
2022-07-13 recognize_state PRK x-donetsk-pr known 2022-07-13 ; b:10-90 according to the embassy for PRK
2022-07-13 recognize_state PRK x-luhansk-pr known 2022-07-13 ; b:10-90 according to the embassy for PRK
../2022-07-14 recognize_state RUS x-donetsk-pr known 2022-07-14 ; a:200-230
../2022-07-14 recognize_state RUS x-luhansk-pr known 2022-07-14 ; a:400-430
../2022-07-14 recognize_state SYR x-donetsk-pr known 2022-07-14 ; a:200-230
../2022-07-14 recognize_state SYR x-luhansk-pr known 2022-07-14 ; a:400-430
2022-02-22 recognize_state RUS x-donetsk-pr known 2022-07-13 ; b:700-760
2022-02-22 recognize_state RUS x-luhansk-pr known 2022-07-13 ; b:700-760
2022-07-13 sever_relations UKR PRK known 2022-07-14 ; a:1000-1040
2022-07-13 sever_relations UKR PRK known 2022-07-13 ; b:100-160 according to the spokesman for UKR
2022-07-13 recognize_state PRK x-donetsk-pr presupposed known 2022-07-13 ; b:170-220 according to the spokesman for UKR as adversary
"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest.fixture(scope="module")
def register(catalogue: Catalogue) -> Register:
    return Register(list(read_ledger(LINES.splitlines(), "seeds")), catalogue)  # type: ignore[arg-type]


def wanted(shared: Path) -> list[tuple[str, str, tuple[str, str]]]:
    """Day, what is wanted on it, and of whom."""
    after = json.loads((shared / "gold" / "seeds_cross.json").read_text(encoding="utf-8"))["register_after"]
    return [(row["on"], kind, tuple(pair)) for row in after for kind, pairs in row.items() if kind != "on" for pair in pairs]


def holds(register: Register, on: str, kind: str, pair: tuple[str, str]) -> bool:
    """Whether the register says what is wanted."""
    layer = Layer.RELATIONS if kind in {"severed", "established"} else Layer.STATE
    row = register.relation(layer, *(register.id_of(name) for name in pair), view=View(on=on))
    assert row is not None, pair
    found = {"recognizes": ("recognized", "yes"), "no": ("recognized", "no"), "unknown": ("recognized", "unknown")}
    return (row.relation, row.answer) == found.get(kind, (kind, "yes"))


def test_everything_wanted_after_the_two_reports_is_there(register, shared):
    assert [(on, kind, pair) for on, kind, pair in wanted(shared) if not holds(register, on, kind, pair)] == []


def test_recognition_is_confirmed_by_the_actor_and_admitted_by_the_adversary(register):
    row = register.relation(Layer.STATE, "PRK", "x-donetsk-pr", view=View(on="2022-07-15"))
    assert (row.status, row.actor_says, row.since) == ("confirmed", "yes", "2022-07-13")
    assert len(row.entries) == 4


def test_recognizers_before_and_after(register):
    names = [r.name for r in recognizers(register, "x-donetsk-pr", view=View(on="2022-07-15")).rows]
    assert sorted(names) == ["North Korea", "Russia", "Syria"]
    before = recognizers(register, "x-donetsk-pr", view=View(on="2022-07-12"))
    assert [r.actor for r in before.rows] == ["RUS"]
    assert [r.actor for r in before.unknown] == ["SYR"]
    known = recognizers(register, "x-donetsk-pr", view=View(on="2022-07-15", known_by="2022-07-13"))
    assert sorted(r.actor for r in known.rows) == ["PRK", "RUS"]
