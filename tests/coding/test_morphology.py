"""Inflected forms."""

from __future__ import annotations

import pytest

from dateline.coding.codebook.morphology import british, noun_forms, verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("recognize", {"recognize", "recognizes", "recognized", "recognizing"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("expel", {"expel", "expels", "expelled", "expelling"}),
        ("ban", {"ban", "bans", "banned", "banning"}),
        ("visit", {"visit", "visits", "visited", "visiting"}),
        ("attack", {"attack", "attacks", "attacked", "attacking"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
        ("tie", {"tie", "ties", "tied", "tying"}),
        ("kidnap", {"kidnap", "kidnaps", "kidnapped", "kidnapping"}),
        ("equip", {"equip", "equips", "equipped", "equipping"}),
        ("cancel", {"canceled", "cancelled", "canceling", "cancelling"}),
    ],
)
def test_regular_verbs(lemma: str, forms: set[str]) -> None:
    assert forms <= verb_forms(lemma, {})


def test_irregular_verbs_take_no_ed() -> None:
    assert verb_forms("break", {"break": ("broke", "broken")}) == {"break", "breaks", "breaking", "broke", "broken"}


def test_nouns() -> None:
    assert noun_forms("embassy", {}) == {"embassy", "embassies"}
    assert noun_forms("staff", {"staff": ("staff",)}) == {"staff"}


def test_british_spelling() -> None:
    assert (british("recognize"), british("seize"), british("size")) == ("recognise", "seize", "size")
