"""Talks, calls and visits: who takes part without being named one by one, on which day they sit, what is put off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedReport, Status

Coding = Callable[..., CodedReport]


def told(coded: CodedReport, *acts: str) -> list[tuple[set[str], str | None]]:
    """The parties and the day of each event of some acts."""
    return [({p.actor.name for p in (*e.actors, *e.recipients)}, e.date) for e in coded.events if e.act in acts]


def test_warring_sides_are_the_state_and_those_who_fight_it(code: Coding) -> None:
    text = (
        "Peace talks between Peru's warring parties opened in Suva on Saturday. Peru's government and the rebels sent five envoys."
    )
    ((parties, day),) = told(code(text, published="2012-05-12"), "negotiate")
    assert parties == {"Peru", "rebels"}
    assert day == "2012-05-12"


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Peru's rival parties on a coalition opened in Lima on Saturday.",  # nobody is armed
        "Talks between the warring sides opened on Saturday.",  # of no state
    ],
)
def test_sides_of_whom_nothing_is_known_sit_at_no_table(code: Coding, text: str) -> None:
    assert told(code(text, published="2012-05-12"), "negotiate") == []


def test_what_is_done_at_talks_tells_a_day_on_which_they_sit(code: Coding) -> None:
    text = (
        "Peru insisted on Monday at the three-nation talks that sanctions must go.\n\nThe three-nation talks resumed after a break "
        "of a year.\n\nThe talks bring together Peru, Chile and Bolivia."
    )
    assert {day for parties, day in told(code(text, published="2012-05-14"), "negotiate") if len(parties) > 2} == {"2012-05-14"}


def test_what_is_done_at_other_talks_tells_no_day_of_these(code: Coding) -> None:
    text = "Peru insisted on Monday at the peace talks that sanctions must be lifted.\n\nFiji and Chile held fishery talks."
    assert {day for _, day in told(code(text, published="2012-05-14"), "negotiate") if day} <= {"2012-05-14"}
    assert ({"Fiji", "Chile"}, None) in told(code(text, published="2012-05-14"), "negotiate")


@pytest.mark.parametrize(
    "text",
    [
        "The prime ministers of Japan and Fiji discussed trade by telephone on Monday.",
        "Japan's prime minister and his Fijian counterpart discussed Peru in a phone call on Monday.",
        "In a telephone conversation on Monday, Japan's prime minister told his Fijian counterpart that rice was on its way.",
        "Japan's prime minister called the president of Fiji on Monday to discuss rice.",
    ],
)
def test_what_is_discussed_by_telephone_is_a_call(code: Coding, text: str) -> None:
    assert ({"Japan", "Fiji"}, "2012-05-07") in told(code(text, published="2012-05-08"), "call")


def test_days_of_talks_are_talks(code: Coding) -> None:
    text = "Delegates from Peru, Chile and Bolivia began three days of talks in La Paz on Monday."
    assert told(code(text, published="2012-05-07"), "negotiate") == [({"Peru", "Chile", "Bolivia"}, "2012-05-07")]


@pytest.mark.parametrize(
    "text",
    [
        "A planned visit by Oman's foreign minister to Qatar on Monday has been called off.",
        "Oman's foreign minister scrapped a trip to Qatar that was due to begin on Monday.",
        "Oman's foreign minister has put off a visit to Qatar that had been due on Monday.",
    ],
)
def test_the_day_of_what_is_put_off_lies_ahead(code: Coding, text: str) -> None:
    (visit,) = [e for e in code(text, published="2012-05-05").events if e.act == "visit"]
    assert (visit.status, visit.date) == (Status.NEGATED, "2012-05-07")


@pytest.mark.parametrize(
    "text",
    [
        "The five-nation talks on the Caspian Sea ended in Baku on Thursday. Iran asked for a fifth of it.",
        "Iran told the talks of the five Caspian states in Baku on Thursday that it wanted a fifth of the sea.",
    ],
)
def test_tables_known_by_their_number_and_matter_have_all_who_sit_there(code: Coding, text: str) -> None:
    five = {"Azerbaijan", "Iran", "Kazakhstan", "Russia", "Turkmenistan"}
    assert (five, "2004-10-14") in told(code(text, published="2004-10-14"), "negotiate")


def test_a_table_of_another_matter_is_not_known_by_its_number(code: Coding) -> None:
    text = "The five-nation talks on a rice bank ended in Baku on Thursday. Iran asked for a fifth of it."
    assert told(code(text, published="2004-10-14"), "negotiate") == []


@pytest.mark.parametrize(
    "text",
    [
        "Japan's foreign minister held a meeting of about 40 minutes with his Russian counterpart on Monday.",
        "Japan's foreign minister met Igor Belov, Minister for Foreign Affairs of the Russian Federation, on Monday.",
    ],
)
def test_who_met_is_told_behind_a_length_and_behind_a_full_title(code: Coding, text: str) -> None:
    assert told(code(text, published="2012-05-08"), "meet") == [({"Japan", "Russia"}, "2012-05-07")]
