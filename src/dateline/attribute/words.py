"""The closed sets of words that rules ask for, from ``data/words.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dateline import knowledge


@cache
def word_sets() -> Mapping[str, frozenset[str]]:
    """All sets by their names."""
    table = knowledge.tables(__package__, "data", "words.toml")
    return MappingProxyType({name: frozenset(row["words"]) for name, row in table.items()})


def is_word(text: str, name: str) -> bool:
    """Whether a word is in a set."""
    return text.lower() in word_sets()[name]
