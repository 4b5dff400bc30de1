"""What each outlet and each speaker calls a party, over all reports of an archive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.merge.terms import stance, terms
from dateline.model import CodedReport


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


def term_uses(reports: Iterable[CodedReport], party: str) -> tuple[TermUse, ...]:
    """The words for a party, by outlet, speaker and words; kinds of letter make no difference."""
    found: dict[tuple[str, str, bool, str], list[tuple[str, str]]] = defaultdict(list)
    for coded in reports:
        for term in terms(coded, {party}):
            key = (coded.report.outlet or "", term.speaker or "", term.quoted, term.words.casefold())
            found[key].append((term.words, coded.report.id))
    return tuple(use(*key[:3], given) for key, given in sorted(found.items()))


def use(outlet: str, speaker: str, quoted: bool, given: list[tuple[str, str]]) -> TermUse:
    """One use of words, spelled as it is most often."""
    spellings = sorted(words for words, _ in given)
    words = max(spellings, key=lambda w: (spellings.count(w), w))
    reports = tuple(sorted({report for _, report in given}))
    return TermUse(words, outlet or None, speaker or None, quoted, stance(words), len(given), reports)
