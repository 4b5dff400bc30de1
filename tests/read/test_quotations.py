"""Quotation marks paired: each kind, nested, over paragraphs, never closed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Quotation, Span
from dateline.read import quotations as module
from dateline.read.lines import paragraphs_of
from dateline.read.quotations import quotations


def pairs(text: str) -> list[tuple[int, str]]:
    """Depth and inner words of each quotation."""
    return [(q.depth, q.inner.of(text)) for q in quotations(text, paragraphs_of(text))]


def flags(text: str) -> list[tuple[str, bool, bool]]:
    return [(q.inner.of(text), q.closed, q.continued) for q in quotations(text, paragraphs_of(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"We go," said Kona. "We stay."', ["We go,", "We stay."]),
        ("“We go,” said Kona. “We stay.”", ["We go,", "We stay."]),
        ('“We go," said Kona. "We stay.”', ["We go,", "We stay."]),
        ("``We go,'' said Kona. ``We stay.''", ["We go,", "We stay."]),
        ("He is ''strong'' and ''wise'' they say", ["strong", "wise"]),
        ("« Nous partons », dit Kona", [" Nous partons "]),
        ("„Wir gehen“, sagte Kona. ”Vi går”, sa hon", ["Wir gehen", "Vi går"]),
        ("‘We go,’ said Kona. ‘It’s time.’", ["We go,", "It’s time."]),
        ("'We go,' said Kona. 'It's time.'", ["We go,", "It's time."]),
        ('" We go , " said Kona . " We stay . "', [" We go , ", " We stay . "]),
        ('the "self-proclaimed "republic" of Mu', ["self-proclaimed", "republic"]),
        ('He waited 5\'10" there. "Good," he said', ["Good,"]),
        ("the envoys' house in the '90s wasn't theirs", []),
        ("rock 'n' roll, says the mom 's friend", []),
    ],
)
def test_marks_of_each_kind(text: str, wanted: list[str]) -> None:
    assert [words for _, words in pairs(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("\"They call it 'independence' there,\" he said", [(0, "They call it 'independence' there,"), (1, "independence")]),
        ("“He said ‘no’ and the workers’ rights,” she said", [(0, "He said ‘no’ and the workers’ rights,"), (1, "no")]),
        ("“He said “no” to me,” she said", [(0, "He said “no” to me,"), (1, "no")]),
        ("« Il a dit “non” », dit-elle", [(0, " Il a dit “non” "), (1, "non")]),
    ],
)
def test_marks_within_marks(text: str, wanted: list[tuple[int, str]]) -> None:
    assert pairs(text) == wanted


def test_a_quotation_that_opens_again_in_each_paragraph() -> None:
    text = '"We leave today.\n"We do not come back.\n"Farewell," said Kona.'
    assert flags(text) == [("We leave today.", False, True), ("We do not come back.", False, True), ("Farewell,", True, False)]


def test_a_quotation_that_no_paragraph_opens_again() -> None:
    text = '"We leave today.\nWe do not come back.\nFarewell," said Kona.\n"Yes," she said.'
    assert flags(text) == [
        ("We leave today.", False, True),
        ("We do not come back.", False, True),
        ("Farewell,", True, False),
        ("Yes,", True, False),
    ]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = 'Kona said: "We leave today.\nNobody answered.\nThe house was "empty" then.'
    assert flags(text) == [("We leave today.", False, False), ("empty", True, False)]


MARKS = st.text(alphabet="\"'“”‘’«»`„ \nab.,", max_size=80)


@given(MARKS)
def test_quotations_give_back_their_words_and_nest(text: str) -> None:
    spans = paragraphs_of(text)
    found = quotations(text, spans)
    for q in found:
        assert q.outer.covers(q.inner)
        assert any(p.covers(q.outer) for p in spans)
    for a, b in pairwise(found):
        assert b.outer.start >= a.outer.end or a.outer.covers(b.outer)
    assert all(isinstance(q, Quotation) for q in found)


def test_work_grows_with_the_text_and_no_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each mark is looked at a bounded number of times, however long the nonsense."""
    calls = 0
    closes = module.closes

    def counted(*args: object) -> bool:
        nonlocal calls
        calls += 1
        return closes(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "closes", counted)
    for size in (1_000, 10_000):
        calls = 0
        text = "“'\"« " * size
        quotations(text, [Span(0, len(text))])
        assert calls <= 4 * size
