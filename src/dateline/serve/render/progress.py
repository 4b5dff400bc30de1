"""A sign of life for what takes long: on a terminal only, and only after two seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

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
    begun = monotonic()

    def tick(n: int) -> None:
        bar.advance(task, n)
        if not bar.live.is_started and monotonic() - begun > PATIENCE:
            bar.start()

    try:
        yield tick
    finally:
        bar.stop()
