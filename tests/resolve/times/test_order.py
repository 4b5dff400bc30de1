"""In which order days in figures are read: the text's own, the outlet's, the address's, the setting's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Reading, Report, Span
from dateline.resolve.times import bind_times, find_times
from dateline.resolve.times.order import by_address, date_order, orders


@pytest.mark.parametrize(
    ("text", "fields", "order", "values"),
    [
        ("Signed on 7/8/22.", {}, "mdy", ["2022-07-08"]),
        ("Signed on 7/8/22.", {}, "dmy", ["2022-08-07"]),
        ("Signed on 7/8/22, ratified on 13/9/22.", {}, "mdy", ["2022-08-07", "2022-09-13"]),
        ("Signed on 7/8/22, ratified on 9/13/22.", {}, "dmy", ["2022-07-08", "2022-09-13"]),
        ("Signed on 7/8/22.", {"outlet": "BBC News"}, "mdy", ["2022-08-07"]),
        ("Signed on 7/8/22.", {"outlet": "Associated Press"}, "dmy", ["2022-07-08"]),
        ("Signed on 7/8/22.", {"url": "https://www.example.co.uk/news/1"}, "mdy", ["2022-08-07"]),
        ("Signed on 7/8/22.", {"url": "https://history.example.gov/1"}, "dmy", ["2022-07-08"]),
        ("Signed on 7/8/22.", {"url": "https://example.com/1"}, "dmy", ["2022-08-07"]),
        ("Signed on 7/13/22 in Suva.", {}, "dmy", ["2022-07-13"]),
        ("Signed on 13.07.2022, closed on 2022-07-14.", {}, "mdy", ["2022-07-13", "2022-07-14"]),
    ],
)
def test_days_in_figures(text: str, fields: dict[str, str], order: str, values: list[str]) -> None:
    reading = Reading(Report("r", text, published="2022-10-01", **fields), (), (Span(0, len(text)),), (), ())
    assert [m.value for m in bind_times(reading, find_times(reading, order))] == values


def test_every_listed_order_is_one() -> None:
    assert {order for rows in orders().values() for order in rows.values()} == {"mdy", "dmy"}


@given(st.text(), st.text())
def test_no_text_and_no_address_raises(text: str, url: str) -> None:
    assert date_order(Report("r", text, url=url), "mdy") in {"mdy", "dmy"}


def test_a_broken_address_says_nothing() -> None:
    assert by_address("https://[") is None
