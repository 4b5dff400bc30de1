"""The words that tell how a time expression dates an act, loaded once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline import knowledge
from dateline.resolve.times.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of ``words.toml``."""

    preposition: Mapping[str, str]
    clause: Mapping[str, str]
    range: frozenset[str]
    past_helpers: frozenset[str]
    present: frozenset[str]
    decision: frozenset[str]
    deciding: frozenset[str]
    announcement: frozenset[str]
    declaring: frozenset[str]
    occurrence: frozenset[str]
    carrying: frozenset[str]
    background: frozenset[str]
    immediate: frozenset[str]
    anaphoric: frozenset[str]
    stative: frozenset[str]
    ordinal: frozenset[str]
    occasion: frozenset[str]
    holding: frozenset[str]
    instrument: frozenset[str]
    topic: frozenset[str]
    putting_off: frozenset[str]
    gathering: frozenset[str]
    gatherings: frozenset[str]
    scene_prepositions: frozenset[str]
    addressing: frozenset[str]
    new_day: frozenset[str]
    old_day: frozenset[str]
    deadline: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the package."""
    table = knowledge.tables(__package__, "words.toml")
    return Lexicon(
        preposition=table["preposition"],
        deadline=frozenset(table["deadline"]["words"]),
        clause=table["clause"],
        range=frozenset(table["range"]["words"]),
        past_helpers=frozenset(table["breaking"]["past_helpers"]),
        present=frozenset(table["breaking"]["present"]),
        decision=frozenset(table["decision"]["lemmas"]),
        deciding=frozenset(table["decision"]["nouns"]),
        announcement=frozenset(table["announcement"]["lemmas"]),
        declaring=frozenset(table["declaring"]["lemmas"]),
        occurrence=frozenset(table["occurrence"]["lemmas"]),
        carrying=frozenset(table["carrying"]["lemmas"]),
        background=frozenset(table["background"]["words"]),
        immediate=frozenset(table["immediate"]["words"]),
        anaphoric=frozenset(table["anaphoric"]["nouns"]),
        stative=frozenset(table["stative"]["lemmas"]),
        ordinal=frozenset(table["ordinal"]["words"]),
        occasion=frozenset(table["occasion"]["prepositions"]),
        holding=frozenset(table["occasion"]["verbs"]),
        instrument=frozenset(table["instrument"]["nouns"]),
        topic=frozenset(table["topic"]["prepositions"]),
        putting_off=vocabulary().tense["putting_off"],
        gathering=frozenset(table["scene"]["acts"]),
        gatherings=frozenset(table["scene"]["nouns"]),
        scene_prepositions=frozenset(table["scene"]["prepositions"]),
        addressing=frozenset(table["scene"]["addressing"]),
        new_day=frozenset(table["moving"]["new"]),
        old_day=frozenset(table["moving"]["old"]),
    )
