"""Merged events: a view, asked for with filters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, delete, func, select, tuple_

from dateline import edtf
from dateline.model import Event, Participant
from dateline.store.entries import Entries
from dateline.store.records import packed, unpacked
from dateline.store.search import mentions_with
from dateline.store.sql import add_new, chunks, expand, put
from dateline.store.tables import events, mentions, parties, reports, versions

LATEST = 5000
"""So many versions of reports are looked at for what is new."""
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
            "principals": event.counts.principals,
            "data": packed(event),
        }
        put(self.connection, events, row)
        self.connection.execute(delete(parties).where(parties.c.event == event.id))
        add_new(self.connection, parties, [{"event": event.id, **row} for row in party_rows(event)])

    def remove(self, ids: Iterable[str]) -> None:
        """Takes events, with their entries, out of the view."""
        gone = sorted(ids)
        Entries(self.connection).forsake(gone)
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
        query = query.order_by(func.coalesce(events.c.first, events.c.last, OPEN), events.c.id)
        for data in self.connection.execute(query.execution_options(yield_per=200)).scalars():
            yield unpacked(Event, data)

    def page(
        self, wanted: EventFilter, limit: int, after: Place | None = None, newest: bool = False
    ) -> tuple[list[Event], Place | None]:
        """The next events that a filter lets through, and the place after which to go on, null at the end.

        They come in the order of :meth:`find`, or by day from the newest; open ones are the last either way.
        """
        key = func.coalesce(events.c.first, events.c.last, "" if newest else OPEN), events.c.id
        query = self.filtered(select(events.c.data, key[0].label("day"), key[1]), wanted)
        query = query.order_by(*((part.desc() if newest else part) for part in key)).limit(limit + 1)
        if after is not None:
            query = query.where(tuple_(*key) < after if newest else tuple_(*key) > after)
        rows = list(self.connection.execute(query))
        last = (rows[limit - 1].day, rows[limit - 1].id) if len(rows) > limit else None
        return [unpacked(Event, row.data) for row in rows[:limit]], last

    def newest(self, wanted: EventFilter, limit: int) -> list[tuple[Event, str]]:
        """The events whose last report came in last, each with the moment of that; older reports are not looked at."""
        last = select(versions.c.seq, versions.c.recorded).order_by(versions.c.seq.desc()).limit(LATEST).subquery()
        when = func.max(last.c.recorded).label("at")
        told = select(mentions.c.event, when).join(reports, mentions.c.report == reports.c.id)
        told = told.join(last, reports.c.version == last.c.seq)
        latest = told.where(mentions.c.event.is_not(None)).group_by(mentions.c.event).subquery()
        query = self.filtered(select(events.c.data, latest.c.at).join(latest, latest.c.event == events.c.id), wanted)
        rows = self.connection.execute(query.order_by(latest.c.at.desc(), events.c.id).limit(limit))
        return [(unpacked(Event, row.data), row.at) for row in rows]

    def days(self, wanted: EventFilter) -> list[str]:
        """The days of the events that a filter lets through: the first that each date allows; open ones are left out."""
        day = func.coalesce(events.c.first, events.c.last)
        return list(self.connection.execute(self.filtered(select(day), wanted).where(day.is_not(None))).scalars())

    def matching(self, wanted: EventFilter) -> int:
        """How many events a filter lets through."""
        return int(self.connection.execute(self.filtered(select(func.count()).select_from(events), wanted)).scalar_one())

    def filtered(self, query: Select[Any], wanted: EventFilter) -> Select[Any]:
        """The query with a filter's conditions."""
        if wanted.words:
            saying = select(mentions.c.event).where(mentions.c.id.in_(mentions_with(self.connection, wanted.words)))
            query = query.where(events.c.id.in_(saying))
        return filtered(query, wanted)

    def histogram(self, wanted: EventFilter, letters: int) -> dict[str, int]:
        """How many of the events that a filter lets through begin in each month (7 letters), year (4) or decade (3)."""
        label = func.substr(func.coalesce(events.c.first, events.c.last), 1, letters).label("label")
        query = self.filtered(select(label, func.count()), wanted).where(label.is_not(None)).group_by(label)
        return {label: n for label, n in self.connection.execute(query)}  # noqa: C416  rows are no pairs to a type checker

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


def days(event: Event) -> tuple[str | None, str | None]:
    """The first and the last day that an event's date allows; null where it is open."""
    if event.date is None or not edtf.is_edtf(event.date):
        return None, None
    first, last = edtf.bounds(event.date)
    return first.isoformat() if first else None, last.isoformat() if last else None


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
    return within(query, wanted.since, wanted.until).where(events.c.principals >= wanted.min_principals)


def within(query: Select[Any], since: str | None, until: str | None) -> Select[Any]:
    """The query for events that may lie in a span of days; an event without any date may not, once a day is asked for."""
    if since or until:
        query = query.where(func.coalesce(events.c.first, events.c.last).is_not(None))
    if since:
        query = query.where(func.coalesce(events.c.last, "9999") >= since)
    if until:
        query = query.where(func.coalesce(events.c.first, "") <= until)
    return query
