"""A sign of life for what takes long: on a terminal only, and only after two seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from threading import Timer
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 2.0


@contextmanager
def progress(noun: str) -> Iterator[Callable[[int], None]]:
    """A function that hears how many more are done, and shows it on standard error."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from dateline.serve.render.page import err

    text = TextColumn("{task.completed:,.0f} {task.description}")
    bar = Progress(SpinnerColumn(), text, TimeElapsedColumn(), console=err(), transient=True)
    task = bar.add_task(noun)
    patience = Timer(PATIENCE, bar.start)  # not at the first that is done, which may be long in coming
    patience.daemon = True
    patience.start()
    try:
        yield lambda n: bar.advance(task, n)
    finally:
        patience.cancel()
        patience.join()
        bar.stop()


def watched(items: Iterable[T], noun: str) -> Iterator[T]:
    """The items, with a sign of life while they are made: until the first, where the list goes to the terminal, else all along."""
    found = iter(items)
    if sys.stdout.isatty():
        with progress(noun):
            first = list(islice(found, 1))
        yield from chain(first, found)
        return
    with progress(noun) as tick:
        for item in found:
            tick(1)
            yield item
