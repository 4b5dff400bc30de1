"""A run that is killed at any moment loses nothing that it had filed, and doubles nothing.

``DATELINE_KILLS`` sets how often one is killed (6 without it); ``DATELINE_KILL_SEED`` at which moments.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from tests.desk.helpers import dump

from dateline.model import Report
from dateline.pipeline import Pipeline
from dateline.store import Archive
from dateline.store.records import pressed

KILLS = int(os.environ.get("DATELINE_KILLS", "6"))
IN_A_ROW = 3
"""So often the run over one archive is killed before it may come to its end."""

STATES = ("Lithuania", "Latvia", "Estonia", "Poland", "Malta")
DAYS = 5

ADD = """
import sys
from base64 import b64decode
from collections import Counter
from pathlib import Path
from dateline.desk import desk
from dateline.model import CodedReport
from dateline.pipeline import Pipeline
from dateline.store import Archive
from dateline.store.records import unpressed

desk.BATCH, desk.SETTLE = 4, 8
coded = [unpressed(CodedReport, b64decode(line)) for line in Path(sys.argv[1]).read_bytes().splitlines()]
print("begun", flush=True)
with Archive.open(sys.argv[2], write=True) as archive:
    list(desk.Desk(archive, Pipeline()).add(coded, Counter()))
"""


def reports() -> list[Report]:
    """Reports of many states' acts over some days: two of each act, that they are merged, and each denied."""
    told = [(f"r{s}-{d}-{k}", STATES[s], d) for s in range(len(STATES)) for d in range(1, DAYS + 1) for k in range(1 + (d == 1))]
    text = "{} expelled {} diplomats of Russia on Tuesday, its foreign ministry said. Russia denied it."
    return [Report(id, text.format(state, d), published=f"2022-04-{d:02}") for id, state, d in told]


@pytest.fixture(scope="module")
def coded(pipeline: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the reports, coded."""
    path = tmp_path_factory.mktemp("coded") / "coded"
    path.write_bytes(b"\n".join(b64encode(pressed(each)) for each in pipeline.run_many(reports())))
    return path


def start(coded: Path, archive: Path) -> subprocess.Popen[bytes]:
    """A run that has begun."""
    run = subprocess.Popen([sys.executable, "-c", ADD, str(coded), str(archive)], stdout=subprocess.PIPE)  # noqa: S603  ours
    assert run.stdout
    assert run.stdout.readline() == b"begun\n"
    return run


def finish(run: subprocess.Popen[bytes]) -> int:
    """The exit status of a run that comes to its end."""
    with run:
        return run.wait(timeout=120)


def shown(path: Path) -> dict[str, list[str]]:
    """Everything that an archive shows."""
    with Archive.open(str(path)) as archive:
        return dump(archive)


def check_opens(path: Path) -> None:
    """Sees to it that what a killed run left is whole: an archive without damage, or none yet."""
    if not path.exists() or not path.stat().st_size:
        return
    with closing(sqlite3.connect(path)) as connection:  # one that lingers would write its log over the next run's
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if "alembic_version" in names:
        heads = shown(path)["reports"]
        assert len(heads) == len(set(heads)) <= len(reports())


def test_runs_killed_at_any_moment_are_made_up_for(coded: Path, tmp_path: Path) -> None:
    begun = time.monotonic()
    whole = tmp_path / "whole.db"
    assert finish(start(coded, whole)) == 0
    seconds, expected = time.monotonic() - begun, shown(whole)
    assert len(expected["reports"]) == len(reports())
    assert expected["events"]
    chance = Random(os.environ.get("DATELINE_KILL_SEED", "1"))  # noqa: S311  for variety, not for secrets
    for k in range(KILLS):
        path = tmp_path / f"{k // IN_A_ROW}.db"
        run = start(coded, path)
        time.sleep(chance.uniform(0, seconds))
        run.kill()
        finish(run)
        check_opens(path)
        if k % IN_A_ROW == IN_A_ROW - 1 or k == KILLS - 1:
            assert finish(start(coded, path)) == 0
            assert shown(path) == expected


def test_two_runs_at_once_leave_what_one_leaves(coded: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    assert finish(start(coded, one)) == 0
    runs = [start(coded, two) for _ in range(2)]
    assert 0 in {finish(run) for run in runs}  # the other one may have been told to wait, and to come again
    assert finish(start(coded, two)) == 0
    assert shown(two) == shown(one)


def limited(size: int) -> Callable[[], None]:
    """What makes every file of a process end at so many bytes, as a full disk would."""
    import resource
    import signal

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def test_a_full_disk_is_told_and_damages_nothing(coded: Path, tmp_path: Path) -> None:
    path, whole = tmp_path / "full.db", tmp_path / "whole.db"
    assert finish(start(coded, whole)) == 0
    command = [sys.executable, "-c", ADD, str(coded), str(path)]
    for size in (300_000, 500_000):
        run = subprocess.run(command, capture_output=True, text=True, preexec_fn=limited(size), timeout=120, check=False)  # noqa: S603
        assert run.returncode
        assert "ArchiveError" in run.stderr, run.stderr[-300:]
        check_opens(path)
    assert finish(start(coded, path)) == 0
    assert shown(path) == shown(whole)
