"""Who says that an act was done: the attributions whose content covers it."""

from __future__ import annotations

from dateline.coding.spans import Spans
from dateline.coding.status import Factuality
from dateline.model import Assertion, Attribution, Certainty, Polarity, Span

Sayings = Spans[tuple[int, Attribution]]
"""The attributions of a report with their numbers, by what is said in them."""


def assertions(predicate: Span, standing: Factuality, sayings: Sayings) -> tuple[Assertion, ...]:
    """What is said of an act: by the innermost attribution that covers the predicate, by those who answer it, and by the outlet
    where nobody else speaks of it or where it calls a claim false itself.
    """
    inner = innermost(predicate, sayings)
    if inner is None:
        return (Assertion(None, standing.polarity, Certainty.CERTAIN, standing.presupposed),)
    certainty = inner.certainty if not standing.presupposed else Certainty.CERTAIN
    own = Assertion(inner.id, standing.polarity, certainty, standing.presupposed)
    refuted = (Assertion(None, contrary(standing.polarity)),) if inner.refuted else ()
    return (own, *refuted, *(answer(a, inner, standing) for a in answers(inner, predicate, sayings)))


def contrary(polarity: Polarity) -> Polarity:
    """The other polarity."""
    return Polarity.NEGATIVE if polarity is Polarity.POSITIVE else Polarity.POSITIVE


def answers(inner: Attribution, predicate: Span, sayings: Sayings) -> list[Attribution]:
    """The other attributions that take up the very words of the innermost, to deny or to confirm them."""
    others = {k: a for span, (k, a) in sayings.over(predicate) if a.id != inner.id and span in inner.content}
    return [others[k] for k in sorted(others)]


def answer(other: Attribution, inner: Attribution, standing: Factuality) -> Assertion:
    """What an answer says of an act: the contrary where one of the two denies it and the other does not."""
    polarity = standing.polarity if other.polarity is inner.polarity else contrary(standing.polarity)
    return Assertion(other.id, polarity, other.certainty)


def innermost(predicate: Span, sayings: Sayings) -> Attribution | None:
    """The attribution with the shortest content that covers the predicate, the first of several."""
    covering = [(span.end - span.start, k, a) for span, (k, a) in sayings.over(predicate)]
    return min(covering, key=lambda c: c[:2])[2] if covering else None
