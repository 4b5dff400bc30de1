"""Near-copies found as reports come, at a cost that does not grow with the archive, and the same in whatever order.

Reports with one band in common may be copies. Each is compared in full with the *first* of its bands alone, so that a thousand
copies of one text are compared a thousand times and not half a million. First is who has the smallest hash, not the smallest id:
then hardly any report that comes is the first of a band that others are in, in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline import edtf
from dateline.merge.copies.shingles import alike, bands, shingles
from dateline.model import Report, record_id

DAY = len("2022-07-14")
MOST = 400
"""Reports of one text that may be copies: what more reports share is a form that all fill in (a notice, a table of results)."""


@dataclass(frozen=True, slots=True)
class Head:
    """What of a report tells whether others come from it; ``length`` is that of its text."""

    id: str
    outlet: str | None
    credit: str | None
    published: str | None
    length: int


def head(report: Report) -> Head:
    """The head of a report."""
    return Head(report.id, report.outlet, report.credit, report.published, len(report.text))


class Shelf(Protocol):
    """Where bands, ties and copies are kept."""

    def texts(self, ids: Collection[str]) -> Mapping[str, str]:
        """The texts of these reports."""
        ...

    def heads(self, ids: Collection[str]) -> Sequence[Head]:
        """What tells the original among these reports."""
        ...

    def bands(self, id: str) -> Collection[int]:
        """The bands in which a report is filed."""
        ...

    def file(self, head: Head, rank: str, filed: Collection[int]) -> None:
        """Files a report in these bands alone."""
        ...

    def firsts(self, wanted: Collection[int]) -> Mapping[int, str]:
        """The first report of each band in which there is one."""
        ...

    def members(self, band: int) -> Collection[str]:
        """The reports of a band."""
        ...

    def tied(self, ids: Collection[str], limit: int) -> Mapping[str, Collection[str]]:
        """For each of these reports those to which it is tied, or that are tied to it; of all together more than a limit only
        as many as exceed it.
        """
        ...

    def tie(self, id: str, others: Collection[str]) -> Collection[str]:
        """Ties a report to these and to no others; those to which it was tied before."""
        ...

    def copies(self, ids: Collection[str]) -> Mapping[str, str]:
        """Of these reports the copies, each with its original, and all copies of these."""
        ...

    def settle(self, group: Collection[str], original: str) -> None:
        """Makes these reports copies of one of them, and it none."""
        ...


def place(shelf: Shelf, changed: Mapping[str, Report]) -> set[str]:
    """The reports that are copies of another report now than before, or are none any more, once these are filed anew."""
    moved: set[str] = set()
    for id in sorted(changed):
        moved |= refiled(shelf, changed[id])
    texts = Texts(shelf)
    touched: set[str] = set(changed)
    for id in sorted(moved):
        touched |= retied(shelf, id, texts)
    return regrouped(shelf, touched)


def rank(id: str) -> str:
    """By what a report is sorted in its bands."""
    return record_id("rank", id)


def refiled(shelf: Shelf, report: Report) -> set[str]:
    """The reports that have to be compared again as one is filed anew: itself, those tied to it, and bands with another first."""
    old, new = set(shelf.bands(report.id)), set(bands(shingles(report.text)))
    before = shelf.firsts(old | new)
    shelf.file(head(report), rank(report.id), new)
    after = shelf.firsts(old | new)
    turned = [band for band in before if before[band] != after.get(band)]
    return {report.id, *shelf.tied([report.id], MOST).get(report.id, ()), *(id for band in turned for id in shelf.members(band))}


def retied(shelf: Shelf, id: str, texts: Texts) -> set[str]:
    """The reports whose ties change as one report is compared with the firsts of its bands again."""
    firsts = set(shelf.firsts(shelf.bands(id)).values()) - {id}
    found = {other for other in firsts if alike(texts.of(id), texts.of(other))}
    before = set(shelf.tie(id, found))
    return {id, *(found ^ before)} if found != before else set()


class Texts:
    """The shingles of reports, each told once while few are remembered."""

    FEW = 500

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.known: dict[str, frozenset[int]] = {}

    def of(self, id: str) -> frozenset[int]:
        """The shingles of a report."""
        if id not in self.known:
            if len(self.known) >= self.FEW:
                self.known.clear()
            self.known[id] = shingles(self.shelf.texts([id]).get(id, ""))
        return self.known[id]


# --------------------------------------------------------------------------- groups


def regrouped(shelf: Shelf, touched: Collection[str]) -> set[str]:
    """The reports of which it changed whose copies they are, once the groups of touched reports are told again."""
    before = dict(shelf.copies(touched))
    before |= shelf.copies(set(before.values()))
    left = {*touched, *before, *before.values()}
    forms: set[str] = set()
    changed: set[str] = set()
    while left:
        id = min(left)
        group = connected(shelf, id, forms)
        if group is None:
            forms.add(id)
        found = group or {id}
        left -= found
        changed |= settled(shelf, found)
    return changed


def settled(shelf: Shelf, group: Collection[str]) -> set[str]:
    """The reports of a group of which it changed whose copies they are, once the group is settled."""
    first = original(shelf.heads(group)) if len(group) > 1 else min(group)
    wanted = {id: first for id in group if id != first}
    known = shelf.copies(group)
    if {id: of for id, of in known.items() if id in group} == wanted:
        return set()
    shelf.settle(group, first)
    return {first, *(id for id in group if known.get(id) != wanted.get(id))}


def connected(shelf: Shelf, id: str, forms: Collection[str]) -> set[str] | None:
    """The reports that ties connect to one; null where there are more than ``MOST``, or one of these ``forms`` is among them."""
    found, edge = {id}, {id}
    while edge:
        edge = {other for others in shelf.tied(edge, MOST).values() for other in others} - found
        found |= edge
        if len(found) > MOST or not found.isdisjoint(forms):
            return None
    return found


def original(group: Sequence[Head]) -> str:
    """The report from which the others come: one whose outlet they credit, then the first published, then the longest."""
    credits = {(one.outlet, (one.credit or "").casefold()) for one in group if one.credit}
    return min(group, key=lambda r: (not credited(r, credits), instant(r.published), -r.length, r.id)).id


def instant(published: str | None) -> str:
    """When a report came out, for sorting: moments of all zones as UTC's, a bare day behind the moments of that day, none last."""
    moment = edtf.moment(published) if published and len(published) > DAY else None
    return moment.isoformat() if moment else f"{published or ''}~"


def credited(report: Head, credits: Collection[tuple[str | None, str]]) -> bool:
    """Whether another outlet's report names this one's outlet in its credit."""
    name = (report.outlet or "").casefold()
    return bool(name) and any(name in credit for outlet, credit in credits if outlet != report.outlet)
