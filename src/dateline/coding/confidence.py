"""How sure the coder is of an event: what share of events told in its way the gold of the development sets holds."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from dateline.coding.codebook import Act, Category
from dateline.coding.matching import Match
from dateline.model import Participant


@lru_cache(maxsize=1)
def shares() -> dict[str, float]:
    """The share for each way of telling an act, from ``data/confidence.toml``."""
    raw = tomllib.loads((resources.files("dateline.coding") / "data" / "confidence.toml").read_text("utf-8"))
    return {way: row["share"] for way, row in raw.items()}


def confidence(match: Match, act: Act, sides: Sequence[Sequence[Participant]]) -> float:
    """The share of events told as this one is that are right."""
    return shares()[way_of(match, act, sides)]


def way_of(match: Match, act: Act, sides: Sequence[Sequence[Participant]]) -> str:
    """How an act is told: of the register or not, by a verb or a noun, with both sides, one taken from elsewhere, or one alone."""
    layer = "register" if act.pairwise else "other"
    word = "verb" if match.frame.category is Category.VERB else "noun"
    taken = any(f.slot.inherits for f in match.fillers)
    parties = "one" if not all(sides) else "taken" if taken else "both"
    return f"{layer}_{word}_{parties}"
