"""A bound on how long a stretch of work may take."""

from __future__ import annotations

import ctypes
import signal
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from types import FrameType


class TooSlowError(Exception):
    """Work that took longer than it may."""


def at_most(seconds: float) -> AbstractContextManager[None]:
    """Raises a :class:`TooSlowError` inside when the time is up, in a process's main thread and in any other."""
    main = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
    return by_alarm(seconds) if main else by_watch(seconds)


@contextmanager
def by_alarm(seconds: float) -> Iterator[None]:
    """The bound by the process's alarm, which only the main thread hears."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"it took longer than {seconds:.0f} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def by_watch(seconds: float) -> Iterator[None]:
    """The bound by another thread, which has the exception raised in this one, as a worker of a cluster needs."""
    thread, lock, over = threading.get_ident(), threading.Lock(), threading.Event()

    def stop() -> None:
        with lock:
            if not over.is_set():
                raise_in(thread, TooSlowError)

    watch = threading.Timer(seconds, stop)
    watch.daemon = True
    watch.start()
    try:
        yield
    except TooSlowError:
        raise TooSlowError(f"it took longer than {seconds:.0f} s") from None
    finally:
        with lock:
            over.set()
        watch.cancel()


def raise_in(thread: int, error: type[Exception]) -> None:
    """Has an exception raised in a thread as soon as it comes to its next step in Python."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))
