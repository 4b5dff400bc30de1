"""The word classes of ``control.toml``: which verbs hand on their subject, which nouns stand for a party named before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline import knowledge
from dateline.coding.codebook.morphology import past, third_person


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word classes by lemma."""

    object_control: frozenset[str]
    phrase_control: Mapping[str, frozenset[str]]
    again: Mapping[str, frozenset[str]]
    alike: Sequence[frozenset[str]]
    alone: frozenset[str]
    behind_counts: frozenset[str]
    naming: frozenset[str]
    class_nouns: frozenset[str]
    homelands: frozenset[str]
    ordinals: frozenset[str]
    members: frozenset[str]
    diplomatic: frozenset[str]
    leading: frozenset[str]
    days: frozenset[str]
    months: frozenset[str]
    joining: frozenset[str]
    arriving: frozenset[str]
    stays: frozenset[str]
    holding: frozenset[str]
    gatherings: frozenset[str]
    copulas: frozenset[str]
    equating: frozenset[str]
    reporting: frozenset[str]
    support: frozenset[str]
    closing: frozenset[str]
    loading: frozenset[str]
    timing: frozenset[str]
    occasions: frozenset[str]
    belonging: frozenset[str]
    housing: frozenset[str]
    journeys: frozenset[str]
    voicing: frozenset[str]
    telling: frozenset[str]
    attributive: frozenset[str]
    guest_verbs: frozenset[str]
    guest_prepositions: frozenset[str]
    former: frozenset[str]
    headline_verbs: Mapping[str, str]
    verbs: frozenset[str]
    done: Mapping[str, str]
    repeated: Mapping[str, str]
    instruments: frozenset[str]
    crediting: frozenset[str]
    leaving: frozenset[str]
    opening: frozenset[str]
    going: frozenset[str]
    left_behind: frozenset[str]
    handing: frozenset[str]
    missions: frozenset[str]
    envoys: frozenset[str]
    post_names: str

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Grammar:
        """The grammar's word classes, read once."""
        raw = knowledge.tables(__package__, "control.toml")
        phrase, again = (by_verb(raw.pop(name)) for name in ("phrase_control", "again"))
        post_names: str = raw.pop("post_names")
        verbs = raw.pop("headline_verbs")
        repeated = {past(verb): verb for verb in raw.pop("repeated")}
        raw_done: dict[str, str] = raw.pop("irregular_past")
        alike = tuple(map(frozenset, raw.pop("alike")))
        classes = {name: frozenset(words) for name, words in raw.items()}
        return Grammar(
            phrase_control=phrase,
            again=again,
            alike=alike,
            post_names=post_names,
            headline_verbs={third_person(verb): verb for verb in verbs},
            verbs=frozenset(verbs),
            done={past(verb): verb for verb in verbs} | raw_done,
            repeated=repeated,
            **classes,
        )


def by_verb(table: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """A table of words by verb with its lists as sets."""
    return {verb: frozenset(words) for verb, words in table.items()}
