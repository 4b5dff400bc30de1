"""Things with places in a text, asked for by place without looking through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from dateline.model import Attribution, Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spans(Generic[T]):
    """Things in the order of their places; ``reach`` holds, for each, how far it and those before it go at most."""

    spans: Sequence[Span]
    things: Sequence[T]
    starts: Sequence[int]
    reach: Sequence[int]

    @classmethod
    def of(cls, pairs: Iterable[tuple[Span, T]]) -> Spans[T]:
        """The index of some things with their places; of one place in the order given."""
        ordered = sorted(pairs, key=lambda p: p[0])
        spans = [span for span, _ in ordered]
        return cls(spans, [thing for _, thing in ordered], [s.start for s in spans], list(accumulate((s.end for s in spans), max)))

    def over(self, place: Span) -> Iterator[tuple[Span, T]]:
        """The things whose place covers another one, the latest first."""
        for k in range(bisect_right(self.starts, place.start) - 1, -1, -1):
            if self.reach[k] < place.end:
                return
            if self.spans[k].end >= place.end:
                yield self.spans[k], self.things[k]

    def inside(self, place: Span) -> list[T]:
        """The things whose place lies inside of another one, in order."""
        found = range(bisect_left(self.starts, place.start), bisect_left(self.starts, place.end))
        return [self.things[k] for k in found if self.spans[k].end <= place.end]


def sayings(attributions: Sequence[Attribution]) -> Spans[tuple[int, Attribution]]:
    """The attributions with their numbers, by what is said in them."""
    return Spans.of((span, (k, a)) for k, a in enumerate(attributions) for span in a.content)
