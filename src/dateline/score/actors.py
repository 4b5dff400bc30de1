"""Phrases → country and sector: accuracy over the fields that gold fills."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from dateline.pipeline import Pipeline
from dateline.resolve.actors import resolve_phrase
from dateline.score.gold import rows
from dateline.score.model import Failure, Score, Unit, ratio

FORMS = ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y")  # how rows write the day for which they ask


def asked_on(row: Mapping[str, Any]) -> str | None:
    """The day for which gold asks, where a row names one among its arguments; "today" is none that could be scored again."""
    named = (*row.get("args", ()), (row.get("kw") or {}).get("query_date"))
    words = [str(each).strip("'") for each in named if each]
    days = (day for each in words for form in FORMS if (day := day_of(each, form)))
    return next(days, None)


def day_of(words: str, form: str) -> str | None:
    """The day that some words tell in a form; None where they do not."""
    try:
        return datetime.strptime(words, form).date().isoformat()
    except ValueError:
        return None


def score_actors(path: Path, pipeline: Pipeline) -> Score:
    """Accuracy of the country, or of PLOVER's code in its place, as the figure; accuracy of the sector beside it."""
    counts: Counter[str] = Counter()
    failures: list[Failure] = []
    units: list[Unit] = []
    for row in rows(path):
        ours = resolve_phrase(row["input"], asked_on(row), pipeline.catalogue)
        for field, wanted, got in (("country", row["country"], ours.code), ("sector", row["code_1"], ours.sector)):
            if wanted is None:
                continue
            right = (got or "") == wanted
            counts.update({field: 1, f"{field} right": right})
            if field == "country":
                units.append(Unit(right, 1, 1))
            if not right:
                failures.append(Failure(row["id"], field, wanted, got or "", row["input"]))
    accuracy = ratio(counts["country right"], counts["country"])
    by = {
        field: {"n": counts[field], "accuracy": ratio(counts[f"{field} right"], counts[field])} for field in ("country", "sector")
    }
    return Score(
        "actors", path.name, counts["country"], accuracy, accuracy, accuracy, by, units=tuple(units), failures=tuple(failures)
    )
