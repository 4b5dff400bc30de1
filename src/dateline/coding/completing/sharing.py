"""Parties that an act is shared with or taken over from: "after Russia and Syria", "joined Fiji in recognizing"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.coding.codebook import Category, Codebook, Role
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import STATES, Parties, without
from dateline.coding.syntax import Syntax
from dateline.model import Participant, Token

# "the third country after A and B to …", "following A, B recognized …": all of them did it.
ALSO = frozenset({"after", "following", "behind", "besides", "joining", "alongside", "like", "beside"})


def fill_inherited(found: Mapping[int, list[Match]]) -> dict[int, list[Match]]:
    """The matches with the roles filled that a slot may take from the same act told just before; without those left open."""
    result: dict[int, list[Match]] = {}
    last: dict[str, Match] = {}
    for i in sorted(found):
        kept: list[Match] = []
        for match in found[i]:
            whole = inherit(match, last.get(match.frame.act))
            if whole is not None:
                kept.append(whole)
                last[match.frame.act] = whole
        if kept:
            result[i] = kept
    return result


def inherit(match: Match, before: Match | None) -> Match | None:
    """The match with its open slots filled from the one before; None where they cannot be."""
    have = {f.slot.role for f in match.fillers}
    for slot in match.frame.slots:
        if not slot.inherits or slot.role in have:
            continue
        near = before is not None and (match.predicate.sentence - before.predicate.sentence <= 1 or same_actors(match, before))
        parties = without(before.parties(slot.role), match.parties(Role.ACTOR)) if before is not None and near else ()
        if not match.parties(Role.ACTOR):
            return None
        if not parties:
            if slot.role is Role.RECIPIENT and match.frame.category is Category.VERB:
                continue  # the words around may still tell it
            return None
        match = match.adding(Filler(slot, match.predicate, parties))
    return match


def same_actors(one: Match, other: Match) -> bool:
    """Whether two matches tell of the same actors."""
    actors = {p.actor.id for p in one.parties(Role.ACTOR)}
    return bool(actors) and actors == {p.actor.id for p in other.parties(Role.ACTOR)}


def shared(match: Match, codebook: Codebook, syntax: Syntax, parties: Parties) -> tuple[Participant, ...]:
    """The further actors of an act of the register's layers that a row of actors names."""
    if not codebook.acts[match.frame.act].pairwise or not match.parties(Role.ACTOR):
        return ()
    taken = [*match.parties(Role.ACTOR), *match.parties(Role.RECIPIENT)]
    found = [p for token in row(match.predicate, syntax) for p in parties.at(token) if p.actor.kind in STATES]
    return without(found, taken)


def row(predicate: Token, syntax: Syntax) -> Iterator[Token]:
    """The words that may name those who did it before: phrases of the clause, of its class noun, of what is above it."""
    heads: list[Token] = [predicate]
    above = syntax.head(predicate)
    if above is not None and (predicate.dep in {"acl", "relcl"} or (syntax.is_verb(above) and predicate.dep in {"ccomp", "advcl"})):
        heads.append(above)
        further = syntax.head(above)
        if further is not None and predicate.dep in {"acl", "relcl"}:
            heads.append(further)
    for head in heads:
        yield from (p.noun for p in syntax.own_phrases(head) if p.preposition in ALSO)
    if predicate.dep == "pcomp" and above is not None:
        joined = syntax.head(above)
        if joined is not None and joined.lemma in syntax.grammar.joining:
            yield from syntax.children(joined, "dobj")
