"""Which sector a phrase tells: by its noun, by the office of whom it names, by its party."""

from __future__ import annotations

import re

from dateline.model import ActorKind, Party, PartyKind
from dateline.resolve.actors.naming import heading, personal
from dateline.resolve.actors.phrase.parties import PREPOSITION, STATES
from dateline.resolve.actors.phrase.people import PhrasePeople
from dateline.resolve.actors.words import Noun, NounHit, NounKind, listed, load_anaphors, organization_words
from dateline.resolve.catalogue import Term

ORGANIZATIONS = frozenset(("SOC", "BUS", "EDU", "NGO", "LAB", "REL", "MED"))
FORMER = re.compile(r"\b(?:former|ex|retired|late|ousted|deposed)\b", re.IGNORECASE)


class PhraseSectors(PhrasePeople):
    """One phrase, asked for its head noun and its sector."""

    def head_noun(self) -> Noun | None:
        """The noun that says what the phrase names: the last one before the first preposition, or any."""
        limit = next((m.start() for m in PREPOSITION.finditer(self.phrase) if not self.in_name(m.start())), len(self.phrase))
        before = [n for n in self.nouns if n.start < limit]
        early = any(h.start < limit for h, _ in self.labels())
        hit: NounHit | None = before[-1] if before else self.nouns[0] if self.nouns and not early else None
        if hit is None:
            return None
        singular = self.phrase[hit.start : hit.end].lower()
        noun = hit.of_kind(NounKind.OFFICE, NounKind.BODY, NounKind.PEOPLE)
        if singular.endswith("s"):
            noun = hit.of_kind(NounKind.PEOPLE) or hit.of_kind(NounKind.BODY) or noun
        if noun:
            noun = self.at_its_owner(noun, hit)
            self.why.append(f"{singular!r} is {noun.sector or 'no sector of its own'}")
        return noun

    def at_its_owner(self, noun: Noun, hit: NounHit) -> Noun:
        """A noun as what its owner makes of it: somebody's secretary, the head of a body, not of "the UN mission"."""
        for name, party in self.labels():
            behind = self.phrase[hit.end : name.start] + self.phrase[name.end :]
            noun = heading(noun, party.id, self.phrase[name.end : hit.start] if name.end <= hit.start else behind)
        return personal(noun, self.phrase[hit.start : hit.end].lower()) if self.is_somebodys(hit) else noun

    def is_somebodys(self, hit: NounHit) -> bool:
        """Whether a pronoun or an office with "'s" stands before a noun: "his secretary", "the king's secretary"."""
        before = self.phrase[: hit.start].replace("’", "'").rstrip()
        of_office = before.endswith("'s") and any(n.end == len(before) - 2 and n.of_kind(NounKind.OFFICE) for n in self.nouns)
        return of_office or before.rpartition(" ")[2].lower() in listed("offices", "state", "possessive")

    def in_name(self, where: int) -> bool:
        """Whether a place in the phrase lies inside a name: "Republic *of* Norvania soldiers"."""
        return any(h.start < where < h.end for h in self.hits)

    def sector(self, term: Term | None, party: Party | None, noun: Noun | None) -> str | None:
        """The sector: a former holder's is ELI; the noun's, the person's office's, the party's, in this order."""
        if FORMER.search(self.phrase) and noun:
            return "ELI"
        if self.phrase.lower() in load_anaphors().pronouns:
            return "UNK"
        if noun and noun.of == "any" and (inner := self.organization_behind()):
            return inner
        if noun and party and party.kind is ActorKind.GROUP and party.sector and noun.name in listed("whose", "same"):
            return self.catalogue.sector_on(party, self.on)  # "Peshmerga fighters"
        if noun and noun.sector and noun.sector != "body":
            return noun.sector
        if term:
            return self.term_sector(term)
        if noun and noun.sector == "body":
            return party.sector or ("GOV" if party.kind in STATES else None) if party else None
        return self.party_sector(party) or self.suffix_sector()

    def organization_behind(self) -> str | None:
        """The sector of the organization to which an office belongs: "president of the Norvanian Chess Society"."""
        cut = PREPOSITION.search(self.phrase)
        behind = [n for n in self.nouns if cut and n.start > cut.start()]
        noun = behind[-1].of_kind(NounKind.PEOPLE) if behind else None
        return noun.sector if noun and noun.sector in ORGANIZATIONS else None

    def term_sector(self, term: Term) -> str:
        """The sector of an office in the catalogue; whoever left it before the day, if one is given, belongs to the elites."""
        if term.until and self.on and self.on[: len(term.until)] > term.until:
            self.why.append(f"out of office since {term.until}")
            return "ELI"
        return term.sector or "GOV"

    def party_sector(self, party: Party | None) -> str | None:
        """The sector of a party: its own; a would-be state's is PRE, a capital's is its government's."""
        if party is None:
            return None
        if party.kind is ActorKind.OUTLET and party.principal:
            return "GOV"  # the word of a state's own outlet is the state's
        if party.standing is PartyKind.LIMITED_RECOGNITION and party.kind is ActorKind.WOULD_BE_STATE:
            return "PRE"
        hit = next((h for h, p in self.labels() if p is party), None)
        scheme = next((o.name.scheme for o in self.owners(hit) if o.id == party.id), "") if hit else ""
        if scheme == "demonym" and hit and hit.end == len(self.phrase):
            return "CVL"
        return "GOV" if scheme in {"capital", "seat"} and party.sector is None else self.catalogue.sector_on(party, self.on)

    def suffix_sector(self) -> str | None:
        """The sector that the last word of a capitalised name tells: "Halmar University"."""
        words = self.phrase.split()
        return organization_words().get(words[-1].lower()) if words and words[-1][:1].isupper() else None
