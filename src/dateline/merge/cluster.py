"""Average-link clustering with vetoes: the same clusters in whatever order the items come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import combinations

Pair = tuple[int, int]


@dataclass(slots=True)
class Links:
    """Sums of scores between clusters; a pair that is missing must not be joined."""

    sums: dict[int, dict[int, float]]
    sizes: dict[int, int]
    heap: list[tuple[float, Pair]] = field(default_factory=list)

    def mean(self, a: int, b: int) -> float | None:
        """The mean score between two clusters; null where one is gone or a veto stands between them."""
        total = self.sums.get(a, {}).get(b)
        return None if total is None else total / (self.sizes[a] * self.sizes[b])

    def offer(self, a: int, b: int, threshold: float) -> None:
        """Puts a pair that may be joined on the heap; ties fall to the items that come first in canonical order."""
        mean = self.mean(a, b)
        if mean is not None and mean >= threshold:
            heappush(self.heap, (-mean, (min(a, b), max(a, b))))

    def join(self, a: int, b: int) -> None:
        """Joins ``b`` into ``a``: sums add up, and whatever may not stand with one may not stand with the joined one."""
        gone = self.sums.pop(b)
        kept = self.sums[a]
        for other in list(kept):
            if other in gone:
                kept[other] += gone[other]
                self.sums[other][a] = kept[other]
            elif other != b:
                del kept[other], self.sums[other][a]
        kept.pop(b, None)
        for other in gone:
            if other != a:
                del self.sums[other][b]
        self.sizes[a] += self.sizes.pop(b)


def cluster(
    count: int,
    score: Callable[[int, int], float | None],
    threshold: float,
    on_join: Callable[[tuple[int, ...], tuple[int, ...], float], None] | None = None,
    pairs: Iterable[Pair] | None = None,
) -> tuple[tuple[int, ...], ...]:
    """The clusters of items ``0 … count - 1`` in canonical order: at each step the two with the highest mean score are joined,
    as long as it reaches the threshold and no pair across them is vetoed (scored null, or not among ``pairs``).
    """
    links = all_links(count, score, combinations(range(count), 2) if pairs is None else pairs)
    groups: dict[int, tuple[int, ...]] = {i: (i,) for i in range(count)}
    offer_all(links, threshold)
    while links.heap:
        negative, (a, b) = heappop(links.heap)
        if links.mean(a, b) != -negative:
            continue  # the pair has changed since it was offered; its new score was offered too
        if on_join:
            on_join(groups[a], groups[b], -negative)
        links.join(a, b)
        groups[a] = tuple(sorted(groups[a] + groups.pop(b)))
        for other in links.sums[a]:
            links.offer(a, other, threshold)
    return tuple(sorted(groups.values()))


def all_links(count: int, score: Callable[[int, int], float | None], pairs: Iterable[Pair]) -> Links:
    """The scores of the pairs that are not vetoed."""
    sums: dict[int, dict[int, float]] = {i: {} for i in range(count)}
    for a, b in pairs:
        found = score(a, b)
        if found is not None:
            sums[a][b] = sums[b][a] = found
    return Links(sums, dict.fromkeys(range(count), 1))


def offer_all(links: Links, threshold: float) -> None:
    """Puts every pair on the heap that may be joined."""
    links.heap = [(-s, (a, b)) for a, row in links.sums.items() for b, s in row.items() if a < b and s >= threshold]
    heapify(links.heap)


def unions(count: int, pairs: Iterable[Pair]) -> tuple[tuple[int, ...], ...]:
    """The groups of items that a chain of pairs connects, in canonical order."""
    parent = list(range(count))
    for a, b in pairs:
        first, second = sorted((root(parent, a), root(parent, b)))
        parent[second] = first
    groups: dict[int, list[int]] = {}
    for i in range(count):
        groups.setdefault(root(parent, i), []).append(i)
    return tuple(tuple(group) for _, group in sorted(groups.items()))


def root(parent: list[int], i: int) -> int:
    """The representative of an item's group; paths are halved on the way."""
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i
