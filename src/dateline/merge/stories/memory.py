"""A shelf for stories that lies in memory: for the reports of a set, all at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from dateline.merge.stories.online import Links
from dateline.merge.stories.profiles import Profile, Slot


class MemoryShelf:
    """Profiles, links and cells of a set of reports."""

    def __init__(self) -> None:
        self.known: dict[str, Profile] = {}
        self.slots: dict[Slot, set[str]] = {}
        self.own: dict[str, tuple[Slot, ...]] = {}
        self.linked: dict[str, dict[str, float]] = {}
        self.cell: dict[str, tuple[str, ...]] = {}
        self.groups: dict[str, tuple[str, ...]] = {}

    def profiles(self, ids: Collection[str]) -> Mapping[str, Profile]:
        """The profiles that there are of these reports."""
        return {id: self.known[id] for id in ids if id in self.known}

    def file(self, id: str, found: Profile | None, filed: Collection[Slot]) -> None:
        """Puts a profile, or none, in the place of a report's, and files it in these slots alone."""
        for slot in self.own.pop(id, ()):
            self.slots[slot].discard(id)
        self.known.pop(id, None)
        self.own[id] = tuple(filed)
        if found:
            self.known[id] = found
        for slot in filed:
            self.slots.setdefault(slot, set()).add(id)

    def filed(self, wanted: Collection[Slot], limit: int) -> Mapping[Slot, Sequence[str]]:
        """The reports of each slot, up to so many."""
        return {slot: sorted(self.slots.get(slot, ()))[:limit] for slot in wanted}

    def links(self, ids: Collection[str]) -> Links:
        """For each of these reports those linked to it and how strongly."""
        return {id: self.linked.get(id, {}) for id in ids}

    def link(self, id: str, found: Mapping[str, float]) -> None:
        """Puts links in the place of those that a report has, on both of their ends."""
        for other in self.linked.get(id, {}):
            self.linked[other].pop(id, None)
        self.linked[id] = dict(found)
        for other, value in found.items():
            self.linked.setdefault(other, {})[id] = value

    def cells(self, ids: Collection[str]) -> Mapping[str, Collection[str]]:
        """For each of these reports that is in a cell the reports of that cell."""
        return {id: self.cell[id] for id in ids if id in self.cell}

    def settle(self, cell: Collection[str], groups: Sequence[Sequence[str]]) -> None:
        """Makes these reports a cell of these groups."""
        self.cell |= dict.fromkeys(cell, tuple(cell))
        self.groups |= {id: tuple(group) for group in groups for id in group}

    def drop(self, ids: Collection[str]) -> None:
        """Takes reports out of their cells."""
        for id in ids:
            self.cell.pop(id, None)
            self.groups.pop(id, None)
