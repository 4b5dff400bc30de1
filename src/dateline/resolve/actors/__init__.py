"""Names, metonyms, noun phrases and pronouns → actors."""

from dateline.resolve.actors.finder import find_actors
from dateline.resolve.actors.phrase import PhraseResolution, resolve_phrase

__all__ = ["PhraseResolution", "find_actors", "resolve_phrase"]
