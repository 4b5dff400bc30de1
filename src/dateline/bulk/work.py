"""What a worker does: a task's pieces read, coded and filed; the model is loaded once a process."""

from __future__ import annotations

import errno
import resource
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from dateline.bulk.filing import Filing
from dateline.bulk.tables import problem_row, rows
from dateline.bulk.tasks import Outcome, Task
from dateline.desk.coding import code_reports
from dateline.ingest import ReportDefaults
from dateline.ingest.pieces import read_piece
from dateline.model import ArchiveError, Problem
from dateline.pipeline import Pipeline
from dateline.settings import Settings

FATAL: Mapping[int, str] = {
    errno.ENOSPC: "cannot grow: the disk is full",
    errno.EDQUOT: "cannot grow: the quota is used up",
    errno.EROFS: "cannot be written to",
    errno.EACCES: "cannot be written to: permission denied",
}
"""Errors in writing that no other task will be spared."""


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
    filing = Filing(Path(job.out), task.id)
    items = (item for piece in task.pieces for item in read_piece(piece, job.defaults))
    for item in code_reports(known, items):
        if isinstance(item, Problem):
            filing.add("problems", None, problem_row(item))
        else:
            for table, row in rows(item, job.coder, known.coder.codebook):
                filing.add(table, item.report.day, row)
    try:
        filing.put()
    except OSError as error:
        if error.errno in FATAL:
            raise ArchiveError(f"{job.out} {FATAL[error.errno or 0]}") from error
        raise
    return Outcome(task.id, tuple(p.key for p in task.pieces), filing.count, perf_counter() - begun)
