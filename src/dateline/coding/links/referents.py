"""Which act a noun takes up: "over the move", "Pyongyang's decision", "this step"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model import EventMention, Polarity, Resolution, Token
from dateline.read import Tree

FARTHEST = 6
"""How many sentences back a noun may take up an act."""


def taken_up(
    noun: Token, events: Sequence[EventMention], resolution: Resolution, *, by: Iterable[str] = ()
) -> tuple[EventMention, ...]:
    """The act, in all its parties, that a noun takes up: the nearest one told before it that is not denied.

    An act of the noun's owner ("Pyongyang's move") goes before any other, then one of the parties ``by``.
    """
    tree = Tree(resolution.reading)
    candidates = [e for e in events if before(e, noun, tree) and e.polarity is Polarity.POSITIVE]
    for wanted in (owners(noun, resolution, tree), frozenset(by)):
        own = [e for e in candidates if wanted & {p.actor.id for p in e.actors}]
        if own:
            return same_predicate(nearest(own), candidates)
    return same_predicate(nearest(candidates), candidates) if candidates else ()


def before(event: EventMention, noun: Token, tree: Tree) -> bool:
    """Whether an act is told before a noun and not too far from it."""
    if event.predicate.end > noun.start:
        return False
    words = tree.within(event.predicate)
    return bool(words) and noun.sentence - words[0].sentence <= FARTHEST


def nearest(events: Sequence[EventMention]) -> EventMention:
    """The act told last."""
    return max(events, key=lambda e: e.predicate.start)


def same_predicate(event: EventMention, events: Iterable[EventMention]) -> tuple[EventMention, ...]:
    """All events of one predicate: "recognized Donetsk and Luhansk" is two."""
    return tuple(e for e in events if e.predicate == event.predicate and e.act == event.act)


def owners(noun: Token, resolution: Resolution, tree: Tree) -> frozenset[str]:
    """The ids of the actors to whom a noun belongs, and of those for whom they act."""
    spans = [tree.subtree_span(c) for c in tree.children(noun, "poss", "amod", "compound", "nmod")]
    spans += [tree.subtree_span(p) for c in tree.children(noun, "prep") if c.text.lower() == "by" for p in tree.children(c, "pobj")]
    actors = [a for m in resolution.actors for a in m.actors if any(s.covers(m.span) for s in spans)]
    return frozenset(i for a in actors for i in (a.id, a.principal) if i)
