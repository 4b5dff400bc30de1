"""All names of a catalogue in one automaton: text → the places where a name stands, with the parties and people that bear it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from dateline.model import Name

MARKS = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‑": "-", "–": "-"}
SPACES = dict.fromkeys("\u00a0\u202f\n\r\t", " ")
VARIANTS = tuple((MARKS | SPACES).items())
"""Variants of marks and spaces that make no difference; each is one code point, so that offsets stay."""
HALVES = str.maketrans(dict.fromkeys(map(chr, range(0xD800, 0xE000)), "?"))
"""Halves of characters, which no automaton takes."""


class Owner(NamedTuple):
    """A party or a person under one of its names."""

    id: str
    name: Name


class Hit(NamedTuple):
    """A name in a text: its place and everyone who bears it."""

    start: int
    end: int
    owners: tuple[Owner, ...]


class NameIndex:
    """The automaton over names and what each name stands for."""

    def __init__(self, names: Iterable[Owner]) -> None:
        owners: dict[str, dict[Owner, None]] = {}
        for owner in names:
            for form in forms(owner.name.text, owner.name.scheme != "short"):  # "the North" is a name, "North" is none
                owners.setdefault(form, {})[owner] = None
        self.owners: Sequence[tuple[Owner, ...]] = [tuple(o) for o in owners.values()]
        self.automaton = AhoCorasick(list(owners))

    def find(self, text: str) -> Iterator[Hit]:
        """The names in a text between word bounds, the leftmost and longest first chosen, none overlapping."""
        plain = same_length(text)
        found = self.automaton.find_matches_as_indexes(plain, overlapping=True)
        bounded = [(own_start(plain, s), s, -e, k) for k, s, e in found if is_word(plain, s, e)]
        last = 0
        for _, start, end, k in sorted(bounded, key=lambda hit: (hit[0], hit[2], *hit)):
            if start >= last:
                yield Hit(start, -end, self.owners[k])
                last = -end


def same_length(text: str) -> str:
    """A text with plain marks and spaces; one variant after the other, since tables translate long texts letter by letter."""
    for variant, plain in VARIANTS:
        text = text.replace(variant, plain)
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.translate(HALVES)
    return text


def forms(name: str, without_article: bool = True) -> set[str]:
    """The spellings of a name that a text may use: with plain marks, without accents, in capitals where it is long enough."""
    plain = same_length(name)
    plain = plain.removeprefix("the ") if without_article else plain
    found = {plain, unaccented(plain)}
    if len(plain) > 4 and len(plain.upper()) == len(plain):
        found.add(plain.upper())
    if plain.endswith("Republic"):  # "the Donetsk and Luhansk People's Republics"
        found.add(f"{plain}s")
    return found


def unaccented(name: str) -> str:
    """A name without its accents, as many outlets write it; letters that are no accented ones stay."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def own_start(text: str, start: int) -> int:
    """Where a name begins without its article: of "the North German Union" the union is named, not "the North"."""
    return start + 4 if text.startswith(("the ", "The "), start) else start


def is_word(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text begins and ends at word bounds."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum()) or not (text[start].isalnum() or text[end - 1].isalnum())
