"""Whose the people are of whom no country is told: "jets killed three people *in Fiji*", "Fiji's police arrested *protesters*"."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.codebook import Codebook, Role
from dateline.coding.completing.slots import LENT
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import COUNTRY, STATES, Parties, without
from dateline.coding.parties.places import lines_of
from dateline.coding.syntax import Syntax
from dateline.model import Actor, ActorKind, Participant, Token

BETWEEN_STATES = frozenset({"contact", "agreement"})
LANDS = frozenset({"territory"})
CALLED = "oprd"  # what somebody is called is nobody's people: "Peru called them *terrorists*"


def with_home(match: Match, codebook: Codebook, parties: Parties) -> Match:
    """The match with the country of people who act told by where they act: "crowds blocked streets in Fiji"; of those who
    protest by the only one of which their sentence tells: "workers stopped work over a bill that Fiji's minister signed".
    """
    act = codebook.acts[match.frame.act]
    if not act.domestic:
        return match
    where = parties.located(match.predicate) if not at_mission(match, parties) else ()
    if not where and act.own_government and not match.parties(Role.RECIPIENT):
        where = only_state(match, parties)
    if not where and act.own_government and lines_of(parties):  # "BEIJING - Students threw stones at the American embassy": there
        where = without(parties.here, match.parties(Role.RECIPIENT)) if not elsewhere(match, parties) else ()
    if not where:
        return match
    return match._replace(fillers=tuple(at_home(f, where[0].actor, parties) for f in match.fillers))


def at_mission(match: Match, parties: Parties) -> bool:
    """Whether an act is done at a mission, which says nothing of whose people do it: "threw stones *at the embassy*"."""
    places = (p.noun for p in parties.syntax.phrases(match.predicate) if p.preposition in {"at", "outside"})
    return any(noun.lemma.lower() in parties.syntax.grammar.missions for noun in places)


def elsewhere(match: Match, parties: Parties) -> bool:
    """Whether the sentence of an act names a place: "Kurds marched through *Berlin*"."""
    sentence = parties.syntax.reading.sentences[match.predicate.sentence]
    return any(i in parties.places for i in range(sentence.first, sentence.last))


def with_owners(match: Match, codebook: Codebook, parties: Parties) -> Match:
    """The match of a contact with the states of those who are only said to be theirs: "met *Malta's* Luca Vella"."""
    if codebook.acts[match.frame.act].layer not in BETWEEN_STATES:
        return match
    return match._replace(fillers=tuple(replace(f, parties=tuple(owned(p, parties) for p in f.parties)) for f in match.fillers))


def owned(person: Participant, parties: Parties) -> Participant:
    """The state on which the name of somebody without an office is hung, the person kept by name."""
    if person.actor.kind is not ActorKind.PERSON or person.actor.principal or person.actor.role:
        return person
    words = (t for span in person.spans for t in parties.syntax.within(span))
    owners = (parties.one(o) for t in words for o in parties.syntax.children(t, "poss"))
    state = next((found[0].actor for found in owners if found and found[0].actor.kind in STATES), None)
    return person if state is None else replace(person, actor=state, person=person.actor.name)


def only_state(match: Match, parties: Parties) -> tuple[Participant, ...]:
    """The state of which alone the sentence of an act tells, by its name, its cities or those who act for it."""
    sentence = parties.syntax.reading.sentences[match.predicate.sentence]
    words = parties.syntax.tokens[sentence.first : sentence.last]
    told = [p for t in words for p in (parties.one(t) if t.i in parties.by_head else parties.place(t, COUNTRY)) if p.actor.country]
    known = parties.catalogue.party(told[0].actor.country or "") if len({p.actor.country for p in told}) == 1 else None
    return (replace(told[0], actor=parties.catalogue.actor(known.id), person=None),) if known is not None else ()


def at_home(filler: Filler, state: Actor, parties: Parties, role: Role = Role.ACTOR) -> Filler:
    """The filler with its homeless parties put into a state, where it fills the role."""
    if filler.slot.role is not role or not any(parties.homeless(p.actor) for p in filler.parties):
        return filler
    placed = (replace(p, actor=replace(p.actor, country=state.country)) if parties.homeless(p.actor) else p for p in filler.parties)
    return replace(filler, parties=tuple(placed))


def with_people(match: Match, codebook: Codebook, syntax: Syntax, parties: Parties) -> Match:
    """The match with the people whom it names without a country told: by a place, by the clause above, else as the actor's own.

    "Jets killed three people in Fiji": those of Fiji; "Fiji's police arrested three protesters": Fiji's own.
    """
    act = codebook.acts[match.frame.act]
    acting = match.parties(Role.ACTOR)
    told = [p for p in match.parties(Role.RECIPIENT, Role.BOTH) if not parties.homeless(p.actor)]
    if told or not (acting or match.frame.agentless):
        return match
    heads = [f.token for f in match.fillers if f.slot.role is not Role.ACTOR and not syntax.is_verb(f.token)]
    if act.located:
        for token in (*heads, match.predicate, *syntax.children(match.predicate, "advcl")):  # "when they attacked Fiji"
            place = without(parties.located(token) or parties.place(token, COUNTRY), acting)
            if place and not match.parties(Role.RECIPIENT):
                return match.adding(Filler(LENT, token, place))
            if place:  # "killed eight policemen in Fiji": Fiji's
                return match._replace(fillers=tuple(at_home(f, place[0].actor, parties, Role.RECIPIENT) for f in match.fillers))
    home = next((p.actor for p in (*people_struck(match, syntax, parties), *acting)), None)
    for token in (f.token for f in match.fillers if f.slot.role is not Role.WORDS and f.token in heads and f.token.dep != CALLED):
        own = own_people(parties, token, home, act.own_people) if act.domestic and acting and home else ()
        if own:
            kept = tuple(f for f in match.fillers if f.slot.role is not Role.RECIPIENT)
            return match._replace(fillers=(*kept, Filler(LENT, token, own)))
    return match


def people_struck(match: Match, syntax: Syntax, parties: Parties) -> tuple[Participant, ...]:
    """The land that the clause above says to be struck: "jets hit two houses *in Suva*, wounding three people". Rebels without a
    name fight at home, whoever holds the town today.
    """
    above = syntax.head(match.predicate)
    acting = match.parties(Role.ACTOR)
    abroad = all(p.actor.sector in parties.agents.roving or parties.catalogue.party(p.actor.id) for p in acting)
    if match.predicate.dep != "advcl" or match.predicate.tag != "VBG" or above is None or not abroad:
        return ()
    nouns = [*syntax.objects(above), *(p.noun for p in syntax.phrases(above))]
    found = (parties.at(n, LANDS) or parties.adjective(n) or parties.located(n) or parties.place(n, COUNTRY) for n in nouns)
    return next((others for others in (without(places, acting) for places in found) if others), ())


def own_people(parties: Parties, token: Token, actor: Actor, persons: bool) -> tuple[Participant, ...]:
    """Such people taken for the actor's own: "police arrested *protesters*", "rebels freed *two soldiers*"."""
    if token.dep == "compound" and parties.syntax.children(token, "nummod"):  # "left the six-*party* talks"
        return ()
    mention = parties.mention(token)
    if mention is not None:
        found = [p for a in mention.actors for p in parties.participant(a, mention.span, frozenset())]
    else:
        sector = parties.agents.sector.get(token.text.lower())
        name = token.text.lower()
        found = [Participant(Actor(f"u-{name}", name, ActorKind.GROUP, sector=sector), None, (token.span,))] if sector else []
    inside = actor.sector in parties.agents.own_people or all(
        p.actor.sector in parties.agents.own_people or (persons and p.actor.kind is ActorKind.PERSON) for p in found
    )
    if not inside or actor.country is None or not parties.people(token):
        return ()
    return tuple(replace(p, actor=replace(p.actor, country=actor.country)) for p in found)
