"""Noun phrases → participants: who or what a phrase names, and for whom it acts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources

from dateline.coding.codebook.morphology import noun_forms
from dateline.coding.syntax import Syntax
from dateline.model import Actor, ActorKind, ActorMention, MentionForm, Participant, PlaceMention, Resolution, Span, Token
from dateline.resolve import Catalogue

STATES = frozenset({ActorKind.STATE, ActorKind.WOULD_BE_STATE})
POLITICAL = STATES | {ActorKind.TERRITORY, ActorKind.BODY, ActorKind.IGO, ActorKind.GROUP}
KINDS = {
    "state": STATES | {ActorKind.TERRITORY},
    "country": STATES | {ActorKind.IGO},
    "territory": STATES | {ActorKind.TERRITORY},
    "igo": frozenset({ActorKind.IGO}),
    "group": frozenset({ActorKind.GROUP}),
    "person": frozenset({ActorKind.PERSON}),
    "claimant": frozenset({ActorKind.PERSON}),
    "government": frozenset({ActorKind.BODY, ActorKind.GROUP}),
}
UNPLACED = frozenset({ActorKind.GROUP, ActorKind.PERSON, ActorKind.UNKNOWN, ActorKind.BODY, ActorKind.ORGANIZATION})
WHO = frozenset({"person"})  # kinds that are asked of the words themselves, though a state comes out
OWN = frozenset({"state", "territory"})  # kinds that a person or a body does not stand in for: "recognized Mr Moyo"
STATE_SECTORS = frozenset({"GOV", "LEG", "MIL", "JUD"})
RAW = frozenset({"claimant", "government", "group"})  # kinds that are asked of the party itself, not of its principal


@dataclass(frozen=True, slots=True)
class Agents:
    """Common nouns for people and bodies, with their sectors."""

    sector: dict[str, str]
    own_people: frozenset[str]
    political: frozenset[str]
    private: frozenset[str]
    observers: frozenset[str]
    quantities: frozenset[str]
    regions: frozenset[str]
    state_forms: frozenset[str]
    located: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Agents:
        """The nouns of ``data/agents.toml``, read once; of a noun in two sectors the first counts."""
        raw = tomllib.loads((resources.files("dateline.coding") / "data" / "agents.toml").read_text("utf-8"))
        sector: dict[str, str] = {}
        for name, nouns in raw["sectors"].items():
            for noun in nouns:
                for form in noun_forms(noun, {}):
                    sector.setdefault(form, name)
        quantities = frozenset(form for noun in raw["quantities"]["nouns"] for form in noun_forms(noun, {}))
        return Agents(
            sector,
            frozenset(raw["own_people"]["sectors"]),
            frozenset(raw["political"]["sectors"]),
            frozenset(raw["private"]["sectors"]),
            frozenset(raw["observers"]["sectors"]),
            quantities,
            frozenset(raw["regions"]["nouns"]),
            frozenset(raw["state_forms"]["nouns"]),
            frozenset(raw["located"]["prepositions"]),
        )


class Parties:
    """The parties of one report, asked for by the words that name them."""

    def __init__(self, syntax: Syntax, resolution: Resolution, catalogue: Catalogue) -> None:
        self.syntax = syntax
        self.catalogue = catalogue
        self.agents = Agents.load()
        self.by_head: dict[int, ActorMention] = {}
        self.by_word: dict[int, ActorMention] = {}
        for mention in sorted(resolution.actors, key=lambda m: m.span.end - m.span.start):
            self.by_head[mention.head] = mention
            self.by_word.update({t.i: mention for t in syntax.within(mention.span)})
        self.homes: dict[str, Actor] = {}  # of actors whose state only a place tells: "the ministry in Suva"
        self.places: dict[int, PlaceMention] = {t.i: p for p in resolution.places for t in syntax.within(p.span)}

    def at(self, token: Token, kinds: frozenset[str] = frozenset(), depth: int = 0) -> tuple[Participant, ...]:
        """The participants that a noun phrase names, coordinated ones included; none where it names no party."""
        found: list[Participant] = []
        for conjunct in self.coordinated(token):
            found.extend(self.one(conjunct, kinds, depth))
        return distinct(found)

    def coordinated(self, token: Token) -> list[Token]:
        """The word and the nouns coordinated after it."""
        found = [token]
        for t in found:
            found.extend(c for c in self.syntax.children(t, "conj") if c not in found and not self.syntax.is_verb(c))
        return found

    def one(self, token: Token, kinds: frozenset[str] = frozenset(), depth: int = 0) -> tuple[Participant, ...]:
        """The participants that a word names by itself or through what it stands for."""
        mention = self.mention(token)
        row = tuple(self.syntax.stands_for(token)) if mention is None or mention.form is MentionForm.NOMINAL else ()
        if row and depth < 3:  # "the third country to …": what it is said of, not what stood before
            found = next((found for other in row if (found := self.at(other, kinds, depth + 1))), ())
            if found:
                return found
        if mention is not None:
            fitting = [self.placed(p, token, depth) for a in mention.actors for p in self.participant(a, mention.span, kinds)]
            known = [p for p in fitting if not self.homeless(p.actor)]
            beside = () if known or depth >= 3 else self.beside(token, kinds, depth) or self.long_name(token, kinds, depth)
            if beside or fitting or (mention.head == token.i and mention.actors):
                return beside or tuple(fitting)
        found = self.beside(token, kinds, depth) if depth < 3 else ()
        if found:
            return found
        if depth < 3:
            for way in (self.measured, self.long_name, self.region, self.agent):
                found = way(token, kinds, depth)
                if found:
                    return found
        return self.place(token, kinds)

    def long_name(self, token: Token, kinds: frozenset[str], depth: int) -> tuple[Participant, ...]:
        """The state whose long name begins with a word for its form: "the *Federation* of Nigeria"."""
        if token.lemma.lower() not in self.agents.state_forms:
            return ()
        of = (p.noun for p in self.syntax.own_phrases(token) if p.preposition == "of")
        named = (self.one(noun, kinds, depth + 1) for noun in of)
        return next((found for found in named if found and found[0].actor.kind in STATES), ())

    def region(self, token: Token, kinds: frozenset[str], depth: int) -> tuple[Participant, ...]:
        """The would-be states of a common noun: "the Abkhaz and Ossetian republics", "the republics in Donetsk and Luhansk"."""
        if token.lemma.lower() not in self.agents.regions or not kinds & OWN:
            return ()
        inside = [p.noun for p in self.syntax.own_phrases(token) if p.preposition in self.agents.located]
        named = [*self.syntax.children(token, "nmod", "compound", "amod"), *inside]
        for noun in named:
            found = [p for t in self.coordinated(noun) for p in self.one(t, kinds, depth + 1) or self.entity(t)]
            if found:
                return distinct(found)
        return ()

    def entity(self, token: Token) -> tuple[Participant, ...]:
        """The would-be state that a bare name stands for beside such a noun: "the *Donetsk* region"."""
        parties = [p for p in self.catalogue.find(token.text) if p.kind is ActorKind.WOULD_BE_STATE]
        return (Participant(self.principal(self.catalogue.actor(parties[0].id)), None, (token.span,)),) if parties else ()

    def beside(self, token: Token, kinds: frozenset[str], depth: int) -> tuple[Participant, ...]:
        """The known participants that an apposition names: "the Labour Office (ILO)"."""
        for other in self.syntax.children(token, "appos"):
            found = [p for p in self.at(other, kinds, depth + 1) if not self.homeless(p.actor)]
            if found:
                return tuple(found)
        return ()

    def placed(self, participant: Participant, token: Token, depth: int) -> Participant:
        """The participant with the country told in which its people are: "demonstrators in Baghdad"."""
        if not self.homeless(participant.actor) or depth >= 3:
            return participant
        home = self.homes.get(participant.actor.id)
        if home is None:
            owners = (found for found in self.owned_by(token, depth + 1) if found[0].actor.kind in STATES)
            where = self.located(token, depth + 1) or next(owners, ())
            if not where:
                return participant
            home = self.homes[participant.actor.id] = where[0].actor
        if participant.actor.kind is ActorKind.BODY and participant.actor.sector in STATE_SECTORS:
            return replace(participant, actor=replace(home, sector=participant.actor.sector))
        return replace(participant, actor=replace(participant.actor, country=home.country))

    def homeless(self, actor: Actor) -> bool:
        """Whether an actor is one of whom the text names no country and no party that it acts for."""
        nowhere = actor.country is None and actor.principal is None
        return nowhere and actor.kind in UNPLACED and self.catalogue.party(actor.id) is None

    def measured(self, token: Token, kinds: frozenset[str], depth: int) -> tuple[Participant, ...]:
        """The participants behind a word of quantity: "thousands of Nigerians", "a group of Moroccan diplomats"."""
        if token.text.lower() not in self.agents.quantities:
            return ()
        of = (p.noun for p in self.syntax.own_phrases(token) if p.preposition in {"of", "from"})
        return next((found for noun in of if (found := self.at(noun, kinds, depth + 1))), ())

    def mention(self, token: Token) -> ActorMention | None:
        """The mention that the word heads, or one whose head hangs directly on the word or beside it."""
        found = self.by_head.get(token.i)
        if found is not None:
            return found
        inside = self.by_word.get(token.i)
        if inside is None or inside.form is MentionForm.ADJECTIVE:
            return None
        head = self.syntax.tokens[inside.head]
        beside = token.head == head.i and token.dep in {"appos", "compound", "nmod", "flat"}
        return inside if beside or head.head == token.i else None

    def is_name(self, token: Token) -> bool:
        """Whether a word is part of somebody's name: "Ban" in "Ban Ki-moon" forbids nothing."""
        inside = self.by_word.get(token.i)
        return inside is not None and inside.form is MentionForm.NAME and token.tag in {"NNP", "NNPS"}

    def participant(self, actor: Actor, span: Span, kinds: frozenset[str]) -> Iterator[Participant]:
        """The actor as a participant: those who act for a state become the state, the person kept by name."""
        if kinds & RAW and any(actor.kind in KINDS[k] for k in kinds):
            yield Participant(actor, actor.name if actor.kind is ActorKind.PERSON else None, (span,))
            return
        if kinds & OWN and actor.kind in {ActorKind.PERSON, ActorKind.BODY}:
            return
        party = self.nation(self.principal(actor))
        who = bool(kinds & WHO) and self.fits(actor, kinds & WHO)
        if party.kind is ActorKind.OUTLET or not (who or self.fits(party, kinds)):
            return
        named = actor.kind is ActorKind.PERSON and party.id != actor.id and actor.name != actor.role
        person = actor.name if named else None
        yield Participant(party, person, (span,))

    def nation(self, actor: Actor) -> Actor:
        """The state for a people named by its bare name: "the Palestinians and the Israelis agreed"."""
        people = actor.kind in {ActorKind.GROUP, ActorKind.UNKNOWN} and actor.sector == "CVL"
        if not people or actor.country is None or actor.name.lower() in self.agents.sector:
            return actor
        parties = self.catalogue.find(actor.name.removeprefix("the ").removeprefix("The "))
        state = self.catalogue.party(actor.country)
        return replace(self.catalogue.actor(state.id), sector="CVL") if state is not None and state in parties else actor

    def fits(self, actor: Actor, kinds: frozenset[str]) -> bool:
        """Whether an actor is of one of the kinds; any is where none is asked for."""
        if not kinds:
            return True
        people = actor.sector in self.agents.own_people
        by_sector = {"people": people, "officials": not people, "political": actor.sector in self.agents.political}
        return any(by_sector[k] if k in by_sector else actor.kind in KINDS[k] for k in kinds)

    def principal(self, actor: Actor) -> Actor:
        """The party for which an actor acts, itself where it acts for none."""
        sector = actor.sector
        home = self.homes.get(actor.id)
        if home is not None and actor.kind is ActorKind.BODY and sector in STATE_SECTORS:
            return replace(home, sector=sector)
        for _ in range(3):
            party = self.catalogue.party(actor.principal) if actor.principal else None
            if party is None or actor.kind not in {ActorKind.PERSON, ActorKind.BODY}:
                break
            actor = self.catalogue.actor(party.id)
        if actor.kind in STATES and actor.sector is None:
            actor = replace(actor, sector=sector or "GOV")
        return actor

    def agent(self, token: Token, kinds: frozenset[str], depth: int) -> tuple[Participant, ...]:
        """The states of a common noun's modifiers: "Serbian troops", "officials from Chad", "rebels in Mali"."""
        sector = self.agents.sector.get(token.text.lower())
        if sector is None or (kinds & RAW and not ("government" in kinds and sector == "GOV")):
            return ()
        span = Span(token.start, token.end)
        owners = next(
            (o for o in self.owned_by(token, depth + 1) if any(p.actor.kind in POLITICAL for p in o)), ()
        ) or self.located(token, depth + 1)
        return tuple(
            replace(p, actor=replace(p.actor, sector=sector) if p.actor.kind in STATES else p.actor, spans=(*p.spans, span))
            for p in owners
            if kinds & RAW or self.fits(replace(p.actor, sector=sector), kinds)
        )

    def located(self, token: Token, depth: int = 0) -> tuple[Participant, ...]:
        """The state in which a noun's people are said to be: "demonstrators in Baghdad"."""
        nouns = (p.noun for p in self.syntax.own_phrases(token) if p.preposition in self.agents.located)
        found = (self.one(noun, frozenset({"country"}), depth) for noun in nouns)
        return next((parties for parties in found if parties), ())

    def owned_by(self, token: Token, depth: int = 0) -> Iterator[tuple[Participant, ...]]:
        """The parties of each word that says whose a thing is, best first; of "of" nouns without a party theirs in turn."""
        for owner in self.syntax.owners(token):
            found = self.at(owner, frozenset(), depth + 1)
            if found:
                yield found
            elif depth < 3 and owner.dep == "pobj":
                yield from self.owned_by(owner, depth + 1)

    def place(self, token: Token, kinds: frozenset[str]) -> tuple[Participant, ...]:
        """The state in which a named place lies, or the place itself where a territory is asked for."""
        mention = self.places.get(token.i)
        if not kinds & {"country", "territory", "state"}:
            return ()
        if mention is None or not mention.place.country:
            return self.capital(token)
        if "territory" in kinds and mention.place.precision != "country":
            place = mention.place
            actor = Actor(place.id, place.name, ActorKind.TERRITORY, place.country)
            return (Participant(actor, None, (mention.span,)),)
        party = self.catalogue.party(mention.place.country)
        return (Participant(self.principal(self.catalogue.actor(party.id)), None, (mention.span,)),) if party else ()

    def capital(self, token: Token) -> tuple[Participant, ...]:
        """The state whose capital or seat of government a name is: "its embassy in *Kuala Lumpur*"."""
        if token.tag not in {"NNP", "NNPS"}:
            return ()
        words = [*self.syntax.children(token, "compound"), token]
        span = Span(words[0].start, token.end)
        parties = self.catalogue.find(span.of(self.syntax.reading.report.text))
        states = [p for p in parties if p.kind in STATES]
        return (Participant(self.principal(self.catalogue.actor(states[0].id)), None, (span,)),) if states else ()

    def political(self, participant: Participant) -> bool:
        """Whether a party is one whose acts are coded: a state and its bodies, an international body, an organized group."""
        actor = participant.actor
        if actor.kind in STATES and actor.sector == "CVL":
            return True  # a people by its bare name
        if actor.sector is not None and actor.sector not in self.agents.political:
            return False  # a state's bank, its students: not the state
        if self.homeless(actor):
            return False
        return actor.kind in POLITICAL or actor.sector in self.agents.political

    def eligible(self, participant: Participant) -> bool:
        """Whether a party's own acts are coded: political ones, and people who act together."""
        sector = participant.actor.sector
        if sector in self.agents.private or participant.actor.kind is ActorKind.OUTLET:
            return False
        if self.political(participant) or sector in self.agents.political:
            return True
        people = sector in self.agents.own_people and sector not in self.agents.observers
        return people and not self.homeless(participant.actor)

    def others(self, participants: Sequence[Participant], acting: Sequence[Participant]) -> tuple[Participant, ...]:
        """The participants that are none of those who act; a state's own people are others than its government."""
        taken = {p.actor.id for p in acting}
        sectors = {(p.actor.id, p.actor.sector) for p in acting}
        return tuple(
            p
            for p in participants
            if p.actor.id not in taken or (p.actor.sector in self.agents.own_people and (p.actor.id, p.actor.sector) not in sectors)
        )

    def people(self, token: Token) -> bool:
        """Whether a word names people of whom no country is said: "protesters", "two soldiers"."""
        mention = self.mention(token)
        if mention is not None:
            return all(self.homeless(a) for a in mention.actors)
        return token.text.lower() in self.agents.sector

    def own_people(self, token: Token, actor: Actor, persons: bool) -> tuple[Participant, ...]:
        """Such people taken for the actor's own: "police arrested *protesters*", "rebels freed *two soldiers*"."""
        mention = self.mention(token)
        if mention is not None:
            found = [p for a in mention.actors for p in self.participant(a, mention.span, frozenset())]
        else:
            sector = self.agents.sector.get(token.text.lower())
            name = token.text.lower()
            found = [Participant(Actor(f"u-{name}", name, ActorKind.GROUP, sector=sector), None, (token.span,))] if sector else []
        inside = actor.sector in self.agents.own_people or all(
            p.actor.sector in self.agents.own_people or (persons and p.actor.kind is ActorKind.PERSON) for p in found
        )
        if not inside or actor.country is None or not self.people(token):
            return ()
        return tuple(replace(p, actor=replace(p.actor, country=actor.country)) for p in found)


def distinct(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each party once; spans of the same party put together."""
    found: dict[tuple[str, str | None], Participant] = {}
    for p in participants:
        key = (p.actor.id, p.person)
        found[key] = replace(found[key], spans=tuple(dict.fromkeys((*found[key].spans, *p.spans)))) if key in found else p
    return tuple(found.values())


def without(participants: Sequence[Participant], others: Sequence[Participant]) -> tuple[Participant, ...]:
    """The participants whose party is none of the others'."""
    taken = {p.actor.id for p in others}
    return tuple(p for p in participants if p.actor.id not in taken)
