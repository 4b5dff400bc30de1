"""What concerns nobody but whoever tells it is no act between parties; who is expelled beside envoys is an envoy."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.coding.confidence import shares
from dateline.model import CodedReport

NOBODY_ELSE = [
    "The president of Peru promised to repair the roads.",
    "Ghana's president ordered officials to hurry.",
    "Fiji's president said that Fiji should repair its roads.",
    "Seventeen soldiers of Peru were killed when their helicopter crashed in bad weather.",
    "The United Nations Operation in Chad has a new choir.",
    "Ten thousand people came to a rally of the senator in Ohio.",
    "Peru's president publicly clashed with Senator Rojas over taxes.",
    "The Peruvian government released the land for four billion dollars.",
    "A Turkish officer insisted on anonymity.",
    "The interior ministry of Italy will move 2,400 clerks for the ceremony.",
    "Peru and Chile met the deadline of the court.",
    "Sponsors of the president of Fiji, who was in Malta, cut ties to the club.",
]
SOMEBODY_ELSE = [
    ("The president of Peru promised to repair the roads that Chile's army had mined.", "promise"),
    ("Iran refused to stop enriching uranium.", "reject"),
    ("Kenya's soldiers were killed when rebels shot down their helicopter.", "assault"),
    ("Students in Chile demanded elections.", "demand"),
    ("Kenya told Uganda to leave.", "demand"),
]


@pytest.mark.parametrize("text", NOBODY_ELSE)
def test_what_concerns_nobody_else_is_no_act(code: Callable[..., CodedReport], text: str) -> None:
    assert [e.act for e in code(text).events] == []


@pytest.mark.parametrize(("text", "act"), SOMEBODY_ELSE)
def test_another_party_or_a_matter_between_parties_makes_it_one(code: Callable[..., CodedReport], text: str, act: str) -> None:
    assert act in {e.act for e in code(text).events}


def test_people_expelled_beside_envoys_are_envoys(code: Callable[..., CodedReport]) -> None:
    events = code("Malta expelled the ambassador of Chad on Monday. Fiji expelled 35 people, and Chad expelled two.").events
    told = {(e.actors[0].actor.id, e.recipients[0].actor.id) for e in events if e.act == "expel_diplomat"}
    assert {("MLT", "TCD"), ("FJI", "TCD")} <= told


def test_whoever_is_asked_to_withdraw_withdraws_its_own(code: Callable[..., CodedReport]) -> None:
    events = code("Norway's leader urged Fiji to halt its attacks on Malta.").events
    assert [(e.actors[0].actor.id, e.recipients[0].actor.id) for e in events if e.act == "retreat"] == [("FJI", "MLT")]


def test_confidence_lies_where_reading_and_gold_put_it() -> None:
    rows = (Path(__file__).parent / "judged.csv").read_text("utf-8").splitlines()
    judged = list(csv.DictReader(line for line in rows if not line.startswith("#")))
    right = sum(row["right"] == "1" for row in judged) / len(judged)
    ways = shares()
    assert ways["other_half"] < right < ways["other_pair"]
    assert ways["other_unknown"] < ways["other_half"] < ways["other_one"] < ways["other_pair"]
    assert all(ways[f"{way}_open"] < ways[way] for way in ("other_half", "other_one", "other_pair"))


ORDINARY_LAW = [
    "Police arrested a man in Accra over a stolen car.",
    "Peru's police searched a school.",
    "Kenya's prime minister offered his condolences to the singer's family.",
    "Peru's president, whom Chile's envoys have met twice, plans to answer callers on the radio.",
]


@pytest.mark.parametrize("text", ORDINARY_LAW)
def test_the_everyday_course_of_law_and_life_is_no_act(code: Callable[..., CodedReport], text: str) -> None:
    assert not {"coerce", "accuse", "send_message", "agree"} & {e.act for e in code(text).events}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ghana's police arrested a man after the bombing in Accra.", "coerce"),
        ("Chile's police detained three activists.", "coerce"),
        ("Peru's president plans to resume talks with Chile.", "agree"),
        ("Norway apologized to Sweden.", "apologize"),
    ],
)
def test_law_against_unrest_and_what_others_are_told_of_is_one(code: Callable[..., CodedReport], text: str, act: str) -> None:
    assert act in {e.act for e in code(text).events} | ({"negotiate"} if act == "agree" else set())


@pytest.mark.parametrize(
    ("text", "act", "country"),
    [
        ("Peruvian jets bombed a village in Chile, killing six farmers.", "assault", "CHL"),
        ("Fiji's navy seized two boats off Samoa.", "coerce", None),
        ("Fiji's navy seized two boats.", "coerce", "FJI"),
        ("Iran seized a tanker in the Strait of Hormuz.", "coerce", None),
        ("Iran seized a Greek-flagged tanker in the Gulf.", "coerce", "GRC"),
        ("Burmese workers went on strike in Thailand.", "protest", "THA"),
        ("Unionists rallied outside parliament in Athens, Greece.", "protest", "GRC"),
        ("A camp for Congolese refugees was attacked by Burundian militiamen.", "assault", "COD"),
        ("Two suicide bombers killed 23 people when they blew themselves up in Tel Aviv.", "assault", "ISR"),
        ("Kenya tightened the closure of Somalia's border by shutting tunnels.", "coerce", None),
        ("Israel pounded the Gaza Strip with air strikes, killing five more people.", "assault", "PSE"),
    ],
)
def test_forces_abroad_do_it_to_the_people_there(
    code: Callable[..., CodedReport], text: str, act: str, country: str | None
) -> None:
    last = [e for e in code(text).events if e.act == act][-1]
    assert [p.actor.country for p in last.recipients] == ([country] if country else [])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru's president's visit to Chile was about gas, the foreign minister denied.", "happened"),
        ("The minister denied that Peru's visit to Chile was a waste.", "happened"),
        ("The minister denied that Peru's president visited Chile.", "negated"),
    ],
)
def test_who_denies_what_is_said_of_an_act_does_not_deny_it(code: Callable[..., CodedReport], text: str, status: str) -> None:
    assert [e.status for e in code(text).events if e.act == "visit"] == [status]


def test_an_office_without_a_state_is_that_of_the_capital_that_reports(code: Callable[..., CodedReport]) -> None:
    text = (
        "SUVA, March 5 (AFP) - Samoa's jets raided a village in Fiji on Monday.\n\nForeign Minister Anjali Rao condemned the raid."
    )
    told = [e.actors[0].actor.id for e in code(text).events if e.act == "condemn"]
    assert told == ["FJI"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Brussels criticized Poland over its courts.", "BEL"),
        ("Brussels criticized Poland over its courts. The European Union has rules.", "x-eu"),
    ],
)
def test_brussels_is_the_unions_where_the_text_speaks_of_it(code: Callable[..., CodedReport], text: str, actor: str) -> None:
    assert [e.actors[0].actor.id for e in code(text).events if e.act == "criticize"] == [actor]


def test_a_code_is_no_word(code: Callable[..., CodedReport]) -> None:
    events = code("Samoa's army killed Rafi al-Sarun on Monday.").events
    assert not {"ALB"} & {p.actor.country for e in events for p in e.recipients}


def test_a_candidate_attacks_in_words_alone(code: Callable[..., CodedReport]) -> None:
    assert [e.act for e in code("Mitt Romney toned down his attacks on the president.").events] == []


@pytest.mark.parametrize(
    ("text", "act", "status"),
    [
        ("Samoa urged Fijians to march against Peru's offensive on Malta.", "assault", "happened"),
        ("Peru's president lost friends in denying that Peru attacked Malta.", "deny", "happened"),
    ],
)
def test_what_is_somebodys_is_known(code: Callable[..., CodedReport], text: str, act: str, status: str) -> None:
    assert [e.status for e in code(text).events if e.act == act] == [status]
