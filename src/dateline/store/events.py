"""Merged events: a view, asked for with filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, delete, func, select, tuple_

from dateline import edtf
from dateline.model import Event, Participant
from dateline.register.doubts import sureness, waits
from dateline.store.entries import Entries
from dateline.store.records import packed, storable, unpacked
from dateline.store.search import mentions_with
from dateline.store.sql import add_new, chunks, expand, put
from dateline.store.tables import events, mentions, parties, reports, versions
from dateline.store.tallies import Tallies

SOME, LATEST = 250, 5000
"""So many versions of reports are looked at for what is new, and so many where those are not enough."""
OPEN = "~"
"""What sorts after every day: where events without one stand."""

Place = tuple[str, str]
"""Where an event stands in the order of a page: its day and its id."""


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are asked for; what is empty or null does not count. Parties are given by id, days as ISO 8601."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    outlets: tuple[str, ...] = ()
    min_principals: int = 0
    words: str | None = None  # that stand in the sentence of one of its mentions


class Events:
    """The merged events of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def put(self, event: Event) -> None:
        """Puts an event into the view."""
        first, last = days(event)
        row = {
            "id": event.id,
            "act": event.act,
            "status": event.status.value,
            "first": first,
            "last": last,
            "day": first or last,
            "principals": event.counts.principals,
            "data": packed(event),
            **doubts(event),
        }
        put(self.connection, events, row)
        self.connection.execute(delete(parties).where(parties.c.event == event.id))
        add_new(self.connection, parties, [{"event": event.id, **row} for row in party_rows(event)])
        Tallies(self.connection).put_event(event)

    def remove(self, ids: Iterable[str]) -> None:
        """Takes events, with their entries, out of the view."""
        gone = sorted(ids)
        Entries(self.connection).forsake(gone)
        Tallies(self.connection).remove_events(gone)
        for part in chunks(gone):
            self.connection.execute(delete(events).where(events.c.id.in_(part)))

    def clear(self) -> None:
        """Empties the view."""
        self.connection.execute(delete(parties))
        self.connection.execute(delete(events))

    def id(self, prefix: str) -> str:
        """The id that begins so; a :class:`NotFoundError` where there is none, or more than one."""
        return expand(self.connection, events.c.id, prefix, "event")

    def get(self, id: str) -> Event:
        """The event with this id."""
        return unpacked(Event, self.connection.execute(select(events.c.data).where(events.c.id == id)).scalar_one())

    def some(self, ids: Iterable[str]) -> dict[str, Event]:
        """The events with these ids that there are, by id."""
        queries = (select(events.c.data).where(events.c.id.in_(part)) for part in chunks(sorted(set(ids))))
        found = (unpacked(Event, data) for query in queries for data in self.connection.execute(query).scalars())
        return {event.id: event for event in found}

    def find(self, wanted: EventFilter) -> Iterator[Event]:
        """The events that a filter lets through, by day (open ones last) and id; a few at a time in memory."""
        query = self.filtered(select(events.c.data), wanted)
        query = query.order_by(*listed(newest=False))
        for data in self.connection.execute(query.execution_options(yield_per=200)).scalars():
            yield unpacked(Event, data)

    def page(
        self, wanted: EventFilter, limit: int, after: Place | None = None, newest: bool = False
    ) -> tuple[list[Event], Place | None]:
        """The next events that a filter lets through, and the place after which to go on, null at the end.

        They come in the order of :meth:`find`, or by day from the newest; open ones are the last either way.
        """
        query = self.filtered(select(events.c.data, events.c.day, events.c.id), wanted)
        query = query.order_by(*listed(newest)).limit(limit + 1)
        rows = list(self.connection.execute(query if after is None else query.where(beyond(after, newest))))
        last = (rows[limit - 1].day or OPEN, rows[limit - 1].id) if len(rows) > limit else None
        return [unpacked(Event, row.data) for row in rows[:limit]], last

    def differing(self, limit: int) -> list[Event]:
        """The events of which reports tell differently, from the newest day on, so many of them."""
        query = select(events.c.data).where(events.c.differs.is_not(None)).order_by(*listed(newest=True)).limit(limit)
        return [unpacked(Event, data) for data in self.connection.execute(query).scalars()]

    def waiting(self) -> Iterator[Event]:
        """The events about which a person is asked, the least sure first; a few at a time in memory."""
        query = select(events.c.data).where(events.c.waits.is_not(None)).order_by(events.c.waits, events.c.id)
        for data in self.connection.execute(query.execution_options(yield_per=100)).scalars():
            yield unpacked(Event, data)

    def questionable(self, acts: Iterable[str]) -> Iterator[Event]:
        """The events of which reports tell differently, or that are such acts, in the order of :meth:`find`."""
        query = select(events.c.data).where(events.c.differs.is_not(None) | events.c.act.in_(sorted(acts)))
        for data in self.connection.execute(query.order_by(*listed(newest=False)).execution_options(yield_per=200)).scalars():
            yield unpacked(Event, data)

    def newest(self, wanted: EventFilter, limit: int) -> list[tuple[Event, str]]:
        """The events whose last report came in last, each with the moment of that; older reports are not looked at."""
        for span in (SOME, LATEST):
            told = self.told_last(span)
            ids = sorted(sorted(told), key=told.__getitem__, reverse=True)
            allowed = self.allowed(ids, wanted)
            chosen = [id for id in ids if id in allowed][:limit]
            if len(chosen) == limit:
                break
        found = self.some(chosen)
        return [(found[id], told[id]) for id in chosen]

    def told_last(self, span: int) -> dict[str, str]:
        """The events that the last versions of reports tell of, so many of them, each with the moment of the last one."""
        latest = select(versions.c.seq, versions.c.recorded).order_by(versions.c.seq.desc()).limit(span)
        recorded = {seq: moment for seq, moment in self.connection.execute(latest)}  # noqa: C416  rows are no pairs to a type checker
        told: dict[str, str] = {}
        for part in chunks(recorded):  # by number: a database that joins all three begins with the mentions, which are many
            query = select(mentions.c.event, reports.c.version).join(reports, mentions.c.report == reports.c.id)
            query = query.where(reports.c.version.in_(part), mentions.c.event.is_not(None))
            for id, seq in self.connection.execute(query):
                told[id] = max(told.get(id, ""), recorded[seq])
        return told

    def allowed(self, ids: Sequence[str], wanted: EventFilter) -> set[str]:
        """Those of these events that a filter lets through."""
        parts = (self.filtered(select(events.c.id), wanted).where(events.c.id.in_(part)) for part in chunks(ids))
        return {id for query in parts for id in self.connection.execute(query).scalars()}

    def days(self, wanted: EventFilter) -> list[str]:
        """The days of the events that a filter lets through: the first that each date allows; open ones are left out."""
        return list(self.connection.execute(self.filtered(select(events.c.day), wanted).where(events.c.day.is_not(None))).scalars())

    def matching(self, wanted: EventFilter, most: int | None = None) -> int:
        """How many events a filter lets through; no more than so many are counted."""
        if most is None:
            return int(self.connection.execute(self.filtered(select(func.count()).select_from(events), wanted)).scalar_one())
        first = self.filtered(select(events.c.id), wanted).order_by(*listed(newest=True)).limit(most)
        return len(self.connection.execute(first).all())

    def filtered(self, query: Select[Any], wanted: EventFilter) -> Select[Any]:
        """The query with a filter's conditions."""
        if wanted.words:
            saying = select(mentions.c.event).where(mentions.c.id.in_(mentions_with(self.connection, wanted.words)))
            query = query.where(events.c.id.in_(saying))
        return filtered(query, wanted)

    def histogram(self, wanted: EventFilter, letters: int) -> dict[str, int]:
        """How many of the events that a filter lets through begin in each month (7 letters), year (4) or decade (3)."""
        query = self.filtered(select(events.c.day, func.count()), wanted).where(events.c.day.is_not(None))
        found = Counter[str]()
        for day, n in self.connection.execute(query.group_by(events.c.day)):  # days come as the index has them, labels are sorted
            found[day[:letters]] += n
        return dict(found)

    def count(self) -> int:
        """How many events there are."""
        return int(self.connection.execute(select(func.count()).select_from(events)).scalar_one())

    def by_report(self, ids: Sequence[str] | None = None) -> dict[str, list[str]]:
        """For each report (of these, if given) the ids of its events, sorted."""
        query = select(mentions.c.report, mentions.c.event).where(mentions.c.event.is_not(None)).distinct()
        if ids is not None:
            query = query.where(mentions.c.report.in_(ids))
        found: dict[str, list[str]] = {}
        for row in self.connection.execute(query.order_by(mentions.c.report, mentions.c.event)):
            found.setdefault(row.report, []).append(row.event)
        return found


