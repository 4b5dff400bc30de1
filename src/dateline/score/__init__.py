"""Scores of this version against gold data: precision, recall, F1, and the failures with their sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
        "rebuilt": "rebuilt:score_rebuilt",
        "attribution": "attribution:score_attribution",
        "chains": "chains:score_chains",
        "times": "times:score_times",
        "stories": "stories:score_stories",
        "coref": "coref:score_coref",
        "merging": "merging:score_merging",
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
    file = gold_file(task, gold)
    score: Score = scored(getattr(import_module(f"dateline.score.{module}"), function), task, file, pipeline or Pipeline())
    return replace(score, seconds=perf_counter() - start)


def gold_file(task: str, gold: Path) -> Path:
    """The gold file that a path names; of a folder the one in it that the task is scored on, if there is just one."""
    if gold.is_dir():
        from dateline.score.suite import SUITE

        there = [each.file for each in SUITE if each.task == task and (gold / each.file).is_file()]
        if len(there) != 1:
            raise UsageError(f"{gold} is a folder; name a gold file for {task} in it{''.join(f', {name}' for name in there)}")
        return gold / there[0]
    if not gold.is_file():
        raise UsageError(f"{gold}: no such gold file")
    return gold


def scored(scorer: Callable[[Path, Pipeline], Score], task: str, gold: Path, pipeline: Pipeline) -> Score:
    """What a scorer returns; a :class:`UsageError` where the file is no gold file of the task, or what it needs is missing."""
    try:
        return scorer(gold, pipeline)
    except FileNotFoundError as error:
        raise UsageError(f"{error.filename}: no such file, and {gold.name} needs it") from error
    except (KeyError, UnicodeDecodeError) as error:
        raise UsageError(f"{gold}: no gold file for {task} ({type(error).__name__}: {error})") from error


__all__ = ["TASKS", "Failure", "Score", "run"]
