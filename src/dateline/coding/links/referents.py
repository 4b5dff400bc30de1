"""Which act a noun takes up: "over the move", "Pyongyang's decision", "this step"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.coding.spans import Spans
from dateline.model import ActorMention, EventMention, Polarity, Reading, Span, Token
from dateline.read import Tree

FARTHEST = 6
"""How many sentences back a noun may take up an act."""


def taken_up(
    noun: Token, told: Spans[EventMention], named: Spans[ActorMention], tree: Tree, *, by: Iterable[str] = ()
) -> tuple[EventMention, ...]:
    """The act, in all its parties, that a noun takes up: the nearest one told before it that is not denied.

    An act of the noun's owner ("Pyongyang's move") goes before any other, then one of the parties ``by``.
    """
    candidates = [e for e in told.inside(reach(noun, tree.reading)) if e.polarity is Polarity.POSITIVE]
    for wanted in (owners(noun, named, tree), frozenset(by)):
        own = [e for e in candidates if wanted & {p.actor.id for p in e.actors}]
        if own:
            return same_predicate(nearest(own), candidates)
    return same_predicate(nearest(candidates), candidates) if candidates else ()


def reach(noun: Token, reading: Reading) -> Span:
    """How far back from a noun acts are looked for."""
    return Span(reading.sentences[max(0, noun.sentence - FARTHEST)].span.start, noun.start)


def nearest(events: Sequence[EventMention]) -> EventMention:
    """The act told last."""
    return max(events, key=lambda e: e.predicate.start)


def same_predicate(event: EventMention, events: Iterable[EventMention]) -> tuple[EventMention, ...]:
    """All events of one predicate: "recognized Donetsk and Luhansk" is two."""
    return tuple(e for e in events if e.predicate == event.predicate and e.act == event.act)


def owners(noun: Token, named: Spans[ActorMention], tree: Tree) -> frozenset[str]:
    """The ids of the actors to whom a noun belongs, and of those for whom they act."""
    spans = [tree.subtree_span(c) for c in tree.children(noun, "poss", "amod", "compound", "nmod")]
    spans += [tree.subtree_span(p) for c in tree.children(noun, "prep") if c.text.lower() == "by" for p in tree.children(c, "pobj")]
    actors = [a for s in spans for m in named.inside(s) for a in m.actors]
    return frozenset(i for a in actors for i in (a.id, a.principal) if i)
