"""The words by which claims are known, as a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline import knowledge


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lists of lemmas by kind of claim and by the place in which they stand."""

    lists: Mapping[str, Mapping[str, frozenset[str]]]

    def has(self, kind: str, place: str, lemma: str) -> bool:
        """Whether a lemma stands in a list."""
        return lemma in self.lists[kind][place]

    def of(self, kind: str, place: str) -> frozenset[str]:
        """A whole list."""
        return self.lists[kind][place]


@cache
def lexicon() -> Lexicon:
    """The built-in lexicon."""
    tables = knowledge.tables(__package__, "lexicon.toml")
    return Lexicon({kind: {place: frozenset(words) for place, words in lists.items()} for kind, lists in tables.items()})
