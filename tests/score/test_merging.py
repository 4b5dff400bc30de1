"""The score of merging: which groups are one event, why a report is lacking, which groups share one."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import UsageError
from dateline.pipeline import Pipeline
from dateline.score.merging import score_merging

GOLD = """
[[group]]
name = "rupture"
act = "sever_relations"
actor = "Peru"
target = "Bolivia"
date = "2031-05-05"
[[group.report]]
outlet = "Herald"
published = "2031-05-06"
text = "Peru severed diplomatic relations with Bolivia on Monday."
[[group.report]]
outlet = "Courier"
published = "2031-05-06"
text = "{second}"

[[group]]
name = "next"
[[group.report]]
outlet = "Post"
published = "{day}"
text = "Peru broke off diplomatic relations with Bolivia on 5 May 2031."
"""


def scored(pipeline: Pipeline, folder: Path, second: str, day: str = "2031-05-06") -> tuple[float, dict[str, list[str]]]:
    """The share of whole groups, and the failures by kind."""
    file = folder / "groups.toml"
    file.write_text(GOLD.format(second=second, day=day), encoding="utf-8")
    score = score_merging(file, pipeline)
    kinds: dict[str, list[str]] = {}
    for failure in score.failures:
        kinds.setdefault(failure.kind, []).append(failure.got)
    return score.recall or 0.0, kinds


def test_a_group_is_whole_where_all_its_reports_tell_one_event(pipeline: Pipeline, tmp_path: Path) -> None:
    share, kinds = scored(pipeline, tmp_path, "Bolivia regrets that Peru cut ties with it on Monday.")
    assert share == 1.0
    assert set(kinds) == {"shared"}  # the report of the other group tells the same act


@pytest.mark.parametrize(
    ("second", "kind"),
    [
        ("Peru severed diplomatic relations with Bolivia on 3 March 1999.", "not merged"),
        ("Peru severed diplomatic relations with Chile on Monday.", "other party"),
        ("Prices rose in Lima on Monday.", "not coded"),
    ],
)
def test_a_report_that_is_lacking_says_why(pipeline: Pipeline, tmp_path: Path, second: str, kind: str) -> None:
    share, kinds = scored(pipeline, tmp_path, second)
    assert share == 0.0
    assert kind in kinds


def test_a_file_that_is_no_toml_is_bad_use(tmp_path: Path, pipeline: Pipeline) -> None:
    file = tmp_path / "groups.toml"
    file.write_text("[[group", encoding="utf-8")
    with pytest.raises(UsageError):
        score_merging(file, pipeline)
