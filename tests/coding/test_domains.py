"""Sentences of ordinary life are not coded, unless a party or a second country makes them political."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedReport

ORDINARY = [
    "Ghana conceded two late goals.",
    "Police in Fiji arrested a man for stealing a boat.",
    "The president of Peru won a second term by defeating his rival.",
]
POLITICAL = [
    ("Police in Fiji arrested opposition leaders after the protest.", "coerce"),
    ("Kenya's army attacked the rebels on the day of the election.", "assault"),
    ("Norway accused Russia of stealing its data.", "accuse"),
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_life_is_not_coded(code: Callable[..., CodedReport], text: str) -> None:
    assert not code(text).events


@pytest.mark.parametrize(("text", "act"), POLITICAL)
def test_politics_is_coded_whatever_words_it_is_told_in(code: Callable[..., CodedReport], text: str, act: str) -> None:
    assert act in {e.act for e in code(text).events}
