"""How the register's slots stand from day to day: a view over all entries, remade pair by pair.

A slot is one row: its days all together, compressed, since a slot alters dozens of times and says nearly the same each time. So a
million entries leave a hundred thousand short rows, and a question about two hundred parties reads two hundred of them.

Whatever adds, takes away or rules on an entry notes the pairs on which it bears; until the standings of a pair are made again,
they are not to be used, and what is asked of the pair is derived from its entries.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, or_, select, tuple_, union

from dateline.store.sql import add_new, chunks, put
from dateline.store.tables import made, standings, touched

Pair = tuple[str, str]
Slot = tuple[str, str, str, str]
"""Two parties, a layer, and to which of them it is a relation."""
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
    """One slot between two parties; ``to`` is the party whose count it enters, ``days`` how it stands from day to day, ``findings``
    what does not fit in it, JSON, one a line; null where all fits.
    """

    a: str
    b: str
    layer: str
    to: str
    days: bytes
    findings: str | None = None


def folded(days: Iterable[tuple[int, str]]) -> bytes:
    """Standings (JSON), each with the day (an ordinal) from which it holds, rising, as one compressed text."""
    starts, standings_ = zip(*days, strict=True)
    return zlib.compress("\n".join((" ".join(map(str, starts)), *standings_)).encode())


class Days(NamedTuple):
    """The standings (JSON) of a slot, each with the day (an ordinal) from which it holds."""

    starts: list[int]
    standings: list[bytes]

    def on(self, day: int) -> bytes | None:
        """The standing of a day; null before the first."""
        at = bisect_right(self.starts, day)
        return self.standings[at - 1] if at else None


def unfolded(days: bytes) -> Days:
    """What :func:`folded` put together."""
    first, *standings_ = zlib.decompress(days).split(b"\n")
    return Days(list(map(int, first.split())), standings_)


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
        gone = [{"one": a, "other": b} for a, b in sorted(pairs)]
        for table in (standings, touched) if gone else ():
            self.connection.execute(delete(table).where(table.c.a == bindparam("one"), table.c.b == bindparam("other")), gone)
        self.add(rows)

    def add(self, rows: Iterable[Kept]) -> None:
        """Adds standings of pairs that have none."""
        for part in chunks(rows, 2000):
            self.connection.execute(insert(standings), [row._asdict() for row in part])

    def clear(self) -> None:
        """Empties the view."""
        for table in (standings, touched, made):
            self.connection.execute(delete(table))

    def pairs(self, after: Pair = ("", ""), limit: int | None = None) -> list[Pair]:
        """The pairs of which anything is kept that sort after a pair, so many of them at most."""
        query = select(standings.c.a, standings.c.b).where(tuple_(standings.c.a, standings.c.b) > after).distinct()
        rows = self.connection.execute(query.order_by(standings.c.a, standings.c.b).limit(limit))
        return [(row.a, row.b) for row in rows]

    def slots(self, layer: str, of: Collection[str]) -> list[Slot]:
        """The slots of a layer in which any of these parties is one of the two."""
        told = or_(*(side.in_(of) for side in SIDES))
        query = select(standings.c.a, standings.c.b, standings.c.layer, standings.c.to).where(standings.c.layer == layer, told)
        return [(row.a, row.b, row.layer, row.to) for row in self.connection.execute(query)]

    def told(self, layer: str) -> Counter[str]:
        """In how many slots of a layer each party stands."""
        queries = (select(side, func.count()).where(standings.c.layer == layer).group_by(side) for side in SIDES)
        return summed(row for query in queries for row in self.connection.execute(query))

    def received(self, layer: str) -> Counter[str]:
        """How many slots of a layer are relations to each party."""
        query = select(standings.c.to, func.count()).where(standings.c.layer == layer).group_by(standings.c.to)
        return summed(self.connection.execute(query))

    def others(self) -> Counter[str]:
        """To how many others each party is told to stand in some way."""
        one, other = standings.c.a, standings.c.b
        both = union(select(one.label("id"), other.label("other")), select(other.label("id"), one.label("other"))).subquery()
        return summed(self.connection.execute(select(both.c.id, func.count()).group_by(both.c.id)))

    def between(self, one: str, other: str, layer: str | None) -> Iterator[Kept]:
        """What is kept of two parties (in one layer, if given)."""
        a, b = min(one, other), max(one, other)
        query = select(*COLUMNS).where(standings.c.a == a, standings.c.b == b)
        yield from self.rows(query if layer is None else query.where(standings.c.layer == layer))

    def of_pairs(self, pairs: Iterable[Pair], layer: str | None = None) -> Iterator[Kept]:
        """What is kept of these pairs (in one layer, if given), pair by pair."""
        query = select(*COLUMNS) if layer is None else select(*COLUMNS).where(standings.c.layer == layer)
        for a, others in grouped(pairs):
            for part in chunks(others):
                yield from self.rows(
                    query.where(standings.c.a == a, standings.c.b.in_(part)).order_by(standings.c.b, standings.c.seq)
                )

    def each(self, layer: str | None = None) -> Iterator[Kept]:
        """What is kept of every pair (in one layer, if given), pair by pair, a few at a time in memory."""
        query = select(*COLUMNS) if layer is None else select(*COLUMNS).where(standings.c.layer == layer)
        yield from self.rows(query.order_by(standings.c.a, standings.c.b, standings.c.seq).execution_options(yield_per=500))

    def unfit(self) -> Iterator[Kept]:
        """What is kept of the slots in which something does not fit, pair by pair."""
        query = select(*COLUMNS).where(standings.c.findings.is_not(None))
        yield from self.rows(query.order_by(standings.c.a, standings.c.b, standings.c.seq).execution_options(yield_per=500))

    def of(self, id: str, layer: str | None, to: bool) -> Iterator[Kept]:
        """What is kept of a party and all others (in one layer, if given), where ``to`` only the relations of others to it."""
        for side in (standings.c.a, standings.c.b):
            query = select(*COLUMNS).where(side == id)
            query = query if layer is None else query.where(standings.c.layer == layer)
            yield from self.rows(query.where(standings.c.to == id) if to else query)

    def rows(self, query: Select[Any]) -> Iterator[Kept]:
        """The rows that a query over the view's columns finds."""
        return map(Kept._make, self.connection.execute(query))


COLUMNS = tuple(standings.c[name] for name in Kept._fields)
SIDES = (standings.c.a, standings.c.b)


def summed(rows: Iterable[Any]) -> Counter[str]:
    """The sum for each name of some rows."""
    found = Counter[str]()
    for name, n in rows:
        found[name] += n
    return found


def grouped(pairs: Iterable[Pair]) -> Iterator[tuple[str, list[str]]]:
    """The pairs by their first party, sorted: no database looks pairs up by an index where they stand in one long list."""
    for first, rest in groupby(sorted(set(pairs)), key=itemgetter(0)):
        yield first, [other for _, other in rest]
