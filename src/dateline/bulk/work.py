"""What a worker does: a task's pieces read, coded and filed; the model is loaded once a process."""

from __future__ import annotations

import resource
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from dateline.bulk.disk import fatal_told
from dateline.bulk.filing import Filing
from dateline.bulk.marks import CODING, READING, Mark, Marker
from dateline.bulk.tables import problem_row, rows
from dateline.bulk.tasks import Outcome, Task
from dateline.desk.coding import Item, code_reports, report_batches
from dateline.ingest import ReportDefaults
from dateline.ingest.pieces import Piece, Progress, read_piece
from dateline.model import CodedReport, Problem, Report
from dateline.pipeline import Pipeline
from dateline.settings import Settings

FIRST = "Atlantis recalled its ambassador from Lemuria on Tuesday."


class Job(NamedTuple):
    """What is the same for all tasks of a run: the folder, the settings, what inputs do not say, the version of the coder.

    ``memory`` is the most that a worker may take, in megabytes; 0 for no bound.
    """

    out: str
    settings: Settings
    defaults: ReportDefaults
    coder: str
    memory: int = 0


@cache
def pipeline(settings: Settings) -> Pipeline:
    """The pipeline of this process."""
    return Pipeline(settings)


@cache
def ready(settings: Settings) -> None:
    """Has this process load all that it needs, so that what it cannot load for want of memory is no report's fault."""
    import pyarrow.parquet  # noqa: F401

    pipeline(settings).run(Report(id="", text=FIRST))


def bounded(memory: int) -> None:
    """Bounds this process's memory: a report that asks for more is a problem, not the end of the machine."""
    if memory:
        size = memory * 1_000_000
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        resource.setrlimit(resource.RLIMIT_DATA, (size if hard < 0 else min(size, hard), hard))


def work(job: Job, task: Task) -> Outcome:
    """The outcome of a task, whose rows are filed by then; an :class:`ArchiveError` where nothing can be filed."""
    begun = perf_counter()
    known = pipeline(job.settings)
    with fatal_told(job.out):
        filing = Filing(Path(job.out), task.id)
        with Marker(filing.beside) as marker:
            for item in coded(known, job, task, marker):
                if isinstance(item, Problem):
                    filing.add("problems", None, problem_row(item))
                else:
                    for table, row in rows(item, job.coder, known.coder.codebook):
                        filing.add(table, item.report.day, row)
        filing.put()
    return Outcome(task.id, tuple(p.key for p in task.pieces), filing.count, perf_counter() - begun)


def coded(known: Pipeline, job: Job, task: Task, marker: Marker) -> Iterator[CodedReport | Problem]:
    """The records of a task's reports, while a mark tells how far it is."""
    items = Numbered(job, task, marker)
    if task.careful:
        for batch in report_batches(items, 1):
            marker.set(Mark(CODING, items.number_of(batch), items.taken()))
            yield from code_reports(known, batch)
        return
    for item in code_reports(known, items):
        marker.set(Mark(CODING, items.last, items.taken()))
        yield item


class Numbered:
    """The reports and problems of a task, the reports numbered from 0 on; each is marked before it is read."""

    def __init__(self, job: Job, task: Task, marker: Marker) -> None:
        self.job = job
        self.task = task
        self.marker = marker
        self.last = -1
        self.skipped = ""
        self.numbers: deque[int] = deque()
        self.before = 0
        self.within = Progress()

    def taken(self) -> int:
        """The bytes that were taken so far."""
        return self.before + self.within.taken()

    def number_of(self, batch: Sequence[Item]) -> int:
        """The number of a batch's first report, else of the one read last."""
        return next((self.numbers.popleft() for item in batch if isinstance(item, Report)), self.last)

    def __iter__(self) -> Iterator[Report | Problem]:
        for piece in self.task.pieces:
            yield from filter(self.wanted, self.read(piece))
            self.before += piece.length
            self.within = Progress()

    def wanted(self, item: Report | Problem) -> bool:
        """Whether an item is none of those without which the task is done; reports are counted here."""
        if isinstance(item, Problem):
            return item.where != self.skipped
        self.last += 1
        self.skipped = item.id if self.last in self.task.without else ""
        if not self.skipped and self.task.careful:
            self.numbers.append(self.last)
        return not self.skipped

    def read(self, piece: Piece) -> Iterator[Report | Problem]:
        """A piece's reports and problems, as far as they are wanted."""
        self.within = Progress()
        items = read_piece(piece, self.job.defaults, self.within)
        while self.task.until is None or self.last + 1 < self.task.until:
            self.marker.set(Mark(READING, self.last + 1, self.taken()))
            item = next(items, None)
            if item is None:
                return
            yield item
