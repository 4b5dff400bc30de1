"""Which of many spans hold another one: asked for every word of a report, so it must not look through them all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from dateline.model import Span

T = TypeVar("T")
BLOCK = 512
"""Characters of a block; a span is kept under each block that it touches."""


class Covering(Generic[T]):
    """Spans, each with what it stands for, in the order in which they were given."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self.blocks: dict[int, list[tuple[Span, T]]] = {}
        for span, item in items:
            for block in range(span.start // BLOCK, max(span.start, span.end - 1) // BLOCK + 1):
                self.blocks.setdefault(block, []).append((span, item))

    def over(self, span: Span) -> list[tuple[Span, T]]:
        """The spans that hold this one, with what they stand for."""
        return [(found, item) for found, item in self.blocks.get(span.start // BLOCK, ()) if found.covers(span)]

    def holds(self, span: Span) -> bool:
        """Whether any of the spans holds this one."""
        return any(found.covers(span) for found, _ in self.blocks.get(span.start // BLOCK, ()))
