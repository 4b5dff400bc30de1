"""A cluster of two workers gives the rows of one process."""

from __future__ import annotations

import os
import signal
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.bulk.conftest import rows

from dateline.bulk.run import State, bulk
from dateline.bulk.tasks import Task
from dateline.bulk.work import Job, work
from dateline.ingest.pieces import cut
from dateline.model import ArchiveError


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two workers, which keep what they have loaded from test to test."""
    distributed = pytest.importorskip("distributed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the cluster's own, about ports and closing
        with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as found:
            yield found


@pytest.mark.filterwarnings("ignore")
def test_two_workers_of_a_cluster_give_the_rows_of_one_process(
    inputs: Path, job: Job, run: Callable[..., State], cluster: Any
) -> None:
    state = run(job, 2, cluster.scheduler_address)
    assert run(job, 2, cluster.scheduler_address).rows["reports"] == 0
    alone = job._replace(out=f"{job.out}-alone")
    work(alone, Task(tuple(cut([str(inputs)]))))
    assert state.aside == []
    assert rows(job.out) == rows(alone.out)


@pytest.mark.filterwarnings("ignore")
def test_no_scheduler_is_told_in_words(job: Job, run: Callable[..., State], monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("dateline.bulk.cluster.PATIENCE", "1s")
    with pytest.raises(ArchiveError, match="no scheduler answers there"):
        run(job, 1, "tcp://127.0.0.1:1")


@pytest.mark.filterwarnings("ignore")
def test_a_worker_of_a_cluster_that_is_killed_loses_and_doubles_nothing(inputs: Path, job: Job, cluster: Any) -> None:
    killed = False
    for state in bulk([str(inputs)], job, 2, cluster.scheduler_address):
        if not killed and state.rows["reports"]:
            os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
            killed = True
    alone = job._replace(out=f"{job.out}-alone")
    work(alone, Task(tuple(cut([str(inputs)]))))
    assert (killed, state.aside) == (True, [])
    assert rows(job.out) == rows(alone.out)


@pytest.mark.filterwarnings("ignore")
def test_a_worker_of_a_cluster_that_hangs_is_ended(inputs: Path, job: Job, cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.bulk.pool.LONGEST_SILENCE", 0.0)
    *_, state = bulk([str(inputs / "0.jsonl")], job, 1, cluster.scheduler_address)
    assert {error for _, error in state.aside} <= {"nothing was done for 0 s"}
    assert state.rows["reports"] + len(state.aside) >= 1
