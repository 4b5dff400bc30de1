"""Frames against clauses: which frame of the codebook a predicate opens, and what fills its slots."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dateline.coding.codebook import Category, Frame, Place, Role, Slot
from dateline.coding.parties import POLITICAL, Parties
from dateline.coding.syntax import Phrase, Syntax
from dateline.model import Participant, Token

NOUN_OF = frozenset({"of"})
STATE = HOST = frozenset({"country"})
AIMED = frozenset({"at", "into", "toward", "towards"})  # behind these a place is what is aimed at: "fired rockets at Suva"
ASIDE = frozenset({"after", "following", "before", "since", "amid", "during", "despite", "without", "over", "against"})
"""Behind these a noun is not what its verb carries out: "put its army on alert *after* the deployment of troops"."""
OWN_CLAUSE = "own"  # C:own: what is said of the speaker, "said that it would not sign"
DEED = "deed"  # C:deed: what is to be done, "told Fiji to leave", not "told Fiji that it was late"


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot: the word, and the parties that it names (none for words and content)."""

    slot: Slot
    token: Token
    parties: tuple[Participant, ...] = ()


class Match(NamedTuple):
    """A frame with a predicate and fillers."""

    frame: Frame
    predicate: Token
    fillers: tuple[Filler, ...]

    def parties(self, *roles: Role) -> tuple[Participant, ...]:
        """The parties in some roles, in the order of the frame."""
        return tuple(p for f in self.fillers if f.slot.role in roles for p in f.parties)

    @property
    def words(self) -> tuple[Token, ...]:
        """The words that the frame asks for, in its order."""
        return tuple(f.token for f in self.fillers if f.slot.role is Role.WORDS)

    @property
    def weight(self) -> int:
        """How well the frame fits: what it asks for, and how many slots are filled."""
        return self.frame.weight + sum(filler_weight(f) for f in self.fillers)


def filler_weight(filler: Filler) -> int:
    """How much a filler tells: a party that is known most."""
    if filler.slot.role is Role.BOTH:
        return 4
    return 3 if any(p.actor.country or p.actor.kind in POLITICAL for p in filler.parties) else 1


