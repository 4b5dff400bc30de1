"""People of the catalogue: by full name, or by a surname where title, country and day speak for one."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Actor
from dateline.resolve.actors.offices import Office
from dateline.resolve.actors.scene import Run, Scene
from dateline.resolve.actors.words import tables
from dateline.resolve.catalogue import Person, Term, folded, holds

SHORTEST = 4
"""Bare surnames of so few letters (Ban, May, Moon) are words too: they count only where the model takes them for a person."""
AFTER = 10
"""How many years after a term a bare surname may still mean its holder."""


class Surnames:
    """Who in the catalogue the names of one report mean."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.day = scene.reading.report.day
        self.named = {i for label in scene.labels.values() for i in label.ids}

    def meet(self, actor: Actor) -> None:
        """Notes somebody's party as one that the report speaks of: after "Hillary Clinton", "Trump" is no unknown."""
        self.named |= {i for i in (actor.principal, actor.country) if i}

    def person(self, run: Run, office: Office | None) -> Person | None:
        """The person whom a run means, if the text supports one and no other."""
        candidates = self.candidates(run, office)
        return candidates[0] if len({p.name for p in candidates}) == 1 else None

    def party(self, run: Run, office: Office | None) -> str | None:
        """The one party for which all act whom a surname may mean: "President Bush" is the United States' in any case."""
        parties = {t.party for p in self.candidates(run, office) for t in p.terms}
        return parties.pop() if len(parties) == 1 else None

    def candidates(self, run: Run, office: Office | None) -> list[Person]:
        """The people whom a run may mean, those first whose party the report names."""
        if run.person:
            return [self.scene.catalogue.people[run.person]]
        if run.last - run.first > 1 and office is None:
            return []
        words = folded(self.scene.text(run.first, run.last)).split()
        bearers = self.scene.catalogue.surnames.get(words[-1], ())
        candidates = [p for p in bearers if self.supported(p, run, office, words, self.day)]
        if not candidates and office:  # "President Truman" in a report of today is still the one of then
            candidates = [p for p in bearers if self.supported(p, run, office, words, None)]
        return [p for p in candidates if any(t.party in self.named for t in p.terms)] or candidates

    def supported(self, person: Person, run: Run, office: Office | None, words: list[str], day: str | None) -> bool:
        """Whether a surname means somebody: the given names must not differ, the term must fit the day, and an office or the
        party must stand in the text.
        """
        full = folded(person.name).split()
        if len(words) > 1 and len(full) > 1 and words[0] != full[0]:
            return False
        parties = {t.party for t in person.terms if day is None or self.near(t, day)}
        if office and office.owners:
            return bool(parties & {o.principal or o.id for o in office.owners})
        if office and office.noun.sector == "GOV" and parties and self.may_hold(person, office, words, parties):
            return True
        heirs = self.heirs(parties)
        stands = bool((parties | heirs | self.heirs(heirs)) & self.named)
        return stands and len(words) == 1 and " " in person.name and self.is_name(run, words[0])

    def may_hold(self, person: Person, office: Office, words: list[str], parties: set[str]) -> bool:
        """Whether an office without an owner may be somebody's: "Attorney General John Mitchell" is no Mitchell who led an island.

        Of leaders whom the catalogue knows by no more than a surname the party must stand in the text beside a fuller name.
        """
        if len(words) > 1 and " " not in person.name and not parties & self.named:
            return False
        return office.noun.name not in tables("offices")["state"]["elsewhere"] or any(
            t.office == office.noun.name for t in person.terms
        )

    def is_name(self, run: Run, word: str) -> bool:
        """Whether a single word is a name and not a word at the beginning of a sentence."""
        acts = self.scene.tokens[run.head].dep in {"nsubj", "poss"} or run.entity == "ORG"
        return run.entity == "PERSON" or (len(word) > SHORTEST and acts)

    def heirs(self, parties: Iterable[str]) -> set[str]:
        """The parties that came after some."""
        return {s for id in parties if (party := self.scene.catalogue.party(id)) for s in party.successors}

    def near(self, term: Term, day: str) -> bool:
        """Whether a term runs on a day or ended some years before it."""
        until = f"{int(term.until[:4]) + AFTER}" if term.until else None
        return holds(term.since[:4] if term.since else None, until, day)

    def term(self, person: Person) -> Term | None:
        """The term of office that runs on the day of the report, or the last one before it; none where all came later."""
        day = self.day
        held = [t for t in person.terms if day is None or holds(t.since, t.until, day)]
        past = [t for t in person.terms if day is None or t.since is None or t.since[:4] <= day[:4]]
        return max(held or past, key=lambda t: t.since or "", default=None)

    def in_office(self, term: Term) -> bool:
        """Whether a term had not ended on the day of the report; a report without a day gives the benefit of the doubt."""
        return self.day is None or holds(None, term.until, self.day)
