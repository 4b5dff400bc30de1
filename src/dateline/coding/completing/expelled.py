"""Who is expelled where only the report tells: "Malta expelled the Fijian envoy. *Chad expelled three people*": envoys too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.codebook import Role
from dateline.coding.completing.slots import TAKEN_RECIPIENT
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import STATES, Parties, without

PEOPLE, ENVOYS = "coerce", "expel_diplomat"
EXPEL = "expel"


def with_envoys(matches: Sequence[Match], parties: Parties) -> list[Match]:
    """The matches, in order, with expulsions of people of whom nothing is told as those of the envoys spoken of before."""
    result: list[Match] = []
    for match in matches:
        before = next((m for m in reversed(result) if m.frame.act == ENVOYS and m.parties(Role.RECIPIENT)), None)
        result.append(expulsion(match, before) if before and of_unknown(match, parties) else match)
    return result


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