class Matcher:
    """Matches the frames of one report's predicates."""

    def __init__(self, syntax: Syntax, parties: Parties) -> None:
        self.syntax = syntax
        self.parties = parties
        self.vocabularies: dict[int, frozenset[str]] = {}

    def match(self, frame: Frame, predicate: Token) -> Match | None:
        """The match of a frame with a predicate, or None."""
        if not self.has_words(frame, predicate) or (frame.particle and not self.has_particle(predicate, frame.particle)):
            return None
        if frame.agentless and self.has_agent(frame, predicate):
            return None
        fillers: tuple[Filler, ...] = ()
        for slot in frame.slots:
            filled = self.fill(slot, predicate, fillers, frame)
            if filled is None:
                return None
            fillers = filled
        if self.done_by_another(frame, predicate, fillers):
            return None
        if not self.words_present(frame, predicate, fillers) or self.words_absent(frame, predicate, fillers):
            return None
        return Match(frame, predicate, fillers)

    def has_words(self, frame: Frame, predicate: Token) -> bool:
        """Whether the sentence holds the words without which the frame cannot match: most frames are out at once."""
        vocabulary = self.vocabularies.get(predicate.sentence)
        if vocabulary is None:
            sentence = self.syntax.reading.sentences[predicate.sentence]
            words = self.syntax.tokens[sentence.first : sentence.last]
            vocabulary = frozenset((*(t.text.lower() for t in words), *(t.lemma.lower() for t in words)))
            self.vocabularies[predicate.sentence] = vocabulary
        return not any(words.isdisjoint(vocabulary) for words in frame.needed)

    def done_by_another(self, frame: Frame, predicate: Token, fillers: Sequence[Filler]) -> bool:
        """Whether a line without a subject would name another actor than the clause: "Fiji closed the consulate of Malta"."""
        if frame.category is not Category.VERB or frame.slots[0].place is Place.SUBJECT or self.syntax.passive(predicate):
            return False
        named = {p.actor.id for f in fillers if f.slot.role is Role.ACTOR for p in f.parties}
        subject = next((found for t in self.syntax.actors(predicate) if (found := self.parties.at(t, STATE))), ())
        return bool(named and subject) and not named & {p.actor.id for p in subject}

    def has_particle(self, verb: Token, particle: str) -> bool:
        """Whether the particle hangs on the verb or follows it within a few words ("cut its ties off")."""
        near = self.syntax.children(verb, "prt", "advmod", "prep", "npadvmod")
        return any(t.text.lower() == particle and t.i > verb.i and not self.opens_phrase(t, verb) for t in near)

    def has_agent(self, frame: Frame, predicate: Token) -> bool:
        """Whether a clause tells who acts, so that a line for those who suffer alone does not fit it."""
        if frame.category is not Category.VERB or frame.slots[0].place is Place.SUBJECT:
            return False
        return not self.syntax.passive(predicate) or any(self.parties.at(t) for t in self.syntax.actors(predicate))

    def behind_particle(self, verb: Token, particle: str) -> list[Token]:
        """The nouns that the parse hangs on a particle, which are the verb's objects: "sealed off *the island*"."""
        words = (t for t in self.syntax.children(verb, "prt", "prep") if particle and t.text.lower() == particle)
        return [noun for word in words for noun in self.syntax.children(word, "pobj")]

    def opens_phrase(self, word: Token, verb: Token) -> bool:
        """Whether a preposition has its own noun behind an object: "gave a speech in Lima" is no giving in."""
        return word.dep == "prep" and bool(self.syntax.children(word, "pobj")) and bool(self.syntax.children(verb, "dobj"))

    def words_present(self, frame: Frame, predicate: Token, fillers: Iterable[Filler]) -> bool:
        """Whether the words that the frame asks for stand in the clause, or in what is said."""
        if not frame.present:
            return True
        here = [t for _, t in self.syntax.local(predicate)]
        nouns = [f.token for f in fillers if f.slot.role is Role.WORDS]
        for head in (predicate, *nouns):
            for purpose in self.syntax.children(head, "advcl", "xcomp", "acl", "relcl"):
                told = self.syntax.children(purpose, "aux") or purpose.lemma in self.syntax.grammar.loading
                here.extend(t for _, t in self.syntax.local(purpose) if told)
        for filler in fillers:
            if filler.slot.role is Role.CONTENT and OWN_CLAUSE in filler.slot.kinds:
                here.extend(t for _, t in self.syntax.local(filler.token))
            elif filler.slot.role is Role.CONTENT:
                here.extend(self.syntax.subtree(filler.token))
            elif filler.slot.place is Place.CLAUSE:
                here.extend(t for c in self.syntax.children(predicate, "ccomp") for _, t in self.syntax.local(c))
        texts = {t.text.lower() for t in here} | {t.lemma.lower() for t in here}
        return all(words & texts for words in frame.present)

    def words_absent(self, frame: Frame, predicate: Token, fillers: Iterable[Filler]) -> bool:
        """Whether a word that the frame forbids stands with the predicate or with one of its nouns."""
        if not frame.absent:
            return False
        heads = [predicate, *(f.token for f in fillers if f.slot.role is Role.WORDS)]
        beside = [c.text.lower() for h in heads for c in (*self.syntax.children(h), h)]
        if not frame.absent.isdisjoint(self.syntax.grammar.diplomatic):
            return any(word in frame.absent for word in beside)
        diplomatic = any(word in self.syntax.grammar.diplomatic for word in beside)  # "cut diplomatic, trade and travel ties"
        return not diplomatic and any(word in frame.absent for word in beside)

    # ------------------------------------------------------------------ slots

    def fill(self, slot: Slot, predicate: Token, done: tuple[Filler, ...], frame: Frame) -> tuple[Filler, ...] | None:
        """The fillers with this slot's added; None where a slot that is needed stays empty."""
        for candidate in self.candidates(slot, predicate, done, frame):
            filled = self.try_token(slot, candidate, done)
            if filled is not None:
                return filled
        return done if slot.optional or slot.inherits else None

    def candidates(self, slot: Slot, predicate: Token, done: Sequence[Filler], frame: Frame) -> Iterator[Token]:
        """The words that may fill a slot, best first."""
        taken = {f.token.i for f in done}
        if slot.place is Place.SUBJECT:
            bearer = frame.category is Category.ADJECTIVE and self.syntax.passive(predicate)  # "was heartened by their help"
            host = frame.host and slot.role is Role.ACTOR
            found: Iterable[Token] = self.syntax.surface_subjects(predicate) if bearer else self.subject(slot, predicate, host)
        elif slot.place is Place.OBJECT:
            found = [*self.syntax.objects(predicate), *self.behind_particle(predicate, frame.particle)]
            if slot.role is Role.CONTENT:
                misread = (
                    c
                    for c in self.syntax.children(predicate, "advcl")
                    if any(t.tag == "TO" for t in self.syntax.children(c, "aux"))
                )
                found = [*self.syntax.children(predicate, "xcomp", "ccomp"), *found, *misread]  # "threatened on Friday *to leave*"
        elif slot.place is Place.CLAUSE:
            clauses = self.syntax.children(predicate, "ccomp")
            found = [t for c in clauses for t in (*self.syntax.actors(c), *self.syntax.surface_subjects(c))]
        elif slot.place is Place.OWNER:
            found = self.noun_actors(predicate, slot)
        else:
            found = self.phrase_candidates(slot, predicate, done, frame)
        yield from (t for t in found if t.i not in taken)

    def subject(self, slot: Slot, predicate: Token, host: bool) -> Iterator[Token]:
        """Who acts; for frames whose subject is a thing ("relations between A and R end"), the surface subject as well.

        With ``host`` the place of a passive without an agent: "was arrested in Fiji".
        """
        yield from self.syntax.actors(predicate)
        if slot.role is Role.WORDS and self.syntax.passive(predicate):
            yield from self.syntax.surface_subjects(predicate)
        if host and self.syntax.passive(predicate):
            located = self.parties.agents.located
            yield from (p.noun for p in self.syntax.phrases(predicate) if p.preposition in located)

    def noun_actors(self, noun: Token, slot: Slot) -> Iterator[Token]:
        """Who may do what a noun names: its owner, "by", "from", or the subject of the verb that carries it out.

        Where the owner may be left out also the subject of the clause to whose time it is told:
        "*Fiji* left after talks with Malta".
        """
        owners = self.syntax.owners(noun)
        yield from (t for t in owners if t.dep in {"poss", "amod", "compound", "nmod"})
        yield from (p.noun for p in self.syntax.own_phrases(noun) if p.preposition in {"by", "from"})
        verb = self.syntax.head(noun)
        if verb is not None and noun.dep in {"dobj", "nsubjpass", "pobj"}:
            aside = verb.text.lower() in ASIDE
            verb = self.syntax.head(verb) if noun.dep == "pobj" else verb
            verbs = self.syntax.grammar.closing if self.is_behind(noun, {"with"}) else self.syntax.grammar.support
            timed = slot.optional and self.is_behind(noun, self.syntax.grammar.timing)
            if verb is not None and (timed or (verb.lemma in verbs and not aside)):
                yield from self.syntax.actors(verb)

    def is_behind(self, noun: Token, prepositions: Collection[str]) -> bool:
        """Whether a noun stands behind one of some prepositions."""
        head = self.syntax.head(noun)
        return noun.dep == "pobj" and head is not None and head.text.lower() in prepositions

    def phrase_candidates(self, slot: Slot, predicate: Token, done: Sequence[Filler], frame: Frame) -> Iterator[Token]:
        """The nouns of the phrases with one of the slot's prepositions; for a noun, of its verb's phrases as well."""
        phrases = self.syntax.phrases(predicate)
        if frame.category is Category.NOUN:
            phrases = [*phrases, *self.governor_phrases(predicate)]
        if slot.role is Role.CONTENT:
            yield from self.clauses(slot, predicate)
        near = {p.noun.i for p in self.syntax.own_phrases(predicate)}
        yield from (p.noun for p in phrases if p.preposition in slot.prepositions and (p.preposition != "of" or p.noun.i in near))
        yield from self.modifiers_instead(slot, done)
        yield from self.phrases_of_meant(slot, predicate, done)
        if frame.category is Category.NOUN and slot.prepositions & NOUN_OF:
            yield from (t for t in self.syntax.owners(predicate) if t.dep in {"poss", "amod", "compound", "nmod"})

    def clauses(self, slot: Slot, predicate: Token) -> Iterator[Token]:
        """The clauses that stand where a phrase might: "to sign" for "to C", "against signing" for "against C"."""
        if "to" in slot.prepositions:
            clauses = self.syntax.children(predicate, "xcomp", "advcl", "acl", "ccomp")
            yield from (c for c in clauses if any(a.tag == "TO" for a in self.syntax.children(c, "aux")))
        for prep in self.syntax.children(predicate, "prep"):
            if prep.text.lower() in slot.prepositions:
                yield from self.syntax.children(prep, "pcomp")

    def modifiers_instead(self, slot: Slot, done: Sequence[Filler]) -> Iterator[Token]:
        """Modifiers in a phrase's place: "cut *Iran* ties" for "ties with Iran"."""
        if slot.role is Role.RECIPIENT and slot.prepositions & {"with", "between", "of"}:
            nouns = [f.token for f in done if f.slot.role is Role.WORDS]
            found = (t for n in nouns for t in self.syntax.children(n, "amod", "compound", "nmod", "poss"))
            yield from (t for t in found if t.tag != "PRP$")  # "its ties" are those of who acts

    def phrases_of_meant(self, slot: Slot, predicate: Token, done: Sequence[Filler]) -> Iterator[Token]:
        """The nouns of the phrases of what a pronoun means, and of its verb: "closed its embassy *in Suva* and reopened it"."""
        for noun in (f.token for f in done if f.slot.role is Role.WORDS and f.token.i < predicate.i):
            verb = self.syntax.head(noun)
            if verb is not None and verb.i != predicate.i and noun.dep in {"dobj", "nsubjpass"}:
                yield from (p.noun for p in self.syntax.phrases(verb) if p.preposition in slot.prepositions)

    def governor_phrases(self, noun: Token) -> list[Phrase]:
        """The phrases of the verb whose subject or object a noun is: "talks were held with Fiji".

        An "of" that hangs on another noun is that noun's: "cut ties with Fiji over the expulsion of Kenyans".
        """
        if noun.dep not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
            return []
        verb = next((a for a in self.syntax.ancestors(noun) if self.syntax.is_verb(a) or a.pos == "AUX"), None)
        if verb is None:
            return []
        return [p for p in self.syntax.phrases(verb) if p.noun.i > noun.i and (p.preposition != "of" or p.on.i == verb.i)]

    def try_token(self, slot: Slot, token: Token, done: tuple[Filler, ...]) -> tuple[Filler, ...] | None:
        """The fillers with this word in the slot, its inner slots filled too; None where it does not fit."""
        if slot.role is Role.WORDS:
            return self.try_words(slot, token, done)
        if slot.role is Role.CONTENT:
            if OWN_CLAUSE in slot.kinds and not self.of_actor(token, done):
                return None
            if DEED in slot.kinds and not self.is_deed(token):
                return None
            return (*done, Filler(slot, token))
        parties = self.parties_for(slot, token, done)
        if not parties and slot.role is Role.RECIPIENT and not slot.kinds and self.parties.people(token):
            return (*done, Filler(slot, token))
        if not parties or (slot.role is Role.BOTH and len(parties) < 2):
            return None
        return self.fill_inner(slot, token, (*done, Filler(slot, token, parties)))

    def is_deed(self, token: Token) -> bool:
        """Whether a clause tells what is to be done, by an infinitive or a subjunctive: "insisted that Fiji *leave*"."""
        auxiliaries = self.syntax.children(token, "aux")
        return any(c.tag == "TO" for c in auxiliaries) or (token.tag == "VB" and token.dep == "ccomp" and not auxiliaries)

    def of_actor(self, token: Token, done: Sequence[Filler]) -> bool:
        """Whether what is said is said of the one who says it: "said *it* would not sign", "*we* are ready"."""
        subjects = self.syntax.children(token, "nsubj", "nsubjpass")
        named = {p.actor.id for t in subjects for p in self.parties.at(t)}
        acting = {p.actor.id for f in done if f.slot.role is Role.ACTOR for p in f.parties}
        return bool(named & acting) if named else all(t.pos == "PRON" and t.tag == "PRP" for t in subjects)

    def parties_for(self, slot: Slot, token: Token, done: Sequence[Filler]) -> tuple[Participant, ...]:
        """The parties of a word that may fill a slot; no party fills both sides of an act, but for "each other"."""
        acting = tuple(p for f in done if f.slot.role is Role.ACTOR for p in f.parties)
        if slot.role is Role.RECIPIENT and self.syntax.reciprocal(token):
            return acting if len(acting) > 1 and all(self.parties.fits(p.actor, slot.kinds) for p in acting) else ()
        if self.is_guest_house(slot, token):
            return self.parties.located(token)
        named = self.parties.at(token, slot.kinds)
        if not named and slot.role is Role.ACTOR and token.dep == "pobj" and not slot.kinds:
            named = self.parties.place(token, frozenset({"country"}))
        if not named and slot.role is Role.RECIPIENT and slot.prepositions & AIMED and not slot.kinds:
            named = self.parties.place(token, frozenset({"country"}))
        if slot.role is Role.RECIPIENT and slot.prepositions & self.parties.agents.located and slot.kinds >= HOST:
            acting = (*acting, *self.senders(done))
        found = self.parties.others(named, acting) if slot.role is Role.RECIPIENT else named
        mission = self.syntax.tokens[token.head].lemma.lower() in self.syntax.grammar.missions
        own = token.tag == "PRP$" and (slot.place is Place.OWNER or mission)  # "Fiji left, Malta recalled *its* envoy": not Fiji's
        if named and not found and token.tag in {"PRP", "PRP$"} and not own and not token.text.lower().endswith("self"):
            found = self.parties.named_before(token, slot.kinds, acting)
        stateless = slot.kinds >= HOST and all(self.parties.homeless(p.actor) for p in found)
        if not slot.loose or (found and not stateless):
            return found
        return next(self.owners_for(slot, token, acting), ())

    def senders(self, done: Sequence[Filler]) -> tuple[Participant, ...]:
        """Whose the missions are of which is told: no state has an American embassy at a Kingston in New York."""
        owners = (t for f in done for t in self.syntax.children(f.token, "poss", "amod", "compound") if f.slot.role is Role.WORDS)
        return tuple(p for owner in owners for p in self.parties.at(owner))

    def owners_for(self, slot: Slot, token: Token, acting: Sequence[Participant]) -> Iterator[tuple[Participant, ...]]:
        """The parties whose thing a word names: "condemned *Russia*'s move"."""
        for owners in self.parties.owned_by(token):
            rest = self.parties.others(owners, acting) if slot.role is Role.RECIPIENT else owners
            if rest and not all(slot.kinds >= HOST and self.parties.homeless(p.actor) for p in rest):
                yield rest

    def is_guest_house(self, slot: Slot, token: Token) -> bool:
        """Whether a mission stands where the state is asked for in which another's is: "a section in the Swiss embassy in Suva"."""
        located = slot.prepositions & self.parties.agents.located
        return bool(located) and slot.kinds >= HOST and token.lemma.lower() in self.syntax.grammar.missions

    def try_words(self, slot: Slot, token: Token, done: tuple[Filler, ...]) -> tuple[Filler, ...] | None:
        """The fillers with the first coordinated word that is one of the slot's."""
        for word in (*self.parties.coordinated(token), *self.counted(token), *self.meant(token)):
            if self.is_one_of(word, slot.words) and not self.parties.names_state(word) and not self.does_more(word):
                return self.fill_inner(slot, word, (*done, Filler(slot, word)))
        return None

    def does_more(self, noun: Token) -> bool:
        """Whether somebody is called one of a row for what an infinitive tells: "became the first *member* of the Union to …"."""
        head = self.syntax.head(noun)
        called = noun.dep == "attr" and head is not None and head.lemma in self.syntax.grammar.copulas
        return called and self.parties.in_row(noun) and any(c.tag == "VB" for c in self.syntax.children(noun, "acl", "relcl"))

    def meant(self, token: Token) -> list[Token]:
        """The objects of the verb before that a pronoun may mean: "severed ties in 2009 and restored *them* in 2019"."""
        known = self.parties.by_head.get(token.i) if token.text.lower() in {"he", "she"} else None
        if known is not None and known.antecedent is not None:  # "its ambassador …; *he* returned later"
            return [t for t in self.syntax.within(known.antecedent) if t.i in self.parties.by_head]
        verb = self.syntax.head(token)
        before = self.syntax.head(verb) if verb is not None and verb.dep in {"conj", "advcl"} else None
        if token.text.lower() not in {"it", "them"} or before is None or before.i > token.i:
            return []
        return self.syntax.objects(before)

    def counted(self, token: Token) -> list[Token]:
        """The noun behind a word of quantity: "a series of bombs"."""
        if token.text.lower() not in self.parties.agents.quantities:
            return []
        return [p.noun for p in self.syntax.own_phrases(token) if p.preposition == "of"]

    def is_one_of(self, word: Token, words: frozenset[str]) -> bool:
        """Whether the word, alone or with the one before it, is in a set."""
        text = word.text.lower()
        if text in words or word.lemma.lower() in words:
            return True
        before = self.syntax.tokens[word.i - 1].text.lower() if word.i else ""
        of = (f"{text} of {p.noun.text.lower()}" for p in self.syntax.own_phrases(word) if p.preposition == "of")
        return f"{before} {text}" in words or any(phrase in words for phrase in of)

    def fill_inner(self, slot: Slot, token: Token, done: tuple[Filler, ...]) -> tuple[Filler, ...] | None:
        """The fillers with those of the slots that hang on this slot's noun."""
        for inner in slot.inner:
            for candidate in self.inner_candidates(inner, token):
                filled = self.try_token(inner, candidate, done)
                if filled is not None:
                    done = filled
                    break
            else:
                if not inner.optional and not inner.inherits:
                    return None
        return done

    def inner_candidates(self, slot: Slot, noun: Token) -> Iterator[Token]:
        """The words on a noun that may fill a slot: phrases with its preposition; for "of", possessives and modifiers too."""
        if slot.place is Place.OWNER:
            yield from self.syntax.children(noun, "poss", "amod", "compound", "nmod")
            return
        own = {p.noun.i for p in self.syntax.own_phrases(noun)}
        phrases = self.syntax.phrases(noun)
        yield from (p.noun for p in phrases if p.preposition in slot.prepositions and (p.preposition != "of" or p.noun.i in own))
        yield from (p.noun for p in self.governor_phrases(noun) if p.preposition in slot.prepositions)
        if slot.prepositions & {"of", "with"}:  # what follows is where it is: "Legation Luxembourg"
            yield from (t for t in self.syntax.children(noun, "poss", "amod", "compound", "nmod") if t.i < noun.i)


