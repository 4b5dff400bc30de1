"""What comes of matching: a frame of the codebook with the words of a clause that fill its slots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from dateline.coding.codebook import Frame, Role, Slot
from dateline.coding.parties import POLITICAL
from dateline.model import Participant, Token


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot: the word, and the parties that it names (none for words and content)."""

    slot: Slot
    token: Token
    parties: tuple[Participant, ...] = ()


class Match(NamedTuple):
    """A frame with a predicate and fillers."""

    frame: Frame
    predicate: Token
    fillers: tuple[Filler, ...]

    def parties(self, *roles: Role) -> tuple[Participant, ...]:
        """The parties in some roles, in the order of the frame."""
        return tuple(p for f in self.fillers if f.slot.role in roles for p in f.parties)

    def adding(self, *fillers: Filler) -> Match:
        """The match with further fillers, from outside of its clause."""
        return self._replace(fillers=(*self.fillers, *fillers))

    @property
    def words(self) -> tuple[Token, ...]:
        """The words that the frame asks for, in its order."""
        return tuple(f.token for f in self.fillers if f.slot.role is Role.WORDS)

    @property
    def weight(self) -> int:
        """How well the frame fits: what it asks for, and how many slots are filled."""
        return self.frame.weight + sum(filler_weight(f) for f in self.fillers)


def filler_weight(filler: Filler) -> int:
    """How much a filler tells: a party that is known most."""
    if filler.slot.role is Role.BOTH:
        return 4
    return 3 if any(p.actor.country or p.actor.kind in POLITICAL for p in filler.parties) else 1
