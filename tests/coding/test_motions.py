"""Motions: whose they are by a participle, a clause, a sentence before; support for them, votes, vetoes, answers to offers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedReport

Code = Callable[..., CodedReport]
TOLD = [
    # whose a motion is: a participle, a relative clause, a "by", the sentence before
    ("Peru backed a Chilean-drafted resolution on fishing.", ["PER support CHL happened"]),
    ("Peru opposed the text that Chile tabled on Monday.", ["PER reject CHL happened"]),
    ("Chile tabled a motion on fishing. Peru backed it, and Fiji opposed the draft.", ["PER support CHL", "FJI reject CHL"]),
    ("Fiji submitted a plan for the lake. The plan is backed by Malta.", ["MLT support FJI"]),
    # a favour without a word for what it is given to
    ("Fiji filed a motion on whales. Malta withdrew its support hours later.", ["MLT sanction FJI"]),
    (
        "Fiji filed a motion on whales. Samoa gave it its backing, but Malta withheld its support.",
        ["WSM support FJI", "MLT reject FJI"],
    ),
    ("Malta pulled its support for Fiji's candidate.", ["MLT sanction FJI"]),
    ("Fiji's bid won the backing of Malta and Samoa.", ["MLT+WSM support FJI"]),
    # votes and vetoes
    ("Malta and Samoa voted no on the Fijian draft.", ["MLT+WSM reject FJI"]),
    ("Malta said no to Fiji's proposal for talks on fish.", ["MLT reject FJI", "FJI request MLT"]),
    ("China used its veto to stop a British draft resolution on Syria.", ["CHN reject x-unsc+GBR"]),
    ("Peru called Russia's veto of the resolution a blow.", ["RUS reject x-unsc"]),
    ("Fiji's parliament approved the border agreement with Malta.", ["FJI ratify_agreement MLT"]),
    ("The treaty between Malta and Fiji was ratified by the Fijian parliament.", ["FJI ratify_agreement MLT"]),
    # talks that are only proposed, and the answers
    ("Peru offered Chile talks on the lake.", ["PER request CHL"]),
    ("Chile is studying Peru's proposal of three-way talks with Bolivia.", ["PER request CHL+BOL"]),
    ("Chile will reply to the offer of talks that Peru made to it and Bolivia.", ["PER request"]),
    ("Chile accepted on Monday Peru's proposal for a summit.", ["CHL agree PER"]),
    ("Chile rejected Peru's demand.", ["CHL reject PER", "PER demand CHL"]),
    ("Chile signed a deal to sell gas to Peru.", ["CHL sign_agreement PER"]),
]
NOT_TOLD = [
    ("France blocked a common EU stance on China after the UN resolution.", "x-unsc"),  # no motion of the council
    ("The United States vetoed the resolution of Congress.", "x-unsc"),  # a veto at home
    ("Fiji filed a motion on whales. Malta condemned the raid by Samoa.", "reject FJI"),
]


def lines(code: Code, text: str) -> list[str]:
    """The acts of a text in short: who, what, to whom, how it stands."""
    events = code(text, published="2010-05-12").events
    sides = (("+".join(p.actor.id for p in side) for side in (e.actors, e.recipients)) for e in events)
    return [f"{a} {e.act} {r} {e.status}" for e, (a, r) in zip(events, sides, strict=True)]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_backs_or_refuses_a_motion_acts_toward_whoever_brought_it(code: Code, text: str, expected: list[str]) -> None:
    found = lines(code, text)
    assert all(any(line.startswith(wanted) for line in found) for wanted in expected), found


@pytest.mark.parametrize(("text", "wrong"), NOT_TOLD)
def test_what_is_no_such_motion(code: Code, text: str, wrong: str) -> None:
    assert not any(wrong in line for line in lines(code, text))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad, Niger and Mali are at odds. Chad accepted three-way talks.", "hypothetical"),
        ("Chad, Niger and Mali held three-way talks on Monday.", "happened"),
    ],
)
def test_talks_that_are_only_accepted_are_not_held(code: Code, text: str, status: str) -> None:
    assert {e.status for e in code(text, published="2010-05-12").events if e.act == "negotiate"} == {status}
