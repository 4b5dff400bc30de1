"""A shelf for copies that lies in memory: for the reports of a set, all at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from dateline.merge.copies.alignment import Copy, copy_of
from dateline.merge.copies.online import Head, head, place
from dateline.model import Report


class MemoryShelf:
    """Bands, ties and copies of a set of reports."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.filed: dict[str, frozenset[int]] = {}
        self.ranked: dict[int, set[tuple[str, str]]] = {}
        self.out: dict[str, set[str]] = {}
        self.into: dict[str, set[str]] = {}
        self.found: dict[str, str] = {}

    def texts(self, ids: Collection[str]) -> Mapping[str, str]:
        """The texts of these reports."""
        return {id: self.reports[id].text for id in ids}

    def heads(self, ids: Collection[str]) -> Sequence[Head]:
        """What tells the original among these reports."""
        return [head(self.reports[id]) for id in ids]

    def bands(self, id: str) -> Collection[int]:
        """The bands in which a report is filed."""
        return self.filed.get(id, frozenset())

    def file(self, head: Head, rank: str, filed: Collection[int]) -> None:
        """Files a report in these bands alone."""
        for band in self.filed.get(head.id, ()):
            self.ranked[band].discard((rank, head.id))
        self.filed[head.id] = frozenset(filed)
        for band in filed:
            self.ranked.setdefault(band, set()).add((rank, head.id))

    def firsts(self, wanted: Collection[int]) -> Mapping[int, str]:
        """The first report of each band in which there is one."""
        return {band: min(self.ranked[band])[1] for band in wanted if self.ranked.get(band)}

    def members(self, band: int) -> Collection[str]:
        """The reports of a band."""
        return {id for _, id in self.ranked.get(band, ())}

    def tied(self, ids: Collection[str], limit: int) -> Mapping[str, Collection[str]]:  # noqa: ARG002  all lies in memory
        """For each of these reports those to which it is tied, or that are tied to it."""
        return {id: self.out.get(id, set()) | self.into.get(id, set()) for id in ids}

    def tie(self, id: str, others: Collection[str]) -> Collection[str]:
        """Ties a report to these and to no others; those to which it was tied before."""
        before = self.out.get(id, set())
        for other in before:
            self.into[other].discard(id)
        self.out[id] = set(others)
        for other in others:
            self.into.setdefault(other, set()).add(id)
        return before

    def copies(self, ids: Collection[str]) -> Mapping[str, str]:
        """Of these reports the copies, each with its original, and all copies of these."""
        return {id: of for id, of in self.found.items() if id in ids or of in ids}

    def settle(self, group: Collection[str], original: str) -> None:
        """Makes these reports copies of one of them, and it none."""
        self.found |= dict.fromkeys(group, original)
        del self.found[original]


def originals(reports: Iterable[Report]) -> dict[str, str]:
    """For each report that is a near-copy the report of which it is one."""
    shelf = MemoryShelf()
    shelf.reports = {report.id: report for report in reports}
    place(shelf, shelf.reports)
    return shelf.found


def copies(reports: Iterable[Report]) -> tuple[Copy, ...]:
    """For each report that is a near-copy of an earlier one: of which, and what changed; in the order of their ids."""
    once = {report.id: report for report in reports}
    return tuple(copy_of(once[first], once[id]) for id, first in sorted(originals(once.values()).items()))
