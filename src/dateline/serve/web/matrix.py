"""The register at a glance: who stands how to whom in one layer on one day, for the parties of whom most is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.model import Layer, Relation
from dateline.register.register import Register
from dateline.register.view import View

ACROSS, DOWN = 12, 30
"""So many parties stand at the top, and so many at the side."""


Slot = tuple[str, str, str, str]
"""Two parties, a layer, and to which of them it is a relation."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of relations: from whom, to whom, and the cell of each two of whom anything is told."""

    layer: Layer
    froms: tuple[str, ...]
    tos: tuple[str, ...]
    cells: dict[tuple[str, str], Relation]


def matrix(register: Register, slots: Iterable[Slot], view: View, parties: Iterable[str]) -> Matrix:
    """The table for a layer, that of recognition where a view names none.

    ``slots`` are those of which anything is told; ``parties`` are those that may stand in the table.
    """
    layer, known = view.layer or Layer.STATE, set(parties)
    pairs = {(a, b) for a, b, kept, _ in slots if kept == layer and a in known and b in known}
    told = Counter(id for pair in pairs for id in pair)
    heads = {id for id, _ in sorted(told.items(), key=lambda row: (-row[1], row[0]))[:ACROSS]}
    viewed = replace(view, layer=layer)
    found = (s.relation for id in sorted(heads) for s in register.standings(id, None, viewed, to=True) if s.told)
    rows = [row for row in found if row.answer != "unknown" and row.from_ in known and row.to in known]
    return table(layer, rows, heads)


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
