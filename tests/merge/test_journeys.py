"""Journeys with several stops: one event of whoever travels, and no other journey with it."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.merge.world import member

from dateline.merge import homes, merge_members
from dateline.merge.blocks import blocks
from dateline.merge.signature import signature
from dateline.merge.windows import CELL, cells_of, moved_by, segments
from dateline.model import DateRole, Event, Member, Span, Status

START = date(2031, 5, 1)
PLANNED = Status.PLANNED


def visit(
    report: str, hosts: str, day: str | None, published: str, *, status: Status = Status.HAPPENED, person: str | None = "Ida Kern"
) -> Member:
    """A visit of somebody from Arvenia."""
    return member(report, "visit", "ARV", hosts, day, published=published, status=status, person=person)


PLAN = visit("post", "BLM CRV DUN", "2031-05-05/2031-05-11", "2031-05-01", status=PLANNED)
FIRST = visit("belmark-herald", "BLM", "2031-05-06", "2031-05-06")
SECOND = visit("corvia-today", "CRV", "2031-05-08", "2031-05-08")
WHOLE = visit("wire", "BLM CRV DUN", "2031-05-11", "2031-05-12")


def visits(*members: Member) -> list[Event]:
    return sorted(merge_members(members), key=lambda e: (-len(e.reports), e.id))


def test_plan_stops_and_the_whole_are_one_journey_with_all_its_hosts_from_its_first_day() -> None:
    (event,) = visits(PLAN, FIRST, SECOND, WHOLE)
    assert (event.status, event.date) == (Status.HAPPENED, "2031-05-06")
    assert [p.actor.id for p in event.recipients] == ["BLM", "CRV", "DUN"]


def test_stops_of_a_journey_are_no_disagreement() -> None:
    assert [e.disagreements for e in visits(PLAN, FIRST, SECOND, WHOLE)] == [()]


def test_stops_are_on_one_journey_only_where_somebody_tells_it() -> None:
    assert len(visits(FIRST, SECOND)) == 2
    assert len(visits(FIRST, SECOND, WHOLE)) == 1


@pytest.mark.parametrize(
    "other",
    [
        visit("tribune", "BLM", "2031-05-06", "2031-05-06", person="Jon Hale"),  # another traveller
        visit("tribune", "BLM", "2031-04-28", "2031-04-28"),  # over when the plan was told
        visit("tribune", "BLM", "2031-06-02", "2031-06-02"),  # another month
        member("tribune", "visit", "DUN", "BLM", "2031-05-06"),  # another state's
    ],
)
def test_another_journey_stays_apart(other: Member) -> None:
    assert [len(e.reports) for e in visits(PLAN, FIRST, SECOND, other)] == [3, 1]


def test_a_journey_without_a_day_is_the_one_that_comes_within_two_weeks() -> None:
    plan = visit("post", "BLM CRV", None, "2031-04-29", status=PLANNED)
    assert len(visits(plan, FIRST, SECOND)) == 1
    assert len(visits(visit("post", "BLM CRV", None, "2031-04-10", status=PLANNED), FIRST)) == 2


def test_an_unnamed_traveller_is_the_one_of_the_same_days() -> None:
    assert len(visits(PLAN, visit("tribune", "CRV", "2031-05-08", "2031-05-08", person=None))) == 1


def test_whoever_shuttles_for_weeks_is_on_many_journeys() -> None:
    days = [START + timedelta(days=7 * k) for k in range(8)]
    tellings = [visit(f"post{d}", "BLM CRV", d.isoformat(), d.isoformat()) for d in days]
    arrivals = [visit(f"wire{d}", "BLM", (d + timedelta(days=1)).isoformat(), d.isoformat()) for d in days]
    assert max(len(e.reports) for e in visits(*tellings, *arrivals)) <= 3


def test_the_plan_put_off_does_not_date_the_journey() -> None:
    old = visit("post", "BLM", "2031-05-02", "2031-04-28", status=PLANNED)
    off = visit("herald", "BLM", "2031-05-02", "2031-04-30", status=Status.NEGATED)
    fact = visit("wire", "BLM", "2031-05-06", "2031-05-06")
    assert "2031-05-06" in {e.date for e in visits(old, off, fact) if e.status is Status.HAPPENED}


@pytest.mark.parametrize(
    ("act", "opening", "close"),
    [("meet", "opened", "ended"), ("negotiate", "began", "concluded"), ("visit", "arrived", "ended")],
)
def test_what_lasts_some_days_is_of_its_first_day(act: str, opening: str, close: str) -> None:
    found = visits(phased("post", act, "2031-05-08", close, "2031-05-08"), phased("wire", act, "2031-05-06", opening, "2031-05-06"))
    assert [(e.date, e.disagreements) for e in found] == [("2031-05-06", ())]


@pytest.mark.parametrize("word", ["visiting", "was"])
def test_days_on_which_a_visit_goes_on_are_no_disagreement(word: str) -> None:
    found = visits(
        phased("post", "visit", "2031-05-06", word, "2031-05-06"),
        phased("wire", "visit", "2031-05-07", "visit", "2031-05-07"),
        phased("sun", "visit", "2031-05-05", "arrived", "2031-05-05"),
    )
    assert [(e.date, e.disagreements) for e in found] == [("2031-05-05", ())]


def test_a_visit_known_by_its_close_is_of_the_day_for_which_it_was_planned() -> None:
    plan = visit("post", "BLM", "2031-05-06", "2031-05-01", status=PLANNED)
    (event,) = visits(plan, phased("wire", "visit", "2031-05-08", "ended", "2031-05-08"))
    assert (event.status, event.date) == (Status.HAPPENED, "2031-05-06")


def test_who_set_out_came_later() -> None:
    left, came = (phased(word, "visit", day, word, day) for word, day in (("left", "2031-05-05"), ("arrived", "2031-05-06")))
    assert [e.date for e in visits(left, came)] == ["2031-05-06"]


def phased(report: str, act: str, day: str, word: str, published: str) -> Member:
    """An act of two parties told with one word, which is its predicate."""
    found = member(report, act, "ARV", "BLM", day, published=published, person="Ida Kern", quote=word)
    return replace(found, mention=replace(found.mention, predicate=found.mention.evidence[1]))


@st.composite
def travels(draw: st.DrawFn) -> list[Member]:
    """Up to fifteen visits of two travellers to three hosts in some months."""

    def one(i: int) -> Member:
        day = START + timedelta(days=draw(st.integers(0, 2 * CELL)))
        return member(
            f"post{i}",
            "visit",
            "ARV",
            draw(st.sampled_from(("BLM", "CRV", "DUN", "BLM CRV", "CRV DUN", "BLM CRV DUN"))),
            draw(st.sampled_from((day.isoformat(), None))),
            published=(day + timedelta(days=draw(st.integers(0, 2)))).isoformat(),
            status=draw(st.sampled_from((Status.HAPPENED, Status.PLANNED, Status.NEGATED))),
            person=draw(st.sampled_from(("Ida Kern", "Kern", "Jon Hale", None))),
            role=draw(st.sampled_from((DateRole.HAPPENED, DateRole.EFFECTIVE))),
        )

    return [one(i) for i in range(draw(st.integers(1, 15)))]


@settings(max_examples=100)
@given(travels(), st.integers())
def test_journeys_are_the_same_in_any_order(found: list[Member], seed: int) -> None:
    shuffled = list(found)
    random.Random(seed).shuffle(shuffled)  # noqa: S311  no secret hangs on it
    assert merge_members(shuffled) == merge_members(found)


@settings(max_examples=100)
@given(travels(), st.data())
def test_one_more_visit_touches_two_stretches_of_time_at_most(found: list[Member], data: st.DataObject) -> None:
    new = data.draw(st.sampled_from(found))
    before, after = segments(homes(m for m in found if m is not new)), segments(homes(found))
    changed = {id for id in after if after[id] != before.get(id)}
    touched = {after[id] for id in changed} | {before[id] for id in changed if id in before}
    assert touched <= moved_by({homes([new])[new.mention.id].cell})


@settings(max_examples=60)
@given(travels(), st.data())
def test_stretches_merged_by_themselves_give_the_same_journeys(found: list[Member], data: st.DataObject) -> None:
    every = homes(found)
    whole = merge_members(found)
    wanted = moved_by({data.draw(st.sampled_from(sorted(home.cell for home in every.values())))})
    loaded = [m for m in found if every[m.mention.id].cell in cells_of(wanted)]
    places = segments(homes(loaded))
    mine = [m for m in loaded if places[m.mention.id] in wanted]
    ids = {m.mention.id for m in mine}
    assert merge_members(mine, beside=loaded) == tuple(e for e in whole if e.mentions[0].event in ids)


def test_the_visits_of_a_busy_traveller_lie_in_bounded_stretches() -> None:
    days = [(START + timedelta(days=k)).isoformat() for k in range(400)]
    found = [visit(f"post{k}", ("BLM", "CRV", "DUN")[k % 3], day, day) for k, day in enumerate(days)]
    assert max(len(block) for block in blocks(found).values()) <= 2 * CELL


def test_who_sits_at_a_table_is_told_on_any_day() -> None:
    """ "The talks, which include Arvenia and Belmark, are resuming", printed two days before they did."""
    found = phased("post", "negotiate", "2031-05-04", "include", "2031-05-04")
    seats = replace(found, mention=replace(found.mention, dates=()))
    assert [len(e.reports) for e in visits(seats, phased("wire", "negotiate", "2031-05-06", "resumed", "2031-05-06"))] == [2]


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Talks in Suva between Fiji and Peru on fish wound up on Thursday.", "closes"),
        ("Talks between Fiji and Peru went on after a first round ended on Monday.", "goes_on"),
        ("Talks with Peru, which ended a strike, were frank.", "goes_on"),
    ],
)
def test_the_verb_behind_talks_tells_how_far_along_they_are(quote: str, told: str) -> None:
    found = member("post", "negotiate", "ARV", "BLM", "2031-05-09", quote=quote)
    talks = replace(found.mention, predicate=Span(found.start, found.start + len("Talks")))
    assert signature(replace(found, mention=talks)).phase == told


def test_talks_on_two_days_in_a_row_are_one_round() -> None:
    days = [phased(f"post{d}", "negotiate", f"2031-05-0{d}", "continued", f"2031-05-0{d}") for d in (6, 7, 9)]
    nobody = [replace(m, mention=replace(m.mention, actors=tuple(replace(p, person=None) for p in m.mention.actors))) for m in days]
    assert sorted(len(e.reports) for e in visits(*nobody)) == [1, 2]
