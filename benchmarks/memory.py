"""How much memory `bulk` and `add` hold as reports go through: made-up ones, whose readings are put in after the parse.

Each opens with a lead that is parsed once for all that have it; what follows keeps stories and near-copies apart and counts as
skipped. ``python -m benchmarks.memory 10000 100000`` (or ``DATELINE_BENCH_MEMORY="10000 100000"``) sets at how many reports it is
looked at. Each command runs in a process of its own, `add` for about an hour; parsing so many would take many more, and would keep
nothing from one report to the next.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from benchmarks.archive import CodedBefore, World
from dateline.bulk import work as bulk_work
from dateline.bulk.tasks import tasks
from dateline.ingest import ReportDefaults, read_reports
from dateline.ingest.pieces import cut
from dateline.model import Reading, Report, Section, SectionKind, Span
from dateline.pipeline import Pipeline
from dateline.read import Reader
from dateline.settings import Settings

AT = tuple(map(int, os.environ.get("DATELINE_BENCH_MEMORY", "2000 10000").split()))
STATES = (
    *("Norway", "Chile", "Kenya", "Japan", "Jordan", "Peru", "Ghana", "Nepal", "Cuba", "Oman", "Fiji", "Malta", "Chad"),
    *("Brazil", "Egypt", "India", "Laos", "Mali", "Spain", "Togo", "Turkey", "Yemen", "Zambia", "Greece", "Ireland"),
)
ACTS = ("expelled two diplomats of", "recognized the government of", "severed relations with", "signed a treaty with", "accused")
END = "did not comment."
"""The last words of a lead."""
FIRST = date(2000, 1, 1)
A_FILE = 1000
"""So many reports stand in one file."""


class KnownReader(Reader):
    """A reader that has parsed all leads, and takes what follows them for skipped."""

    def __init__(self) -> None:
        super().__init__()
        readings = super().read_many(Report(id=lead, text=lead) for lead in leads())
        self.known = {reading.report.text: reading for reading in readings}

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """The readings of the reports."""
        for report in reports:
            end = report.text.index(END) + len(END)
            reading, rest = self.known[report.text[:end]], Span(end, len(report.text))
            sections = (*reading.sections, Section(rest, SectionKind.BODY))
            yield replace(reading, report=replace(report, language="en"), sections=sections, skipped=(rest,))


def leads() -> list[str]:
    """The leads that the reports have."""
    return [
        f"{a} {act} {b} on Monday, its foreign ministry said. {b} {END}" for a in STATES for b in STATES for act in ACTS if a != b
    ]


def made_up(folder: Path, count: int) -> None:
    """So many reports in files, several of one happening with one lead, some of them copies."""
    told = leads()
    news = (coded.report for coded in World(CodedBefore()).reports(count, FIRST))
    for first in range(0, count, A_FILE):
        with (folder / f"{first:07}.jsonl").open("w", encoding="utf-8") as out:
            for report in islice(news, A_FILE):
                title = report.title or ""
                text = told[crc32(title.encode()) % len(told)] + report.text.removeprefix(title)
                row = {"id": report.id, "text": text, "outlet": report.outlet, "published": report.published}
                out.write(json.dumps(row) + "\n")


def resident() -> float:
    """The megabytes that this process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def run_bulk(inputs: str, at: Sequence[int]) -> None:
    """What a worker of bulk does with all tasks, one after the other."""
    pipeline = Pipeline(Settings(), KnownReader())
    bulk_work.pipeline = lambda _: pipeline  # type: ignore[assignment]
    job = bulk_work.Job(f"{inputs}-out", Settings(), ReportDefaults(), "benchmark")
    done, marks = 0, list(at)
    for task in tasks(cut([inputs]), 200_000):
        done += bulk_work.work(job, task).rows["reports"]
        if marks and done >= marks[0]:
            print(marks.pop(0), round(resident()), flush=True)


def run_add(inputs: str, at: Sequence[int]) -> None:
    """What add does with all reports."""
    from dateline.desk.desk import Desk
    from dateline.store import Archive

    done, marks = Counter[str](), list(at)

    def tick(_: int) -> None:
        if marks and done["reports"] >= marks[0]:
            print(marks.pop(0), round(resident()), flush=True)

    with Archive.open(f"{inputs}.db", write=True) as archive:
        for _ in Desk(archive, Pipeline(Settings(), KnownReader())).add(read_reports([inputs]), done, tick):
            pass


RUNS = {"bulk": run_bulk, "add": run_add}


def measure(at: Sequence[int] = AT) -> dict[str, dict[int, int]]:
    """For each command the megabytes held after so many reports."""
    found = {}
    with TemporaryDirectory() as place:
        folder = Path(place, "in")
        folder.mkdir()
        made_up(folder, max(at))
        for name in RUNS:
            command = [sys.executable, "-m", "benchmarks.memory", name, str(folder), *map(str, at)]
            lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()  # noqa: S603  our own
            found[name] = {int(count): int(held) for count, held in map(str.split, lines)}
    return found


def report(at: Sequence[int] = AT) -> dict[str, dict[int, int]]:
    """Prints the figures and gives them."""
    found = measure(at)
    for name, held in found.items():
        print(f"{name}:", ", ".join(f"{megabytes} MB after {count:,} reports" for count, megabytes in held.items()))
    return found


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in RUNS:
        RUNS[sys.argv[1]](sys.argv[2], [*map(int, sys.argv[3:])])
    else:
        report([*map(int, sys.argv[1:])] or AT)
