"""Things asked for by their place: what lies over a place and what inside of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.spans import Spans
from dateline.model import Span

PLACES = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(PLACES, max_size=20), PLACES)
def test_an_index_finds_what_a_look_through_all_finds(spans: list[Span], place: Span) -> None:
    index = Spans.of((span, k) for k, span in enumerate(spans))
    assert {k for _, k in index.over(place)} == {k for k, span in enumerate(spans) if span.covers(place)}
    assert set(index.inside(place)) == {k for k, span in enumerate(spans) if place.covers(span)}


def test_an_empty_index_finds_nothing() -> None:
    index: Spans[int] = Spans.of(())
    assert not list(index.over(Span(0, 1)))
    assert not index.inside(Span(0, 9))
