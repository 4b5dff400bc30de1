"""Which language a text is in: by its letters, else by the small words that it has most of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from dateline import knowledge

WORD = re.compile(r"[^\W\d_]{2,}")
LOOKED_AT = 5_000
"""Characters of a text that are looked at."""

FEWEST_WORDS = 8
FEWEST_LETTERS = 20
FEWEST_KINDS = 3
"""A text of a language has at least so many of its small words."""

SURE = 0.1
"""Of a text more words than these are small words of its language."""

RARE = 20
"""Of so many letters one tells whose the others are."""

TWICE = 2
"""So many times as many as of English there must be."""


@cache
def known() -> Mapping[str, Any]:
    """The languages with what tells them."""
    return knowledge.tables(__package__, "data", "languages.toml")


@cache
def small_words() -> Mapping[str, tuple[str, ...]]:
    """For each small word the languages that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for tag, words in known()["words"].items():
        for word in words.split():
            found[word] = (*found.get(word, ()), tag)
    return found


@cache
def scripts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The letters of each script, with the language or the script that they tell."""
    return tuple((tag, re.compile(f"[{letters}]")) for tag, letters in known()["scripts"].items())


def told_language(text: str) -> str | None:
    """The language of a text that is surely not English, as BCP 47 has it; None where it is English, or cannot be told."""
    text = text[:LOOKED_AT]
    script = by_script(text)
    return by_words(text) or script if script is None or script.startswith("und") else script


def by_script(text: str) -> str | None:
    """The language or script whose letters most letters of a text are."""
    if text.isascii():
        return None
    letters = sum(map(str.isalpha, text))
    for tag, pattern in scripts() if letters >= FEWEST_LETTERS else ():
        if 2 * len(pattern.findall(text)) > letters:
            return inner_script(text, tag, letters)
    return None


def inner_script(text: str, tag: str, letters: int) -> str:
    """The language whose own letters stand among those of a script: kana among Chinese signs are Japanese."""
    within = known()["within"].get(tag, {})
    return next((own for own, of in within.items() if RARE * len(re.findall(f"[{of}]", text)) > letters), tag)


def by_words(text: str) -> str | None:
    """The language of whose small words a text has most."""
    words = WORD.findall(text.lower())
    if len(words) < FEWEST_WORDS:
        return None
    counted = Counter(word for word in words if word in small_words())
    found = Counter({"en": 0})
    kinds: Counter[str] = Counter()
    for word, number in counted.items():
        for tag in small_words()[word]:
            found[tag] += number
            kinds[tag] += 1
    best, hits = max(found.items(), key=lambda each: (each[1], each[0]))
    sure = hits >= SURE * len(words) and hits >= TWICE * found["en"] and kinds[best] >= FEWEST_KINDS
    return best if sure and best != "en" else None
