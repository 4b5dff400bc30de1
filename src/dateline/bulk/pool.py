"""Worker processes on this machine: each has one task at a time, so that who dies tells which task it was."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from dateline.bulk.filing import beside
from dateline.bulk.marks import Watch
from dateline.bulk.tasks import Outcome, Task
from dateline.bulk.work import Job, bounded, ready, work
from dateline.model import ArchiveError

LONGEST_SILENCE = 1_800.0
"""Seconds without a report read or coded after which a worker is taken to hang, and is ended; a task itself, such as a web
archive of tens of thousands of pages, may take hours.
"""

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
"""Workers share the cores among them: a library that takes all of them for itself makes everything slower."""


class Failed(NamedTuple):
    """A task that was not done, and why; ``fatal`` where no other would be either."""

    error: str
    fatal: bool = False


def hung() -> Failed:
    """What came of a task whose worker hangs."""
    return Failed(f"nothing was done for {LONGEST_SILENCE:.0f} s")


class Worker:
    """A process with its end of the line and the task that it has."""

    def __init__(self, job: Job) -> None:
        context = get_context("spawn")
        self.line, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=serve, args=(theirs, job), daemon=True)
        self.process.start()
        theirs.close()
        self.out = Path(job.out)
        self.task: Task | None = None
        self.watch = Watch(self.out)

    def give(self, task: Task) -> None:
        """Gives the worker a task."""
        self.task, self.watch = task, Watch(beside(self.out, task.id))
        self.line.send(task)

    def take(self) -> Outcome | Failed:
        """What the worker sends, or why it sends nothing any more."""
        try:
            found: Outcome | Failed = self.line.recv()
        except (EOFError, OSError):
            self.process.join(5)
            return Failed(f"the worker died (exit status {self.process.exitcode})")
        return found

    def hangs(self) -> bool:
        """Whether it has done nothing on its task for too long."""
        return self.task is not None and self.watch.silent() > LONGEST_SILENCE

    def end(self) -> None:
        """Ends the process."""
        self.process.kill()
        self.process.join()
        self.line.close()


class Pool:
    """So many workers, who are replaced when they die."""

    def __init__(self, job: Job, size: int) -> None:
        self.job = job
        self.workers = [Worker(job) for _ in range(size)]

    def idle(self) -> Worker | None:
        """A worker without a task."""
        return next((w for w in self.workers if w.task is None), None)

    def busy(self) -> list[Worker]:
        """The workers with a task."""
        return [w for w in self.workers if w.task is not None]

    def finished(self, patience: float = 1.0) -> Iterator[tuple[Task, Outcome | Failed]]:
        """The tasks that ended within a while, one way or the other."""
        lines = {w.line: w for w in self.busy()}
        for line in wait(list(lines), patience):
            worker = lines[line]  # type: ignore[index]
            task, found = worker.task, worker.take()
            worker.task = None
            if not worker.process.is_alive():
                self.replace(worker)
            if task is not None:
                yield task, found
        for worker in [w for w in self.workers if w.hangs()]:
            task = worker.task
            self.replace(worker)
            if task is not None:
                yield task, hung()

    def replace(self, worker: Worker) -> None:
        """Puts a new worker in another's place."""
        worker.end()
        self.workers[self.workers.index(worker)] = Worker(self.job)

    def end(self) -> None:
        """Ends all workers."""
        for worker in self.workers:
            worker.end()


def serve(line: Connection, job: Job) -> None:
    """A worker's life: tasks in, outcomes out, until the line is closed."""
    bounded(job.memory)
    while True:
        try:
            task = line.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        line.send(attempt(job, task))


def attempt(job: Job, task: Task) -> Outcome | Failed:
    """The outcome of a task, or why there is none."""
    try:
        ready(job.settings)
    except Exception as error:
        what = f"no worker can load what it needs ({type(error).__name__}: {error}){more(job)}"
        return Failed(f"{job.out} cannot be filled: {what}", fatal=True)
    try:
        return work(job, task)
    except ArchiveError as error:
        return Failed(str(error), fatal=True)
    except Exception as error:  # whatever a task does, the worker goes on with the next one
        return Failed(f"{type(error).__name__}: {error}")


def more(job: Job) -> str:
    """What to do about a worker that cannot load what it needs."""
    return f"; --memory {job.memory} may be too little" if job.memory else ""


@contextmanager
def pool(job: Job, size: int) -> Iterator[Pool]:
    """Workers for as long as they are needed."""
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    found = Pool(job, size)
    try:
        yield found
    finally:
        found.end()
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
