"""Act families: which acts reports use for one and the same happening, and what may differ between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dateline import knowledge
from dateline.model import UsageError
from dateline.settings import load


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
    sits: bool = False
    landed: bool = False
    seldom: bool = False
    journeys: bool = False


FIELDS = ("acts", "once", "degrees", "mutual", "sided", "persons", "sits", "landed", "seldom", "journeys")
"""What a family's table may say."""


def table(name: str) -> dict[str, dict[str, object]]:
    """A data file of this stage."""
    return knowledge.tables(__package__, "data", name)


@cache
def families() -> Mapping[str, Family]:
    """The family of each act that has near ones or is done once."""
    return MappingProxyType(extended(table("families.toml"), map(own_table, load().families)))


def extended(built_in: Mapping[str, Mapping[str, object]], more: Iterable[Mapping[str, Mapping[str, object]]]) -> dict[str, Family]:
    """The family of each act; a later table takes an act out of the family in which it was, and replaces families by name."""
    found: dict[str, Family] = {}
    tables: list[Mapping[str, Mapping[str, object]]] = [built_in, *more]
    for name, fields in ((name, fields) for each in tables for name, fields in each.items()):
        own = build(name, fields)
        found = {act: without(old, own.acts) for act, old in found.items() if old.name != name and act not in own.acts}
        found |= dict.fromkeys(own.acts, own)
    return found


def without(old: Family, acts: Collection[str]) -> Family:
    """The family without acts that are in another one now."""
    return replace(old, acts=tuple(act for act in old.acts if act not in acts))


def own_table(path: str) -> dict[str, dict[str, object]]:
    """A user's file of families; a :class:`UsageError` where it cannot be read or is none."""
    found = knowledge.own_tables(Path(path))
    for name, fields in found.items():
        unknown = set(fields) - set(FIELDS) if isinstance(fields, dict) else {"no table"}
        if unknown or not isinstance(fields.get("acts"), list):
            raise UsageError(f"{path}: [{name}] needs acts, and knows only {', '.join(FIELDS)}")
    return found


def build(name: str, fields: Mapping[str, object]) -> Family:
    """A family from its table."""
    flags = {key: bool(value) for key, value in fields.items() if key != "acts"}
    acts = fields["acts"]
    return Family(name, tuple(map(str, acts)) if isinstance(acts, list) else (), **flags)


def family(act: str) -> Family:
    """The family of an act; an act without near ones is a family of its own, repeatable, with fixed sides."""
    return families().get(act) or Family(act, (act,))


@cache
def phases(name: str) -> Mapping[str, str]:
    """What a predicate tells of a thing of several days, of a family: that it opens, goes on, closes."""
    found = table("phases.toml")
    words = found.get(name, found["talks"])
    return MappingProxyType({str(w): phase for phase, own in words.items() if isinstance(own, list) for w in own})


@cache
def behind(which: str) -> frozenset[str]:
    """The words that end the clause of a noun ("stops"), or the past tenses that may be its verb ("past")."""
    words = table("phases.toml")["behind"][which]
    return frozenset(map(str, words)) if isinstance(words, list) else frozenset()


@cache
def hostile_acts() -> frozenset[str]:
    """The acts that make whoever answers with them an adversary."""
    acts = table("hostile.toml")["acts"]
    return frozenset(map(str, acts))
