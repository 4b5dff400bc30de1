"""Numbers as reports write them, in figures or in words, and the lists of words around them (``data/counting.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dateline.merge.families import table

COUNTED = 40
"""Characters before a party's words in which a number may stand."""


@cache
def counting(name: str) -> tuple[str, ...]:
    """A list of ``data/counting.toml``."""
    found: Mapping[str, object] = table("counting.toml")
    words = found[name]
    return tuple(map(str, words)) if isinstance(words, list) else ()


@cache
def cardinal() -> str:
    """The pattern of a number up to 999 in figures, or up to 99 in words."""
    ones, tens = "|".join(counting("cardinals")), "|".join(counting("tens"))
    return rf"\d{{1,3}}|(?:{tens})(?:[- ](?:{ones}))?|(?:{ones})"


def number_of(words: str) -> int:
    """The number that figures or words mean."""
    if words.isdigit():
        return int(words)
    parts = re.split(r"[- ]", words.casefold())
    tens = sum(10 * (counting("tens").index(part) + 2) for part in parts if part in counting("tens"))
    return tens + sum(counting("cardinals").index(part) + 1 for part in parts if part in counting("cardinals"))


@cache
def spelled() -> re.Pattern[str]:
    """A number in words with the word before it."""
    return re.compile(rf"(?:\b(\w{{1,20}}) )?\b(?!\d)({cardinal()})\b(?! of\b)", re.IGNORECASE)


@cache
def spelled_before() -> re.Pattern[str]:
    """The same right before a party's words, with at most one word between."""
    return re.compile(rf"{spelled().pattern} (?:[a-z]{{2,20}} )?$", re.IGNORECASE)


def spelled_in(text: str) -> Iterator[int]:
    """The numbers that stand in words in a text; "the two countries" counts nothing."""
    yield from (number_of(found[2]) for found in spelled().finditer(text) if is_count(found))


def spelled_right_before(text: str) -> Iterator[int]:
    """The number in words with which a text ends."""
    found = spelled_before().search(text, max(0, len(text) - COUNTED))
    if found and is_count(found):
        yield number_of(found[2])


def is_count(found: re.Match[str]) -> bool:
    """Whether a number counts what is new, and does not call known parties by their number."""
    return (found[1] or "").casefold() not in counting("definite")
