"""Names of places → coordinates."""

from __future__ import annotations

from dateline.model import ActorMention, PlaceMention, Reading


def find_places(reading: Reading, actors: tuple[ActorMention, ...]) -> tuple[PlaceMention, ...]:
    """The mentions of places, in the order of the text."""
    return ()
