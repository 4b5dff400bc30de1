"""Reports put into stories as they come, at a cost that does not grow with the archive, and the same in whatever order.

Three things make it so. How alike two reports are hangs on those two alone. A report meets only those filed in a *slot* with it: a
telling word in a month; a slot in which more than ``CROWD`` reports lie tells nothing, and nobody meets in it. And reports are
grouped *cell* by cell: a cell is what links of a least strength connect, and where that is more than ``MOST`` reports, what
stronger links connect. Slots, links and cells are told by which reports there are, not by when they came; a new report changes
only those near it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from dateline.merge.stories.agglomeration import days_factor, grouped
from dateline.merge.stories.profiles import ANY, BUCKET, Profile, Slot, slots, sought

CROWD = 60
"""Reports in a slot up to which they are compared."""
FEW, SHARED = 12, 2
"""Reports in a slot up to which one shared key is enough to be compared; in a fuller one it takes two."""
MOST = 200
"""Reports of a cell: more are not grouped at one time."""
LEVELS = (0.15, 0.2, 0.26, 0.34, 0.45, 0.6)
"""The least strength of links, from the first level on; no story can come to be without a link of the first."""

Links = Mapping[str, Mapping[str, float]]


class Shelf(Protocol):
    """Where profiles, links and cells are kept."""

    def profiles(self, ids: Collection[str]) -> Mapping[str, Profile]:
        """The profiles that there are of these reports."""
        ...

    def file(self, id: str, found: Profile | None, filed: Collection[Slot]) -> None:
        """Puts a profile, or none, in the place of a report's, and files it in these slots alone."""
        ...

    def filed(self, wanted: Collection[Slot], limit: int) -> Mapping[Slot, Sequence[str]]:
        """The reports of each slot, up to so many."""
        ...

    def links(self, ids: Collection[str]) -> Links:
        """For each of these reports those linked to it and how strongly."""
        ...

    def link(self, id: str, found: Mapping[str, float]) -> None:
        """Puts links in the place of those that a report has, on both of their ends."""
        ...

    def cells(self, ids: Collection[str]) -> Mapping[str, Collection[str]]:
        """For each of these reports that is in a cell the reports of that cell."""
        ...

    def settle(self, cell: Collection[str], groups: Sequence[Sequence[str]]) -> None:
        """Makes these reports a cell of these groups."""
        ...

    def drop(self, ids: Collection[str]) -> None:
        """Takes reports out of their cells."""
        ...


def place(shelf: Shelf, changed: Mapping[str, Profile | None]) -> None:
    """Files the reports anew (or, where null, no longer), and groups again what that touches."""
    moved = set(changed)
    for id in sorted(changed):
        moved |= refiled(shelf, id, changed[id])
    touched = {other for id in sorted(moved) for other in relinked(shelf, id)} | set(changed)
    regroup(shelf, touched)


def refiled(shelf: Shelf, id: str, found: Profile | None) -> set[str]:
    """The reports of the slots that became crowded, or no longer are, as one report is filed anew."""
    old = shelf.profiles([id]).get(id)
    before, after = set(slots(old)) if old else set(), set(slots(found)) if found else set()
    shelf.file(id, found, after)
    return {
        other
        for slot, ids in shelf.filed(before ^ after, CROWD + 2).items()
        if len(ids) in ({FEW + 1, CROWD + 1} if slot in after else {FEW, CROWD})
        for other in ids
    }


def relinked(shelf: Shelf, id: str) -> set[str]:
    """The reports whose links change as one report is compared with its candidates again."""
    own = shelf.profiles([id]).get(id)
    found = strengths(own, shelf.profiles(candidates(shelf, own))) if own else {}
    before = shelf.links([id]).get(id, {})
    if found == before:
        return set()
    shelf.link(id, found)
    return {id, *(other for other in {**before, **found} if before.get(other) != found.get(other))}


def candidates(shelf: Shelf, own: Profile) -> set[str]:
    """The reports that share enough keys with this one in slots that are not crowded."""
    found = {slot: ids for slot, ids in shelf.filed(sought(own), CROWD + 1).items() if len(ids) <= CROWD}
    mine = found.keys() & set(slots(own))
    shared: Counter[str] = Counter()
    for key in {key for _, key in found}:
        near = sorted(slot for slot in found if slot[1] == key and home(slot, own) in mine)
        few = {id for slot in near if max(len(found[slot]), len(found[home(slot, own)])) <= FEW for id in found[slot]}
        shared.update({id: SHARED if id in few else 1 for slot in near for id in found[slot]})
    return {id for id, n in shared.items() if n >= SHARED} - {own.report}


def home(slot: Slot, own: Profile) -> Slot:
    """The report's own slot of the same key: where that is crowded, it meets nobody in the slots beside it either."""
    return (own.day // BUCKET, slot[1]) if own.day is not None and slot[0] != ANY else slot


def strengths(own: Profile, others: Mapping[str, Profile]) -> dict[str, float]:
    """How alike a report is to those to which it is alike enough."""
    found = {id: round(strength(own, other), 6) for id, other in sorted(others.items()) if may_meet(own, other)}
    return {id: value for id, value in found.items() if value >= LEVELS[0]}


def may_meet(a: Profile, b: Profile) -> bool:
    """Whether the days of two reports let them be compared; two that have days meet in their months alone."""
    return a.day is None or b.day is None or abs(a.day // BUCKET - b.day // BUCKET) <= 1


def strength(a: Profile, b: Profile) -> float:
    """How alike two reports are, in their words and days; summed in one order, so that both directions agree."""
    shared = sorted(a.vector.keys() & b.vector.keys())
    return sum(a.vector[term] * b.vector[term] for term in shared) * days_factor(a.days, b.days)


# --------------------------------------------------------------------------- cells


def regroup(shelf: Shelf, touched: Collection[str]) -> None:
    """Groups the cells again in which touched reports were or are. No other cell can be another one now: what made it so
    would have a touched report in it.
    """
    before = shelf.cells(touched)
    left = {*touched, *(id for cell in before.values() for id in cell)}
    shelf.drop(left)
    while left:
        cell = cell_of(shelf, min(left))
        left -= cell
        known = shelf.profiles(cell)
        if known:
            shelf.settle(sorted(known), grouped(list(known.values())))


def cell_of(shelf: Shelf, id: str) -> set[str]:
    """The cell of a report: what the weakest links connect to it that do not connect too much."""
    return next((found for least in LEVELS if (found := connected(shelf, id, least))), {id})


def connected(shelf: Shelf, id: str, least: float) -> set[str] | None:
    """The reports that links of a least strength connect to one; null where these are too many."""
    found, edge = {id}, {id}
    while edge:
        near = {other for links in shelf.links(edge).values() for other, value in links.items() if value >= least}
        edge = near - found
        found |= edge
        if len(found) > MOST:
            return None
    return found
