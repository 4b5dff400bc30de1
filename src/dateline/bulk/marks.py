"""How far a task is: a mark beside its files, which whoever waits for it reads, and which outlives the worker that set it."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import NamedTuple

NAME = "mark"
READING, CODING = "reading", "coding"
WIDTH = 60


class Mark(NamedTuple):
    """What a worker is doing with which report of its task (0 is the first), and how many bytes of the inputs it has taken."""

    doing: str
    report: int
    taken: int


class Marker:
    """Sets a task's mark, over and over in one place."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.file = (folder / NAME).open("wb", buffering=0)

    def set(self, mark: Mark) -> None:
        """Sets the mark."""
        self.file.seek(0)
        self.file.write(f"{mark.doing} {mark.report} {mark.taken}".ljust(WIDTH).encode())

    def __enter__(self) -> Marker:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.file.close()


def mark_of(folder: Path) -> Mark | None:
    """The mark of the task whose files are written in a folder; None where none is set."""
    try:
        doing, report, taken = (folder / NAME).read_text(encoding="ascii").split()
        return Mark(doing, int(report), int(taken))
    except (OSError, ValueError):
        return None


class Watch:
    """How long nothing was done on a task whose files are written in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mark: Mark | None = None
        self.since = monotonic()

    def silent(self) -> float:
        """The seconds since its mark was seen to change."""
        mark = mark_of(self.folder)
        if mark != self.mark:
            self.mark, self.since = mark, monotonic()
        return monotonic() - self.since
