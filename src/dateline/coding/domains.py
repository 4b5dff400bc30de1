"""Sentences of whose domain no acts are coded: sport speaks of meetings, attacks and defeats all the time."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise

from dateline.model import Reading, Sentence

WORD = re.compile(r"[\w-]+")
ENOUGH_WEAK = 2


@dataclass(frozen=True, slots=True)
class Domain:
    """The words of a domain: one strong one is enough, or several weak ones."""

    strong: frozenset[str]
    weak: frozenset[str]

    def holds(self, words: list[str]) -> bool:
        """Whether a sentence of these lower-case words is of the domain."""
        pairs = {f"{a} {b}" for a, b in pairwise(words)}
        known = set(words) | pairs
        return bool(known & self.strong) or len(known & self.weak) >= ENOUGH_WEAK


@lru_cache(maxsize=1)
def sport() -> Domain:
    """The words of sport, read once."""
    raw = tomllib.loads((resources.files("dateline.coding") / "data" / "domains.toml").read_text("utf-8"))["sport"]
    return Domain(frozenset(raw["strong"]), frozenset(raw["weak"]))


def is_sport(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence is about sport."""
    return sport().holds(WORD.findall(sentence.span.of(reading.report.text).lower()))
