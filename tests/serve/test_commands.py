"""What commands do, and how they end."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.serve.test_json import BESIDE, CALLS, REPORT

Run = Callable[..., Any]

SHOWN = [*sorted(CALLS), "event", "judge", "schema"]


def call(command: str) -> tuple[object, ...]:
    """The arguments of a command that only looks."""
    return {"judge": ("waiting",), "schema": ("events",)}.get(command) or CALLS.get(command, ())


@pytest.mark.parametrize("columns", [60, 100, 200])
@pytest.mark.parametrize("command", [c for c in SHOWN if c not in {"event", "schema"}])
def test_what_is_shown_fits_the_width(run: Run, kept: Path, command: str, columns: int) -> None:
    where = () if command in BESIDE else ("--archive", kept)
    done = run(command, *call(command), *where, columns=columns)
    assert done.exit_code == 0, done.output
    assert done.stdout.strip()
    wide = [line for line in done.stdout.splitlines() if len(line) > columns]
    assert wide == []
    assert [line for line in done.stdout.splitlines() if line != line.rstrip()] == []


def test_a_dossier_shows_sentences_chains_and_disagreements(run: Run, kept: Path) -> None:
    listed = run(
        "events", "--act", "recognize_state", "--actor", "Venezuela", "--recipient", "Abkhazia", "--json", "--archive", kept
    )
    event = json.loads(listed.stdout.splitlines()[0])
    shown = run("event", event["id"][:8], "--archive", kept, columns=160).stdout
    assert "Venezuela" in shown
    assert "→ Example Courier" in shown
    assert "→ Example Wire" in shown
    assert "recognising South Ossetia" in shown or "Abkhazia" in shown
    for heading in ("When", "What the reports say", "Who says so"):
        assert heading in shown


def test_filters_let_through_what_they_name(run: Run, kept: Path) -> None:
    def found(*options: str) -> list[Any]:
        done = run("events", *options, "--json", "--archive", kept)
        assert done.exit_code == 0, done.output
        return [json.loads(line) for line in done.stdout.splitlines()]

    every = found()
    assert {e["act"] for e in found("--act", "recognize_state")} == {"recognize_state"}
    assert {e["status"] for e in found("--status", "planned")} == {"planned"}
    assert all(any(a["country"] == "LTU" or a["id"] == "LTU" for a in e["actors"]) for e in found("--actor", "Lithuania"))
    assert all(any(a["id"] == "TWN" for a in e["recipients"]) for e in found("--recipient", "TWN"))
    assert all(e["counts"]["principals"] >= 2 for e in found("--min-principals", "2"))
    assert len(found("--outlet", "example wire")) < len(every)
    in_2022 = found("--since", "2022", "--until", "2022")
    assert in_2022
    assert all((e["date"] and "2022" in e["date"]) or ".." in (e["date"] or "") for e in in_2022)
    assert len(found("--act", "recognize_state", "--act", "sever_relations")) > len(found("--act", "recognize_state"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("events", "--act", "recognise_state"), "recognize_state"),
        (("events", "--status", "hapened"), "happened"),
        (("events", "--since", "yesterday"), "'yesterday' is no date"),
        (("events", "--actor", "Atlantis of the North"), "no party is called"),
        (("event", "zzz"), "no event has an id that begins with 'zzz'"),
        (("report", "zzz"), "no report has an id"),
        (("relations", "Venezuela", "--layer", "friendship"), "state, government"),
        (("relations", "Venezuela", "--policy", "nonsense"), "actor_word"),
        (("recognizers", "Abkhazia", "--universe", "solar"), "un_member"),
        (("recognizers", "Abkhazia", "--recorded-by", "soon"), "'soon' is no moment"),
        (("suppose", "nonsense"), "DATE ACT ACTOR RECIPIENT"),
        (("suppose", "2026-01-15 eat ISR x-somaliland"), "there is no act 'eat'"),
        (("suppose", "2026-01-15 recognize_state ISR x-atlantis"), "no party has the id 'x-atlantis'"),
        (("actor", " "), "no phrase"),
        (("check-claim", "nothing at all"), "no party"),
        (("check", "nowhere.register"), "nowhere.register"),
        (("import", "nonsense", "x.csv"), "recognitions"),
        (("import", "recognitions", "x.csv"), "no such file"),
        (("export", "nonsense", "-"), "plover"),
        (("export", "csv", "no/such/folder/x.csv"), "no/such/folder"),
        (("judge", "set", "zzz", "colour", "red"), "act, actor"),
        (("judge", "same", "one"), "two"),
        (("compare", "zzz", "yyy"), "no report"),
        (("score", "nonsense", "x.jsonl"), "seeds"),
        (("score", "events", "nowhere.jsonl"), "no such gold file"),
        (("score", "events", "."), "is a folder"),
        (("score", "seeds", "here.txt"), "seeds_cross.json"),
        (("read", "nowhere.txt"), "no such file"),
        (("read", "--published", "soon", "here.txt"), "soon"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(run: Run, kept: Path, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    (tmp_path / "here.txt").write_text(REPORT)
    where = () if arguments[0] in {"read", "score", "actor"} else ("--archive", kept)
    done = run(*arguments, *where)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 5


def test_bad_data_is_told_on_standard_error_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "lines.jsonl").write_text(json.dumps({"id": "good", "text": REPORT, "published": "2022-04-05"}) + '\n{"text": \n')
    done = run("read", "noise.bin", "empty.txt", "lines.jsonl", "--json")
    assert done.exit_code == 1
    assert [json.loads(line)["report"]["id"] for line in done.stdout.splitlines()] == ["good"]
    assert len(done.stderr.strip().splitlines()) >= 3
    added = run("add", ".")
    assert added.exit_code == 1
    assert "1 report, 1 new" in added.stdout


def test_standard_input_is_read(run: Run) -> None:
    done = run("read", "-", "--published", "2022-04-05", "--json", input=REPORT)
    assert json.loads(done.stdout)["report"]["text"] == REPORT


HOSTILE = "\x1b[31mRuritania\x1b[0m [bold]expelled[/bold] \u202eyadseuT no\u202c a diplomat\x07 of Russia, :smile: said Ruritania."


def test_hostile_text_reaches_no_terminal(run: Run, tmp_path: Path) -> None:
    report = {"id": "h\x1b]0;title\x07", "text": HOSTILE, "title": HOSTILE, "outlet": "\x1b[2JOutlet", "published": "2022-04-05"}
    (tmp_path / "hostile.jsonl").write_text(json.dumps(report))
    outputs = [run("read", "hostile.jsonl"), run("read", "hostile.jsonl", "--coverage"), run("add", "hostile.jsonl")]
    outputs += [run("events"), run("reports"), run("stories"), run("terms", "Russia"), run("check"), run("relations", "Russia")]
    for event in run("events", "--json").stdout.splitlines():
        outputs.append(run("event", json.loads(event)["id"]))
    for done in outputs:
        assert done.exit_code in {0, 1}, done.output
        shown = done.stdout + done.stderr
        assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cf"} and c != "\n"], shown
    assert "[bold]" in outputs[0].stdout
    assert ":smile:" in outputs[0].stdout


def test_csv_runs_no_formula(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.jsonl").write_text(
        json.dumps({"text": REPORT, "outlet": '=HYPERLINK("http://example.org")', "published": "2022-04-05"})
    )
    run("add", "own.jsonl")
    shown = run("export", "csv", "-").stdout
    assert "'=HYPERLINK" in shown
    assert '"=HYPERLINK' not in shown


def test_plover_records_have_plovers_names(run: Run, kept: Path) -> None:
    for line in run("export", "plover", "-", "--archive", kept).stdout.splitlines():
        record = json.loads(line)
        assert {"id", "event", "coder"} <= set(record)
        assert record["event"][0].isupper()
        assert record["quad_code"] in {1, 2, 3, 4}
        assert not set(record) & {"actors", "recipients"}


def test_jsonl_is_what_events_prints(run: Run, kept: Path) -> None:
    assert run("export", "jsonl", "-", "--archive", kept).stdout == run("events", "--json", "--archive", kept).stdout


def test_coverage_lists_every_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT + " The weather was fine.")
    shown = run("read", "report.txt", "--coverage").stdout
    assert "2 sentences" in shown
    assert "The weather was fine." in shown


def test_demo_shows_the_record_and_keeps_other_archives(run: Run, tmp_path: Path) -> None:
    done = run("demo")
    assert done.exit_code in {0, 1}, done.output
    assert "Stories" in done.stdout
    assert "dateline events --archive dateline-demo.db" in done.stdout
    assert run("demo").stdout == done.stdout
    (tmp_path / "own.txt").write_text(REPORT)
    run("add", "own.txt", "--archive", "dateline-demo.db")
    refused = run("demo")
    assert refused.exit_code == 2
    assert "more than a demonstration" in refused.stderr


def test_settings_come_from_file_environment_and_defaults(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "none.toml").write_text('universe = "all"\n')
    monkeypatch.setenv("DATELINE_POLICY", "any")
    found = {s["name"]: s for s in json.loads(run("settings", "--json").stdout)["settings"]}
    assert (found["universe"]["value"], found["universe"]["origin"]) == ("all", "none.toml")
    assert (found["policy"]["value"], found["policy"]["origin"]) == ("any", "DATELINE_POLICY")
    assert found["archive"]["origin"] == "default"
    assert run("settings", "universe").stdout == "all\n"
    assert run("settings", "model").stdout.startswith("en_core_web")
    (tmp_path / "none.toml").write_text("colour = 'red'\n")
    assert run("settings").exit_code == 2


def test_a_voice_by_which_nothing_is_told_is_wrong_use(run: Run, kept: Path) -> None:
    refused = run("recognizers", "Abkhazia", "--according-to", "Zorro", "--archive", str(kept))
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "nothing in the archive is told by 'Zorro'" in refused.stderr
    assert run("recognizers", "Abkhazia", "--according-to", "Georgia", "--archive", str(kept)).exit_code == 0


def test_changes_run_forward(run: Run, kept: Path) -> None:
    refused = run("changes", "--from", "2023", "--to", "2022", "--archive", str(kept))
    assert refused.exit_code == 2
    assert "comes after" in refused.stderr


def test_check_tells_expectations_that_fail(run: Run, kept: Path, tmp_path: Path) -> None:
    (tmp_path / "own.register").write_text(
        "2009-09-11 check VEN x-abkhazia recognized yes\n2009-09-11 check VEN x-abkhazia recognized no\n"
    )
    findings = [json.loads(line) for line in run("check", "own.register", "--json", "--archive", kept).stdout.splitlines()]
    assert [f["where"] for f in findings if f["kind"] == "expectation"] == ["own.register:2"]


def test_judgements_change_events_and_are_undone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.jsonl").write_text(json.dumps({"text": REPORT, "outlet": "Example Post", "published": "2022-04-05"}))
    run("add", "own.jsonl")

    def events() -> list[Any]:
        return [json.loads(line) for line in run("events", "--json").stdout.splitlines()]

    before = events()
    (event, *_) = [e for e in before if e["act"] == "expel_diplomat"]
    made = json.loads(run("judge", "set", event["id"], "date", "2022-04-01", "--by", "ana", "--json").stdout)
    assert next(e for e in events() if e["id"] == event["id"])["date"] == "2022-04-01"
    run("rebuild")
    assert next(e for e in events() if e["id"] == event["id"])["date"] == "2022-04-01"
    run("judge", "undo", made["judgements"][0]["id"][:9])
    assert events() == before
    run("judge", "wrong", event["id"])
    assert event["id"] not in {e["id"] for e in events()}
    shown = run("judge", "list").stdout
    assert "undone" in shown
    assert "3 judgements" in shown
