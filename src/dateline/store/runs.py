"""What was run on the archive, and what its views still owe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from dateline.store.records import as_json
from dateline.store.sql import add_new, chunks
from dateline.store.tables import runs, stale


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its command, the versions it ran with, when, and what it did."""

    command: str
    coder: str
    started: str
    finished: str | None
    counts: str


class Runs:
    """The runs of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def begin(self, command: str, coder: str, started: str) -> int:
        """The number of a run that begins."""
        row = insert(runs).values(command=command, coder=coder, started=started).returning(runs.c.seq)
        return int(self.connection.execute(row).scalar_one())

    def end(self, seq: int, finished: str, counts: Mapping[str, Any]) -> None:
        """Writes down that a run ended, and what it did."""
        done = update(runs).where(runs.c.seq == seq).values(finished=finished, counts=as_json(dict(counts)))
        self.connection.execute(done)

    def all(self) -> list[Run]:
        """Every run, in order."""
        query = select(runs.c.command, runs.c.coder, runs.c.started, runs.c.finished, runs.c.counts).order_by(runs.c.seq)
        return [Run(*row) for row in self.connection.execute(query)]

    def owe(self, what: Iterable[str]) -> None:
        """Notes what has to be made again."""
        add_new(self.connection, stale, [{"what": each} for each in sorted(set(what))])

    def settle(self, what: Iterable[str]) -> None:
        """Notes what has been made again."""
        for part in chunks(sorted(set(what))):
            self.connection.execute(delete(stale).where(stale.c.what.in_(part)))

    def owed(self) -> set[str]:
        """What has to be made again."""
        return set(self.connection.execute(select(stale.c.what)).scalars())
