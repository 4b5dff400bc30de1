"""The codebook as data: nothing twice, nothing dangling, extendable by a user's file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dateline.coding.codebook import Category, Codebook
from dateline.coding.codebook.patterns import PatternError
from dateline.model import Layer, Modality, UsageError

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    """The built-in codebook."""
    return Codebook.load()


def test_all_sixteen_types_and_twenty_roots_are_there(codebook: Codebook) -> None:
    assert {act.plover for act in codebook.acts.values()} == PLOVER
    roots = {code[:2] for act in codebook.acts.values() for code in act.cameo}
    assert roots >= {f"{n:02}" for n in range(2, 20)}


def test_it_has_the_breadth_that_it_claims(codebook: Codebook) -> None:
    assert len({(f.act, f.category, lemma, f.particle) for f in codebook.frames for lemma in f.lemmas}) >= 1500


def test_no_line_stands_twice_in_an_act(codebook: Codebook) -> None:
    lines = Counter((f.act, f.category, f.particle, f.source, f.mode) for f in codebook.frames)
    assert not [line for line, n in lines.items() if n > 1]


def test_every_act_has_examples_of_both_kinds(codebook: Codebook) -> None:
    bare = [a.id for a in codebook.acts.values() if not a.examples or not a.counter_examples]
    assert not bare


def test_names_of_layers_and_contents_are_known(codebook: Codebook) -> None:
    layers = {*Layer, "agreement", "measure", "contact", "speech", "general"}
    assert {a.layer for a in codebook.acts.values()} <= layers
    assert {a.content for a in codebook.acts.values() if a.content} <= set(Modality)
    assert {a.announced for a in codebook.acts.values() if a.announced} <= set(codebook.acts)


def test_acts_in_complements_exist(codebook: Codebook) -> None:
    assert {f.embedded for f in codebook.frames if f.embedded} <= set(codebook.acts)


def test_examples_expect_acts_that_exist(codebook: Codebook) -> None:
    expected = {line.split()[1] for a in codebook.acts.values() for x in a.examples for line in x.expect}
    assert expected <= set(codebook.acts)


def test_forms_of_both_spellings_open_a_frame(codebook: Codebook) -> None:
    for form in ("recognizes", "recognised", "recognising"):
        assert "recognize_state" in {f.act for f in codebook.opened_by(form, Category.VERB)}
    assert "establish_relations" in {f.act for f in codebook.opened_by("establishment", Category.NOUN)}


def test_codes_of_an_act(codebook: Codebook) -> None:
    assert (codebook.plover("recognize_state"), codebook.cameo("recognize_state")) == ("SUPPORT", "054")
    assert (codebook.plover("unheard_of"), codebook.cameo("unheard_of")) == ("UNHEARD_OF", None)


def test_a_users_file_adds_and_takes_away(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        """
        [sets]
        FLAG_WORD = ["pennant"]
        [acts.recognize_state]
        verbs = ["A hoist FLAG_WORD of R:state"]
        without = ["A's recognition for R:state^"]
        [acts.plant_flag]
        layer = "contact"
        definition = "A state plants its flag."
        plover = "MOBILIZE"
        verbs = ["A plant FLAG_WORD"]
        """,
        encoding="utf-8",
    )
    codebook = Codebook.load([own])
    assert {f.act for f in codebook.opened_by("hoisted", Category.VERB)} == {"recognize_state"}
    assert codebook.plover("plant_flag") == "MOBILIZE"
    assert "A's recognition for R:state^" not in {f.source for f in codebook.frames}
    assert codebook.acts["recognize_state"].plover == "SUPPORT"


@pytest.mark.parametrize("line", ["A sever NOSUCHSET with R", "A R", "of with"])
def test_a_line_that_is_no_pattern_is_named(tmp_path: Path, line: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(f'[acts.recognize_state]\nverbs = ["{line}"]\n', encoding="utf-8")
    with pytest.raises(PatternError, match="codebook's line"):
        Codebook.load([own])


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        Codebook.load([tmp_path / "absent.toml"])


def test_an_act_without_definition_is_named(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[acts.plant_flag]\nlayer = "contact"\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"plant_flag .* definition, plover"):
        Codebook.load([own])
