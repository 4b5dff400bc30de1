"""Bulk on one process and on two: how much faster, and how much memory a worker takes as the reports go through.

``DATELINE_BENCH_BULK`` sets the number of made-up short reports (2,000 without it; 100,000 shows whether memory stays flat).
"""

from __future__ import annotations

import json
import os
from multiprocessing import active_children
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from dateline.bulk.run import bulk
from dateline.bulk.work import Job
from dateline.ingest import ReportDefaults
from dateline.settings import Settings

COUNT = int(os.environ.get("DATELINE_BENCH_BULK", "2000"))
FILES = 16
STATES = ("Norway", "Chile", "Kenya", "Japan", "Jordan", "Peru", "Ghana", "Nepal", "Cuba", "Oman", "Fiji", "Malta", "Chad")
ACTS = ("expelled two diplomats of", "recognized the government of", "severed relations with", "signed a treaty with", "accused")


def made_up(folder: Path) -> None:
    """So many short reports in several files."""
    for k in range(FILES):
        with (folder / f"{k:02}.jsonl").open("w", encoding="utf-8") as out:
            for i in range(k, COUNT, FILES):
                a, b = STATES[i % len(STATES)], STATES[(i // len(STATES) + 1 + i) % len(STATES)]
                text = f"{a} {ACTS[i % len(ACTS)]} {b} on Monday, its foreign ministry said in statement {i}. {b} did not comment."
                out.write(json.dumps({"id": str(i), "text": text, "published": f"2024-{i % 12 + 1:02}-{i % 28 + 1:02}"}) + "\n")


def resident(pid: int) -> int:
    """The megabytes of memory that a process holds."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="utf-8").split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1_000_000
    except (OSError, IndexError):
        return 0


def run(folder: Path, workers: int) -> dict[str, float]:
    """Seconds, and the memory of the largest worker after a quarter of the work and at the end."""
    job = Job(str(folder / f"out{workers}"), Settings(), ReportDefaults(), "benchmark")
    begun, quarter, last = perf_counter(), 0, 0
    for state in bulk([str(folder / "in")], job, workers):
        last = max([resident(child.pid or 0) for child in active_children()], default=last) or last
        quarter = quarter or (last if state.done >= state.total / 4 else 0)
    return {"seconds": perf_counter() - begun, "quarter": quarter, "last": last}


def report() -> dict[str, float]:
    """Prints the figures and gives them."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "in").mkdir()
        made_up(folder / "in")
        one, two = run(folder, 1), run(folder, 2)
    print(f"bulk, {COUNT:,} short reports: two processes are {one['seconds'] / two['seconds']:.2f} times as fast as one")
    print(f"  a worker holds {one['quarter']:.0f} MB after a quarter, {one['last']:.0f} MB at the end")
    return {"reports": COUNT, "scaling": round(one["seconds"] / two["seconds"], 2), "rate": round(COUNT / two["seconds"], 1)} | one


if __name__ == "__main__":
    report()
