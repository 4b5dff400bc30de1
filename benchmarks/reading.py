"""dateline against plain spaCy with the same model on the same texts, and what each stage costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median
from time import perf_counter

from dateline.coding.coverage import coverage
from dateline.coding.dating import date_report
from dateline.model import Report
from dateline.pipeline import Pipeline
from dateline.read.parser import MODELS
from dateline.samples import sample_reports

ROUNDS = 5
COPIES = 6


def texts() -> list[Report]:
    """The sample reports several times over, each with an id of its own."""
    return [replace(r, id=f"{r.id}-{k}") for k in range(COPIES) for r in sample_reports()]


def plain(reports: Sequence[Report]) -> Callable[[], None]:
    """A run of plain spaCy, all default pipes, model loaded before."""
    import spacy
    from spacy.util import is_package

    model = spacy.load(next(name for name in MODELS if is_package(name)))
    return lambda: [None for _ in model.pipe(r.text for r in reports)] and None


def whole(pipeline: Pipeline, reports: Sequence[Report]) -> Callable[[], None]:
    """A run of dateline's whole pipeline."""
    return lambda: [None for _ in pipeline.run_many(reports)] and None


def seconds(run: Callable[[], None]) -> float:
    """What one run takes."""
    start = perf_counter()
    run()
    return perf_counter() - start


def alternating(runs: dict[str, Callable[[], None]]) -> dict[str, float]:
    """The median seconds of each run, all taken in turn so that the machine's moods hit each alike."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        run()
    for _ in range(ROUNDS):
        for name, run in runs.items():
            taken[name].append(seconds(run))
    return {name: median(values) for name, values in taken.items()}


def stages(pipeline: Pipeline, reports: Sequence[Report]) -> dict[str, float]:
    """The seconds of each stage over all reports, once."""
    spent = dict.fromkeys(("read", "resolve", "attribute", "code", "date", "cover"), 0.0)

    def timed(stage: str, run: Callable[[], object]) -> object:
        start = perf_counter()
        found = run()
        spent[stage] += perf_counter() - start
        return found

    readings = timed("read", lambda: list(pipeline.reader.read_many(reports)))
    for reading in readings:  # type: ignore[attr-defined]
        resolution = timed("resolve", lambda reading=reading: pipeline.resolver.resolve(reading))
        attributions = timed("attribute", lambda r=resolution: pipeline.attributor.attribute(r))
        coding = timed("code", lambda r=resolution, a=attributions: pipeline.coder.code(r, a))
        dated = timed("date", lambda r=resolution, a=attributions, c=coding: date_report(r, a, c.events))
        timed("cover", lambda reading=reading, d=dated, c=coding: coverage(reading, d, c.claims))
    return spent


def report() -> None:
    """Prints the ratios."""
    reports = texts()
    pipeline = Pipeline()
    taken = alternating({"plain spaCy": plain(reports), "dateline": whole(pipeline, reports)})
    print(f"{len(reports)} reports, {sum(len(r.text) for r in reports):,} characters, median of {ROUNDS} rounds")
    print(f"dateline / plain spaCy: {taken['dateline'] / taken['plain spaCy']:.2f}")
    spent = stages(pipeline, reports)
    print("each stage, as a share of reading:")
    for stage, value in spent.items():
        print(f"  {stage:<10} {value / spent['read']:.2f}")
