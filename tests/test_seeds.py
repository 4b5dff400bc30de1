"""The two reports that dateline comes from, through all stages and both orders, as a user would do it.

Their texts are read from beside the project; nothing of them stands here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.score import run
from dateline.score.model import Score
from dateline.serve.cli import app

VOI, PRESS = "000_cd35eea21a347891.txt", "004_21f1c8d6f817d2ce.txt"
DONETSK, LUHANSK = "x-donetsk-pr", "x-luhansk-pr"
Ask = Callable[..., list[dict[str, Any]]]


def command(*words: str) -> str:
    """What a command prints; it must end well."""
    result = CliRunner().invoke(app, words, catch_exceptions=False)
    assert result.exit_code in {0, 1}, result.output
    return result.stdout


def filled(archive: Path, seeds: Path, order: Sequence[str], press_day: str | None = "2022-07-13") -> Path:
    """An archive with both seeds, added one after the other."""
    for name in order:
        day = "2022-07-14" if name == VOI else press_day
        dated = ["--published", day] if day else []
        command("add", str(seeds / name), "--outlet", "VOI" if name == VOI else "Press TV", *dated, "--archive", str(archive))
    return archive


@pytest.fixture(scope="module", params=[(VOI, PRESS), (PRESS, VOI)], ids=["VOI first", "Press TV first"])
def ask(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Asks an archive with both seeds, in either order of loading, and gives back the lines of JSON."""
    archive = filled(tmp_path_factory.mktemp("seeds") / "seeds.db", shared / "seeds", request.param)

    def asked(*words: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in command(*words, "--archive", str(archive), "--json").splitlines()]

    return asked


@pytest.fixture(scope="module")
def score(shared: Path) -> Score:
    """How the two reports are read, each alone."""
    return run("seeds", shared / "gold" / "seeds.jsonl")


def right(score: Score, row: str) -> tuple[int, int]:
    """How many of how many are right."""
    return int(score.by[row]["right"]), int(score.by[row]["n"])


def test_every_core_event_comes_out_with_its_date(score: Score) -> None:
    got, n = right(score, "core events with date")
    assert got == n, [f for f in score.failures if f.kind == "event"]


def test_at_least_twenty_of_the_events_come_out(score: Score) -> None:
    assert right(score, "events")[0] >= 20


def test_no_found_event_has_a_false_date(score: Score) -> None:
    got, n = right(score, "dates")
    assert got == n, [f for f in score.failures if f.kind == "date"]


def test_speakers_channels_relays(score: Score) -> None:
    assert right(score, "speakers")[0] >= 20
    assert right(score, "channels")[0] == right(score, "channels")[1]
    assert right(score, "relays")[0] >= 22


def test_at_least_five_of_the_claims_come_out(score: Score) -> None:
    assert right(score, "claims")[0] >= 5


def test_times_and_boilerplate(score: Score) -> None:
    for row in ("times", "boilerplate"):
        assert right(score, row)[0] == right(score, row)[1]


def one(events: list[dict[str, Any]], act: str, actor: str, recipient: str) -> dict[str, Any]:
    """The only event of an act between two parties."""
    (found,) = [
        e
        for e in events
        if e["act"] == act and actor in {a["id"] for a in e["actors"]} and recipient in {r["id"] for r in e["recipients"]}
    ]
    return found


@pytest.mark.parametrize("republic", [DONETSK, LUHANSK])
def test_one_recognition_of_each_republic_with_both_reports(ask: Ask, republic: str) -> None:
    event = one(ask("events"), "recognize_state", "PRK", republic)
    assert (event["date"], event["status"], len(event["reports"])) == ("2022-07-13", "happened", 2)


def test_one_rupture_linked_as_the_response(ask: Ask) -> None:
    events = ask("events")
    rupture = one(events, "sever_relations", "UKR", "PRK")
    assert (rupture["date"], len(rupture["reports"])) == ("2022-07-13", 2)
    recognition = one(events, "recognize_state", "PRK", DONETSK)
    assert ("response_to", recognition["id"]) in {(k["kind"], k["event"]) for k in rupture["links"]}


