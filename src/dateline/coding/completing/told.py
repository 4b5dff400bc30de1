"""Whose relations are meant where a sentence names nobody: "Ghana broke with Togo in 1982. *Relations were restored* in 1991"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.codebook import Codebook, Role
from dateline.coding.completing.slots import TAKEN_ACTOR, TAKEN_RECIPIENT
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import STATES, distinct, without
from dateline.model import Participant

RELATIONS = "relations"
MISSIONS = "mission"
HOST = "host"  # the mode of acts that the receiving state does
FARTHEST = 5  # sentences back


def with_pair_told(match: Match, before: Sequence[Match], codebook: Codebook) -> Match:
    """The match of relations of which nobody is told with the two whose relations were told last, where that sentence tells of
    no others.
    """
    if not of_relations(match, codebook) or match.parties(Role.ACTOR, Role.RECIPIENT, Role.BOTH):
        return match
    couples = list(last_told(match, before, codebook))
    if not couples or len({frozenset(p.actor.id for p in couple) for couple in couples}) > 1 or len(couples[0]) != 2:
        return match
    acting, receiving = couples[0]
    return match.adding(Filler(TAKEN_ACTOR, match.predicate, (acting,)), Filler(TAKEN_RECIPIENT, match.predicate, (receiving,)))


def with_host_told(match: Match, before: Sequence[Match], codebook: Codebook) -> Match:
    """The match of a mission's act that tells not where, with where others' are of whom the same was told: "Peru shut its embassy
    in Suva. Britain and Norway closed their missions too".
    """
    acting = match.parties(Role.ACTOR)
    if codebook.acts[match.frame.act].layer != MISSIONS or not acting or match.parties(Role.RECIPIENT, Role.BOTH):
        return match
    same = [m for m in before if m.frame.act == match.frame.act and m.frame.mode != HOST and m.parties(Role.RECIPIENT)]
    hosts = distinct(p for m in same for p in m.parties(Role.RECIPIENT) if p.actor.kind in STATES)
    if len(hosts) != 1 or not without(hosts, acting):
        return match
    return match.adding(Filler(TAKEN_RECIPIENT, match.predicate, hosts))


def last_told(match: Match, before: Sequence[Match], codebook: Codebook) -> Iterator[tuple[Participant, ...]]:
    """The states of each act of relations in the last sentence that tells any, not farther back than a reader looks."""
    here, last = match.predicate.sentence, None
    for other in reversed(before):
        number = other.predicate.sentence
        if here - number > FARTHEST or (last is not None and number != last):
            return
        states = couple(other) if of_relations(other, codebook) else ()
        if states:
            last = number
            yield states


def of_relations(match: Match, codebook: Codebook) -> bool:
    """Whether a match is of diplomatic relations."""
    return codebook.acts[match.frame.act].layer == RELATIONS


def couple(match: Match) -> tuple[Participant, ...]:
    """The states on the sides of an act, those who act first."""
    parties = (match.parties(Role.ACTOR), match.parties(Role.BOTH), match.parties(Role.RECIPIENT))
    return distinct(p for side in parties for p in side if p.actor.kind in STATES)
