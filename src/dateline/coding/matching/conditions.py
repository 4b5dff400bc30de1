"""What a frame asks of a clause beside its slots: words that must or must not stand there, a particle, no other doer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.coding.codebook import Category, Frame, Place, Role
from dateline.coding.matching.records import Filler
from dateline.coding.parties import COUNTRY, Parties
from dateline.coding.syntax import Syntax
from dateline.model import Token

SIDES = frozenset({"with", "between", "among", "of", "to"})  # behind these, relations have their two sides
OWN_CLAUSE = "own"  # C:own: what is said of the speaker, "said that it would not sign"


class Conditions:
    """Tells of the clauses of one report whether a frame may match them."""

    def __init__(self, syntax: Syntax, parties: Parties) -> None:
        self.syntax = syntax
        self.parties = parties

    def may_open(self, frame: Frame, predicate: Token) -> bool:
        """Whether a frame may match at all, whatever fills its slots."""
        if frame.particle and not self.has_particle(predicate, frame.particle):
            return False
        return not frame.agentless or not self.has_agent(frame, predicate)

    def hold(self, frame: Frame, predicate: Token, fillers: Sequence[Filler]) -> bool:
        """Whether a frame with its slots filled is what the clause tells."""
        if self.done_by_another(frame, predicate, fillers) or self.words_absent(frame, predicate, fillers):
            return False
        if frame.told and self.of_somebody_else(predicate, fillers):
            return False
        return self.words_present(frame, predicate, fillers)

    def has_particle(self, verb: Token, particle: str) -> bool:
        """Whether the particle hangs on the verb or follows it within a few words ("cut its ties off")."""
        near = self.syntax.children(verb, "prt", "advmod", "prep", "npadvmod", "oprd", "intj")  # "was called *home*", "voted *no*"
        return any(t.text.lower() == particle and t.i > verb.i and not self.opens_phrase(t, verb) for t in near)

    def opens_phrase(self, word: Token, verb: Token) -> bool:
        """Whether a preposition has its own noun behind an object: "gave a speech in Lima" is no giving in."""
        return word.dep == "prep" and bool(self.syntax.children(word, "pobj")) and bool(self.syntax.children(verb, "dobj"))

    def has_agent(self, frame: Frame, predicate: Token) -> bool:
        """Whether a clause tells who acts, so that a line for those who suffer alone does not fit it."""
        if frame.category is not Category.VERB or frame.slots[0].place is Place.SUBJECT:
            return False
        return not self.syntax.passive(predicate) or any(self.parties.at(t) for t in self.syntax.actors(predicate))

    def done_by_another(self, frame: Frame, predicate: Token, fillers: Sequence[Filler]) -> bool:
        """Whether a line without a subject would name another actor than the clause: "Fiji closed the consulate of Malta"; or one
        of whose noun somebody else is the owner: "Malta's recall of the Fijian envoy".
        """
        if frame.category is Category.NOUN:
            return self.owned_by_another(predicate, fillers)
        if frame.category is not Category.VERB or frame.slots[0].place is Place.SUBJECT or self.syntax.passive(predicate):
            return False
        named = {p.actor.id for f in fillers if f.slot.role is Role.ACTOR for p in f.parties}
        hosts = {p.actor.id for f in fillers if f.slot.role is Role.RECIPIENT for p in f.parties}
        subject = next((found for t in self.syntax.actors(predicate) if (found := self.parties.at(t, COUNTRY))), ())
        acting = {p.actor.id for p in subject}
        return bool(acting) and (bool(named and not named & acting) or bool(hosts & acting))  # "Fiji closed the consulate in Suva"

    def owned_by_another(self, noun: Token, fillers: Sequence[Filler]) -> bool:
        """Whether a possessive before a noun names a state that is none of those that a line finds elsewhere as who acts."""
        elsewhere = [f for f in fillers if f.slot.role is Role.ACTOR and f.slot.place is not Place.OWNER]
        inner = [f for f in fillers if f.slot.role is Role.ACTOR and self.syntax.head(f.token) is not noun]
        named = {p.actor.id for f in (*elsewhere, *inner) for p in f.parties}
        owners = {p.actor.id for t in self.syntax.children(noun, "poss") for p in self.parties.at(t, COUNTRY)}
        return bool(owners and named) and not named & owners

    def of_somebody_else(self, predicate: Token, fillers: Sequence[Filler]) -> bool:
        """Whether a clause that names no party tells whose act it is all the same: "*sponsors* cut ties", "ties *to the club*"."""
        nouns = [f.token for f in fillers if f.slot.role is Role.WORDS]
        acting = any(f.parties for f in fillers if f.slot.role is Role.ACTOR)
        doers = () if acting else self.syntax.actors(predicate)
        phrases = (p for noun in nouns for p in self.syntax.own_phrases(noun))
        return any(t not in nouns for t in doers) or any(p.preposition in SIDES for p in phrases)

    def words_present(self, frame: Frame, predicate: Token, fillers: Iterable[Filler]) -> bool:
        """Whether the words that the frame asks for stand in the clause, or in what is said."""
        if not frame.present:
            return True
        here = list(self.told(predicate, fillers))
        texts = {t.text.lower() for t in here} | {t.lemma.lower() for t in here}
        return all(words & texts for words in frame.present)

    def told(self, predicate: Token, fillers: Iterable[Filler]) -> Iterator[Token]:
        """The words of the clause, of what it is done for, and of what is said in it."""
        filled = tuple(fillers)
        yield from self.clause(predicate)
        for head in (predicate, *(f.token for f in filled if f.slot.role is Role.WORDS)):
            for purpose in self.syntax.children(head, "advcl", "xcomp", "acl", "relcl"):
                if self.syntax.children(purpose, "aux") or purpose.lemma in self.syntax.grammar.loading:
                    yield from self.clause(purpose)
        for filler in filled:
            yield from self.said(predicate, filler)

    def said(self, predicate: Token, filler: Filler) -> Iterator[Token]:
        """The words of what is said, where a filler is or stands in it; of what is said of the speaker, its own clause alone."""
        if filler.slot.role is Role.CONTENT and OWN_CLAUSE in filler.slot.kinds:
            yield from self.clause(filler.token)
        elif filler.slot.role is Role.CONTENT:
            cases = (c for c in self.syntax.children(filler.token, "advcl") if self.on_condition(c))
            left_out = {t.i for case in cases for t in self.syntax.subtree(case)}
            yield from (t for t in self.syntax.subtree(filler.token) if t.i not in left_out)
        elif filler.slot.place is Place.CLAUSE:
            yield from (t for c in self.syntax.children(predicate, "ccomp") for t in self.clause(c))

    def on_condition(self, clause: Token) -> bool:
        """Whether a clause names a case: "pledged to help *if it is attacked*" threatens nobody."""
        return any(mark.text.lower() == "if" for mark in self.syntax.children(clause, "mark"))

    def clause(self, head: Token) -> Iterator[Token]:
        """The words of a clause, without those of other clauses in it."""
        return (t for _, t in self.syntax.local(head))

    def words_absent(self, frame: Frame, predicate: Token, fillers: Iterable[Filler]) -> bool:
        """Whether a word that the frame forbids stands with the predicate or with one of its nouns."""
        if not frame.absent:
            return False
        heads = [predicate, *(f.token for f in fillers if f.slot.role is Role.WORDS)]
        beside = [c.text.lower() for h in heads for c in (*self.syntax.children(h), h) if not self.opens_date(c)]
        if not frame.absent.isdisjoint(self.syntax.grammar.diplomatic):
            return any(word in frame.absent for word in beside)
        diplomatic = any(word in self.syntax.grammar.diplomatic for word in beside)  # "cut diplomatic, trade and travel ties"
        return not diplomatic and any(word in frame.absent for word in beside)

    def opens_date(self, word: Token) -> bool:
        """Whether a preposition stands before a day, a month or a year: "broke with Fiji *in 2017*", not "*on trade*"."""
        nouns = self.syntax.children(word, "pobj") if word.pos == "ADP" else ()
        times = self.syntax.grammar.days | self.syntax.grammar.months
        return any(n.tag == "CD" or n.text.lower() in times for n in nouns)