def best(matches: Sequence[Match]) -> list[Match]:
    """The matches of one predicate that count: the one that fits best, and those told beside others.

    Of coordinated nouns each has its own: "diplomatic *relations* and the *embassy* in Suva were established".
    """
    main = sorted((m for m in matches if not m.frame.beside), key=lambda m: -m.weight)
    beside = [m for m in matches if m.frame.beside]
    chosen = main[:1]
    for match in main[1:]:
        if all(of_another_noun(match, other) for other in chosen):
            chosen.append(match)
    acts = {m.frame.act for m in chosen}
    for match in sorted(beside, key=lambda m: -m.weight):
        if match.frame.act not in acts:
            acts.add(match.frame.act)
            chosen.append(match)
    return chosen


def of_another_noun(match: Match, other: Match) -> bool:
    """Whether two matches of a predicate tell different acts, each with a noun of its own in one coordination."""
    if match.frame.act == other.frame.act:
        return False
    return any(coordinated(n, t) or coordinated(t, n) for n in match.words[:1] for t in other.words[:1])


def coordinated(one: Token, other: Token) -> bool:
    """Whether a word is coordinated to another one."""
    return one.dep == "conj" and one.head == other.i


def with_role(match: Match, role: Role, slot: Slot, token: Token, parties: tuple[Participant, ...]) -> Match:
    """The match with a party put into a role from outside of its clause."""
    return match._replace(fillers=(*match.fillers, Filler(replace(slot, role=role), token, parties)))
