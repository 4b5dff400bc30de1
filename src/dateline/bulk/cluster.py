"""The same tasks on a cluster of dask.distributed: workers see the inputs and the folder under the same paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import count
from threading import Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from dateline.bulk import pool
from dateline.bulk.filing import beside
from dateline.bulk.marks import Watch
from dateline.bulk.pool import Failed, attempt, hung
from dateline.bulk.tasks import Outcome, Task
from dateline.bulk.work import Job, bounded
from dateline.model import ArchiveError, UsageError

if TYPE_CHECKING:
    from dateline.bulk.run import Run, State

AHEAD = 3
"""Tasks that are handed out for each worker: enough that none waits, few enough that a scheduler is not flooded."""

PATIENCE = "30s"
RESTART = 30
TICK, GLANCE = 2.0, 0.05
"""Seconds until it is told again how far the run is, and between two looks whether a task has ended."""

ALONE = Lock()


def on_cluster(run: Run, job: Job, address: str) -> Iterator[State]:
    """Gives the tasks to the workers of a cluster; a worker that dies has its task done by another."""
    try:
        import distributed
    except ImportError as error:
        raise UsageError("a cluster needs dask.distributed: pip install 'dateline[cluster]'") from error
    dask: Any = distributed
    try:
        client = dask.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ArchiveError(f"{address}: no scheduler answers there") from error
    with client:
        given: dict[Any, tuple[Task, Watch]] = {}
        for number in count():
            while run.queue and len(given) < AHEAD * max(1, len(client.nthreads())):
                task = run.queue.popleft()
                future = client.submit(attempt_alone, job, task, key=f"{task.id}-{number}-{len(given)}", pure=False)
                given[future] = task, Watch(beside(run.out, task.id))
            if not given:
                return
            for future in ended(given):
                run.take(given.pop(future)[0], result(future))
            for future in [each for each, (_, watch) in given.items() if hangs(watch)]:
                let_go(client, future)
                run.take(given.pop(future)[0], hung())
            yield run.watch(task for task, _ in given.values())


def hangs(watch: Watch) -> bool:
    """Whether a worker has begun with a task, and has done nothing on it for too long."""
    return watch.silent() > pool.LONGEST_SILENCE and watch.mark is not None


def let_go(client: Any, future: Any) -> None:
    """Ends the worker that hangs on a task; whoever started it starts another in its place."""
    where = [address for address, keys in client.processing().items() if future.key in keys]
    future.cancel(force=True)
    with suppress(ValueError, OSError, TimeoutError):  # workers without a nurse cannot be started again; the others go on
        client.restart_workers(where, timeout=RESTART, raise_for_error=False)


def ended(given: Iterable[Any]) -> list[Any]:
    """The tasks that came to their end within a while."""
    until = monotonic() + TICK
    while not (found := [future for future in given if future.done()]) and monotonic() < until:
        sleep(GLANCE)
    return found


def attempt_alone(job: Job, task: Task) -> Outcome | Failed:
    """The outcome of a task in a worker of a cluster: within its memory, and while no other thread of it has one, for the parser
    is one for all of them.
    """
    with ALONE:
        bounded(job.memory)
        return attempt(job, task)


def result(future: Any) -> Outcome | Failed:
    """What a task came to."""
    if future.status == "finished":
        found: Outcome | Failed = future.result()
        return found
    error = future.exception()
    return Failed(f"{type(error).__name__}: {error}")
