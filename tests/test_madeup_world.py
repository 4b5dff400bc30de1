"""A made-up world of small states, with its own catalogue file, through all stages: nothing hangs on famous names."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.serve.cli import app

WORLD = Path(__file__).parent / "data" / "madeup"
SARN = "x-sarn-valley"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with the two reports of the made-up world; the second has no date."""
    path = tmp_path_factory.mktemp("world") / "world.db"
    ask(path, "add", str(WORLD / "reports" / "courier.txt"), "--outlet", "Halmar Courier", "--published", "2031-03-05")
    ask(path, "add", str(WORLD / "reports" / "gazette.txt"), "--outlet", "Vellengard Gazette")
    return path


def ask(archive: Path, *words: str) -> str:
    """What a command prints over the made-up world's archive and catalogue."""
    env = {"DATELINE_ACTORS": str(WORLD / "actors.toml"), "DATELINE_ARCHIVE": str(archive)}
    result = CliRunner().invoke(app, words, env=env, catch_exceptions=False)
    assert result.exit_code in {0, 1}, result.output
    return result.stdout


def lines(archive: Path, *words: str) -> list[dict[str, Any]]:
    """The same as JSON."""
    return [json.loads(line) for line in ask(archive, *words, "--json").splitlines()]


def told(archive: Path) -> dict[tuple[str, tuple[str, ...], tuple[str, ...], str], dict[str, Any]]:
    """The events by act, parties and status."""
    return {(e["act"], ids(e["actors"]), ids(e["recipients"]), e["status"]): e for e in lines(archive, "events")}


def ids(parties: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """The ids of parties."""
    return tuple(p["id"] for p in parties)


def test_one_event_each_with_both_reports(archive: Path) -> None:
    events = told(archive)
    for act, actor, recipient in (("recognize_state", "QNV", SARN), ("sever_relations", "QKV", "QNV")):
        event = events[act, (actor,), (recipient,), "happened"]
        assert (event["date"], len(event["reports"])) == ("2031-03-04", 2), act


def test_the_rupture_answers_the_recognition(archive: Path) -> None:
    events = told(archive)
    recognition = events["recognize_state", ("QNV",), (SARN,), "happened"]
    rupture = events["sever_relations", ("QKV",), ("QNV",), "happened"]
    assert ("response_to", recognition["id"]) in {(k["kind"], k["event"]) for k in rupture["links"]}


def test_statuses_are_kept_apart(archive: Path) -> None:
    events = told(archive)
    assert ("refuse_recognition", ("QZB",), (SARN,), "happened") in events
    assert ("recognize_state", ("QZB",), (SARN,), "negated") in events
    assert ("open_mission", ("QES",), (SARN,), "hypothetical") in events or ("open_mission", ("QES",), (SARN,), "planned") in events


def test_the_principals_are_the_parties(archive: Path) -> None:
    event = told(archive)["recognize_state", ("QNV",), (SARN,), "happened"]
    asserting = {o["principal"] for o in event["origins"] if not o["presupposed"]} - {None}
    assert asserting == {"QNV", SARN}
    assert event["counts"]["third_party_principals"] == 0
    assert "QKV" in {o["principal"] for o in event["origins"] if o["presupposed"]}


def test_the_register_follows(archive: Path) -> None:
    (after,) = lines(archive, "recognizers", "Sarn Valley Republic", "--on", "2031-03-05")
    assert {r["actor"]["name"] for r in after["list"]} == {"Norvania", "Tessaly"}
    (before,) = lines(archive, "recognizers", "Sarn Valley Republic", "--on", "2031-03-01")
    assert {r["actor"]["name"] for r in before["list"]} == {"Tessaly"}
    for day, relation in (("2031-03-03", "established"), ("2031-03-06", "severed")):
        rows = lines(archive, "relations", "Kardovia", "Norvania", "--on", day, "--layer", "relations")
        assert ("yes", relation) in {(r["answer"], r["relation"]) for r in rows}, day


def test_two_renderings_of_one_quotation_are_aligned(archive: Path) -> None:
    reports = {r["outlet"]: r["id"] for r in lines(archive, "reports")}
    (found,) = lines(archive, "compare", reports["Halmar Courier"], reports["Vellengard Gazette"])
    differences = [tuple(d) for q in found["quotes"] for d in q["differences"]]
    assert ("great", "big") in differences
