"""The register over an archive: only the entries that a question needs are loaded."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Entry
from dateline.register.entries import pairs
from dateline.register.register import Register
from dateline.resolve import Catalogue
from dateline.store import Session


def register_of(session: Session, known: Catalogue, one: str | None = None, other: str | None = None) -> Register:
    """The register as far as it concerns a party, or two; all of it where none is named."""
    if one is None:
        entries = list(session.entries.all())
    elif other is None:
        entries = list(session.entries.of_party(one))
    else:
        entries = list(session.entries.between(one, other))
    named = {one, other} - {None} if one else set()
    parties = {party for entry in entries for pair in pairs(entry) for party in pair} | {p for p in named if p}
    ends = session.entries.annexations(parties) if one else ()
    return Register(unique([*entries, *ends]), known, session.judgements.rulings())


def unique(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, each once."""
    return tuple(dict.fromkeys(entries))
