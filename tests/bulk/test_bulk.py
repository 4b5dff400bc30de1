"""Runs over very large archives, on a small one: stopped, killed, poisoned, they leave the same rows once each."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path

import pytest
from tests.bulk.conftest import FILES, LINES, rows

from dateline.bulk import pool as pool_module
from dateline.bulk.manifest import NAME, locked, opened
from dateline.bulk.pool import Failed
from dateline.bulk.run import Run, State, bulk
from dateline.bulk.tasks import Outcome, Task
from dateline.bulk.work import Job, work
from dateline.ingest.pieces import Piece, cut
from dateline.model import ArchiveError, UsageError

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
    assert [(p.path, error) for p, error in run.state.aside] == [("a", "the worker died again")]
    again = opened(tmp_path, "this coder")
    assert [again.is_done(piece(name)) for name in "abc"] == [True, True, False]


def test_a_single_piece_is_tried_twice_too(tmp_path: Path) -> None:
    run = Run(opened(tmp_path, "this coder"), State())
    run.take(Task((piece("a"),)), Failed("once"))
    assert len(run.queue) == 1
    run.take(run.queue.popleft(), Failed("twice"))
    assert ([error for _, error in run.state.aside], len(run.queue)) == (["twice"], 0)


def test_a_worker_that_hangs_is_ended(inputs: Path, job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "LONGEST_TASK", 0.05)
    state = list(bulk([str(inputs / "0.jsonl")], job, 1))[-1]
    assert [error for _, error in state.aside] == ["it took longer than 0 s"]


def test_what_no_task_will_be_spared_ends_the_run(tmp_path: Path) -> None:
    run = Run(opened(tmp_path, "this coder"), State())
    with pytest.raises(ArchiveError, match="disk is full"):
        run.take(Task((piece("a"),)), Failed("out cannot grow: the disk is full", fatal=True))


def test_a_full_disk_is_told_in_words(inputs: Path, job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dateline.bulk.filing.write", full)
    with pytest.raises(ArchiveError, match="cannot grow: the disk is full"):
        work(job, Task(tuple(cut([str(inputs / "1.jsonl")]))))
    assert rows(job.out)["reports"] == []


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
