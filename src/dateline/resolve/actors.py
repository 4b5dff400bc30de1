"""Names, metonyms, noun phrases and pronouns → actors."""

from __future__ import annotations

from dateline.model import ActorMention, Reading
from dateline.resolve.catalogue import Catalogue


def find_actors(reading: Reading, catalogue: Catalogue) -> tuple[ActorMention, ...]:
    """The mentions of actors, in the order of the text."""
    return ()
