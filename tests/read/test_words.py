"""Tokens put right before the parse."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.words import words


def split(text: str, pattern: str = r"\S+|\s+") -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(pattern, text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("in 2014.Atlantis left", ["in", "2014", ".", "Atlantis", "left"]),
        ("republics .Atlantis left", ["republics", ".", "Atlantis", "left"]),
        ("the U.S.Army left", ["the", "U.S.", "Army", "left"]),
        ('war,"said Kona', ["war", ",", '"', "said", "Kona"]),
        ("the (LPR)and", ["the", "(LPR", ")", "and"]),
        ("read www.example.org/a.Html", ["read", "www.example.org/a.Html"]),
        ("a  wide\u00a0 gap", ["a", "wide", "gap"]),
        ("dip\u00adlo\u200bmat", ["diplomat"]),
    ],
)
def test_glued_words_are_cut_and_what_shows_nothing_is_dropped(text: str, wanted: list[str]) -> None:
    assert [w.shown for w in words(text, split(text))] == wanted


def test_a_typewriter_quote_is_one_word() -> None:
    text = "``It"
    found = words(text, [(0, 1), (1, 2), (2, 4)])
    assert [(w.start, w.end, w.shown) for w in found] == [(0, 2, "``"), (2, 4, "It")]


@given(st.text(max_size=100))
def test_words_are_ordered_and_lose_no_letter(text: str) -> None:
    found = words(text, split(text))
    places = [p for w in found for p in range(w.start, w.end)]
    assert places == sorted(set(places))
    assert {i for i, c in enumerate(text) if c.isalnum()} <= set(places)
