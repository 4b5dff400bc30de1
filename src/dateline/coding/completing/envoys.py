"""Envoys of whom nothing beside their name tells whose they are: "Robert Hale presented his credentials in Lima"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.coding.codebook import Codebook, Role
from dateline.coding.completing.slots import TAKEN_ACTOR
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import Parties, distinct
from dateline.model import ActorKind, Participant

MISSIONS = "mission"


def without_strangers(match: Match, codebook: Codebook, parties: Parties) -> Match:
    """The match of a mission's act without an envoy of no known state, so that whose he is can be told by the words around.

    Of one of whom the words tell where he is from ("Joni Tawa of Fiji") that state acts.
    """
    acting = match.parties(Role.ACTOR)
    persons = all(p.actor.kind is ActorKind.PERSON and p.actor.principal is None for p in acting)
    if codebook.acts[match.frame.act].layer != MISSIONS or not persons:
        return match
    if not match.parties(Role.RECIPIENT):  # who is sent, and where to, would both be guessed
        return match
    others = (f for f in match.fillers if f.slot.role is not Role.ACTOR)
    homes = (replace(f, parties=tuple(sent_by(p, parties) for p in f.parties)) for f in match.fillers if f.slot.role is Role.ACTOR)
    known = (f for f in homes if all(not parties.homeless(p.actor) for p in f.parties))
    return match._replace(fillers=(*known, *others))


def sent_by(envoy: Participant, parties: Parties) -> Participant:
    """The state of an envoy's country, which acts through him; himself where no country is known."""
    state = parties.catalogue.party(envoy.actor.country) if envoy.actor.country else None
    return replace(envoy, actor=parties.principal(parties.catalogue.actor(state.id)), person=envoy.actor.name) if state else envoy


def with_envoy(match: Match, before: Match) -> Match:
    """The match with the envoy told before as the person through whom his state acts; as it was where no state was found."""
    strangers, found = before.parties(Role.ACTOR), match.parties(Role.ACTOR)
    if not strangers or strangers == found:
        return match
    if len(found) != 1 or not match.parties(Role.RECIPIENT):
        return before
    sent = replace(found[0], person=strangers[0].actor.name, spans=strangers[0].spans)
    fillers = (f for f in match.fillers if f.slot.role is not Role.ACTOR)
    return match._replace(fillers=(*fillers, Filler(TAKEN_ACTOR, match.predicate, (sent,))))


def senders_to(receiving: Iterable[Participant], told: Iterable[Match]) -> tuple[Participant, ...]:
    """The states of which acts told in the report have the same state on the other side, without their persons."""
    wanted = {p.actor.id for p in receiving}
    matches = [m for m in told if wanted == {p.actor.id for p in m.parties(Role.RECIPIENT)}]
    return distinct(replace(p, person=None, spans=()) for m in matches for p in m.parties(Role.ACTOR))
