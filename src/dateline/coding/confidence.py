"""How sure the coder is of an event: what share of events told in its way is right."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import resources

from dateline.coding.codebook import Act, Category
from dateline.coding.matching import Match
from dateline.model import Actor, Participant

Known = Callable[[Actor], bool]


@lru_cache(maxsize=1)
def shares() -> dict[str, float]:
    """The share for each way of telling an act, from ``confidence.toml``."""
    raw = tomllib.loads((resources.files("dateline.coding") / "confidence.toml").read_text("utf-8"))
    return {way: row["share"] for way, row in raw.items()}


def confidence(match: Match, act: Act, sides: Sequence[Sequence[Participant]], known: Known) -> float:
    """The share of events told as this one that are right; ``known`` says whether the catalogue has an actor."""
    return shares()[register_way(match, sides) if act.pairwise else other_way(sides, known)]


def register_way(match: Match, sides: Sequence[Sequence[Participant]]) -> str:
    """How an act of the register is told: by a verb or a noun, with both sides, one taken from elsewhere, or one alone."""
    word = "verb" if match.frame.category is Category.VERB else "noun"
    taken = any(f.slot.inherits for f in match.fillers)
    parties = "one" if not all(sides) else "taken" if taken else "both"
    return f"register_{word}_{parties}"


def other_way(sides: Sequence[Sequence[Participant]], known: Known) -> str:
    """How another act is told: with one side alone, or with two of which the catalogue knows both, one or none."""
    if not all(sides):
        return "other_one"
    told = sum(any(known(p.actor) for p in side) for side in sides)
    return ("other_unknown", "other_half", "other_pair")[told]
