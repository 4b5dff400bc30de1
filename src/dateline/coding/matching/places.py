"""Where in a clause the words stand that may fill a slot: its subject, its objects, its phrases, what hangs on its noun."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from dateline.coding.codebook import Category, Frame, Place, Role, Slot
from dateline.coding.matching.records import Filler
from dateline.coding.parties import COUNTRY, Parties
from dateline.coding.parties.motions import Motions
from dateline.coding.parties.places import is_here
from dateline.coding.syntax import Phrase, Syntax
from dateline.coding.syntax.belonging import belonging
from dateline.model import Token

MODIFIERS = ("poss", "amod", "compound", "nmod")  # how a noun is hung on another one without a preposition
ASIDE = frozenset({"after", "following", "before", "since", "amid", "during", "despite", "without", "over", "against"})
"""Behind these a noun is not what its verb carries out: "put its army on alert *after* the deployment of troops"."""


class Places:
    """Finds the candidates for the slots of frames in one report, best first."""

    def __init__(self, syntax: Syntax, parties: Parties, motions: Motions) -> None:
        self.syntax = syntax
        self.parties = parties
        self.motions = motions

    def candidates(self, slot: Slot, predicate: Token, done: Sequence[Filler], frame: Frame) -> Iterator[Token]:
        """The words that may fill a slot, best first."""
        taken = {f.token.i for f in done}
        yield from (t for t in self.at_place(slot, predicate, done, frame) if t.i not in taken)

    def at_place(self, slot: Slot, predicate: Token, done: Sequence[Filler], frame: Frame) -> Iterable[Token]:
        """The words at a slot's place."""
        match slot.place:
            case Place.SUBJECT:
                return self.subjects(slot, predicate, frame)
            case Place.OBJECT:
                return self.objects(slot, predicate, frame)
            case Place.CLAUSE:
                clauses = self.syntax.children(predicate, "ccomp")
                return (t for c in clauses for t in (*self.syntax.actors(c), *self.syntax.surface_subjects(c)))
            case Place.OWNER:
                return self.noun_actors(predicate, slot)
            case _:
                return self.phrase_candidates(slot, predicate, done, frame)

    def subjects(self, slot: Slot, predicate: Token, frame: Frame) -> Iterable[Token]:
        """The words that may be a clause's subject; of a participle that tells a state who bears it: "*Fiji* was heartened by"."""
        if frame.category is Category.ADJECTIVE and self.syntax.passive(predicate):
            return self.syntax.surface_subjects(predicate)
        return self.subject(slot, predicate, frame.host and slot.role is Role.ACTOR)

    def objects(self, slot: Slot, predicate: Token, frame: Frame) -> list[Token]:
        """The objects of a verb; of what is said also the clauses that complement it, an infinitive taken for adverbial too."""
        found = [*self.syntax.objects(predicate), *self.behind_particle(predicate, frame.particle)]
        if slot.role is not Role.CONTENT:
            return found
        adverbial = self.syntax.children(predicate, "advcl")  # "threatened on Friday *to leave*"
        misread = (c for c in adverbial if any(t.tag == "TO" for t in self.syntax.children(c, "aux")))
        return [*self.syntax.children(predicate, "xcomp", "ccomp"), *found, *misread]

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

    def behind_particle(self, verb: Token, particle: str) -> list[Token]:
        """The nouns that the parse hangs on a particle, which are the verb's objects: "sealed off *the island*"."""
        words = (t for t in self.syntax.children(verb, "prt", "prep") if particle and t.text.lower() == particle)
        return [noun for word in words for noun in self.syntax.children(word, "pobj")]

    def noun_actors(self, noun: Token, slot: Slot) -> Iterator[Token]:
        """Who may do what a noun names: its owner, "by", "from", or the subject of the verb that carries it out.

        Where the owner may be left out also the subject of the clause to whose time it is told:
        "*Fiji* left after talks with Malta".
        """
        owners = self.syntax.owners(noun)
        yield from (t for t in owners if t.dep in MODIFIERS)
        yield from (p.noun for p in self.syntax.own_phrases(noun) if p.preposition in {"by", "from"})
        yield from (t for clause in self.motions.bringing(noun) for t in self.syntax.actors(clause))
        verb = self.syntax.head(noun)
        if verb is not None and noun.dep in {"dobj", "nsubjpass", "pobj"}:
            aside = verb.text.lower() in ASIDE
            verb = self.syntax.head(verb) if noun.dep == "pobj" else verb
            verbs = self.syntax.grammar.closing if self.is_behind(noun, {"with"}) else self.syntax.grammar.support
            timed = slot.optional and self.is_timing(noun)
            if verb is not None and (timed or (verb.lemma in verbs and not aside)):
                yield from self.syntax.actors(verb)

    def is_timing(self, noun: Token) -> bool:
        """Whether a noun tells when its clause is done: "*after* talks with Malta", "*on* a visit to Fiji"."""
        grammar = self.syntax.grammar
        return self.is_behind(noun, grammar.timing) or (noun.lemma in grammar.journeys and self.is_behind(noun, {"on"}))

    def is_behind(self, noun: Token, prepositions: Collection[str]) -> bool:
        """Whether a noun stands behind one of some prepositions."""
        head = self.syntax.head(noun)
        return noun.dep == "pobj" and head is not None and head.text.lower() in prepositions

    def phrase_candidates(self, slot: Slot, predicate: Token, done: Sequence[Filler], frame: Frame) -> Iterator[Token]:
        """The nouns of the phrases with one of the slot's prepositions; for a noun, of its verb's phrases as well."""
        phrases = list(self.syntax.phrases(predicate))
        if frame.category is Category.NOUN:
            clauses = self.motions.bringing(predicate)  # "the offer that Fiji made *to Malta*"
            phrases = [*phrases, *self.governor_phrases(predicate), *(p for c in clauses for p in self.syntax.phrases(c))]
        if slot.role is Role.CONTENT:
            yield from self.clauses(slot, (predicate, *(f.token for f in done if f.slot.role is Role.WORDS)))
        nouns = {f.token.i for f in done if f.slot.role is Role.WORDS}  # "cut *ties with Fiji* together with Malta"
        phrases = [p for p in phrases if not self.of_office(p, predicate)]
        if "with" in slot.prepositions:
            phrases.sort(key=lambda p: p.on.i not in nouns)
        phrases = self.where_it_is(slot, phrases, nouns)
        near = self.near(predicate)
        yield from (p.noun for p in phrases if p.preposition in slot.prepositions and (p.preposition != "of" or p.noun.i in near))
        yield from self.modifiers_instead(slot, done)
        yield from self.phrases_of_meant(slot, predicate, done)
        yield from self.dateline(slot, (predicate, *(f.token for f in done if f.slot.role is Role.WORDS)))
        if frame.category is Category.NOUN and "of" in slot.prepositions:
            yield from (t for t in self.syntax.owners(predicate) if t.dep in MODIFIERS)

    def near(self, predicate: Token) -> set[int]:
        """The nouns of a predicate's own phrases, and of those that the parser hangs on who did it: "ratification by Fiji's cabinet
        of the *treaty*".
        """
        own = self.syntax.own_phrases(predicate)
        behind = (q for p in own if p.preposition == "by" for q in self.syntax.own_phrases(p.noun))
        return {p.noun.i for p in (*own, *behind)}

    def where_it_is(self, slot: Slot, phrases: list[Phrase], nouns: Collection[int]) -> list[Phrase]:
        """The phrases up to the first that names a place, the noun's own before the verb's: none farther tells where a mission is
        ("shut the consulate *in the port of Suva* after deaths in a town in Malta").
        """
        if not slot.prepositions & self.parties.agents.located or not slot.kinds >= COUNTRY or not nouns:
            return phrases
        fitting = sorted((p for p in phrases if p.preposition in slot.prepositions), key=lambda p: (p.on.i not in nouns, p.noun.i))
        named = (k for k, p in enumerate(fitting) if self.parties.at(p.noun, slot.kinds) or self.parties.place(p.noun, COUNTRY))
        return fitting[: next(named, len(fitting)) + 1]

    def of_office(self, phrase: Phrase, predicate: Token) -> bool:
        """Whether a phrase tells where an envoy sits who is the subject, and not where he goes: "the envoy *to Fiji* left"."""
        grammar = self.syntax.grammar
        if predicate.lemma not in grammar.leaving | grammar.going or phrase.on.lemma.lower() not in grammar.envoys:
            return False
        return phrase.on.dep == "nsubj" and phrase.on.head == predicate.i and phrase.noun.i < predicate.i

    def clauses(self, slot: Slot, heads: Sequence[Token]) -> Iterator[Token]:
        """The clauses that stand where a phrase might: "to sign" for "to C", "against signing" for "against C"; those with "to"
        also on the noun of the predicate ("a deal *to sell*").
        """
        predicate, *nouns = heads
        if "to" in slot.prepositions:
            hung = (c for noun in nouns for c in self.syntax.children(noun, "acl", "relcl"))
            clauses = (*self.syntax.children(predicate, "xcomp", "advcl", "acl", "ccomp"), *hung)
            yield from (c for c in clauses if any(a.tag == "TO" for a in self.syntax.children(c, "aux")))
        if "for" in slot.prepositions:  # "called *for Fiji to leave*"
            asked = (c for c in self.syntax.children(predicate, "xcomp", "advcl") if self.is_for_somebody(c))
            yield from asked
        for prep in self.syntax.children(predicate, "prep"):
            if prep.text.lower() in slot.prepositions:
                yield from self.syntax.children(prep, "pcomp")

    def is_for_somebody(self, clause: Token) -> bool:
        """Whether an infinitive has whoever is to do it behind a "for", as its mark or as a preposition before it."""
        if not any(a.tag == "TO" for a in self.syntax.children(clause, "aux")):
            return False
        before = [t for t in self.syntax.children(self.syntax.tokens[clause.head], "prep") if t.i < clause.i]
        return any(t.text.lower() == "for" for t in (*self.syntax.children(clause, "mark"), *before))

    def modifiers_instead(self, slot: Slot, done: Sequence[Filler]) -> Iterator[Token]:
        """Modifiers in a phrase's place: "cut *Iran* ties" for "ties with Iran"."""
        if slot.role is Role.RECIPIENT and slot.prepositions & {"with", "between", "of"}:
            nouns = [f.token for f in done if f.slot.role is Role.WORDS]
            found = (t for n in nouns for t in self.syntax.children(n, *MODIFIERS))
            yield from (t for t in found if t.tag != "PRP$")  # "its ties" are those of who acts

    def dateline(self, slot: Slot, heads: Iterable[Token]) -> Iterator[Token]:
        """The "here" that stands for the place from which a report is dated: "arrived *here* on Monday", "began a visit *here*"."""
        if slot.kinds >= COUNTRY and slot.prepositions & self.parties.agents.located:
            yield from (t for head in heads for t in self.syntax.children(head, "advmod") if is_here(t))

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
        of_verb = (p for p in self.syntax.phrases(verb) if p.preposition != "of" or (p.on.i == verb.i and not self.is_second(p)))
        return [p for p in of_verb if p.noun.i > noun.i]

    def is_second(self, phrase: Phrase) -> bool:
        """Whether a phrase opens with the second of two prepositions: "was thrown out *of Fiji*", no envoy of Fiji."""
        prep = self.syntax.head(phrase.noun)
        first = self.syntax.head(prep) if prep is not None and prep.dep == "prep" else None
        return first is not None and first.dep in {"prep", "prt"}

    def beside(self, slot: Slot, noun: Token) -> Iterator[Token]:
        """The words on a noun itself that may fill a slot, none that hang on its verb."""
        yield from (p.noun for p in self.syntax.own_phrases(noun) if p.preposition in slot.prepositions)
        if "of" in slot.prepositions:
            yield from (t for t in self.syntax.children(noun, *MODIFIERS) if t.i < noun.i and t.tag != "PRP$")

    def on_noun(self, slot: Slot, noun: Token) -> Iterator[Token]:
        """The words on a noun that may fill a slot: phrases with its preposition; for "of", possessives and modifiers too."""
        if slot.place is Place.OWNER:
            yield from self.syntax.children(noun, *MODIFIERS)
            return
        own = {p.noun.i for p in self.syntax.own_phrases(noun)}
        phrases = self.syntax.phrases(noun)
        yield from (p.noun for p in phrases if p.preposition in slot.prepositions and (p.preposition != "of" or p.noun.i in own))
        yield from (p.noun for p in self.governor_phrases(noun) if p.preposition in slot.prepositions)
        yield from belonging(self.syntax, noun) if "of" in slot.prepositions else ()
        if slot.prepositions & {"of", "with"}:  # what follows is where it is: "Legation Luxembourg"
            yield from (t for t in self.syntax.children(noun, *MODIFIERS) if t.i < noun.i)
        verb = self.syntax.head(noun)
        yield from self.dateline(slot, (noun,) if verb is None else (noun, verb))
