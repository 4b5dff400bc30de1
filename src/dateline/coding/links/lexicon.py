"""The connectives and the words that take up an act, as records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline import knowledge
from dateline.model import LinkKind


@dataclass(frozen=True, slots=True)
class Connective:
    """Words that tie the act above them to the act below them."""

    words: tuple[str, ...]
    kind: LinkKind
    reaction_only: bool = False
    turn: bool = False


@dataclass(frozen=True, slots=True)
class Connectives:
    """All connectives by their first word, the longer ones first, and the lists that go with them."""

    by_first: Mapping[str, tuple[Connective, ...]]
    reactions: frozenset[str]
    performing: frozenset[str]
    performed: frozenset[str]
    taking_up: frozenset[str]


@cache
def connectives() -> Connectives:
    """The built-in connectives."""
    tables = knowledge.tables(__package__, "connectives.toml")
    rows = [
        Connective(tuple(r["words"]), LinkKind(r["kind"]), r.get("only") == "reaction", r.get("turn", False))
        for r in tables["connective"]
    ]
    firsts = {row.words[0] for row in rows}
    return Connectives(
        {first: tuple(sorted((r for r in rows if r.words[0] == first), key=lambda r: -len(r.words))) for first in firsts},
        frozenset(tables["reactions"]["acts"]),
        frozenset(tables["performing"]["acts"]),
        frozenset(tables["performing"]["performed"]),
        frozenset(tables["taking_up"]["nouns"]),
    )
