from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.model import DateRole, EventDate, Span, default_date, record_id


def test_ids_do_not_collide_over_joined_parts() -> None:
    assert record_id("x", "ab", "c") != record_id("x", "a", "bc") != record_id("x", "abc")


@given(st.lists(st.text() | st.integers() | st.none()))
def test_ids_are_url_safe_and_stable(parts: list[str | int | None]) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]+", record_id("kind", *parts))
    assert record_id("kind", *parts) == record_id("kind", *parts)


def test_spans_know_what_they_cover() -> None:
    assert Span(2, 4).of("abcdef") == "cd"
    assert Span(0, 5).covers(Span(2, 5))
    assert not Span(0, 2).overlaps(Span(2, 4))


def test_the_default_date_prefers_what_happened() -> None:
    announced = EventDate(DateRole.ANNOUNCED, "2024-05-22", "said so")
    effective = EventDate(DateRole.EFFECTIVE, "2024-05-28", "said so")
    open_ = EventDate(DateRole.HAPPENED, None, "no expression")
    assert default_date((announced, effective, open_)) == "2024-05-28"
    assert default_date(()) is None
