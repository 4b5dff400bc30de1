"""The word classes of ``agents.toml``: common nouns for people and bodies, and who counts as what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dateline import knowledge
from dateline.coding.codebook.morphology import noun_forms


@dataclass(frozen=True, slots=True)
class Agents:
    """Common nouns for people and bodies, with their sectors."""

    sector: dict[str, str]
    own_people: frozenset[str]
    political: frozenset[str]
    private: frozenset[str]
    observers: frozenset[str]
    quantities: frozenset[str]
    regions: frozenset[str]
    state_forms: frozenset[str]
    located: frozenset[str]
    including: frozenset[str]
    parts: frozenset[str]
    crowds: frozenset[str]
    settled: frozenset[str]
    unnamed: frozenset[str]
    national: frozenset[str]
    roving: frozenset[str]
    crossing: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Agents:
        """The nouns of ``agents.toml``, read once; of a noun in two sectors the first counts."""
        raw = knowledge.tables(__package__, "agents.toml")
        sector: dict[str, str] = {}
        for name, nouns in raw["sectors"].items():
            for noun in nouns:
                for form in noun_forms(noun, {}):
                    sector.setdefault(form, name)
        quantities = frozenset(form for noun in raw["quantities"]["nouns"] for form in noun_forms(noun, {}))
        return Agents(
            sector,
            frozenset(raw["own_people"]["sectors"]),
            frozenset(raw["political"]["sectors"]),
            frozenset(raw["private"]["sectors"]),
            frozenset(raw["observers"]["sectors"]),
            quantities,
            frozenset(raw["regions"]["nouns"]),
            frozenset(raw["state_forms"]["nouns"]),
            frozenset(raw["located"]["prepositions"]),
            frozenset(raw["including"]["prepositions"]),
            frozenset(form for noun in raw["parts"]["nouns"] for form in noun_forms(noun, {})),
            frozenset(raw["crowds"]["nouns"]),
            frozenset(raw["settled"]["verbs"]),
            frozenset(raw["unnamed"]["nouns"]),
            frozenset(raw["national"]["nouns"]),
            frozenset(raw["roving"]["sectors"]),
            frozenset(raw["roving"]["crossing"]),
        )
