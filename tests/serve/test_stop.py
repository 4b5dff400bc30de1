"""Killed in the middle and run again: nothing is lost, and what is shown is the same as if it had never happened."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]

PROGRAM = Path(sys.executable).with_name("dateline")
STATES = ("Lithuania", "Latvia", "Estonia", "Poland", "Bulgaria", "Romania", "Slovenia", "Croatia")
DAYS = 12


def reports() -> list[dict[str, str]]:
    """So many reports that filing them takes several batches."""
    texts = [
        (f"{state} expelled {day} diplomats of Russia on Tuesday, its foreign ministry said. Russia denied it.", day)
        for state in STATES
        for day in range(1, DAYS + 1)
    ]
    return [{"id": f"r{i:03}", "text": text, "published": f"2022-04-{day:02}"} for i, (text, day) in enumerate(texts)]


def test_killed_and_run_again_is_the_same_as_never_killed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps(report) + "\n" for report in reports()))
    started = subprocess.Popen([str(PROGRAM), "add", str(path), "--archive", "killed.db"], stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        wait_until_something_is_kept(tmp_path / "killed.db", started)
    finally:
        os.kill(started.pid, signal.SIGKILL)
        started.wait()
    assert 0 < kept(tmp_path / "killed.db") < len(reports())
    run("add", path, "--archive", "killed.db")
    run("add", path, "--archive", "whole.db")
    for command in ("events", "reports", "stories"):
        assert run(command, "--json", "--archive", "killed.db").stdout == run(command, "--json", "--archive", "whole.db").stdout
    for command in (("relations", "Russia"), ("check",)):
        assert run(*command, "--archive", "killed.db").stdout == run(*command, "--archive", "whole.db").stdout


def kept(path: Path) -> int:
    """How many reports an archive holds; none before it is one."""
    if not path.exists():
        return 0
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return int(connection.execute("select count(*) from coded").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def wait_until_something_is_kept(path: Path, process: subprocess.Popen[bytes]) -> None:
    """Waits for the first batch, as long as the process runs."""
    until = time.monotonic() + 100
    while kept(path) == 0 and process.poll() is None and time.monotonic() < until:
        time.sleep(0.005)
