"""A cluster of two workers gives the rows of one process."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.bulk.conftest import rows

from dateline.bulk.run import State, bulk
from dateline.bulk.tasks import Task
from dateline.bulk.work import Job, work
from dateline.ingest.pieces import cut
from dateline.model import ArchiveError


@pytest.mark.filterwarnings("ignore")  # the cluster's own, about ports and closing
def test_two_workers_of_a_cluster_give_the_rows_of_one_process(inputs: Path, job: Job, run: Callable[..., State]) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
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
def test_a_worker_of_a_cluster_that_is_killed_loses_and_doubles_nothing(inputs: Path, job: Job) -> None:
    distributed = pytest.importorskip("distributed")
    killed = False
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        for state in bulk([str(inputs)], job, 2, cluster.scheduler_address):
            if not killed and state.rows["reports"]:
                os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
                killed = True
    alone = job._replace(out=f"{job.out}-alone")
    work(alone, Task(tuple(cut([str(inputs)]))))
    assert (killed, state.aside) == (True, [])
    assert rows(job.out) == rows(alone.out)
