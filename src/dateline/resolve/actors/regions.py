"""The part of the world in which a noun says that its state lies: "the Middle Eastern country", "the South American nations"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.model import Token
from dateline.resolve.actors.scene import Scene
from dateline.resolve.actors.words import tables

LONGEST = 3
"""So many words before a noun may name its region: "Indian Ocean island"."""


@cache
def regions() -> Mapping[str, frozenset[str]]:
    """The ids of the states of each region, with those of the regions within it, by the words that name it."""
    rows = tables("regions")["region"]
    own = {name: row for row in rows for name in row["names"]}

    def states(row: Mapping[str, list[str]]) -> frozenset[str]:
        return frozenset(row.get("states", ())).union(*(states(own[inner]) for inner in row.get("of", ())))

    return {name: states(row) for name, row in own.items()}


def states_told(scene: Scene, noun: Token) -> frozenset[str] | None:
    """The ids of the states in the region that the words right before a noun name, the longest such words; None without any."""
    first = max(scene.reading.sentences[noun.sentence].first, noun.i - LONGEST)
    named = (scene.text(i, noun.i - 1) for i in range(first, noun.i))
    return next((regions()[words] for words in named if words in regions()), None)
