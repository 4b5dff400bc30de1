"""The data files: what they name exists, and each rule has its ground."""

from __future__ import annotations

import tomllib
from pathlib import Path

from dateline.model import PartyKind
from dateline.register.imports import KINDS, LINES, READERS, RECORDS
from dateline.register.imports.table import declared
from dateline.register.rules import ABSENT, effects, layers, rules, universes

CODEBOOK = Path(__file__).resolve().parents[2] / "src/dateline/coding/codebook"


def test_effects_name_relations_of_their_layer():
    internal = {"ceded", "lost", "rejected"}
    for act, found in effects().items():
        for effect in found:
            known = {*layers()[effect.layer].relations, *internal}
            assert effect.becomes in known, act
            assert effect.before in known | {"", ABSENT}, act
            assert set(effect.unless) <= known, act


def test_rules_name_acts_and_give_their_ground():
    assert len({rule.id for rule in rules()}) == len(rules())
    for rule in rules():
        assert rule.ground, rule.id
        assert rule.then in {"", *effects()}, rule.id
        assert rule.for_ in {"same", "back", "both", "state"}, rule.id
        if rule.then:
            assert set(rule.when) <= set(effects()), rule.id


def test_universes_are_sets_of_kinds():
    assert all(kinds <= set(map(str, PartyKind)) for kinds in universes().values())
    assert PartyKind.SUB_NATIONAL not in universes()["all"]


def test_acts_of_the_codebook_that_touch_a_layer_have_an_effect():
    for path in sorted(CODEBOOK.glob("*.toml")):
        for act, entry in tomllib.loads(path.read_text(encoding="utf-8")).get("acts", {}).items():
            if entry.get("layer") in set(map(str, layers())):
                assert any(e.layer == entry["layer"] for e in effects().get(act, ())) or act in ENVOYS, act


ENVOYS = {"appoint_envoy", "present_credentials", "recall_envoy", "return_envoy", "summon_envoy", "expel_diplomat"}
"""Acts of the layer of missions that tell of relations, and leave the mission as it is."""


def test_every_declared_table_has_its_reader():
    assert {t.name for t in declared()} == set(READERS)
    assert {t.kind for t in declared()} | {LINES, RECORDS} == set(KINDS)
    assert all(t.origin and t.says for t in declared())
