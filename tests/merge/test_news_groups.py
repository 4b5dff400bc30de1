"""Real reports in groups of one event each, read from beside the project: each event is one, and no two groups share any."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.merge import members_of, merge_members
from dateline.model import CodedReport, Event

TOGETHER = {
    "nato-accession-papers-1999": ("join_body", 3),
    "iraq-pilgrim-flights-1997": ("reject", 2),
    "russia-wto-protocols-2006": ("sign_agreement", 2),
    "olmert-europe-2006": ("meet", 2),
}
"""Groups whose event is coded in all of their reports, with its act and their number."""


@pytest.fixture(scope="module")
def told(shared: Path, code: Callable[..., CodedReport]) -> tuple[dict[str, str], tuple[Event, ...]]:
    """The group of each report, and the events of them all."""
    lines = (shared / "gold" / "news_reports_dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["group"] in TOGETHER]
    coded = [code(row["text"], outlet=row["outlet"] or "", title=row["title"] or "", published=row["date"]) for row in rows]
    groups = {c.report.id: row["group"] for c, row in zip(coded, rows, strict=True)}
    return groups, merge_members(m for c in coded for m in members_of(c))


@pytest.mark.parametrize("group", TOGETHER)
def test_the_event_of_a_group_is_one_with_all_its_reports(told: tuple[dict[str, str], tuple[Event, ...]], group: str) -> None:
    groups, events = told
    act, n = TOGETHER[group]
    assert any(e.act == act and len(e.reports) == n and {groups[r] for r in e.reports} == {group} for e in events)


def test_no_two_groups_share_an_event(told: tuple[dict[str, str], tuple[Event, ...]]) -> None:
    groups, events = told
    assert [e.id for e in events if len({groups[r] for r in e.reports}) > 1] == []
