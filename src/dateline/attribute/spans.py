"""Stretches of tokens as spans: joined, trimmed, cut."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from dateline.model import Span, Token

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Things by the spans at which they stand, found by overlap without looking at all of them."""

    def __init__(self, placed: Iterable[tuple[Span, T]]) -> None:
        self._placed = sorted(placed, key=lambda pair: pair[0])
        self._starts = [span.start for span, _ in self._placed]
        self._longest = max((span.end - span.start for span, _ in self._placed), default=0)

    def over(self, span: Span) -> list[T]:
        """The things whose spans share a code point with this one, in the order of the text."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        return [thing for place, thing in self._placed[first:last] if place.end > span.start]


EDGE = frozenset(",.;:!?-–—…()[]")
"""What a span never begins or ends with; quotation marks stay, since they are part of the words that they enclose."""


def trimmed(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without punctuation at either end."""
    first, last = 0, len(tokens)
    while first < last and is_edge(tokens[first]):
        first += 1
    while last > first and is_edge(tokens[last - 1]):
        last -= 1
    return tokens[first:last]


def is_edge(token: Token) -> bool:
    """Whether a token is punctuation other than a quotation mark."""
    return all(c in EDGE for c in token.text)


def spans_of(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The spans of the tokens, one for each unbroken run, trimmed; none for punctuation alone."""
    runs: list[list[Token]] = []
    numbered = {token.i: token for token in tokens}
    for token in map(numbered.__getitem__, sorted(numbered)):
        if runs and token.i == runs[-1][-1].i + 1 and token.sentence - runs[-1][-1].sentence in (0, 1):
            runs[-1].append(token)
        else:
            runs.append([token])
    cut = [trimmed(run) for run in runs]
    return tuple(Span(run[0].start, run[-1].end) for run in cut if run)


def covers(spans: Iterable[Span], inner: Span) -> bool:
    """Whether one of the spans covers the inner one."""
    return any(span.covers(inner) for span in spans)


def bounds(spans: Sequence[Span]) -> Span:
    """From the first start to the last end."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def cut(spans: Iterable[Span], hole: Span) -> tuple[Span, ...]:
    """The spans without a stretch that lies in one of them."""
    pieces = [p for s in spans for p in ((Span(s.start, hole.start), Span(hole.end, s.end)) if s.covers(hole) else (s,))]
    return tuple(p for p in pieces if p.end - p.start > 1)
