"""The words of a register line: bare words, quoted strings, and the marks ``;`` and ``,``."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

WORD = re.compile(r'"(?:[^"\\]|\\.)*"|[;,]|[^\s;,"]+|"')
PLAIN = re.compile(r'[^\s;,"#]+')


class LineError(ValueError):
    """Why a line cannot be read; caught where lines are read, and told as a problem with its place."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word; ``quoted`` words are never keywords or marks."""

    text: str
    quoted: bool = False


def split(line: str) -> tuple[Word, ...]:
    """The words of a line; a ``#`` at a word's beginning opens a comment."""
    words = []
    for match in WORD.finditer(line):
        raw = match.group()
        if raw.startswith("#"):
            break
        words.append(Word(unquoted(raw), quoted=True) if raw.startswith('"') else Word(raw))
    return tuple(words)


def unquoted(raw: str) -> str:
    """The text of a quoted string."""
    try:
        text = json.loads(raw, strict=False)
    except json.JSONDecodeError as error:
        raise LineError(f"the quotation {raw[:40]} is not closed, or breaks off a \\ escape") from error
    return str(text)


def quoted(text: str) -> str:
    """The text between quotation marks, on one line whatever it holds."""
    # json leaves the separators of lines beyond ASCII as they are, at which str.splitlines would part a file
    made = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() or c == " " else "".join(f"\\u{ord(u):04x}" for u in utf16(c)) for c in made)


def utf16(char: str) -> str:
    """The character as the one or two halves (UTF-16) by which a JSON escape can name it."""
    raw = char.encode("utf-16-be", "surrogatepass")
    return "".join(chr(raw[i] << 8 | raw[i + 1]) for i in range(0, len(raw), 2))


def bare(text: str, keywords: frozenset[str] = frozenset()) -> str:
    """The text as one word: as it is where it can stand so, else quoted."""
    plain = PLAIN.fullmatch(text) is not None and text.isprintable() and text not in keywords
    return text if plain else quoted(text)


def phrase(text: str, keywords: frozenset[str]) -> str:
    """The text as several words ("Denis Pushilin"): as it is where it can stand so, else quoted."""
    parts = text.split(" ")
    return text if all(bare(part, keywords) == part for part in parts) else quoted(text)


class Cursor:
    """Reads words from left to right; asking for what is not there raises a :class:`LineError` that says what was wanted."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.at = 0

    @property
    def more(self) -> bool:
        """Whether there is a word left."""
        return self.at < len(self.words)

    @property
    def quoted(self) -> bool:
        """Whether the next word stands between quotation marks."""
        return self.more and self.words[self.at].quoted

    def peek(self, *texts: str) -> bool:
        """Whether the next words are these, unquoted."""
        ahead = self.words[self.at : self.at + len(texts)]
        return len(ahead) == len(texts) and all(w.text == t and not w.quoted for w, t in zip(ahead, texts, strict=True))

    def take(self, *texts: str) -> bool:
        """Whether the next words are these; if so, they are passed."""
        found = self.peek(*texts)
        self.at += len(texts) if found else 0
        return found

    def next(self, wanted: str) -> str:
        """The next word's text."""
        if not self.more or self.peek(";") or self.peek(","):
            raise LineError(f"{wanted} is missing")
        self.at += 1
        return self.words[self.at - 1].text

    def phrase(self, keywords: frozenset[str], wanted: str) -> str:
        """One quoted string, or bare words up to the next keyword or mark."""
        if self.quoted:
            return self.next(wanted)
        parts = [self.next(wanted)]
        while self.more and not self.quoted and self.words[self.at].text not in keywords | {";", ","}:
            parts.append(self.next(wanted))
        return " ".join(parts)
