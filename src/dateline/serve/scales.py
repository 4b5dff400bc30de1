"""How cooperative or hostile an act is, on the field's scales: the Goldstein value and the quad class."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dateline import knowledge

ROOT_QUADS = ((5, 1), (8, 2), (13, 3), (20, 4))
"""The last of CAMEO's root codes in each quad class: verbal and material cooperation, verbal and material conflict."""


@cache
def weights() -> Mapping[str, float]:
    """The table of goldstein.csv."""
    rows = csv.DictReader(knowledge.lines(__package__, "goldstein.csv"))
    return MappingProxyType({row["cameo"]: float(row["goldstein"]) for row in rows})


def goldstein(cameo: str | None) -> float | None:
    """The Goldstein value of a CAMEO code, or of the listed code that it refines; null where there is none."""
    prefixes = ((cameo or "")[:length] for length in range(len(cameo or ""), 1, -1))
    return next((weights()[p] for p in prefixes if p in weights()), None)


@cache
def plover_quads() -> Mapping[str, int]:
    """The quad class of each PLOVER type, as PLOVER's manual has it."""
    found = knowledge.tables("dateline.serve.export", "plover.toml")
    return MappingProxyType(dict(found["quad"]))


def quad(plover: str | None) -> int | None:
    """The quad class of a PLOVER type; null where it has none."""
    return plover_quads().get(plover or "")


def cameo_quad(cameo: str | None) -> int | None:
    """The quad class of a CAMEO code, by its root."""
    root = (cameo or "")[:2]
    return next((q for last, q in ROOT_QUADS if root.isdigit() and 1 <= int(root) <= last), None)
