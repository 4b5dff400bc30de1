"""Text → words, figures and marks, with their places; linear in the text, independent of the parser's tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass

LEXEME = re.compile(r"['’]s(?![^\W_])|[^\W\d_]+|[0-9]+|\S")
"""A possessive ending, a run of letters, a run of figures, or any other mark. Each begins otherwise: nothing is tried twice."""
FOLDED = {"’": "'", "‘": "'", "’s": "'s", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-"}


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one paragraph: lower case, apostrophes and dashes folded, with their places in the report's text."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    date_order: str = "mdy"

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, i: int) -> bool:
        """Whether nothing stands between a word and the one before it."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]

    def word(self, i: int) -> str:
        """A word; "^" before the first and "$" after the last."""
        if i < 0:
            return "^"
        return self.words[i] if i < len(self.words) else "$"

    def capital(self, i: int) -> bool:
        """Whether a word is written with a capital."""
        return self.text[self.starts[i]].isupper()


def lex(text: str, start: int, end: int, date_order: str = "mdy") -> Line:
    """The words of a stretch of the text."""
    found = [(m.group(), m.start(), m.end()) for m in LEXEME.finditer(text, start, end)]
    words = tuple(FOLDED.get(word, word) if not word.isascii() else word.lower() for word, _, _ in found)
    return Line(
        text,
        tuple(word if word.isascii() else word.lower() for word in words),
        tuple(s for _, s, _ in found),
        tuple(e for _, _, e in found),
        date_order,
    )
