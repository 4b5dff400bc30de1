"""The actor catalogue: dated names of states, would-be states, bodies, agencies, outlets, offices and their holders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from dateline.model import Actor, NotFoundError, Party


class Catalogue:
    """Who there is, under which names, and when."""

    def __init__(self, parties: Iterable[Party] = ()) -> None:
        self.parties: Mapping[str, Party] = MappingProxyType({p.id: p for p in parties})

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Catalogue:
        """The built-in catalogue with the user's own files added."""
        return cls()

    def party(self, id: str) -> Party | None:
        """The party with this id, if there is one."""
        return self.parties.get(id)

    def actor(self, id: str) -> Actor:
        """The party with this id as an actor; a :class:`NotFoundError` where there is none."""
        party = self.parties.get(id)
        if party is None:
            raise NotFoundError(f"no party has the id {id!r}")
        return Actor(party.id, party.name, party.kind, party.country, party.sector, None, party.principal)

    def find(self, name: str, on: str | None = None) -> tuple[Party, ...]:
        """The parties that bear this id, code or name (on a day, if given), best first; none where nobody does."""
        wanted = name.casefold()
        return tuple(p for p in self.parties.values() if wanted in {p.id.casefold(), p.name.casefold()})
