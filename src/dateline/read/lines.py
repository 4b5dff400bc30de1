"""Lines of a text, and lines that were wrapped by hand joined into paragraphs again; offsets stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dateline.model import Span

LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
BLANK = " \t\u00a0\u200b\u2060\ufeff\u3000\x00"
"""What is trimmed from both ends of a line: white space, and the marks that show nothing."""

WRAP_NARROWEST, WRAP_WIDEST = 40, 110
"""Widths, in characters, between which text was wrapped by hand: from a narrow newspaper column to a wide terminal."""

WRAP_LINES = 3
"""So many neighbouring lines must there be before a text can be told to be wrapped."""

WRAP_SHARE = 0.6
"""So large a share of them must end where the next word would not have fitted."""

BROKEN_LINE = 30
"""A line at least so long that stops without a full stop goes on in a next line that begins with a small letter."""

STOPS = ".!?:;…"
CLOSERS = "\"'”’»)]"


class Line(NamedTuple):
    """One line, trimmed; ``after_blank`` says that an empty line or the text's start stands before it."""

    span: Span
    after_blank: bool
    indented: bool


def lines(text: str) -> Iterator[Line]:
    """The lines that hold anything, in order."""
    after_blank, end_before = True, 0
    for found in LINE.finditer(text):
        line = found.group()
        left = len(line) - len(line.lstrip().lstrip(BLANK).lstrip())
        bare = line.strip().strip(BLANK).strip()
        start = found.start() + left
        gap = sum(1 for _ in BREAK.finditer(text, end_before, found.start()))
        after_blank = after_blank or gap > 1
        end_before = found.end()
        if bare:
            yield Line(Span(start, start + len(bare)), after_blank, 2 <= len(line[:left].expandtabs(4)) <= 8)
        after_blank = not bare


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text: its lines, with those joined that belong together."""
    found = list(lines(text))
    width = wrapped_width(text, found)
    spans: list[Span] = []
    for i, line in enumerate(found):
        if spans and not line.after_blank and continues(text, found[i - 1], line, width):
            spans[-1] = Span(spans[-1].start, line.span.end)
        else:
            spans.append(line.span)
    return tuple(spans)


def continues(text: str, line: Line, after: Line, width: int | None) -> bool:
    """Whether a line goes on in the one after it: wrapped there, or broken in the middle of a sentence."""
    if width is not None:
        return not (after.indented and not line.indented) and not fits(text, line, after, width)
    long_enough = line.span.end - line.span.start >= BROKEN_LINE
    return long_enough and not ends_sentence(line.span.of(text)) and text[after.span.start].islower()


def wrapped_width(text: str, found: Sequence[Line]) -> int | None:
    """The width at which a text was wrapped by hand, or None where each line is a paragraph.

    Wrapping is greedy: a line ends where the next word would not have fitted.
    """
    pairs = [(a, b) for a, b in pairwise(found) if not b.after_blank and (a.indented or not b.indented)]
    if len(pairs) < WRAP_LINES:
        return None
    lengths = sorted(line.span.end - line.span.start for line in found)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.97))]
    if not WRAP_NARROWEST <= width <= WRAP_WIDEST:
        return None
    full = sum(1 for a, b in pairs if not fits(text, a, b, width) and not ends_sentence(a.span.of(text)))
    return width if full >= WRAP_SHARE * len(pairs) else None


def fits(text: str, line: Line, after: Line, width: int) -> bool:
    """Whether the first word of the line after would have fitted on this one."""
    length = line.span.end - line.span.start
    words = text[after.span.start : min(after.span.end, after.span.start + width)].split(maxsplit=1)
    return length + 1 + len(words[0]) <= width


def ends_sentence(line: str) -> bool:
    """Whether a line stops with a mark that ends a sentence, inside closing marks or before them."""
    return line.rstrip(CLOSERS)[-1:] in STOPS if line.rstrip(CLOSERS) else False
