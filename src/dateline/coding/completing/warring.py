"""Talks between sides that are not named one by one: "peace talks between *Peru's warring parties* opened in Suva"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from dateline import knowledge
from dateline.coding.codebook import Category, Codebook
from dateline.coding.completing.slots import TABLE
from dateline.coding.completing.tables import ACT, WORDS, Tables, verb_of
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import STATES, Parties, distinct
from dateline.model import ActorKind, Participant, Token


@lru_cache(maxsize=1)
def words() -> Mapping[str, frozenset[str]]:
    """The words of ``warring.toml``."""
    return {name: frozenset(found) for name, found in knowledge.tables(__package__, "warring.toml")["words"].items()}


def with_sides(matches: Sequence[Match], codebook: Codebook, parties: Parties) -> list[Match]:
    """The matches with the talks between the warring sides of a state: its government and those who fight it."""
    frame = next(f for f in codebook.frames if f.act == ACT and f.category is Category.VERB and WORDS[Category.VERB] in f.lemmas)
    told = {m.predicate.i for m in matches}
    found = {}
    for talks, sides in of_sides(parties):
        verb, both = verb_of(talks, parties), sitting(sides, parties)
        if verb is not None and both and verb.i not in told and verb.lemma in Tables.load().taking_place:
            found[verb.i] = Match(frame, verb, (Filler(TABLE, talks, both),))
    return sorted([*matches, *found.values()], key=lambda m: m.predicate.i) if found else list(matches)


def of_sides(parties: Parties) -> Iterator[tuple[Token, Token]]:
    """The words for talks, each with the word for the sides that hold them."""
    syntax = parties.syntax
    for talks in syntax.tokens:
        if talks.text.lower() in words()["talks"]:
            behind = (p.noun for p in syntax.own_phrases(talks) if p.preposition in words()["between"])
            yield from ((talks, noun) for noun in behind if is_side(noun, parties))


def is_side(noun: Token, parties: Parties) -> bool:
    """Whether a noun means those who fight each other: "warring parties", "rival factions"."""
    told = {c.text.lower() for c in parties.syntax.children(noun, "amod", "compound")}
    return noun.text.lower() in words()["sides"] and bool(told & words()["warring"])


def sitting(sides: Token, parties: Parties) -> tuple[Participant, ...]:
    """A state and the armed group that the report names nearest to its warring sides; nothing where either is not told."""
    state = next((p for t in owners(sides, parties) for p in parties.at(t) if p.actor.kind in STATES), None)
    others = sorted(parties.by_head, key=lambda i: (abs(i - sides.i), i))
    group = next((p for i in others for p in parties.at(parties.syntax.tokens[i]) if is_armed(p)), None)
    return distinct((state, group)) if state is not None and group is not None else ()


def owners(sides: Token, parties: Parties) -> Iterator[Token]:
    """The words that may say whose the sides are: "*Peru's* warring parties", "the warring parties in *Peru*"."""
    syntax = parties.syntax
    behind = (p.noun for p in syntax.own_phrases(sides) if p.preposition in words()["of"])
    return chain(syntax.children(sides, "poss", "amod", "compound"), behind)


def is_armed(participant: Participant) -> bool:
    """Whether a party is an armed group of no state."""
    actor = participant.actor
    return actor.kind is ActorKind.GROUP and actor.sector in words()["armed"]
