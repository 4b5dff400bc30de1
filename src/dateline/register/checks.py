"""What does not fit together: expectations that fail, dates and words that contradict each other, acts that cannot have been."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.model import Entry, Layer, Relation
from dateline.register.answers import NO, UNKNOWN, YES
from dateline.register.changes import Change, is_holding
from dateline.register.counts import recognizers
from dateline.register.derive import Derived
from dateline.register.ledger import Expectation
from dateline.register.register import Register
from dateline.register.rules import ABSENT
from dateline.register.timeline import NO_CAUSE, UNTOLD
from dateline.register.view import View
from dateline.register.windows import BEGINNING, printed, window

HEADING_YEARS = re.compile(r"(?:,| in) ([12][0-9]{3})(?: ?[-–&] ?([0-9]{2}|[12][0-9]{3}))?\.?$")
"""The years with which the heading of a row ends."""
CONTRADICTS = "contradicts heading"
"""How a table marks a row whose source contradicts itself."""


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values that stand against each other, with the entries that give it."""

    value: str
    entries: tuple[str, ...]
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not fit. Kinds: ``expectation``, ``date``, ``status`` (asserted, denied; or ended, and told to
    stand), ``severity`` (suspended, severed on one day), ``repeated`` (begun again without an end), ``presupposition`` (ended
    without having been), ``heading`` (a table's row whose date and own heading contradict each other).
    """

    kind: str
    layer: Layer
    from_: str
    to: str
    message: str
    values: tuple[Value, ...] = ()
    where: str = ""


def check(register: Register, view: View, expectations: Iterable[Expectation] = ()) -> Iterator[Finding]:
    """Every finding: failed expectations in their order, then what does not fit, pair by pair."""
    for expected in expectations:
        yield from failed(register, expected)
    for found in register.each(view):
        yield from slot_findings(found)


# --------------------------------------------------------------------------- expectations


def failed(register: Register, expected: Expectation) -> Iterator[Finding]:
    """The finding of an expectation that the register does not meet; none of one that it meets."""
    told = told_count(register, expected) if expected.count is not None else told_relation(register, expected)
    wanted = str(expected.count) if expected.count is not None else expected.answer
    if told != wanted:
        what = expected.relation or "count"
        message = f"{what} on {expected.view.on}: expected {wanted}, the register says {told}"
        layer = expected.view.layer or Layer.STATE
        yield Finding("expectation", layer, expected.from_, expected.to, message, (), expected.where)


def told_count(register: Register, expected: Expectation) -> str:
    """The count that the register gives."""
    party = register.id_of(expected.from_, expected.view.on)
    layer = expected.view.layer or Layer.STATE
    return str(recognizers(register, party, view=expected.view, universe=expected.universe, layer=layer).n)


def told_relation(register: Register, expected: Expectation) -> str:
    """The answer that the register gives to whether a relation holds."""
    from_, to = (register.id_of(p, expected.view.on) for p in (expected.from_, expected.to))
    rows = [
        row
        for row in register.relations(from_, to, view=expected.view)
        if (row.from_, row.to) == (from_, to) or row.layer is Layer.RELATIONS
        if expected.of in {"", row.of_state}
    ]
    answers = [answer_to(row, expected.relation) for row in rows]
    return YES if YES in answers else (NO if NO in answers else UNKNOWN)


def answer_to(row: Relation, relation: str) -> str:
    """Whether a relation holds, by the row of its layer: severed means not established."""
    if row.relation == relation:
        return row.answer
    return NO if row.answer == YES else UNKNOWN


# --------------------------------------------------------------------------- what does not fit


def slot_findings(found: Derived) -> Iterator[Finding]:
    """What does not fit in one slot."""
    told = [c for c in found.timeline.changes if not c.implied_by and not c.becomes]
    for change in told:
        yield from date_findings(change)
        yield from heading_findings(change)
        yield from idle_findings(found, change)
        yield from held_findings(change, told)
    for change in (*told, *found.rejected):
        yield from status_findings(change)
    yield from severity_findings(found, [*told, *found.rejected])


def finding(kind: str, change: Change, message: str, values: tuple[Value, ...]) -> Finding:
    """A finding about one change."""
    slot = change.slot
    return Finding(kind, slot.layer, slot.from_, slot.to, f"{change.effect.act}: {message}", values)


def date_findings(change: Change) -> Iterator[Finding]:
    """The days of one change, where no day would fit all who tell of it."""
    days: dict[str, list[Entry]] = {}
    for entry in change.entries:
        if entry.valid is not None and not change.window.overlaps(window(entry.valid)):
            days.setdefault(entry.valid, []).append(entry)
    if days:
        days[change.value or ""] = [e for e in change.entries if change.window.overlaps(window(e.valid))]
        values = tuple(value(day, days[day]) for day in sorted(days))
        yield finding("date", change, " or ".join(sorted(days)), values)


def heading_findings(change: Change) -> Iterator[Finding]:
    """The rows of tables that contradict themselves: the date lies outside of the years with which the heading ends, or the table
    itself says so.
    """
    for entry in change.entries:
        if any(e.kind == "table" for e in entry.evidence) and (CONTRADICTS in entry.note or outside_heading(entry)):
            yield finding("heading", change, f"{entry.valid}, but {entry.note}", (value(entry.valid or "", [entry]),))


def outside_heading(entry: Entry) -> bool:
    """Whether an entry's date lies outside of the years with which its heading ends: "…, 1990-91.", "…, 1824 & 1853."."""
    match = HEADING_YEARS.search(entry.note)
    if match is None or entry.valid is None:
        return False
    first = match[1]
    last = first[: 4 - len(match[2] or first)] + (match[2] or first)
    told = window(entry.valid)
    return not told.overlaps(window(f"{first}/{max(first, last)}"))


def status_findings(change: Change) -> Iterator[Finding]:
    """A change that some assert and others deny."""
    if change.denials:
        values = (value("asserted", change.entries), value("denied", change.denials))
        yield finding("status", change, "asserted by some, denied by others", values)


def severity_findings(found: Derived, told: list[Change]) -> Iterator[Finding]:
    """Two acts of different weight that are told of the same day, where one is likely to be meant by both."""
    for i, one in enumerate(told):
        for other in told[i + 1 :]:
            same = one.window == other.window and one.window.dated and one.state != other.state
            if same and found.slot.primary not in {one.state, other.state}:
                values = (value(one.effect.act, one.entries), value(other.effect.act, other.entries))
                yield finding("severity", one, f"or {other.effect.act}, on {printed(one.window)}", values)


def idle_findings(found: Derived, change: Change) -> Iterator[Finding]:
    """A change that finds already there what it brings about, or not there what it ends."""
    if change.holds or change.window.first <= BEGINNING or change.effect.keeps:
        return
    before = told_before(found, change.window.first - 1)
    if before == {change.state} and change.effect.first and not again(found, change):
        message = f"told of {change.value}, although it held before"
        yield finding("repeated", change, message, (value(change.value or "", change.entries),))
    elif change.effect.before and UNTOLD not in before and not stood(change, before):
        message = f"told of {change.value}, although before it stood: {', '.join(sorted(before))}"
        yield finding("presupposition", change, message, (value(change.value or "", change.entries),))


def held_findings(change: Change, told: Iterable[Change]) -> Iterator[Finding]:
    """What is told to stand ("reaffirmed its recognition") after it was told to have ended, and not to have begun again."""
    earlier = [c for c in told if c is not change and c.window.last < change.window.last]
    last = max(earlier, key=lambda c: c.window.last, default=None)
    if last is not None and last.state != change.state and all(map(is_holding, change.entries)):
        values = (value(last.effect.act, last.entries), value(change.effect.act, change.entries))
        yield finding("status", change, f"told to stand on {change.value}, after {last.effect.act}, told of {last.value}", values)


def told_before(found: Derived, on: int) -> frozenset[str]:
    """The relations that are told for a day; what only follows by rule counts as untold."""
    changes = found.timeline.changes
    worlds = found.timeline.at(on)
    return frozenset(UNTOLD if w.cause != NO_CAUSE and changes[w.cause].implied_by else w.state for w in worlds)


def again(found: Derived, change: Change) -> bool:
    """Whether a repeated act is one of its own: de jure after de facto."""
    modes = {c.quality for c in found.timeline.changes if c.state == change.state and c.window.last < change.window.first}
    return change.quality is not None and change.quality not in modes


def stood(change: Change, before: frozenset[str]) -> bool:
    """Whether what the change takes for granted may have stood; a rupture may be declared by each side."""
    if change.effect.before == ABSENT:
        return before != {change.slot.primary}
    return change.effect.before in before or change.state in before


def value(name: str, entries: Iterable[Entry]) -> Value:
    """A value with who gives it."""
    found = sorted(entries, key=lambda e: e.id)
    voices = {e.according_to or e.principal or next((p.ref for p in e.evidence), "") for e in found}
    return Value(name, tuple(e.id for e in found), tuple(sorted(voices)))
