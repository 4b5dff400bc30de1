"""Entries as they are made: their ids, and how the voice behind an entry stands toward its act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any, Protocol

from dateline.model import Entry, Evidence, Party, Ruling, RulingKind, Standing, record_id
from dateline.register.rules import effects
from dateline.register.windows import END, day, window

OUTSIDE_ID = frozenset({"id", "recorded", "standing", "event", "note", "known_basis"})
"""Fields that do not make an entry what it is: when we loaded it, and what resolution and merging may change."""


class Parties(Protocol):
    """Who there is: what the register asks of the actor catalogue."""

    def party(self, id: str) -> Party | None:
        """The party with this id."""

    def find(self, name: str, on: str | None = None) -> tuple[Party, ...]:
        """The parties that bear a name or a code on a day, best first."""


def entry(act: str, actor: str, recipient: str, valid: str | None = None, **fields: Any) -> Entry:
    """An entry with its id; standing is reckoned from the principal where it is not given."""
    principal = fields.get("principal")
    fields.setdefault("standing", plain_standing(principal, actor, recipient))
    return identified(Entry("", act, actor, recipient, valid, **fields))


def identified(found: Entry) -> Entry:
    """The entry with the id that its content gives it."""
    content = {name: value for name, value in asdict(found).items() if name not in OUTSIDE_ID and value}
    return replace(found, id=record_id("entry", content))


def ruling(kind: RulingKind, on: str, **fields: Any) -> Ruling:
    """A ruling with its id."""
    made = Ruling("", kind, on, **fields)
    return replace(made, id=record_id("ruling", kind, on, made.known, made.by, made.reason))


def plain_standing(principal: str | None, actor: str, recipient: str) -> Standing:
    """How a principal stands toward an act, as far as its parties tell."""
    if principal is None:
        return Standing.UNKNOWN
    if principal == actor:
        return Standing.ACTOR
    return Standing.RECIPIENT if principal == recipient else Standing.THIRD


def standing(principal: str | None, actor: str, recipient: str, parties: Parties) -> Standing:
    """How a principal stands toward an act; who claims the recipient's land is its adversary."""
    plain = plain_standing(principal, actor, recipient)
    if plain is not Standing.THIRD:
        return plain
    claimed = parties.party(recipient)
    return Standing.ADVERSARY if claimed is not None and claimed.parent == principal else plain


def known_day(found: Entry) -> int:
    """Since which day the world could know the entry; without a known day, since what it tells was over."""
    if found.known:
        return day(found.known)
    last = window(found.valid).last
    return last if last < END else 0


def pairs(found: Entry) -> tuple[tuple[str, str], ...]:
    """The unordered pairs of parties that the entry bears on."""
    others = {found.recipient, found.of_state or found.recipient} - {found.actor}
    return tuple((min(found.actor, other), max(found.actor, other)) for other in sorted(others))


def touches(act: str) -> bool:
    """Whether the register has a layer for the act."""
    return act in effects()


def evidence_of(entries: Iterable[Entry]) -> tuple[Evidence, ...]:
    """The evidence of several entries, each piece once, in a stable order."""
    return tuple(sorted({e for found in entries for e in found.evidence}, key=evidence_key))


def evidence_key(found: Evidence) -> tuple[object, ...]:
    """What evidence is sorted by."""
    return found.kind, found.ref, found.spans, found.row or 0, found.text
