"""Further questions: what changed between two days, what was announced and is not done, what would follow from an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dateline.model import DateRole, Entry, Layer, Relation, Status
from dateline.register.answers import UNKNOWN, relation_on
from dateline.register.checks import Finding, slot_findings
from dateline.register.counts import Count, recognizers
from dateline.register.derive import Derived
from dateline.register.promises import promises
from dateline.register.register import Register, dated, pair_of
from dateline.register.rules import effects, universes
from dateline.register.slots import Slot
from dateline.register.timeline import timeline
from dateline.register.view import View
from dateline.register.windows import day


@dataclass(frozen=True, slots=True)
class Changed:
    """A relation that stands otherwise on the later day."""

    before: Relation
    after: Relation


@dataclass(frozen=True, slots=True)
class Due:
    """What was announced or agreed and is not told to be done. ``on`` is the day for which it was announced, null where none was;
    ``overdue`` says that it has passed.
    """

    entry: Entry
    now: Relation
    on: str | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class Supposed:
    """What would follow from entries: relations that would stand otherwise, what would not fit, and the counts with their order."""

    entries: tuple[Entry, ...]
    changed: tuple[Changed, ...]
    findings: tuple[Finding, ...]
    counts: tuple[Count, ...]


def changed(register: Register, since: str, until: str, view: View, actor: str | None = None) -> Iterator[Changed]:
    """The relations (of one party, if given) that stand otherwise on the second day than on the first, pair by pair."""
    for found in slots_of(register, view, actor):
        yield from difference(register, found, found, replace(view, on=since), replace(view, on=until))


def slots_of(register: Register, view: View, actor: str | None) -> Iterator[Derived]:
    """What is derived of every slot, or of those of one party."""
    if actor is None:
        yield from register.each(view)
        return
    for other in register.counterparts.get(actor, ()):
        yield from register.derived(actor, other, view).values()


def difference(register: Register, a: Derived, b: Derived, first: View, second: View) -> Iterator[Changed]:
    """How a slot stands in two views, if otherwise."""
    before = relation_on(a, dated(first), register.parties, first)
    after = relation_on(b, dated(second), register.parties, second)
    if key(before) != key(after):
        yield Changed(before, after)


def key(row: Relation) -> tuple[str | None, ...]:
    """What makes two answers the same."""
    return row.relation, row.answer, row.level, row.mode


def due(register: Register, view: View, actor: str | None = None) -> Iterator[Due]:
    """What was announced by the view's day and is not told to be done, the earliest day first."""
    slots = ahead(register, view) if actor is None else slots_of(register, view, actor)
    yield from in_order(d for slot in slots for d in slot_due(register, slot, view))


def in_order(found: Iterable[Due]) -> list[Due]:
    """What is due, the earliest day first."""
    return sorted(found, key=lambda d: (d.on is None, d.on or "", d.entry.id))


def ahead(register: Register, view: View) -> Iterator[Derived]:
    """What is derived of the pairs of which anything is announced: those of which nothing is need not be derived."""
    for (a, b), entries in register.by_pair.items():
        if any(map(announces, entries)):
            yield from register.derived(a, b, view).values()


def announces(entry: Entry) -> bool:
    """Whether an entry may be a plan, or tells of an act with the day on which it was announced or decided."""
    agreed = any(effect.plans for effect in effects().get(entry.act, ()))
    return entry.status is Status.PLANNED or agreed or any(d.role in {DateRole.ANNOUNCED, DateRole.DECIDED} for d in entry.dates)


def slot_due(register: Register, found: Derived, view: View) -> Iterator[Due]:
    """What of one slot is due: plans that are not carried out, and acts of a later day that had been announced by then."""
    on = dated(view)
    row = relation_on(found, on, register.parties, view)
    for entry, promise in promises(found, row, day(on)):
        yield Due(entry, row, promise.on, promise.overdue(day(on)))


def suppose(register: Register, entries: Iterable[Entry], view: View) -> Supposed:
    """What would follow on the view's day if these entries were in the register; nothing is kept."""
    added = tuple(entries)
    then = Register((*register.entries, *added), register.parties, register.rulings)
    changes: list[Changed] = []
    findings: list[Finding] = []
    for a, b in sorted({pair for e in added for pair in touched(then, e)}):
        before, after = register.derived(a, b, view), then.derived(a, b, view)
        for slot, found in after.items():
            changes += difference(then, before.get(slot, nothing(slot)), found, view, view)
            old = {f.message for f in (slot_findings(before[slot]) if slot in before else ())}
            findings += [f for f in slot_findings(found) if f.message not in old]
    return Supposed(added, tuple(changes), tuple(findings), tuple(new_counts(then, added, view)))


def touched(register: Register, entry: Entry) -> Iterator[tuple[str, str]]:
    """The pairs on which an entry bears; the end of a party bears on all of its pairs."""
    yield pair_of(entry.actor, entry.recipient)
    if entry.of_state:
        yield pair_of(entry.actor, entry.of_state)
    if entry.act == "annex":
        yield from (pair_of(entry.recipient, other) for other in register.counterparts.get(entry.recipient, ()))


def nothing(slot: Slot) -> Derived:
    """What is derived of a slot of which nothing is told."""
    return Derived(slot, timeline(()))


def new_counts(register: Register, added: Iterable[Entry], view: View) -> Iterator[Count]:
    """For each party that would be recognized the count in each universe."""
    for entity in sorted({e.recipient for e in added if e.act == "recognize_state"}):
        for universe in universes():
            yield recognizers(register, entity, view=view, universe=universe)


def matrix(register: Register, view: View, layer: Layer = Layer.STATE) -> Iterator[Relation]:
    """How all pairs stand in one layer on the view's day; pairs of which nothing is known are left out."""
    viewed = replace(view, layer=layer)
    for found in register.each(viewed):
        row = relation_on(found, dated(view), register.parties, viewed)
        if row.answer != UNKNOWN:
            yield row
