"""Stretches of time in which one block is merged by itself, so that a pair that meets every week for twenty years costs no more
than one that has met since last month.

An act that may be done again has its place in time: its day, or the day on which it was told. Time is laid out in *cells* of a
fixed length. Within each cell, away from its edges, the block is *cut* before the day on which the cut parts fewest mentions that
could be one event; what lies between two cuts is a *segment*. Where a cut runs depends on the mentions of its own cell alone, and
so a new mention moves one cut at most: the two segments that meet in its cell are merged again and no other, whatever came first.

Acts that are done once have no place in time: their block is one. So have the mentions of a coarse date ("in 2014"), which only
meet each other, and those of a report without any day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from dateline import edtf
from dateline.merge.dates import AHEAD, NEWS, is_open, midday, told
from dateline.merge.families import family
from dateline.model import Member

RUN = max(NEWS, AHEAD) + 3
"""Days within which acts that may be done again are compared: more than any feature would bridge."""
LONG = 31
"""Days of a date that is too coarse to lie near another one ("in 2014")."""
NOWHERE, PUT = "in ", "with "
"""How the place of a mention begins that lies nowhere in time but in its report; and in an archive, once it is put with an act."""
CELL = 4 * RUN
"""Days of a cell: room for a cut that is ``RUN`` days away from both edges, so that all whom it could part lie in the cell."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a mention is merged: its block, and in it a day or, where none is known, a name that only its like bear."""

    block: str
    day: int | None = None
    apart: str = ""
    pair: str = ""
    """The parties; of a block that holds several pairs, a cut is laid where it parts fewest mentions of one pair."""

    @property
    def is_stray(self) -> bool:
        """Whether nothing tells when the act was done, nor when it was told."""
        return self.apart.startswith(NOWHERE)

    @property
    def cell(self) -> str:
        """The cell's name, under which an archive keeps the mention."""
        return f"{self.block}@{self.apart}" if self.day is None else named(self.block, self.day // CELL)


def home(member: Member, block: str, pair: str = "") -> Home:
    """The home of a mention in its block."""
    if family(member.mention.act).once:
        return Home(block)
    dates = told(member.mention)
    day, apart = when(dates[0][1] if dates else None, member.report.day, member.report.id)
    return Home(block, day, apart, pair)


def when(date: str | None, published: str | None, report: str | None) -> tuple[int | None, str]:
    """Where in time an act lies: on a day, or at a coarse date as it stands, or nowhere but in its report."""
    value = date or published
    if value is None:
        return None, f"{NOWHERE}{report}"
    return (None, value) if date and long(value) and not is_open(value) else (midday(value), "")


def long(value: str) -> bool:
    """Whether a date is too coarse to lie near another one."""
    first, last = edtf.bounds(value)
    return first is None or last is None or (last - first).days > LONG


# --------------------------------------------------------------------------- cells and segments


def segments(homes: Mapping[str, Home]) -> dict[str, str]:
    """The name of the segment of each mention, by its id; a segment bears the name of the cell in which it begins."""
    days: dict[str, dict[str, Counter[int]]] = {}
    for each in homes.values():
        if each.day is not None:
            days.setdefault(each.cell, {}).setdefault(each.pair, Counter())[each.day] += 1
    cuts = {cell: cut(found.values()) for cell, found in days.items()}
    return {id: segment(each, cuts) for id, each in homes.items()}


def segment(place: Home, cuts: Mapping[str, int]) -> str:
    """The segment of a mention: of its own cell from the cut on, of the cell before up to it."""
    if place.day is None or place.day >= cuts[place.cell]:
        return place.cell
    return named(place.block, place.day // CELL - 1)


def cut(pairs: Collection[Counter[int]]) -> int:
    """The day before which a cell is cut: the first of those at which fewest mentions of one pair of parties are parted."""
    start = min(map(min, pairs)) // CELL * CELL
    lost: Counter[int] = Counter()
    for days in pairs:
        lost.update(parted(days))
    return min(range(start + RUN, start + CELL - RUN + 1), key=lambda day: (lost[day], day))


def parted(days: Counter[int]) -> Counter[int]:
    """For each day how many mentions that lie near each other a cut before it would part."""
    lost: Counter[int] = Counter()
    for i, j in combinations(sorted(days), 2):
        if j - i <= RUN:
            lost.update(dict.fromkeys(range(i + 1, j + 1), days[i] * days[j]))
    return lost


def named(block: str, cell: int) -> str:
    """The name of a cell."""
    return f"{block}#{cell}"


def put(cell: str) -> str:
    """The name under which an archive keeps the cell of a stray that is put with an act."""
    return cell.replace(f"@{NOWHERE}", f"@{PUT}", 1)


def taken_out(cell: str) -> str:
    """The name of a stray's cell by itself."""
    return cell.replace(f"@{PUT}", f"@{NOWHERE}", 1)


def block_of(cell: str) -> str:
    """The block of a cell."""
    return cell.partition("#")[0].partition("@")[0]


def cell_number(cell: str) -> int:
    """The number of a cell that lies in time."""
    return int(cell.partition("#")[2])


def shifted(cell: str, by: int) -> str:
    """The cell so many further on; the same for what lies in no time."""
    block, mark, number = cell.partition("#")
    return named(block, int(number) + by) if mark and "@" not in block else cell


def moved_by(cells: Iterable[str]) -> set[str]:
    """The segments that have to be merged again when something in these cells has changed."""
    return {shifted(cell, by) for cell in cells for by in (-1, 0)}


def cells_of(found: Iterable[str]) -> set[str]:
    """The cells in which these segments lie."""
    return {shifted(name, by) for name in found for by in (0, 1)}


def around(cell: str) -> set[str]:
    """The cells with which a cell shares a segment, itself among them."""
    return {shifted(cell, by) for by in (-1, 0, 1)}
