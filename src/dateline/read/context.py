"""Sentences that are parsed for the sake of others: those that tell who speaks or acts there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dateline.read.phrases import data

CAPITALIZED = re.compile(r"\b[A-Z][\w-]+")
SPEAKER = re.compile(r"[A-Z][\w .'-]{1,40}:")


class Part(NamedTuple):
    """A sentence of a paragraph: the paragraph's number, its place there, and whether it is wanted for its own sake."""

    paragraph: int
    start: int
    end: int
    text: str
    wanted: bool


class Words(NamedTuple):
    """What ``context.toml`` says."""

    name: re.Pattern[str]
    pronoun: re.Pattern[str]
    openers: tuple[str, ...]


@cache
def words() -> Words:
    """The patterns of the data file."""
    found = data("context.toml")
    capital, particles = r"[A-Z][\w'-]*\.?", "|".join(found["particles"])
    return Words(
        name=re.compile(rf"\b{capital}(?: (?:{capital}|{particles}))* [A-Z][\w'-]+"),
        pronoun=re.compile(rf"\b(?:{'|'.join(found['pronouns'])})\b", re.IGNORECASE),
        openers=tuple(found["openers"]),
    )


def with_context(parts: Sequence[Part]) -> list[bool]:
    """Of each sentence whether it is wanted, for its own sake or for another's."""
    wanted = [part.wanted for part in parts]
    if not all(wanted):
        spoken(parts, wanted)
        introduced(parts, wanted)
        led_in(parts, wanted)
    return wanted


def spoken(parts: Sequence[Part], wanted: list[bool]) -> None:
    """Wants all that a transcript lets a speaker say: "KONA: We did not sign. We were not asked."."""
    speaks = False
    for i, part in enumerate(parts):
        first = i == 0 or parts[i - 1].paragraph != part.paragraph
        speaks = SPEAKER.match(part.text) is not None if first else speaks
        wanted[i] = wanted[i] or speaks


def introduced(parts: Sequence[Part], wanted: list[bool]) -> None:
    """Wants the sentence that first names in full who is named later by the last word: "Sam Lee was late. […] Lee said no."."""
    named_later: set[str] = set()
    told: list[frozenset[str]] = [frozenset()] * len(parts)
    for i in reversed(range(len(parts))):
        if wanted[i]:
            named_later.update(CAPITALIZED.findall(parts[i].text))
        else:
            told[i] = frozenset(name for name in full_names(parts[i].text) if name.rpartition(" ")[2] in named_later)
    known: set[str] = set()
    for i, part in enumerate(parts):
        wanted[i] = wanted[i] or not told[i] <= known
        if wanted[i]:
            known.update(full_names(part.text))


def full_names(text: str) -> Iterator[str]:
    """The names of several words, without the mark of whose a thing is."""
    return (found.group().removesuffix("'s") for found in words().name.finditer(text))


def led_in(parts: Sequence[Part], wanted: list[bool]) -> None:
    """Wants the sentence before one that is, where that may leave to it to say who speaks: "He said no.", "“No.”"."""
    for i in reversed(range(len(parts) - 1)):
        after = parts[i + 1].text
        wanted[i] = wanted[i] or (wanted[i + 1] and (after.startswith(words().openers) or leaves_open(after)))


def leaves_open(text: str) -> bool:
    """Whether a sentence begins with a pronoun before it names anybody: "He said no", not "Sam Lee said that he would not"."""
    pronoun = words().pronoun.search(text)
    if pronoun is None:
        return False
    return not any(found.start() > 0 for found in CAPITALIZED.finditer(text, 0, pronoun.start()))
