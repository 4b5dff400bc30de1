"""A source of gold is found where the right speaker says the right words."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from dateline.model import Actor, ActorKind, Attribution, CodedReport, Form, Report, Span
from dateline.pipeline import Pipeline
from dateline.score.names import Names
from dateline.score.speakers import holds, tally_sources

TEXT = "Rome will stay out, Ada Lund said. The bridge is ours, Jo Berg said."


@pytest.fixture(scope="module")
def names(pipeline: Pipeline) -> Names:
    return Names(pipeline.catalogue)


def said(words: str, speaker: str, role: str | None = None) -> Attribution:
    """An attribution of words of the text to a person."""
    start = TEXT.index(words)
    actor = Actor(speaker, speaker, ActorKind.PERSON, role=role)
    return Attribution(words, (), (), (Span(start, start + len(words)),), Form.INDIRECT, speaker=actor)


@pytest.mark.parametrize(
    ("speaker", "quote", "counted"),
    [
        ("Ada Lund (Norway)", "will stay out", (1, 1)),
        ("Ada Lund", "The bridge is ours", (1, 0)),  # said by somebody else
        ("Norwegian envoy", "Rome will stay out", (1, 1)),  # by office
        ("Jo Berg; Ada Lund", "Rome will stay", (1, 1)),
        ("Kari Dahl", "Rome will stay out", (0, 0)),
    ],
)
def test_speaker_and_words_count_together(names: Names, speaker: str, quote: str, counted: tuple[int, int]) -> None:
    found = (said("Rome will stay out", "Ada Lund", "envoy of Norway"), said("The bridge is ours", "Jo Berg"))
    row: dict[str, Any] = {"id": "1", "sources": [{"speaker": speaker, "quote": quote}]}
    counts: Counter[str] = Counter()
    tally_sources(row, CodedReport(Report(id="1", text=TEXT), attributions=found), names, counts, [])
    assert (counts["speakers named"], counts["speakers found"]) == counted


def test_a_content_holds_most_of_a_quotation() -> None:
    assert holds("Rome will stay out forever", said("Rome will stay out", "Ada Lund"), TEXT)
    assert not holds("Rome will not leave the old pact", said("Rome will stay out", "Ada Lund"), TEXT)
