"""Time expressions in texts: extents, types, directions, neighbours; what is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.model import Anchor, Reading, Report, Section, SectionKind, Span, TimeMention
from dateline.read import Reader
from dateline.resolve.times import bind_times, find_times

Find = Callable[..., list[tuple[str, str | None]]]


def plain(text: str, published: str | None = "2022-07-14") -> Reading:
    """A reading without a parse."""
    return Reading(Report("r", text, published=published), (), (), (), ())


def values(text: str, published: str | None = "2022-07-14", order: str = "mdy") -> list[tuple[str, str | None]]:
    """The words and values of the times in a text that was not parsed."""
    reading = plain(text, published)
    return [(m.span.of(text), m.value) for m in bind_times(reading, find_times(reading, order))]


@pytest.fixture
def parsed(reader: Reader) -> Find:
    """The words and values of the times in a text that was parsed."""

    def run(text: str, published: str | None = "2022-07-14") -> list[tuple[str, str | None]]:
        reading = reader.read(Report("r", text, published=published))
        return [(m.span.of(text), m.value) for m in bind_times(reading, find_times(reading))]

    return run


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("July 13-15, 2022", [("July 13", "2022-07-13"), ("15, 2022", "2022-07-15")]),
        ("from 5 to 7 May 2014", [("5", "2014-05-05"), ("7 May 2014", "2014-05-07")]),
        ("between April and June 1998", [("April", "1998-04"), ("June 1998", "1998-06")]),
        ("from November to January 1943", [("November", "1942-11"), ("January 1943", "1943-01")]),
        ("the war of 1990-95", [("1990", "1990"), ("95", "1995")]),
        ("10:35 a.m. (0735 GMT) on Friday", [("10:35 a.m. (0735 GMT) on Friday", "2022-07-15T10:35")]),
        ("the summer of last year", [("the summer of last year", "2021-SU")]),
        ("this year's third quarter", [("this year's third quarter", "2022-Q3")]),
        ("in mid-July", [("mid-July", "2022-07")]),
        ("in late 2014", [("late 2014", "2014")]),
        ("two weeks before Christmas 1914", [("two weeks before Christmas 1914", "1914-W50")]),
        ("the week of July 4", [("the week of July 4", "2022-W27")]),
        ("Tuesday, the 12th", [("Tuesday, the 12th", "2022-07-12")]),
        ("nineteen ninety-six", [("nineteen ninety-six", "1996")]),
        ("the '90s and the 1980s", [("the '90s", "199"), ("the 1980s", "198")]),
        ("July 12, 13 and 14 in Suva", [("July 12", "2022-07-12"), ("13", "2022-07-13"), ("14", "2022-07-14")]),
        ("the last half of the '80s", [("the last half of the '80s", "198")]),
        ("mid-afternoon yesterday", [("mid-afternoon yesterday", "2022-07-13TAF")]),
        ("at 4 in the morning", [("4 in the morning", "2022-07-14T04:00")]),
        ("at 1400 hours", [("1400 hours", "2022-07-14T14:00")]),
        ("a strike of 1400 hours", [("1400 hours", "PT1400H")]),
        ("two and a half years", [("two and a half years", "P2Y6M")]),
        ("the past two-and-a-half years", [("the past two-and-a-half years", "P2Y6M")]),
        ("the next couple of years", [("The next couple of years".lower(), "P2Y")]),
        ("a week or so ago", [("a week or so ago", "2022-W27")]),
        ("two or three weeks ago", [("two or three weeks ago", "2022-W26")]),
        ("three times a day", [("three times a day", "P1D")]),
        ("3Q09 and 1H21", [("3Q09", "2009-Q3"), ("1H21", "2021-H1")]),
        ("13-Jul-22", [("13-Jul-22", "2022-07-13")]),
        ("July '22", [("July '22", "2022-07")]),
        ("until at least 2026", [("2026", "2026")]),
        ("last year in the October 1998 case", [("last year", "2021"), ("the October 1998", "1998-10")]),
        ("a year and 24 hours", [("a year", "P1Y"), ("24 hours", "PT24H")]),
        ("two days later than planned", [("two days", "P2D")]),
        ("Election Day", [("Election Day", "2022-11-08")]),
    ],
)
def test_neighbours_make_one_or_share(text: str, found: list[tuple[str, str]]) -> None:
    assert values(f"It was {text}.")[-len(found) :] == found


@pytest.mark.parametrize(
    ("text", "order", "value"),
    [
        ("7/8/22", "mdy", "2022-07-08"),
        ("7/8/22", "dmy", "2022-08-07"),
        ("13/7/2022", "mdy", "2022-07-13"),
        ("13.07.2022", "mdy", "2022-07-13"),
    ],
)
def test_dates_in_figures_go_by_the_order_that_the_calendar_allows(text: str, order: str, value: str) -> None:
    assert values(f"It closed on {text}.", order=order) == [(text, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2014 was adopted by 13 votes to 2.",
        "The 40-year-old envoy, aged 40, is 40 years old.",
        "A Boeing 737 of flight 1992 landed.",
        "The team won 3-2, then 14-7.",
        "It cost $1990 and 2,014 euros.",
        "Some 2014 soldiers marched past the 38th parallel.",
        "Theresa May may march with March Lee.",
        "Item 12, item 13 and item 14 were struck.",
        "Version 10.2.14 and address 192.168.1.1 work.",
        "Three quarters of the food was lost.",
        "Prices fall and spring back.",
        "He sat for the second half and the last minute.",
        "The Mail on Sunday and Russia Today said so.",
        'He said so on "60 Minutes" and on the show "This Week" from the capital.',
        "It carries 700 seats a week for $20 a month.",
        "The 11th Circuit and the 5th Fleet were named.",
        "Call 555-1234 at once.",
        "He was held at the time Lee left.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy left on Tuesday.", "2022-07-12"),
        ("The envoy will leave on Tuesday.", "2022-07-19"),
        ("The envoy is to leave on Friday.", "2022-07-15"),
        ("A ruling expected on Friday was put off.", "2022-07-15"),
        ("The embassy was closed in September.", "2021-09"),
        ("The embassy will be closed in September.", "2022-09"),
        ("They must answer by Tuesday.", "2022-07-19"),
        ("They had answered by Tuesday.", "2022-07-12"),
        ("They will answer by June.", "2023-06"),
        ("Assets were frozen after the September 26 coup.", "2021-09-26"),
        ("They promised to reopen the embassy in March.", "2023-03"),
    ],
)
def test_the_verb_tells_the_direction(parsed: Find, text: str, value: str) -> None:
    assert [found for _, found in parsed(text)] == [value]


def test_modifiers_and_types_are_told() -> None:
    found = find_times(plain("Nearly 40 years ago, in early May 1980, at about 10 p.m., it rained for more than two weeks."))
    assert [(str(m.type), m.mod) for m in found] == [
        ("DATE", "LESS_THAN"),
        ("DATE", "START"),
        ("TIME", "APPROX"),
        ("DURATION", "MORE_THAN"),
    ]


def test_what_follows_after_names_the_act() -> None:
    text = "They met two days after the army took the town, and left."
    mention = find_times(plain(text))[0]
    assert mention.anchor is Anchor.EVENT
    assert mention.anchor_span is not None
    assert mention.anchor_span.of(text) == "the army took the town"


def test_boilerplate_holds_no_times() -> None:
    text = "It closed on Monday.\nRead more: Monday's news"
    cut = (Section(Span(0, 20), SectionKind.BODY), Section(Span(21, len(text)), SectionKind.BOILERPLATE))
    reading = Reading(Report("r", text), cut, (Span(0, 20), Span(21, len(text))), (), ())
    assert len(find_times(reading)) == 1


# --------------------------------------------------------------------------- what always holds

NAMES = st.sampled_from(
    ["July", "May", "Monday", "today", "winter", "fall", "week", "years", "quarter", "hour", "BC", "a.m.", "after", "he"]
)
FIGURES = st.sampled_from(
    ["13", "2022", "3rd", "10:35", "1990s", "7/8/22", "two", "half", "an", "a", "last", "next", "ago", "the", "of"]
)
WORDS = st.one_of(NAMES, FIGURES, st.sampled_from([",", "-", "to", "and", "in", ".", "'s", "left", "\n"]))
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=14).map("".join))


@example("1/1/10-1/1/00")
@given(TEXTS)
def test_every_span_gives_back_words_in_order(text: str) -> None:
    found = find_times(plain(text))
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text).strip() == mention.span.of(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(TEXTS, st.sampled_from([None, "2022-07-14", "0001-01-01", "9999-12-31", "no date"]))
def test_no_text_ends_the_run(text: str, published: str | None) -> None:
    reading = plain(text, published)
    bind_times(reading, find_times(reading))


def shifted(mention: TimeMention, days: str) -> bool:
    """Whether a mention is reckoned from the day of publication."""
    return mention.anchor is Anchor.PUBLICATION and mention.value is not None and days in mention.symbolic


def test_another_publication_shifts_what_is_relative_and_nothing_else() -> None:
    text = "Yesterday and three days ago they met, as on 5 May 2014, in 1999 and the 1980s, for two weeks, every Monday."
    one, other = (bind_times(r, find_times(r)) for r in (plain(text, "2022-07-14"), plain(text, "2022-08-15")))
    for a, b in zip(one, other, strict=True):
        assert a.span == b.span
        assert (a.value != b.value) is shifted(a, "day("), (a, b)


@pytest.mark.parametrize(
    "noise",
    [
        "13 ",
        "July ",
        "1,",
        "the last ",
        "a",
        "12:",
        "twenty-",
        "'",
        "2022-",
        "two days after ",
        "and a half ",
        "in 2014 three days later ",
    ],
)
def test_long_nonsense_takes_linear_time(noise: str) -> None:
    def seconds(n: int) -> float:
        reading = plain(noise * n)
        start = perf_counter()
        bind_times(reading, find_times(reading))
        return perf_counter() - start

    seconds(500)
    short, long = min(seconds(1000) for _ in range(3)), min(seconds(8000) for _ in range(2))
    assert long < 24 * short + 0.05


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy left on Tuesday.", "2022-07-12"),
        ("The envoy will leave on Tuesday.", "2022-07-19"),
        ("On Tuesday, the envoy will leave.", "2022-07-19"),
        ("They will leave. On Tuesday they met.", "2022-07-12"),
        ("They must answer by Tuesday.", "2022-07-19"),
        ("They had answered by Tuesday.", "2022-07-12"),
        ("Tuesday's vote was close.", "2022-07-12"),
    ],
)
def test_words_tell_the_direction_where_nothing_was_parsed(text: str, value: str) -> None:
    reading = replace(plain(text), skipped=(Span(0, len(text)),))
    assert [m.value for m in bind_times(reading, find_times(reading))] == [value]
