"""Time expressions: value F1 in the manner of TempEval-3."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.model import TimeMention
from dateline.pipeline import Pipeline
from dateline.score.gold import report, rows
from dateline.score.model import Failure, Score, Unit, prf


def score_times(path: Path, pipeline: Pipeline) -> Score:
    """The value F1 over all documents of a file, and by type of expression."""
    counts: Counter[str] = Counter()
    failures: list[Failure] = []
    units: list[Unit] = []
    for row in rows(path):
        coded = pipeline.run(replace(report(row), title=None))
        before = counts.copy()
        compare(row, coded.times, counts, failures)
        units.append(Unit(*(counts[k] - before[k] for k in ("values", "predicted", "gold"))))
    total = prf(counts["values"], counts["predicted"], counts["gold"])
    by = {
        "spans": prf(counts["spans"], counts["predicted"], counts["gold"]),
        "matched": {"value_accuracy": counts["values"] / max(1, counts["spans"])},
        **{
            kind: {"n": counts[f"gold {kind}"], "recall": counts[f"values {kind}"] / counts[f"gold {kind}"]}
            for kind in ("DATE", "TIME", "DURATION", "SET")
            if counts[f"gold {kind}"]
        },
    }
    return Score("times", path.name, counts["gold"], **total, by=by, units=tuple(units), failures=tuple(failures))


def compare(row: dict[str, Any], times: Sequence[TimeMention], counts: Counter[str], failures: list[Failure]) -> None:
    """Counts one document: each gold expression takes the unused prediction that overlaps it most."""
    used: set[int] = set()
    counts["gold"] += len(row["timexes"])
    counts["predicted"] += len(times)
    for gold in row["timexes"]:
        counts[f"gold {gold['type']}"] += 1
        overlap, i = max(
            ((min(gold["end"], t.span.end) - max(gold["start"], t.span.start), i) for i, t in enumerate(times) if i not in used),
            default=(0, 0),
        )
        ours = times[i] if overlap > 0 else None
        if ours:
            used.add(i)
            counts["spans"] += 1
        right = ours is not None and (ours.value or "") == (gold["value"] or "")
        counts["values"] += right
        counts[f"values {gold['type']}"] += right
        if not right:
            failures.append(failure(row, gold, ours))
    failures.extend(
        Failure(row["doc_id"], "false", "", f"{t.span.of(row['text'])} = {t.value}", around(row["text"], t.span.start, t.span.end))
        for i, t in enumerate(times)
        if i not in used
    )


def failure(row: dict[str, Any], gold: dict[str, Any], ours: TimeMention | None) -> Failure:
    """A gold expression that was missed or got another value."""
    expected = f"{gold['text']} = {gold['value']}"
    got = f"{ours.span.of(row['text'])} = {ours.value} ({ours.symbolic})" if ours else ""
    return Failure(row["doc_id"], "value" if ours else "missed", expected, got, around(row["text"], gold["start"], gold["end"]))


def around(text: str, start: int, end: int, width: int = 100) -> str:
    """The words around a span, on one line."""
    return " ".join(text[max(0, start - width) : end + width].split())
