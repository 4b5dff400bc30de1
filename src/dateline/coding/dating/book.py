"""The dated mentions of one report under what they are asked for: the same act of the same parties, an answered act, a predicate.

Built once for each step of sharing; every question then looks at a few mentions, however long the report is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from dateline.coding.dating.values import is_day
from dateline.model import DateRole, EventDate, EventMention, Participant, Span, Status

REAL = frozenset({Status.HAPPENED, Status.ONGOING})
OWN = (DateRole.HAPPENED, DateRole.EFFECTIVE)
"""The roles that date the act itself."""
BACK = 24
"""How many dated acts of a party are looked at, from the nearest backward."""
Key = tuple[object, ...]


def own_date(event: EventMention) -> EventDate | None:
    """The date of the act itself, not of its announcement."""
    return next((d for role in OWN for d in event.dates if d.role is role), None)


def own_day(event: EventMention) -> str | None:
    """The day of the act itself, if it is told."""
    date = own_date(event)
    return date.value if date and is_day(date.value) else None


def presupposed(event: EventMention) -> bool:
    """Whether an act is only taken for granted."""
    return any(a.presupposed for a in event.assertions)


def side(parties: Iterable[Participant]) -> frozenset[str]:
    """For whom the parties of one side act."""
    return frozenset(p.actor.principal or p.actor.id for p in parties)


class Shelf:
    """Mentions of one kind, by day and place."""

    def __init__(self) -> None:
        self.days: dict[str, list[tuple[int, int, EventMention]]] = {}

    def put(self, event: EventMention, day: str, order: int) -> None:
        """Keeps one more; they come in the order of the text."""
        self.days.setdefault(day, []).append((event.predicate.start, order, event))

    def nearest(self, day: str, place: int) -> EventMention:
        """The one of a day that stands nearest to a place."""
        rows = self.days[day]
        i = bisect_left(rows, (place,))
        return min(rows[max(0, i - 1) : i + 1], key=lambda row: abs(row[0] - place))[2]


class Book:
    """The mentions of one report that are dated to the day."""

    def __init__(self, events: Sequence[EventMention]) -> None:
        self.shelves: dict[Key, Shelf] = {}
        self.by_id: dict[str, tuple[int, EventMention]] = {}
        self.by_predicate: dict[Span, list[EventMention]] = {}
        self.by_actor: dict[str, list[tuple[int, int, EventMention]]] = {}
        for order, event in enumerate(sorted(events, key=lambda e: e.predicate.start)):
            day = own_day(event)
            if day:
                self.keep(event, day, order)

    def keep(self, event: EventMention, day: str, order: int) -> None:
        """Writes one dated mention under all that it is asked for."""
        for key in shelved(event):
            self.shelves.setdefault(key, Shelf()).put(event, day, order)
        self.by_id[event.id] = order, event
        self.by_predicate.setdefault(event.predicate, []).append(event)
        for id in {p.actor.id for p in event.actors}:
            self.by_actor.setdefault(id, []).append((event.predicate.start, order, event))

    def twins(self, event: EventMention) -> Iterator[tuple[str, EventMention]]:
        """The days of mentions of the same act of the same parties, each with the nearest mention that has it."""
        for key in sought(event):
            shelf = self.shelves.get(key)
            if shelf:
                yield from ((day, shelf.nearest(day, event.predicate.start)) for day in shelf.days)

    def toward(self, event: EventMention) -> Iterator[tuple[str, EventMention]]:
        """The days of mentions of the same act of others toward the same party, each with the nearest mention that has it."""
        acting, receiving = side(event.actors), side(event.recipients)
        shelf = self.shelves.get((kind(event), "any", receiving)) if acting and receiving else None
        nearest = ((day, shelf.nearest(day, event.predicate.start)) for day in shelf.days) if shelf else ()
        yield from ((day, other) for day, other in nearest if not acting & side(other.actors))

    def first_of(self, ids: Iterable[str]) -> EventMention | None:
        """The first of some mentions that is dated."""
        found = [self.by_id[id] for id in ids if id in self.by_id]
        return min(found, key=lambda row: row[0])[1] if found else None

    def before(self, event: EventMention) -> EventMention | None:
        """The nearest dated act before one that has one of its parties for its actor."""
        parties = {p.actor.id for p in (*event.actors, *event.recipients)}
        found = [row for id in parties for row in self.last_of(id, event.predicate.start)]
        return max(found, key=lambda row: (row[0], -row[1]))[2] if found else None

    def last_of(self, id: str, place: int) -> list[tuple[int, int, EventMention]]:
        """The dated acts of a party that end before a place, the last few."""
        rows = self.by_actor.get(id, [])
        i = bisect_left(rows, (place,))
        return [row for row in rows[max(0, i - BACK) : i] if row[2].predicate.end <= place]


def kind(event: EventMention) -> Key:
    """What two mentions must share to tell one act."""
    return event.act, event.status in REAL, event.polarity


def shelved(event: EventMention) -> list[Key]:
    """All under which a mention is kept: both sides, one side whatever the other, its predicate with its actors."""
    a, r, act = side(event.actors), side(event.recipients), kind(event)
    told = ("told", event.predicate, presupposed(event))
    return [(act, a, r), (act, a, "any"), (act, "any", r), (act, told, a), (act, told)]


def sought(event: EventMention) -> list[Key]:
    """Where the mentions of the same act stand: of the same parties, a side that either of them leaves open counting as the same,
    or, of one predicate told of several recipients, of the same actors.
    """
    a, r, act = side(event.actors), side(event.recipients), kind(event)
    told = ("told", event.predicate, presupposed(event))
    same = [(act, told, a), (act, told, frozenset())] if a else [(act, told)]
    none: frozenset[str] = frozenset()
    if a and r:
        return [(act, a, r), (act, a, none), (act, none, r), *same]
    return [(act, a, "any"), *same] if a else [(act, "any", r), *same] if r else list(same)
