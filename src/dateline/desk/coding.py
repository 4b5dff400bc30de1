"""Reports through the pipeline, so that no report can end a run or lose another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from dateline.ingest.timing import at_most
from dateline.model import CodedReport, Problem, Reading, Report
from dateline.pipeline import Pipeline
from dateline.read.draft import LONGEST_TEXT

T = TypeVar("T")
BATCH = 32

LONGEST = 120.0
"""Seconds for which one report may be parsed, or coded; ordinary ones take a twentieth of one."""


Item = CodedReport | Report | Problem


def code_reports(pipeline: Pipeline, reports: Iterable[Item], batch: int = BATCH) -> Iterator[CodedReport | Problem]:
    """The records of the reports, in order; what is coded already passes through, as problems do, and a report that breaks a
    stage becomes one.
    """
    for items in report_batches(reports, batch):
        readings = iter(read_batch(pipeline, [item for item in items if isinstance(item, Report)]))
        coded = (code_reading(pipeline, next(readings)) if isinstance(item, Report) else item for item in items)
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
        with at_most(LONGEST * max(1.0, sum(len(report.text) for report in reports) / LONGEST_TEXT)):
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
        with at_most(LONGEST):
            return pipeline.code(reading)
    except Exception as error:  # as above
        return broken(reading.report, error)


def broken(report: Report, error: Exception) -> Problem:
    """The problem of a report that a stage could not take."""
    return Problem(report.id, 0, 0, "not_coded", f"no stage should fail on a text, but one did: {type(error).__name__}: {error}")


def report_batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of about this size; none is cut between a report and the problems that follow it as its own."""
    batch: list[Item] = []
    for item in items:
        if len(batch) >= size and not (isinstance(item, Problem) and item.where == where(batch[-1])):
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch


def where(item: Item) -> str:
    """The report that an item is, or is about."""
    if isinstance(item, Problem):
        return item.where
    return item.id if isinstance(item, Report) else item.report.id


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most this size."""
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
