"""Which parties a word names where it fills a slot: itself, whose thing it is, where it lies, but none on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.codebook import Place, Role, Slot
from dateline.coding.matching.records import Filler
from dateline.coding.parties import COUNTRY, Parties
from dateline.coding.parties.motions import Motions
from dateline.coding.syntax import Syntax
from dateline.model import Participant, Token

OTHER_SIDE = {Role.RECIPIENT: {Role.ACTOR}, Role.ACTOR: {Role.RECIPIENT}}
AIMED = frozenset({"at", "into", "toward", "towards"})  # behind these a place is what is aimed at: "fired rockets at Suva"


class Naming:
    """Tells for the words of one report which parties they name in a slot."""

    def __init__(self, syntax: Syntax, parties: Parties, motions: Motions) -> None:
        self.syntax = syntax
        self.parties = parties
        self.motions = motions

    def parties_for(self, slot: Slot, token: Token, done: Sequence[Filler]) -> tuple[Participant, ...]:
        """The parties of a word that may fill a slot; no party fills both sides of an act, but for "each other"."""
        acting = tuple(p for f in done if f.slot.role in OTHER_SIDE.get(slot.role, ()) for p in f.parties)
        if slot.role is Role.RECIPIENT and self.syntax.reciprocal(token):
            return acting if len(acting) > 1 and all(self.parties.fits(p.actor, slot.kinds) for p in acting) else ()
        if self.is_guest_house(slot, token):
            return self.parties.located(token)
        if slot.role is Role.RECIPIENT and self.asks_for_host(slot):
            acting = (*acting, *self.senders(done))
        if slot.loose and slot.role is Role.RECIPIENT and (by := self.motions.behind(token, acting)):
            return by
        found = self.found(slot, token, acting)
        stateless = slot.kinds >= COUNTRY and all(self.parties.homeless(p.actor) for p in found)
        if not slot.loose or (found and not stateless):
            return found
        return next(self.owners_for(slot, token, acting), ()) or self.of_motion(slot, token, acting)

    def of_motion(self, slot: Slot, token: Token, acting: Sequence[Participant]) -> tuple[Participant, ...]:
        """The parties whose motion a word names, by the words around it or as one told before: "backed *the draft*"."""
        if slot.role is not Role.RECIPIENT or token.lemma.lower() not in self.motions.words.groups:
            return ()
        return self.parties.others(self.motions.brought_by(token), acting) or self.motions.taken_up(token, acting)

    def found(self, slot: Slot, token: Token, acting: Sequence[Participant]) -> tuple[Participant, ...]:
        """The parties that a word names itself, of a recipient's none of those who act; a pronoun may mean others before."""
        named = self.parties.at(token, slot.kinds) or self.place(slot, token)
        found = self.parties.others(named, acting) if slot.role is not Role.BOTH else named
        # "Maduro cut ties with Fiji and expelled *its* envoy": a person is no owner
        asked = token.tag == "PRP$" or self.is_asked(token)  # "would not yield but asked *it* to stop"
        nobodys = not named and asked and slot.role is Role.RECIPIENT
        if (nobodys or (named and not found)) and self.may_mean_others(slot, token):
            return self.parties.named_before(token, slot.kinds, acting)
        return found

    def is_asked(self, pronoun: Token) -> bool:
        """Whether a pronoun is who is to do what the infinitive of its verb tells: "asked *it* to leave"."""
        verb = self.syntax.tokens[pronoun.head]
        told = pronoun.tag == "PRP" and pronoun.dep == "dobj" and verb.lemma in self.syntax.grammar.object_control
        return told and any(c.i > pronoun.i for c in self.syntax.children(verb, "xcomp", "ccomp"))

    def place(self, slot: Slot, token: Token) -> tuple[Participant, ...]:
        """The state of a place, where a place may act or be acted upon: "arrested in *Suva*", "fired rockets at *Suva*"."""
        acts = slot.role is Role.ACTOR and token.dep == "pobj"
        aimed_at = slot.role is Role.RECIPIENT and bool(slot.prepositions & AIMED)
        return self.parties.place(token, COUNTRY) if not slot.kinds and (acts or aimed_at) else ()

    def may_mean_others(self, slot: Slot, token: Token) -> bool:
        """Whether a pronoun may mean somebody named farther back: not in "Fiji left, Malta recalled *its* envoy" or "withdrew *its*
        support", nor "itself".
        """
        noun = self.syntax.tokens[token.head].lemma.lower()
        kept = noun in self.syntax.grammar.missions or noun in self.motions.words.favours
        own = token.tag == "PRP$" and (slot.place is Place.OWNER or kept)
        return token.tag in {"PRP", "PRP$"} and not own and not token.text.lower().endswith("self")

    def asks_for_host(self, slot: Slot) -> bool:
        """Whether a slot asks for the state in which something is."""
        return bool(slot.prepositions & self.parties.agents.located) and slot.kinds >= COUNTRY

    def senders(self, done: Sequence[Filler]) -> tuple[Participant, ...]:
        """Whose the missions are of which is told: no state has an American embassy at a Kingston in New York."""
        owners = (t for f in done for t in self.syntax.children(f.token, "poss", "amod", "compound") if f.slot.role is Role.WORDS)
        return tuple(p for owner in owners for p in self.parties.at(owner))

    def owners_for(self, slot: Slot, token: Token, acting: Sequence[Participant]) -> Iterator[tuple[Participant, ...]]:
        """The parties whose thing a word names: "condemned *Russia*'s move"."""
        for owners in self.parties.owned_by(token):
            rest = self.parties.others(owners, acting) if slot.role is Role.RECIPIENT else owners
            if rest and not all(slot.kinds >= COUNTRY and self.parties.homeless(p.actor) for p in rest):
                yield rest

    def is_guest_house(self, slot: Slot, token: Token) -> bool:
        """Whether a mission stands where the state is asked for in which another's is: "a section in the Swiss embassy in Suva"."""
        return self.asks_for_host(slot) and token.lemma.lower() in self.syntax.grammar.missions