def listed(newest: bool) -> tuple[Any, Any]:
    """The order of lists: by day, open ones last, and id; or from the newest day on, open ones last too."""
    return (events.c.day.desc().nulls_last(), events.c.id.desc()) if newest else (events.c.day.nulls_last(), events.c.id)


def beyond(after: Place, newest: bool) -> Any:
    """The condition that an event comes after a place in the order of :func:`listed`."""
    day, id = after
    if day in {OPEN, ""}:
        return events.c.day.is_(None) & (events.c.id < id if newest else events.c.id > id)
    key = tuple_(events.c.day, events.c.id)
    return events.c.day.is_(None) | (key < after if newest else key > after)


def days(event: Event) -> tuple[str | None, str | None]:
    """The first and the last day that an event's date allows; null where it is open."""
    if event.date is None or not edtf.is_edtf(event.date):
        return None, None
    first, last = edtf.bounds(event.date)
    return first.isoformat() if first else None, last.isoformat() if last else None


def doubts(event: Event) -> dict[str, str | int | None]:
    """In how many things the reports of an event differ, null where in none, and by what it is sorted among those that wait for a
    person, null where it does not.
    """
    waiting = storable(f"{sureness(event):.3f} {event.date or OPEN}") if waits(event) else None
    return {"differs": len(event.disagreements) or None, "waits": waiting}


