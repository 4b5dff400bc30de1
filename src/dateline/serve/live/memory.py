"""What hooks were told, so that a server that is started again tells nothing twice and leaves nothing out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.model import UsageError


class Memory:
    """For each search the mentions of the events that its hook was told of; kept in a file, if there is one, a line an event."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.told: dict[str, set[str]] = {}
        if path is not None and path.exists():
            for line in lines_of(path):
                self.told.setdefault(line[0], set()).update(line[1])

    def knows(self, search: str) -> bool:
        """Whether a search was there before."""
        return search in self.told

    def of(self, search: str) -> set[str]:
        """The mentions of which a search's hook was told."""
        return self.told.get(search, set())

    def add(self, search: str, mentions: Iterable[str]) -> None:
        """Notes that a hook was told of an event with these mentions."""
        new = set(mentions) - self.of(search)
        known = self.knows(search)
        self.told.setdefault(search, set()).update(new)
        if self.path is not None and (new or not known):
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"search": search, "mentions": sorted(new)}) + "\n")


def lines_of(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The searches of a memory's lines with the mentions; a line that was cut off while it was written is left out."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: {error}") from error
    for line in text.splitlines():
        try:
            found = json.loads(line)
        except ValueError:
            continue
        if isinstance(found, dict) and isinstance(found.get("search"), str) and isinstance(found.get("mentions"), list):
            yield found["search"], [str(id) for id in found["mentions"]]
