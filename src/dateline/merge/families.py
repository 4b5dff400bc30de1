"""Act families: which acts reports use for one and the same happening, and what may differ between them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Family:
    """Near acts and how they behave; ``data/families.toml`` explains the fields."""

    name: str
    acts: tuple[str, ...]
    once: bool = False
    degrees: bool = False
    mutual: bool = False
    sided: bool = False
    persons: bool = False


def table(name: str) -> dict[str, dict[str, object]]:
    """A data file of this stage."""
    return tomllib.loads(files(__package__).joinpath("data", name).read_text(encoding="utf-8"))


@cache
def families() -> Mapping[str, Family]:
    """The family of each act that has near ones or is done once."""
    found: dict[str, Family] = {}
    for name, fields in table("families.toml").items():
        family = build(name, fields)
        found |= dict.fromkeys(family.acts, family)
    return MappingProxyType(found)


def build(name: str, fields: Mapping[str, object]) -> Family:
    """A family from its table."""
    flags = {key: bool(value) for key, value in fields.items() if key != "acts"}
    acts = fields["acts"]
    return Family(name, tuple(map(str, acts)) if isinstance(acts, list) else (), **flags)


def family(act: str) -> Family:
    """The family of an act; an act without near ones is a family of its own, repeatable, with fixed sides."""
    return families().get(act) or Family(act, (act,))


@cache
def hostile_acts() -> frozenset[str]:
    """The acts that make whoever answers with them an adversary."""
    acts = table("hostile.toml")["acts"]
    return frozenset(map(str, acts))
