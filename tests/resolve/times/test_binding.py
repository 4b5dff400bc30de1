"""Symbolic times bound: from publication, dateline, quotations, earlier expressions; open without any of them."""

from __future__ import annotations

import pytest

from dateline.model import Anchor, Quotation, Reading, Report, Section, SectionKind, Span
from dateline.resolve.times import Utterance, as_distance, bind_times, find_times


def reading(text: str, published: str | None = None, quoted: str = "", lead: str = "") -> Reading:
    """A reading without a parse; ``quoted`` is what stands in a quotation, ``lead`` the dateline."""
    start = text.find(quoted)
    marks = (Quotation(Span(start - 1, start + len(quoted) + 1), Span(start, start + len(quoted))),) if quoted else ()
    cut = (Section(Span(0, len(lead)), SectionKind.DATELINE),) if lead else ()
    return Reading(Report("r", text, published=published), cut, (Span(0, len(text)),), (), (), marks)


def bound(text: str, published: str | None = None, **more: str) -> list[tuple[str | None, str | None]]:
    """Values and bases."""
    read = reading(text, published, **more)
    return [(m.value, m.basis) for m in bind_times(read, find_times(read))]


def test_news_is_reckoned_from_its_publication() -> None:
    assert bound("They met on Tuesday.", "2022-07-14") == [("2022-07-12", "weekday nearest to published")]
    assert bound("They met three days ago.", "2022-07-14") == [("2022-07-11", "3 days before published")]
    assert bound("They meet today.", "2022-07-14T08:00+02:00") == [("2022-07-14", "day published")]


def test_without_an_anchor_the_value_stays_open_and_the_symbol_is_kept() -> None:
    read = reading("They met on Tuesday, as in 2014.")
    mention, year = bind_times(read, find_times(read))
    assert (mention.value, mention.basis, mention.symbolic) == (None, None, "near(XXXX-WXX-2)")
    assert year.value == "2014"


def test_a_dateline_comes_before_the_publication() -> None:
    text = "SUVA, July 12 -- They met on Monday and yesterday."
    values = bound(text, "2022-07-14", lead="SUVA, July 12 --")
    assert values[1:] == [
        ("2022-07-11", "weekday nearest to the dateline's day, 2022-07-12"),
        ("2022-07-11", "day before the dateline's day, 2022-07-12"),
    ]


def test_a_full_date_in_the_dateline_stands_in_for_a_missing_publication() -> None:
    assert bound("SUVA, 12 July 2022 -- They met yesterday.", lead="SUVA, 12 July 2022 --")[1][0] == "2022-07-11"


def test_an_old_dateline_is_no_anchor() -> None:
    assert bound("SUVA, 12 May 2014 -- They met yesterday.", "2022-07-14", lead="SUVA, 12 May 2014 --")[1][0] == "2022-07-13"


def test_words_in_a_quotation_are_reckoned_from_the_day_on_which_they_were_said() -> None:
    text = 'He wrote: "We left today."'
    read = reading(text, "2022-07-14", quoted="We left today.")
    mentions = find_times(read)
    assert mentions[0].anchor is Anchor.QUOTATION
    said = Utterance(Span(10, 26), "2022-07-13", "said on 2022-07-13")
    (mention,) = bind_times(read, mentions, [said])
    assert (mention.value, mention.basis) == ("2022-07-13", "said on 2022-07-13")
    (mention,) = bind_times(read, mentions, [Utterance(said.span, None, "")])
    assert mention.value is None
    (mention,) = bind_times(read, mentions)
    assert mention.value == "2022-07-14"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "On May 5, 1940 it began. The next day it spread, and two weeks later all was lost.",
            ["1940-05-05", "1940-05-06", "1940-W21"],
        ),
        ("In 1940 it began. That year, in June, they left.", ["1940", "1940", "1940-06"]),
        ("On December 7, 1941 it began. In January they left.", ["1941-12-07", "1942-01"]),
        (
            "On May 5, 1942, May 6, 1943 and May 7, 1944 they fought, and today.",
            ["1942-05-05", "1943-05-06", "1944-05-07", "PRESENT_REF"],
        ),
    ],
)
def test_a_tale_is_reckoned_from_its_own_dates(text: str, values: list[str]) -> None:
    assert [value for value, _ in bound(text)] == values


def test_what_lies_outside_of_a_tale_is_no_date_to_reckon_from() -> None:
    tale = " ".join(f"On {day} May 1940 they fought." for day in range(1, 12))
    text = f"{tale} A book of 2004 says so. In June they left."
    assert bound(text, "2009-12-19")[-1][0] == "1940-06"


def test_an_act_is_counted_from_a_date_beside_it() -> None:
    assert bound("On February 24, 2022 he ordered it, two days after he had refused.")[1] == (
        "2022-02-22",
        "2 days before 2022-02-24",
    )
    assert bound("He left two days after they had met on May 5, 2022.")[0][0] == "2022-05-07"


def test_what_nothing_dates_is_a_distance() -> None:
    read = reading("He left two days after they had met.", "2022-07-14")
    (mention,) = map(as_distance, bind_times(read, find_times(read)))
    assert (mention.type, mention.value, mention.symbolic) == ("DURATION", "P2D", "day(2)")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 2014 he fled to Fiji; he returned eight months later.", None),
        ("They met in May. Three days later they signed.", None),
        ("They met on May 5. Three days later they signed.", "2022-05-08"),
        ("The ministers signed three days later.", None),
        ("Ties were cut on 5 May 1995. They were resumed two years later.", "1997"),
        ("In March 1985 he left; later in the year he came back.", "1985"),
        ("Results fell in 1988. They had risen earlier in the year.", "1988"),
        ("Results had risen earlier in the year.", "2022"),
        ("The ministers had signed three days earlier.", "2022-07-11"),
    ],
)
def test_what_counts_forward_in_news_is_never_reckoned_from_publication(text: str, value: str | None) -> None:
    assert bound(text, "2022-07-14")[-1][0] == value
