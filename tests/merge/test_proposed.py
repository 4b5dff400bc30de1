"""Talks that are only proposed: one matter, whether a report takes them for planned or for an idea."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.merge import members_of, merge_members
from dateline.model import CodedReport, Event, Status

Code = Callable[..., CodedReport]
IDEA = (
    "Peru and Chile proposed three-way talks with Bolivia in May. "
    "Under the proposal Peru, Chile and Bolivia would enter into negotiations on the lake."
)
PLAN = "Peru, Chile and Bolivia will hold three-way talks on the lake, Bolivia's foreign minister said."
OTHERS = "Peru, Chile and Ecuador will hold three-way talks on the lake, Ecuador's foreign minister said."


def talks(code: Code, *told: tuple[str, str]) -> list[Event]:
    """The events of talks in some reports, each with its day."""
    coded = [code(text, published=day, outlet=day) for day, text in told]
    return [e for e in merge_members(m for each in coded for m in members_of(each)) if e.act == "negotiate"]


def test_an_idea_and_a_plan_of_the_same_at_one_table_are_one_matter(code: Code) -> None:
    found = talks(code, ("2010-06-07", IDEA), ("2010-06-10", PLAN))
    assert any(len(e.reports) == 2 for e in found), found
    assert {e.status for e in found} <= {Status.PLANNED, Status.HYPOTHETICAL}


@pytest.mark.parametrize(("day", "text"), [("2010-06-10", OTHERS), ("2012-06-10", PLAN)])
def test_others_or_years_later_they_are_two(code: Code, day: str, text: str) -> None:
    assert all(len(e.reports) == 1 for e in talks(code, ("2010-06-07", IDEA), (day, text)))
