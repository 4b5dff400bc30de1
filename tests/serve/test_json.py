"""Every ``--json`` output against its own schema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dateline.serve.cli.app import SECTIONS
from dateline.serve.shapes.schemas import LINES, SHAPES, schema_of

Run = Callable[..., Any]

REPORT = "Lithuania expelled two diplomats of Russia on Tuesday, its foreign ministry said in a statement."

CALLS: dict[str, tuple[object, ...]] = {
    "actor": ("the Lithuanian foreign ministry", "--on", "2022-04-04"),
    "changes": ("--from", "2009-09-01", "--to", "2023-12-31"),
    "check": (),
    "check-claim": ("third to recognize Abkhazia", "--actor", "Venezuela", "--on", "2009-09-11"),
    "compare": ("venezuela-2009-wire", "venezuela-2009-courier"),
    "due": ("--on", "2023-05-11"),
    "events": (),
    "history": ("Venezuela", "Abkhazia"),
    "recognizers": ("Abkhazia", "--on", "2009-09-11", "--universe", "all", "--ordinal", "Venezuela"),
    "relations": ("Nicaragua", "--on", "2021-12-15"),
    "report": ("venezuela-2009-wire",),
    "reports": (),
    "settings": (),
    "stories": (),
    "suppose": ("2026-01-15 recognize_state ISR x-somaliland", "--on", "2026-02-01"),
    "terms": ("Abkhazia",),
}
"""Commands that only look, and what they are asked."""

BESIDE = {"actor", "settings"}
"""Commands that need no archive."""


def lines_of(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def checked(command: str, output: str) -> list[Any]:
    """The objects that a command printed, each found to fit the schema."""
    validator = jsonschema.Draft202012Validator(schema_of(command))
    found = lines_of(output)
    for each in found:
        assert [error.message for error in validator.iter_errors(each)] == []
    if command not in LINES:
        assert len(found) == 1
    return found


@pytest.mark.parametrize("command", sorted(CALLS))
def test_what_a_command_prints_fits_its_schema(run: Run, kept: Path, command: str) -> None:
    where = () if command in BESIDE else ("--archive", kept)
    done = run(command, *CALLS[command], "--json", *where)
    assert done.exit_code == 0, done.output
    assert checked(command, done.stdout)
    assert "recorded_at" not in done.stdout
    assert "2026-01-02" not in done.stdout


def test_event_is_the_event_with_more(run: Run, kept: Path) -> None:
    for listed in checked("events", run("events", "--json", "--archive", kept).stdout)[:6]:
        (dossier,) = checked("event", run("event", listed["id"][:10], "--json", "--archive", kept).stdout)
        assert {name: dossier[name] for name in listed} == listed
        assert dossier["sentences"]
        assert all(
            sentence["text"] and sentence["end"] - sentence["start"] == len(sentence["text"]) for sentence in dossier["sentences"]
        )


def test_read_prints_what_report_prints(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT)
    (reading,) = checked("read", run("read", path, "--published", "2022-04-05", "--outlet", "Example Post", "--json").stdout)
    assert reading["report"]["outlet"] == "Example Post"
    assert reading["report"]["text"] == REPORT
    run("add", path, "--published", "2022-04-05", "--outlet", "Example Post")
    assert checked("report", run("report", reading["report"]["id"], "--json").stdout) == [reading]


def test_add_rebuild_import_export_judge_fit_their_schemas(run: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT)
    (added,) = checked("add", run("add", "report.txt", "--published", "2022-04-05", "--json").stdout)
    assert (added["reports"], added["new"]) == (1, 1)
    (again,) = checked("add", run("add", "report.txt", "--published", "2022-04-05", "--json").stdout)
    assert (again["reports"], again["new"]) == (1, 0)
    checked("rebuild", run("rebuild", "--json").stdout)
    (tmp_path / "own.register").write_text("2020-01-01 recognize_state LTU x-somaliland\nnonsense\n")
    done = run("import", "lines", "own.register", "--json")
    (imported,) = checked("import", done.stdout)
    assert (imported["entries"], imported["new"], imported["problems"], done.exit_code) == (1, 1, 1, 1)
    (exported,) = checked("export", run("export", "csv", "events.csv", "--json").stdout)
    assert exported["events"] == len(checked("events", run("events", "--json").stdout))
    (event, *_) = checked("events", run("events", "--json").stdout)
    (judged,) = checked("judge", run("judge", "wrong", event["id"], "--by", "ana", "--json").stdout)
    checked("judge", run("judge", "list", "--json").stdout)
    checked("judge", run("judge", "waiting", "--json").stdout)
    checked("judge", run("judge", "undo", judged["judgements"][0]["id"], "--json").stdout)


def test_score_fits_its_schema(run: Run, shared: Path) -> None:
    done = run("score", "actors", shared / "gold" / "actor_phrases_dev.jsonl", "--json", "--errors")
    (score,) = checked("score", done.stdout)
    assert score["failures"]


def test_lines_are_compact_and_numbers_short(run: Run, kept: Path) -> None:
    for line in run("events", "--json", "--archive", kept).stdout.splitlines():
        assert json.dumps(json.loads(line), ensure_ascii=False, separators=(",", ":")) == line
        assert not re.search(r"\d\.\d{4,}", line)


def test_the_same_question_has_the_same_answer(run: Run, kept: Path) -> None:
    for command in ("events", "reports", "stories"):
        assert run(command, "--json", "--archive", kept).stdout == run(command, "--json", "--archive", kept).stdout


def test_schema_prints_all_schemas_or_one(run: Run) -> None:
    every = json.loads(run("schema").stdout)
    assert sorted(every) == sorted(SHAPES)
    for name in SHAPES:
        jsonschema.Draft202012Validator.check_schema(json.loads(run("schema", name).stdout))
        assert json.loads(run("schema", name).stdout) == every[name]
    assert run("schema", "nonsense").exit_code == 2


def test_every_shape_is_a_commands(run: Run) -> None:
    assert set(SHAPES) <= {name for names in SECTIONS.values() for name in names}
    for name in SHAPES:
        assert "--json" in run(name, "--help").stdout or name == "judge"


def test_the_interface_keeps_its_names() -> None:
    fields = {
        "read": "report sections actors times places attributions events claims problems",
        "events": "id act plover actors recipients date dates status reports counts origins bottlenecks mentions links",
        "stories": "id title first last reports events",
        "compare": "events quotes terms disagreements",
        "relations": "from to layer relation level answer since until status according_to implied_by evidence",
        "recognizers": "entity on known_by according_to universe policy n disputed list unknown",
        "score": "task gold n precision recall f1 by seconds",
        "reports": "id outlet title byline credit url published modified place language sha256 events copy_of versions",
    }
    for command, names in fields.items():
        assert set(names.split()) <= set(schema_of(command)["properties"]), command
