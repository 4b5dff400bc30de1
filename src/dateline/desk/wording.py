"""What each outlet and each speaker calls a party, over all reports of an archive."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.merge.terms import stance
from dateline.store import Session
from dateline.store.uses import Use


@dataclass(frozen=True, slots=True)
class TermUse:
    """Some words for a party, in one outlet's or one speaker's mouth: how often, and in which reports."""

    words: str
    outlet: str | None
    speaker: str | None
    quoted: bool
    stances: frozenset[str]
    count: int
    reports: tuple[str, ...]


def term_uses(session: Session, party: str, skip: int = 0, limit: int | None = None) -> tuple[TermUse, ...]:
    """The words for a party, by outlet, speaker and words: so many, after so many; kinds of letter make no difference."""
    return tuple(map(term_use, session.uses.of(party, skip, limit)))


def term_use(found: Use) -> TermUse:
    """One use of words, spelled as in most reports."""
    words = max(found.spellings, key=lambda spelling: (spelling[1], spelling[0]))[0]
    count = sum(n for _, n in found.spellings)
    return TermUse(words, found.outlet or None, found.speaker or None, found.quoted, stance(words), count, found.reports)
