"""Lines joined into paragraphs where they were wrapped by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.read.lines import paragraphs_of

SENTENCE = (
    "Atlantis has told the envoys of Lemuria to leave the island by the end of the month and to take the flag with them "
    "because their king had called its republic a province of his own in a speech to the guilds of the old town."
)
WORDS = SENTENCE.removesuffix(".").split()


def wrapped(width: int, indent: str = "") -> str:
    """The words as a terminal would wrap them."""
    rows = [indent]
    for word in WORDS:
        if len(rows[-1]) + 1 + len(word) > width and rows[-1].strip():
            rows.append("")
        rows[-1] += word if not rows[-1].strip() else f" {word}"
    return "\n".join(rows) + "."


def spans(text: str) -> list[str]:
    return [" ".join(s.of(text).split()) for s in paragraphs_of(text)]


@given(st.integers(45, 100))
def test_text_of_any_usual_width_is_joined(width: int) -> None:
    assert spans(wrapped(width) + "\n\n" + wrapped(width)) == [SENTENCE, SENTENCE]


def test_an_indented_line_begins_a_paragraph() -> None:
    for indent in ("   ", "\t"):
        assert spans(wrapped(60, indent) + "\n" + wrapped(60, indent)) == [SENTENCE, SENTENCE]


def test_a_title_above_wrapped_text_stays_apart() -> None:
    assert spans("Atlantis Sends Envoys Home\n" + wrapped(70))[0] == "Atlantis Sends Envoys Home"


@given(st.text(alphabet="ab .\n\r\t\x0b\u2028", max_size=200))
def test_paragraphs_are_trimmed_ordered_and_lose_no_letter(text: str) -> None:
    found = paragraphs_of(text)
    assert all(s.of(text) == s.of(text).strip() != "" for s in found)
    assert [s.start for s in found] == sorted(s.start for s in found)
    assert sum(s.of(text).count("a") for s in found) == text.count("a")
