"""Entries of the register: imported ones are kept, those from events are a view."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    func,
    literal_column,
    null,
    or_,
    select,
    true,
    union_all,
)

from dateline import edtf
from dateline.model import Entry, Ruling
from dateline.register.changes import announced_on
from dateline.register.questions import announces
from dateline.register.standings import promised
from dateline.store.records import as_json, packed, storable, unpacked
from dateline.store.sql import add_new, chunks, expand
from dateline.store.standings import ENDS_PARTY, Bearing, Pair, Standings, grouped, pairs_of
from dateline.store.tables import derived, imported, withdrawn

TABLES = (imported, derived, withdrawn)
"""Where entries stand."""
VOICES = ("according_to", "principal", "ref")
"""The fields of an entry that name the voice behind it."""
SEEN, FEW = 500, 4
"""In so many entries other names for a speaker are looked for, and so many of them are named."""
ANNEXING: ColumnElement[str] = literal_column(f"'{ENDS_PARTY}'")
"""The act as the index over it has it: to a parameter no database would apply an index over a part of the rows."""
OPEN = "9999-12-31"
"""For which something counts as announced of which no day is told at all."""


class Entries:
    """The register's entries of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.standings = Standings(connection)

    def keep(self, entries: Iterable[Entry], table: str, recorded: str) -> int:
        """How many of a table's entries were new; they are kept."""
        n = 0
        for part in chunks(entries):
            known = self.known(e.id for e in part)
            new = {e.id: e for e in part if e.id not in known}
            rows = [{"id": e.id, "table": table, "recorded": recorded, **columns(e)} for e in new.values()]
            add_new(self.connection, imported, rows)
            self.standings.touch(map(bearing, new.values()))
            n += len(new)
        return n

    def known(self, ids: Iterable[str]) -> set[str]:
        """Which of these ids imported entries have."""
        return set(self.connection.execute(select(imported.c.id).where(imported.c.id.in_(list(ids)))).scalars())

    def derive(self, event: str, entries: Iterable[Entry]) -> None:
        """Puts an event's entries in the place of those that it had."""
        made = list(entries)
        self.forsake([event])
        self.connection.execute(delete(derived).where(derived.c.event == event))
        add_new(self.connection, derived, [{"event": event, "id": e.id, **columns(e)} for e in made])
        self.standings.touch(map(bearing, made))

    def forsake(self, events: Iterable[str]) -> None:
        """Notes that the entries of these events are about to go."""
        for part in chunks(sorted(events)):
            query = select(*(derived.c[name] for name in Bearing._fields)).where(derived.c.event.in_(part))
            self.standings.touch([Bearing(*row) for row in self.connection.execute(query)])

    def withdraw(self, report: str, found: Iterable[tuple[Entry, Ruling]]) -> None:
        """Puts what a report once told and no longer tells, with the rulings that retract it, in the place of what stood there."""
        query = select(*(withdrawn.c[name] for name in Bearing._fields)).where(withdrawn.c.report == report)
        before = [Bearing(*row) for row in self.connection.execute(query)]
        self.connection.execute(delete(withdrawn).where(withdrawn.c.report == report))
        made = {entry.id: (entry, ruling) for entry, ruling in found}
        new = [{"report": report, "id": id, **columns(e), "ruling": packed(r)} for id, (e, r) in sorted(made.items())]
        add_new(self.connection, withdrawn, new)
        self.standings.touch([*before, *(bearing(entry) for entry, _ in made.values())])

    def touch(self, id: str) -> None:
        """Notes that a ruling was made on the entry with this id."""
        found = (select(*(t.c[name] for name in Bearing._fields)).where(t.c.id == id) for t in TABLES)
        self.standings.touch([Bearing(*row) for row in self.connection.execute(union_all(*found))])

    def acted(self) -> set[str]:
        """The ids of all parties that take part in entries."""
        names = (column for t in TABLES for column in (t.c.actor, t.c.recipient, t.c.of_state))
        queries = (select(column).where(column.is_not(None)).distinct() for column in names)
        return {id for query in queries for id in self.connection.execute(query).scalars()}

    def led_by(self, id: str) -> Iterator[Entry]:
        """The entries that bear on a pair of which this party is the one that sorts first."""
        for table in TABLES:
            query = rows(table, *Bearing._fields).where(leads(table, id)).execution_options(yield_per=500)
            for row in self.connection.execute(query):
                if any(a == id for a, _ in pairs_of(Bearing(row.act, row.actor, row.recipient, row.of_state))):
                    yield entry_of(row)

    def clear(self) -> None:
        """Empties the view; imported entries stay."""
        self.connection.execute(delete(derived))
        self.connection.execute(delete(withdrawn))
        self.standings.clear()

    def all(self) -> Iterator[Entry]:
        """Every entry, sorted by id; a few at a time in memory."""
        return self.fetch(union_all(*map(rows, TABLES)))

    def of_party(self, id: str) -> Iterator[Entry]:
        """The entries in which a party takes part, sorted by id."""
        return self.fetch(union_all(*(rows(table).where(involves(table, id)) for table in TABLES)))

    def between(self, one: str, other: str) -> Iterator[Entry]:
        """The entries in which both parties take part, sorted by id."""
        return self.fetch(union_all(*(rows(t).where(both(t, one, other)) for t in TABLES)))

    def id(self, prefix: str) -> str:
        """The id that begins so; a :class:`NotFoundError` where there is none, or more than one."""
        both = union_all(*(select(t.c.id) for t in TABLES)).subquery()
        return expand(self.connection, both.c.id, prefix, "entry")

    def speaks(self, name: str) -> bool:
        """Whether any entry is told by a speaker, for a party, or from a report or table of this name; case does not matter."""
        words = [f'"{field}":{as_json(name)}' for field in VOICES]
        queries = (select(t.c.id).where(or_(*(t.c.data.icontains(w, autoescape=True) for w in words))).limit(1) for t in TABLES)
        return any(self.connection.execute(query).first() is not None for query in queries)

    def speakers(self, part: str) -> list[str]:
        """Names of speakers of which this is a part, sorted; a few at most."""
        words = as_json(part)[1:-1]
        queries = (rows(t).where(t.c.data.icontains(words, autoescape=True)).limit(SEEN) for t in TABLES)
        found = {entry_of(row).according_to or "" for query in queries for row in self.connection.execute(query)}
        return sorted(name for name in found if part.casefold() in name.casefold())[:FEW]

    def annexations(self, ids: Collection[str] | None = None) -> Iterator[Entry]:
        """The entries that tell of the annexation of any of these parties, or of any party."""
        told = [rows(t).where(t.c.act == ANNEXING) for t in TABLES]
        if ids is None:
            yield from self.fetch(union_all(*told))
            return
        for part in chunks(sorted(ids)):
            narrowed = (q.where(t.c.recipient.in_(part)) for q, t in zip(told, TABLES, strict=True))
            yield from self.fetch(union_all(*narrowed))

    def days(self, id: str | None = None) -> list[str]:
        """The dates from which entries (of one party, if given) hold, each once, sorted as text."""
        parts = (
            select(t.c.valid).where(t.c.valid.is_not(None), true() if id is None else involves(t, id)).distinct() for t in TABLES
        )
        return sorted({day for part in parts for day in self.connection.execute(part).scalars()})

    def announced(self, since: str, by: int) -> Iterator[Entry]:
        """The entries in which anything was announced by a day (an ordinal) for another or later; one told twice comes twice."""
        for table in TABLES:
            query = rows(table).where(table.c.ahead >= since, table.c.announced <= by)
            yield from map(entry_of, self.connection.execute(query))

    def of_pairs(self, pairs: Iterable[Pair]) -> Iterator[Entry]:
        """The entries that bear on any of these pairs. Those that bear on two may come twice."""
        for a, others in grouped(pairs):
            for part in chunks(others):
                for query in linking():
                    yield from map(entry_of, self.connection.execute(query, {"one": a, "others": part}))

    def pairs(self) -> list[Pair]:
        """All pairs on which entries bear, sorted."""
        queries = (select(*(t.c[name] for name in Bearing._fields)).distinct() for t in TABLES)
        return sorted({pair for query in queries for row in self.connection.execute(query) for pair in pairs_of(Bearing(*row))})

    def count(self) -> int:
        """How many entries there are."""
        return sum(int(self.connection.execute(select(func.count()).select_from(t)).scalar_one()) for t in TABLES)

    def fetch(self, query: Any) -> Iterator[Entry]:
        """The entries that a query over :func:`rows` finds; imported ones with the moment at which they were recorded."""
        return map(entry_of, self.ordered(query))

    def ordered(self, query: Any) -> Iterator[Any]:
        """The rows of a query over :func:`rows`, sorted by id, a few at a time in memory."""
        found = query.subquery()
        ordered = select(found).order_by(found.c.id, found.c.data).execution_options(yield_per=500)
        yield from self.connection.execute(ordered)


