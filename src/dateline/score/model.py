"""What scoring gives back, and how precision, recall and F1 are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Failure:
    """One place where dateline and the gold differ."""

    id: str
    kind: str  # missed, false, or what was wrong: date, status, country, …
    expected: str
    got: str
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one task on one gold file; shares between 0 and 1, or None where the gold cannot give them."""

    task: str
    gold: str
    n: int
    precision: float | None
    recall: float | None
    f1: float | None
    by: Mapping[str, Mapping[str, float | int]] = field(default_factory=dict)
    seconds: float = 0.0
    failures: tuple[Failure, ...] = ()


def ratio(part: float, whole: float) -> float:
    """The share of a whole, 0 where there is none."""
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of precision and recall."""
    return ratio(2 * precision * recall, precision + recall)


def prf(right: float, predicted: float, gold: float) -> dict[str, float]:
    """Precision, recall and F1 from counts."""
    precision, recall = ratio(right, predicted), ratio(right, gold)
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall)}
