"""What the register knows of acts, layers, universes and of what follows from what: its data files, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from dateline import knowledge
from dateline.model import Layer

ABSENT = "absent"
"""The relation does not hold."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What an act does to one layer; the fields are explained in data/acts.toml."""

    act: str
    layer: Layer
    becomes: str
    aspect: str = ""
    first: bool = False
    before: str = ""
    unless: tuple[str, ...] = ()
    harms: bool = False
    keeps: bool = False
    plans: bool = False
    host: str = ""
    ground: str = ""


class As(StrEnum):
    """In which way a rule's conclusion holds."""

    EVENT = "event"
    HOLDS = "holds"
    ASSUMED = "assumed"
    FADES = "fades"


@dataclass(frozen=True, slots=True)
class Rule:
    """What an act in one layer says about another; the fields are explained in data/rules.toml."""

    id: str
    when: tuple[str, ...]
    then: str
    for_: str
    as_: As
    ground: str
    levels: tuple[str, ...] = ()

    def meets(self, level: str | None) -> bool:
        """Whether the rule speaks of missions of such a level."""
        return not self.levels or level in self.levels


@dataclass(frozen=True, slots=True)
class LayerRule:
    """The relations of a layer, the one asked for first, what becomes of them when a party ends, and the modes told apart."""

    relations: tuple[str, ...]
    lapsed: str
    pair: bool
    modes: frozenset[str]


def load(name: str) -> dict[str, Any]:
    """A data file of this stage."""
    return knowledge.tables(__package__, "data", name)


@cache
def effects() -> Mapping[str, tuple[Effect, ...]]:
    """For each act of the register's layers what it does."""
    found = load("acts.toml")
    return MappingProxyType({act: tuple(effect(act, row) for row in rows) for act, rows in found.items()})


def effect(act: str, row: Mapping[str, Any]) -> Effect:
    """One table of data/acts.toml."""
    fields = {**row, "layer": Layer(row["layer"]), "unless": tuple(row.get("unless", ()))}
    return Effect(act=act, **fields)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of what follows and of what is taken for granted, in the file's order."""
    return tuple(rule(row) for row in load("rules.toml")["rule"])


@cache
def rules_on(act: str) -> tuple[Rule, ...]:
    """The rules by which something follows from an act."""
    return tuple(rule for rule in rules() if rule.then and act in rule.when)


def rule(row: Mapping[str, Any]) -> Rule:
    """One table of data/rules.toml."""
    return Rule(row["id"], tuple(row["when"]), row["then"], row["for"], As(row["as"]), row["ground"], tuple(row.get("levels", ())))


@cache
def layers() -> Mapping[Layer, LayerRule]:
    """What there is in each layer."""
    found = load("layers.toml")
    return MappingProxyType({Layer(name): layer_rule(row) for name, row in found.items()})


def layer_rule(row: Mapping[str, Any]) -> LayerRule:
    """One table of data/layers.toml."""
    return LayerRule(tuple(row["relations"]), row["lapsed"], row["pair"], frozenset(row["modes"]))


@cache
def universes() -> Mapping[str, frozenset[str]]:
    """The named sets of kinds of parties."""
    return MappingProxyType({name: frozenset(kinds) for name, kinds in load("universes.toml").items()})
