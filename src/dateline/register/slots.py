"""A slot is what has a state: recognition of one party by another, relations of a pair, a mission of one to another."""

from __future__ import annotations

from typing import NamedTuple

from dateline.model import Entry, Layer
from dateline.register.rules import Effect, layers


class Slot(NamedTuple):
    """One question that the register answers: in which layer, from whom, to whom; of which state, or which tie to a territory."""

    layer: Layer
    from_: str
    to: str
    of: str = ""
    aspect: str = ""

    @property
    def primary(self) -> str:
        """The relation that is asked for."""
        return self.aspect or layers()[self.layer].relations[0]

    @property
    def parties(self) -> tuple[str, ...]:
        """Whose end ends it."""
        return tuple(sorted({self.from_, self.to} | ({self.of} if self.of else set())))


def slot_of(effect: Effect, actor: str, recipient: str, of_state: str | None = None) -> Slot:
    """The slot that an act between two parties bears on; of a pair the party that sorts first stands first."""
    if layers()[effect.layer].pair and recipient < actor:
        actor, recipient = recipient, actor
    keeps_state = effect.layer is Layer.GOVERNMENT or effect.aspect == "recognizes_claim"
    return Slot(effect.layer, actor, recipient, (of_state or "") if keeps_state else "", effect.aspect)


def entry_slot(effect: Effect, found: Entry) -> Slot:
    """The slot that an entry bears on."""
    return slot_of(effect, found.actor, found.recipient, found.of_state)


def is_mutual(layer: Layer) -> bool:
    """Whether a layer's relations are of both parties alike."""
    return layers()[layer].pair


def giver(slot: Slot, party: str) -> str | None:
    """Whose relation to the party a slot is; null where it is the party's to another."""
    if slot.to == party:
        return slot.from_
    return slot.to if is_mutual(slot.layer) and slot.from_ == party else None