def test_the_recognition_rests_on_two_principals_and_an_admission(ask: Ask) -> None:
    event = one(ask("events"), "recognize_state", "PRK", DONETSK)
    asserting = {o["principal"] for o in event["origins"] if not o["presupposed"]} - {None}
    assert asserting == {DONETSK, "PRK"}
    assert event["counts"]["third_party_principals"] == 0
    admissions = [o for o in event["origins"] if o["principal"] == "UKR"]
    assert admissions
    assert all(o["presupposed"] and o["standing"] == "adversary" for o in admissions)
    assert event["bottlenecks"] == []


def test_recognizers_before_and_after(ask: Ask) -> None:
    for republic in (DONETSK, LUHANSK):
        (after,) = ask("recognizers", republic, "--on", "2022-07-15", "--universe", "un_member")
        assert {r["actor"]["name"] for r in after["list"]} == {"Russia", "Syria", "North Korea"}
        (before,) = ask("recognizers", republic, "--on", "2022-07-12", "--universe", "un_member")
        assert "PRK" not in {r["actor"]["id"] for r in before["list"]}


def test_relations_before_and_after(ask: Ask) -> None:
    for day, relation in (("2022-07-12", "established"), ("2022-07-15", "severed")):
        rows = ask("relations", "Ukraine", "North Korea", "--on", day, "--layer", "relations")
        assert ("yes", relation) in {(r["answer"], r["relation"]) for r in rows}, day


def test_nothing_comes_out_that_must_not(ask: Ask) -> None:
    for event in ask("events"):
        actors, recipients = ({p["id"] for p in event[side]} for side in ("actors", "recipients"))
        if event["act"] == "recognize_state" and event["status"] == "happened":
            assert actors <= {"RUS", "SYR", "PRK"}
            assert not (event["date"] or "").startswith("2014")
        if event["act"] == "sever_relations":
            assert not {"KOR", DONETSK} & (actors | recipients)
        assert event["act"] not in {"threaten", "assault"} or event["status"] == "negated" or "nuclear" not in json.dumps(event)


def test_the_undated_twin_takes_its_wednesday_from_the_other(shared: Path, tmp_path: Path) -> None:
    alone = json.loads(command("read", str(shared / "seeds" / PRESS), "--outlet", "Press TV", "--json"))
    assert {t["value"] for t in alone["times"] if t["text"] == "Wednesday"} == {None}
    assert {e["date"] for e in alone["events"] if e["act"] == "sever_relations"} == {None}
    archive = filled(tmp_path / "twins.db", shared / "seeds", (PRESS, VOI), press_day=None)
    events = [json.loads(line) for line in command("events", "--archive", str(archive), "--json").splitlines()]
    rupture = one(events, "sever_relations", "UKR", "PRK")
    assert (rupture["date"], len(rupture["reports"])) == ("2022-07-13", 2)
    assert any("VOI" in d["basis"] for d in rupture["dates"])


def test_compare_aligns_the_shared_quotations(ask: Ask) -> None:
    reports = {r["outlet"]: r["id"] for r in ask("reports")}
    (found,) = ask("compare", reports["VOI"], reports["Press TV"])
    assert len(found["quotes"]) >= 3
    differences = [tuple(d) for q in found["quotes"] for d in q["differences"]]
    assert ("continues to strengthen", "continue to get stronger") in differences


@pytest.mark.parametrize("name", [VOI, PRESS])
def test_every_sentence_became_something(shared: Path, name: str) -> None:
    record = json.loads(command("read", str(shared / "seeds" / name), "--published", "2022-07-14", "--coverage", "--json"))
    skipped = [c for c in record["coverage"] if c["fates"] == ["skipped"]]
    assert skipped == []
