"""Whom a speech act is meant for where it names only the deed: "Brazil condemned *the raid*": whoever raided."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources

from dateline.coding.codebook import Codebook, Place, Role, Slot
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import Parties, without
from dateline.coding.syntax import Syntax
from dateline.model import Token

SPEECH = "speech"
FARTHEST = 4  # sentences back
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
DOER = Slot(Role.RECIPIENT, Place.OBJECT, inherits=True)


@lru_cache(maxsize=1)
def taken_up() -> dict[str, frozenset[str]]:
    """For each noun of ``data/taken_up.toml`` the acts that it may mean; an empty set for any."""
    raw = tomllib.loads((resources.files("dateline.coding") / "data" / "taken_up.toml").read_text("utf-8"))
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
        for other in reversed(before):
            roles = (Role.ACTOR, Role.BOTH, Role.RECIPIENT) if codebook.acts[other.frame.act].symmetric else (Role.ACTOR,)
            doers = without(other.parties(*roles), acting)
            near = 0 <= noun.sentence - other.predicate.sentence <= FARTHEST
            if near and doers and (not meant or other.frame.act in meant):
                return match._replace(fillers=(*match.fillers, Filler(DOER, noun, doers)))
    return match


def deeds(match: Match, syntax: Syntax) -> Iterator[Token]:
    """The nouns of a clause that take up a deed told before."""
    predicate = match.predicate
    nouns = [*syntax.objects(predicate), *(p.noun for p in syntax.own_phrases(predicate))]
    yield from (n for n in nouns if n.lemma.lower() in taken_up() and is_definite(n, syntax))


def is_definite(noun: Token, syntax: Syntax) -> bool:
    """Whether a noun means something known: "the raid", "this step"."""
    return any(d.text.lower() in DEFINITE for d in syntax.children(noun, "det"))