def party_rows(event: Event) -> list[dict[str, str]]:
    """The parties of an event: those named, and those for which they act."""
    sides = (("actor", event.actors), ("recipient", event.recipients))
    return [{"side": side, "party": party} for side, of in sides for party in sorted(named(of))]


def named(participants: Sequence[Participant]) -> set[str]:
    """The ids under which a side can be asked for: a ministry also as its state."""
    actors = [participant.actor for participant in participants]
    return {id for actor in actors for id in (actor.id, actor.principal, actor.country) if id}


def filtered(query: Select[Any], wanted: EventFilter) -> Select[Any]:
    """The query with a filter's conditions."""
    for side, ids in (("actor", wanted.actors), ("recipient", wanted.recipients)):
        if ids:
            query = query.where(events.c.id.in_(select(parties.c.event).where(parties.c.side == side, parties.c.party.in_(ids))))
    if wanted.acts:
        query = query.where(events.c.act.in_(wanted.acts))
    if wanted.statuses:
        query = query.where(events.c.status.in_(wanted.statuses))
    if wanted.outlets:
        # Databases lower the Latin letters alone, so that other names have to be written as the outlet writes them.
        outlet = reports.c.outlet.in_(wanted.outlets) | func.lower(reports.c.outlet).in_([o.lower() for o in wanted.outlets])
        query = query.where(events.c.id.in_(select(mentions.c.event).join(reports).where(outlet)))
    if wanted.min_principals:
        query = query.where(events.c.principals >= wanted.min_principals)
    return within(query, wanted.since, wanted.until)


def within(query: Select[Any], since: str | None, until: str | None) -> Select[Any]:
    """The query for events that may lie in a span of days; an event without any date may not, once a day is asked for."""
    if since or until:
        query = query.where(events.c.day.is_not(None))
    if since:
        query = query.where(func.coalesce(events.c.last, "9999") >= since)
    if until:
        query = query.where(func.coalesce(events.c.first, "") <= until)
    return query
