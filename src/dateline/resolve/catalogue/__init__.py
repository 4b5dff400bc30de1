"""The actor catalogue: dated names of states, would-be states, bodies, agencies, outlets, offices and their holders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from dateline.model import Actor, ActorKind, Name, NotFoundError, Party, PartyKind
from dateline.resolve.catalogue.files import DATA, PARTY_FILES, PEOPLE_FILES, Person, Term, folded, read_files, slug
from dateline.resolve.catalogue.index import NameIndex, Owner

__all__ = ["Catalogue", "Person", "Term", "folded", "holds", "slug"]

SHORTEST = 2
"""Last words of names of so few letters (He, Yi) are no surnames to go by."""
CODES = ("iso3", "iso2", "cow", "gw", "wikidata", "territory", "then", "plover", "sector")
INTERNATIONAL = "IGO"
"""PLOVER's code, in the place of a country's, for a body of states that has none of its own."""
PLACES = frozenset({ActorKind.WOULD_BE_STATE, ActorKind.TERRITORY})
"""The parties of whose names a word may say what sort of place they are."""


class Catalogue:
    """Who there is, under which names, and when."""

    def __init__(self, parties: Iterable[Party] = (), people: Iterable[Person] = ()) -> None:
        self.parties: Mapping[str, Party] = MappingProxyType({p.id: p for p in parties})
        self.people: Mapping[str, Person] = MappingProxyType({p.id: p for p in people})
        self._actors: dict[str, Actor] = {}

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Catalogue:
        """The built-in catalogue with the user's own files added."""
        built_in = [DATA / name for name in (*PARTY_FILES, *PEOPLE_FILES) if (DATA / name).is_file()]
        parties, people = read_files([*built_in, *extra])
        return cls(parties.values(), people)

    def party(self, id: str) -> Party | None:
        """The party with this id, if there is one."""
        return self.parties.get(id)

    def contested(self, id: str) -> bool:
        """Whether a party is a state that many do not recognize; no unknown party is."""
        party = self.party(id)
        return party is not None and party.standing is PartyKind.LIMITED_RECOGNITION

    def actor(self, id: str) -> Actor:
        """The party with this id as an actor; a :class:`NotFoundError` where there is none."""
        if id not in self._actors:
            party = self.parties.get(id)
            if party is None:
                raise NotFoundError(f"no party has the id {id!r}")
            self._actors[id] = Actor(party.id, party.name, party.kind, party.country, party.sector, None, party.principal)
        return self._actors[id]

    def country(self, party: Party | None) -> str | None:
        """The country of a party: its own, or that of the party to which it belongs or that claims it."""
        return next((each.country for each in self.owners(party) if each.country), None)

    def plover(self, party: Party | None) -> str | None:
        """PLOVER's code of a party: its country's, else the one that a body or the body above it bears in the catalogue (the
        United Nations' court is UNO), else that of all bodies of states; None for whoever is neither.
        """
        owners = tuple(self.owners(party))
        borne = (name.text for each in owners for name in each.names if name.scheme == "plover")
        shared = INTERNATIONAL if any(each.kind is ActorKind.IGO for each in owners) else None
        return self.country(party) or next(borne, shared)

    def owners(self, party: Party | None) -> Iterator[Party]:
        """A party, and whom it belongs to or is claimed by, from the nearest on."""
        met: set[str] = set()
        while party is not None and party.id not in met:
            yield party
            met.add(party.id)
            party = self.parties.get(party.principal or party.parent or "")

    def states_on(self, territory: str, on: str | None = None) -> tuple[Party, ...]:
        """The would-be states that claim (on a day, if given) to be one on a territory: a people's republic on that of Donetsk."""
        states = self._by_territory.get(territory, ())
        return tuple(p for p in states if on is None or holds(p.start, p.end, on))

    def state_then(self, id: str, on: str) -> Party | None:
        """The former state that bore a party's name on a day on which that party was none: "Austria" in 1838 is the empire."""
        party = self.parties.get(id)
        if party is None or party.start is None or holds(party.start, party.end, on):
            return None
        former = (self.parties[i] for i in self._by_name_today.get(id, ()))
        return next((p for p in former if holds(p.start, p.end, on)), None)

    def sector_on(self, party: Party, on: str | None) -> str | None:
        """The sector of a party on a day: a movement that governs for a time is GOV then (code "sector:GOV@1996..2001")."""
        told = (n for n in party.names if n.scheme == "sector" and on is not None and holds(n.since, n.until, on))
        return next((n.text for n in told), party.sector)

    def find(self, name: str, on: str | None = None) -> tuple[Party, ...]:
        """The parties that bear this id, code or name (on a day, if given), best first; none where nobody does."""
        if name in self.parties:
            return (self.parties[name],)
        for wanted in spellings(name):
            found = self._by_name.get(wanted, ())
            if found:
                return tuple(self.parties[id] for _, id in sorted((rank(n, self.parties[id], on), id) for n, id in found))
        return ()

    def named(self, word: str) -> tuple[Party, ...]:
        """The parties that a word of a text names, best first; a code is no word: "al" in "al-Atar" is not Albania."""
        plain = folded(word)
        told = {"id", *CODES}
        borne = {id for n, id in self._by_name.get(plain, ()) if n.scheme not in told}
        return tuple(p for p in self.find(word) if p.id in borne)

    @cached_property
    def index(self) -> NameIndex:
        """The automaton over all names that a text may use; codes are not among them."""
        owners = [Owner(p.id, n) for p in self.parties.values() for n in (Name(p.name, own_scheme(p)), *p.names)]
        people = [Owner(p.id, Name(n, "person")) for p in self.people.values() for n in p.names if " " in n]
        return NameIndex([*(o for o in owners if o.name.scheme not in CODES), *people])

    @cached_property
    def surnames(self) -> Mapping[str, tuple[Person, ...]]:
        """The people by each of their names of one word, folded; a text may use these only beside a title or a fuller name."""
        found: dict[str, list[Person]] = {}
        for person in self.people.values():
            for name in dict.fromkeys(folded(n).split()[-1] for n in person.names):
                if len(name) > SHORTEST:
                    found.setdefault(name, []).append(person)
        return {name: tuple(people) for name, people in found.items()}

    @cached_property
    def places_by_word(self) -> Mapping[str, frozenset[str]]:
        """The would-be states and territories by the lower-case words of their names behind the first: "the valley"."""
        found: dict[str, set[str]] = {}
        for party in self.parties.values():
            names = (n for n in party.names if n.scheme == "name" and party.kind in PLACES)
            for word in (w for n in names for w in n.text.split()[1:]):
                found.setdefault(word.lower(), set()).add(party.id)
        return {word: frozenset(ids) for word, ids in found.items()}

    @cached_property
    def _by_territory(self) -> Mapping[str, tuple[Party, ...]]:
        """For each territory that a would-be state claims to be one on, those states."""
        found: dict[str, tuple[Party, ...]] = {}
        for party in self.parties.values():
            for name in party.names:
                if name.scheme == "territory":
                    found[name.text] = (*found.get(name.text, ()), party)
        return found

    @cached_property
    def _by_name_today(self) -> Mapping[str, tuple[str, ...]]:
        """For each party the former states that bore its name before it."""
        found: dict[str, tuple[str, ...]] = {}
        for party in self.parties.values():
            for name in party.names:
                if name.scheme == "then":
                    found[name.text] = (*found.get(name.text, ()), party.id)
        return found

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[tuple[Name, str], ...]]:
        """For each folded name, code or id the names that read so, each with its party; the first one wins."""
        index: dict[str, dict[str, Name]] = {}
        for party in self.parties.values():
            named = (n for n in party.names if n.scheme != "sector")
            for name in (Name(party.id, "id"), Name(party.name, "own"), *named):
                best = index.setdefault(folded(name.text), {})
                best[party.id] = min(best.get(party.id, name), name, key=lambda n: RANKS.get(n.scheme, 5))
        return {text: tuple((n, id) for id, n in best.items()) for text, best in index.items()}


