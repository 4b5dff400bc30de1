"""Which expression dates which act: texts of our own through the whole pipeline, and rebinding for merging."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from cProfile import Profile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dateline import edtf
from dateline.coding.dating import date_report, rebind
from dateline.coding.dating.values import bounded, written
from dateline.model import Anchor, CodedReport, DateRole, EventDate, EventMention, Report
from dateline.pipeline import Pipeline

Code = Callable[..., CodedReport]
THURSDAY = "2022-07-14"
DATED = tomllib.loads((Path(__file__).parent / "dated.toml").read_text("utf-8"))["case"]


def dates(coded: CodedReport, act: str, words: str) -> dict[str, str | None]:
    """The dates of the first event of an act whose predicate has these words, by role."""
    for event in coded.events:
        if event.act == act and event.predicate.of(coded.report.text) == words:
            return {date.role.value: date.value for date in event.dates}
    raise AssertionError([(e.act, e.predicate.of(coded.report.text)) for e in coded.events])


@pytest.mark.parametrize("case", DATED, ids=lambda case: case["text"])
def test_a_date_belongs_to_its_act(code: Code, case: dict[str, Any]) -> None:
    coded = code(case["text"], published=THURSDAY)
    assert dates(coded, case["act"], case["words"]) == case["dates"]
    if "status" in case:
        event = next(e for e in coded.events if e.act == case["act"] and e.predicate.of(case["text"]) == case["words"])
        assert event.status.value == case["status"]
        assert all(a.polarity is event.polarity for a in event.assertions)


def test_the_day_of_a_decision_is_not_that_of_what_is_planned(code: Code) -> None:
    coded = code("Fiji and Tonga agreed on Tuesday to restore relations and to reopen their embassies.", published=THURSDAY)
    planned = [e for e in coded.events if e.act == "reopen_mission"]
    assert [(e.date, [(d.role.value, d.value) for d in e.dates]) for e in planned] == [(None, [("decided", "2022-07-12")])] * 2


def test_what_only_counts_dates_nothing(code: Code) -> None:
    coded = code("Fiji expelled a diplomat of Tonga in the fifth such dispute this year.", published=THURSDAY)
    assert not any(dates(coded, "expel_diplomat", "expelled").values())


def test_the_paper_in_which_it_is_done_tells_the_day(code: Code) -> None:
    text = "On November 25, 1975, the prime minister of Fiji wrote a letter to Tonga in which he recognized Kosovo."
    assert dates(code(text), "recognize_state", "recognized") == {"happened": "1975-11-25"}


@pytest.mark.parametrize(
    ("text", "published", "note"),
    [
        (
            "Fiji severed diplomatic relations with Tonga at 2330 GMT on Tuesday in Tokyo.",
            THURSDAY,
            "2022-07-13 by the clocks of Tokyo",
        ),
        ("Fiji severed diplomatic relations with Tonga at 1030 GMT on Tuesday in Tokyo.", THURSDAY, None),
        ("Fiji severed diplomatic relations with Tonga at 2330 GMT on Tuesday.", THURSDAY, None),
        (
            "Fiji severed diplomatic relations with Tonga today in Tokyo.",
            "2022-07-14T20:00:00+00:00",
            "2022-07-15 by the clocks of",
        ),
        ("Fiji severed diplomatic relations with Tonga today in Tokyo.", THURSDAY, None),
    ],
)
def test_the_place_may_make_the_day_another_one(code: Code, text: str, published: str, note: str | None) -> None:
    (event,) = [e for e in code(text, published=published).events if e.act == "sever_relations"]
    assert (note in event.dates[0].basis) if note else ("clocks" not in event.dates[0].basis)
    assert event.date in {"2022-07-12", "2022-07-14"}


def test_dating_takes_time_linear_in_the_report(pipeline: Pipeline) -> None:
    """A mention of an act is never compared with all others: four times the text takes about four times as many calls."""
    text = "Fiji recognized Kosovo on 5 May 2019. Tonga, which cut ties two days after it met Fiji, said on Monday that it agreed. "

    def calls(n: int) -> int:
        reading = pipeline.reader.read(Report("r", text * n, published=THURSDAY))
        resolution = pipeline.resolver.resolve(reading)
        said = pipeline.attributor.attribute(resolution)
        events = pipeline.coder.code(resolution, said).events
        profile = Profile()
        profile.runcall(date_report, resolution, said, events)
        return sum(entry.callcount for entry in profile.getstats())

    assert calls(200) < 6 * calls(50)


def test_the_same_act_told_twice_has_one_date(code: Code) -> None:
    coded = code(
        "Fiji has severed diplomatic relations with Tonga.\nFiji severed relations with Tonga on Tuesday.", published=THURSDAY
    )
    found = [e for e in coded.events if e.act == "sever_relations"]
    assert [e.date for e in found] == ["2022-07-12"] * 2
    assert "the same act elsewhere" in found[0].dates[0].basis


def test_background_never_has_the_date_of_the_news(code: Code) -> None:
    coded = code("Fiji severed relations with Tonga on Tuesday. Fiji previously recognized Kosovo.", published=THURSDAY)
    assert dates(coded, "recognize_state", "recognized") == {}


def test_the_lead_in_the_perfect_is_news_of_its_day(code: Code) -> None:
    text = "SUVA, July 12 (Example) -- Fiji has severed diplomatic relations with Tonga."
    assert dates(code(text, published=THURSDAY), "sever_relations", "severed") == {"happened": "2022-07-12"}
    assert dates(code(text.split("-- ")[1], published=THURSDAY), "sever_relations", "severed") == {"happened": THURSDAY}
    assert dates(code("Fiji severed diplomatic relations with Tonga.", published=THURSDAY), "sever_relations", "severed") == {}


def test_without_a_publication_the_date_stays_open_with_its_symbol(code: Code) -> None:
    coded = code("Fiji severed diplomatic relations with Tonga on Wednesday.")
    (event,) = [e for e in coded.events if e.act == "sever_relations"]
    assert (event.date, event.dates[0].symbolic, event.dates[0].anchor) == (None, "past(XXXX-WXX-3)", Anchor.PUBLICATION)
    assert rebind(event.dates[0], "2022-07-13", "told by another report").value == "2022-07-13"


OPEN = EventDate(DateRole.HAPPENED, None, "not yet told", symbolic="past(XXXX-WXX-3)", anchor=Anchor.PUBLICATION)


@pytest.mark.parametrize(
    ("symbolic", "day", "value"),
    [
        ("past(XXXX-WXX-3)", "2022-07-13", "2022-07-13"),
        ("past(XXXX-WXX-3)", "2022-07-14", None),
        ("past(XXXX-07)", "2022-07-13", "2022-07-13"),
        ("past(XXXX-02-24)", "2022-07-13", None),
        ("day(0)", "2022-07-13", "2022-07-13"),
        ("at(past(XXXX-WXX-3),TNI)", "2022-07-13", "2022-07-13"),
        ("day(0)", "no day", None),
    ],
)
def test_rebinding_needs_a_day_that_the_words_allow(symbolic: str, day: str, value: str | None) -> None:
    assert rebind(replace(OPEN, symbolic=symbolic), day, "told by another report").value == value


def test_rebinding_leaves_what_is_told() -> None:
    told = EventDate(DateRole.HAPPENED, "2022-07-12", "as written")
    assert rebind(told, "2022-07-13", "told by another report") is told


@pytest.mark.parametrize(
    ("timex", "value"),
    [
        ("2022-07-13", "2022-07-13"),
        ("2022-07-13TNI", "2022-07-13"),
        ("2022-07", "2022-07"),
        ("2022-W28", "2022-07-11/2022-07-17"),
        ("2022-W28-WE", "2022-07-16/2022-07-17"),
        ("2022-Q3", "2022-35"),
        ("2022-H2", "2022-41"),
        ("2022-SU", "2022-22"),
        ("199", "199X"),
        ("19", "19XX"),
        ("P3D", None),
        ("PAST_REF", None),
        ("BC0480", None),
    ],
)
def test_timex_values_in_edtf(timex: str, value: str | None) -> None:
    assert written(timex) == value
    assert value is None or edtf.is_edtf(value)


def test_bounds() -> None:
    assert bounded("2022-07", "before") == "../2022-07-31"
    assert bounded("2022-07", "after") == "2022-07-01/.."
    assert bounded("2022-07", "day") == "2022-07"


def test_a_day_between_the_verb_of_saying_and_the_subject_dates_the_words(code: Code) -> None:
    coded = code("Fiji told reporters on Friday it will recall its envoy from Tonga.", published=THURSDAY)
    assert [a.said_on for a in coded.attributions] == ["2022-07-08"]


# --------------------------------------------------------------------------- the two real reports


def pairs(events: tuple[EventMention, ...]) -> set[tuple[str, str, str, str | None]]:
    """Act, actor, recipient and date of each event."""
    return {(e.act, e.actors[0].actor.name, e.recipients[0].actor.name, e.date) for e in events if e.actors and e.recipients}


@pytest.mark.parametrize("open_", [False, True])
def test_the_seeds_dates(code: Code, shared: Path, open_: bool) -> None:
    for line in (shared / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        published = gold["published"] or (None if open_ else gold["published_if_supplied"])
        text = (shared / "seeds" / gold["file"]).read_text(encoding="utf-8")
        coded = code(text, **({"published": published} if published else {}))
        found = pairs(coded.events)
        for event in (e for e in gold["events"] if e["core"]):
            of_pair = {d for act, a, r, d in found if (act, a, r) == (event["act"], event["actor"], event["target"])}
            assert of_pair <= {event["date"] if published else None}, (event, of_pair)
        values = {(m.span.start, m.value) for m in coded.times}
        for time in gold["times" if gold["published"] else "times_if_published"] if published else ():
            assert (time["start"], time["value"]) in values, time
