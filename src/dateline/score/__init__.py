"""Scores of this version against gold data: precision, recall, F1, and the failures with their sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from time import perf_counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from dateline.model import UsageError
from dateline.score.model import Failure, Score

if TYPE_CHECKING:
    from dateline.pipeline import Pipeline

TASKS: Mapping[str, str] = MappingProxyType(
    {
        "seeds": "seeds:score_seeds",
        "events": "events:score_events",
        "actors": "actors:score_actors",
        "us-relations": "events:score_us_relations",
        "attribution": "attribution:score_attribution",
        "times": "times:score_times",
        "stories": "stories:score_stories",
        "coref": "coref:score_coref",
    }
)
"""The tasks, each with the function that scores it; imported only when asked for."""


def run(task: str, gold: Path, pipeline: Pipeline | None = None) -> Score:
    """The score of one task on one gold file, with the seconds that it took."""
    if task not in TASKS:
        raise UsageError(f"no task is called {task!r}; there are {', '.join(TASKS)}")
    from dateline.pipeline import Pipeline

    module, function = TASKS[task].split(":")
    start = perf_counter()
    score: Score = getattr(import_module(f"dateline.score.{module}"), function)(gold, pipeline or Pipeline())
    return replace(score, seconds=perf_counter() - start)


__all__ = ["TASKS", "Failure", "Score", "run"]
