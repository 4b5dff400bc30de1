"""Links between the acts of a report, by connectives that are data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.coding.links.lexicon import Connective, Connectives, connectives
from dateline.coding.links.referents import taken_up
from dateline.coding.spans import Spans
from dateline.model import ActorMention, EventMention, Link, LinkKind, Resolution, Token
from dateline.read import Tree

Tie = tuple[str, Link]
"""The id of the event that holds a link, and the link."""


def link_events(resolution: Resolution, events: tuple[EventMention, ...]) -> tuple[EventMention, ...]:
    """The same events with the links that the text makes between them added to those that they have."""
    found: dict[str, list[Link]] = {}
    for holder, link in Linker(resolution, events).ties():
        found.setdefault(holder, []).append(link)
    return tuple(replace(e, links=merged(e.links, found[e.id])) if e.id in found else e for e in events)


def merged(old: tuple[Link, ...], new: list[Link]) -> tuple[Link, ...]:
    """Links old and new, each once, in a stable order."""
    return tuple(sorted({*old, *new}, key=lambda k: (k.kind, k.event)))


@dataclass(frozen=True)
class Linker:
    """The acts of one report over its parse."""

    resolution: Resolution
    events: tuple[EventMention, ...]

    @cached_property
    def tree(self) -> Tree:
        """The parse."""
        return Tree(self.resolution.reading)

    @cached_property
    def told(self) -> Spans[EventMention]:
        """The acts by their predicates."""
        return Spans.of((e.predicate, e) for e in self.events)

    @cached_property
    def named(self) -> Spans[ActorMention]:
        """The mentions of actors by their place."""
        return Spans.of((m.span, m) for m in self.resolution.actors)

    @cached_property
    def words(self) -> Connectives:
        """The connectives in force."""
        return connectives()

    @cached_property
    def by_token(self) -> Mapping[int, tuple[EventMention, ...]]:
        """The events by the token that heads their predicate."""
        found: dict[int, tuple[EventMention, ...]] = {}
        for event in self.events:
            head = self.tree.head_of(event.predicate)
            if head is not None:
                found[head.i] = (*found.get(head.i, ()), event)
        return found

    def ties(self) -> Iterator[Tie]:
        """All links of the report."""
        for i, events in self.by_token.items():
            for event in events:
                yield from self.by_connective(event, self.tree[i])
                yield from self.by_performance(event, self.tree[i])

    def by_connective(self, event: EventMention, predicate: Token) -> Iterator[Tie]:
        """The links that connectives below a predicate, or below the verb that carries it, make."""
        for joint in self.joints(predicate):
            found = next(self.matches(joint), None)
            if found is not None:
                connective, below = found
                for other in self.targets(below, event):
                    yield from self.tie(connective, event, other)

    def joints(self, predicate: Token) -> Iterator[Token]:
        """The words that may open a connective: below the predicate, its object, or the clause that it stands in."""
        carriers = [predicate, *self.tree.children(predicate, "dobj", "xcomp")]
        for carrier in carriers:
            for child in self.tree.children(carrier):
                if child.dep in {"prep", "mark", "aux", "advmod", "pcomp"}:
                    yield child
                elif child.dep in {"advcl", "xcomp", "acl"}:
                    yield from self.tree.children(child, "mark", "aux", "prep")
                    yield child

    def matches(self, joint: Token) -> Iterator[tuple[Connective, Token]]:
        """The connectives that open at a word, the longest first, each with the word below which the other act stands."""
        for connective in self.words.by_first.get(joint.lemma.lower(), ()) or self.words.by_first.get(joint.text.lower(), ()):
            last = self.follow(joint, connective.words[1:])
            if last is not None:
                clausal = last.dep in {"mark", "aux"}
                yield connective, (self.tree[last.head] if clausal else last)

    def follow(self, token: Token, rest: tuple[str, ...]) -> Token | None:
        """The token at the end of a chain of words, each below the one before."""
        if not rest:
            return token
        below = next((c for c in self.tree.children(token) if c.lemma.lower() == rest[0]), None)
        return self.follow(below, rest[1:]) if below is not None else None

    def targets(self, below: Token, event: EventMention) -> tuple[EventMention, ...]:
        """The acts that stand below a connective, uppermost first; else the act that its noun takes up."""
        for token in sorted(self.tree.subtree(below), key=self.depth):
            others = tuple(e for e in self.by_token.get(token.i, ()) if e.predicate != event.predicate)
            if others:
                return others
        for noun in self.tree.children(below, "pobj"):
            if noun.lemma.lower() in self.words.taking_up:
                opposite = [p.actor.id for p in event.recipients]
                found = taken_up(noun, self.told, self.named, self.tree, by=opposite)
                return tuple(e for e in found if e.predicate != event.predicate)
        return ()

    def depth(self, token: Token) -> int:
        """How many words stand above a token."""
        return sum(1 for _ in self.tree.ancestors(token))

    def tie(self, connective: Connective, event: EventMention, other: EventMention) -> Iterator[Tie]:
        """The link that a connective makes of two acts, if it makes one."""
        if connective.reaction_only and not self.reacts(event, other):
            return
        if Link(LinkKind.CONTENT_OF, event.id) in other.links:  # "told them to leave": what is asked is no purpose
            return
        if connective.turn:
            yield other.id, Link(connective.kind, event.id)
        else:
            yield event.id, Link(connective.kind, other.id)

    def reacts(self, event: EventMention, other: EventMention) -> bool:
        """Whether an act can be the answer to another: a reaction, by somebody else."""
        mine = {p.actor.id for p in event.actors}
        return event.act in self.words.reactions and not mine & {p.actor.id for p in other.actors}

    def by_performance(self, event: EventMention, predicate: Token) -> Iterator[Tie]:
        """Letter, ceremony and certificate perform the act that stands below them: "sent a letter recognizing …"."""
        if event.act not in self.words.performing:
            return
        mine = {p.actor.id for p in event.actors}
        for token in self.tree.subtree(predicate):
            for other in self.by_token.get(token.i, ()):
                if other.act in self.words.performed and (not other.actors or mine & {p.actor.id for p in other.actors}):
                    yield event.id, Link(LinkKind.PERFORMS, other.id)
