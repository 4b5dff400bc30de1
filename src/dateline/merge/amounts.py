"""Amounts as reports give them, with the room that they leave: "two dozen" are 24, "dozens" may be 45, "nearly 50" may be 49."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.merge.figures import bounding, cardinal, counting, number_of, plain_numbers, sizes
from dateline.model import Span

ROOM = 2
"""So many times the number is the most that "more than 30" is taken to leave room for: who means a hundred says so."""
ROUGH = 0.1
"""What "some 70" and "nearly 50" leave on either side, as a share; or half of the last figure that is not nought ("about 300")."""


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """An amount in a report's words: how few and how many they may mean."""

    words: str
    least: float
    most: float

    def allows(self, other: Amount) -> bool:
        """Whether both may be true."""
        return self.least <= other.most and other.least <= self.most


def exactly(number: float, words: str = "") -> Amount:
    """A number with nothing around it."""
    return Amount(words or in_figures(number), number, number)


def in_figures(number: float) -> str:
    """A number as it is written: "24", "14000", "8.5 million"."""
    for name in ("trillion", "billion", "million"):
        if number >= sizes("scale")[name][0]:
            return f"{number / sizes('scale')[name][0]:g} {name}"
    return f"{number:.12g}"


def bounded(bound: str, number: float, words: str) -> Amount:
    """A number with a word before it that leaves room."""
    word = bound.casefold()
    if word in counting("above"):
        return Amount(words, number + 1, number * ROOM)
    if word in counting("least"):
        return Amount(words, number, number * ROOM)
    if word in counting("below"):
        return Amount(words, 0, number - 1)
    if word in counting("most"):
        return Amount(words, 0, number)
    if word in counting("about"):
        rough = max(number * ROUGH, 10 ** trailing(number) / 2)
        return Amount(words, number - rough, number + rough)
    return exactly(number, words)


def trailing(number: float) -> int:
    """How many noughts a number ends in."""
    figures = f"{number:.0f}"
    return len(figures) - len(figures.rstrip("0"))


@cache
def pattern() -> re.Pattern[str]:
    """An amount: a number, with a scale behind it ("two dozen", "8.5 million") or none, or a word for very many ("dozens")."""
    scales, many = "|".join(sizes("scale")), "|".join(sizes("many"))
    figures = r"\d{1,12}(?:,\d{3}){0,5}(?:\.\d{1,3})?(?![\w,]*\d)"
    number = rf"(?P<number>{figures}|{cardinal()}|half an?|an?(?= (?:{scales})\b))"
    return re.compile(
        rf"(?:\b(?P<article>\w{{1,20}}) )??(?:\b(?P<bound>{bounding()}) )?(?<![\w.,])[$€£¥]?"
        rf"(?:{number}(?:[ -](?P<scale>{scales})\b)?|(?P<many>{many}))\b(?!st\b|nd\b|rd\b|th\b)(?! of the\b| of them\b)",
        re.IGNORECASE,
    )


def amounts(text: str) -> Iterator[tuple[Span, Amount]]:
    """The amounts that stand in a text, with their places."""
    for found in plain_numbers(pattern().finditer(text)):
        start = found.start("bound") if found["bound"] else found.start("number") if found["number"] else found.start("many")
        yield Span(start, found.end()), amount(found, text[start : found.end()])


def amount(found: re.Match[str], words: str) -> Amount:
    """What an amount leaves room for; a plain number is given in figures."""
    if found["many"]:
        least, most = sizes("many")[found["many"].casefold()]
        return Amount(words, least, most)
    scale = sizes("scale")[found["scale"].casefold()][0] if found["scale"] else 1
    number = value(found["number"].casefold()) * scale
    return bounded(found["bound"], number, words) if found["bound"] else exactly(number)


def value(words: str) -> float:
    """The number that figures or words mean; a half of what comes behind "half a"."""
    if words.startswith("half"):
        return 0.5
    if words in {"a", "an"}:
        return 1
    return float(words.replace(",", "")) if words[0].isdigit() else number_of(words)
