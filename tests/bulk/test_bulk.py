"""Runs over very large archives, on a small one: stopped, killed, poisoned, they leave the same rows once each."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
from tests.bulk.conftest import FILES, LINES, rows

from dateline.bulk import pool as pool_module
from dateline.bulk.filing import beside
from dateline.bulk.manifest import NAME, locked, opened
from dateline.bulk.marks import CODING, READING, Mark, Marker, mark_of
from dateline.bulk.pool import Failed, attempt
from dateline.bulk.run import Run, State, bulk
from dateline.bulk.taking import read_or_take
from dateline.bulk.tasks import Outcome, Task
from dateline.bulk.work import Job, work
from dateline.desk.coding import Item, code_reports
from dateline.ingest import ReportDefaults
from dateline.ingest.pieces import Piece, cut, read_piece
from dateline.model import ArchiveError, CodedReport, Problem, Report, UsageError
from dateline.pipeline import Pipeline

Go = Callable[..., State]
PROGRAM = Path(sys.executable).with_name("dateline")


@pytest.fixture(scope="module")
def whole() -> dict[str, dict[str, list[str]]]:
    """What one process makes of the inputs, kept for all tests of this module."""
    return {}


def expected(inputs: Path, job: Job, kept: dict[str, dict[str, list[str]]]) -> dict[str, list[str]]:
    """The rows of the inputs when all of them are one task in this process; paths are left out by being relative."""
    if "rows" not in kept:
        out = job._replace(out=f"{job.out}-whole")
        work(out, Task(tuple(cut([str(inputs)]))))
        kept["rows"] = plain(rows(out.out), inputs)
    return kept["rows"]


def plain(found: dict[str, list[str]], inputs: Path) -> dict[str, list[str]]:
    """The rows without the folder in which their inputs lay."""
    return {table: sorted(row.replace(str(inputs), "in") for row in each) for table, each in found.items()}


def test_two_workers_give_the_rows_of_one_and_a_second_run_adds_none(inputs: Path, job: Job, run: Go, whole: dict) -> None:
    state = run(job)
    assert (state.rows["reports"], state.rows["problems"], state.aside) == (FILES * LINES, 1, [])
    assert plain(rows(job.out), inputs) == expected(inputs, job, whole)
    assert run(job).rows["reports"] == 0
    assert plain(rows(job.out), inputs) == expected(inputs, job, whole)


def test_a_worker_killed_in_the_middle_loses_and_doubles_nothing(inputs: Path, job: Job, whole: dict) -> None:
    steps = bulk([str(inputs)], job, 2)
    killed = False
    for _ in steps:
        busy = [child for child in active_children() if child.is_alive()]
        if busy and not killed:
            time.sleep(1)
            os.kill(busy[0].pid or 0, signal.SIGKILL)
            killed = True
    assert killed
    assert plain(rows(job.out), inputs) == expected(inputs, job, whole)


def test_a_run_killed_and_begun_again_leaves_the_same_rows(inputs: Path, job: Job, whole: dict) -> None:
    command = [str(PROGRAM), "bulk", str(inputs), job.out, "--workers", "1"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True) as started:  # noqa: S603
        manifest = Path(job.out) / NAME
        until = time.monotonic() + 100
        while started.poll() is None and time.monotonic() < until:
            if manifest.exists() and len(manifest.read_text().splitlines()) > 1:
                break
            time.sleep(0.01)
        os.killpg(started.pid, signal.SIGKILL)
    coder = manifest.read_text().split('"coder": "')[1].split('"')[0]
    with manifest.open("a") as out:
        out.write('{"task": "cut o')
    stray = Path(job.out) / "events" / "day=2022-04-01" / "stray.parquet"
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_bytes(b"of a task that never ended")
    list(bulk([str(inputs)], job._replace(coder=coder), 1))
    found = {t: [r.replace(coder, job.coder) for r in each] for t, each in plain(rows(job.out), inputs).items()}
    assert found == expected(inputs, job, whole)


def piece(path: str) -> Piece:
    return Piece(path, 10, 0)


def test_what_fails_is_tried_alone_once_more_and_then_set_aside(tmp_path: Path) -> None:
    run = Run(opened(tmp_path, "this coder"), State())
    run.take(Task((piece("a"), piece("b"))), Failed("the worker died"))
    assert [task.pieces for task in run.queue] == [(piece("a"),), (piece("b"),)]
    run.take(run.queue.popleft(), Failed("the worker died again"))
    task = run.queue.popleft()
    run.take(task, Outcome(task.id, (piece("b").key,), {"reports": 3}, 1.0))
    assert [(aside.piece.path, error) for aside, error in run.state.aside] == [("a", "the worker died again")]
    again = opened(tmp_path, "this coder")
    assert [again.is_done(piece(name)) for name in "abc"] == [True, True, False]


def test_a_single_piece_is_tried_twice_too(tmp_path: Path) -> None:
    run = Run(opened(tmp_path, "this coder"), State())
    run.take(Task((piece("a"),)), Failed("once"))
    assert len(run.queue) == 1
    run.take(run.queue.popleft(), Failed("twice"))
    assert ([error for _, error in run.state.aside], len(run.queue)) == (["twice"], 0)


def test_a_worker_that_hangs_is_ended(inputs: Path, job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "LONGEST_SILENCE", 0.05)
    state = list(bulk([str(inputs / "0.jsonl")], job, 1))[-1]
    assert {error for _, error in state.aside} == {"nothing was done for 0 s"}


def test_what_no_task_will_be_spared_ends_the_run(tmp_path: Path) -> None:
    run = Run(opened(tmp_path, "this coder"), State())
    with pytest.raises(ArchiveError, match="disk is full"):
        run.take(Task((piece("a"),)), Failed("out cannot grow: the disk is full", fatal=True))


def test_too_little_memory_to_begin_with_is_no_reports_fault(inputs: Path, job: Job) -> None:
    with pytest.raises(ArchiveError, match="--memory 120 may be too little"):
        list(bulk([str(inputs)], job._replace(memory=120), 1))
    assert opened(Path(job.out), job.coder).pieces == set()


def test_a_full_disk_is_told_in_words(inputs: Path, job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dateline.bulk.filing.write", full)
    with pytest.raises(ArchiveError, match="cannot grow: the disk is full"):
        work(job, Task(tuple(cut([str(inputs / "1.jsonl")]))))
    assert rows(job.out)["reports"] == []


def test_a_full_disk_is_told_by_the_manifest_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    manifest = opened(tmp_path, "this coder")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dateline.bulk.manifest.os.fsync", full)
    with pytest.raises(ArchiveError, match="cannot grow: the disk is full"):
        manifest.done(Outcome("a task", ("a piece",), {"reports": 1}, 1.0))


def test_a_folder_is_filled_by_one_run_and_one_coder_alone(inputs: Path, job: Job, tmp_path: Path) -> None:
    out = Path(job.out)
    out.mkdir()
    with locked(out), pytest.raises(UsageError, match="being filled by another run"):
        next(bulk([str(inputs)], job, 1))
    opened(out, "another coder")
    with pytest.raises(UsageError, match="another version"):
        next(bulk([str(inputs)], job, 1))
    with pytest.raises(UsageError, match="holds other files"):
        next(bulk([str(inputs)], job._replace(out=str(inputs)), 1))
    with pytest.raises(UsageError, match="no such file"):
        next(bulk([str(tmp_path / "none")], job._replace(out=str(tmp_path / "new")), 1))
    with pytest.raises(UsageError, match="standard input"):
        next(bulk(["-"], job._replace(out=str(tmp_path / "new")), 1))


def through(run: Run, job: Job) -> None:
    """Does all tasks of a run in this process."""
    while run.queue:
        task = run.queue.popleft()
        run.take(task, attempt(job, task))


def test_of_many_reports_the_one_that_breaks_its_worker_is_set_aside_alone(
    inputs: Path, job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(known: Pipeline, items: Iterable[Item]) -> Iterator[CodedReport | Problem]:
        for item in code_reports(known, items):
            if isinstance(item, CodedReport) and item.report.id in {"r2-1", "r2-2"}:
                raise RuntimeError("segmentation fault")
            yield item

    monkeypatch.setattr("dateline.bulk.work.code_reports", breaking)
    Path(job.out).mkdir()
    run = Run(opened(Path(job.out), job.coder), State())
    run.queue.append(Task(tuple(cut([str(inputs)]))))
    through(run, job)
    assert [(Path(a.piece.path).name, a.report, a.onward) for a, _ in run.state.aside] == [
        ("2.jsonl", 1, False),
        ("2.jsonl", 2, False),
    ]
    assert run.state.aside[0][0].place == f"{inputs / '2.jsonl'}:1, report 2 of it"
    assert len(rows(job.out)["reports"]) == FILES * LINES - 2
    again = opened(Path(job.out), job.coder)
    assert all(again.is_done(each) for each in cut([str(inputs)]))


def test_where_reading_itself_breaks_what_came_before_is_kept(inputs: Path, job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(*found: Any) -> Iterator[Report | Problem]:
        for number, item in enumerate(read_piece(*found)):
            if number == 2:
                raise RuntimeError("segmentation fault")
            yield item

    monkeypatch.setattr("dateline.bulk.work.read_piece", breaking)
    Path(job.out).mkdir()
    run = Run(opened(Path(job.out), job.coder), State())
    run.queue.append(Task(tuple(cut([str(inputs / "1.jsonl")]))))
    through(run, job)
    assert [(a.report, a.onward) for a, _ in run.state.aside] == [(2, True)]
    assert len(rows(job.out)["reports"]) == 2


def test_a_large_task_is_written_in_parts_and_filed_whole(
    inputs: Path, job: Job, whole: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = expected(inputs, job, whole)
    monkeypatch.setattr("dateline.bulk.filing.HELD", 5)
    outcome = work(job, Task(tuple(cut([str(inputs)]))))
    assert plain(rows(job.out), inputs) == wanted
    assert all(path.stem == outcome.task for path in Path(job.out).rglob("*.parquet"))


def test_a_mark_tells_how_far_a_task_is(tmp_path: Path) -> None:
    run, task = Run(opened(tmp_path, "this coder"), State()), Task((piece("a"),))
    assert (run.watch([task]).doing, run.state.reports) == (0, 0)
    with Marker(beside(tmp_path, task.id)) as marker:
        marker.set(Mark(CODING, 17, 100_000))
        marker.set(Mark(READING, 4, 7))
    assert (run.watch([task]).doing, run.state.reports) == (7, 4)
    assert mark_of(beside(tmp_path, task.id)) == Mark(READING, 4, 7)


def test_files_of_others_in_a_folder_are_problems_and_its_own_are_taken(inputs: Path, job: Job) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    manifest = opened(made(job), job.coder)
    manifest.done(work(job, Task(tuple(cut([str(inputs / "1.jsonl")])))))
    folder = Path(job.out) / "reports"
    (folder / "a.parquet").write_bytes(b"nothing of the kind")
    parquet.write_table(pa.table({"record": [b"no record", None]}), folder / "b.parquet")
    parquet.write_table(pa.table({"other": [1]}), folder / "c.parquet")
    found = list(read_or_take([job.out], ReportDefaults(), lambda: job.coder))
    assert [i.code for i in found if isinstance(i, Problem)] == ["bad_table"] * 3
    assert len([i for i in found if isinstance(i, CodedReport)]) == LINES


def made(job: Job) -> Path:
    """The folder of a job."""
    Path(job.out).mkdir()
    return Path(job.out)
