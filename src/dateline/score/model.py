"""What scoring gives back, and how precision, recall and F1 are made."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

ROUNDS = 1000
"""How often documents are drawn anew for an interval."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One place where dateline and the gold differ."""

    id: str
    kind: str  # missed, false, or what was wrong: date, status, country, …
    expected: str
    got: str
    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """What one document adds to a figure: how much is right, of how much coded, of how much in gold."""

    right: float
    coded: float
    gold: float


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
    units: tuple[Unit, ...] = ()  # a document each, so that intervals can be drawn
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


def interval(units: tuple[Unit, ...], *, only_recall: bool = False, seed: int = 1) -> tuple[float, float]:
    """The middle 95 % of F1 (or of recall) when the documents are drawn anew, with replacement, a thousand times.

    A gain inside the interval is no gain. The seed is fixed, so that the page stays the same.
    """
    draw = random.Random(seed)  # noqa: S311  no secret hangs on it
    figures = sorted(figure(draw.choices(units, k=len(units)), only_recall) for _ in range(ROUNDS)) if units else [0.0]
    return figures[int(0.025 * len(figures))], figures[int(0.975 * (len(figures) - 1))]


def figure(units: list[Unit], only_recall: bool) -> float:
    """F1, or recall, over some documents."""
    right, coded, gold = (sum(getattr(u, name) for u in units) for name in ("right", "coded", "gold"))
    return ratio(right, gold) if only_recall else prf(right, coded, gold)["f1"]
