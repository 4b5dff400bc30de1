"""Which cells of an archive have to be merged together for the sake of strays (see :mod:`dateline.merge.strays`).

A stray is kept under a name that says whether it is put with an act, so that those are found whose act has to do without them
when the block takes in no strays any more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from dateline.merge import homes
from dateline.merge.strays import MOST, takes_strays
from dateline.merge.windows import NOWHERE, PUT, block_of, put, taken_out
from dateline.model import Member
from dateline.store import Session


def stray_bonds(session: Session, cells: Iterable[str]) -> Iterator[set[str]]:
    """The sets of cells that strays bind: all of a block that takes them in; else those of the acts with which some were put."""
    touched: dict[str, set[str]] = {}
    for cell in cells:
        touched.setdefault(block_of(cell), set()).add(cell)
    for block in sorted(touched):
        strays = stray_cells(session, block)
        if takes_in(session, block, strays):
            yield {*touched[block], *strays, *dated_ends(session, block)}
        elif with_acts := [cell for cell in strays if is_put(cell)]:
            events = session.mentions.events_of(m.mention.id for m in session.mentions.in_blocks(with_acts))
            yield {*touched[block], *with_acts, *session.mentions.blocks_of_events(events.values())}


def stray_cells(session: Session, block: str) -> list[str]:
    """The cells of a block's strays, under the names by which the archive keeps them; of too many those put with acts, and some."""
    return session.mentions.last_between(f"{block}@{NOWHERE}", f"{block}@{PUT.strip()}!", MOST + 1)


def dated_ends(session: Session, block: str) -> list[str]:
    """The first and the last of a block's cells that lie in time."""
    return session.mentions.ends(f"{block}#", f"{block}$")


def takes_in(session: Session, block: str, strays: Collection[str]) -> bool:
    """Whether a block takes in its strays."""
    return bool(strays) and takes_strays(dated_ends(session, block), len(strays))


def is_stray_cell(cell: str) -> bool:
    """Whether a cell is that of a stray, put with an act or not."""
    return cell.partition("@")[2].startswith((NOWHERE, PUT))


def is_put(cell: str) -> bool:
    """Whether a cell is that of a stray that is put with an act."""
    return cell.partition("@")[2].startswith(PUT)


def left_alone(session: Session, cells: Iterable[str], members: Collection[Member]) -> frozenset[str]:
    """The ids of the strays among some members whose block does not take them in; ``cells`` are those that are merged."""
    blocks = {block_of(cell) for cell in cells if is_stray_cell(cell)}
    lone = {block for block in blocks if not takes_in(session, block, stray_cells(session, block))}
    return frozenset(id for id, home in homes(members).items() if home.is_stray and home.block in lone) if lone else frozenset()


def rename(session: Session, cells: Iterable[str], members: Collection[Member], places: Mapping[str, str]) -> None:
    """Keeps the strays of these cells under names that say whether they are put with an act; ``places`` are their segments."""
    strays = [cell for cell in cells if is_stray_cell(cell)]
    own = {id: home.cell for id, home in homes(members).items()} if strays else {}
    with_acts = {own[id] for id in own if places[id] != own[id]}
    for cell in strays:
        alone = taken_out(cell)
        name = put(alone) if alone in with_acts else alone
        if name != cell:
            session.mentions.move(cell, name)
