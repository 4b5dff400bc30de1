"""How one slot stands from day to day: the answers for all days, each with the stretch of days for which it is the same.

An answer alters only on the days at which something in its timeline begins, ends or is announced, so that a slot has few of them;
the store keeps them, and what is asked of many slots at once need not be derived again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.model import DateRole, Entry, Relation
from dateline.register.answers import UNKNOWN, relation_on
from dateline.register.changes import announced_on
from dateline.register.derive import Derived, party_end, party_start
from dateline.register.entries import Parties
from dateline.register.promises import Promise, promises
from dateline.register.slots import Slot
from dateline.register.timeline import NO_CAUSE
from dateline.register.view import View
from dateline.register.windows import BEGINNING, END, Window, as_date, window


@dataclass(frozen=True, slots=True)
class Standing:
    """How a slot stands on a day. ``told`` is false where nothing is told of that day; ``first`` are the days in which its relation
    first began, by then, null where it had not; not ``sure`` where it may not have; ``due`` is what is promised and not told done.
    """

    slot: Slot
    relation: Relation
    told: bool
    first: Window | None
    sure: bool
    due: tuple[Promise, ...] = ()


@dataclass(frozen=True, slots=True)
class Spell:
    """A standing with the stretch of days (ordinals, the end excluded) for which it is the same."""

    start: int
    end: int
    standing: Standing


def standing_on(found: Derived, on: str, parties: Parties, view: View) -> Standing:
    """How a slot stands on a day."""
    row = relation_on(found, on, parties, view)
    now = window(on[:10]).last
    first, sure = first_by(found, now)
    due = tuple(promise for _, promise in promises(found, row, now))
    return Standing(found.slot, row, tells(found, row, now), first, sure, due)


def tells(found: Derived, row: Relation, on: int) -> bool:
    """Whether a row says anything: where only a later act lets something follow by rule, nothing is told of the days before."""
    if row.answer != UNKNOWN or found.plans or found.rejected:
        return True
    return not all(c.implied_by and c.window.first > on for c in found.timeline.changes)


def first_by(found: Derived, by: int) -> tuple[Window | None, bool]:
    """When the slot first came into its relation, by a day, and whether it surely did; null where it did not."""
    line, primary = found.timeline, found.slot.primary
    reached = (ws for start, ws in zip(line.starts, line.worlds, strict=True) if start <= by)
    causes = {w.cause for ws in reached for w in ws if w.state == primary} - {NO_CAUSE}
    if not causes:
        return None, False
    ordered = sorted(causes, key=lambda c: line.changes[c].window)
    sure = next((c for c in ordered if line.changes[c].definite), ordered[0])
    return line.changes[sure].window, line.changes[sure].definite


def spells(found: Derived, parties: Parties, view: View) -> Iterator[Spell]:
    """The standings of a slot, from the first day to the last that has a date, neighbours that are the same put together."""
    start, last = 0, None
    for first, end in pairwise((*turns(found, parties), END)):
        on = as_date(first)
        made = standing_on(found, on.isoformat() if on else "", parties, view)
        if last is not None and made != last:
            yield Spell(start, first, last)
        if made != last:
            start, last = first, made
        if end == END and last is not None:
            yield Spell(start, END, last)


def turns(found: Derived, parties: Parties) -> list[int]:
    """The days on which an answer may alter, the calendar's first among them."""
    days = {BEGINNING + 1, *found.timeline.starts}
    for change in (*found.timeline.changes, *found.rejected):
        days.add(change.window.first)
    days |= {day for c in found.timeline.changes for entry in c.entries for day in promised(entry)}
    days |= {announced_on(plan) for plan in found.plans}
    days |= set(lives(found.slot.parties, parties))
    return sorted(day for day in days if BEGINNING < day < END)


def promised(entry: Entry) -> Iterator[int]:
    """The days on which an act was announced or decided."""
    for date in entry.dates:
        if date.role in {DateRole.ANNOUNCED, DateRole.DECIDED} and date.value:
            yield window(date.value).last


def lives(ids: Iterable[str], parties: Parties) -> Iterator[int]:
    """The first day of each party and the day on which it ended."""
    for id in ids:
        party = parties.party(id)
        start, end = party_start(party), party_end(party)
        yield from [start.first] if start else []
        yield from [end.last] if end else []
