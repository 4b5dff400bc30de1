"""Numbers as reports write them, in figures or in words, and the lists of words around them (``data/counting.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dateline.merge.families import table


@cache
def counting(name: str) -> tuple[str, ...]:
    """A list of ``data/counting.toml``."""
    found: Mapping[str, object] = table("counting.toml")
    words = found[name]
    return tuple(map(str, words)) if isinstance(words, list) else ()


@cache
def cardinal() -> str:
    """The pattern of a number up to 999, in figures or in words ("one hundred and forty-five")."""
    ones, tens = "|".join(counting("cardinals")), "|".join(counting("tens"))
    small = rf"(?:{tens})(?:[- ](?:{ones}))?|(?:{ones})"
    return rf"\d{{1,3}}|(?:(?:{ones}|a) hundred(?: and)?(?: (?:{small}))?)|{small}"


def number_of(words: str) -> int:
    """The number that figures or words mean."""
    if words.isdigit():
        return int(words)
    before, hundred, rest = words.casefold().rpartition("hundred")
    many = (small_number(before) or 1) if hundred else 0
    return 100 * many + small_number(rest)


def small_number(words: str) -> int:
    """The number below a hundred that words mean; none where they mean none."""
    parts = re.findall(r"[a-z]+", words)
    tens = sum(10 * (counting("tens").index(part) + 2) for part in parts if part in counting("tens"))
    return tens + sum(counting("cardinals").index(part) + 1 for part in parts if part in counting("cardinals"))


@cache
def bounding() -> str:
    """The pattern of the words before a number that leave room."""
    return "|".join(re.escape(words) for name in ("above", "least", "below", "most", "about") for words in counting(name))


@cache
def sizes(name: str) -> Mapping[str, tuple[float, ...]]:
    """A table of ``data/counting.toml`` that gives words their numbers."""
    found = table("counting.toml")[name].items()
    return {str(word): tuple(map(float, given if isinstance(given, list) else [str(given)])) for word, given in found}


def plain_numbers(found: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The numbers that count what is new, and do not call known parties by their number ("the two countries")."""
    return (each for each in found if (each["article"] or "").casefold() not in counting("definite"))
