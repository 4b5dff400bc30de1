"""Meetings told on several days: as to come and as done, as opened and as closed, with the day on which they were announced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.merge.world import member

from dateline.merge import members_of, merge_members
from dateline.merge.scorer import score
from dateline.merge.signature import signature
from dateline.model import CodedReport, DateRole, Event, Member, Status

Coding = Callable[..., CodedReport]


def told(code: Coding, *reports: tuple[str, str]) -> list[tuple[str, int, Status]]:
    """The meetings of reports, each with its day: the act, the number of reports and the status."""
    coded = (code(text, outlet=f"Post {i}", published=day) for i, (day, text) in enumerate(reports))
    events: tuple[Event, ...] = merge_members(m for c in coded for m in members_of(c))
    return [(e.act, len(e.reports), e.status) for e in events if e.act in {"meet", "negotiate"}]


def phased(report: str, day: str, word: str) -> Member:
    """A meeting of two parties on a day, told with one word."""
    found = member(report, "meet", "ARV", "BLM", day, quote=word)
    return replace(found, mention=replace(found.mention, predicate=found.mention.evidence[1]))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("2024-05-10", "The 9th summit of the African Union opened in Lusaka on Friday."),
            ("2024-05-12", "The 9th African Union summit ended in Lusaka on Sunday."),
        ),
        (
            ("2024-05-10", "Talks between Fiji and Peru began in Geneva on Friday."),
            ("2024-05-13", "The mediator praised the talks that ended in Geneva on Monday between Fiji and Peru."),
        ),
    ],
)
def test_the_opening_and_the_close_of_a_meeting_are_one_event(
    code: Coding, first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert [(n, status) for _, n, status in told(code, first, second)] == [(2, Status.HAPPENED)]


def test_a_summit_foretold_for_some_days_is_the_one_that_opened(code: Coding) -> None:
    plan = ("2024-05-10", "A summit of the Arab League will be held in Cairo on May 12.")
    fact = ("2024-05-12", "The Arab League summit opened in Cairo on Sunday.")
    assert told(code, plan, fact) == [("meet", 2, Status.HAPPENED)]


def test_a_meeting_to_come_is_the_one_that_the_same_persons_had(code: Coding) -> None:
    """The plan names no day; who receives and who is received are the same."""
    plan = ("2024-05-10", "Fijian Prime Minister Ana Vuki is to be received at the Vatican by Pope Francis.")
    fact = ("2024-05-12", "Pope Francis on Sunday met Fijian Prime Minister Ana Vuki.")
    assert told(code, plan, fact) == [("meet", 2, Status.HAPPENED)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2031-05-09", "met"), ("2031-05-10", "met")),  # two meetings, as far as anybody tells
        (("2031-05-09", "ended"), ("2031-05-10", "opened")),  # the close of one, the opening of the next
        (("2031-05-01", "opened"), ("2031-05-10", "ended")),  # too long for one sitting
    ],
)
def test_what_is_no_opening_and_close_stays_apart(first: tuple[str, str], second: tuple[str, str]) -> None:
    a, b = phased("post", *first), phased("wire", *second)
    assert score(signature(a), signature(b)).total is None


@pytest.mark.parametrize(
    ("published", "person"),
    [("2031-05-05", "Odo Brandt"), ("2031-04-20", "Ida Kern"), ("2031-05-11", "Ida Kern")],
)
def test_a_plan_without_a_day_stays_apart_from_other_persons_and_other_weeks(published: str, person: str) -> None:
    plan = member("post", "meet", "ARV", "BLM", status=Status.PLANNED, person=person, published=published)
    fact = member("wire", "meet", "ARV", "BLM", "2031-05-09", person="Ida Kern")
    assert score(signature(plan), signature(fact)).total is None


def test_the_day_on_which_a_plan_was_announced_does_not_date_it() -> None:
    """Arvenia said on 5 May that it would meet Belmark; another paper has the meeting on 9 May."""
    plan = member("post", "meet", "ARV", "BLM", "2031-05-05", status=Status.PLANNED, role=DateRole.ANNOUNCED)
    assert signature(plan).dates == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("2024-05-10", "Fijian Prime Minister Ana Vuki left Suva for Lusaka on Friday."),
            ("2024-05-12", "Fijian Prime Minister Ana Vuki, on a visit to Zambia, said on Sunday that trade would grow."),
        ),
        (
            ("2024-05-10", "Fijian Prime Minister Ana Vuki arrived in Zambia on Friday."),
            ("2024-05-13", "Fijian Prime Minister Ana Vuki ended a visit to Zambia on Monday."),
        ),
        (
            ("2024-05-02", "Fijian Prime Minister Ana Vuki is to visit Zambia and Malawi, her office said on Thursday."),
            ("2024-05-13", "Fijian Prime Minister Ana Vuki arrived in Zambia on Monday."),
        ),
    ],
)
def test_a_visit_of_some_days_is_one_event(code: Coding, first: tuple[str, str], second: tuple[str, str]) -> None:
    coded = (code(text, outlet=f"Post {i}", published=day) for i, (day, text) in enumerate((first, second)))
    events = [e for e in merge_members(m for c in coded for m in members_of(c)) if e.act == "visit"]
    assert [len(e.reports) for e in events] == [2]


def test_visits_of_two_persons_within_days_are_two(code: Coding) -> None:
    texts = (
        "Fijian Prime Minister Ana Vuki visited Zambia on Friday.",
        "Fijian Foreign Minister Tomasi Rabe visited Zambia on Sunday.",
    )
    coded = (code(text, outlet=f"Post {i}", published="2024-05-13") for i, text in enumerate(texts))
    assert len([e for e in merge_members(m for c in coded for m in members_of(c)) if e.act == "visit"]) == 2


PUT_OFF = (
    ("2001-05-08", "Fiji and Peru will hold a meeting in Suva on May 14, an official said on Tuesday."),
    ("2001-05-12", "Fiji and Peru have postponed a meeting in Suva from May 14 to May 24, it was announced on Saturday."),
    ("2001-05-25", "Fiji and Peru held a meeting in Suva on Thursday."),
)


def test_what_is_put_off_is_one_meeting_with_its_old_plan_and_with_what_came_of_it(code: Coding) -> None:
    assert told(code, *PUT_OFF) == [("meet", 3, Status.HAPPENED)]


def test_what_is_put_off_has_its_new_day(code: Coding) -> None:
    coded = (code(text, outlet=f"Post {i}", published=day) for i, (day, text) in enumerate(PUT_OFF[:2]))
    events = [e for e in merge_members(m for c in coded for m in members_of(c)) if e.act == "meet"]
    assert [(e.status, e.date) for e in events] == [(Status.PLANNED, "2001-05-24")]


def test_a_plan_and_its_cancellation_are_one_event_that_is_off(code: Coding) -> None:
    plan = ("2001-05-08", "Peruvian President Luis Soto will visit Fiji on May 14.")
    off = ("2001-05-12", "Peruvian President Luis Soto has cancelled a visit to Fiji planned for Monday.")
    coded = (code(text, outlet=f"Post {i}", published=day) for i, (day, text) in enumerate((plan, off)))
    events = [e for e in merge_members(m for c in coded for m in members_of(c)) if e.act == "visit"]
    assert [(len(e.reports), e.status) for e in events] == [(2, Status.NEGATED)]


def test_talks_of_several_are_one_in_whatever_order_they_are_named(code: Coding) -> None:
    first = ("2024-05-10", "The talks bring together Fiji, Peru, Chile, Malta and Togo.")
    second = ("2024-05-11", "The talks, which involve Togo, Chile, Malta, Fiji and Peru, are aimed at peace.")
    assert [n for _, n, _ in told(code, first, second)] == [2]


def test_what_is_done_to_a_states_firms_is_done_to_the_state(code: Coding) -> None:
    texts = (
        "The European Union imposed sanctions on six Sudanese army suppliers on Monday.",
        "Sudan rejected the sanctions which the EU imposed on Sudan on Monday.",
    )
    coded = (code(text, outlet=f"Post {i}", published="2023-08-08") for i, text in enumerate(texts))
    events = [e for e in merge_members(m for c in coded for m in members_of(c)) if e.act == "impose_sanctions"]
    assert [(len(e.reports), [p.actor.id for p in e.recipients]) for e in events] == [(2, ["SDN"])]


def test_a_meeting_told_of_one_day_is_the_talks_that_ended_later(code: Coding) -> None:
    first = ("2024-05-10", "Fijian and Peruvian envoys sat down in Geneva on Friday.")
    second = ("2024-05-13", "Talks between Fiji and Peru ended in Geneva on Monday.")
    assert [n for _, n, _ in told(code, first, second)] == [2]


@pytest.mark.parametrize(("published", "reports"), [("2030-10-10", [2]), ("2030-10-24", [1, 1])])
def test_what_is_only_said_to_have_been_done_was_done_lately(code: Coding, published: str, reports: list[int]) -> None:
    texts = {
        "2030-10-08": "Algeria closed its land border with Morocco on Tuesday.",
        published: "Morocco on Thursday deplored Algeria's closure of the border as unjustified.",
    }
    coded = (code(text, outlet=f"Post {day}", published=day) for day, text in texts.items())
    events = [e for e in merge_members(m for c in coded for m in members_of(c)) if e.act == "sanction"]
    assert [len(e.reports) for e in events] == reports
