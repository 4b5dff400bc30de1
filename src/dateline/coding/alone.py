"""Acts that concern nobody but whoever does them: "The president promised to repair the roads" is none between parties."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise

from dateline.coding.parties import STATES, Parties
from dateline.model import Actor, ActorKind, Participant, Sentence

WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Alone:
    """Which acts of whom need somebody else, which recipients are nobody else, and what tells of somebody else all the same."""

    acts: frozenset[str]
    orders: frozenset[str]
    loyal: frozenset[str]
    ruling: frozenset[str]
    ordinary: frozenset[str]
    others: frozenset[str]
    matters: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Alone:
        """The words of ``data/alone.toml``, read once."""
        raw = tomllib.loads((resources.files("dateline.coding") / "data" / "alone.toml").read_text("utf-8"))
        return Alone(*(frozenset(raw[name]) for name in ("acts", "orders", "loyal", "ruling", "ordinary", "others", "matters")))


def concerns_nobody_else(
    act: str, sentence: Sentence, acting: Sequence[Participant], receiving: Sequence[Participant], parties: Parties
) -> bool:
    """Whether an act that needs another party has none, neither among its recipients nor anywhere in its sentence."""
    words = Alone.load()
    if act in words.orders and receiving and all(p.actor.sector == "GOV" and parties.homeless(p.actor) for p in receiving):
        return all(p.actor.kind in STATES for p in acting)  # "ordered officials to hurry": its own
    if act in words.acts and receiving and all(p.actor.sector in words.loyal for p in acting) and is_home(acting, receiving):
        return True
    if act not in words.acts or len({p.actor.country for p in acting}) > 1 or not all(is_ruling(p.actor, words) for p in acting):
        return False
    own = {p.actor.country for p in acting} | {None}
    if any(p.actor.country not in own or is_party(p.actor, acting, parties) for p in receiving):
        return False
    text = WORD.findall(sentence.span.of(parties.syntax.reading.report.text).lower())
    if words.matters & {*text, *map(" ".join, pairwise(text))} or any(
        parties.agents.sector.get(word) in words.others for word in text
    ):
        return False
    return not any(actor.country not in own or is_party(actor, acting, parties) for actor in named(sentence, parties))


def is_home(acting: Sequence[Participant], receiving: Sequence[Participant]) -> bool:
    """Whether those who act turn to nobody but their own state."""
    own = {p.actor.country for p in acting} - {None}
    return all(p.actor.kind in STATES and p.actor.sector == "GOV" and p.actor.country in own for p in receiving)


def is_ruling(actor: Actor, words: Alone) -> bool:
    """Whether an actor is one of those who rule and are ruled as usual: no crowd, no movement, no body of many states."""
    return actor.kind is not ActorKind.IGO and (actor.sector is None or actor.sector in words.ruling)


def is_party(actor: Actor, acting: Sequence[Participant], parties: Parties) -> bool:
    """Whether an actor of no other country is a party of its own beside those who act: a movement, a body of states."""
    other = actor.id not in {p.actor.id for p in acting} and parties.political(Participant(actor))
    return other and (actor.kind in STATES or not (actor.sector is None or actor.sector in Alone.load().ordinary))


def named(sentence: Sentence, parties: Parties) -> Iterator[Actor]:
    """The actors named in a sentence or in the one before it, those who act for a state as that state.

    "Germany may expel Russians over the killing. The Kremlin has denied any involvement." concerns Germany.
    """
    syntax = parties.syntax
    before = syntax.reading.sentences[max(0, syntax.tokens[sentence.first].sentence - 1)]
    tokens = range(before.first, sentence.last)
    mentions = (parties.by_head[i] for i in tokens if i in parties.by_head)
    yield from (parties.principal(actor) for mention in mentions for actor in mention.actors)
