"""Entries of the register: imported ones are kept, those from events are a view."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, delete, func, null, or_, select, union_all

from dateline.model import Entry
from dateline.store.records import packed, unpacked
from dateline.store.sql import add_new, chunks, expand
from dateline.store.tables import derived, imported


class Entries:
    """The register's entries of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def keep(self, entries: Iterable[Entry], table: str, recorded: str) -> int:
        """How many of a table's entries were new; they are kept."""
        before = self.count_imported()
        for part in chunks(entries):
            rows = [{"id": e.id, "table": table, "recorded": recorded, **columns(e)} for e in part]
            add_new(self.connection, imported, rows)
        return self.count_imported() - before

    def count_imported(self) -> int:
        """How many entries were imported."""
        return int(self.connection.execute(select(func.count()).select_from(imported)).scalar_one())

    def derive(self, event: str, entries: Iterable[Entry]) -> None:
        """Puts an event's entries in the place of those that it had."""
        self.connection.execute(delete(derived).where(derived.c.event == event))
        add_new(self.connection, derived, [{"event": event, "id": e.id, **columns(e)} for e in entries])

    def clear(self) -> None:
        """Empties the view; imported entries stay."""
        self.connection.execute(delete(derived))

    def all(self) -> Iterator[Entry]:
        """Every entry, sorted by id; a few at a time in memory."""
        return self.fetch(union_all(rows(imported), rows(derived)))

    def of_party(self, id: str) -> Iterator[Entry]:
        """The entries in which a party takes part, sorted by id."""
        return self.fetch(union_all(*(rows(table).where(involves(table, id)) for table in (imported, derived))))

    def between(self, one: str, other: str) -> Iterator[Entry]:
        """The entries in which both parties take part, sorted by id."""
        return self.fetch(
            union_all(*(rows(table).where(and_(involves(table, one), involves(table, other))) for table in (imported, derived)))
        )

    def id(self, prefix: str) -> str:
        """The id that begins so; a :class:`NotFoundError` where there is none, or more than one."""
        both = union_all(select(imported.c.id), select(derived.c.id)).subquery()
        return expand(self.connection, both.c.id, prefix, "entry")

    def annexations(self, ids: Collection[str]) -> Iterator[Entry]:
        """The entries that tell of the annexation of any of these parties."""
        for part in chunks(sorted(ids)):
            wanted = (rows(t).where(t.c.act == "annex", t.c.recipient.in_(part)) for t in (imported, derived))
            yield from self.fetch(union_all(*wanted))

    def fetch(self, query: Any) -> Iterator[Entry]:
        """The entries that a query over :func:`rows` finds; imported ones with the moment at which they were recorded."""
        found = query.subquery()
        ordered = select(found.c.data, found.c.recorded).order_by(found.c.id, found.c.data).execution_options(yield_per=500)
        for row in self.connection.execute(ordered):
            entry = unpacked(Entry, row.data)
            yield replace(entry, recorded=row.recorded) if row.recorded else entry


def columns(entry: Entry) -> dict[str, str | None]:
    """An entry as a row; when it was recorded stands beside it, not in it."""
    data = packed(replace(entry, recorded=None) if entry.event is None else entry)
    return {"act": entry.act, "actor": entry.actor, "recipient": entry.recipient, "of_state": entry.of_state, "data": data}


def rows(table: Table) -> Select[Any]:
    """The entries of a table, imported ones with when they were recorded."""
    recorded = table.c.recorded if "recorded" in table.c else null()
    return select(table.c.id, table.c.data, recorded.label("recorded"))


def involves(table: Table, id: str) -> Any:
    """The condition that a party takes part in an entry."""
    return or_(table.c.actor == id, table.c.recipient == id, table.c.of_state == id)
