"""What the cascade loses of what `--thorough` finds: acts, attributions with their speakers, claims and times, on every gold set.

``python -m benchmarks.cascade`` reads so many characters (``DATELINE_BENCH_CHARACTERS``) of each shuffled set both ways;
``DATELINE_BENCH_READINGS`` names a folder of kept readings, which spare the thorough parse. ``--lost`` prints what is lost.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.reading import GOLD
from dateline.model import CodedReport, Participant, Reading, Report
from dateline.pipeline import Pipeline
from dateline.read import Reader
from dateline.read.kept import KeptReader
from dateline.samples import sample_reports
from dateline.score.gold import report as report_of
from dateline.score.gold import rows

CHARACTERS = int(os.environ.get("DATELINE_BENCH_CHARACTERS", "200000"))
READINGS = os.environ.get("DATELINE_BENCH_READINGS")
KINDS = ("acts", "attributions", "claims", "times")
AT_MOST = 0.005
"""The share that may be lost."""


def sets() -> Iterator[tuple[str, list[Report]]]:
    """The gold sets that hold reports, each shuffled and cut; without them the samples that ship with dateline."""
    files = sorted(GOLD.glob("*.jsonl"))
    for file in files:
        named = ({"id": row.get("doc_id", f"{file.stem}-{i}"), **row} for i, row in enumerate(rows(file)))
        found = [report_of(row) for row in named if row.get("text")]
        Random(7).shuffle(found)  # noqa: S311  so that a part is like the whole
        if found:
            yield file.stem, list(upto(found))
    if not files:
        yield "samples", list(sample_reports())


def upto(reports: list[Report]) -> Iterator[Report]:
    """The reports until there are so many characters."""
    left = CHARACTERS
    for report in reports:
        if left > 0:
            yield report
        left -= len(report.text)


def found_in(coded: CodedReport) -> dict[str, Counter[tuple[object, ...]]]:
    """What is found in a report, by kind, as far as it can be compared."""
    return {
        "acts": Counter((e.act, e.predicate, e.status, e.date, names(e.actors), names(e.recipients)) for e in coded.events),
        "attributions": Counter((a.source, a.cue, a.content, a.speaker and a.speaker.name) for a in coded.attributions),
        "claims": Counter((c.kind, c.content, c.value) for c in coded.claims),
        "times": Counter((t.span, t.value) for t in coded.times),
    }


def names(sides: tuple[Participant, ...]) -> tuple[str, ...]:
    """The names of an act's parties."""
    return tuple(side.actor.name for side in sides)


def compared(pipeline: Pipeline, every: Reading, some: Reading, tell: bool) -> Iterator[tuple[str, int, int]]:
    """For each kind how much the thorough reading finds and how much of that the other loses, and how much text that leaves out."""
    thorough, ours = found_in(pipeline.code(every)), found_in(pipeline.code(some))
    for kind in KINDS:
        gone = thorough[kind] - ours[kind]
        for each in gone if tell else ():
            print(every.report.id, kind, each, "but", *(ours[kind] - thorough[kind]))
        yield kind, thorough[kind].total(), gone.total()
    yield "left out", len(every.report.text), sum(span.end - span.start for span in some.skipped)


def measure(tell: bool = False) -> Iterator[tuple[str, dict[str, tuple[int, int]]]]:
    """Each set with its counts: how much there is of each kind, and how much of it is lost."""
    pipeline = Pipeline()
    thorough = KeptReader(Path(READINGS)) if READINGS else Reader()
    for name, reports in sets():
        there, lost = Counter[str](), Counter[str]()
        for every, some in zip(thorough.read_many(reports), pipeline.reader.read_many(reports), strict=True):
            for kind, n, gone in compared(pipeline, every, some, tell):
                there[kind] += n
                lost[kind] += gone
        yield name, {kind: (there[kind], lost[kind]) for kind in there}


def report(tell: bool = False) -> None:
    """Prints the table for the page, a row a set."""
    print("| set | acts | attributions | claims | times | lost of all | left out |\n|---|--:|--:|--:|--:|--:|--:|")
    for name, counts in measure(tell):
        length, left = counts.pop("left out")
        there, lost = (sum(column) for column in zip(*counts.values(), strict=True))
        cells = [f"{gone} of {n:,}" for n, gone in counts.values()]
        mark = "" if lost <= AT_MOST * there else " (!)"
        print(f"| `{name}` |", " | ".join([*cells, f"{lost / there:.2%}{mark}", f"{left / length:.1%}"]), "|", flush=True)


if __name__ == "__main__":
    report("--lost" in sys.argv[1:])
