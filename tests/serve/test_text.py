from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.serve.text import HARMLESS, day_words, joined, one_line, shortened, visible


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2022-07-13", "13 Jul 2022"),
        ("2022-07", "Jul 2022"),
        ("2014", "2014"),
        ("2014~", "about 2014"),
        ("../2022-07-13", "by 13 Jul 2022"),
        ("2022-07-13/..", "from 13 Jul 2022"),
        ("2022-07-01/2022-07-13", "1 Jul 2022 to 13 Jul 2022"),
        ("2022-99", "2022-99"),
        ("P3D", "P3D"),
        (None, "open"),
        ("../..", "open"),
    ],
)
def test_day_words(value: str | None, words: str) -> None:
    assert day_words(value) == words


def test_visible_shows_what_a_terminal_would_act_upon() -> None:
    assert visible("\x1b[31mred\x07") == "␛[31mred␇"
    assert visible("txt\u202eexe") == "txt⟨U+202E⟩exe"
    assert visible("\u200bzero\ufeff") == "⟨U+200B⟩zero⟨U+FEFF⟩"
    assert visible("plain, naïve, 北朝鮮, 🇰🇵") == "plain, naïve, 北朝鮮, 🇰🇵"


@given(st.text(st.characters(codec=None)))
def test_visible_leaves_nothing_hidden(text: str) -> None:
    hidden = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    assert not [c for c in visible(text) if unicodedata.category(c) in hidden and c not in HARMLESS]
    assert "\n" not in one_line(text)


@given(st.text(), st.integers(10, 50))
def test_shortened_fits(text: str, width: int) -> None:
    assert len(shortened(text, width)) <= width or not one_line(text).isascii()


def test_joined() -> None:
    assert [joined(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]
