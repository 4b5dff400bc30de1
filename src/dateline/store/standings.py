"""How the register's slots stand from day to day: a view over all entries, remade pair by pair.

Whatever adds, takes away or rules on an entry notes the pairs on which it bears; until the standings of a pair are made again,
they are not to be used, and what is asked of the pair is derived from its entries.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, or_, select, union, union_all

from dateline.store.sql import add_new, chunks, put
from dateline.store.tables import made, standings, touched

Pair = tuple[str, str]
ENDS_PARTY = "annex"
"""The act that bears on all pairs of its recipient."""
VIEW = "standings"


class Bearing(NamedTuple):
    """Whom an entry concerns."""

    act: str
    actor: str
    recipient: str
    of_state: str | None


def pairs_of(found: Bearing) -> set[Pair]:
    """The pairs, the party that sorts first in front, on which an entry bears."""
    others = {found.recipient, found.of_state or found.recipient} - {found.actor}
    return {(min(found.actor, other), max(found.actor, other)) for other in others}


class Kept(NamedTuple):
    """One stretch of days of one slot between two parties; ``data`` is its standing."""

    a: str
    b: str
    layer: str
    start: int
    end: int
    data: str


class Standings:
    """The standings of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def touch(self, found: Iterable[Bearing]) -> None:
        """Notes the pairs on which these entries bear."""
        bearings = set(found)
        pairs = {pair for each in bearings for pair in pairs_of(each)}
        for ended in sorted({each.recipient for each in bearings if each.act == ENDS_PARTY}):
            pairs |= self.pairs_with(ended)
        for part in chunks(sorted(pairs)):
            add_new(self.connection, touched, [{"a": a, "b": b} for a, b in part])

    def pairs_with(self, id: str) -> set[Pair]:
        """The pairs of a party that have standings."""
        query = union(*(select(standings.c.a, standings.c.b).where(c == id) for c in (standings.c.a, standings.c.b)))
        return {(row.a, row.b) for row in self.connection.execute(query)}

    def touched(self, id: str | None = None) -> list[Pair]:
        """The pairs (of one party, if given) whose standings are to be made again, sorted."""
        query = select(touched.c.a, touched.c.b)
        if id is not None:
            query = query.where(or_(touched.c.a == id, touched.c.b == id))
        return sorted((row.a, row.b) for row in self.connection.execute(query))

    def version(self) -> str | None:
        """With which rules and catalogue the standings were made; null where they never were."""
        return self.connection.execute(select(made.c.version).where(made.c.view == VIEW)).scalar()

    def settle(self, version: str) -> None:
        """Notes that the standings are made with this version."""
        put(self.connection, made, {"view": VIEW, "version": version})

    def replace(self, pairs: Collection[Pair], rows: Iterable[Kept]) -> None:
        """Puts the standings of these pairs in the place of those that they had."""
        for a, b in pairs:
            self.connection.execute(delete(standings).where(standings.c.a == a, standings.c.b == b))
            self.connection.execute(delete(touched).where(touched.c.a == a, touched.c.b == b))
        self.add(rows)

    def add(self, rows: Iterable[Kept]) -> None:
        """Adds standings of pairs that have none."""
        for part in chunks(rows, 2000):
            self.connection.execute(insert(standings), [row._asdict() for row in part])

    def clear(self) -> None:
        """Empties the view."""
        for table in (standings, touched, made):
            self.connection.execute(delete(table))

    def on(self, id: str, day: int, layer: str | None, other: str | None = None) -> Iterator[Kept]:
        """What is kept of a party for a day (in one layer, or with one other party, if given)."""
        columns = [standings.c[name] for name in Kept._fields]
        sides = (select(*columns).where(side == id) for side in (standings.c.a, standings.c.b))
        found = [side.where(standings.c.start <= day, standings.c.end > day) for side in sides]
        if other is not None:
            found = [found[0].where(standings.c.b == other), found[1].where(standings.c.a == other)]
        if layer is not None:
            found = [side.where(standings.c.layer == layer) for side in found]
        for row in self.connection.execute(union_all(*found)):
            yield Kept(*row)
