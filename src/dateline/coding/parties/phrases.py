"""Noun phrases → participants: which words name which party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from dateline.coding.parties.nouns import NOUNS, long_name
from dateline.coding.parties.places import at_home, capital, is_here, landlord, lands, outlet_home, reported_from, would_be_seat
from dateline.coding.parties.society import COUNTRY, OWN, POLITICAL, RAW, STATE_SECTORS, STATES, Society, distinct
from dateline.coding.syntax import Syntax
from dateline.coding.syntax.kept import once_a_word
from dateline.model import (
    Actor,
    ActorKind,
    ActorMention,
    MentionForm,
    Participant,
    PlaceMention,
    Resolution,
    Span,
    Token,
)
from dateline.resolve import Catalogue
from dateline.resolve.actors.words import tables

PART = 3  # how deep the parts of places are looked through: "in a part of the city of Suva"


class Parties(Society):
    """The parties of one report, asked for by the words that name them."""

    def __init__(self, syntax: Syntax, resolution: Resolution, catalogue: Catalogue) -> None:
        super().__init__(catalogue)
        self.syntax = syntax
        self.answers: dict[tuple[str, int], Any] = {}
        self.asked: dict[tuple[int, frozenset[str], int, int], tuple[Participant, ...]] = {}
        self.by_head: dict[int, ActorMention] = {}
        self.by_word: dict[int, ActorMention] = {}
        for mention in sorted(resolution.actors, key=lambda m: m.span.end - m.span.start):
            self.by_head[mention.head] = mention
            self.by_word.update({t.i: mention for t in syntax.within(mention.span)})
        self.places: dict[int, PlaceMention] = {t.i: p for p in resolution.places for t in syntax.within(p.span)}
        self.here = reported_from(self)

    def at(self, token: Token, kinds: frozenset[str] = frozenset(), depth: int = 0) -> tuple[Participant, ...]:
        """The participants that a noun phrase names, coordinated ones included; told once as long as no further home is known."""
        key = (token.i, kinds, depth, len(self.homes))
        if key not in self.asked:
            self.asked[key] = distinct(p for conjunct in self.coordinated(token) for p in self.one(conjunct, kinds, depth))
        return self.asked[key]

    @once_a_word
    def coordinated(self, token: Token) -> tuple[Token, ...]:
        """The word and the nouns coordinated after it."""
        found = [token]
        for t in found:
            beside = (c for word in self.named_with(t) for c in self.syntax.children(word, "conj"))
            found.extend(c for c in beside if c not in found and not self.other_clause(c))
        return tuple(found)

    def named_with(self, token: Token) -> list[Token]:
        """The word and the others of the name that it heads: "the Republic of *Austria* and Chile" are two; of an office whoever
        holds it: "the envoy *Ann Vella* and Luis Soto".
        """
        mention = self.by_head.get(token.i)
        long = mention is not None and mention.form is MentionForm.NAME and token.lemma.lower() in self.agents.state_forms
        holders = (t for t in self.syntax.children(token, "appos") if token.tag == "NN" and t.tag == "NNP")
        return [token, *(t for t in self.syntax.within(mention.span) if t.i > token.i)] if mention and long else [token, *holders]

    def other_clause(self, token: Token) -> bool:
        """Whether a coordinated word belongs to a clause of its own: "expelled 35 people and *Germany* 40"."""
        gap = token.tag.startswith("NNP") and any(n.i > token.i for n in self.syntax.children(token, "nummod"))
        return gap or self.syntax.is_verb(token)

    def one(self, token: Token, kinds: frozenset[str] = frozenset(), depth: int = 0) -> tuple[Participant, ...]:
        """The participants that a word names by itself or through what it stands for."""
        if self.a_doctrine(token):
            return ()
        mention = self.mention(token)
        row = tuple(self.syntax.stands_for(token)) if mention is None or mention.form is MentionForm.NOMINAL else ()
        if row and depth < 3:  # "the third country to …": what it is said of, not what stood before
            found = next((found for other in row if (found := self.at(other, kinds, depth + 1))), ())
            if found or mention is None or self.in_row(token):
                return found
        if mention is not None:
            kinds = self.asked_of(token, kinds)
            told = self.listed(token, kinds, depth) or self.mentioned(token, mention, kinds, depth)
            if told is not None:
                return told or landlord(token, mention, kinds, self)
        found = self.beside(token, kinds, depth) if depth < 3 else ()
        if found:
            return found
        if depth < 3:
            for way in (self.measured, self.noun, self.agent):
                found = way(token, kinds, depth)
                if found:
                    return found
        return self.place(token, kinds)

    def mentioned(self, token: Token, mention: ActorMention, kinds: frozenset[str], depth: int) -> tuple[Participant, ...] | None:
        """The participants of a mention, those in apposition before people of nowhere; None where other words may tell them."""
        fitting = [self.placed(p, token, depth) for a in mention.actors for p in self.participant(a, mention.span, kinds)]
        known = [p for p in fitting if not self.homeless(p.actor)]
        beside = () if known or depth >= 3 else self.beside(token, kinds, depth) or long_name(token, kinds, depth, self)
        own = beside or fitting or (mention.head == token.i and mention.actors)
        return (beside or tuple(fitting)) if own else None

    def listed(self, token: Token, kinds: frozenset[str], depth: int) -> tuple[Participant, ...]:
        """The states of a row that says who the members of a body are: "two EU members, *Malta and Cyprus*, voted against it"."""
        if depth >= 3 or token.lemma.lower() not in self.syntax.grammar.class_nouns:
            return ()
        rows = (self.at(other, kinds, depth + 1) for other in self.syntax.children(token, "appos"))
        return next((row for row in rows if row and all(p.actor.kind in STATES for p in row)), ())

    def a_doctrine(self, token: Token) -> bool:
        """Whether a state's name with a "one" before it is a principle and no party: "recognizes *one China* in the world"."""
        before = self.syntax.tokens[token.i - 1] if token.i else token
        return token.tag == "NNP" and before.text.lower() == "one" and before.dep == "nummod" and before.head == token.i

    def in_row(self, token: Token) -> bool:
        """Whether a noun is one of a row, so that what stands behind it is not who acts: "the *first* member of the Union to"."""
        return any(c.text.lower() in self.syntax.grammar.ordinals for c in self.syntax.children(token, "amod", "nummod"))

    def asked_of(self, token: Token, kinds: frozenset[str]) -> frozenset[str]:
        """The kinds that are asked of a word; "their independence" is that of their states, though "they" are ministers."""
        return kinds - OWN | {"country"} if token.tag == "PRP$" and kinds & OWN else kinds

    def noun(self, token: Token, kinds: frozenset[str], depth: int) -> tuple[Participant, ...]:
        """The states for which a common noun for a state stands: "the *Federation* of Nigeria", "the *republics* in Donetsk"."""
        return next((found for way in NOUNS if (found := way(token, kinds, depth, self))), ())

    def beside(self, token: Token, kinds: frozenset[str], depth: int) -> tuple[Participant, ...]:
        """The known participants that an apposition or a list names: "the Labour Office (ILO)", "ten states, including Fiji"."""
        named = [p.noun for p in self.syntax.own_phrases(token) if p.preposition in self.agents.including]
        for other in (*self.syntax.children(token, "appos"), *named):
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
            where = self.located(token, depth + 1) or next(owners, ()) or self.adjective(token)
            if not where:
                return participant if depth else at_home(participant, self)
            home = self.homes[participant.actor.id] = where[0].actor
        if participant.actor.kind is ActorKind.BODY and participant.actor.sector in STATE_SECTORS:
            return replace(participant, actor=replace(home, sector=participant.actor.sector))
        return replace(participant, actor=replace(participant.actor, country=home.country))

    def adjective(self, token: Token) -> tuple[Participant, ...]:
        """The state whose adjective or name stands before a noun: "*Bosnian* Serbs"."""
        for modifier in self.syntax.children(token, "amod", "compound"):
            if self.bound(modifier):
                continue
            states = [p for p in self.catalogue.named(modifier.text) if p.kind in STATES]
            if states:
                return (Participant(self.principal(self.catalogue.actor(states[0].id)), None, (modifier.span,)),)
        return ()

    def bound(self, token: Token) -> bool:
        """Whether a prefix binds a name to a cause and not to a home: "*pro-Russian* activists"."""
        before = [t.text.lower() for t in self.syntax.tokens[max(0, token.i - 2) : token.i]]
        return before[-1:] == ["-"] and before[0] in tables("whose")["prefixes"]

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

    def names_state(self, token: Token) -> bool:
        """Whether a word is part of a state's name: "recognition of the Sahrawi Republic" has no word for what is recognized."""
        inside = self.by_word.get(token.i)
        return inside is not None and self.is_name(token) and all(actor.kind in STATES for actor in inside.actors)

    def agent(self, token: Token, kinds: frozenset[str], depth: int) -> tuple[Participant, ...]:
        """The states of a common noun's modifiers: "Serbian troops", "officials from Chad", "rebels in Mali"."""
        sector = self.agents.sector.get(token.text.lower())
        if sector is None or (kinds & RAW and not ("government" in kinds and sector == "GOV")):
            return ()
        span = Span(token.start, token.end)
        owners = next(
            (o for o in self.owned_by(token, depth + 1) if any(p.actor.kind in POLITICAL for p in o)), ()
        ) or self.located(token, depth + 1)
        verb = self.syntax.head(token)
        if not owners and token.text.lower() in self.agents.crowds and verb is not None and token.dep == "nsubj":
            owners = self.located(verb, depth + 1)  # "thousands marched in Suva"
        return tuple(
            replace(p, actor=replace(p.actor, sector=sector) if p.actor.kind in STATES else p.actor, spans=(*p.spans, span))
            for p in owners
            if kinds & RAW or self.fits(replace(p.actor, sector=sector), kinds)
        )

    def located(self, token: Token, depth: int = 0) -> tuple[Participant, ...]:
        """The state in which a noun's people are said to be: "demonstrators in Baghdad"."""
        settled = (c for c in self.syntax.children(token, "acl") if c.lemma in self.agents.settled)  # "a group *based* in Fiji"
        phrases = self.syntax.phrases(token) if self.syntax.is_verb(token) else self.syntax.own_phrases(token)
        phrases = (*phrases, *(p for clause in settled for p in self.syntax.own_phrases(clause)))
        nouns = (p.noun for p in phrases if p.preposition in self.agents.located)
        found = (self.one(noun, COUNTRY, depth) or self.part(noun, depth) for noun in nouns)
        return next((parties for parties in found if parties), ())

    def part(self, token: Token, depth: int = 0) -> tuple[Participant, ...]:
        """The state of which a noun for a place names a part: "in a *suburb* of Suva", "in Fiji's northern *province*"."""
        if token.text.lower() not in self.agents.parts or depth >= PART:
            return ()
        found = (self.one(o, COUNTRY, depth + 1) or self.part(o, depth + 1) for o in lands(token, self))
        return next((parties for parties in found if parties and parties[0].actor.kind in STATES), ())

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
        if is_here(token):
            return tuple(replace(p, spans=(token.span,)) for p in self.here or outlet_home(self))
        if not kinds & {"country", "territory", "state"}:
            return ()
        if mention is None or not mention.place.country:
            return capital(token, self) or (self.part(token) if not kinds & OWN or "territory" in kinds else ())
        if "territory" in kinds and mention.place.precision != "country":
            place = mention.place
            actor = Actor(place.id, place.name, ActorKind.TERRITORY, place.country)
            return (Participant(actor, None, (mention.span,)),)
        party = would_be_seat(token, mention.place.country, kinds, self) or self.catalogue.party(mention.place.country)
        return (Participant(self.principal(self.catalogue.actor(party.id)), None, (mention.span,)),) if party else ()

    def named_before(self, pronoun: Token, kinds: frozenset[str], acting: Sequence[Participant]) -> tuple[Participant, ...]:
        """The party named last before a pronoun that cannot mean those who act: "Fiji left Malta, accusing *it*"."""
        first = self.syntax.reading.sentences[pronoun.sentence].first
        heads = (self.by_head.get(t.i) for t in reversed(self.syntax.tokens[first : pronoun.i]))
        names = (m for m in heads if m is not None and m.form is not MentionForm.PRONOUN)
        found = (self.others(self.one(self.syntax.tokens[m.head], kinds), acting) for m in names)
        return next((parties for parties in found if parties and parties[0].actor.kind in POLITICAL), ())

    def house(self, party: str, token: Token) -> tuple[Participant, ...]:
        """The state in whose way of writing a word stands."""
        return (Participant(self.principal(self.catalogue.actor(party)), None, (token.span,)),)

    def people(self, token: Token) -> bool:
        """Whether a word names people of whom no country is said: "protesters", "two soldiers"; or parties: "thirty countries"."""
        mention = self.mention(token)
        if mention is not None:
            return all(self.homeless(a) for a in mention.actors)
        word = token.text.lower()
        return word in self.agents.sector or word in self.agents.unnamed
