"""The symbolic language: printed and parsed, and what its calls mean."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.times import moments
from dateline.resolve.times.evaluate import CALLS, evaluate
from dateline.resolve.times.moments import COARSE
from dateline.resolve.times.symbolic import Call, Expr, SymbolicError, parse

WORDS = st.sampled_from(["2022-07-13", "XXXX-07", "XXXX-WXX-3", "P3D", "ref", "PRESENT_REF", "TNI", "-2", "week"])
EXPRESSIONS: st.SearchStrategy[Expr] = st.recursive(
    WORDS,
    lambda inner: st.builds(Call, st.sampled_from([*CALLS, *COARSE]), st.lists(inner, min_size=1, max_size=2).map(tuple)),
    max_leaves=6,
)
REFERENCES = st.one_of(
    st.none(),
    st.dates().map(str),
    st.sampled_from(
        ["1989-Q3", "1939-09", "2014", "199", "18", "2022-W28", "2022-W28-WE", "2022-SU", "2022-H1", "BC0480-09", "9999"]
    ),
)
PARTIALS = ["XXXX-07-13", "XXXX-02-29", "XXXX-07", "XXXX-SU", "XXXX-Q3", "XXXX-H1", "XXXX-XX-31", "XXXX-WXX-3", "XXXX-WXX-WE",
            "easter(1)", "from(XXXX-11,nth(4,XXXX-WXX-4))"]  # fmt: skip


@pytest.mark.parametrize(
    ("symbolic", "value"),
    [
        ("day(-1)", "2022-07-12"),
        ("week(-2)", "2022-W26"),
        ("month(5)", "2022-12"),
        ("quarter(-1)", "2022-Q2"),
        ("half(0)", "2022-H2"),
        ("season(-1)", "2022-SP"),
        ("decade(-1)", "201"),
        ("century(-1)", "19"),
        ("past(XXXX-WXX-3)", "2022-07-13"),
        ("last(XXXX-WXX-3)", "2022-07-06"),
        ("next(XXXX-WXX-3)", "2022-07-20"),
        ("future(XXXX-WXX-5)", "2022-07-15"),
        ("past(XXXX-09)", "2021-09"),
        ("near(XXXX-09)", "2022-09"),
        ("past(XXXX-12-07)", "2021-12-07"),
        ("past(XXXX-07-20)", "2022-07-20"),
        ("this(XXXX-03)", "2022-03"),
        ("past(XXXX-02-29)", "2020-02-29"),
        ("past(easter(0))", "2022-04-17"),
        ("last(from(XXXX-11,nth(4,XXXX-WXX-4)))", "2021-11-25"),
        ("from(year(-1),this(XXXX-07-13))", "2021-07-13"),
        ("from(2022-05,nth(-1,XXXX-WXX-2))", "2022-05-31"),
        ("from(1989,nth(-1,day))", "1989-12-31"),
        ("at(day(-1),TNI)", "2022-07-12TNI"),
        ("again(year,-1)", "2021"),
        ("told(quarter)", "2022-Q2"),
        ("ref", "2022-07-13"),
        ("PAST_REF", "PAST_REF"),
        ("hour(-3)", None),
    ],
)
def test_reckoned_from_a_wednesday(symbolic: str, value: str | None) -> None:
    assert evaluate(symbolic, "2022-07-13") == value


@pytest.mark.parametrize(
    ("symbolic", "reference", "value"),
    [
        ("again(year,-1)", "1989-Q3", "1988-Q3"),
        ("again(year,-1)", "1989-05", "1988-05"),
        ("told(quarter)", "1989-Q3", "1989-Q3"),
        ("day(1)", "1939-09", None),
        ("year(1)", "1939-09", "1940"),
        ("closest(XXXX-01)", "1941-12-07", "1942-01"),
        ("closest(XXXX-12)", "1942-01", "1941-12"),
        ("year(1)", "BC0001", "0001"),
        ("this(XXXX-09)", "BC0480", "BC0480-09"),
        ("day(1)", "BC0480", None),
        ("day(1)", "9999-12-31", None),
    ],
)
def test_reckoned_from_other_values(symbolic: str, reference: str, value: str | None) -> None:
    assert evaluate(symbolic, reference) == value


@pytest.mark.parametrize(
    "text", ["", "(", "day(", "day()", "day(-1", "day(-1))", "day (-1)", "a,b", "day(,)", "f(" * 30 + "x" + ")" * 30]
)
def test_what_is_no_expression(text: str) -> None:
    with pytest.raises(SymbolicError):
        parse(text)


@given(EXPRESSIONS)
def test_parse_gives_back_what_was_printed(expr: Expr) -> None:
    assert parse(str(expr)) == expr


@given(st.text(alphabet="daypast(),-0123XW ", max_size=40))
def test_no_text_but_an_error(text: str) -> None:
    with suppress(SymbolicError):
        assert str(parse(text)) == text


@given(st.sampled_from(COARSE), st.integers(-5000, 5000), REFERENCES)
def test_shifting_never_raises_and_gives_the_unit(unit: str, n: int, reference: str | None) -> None:
    value = evaluate(f"{unit}({n})", reference)
    found = moments.parse(value) if value else None
    assert value is None or (found is not None and found.unit == unit)


@given(st.sampled_from(["this", "last", "next", "past", "future", "near", "closest"]), st.sampled_from(PARTIALS), REFERENCES)
def test_choosing_never_raises(call: str, partial: str, reference: str | None) -> None:
    evaluate(f"{call}({partial})", reference)


@given(st.dates(), st.sampled_from(PARTIALS))
def test_last_lies_before_and_next_after(day: object, partial: str) -> None:
    last, following = (moments.parse(evaluate(f"{call}({partial})", str(day)) or "") for call in ("last", "next"))
    here = moments.parse(str(day))
    assert here is not None
    assert here.first is not None
    assert last is None or last.last is None or last.last < here.first
    assert following is None or following.first is None or following.first > here.first


@given(st.dates())
def test_moments_are_printed_as_they_were_read(day: object) -> None:
    for value in (f"{day}", f"{day}"[:7], f"{day}"[:4], f"{day}"[:4] + "-Q2", f"{day}"[:4] + "-SU", f"{day}TNI"):
        moment = moments.parse(value)
        assert moment is None or str(moment) == value
