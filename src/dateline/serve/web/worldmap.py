"""How everybody stands to one party, for the map: drawn by the browser, told in words by the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.model import EntryStatus, Layer, Relation
from dateline.register.answers import NO, YES
from dateline.register.register import Register
from dateline.register.rules import layers
from dateline.register.view import View
from dateline.resolve import Catalogue

ORDER = ("yes", "disputed", "no", "unknown")
WORDS = {
    Layer.STATE: ("recognize it", "do not recognize it"),
    Layer.GOVERNMENT: ("recognize its government", "do not recognize its government"),
    Layer.RELATIONS: ("have relations with it", "have none with it"),
    Layer.MISSION: ("keep a mission there", "keep none there"),
    Layer.TERRITORY: ("claim or hold it", "do not claim or hold it"),
    Layer.MEMBERSHIP: ("are members", "are no members"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A party on the map: how it stands to the one in the middle."""

    id: str
    name: str
    state: str  # yes, disputed, no, unknown
    row: Relation


@dataclass(frozen=True, slots=True)
class World:
    """The map around one party in one layer."""

    focus: str
    layer: Layer
    places: tuple[Place, ...]

    @property
    def words(self) -> tuple[str, str]:
        """What "yes" and "no" say in this layer."""
        return WORDS[self.layer]

    def count(self, state: str) -> int:
        """How many stand so."""
        return sum(place.state == state for place in self.places)


def holds(row: Relation) -> bool:
    """Whether the relation that its layer is asked for stands: "severed: yes" says that it does not.

    Of a territory claim, control and their recognition stand side by side: each is one that may stand.
    """
    wanted = layers()[row.layer].relations
    return row.answer == YES and row.relation in (wanted if row.layer is Layer.TERRITORY else wanted[:1])


def state_of(row: Relation) -> str:
    """How a row is drawn."""
    if row.answer not in {YES, NO}:
        return "unknown"
    if row.status is EntryStatus.DISPUTED:
        return "disputed"
    return "yes" if holds(row) else "no"


def world(register: Register, focus: str, view: View, known: Catalogue) -> World:
    """The map around a party, in the view's layer: what others say and do toward it, or, where layers have no direction, either."""
    layer = view.layer or Layer.STATE
    rows = register.relations(focus, None, view=replace(view, layer=layer))
    return World(focus, layer, tuple(places(rows, focus, layer, known)))


def places(rows: Iterable[Relation], focus: str, layer: Layer, known: Catalogue) -> list[Place]:
    """The parties of these rows, each once, the plainest of its rows first."""
    mutual = layers()[layer].pair
    found: dict[str, Place] = {}
    for row in sorted(rows, key=lambda row: ORDER.index(state_of(row))):
        other = row.from_ if row.to == focus else row.to if mutual else None
        party = known.party(other) if other else None
        if party is not None:
            found.setdefault(party.id, Place(party.id, party.name, state_of(row), row))
    return sorted(found.values(), key=lambda place: (ORDER.index(place.state), place.name))
