"""Entries of the register: imported ones are kept, those from events are a view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, delete, func, select

from dateline.model import Entry
from dateline.store.records import packed, unpacked
from dateline.store.sql import add_new, chunks
from dateline.store.tables import derived, imported


class Entries:
    """The register's entries of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def keep(self, entries: Iterable[Entry], table: str, recorded: str) -> int:
        """How many of a table's entries were new; they are kept."""
        before = self.count_imported()
        for part in chunks(entries):
            rows = [{"id": e.id, "table": table, "data": packed(e), "recorded": recorded} for e in part]
            add_new(self.connection, imported, rows)
        return self.count_imported() - before

    def count_imported(self) -> int:
        """How many entries were imported."""
        return int(self.connection.execute(select(func.count()).select_from(imported)).scalar_one())

    def derive(self, events: Iterable[str], entries: Iterable[Entry]) -> None:
        """Puts the entries of these events in the place of those that the events had."""
        for part in chunks(sorted(set(events))):
            self.connection.execute(delete(derived).where(derived.c.event.in_(part)))
        for found in chunks(entries):
            add_new(self.connection, derived, [{"id": e.id, "event": e.event, "data": packed(e)} for e in found])

    def clear(self) -> None:
        """Empties the view; imported entries stay."""
        self.connection.execute(delete(derived))

    def all(self) -> Iterator[Entry]:
        """Every entry, sorted by id."""
        both = select(imported.c.id, imported.c.data).union_all(select(derived.c.id, derived.c.data)).subquery()
        query = select(both.c.data).order_by(both.c.id).execution_options(yield_per=500)
        for data in self.connection.execute(query).scalars():
            yield unpacked(Entry, data)
