"""The words by which claims are known, as a record."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "lexicon.toml"


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
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Lexicon({kind: {place: frozenset(words) for place, words in lists.items()} for kind, lists in tables.items()})
