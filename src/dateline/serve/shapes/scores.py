"""``dateline score --json``."""

from __future__ import annotations

from dateline.score import Score
from dateline.serve.shapes.base import Rounded, Shape


class FailureShape(Shape):
    """One place where dateline and the gold differ."""

    id: str
    kind: str
    expected: str
    got: str
    text: str


class ScoreShape(Shape):
    """The figures of one task on one gold file; shares between 0 and 1, null where the gold cannot give them."""

    task: str
    gold: str
    n: int
    precision: Rounded | None
    recall: Rounded | None
    f1: Rounded | None
    by: dict[str, dict[str, Rounded | int]]
    seconds: Rounded
    failures: list[FailureShape] | None

    @classmethod
    def of(cls, score: Score, errors: bool) -> ScoreShape:
        """The shape of a score; its failures only where they are asked for."""
        failures = [FailureShape(id=f.id, kind=f.kind, expected=f.expected, got=f.got, text=f.text) for f in score.failures]
        return cls(
            task=score.task,
            gold=score.gold,
            n=score.n,
            precision=score.precision,
            recall=score.recall,
            f1=score.f1,
            by={name: dict(figures) for name, figures in sorted(score.by.items())},
            seconds=score.seconds,
            failures=failures if errors else None,
        )
