"""Tellings of what is done once: compared together, however many years they fill."""

from __future__ import annotations

from tests.merge.world import member

from dateline.merge import merge_members
from dateline.merge.tellings import signatures
from dateline.model import Member, Status


def told(published: str, date: str | None = None, status: Status = Status.HAPPENED) -> Member:
    return member(f"post-{published}-{date}-{status}", "recognize_state", "ARV", "BLM", date, published=published, status=status)


YEARS = [told(f"{year}-{month:02}-15") for year in range(2032, 2042) for month in range(1, 13)]


def test_undated_tellings_of_ten_years_are_one_thing_to_compare() -> None:
    assert len(set(signatures(YEARS))) == 1
    assert len(merge_members(YEARS)) == 1


def test_the_dates_of_others_part_them() -> None:
    """Before the date, within days after it, and long after."""
    found = [told("2031-05-01"), told("2031-05-11", "2031-05-09"), told("2031-05-12"), *YEARS]
    assert len(set(signatures(found))) == 4


def test_an_act_told_before_a_date_is_not_the_one_of_that_date() -> None:
    found = [told("2031-05-01"), told("2031-05-11", "2031-05-09"), *YEARS]
    assert sorted(len(event.mentions) for event in merge_members(found)) == [1, 121]


def test_each_denial_stands_by_itself() -> None:
    found = [told(f"2031-0{month}-01", status=Status.NEGATED) for month in range(1, 7)]
    assert len(set(signatures(found))) == 6
