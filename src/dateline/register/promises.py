"""What of a slot is promised and not told to be done: plans that are not carried out, and acts announced for a later day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Entry, Relation
from dateline.register.answers import YES, due_on, holds_already, told_before
from dateline.register.changes import announced_on
from dateline.register.derive import Derived
from dateline.register.windows import window


@dataclass(frozen=True, slots=True)
class Promise:
    """An entry's id with the day for which it promises something, null where it names none; ``last`` (an ordinal) is the last day
    on which it is not overdue, null where that cannot be told.
    """

    entry: str
    on: str | None
    last: int | None = None

    def overdue(self, on: int) -> bool:
        """Whether its day has passed."""
        return self.last is not None and self.last < on


def promises(found: Derived, row: Relation, on: int) -> Iterator[tuple[Entry, Promise]]:
    """What is promised in a slot on a day (an ordinal) on which it stands as the row says, each with its entry."""
    for plan in found.plans:
        if announced_on(plan) <= on and not done(found, plan, row, on):
            days = window(due_on(plan))
            yield plan, Promise(plan.id, due_on(plan), days.last if days.dated else None)
    for change in found.timeline.changes:
        if change.window.first > on and not change.implied_by:
            yield from ((entry, Promise(entry.id, entry.valid)) for entry in change.entries if told_before(entry, on))


def done(found: Derived, plan: Entry, row: Relation, on: int) -> bool:
    """Whether a plan is carried out: what it would bring about stands, or the act is told since it was announced."""
    since = announced_on(plan)
    told = any(
        c.effect.act == plan.act and since <= c.window.last and c.window.first <= on and c.definite for c in found.timeline.changes
    )
    return told or (row.answer == YES and holds_already(plan, row))
