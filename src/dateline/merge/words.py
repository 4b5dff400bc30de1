"""Words of a text, without those that say nothing, cut to their stems."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from dateline import knowledge

WORD = re.compile(r"[^\W\d_]+")


@cache
def stop_words() -> frozenset[str]:
    """The words that say nothing of what a report is about."""
    return frozenset(word for line in knowledge.lines(__package__, "data", "stopwords.txt") for word in line.split())


@cache
def stemmer() -> Any:
    """Snowball's stemmer for English."""
    from snowballstemmer import stemmer as build

    return build("english")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a word in lower case; nonsense longer than any word stays as it is."""
    return str(stemmer().stemWord(word)) if len(word) <= 40 else word


def words(text: str) -> list[str]:
    """The words of a text in lower case, in order, without those that say nothing."""
    return [w for w in WORD.findall(text.casefold()) if w not in stop_words() and len(w) > 1]


def stems(text: str) -> list[str]:
    """The stems of the words of a text, in order."""
    return [stem(word) for word in words(text)]


def content_words(text: str) -> frozenset[str]:
    """The stems that a text holds."""
    return frozenset(stems(text))


@cache
def renderings() -> Mapping[str, str]:
    """For the stem of each word that translators put for others the stem that stands for all of them."""
    classes = (line.split(", ") for line in knowledge.lines(__package__, "data", "renderings.txt"))
    return MappingProxyType({stem(word): stem(words[0]) for words in classes for word in words})


def rendered(word: str) -> str:
    """The stem of a word, or of the one that stands for all that translators put for it."""
    own = stem(word)
    return renderings().get(own, own)
