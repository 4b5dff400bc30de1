"""The catalogue as an archive knows it: the built-in one, the user's files, and the parties of imported tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from dateline.model import ActorKind, Name, Party
from dateline.resolve import Catalogue
from dateline.resolve.catalogue import Person, Term
from dateline.store import Session


def catalogue_of(session: Session, known: Catalogue) -> Catalogue:
    """The catalogue with the archive's imported parties."""
    imported = session.parties.all()
    return extended(known, imported) if imported else known


def extended(known: Catalogue, imported: Iterable[Party]) -> Catalogue:
    """The catalogue with further parties: new ones are added, known ones get the names that they lack."""
    parties, people = dict(known.parties), dict(known.people)
    holders: dict[str, list[Party]] = defaultdict(list)
    for party in imported:
        if party.kind is ActorKind.PERSON:
            holders[party.name].append(party)
        else:
            old = parties.get(party.id)
            parties[party.id] = replace(old, names=with_names(old.names, party.names)) if old else party
    taken = {name for person in people.values() for name in person.names}
    people |= {p.id: p for p in (person_of(held) for name, held in holders.items() if name not in taken)}
    return Catalogue(parties.values(), people.values())


def with_names(own: tuple[Name, ...], more: tuple[Name, ...]) -> tuple[Name, ...]:
    """A party's names with those that it lacks."""
    known = {(name.text.casefold(), name.scheme) for name in own}
    return (*own, *(name for name in more if (name.text.casefold(), name.scheme) not in known))


def person_of(held: list[Party]) -> Person:
    """Somebody who held offices, by the rows that tell of them."""
    first = min(held, key=lambda p: p.id)
    terms = {Term(p.principal or "", p.note.split(" (")[0], p.start, p.end, p.sector) for p in held}
    return Person(first.id, first.name, (first.name,), tuple(sorted(terms, key=lambda t: (t.since or "", t.office, t.party))))
