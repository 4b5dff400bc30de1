"""Texts cut into pieces, chains laid out, counts drawn."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.origins import Path
from dateline.model import Actor, ActorKind, Polarity, Span
from dateline.serve.web.charts import MOST, bars
from dateline.serve.web.drawing import outside
from dateline.serve.web.graph import drawing
from dateline.serve.web.layers import Mark, differing, pieces

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
NAMES = st.sampled_from(["Moncada", "Xinhua", "Example Wire", "Example Gazette", ""])


@given(st.text(max_size=40), st.lists(st.tuples(SPANS, st.sampled_from("abc")), max_size=8), st.integers(0, 10))
def test_pieces_are_the_text_and_bear_what_lies_over_them(text: str, given: list[tuple[Span, str]], first: int) -> None:
    found = list(pieces(text, [Mark(span, kind) for span, kind in given], first))
    assert "".join(piece.text for piece in found) == text
    at = first
    for piece in found:
        middle = Span(at, at + len(piece.text))
        assert set(piece.kinds) == {kind for span, kind in given if span.start < span.end and span.overlaps(middle)}
        at = middle.end


def test_an_anchor_stands_once_where_its_mark_begins() -> None:
    found = list(pieces("Nicaragua broke ties", [Mark(Span(0, 15), "said", anchor="s"), Mark(Span(10, 15), "event", anchor="e")]))
    assert [(p.text, p.anchors) for p in found] == [("Nicaragua ", ("s",)), ("broke", ("e",)), (" ties", ())]


def test_the_words_that_differ_are_marked_in_order() -> None:
    found = differing("it ends every contact and every treaty", ["every", "", "every treaty"])
    assert [p.text for p in found if p.kinds] == ["every", "every treaty"]


def test_an_empty_text_has_no_pieces() -> None:
    assert list(pieces("", [Mark(Span(0, 3), "said")])) == []


@given(
    st.lists(
        st.tuples(NAMES, st.sampled_from([None, "telegram"]), st.lists(NAMES.filter(bool), max_size=3), NAMES.filter(bool)),
        max_size=8,
    )
)
def test_boxes_never_lie_on_each_other(ways: list[tuple[str, str | None, list[str], str]]) -> None:
    paths = [
        Path("r", outlet, Actor(name, name, ActorKind.PERSON) if name else None, channel, tuple(relays), Polarity.POSITIVE, False)
        for name, channel, relays, outlet in ways
    ]
    found = drawing(paths, {})
    places = [(box.x, box.y) for box in found.boxes]
    assert len(places) == len(set(places))
    assert all(0 < box.x < found.width and 0 < box.y < found.height for box in found.boxes)
    assert {box.kind for box in found.boxes} <= {"speaker", "channel", "relay", "outlet"}


DAYS = st.dates().map(lambda day: day.isoformat())


@given(st.lists(DAYS, max_size=30))
def test_bars_count_every_day_once(days: list[str]) -> None:
    found = bars(Counter(day[:7] for day in days))
    assert sum(bar.n for bar in found.bars) == len(days)
    assert all(bar.since <= bar.until for bar in found.bars)
    assert all(any(bar.since <= day <= bar.until for bar in found.bars) for day in days)


def test_a_long_life_is_drawn_in_few_bars() -> None:
    assert len(bars({"1990-01": 1, "2022-01": 1}).bars) <= MOST


def test_only_addresses_of_the_web_are_followed() -> None:
    assert outside("https://news.example/a?b=c") == "https://news.example/a?b=c"
    for address in (
        None,
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "//x.example",
        "http:",
        "http://[",
        "file:///etc",
    ):
        assert outside(address) is None
