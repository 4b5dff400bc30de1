"""The scorer: a table of features with their weights, which can explain itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.merge import datings, features
from dateline.merge.findings import Finding, people
from dateline.merge.signature import Signature

Feature = Callable[[Signature, Signature], Finding | None]

FEATURES: tuple[tuple[str, Feature, float], ...] = (
    ("act", features.act, 2.0),
    ("parties", features.parties, 3.0),
    ("status", features.status, 2.0),
    ("dates", datings.dates, 3.0),
    ("persons", people, 1.0),
    ("place", features.place, 1.0),
    ("thing", features.kind_of_thing, 1.0),
    ("numbers", features.numbers, 0.5),
    ("words", features.wording, 1.0),
)
"""Name, feature and weight. The weights put what an act is (act, parties, date, status) before what a report says beside it;
they are set by hand and held by the tests of pairs that must and must not be one.
"""

THRESHOLD = 0.5
"""The least mean score at which two mentions are one event. Same act, parties and status alone reach .7; dates that speak against
it bring them below, and words or persons that speak for it back again.
"""


@dataclass(frozen=True, slots=True)
class Score:
    """The weighted mean of what the features say, and how they say it; ``total`` is null after a veto."""

    total: float | None
    findings: tuple[tuple[str, Finding], ...]

    def __str__(self) -> str:
        said = ", ".join(f"{name} {finding.score:+.1f} ({finding.reason})" for name, finding in self.findings)
        return f"{said}: {'no' if self.total is None else f'{self.total:.2f}'}"


def score(a: Signature, b: Signature) -> Score:
    """How likely two mentions are one event, and why; it stops at the first veto."""
    found: list[tuple[str, Finding]] = []
    total = weights = 0.0
    for name, feature, weight in FEATURES:
        finding = feature(a, b)
        if finding is None:
            continue
        found.append((name, finding))
        if finding.veto:
            return Score(None, tuple(found))
        total, weights = total + weight * finding.score, weights + weight
    return Score(round(total / weights, 6), tuple(found))
