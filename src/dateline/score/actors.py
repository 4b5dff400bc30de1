"""Phrases → country and sector: accuracy over the fields that gold fills."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from dateline.pipeline import Pipeline
from dateline.resolve.actors import resolve_phrase
from dateline.score.gold import rows
from dateline.score.model import Failure, Score, Unit, ratio


def score_actors(path: Path, pipeline: Pipeline) -> Score:
    """Country accuracy as the figure, sector accuracy beside it."""
    counts: Counter[str] = Counter()
    failures: list[Failure] = []
    units: list[Unit] = []
    for row in rows(path):
        ours = resolve_phrase(row["input"], None, pipeline.catalogue)
        for field, wanted, got in (("country", row["country"], ours.country), ("sector", row["code_1"], ours.sector)):
            if wanted is None:
                continue
            right = (got or "") == wanted
            counts.update({field: 1, f"{field} right": right})
            if field == "country":
                units.append(Unit(right, 1, 1))
            if not right:
                failures.append(Failure(row["id"], field, wanted, got or "", row["input"]))
    accuracy = ratio(counts["country right"], counts["country"])
    by = {
        field: {"n": counts[field], "accuracy": ratio(counts[f"{field} right"], counts[field])} for field in ("country", "sector")
    }
    return Score(
        "actors", path.name, counts["country"], accuracy, accuracy, accuracy, by, units=tuple(units), failures=tuple(failures)
    )
