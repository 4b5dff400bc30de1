"""Work is stopped when its time is up, in the main thread and in others."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from dateline.ingest.timing import TooSlowError, at_most


def endless() -> None:
    """Work without end."""
    with at_most(0.2):
        while True:
            sum(range(1_000))


def quick() -> int:
    """Work that is done in time."""
    with at_most(0.2):
        found = sum(range(1_000))
    time.sleep(0.4)
    return found


def test_work_without_end_is_stopped_in_the_main_thread_and_in_others() -> None:
    with pytest.raises(TooSlowError, match="longer than 0 s"):
        endless()
    with ThreadPoolExecutor(1) as pool:
        with pytest.raises(TooSlowError, match="longer than 0 s"):
            pool.submit(endless).result()
        assert pool.submit(quick).result() == quick() == 499_500
