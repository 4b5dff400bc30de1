"""Strays: tellings of an act that may be done again, in a report that bears no day and tells none.

Nothing says where in time a stray lies, so that it may be any act of its pair. It is put with one only where the archive knows acts
of that pair, of that family, from one stretch of time alone, and where among these a single one fits: the weekday that the
stray names leaves no other, or its words are those of that one. Once acts from elsewhere in time are known it stands by itself
again. So what a stray is compared with stays bounded, and is the same whatever came first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dateline.merge.dates import NEWS, midday
from dateline.merge.findings import common
from dateline.merge.scorer import THRESHOLD, score
from dateline.merge.signature import Signature, signature
from dateline.merge.windows import Home, cell_number
from dateline.model import Member

MOST = 50
"""Of so many strays in one block none is placed: an archive without days."""
APART = 0.25
"""How much more of its words a stray must share with one act than with another one on which its weekday falls too."""
ALIKE = 0.4
"""The share of its words that a stray without a weekday must have in common with the one act known."""


def takes_strays(cells: Iterable[str], strays: int) -> bool:
    """Whether a block takes in its strays: the acts that are dated lie in one cell of time or in two beside each other."""
    known = sorted(cells)
    return bool(known) and 0 < strays <= MOST and abs(cell_number(known[0]) - cell_number(known[-1])) <= 1


def placed(members: Mapping[str, Member], places: Mapping[str, Home], keys: Mapping[str, str]) -> dict[str, str]:
    """The segments of the strays that find an act, by their ids; ``keys`` has the segments of all."""
    found: dict[str, str] = {}
    for dated, strays in by_block(places):
        if not takes_strays({places[id].cell for id in dated}, len({places[id].apart for id in strays})):
            continue
        told = {id: signature(members[id]) for id in dated}
        for id in strays:
            others = {i: each for i, each in told.items() if members[i].report.id != members[id].report.id}
            if act := act_meant(signature(members[id]), others.values()):
                found[id] = min(keys[i] for i, each in others.items() if each == act)
    return found


def by_block(places: Mapping[str, Home]) -> Iterator[tuple[list[str], list[str]]]:
    """The dated mentions and the strays of each block that has strays."""
    strays: dict[str, list[str]] = {}
    for id, home in sorted(places.items()):
        if home.is_stray:
            strays.setdefault(home.block, []).append(id)
    dated: dict[str, list[str]] = {}
    for id, home in sorted(places.items()) if strays else ():
        if home.day is not None and home.block in strays:
            dated.setdefault(home.block, []).append(id)
    yield from ((dated.get(block, []), ids) for block, ids in strays.items())


def act_meant(stray: Signature, told: Iterable[Signature]) -> Signature | None:
    """The one telling of an act that a stray comes nearest to; null where it may be none, or one of several."""
    fitting = (each for each in dict.fromkeys(told) if each.dates and (score(stray, each).total or 0) >= THRESHOLD)
    ranked = sorted(((common(stray.words, each.words), each) for each in fitting), key=lambda pair: (-pair[0], repr(pair[1].dates)))
    if not ranked or not (stray.open or ranked[0][0] >= ALIKE):
        return None
    share, best = ranked[0]
    rivals = [other for other, each in ranked if not same_days(each, best)]
    return best if all(share - other >= APART for other in rivals) else None


def same_days(a: Signature, b: Signature) -> bool:
    """Whether two dated tellings are of one week's news."""
    return abs((midday(a.dates[0][1]) or 0) - (midday(b.dates[0][1]) or 0)) <= NEWS
