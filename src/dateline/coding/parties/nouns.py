"""Common nouns that stand for states: forms of states, regions that are states to some, whose country is spoken of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.coding.parties.society import OWN, STATES, distinct
from dateline.model import ActorKind, Participant, Token

if TYPE_CHECKING:
    from dateline.coding.parties.phrases import Parties


def long_name(token: Token, kinds: frozenset[str], depth: int, parties: Parties) -> tuple[Participant, ...]:
    """The state whose long name begins with a word for its form ("the *Federation* of Nigeria"), or of which others speak as
    of a part of theirs: "the breakaway *province* of Kosovo".
    """
    form = token.lemma.lower()
    if form not in parties.agents.state_forms and form not in parties.agents.regions:
        return ()
    of = (p.noun for p in parties.syntax.own_phrases(token) if p.preposition == "of")
    named = (parties.one(noun, kinds, depth + 1) for noun in of)
    states = (found for found in named if found and found[0].actor.kind in STATES)
    of_form, contested = form in parties.agents.state_forms, parties.catalogue.contested
    return next((found for found in states if of_form or contested(found[0].actor.id)), ())


def own_country(token: Token, kinds: frozenset[str], depth: int, parties: Parties) -> tuple[Participant, ...]:
    """The state of whoever's country is spoken of: "denied that *his country* …"; the body: "*EU states* agreed"."""
    if (noun := token.lemma.lower()) not in (grammar := parties.syntax.grammar).class_nouns:
        return ()
    some = parties.syntax.children(token, "nummod", "det", "amod")  # "*three* EU countries"
    members = parties.syntax.children(token, "compound", "nmod") if token.tag == "NNS" and not some else ()
    bodies = ([p for p in parties.one(c, kinds, depth + 1) if p.actor.kind is ActorKind.IGO] for c in members)
    owners = (parties.one(o, kinds, depth + 1) for o in parties.syntax.children(token, "poss") if noun in grammar.homelands)
    states = ([p for p in found if p.actor.kind in STATES] for found in owners)
    return next((tuple(replace(p, person=None) for p in found) for found in (*bodies, *states) if found), ())


def region(token: Token, kinds: frozenset[str], depth: int, parties: Parties) -> tuple[Participant, ...]:
    """The would-be states of a common noun: "the Abkhaz and Ossetian republics", "the republics in Donetsk and Luhansk"."""
    if token.lemma.lower() not in parties.agents.regions or not kinds & OWN:
        return ()
    inside = [p.noun for p in parties.syntax.own_phrases(token) if p.preposition in parties.agents.located]
    named = [*parties.syntax.children(token, "nmod", "compound", "amod"), *inside]
    for noun in named:
        found = [p for t in parties.coordinated(noun) for p in parties.one(t, kinds, depth + 1) or entity(t, parties)]
        if found:
            return distinct(found)
    return ()


def entity(token: Token, parties: Parties) -> tuple[Participant, ...]:
    """The would-be state that a bare name stands for beside such a noun: "the *Donetsk* region"."""
    named = [p for p in parties.catalogue.find(token.text) if p.kind is ActorKind.WOULD_BE_STATE]
    return (Participant(parties.principal(parties.catalogue.actor(named[0].id)), None, (token.span,)),) if named else ()


NOUNS: tuple[Callable[[Token, frozenset[str], int, Parties], tuple[Participant, ...]], ...] = (long_name, region, own_country)
"""The ways to take a common noun for states, in the order in which they are tried."""
