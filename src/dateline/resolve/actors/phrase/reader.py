"""A phrase out of context, read."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Party
from dateline.resolve.actors.naming import phrase as named
from dateline.resolve.actors.phrase.sectors import PhraseSectors
from dateline.resolve.actors.words import Noun, NounKind
from dateline.resolve.catalogue import Catalogue, Term


@dataclass(frozen=True, slots=True)
class PhraseResolution:
    """What a phrase names. ``party`` is the id of the party for which it acts or which it is, ``code`` its country or PLOVER's code
    of a body of states (IGO, UNO, EUR); ``why`` has a line a step.
    """

    phrase: str
    country: str | None = None
    code: str | None = None
    sector: str | None = None
    party: str | None = None
    role: str | None = None
    person: str | None = None
    why: tuple[str, ...] = ()


def resolve_phrase(phrase: str, on: str | None, catalogue: Catalogue) -> PhraseResolution:
    """What a phrase names on a day (now, if none is given)."""
    return PhraseReader(" ".join(phrase.split()), on, catalogue).read()


class PhraseReader(PhraseSectors):
    """One phrase, read."""

    def read(self) -> PhraseResolution:
        """The resolution."""
        person = self.person()
        term = self.term(person) if person else None
        own = term.party if term and any(o.id == term.party for hit in self.hits for o in hit.owners) else None
        told = self.party() or (self.catalogue.party(term.party) if term else None)
        party = self.catalogue.party(own) if own else told
        noun = self.head_noun()
        sector = self.sector(term, party, noun)
        country = self.catalogue.country(party) or (None if party or person else self.city())
        return PhraseResolution(
            self.phrase,
            country,
            country or self.catalogue.plover(party),
            sector,
            party.id if party else None,
            self.role(noun, term, party),
            person.name if person else None,
            tuple(self.why),
        )

    def role(self, noun: Noun | None, term: Term | None, party: Party | None) -> str | None:
        """The role: the office in the phrase, or that of the catalogue."""
        office = noun.name if noun and noun.kind == NounKind.OFFICE else term.office if term else None
        link = noun.link if noun and noun.kind == NounKind.OFFICE else "of"
        return f"{office} {link} {named(self.catalogue.actor(party.id))}" if office and party else office
