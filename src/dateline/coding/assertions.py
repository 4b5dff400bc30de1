"""Who says that an act was done: the attributions whose content covers it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.status import Factuality
from dateline.model import Assertion, Attribution, Certainty, Polarity, Span


def assertions(predicate: Span, standing: Factuality, attributions: Sequence[Attribution]) -> tuple[Assertion, ...]:
    """What is said of an act: by the innermost attribution that covers the predicate, by those who answer it, and by the outlet
    where nobody else speaks of it or where it calls a claim false itself.
    """
    inner = innermost(predicate, attributions)
    if inner is None:
        return (Assertion(None, standing.polarity, Certainty.CERTAIN, standing.presupposed),)
    certainty = inner.certainty if not standing.presupposed else Certainty.CERTAIN
    own = Assertion(inner.id, standing.polarity, certainty, standing.presupposed)
    refuted = (Assertion(None, contrary(standing.polarity)),) if inner.refuted else ()
    return (own, *refuted, *(answer(a, inner, standing) for a in attributions if answers(a, inner, predicate)))


def contrary(polarity: Polarity) -> Polarity:
    """The other polarity."""
    return Polarity.NEGATIVE if polarity is Polarity.POSITIVE else Polarity.POSITIVE


def answers(other: Attribution, inner: Attribution, predicate: Span) -> bool:
    """Whether another attribution takes up the very words of the innermost, to deny or to confirm them."""
    return other.id != inner.id and any(s.covers(predicate) and s in inner.content for s in other.content)


def answer(other: Attribution, inner: Attribution, standing: Factuality) -> Assertion:
    """What an answer says of an act: the contrary where one of the two denies it and the other does not."""
    polarity = standing.polarity if other.polarity is inner.polarity else contrary(standing.polarity)
    return Assertion(other.id, polarity, other.certainty)


def innermost(predicate: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution with the shortest content that covers the predicate."""
    covering = [(s.end - s.start, k) for k, a in enumerate(attributions) for s in a.content if s.covers(predicate)]
    return attributions[min(covering)[1]] if covering else None
