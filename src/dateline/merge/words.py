"""Words of a text, without those that say nothing, cut to their stems."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

WORD = re.compile(r"[^\W\d_]+")


@cache
def stop_words() -> frozenset[str]:
    """The words that say nothing of what a report is about."""
    lines = files(__package__).joinpath("data", "stopwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


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
    lines = files(__package__).joinpath("data", "renderings.txt").read_text(encoding="utf-8").splitlines()
    classes = (line.split(", ") for line in lines if line and not line.startswith("#"))
    return MappingProxyType({stem(word): stem(words[0]) for words in classes for word in words})


def rendered(word: str) -> str:
    """The stem of a word, or of the one that stands for all that translators put for it."""
    own = stem(word)
    return renderings().get(own, own)
