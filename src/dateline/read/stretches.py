"""What of a report is parsed: whole paragraphs, or the sentences of them that are worth it."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dateline.model import Span
from dateline.read.phrases import data

Sieve = Callable[[str], bool]
"""Tells of a stretch of text whether it is worth parsing."""

SURE_END = re.compile(r"(?<=[a-z]{3})[.?!] +(?=[A-Z][a-z])")
"""Where a sentence surely ends: a stop behind small letters, and a word with a capital behind it."""

WORD = re.compile(r"[^\W\d_]+")
FEWEST_WORDS = 40
"""Shorter texts do not tell their language."""

ENGLISH_SHARE = 0.022
"""Of an English text more words than these are ones that only English has; of others one in a hundred, in names and titles."""


class Stretch(NamedTuple):
    """A stretch of a paragraph that is parsed in one go; ``shown`` is how the parser sees it."""

    span: Span
    shown: str
    paragraph: int


def stretches(
    spans: Sequence[Span], shown: Sequence[str], sieve: Sieve | None, always: Container[int] = ()
) -> tuple[list[Stretch], list[Span]]:
    """What is parsed, in the order of the text, and the sentences that are not; paragraphs that start in ``always`` are."""
    kept: list[Stretch] = []
    left: list[Span] = []
    for number, (span, text) in enumerate(zip(spans, shown, strict=True)):
        if sieve is None or span.start in always:
            kept.append(Stretch(span, text, number))
            continue
        parts = list(sentences(text))
        wanted = [sieve(text[a:b]) for a, b in parts]
        kept.extend(Stretch(within(span, a, b), text[a:b], number) for a, b in runs(parts, wanted))
        left.extend(within(span, a, b) for (a, b), keep in zip(parts, wanted, strict=True) if not keep)
    return kept, left


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph as far as they surely end; the blank between two belongs to none."""
    ends = [(m.end() - len(m.group()) + len(m.group().rstrip()), m.end()) for m in SURE_END.finditer(text)]
    start = 0
    for end, after in ends:
        yield start, end
        start = after
    yield start, len(text)


def runs(parts: Sequence[tuple[int, int]], wanted: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Wanted sentences that stand side by side, as one."""
    bounds = [0, *(i for i, (a, b) in enumerate(pairwise(wanted), 1) if a != b), len(parts)]
    for first, last in pairwise(bounds):
        if first < last and wanted[first]:
            yield parts[first][0], parts[last - 1][1]


def within(span: Span, start: int, end: int) -> Span:
    """A part of a paragraph, counted through the report."""
    return Span(span.start + start, span.start + end)


@cache
def small_words() -> frozenset[str]:
    """The words that only English has so many of."""
    return frozenset(data("english.toml")["words"])


def is_english(text: str) -> bool:
    """Whether a text is English, or too short to tell."""
    found = WORD.findall(text.lower())
    if len(found) < FEWEST_WORDS:
        return True
    return sum(word in small_words() for word in found) >= ENGLISH_SHARE * len(found)
