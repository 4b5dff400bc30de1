"""Numbers in figures and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.figures import counting, number_of, spelled_in, spelled_right_before


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("expelled eleven diplomats", [11]),
        ("ordered twenty-one envoys and three clerks to leave", [21, 3]),
        ("the two countries agreed", []),
        ("its three embassies", []),
        ("one of the envoys", []),
        ("30 diplomats", []),
        ("anyone, tenants and sevenths", []),
    ],
)
def test_numbers_in_words_count_unless_they_name_known_parties(text: str, numbers: list[int]) -> None:
    assert list(spelled_in(text)) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"), [("ordered eleven ", [11]), ("sent home ten more ", [10]), ("the two ", []), ("a few ", [])]
)
def test_a_number_may_stand_right_before_a_party(text: str, numbers: list[int]) -> None:
    assert list(spelled_right_before(text)) == numbers


@given(st.integers(1, 99))
def test_every_number_is_read_from_its_words(number: int) -> None:
    tens, ones = divmod(number, 10)
    if number < 20:
        words = counting("cardinals")[number - 1]
    else:
        words = "-".join([counting("tens")[tens - 2], *([counting("cardinals")[ones - 1]] if ones else [])])
    assert number_of(words) == number
    assert list(spelled_in(f"expelled {words} envoys")) == [number]
