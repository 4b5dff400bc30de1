"""Which person of the catalogue a phrase names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.resolve.actors.phrase.parties import PhraseParties
from dateline.resolve.actors.words import load_anaphors
from dateline.resolve.catalogue import Person, Term, folded, holds

NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-]){0,40}")


class PhrasePeople(PhraseParties):
    """One phrase, asked for the person in it."""

    def person(self) -> Person | None:
        """The person whom the phrase names, by full name or by a surname beside a title."""
        for hit in self.hits:
            people = [o.id for o in self.owners(hit) if o.name.scheme == "person"]
            if people:
                return self.known(self.catalogue.people[people[0]], "full name")
        words = [] if self.phrase.lower() in load_anaphors().pronouns else NAME.findall(self.phrase)
        candidates = self.catalogue.surnames.get(folded(words[-1]), ()) if words and self.ends_with_name(words[-1]) else ()
        fitting = [p for p in candidates if self.fits(p, words)]
        return self.known(fitting[0], "surname") if len({t.party for p in fitting for t in p.terms}) == 1 else None

    def ends_with_name(self, word: str) -> bool:
        """Whether the phrase ends with a word that is no noun and no party."""
        return self.phrase.endswith(word) and not self.is_word(word) and not any(h.end == len(self.phrase) for h in self.hits)

    def fits(self, person: Person, words: Sequence[str]) -> bool:
        """Whether a surname means somebody: given names must not differ, and parties in the phrase must be theirs."""
        full = folded(person.name).split()
        given = self.given(words)
        if given and len(full) > 1 and given != full[0]:
            return False
        parties = {p.id for _, p in self.labels()}
        return not parties or any(t.party in parties for t in person.terms)

    def given(self, words: Sequence[str]) -> str:
        """The word before a surname, where it is a name too and neither a title nor a party."""
        if len(words) < 2 or self.is_word(words[-2]) or any(self.phrase[h.start : h.end].endswith(words[-2]) for h in self.hits):
            return ""
        return folded(words[-2])

    def known(self, person: Person, how: str) -> Person:
        """The person, noted."""
        self.why.append(f"{person.name} by {how}")
        return person

    def term(self, person: Person) -> Term | None:
        """The term on the day, or the last one."""
        held = [t for t in person.terms if self.on is None or holds(t.since, t.until, self.on)]
        return max(held or person.terms, key=lambda t: t.since or "", default=None)
