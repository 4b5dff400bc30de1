"""What commands print of one fixed record, word for word.

The record is that of four sample reports as they were once coded (``golden/codings.jsonl``), so that a better reading does not
alter these files, and a change in merging, register or output does. They are rewritten only on request, and the diff is read:

    pytest tests/serve/test_golden.py --snapshot-update
    DATELINE_REWRITE_CODINGS=1 pytest tests/serve/test_golden.py --snapshot-update   # reads the four reports anew
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension
from tests.desk.helpers import KeptPipeline

from dateline.desk.desk import Desk
from dateline.model import CodedReport
from dateline.pipeline import Pipeline
from dateline.samples import sample_reports
from dateline.store import Archive
from dateline.store.records import packed, unpacked

Run = Callable[..., Any]

CODINGS = Path(__file__).parent / "golden" / "codings.jsonl"
STORIES = ("venezuela-2009", "nicaragua-2021")

CALLS: dict[str, tuple[str, ...]] = {
    "changes": ("--from", "2009-09-01", "--to", "2021-12-31"),
    "check": (),
    "check-claim": ("third to recognize Abkhazia", "--actor", "Venezuela", "--on", "2009-09-11"),
    "compare": ("venezuela-2009-wire", "venezuela-2009-courier"),
    "due": ("--on", "2023-05-11"),
    "events": (),
    "export": ("csv", "-"),
    "history": ("Venezuela", "Abkhazia"),
    "recognizers": ("Abkhazia", "--on", "2009-09-11", "--ordinal", "Venezuela"),
    "relations": ("Nicaragua", "--on", "2021-12-15"),
    "report": ("venezuela-2009-wire",),
    "reports": (),
    "stories": (),
    "suppose": ("2026-01-15 recognize_state ISR x-somaliland", "--on", "2026-02-01"),
    "terms": ("Abkhazia",),
}


@pytest.fixture(scope="module")
def codings(request: pytest.FixtureRequest) -> dict[str, CodedReport]:
    """The four reports as they were once coded; coded anew where the environment asks for it."""
    if os.environ.get("DATELINE_REWRITE_CODINGS"):
        pipeline: Pipeline = request.getfixturevalue("pipeline")
        wanted = [report for report in sample_reports() if report.id.startswith(STORIES)]
        CODINGS.write_text("".join(f"{packed(coded)}\n" for coded in pipeline.run_many(wanted)), encoding="utf-8")
    lines = CODINGS.read_text(encoding="utf-8").splitlines()
    return {coded.report.id: coded for coded in (unpacked(CodedReport, line) for line in lines)}


@pytest.fixture(scope="module")
def fixed(tmp_path_factory: pytest.TempPathFactory, codings: dict[str, CodedReport], pipeline: Pipeline) -> Path:
    path = tmp_path_factory.mktemp("fixed") / "fixed.db"
    with Archive.open(str(path), write=True) as archive:
        desk = Desk(archive, KeptPipeline(codings, pipeline.catalogue), lambda: "2026-01-02T03:04:05Z")
        list(desk.add([coded.report for coded in codings.values()], Counter()))
    return path


@pytest.mark.parametrize("command", sorted(set(CALLS) - {"export"}))
def test_golden_json(run: Run, fixed: Path, snapshot: SnapshotAssertion, command: str) -> None:
    done = run(command, *CALLS[command], "--json", "--archive", fixed)
    assert done.exit_code == 0, done.output
    assert [json.loads(line) for line in done.stdout.splitlines()] == snapshot(extension_class=JSONSnapshotExtension)


@pytest.mark.parametrize("columns", [60, 200])
@pytest.mark.parametrize("command", sorted(CALLS))
def test_golden_page(run: Run, fixed: Path, snapshot: SnapshotAssertion, command: str, columns: int) -> None:
    done = run(command, *CALLS[command], "--archive", fixed, columns=columns)
    assert done.exit_code == 0, done.output
    assert done.stdout == snapshot


@pytest.mark.parametrize("columns", [60, 200])
def test_golden_dossier(run: Run, fixed: Path, snapshot: SnapshotAssertion, columns: int) -> None:
    listed = run("events", "--act", "sever_relations", "--actor", "Nicaragua", "--json", "--archive", fixed).stdout
    event = json.loads(listed.splitlines()[0])["id"]
    assert run("event", event, "--archive", fixed, columns=columns).stdout == snapshot
    dossier = json.loads(run("event", event, "--json", "--archive", fixed).stdout)
    assert dossier == snapshot(extension_class=JSONSnapshotExtension)
