"""Rebels who are told by a noun or by their leader: "the guerrillas", "rebel leader Asker", "the Front for Renewal".

Where the same government signs with rebels on the same day, the three are one party: what a report calls a party that no catalogue
knows says little, and a leader's name nothing. Two that are named by other names stay two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.merge.families import family, table
from dateline.merge.parties import LOCAL, party
from dateline.model import Actor, ActorKind, EventMention, Member, Participant

ANY = "u-faction"
"""What all factions are called in a block's key: an id that no party bears."""


@cache
def sectors(which: str) -> frozenset[str]:
    """The sectors of one of the lists of factions.toml."""
    found = table("factions.toml")["sectors"][which]
    return frozenset(map(str, found)) if isinstance(found, list) else frozenset()


def is_faction(actor: Actor) -> bool:
    """Whether an actor may be an armed group or its leader, and is no state's."""
    if actor.principal is not None:
        return False
    if actor.kind is ActorKind.ORGANIZATION and actor.id.startswith(LOCAL):
        return actor.sector in sectors("perhaps")
    return actor.kind in {ActorKind.GROUP, ActorKind.PERSON} and actor.sector in sectors("armed")


def is_named(actor: Actor) -> bool:
    """Whether an actor is a group with a name of its own, not one told by a noun or by its leader."""
    return actor.kind is not ActorKind.PERSON and actor.name[:1].isupper()


def parties_at_table(participants: Sequence[Participant], act: str) -> list[str]:
    """The parties of a side in the order in which they are named; where an act binds both alike all factions are called alike."""
    mutual = family(act).mutual
    return list(dict.fromkeys(ANY if mutual and is_faction(p.actor) else party(p.actor) for p in participants))


def factions(mention: EventMention) -> frozenset[tuple[str, bool]]:
    """The factions of a mention of an act that binds both alike, each with whether it is named."""
    if not family(mention.act).mutual:
        return frozenset()
    everybody = (*mention.actors, *mention.recipients)
    return frozenset((party(p.actor), is_named(p.actor)) for p in everybody if is_faction(p.actor))


def under_one_name(members: Sequence[Member]) -> Sequence[Member]:
    """The members of an event with its one faction under its own name in all of them; a leader acts for it."""
    told = [p.actor for m in members for p in parties(m) if is_faction(p.actor)] if family(members[0].mention.act).mutual else []
    apart = any(sum(is_faction(p.actor) for p in parties(m)) > 1 for m in members)
    named = {party(a) for a in told if is_named(a)}
    if apart or len(named) > 1 or len({party(a) for a in told}) < 2:
        return members
    often = Counter(party(a) for a in told)
    best = min(told, key=lambda a: (not is_named(a), a.kind is ActorKind.PERSON, -often[party(a)], party(a), repr(a)))
    return [replace(m, mention=renamed(m.mention, best)) for m in members]


def renamed(mention: EventMention, faction: Actor) -> EventMention:
    """The mention with its faction as this one."""
    actors, recipients = (tuple(called(p, faction) for p in side) for side in (mention.actors, mention.recipients))
    return replace(mention, actors=actors, recipients=recipients)


def called(participant: Participant, faction: Actor) -> Participant:
    """A faction as this one, with its leader as who acts for it; anybody else as he is."""
    actor = participant.actor
    if not is_faction(actor) or party(actor) == party(faction):
        return participant
    leader = actor.name if actor.kind is ActorKind.PERSON and faction.kind is not ActorKind.PERSON else None
    return replace(participant, actor=faction, person=participant.person or leader)


def parties(member: Member) -> tuple[Participant, ...]:
    """Both sides."""
    return (*member.mention.actors, *member.mention.recipients)
