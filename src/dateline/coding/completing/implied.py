"""Parties that an act between two states leaves out: told by the only other ones in its sentence or in a short report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.coding.codebook import Codebook, Role
from dateline.coding.completing.envoys import senders_to, with_envoy, without_strangers
from dateline.coding.completing.slots import TAKEN_ACTOR, TAKEN_RECIPIENT
from dateline.coding.completing.told import with_host_told, with_pair_told
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import COUNTRY, STATES, Parties, distinct, without
from dateline.coding.syntax import Syntax
from dateline.model import MentionForm, Participant, Sentence, Token

MISSIONS = "mission"
AGREEMENTS = "agreement"
IN_SYMPATHY = ("expel_diplomat", "recall_envoy")
TAKEN = "controls"  # what taking a place leaves in the register
LAYERS = frozenset({"relations", MISSIONS})
PAIR = 2
SHORT = 12  # sentences: in a longer report "relations were restored" may be anybody's


def with_implied(matches: Sequence[Match], codebook: Codebook, syntax: Syntax, parties: Parties) -> list[Match]:
    """The matches with their open sides filled: by an act told beside them, else by the states around."""
    known = [m for m in matches if between_states(m, codebook)]
    beside = by_sentence(known)
    taking = by_sentence(m for m in matches if takes_land(m, codebook))
    result: list[Match] = []
    for match in matches:
        takers = [p for m in taking[match.predicate.sentence] for p in m.parties(Role.ACTOR)]
        told = without_strangers(match, codebook, parties)
        told = with_target_of_row(told, result, codebook, syntax, parties)
        told = with_parties_beside(told, beside[match.predicate.sentence], codebook)
        told = with_counterpart_before(told, result, codebook)
        told = with_host_told(with_pair_told(told, result, codebook), result, codebook)
        told = with_body_joined(told, codebook, syntax, parties)
        told = with_states_around(told, codebook, syntax, parties, takers)
        told = with_sender_told(told, known, codebook)
        result.append(with_envoy(told, match))
    return result


def by_sentence(matches: Iterable[Match]) -> defaultdict[int, list[Match]]:
    """The matches told in each sentence, none for any other one."""
    told: defaultdict[int, list[Match]] = defaultdict(list)
    for match in matches:
        told[match.predicate.sentence].append(match)
    return told


def takes_land(match: Match, codebook: Codebook) -> bool:
    """Whether an act takes a place from somebody who is told."""
    return codebook.acts[match.frame.act].register == TAKEN and bool(match.parties(Role.RECIPIENT))


def between_states(match: Match, codebook: Codebook) -> bool:
    """Whether an act of relations or missions has a state on each side."""
    sides = (match.parties(Role.ACTOR), match.parties(Role.RECIPIENT))
    return codebook.acts[match.frame.act].layer in LAYERS and all(s and s[0].actor.kind in STATES for s in sides)


def with_body_joined(match: Match, codebook: Codebook, syntax: Syntax, parties: Parties) -> Match:
    """The match of a paper of accession with the body that is joined, where the report names one alone: "signed the papers of
    accession", "parliament ratified the accession treaty".
    """
    papers = codebook.acts[match.frame.act].layer == AGREEMENTS and not match.parties(Role.RECIPIENT)
    below = (t for noun in syntax.objects(match.predicate) for t in syntax.subtree(noun)) if papers else ()
    if not any(t.lemma.lower() in codebook.sets["ACCESSION_PAPER"] for t in below):
        return match
    named = (p for t in syntax.tokens if t.i in parties.by_head for p in parties.one(t, frozenset({"igo"})))
    bodies = distinct(replace(p, person=None) for p in named)
    if len(bodies) != 1:
        return match
    return match.adding(Filler(TAKEN_RECIPIENT, match.predicate, bodies))


def is_open(match: Match, codebook: Codebook) -> bool:
    """Whether an act between two states leaves a side open."""
    told = match.parties(Role.BOTH) or (match.parties(Role.ACTOR) and match.parties(Role.RECIPIENT))
    return codebook.acts[match.frame.act].layer in LAYERS and not told


def with_parties_beside(match: Match, around: Sequence[Match], codebook: Codebook) -> Match:
    """The match with its open sides taken from an act in its sentence, where all acts there are between the same two.

    "Relations were established on 3 May, when the Fijian consulate in Valletta became an embassy."
    """
    if not is_open(match, codebook) or not around:
        return match
    acting, receiving = around[0].parties(Role.ACTOR)[:1], around[0].parties(Role.RECIPIENT)[:1]
    pair = {p.actor.id for p in (*acting, *receiving)}
    same = all({p.actor.id for p in m.parties(Role.ACTOR, Role.RECIPIENT)} == pair for m in around)
    have = [*match.parties(Role.ACTOR), *match.parties(Role.RECIPIENT)]
    others = without((*acting, *receiving), have)
    if not same or len(pair) != 2 or len(others) != 2 - len(distinct(have)):
        return match
    return filled(match, match.parties(Role.ACTOR), match.parties(Role.RECIPIENT), others)


def with_counterpart_before(match: Match, before: Sequence[Match], codebook: Codebook) -> Match:
    """The match of a state's act with the other side of the act told last: "Peru cut ties with Fiji; Chile recalled its envoy"."""
    acting = match.parties(Role.ACTOR)
    if not acting or not is_open(match, codebook):
        return match
    for other in reversed(before):
        if match.predicate.sentence - other.predicate.sentence > 1:
            break
        if between_states(other, codebook):
            answered = without(acting, other.parties(Role.RECIPIENT)) != acting
            if not answered and (other.frame.act, match.frame.act) == IN_SYMPATHY:
                return match  # "Peru expelled Chile's envoy; Malta recalled its own": from whom is not told
            others = other.parties(Role.ACTOR if answered else Role.RECIPIENT)
            return filled(match, acting, (), others) if len(distinct(others)) == 1 and without(others, acting) else match
    return match


