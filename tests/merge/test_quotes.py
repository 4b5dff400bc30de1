from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.merge.world import speaker

from dateline.merge.quotes import QuoteRow, align_quotes
from dateline.model import Attribution, CodedReport, Form, Report, Span


def coded(text: str, **speakers: str) -> CodedReport:
    """A report; ``speakers`` gives for a word of a quotation the name of whoever speaks it."""
    attributions = []
    for word, name in speakers.items():
        start = text.index(word)
        content = Span(max(text.rfind(mark, 0, start) for mark in '"“') + 1, start + 40)
        attributions.append(Attribution(word, (), (), (content,), Form.DIRECT, speaker=speaker(name)))
    return CodedReport(Report(text[:10], text), attributions=tuple(attributions))


def rows(a: str, b: str) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    return [(r.a.of(a), r.b.of(b), r.differences) for r in align_quotes(coded(a), coded(b))]


def test_same_words_in_other_marks_are_the_same() -> None:
    a = 'He said: "The border stays open to all, and it won\'t be closed."'
    b = "“The border stays open to all, and it won’t be closed”, he said."
    (row,) = align_quotes(coded(a), coded(b))
    assert row.same
    assert row.differences == ()


def test_two_translations_differ_in_one_place() -> None:
    a = '"The standing of our republic in the world keeps on growing. It is a victory for all of us," she wrote.'
    b = '"The standing of our republic in the world keeps to becoming greater. It is a victory for all of us," she wrote.'
    assert rows(a, b)[0][2] == (("on growing", "to becoming greater"),)


def test_function_words_between_two_differences_do_not_part_them() -> None:
    a = '"The standing of our republic continues to improve," she wrote.'
    b = '"The standing of our republic continue to get better," she wrote.'
    assert rows(a, b)[0][2] == (("continues to improve", "continue to get better"),)


def test_what_one_runs_together_and_the_other_splits_gives_a_row_for_each() -> None:
    a = '"We recognize the republic from today," she said. "Our embassy will open within a month in the capital," she added.'
    b = '"We recognize the republic from today. Our embassy will open within one month in the capital."'
    assert rows(a, b) == [
        ("We recognize the republic from today", "We recognize the republic from today", ()),
        (
            "Our embassy will open within a month in the capital",
            "Our embassy will open within one month in the capital",
            (("a", "one"),),
        ),
    ]


def test_words_cut_short_are_no_difference() -> None:
    a = '"Our embassy will open within a month in the capital and trade will follow," she said.'
    b = 'She promised that an embassy "will open within a month in the capital".'
    assert rows(a, b) == [("will open within a month in the capital", "will open within a month in the capital", ())]


def test_other_words_are_not_aligned() -> None:
    a = '"We are happy with the decision of the parliament," she said.'
    b = '"The talks on grain and fishing will go on for the rest of the week," he said.'
    assert rows(a, b) == []


def test_one_quotation_given_to_two_speakers_is_flagged() -> None:
    words = "The border stays open to all and trade goes on as before"
    a, b = f'"{words}," said Ana Tull.', f'"{words}," said Oto Brandt.'
    (row,) = align_quotes(coded(a, border="Ana Tull"), coded(b, border="Oto Brandt"))
    assert (row.speaker, row.other_speaker) == ("Ana Tull", "Oto Brandt")


def test_like_words_of_two_speakers_are_two_quotations() -> None:
    a = '"The border stays open to all and trade goes on as before," said Ana Tull.'
    b = '"The border between us should stay closed, while trade could go on under watch," said Oto Brandt.'
    assert align_quotes(coded(a, border="Ana Tull"), coded(b, border="Oto Brandt")) == ()


TRANSLATED = [
    ("The affront to our flag will not remain without a reply", "The insult to our flag shall not stay without an answer"),
    (
        "We ask all sides to abstain from steps that could cause escalation",
        "We call on all parties to refrain from any measure which may lead to escalation",
    ),
    (
        "No court will ever stand above the constitution of this land",
        "Above this country's constitution there will never stand a court",
    ),
]


@pytest.mark.parametrize(("first", "second"), TRANSLATED)
def test_two_translations_of_one_sentence_are_aligned(first: str, second: str) -> None:
    a, b = f'"{first}," said Ana Tull.', f'Ana Tull said: "{second}."'
    (row,) = align_quotes(coded(a, **{first.split()[1]: "Ana Tull"}), coded(b, **{second.split()[1]: "Ana Tull"}))
    assert not row.same
    assert row.other_speaker is None


OTHERS = [
    ("We will not tolerate foreign troops on our coast", "We will not tolerate any delay of the election"),
    ("The border stays closed until the harvest", "The consulate stays open until the summer"),
    ("Our trade with Merrow has doubled in ten years", "Our friendship with Merrow rests on law alone"),
]


@pytest.mark.parametrize(("first", "second"), OTHERS)
def test_two_sentences_of_one_speaker_are_not(first: str, second: str) -> None:
    a, b = f'"{first}," said Ana Tull.', f'Ana Tull said: "{second}."'
    assert align_quotes(coded(a, **{first.split()[1]: "Ana Tull"}), coded(b, **{second.split()[1]: "Ana Tull"})) == ()


@settings(max_examples=60)
@given(st.text(alphabet='ab c."“”’', max_size=60), st.text(alphabet='ab c."“”’', max_size=60))
def test_rows_hold_words_of_both_reports_and_none_twice(a: str, b: str) -> None:
    found = align_quotes(coded(f'"{a}'), coded(f'"{b}'))
    assert disjoint([r.a for r in found])
    assert disjoint([r.b for r in found])
    assert all(row_is_true(row) for row in found)


def disjoint(spans: list[Span]) -> bool:
    return not any(x.overlaps(y) for i, x in enumerate(spans) for y in spans[i + 1 :])


def row_is_true(row: QuoteRow) -> bool:
    return row.same == (not row.differences) and all(left != right for left, right in row.differences)


@pytest.mark.parametrize("size", [200, 2000])
def test_long_nonsense_ends(size: int) -> None:
    text = '"' + "word other " * size + '"'
    assert align_quotes(coded(text), coded(text))
