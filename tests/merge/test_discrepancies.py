"""Two short reports of each kind of disagreement that outlets have, and pairs that agree (``discrepancies.toml``)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.merge.compare import compare
from dateline.model import CodedReport, Report
from dateline.pipeline import Pipeline

Case = dict[str, str]
CASES: dict[str, list[Case]] = tomllib.loads(Path(__file__).with_name("discrepancies.toml").read_text("utf-8"))


def coded(pipeline: Pipeline, outlet: str, text: str, published: str) -> CodedReport:
    return pipeline.run(Report(outlet, text, outlet=outlet.title(), published=published))


def kinds(pipeline: Pipeline, case: Case) -> set[str]:
    outlets = {"first": "herald", "second": "courier"}
    reports = (coded(pipeline, outlet, case[which], case["published"]) for which, outlet in outlets.items())
    found = compare(*reports).disagreements
    assert len(set(found)) == len(found), "each is told once"
    return {each.kind for each in found}


@pytest.mark.parametrize("case", CASES["differ"], ids=lambda case: f"{case['kind']}: {case['first']}")
def test_reports_that_differ_are_told_to_and_in_what(pipeline: Pipeline, case: Case) -> None:
    assert kinds(pipeline, case) == {case["kind"]}


@pytest.mark.parametrize("case", CASES["agree"], ids=lambda case: case["first"])
def test_reports_that_agree_are_not_told_to_differ(pipeline: Pipeline, case: Case) -> None:
    assert kinds(pipeline, case) == set()
