"""Who is expelled where only the report tells ("Malta expelled the Fijian envoy. *Chad expelled three people*": envoys too), and
who expels where only the place tells ("Two Fijian envoys were told to leave *Malta*").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.codebook import Role
from dateline.coding.completing.slots import TAKEN_ACTOR, TAKEN_RECIPIENT
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import COUNTRY, STATES, Parties, without
from dateline.coding.syntax import Syntax

PEOPLE, ENVOYS = "coerce", "expel_diplomat"
EXPEL = "expel"
OF_HOSTS = frozenset({ENVOYS, "summon_envoy"})
"""What a state does to the envoys of others on its soil."""
NEAR = 2
"""Sentences within which the host that is spoken of stays the same."""


def with_envoys(matches: Sequence[Match], parties: Parties) -> list[Match]:
    """The matches, in order, with expulsions of people of whom nothing is told as those of the envoys spoken of before."""
    result: list[Match] = []
    for match in matches:
        before = next((m for m in reversed(result) if m.frame.act == ENVOYS and m.parties(Role.RECIPIENT)), None)
        told = expulsion(match, before) if before and of_unknown(match, parties) else match
        result.append(with_expeller(told, result))
    return result


def with_expeller(match: Match, before: Sequence[Match]) -> Match:
    """The match of envoys of whom nobody is told who expels them with the state that expelled or summoned others just before: "Fiji
    summoned the Maltese envoy. *Two Cuban diplomats were told to leave*"; where it is they who are meant, with the other side.
    """
    sent = match.parties(Role.RECIPIENT)
    if match.frame.act != ENVOYS or not sent or match.parties(Role.ACTOR, Role.BOTH):
        return match
    near = (m for m in reversed(before) if match.predicate.sentence - m.predicate.sentence <= NEAR)
    last = next((m for m in near if m.frame.act in OF_HOSTS and m.parties(Role.ACTOR) and m.parties(Role.RECIPIENT)), None)
    sides = (last.parties(Role.ACTOR), last.parties(Role.RECIPIENT)) if last else ()
    host = next((side for side in sides if without(side, sent) == side), ())
    return match.adding(Filler(TAKEN_ACTOR, match.predicate, host)) if len(host) == 1 else match


def with_host(match: Match, syntax: Syntax, parties: Parties) -> Match:
    """The match with the state that envoys are told to leave, out of which they are thrown, or in which they are, as who expels
    them, where no other is told.
    """
    if match.frame.act != ENVOYS or match.parties(Role.ACTOR, Role.BOTH):
        return match
    sent = {p.actor.id for p in match.parties(Role.RECIPIENT)}
    told = (c for c in syntax.children(match.predicate, "xcomp", "ccomp") if c.lemma in syntax.grammar.leaving)
    left = [p.noun for p in syntax.own_phrases(match.predicate) if p.preposition in syntax.grammar.left_behind]
    left += [p.noun for word in match.words for p in syntax.own_phrases(word) if p.preposition in {"in", "to", "at"}]
    places = (parties.at(noun, COUNTRY) for noun in (*left, *(noun for clause in told for noun in syntax.objects(clause))))
    host = next((found for found in places if found and found[0].actor.id not in sent), ())
    return match._replace(fillers=(*match.fillers, Filler(TAKEN_ACTOR, match.predicate, host))) if host else match


def of_unknown(match: Match, parties: Parties) -> bool:
    """Whether a match tells that people are expelled of whom the text names no country."""
    told = [p.actor for p in match.parties(Role.RECIPIENT, Role.BOTH)]
    own = {p.actor.country for p in match.parties(Role.ACTOR)}
    expelled = match.frame.act == PEOPLE and match.predicate.lemma == EXPEL and bool(own)
    return expelled and all(parties.homeless(a) or (a.kind not in STATES and a.country in own) for a in told)


def expulsion(match: Match, before: Match) -> Match:
    """The match as an expulsion of the envoys of whom the one before tells."""
    acting = match.parties(Role.ACTOR)
    senders = without(before.parties(Role.RECIPIENT), acting) or without(before.parties(Role.ACTOR), acting)
    if not senders:
        return match
    kept = tuple(f for f in match.fillers if f.slot.role is Role.ACTOR)
    return match._replace(
        frame=replace(match.frame, act=ENVOYS, mode=None), fillers=(*kept, Filler(TAKEN_RECIPIENT, match.predicate, senders))
    )
