"""Near-copies: the shelf that finding them as reports come needs, in the archive."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from sqlalchemy import Connection, TextClause, delete, or_, select, text

from dateline.merge.copies.online import Head
from dateline.merge.copies.shingles import BANDS
from dateline.store.records import as_json, storable, unpacked
from dateline.store.sql import add_new, chunks, put
from dateline.store.tables import bands, copies, reports, shingled, twins, versions

TOGETHER = 100
"""Bands asked for in one statement."""


class Copies:
    """The near-copies of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def texts(self, ids: Collection[str]) -> Mapping[str, str]:
        """The texts of these reports."""
        query = select(reports.c.id, versions.c.text).join(versions, reports.c.version == versions.c.seq)
        rows = (row for part in chunks(sorted(ids)) for row in self.connection.execute(query.where(reports.c.id.in_(part))))
        return {row.id: unpacked(str, row.text) for row in rows}

    def heads(self, ids: Collection[str]) -> Sequence[Head]:
        """What tells the original among these reports."""
        parts = (select(shingled).where(shingled.c.report.in_(part)) for part in chunks(sorted(ids)))
        rows = (row for part in parts for row in self.connection.execute(part))
        return [Head(row.report, row.outlet, row.credit, row.published, row.length) for row in rows]

    def bands(self, id: str) -> frozenset[int]:
        """The bands in which a report is filed."""
        found = self.connection.execute(select(shingled.c.bands).where(shingled.c.report == id)).scalar()
        return frozenset(json.loads(found)) if found else frozenset()

    def file(self, head: Head, rank: str, filed: Collection[int]) -> None:
        """Files a report in these bands alone."""
        old = self.bands(head.id)
        for part in chunks(sorted(old.difference(filed))):
            self.connection.execute(delete(bands).where(bands.c.band.in_(part), bands.c.report == head.id))
        add_new(self.connection, bands, [{"band": band, "rank": rank, "report": head.id} for band in sorted(set(filed) - old)])
        row = {
            "report": head.id,
            "outlet": storable(head.outlet),
            "credit": storable(head.credit),
            "published": storable(head.published),
            "length": head.length,
            "bands": as_json(sorted(filed)),
        }
        put(self.connection, shingled, row)

    def firsts(self, wanted: Collection[int]) -> Mapping[int, str]:
        """The first report of each band in which there is one."""
        found: dict[int, str] = {}
        for part in chunks(sorted(wanted), TOGETHER):
            values = {f"b{i}": band for i, band in enumerate(part)}
            found |= {band: report for band, report in self.connection.execute(firsts_query(len(part)), values)}  # noqa: C416  rows
        return found

    def members(self, band: int) -> Collection[str]:
        """The reports of a band."""
        return set(self.connection.execute(select(bands.c.report).where(bands.c.band == band)).scalars())

    def tied(self, ids: Collection[str], limit: int) -> Mapping[str, Collection[str]]:
        """For each of these reports those to which it is tied, or that are tied to it; of all together more than a limit only
        as many as exceed it.
        """
        found: dict[str, set[str]] = {id: set() for id in ids}
        for part in chunks(sorted(ids)):
            query = select(twins.c.report, twins.c.other).where(or_(twins.c.report.in_(part), twins.c.other.in_(part)))
            for a, b in self.connection.execute(query.limit(BANDS * (limit + 2))):
                found.setdefault(a, set()).add(b)
                found.setdefault(b, set()).add(a)
        return {id: found[id] for id in ids}

    def tie(self, id: str, others: Collection[str]) -> Collection[str]:
        """Ties a report to these and to no others; those to which it was tied before."""
        before = set(self.connection.execute(select(twins.c.other).where(twins.c.report == id)).scalars())
        if before != set(others):
            self.connection.execute(delete(twins).where(twins.c.report == id))
            add_new(self.connection, twins, [{"report": id, "other": other} for other in sorted(others)])
        return before

    def copies(self, ids: Collection[str]) -> Mapping[str, str]:
        """Of these reports the copies, each with its original, and all copies of these."""
        query = select(copies.c.report, copies.c.copy_of)
        parts = (query.where(or_(copies.c.report.in_(part), copies.c.copy_of.in_(part))) for part in chunks(sorted(ids)))
        return {row.report: row.copy_of for part in parts for row in self.connection.execute(part)}

    def settle(self, group: Collection[str], original: str) -> None:
        """Makes these reports copies of one of them, and it none."""
        for part in chunks(sorted(group)):
            self.connection.execute(delete(copies).where(copies.c.report.in_(part)))
        add_new(self.connection, copies, [{"report": id, "copy_of": original} for id in sorted(group) if id != original])

    def all(self) -> dict[str, str]:
        """For each near-copy the report of which it is one."""
        return {row.report: row.copy_of for row in self.connection.execute(select(copies.c.report, copies.c.copy_of))}

    def clear(self) -> None:
        """Empties the view."""
        for table in (copies, twins, bands, shingled):
            self.connection.execute(delete(table))


@cache
def firsts_query(n: int) -> TextClause:
    """The query for the first reports of so many bands."""
    part = "SELECT * FROM (SELECT band, report FROM bands WHERE band = :b{0} ORDER BY rank, report LIMIT 1) AS s{0}"
    return text(" UNION ALL ".join(part.format(i) for i in range(n)))
