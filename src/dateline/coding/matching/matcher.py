"""Frames against clauses: the slots of a frame filled one after another, each with the first word that fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.coding.codebook import Category, Frame, Place, Role, Slot
from dateline.coding.matching.conditions import OWN_CLAUSE, Conditions
from dateline.coding.matching.naming import Naming
from dateline.coding.matching.places import Places
from dateline.coding.matching.records import Filler, Match
from dateline.coding.matching.words import Words
from dateline.coding.parties import Parties
from dateline.coding.parties.motions import Motions
from dateline.coding.syntax import Syntax
from dateline.model import Token

DEED = "deed"  # C:deed: what is to be done, "told Fiji to leave", not "told Fiji that it was late"


class Matcher:
    """Matches the frames of one report's predicates."""

    def __init__(self, syntax: Syntax, parties: Parties) -> None:
        self.syntax = syntax
        self.parties = parties
        self.conditions = Conditions(syntax, parties)
        self.motions = Motions(syntax, parties)
        self.places = Places(syntax, parties, self.motions)
        self.naming = Naming(syntax, parties, self.motions)
        self.words = Words(syntax, parties)
        self.opened: dict[tuple[int, int, Category, bool, str, int], tuple[Filler, ...] | None] = {}

    def match(self, frame: Frame, predicate: Token) -> Match | None:
        """The match of a frame with a predicate, or None."""
        if not self.conditions.may_open(frame, predicate):
            return None
        fillers: tuple[Filler, ...] = ()
        for slot in frame.slots:
            filled = self.filled(slot, predicate, fillers, frame)
            if filled is None:
                return None
            fillers = filled
        if not self.conditions.hold(frame, predicate, fillers):
            return None
        return Match(frame, predicate, (*fillers, *self.beside(fillers)))

    def filled(self, slot: Slot, predicate: Token, done: tuple[Filler, ...], frame: Frame) -> tuple[Filler, ...] | None:
        """The fillers with one for a slot of a frame. A slot with which several frames of a word open is filled once, as long as no
        further home is known: "attack" has a dozen frames, and most of them fail for want of an actor.
        """
        if done:
            return self.fill(slot, self.places.candidates(slot, predicate, done, frame), done)
        key = (id(slot), predicate.i, frame.category, frame.host, frame.particle, len(self.parties.homes))
        if key not in self.opened:
            self.opened[key] = self.fill(slot, self.places.candidates(slot, predicate, done, frame), done)
        return self.opened[key]

    def beside(self, fillers: Sequence[Filler]) -> Iterator[Filler]:
        """The further recipients that nouns beside the frame's own tell: "closed its embassy in Fiji and *consulates in Malta*",
        "summoned the Fijian ambassador and the *Maltese consul*".
        """
        told = next((f for f in fillers if f.slot.role is Role.RECIPIENT and f.slot.place is Place.PHRASE and f.parties), None)
        nouns = [t for f in fillers if f.slot.role is Role.WORDS for t in self.syntax.children(f.token, "conj")] if told else []
        for noun in (t for first in nouns for t in (first, *self.syntax.children(first, "conj"))):
            if told is None or not any(self.words.asked_for(noun, f.slot.words) for f in fillers if f.slot.role is Role.WORDS):
                continue
            places = self.places.beside(told.slot, noun)
            found = next((p for place in places if (p := self.naming.parties_for(told.slot, place, fillers))), ())
            if found:
                yield Filler(told.slot, noun, found)

    def fill(self, slot: Slot, candidates: Iterable[Token], done: tuple[Filler, ...]) -> tuple[Filler, ...] | None:
        """The fillers with the first candidate that fits this slot added; None where a slot that is needed stays empty."""
        for candidate in candidates:
            filled = self.try_token(slot, candidate, done)
            if filled is not None:
                return filled
        return done if slot.optional or slot.inherits else None

    def try_token(self, slot: Slot, token: Token, done: tuple[Filler, ...]) -> tuple[Filler, ...] | None:
        """The fillers with this word in the slot, its inner slots filled too; None where it does not fit."""
        if slot.role is Role.WORDS:
            word = self.words.asked_for(token, slot.words)
            return self.fill_inner(slot, word, (*done, Filler(slot, word))) if word is not None else None
        if slot.role is Role.CONTENT:
            return (*done, Filler(slot, token)) if self.is_content(slot, token, done) else None
        parties = self.naming.parties_for(slot, token, done)
        if not parties and slot.role is Role.RECIPIENT and not slot.kinds and self.parties.people(token):
            return (*done, Filler(slot, token))
        if not parties or (slot.role is Role.BOTH and len(parties) < 2):
            return None
        return self.fill_inner(slot, token, (*done, Filler(slot, token, parties)))

    def fill_inner(self, slot: Slot, token: Token, done: tuple[Filler, ...]) -> tuple[Filler, ...] | None:
        """The fillers with those of the slots that hang on this slot's noun."""
        for inner in slot.inner:
            filled = self.fill(inner, self.places.on_noun(inner, token), done)
            if filled is None:
                return None
            done = filled
        return done

    def is_content(self, slot: Slot, token: Token, done: Sequence[Filler]) -> bool:
        """Whether a clause is of the kind that the slot asks for: said of the speaker, told as a deed, or any; no state is one."""
        if self.parties.names_state(token):
            return False  # "accused Fiji of spying": whom, not what
        if OWN_CLAUSE in slot.kinds and not self.of_actor(token, done):
            return False
        return DEED not in slot.kinds or self.is_deed(token)

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
