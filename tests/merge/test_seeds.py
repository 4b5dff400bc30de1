"""What must hold across the two seed reports, read from beside the project; skipped where they are absent."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.merge import members_of, merge_members
from dateline.merge.compare import Comparison, compare
from dateline.model import CodedReport, Event, LinkKind, Standing
from dateline.pipeline import Pipeline


@pytest.fixture(scope="module")
def seeds(shared: Path, code: Callable[..., CodedReport]) -> tuple[CodedReport, CodedReport]:
    """The first report as published on 14 July 2022, the second without any date."""
    first, second = (p.read_text(encoding="utf-8") for p in sorted((shared / "seeds").glob("*.txt")))
    return code(first, published="2022-07-14", outlet="VOI"), code(second, outlet="Press TV")


@pytest.fixture(scope="module")
def parents(pipeline: Pipeline) -> dict[str, str]:
    return {p.id: p.parent for p in pipeline.catalogue.parties.values() if p.parent}


@pytest.fixture(scope="module")
def events(seeds: tuple[CodedReport, CodedReport], parents: dict[str, str]) -> tuple[Event, ...]:
    return merge_members((m for coded in seeds for m in members_of(coded)), parents=parents)


@pytest.fixture(scope="module")
def compared(seeds: tuple[CodedReport, CodedReport], parents: dict[str, str]) -> Comparison:
    return compare(*seeds, parents=parents)


def the(events: tuple[Event, ...], actor: str, act: str, recipient: str) -> Event:
    """The only event of this kind between two parties."""
    (found,) = (
        e
        for e in events
        if e.act == act and [p.actor.name for p in e.actors] == [actor] and recipient in [p.actor.name for p in e.recipients]
    )
    return found


def test_same_events_are_one_event_with_both_reports(shared: Path, events: tuple[Event, ...]) -> None:
    lines = (shared / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {e["id"]: e for line in lines for e in json.loads(line)["events"]}
    cross = json.loads((shared / "gold" / "seeds_cross.json").read_text(encoding="utf-8"))
    for first, _ in cross["same_events"]:
        event = the(events, gold[first]["actor"], gold[first]["act"], gold[first]["target"])
        assert len(event.reports) == 2, first


def test_undated_report_takes_its_day_from_its_twin(events: tuple[Event, ...]) -> None:
    recognition = the(events, "North Korea", "recognize_state", "Donetsk People's Republic")
    assert recognition.date == "2022-07-13"
    assert any("Press TV" in d.basis and "VOI" in d.basis for d in recognition.dates)


def test_origins_of_the_recognition(events: tuple[Event, ...]) -> None:
    recognition = the(events, "North Korea", "recognize_state", "Donetsk People's Republic")
    asserting = {o.principal: o.standing for o in recognition.origins if not o.presupposed}
    assert asserting == {"x-donetsk-pr": Standing.RECIPIENT, "PRK": Standing.ACTOR}
    assert {(o.principal, o.standing) for o in recognition.origins if o.presupposed} == {("UKR", Standing.ADVERSARY)}
    assert (recognition.counts.principals, recognition.counts.third_party_principals) == (2, 0)
    assert recognition.bottlenecks == ()


def test_rupture_answers_the_recognition(events: tuple[Event, ...]) -> None:
    rupture = the(events, "Ukraine", "sever_relations", "North Korea")
    answered = {link.event for link in rupture.links if link.kind is LinkKind.RESPONSE_TO}
    assert {(e.act, e.actors[0].actor.name) for e in events if e.id in answered} >= {("recognize_state", "North Korea")}


def test_scope_of_the_recognition_differs(events: tuple[Event, ...]) -> None:
    recognition = the(events, "North Korea", "recognize_state", "Donetsk People's Republic")
    assert "scope" in {d.kind for d in recognition.disagreements}


def test_shared_quotations_are_aligned_with_their_variants(compared: Comparison) -> None:
    assert len(compared.quotes) == 3
    differences = [pair for row in compared.quotes for pair in row.differences]
    assert ("continues to strengthen", "continue to get stronger") in differences
    assert ("allow", "make it possible for") in differences


def test_terms_for_the_republics_differ(compared: Comparison) -> None:
    assert {d.about for d in compared.disagreements if d.kind == "term"} == {"x-donetsk-pr", "x-luhansk-pr"}
