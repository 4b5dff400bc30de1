"""The cues of ``cues.toml`` in a form that can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dateline import knowledge
from dateline.model import Modality, Polarity, Time


@dataclass(frozen=True, slots=True)
class Effect:
    """What a cue does to the act below it; None leaves as it is."""

    negative: bool = False
    time: Time | None = None
    modality: Modality | None = None
    fact: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """Effects by governor and complement, by modal, and the words that open or negate a clause."""

    governors: Mapping[tuple[str, str], Effect]
    modals: Mapping[str, Effect]
    auxiliaries: Mapping[str, Effect]
    negation: frozenset[str]
    negated_infinitive: frozenset[str]
    determiners: frozenset[str]
    openers: Mapping[str, str]
    negative_phrases: Mapping[str, frozenset[str]]
    governed: frozenset[str]
    time: frozenset[str]
    meanwhile: frozenset[str]
    factual_nouns: frozenset[str]
    prospective: frozenset[str]
    decided_against: frozenset[str]
    attributes: Mapping[str, Effect]
    lasting: frozenset[str]
    staying: frozenset[str]
    standing: frozenset[str]
    under_way: frozenset[str]
    days_to_come: frozenset[str]
    nearing: frozenset[str]
    spells: frozenset[str]
    occasions: frozenset[str]
    inverted: frozenset[str]
    reports: frozenset[str]
    deniers: frozenset[str]
    bringing: frozenset[str]
    untrue: frozenset[str]
    perhaps: frozenset[str]
    forcing: frozenset[str]
    judging: frozenset[str]
    remarking: frozenset[str]
    manner: frozenset[str]
    directed: frozenset[str]
    known: frozenset[str]
    announcing: frozenset[str]
    ending: frozenset[str]
    commanding: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Cues:
        """The cues, read once."""
        raw = knowledge.tables(__package__, "cues.toml")
        governors: dict[tuple[str, str], Effect] = {}
        for entry in raw["governor"]:
            for lemma in entry["lemmas"]:
                for complement in entry["complement"]:
                    governors.setdefault((lemma, complement), effect(entry))
        return Cues(
            governors=governors,
            modals={word: effect(e) for word, e in raw["modals"].items()},
            auxiliaries={word: effect(e) for word, e in raw["auxiliaries"].items()},
            negation=frozenset(raw["negation"]["words"]),
            negated_infinitive=frozenset(raw["negation"]["before_infinitive"]),
            determiners=frozenset(raw["negation"]["determiners"]),
            openers={word: kind for kind, words in raw["openers"].items() for word in words},
            negative_phrases={verb: frozenset(words) for verb, words in raw["negative_phrases"].items()},
            governed=frozenset(raw["governed"]["prepositions"]),
            time=frozenset(raw["clauses"]["time"]),
            meanwhile=frozenset(raw["clauses"]["meanwhile"]),
            factual_nouns=frozenset(raw["clauses"]["factual_nouns"]),
            prospective=frozenset(raw["prospective"]["verbs"]),
            decided_against=frozenset(raw["negation"]["decided_against"]),
            attributes={word: effect(entry) for entry in raw["attribute"] for word in entry["words"]},
            **{field: frozenset(words) for field, words in raw["beside"].items()},
        )


def effect(raw: Mapping[str, Any]) -> Effect:
    """The effect that a table describes."""
    return Effect(
        raw.get("polarity") == Polarity.NEGATIVE,
        Time(raw["time"]) if "time" in raw else None,
        Modality(raw["modality"]) if "modality" in raw else None,
        raw.get("fact", False),
    )


def opener_effect(kind: str) -> Effect:
    """The effect of a conjunction or preposition of a kind."""
    return {
        "conditional": Effect(modality=Modality.CONDITIONAL, time=Time.FUTURE),
        "questioned": Effect(modality=Modality.QUESTIONED),
        "negative": Effect(negative=True),
        "intended": Effect(modality=Modality.INTENDED, time=Time.FUTURE),
        "threatened": Effect(modality=Modality.THREATENED, time=Time.FUTURE),
    }.get(kind, Effect(fact=True))
