"""Whether two names of a speaker or a relay mean one party."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

from dateline import knowledge
from dateline.model import ActorKind
from dateline.resolve import Catalogue

WORD = re.compile(r"\w+")
OPENED = frozenset({ActorKind.STATE, ActorKind.WOULD_BE_STATE, ActorKind.IGO})
"""Kinds of parties whose adjectives and abbreviations stand for their names: "Dutch", "NATO"."""


@cache
def table() -> dict[str, Any]:
    """The data of ``data/names.toml``."""
    return knowledge.tables(__package__, "data", "names.toml")


class Names:
    """Compares names by their words, adjectives and abbreviations opened, and by the catalogue; ``a|b`` accepts either."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.opened = cache(self._opened)

    def same(self, wanted: str, told: str) -> bool:
        """Whether the words of one of the wanted names are among those of the other, or the catalogue knows both as one."""
        return any(self.is_name(w, told) for w in wanted.split("|"))

    def is_name(self, wanted: str, told: str) -> bool:
        """The same for one name; nobody's name is like nobody's only."""
        if not wanted or not told:
            return wanted == told
        one, other = self.opened(wanted), self.opened(told)
        joined = "".join(one) == "".join(other)  # Amir-Abdollahian, Amirabdollahian
        within = bool(one) and set(one) <= set(other)
        return joined or within or same_but_kind(one, other) or bool(self.ids(wanted) & self.ids(told))

    def listed(self, name: str, names: Sequence[str]) -> bool:
        """Whether a name is among others."""
        return any(self.same(n, name) for n in names)

    def ids(self, name: str) -> frozenset[str]:
        """The first party that a name means."""
        return frozenset(p.id for p in self.catalogue.find(name)[:1])

    def _opened(self, name: str) -> tuple[str, ...]:
        """The words of a name without particles: "the Libyan foreign ministry" has those of "Foreign Ministry of Libya"."""
        plain = " ".join(WORD.findall(folded(self.spelled(name))))
        for first, others in table()["one"].items():
            for other in others:
                plain = re.sub(rf"\b{other}\b", first, plain)
        return tuple(w for w in plain.split() if w not in table()["empty"]["words"])

    def spelled(self, name: str) -> str:
        """A name with the names of states and international bodies as the catalogue has them."""
        end, pieces = 0, []
        for hit in self.catalogue.index.find(name):
            party = self.catalogue.party(hit.owners[0].id) if hit.owners else None
            if party and party.kind in OPENED and hit.start >= end:
                pieces += [name[end : hit.start], party.name]
                end = hit.end
        return "".join([*pieces, name[end:]])


def same_but_kind(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names have the same words but for one that says the kind, which only one of them has."""
    kinds = set(table()["kinds"]["words"])
    more, less = sorted((set(one), set(other)), key=len, reverse=True)
    return bool(less - kinds) and less < more and more - less <= kinds


def folded(name: str) -> str:
    """A name in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
