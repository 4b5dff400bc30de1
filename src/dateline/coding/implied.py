"""Parties that an act between two states leaves out: told by the only other ones in its sentence or in a short report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.codebook import Codebook, Place, Role, Slot
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import STATES, Parties, distinct, without
from dateline.coding.syntax import Syntax
from dateline.model import MentionForm, Participant, Sentence, Token

LAYERS = frozenset({"relations", "mission"})
SHORT = 12  # sentences: in a longer report "relations were restored" may be anybody's
IMPLIED_ACTOR = Slot(Role.ACTOR, Place.SUBJECT, inherits=True)
IMPLIED_RECIPIENT = Slot(Role.RECIPIENT, Place.PHRASE, inherits=True)


def with_implied(match: Match, codebook: Codebook, syntax: Syntax, parties: Parties) -> Match:
    """The match with the sides that it leaves open filled, where the words around leave no choice.

    "Diplomatic relations were established on 3 May, when Fiji's envoy called on the president of Malta."
    """
    act = codebook.acts[match.frame.act]
    have = [*match.parties(Role.ACTOR), *match.parties(Role.RECIPIENT), *match.parties(Role.BOTH)]
    acting, receiving = match.parties(Role.ACTOR), match.parties(Role.RECIPIENT)
    if act.layer not in LAYERS or match.parties(Role.BOTH) or (acting and receiving):
        return match
    for around in circles(match, syntax):
        others = without(states_in(around, syntax, parties), have)
        if others and len(others) == 2 - len(distinct(have)):
            return filled(match, acting, receiving, others)
        if len(others) > 2 - len(distinct(have)):
            break
    return match


def circles(match: Match, syntax: Syntax) -> Iterator[Sequence[Sentence]]:
    """The sentence of the act, then all of a short report."""
    sentences = syntax.reading.sentences
    yield sentences[match.predicate.sentence : match.predicate.sentence + 1]
    if len(sentences) <= SHORT:
        yield sentences


def states_in(sentences: Sequence[Sentence], syntax: Syntax, parties: Parties) -> tuple[Participant, ...]:
    """The states named in some sentences, in the order of the text, persons and bodies told as their states."""
    words = (t for s in sentences for t in syntax.tokens[s.first : s.last])
    named = (p for t in words for p in state_at(t, parties))
    return distinct(replace(p, person=None) for p in named if p.actor.kind in STATES)


def state_at(token: Token, parties: Parties) -> tuple[Participant, ...]:
    """The states that a word names, unless it is an adjective alone; cities after a preposition stand for theirs."""
    mention = parties.by_head.get(token.i)
    if mention is not None:
        if parties.by_word[token.i] is not mention:  # "the ambassador to *Fiji*" is not Fiji
            return ()
        loose = mention.form is MentionForm.ADJECTIVE and not official(token, parties)
        return () if loose else parties.one(token)
    free = token.dep == "pobj" and token.i not in parties.by_word and not residence(token, parties)
    return parties.place(token, frozenset({"country"})) if free else ()


def residence(city: Token, parties: Parties) -> bool:
    """Whether a city is where an envoy sits: "the commissioner at Riga"."""
    preposition = parties.syntax.head(city)
    noun = parties.syntax.head(preposition) if preposition is not None else None
    return noun is not None and noun.i in parties.by_word and preposition is not None and preposition.text.lower() in {"at", "to"}


def official(adjective: Token, parties: Parties) -> bool:
    """Whether an adjective stands before a noun for those who act for a state: "the Fijian consulate", not "Fijian sugar"."""
    noun = parties.syntax.head(adjective)
    return noun is not None and parties.agents.sector.get(noun.text.lower()) == "GOV"


def filled(match: Match, acting: Sequence[Participant], receiving: Sequence[Participant], others: Sequence[Participant]) -> Match:
    """The match with the open sides taken from the others, the first named acting."""
    fillers = list(match.fillers)
    rest = list(others)
    if not acting:
        fillers.append(Filler(IMPLIED_ACTOR, match.predicate, (rest.pop(0),)))
    if not receiving and rest:
        fillers.append(Filler(IMPLIED_RECIPIENT, match.predicate, (rest.pop(0),)))
    return match._replace(fillers=tuple(fillers))