def entry_of(row: Any) -> Entry:
    """The entry of a row."""
    if not row.recorded:
        return unpacked(Entry, row.data)
    return unpacked(Entry, f'{row.data[:-1]},"recorded":{as_json(row.recorded)}}}')  # of two values JSON's last counts


def columns(entry: Entry) -> dict[str, str | int | None]:
    """An entry as a row; when it was recorded stands beside it, not in it."""
    data = packed(replace(entry, recorded=None) if entry.event is None else entry)
    sides = {"act": entry.act, "actor": entry.actor, "recipient": entry.recipient, "of_state": entry.of_state}
    return {
        **sides,
        "data": data,
        **days_of(entry),
    }


def days_of(entry: Entry) -> dict[str, str | int | None]:
    """From when an entry holds, and where it announces anything, for which day and since when that is known."""
    announced = min((announced_on(entry), *promised(entry))) if announces(entry) else None
    return {"valid": storable(entry.valid), "ahead": ahead(entry), "announced": announced}


def ahead(entry: Entry) -> str | None:
    """The day for which an entry announces something, or by which it was known to; null where it announces nothing."""
    if not announces(entry):
        return None
    last = edtf.bounds(entry.valid)[1] if entry.valid and edtf.is_edtf(entry.valid) else None
    return last.isoformat() if last else storable(entry.known) or OPEN


