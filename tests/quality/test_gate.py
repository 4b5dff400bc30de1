"""The quality gate: no gold set may fall under its floor, and floors only rise (``make quality``)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.pipeline import Pipeline
from dateline.score.suite import SUITE, GoldSet, measure

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))

OWN = (Path(__file__).parents[1] / "attribute" / "chains", Path(__file__).parents[1] / "merge" / "groups")

CEILINGS = {
    "plover_gsr_dev.jsonl": ("coded a sentence", 1.8),
    "us_relations_prose_dev.jsonl": ("acts a text", 2.5),
}
"""More than this is coding at random: recall alone would reward it."""


@pytest.mark.parametrize("gold", SUITE, ids=lambda g: g.file)
def test_no_figure_falls_under_its_floor(gold: GoldSet, shared: Path, pipeline: Pipeline) -> None:
    row = measure(gold, (shared / "gold", *OWN), pipeline)
    floor = FLOORS[gold.file]
    assert row.sha256 == floor["sha256"], f"{gold.file} is another file than the one that the floor was taken on"
    name, value = next(iter(row.figures.items()))
    assert value >= floor["floor"], f"{gold.file}: {name} is {value:.3f}, its floor is {floor['floor']:.3f}"
    if gold.file in CEILINGS:
        name, ceiling = CEILINGS[gold.file]
        assert row.figures[name] <= ceiling


def test_every_gold_set_has_a_floor() -> None:
    assert {g.file for g in SUITE} == set(FLOORS)
