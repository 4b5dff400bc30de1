"""The register at a glance: who stands how to whom in one layer on one day, for the parties of whom most is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from dateline.desk.overview import Overview
from dateline.model import Layer, Relation
from dateline.register.register import pair_of
from dateline.register.slots import is_mutual
from dateline.register.view import View
from dateline.resolve import Catalogue
from dateline.serve.web.drawing import name_of, stands
from dateline.serve.web.worldmap import holds

ACROSS, DOWN = 12, 30
"""So many parties stand at the top, and so many at the side."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of relations: from whom, to whom, and the cell of each two of whom anything is told."""

    layer: Layer
    froms: tuple[str, ...]
    tos: tuple[str, ...]
    cells: dict[tuple[str, str], Relation]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows: whether the relation stands, how, between whom, and where more is told of it."""

    holds: bool
    told: str
    title: str
    address: str


def shown(found: Matrix, known: Catalogue, on: str) -> dict[tuple[str, str], Cell]:
    """The cells as they are drawn."""
    return {pair: cell(pair, row, found.layer, known, on) for pair, row in found.cells.items()}


def cell(pair: tuple[str, str], row: Relation, layer: Layer, known: Catalogue, on: str) -> Cell:
    """One cell."""
    told = stands(row)
    title = f"{name_of(pair[0], known)} → {name_of(pair[1], known)}: {told}{' (implied)' if row.implied_by else ''}"
    asked = urlencode([("actor", pair[0]), ("actor", pair[1]), ("on", on), ("layer", layer.value)])
    return Cell(holds(row), told, title, f"/relations?{asked}")


def matrix(overview: Overview, view: View, parties: Collection[str]) -> Matrix:
    """The table for a layer, that of recognition where a view names none; ``parties`` are those that may stand in it."""
    layer = view.layer or Layer.STATE
    heads = set(in_order(told_among(overview, layer, parties), ACROSS))
    slots = (slot for slot in overview.slots(layer, heads) if slot[0] in parties and slot[1] in parties)
    ways = [way for a, b, _, to in slots for way in ways_of(a, b, to, layer) if way[1] in heads]
    froms = set(in_order(Counter(a for a, _ in ways), DOWN))
    asked, viewed = sorted({pair_of(a, b) for a, b in ways if a in froms}), replace(view, layer=layer)
    overview.expect(asked, viewed)
    return table(layer, (row for pair in asked for row in overview.relations(*pair, view=viewed) if row.answer != "unknown"), heads)


def told_among(overview: Overview, layer: Layer, parties: Collection[str]) -> Counter[str]:
    """In how many slots with another of these parties each of them stands."""
    told = overview.told(layer)
    strangers = told.keys() - set(parties)
    with_strangers = overview.slots(layer, strangers) if strangers else ()
    return told - Counter(id for a, b, *_ in with_strangers for id in (a, b))


def ways_of(a: str, b: str, to: str, layer: Layer) -> list[tuple[str, str]]:
    """From whom to whom a slot leads: either way where its layer has no direction."""
    return [(a, b), (b, a)] if is_mutual(layer) else [(b if to == a else a, to)]


def table(layer: Layer, rows: Iterable[Relation], heads: set[str]) -> Matrix:
    """The rows as a table; a relation of two without direction stands in both cells."""
    cells = {(row.from_, row.to): row for row in rows}
    if layer is Layer.RELATIONS:
        cells |= {(b, a): row for (a, b), row in cells.items()}
    cells = {pair: row for pair, row in cells.items() if pair[1] in heads}
    froms = Counter(a for a, _ in cells)
    tos = Counter(b for _, b in cells)
    return Matrix(layer, in_order(froms, DOWN), in_order(tos, ACROSS), cells)


def in_order(counts: Counter[str], most: int) -> tuple[str, ...]:
    """The parties of which most is told, in the order of their number."""
    return tuple(id for id, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])
