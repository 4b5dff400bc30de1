"""Acts whose day only a noun of a later sentence tells."""

from __future__ import annotations

import pytest

from dateline.model import Report
from dateline.pipeline import Pipeline


def day(pipeline: Pipeline, act: str, text: str) -> str | None:
    """The date of the first event of an act in a report of Tuesday 17 September 2013."""
    coded = pipeline.run(Report("r", text, outlet="Wire", published="2013-09-17"))
    return next((e.date for e in coded.events if e.act == act), "no event")


@pytest.mark.parametrize(
    ("act", "text", "date"),
    [
        ("impose_sanctions", "The EU has imposed sanctions on Zimbabwe. Harare called Monday's decision an insult.", "2013-09-16"),
        (
            "impose_sanctions",
            "The EU has imposed sanctions on Belarus. Belarus called the step taken on Monday unlawful.",
            "2013-09-16",
        ),
        ("sign_agreement", "Nepal and Bhutan have signed an agreement. The agreement signed on Monday will help.", "2013-09-16"),
        ("expel_diplomat", "Kenya has expelled two Sudanese diplomats. The move on Monday came after a row.", "2013-09-16"),
        (
            "expel_diplomat",
            "Kenya expelled two Sudanese diplomats on Friday. Monday's decision was about maps.",
            "2013-09-13",
        ),  # has its own
    ],
)
def test_a_noun_that_takes_up_an_act_dates_it(pipeline: Pipeline, act: str, text: str, date: str) -> None:
    assert day(pipeline, act, text) == date


@pytest.mark.parametrize(
    "text",
    [
        "Fiji condemned Samoa's raid. Monday's decision by the court was another matter.",  # somebody else's
        "Fiji condemned Samoa's raid. Chile recalled its envoy to Samoa. Peru hailed the step taken on Monday.",  # the recall
    ],
)
def test_a_noun_dates_no_other_act(pipeline: Pipeline, text: str) -> None:
    assert day(pipeline, "condemn", text) != "2013-09-16"


def test_the_day_of_what_is_taken_up_is_not_that_of_the_verb(pipeline: Pipeline) -> None:
    text = "The EU has imposed sanctions on Zimbabwe. Harare criticized Friday's decision."
    assert day(pipeline, "criticize", text) != "2013-09-13"
