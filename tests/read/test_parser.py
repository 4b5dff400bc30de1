"""What the reading stage takes out of the model is what the model itself says, token by token."""

from __future__ import annotations

from time import process_time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.read import Reader
from dateline.read.parser import RawToken
from dateline.samples import sample_reports

WORDS = st.sampled_from(
    [
        "Fiji", "Suva", "the", "Kona", "Mr.", "said", "ain't", "gonna", "let's", "there", "is", "that", "You", "it", "me", "on",
        "Monday", "$5", "million", "U.S.", "2014.", "(", ")", '"', "“", "”", ",", ".", "?", "signs", "got", "do", "did", "who",
    ]
)  # fmt: skip


def as_the_model_says(reader: Reader, text: str) -> list[tuple[str, ...]]:
    """The words of a text as spaCy's own components annotate them."""
    doc, _ = reader.parser._prepared(text)
    for _, pipe in reader.parser._language.pipeline:
        doc = pipe(doc)
    return [(t.lemma_, t.tag_, t.pos_, t.dep_, str(t.head.i), t.ent_type_, str(t.i == 0 or t.is_sent_start)) for t in doc]


def told(tokens: list[RawToken]) -> list[tuple[str, ...]]:
    """The same of our tokens."""
    return [(t.lemma, t.tag, t.pos, t.dep, str(t.head), t.entity, str(t.sentence_start)) for t in tokens]


def test_samples_are_annotated_as_the_model_does(reader: Reader) -> None:
    texts = [line for report in sample_reports() for line in report.text.splitlines() if line.strip()]
    for text, tokens in zip(texts, reader.parser.parse(texts), strict=True):
        assert told(tokens) == as_the_model_says(reader, text)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=1, max_size=25))
def test_any_words_are_annotated_as_the_model_does(reader: Reader, words: list[str]) -> None:
    text = " ".join(words)
    assert told(next(reader.parser.parse([text]))) == as_the_model_says(reader, text)


def test_texts_come_back_in_their_order_whatever_their_number(reader: Reader) -> None:
    texts = [f"Fiji signed treaty number {k}." for k in range(300)]
    parsed = list(reader.parser.parse(texts))
    assert [tokens[-2].text for tokens in parsed] == [str(k) for k in range(300)]


def test_a_text_without_words_has_no_tokens(reader: Reader) -> None:
    assert list(map(bool, reader.parser.parse(["", "Fiji agreed.", "\u200b"]))) == [False, True, False]


def test_names_without_end_are_annotated_as_the_model_does(reader: Reader) -> None:
    """An article before a quotation mark opens a name for the model, here at every other word: none is walked twice."""
    text = 'The " ' * 60 + "Bank of the " * 30
    assert told(next(reader.parser.parse([text]))) == as_the_model_says(reader, text)


def test_names_without_end_take_time_linear_in_their_length(reader: Reader) -> None:
    def seconds(n: int) -> float:
        start = process_time()
        list(reader.parser.parse(['The " ' * n]))
        return process_time() - start

    seconds(10)
    assert seconds(2400) < 8 * seconds(600) + 0.1
