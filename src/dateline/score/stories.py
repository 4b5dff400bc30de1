"""Groups of reports: B-cubed precision, recall and F1."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping

from dateline.score.model import f1


def b_cubed(gold: Mapping[str, Hashable], ours: Mapping[str, Hashable]) -> dict[str, float]:
    """B³ over the ids of gold; an id in none of our groups stands alone."""
    by_gold: defaultdict[Hashable, set[str]] = defaultdict(set)
    by_ours: defaultdict[Hashable, set[str]] = defaultdict(set)
    for id, group in gold.items():
        by_gold[group].add(id)
        by_ours[ours.get(id, ("alone", id))].add(id)
    precision = recall = 0.0
    for id, group in gold.items():
        mine, theirs = by_ours[ours.get(id, ("alone", id))], by_gold[group]
        precision += len(mine & theirs) / len(mine)
        recall += len(mine & theirs) / len(theirs)
    n = max(1, len(gold))
    return {"precision": precision / n, "recall": recall / n, "f1": f1(precision / n, recall / n)}
