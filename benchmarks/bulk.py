"""Bulk on one process and on two: how much faster.

``python -m benchmarks.bulk 1500`` (or ``DATELINE_BENCH_BULK``) sets the number of made-up short reports. Two ratios are given: of
the time between the first task's end and the last one's, which the start of the workers does not enter; and of the seconds for
which the workers keep cores busy, their start included, which other work on the machine hardly changes.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter

from dateline.bulk.run import bulk
from dateline.bulk.work import Job
from dateline.ingest import ReportDefaults
from dateline.settings import Settings

COUNT = int(os.environ.get("DATELINE_BENCH_BULK", "1500"))
FILES = 16
DAYS = 4
STATES = ("Norway", "Chile", "Kenya", "Japan", "Jordan", "Peru", "Ghana", "Nepal", "Cuba", "Oman", "Fiji", "Malta", "Chad")
ACTS = ("expelled two diplomats of", "recognized the government of", "severed relations with", "signed a treaty with", "accused")


def made_up(folder: Path, count: int) -> None:
    """So many short reports of a few days in several files."""
    for k in range(FILES):
        with (folder / f"{k:02}.jsonl").open("w", encoding="utf-8") as out:
            for i in range(k, count, FILES):
                a, b = STATES[i % len(STATES)], STATES[(i // len(STATES) + 1 + i) % len(STATES)]
                text = f"{a} {ACTS[i % len(ACTS)]} {b} on Monday, its foreign ministry said in statement {i}. {b} did not comment."
                out.write(json.dumps({"id": str(i), "text": text, "published": f"2024-05-{i % DAYS + 1:02}"}) + "\n")


def busy() -> float:
    """The seconds for which all processes that we started and that ended kept a core busy."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(folder: Path, workers: int) -> dict[str, float]:
    """Bytes a second once the first task is done, and the seconds for which all workers kept cores busy."""
    job = Job(str(folder / f"out{workers}"), Settings(), ReportDefaults(), "benchmark")
    before, marks = busy(), list[tuple[float, int]]()
    for state in bulk([str(folder / "in")], job, workers):
        if state.done and (not marks or state.done > marks[-1][1]):
            marks.append((perf_counter(), state.done))
    (begun, first), (ended, last) = marks[0], marks[-1]
    return {"rate": (last - first) / max(ended - begun, 1e-9), "busy": busy() - before}


def report(count: int = COUNT) -> dict[str, float]:
    """Prints the figures and gives them."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "in").mkdir()
        made_up(folder / "in", count)
        one, two = run(folder, 1), run(folder, 2)
    scaling, own = two["rate"] / one["rate"], 2 * one["busy"] / two["busy"]
    print(
        f"bulk, {count:,} short reports: two processes are {scaling:.2f} times as fast as one; by their own seconds {own:.2f} times"
    )
    return {"reports": count, "scaling": round(scaling, 2), "own": round(own, 2)}


if __name__ == "__main__":
    report(*map(int, sys.argv[1:2]))
