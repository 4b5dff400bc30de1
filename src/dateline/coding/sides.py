"""The two sides of an act: who does it and to whom it is done, and which of them stand in one event together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations, product

from dateline.coding.codebook import Act, Codebook, Role
from dateline.coding.matching import Match
from dateline.coding.parties import STATES, Parties, distinct, without
from dateline.model import ActorKind, Participant

MISSIONS = "mission"
EACH = frozenset({MISSIONS, "state"})
"""Layers of what each of two does to the other."""
Sides = tuple[tuple[Participant, ...], tuple[Participant, ...]]


def sides(match: Match, codebook: Codebook, parties: Parties) -> Sides:
    """Who acts and who is acted upon; where both stand together, the first named acts in pairs."""
    act = codebook.acts[match.frame.act]
    acting = distinct(match.parties(Role.ACTOR))
    named = distinct(match.parties(Role.RECIPIENT))
    if reciprocal(acting, named):
        return acting, acting
    receiving = recipients(match, act, acting, named, parties)
    if act.layer == MISSIONS and len(receiving) == 2 and not acting and not match.parties(Role.BOTH):
        return receiving, receiving  # "the embassies in the two countries will be closed": each one's in the other
    both = distinct(match.parties(Role.BOTH))
    if both and not acting and act.layer in EACH and not act.symmetric:
        return both, both  # "will exchange ambassadors", "signed a paper of mutual recognition": each does it
    if both and not acting:
        return (both[:1], both[1:]) if act.pairwise else (both, without(receiving, both))
    if both:
        receiving = distinct((*receiving, *without(both, acting)))
    return acting, receiving


def recipients(
    match: Match, act: Act, acting: tuple[Participant, ...], named: tuple[Participant, ...], parties: Parties
) -> tuple[Participant, ...]:
    """Who is acted upon: those named in that role, else whom an act of its kind is done to at home."""
    receiving = named
    if act.layer == "state":
        receiving = distinct([parties.as_state(p, parties.syntax.reading.report.published) for p in receiving])
    if not act.domestic:
        receiving = without(receiving, acting)
    if (act.own_government or match.frame.home) and not receiving:
        receiving = host_government(match, acting, parties) or own_government(acting, parties)
    if act.own_people and not receiving:
        receiving = foreigners(match, acting, parties) or (own_people(acting, parties) if at_home(match, acting, parties) else ())
    return receiving


def host_government(match: Match, acting: Sequence[Participant], parties: Parties) -> tuple[Participant, ...]:
    """The government of the land where people of another one act: "Kenyan workers struck *in Fiji*"."""
    there = without(parties.located(match.predicate), acting)
    own = {p.actor.country for p in acting}
    return tuple(p for p in there if p.actor.kind in STATES and None not in own and p.actor.country not in own)


def own_government(acting: Sequence[Participant], parties: Parties) -> tuple[Participant, ...]:
    """The government of the first actor's country, against which its people act."""
    country = next((p.actor.country for p in acting if p.actor.sector != "GOV" and p.actor.country), None)
    if country is None or parties.catalogue.party(country) is None:
        return ()
    return (Participant(replace(parties.catalogue.actor(country), sector="GOV"), None, acting[0].spans),)


def foreigners(match: Match, acting: Sequence[Participant], parties: Parties) -> tuple[Participant, ...]:
    """The people of another state whom a clause's objects name: "Israeli troops dispersed *Palestinian worshippers*"."""
    nouns = [t for o in parties.syntax.objects(match.predicate) for t in parties.coordinated(o)]
    found = (without(parties.adjective(noun), acting) for noun in nouns)
    return next((tuple(replace(p, actor=replace(p.actor, sector="CVL")) for p in people) for people in found if people), ())


def at_home(match: Match, acting: Sequence[Participant], parties: Parties) -> bool:
    """Whether what is done to nobody named is done at home: not by two states, nor by a state to ships, nor by forces or to things
    where another land is named ("Fiji's navy seized two boats off Samoa").
    """
    own = {p.actor.country for p in acting}
    objects = parties.syntax.objects(match.predicate)
    state = bool(objects) and not any(map(parties.people, objects)) and all(p.actor.sector == "GOV" for p in acting)
    others = any(c.tag == "PRP$" for t in objects for c in parties.syntax.children(t))  # "caught brigands, seizing *their* arms"
    if state and (others or any(t.lemma.lower() in parties.agents.crossing for t in objects)):
        return False
    if len(own) > 1 or not (state or any(p.actor.sector in parties.agents.roving for p in acting)):
        return len(own) < 2
    sentence = parties.syntax.reading.sentences[match.predicate.sentence]
    told = (parties.by_head[i] for i in range(sentence.first, sentence.last) if i in parties.by_head)
    return {a.country for m in told for a in m.actors if a.country} <= own


def own_people(acting: Sequence[Participant], parties: Parties) -> tuple[Participant, ...]:
    """The people of the state whose body acts, to whom what it does at home is done: "lifted the curfew"."""
    catalogue = parties.catalogue
    at_home = (p.actor.country for p in acting[:1] if p.actor.kind in {ActorKind.BODY, ActorKind.GROUP} and p.actor.country)
    homes = [(country, catalogue.party(country)) for country in at_home]
    states = [p.actor for p in acting[:1] if p.actor.kind in STATES] + [catalogue.actor(s.id) for _, s in homes if s]
    return tuple(Participant(replace(state, sector="CVL"), None, acting[0].spans) for state in states)


def pairs(act: Act, acting: tuple[Participant, ...], receiving: tuple[Participant, ...]) -> list[Sides]:
    """The sides of each event: every pair for the register's acts, all together for the rest."""
    if reciprocal(acting, receiving):
        return [((a,), (r,)) for a, r in permutations(acting, 2)]
    if not act.pairwise:
        return [(acting, receiving)]
    if act.symmetric and len(acting) > 1 and not receiving:
        return [(acting[:1], (other,)) for other in acting[1:]]
    ones: list[tuple[Participant, ...]] = [(a,) for a in acting] or [()]
    others: list[tuple[Participant, ...]] = [(r,) for r in receiving] or [()]
    return list(product(ones, others))


def reciprocal(acting: Sequence[Participant], receiving: Sequence[Participant]) -> bool:
    """Whether several parties do something to each other."""
    return len(acting) > 1 and [p.actor.id for p in acting] == [p.actor.id for p in receiving]
