"""Who says that an act was done: the attributions whose content covers it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.status import Factuality
from dateline.model import Assertion, Attribution, Certainty, Span


def assertions(predicate: Span, standing: Factuality, attributions: Sequence[Attribution]) -> tuple[Assertion, ...]:
    """One assertion for the innermost attribution that covers the predicate; the outlet's own where none does."""
    inner = innermost(predicate, attributions)
    if inner is None:
        return (Assertion(None, standing.polarity, Certainty.CERTAIN, standing.presupposed),)
    certainty = inner.certainty if not standing.presupposed else Certainty.CERTAIN
    return (Assertion(inner.id, standing.polarity, certainty, standing.presupposed),)


def innermost(predicate: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution with the shortest content that covers the predicate."""
    covering = [(s.end - s.start, k) for k, a in enumerate(attributions) for s in a.content if s.covers(predicate)]
    return attributions[min(covering)[1]] if covering else None
