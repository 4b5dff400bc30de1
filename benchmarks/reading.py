"""What dateline takes, against plain spaCy with the same model on the same texts: one core, start-up included, in turn.

Two mixes: dense diplomatic reports, and ordinary news. Both come from the gold sets beside the project where these are there, the
reports several times over with the names of states changed, so that no cache helps; else from the samples that ship with dateline.
Each run is a process of its own, bound to one core. ``DATELINE_BENCH_ROUNDS`` sets how often each is run.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from dateline.coding.coverage import coverage
from dateline.coding.dating import date_report
from dateline.coding.syntax import repair
from dateline.model import Report
from dateline.pipeline import Pipeline
from dateline.read.parser import MODELS
from dateline.samples import sample_reports

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
MIXES = {"dense": ("news_reports_dev.jsonl",), "general": ("stories_ecbplus_dev.jsonl", "stories_wikinews.jsonl")}
ROUNDS = int(os.environ.get("DATELINE_BENCH_ROUNDS", "3"))
COUNT = int(os.environ.get("DATELINE_BENCH_REPORTS", "300"))
SWAPS = ("Norway", "Chile", "Kenya", "Japan", "Jordan", "Peru", "Ghana", "Nepal", "Cuba", "Oman")
SWAPPED = ("Russia", "China", "Iran", "Israel", "France", "Ukraine", "Poland", "Syria", "Georgia", "Turkey")


def mix(name: str) -> list[Report]:
    """The reports of a mix: so many, whole sets several times over where they are shorter."""
    files = [GOLD / file for file in MIXES[name]]
    sets = [list(reports_of(file)) for file in files] if all(map(Path.is_file, files)) else [list(sample_reports())]
    chance = Random(7)  # noqa: S311  for variety, not for secrets
    per_set = COUNT // len(sets)
    return [renamed(r, k, chance) for own in sets for k, r in enumerate(own * (1 + per_set // len(own))) if k < per_set]


def reports_of(file: Path) -> Iterator[Report]:
    """The reports of a gold set, shuffled, so that a part of it is like the whole."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    Random(7).shuffle(rows)  # noqa: S311  as above
    for row in rows:
        yield Report(id=row.get("id") or row["doc_id"], text=row["text"], title=row.get("title"), published=row.get("date"))


def renamed(report: Report, number: int, chance: Random) -> Report:
    """A report with an id of its own and some states named otherwise."""
    text = report.text
    for old in chance.sample(SWAPPED, 3):
        text = text.replace(old, chance.choice(SWAPS))
    return replace(report, id=f"{report.id}-{number}", text=text)


# ---------------------------------------------------------------------------------------- one run, in a process of its own


def run_spacy(reports: Sequence[Report]) -> None:
    """Plain spaCy: all default pipes."""
    import spacy
    from spacy.util import is_package

    model = spacy.load(next(name for name in MODELS if is_package(name)))
    for _ in model.pipe(report.text for report in reports):
        pass


def run_dateline(reports: Sequence[Report]) -> None:
    """The whole pipeline of dateline."""
    for _ in Pipeline().run_many(reports):
        pass


RUNS: dict[str, Callable[[Sequence[Report]], None]] = {"spacy": run_spacy, "dateline": run_dateline}


def child(name: str, path: str) -> None:
    """One run over the reports in a file, on one core."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    RUNS[name]([Report(**json.loads(line)) for line in Path(path).read_text(encoding="utf-8").splitlines()])


# ---------------------------------------------------------------------------------------- all runs


def timed(command: Sequence[str]) -> float:
    """The seconds for which a process keeps its core busy, its start included: on a quiet machine the wall time."""
    start = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  our own commands
    end = getrusage(RUSAGE_CHILDREN)
    return end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime


def measured(name: str, folder: Path) -> dict[str, float]:
    """The median seconds of each run over a mix, taken in turn so that the machine's moods hit each alike."""
    path = folder / f"{name}.jsonl"
    fields = ("id", "text", "title", "published")
    path.write_text("\n".join(json.dumps({f: getattr(r, f) for f in fields}) for r in mix(name)), encoding="utf-8")
    taken: dict[str, list[float]] = {run: [] for run in RUNS}
    for _ in range(ROUNDS):
        for run in RUNS:
            taken[run].append(timed([sys.executable, "-m", "benchmarks.reading", run, str(path)]))
    return {run: median(values) for run, values in taken.items()}


def stages(pipeline: Pipeline, reports: Sequence[Report]) -> dict[str, float]:
    """The seconds of each stage over all reports, once."""
    spent = dict.fromkeys(("read", "repair", "resolve", "attribute", "code", "date", "cover"), 0.0)

    def timed(stage: str, run: Callable[[], object]) -> object:
        start = process_time()
        found = run()
        spent[stage] += process_time() - start
        return found

    readings = timed("read", lambda: list(pipeline.reader.read_many(reports)))
    for reading in readings:  # type: ignore[attr-defined]
        reading = timed("repair", lambda reading=reading: repair(reading))
        resolution = timed("resolve", lambda reading=reading: pipeline.resolver.resolve(reading))
        attributions = timed("attribute", lambda r=resolution: pipeline.attributor.attribute(r))
        coding = timed("code", lambda r=resolution, a=attributions: pipeline.coder.code(r, a))
        dated = timed("date", lambda r=resolution, a=attributions, c=coding: date_report(r, a, c.events))
        timed("cover", lambda reading=reading, d=dated, c=coding: coverage(reading, d, c.claims))
    return spent


def measure() -> dict[str, object]:
    """All figures: ratios and rates of the mixes, and what each stage takes of the dense one, as shares of the whole."""
    found: dict[str, object] = {"reports": COUNT, "rounds": ROUNDS}
    with TemporaryDirectory() as folder:
        for name in MIXES:
            taken = measured(name, Path(folder))
            ratio = taken["dateline"] / taken["spacy"]
            found[name] = {"ratio": round(ratio, 2), "rate": round(COUNT / taken["dateline"], 1)}
    pipeline, reports = Pipeline(), mix("dense")[:60]
    for report in reports[:8]:  # what is loaded and learnt at the first use is no part of a stage
        pipeline.run(report)
    spent = stages(pipeline, reports)
    found["stages"] = {stage: round(value / sum(spent.values()), 3) for stage, value in spent.items()}
    return found


def report() -> dict[str, object]:
    """Prints the figures and gives them."""
    found = measure()
    for name in MIXES:
        print(f"{name}: dateline / plain spaCy {found[name]['ratio']:.2f}")  # type: ignore[index]
    print("stages:", ", ".join(f"{stage} {share:.2f}" for stage, share in found["stages"].items()))  # type: ignore[attr-defined]
    return found


if __name__ == "__main__":
    child(*sys.argv[1:3])
