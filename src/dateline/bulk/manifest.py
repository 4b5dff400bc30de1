"""What a run has done, a line a task; written by one process, read by whoever goes on."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, NamedTuple

from dateline.bulk.disk import fatal_told
from dateline.bulk.tasks import Outcome
from dateline.ingest.pieces import Piece
from dateline.model import UsageError

NAME = "manifest.jsonl"
LOCK = ".lock"


class Aside(NamedTuple):
    """What was set aside: a piece, one report of it (0 is the first), or, with ``onward``, all from that report on."""

    piece: Piece
    report: int | None = None
    onward: bool = False

    @property
    def place(self) -> str:
        """The place for people."""
        number = "" if self.report is None else f", report {self.report + 1} of it{' and all after it' if self.onward else ''}"
        return f"{self.piece.path}:{self.piece.line}{number}"


@dataclass(slots=True)
class Manifest:
    """The manifest of a folder: which coder fills it, which tasks and pieces are done, which pieces were set aside."""

    path: Path
    coder: str
    tasks: set[str] = field(default_factory=set)
    pieces: set[str] = field(default_factory=set)
    aside: dict[str, str] = field(default_factory=dict)

    def done(self, outcome: Outcome) -> None:
        """Notes a task that was done."""
        self.tasks.add(outcome.task)
        self.pieces.update(outcome.pieces)
        self.write(outcome._asdict() | {"rows": dict(outcome.rows), "seconds": round(outcome.seconds, 3)})

    def set_aside(self, aside: Aside, error: str) -> None:
        """Notes what could not be done."""
        piece = aside.piece
        which = {} if aside.report is None else {"report": aside.report, "onward": aside.onward}
        if not which:
            self.aside[piece.key] = error
        self.write({"aside": piece.key, "path": piece.path, "start": piece.start, "line": piece.line, **which, "error": error})

    def is_done(self, piece: Piece) -> bool:
        """Whether a piece needs no more work: it was done, or set aside."""
        return piece.key in self.pieces or piece.key in self.aside

    def write(self, line: Mapping[str, Any]) -> None:
        """Adds a line that will be there after a power cut."""
        with fatal_told(self.path.parent), self.path.open("a", encoding="utf-8") as out:
            out.write(json.dumps(line, ensure_ascii=True) + "\n")
            out.flush()
            os.fsync(out.fileno())


def opened(out: Path, coder: str) -> Manifest:
    """The manifest of a folder, made where there is none; a line that was cut off is dropped."""
    path = out / NAME
    found = Manifest(path, coder)
    if not path.exists():
        found.write({"dateline": "bulk", "coder": coder})
        return found
    lines = list(whole_lines(path))
    if not lines or lines[0].get("dateline") != "bulk":
        raise UsageError(f"{path} is no manifest of dateline bulk")
    if lines[0].get("coder") != coder:
        raise UsageError(f"{out} was filled by another version of dateline, codebook or catalogue; name another folder")
    for line in lines[1:]:
        if "aside" in line:
            found.aside |= {line["aside"]: line["error"]} if "report" not in line else {}
        else:
            found.tasks.add(line["task"])
            found.pieces.update(line["pieces"])
    return found


def whole_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a manifest; the last one is cut off the file where it is not whole."""
    raw = path.read_bytes()
    whole = raw[: raw.rfind(b"\n") + 1]
    if whole != raw:
        os.truncate(path, len(whole))
    for line in whole.splitlines():
        try:
            value = json.loads(line)
        except ValueError as error:
            raise UsageError(f"{path} is no manifest of dateline bulk") from error
        if isinstance(value, dict):
            yield value


@contextmanager
def locked(out: Path) -> Iterator[IO[bytes]]:
    """Keeps other runs out of a folder; a :class:`UsageError` where one is in it."""
    with (out / LOCK).open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise UsageError(f"{out} is being filled by another run") from error
        yield lock
