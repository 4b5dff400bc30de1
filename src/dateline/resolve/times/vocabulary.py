"""The words, rules and contexts of the time grammar, loaded once from the files beside this module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from dateline import knowledge

RULE_FILES = ("dates", "relative", "durations")
Words = Mapping[str, str]
Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of telling a time: how it is written, what it means, what may stand around it."""

    order: int
    name: str
    patterns: tuple[str, ...]
    gives: str
    type: str = "DATE"
    anchor: str = "publication"
    needs: str | None = None
    shuns: str | None = None
    shuns_after: str | None = None
    capital: bool | None = None
    in_name: bool = True
    at_end: bool = False
    weak: bool = False
    shape: str | None = None
    no_rate: bool = False
    before_name: bool = True


@dataclass(frozen=True, slots=True)
class Join:
    """How two neighbouring finds make one."""

    left: frozenset[str]
    between: Phrases
    right: frozenset[str]
    gives: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Modifier:
    """Words before a find that belong to it, and what TIMEX3 calls them."""

    words: tuple[str, ...]
    mod: str | None
    shapes: frozenset[str]
    before_article: bool = True  # "over two weeks", but not "over the past two weeks"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that the grammar knows."""

    words: Mapping[str, Words]
    phrases: Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]]
    before: Mapping[str, Phrases]
    after: Mapping[str, Phrases]
    clause_end: frozenset[str]
    tense: Mapping[str, frozenset[str]]
    rules: tuple[Rule, ...]
    joins: tuple[Join, ...]
    modifiers: tuple[Modifier, ...]
    modifier_ends: frozenset[str]
    all_units: frozenset[str]


def table(name: str) -> dict[str, Any]:
    """One of the data files."""
    return knowledge.tables(__package__, "data", f"{name}.toml")


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with the package."""
    words, contexts, joins = table("words"), table("contexts"), table("joins")
    return Vocabulary(
        words=MappingProxyType({name: MappingProxyType(entries) for name, entries in words.items()}),
        phrases=MappingProxyType({name: by_first_word(entries) for name, entries in words.items() if has_phrases(entries)}),
        before={name: phrases(entries) for name, entries in contexts["before"].items()},
        after={name: phrases(entries) for name, entries in contexts["after"].items()},
        clause_end=frozenset(contexts["clause_end"]["words"]),
        tense={name: frozenset(entries) for name, entries in contexts["tense"].items()},
        rules=tuple(rule(order, row) for order, row in enumerate(row for name in RULE_FILES for row in table(name)["rule"])),
        joins=tuple(join(row) for row in joins["join"]),
        modifiers=tuple(sorted((modifier(words, row) for row in joins["modifier"] for words in row["is"]), key=longest)),
        modifier_ends=frozenset(words.split()[-1] for row in joins["modifier"] for words in row["is"]),
        all_units=frozenset((*words["unit"], *words["units"])),
    )


def phrases(entries: list[str]) -> Phrases:
    """Phrases as tuples of words, longest first."""
    return tuple(sorted((tuple(entry.lower().split()) for entry in entries), key=lambda words: -len(words)))


def longest(found: Modifier) -> int:
    """A sort key that puts the longest first."""
    return -len(found.words)


def has_phrases(entries: dict[str, str]) -> bool:
    """Whether a class of words holds phrases of several words."""
    return any(" " in entry for entry in entries)


def by_first_word(entries: dict[str, str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Phrases and their values under their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry, value in entries.items():
        first, *rest = entry.split()
        found.setdefault(first, []).append((tuple(rest), value))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def rule(order: int, row: dict[str, Any]) -> Rule:
    """A rule from its row; examples stay in the file, for the tests."""
    kept = {key: row[key] for key in ("name", "gives", *Rule.__dataclass_fields__) if key in row}
    return Rule(order=order, patterns=tuple(row["is"]), **kept)


def join(row: dict[str, Any]) -> Join:
    """A join from its row."""
    between = tuple(tuple(words.split()) for words in row["between"])
    return Join(frozenset(row["left"]), between, frozenset(row["right"]), row["gives"], row.get("anchor", "left"))


def modifier(words: str, row: dict[str, Any]) -> Modifier:
    """A modifier from one way of writing it."""
    return Modifier(tuple(words.split()), row.get("mod"), frozenset(row.get("shapes", ())), row.get("before_article", True))
