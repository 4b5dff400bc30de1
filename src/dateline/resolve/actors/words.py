"""The common nouns that name parties and people: offices, bodies, groups, titles, and the words that point back at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from dateline import knowledge
from dateline.resolve.catalogue.index import is_word, same_length

DATA = Path(__file__).parent / "data"
ARGUMENTS = frozenset(
    ("nsubj", "nsubjpass", "dobj", "pobj", "agent", "conj", "poss", "appos", "attr", "ROOT", "dative", "oprd", "nmod")
)
"""The places in a clause where a common noun may name a party."""
SHORT = 3
"""Nouns of so few letters, and those with a point, are abbreviations: they count only where the text writes a capital."""


class NounKind:
    """The four word lists."""

    OFFICE, TITLE, BODY, PEOPLE = "office", "title", "body", "people"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of one of the lists; the fields are explained at the head of its file."""

    kind: str
    name: str
    sector: str | None = None
    link: str = "of"
    gender: str | None = None
    of: str = "state"
    mission: bool = False
    plural: bool = False
    unnamed: bool = False


class NounHit(NamedTuple):
    """A noun in a text, under every reading that the lists have for it."""

    start: int
    end: int
    nouns: tuple[Noun, ...]

    def of_kind(self, *kinds: str) -> Noun | None:
        """Its first reading of one of the kinds."""
        return next((n for n in self.nouns if n.kind in kinds), None)


class Words:
    """All nouns in one automaton."""

    def __init__(self, nouns: Iterable[tuple[str, Noun]]) -> None:
        table: dict[str, dict[Noun, None]] = {}
        for text, noun in nouns:
            for form in numbers(text):
                table.setdefault(form, {})[noun] = None
        self.nouns: Sequence[tuple[Noun, ...]] = [tuple(n) for n in table.values()]
        self.automaton = AhoCorasick(list(table))

    def find(self, text: str) -> Iterator[NounHit]:
        """The nouns in a text, leftmost and longest, none overlapping."""
        plain = lowered(same_length(text))
        found = self.automaton.find_matches_as_indexes(plain, overlapping=True)
        last = 0
        for start, end, k in sorted((s, -e, k) for k, s, e in found if is_word(plain, s, e)):
            if start >= last and (not abbreviated(plain[start:-end]) or plain[start:-end] not in text or text[start].isupper()):
                yield NounHit(start, -end, self.nouns[k])
                last = -end


def abbreviated(noun: str) -> bool:
    """Whether a noun is an abbreviation by its looks."""
    return (len(noun) <= SHORT and noun not in {"man", "men", "boy", "son", "spy", "nun", "jew", "ngo"}) or noun.endswith(".")


def lowered(text: str) -> str:
    """A text in lower case, as long as before ("İ" would grow)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def numbers(noun: str) -> set[str]:
    """A noun and its plural, made at its head: "ministers of defence"."""
    head, of, rest = noun.partition(" of ")
    if not of:
        head, of, rest = noun.partition(" for ")
    if head.endswith(("s", ".", "people", "men", "police", "media")):
        return {noun}
    ending = (
        head[:-1] + "ies"
        if head.endswith("y") and head[-2:-1] not in "aeiou"
        else head + ("es" if head.endswith(("x", "ch", "sh")) else "s")
    )
    return {noun, ending + of + rest}


@cache
def tables(name: str) -> Mapping[str, Any]:
    """The tables of one of the data files."""
    return knowledge.tables(__package__, "data", f"{name}.toml")


@cache
def listed(table: str, *path: str) -> frozenset[str]:
    """One of the word lists of the data files: ``listed("whose", "place_sorts", "states")``."""
    found: Any = tables(table)
    for name in path:
        found = found[name]
    return frozenset(found)


@cache
def load_words() -> Words:
    """The nouns of offices.toml, bodies.toml and people.toml."""
    return Words((*offices(), *bodies(), *people()))


def offices() -> Iterator[tuple[str, Noun]]:
    """Offices and bare titles."""
    for row in tables("offices")["office"]:
        for text in row["nouns"]:
            name = row.get("office", text)
            yield text, Noun(NounKind.OFFICE, name, row["sector"], row.get("link", "of"), row.get("gender"), row.get("of", "state"))
    for row in tables("offices")["title"]:
        for text in row["nouns"]:
            yield text, Noun(NounKind.TITLE, text, gender=row.get("gender"))


def bodies() -> Iterator[tuple[str, Noun]]:
    """Bodies named by their kind."""
    for row in tables("bodies")["body"]:
        for text in row["nouns"]:
            marks = {mark: row.get(mark, False) for mark in ("mission", "plural", "unnamed")}
            yield text, Noun(NounKind.BODY, row["name"], row["sector"], **marks)


def people() -> Iterator[tuple[str, Noun]]:
    """Plain nouns for people and groups."""
    for row in tables("people")["people"]:
        for text in row["nouns"]:
            yield text, Noun(NounKind.PEOPLE, text, row["sector"])


@dataclass(frozen=True, slots=True)
class Anaphors:
    """The words that point back, by what they may point at."""

    kinds: Mapping[str, frozenset[str]]
    would_be: frozenset[str]
    ex_soviet: frozenset[str]
    numbers: Mapping[str, int]
    pronouns: Mapping[str, str]
    forms: Mapping[str, frozenset[str]]
    reactions: frozenset[str]
    pointing: frozenset[str]
    ordinals: frozenset[str]
    told: frozenset[str]
    recognition: frozenset[str]
    recognized_things: frozenset[str]
    go_between_verbs: frozenset[str]
    go_between_nouns: frozenset[str]
    brought_together: frozenset[str]
    mutual: frozenset[str]


MODIFIERS = (
    "reactions",
    "pointing",
    "ordinals",
    "told",
    "recognition",
    "recognized_things",
    "go_between_verbs",
    "go_between_nouns",
    "brought_together",
    "mutual",
)
"""The plain lists of anaphora.toml, in the order of the fields of ``Anaphors``."""


@cache
def load_anaphors() -> Anaphors:
    """The words of anaphora.toml."""
    raw = tables("anaphora")
    kinds: dict[str, set[str]] = {}
    for row in raw["noun"]:
        for noun in row["nouns"]:
            for form in numbers(noun):
                kinds.setdefault(form, set()).update(row["kinds"])
    return Anaphors(
        {noun: frozenset(of) for noun, of in kinds.items()},
        frozenset(raw["modifiers"]["would_be"]),
        frozenset(raw["modifiers"]["ex_soviet"]),
        raw["numbers"],
        {word: kind for kind, words in raw["pronouns"].items() for word in words},
        {noun: frozenset(ids) for noun, ids in raw["forms"].items()},
        *(frozenset(raw["modifiers"][name]) for name in MODIFIERS),
    )


@cache
def given_names() -> Mapping[str, str]:
    """Given names with the gender that they tell, m or f."""
    return {name: gender for gender, names in tables("given_names").items() for name in names.split()}


@cache
def organization_words() -> Mapping[str, str]:
    """The words by which a name tells that it names a body, with its sector."""
    return {word: row["sector"] for row in tables("organizations")["suffix"] for word in row["words"]}
