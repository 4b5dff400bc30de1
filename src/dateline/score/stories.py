"""Groups of reports: B-cubed precision, recall and F1."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from pathlib import Path

from dateline.merge.stories import StoryItem, stories
from dateline.pipeline import Pipeline
from dateline.score.gold import reports, rows
from dateline.score.model import Failure, Score, f1


def score_stories(path: Path, pipeline: Pipeline) -> Score:  # noqa: ARG001  every task takes both
    """B³ of the groups that the reports of a file fall into, with the one frozen setting."""
    found = rows(path)
    texts = {r.id: r for r in reports(found)}
    gold = {str(row["doc_id"]): row["cluster"] for row in found}
    ours = {id: story.id for story in stories(StoryItem(r) for r in texts.values()) for id in story.reports}
    figures = b_cubed(gold, ours)
    failures = torn(gold, ours, {id: r.title or "" for id, r in texts.items()})
    return Score("stories", path.name, len(gold), figures["precision"], figures["recall"], figures["f1"], failures=tuple(failures))


def torn(gold: Mapping[str, Hashable], ours: Mapping[str, Hashable], titles: Mapping[str, str]) -> list[Failure]:
    """The stories of gold that come out in parts, and ours that hold several of gold's."""
    found = []
    for kind, whole, parts in (("parted", gold, ours), ("lumped", ours, gold)):
        groups: defaultdict[Hashable, defaultdict[Hashable, list[str]]] = defaultdict(lambda: defaultdict(list))
        for id in gold:
            groups[whole.get(id, id)][parts.get(id, id)].append(titles[id])
        for name, members in groups.items():
            if len(members) > 1:
                found.append(Failure(str(name), kind, "", "", " || ".join("; ".join(t) for t in members.values())))
    return found


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
