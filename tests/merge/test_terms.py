"""The words of a term, with the marks that belong to them and without those of others."""

from __future__ import annotations

import pytest

from dateline.merge.terms import within_marks
from dateline.model import Span


@pytest.mark.parametrize(
    ("text", "found", "term"),
    [
        ("to 'free' the ex-Soviet country again", "free' the ex-Soviet country", "the ex-Soviet country"),
        ("the so-called 'independence' of it", "so-called 'independence", "so-called 'independence'"),
        ('the "republic" itself', '"republic"', '"republic"'),
        ("the United States' ally said", "the United States' ally", "the United States' ally"),
        ("Abkhazia’s leaders said", "Abkhazia’s leaders", "Abkhazia’s leaders"),
        ("Georgia", "Georgia", "Georgia"),
    ],
)
def test_marks_of_quotations_stay_with_their_words(text: str, found: str, term: str) -> None:
    start = text.index(found)
    assert within_marks(Span(start, start + len(found)), text).of(text) == term
