"""What the changes of one slot make of it day by day: every course of things that they leave possible.

A change of which only a window of days is known may fall on any of them, a doubtful one may not have happened at all. The
courses ("worlds") are followed side by side; on a day on which all agree the answer is yes or no, else it is unknown.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dateline.register.changes import Change
from dateline.register.rules import ABSENT
from dateline.register.windows import BEGINNING, END, Window

UNTOLD = "?"
"""Nothing is said of it."""
NO_CAUSE = -1
MOST_OPEN = 6
"""How many changes with open windows are followed at a time; beyond that, the others may or may not happen in theirs."""


class Basis(NamedTuple):
    """A mission that tells by rule of a relation, and the day by which it did."""

    mission: str
    by: int


class World(NamedTuple):
    """One possible course: the relation, what began it, the level or mode, and the changes that lie behind it."""

    state: str
    cause: int
    quality: str | None
    done: frozenset[int]
    basis: Basis | None = None  # the mission from whose standing it follows by rule; null for what is told


@dataclass(frozen=True, slots=True)
class Timeline:
    """The worlds from day to day. ``starts`` rise; ``worlds[i]`` holds from ``starts[i]`` to the day before the next start."""

    changes: tuple[Change, ...]
    starts: tuple[int, ...]
    worlds: tuple[frozenset[World], ...]
    ended_by: tuple[tuple[int, int], ...]  # (cause, the change that ended what it began)

    def at(self, on: int) -> frozenset[World]:
        """The worlds of a day."""
        return self.worlds[max(0, bisect_right(self.starts, on) - 1)]

    def states(self, on: int) -> frozenset[str]:
        """The relations that are possible on a day."""
        return frozenset(world.state for world in self.at(on))

    def since(self, causes: Iterable[int]) -> Window | None:
        """When what these changes began did begin; null where it was so from the beginning."""
        windows = [self.changes[c].window for c in causes if c != NO_CAUSE]
        return Window(min(w.first for w in windows), max(w.last for w in windows)) if windows else None

    def until(self, causes: Iterable[int]) -> Window | None:
        """When what these changes began did end; null where it has not."""
        wanted = set(causes)
        windows = [self.changes[end].window for cause, end in self.ended_by if cause in wanted]
        return Window(min(w.first for w in windows), max(w.last for w in windows)) if windows else None


def timeline(changes: Sequence[Change], born: int = BEGINNING) -> Timeline:
    """The timeline of one slot's judged changes; what is told as standing, and what an act takes for granted, fills its gaps. On
    the day ``born`` its parties began, so that an undated beginning is no earlier.
    """
    plain = sorted((clipped(c, born) for c in changes if not c.holds), key=lambda c: c.key)
    found = simulate(plain)
    for strong in (True, False):
        for told in sorted((c for c in changes if c.holds and c.weak is not strong), key=lambda c: (c.window.last, c.key)):
            found = filled(found, told, born)
    for change in plain:
        if grants(change):
            found = filled(found, presupposed(change), born)
    return found


def grants(change: Change) -> bool:
    """Whether a change tells what stood before it: what only follows by rule does not, nor what is doubtful."""
    told = change.definite and not change.becomes and not change.implied_by
    return told and bool(change.effect.before) and (change.effect.keeps or change.window.first > BEGINNING)


def presupposed(change: Change) -> Change:
    """What a change takes for granted, on the day before its first; what it leaves as it is, at the latest by its last."""
    day = change.window.first - 1 if change.window.first > BEGINNING else change.window.last
    window = Window(BEGINNING, day)
    ground = change.effect.ground or f"{change.effect.act} takes for granted that it stood before"
    root = change.implied_by or min(e.id for e in change.entries)
    return replace(
        change, window=window, value=None, holds=True, weak=True, implied_by=root, becomes=change.effect.before, ground=ground,
        until=None, quality=None if change.effect.layer == "state" else change.quality, disputed=False,
    )  # fmt: skip


def clipped(change: Change, born: int) -> Change:
    """The change, begun no earlier than its parties where it is an undated beginning."""
    days = change.window
    if not change.effect.first or change.becomes or days.first > BEGINNING or born > days.last:
        return change
    return replace(change, window=Window(born, days.last))


def filled(found: Timeline, told: Change, born: int = BEGINNING) -> Timeline:
    """The timeline with what is told to stand on a day, where it does not say so itself; it began since what was there before."""
    day = told.window.last
    if day >= END:
        return found
    worlds = found.at(day)
    if all(w.state == told.state for w in worlds):
        return found
    if told.weak and any(w.state != UNTOLD for w in worlds):
        return found
    lows = [found.changes[w.cause].window.last + 1 if w.cause != NO_CAUSE else born for w in worlds]
    began = replace(told, window=Window(min(max(lows), day), day), holds=False)
    return simulate(sorted((*found.changes, began), key=lambda c: c.key))


def initial(changes: Sequence[Change]) -> str:
    """The relation before anything happened: none yet where the first thing told is a dated beginning, else untold."""
    if not changes:
        return UNTOLD
    first = min(changes, key=lambda c: (c.window.first, c.window.last))
    return ABSENT if first.effect.first and not first.becomes and first.window.first > BEGINNING else UNTOLD


def simulate(changes: Sequence[Change]) -> Timeline:
    """The worlds that the changes make, followed from the beginning."""
    worlds = frozenset({World(initial(changes), NO_CAUSE, None, frozenset())})
    followed = follow(changes)
    starts, found = [BEGINNING], [worlds]
    ends: set[tuple[int, int]] = set()
    for start in cuts(changes):
        active = [i for i, c in enumerate(changes) if c.window.first <= start <= c.window.last]
        worlds = step(worlds, changes, active, followed, start, ends)
        if start == starts[-1]:
            found[-1] = worlds
        else:
            starts.append(start)
            found.append(worlds)
    return Timeline(tuple(changes), tuple(starts), tuple(found), tuple(sorted(ends)))


def cuts(changes: Iterable[Change]) -> list[int]:
    """The days on which something may begin or must have happened."""
    return sorted({day for c in changes for day in c.window if day < END})


def follow(changes: Sequence[Change]) -> frozenset[int]:
    """The changes whose happening is remembered: those with open windows, as far as not too many are open at once."""
    kept: list[int] = []
    for i, change in enumerate(changes):
        if change.window.width and sum(changes[k].window.overlaps(change.window) for k in kept) < MOST_OPEN:
            kept.append(i)
    return frozenset(kept)


def step(
    worlds: frozenset[World],
    changes: Sequence[Change],
    active: Sequence[int],
    followed: frozenset[int],
    start: int,
    ends: set[tuple[int, int]],
) -> frozenset[World]:
    """The worlds after a cut: what may happen may have happened, what is due has."""
    open_ = [i for i in active if changes[i].window.last > start]
    worlds = spread(worlds, changes, open_, followed, ends)
    for i in active:
        if changes[i].window.last == start:
            done = frozenset(happen(w, changes[i], i, followed, ends) for w in worlds if i not in w.done)
            stay = worlds if not changes[i].definite or (changes[i].window.width and i not in followed) else frozenset()
            already = frozenset(w for w in worlds if i in w.done)
            worlds = frozenset(forget(w, i) for w in done | already | stay)
            worlds = spread(worlds, changes, open_, followed, ends)
    return worlds


def spread(
    worlds: frozenset[World], changes: Sequence[Change], open_: Sequence[int], followed: frozenset[int], ends: set[tuple[int, int]]
) -> frozenset[World]:
    """The worlds with all that come of them when any of the open changes happen, in any order."""
    found, fresh = set(worlds), set(worlds)
    while fresh:
        fresh = {happen(w, changes[i], i, followed, ends) for w in fresh for i in open_ if i not in w.done} - found
        found |= fresh
    return frozenset(found)


def happen(world: World, change: Change, index: int, followed: frozenset[int], ends: set[tuple[int, int]]) -> World:
    """The world after the change: one that finds its relation there already alters at most the level or mode."""
    done = world.done | {index} if index in followed else world.done
    state = outcome(world, change)
    if state == world.state:
        if state != change.state:
            return world._replace(done=done)
        kept = world.basis if basis(change) else None
        return world._replace(quality=change.quality or world.quality, done=done, basis=kept)
    ends.add((world.cause, index))
    return World(state, index, change.quality, done, None if state == UNTOLD else basis(change))


def outcome(world: World, change: Change) -> str:
    """The relation after a change that finds this one: no refusal ends a recognition, no downgrading a rupture, and what is no
    more, or is not known to have been, cannot end by rule.
    """
    state = world.state
    if change.fades:
        held = world.basis and world.basis.mission == change.follows_from and world.basis.by <= change.window.first
        return UNTOLD if held else state
    if change.lapses:
        return change.state if state in {change.slot.primary, "suspended"} else settled(state)
    if change.becomes:
        return change.state
    if state in change.effect.unless or (change.effect.keeps and state != change.state):
        return state
    return settled(state) if change.implied_by and change.effect.before and state in {UNTOLD, ABSENT} else change.state


def basis(change: Change) -> Basis | None:
    """The mission from whose acts a change follows by rule; null for what is told, or follows from other acts."""
    return Basis(change.follows_from, change.window.last) if change.implied_by and change.follows_from else None


def settled(state: str) -> str:
    """The relation, or its absence where nothing was told of it."""
    return ABSENT if state == UNTOLD else state


def forget(world: World, index: int) -> World:
    """The world without the mark of a change that lies behind."""
    return world._replace(done=world.done - {index}) if index in world.done else world
