"""Who takes part, as merging compares it: by the party for which each actor acts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dateline.merge.words import stem
from dateline.model import Actor, Participant
from dateline.resolve.catalogue.files import folded

LOCAL = "u-"
"""How the id of an actor begins whom only one report knows: "rebels", "the Free Idra Front"."""
ABBREVIATED = 3
"""So many words of a name are told by their first letters: "Free Idra Front", "FIF"."""
BEHIND = re.compile(r" (?:of|in|from|led|loyal|backed|near|for|with|who) |,")
SMALL = frozenset({"and", "of", "the", "for", "in", "on", "de", "al"})


def party(actor: Actor) -> str:
    """The id of the party for which the actor acts and speaks: a ministry's, an envoy's, a leader's state. Whom only one report
    knows is known by what the report calls him, so that "rebels" here and "the rebels of Musa Kalembe" there may be one.
    """
    return actor.principal or (called(actor.name) if actor.id.startswith(LOCAL) else actor.id)


def label(actor: Actor) -> str | None:
    """The actor's name where it is the party's own; null for those who act for another."""
    return None if actor.principal and actor.principal != actor.id else actor.name


@lru_cache(maxsize=100_000)
def called(name: str) -> str:
    """What tells a party that no catalogue knows: of a proper name the first letters or the whole, of a noun its stem."""
    words = [w for w in name.replace(".", "").split() if w.casefold() not in SMALL]
    if len(words) >= ABBREVIATED and all(w[0].isupper() for w in words):
        return f"{LOCAL}{''.join(w[0] for w in words).casefold()}"
    head = BEHIND.split(name)[0].split()
    proper = not head or head[-1][0].isupper()
    return f"{LOCAL}{folded('-'.join(words)) if proper else stem(head[-1].casefold())}"


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
