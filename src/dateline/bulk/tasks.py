"""Tasks: some pieces of the inputs, to be done by one worker in one go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline.ingest.pieces import Piece
from dateline.model import record_id

LARGEST = 4_000_000
"""Bytes of a task: about a minute's work."""

MOST_PIECES = 256
"""Files of a task, however small they are."""


class Task(NamedTuple):
    """Pieces that are done together; ``careful`` where that failed once: then one piece, whose reports are done one by one, that
    whoever fails again tells at which of them it was. Those ``without`` which it is done have failed so; the first is number 0.
    Those from ``until`` on are left out, for they cannot even be read.
    """

    pieces: tuple[Piece, ...]
    careful: bool = False
    without: frozenset[int] = frozenset()
    until: int | None = None

    @property
    def id(self) -> str:
        """The task's name, which its files bear."""
        return record_id("task", [piece.key for piece in self.pieces])

    @property
    def length(self) -> int:
        """Its bytes."""
        return sum(piece.length for piece in self.pieces)


class Outcome(NamedTuple):
    """What came of a task: how many rows of each table, and how many seconds it took."""

    task: str
    pieces: tuple[str, ...]
    rows: Mapping[str, int]
    seconds: float


def tasks(pieces: Iterable[Piece], largest: int = LARGEST) -> Iterator[Task]:
    """The pieces in tasks of about this many bytes, in order."""
    held: list[Piece] = []
    for piece in pieces:
        if held and (sum(p.length for p in held) + piece.length > largest or len(held) >= MOST_PIECES):
            yield Task(tuple(held))
            held = []
        held.append(piece)
    if held:
        yield Task(tuple(held))


def fair(pieces: list[Piece], workers: int) -> int:
    """Bytes of a task such that no worker waits long for the last one."""
    total = sum(piece.length for piece in pieces)
    return max(1, min(LARGEST, total // (4 * workers)))
