"""Look-alikes: two groups of reports that each agree on names and numbers which the other never has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from math import log

SMALLEST = 4
"""Reports that a group must have before what they share says anything."""
MOST = 0.6
"""The share of a group's reports that must have a name for the group to agree on it."""
FEW = 0.15
"""The share of the other group's reports that may have it all the same."""


class Rivals:
    """The names and numbers of a set of reports."""

    def __init__(self, names: Sequence[Collection[str]]) -> None:
        self.names = names
        counts = Counter(name for found in names for name in found)
        self.weights = {name: log(1 + len(names) / count) for name, count in counts.items() if count > 1}

    def are(self, a: Sequence[int], b: Sequence[int]) -> bool:
        """Whether the two groups are two happenings of one kind: what each has for itself outweighs what they share."""
        if min(len(a), len(b)) < SMALLEST:
            return False
        first, second = self.shares(a), self.shares(b)
        own = min(self.weight(alone(first, second)), self.weight(alone(second, first)))
        return own > self.weight(name for name, share in first.items() if share >= MOST and second.get(name, 0.0) >= MOST)

    def shares(self, group: Sequence[int]) -> dict[str, float]:
        """For each name the share of the group's reports that have it."""
        counts = Counter(name for i in group for name in self.names[i])
        return {name: count / len(group) for name, count in counts.items() if name in self.weights}

    def weight(self, found: Iterable[str]) -> float:
        """How much the names say together."""
        return sum(sorted(self.weights[name] for name in found))


def alone(first: dict[str, float], second: dict[str, float]) -> Iterable[str]:
    """The names on which one group agrees and which the other hardly has."""
    return (name for name, share in first.items() if share >= MOST and second.get(name, 0.0) <= FEW)
