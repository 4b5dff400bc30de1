"""Reports through the pipeline, so that no report can end a run or lose another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from dateline.model import CodedReport, Problem, Reading, Report
from dateline.pipeline import Pipeline

T = TypeVar("T")
BATCH = 32


def code_reports(pipeline: Pipeline, reports: Iterable[Report | Problem], batch: int = BATCH) -> Iterator[CodedReport | Problem]:
    """The records of the reports, in order; problems pass through, and a report that breaks a stage becomes one."""
    for items in batches(reports, batch):
        readings = iter(read_batch(pipeline, [item for item in items if isinstance(item, Report)]))
        for item in items:
            yield item if isinstance(item, Problem) else code_reading(pipeline, next(readings))


def read_batch(pipeline: Pipeline, reports: Sequence[Report]) -> list[Reading | Problem]:
    """The readings of a batch, read together, or one by one where that breaks, so that only the culprit is lost."""
    try:
        return list(pipeline.reader.read_many(reports))
    except Exception as error:  # whatever a text does to the parser, the other reports must come through
        if len(reports) == 1:
            return [broken(reports[0], error)]
    return [reading for report in reports for reading in read_batch(pipeline, [report])]


def code_reading(pipeline: Pipeline, reading: Reading | Problem) -> CodedReport | Problem:
    """The record of a reading, or the problem that a stage had with it."""
    if isinstance(reading, Problem):
        return reading
    try:
        return pipeline.code(reading)
    except Exception as error:  # as above
        return broken(reading.report, error)


def broken(report: Report, error: Exception) -> Problem:
    """The problem of a report that a stage could not take."""
    return Problem(report.id, 0, 0, "not_coded", f"no stage should fail on a text, but one did: {type(error).__name__}: {error}")


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most this size."""
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
