"""Who takes part, as merging compares it: by the party for which each actor acts."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Actor, Participant
from dateline.resolve.catalogue.files import folded


def party(actor: Actor) -> str:
    """The id of the party for which the actor acts and speaks: a ministry's, an envoy's, a leader's state."""
    return actor.principal or actor.id


def side(participants: Iterable[Participant]) -> frozenset[str]:
    """The parties of one side."""
    return frozenset(party(p.actor) for p in participants)


def persons(participants: Iterable[Participant]) -> tuple[tuple[str, str], ...]:
    """The parties with the persons who act for them, where named."""
    return tuple(sorted({(party(p.actor), p.person) for p in participants if p.person}))


def same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: the words of one are all in the other ("Lavrov", "Sergei Lavrov")."""
    first, second = name_words(a), name_words(b)
    return bool(first and second) and (first <= second or second <= first)


def name_words(name: str) -> frozenset[str]:
    """The words of a name without case, accents, points and hyphens."""
    return frozenset("".join(c if c.isalnum() else " " for c in folded(name)).split())
