"""A party's relations as a wheel: itself in the middle, the others around it, a line for each layer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, pi, sin

from dateline.model import Layer, Relation
from dateline.resolve import Catalogue
from dateline.serve.web.worldmap import state_of

FEWEST, SPOKES = 3, 26
"""From so many others on there is a wheel, and so many fit around one."""
WIDTH, HEIGHT, RADIUS = 760, 520, 190
BETWEEN = 4.0
"""Pixels between the lines of two layers."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """One relation: where its line runs, how it stands, and what it says."""

    x: float
    y: float
    from_x: float
    from_y: float
    state: str
    layer: str
    told: str


@dataclass(frozen=True, slots=True)
class Rim:
    """Another party on the rim, with the lines that lead to it."""

    id: str
    name: str
    x: float
    y: float
    anchor: str
    spokes: tuple[Spoke, ...]


@dataclass(frozen=True, slots=True)
class Wheel:
    """The wheel of a party."""

    name: str
    rims: tuple[Rim, ...]
    more: int
    width: int = WIDTH
    height: int = HEIGHT


def wheel(id: str, rows: Iterable[Relation], known: Catalogue) -> Wheel | None:
    """The wheel of a party out of its relations that are told, those with most of them first; null where they are few."""
    found: dict[str, dict[Layer, Relation]] = {}
    for row in rows:
        other = row.to if row.from_ == id else row.from_
        if row.answer != "unknown" and known.party(other):
            found.setdefault(other, {}).setdefault(row.layer, row)
    chosen = sorted(found, key=lambda other: (-len(found[other]), name_of(other, known)))[:SPOKES]
    chosen.sort(key=lambda other: name_of(other, known))
    rims = tuple(rim(other, i, len(chosen), found[other], known) for i, other in enumerate(chosen))
    return Wheel(name_of(id, known), rims, len(found) - len(chosen)) if len(rims) >= FEWEST else None


def name_of(id: str, known: Catalogue) -> str:
    """A party's name."""
    party = known.party(id)
    return party.name if party else id


def rim(id: str, i: int, n: int, rows: dict[Layer, Relation], known: Catalogue) -> Rim:
    """One party on the rim; its lines run side by side."""
    angle = 2 * pi * i / n - pi / 2
    dx, dy, sx, sy = cos(angle), sin(angle), -sin(angle), cos(angle)
    x, y = WIDTH / 2 + RADIUS * 1.12 * dx, HEIGHT / 2 + RADIUS * dy
    spokes = []
    for j, (layer, row) in enumerate(sorted(rows.items(), key=lambda pair: list(Layer).index(pair[0]))):
        aside = (j - (len(rows) - 1) / 2) * BETWEEN
        ends = (x - dx * 10 + sx * aside, y - dy * 10 + sy * aside)
        starts = (WIDTH / 2 + dx * 34 + sx * aside, HEIGHT / 2 + dy * 22 + sy * aside)
        x2, y2, x1, y1 = (round(v, 1) for v in (*ends, *starts))
        told = f"{layer.value}: {'' if row.answer == 'yes' else 'not '}{row.relation.replace('_', ' ')}"
        spokes.append(Spoke(x2, y2, x1, y1, state_of(row), layer.value, told))
    anchor = "middle" if abs(dx) < 0.25 else "start" if dx > 0 else "end"
    return Rim(id, name_of(id, known), round(x + dx * 6, 1), round(y + dy * 10 + 4, 1), anchor, tuple(spokes))
