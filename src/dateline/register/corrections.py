"""Corrections by outlets: what a later version of a report no longer says is retracted from that version's day on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.model import Entry, Ruling, RulingKind
from dateline.register.entries import ruling


def retractions(before: Iterable[Entry], after: Iterable[Entry], on: str | None, outlet: str) -> Iterator[Ruling]:
    """A ruling for each entry of a report's earlier version that its later one, of a day, drops or reverses; by id.

    Where the words stand in the text does not count: a sentence that only moved is still said.
    """
    kept = {said(entry) for entry in after}
    for entry in sorted(before, key=lambda e: e.id):
        if said(entry) not in kept:
            yield ruling(RulingKind.RETRACT, entry.id, known=on, by=outlet, reason="a later version of the report does not say it")


def said(entry: Entry) -> tuple[object, ...]:
    """What an entry says, and by whose word; not when it was known, nor where it stands."""
    parties = entry.act, entry.actor, entry.recipient, entry.of_state
    return *parties, entry.polarity, entry.status, entry.valid, entry.according_to, entry.principal
