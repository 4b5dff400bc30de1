"""Acts that concern nobody but whoever does them: "The president promised to repair the roads" is none between parties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from dateline import knowledge
from dateline.coding.parties import STATES, Parties
from dateline.model import Actor, ActorKind, Participant, Sentence, Span, Token

PRIVATE = frozenset({ActorKind.PERSON, ActorKind.GROUP, ActorKind.ORGANIZATION, ActorKind.UNKNOWN})
WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Alone:
    """Which acts of whom need somebody else, which recipients are nobody else, and what tells of somebody else all the same."""

    acts: frozenset[str]
    orders: frozenset[str]
    loyal: frozenset[str]
    ruling: frozenset[str]
    private: frozenset[str]
    verbal: frozenset[str]
    politicians: frozenset[str]
    violence: frozenset[str]
    quarrels: frozenset[str]
    policing: frozenset[str]
    ordinary_law: frozenset[str]
    private_people: frozenset[str]
    disturbance: frozenset[str]
    voices: frozenset[str]
    public: frozenset[str]
    ordinary: frozenset[str]
    others: frozenset[str]
    matters: frozenset[str]
    intents: frozenset[str]
    opinions: frozenset[str]
    discretion: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Alone:
        """The words of ``alone.toml``, read once."""
        raw = knowledge.tables(__package__, "alone.toml")
        return Alone(**{name: frozenset(words) for name, words in raw.items()})


def concerns_nobody_else(
    act: str, predicate: Token, acting: Sequence[Participant], receiving: Sequence[Participant], parties: Parties
) -> bool:
    """Whether an act that needs another party has none, neither among its recipients nor anywhere in its sentence; what somebody
    means to do must concern others itself.
    """
    words = Alone.load()
    sentence = parties.syntax.reading.sentences[predicate.sentence]
    asked = (*parties.syntax.objects(predicate), *(p.noun for p in parties.syntax.own_phrases(predicate)))
    if any(noun.lemma.lower() in words.discretion for noun in asked):
        return True
    if act in words.intents and needs_others(act, acting, words) and not receiving:
        return not concerns_others(part(predicate, sentence, parties), acting, (), parties)
    if receiving and (
        (act in words.orders and to_own_offices(acting, receiving, parties))
        or (act in words.acts and to_own_state(acting, receiving, words))
        or (act in words.private and all(is_private(p.actor, words, parties) for p in receiving))
        or (act in words.verbal and is_verbal(sentence, acting, receiving, parties))
        or (act in words.policing and is_policing(sentence, acting, receiving, parties))
    ):
        return True
    return needs_others(act, acting, words) and not concerns_others(sentence, acting, receiving, parties)


def part(predicate: Token, sentence: Sentence, parties: Parties) -> Sentence:
    """The part of a sentence that hangs on a predicate, with what it hangs on itself."""
    words = [predicate.i, *(t.i for t in parties.syntax.subtree(predicate))]
    first, last = min(words), max(words)
    tokens = parties.syntax.tokens
    return replace(sentence, span=Span(tokens[first].start, tokens[last].end), first=first, last=last + 1)


def is_of_a_matter(act: str, sentence: Sentence, acting: Sequence[Participant], parties: Parties) -> bool:
    """Whether a state or a body of states speaks of a matter between parties, though of none of them: "regretted the attack"."""
    speaks = act in Alone.load().opinions and all(p.actor.kind in STATES | {ActorKind.IGO} for p in acting)
    return speaks and bool(acting) and concerns_others(sentence, acting, (), parties)


def to_own_offices(acting: Sequence[Participant], receiving: Sequence[Participant], parties: Parties) -> bool:
    """Whether a state turns to officials of whom no other state is told: "ordered officials to hurry"."""
    offices = all(p.actor.sector == "GOV" and parties.homeless(p.actor) for p in receiving)
    return offices and all(p.actor.kind in STATES for p in acting)


def to_own_state(acting: Sequence[Participant], receiving: Sequence[Participant], words: Alone) -> bool:
    """Whether those who speak for a state turn to nobody but this state: "Norvania should leave, said its former president"."""
    own = {p.actor.country for p in acting} - {None}
    home = all(p.actor.kind in STATES and p.actor.sector == "GOV" and p.actor.country in own for p in receiving)
    return home and all(p.actor.sector in words.loyal for p in acting)


def is_private(actor: Actor, words: Alone, parties: Parties) -> bool:
    """Whether an actor is a person of no office and no country: "the president phoned the singer"."""
    return actor.kind is ActorKind.PERSON and parties.homeless(actor) and (actor.sector is None or actor.sector in words.public)


def is_verbal(sentence: Sentence, acting: Sequence[Participant], receiving: Sequence[Participant], parties: Parties) -> bool:
    """Whether politicians of one country attack each other in words: "the candidate resumed his attacks on the president"."""
    words = Alone.load()
    countries = {p.actor.country for p in (*acting, *receiving)} - {None}
    persons = all(map(is_person, receiving))  # "Fiji's president clashed with Senator Rao"
    speaking = (is_person(p) or p.actor.sector in words.politicians or (persons and p.actor.kind in STATES) for p in acting)
    attacked = all(p.actor.sector in words.politicians | {"GOV"} for p in receiving)
    violence = words.violence - words.quarrels if persons else words.violence
    return len(countries) < 2 and bool(acting) and all(speaking) and attacked and not tells(sentence, violence, parties)


def is_person(party: Participant) -> bool:
    """Whether a party is told as a person."""
    return party.person is not None or party.actor.kind is ActorKind.PERSON


def is_policing(sentence: Sentence, acting: Sequence[Participant], receiving: Sequence[Participant], parties: Parties) -> bool:
    """Whether the law takes its everyday course against private persons at home: "police arrested a man over a car"."""
    words = Alone.load()
    law = all(p.actor.sector in words.ordinary_law for p in acting)
    plain = all(p.actor.kind in PRIVATE and p.actor.sector in words.private_people | {None} for p in receiving)
    if not (law and plain):
        return False
    return not tells(sentence, words.disturbance, parties) and not concerns_others(sentence, acting, receiving, parties)


def needs_others(act: str, acting: Sequence[Participant], words: Alone) -> bool:
    """Whether an act of these is one between parties only where somebody else is told."""
    sectors = {p.actor.sector for p in acting}
    if act in words.voices and sectors and sectors <= words.public:
        return True
    one = len({p.actor.country for p in acting}) < 2 and not any(p.actor.kind is ActorKind.IGO for p in acting)
    return act in words.acts and one and sectors <= words.ruling | {None}


def concerns_others(sentence: Sentence, acting: Sequence[Participant], receiving: Sequence[Participant], parties: Parties) -> bool:
    """Whether another party, or a matter between parties, is told among the recipients or in the sentence."""
    words = Alone.load()
    own = {p.actor.country for p in acting} | {None}
    actors = (*(p.actor for p in receiving), *named(sentence, parties))
    if any(actor.country not in own or is_party(actor, acting, parties) for actor in actors):
        return True
    rebellious = (parties.agents.sector.get(word) in words.others for word in plain_words(sentence, parties))
    return tells(sentence, words.matters, parties) or any(rebellious)


def tells(sentence: Sentence, matters: frozenset[str], parties: Parties) -> bool:
    """Whether a sentence holds one of these words or pairs of words."""
    text = plain_words(sentence, parties)
    return bool(matters & {*text, *map(" ".join, pairwise(text))})


def plain_words(sentence: Sentence, parties: Parties) -> list[str]:
    """The words of a sentence in small letters."""
    return WORD.findall(sentence.span.of(parties.syntax.reading.report.text).lower())


def is_party(actor: Actor, acting: Sequence[Participant], parties: Parties) -> bool:
    """Whether an actor of no other country is a party of its own beside those who act: a movement, a body of states."""
    other = actor.id not in {p.actor.id for p in acting} and parties.political(Participant(actor))
    return other and (actor.kind in STATES or not (actor.sector is None or actor.sector in Alone.load().ordinary))


def named(sentence: Sentence, parties: Parties) -> Iterator[Actor]:
    """The actors named in a sentence or in the one before it, those who act for a state as that state.

    "Germany may expel Russians over the killing. The Kremlin promised to answer." concerns Germany.
    """
    sentences = parties.syntax.reading.sentences
    whole = sentence == sentences[sentence.i]  # not so of a part: what somebody means to do concerns those named there
    first = sentences[max(0, sentence.i - 1)].first if whole else sentence.first
    mentions = (parties.by_head[i] for i in range(first, sentence.last) if i in parties.by_head)
    yield from (parties.principal(actor) for mention in mentions for actor in mention.actors)
