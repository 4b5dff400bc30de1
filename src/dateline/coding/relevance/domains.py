"""Sentences of whose domain no acts are coded: sport, ordinary crime and courts, contests of candidates, accidents.

Sport speaks of meetings, attacks and defeats all the time, crime of arrests and charges, campaigns of defeated rivals,
accidents of people killed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from dateline import knowledge
from dateline.model import Actor, Reading, Sentence

WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Domain:
    """The words of a domain (one strong one is enough, or several weak ones) and the acts that are none in it.

    Without ``acts`` all are meant. Words in ``despite`` say that a sentence is not of it. Parties of a sector in ``unless``,
    or of two countries, make any act political.
    """

    strong: frozenset[str]
    weak: frozenset[str]
    enough: int
    acts: frozenset[str]
    unless: frozenset[str]
    despite: frozenset[str]

    def holds(self, words: list[str]) -> bool:
        """Whether a sentence of these lower-case words is of the domain."""
        pairs = {f"{a} {b}" for a, b in pairwise(words)}
        known = set(words) | pairs
        return not known & self.despite and (bool(known & self.strong) or len(known & self.weak) >= self.enough)

    def covers(self, act: str, parties: Sequence[Actor]) -> bool:
        """Whether an act between these parties is one of the domain's own."""
        if not self.acts:
            return True
        among_themselves = len({p.country for p in parties if p.country}) < 2
        return act in self.acts and among_themselves and not self.unless & {p.sector for p in parties}


@lru_cache(maxsize=1)
def domains() -> tuple[Domain, ...]:
    """The domains of ``domains.toml``, read once."""
    raw = knowledge.tables(__package__, "domains.toml")
    return tuple(map(domain, raw.values()))


def domain(table: dict[str, Any]) -> Domain:
    """One domain out of its table."""
    words = {name: frozenset(table.get(name, ())) for name in ("strong", "weak", "acts", "unless", "despite")}
    return Domain(enough=table["enough"], **words)


def is_ordinary(reading: Reading, sentence: Sentence, act: str, parties: Iterable[Actor]) -> bool:
    """Whether an act told in a sentence is one of ordinary life, of which none is coded."""
    named = tuple(parties)
    covering = [d for d in domains() if d.covers(act, named)]
    words = WORD.findall(sentence.span.of(reading.report.text).lower()) if covering else []
    return any(d.holds(words) for d in covering)