def with_target_of_row(match: Match, before: Sequence[Match], codebook: Codebook, syntax: Syntax, parties: Parties) -> Match:
    """The match of three and more who break with a state that another act or the sentence names: "Fiji regrets the decision of
    Peru, Chile and Cuba to sever relations", which are theirs with Fiji and not with each other. Two may break with each other.
    """
    act = codebook.acts[match.frame.act]
    if act.layer != "relations" or act.symmetric or len(distinct(match.parties(Role.BOTH))) <= PAIR:
        return match
    row = match._replace(fillers=tuple(as_acting(f) for f in match.fillers))
    told = with_states_around(with_counterpart_before(row, before, codebook), codebook, syntax, parties)
    return told if told.parties(Role.RECIPIENT) else match


def as_acting(filler: Filler) -> Filler:
    """The filler of a slot for both sides as one of who acts."""
    return replace(filler, slot=replace(filler.slot, role=Role.ACTOR)) if filler.slot.role is Role.BOTH else filler


def with_states_around(
    match: Match, codebook: Codebook, syntax: Syntax, parties: Parties, taking: Sequence[Participant] = ()
) -> Match:
    """The match with the sides that it leaves open filled, where the words around leave no choice.

    "Diplomatic relations were established on 3 May, when Fiji's envoy called on the president of Malta." A state that takes the
    land of another is not the one in which a mission is: "Germany occupied Norway, and the Spanish legation closed".
    """
    if not is_open(match, codebook):
        return match
    acting, receiving = match.parties(Role.ACTOR), match.parties(Role.RECIPIENT)
    have, open_sides = [*acting, *receiving], (not acting) + (not receiving)
    if not acting and has_subject(match, syntax):
        return match
    takers = () if receiving else taking
    for around in near_by(match, syntax) if match.frame.told else circles(match, syntax):
        others = without(without(states_in(around, syntax, parties), have), takers)
        if others and len(others) == open_sides:
            return filled(match, acting, receiving, others)
        if len(others) > open_sides:
            break
    return match


def has_subject(match: Match, syntax: Syntax) -> bool:
    """Whether a clause tells who acts though nobody knows who it is: "*It* is the first member to expel the envoy"."""
    verb = match.predicate
    active = syntax.is_verb(verb) and not syntax.passive(verb) and match.frame.slots[0].role is not Role.BOTH
    return active and any(t.tag == "PRP" for t in syntax.surface_subjects(verb))


def with_sender_told(match: Match, known: Sequence[Match], codebook: Codebook) -> Match:
    """The match without a sender with that of all other acts toward the same state: "A consulate was opened in Suva in 1928"."""
    receiving = match.parties(Role.RECIPIENT)
    if not is_open(match, codebook) or match.parties(Role.ACTOR) or not receiving:
        return match
    senders = senders_to(receiving, known)
    return filled(match, (), receiving, senders) if len(senders) == 1 else match


def circles(match: Match, syntax: Syntax) -> Iterator[Sequence[Sentence]]:
    """The sentence of the act, then all of a short report."""
    sentences = syntax.reading.sentences
    yield sentences[match.predicate.sentence : match.predicate.sentence + 1]
    if len(sentences) <= SHORT:
        yield sentences


def near_by(match: Match, syntax: Syntax) -> Iterator[Sequence[Sentence]]:
    """The sentence of the act, then the one before it too: "Iran and Fiji have no ties. Relations were restored on Monday"."""
    number = match.predicate.sentence
    yield syntax.reading.sentences[number : number + 1]
    yield syntax.reading.sentences[max(0, number - 1) : number + 1]


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
    return parties.place(token, COUNTRY) if free else ()


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
        fillers.append(Filler(TAKEN_ACTOR, match.predicate, (rest.pop(0),)))
    if not receiving and rest:
        fillers.append(Filler(TAKEN_RECIPIENT, match.predicate, (rest.pop(0),)))
    return match._replace(fillers=tuple(fillers))
