"""Quotation marks paired."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Quotation, Span


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations of a text, in order."""
    return ()
