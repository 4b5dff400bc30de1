"""A cell's reports in groups, by average-link clustering: the same in whatever order they come.

The score of two groups is the mean over all pairs, drawn toward the best pair (sources of one happening may each tell another side
of it) and lowered as the group grows (a war is not one story). Two groups that each agree in themselves on names and numbers which
the other never has are two stories, however much else they share: two arrests, two matches, two patches for the same browser.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from dateline.merge.stories.commonness import RARE, rarity
from dateline.merge.stories.profiles import LEAD_WEIGHT, Profile
from dateline.merge.stories.rivals import Rivals
from dateline.merge.stories.vectors import inverse_frequency, rows

THRESHOLD = 0.125
LOCAL = 0.2
"""How much a term's rarity in the cell counts beside that in the news: among reports on an election, "ballot" says little."""
BEST_PAIR = 0.15
GROWTH = 0.12
ONE_DAY, ONE_DAY_FACTOR = 1, 1.1
NEAR, NEAR_FACTOR = 4, 1.0
FAR, BETWEEN_FACTOR, FAR_FACTOR = 14, 0.85, 0.5


def days_factor(a: Collection[int], b: Collection[int]) -> float:
    """What the days that two reports name say: more alike on one day, less alike where all lie far apart."""
    if not a or not b:
        return 1.0
    gap = min(abs(x - y) for x in a for y in b)
    if gap <= ONE_DAY:
        return ONE_DAY_FACTOR
    return NEAR_FACTOR if gap <= NEAR else BETWEEN_FACTOR if gap <= FAR else FAR_FACTOR


def grouped(cell: Sequence[Profile]) -> list[list[str]]:
    """The reports of a cell in groups, by id, in canonical order."""
    every = sorted(cell, key=lambda p: p.report)
    if len(every) == 1:
        return [[every[0].report]]
    found = Growth(likeness(every), Rivals([p.names for p in every])).run()
    return [[every[i].report for i in sorted(ids)] for ids in found]


def likeness(every: Sequence[Profile]) -> Any:
    """How alike each two reports of a cell are."""
    import numpy as np

    local = inverse_frequency([p.words for p in every])

    def weight(term: str) -> float:
        return float((rarity(term) ** (1 - LOCAL) * local(term) ** LOCAL) ** RARE)

    def products(documents: Sequence[Mapping[str, int]]) -> Any:
        found = rows(documents, weight)
        return np.asarray((found @ found.T).todense())

    pairs = products([p.words for p in every]) * (1 - LEAD_WEIGHT) + products([p.lead for p in every]) * LEAD_WEIGHT
    return pairs * np.array([[days_factor(a.days, b.days) for b in every] for a in every])


class Growth:
    """Groups that grow by joining the best two, until none is good enough."""

    def __init__(self, pairs: Any, rivals: Rivals) -> None:
        import numpy as np

        self.sums, self.best, self.rivals = pairs.copy(), pairs.copy(), rivals
        self.groups: dict[int, list[int]] = {i: [i] for i in range(len(pairs))}
        self.scores = pairs.copy()
        np.fill_diagonal(self.scores, -1.0)

    def run(self) -> list[list[int]]:
        """The groups in canonical order."""
        import numpy as np

        while True:
            a, b = map(int, np.unravel_index(np.argmax(self.scores), self.scores.shape))
            if self.scores[a, b] < THRESHOLD:
                return [self.groups[i] for i in sorted(self.groups)]
            if self.rivals.are(self.groups[a], self.groups[b]):
                self.scores[a, b] = self.scores[b, a] = -1.0
            else:
                self.join(min(a, b), max(a, b))

    def join(self, a: int, b: int) -> None:
        """Joins the second group into the first and scores it against the others."""
        import numpy as np

        self.groups[a] += self.groups.pop(b)
        self.sums[a] += self.sums[b]
        self.sums[:, a] = self.sums[a]
        self.best[a] = np.maximum(self.best[a], self.best[b])
        self.best[:, a] = self.best[a]
        self.scores[b] = self.scores[:, b] = -1.0
        others = [i for i in self.groups if i != a]
        sizes = np.array([len(self.groups[i]) for i in others])
        size = len(self.groups[a])
        mean = (1 - BEST_PAIR) * self.sums[a, others] / (size * sizes) + BEST_PAIR * self.best[a, others]
        self.scores[a, others] = self.scores[others, a] = mean * ((size + sizes) / 2) ** -GROWTH
