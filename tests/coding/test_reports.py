"""Main acts of whole reports: forty of our own, half of them unseen, with who did what to whom, its status and its day."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.model import CodedReport
from dateline.pipeline import Pipeline
from dateline.score.matching import Matcher, date_fits

REPORTS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "reports" / "reports.toml").read_text("utf-8"))["report"]
FLOORS = {"seen": (0.66, 0.85), "unseen": (0.59, 0.70)}  # of main acts found, and of the days of those found that have one
Code = Callable[..., CodedReport]


@pytest.mark.parametrize("half", FLOORS)
def test_share_of_main_acts_found(code: Code, pipeline: Pipeline, half: str) -> None:
    """Shares alone are shown: nobody is to mend the coder for a report of the unseen half."""
    matcher = Matcher(pipeline.catalogue)
    counts: Counter[str] = Counter()
    for report in (r for r in REPORTS if r["half"] == half):
        fields = {k: report[k] for k in ("title", "published", "outlet")}
        coded = code(report["text"].strip(), **fields).events
        for act in report["acts"]:
            found = matcher.found(act, coded)
            dated = bool(found and act.get("date"))
            right = dated and any(date_fits(act, e) for e in found)
            counts.update({"acts": 1, "found": bool(found), "dated": dated, "right": right})
    acts, dates = FLOORS[half]
    assert counts["found"] >= acts * counts["acts"], counts
    assert counts["right"] >= dates * counts["dated"], counts


def test_the_halves_are_as_large_and_every_act_names_who_does_it(pipeline: Pipeline) -> None:
    assert Counter(r["half"] for r in REPORTS) == {"seen": 40, "unseen": 20}
    acts = [act for report in REPORTS for act in report["acts"]]
    assert all(act["actor"] and act["act"] in pipeline.coder.codebook.acts for act in acts)
