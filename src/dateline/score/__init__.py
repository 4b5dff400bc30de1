"""Scores of this version against gold data: precision, recall, F1, and the failures with their sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from dateline.model import UsageError
from dateline.pipeline import Pipeline
from dateline.score.actors import score_actors
from dateline.score.attribution import score_attribution
from dateline.score.events import score_events, score_us_relations
from dateline.score.model import Failure, Score
from dateline.score.seeds import score_seeds
from dateline.score.times import score_times

TASKS: Mapping[str, Callable[[Path, Pipeline], Score]] = {
    "seeds": score_seeds,
    "events": score_events,
    "actors": score_actors,
    "us-relations": score_us_relations,
    "attribution": score_attribution,
    "times": score_times,
}


def run(task: str, gold: Path, pipeline: Pipeline | None = None) -> Score:
    """The score of one task on one gold file, with the seconds that it took."""
    if task not in TASKS:
        raise UsageError(f"no task is called {task!r}; there are {', '.join(TASKS)}")
    start = perf_counter()
    score = TASKS[task](gold, pipeline or Pipeline())
    return replace(score, seconds=perf_counter() - start)


__all__ = ["TASKS", "Failure", "Score", "run"]
