"""How sure the record is of an event, and whether a person is asked about it."""

from __future__ import annotations

from dateline.model import Event
from dateline.register.entries import touches

URGENT = frozenset({"date", "severity", "direction", "membership", "scope", "status", "number", "count", "ordinal"})
"""Kinds of disagreement that a person can decide; wordings and terms only differ."""
DOUBTFUL = 0.5
"""How sure the record must be of an event for it not to wait for a person."""
DISPUTED, UNANSWERED = 0.8, 0.9
"""What is left of an event's sureness after a disagreement, and where no principal asserts it."""


def sureness(event: Event) -> float:
    """How sure the record is of an event, from 0 to 1: as its best mention is coded, less for each disagreement that a person can
    decide, less where nobody answers for it.
    """
    unanswered = 1.0 if event.counts.principals else UNANSWERED
    return round(event.confidence * unanswered * DISPUTED ** sum(each.kind in URGENT for each in event.disagreements), 3)


def urgent(event: Event) -> bool:
    """Whether an event's reports differ in what a person can decide."""
    return any(each.kind in URGENT for each in event.disagreements)


def waits(event: Event) -> bool:
    """Whether a person is asked about an event: the register would be another if it were otherwise, and the record is not sure."""
    return touches(event.act) and (urgent(event) or sureness(event) < DOUBTFUL)