def own_scheme(party: Party) -> str:
    """Whether a party's own name always means it; not where the file lists it again among the short ones."""
    return "short" if any(n.scheme == "short" and n.text == party.name for n in party.names) else "name"


RANKS = {"id": 0, "own": 1, "name": 2, "iso3": 2, "short": 3, "abbreviation": 3, "iso2": 4, "wikidata": 4, "capital": 6, "seat": 4}
"""How well a name of each scheme names its party; what is not here ranks between."""


def rank(name: Name, party: Party, on: str | None) -> tuple[bool, bool, int]:
    """The order of candidates: names that hold on the day and parties that exist then first, then the better schemes."""
    held = on is None or holds(name.since, name.until, on)
    exists = party.end is None if on is None else holds(party.start, party.end, on)
    return (not held, not exists, RANKS.get(name.scheme, 5))


def holds(since: str | None, until: str | None, on: str) -> bool:
    """Whether a day lies between two bounds, compared as precisely as both are written; the last year or day counts."""
    return (since is None or on[: len(since)] >= since[: len(on)]) and (until is None or on[: len(until)] <= until[: len(on)])


def spellings(name: str) -> Iterable[str]:
    """The forms under which a name is looked up: as it is, without article and asterisk, without and only its brackets."""
    plain = folded(name).strip().rstrip("*").strip()
    yield plain
    yield plain.removeprefix("the ")
    before, opened, inside = plain.partition("(")
    if opened:
        yield before.strip().removeprefix("the ")
        yield inside.rstrip(") ").strip()
