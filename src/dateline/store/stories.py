"""Stories: the shelf that putting reports into them needs, in the archive, and the stories themselves."""

from __future__ import annotations

import json
import zlib
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import cache

from sqlalchemy import Connection, TextClause, delete, func, select, text, update

from dateline.merge.stories import story
from dateline.merge.stories.online import Links
from dateline.merge.stories.profiles import Profile, Slot
from dateline.model import Report, Story
from dateline.store.copies import Copies
from dateline.store.records import as_json, packed, unpacked
from dateline.store.sql import add_new, chunks, put
from dateline.store.tables import likenesses, mentions, profiles, reports, slots, stories, versions

REMEMBERED = 2_000
"""Profiles held in memory at a time."""
TOGETHER = 100
"""Slots asked for in one statement, and stories read at a time."""


class Stories:
    """The stories of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.near_copies = Copies(connection)
        self.remembered: OrderedDict[str, Profile] = OrderedDict()

    # ----------------------------------------------------------------------- the shelf

    def profiles(self, ids: Collection[str]) -> Mapping[str, Profile]:
        """The profiles that there are of these reports."""
        found = {id: self.remembered[id] for id in ids if id in self.remembered}
        for part in chunks(sorted(set(ids) - found.keys())):
            for row in self.connection.execute(select(profiles.c.report, profiles.c.data).where(profiles.c.report.in_(part))):
                found[row.report] = self.remember(unzipped(row.data))
        return found

    def remember(self, found: Profile) -> Profile:
        """The profile, held in memory for a while."""
        self.remembered[found.report] = found
        if len(self.remembered) > REMEMBERED:
            self.remembered.popitem(last=False)
        return found

    def file(self, id: str, found: Profile | None, filed: Collection[Slot]) -> None:
        """Puts a profile, or none, in the place of a report's, and files it in these slots alone."""
        from dateline.merge.stories.profiles import slots as slots_of

        before = self.profiles([id]).get(id)
        self.remembered.pop(id, None)
        for bucket, key in set(slots_of(before)) - set(filed) if before else ():
            gone = (slots.c.bucket == bucket) & (slots.c.key == key) & (slots.c.report == id)
            self.connection.execute(delete(slots).where(gone))
        add_new(self.connection, slots, [{"bucket": bucket, "key": key, "report": id} for bucket, key in sorted(filed)])
        if found:
            put(self.connection, profiles, {"report": id, "data": zipped(found)})
            self.remember(found)
        elif before:
            self.drop([id])
            self.connection.execute(delete(profiles).where(profiles.c.report == id))

    def filed(self, wanted: Collection[Slot], limit: int) -> Mapping[Slot, Sequence[str]]:
        """The reports of each slot, up to so many."""
        found: dict[Slot, list[str]] = {slot: [] for slot in wanted}
        for part in chunks(sorted(wanted), TOGETHER):
            values = {f"{name}{i}": value for i, slot in enumerate(part) for name, value in zip("bk", slot, strict=True)}
            for bucket, key, report in self.connection.execute(slots_query(len(part)), {**values, "most": limit}):
                found[bucket, key].append(report)
        return found

    def links(self, ids: Collection[str]) -> Links:
        """For each of these reports those linked to it and how strongly."""
        found: dict[str, dict[str, float]] = {id: {} for id in ids}
        for part in chunks(sorted(ids)):
            for report, other, value in self.connection.execute(select(likenesses).where(likenesses.c.report.in_(part))):
                found[report][other] = value
        return found

    def link(self, id: str, found: Mapping[str, float]) -> None:
        """Puts links in the place of those that a report has, on both of their ends."""
        before = self.links([id])[id]
        gone = [other for other in sorted(before) if before[other] != found.get(other)]
        for part in chunks(gone):
            a, b = likenesses.c.report, likenesses.c.other
            self.connection.execute(delete(likenesses).where(((a == id) & b.in_(part)) | (a.in_(part) & (b == id))))
        new = [(other, value) for other, value in sorted(found.items()) if before.get(other) != value]
        ends = [(a, b, value) for other, value in new for a, b in ((id, other), (other, id))]
        add_new(self.connection, likenesses, [{"report": a, "other": b, "value": value} for a, b, value in ends])

    def cells(self, ids: Collection[str]) -> Mapping[str, Collection[str]]:
        """For each of these reports that is in a cell the reports of that cell."""
        query = select(profiles.c.report, profiles.c.cell)
        parts = (query.where(profiles.c.report.in_(part), profiles.c.cell.is_not(None)) for part in chunks(sorted(ids)))
        own = {row.report: row.cell for part in parts for row in self.connection.execute(part)}
        members: dict[str, list[str]] = {}
        for part in (query.where(profiles.c.cell.in_(part)) for part in chunks(sorted(set(own.values())))):
            for row in self.connection.execute(part):
                members.setdefault(row.cell, []).append(row.report)
        return {id: members[cell] for id, cell in own.items()}

    def settle(self, cell: Collection[str], groups: Sequence[Sequence[str]]) -> None:
        """Makes these reports a cell of these groups, each a story with the near-copies of its reports."""
        self.drop(cell)
        for group in groups:
            found = story(self.heads({*group, *self.near_copies.copies(group)}))
            put(self.connection, stories, {"id": found.id, "first": found.first, "data": packed(found)})
            placed = update(profiles).values(cell=min(cell), story=found.id)
            for part in chunks(sorted(group)):
                self.connection.execute(placed.where(profiles.c.report.in_(part)))

    def drop(self, ids: Collection[str]) -> None:
        """Takes reports out of their cells, and their stories out of the view."""
        for part in chunks(sorted(ids)):
            mine = profiles.c.report.in_(part)
            gone = set(self.connection.execute(select(profiles.c.story).where(mine, profiles.c.story.is_not(None))).scalars())
            for ids_gone in chunks(sorted(gone)):
                self.connection.execute(delete(stories).where(stories.c.id.in_(ids_gone)))
            self.connection.execute(update(profiles).where(mine, profiles.c.cell.is_not(None)).values(cell=None, story=None))

    def heads(self, ids: Collection[str]) -> list[Report]:
        """These reports, with their texts where they have no title."""
        query = select(versions.c.data, versions.c.text).join(reports, reports.c.version == versions.c.seq)
        rows = [row for part in chunks(sorted(ids)) for row in self.connection.execute(query.where(reports.c.id.in_(part)))]
        heads = [(unpacked(Report, row.data), row.text) for row in rows]
        return [head if head.title else replace(head, text=unpacked(str, text)) for head, text in heads]

    # ----------------------------------------------------------------------- the stories

    def all(self) -> Iterator[Story]:
        """Every story with the events of its reports, by its first day (open ones last) and id; a few at a time in memory."""
        query = select(stories.c.data).order_by(func.coalesce(stories.c.first, "~"), stories.c.id)
        for part in chunks(self.connection.execute(query.execution_options(yield_per=TOGETHER)).scalars(), TOGETHER):
            found = [unpacked(Story, data) for data in part]
            events = self.events_of({id for each in found for id in each.reports})
            for each in found:
                yield replace(each, events=tuple(sorted({event for id in each.reports for event in events.get(id, ())})))

    def events_of(self, ids: Collection[str]) -> dict[str, set[str]]:
        """The events of these reports."""
        query = select(mentions.c.report, mentions.c.event).where(mentions.c.event.is_not(None)).distinct()
        found: dict[str, set[str]] = {}
        for part in chunks(sorted(ids)):
            for row in self.connection.execute(query.where(mentions.c.report.in_(part))):
                found.setdefault(row.report, set()).add(row.event)
        return found

    def copies(self) -> dict[str, str]:
        """For each near-copy the report of which it is one."""
        return self.near_copies.all()

    def clear(self) -> None:
        """Empties the view."""
        self.remembered.clear()
        for table in (stories, likenesses, slots, profiles):
            self.connection.execute(delete(table))
        self.near_copies.clear()


@cache
def slots_query(n: int) -> TextClause:
    """The query for the reports of so many slots, each slot up to a limit."""
    part = "SELECT * FROM (SELECT bucket, key, report FROM slots WHERE bucket = :b{0} AND key = :k{0} LIMIT :most) AS s{0}"
    return text(" UNION ALL ".join(part.format(i) for i in range(n)))


def zipped(found: Profile) -> bytes:
    """A profile as it is kept."""
    return zlib.compress(as_json(asdict(found)).encode("utf-8"), 1)


def unzipped(data: bytes) -> Profile:
    """The profile that :func:`zipped` made these bytes of."""
    known = json.loads(zlib.decompress(data))
    return Profile(known["report"], known["day"], tuple(known["days"]), known["words"], known["lead"], tuple(known["names"]))
