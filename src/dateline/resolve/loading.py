"""How tables are loaded: with the collector of garbage at rest."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is collected meanwhile. What is loaded stays, and to look through all objects of a parser's model each time that a
    table has grown by some thousand rows takes longer than to read it: the first report waited .8 s for its tables, and now .4 s.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
