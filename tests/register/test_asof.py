"""Questions to the real tables with their answers, each stated as code; skipped where the tables are not beside the project."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.model import Entry, Layer, Problem
from dateline.register.counts import recognizers
from dateline.register.imports import import_table
from dateline.register.register import Register
from dateline.register.view import View
from dateline.resolve import Catalogue

TABLES = (
    ("recognitions", "recognition_facts.csv"),
    ("relations", "bilateral_relation_events.csv"),
    ("missions", "us_mission_status_ranges_cow.csv"),
)


@pytest.fixture(scope="module")
def register(shared: Path) -> Register:
    catalogue = Catalogue.load()
    items = [i for kind, name in TABLES for i in import_table(kind, shared / "facts" / name, catalogue)]
    return Register([i for i in items if isinstance(i, Entry)], catalogue)


@pytest.fixture(scope="module")
def answers(shared: Path) -> dict[str, object]:
    lines = (shared / "facts" / "asof_queries_dev.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["q"]: row["a"] for row in map(json.loads, lines)}


def count(register: Register, entity: str, on: str, universe: str = "un_member", layer: Layer = Layer.STATE):
    return recognizers(register, entity, view=View(on=on), universe=universe, layer=layer)


def has_relations(register: Register, a: str, b: str, on: str) -> bool | None:
    row = register.relation(Layer.RELATIONS, *sorted((a, b)), view=View(on=on))
    if row is None or row.answer == "unknown":
        return None
    return row.relation == "established" and row.answer == "yes"


def level(register: Register, receiver: str, on: str) -> str:
    row = register.relation(Layer.MISSION, "USA", receiver, view=View(on=on))
    assert row is not None
    return (row.level or "").capitalize() if (row.relation, row.answer) == ("open", "yes") else "None"


def spain_on_the_palestine_question(register: Register) -> str:
    row = register.relation(Layer.STATE, "ESP", "PSE", view=View(on="2024-05-23"))
    assert row is not None
    assert row.answer == "no"
    return f"announced, not in force (effective {row.announced})"


def exists(register: Register, entity: str, on: str) -> bool:
    """Whether anybody still holds it to be a state, on a day on which nobody withdrew: lapsed is not withdrawn."""
    rows = register.relations(entity, view=View(on=on, layer=Layer.STATE))
    assert {r.relation for r in rows if r.to == entity} == {"lapsed"}
    return any(r.relation == "recognized" and r.answer == "yes" for r in rows if r.to == entity)


QUERIES: dict[str, Callable[[Register], object]] = {
    "all recognisers of the LPR as of 2022-07-14, count": lambda r: count(r, "x-luhansk-pr", "2022-07-14", "all").n,
    "ordinal of North Korea among UN-member recognisers of DPR": lambda r: count(r, "x-donetsk-pr", "2022-07-13").of("PRK").ordinal,
    "ordinal of North Korea among all recognisers of DPR": lambda r: (
        count(r, "x-donetsk-pr", "2022-07-13", "all").of("PRK").ordinal
    ),
    "DPR exists as claimed independent state as of 2022-10-01": lambda r: exists(r, "x-donetsk-pr", "2022-10-01"),
    "Gambia: relations with ROC or PRC as of 2014-06-01": lambda r: {
        "ROC": has_relations(r, "GMB", "TWN", "2014-06-01"),
        "PRC": has_relations(r, "GMB", "CHN", "2014-06-01"),
    },
    "Number of states (incl. Holy See) with ROC relations as of 2024-01-15 (after Nauru)": lambda r: (
        count(r, "TWN", "2024-01-15", "un", Layer.RELATIONS).n
    ),
    "US mission status in Taiwan as of 1978-12-31 / 1979-01-01": lambda r: [
        level(r, "TWN", d) for d in ("1978-12-31", "1979-01-01")
    ],
    "US mission status in Kosovo as of 2008-03-01 / 2008-05-01": lambda r: [
        level(r, "XKX", d) for d in ("2008-03-01", "2008-05-01")
    ],
    "US mission status in Syria as of 2012-02-05 / 2012-02-06": lambda r: [
        level(r, "SYR", d) for d in ("2012-02-05", "2012-02-06")
    ],
    "Spain recognises Palestine as of 2024-05-23": spain_on_the_palestine_question,
    "Somaliland UN-member recognisers as of 2025-12-25 / 2025-12-27": lambda r: [
        [row.name for row in count(r, "x-somaliland", d).rows] for d in ("2025-12-25", "2025-12-27")
    ],
}


def test_every_question_is_stated(answers):
    assert set(answers) == set(QUERIES)


@pytest.mark.parametrize("question", QUERIES)
def test_question_has_its_answer(question, register, answers):
    assert QUERIES[question](register) == answers[question]


def test_rupture_of_mission_is_no_rupture_of_relations(register):
    row = register.relation(Layer.RELATIONS, "SYR", "USA", view=View(on="2012-02-07"))
    assert row is not None
    assert row.relation != "severed"


def test_count_of_recognizers_says_how_many_are_disputed(register):
    found = count(register, "XKX", "2025-12-01")
    assert found.disputed >= 15
    assert {r.actor for r in found.rows if r.relation.status == "disputed"} >= {"SUR", "PNG", "LBR", "MDG"}
    sceptic = recognizers(register, "XKX", view=View(on="2025-12-01", policy="any"))
    assert found.n - sceptic.n >= 15


@pytest.mark.parametrize(("kind", "name"), [("relations", "us_relations_events_rdcr.csv"), *TABLES])
def test_most_rows_of_a_table_are_read(kind, name, shared):
    items = list(import_table(kind, shared / "facts" / name, Catalogue.load()))
    problems = [i for i in items if isinstance(i, Problem) and i.code != "row_contradicts"]
    assert len(problems) <= 0.01 * len(items)
