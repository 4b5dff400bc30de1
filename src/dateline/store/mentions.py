"""Event mentions, flat, each in the block of those with which it may tell of the same event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, delete, func, select, update

from dateline.model import Member, Report
from dateline.store.records import packed, unpacked
from dateline.store.sql import add_new, chunks, expand
from dateline.store.tables import mentions, reports, ties, versions


class Mentions:
    """The event mentions of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def replace(self, report: str, members: Sequence[tuple[Member, str]]) -> set[str]:
        """Puts a report's mentions, each with its block, in the place of those it had; all blocks that are touched."""
        mine = mentions.c.report == report
        before = set(self.connection.execute(select(mentions.c.block).where(mine).distinct()).scalars())
        self.connection.execute(delete(mentions).where(mine))
        rows = [{"id": m.mention.id, "report": report, "block": block, "data": packed(bare(m))} for m, block in members]
        add_new(self.connection, mentions, rows)
        add_new(self.connection, ties, [{"mention": m.mention.id, "target": t} for m, _ in members for t in targets(m)])
        return before | {row["block"] for row in rows}

    def blocks_linking_to(self, ids: Iterable[str]) -> set[str]:
        """The blocks of the mentions that are linked to any of these."""
        query = select(mentions.c.block).join(ties, ties.c.mention == mentions.c.id).distinct()
        parts = (self.connection.execute(query.where(ties.c.target.in_(part))) for part in chunks(sorted(ids)))
        return {block for rows in parts for block in rows.scalars()}

    def blocks_of(self, ids: Iterable[str]) -> dict[str, str]:
        """The blocks of these mentions, by the mentions' ids."""
        queries = (select(mentions.c.id, mentions.c.block).where(mentions.c.id.in_(part)) for part in chunks(sorted(ids)))
        return {row.id: row.block for query in queries for row in self.connection.execute(query)}

    def blocks(self) -> list[str]:
        """All blocks, sorted."""
        return list(self.connection.execute(select(mentions.c.block).distinct().order_by(mentions.c.block)).scalars())

    def blocks_of_events(self, events: Iterable[str]) -> set[str]:
        """The blocks of the mentions of these events."""
        queries = (select(mentions.c.block).where(mentions.c.event.in_(part)).distinct() for part in chunks(sorted(set(events))))
        return {block for query in queries for block in self.connection.execute(query).scalars()}

    def last_between(self, first: str, last: str, most: int) -> list[str]:
        """The last blocks, at most so many, of those whose names lie between two."""
        query = select(mentions.c.block).where(mentions.c.block >= first, mentions.c.block < last).distinct()
        return list(self.connection.execute(query.order_by(mentions.c.block.desc()).limit(most)).scalars())

    def ends(self, first: str, last: str) -> list[str]:
        """The first and the last of the blocks whose names lie between two; none where there are none."""
        inside = (mentions.c.block >= first, mentions.c.block < last)
        found = (select(end(mentions.c.block)).where(*inside) for end in (func.min, func.max))
        return [name for query in found if (name := self.connection.execute(query).scalar()) is not None]

    def move(self, before: str, after: str) -> None:
        """Gives a block another name."""
        self.connection.execute(update(mentions).where(mentions.c.block == before).values(block=after))

    def in_blocks(self, blocks: Iterable[str]) -> list[Member]:
        """The members of these blocks."""
        return [member for part in chunks(sorted(blocks)) for member in self.fetch(joined().where(mentions.c.block.in_(part)))]

    def id(self, prefix: str) -> str:
        """The id that begins so; a :class:`NotFoundError` where there is none, or more than one."""
        return expand(self.connection, mentions.c.id, prefix, "event or mention")

    def members(self, ids: Iterable[str]) -> list[Member]:
        """The members with these ids, sorted by id."""
        return [member for part in chunks(sorted(ids)) for member in self.fetch(joined().where(mentions.c.id.in_(part)))]

    def of_reports(self, ids: Iterable[str]) -> list[Member]:
        """The members of these reports."""
        return [member for part in chunks(sorted(ids)) for member in self.fetch(joined().where(mentions.c.report.in_(part)))]

    def of_event(self, event: str) -> list[Member]:
        """The members of an event, sorted by id."""
        return list(self.fetch(joined().where(mentions.c.event == event)))

    def all(self) -> Iterator[Member]:
        """Every member, sorted by id; a few at a time in memory."""
        return self.fetch(joined().execution_options(yield_per=500))

    def fetch(self, query: Select[Any]) -> Iterator[Member]:
        """The members that a query over :func:`joined` finds."""
        for row in self.connection.execute(query.order_by(mentions.c.id)):
            yield replace(unpacked(Member, row.data), report=unpacked(Report, row.head))

    def events_of(self, ids: Iterable[str]) -> dict[str, str]:
        """The events of these mentions."""
        query = select(mentions.c.id, mentions.c.event).where(mentions.c.event.is_not(None))
        parts = (self.connection.execute(query.where(mentions.c.id.in_(part))) for part in chunks(sorted(ids)))
        return {row.id: row.event for rows in parts for row in rows}

    def assign(self, event: str, ids: Iterable[str]) -> None:
        """Puts the mentions into an event."""
        for part in chunks(ids):
            self.connection.execute(update(mentions).where(mentions.c.id.in_(part)).values(event=event))

    def release(self, ids: Iterable[str]) -> None:
        """Puts the mentions into no event."""
        for part in chunks(sorted(ids)):
            self.connection.execute(update(mentions).where(mentions.c.id.in_(part)).values(event=None))

    def having(self, events: Iterable[str]) -> set[str]:
        """Those of the events that have a mention."""
        queries = (select(mentions.c.event).where(mentions.c.event.in_(part)).distinct() for part in chunks(sorted(events)))
        return {id for query in queries for id in self.connection.execute(query).scalars()}

    def clear(self) -> None:
        """Empties the view."""
        self.connection.execute(delete(ties))
        self.connection.execute(delete(mentions))


def targets(member: Member) -> set[str]:
    """The ids of the mentions to which this one is linked."""
    return {link.event for link in member.mention.links}


def bare(member: Member) -> Member:
    """The member without its report's metadata, which stand in the archive already."""
    return replace(member, report=Report(member.report.id, ""))


def joined() -> Select[Any]:
    """The query for members with their reports' metadata."""
    return (
        select(mentions.c.data, versions.c.data.label("head"))
        .join(reports, mentions.c.report == reports.c.id)
        .join(versions, reports.c.version == versions.c.seq)
    )
