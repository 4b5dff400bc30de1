"""Meetings and visits that are put off: there is none on the old day, and one is to come on the new."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedReport

Code = Callable[..., CodedReport]
CONTACTS = {"meet", "negotiate", "visit"}


def contacts(code: Code, text: str) -> list[tuple[str, str | None]]:
    """The status and the day of each contact of a report of Saturday, 12 May 2001."""
    return [(e.status.value, e.date) for e in code(text, published="2001-05-12").events if e.act in CONTACTS]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (
            "Fiji and Peru have postponed a meeting of their finance ministers in Suva from May 14 to May 24.",
            "2001-05-14",
            "2001-05-24",
        ),
        ("A meeting between Fiji and Peru, planned for Wednesday, has been put off until May 29.", "2001-05-16", "2001-05-29"),
        ("A meeting between Fiji and Peru, planned for Wednesday, has been put off until May 16.", "2001-05-09", "2001-05-16"),
        ("Peruvian President Luis Soto has put off a visit to Fiji planned for Monday until June 12.", "2001-05-14", "2001-06-12"),
        ("Monday's talks between Fiji and Tonga were put off until Thursday.", "2001-05-14", "2001-05-17"),
    ],
)
def test_what_is_put_off_is_off_on_the_old_day_and_planned_for_the_new(code: Code, text: str, old: str, new: str) -> None:
    assert contacts(code, text) == [("negated", old), ("planned", new)]


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian President Luis Soto has cancelled a visit to Fiji planned for Monday.",
        "A visit by Peruvian President Luis Soto to Fiji, due to begin on Monday, has been postponed.",
    ],
)
def test_what_is_called_off_without_another_day_is_only_off(code: Code, text: str) -> None:
    assert contacts(code, text) == [("negated", "2001-05-14")]


def test_who_calls_off_a_visit_is_told_beside_it(code: Code) -> None:
    told = code("Peruvian President Luis Soto has cancelled a visit to Fiji planned for Monday.", published="2001-05-12")
    assert {e.act for e in told.events} == {"sanction", "visit"}


def test_talks_of_some_days_are_not_put_off(code: Code) -> None:
    told = contacts(code, "Talks between Fiji and Peru were held in Suva from Monday to Thursday.")
    assert [status for status, _ in told] == ["happened"]


def test_what_a_present_tells_of_a_day_to_come_is_planned(code: Code) -> None:
    assert contacts(code, "Chilean President Luis Soto arrives in Fiji on Tuesday.") == [("planned", "2001-05-15")]


def test_what_a_present_tells_of_today_is_done(code: Code) -> None:
    assert contacts(code, "Chilean President Luis Soto arrives in Fiji.")[0][0] != "planned"


@pytest.mark.parametrize("place", ["La Paz", "SUVA"])
def test_here_is_where_the_report_is_dated_from(code: Code, place: str) -> None:
    text = f"{place}, May 12 (Lake Wire) - Chilean President Luis Soto arrived here on Saturday."
    told = [p.actor.id for e in code(text, published="2001-05-12").events if e.act == "visit" for p in e.recipients]
    assert "LAO" not in told
