"""From where the register is looked at: what was known and recorded by when, whose word counts, by which policy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.edtf import is_edtf
from dateline.model import Entry, Layer, Ruling, RulingKind, UsageError
from dateline.register.entries import known_day
from dateline.register.policies import DEFAULT, policy_named
from dateline.register.windows import day


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The terms of a question; null where they set no bound. ``recorded_by`` is a moment, the others are days."""

    on: str | None = None
    known_by: str | None = None
    recorded_by: str | None = None
    according_to: str | None = None
    layer: Layer | None = None
    policy: str = DEFAULT

    def checked(self) -> View:
        """The same view, once its days and its policy have been found to exist; else a :class:`UsageError`."""
        policy_named(self.policy)
        for value in (self.on, self.known_by):
            if value is not None and not is_edtf(value[:10]):
                raise UsageError(f"{value!r} is no day (YYYY-MM-DD)")
        return self


@dataclass(frozen=True, slots=True)
class Visible:
    """The entries that count, and those among them that a user lets decide."""

    entries: tuple[Entry, ...]
    deciding: frozenset[str]


def visible(entries: Iterable[Entry], rulings: Iterable[Ruling], view: View) -> Visible:
    """The entries that count in a view, each once, in the order of their ids."""
    found: dict[str, Entry] = {}
    for entry in entries:
        known = found.get(entry.id)
        found[entry.id] = entry if known is None else earliest(known, entry)
    standing = in_force(rulings, view)
    dropped = withdrawn(standing)
    kept = tuple(found[id] for id in sorted(found) if id not in dropped and counts(found[id], view))
    return Visible(kept, frozenset(r.on for r in standing if r.kind is RulingKind.DECIDE))


def withdrawn(standing: Iterable[Ruling]) -> dict[str, Ruling]:
    """Of rulings in force those that take an entry out, by the entry: an outlet took it back, or a user holds it to be wrong."""
    return {r.on: r for r in standing if r.kind in {RulingKind.RETRACT, RulingKind.WRONG}}


def earliest(a: Entry, b: Entry) -> Entry:
    """One entry that came in twice, recorded when it first came in."""
    times = [t for t in (a.recorded, b.recorded) if t]
    chosen = min(a, b, key=lambda e: (e.recorded or "", e.event or "", e.standing, e.note))
    return replace(chosen, recorded=min(times, default=None))


def counts(entry: Entry, view: View) -> bool:
    """Whether an entry was known and recorded by then, and is told by whom the view asks."""
    if view.known_by is not None and known_day(entry) > day(view.known_by):
        return False
    if view.recorded_by is not None and (entry.recorded or "") > view.recorded_by:
        return False
    return view.according_to is None or view.according_to.casefold() in voices(entry)


def voices(entry: Entry) -> frozenset[str]:
    """By which names the voice behind an entry can be asked for: the speaker, the party spoken for, the report or table."""
    names = (entry.according_to, entry.principal, *(e.ref for e in entry.evidence))
    return frozenset(name.casefold() for name in names if name)


def in_force(rulings: Iterable[Ruling], view: View) -> tuple[Ruling, ...]:
    """The rulings that count in a view: made by then, and not undone."""
    made = {r.id: r for r in rulings if ruled_by(r, view)}
    undone = {r.on for r in made.values() if r.kind is RulingKind.UNDO and not is_undone(r, made.values())}
    return tuple(r for id, r in sorted(made.items()) if id not in undone and r.kind is not RulingKind.UNDO)


def is_undone(ruling: Ruling, others: Iterable[Ruling]) -> bool:
    """Whether a ruling is taken back by another."""
    return any(r.kind is RulingKind.UNDO and r.on == ruling.id for r in others)


def ruled_by(ruling: Ruling, view: View) -> bool:
    """Whether a ruling was made by then; what an outlet takes back counts from the day on which it does."""
    if view.recorded_by is not None and (ruling.recorded or "") > view.recorded_by:
        return False
    bound = ruling.kind is RulingKind.RETRACT and view.known_by is not None and ruling.known is not None
    return not bound or day(ruling.known or "") <= day(view.known_by or "")
