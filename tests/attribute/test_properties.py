"""What must always hold: spans give back words, parents exist and make no circle, no input raises."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import Attribution, Report
from dateline.pipeline import Pipeline

WORDS = (
    "Rome said |the envoy told Reuters |that |“we agree,” |according to TASS|, |. |\n|citing |AFP reported |he added|: |"
    "denied that talks failed|on Telegram |\"|''|’|—|SMITH: |quoted as saying |reportedly |it was announced |KCNA |who |(|)|5 May |"
    "…|in a letter |\u2028|ﬃ|\x00"
)
PIECES = st.sampled_from(WORDS.split("|"))


def check(found: tuple[Attribution, ...], text: str) -> None:
    """Everything that must hold of the attributions of one report."""
    by_id = {a.id: a for a in found}
    for a in found:
        assert a.content
        for span in (*a.source, *a.cue, *a.content, *filter(None, [a.said_time])):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip()
        seen: set[str] = set()
        at: Attribution | None = a
        while at is not None and at.parent:
            assert at.parent in by_id
            assert at.id not in seen
            seen.add(at.id)
            at = by_id[at.parent]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=25).map("".join))
def test_spans_and_parents_hold_for_scrambled_reports(attribute: Any, text: str) -> None:
    check(attribute(text), text)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_no_text_raises(attribute: Any, text: str) -> None:
    check(attribute(text), text)


NOISE = ('"', "“", "''", ":", "said ", "A: ", "(", "citing ", 'The " ', "said he that said ", "was told and ")


@pytest.mark.parametrize("mark", NOISE)
def test_long_nonsense_is_read_in_time(attribute: Any, mark: str) -> None:
    text = mark * 3000
    check(attribute(text), text)


@pytest.mark.parametrize("words", ["said he that said ", "The said ", "he said the “The ( ", "asked who had told him "])
def test_cues_within_cues_take_time_linear_in_the_report(pipeline: Pipeline, words: str) -> None:
    """However deep a parse nests them: eight times the words take about eight times as long."""

    def seconds(n: int) -> float:
        resolution = pipeline.resolver.resolve(pipeline.thorough_reader.read(Report("r", words * n)))
        start = process_time()
        pipeline.attributor.attribute(resolution)
        return process_time() - start

    assert seconds(800) < 20 * seconds(100) + 0.3


def test_the_same_report_gives_the_same_attributions(attribute: Any) -> None:
    text = "AFP said Rome had denied that “talks” failed. “No,” the envoy said."
    assert attribute(text) == attribute(text)
