"""Whom a speech act is meant for where it names only the deed: "Brazil condemned *the raid*": whoever raided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from dateline import knowledge
from dateline.coding.codebook import Codebook, Role
from dateline.coding.completing.slots import TAKEN_RECIPIENT
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import Parties, without
from dateline.coding.syntax import Syntax
from dateline.model import Token

SPEECH = "speech"
FARTHEST = 4  # sentences back
JUST = 1  # sentences back: "Fiji closed its embassy. Malta regretted the move."
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@lru_cache(maxsize=1)
def taken_up() -> dict[str, frozenset[str]]:
    """For each noun of ``taken_up.toml`` the acts that it may mean; an empty set for any."""
    raw = knowledge.tables(__package__, "taken_up.toml")
    return {noun: frozenset(group.get("acts", ())) for group in raw.values() for noun in group["nouns"]}


def with_doers(matches: Sequence[Match], codebook: Codebook, syntax: Syntax, parties: Parties) -> list[Match]:
    """The matches, in order, with the recipients of speech acts told by the deed that they are about."""
    result: list[Match] = []
    for match in matches:
        result.append(with_doer(match, result, codebook, syntax, parties))
    return result


def with_doer(match: Match, before: Sequence[Match], codebook: Codebook, syntax: Syntax, parties: Parties) -> Match:
    """The match with whoever did the deed last told as its recipient."""
    acting = match.parties(Role.ACTOR)
    if codebook.acts[match.frame.act].layer != SPEECH or not acting or match.parties(Role.RECIPIENT, Role.BOTH):
        return match
    for noun in deeds(match, syntax):
        if any(parties.owned_by(noun)):
            continue
        meant = taken_up()[noun.lemma.lower()]
        for other in told(noun, before, codebook):
            roles = (Role.ACTOR, Role.BOTH, Role.RECIPIENT) if codebook.acts[other.frame.act].symmetric else (Role.ACTOR,)
            doers = without(other.parties(*roles), acting)
            if doers and (not meant or other.frame.act in meant):
                return match.adding(Filler(TAKEN_RECIPIENT, noun, doers))
    return match


def told(noun: Token, before: Sequence[Match], codebook: Codebook) -> Iterator[Match]:
    """The deeds that a noun may take up: those just told, the nearest first, then the news of the report, then those before.

    A report's "move" or "decision" is mostly what its first sentence tells; "Turkey hailed the decision" is no praise of the
    praise told before.
    """
    near = [m for m in reversed(before) if 0 <= noun.sentence - m.predicate.sentence <= FARTHEST]
    if taken_up()[noun.lemma.lower()]:
        yield from near
        return
    deeds = [m for m in near if codebook.acts[m.frame.act].layer != SPEECH]
    news = [m for m in before if codebook.acts[m.frame.act].layer != SPEECH][:1]
    yield from (m for m in deeds if noun.sentence - m.predicate.sentence <= JUST)
    yield from news
    yield from deeds


def deeds(match: Match, syntax: Syntax) -> Iterator[Token]:
    """The nouns of a clause that take up a deed told before."""
    predicate = match.predicate
    nouns = [*syntax.objects(predicate), *(p.noun for p in syntax.own_phrases(predicate))]
    yield from (n for n in nouns if n.lemma.lower() in taken_up() and is_definite(n, syntax))


def is_definite(noun: Token, syntax: Syntax) -> bool:
    """Whether a noun means something known: "the raid", "this step"."""
    return any(d.text.lower() in DEFINITE for d in syntax.children(noun, "det"))
