"""A run: what is still to be done, given to workers, noted in the manifest; what fails is tried once more and then set aside."""

from __future__ import annotations

import json
import os
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.bulk.disk import FATAL
from dateline.bulk.filing import beside, clear
from dateline.bulk.manifest import Aside, Manifest, locked, opened
from dateline.bulk.marks import READING, Mark, mark_of
from dateline.bulk.pool import Failed, Pool, pool
from dateline.bulk.tasks import Outcome, Task, fair, tasks
from dateline.bulk.work import Job
from dateline.ingest.pieces import cut
from dateline.model import ArchiveError, UsageError

MOST_POISON = 100
"""So many reports of one piece may be set aside; with more the piece itself is."""


@dataclass(slots=True)
class State:
    """How far a run is: bytes to do and done in this run, bytes and reports of tasks that are not at their end, what was found."""

    total: int = 0
    done: int = 0
    before: int = 0  # bytes that earlier runs did
    doing: int = 0
    reports: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    aside: list[tuple[Aside, str]] = field(default_factory=list)


class Run:
    """One run over a folder."""

    def __init__(self, manifest: Manifest, state: State) -> None:
        self.manifest = manifest
        self.state = state
        self.queue: deque[Task] = deque()

    @property
    def out(self) -> Path:
        """The folder."""
        return self.manifest.path.parent

    def take(self, task: Task, found: Outcome | Failed) -> None:
        """Notes what came of a task."""
        if isinstance(found, Outcome):
            self.manifest.done(found)
            self.state.rows.update(found.rows)
            self.state.done += task.length
        elif found.fatal:
            raise ArchiveError(found.error)
        elif not task.careful:
            self.queue.extendleft(Task((piece,), careful=True) for piece in reversed(task.pieces))
        else:
            self.isolate(task, mark_of(beside(self.out, task.id)), found.error)

    def isolate(self, task: Task, mark: Mark | None, error: str) -> None:
        """Sets aside what failed twice: the report at which it was, what stands from there on where that cannot be read, or all."""
        piece = task.pieces[0]
        if mark is None or (mark.doing == READING and mark.report == 0) or len(task.without) >= MOST_POISON:
            self.set_aside(Aside(piece), error)
            self.state.done += piece.length
            return
        reading = mark.doing == READING
        self.set_aside(Aside(piece, mark.report, reading), error)
        rest = task._replace(until=mark.report) if reading else task._replace(without=task.without | {mark.report})
        self.queue.appendleft(rest)

    def set_aside(self, aside: Aside, error: str) -> None:
        """Notes what failed twice."""
        self.manifest.set_aside(aside, error)
        self.state.aside.append((aside, error))

    def watch(self, tasks: Iterable[Task]) -> State:
        """How far the run is, tasks that are being done included."""
        marks = [(task, mark_of(beside(self.out, task.id))) for task in tasks]
        self.state.doing = sum(min(mark.taken, task.length) for task, mark in marks if mark)
        self.state.reports = sum(mark.report for _, mark in marks if mark)
        return self.state


def bulk(paths: Sequence[str], job: Job, workers: int, cluster: str | None = None) -> Iterator[State]:
    """Does what is still to be done and yields how far it is, again and again."""
    out = Path(job.out)
    made(out)
    with locked(out):
        manifest = opened(out, job.coder)
        clear(out, frozenset(manifest.tasks))
        pieces = list(cut(paths))
        pending = [piece for piece in pieces if not manifest.is_done(piece)]
        run = Run(manifest, State(sum(p.length for p in pending), before=sum(p.length for p in pieces if manifest.is_done(p))))
        run.queue.extend(tasks(pending, fair(pending, workers)))
        yield run.state
        if cluster is not None:
            from dateline.bulk.cluster import on_cluster

            yield from on_cluster(run, job, cluster)
        elif run.queue:
            with pool(job, min(workers, len(run.queue))) as found:
                yield from on_pool(run, found)


def on_pool(run: Run, found: Pool) -> Iterator[State]:
    """Gives tasks to idle workers until none is left."""
    while run.queue or found.busy():
        while run.queue and (worker := found.idle()) is not None:
            worker.give(run.queue.popleft())
        for task, outcome in found.finished():
            run.take(task, outcome)
        yield run.watch(worker.task for worker in found.busy() if worker.task)


def made(out: Path) -> None:
    """Makes the folder; a :class:`UsageError` where it cannot be made, or is somebody else's."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        if not (out / "manifest.jsonl").exists() and any(not p.name.startswith(".") for p in out.iterdir()):
            raise UsageError(f"{out} holds other files; name an empty folder, or one that dateline bulk has begun")
        if not os.access(out, os.W_OK):
            raise ArchiveError(f"{out} cannot be written to")
    except (FileExistsError, NotADirectoryError) as error:
        raise UsageError(f"{out} is no folder") from error
    except OSError as error:
        raise ArchiveError(f"{out} {FATAL.get(error.errno or 0, f'cannot be made: {error.strerror}')}") from error


def told_coder(out: Path) -> str | None:
    """The coder that filled a folder; None where no run of bulk did."""
    path = out / "manifest.jsonl"
    if not path.is_file():
        return None
    with path.open(encoding="utf-8", errors="replace") as lines:
        try:
            head = json.loads(lines.readline(10_000))
        except ValueError:
            return None
    return str(head.get("coder")) if isinstance(head, dict) and head.get("dateline") == "bulk" else None
