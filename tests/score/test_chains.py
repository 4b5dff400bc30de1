"""The gold set of chains: well made, split for good, and scored so that what is false counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts.agreement import compared

from dateline.model import Attribution, Form, Report, Span, UsageError
from dateline.pipeline import Pipeline
from dateline.resolve import Catalogue
from dateline.score.chains import Passage, Said, agreement, annotation, as_said, false_links, passages, same_speakers, score_chains
from dateline.score.names import Names

FOLDER = Path(__file__).parents[1] / "attribute" / "chains"
HARDER = FOLDER / "harder"
PASSAGES = passages(FOLDER / "chains.toml")
FLOORS = ((FOLDER, 0.80), (HARDER, 0.85))
"""Under the share of whole chains in the unseen half of each set."""


@pytest.fixture(scope="module")
def names(pipeline: Pipeline) -> Names:
    return Names(pipeline.catalogue)


def test_the_set_is_large_and_split_in_two() -> None:
    halves = [p.half for p in PASSAGES]
    assert len(PASSAGES) >= 120
    assert min(halves.count("seen"), halves.count("unseen")) >= 60


def test_a_passage_stays_in_its_half() -> None:
    """Which half a passage is in hangs on its words alone."""
    assert (
        Passage(Report(id="1", text="Rome said no."), "plain", ()).half
        == Passage(Report(id="2", text="Rome said no."), "x", ()).half
    )


@pytest.mark.parametrize("passage", [*PASSAGES, *passages(HARDER / "chains.toml")], ids=lambda p: p.report.text[:40])
def test_contents_stand_in_their_passage(passage: Passage) -> None:
    speakers = {s.speaker for s in passage.says} | {None}
    for said in passage.says:
        assert all(piece in passage.report.text for piece in said.content)
        assert said.sign in {"+", "-"}
        assert said.within is None or any(said.within in (s or "").split("|") for s in speakers), said.within


@pytest.mark.parametrize("folder", [FOLDER, HARDER])
def test_both_annotations_are_of_the_same_passages_and_the_readme_tells_how_far_they_agree(folder: Path) -> None:
    first, second = annotation(folder / "first.toml"), annotation(folder / "second.toml")
    assert list(first) == list(second)
    assert len(first) == len(passages(folder / "chains.toml"))
    known = Names(Catalogue.load())
    counts = sum((compared(said, second[id], known) for id, said in first.items()), start=compared((), (), known))
    readme = (folder / "README.md").read_text(encoding="utf-8")
    for part in ("whole chain", "speaker", "channel", "relays", "polarity", "parent"):
        assert f"| {part} | {counts[part]} of {counts['both']} |" in readme


def test_names_are_compared_as_names(names: Names) -> None:
    assert names.same("foreign ministry", "Foreign Ministry of Libya")
    assert names.same("Libyan foreign ministry", "Foreign Ministry of Libya")
    assert names.same("spokesman for the ministry", "spokesperson for ministry")
    assert names.same("junta|Government of Niger", "Government of Niger")
    assert names.same("", "")
    assert not names.same("Foreign Ministry of Libya", "foreign ministry")
    assert not names.same("", "envoy")


def test_names_open_bodies_and_kinds(names: Names) -> None:
    assert names.same("NATO official", "official of the North Atlantic Treaty Organization")
    assert names.same("Norwegian defence forces", "Armed Forces of Norway")
    assert names.same("Dutch government", "Netherlands")
    assert names.same("Herald newspaper", "Herald")
    assert names.same("ambassador of Timor-Leste", "ambassador of East Timor")
    assert not names.same("Dutch government", "Foreign Ministry of the Netherlands")
    assert not names.same("government", "Netherlands")


def test_those_who_speak_together_are_no_more_than_gold_names(names: Names) -> None:
    assert same_speakers("Juan Soto and Pedro Lima", "Juan Soto and Pedro Lima", names)
    assert not same_speakers("Juan Soto", "Juan Soto and Pedro Lima", names)
    assert not same_speakers("Juan Soto and Pedro Lima", "Juan Soto", names)


def test_every_part_of_a_chain_counts(names: Names) -> None:
    wanted = Said(("it was over",), "envoy", "letter", ("Reuters",), "-", "AFP")
    assert all(agreement(wanted, wanted, names).values())
    assert agreement(wanted, Said(("it was over",), "envoy", None, (), "+", None), names) == {
        "speaker": True,
        "channel": False,
        "relays": False,
        "polarity": False,
        "parent": False,
    }
    assert not any(agreement(wanted, None, names).values())


def test_false_relays_and_channels_are_counted_also_beside_the_statements(names: Names) -> None:
    text = "Rome said no. It rained."
    ours = Attribution("1", (), (), (Span(0, 13),), Form.INDIRECT, relays=("Reuters",), channel="letter")
    passage = Passage(Report(id="1", text=text), "plain", (Said(("no",), "Italy"),))
    found = list(false_links(passage, [(passage.says[0], None)], (ours,), names))
    assert [kind for kind, _ in found] == ["false relays", "false channels"]


def test_a_nested_statement_names_the_speaker_around_it() -> None:
    outer = Attribution("1", (), (), (Span(0, 5),), Form.INDIRECT)
    inner = Attribution("2", (), (), (Span(0, 2),), Form.INDIRECT, parent="1")
    assert as_said(inner, (outer, inner), "it is").within == ""
    assert as_said(outer, (outer, inner), "it is").within is None


@pytest.mark.parametrize(("folder", "floor"), FLOORS)
def test_failures_are_told_of_the_seen_half_only(pipeline: Pipeline, folder: Path, floor: float) -> None:
    score = score_chains(folder / "chains.toml", pipeline)
    seen = {p.report.text for p in passages(folder / "chains.toml") if p.half == "seen"}
    assert {f.text for f in score.failures} <= seen
    assert score.by["unseen"]["whole chain"] >= floor
    assert score.by["unseen"]["false relays"] <= 4


def test_a_file_that_is_no_toml_is_bad_use(tmp_path: Path) -> None:
    file = tmp_path / "chains.toml"
    file.write_text("[[passage")
    with pytest.raises(UsageError):
        passages(file)
