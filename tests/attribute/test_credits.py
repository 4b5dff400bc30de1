"""Credits of a whole report: its agency is the last relay of everything in it."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        ("The post was closed, police said. (With inputs from ANI and AFP)", ("AFP",)),
        ("The flag was raised again, the ministry said. (h/t Kyiv Independent)", ("Kyiv Independent",)),
        ("The post was closed, police said. – AFP", ("AFP",)),
        ("The post was closed, police said (AFP).", ("AFP",)),
        ("By AFP\n\nThe post was closed on Monday after the talks, police said.", ("AFP",)),
        ("The post was closed, police said.\n\n(Reporting by Reuters; editing by the desk)", ("Reuters",)),
        ("The post was closed, police said.\n\nAFP/Reuters", ("AFP", "Reuters")),
        ("The post was closed, police said.\n\nWith agencies", ("agencies",)),
        ("The post was closed, police said.\n\n(Reuters and agencies)", ("Reuters", "agencies")),
        ("The post was closed, police said.\n\nh/t Yonhap", ("Yonhap",)),
    ],
)
def test_credits_are_relays(attribute: Any, text: str, relays: tuple[str, ...]) -> None:
    assert [a.relays for a in attribute(text)] == [relays]


@pytest.mark.parametrize(
    "text",
    [
        "The post was closed, police said (as AFP had feared).",
        "The post was closed (AFP reporters were turned away), police said.",
        "By Jo Lindt\n\nThe post was closed on Monday after the talks, police said.",
    ],
)
def test_what_is_no_credit_hands_nothing_on(attribute: Any, text: str) -> None:
    assert [a.relays for a in attribute(text) if a.cue_lemma == "say"] == [()]
