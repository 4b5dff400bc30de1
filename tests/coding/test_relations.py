"""Relations, missions and recognition told in prose: own sentences between any two states, in a seen and an unseen half."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from dateline.coding.codebook import Codebook
from dateline.model import CodedReport, EventMention, Participant

CASES = tomllib.loads((Path(__file__).parent / "relations.toml").read_text("utf-8"))["case"]
FLOORS = {"seen": 0.93, "unseen": 0.62}  # just under the shares right; .458 and .396 before the coder read any of them
SYMMETRIC = {act.id for act in Codebook.load().acts.values() if act.symmetric}
Lines = Callable[[str], list[str]]


def side(participants: tuple[Participant, ...]) -> str:
    """The ids of the parties of a side."""
    return "+".join(p.actor.id for p in participants) or "-"


@pytest.fixture
def lines(code: Callable[..., CodedReport]) -> Lines:
    """The acts of a text, a line each; symmetric ones in both orders."""

    def told(event: EventMention) -> list[str]:
        sides = [side(event.actors), side(event.recipients)]
        orders = [sides, sides[::-1]] if event.act in SYMMETRIC else [sides]
        return [f"{a} {event.act} {b} {event.status}" for a, b in orders]

    return lambda text: [line for event in code(text).events for line in told(event)]


def right(case: Mapping[str, Any], found: list[str]) -> bool:
    """Whether all that is expected comes out, and nothing that must never."""
    words = [f" {line} " for line in found]
    return all(line in found for line in case.get("expect", ())) and not any(
        f" {never} " in line for never in case.get("never", ()) for line in words
    )


@pytest.mark.parametrize("half", FLOORS)
def test_share_of_relations_told_in_prose(lines: Lines, half: str) -> None:
    """Shares alone are shown: nobody is to mend the coder for a sentence of the unseen half."""
    outcomes = [right(case, lines(case["text"])) for case in CASES if case["half"] == half]
    assert len(outcomes) == 48
    assert sum(outcomes) / len(outcomes) >= FLOORS[half], sum(outcomes)


def test_nothing_is_made_of_words_that_are_only_near(lines: Lines) -> None:
    wrong = [c["text"] for c in CASES if c["class"] == "none of this" and not right(c, lines(c["text"]))]
    assert wrong == []


def test_an_envoys_state_is_told_around_him(code: Callable[..., CodedReport]) -> None:
    text = "Chile kept a legation in Lima. Robert Hale presented his credentials to the President of Peru in 1931."
    event = next(e for e in code(text).events if e.act == "present_credentials")
    assert (event.actors[0].actor.id, event.actors[0].person, event.recipients[0].actor.id) == ("CHL", "Robert Hale", "PER")


def test_an_envoy_whom_nothing_tells_of_is_nobodys(lines: Lines) -> None:
    assert lines("Robert Hale was promoted to ambassador in 1931. Chile and Peru traded in copper.") == []


def test_the_city_of_a_mission_lies_abroad(lines: Lines) -> None:
    assert "USA open_mission JAM happened" in lines("The American Embassy at Kingston was established in 1962.")
    assert "CAN open_mission JAM happened" in lines("The Canadian consulate in Kingston was opened in 1962.")


def test_a_subject_that_hangs_on_the_auxiliary_is_the_verbs(lines: Lines) -> None:
    assert "DNK close_mission ATG happened" in lines("The Danish Embassy at St. Johns was closed June 30, 1994.")
    assert "DNK open_mission GRD happened" in lines("The Danish Embassy in St. George's was established in 1984.")


def test_the_other_state_is_beside_the_long_name_of_the_first(lines: Lines) -> None:
    assert "AUT establish_relations CHL happened" in lines(
        "Diplomatic relations were established between the Republic of Austria and Chile in 1921."
    )
