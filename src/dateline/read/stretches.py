"""What of a report is parsed: whole paragraphs, or the sentences of them that are worth it."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from dateline.model import Span
from dateline.read.context import Part, with_context
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
    if sieve is None:
        return [Stretch(span, text, number) for number, (span, text) in enumerate(zip(spans, shown, strict=True))], []
    parts = [part for n, text in enumerate(shown) for part in parts_of(n, text, None if spans[n].start in always else sieve)]
    wanted = with_context(parts)
    left = [within(spans[p.paragraph], p.start, p.end) for p, keep in zip(parts, wanted, strict=True) if not keep]
    return list(runs(spans, shown, parts, wanted)), left


def parts_of(number: int, text: str, sieve: Sieve | None) -> Iterator[Part]:
    """The sentences of a paragraph; without a sieve it is wanted whole."""
    bounds = sentences(text) if sieve else [(0, len(text))]
    return (Part(number, a, b, text[a:b], sieve is None or sieve(text[a:b])) for a, b in bounds)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph as far as they surely end; the blank between two belongs to none."""
    ends = [(m.end() - len(m.group()) + len(m.group().rstrip()), m.end()) for m in SURE_END.finditer(text)]
    start = 0
    for end, after in ends:
        yield start, end
        start = after
    yield start, len(text)


def runs(spans: Sequence[Span], shown: Sequence[str], parts: Sequence[Part], wanted: Sequence[bool]) -> Iterator[Stretch]:
    """Wanted sentences that stand side by side in a paragraph, as one."""
    for (number, keep), group in groupby(zip(parts, wanted, strict=True), key=lambda each: (each[0].paragraph, each[1])):
        if keep:
            row = [part for part, _ in group]
            start, end = row[0].start, row[-1].end
            yield Stretch(within(spans[number], start, end), shown[number][start:end], number)


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
