"""Numbers in figures and in words, and the room that words around them leave."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.amounts import amounts, bounded
from dateline.merge.figures import counting, number_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("expelled eleven diplomats", ["11"]),
        ("ordered twenty-one envoys and three clerks to leave", ["21", "3"]),
        ("expelled two dozen diplomats", ["24"]),
        ("half a dozen envoys", ["6"]),
        ("a hundred envoys", ["100"]),
        ("one hundred and forty-five countries", ["145"]),
        ("gave $0.15 billion", ["150 million"]),
        ("gave 150 million dollars", ["150 million"]),
        ("1,200 soldiers", ["1200"]),
        ("dozens of diplomats", ["dozens"]),
        ("nearly 50 people", ["nearly 50"]),
        ("more than 30 soldiers", ["more than 30"]),
        ("the two countries agreed", []),
        ("its three embassies", []),
        ("one of the envoys", []),
        ("the 45th envoy", []),
        ("anyone, tenants and sevenths", []),
    ],
)
def test_amounts_count_unless_they_name_known_parties(text: str, told: list[str]) -> None:
    assert [amount.words for _, amount in amounts(text)] == told


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("two dozen", "24", True),
        ("dozens", "45", True),
        ("dozens", "300", False),
        ("nearly 50", "49", True),
        ("some 30", "34", True),
        ("some 30", "45", False),
        ("more than 30", "34", True),
        ("more than 30", "30", False),
        ("more than 30", "300", False),
        ("at least 12", "12", True),
        ("up to 12", "14", False),
        ("0.15 billion", "150 million", True),
    ],
)
def test_two_amounts_may_both_be_true(one: str, other: str, both: bool) -> None:
    ((_, a),), ((_, b),) = amounts(one), amounts(other)
    assert a.allows(b) is b.allows(a) is both


@given(st.text(max_size=200), st.sampled_from(["", "about", "more than", "up to", "at least", "under"]))
def test_every_text_has_amounts_that_allow_themselves(text: str, bound: str) -> None:
    assert all(amount.allows(amount) and 0 <= at.start < at.end <= len(text) for at, amount in amounts(text))
    assert bounded(bound, 30, "30").most > 0


@given(st.integers(1, 999))
def test_every_number_is_read_from_its_words(number: int) -> None:
    hundreds, rest = divmod(number, 100)
    words = " and ".join(
        [*([f"{counting('cardinals')[hundreds - 1]} hundred"] if hundreds else []), *([small(rest)] if rest else [])]
    )
    assert number_of(words) == number
    assert [amount.words for _, amount in amounts(f"expelled {words} envoys")] == [str(number)]


def small(number: int) -> str:
    """A number below a hundred in words."""
    tens, ones = divmod(number, 10)
    if number < 20:
        return counting("cardinals")[number - 1]
    return "-".join([counting("tens")[tens - 2], *([counting("cardinals")[ones - 1]] if ones else [])])
