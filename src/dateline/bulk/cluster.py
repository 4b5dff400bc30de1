"""The same tasks on a cluster of dask.distributed: workers see the inputs and the folder under the same paths."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dateline.bulk.pool import Failed, attempt
from dateline.bulk.tasks import Outcome, Task
from dateline.bulk.work import Job
from dateline.model import ArchiveError, UsageError

if TYPE_CHECKING:
    from dateline.bulk.run import Run, State

AHEAD = 3
"""Tasks that are handed out for each worker: enough that none waits, few enough that a scheduler is not flooded."""

PATIENCE = "30s"


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
        given: dict[Any, Task] = {}
        ended = dask.as_completed(loop=client.loop)
        while run.queue or given:
            while run.queue and len(given) < AHEAD * max(1, len(client.nthreads())):
                task = run.queue.popleft()
                future = client.submit(attempt, job, task, key=f"{task.id}-{len(run.again)}", retries=1, pure=False)
                given[future] = task
                ended.add(future)
            future = next(ended)
            run.take(given.pop(future), result(future))
            yield run.state


def result(future: Any) -> Outcome | Failed:
    """What a task came to."""
    if future.status == "finished":
        found: Outcome | Failed = future.result()
        return found
    error = future.exception()
    return Failed(f"{type(error).__name__}: {error}")
