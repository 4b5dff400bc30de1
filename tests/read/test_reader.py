"""The reading stage as a whole: sentences, offsets, order, and what it bears."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import Reading, Report, SectionKind
from dateline.read import Reader
from dateline.read.draft import LONGEST_PIECE, LONGEST_TEXT, prepare


def sentences(reading: Reading) -> list[str]:
    return [s.span.of(reading.report.text) for s in reading.sentences]


def check(reading: Reading) -> None:
    """What holds of every reading."""
    text = reading.report.text
    for i, token in enumerate(reading.tokens):
        assert token.i == i
        assert token.text == text[token.start : token.end] != ""
        assert reading.tokens[token.head].sentence == token.sentence
    assert [t.start for t in reading.tokens] == sorted(t.start for t in reading.tokens)
    edges = [0, *(s.last for s in reading.sentences)]
    assert [s.first for s in reading.sentences] == edges[:-1]
    assert edges[-1] == len(reading.tokens)
    for sentence in reading.sentences:
        assert reading.paragraphs[sentence.paragraph].covers(sentence.span)
        assert sentence.kind is not SectionKind.BOILERPLATE


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It left in 2014.Lemuria stayed.", ["It left in 2014.", "Lemuria stayed."]),
        (
            "Gen. Kona met U.S. President J. Doe on Nov. 12. He left.",
            ["Gen. Kona met U.S. President J. Doe on Nov. 12.", "He left."],
        ),
        ('"Will they come back?" asked the envoy. Nobody knew.', ['"Will they come back?" asked the envoy.', "Nobody knew."]),
        ('"Never!" Ambassador Kona said. He left.', ['"Never!" Ambassador Kona said.', "He left."]),
        (
            'He said: "We recognize Mu. We will not leave." Then he went.',
            ['He said: "We recognize Mu.', 'We will not leave."', "Then he went."],
        ),
        ("The note cites Art. 45 and No. 5 of the list.", ["The note cites Art. 45 and No. 5 of the list."]),
    ],
)
def test_sentences(reader: Reader, text: str, wanted: list[str]) -> None:
    assert sentences(reader.read(Report("r", text))) == wanted


def test_a_sentence_never_runs_over_a_paragraph_and_the_lead_is_parsed_apart(reader: Reader) -> None:
    reading = reader.read(Report("r", "Atlantis Leaves Mu\nJAKARTA - Atlantis has left Mu\nand its neighbours today.\n\nMu stays"))
    assert [s.kind.value for s in reading.sentences] == ["title", "dateline", "body", "body"]
    assert reading.report.place == "Jakarta"
    subject = next(t for t in reading.tokens if t.dep == "nsubj" and t.sentence == 2)
    assert (subject.text, reading.tokens[subject.head].text) == ("Atlantis", "left")


def test_a_headline_in_title_case_is_parsed_as_a_sentence(reader: Reader) -> None:
    reading = reader.read(Report("r", "Atlantis Recognizes Independence Of Lemuria\nIt did so on Monday, the ministry said."))
    verb = next(t for t in reading.tokens if t.text == "Recognizes")
    assert (verb.lemma, verb.pos, verb.head) == ("recognize", "VERB", verb.i)
    assert next(t for t in reading.tokens if t.text == "Independence").dep == "dobj"


def test_boilerplate_is_not_parsed(reader: Reader) -> None:
    reading = reader.read(Report("r", "Atlantis has left Mu.\nRead more:\nMu mourns its envoys\nThe envoys were sad."))
    assert sentences(reading) == ["Atlantis has left Mu.", "The envoys were sad."]


def test_many_reports_come_back_in_order_and_as_if_read_alone(reader: Reader) -> None:
    reports = [Report(str(i), f"Envoy {i} left Mu.\nHe said: “I am number {i}.”" * (i % 3)) for i in range(7)]
    together = list(reader.read_many(iter(reports)))
    assert [r.report.id for r in together] == [r.id for r in reports]
    assert together == [reader.read(r) for r in reports]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \r\n",
        "\x00",
        "a\x00b\ud800c said \udfff.",
        "(" * 500,
        '"' * 300,
        "x" * 3000,
        "\ufeff\u200b",
        "😀" * 300,
        ". " * 300,
        "A\u2028B\u2029C",
    ],
)
def test_hostile_text_is_borne(reader: Reader, text: str) -> None:
    check(reader.read(Report("r", text)))


def test_a_text_beyond_the_limit_is_a_problem_and_is_read_up_to_it() -> None:
    draft = prepare(Report("r", "The envoy left. " * (LONGEST_TEXT // 8)))
    (problem,) = draft.problems
    assert (problem.code, problem.start) == ("text_too_long", LONGEST_TEXT)
    assert draft.paragraphs[-1].end <= LONGEST_TEXT
    assert max(p.end - p.start for p in draft.paragraphs) <= LONGEST_PIECE
    assert sum(p.end - p.start for p in draft.paragraphs) > 0.9 * LONGEST_TEXT


def test_paragraphs_in_another_language_are_kept_and_marked_and_not_parsed(reader: Reader) -> None:
    spanish = "El ministerio dijo el martes que había llamado a su embajador en Perú y que las conversaciones seguirían."
    reading = reader.read(Report("r", f"Chile recalled its envoy from Peru on Tuesday.\n\n{spanish}\n\nPeru did not comment."))
    (problem,) = reading.problems
    assert (problem.code, problem.message) == ("other_language", "1 of 3 paragraphs are kept, and not coded: es")
    assert [span.of(reading.report.text) for span in reading.skipped] == [spanish]
    assert len(reading.sentences) == 2


def test_another_language_is_a_problem(reader: Reader) -> None:
    assert [p.code for p in reader.read(Report("r", "L'ambassadeur part.", language="fr")).problems] == ["other_language"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from(" \n\r\t.,;:!?\"'“”‘’«»()-–_ab AB1é\u00ad\ud800\x00"), max_size=120))
def test_every_span_gives_back_its_words(reader: Reader, text: str) -> None:
    check(reader.read(Report("r", text)))
