"""A phrase out of context → country, sector, party, role: what ``dateline actor`` shows; it needs no parser."""

from __future__ import annotations

from dateline.resolve.actors.phrase.reader import PhraseResolution, resolve_phrase

__all__ = ["PhraseResolution", "resolve_phrase"]
