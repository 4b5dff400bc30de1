"""Who recognizes, who has relations: counts with their list, their order, and what is open or disputed in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.model import EntryStatus, Layer, PartyKind, Relation, UsageError
from dateline.register.answers import UNKNOWN, YES
from dateline.register.entries import Parties
from dateline.register.register import Register
from dateline.register.rules import universes
from dateline.register.slots import giver
from dateline.register.standings import Standing
from dateline.register.view import View
from dateline.register.windows import Window

DEFAULT_UNIVERSE = "un_member"


@dataclass(frozen=True, slots=True)
class Counted:
    """One row of a count. ``ordinal`` is the place in the order of first acts, those that have ended included; null where dates
    leave it open, and then ``between`` holds the first and the last place that it may be.
    """

    actor: str
    name: str
    relation: Relation
    ordinal: int | None
    between: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Count:
    """Who stands in a relation to one party on a day, within a universe."""

    entity: str
    layer: Layer
    universe: str
    view: View
    rows: tuple[Counted, ...]
    unknown: tuple[Counted, ...]
    ordinals: tuple[Counted, ...]  # of everyone who ever did, also of those who do no more

    @property
    def n(self) -> int:
        """How many there are."""
        return len(self.rows)

    @property
    def disputed(self) -> int:
        """How many of them somebody disputes."""
        return sum(row.relation.status is EntryStatus.DISPUTED for row in self.rows)

    @property
    def implied(self) -> int:
        """How many of them follow by rule only."""
        return sum(row.relation.implied_by is not None for row in self.rows)

    def of(self, actor: str) -> Counted | None:
        """The row of one party, whether it still does or not; null where it never did."""
        return next((row for row in self.ordinals if row.actor == actor), None)


@dataclass(frozen=True, slots=True)
class First:
    """When a party first came into the relation; not ``sure`` where it may never have."""

    actor: str
    window: Window
    sure: bool


def recognizers(
    register: Register, entity: str, *, view: View, universe: str = DEFAULT_UNIVERSE, layer: Layer = Layer.STATE
) -> Count:
    """Who recognizes an entity on a day; with another layer who has relations with it, or keeps a mission there."""
    members = universe_of(universe)
    viewed = replace(view, layer=layer)
    found = [
        (other, standing)
        for standing in register.standings(entity, None, viewed, to=True)
        if (other := giver(standing.slot, entity))
        if within(register.parties, other, members)
    ]
    return count_of(register.parties, entity, found, viewed, universe, layer)


def count_of(
    parties: Parties, entity: str, found: Sequence[tuple[str, Standing]], view: View, universe: str, layer: Layer
) -> Count:
    """The count that the standings of all other parties make."""
    firsts = [First(other, s.first, s.sure) for other, s in found if s.first]
    answers = {other: s.relation for other, s in found}
    places = places_of(firsts)
    rows = [counted(parties, other, row, places) for other, row in sorted(answers.items())]
    primary = {s.slot.primary for _, s in found}
    holding = [r for r in rows if r.relation.answer == YES and r.relation.relation in primary]
    return Count(
        entity, layer, universe, view,
        in_order(holding, firsts),
        tuple(r for r in rows if r.relation.answer == UNKNOWN),
        in_order([r for r in rows if r.actor in places], firsts),
    )  # fmt: skip


def universe_of(name: str) -> frozenset[str]:
    """The kinds of a universe; a :class:`UsageError` that lists them where there is none of that name."""
    if name not in universes():
        raise UsageError(f"unknown universe {name!r}; there are {', '.join(universes())}")
    return universes()[name]


def within(parties: Parties, id: str, kinds: frozenset[str]) -> bool:
    """Whether a party is of one of these kinds; whom nobody knows is of none."""
    party = parties.party(id)
    return str(party.standing if party else PartyKind.NONE) in kinds


def places_of(firsts: Sequence[First]) -> dict[str, tuple[int, int]]:
    """The first and the last place that each party may take in the order; those of one day share theirs."""
    begun = sorted(f.window.first for f in firsts)
    over = sorted(f.window.last for f in firsts if f.sure)
    own: dict[str, list[First]] = {}
    for first in firsts:
        own.setdefault(first.actor, []).append(first)
    return {one.actor: between(one, begun, over, own[one.actor]) for one in firsts}


def between(one: First, begun: Sequence[int], over: Sequence[int], own: Iterable[First]) -> tuple[int, int]:
    """The places that a party may take: behind all that surely came before, not behind any that can only have come after; its
    own windows do not count.
    """
    days = one.window
    before = bisect_left(over, days.first) - sum(f.sure and f.window.last < days.first for f in own)
    perhaps = bisect_left(begun, days.last) - sum(f.window.first < days.last for f in own)
    return 1 + before, 1 + max(before, perhaps)


def counted(parties: Parties, actor: str, row: Relation, places: dict[str, tuple[int, int]]) -> Counted:
    """One row of the count."""
    party = parties.party(actor)
    first, last = places.get(actor, (0, 0))
    return Counted(actor, party.name if party else actor, row, first if first == last and first else None, (first, last))


def in_order(rows: Iterable[Counted], firsts: Iterable[First]) -> tuple[Counted, ...]:
    """The rows in the order of first acts."""
    windows = {f.actor: f.window for f in firsts}
    return tuple(sorted(rows, key=lambda r: (windows.get(r.actor, Window(0, 0)), r.actor)))
