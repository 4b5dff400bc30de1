"""A folder that is watched: what is put into it is read into the archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from dateline.ingest import read_reports
from dateline.model import UsageError
from dateline.serve.api.room import Room
from dateline.serve.live.rounds import Rounds

EVERY = 2.0
"""Seconds between two looks. A file is read when it was the same at two of them: one that is still being copied is left alone."""

Seen = Mapping[Path, tuple[int, int]]
"""For each file its size and when it was last changed."""


def files_of(folder: Path) -> dict[Path, tuple[int, int]]:
    """The files below a folder, hidden ones left out."""
    found: dict[Path, tuple[int, int]] = {}
    for path in sorted(folder.rglob("*")):
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        try:
            if path.is_file():
                told = path.stat()
                found[path] = (told.st_size, told.st_mtime_ns)
        except OSError:  # it went away meanwhile
            continue
    return found


class Watcher(Rounds):
    """Watches a folder."""

    def __init__(self, room: Room, folder: Path, every: float = EVERY) -> None:
        if not folder.is_dir():
            raise UsageError(f"{folder} is no folder to be watched")
        super().__init__("watch", every)
        self.room = room
        self.folder = folder
        self.read: dict[Path, tuple[int, int]] = {}
        self.before: Seen = {}

    def look(self) -> int:
        """Reads what is new and whole; how many reports that were."""
        now = files_of(self.folder)
        new = [path for path, told in now.items() if self.before.get(path) == told and self.read.get(path) != told]
        self.before = now
        if not new:
            return 0
        done: Counter[str] = Counter()
        with self.room.desk() as desk:
            for problem in desk.add(read_reports([str(path) for path in new]), done):
                self.say(str(problem))
        self.read |= {path: now[path] for path in new}
        if done["coded"]:
            self.say(f"{done['coded']} new from {self.folder}")
        return done["coded"]
