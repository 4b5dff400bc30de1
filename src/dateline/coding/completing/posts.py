"""Both sides of an act told by a mission's own name: "*Embassy Suva* opened": American, in Fiji."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.codebook import Codebook, Role
from dateline.coding.completing.slots import TAKEN_ACTOR, TAKEN_RECIPIENT
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import COUNTRY, Parties, without
from dateline.coding.syntax import Syntax
from dateline.model import Token

MISSIONS = "mission"
CLOSED = "closed"  # what closing a mission leaves in the register
HOST = "host"
RECALL = "recall_envoy"
ABROAD = frozenset({"to", "in", "at"})
PLURAL = frozenset({"NNS", "NNPS"})


def with_post_name(match: Match, codebook: Codebook, syntax: Syntax, parties: Parties) -> Match:
    """The match with both sides told by a mission's name without an article: "Embassy Suva opened": American, in Fiji."""
    if codebook.acts[match.frame.act].layer != MISSIONS or match.parties(Role.BOTH):
        return match
    fillers = list(match.fillers)
    for mission in match.words:
        city = post_city(mission, syntax)
        state = parties.place(city, COUNTRY) if city is not None else ()
        if state and not match.parties(Role.ACTOR) and not is_owned(mission, syntax):
            fillers.append(Filler(TAKEN_ACTOR, mission, parties.house(syntax.grammar.post_names, mission)))
        if state and not match.parties(Role.RECIPIENT):
            fillers.append(Filler(TAKEN_RECIPIENT, mission, state))
    return match._replace(fillers=tuple(fillers))


def with_post_of_envoy(match: Match, syntax: Syntax, parties: Parties) -> Match:
    """The match of an envoy who is only "him" with where the last one that was told of is: "Peru's ambassador *in Suva* spoke. Lima
    recalled him".
    """
    acting = match.parties(Role.ACTOR)
    if match.frame.act != RECALL or not match.frame.told or not acting or match.parties(Role.RECIPIENT):
        return match
    verb = match.predicate
    first = syntax.reading.sentences[max(0, verb.sentence - 1)].first
    envoys = (t for t in reversed(syntax.tokens[first : verb.i]) if t.lemma.lower() in syntax.grammar.envoys)
    for envoy in envoys:
        senders = {p.actor.id for found in parties.owned_by(envoy) for p in found}
        posts = [p.noun for p in syntax.own_phrases(envoy) if p.preposition in ABROAD]
        places = (parties.place(noun, COUNTRY) or parties.at(noun, COUNTRY) for noun in posts)
        host = next((found for place in places if (found := without(place, acting))), ())
        if host and senders & {p.actor.id for p in acting}:
            return match.adding(Filler(TAKEN_RECIPIENT, envoy, host))
    return match


def on_own_soil(match: Match, codebook: Codebook, syntax: Syntax, parties: Parties) -> Match:
    """The match as the host's act where the mission that a state closes lies in the state itself: "Fiji expelled the Maltese envoy
    and closed the consulate *in Suva*".
    """
    acting = {p.actor.id for p in match.parties(Role.ACTOR)}
    if codebook.acts[match.frame.act].register != CLOSED or not acting or match.frame.mode == HOST:
        return match
    hosts = hosts_told(match, syntax, parties)
    return match._replace(frame=replace(match.frame, mode=HOST)) if hosts and hosts <= acting else match


def in_one_of_two(match: Match, codebook: Codebook, syntax: Syntax, parties: Parties) -> Match:
    """The match of two who do something to one mission, with the one in which it lies as its host: "Fiji and Malta agreed to open a
    consulate *in Valletta*": a Fijian one.
    """
    both = match.parties(Role.BOTH)
    hosts = hosts_told(match, syntax, parties) if codebook.acts[match.frame.act].layer == MISSIONS and len(both) == 2 else set()
    host, sender = ([p for p in both if (p.actor.id in hosts) is told] for told in (True, False))
    if len(hosts) != 1 or not host or not sender or any(m.tag in PLURAL for m in match.words):
        return match
    others = [f for f in match.fillers if f.slot.role is not Role.BOTH]
    sides = (Filler(TAKEN_ACTOR, match.predicate, tuple(sender)), Filler(TAKEN_RECIPIENT, match.predicate, tuple(host)))
    return match._replace(fillers=(*sides, *others))


def hosts_told(match: Match, syntax: Syntax, parties: Parties) -> set[str]:
    """The ids of the states in which a place behind the mission lies."""
    where = (p.noun for noun in match.words for p in syntax.phrases(match.predicate) if p.noun.i > noun.i and p.preposition == "in")
    below = (p.noun for noun in match.words for p in syntax.own_phrases(noun) if p.preposition == "in")
    places = dict.fromkeys(noun for place in (*where, *below) for noun in parties.coordinated(place))
    return {p.actor.id for place in places for p in parties.place(place, COUNTRY) or parties.at(place, COUNTRY)}


def post_city(mission: Token, syntax: Syntax) -> Token | None:
    """The city that a mission's own name ends in: "Embassy *Suva*", "the Maltese Legation *Suva*"."""
    if mission.lemma.lower() not in syntax.grammar.missions or not mission.text[:1].isupper():
        return None
    return next((c for c in syntax.children(mission, "nmod") if c.i == mission.i + 1), None)


def is_owned(mission: Token, syntax: Syntax) -> bool:
    """Whether an article or an owner stands before a mission."""
    return bool(syntax.children(mission, "det", "poss", "amod", "compound"))
