"""A run that is killed at any moment loses nothing that it had filed, and doubles nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.desk.helpers import dump

from dateline.store import Archive

ADD = """
import sys
from collections import Counter
from dateline.desk import desk
from dateline.model import CodedReport, Reading, Report
from dateline.pipeline import Pipeline
from dateline.store import Archive

class Plain(Pipeline):
    reader = property(lambda self: self)
    def read_many(self, reports):
        return (Reading(report, (), (), (), ()) for report in reports)
    def code(self, reading):
        return CodedReport(reading.report)

desk.BATCH, desk.SETTLE = 4, 8
texts = (f"Arvenia met Belmark over harbour {i // 3} and the grain of Halmar, a spokesman said in Lund. " * 3 for i in range(60))
reports = [Report(f"r{i}", text, title=f"Talks {i}", published=f"2031-05-{i % 28 + 1:02d}") for i, text in enumerate(texts)]
with Archive.open(sys.argv[1], write=True) as archive:
    print("begun", flush=True)
    list(desk.Desk(archive, Plain()).add(reports, Counter()))
"""


def run(path: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", ADD, str(path)], stdout=subprocess.PIPE)  # noqa: S603  our own program


@pytest.mark.parametrize("after", [0.05, 0.3, 0.8])
def test_killed_run_is_made_up_for_by_the_next_one(tmp_path: Path, after: float) -> None:
    killed, whole = tmp_path / "killed.db", tmp_path / "whole.db"
    first = run(killed)
    assert first.stdout
    assert first.stdout.readline() == b"begun\n"
    time.sleep(after)
    first.kill()
    first.wait()
    first.stdout.close()
    for path in (killed, whole):
        with run(path) as again:
            assert again.wait(timeout=60) == 0
    shown = []
    for path in (killed, whole):
        with Archive.open(str(path)) as archive:
            shown.append(dump(archive))
    assert shown[0] == shown[1]
    assert len(shown[0]["reports"]) == 60
