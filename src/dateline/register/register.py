"""The register: entries and rulings, found by pair and by party, and the questions that are asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from dateline.model import Entry, Layer, NotFoundError, Party, Relation, Ruling
from dateline.register.answers import relation_on
from dateline.register.derive import Derived, derive
from dateline.register.entries import Parties, pairs
from dateline.register.slots import Slot, giver
from dateline.register.standings import Standing, standing_on
from dateline.register.view import View, in_force, visible, withdrawn

Pair = tuple[str, str]


def pair_of(a: str, b: str) -> Pair:
    """Two parties, the one that sorts first in front."""
    return (a, b) if a <= b else (b, a)


def derived_of(entries: Iterable[Entry], parties: Parties, view: View, rulings: Iterable[Ruling] = ()) -> dict[Slot, Derived]:
    """What entries make of the slots that they bear on: all of one pair, with the annexations of either party."""
    return derive(visible(entries, rulings, view), parties, view)


def relations_of(entries: Iterable[Entry], parties: Parties, view: View, rulings: Iterable[Ruling] = ()) -> tuple[Relation, ...]:
    """How the slots of these entries stand on the view's day (its layer only, if it names one), in a stable order."""
    if view.on is None:
        raise ValueError("a view on relations needs its day")
    found = derived_of(entries, parties, view, rulings)
    return tuple(relation_on(d, view.on, parties, view) for slot, d in found.items() if view.layer in {None, slot.layer})


class Register:
    """Entries in memory, indexed by pair; the store can serve the same functions from its tables."""

    def __init__(self, entries: Iterable[Entry], parties: Parties, rulings: Iterable[Ruling] = ()) -> None:
        self.entries = tuple(entries)
        self.parties = parties
        self.rulings = tuple(rulings)

    @cached_property
    def by_pair(self) -> Mapping[Pair, tuple[Entry, ...]]:
        """The entries of each pair."""
        found: dict[Pair, list[Entry]] = {}
        for entry in self.entries:
            for pair in pairs(entry):
                found.setdefault(pair, []).append(entry)
        return {pair: tuple(found[pair]) for pair in sorted(found)}

    @cached_property
    def counterparts(self) -> Mapping[str, tuple[str, ...]]:
        """For each party those with which it shares an entry."""
        found: dict[str, set[str]] = {}
        for a, b in self.by_pair:
            found.setdefault(a, set()).add(b)
            found.setdefault(b, set()).add(a)
        return {id: tuple(sorted(others)) for id, others in found.items()}

    @cached_property
    def annexed(self) -> Mapping[str, tuple[Entry, ...]]:
        """For each party the entries that tell of its annexation."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.act == "annex":
                found.setdefault(entry.recipient, []).append(entry)
        return {id: tuple(told) for id, told in found.items()}

    def id_of(self, party: str, on: str | None = None) -> str:
        """The id of a party given by id, code or name; a :class:`NotFoundError` where nobody bears it."""
        if self.parties.party(party) is not None or party in self.counterparts:
            return party
        found = self.parties.find(party, on)
        if not found:
            raise NotFoundError(f"no party is called {party!r}")
        return found[0].id

    def party(self, id: str) -> Party | None:
        """The party with this id."""
        return self.parties.party(id)

    def relevant(self, a: str, b: str) -> tuple[Entry, ...]:
        """The entries that bear on how two parties stand: theirs, and those that tell of the end of either."""
        own = self.by_pair.get(pair_of(a, b), ())
        ends = (*self.annexed.get(a, ()), *self.annexed.get(b, ()))
        return (*own, *(e for e in ends if e not in own))

    def derived(self, a: str, b: str, view: View) -> dict[Slot, Derived]:
        """What is derived of the slots between two parties."""
        found = derived_of(self.relevant(a, b), self.parties, view, self.rulings)
        return {slot: d for slot, d in found.items() if {a, b} <= {*slot.parties} and view.layer in {None, slot.layer}}

    def standings(self, a: str, b: str | None, view: View, *, to: bool = False) -> Iterator[Standing]:
        """How each slot between a party and another, or all others, stands on the view's day; where ``to`` only those that are a
        relation of the other to the party.
        """
        on = dated(view)
        others = (b,) if b is not None else self.counterparts.get(a, ())
        slots = (d for other in others for d in self.derived(a, other, view).values())
        return (standing_on(d, on, self.parties, view) for d in slots if not to or giver(d.slot, a))

    def relations(self, a: str, b: str | None = None, *, view: View) -> tuple[Relation, ...]:
        """How a party stands to another, or to all, on the view's day; one row for each slot of which anything is told."""
        return tuple(sorted((s.relation for s in self.standings(a, b, view) if s.told), key=row_key))

    def relation(self, layer: Layer, a: str, b: str, *, view: View) -> Relation | None:
        """How one layer stands from a party to another; null where nothing is told of it."""
        rows = self.relations(a, b, view=replace(view, layer=layer))
        found = [r for r in rows if (r.from_, r.to) == (a, b)] or [r for r in rows if layer is Layer.RELATIONS]
        return found[0] if found else None

    def history(self, a: str, b: str, view: View) -> tuple[Entry, ...]:
        """Every entry between two parties that counts in a view, by date."""
        return tuple(entry for entry, ruling in self.chronicle(a, b, view) if ruling is None)

    def chronicle(self, a: str, b: str, view: View) -> tuple[tuple[Entry, Ruling | None], ...]:
        """Every entry between two parties that a view knows, by date, each with the ruling that has taken it out since."""
        own = self.by_pair.get(pair_of(a, b), ())
        out = withdrawn(in_force(self.rulings, view))
        every = sorted(visible(own, (), view).entries, key=lambda e: (e.valid is None, e.valid or "", e.known or "", e.act, e.id))
        return tuple((entry, out.get(entry.id)) for entry in every)

    def each(self, view: View) -> Iterator[Derived]:
        """What is derived of every slot, pair by pair."""
        for a, b in self.by_pair:
            yield from self.derived(a, b, view).values()


def dated(view: View) -> str:
    """The day that a view asks for, once the view has been checked."""
    if view.checked().on is None:
        raise ValueError("a view on relations needs its day")
    return str(view.on)


def row_key(row: Relation) -> tuple[str, ...]:
    """What rows are sorted by."""
    return row.from_, row.to, row.layer, row.of_state or "", row.relation
