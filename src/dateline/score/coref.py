"""Coreference of event mentions: MUC, B-cubed, entity CEAF, and their mean, the CoNLL score (Pradhan and others 2014).

``gold`` and ``ours`` give each mention's cluster; gold mentions are given, so that both name the same ones. A mention that
``ours`` leaves out stands alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.merge.coreference import Document, corefer
from dateline.merge.stories import StoryItem, group
from dateline.model import Span
from dateline.pipeline import Pipeline
from dateline.score.gold import report, reports, rows
from dateline.score.model import Score, f1, ratio
from dateline.score.stories import b_cubed

Figures = dict[str, float]
Clusters = list[frozenset[str]]


def score_coref(path: Path, pipeline: Pipeline) -> Score:
    """The CoNLL score of event mentions in the sentences that annotators checked, within our own stories; beside it the
    scores of which it is the mean, and the same over all mentions: in the other sentences much that is one event is not marked.
    """
    found = rows(path)
    checked, every = ([marks(row, all_mentions) for row in found] for all_mentions in (False, True))
    main = figures_of(found, checked, pipeline)
    whole = figures_of(found, every, pipeline)["conll"]
    by = {**main, "all mentions": {"n": sum(map(len, every)), **whole}}
    return Score("coref", path.name, sum(map(len, checked)), None, None, main["conll"]["f1"], by)


def figures_of(found: Sequence[dict[str, Any]], marked: Sequence[Mapping[Span, str]], pipeline: Pipeline) -> dict[str, Figures]:
    """The scores over some of the mentions of each row."""
    gold = {key(str(row["doc_id"]), span): of for row, spans in zip(found, marked, strict=True) for span, of in spans.items()}
    return conll(gold, clustered(found, marked, pipeline))


def marks(row: Mapping[str, Any], every: bool) -> dict[Span, str]:
    """The event mentions of a row with their clusters: all, or those in checked sentences where the gold says which."""
    events = (m for m in row["mentions"] if m["event"] and (every or m.get("validated", True)))
    return {Span(m["start"], m["end"]): m["cluster"] for m in events}


def clustered(found: Sequence[dict[str, Any]], marked: Sequence[Mapping[Span, str]], pipeline: Pipeline) -> dict[str, Hashable]:
    """Our cluster of each mention, story by story."""
    readings = pipeline.thorough_reader.read_many(reports(found))  # gold mentions stand in any sentence
    documents = {r.report.id: Document(r, tuple(spans)) for r, spans in zip(readings, marked, strict=True)}
    ours: dict[str, Hashable] = {}
    for number, story in enumerate(group(StoryItem(report(row)) for row in found)):
        for k, mentions in enumerate(corefer(documents[id] for id in story)):
            ours |= {key(id, span): (number, k) for id, span in mentions}
    return ours


def key(id: str, span: Span) -> str:
    """The name of a mention."""
    return f"{id}:{span.start}-{span.end}"


def conll(gold: Mapping[str, Hashable], ours: Mapping[str, Hashable]) -> dict[str, Figures]:
    """The three scores and, as ``conll``, the mean of their F1."""
    found = {"muc": muc(gold, ours), "b_cubed": b_cubed(gold, ours), "ceaf_e": ceaf_e(gold, ours)}
    return {**found, "conll": {"f1": sum(figures["f1"] for figures in found.values()) / len(found)}}


def muc(gold: Mapping[str, Hashable], ours: Mapping[str, Hashable]) -> Figures:
    """MUC (Vilain and others 1995): the links that are missing to hold each cluster together; lone mentions count nothing."""
    recall = kept_links(clusters(gold, gold), completed(ours, gold))
    precision = kept_links(clusters(completed(ours, gold), gold), gold)
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall)}


def kept_links(of: Clusters, by: Mapping[str, Hashable]) -> float:
    """The share of the links inside clusters that another clustering keeps."""
    links = sum(len(cluster) - 1 for cluster in of)
    return ratio(sum(len(cluster) - len({by[id] for id in cluster}) for cluster in of), links)


def ceaf_e(gold: Mapping[str, Hashable], ours: Mapping[str, Hashable]) -> Figures:
    """Entity CEAF (Luo 2005): clusters paired one to one so that they overlap most, by Dice's measure."""
    first, second = clusters(gold, gold), clusters(completed(ours, gold), gold)
    total = best_pairing(first, second)
    precision, recall = ratio(total, len(second)), ratio(total, len(first))
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall)}


def best_pairing(first: Clusters, second: Clusters) -> float:
    """The sum of the overlaps in the best pairing of two clusterings. Only clusters that share a mention can gain by being paired,
    so each part that shared mentions connect is solved by itself.
    """
    overlaps = shared(first, second)
    return sum(best_of_part(part, first, second, overlaps) for part in parts(overlaps))


def shared(first: Clusters, second: Clusters) -> dict[tuple[int, int], int]:
    """How many mentions each two clusters share, where any."""
    place = {id: j for j, cluster in enumerate(second) for id in cluster}
    return Counter((i, place[id]) for i, cluster in enumerate(first) for id in cluster)


def parts(overlaps: Iterable[tuple[int, int]]) -> list[set[tuple[int, int]]]:
    """The pairs of clusters in parts that have no cluster in common."""
    found: list[tuple[set[int], set[int], set[tuple[int, int]]]] = []
    for i, j in sorted(overlaps):
        touching = [part for part in found if i in part[0] or j in part[1]]
        found = [part for part in found if part not in touching]
        rows, columns, pairs = {i}, {j}, {(i, j)}
        for part in touching:
            rows, columns, pairs = rows | part[0], columns | part[1], pairs | part[2]
        found.append((rows, columns, pairs))
    return [pairs for _, _, pairs in found]


def best_of_part(pairs: set[tuple[int, int]], first: Clusters, second: Clusters, overlaps: Mapping[tuple[int, int], int]) -> float:
    """The sum of the overlaps in the best pairing of one part."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    rows, columns = sorted({i for i, _ in pairs}), sorted({j for _, j in pairs})
    dice = [[2 * overlaps.get((i, j), 0) / (len(first[i]) + len(second[j])) for j in columns] for i in rows]
    matrix = np.array(dice)
    return float(matrix[linear_sum_assignment(matrix, maximize=True)].sum())


def completed(ours: Mapping[str, Hashable], gold: Mapping[str, Hashable]) -> dict[str, Hashable]:
    """The cluster of each gold mention; one that is left out stands alone."""
    return {id: ours.get(id, ("alone", id)) for id in gold}


def clusters(by: Mapping[str, Hashable], ids: Iterable[str]) -> Clusters:
    """The clusters as sets of ids."""
    found: defaultdict[Hashable, set[str]] = defaultdict(set)
    for id in ids:
        found[by[id]].add(id)
    return [frozenset(found[key]) for key in sorted(found, key=lambda key: min(found[key]))]
