"""Reports through the pipeline, so that no report can end a run or lose another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from dateline.model import CodedReport, Problem, Reading, Report
from dateline.pipeline import Pipeline

T = TypeVar("T")
BATCH = 32


def code_reports(pipeline: Pipeline, reports: Iterable[Report | Problem], batch: int = BATCH) -> Iterator[CodedReport | Problem]:
    """The records of the reports, in order; problems pass through, and a report that breaks a stage becomes one."""
    for items in report_batches(reports, batch):
        readings = iter(read_batch(pipeline, [item for item in items if isinstance(item, Report)]))
        coded = (item if isinstance(item, Problem) else code_reading(pipeline, next(readings)) for item in items)
        yield from with_own_problems(coded)


def with_own_problems(items: Iterable[CodedReport | Problem]) -> Iterator[CodedReport | Problem]:
    """The items, with the problems that follow a report and are its own (a date that is none) among that report's problems."""
    report: CodedReport | None = None
    for item in items:
        if report and isinstance(item, Problem) and item.where == report.report.id:
            report = replace(report, problems=(*report.problems, item))
            continue
        if report:
            yield report
        report = item if isinstance(item, CodedReport) else None
        if isinstance(item, Problem):
            yield item
    if report:
        yield report


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


def report_batches(items: Iterable[Report | Problem], size: int) -> Iterator[list[Report | Problem]]:
    """The items in lists of about this size; none is cut between a report and the problems that follow it as its own."""
    batch: list[Report | Problem] = []
    for item in items:
        if len(batch) >= size and not (isinstance(item, Problem) and item.where == where(batch[-1])):
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch


def where(item: Report | Problem) -> str:
    """The report that an item is, or is about."""
    return item.id if isinstance(item, Report) else item.where


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most this size."""
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
