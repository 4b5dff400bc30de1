"""Dates in EDTF."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import edtf
from dateline.edtf import Precision
from dateline.model import UsageError

DAYS = st.dates(min_value=date(100, 1, 1))
MARKS = st.sampled_from(["", "~", "?", "%"])
YEARS = st.integers(1, 9999)


@st.composite
def points(draw: st.DrawFn) -> str:
    """Any single date."""
    day = draw(DAYS)
    shapes = [
        f"{day}",
        f"{day}"[:7],
        f"{day}"[:4],
        f"{day}"[:3] + "X",
        f"{day}"[:2] + "XX",
        f"{day.year:04d}-{draw(st.sampled_from([21, 22, 23, 33, 34, 35, 36, 40, 41]))}",
    ]
    return draw(st.sampled_from(shapes)) + draw(MARKS)


@st.composite
def values(draw: st.DrawFn) -> str:
    """Any date or interval."""
    a, b = sorted((draw(points()), draw(points())), key=lambda p: edtf.bounds(p)[0] or date.min)
    interval = f"{a}/{b}" if edtf.bounds(a)[0] <= edtf.bounds(b)[1] else a  # type: ignore[operator]
    return draw(st.sampled_from([a, interval, f"../{a}", f"{a}/..", "../.."]))


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2022-07-13", date(2022, 7, 13), date(2022, 7, 13), Precision.DAY),
        ("2022-07", date(2022, 7, 1), date(2022, 7, 31), Precision.MONTH),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2022", date(2022, 1, 1), date(2022, 12, 31), Precision.YEAR),
        ("2014~", date(2014, 1, 1), date(2014, 12, 31), Precision.YEAR),
        ("2014?", date(2014, 1, 1), date(2014, 12, 31), Precision.YEAR),
        ("2022-21", date(2022, 3, 1), date(2022, 5, 31), Precision.SEASON),
        ("2022-24", date(2022, 12, 1), date(2023, 2, 28), Precision.SEASON),
        ("2022-35", date(2022, 7, 1), date(2022, 9, 30), Precision.SEASON),
        ("2022-41", date(2022, 7, 1), date(2022, 12, 31), Precision.HALF),
        ("199X", date(1990, 1, 1), date(1999, 12, 31), Precision.DECADE),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), Precision.CENTURY),
        ("2022-07-13/2022-07-15", date(2022, 7, 13), date(2022, 7, 15), Precision.INTERVAL),
        ("../2022-07-13", None, date(2022, 7, 13), Precision.OPEN),
        ("2022-07-13/..", date(2022, 7, 13), None, Precision.OPEN),
    ],
)
def test_bounds_and_precision(value: str, first: date | None, last: date | None, precision: Precision) -> None:
    assert edtf.bounds(value) == (first, last)
    assert edtf.precision(value) is precision


@pytest.mark.parametrize(
    "value",
    ["", "2022-13", "2022-02-30", "2022-7-13", "13.07.2022", "2022-21-01", "0000", "X999", "1X9X", "2X", "2022-07-13/2022-07-12",
     "2022-07-13T10:00", "199X-05", "9999-24", "٢٠٢٢"],
)  # fmt: skip
def test_what_is_no_date(value: str) -> None:
    assert not edtf.is_edtf(value)
    with pytest.raises(UsageError):
        edtf.bounds(value)


def test_order() -> None:
    assert edtf.earlier("2022-07-12", "2022-07-13")
    assert edtf.earlier("2014", "2022-07")
    assert not edtf.earlier("2022-07", "2022-07-13")
    assert not edtf.earlier("../2022-07-13", "2022-07-13")
    assert edtf.earlier("../2022-07-13", "2022-07-14/..")


def test_compatible_lets_about_reach_as_far_again() -> None:
    assert edtf.compatible("2014~", "2015-06-01")
    assert not edtf.compatible("2014~", "2016-06-01")
    assert not edtf.compatible("2014?", "2015-06-01")
    assert edtf.compatible(None, "2015")
    assert edtf.compatible("../2022-07-13", "2022-02-21")
    assert not edtf.compatible("../2022-07-13", "2022-07-14")


def test_meet_is_what_both_say() -> None:
    assert edtf.meet("2022-07", "2022-07-13") == "2022-07-13"
    assert edtf.meet("../2022-07-13", "2022-07-01/..") == "2022-07-01/2022-07-13"
    assert edtf.meet("2022-07-01/2022-07-13", "2022-07-13/2022-07-20") == "2022-07-13"
    assert edtf.meet("2022", "2023") is None


def test_days_between() -> None:
    assert edtf.days_between("2022-07-13", "2022-07-14") == 1
    assert edtf.days_between("2022-07-14", "2022-07-13") == 1
    assert edtf.days_between("2022-07", "2022-07-14") == 0


def test_until_and_since() -> None:
    assert edtf.until("2022-07-13") == "../2022-07-13"
    assert edtf.since("2022-07") == "2022-07-01/.."


@given(values())
def test_parse_and_print_give_the_value_back(value: str) -> None:
    assert str(edtf.parse(value)) == value


@given(values())
def test_first_is_never_after_last(value: str) -> None:
    first, last = edtf.bounds(value)
    assert first is None or last is None or first <= last


@given(values(), values())
def test_order_is_one_way_and_shuts_out_overlap(a: str, b: str) -> None:
    assert not (edtf.earlier(a, b) and edtf.earlier(b, a))
    assert edtf.overlaps(a, b) == edtf.overlaps(b, a)
    assert edtf.overlaps(a, b) or edtf.earlier(a, b) or edtf.earlier(b, a)
    assert edtf.compatible(a, b) or not edtf.overlaps(a, b)
    assert edtf.compatible(a, b) == edtf.compatible(b, a)


@given(values(), values())
def test_meet_lies_within_both(a: str, b: str) -> None:
    both = edtf.meet(a, b)
    if both is not None:
        assert edtf.within(both, a)
        assert edtf.within(both, b)


@given(DAYS, DAYS)
def test_span_of_gives_its_bounds_back(a: date, b: date) -> None:
    first, last = min(a, b), max(a, b)
    assert edtf.bounds(edtf.span_of(first, last) or "") == (first, last)


@given(st.text(max_size=40))
def test_no_text_ends_the_run(text: str) -> None:
    edtf.is_edtf(text)


@given(YEARS)
def test_every_year_is_read(year: int) -> None:
    assert edtf.is_edtf(f"{year:04d}")