def rows(table: Table, *more: str) -> Select[Any]:
    """The entries of a table, imported ones with when they were recorded; with further columns, if named."""
    recorded = table.c.recorded if "recorded" in table.c else null()
    return select(table.c.id, table.c.data, recorded.label("recorded"), *(table.c[name] for name in more))


def involves(table: Table, id: str) -> Any:
    """The condition that a party takes part in an entry."""
    return or_(table.c.actor == id, table.c.recipient == id, table.c.of_state == id)


def leads(table: Table, id: str) -> Any:
    """The condition that a party may be the one that sorts first in a pair on which an entry bears."""
    of_state = or_(table.c.of_state == id, and_(table.c.actor == id, table.c.of_state.is_not(None)))
    return or_(and_(table.c.actor == id, table.c.recipient > id), and_(table.c.recipient == id, table.c.actor > id), of_state)


def both(table: Table, one: str, other: str) -> Any:
    """The condition that both parties take part in an entry, each of its parts to be found by an index."""
    places = (table.c.actor, table.c.recipient, table.c.of_state)
    return or_(*(and_(p == one, q == other) for p in places for q in places if p is not q))


@cache
def linking() -> tuple[Select[Any], ...]:
    """For each table the query for the entries that bear on a pair of ``one`` party and any of ``others``."""
    one: BindParameter[str] = bindparam("one")
    others: BindParameter[str] = bindparam("others", expanding=True)
    return tuple(rows(t).where(or_(*(and_(x == one, y.in_(others)) for x, y in ways(t)))) for t in TABLES)


def ways(table: Table) -> Iterator[tuple[ColumnElement[str], ColumnElement[str]]]:
    """The columns in which the two parties of a pair may stand."""
    for other in (table.c.recipient, table.c.of_state):
        yield table.c.actor, other
        yield other, table.c.actor


def bearing(entry: Entry) -> Bearing:
    """Whom an entry concerns."""
    return Bearing(entry.act, entry.actor, entry.recipient, entry.of_state)
