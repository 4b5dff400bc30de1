"""What a feature says of a pair of mentions, and what several features ask: the persons, and how far words are shared."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.merge.families import family
from dateline.merge.parties import same_person
from dateline.merge.signature import Signature
from dateline.model import Status

FACT = frozenset({Status.HAPPENED, Status.ONGOING})
"""What a mention must be to tell of a fact."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one feature says of a pair."""

    score: float
    reason: str
    veto: bool = False


def veto(reason: str) -> Finding:
    """That they cannot be one event."""
    return Finding(-1.0, reason, veto=True)


def people(a: Signature, b: Signature) -> Finding | None:
    """Whether the same persons act for their parties, where both name some."""
    shared = {party for party, _ in a.persons} & {party for party, _ in b.persons}
    if not shared:
        return None
    of_a, of_b = ([n for p, n in s.persons if p in shared] for s in (a, b))
    if any(same_person(x, y) for x in of_a for y in of_b):
        return Finding(1.0, "same persons")
    if family(a.act).persons:
        return veto(f"{', '.join(of_a)} is not {', '.join(of_b)}")
    return Finding(-0.3, "other persons of the same parties")


def common(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter one's words that the other has too."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
