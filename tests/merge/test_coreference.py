from __future__ import annotations

import re

from dateline.merge.coreference import Document, classes, corefer, sayings
from dateline.model import Report, Span
from dateline.read import Reader


def marked(reader: Reader, id: str, text: str) -> Document:
    """A text whose mentions stand in brackets: "Police [arrested] Kern"."""
    plain, spans = "", []
    for part in re.split(r"(\[[^\]]*\])", text):
        words = part.strip("[]")
        if part.startswith("["):
            spans.append(Span(len(plain), len(plain) + len(words)))
        plain += words
    return Document(next(reader.read_many([Report(id, plain)])), tuple(spans))


def together(reader: Reader, *texts: str) -> list[list[str]]:
    """The mentions' words, put together by event."""
    documents = {f"r{i}": marked(reader, f"r{i}", text) for i, text in enumerate(texts)}
    return [[span.of(documents[id].reading.report.text) for id, span in ids] for ids in corefer(documents.values())]


def test_one_head_word_is_one_event(reader: Reader) -> None:
    assert together(reader, "Police [arrested] Jon Kern on Monday.", "Jon Kern's [arrest] came on Monday.") == [
        ["arrested", "arrest"]
    ]


def test_words_for_one_kind_of_happening_are_one_event(reader: Reader) -> None:
    """ "opened fire" and "shooting" share a class, "arrested" is in none of theirs."""
    a = "A man [opened fire] at a party in Lund."
    b = "Police [arrested] a man after the [shooting] at a party in Lund."
    assert together(reader, a, b) == [["opened fire", "shooting"], ["arrested"]]


def test_sayings_of_two_speakers_are_two(reader: Reader) -> None:
    a = "Minister Ida Kern [said] that the talks failed."
    b = "Envoy Oto Brandt [said] that the talks failed."
    c = "Kern [said] that the talks failed."
    assert together(reader, a, b, c) == [["said", "said"], ["said"]]


def test_nothing_gives_nothing(reader: Reader) -> None:
    assert together(reader) == []
    assert together(reader, "No mention is marked here.") == []


def test_classes_and_sayings_hold_base_forms() -> None:
    assert classes()["arrest"] & classes()["captur"]
    assert "say" in sayings()
