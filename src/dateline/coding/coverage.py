"""What became of every sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import accumulate

from dateline.coding.dating import Dated
from dateline.model import Claim, Coverage, Fate, Reading, SectionKind, Span

WHOLE = {SectionKind.BOILERPLATE: Fate.BOILERPLATE, SectionKind.DATELINE: Fate.CHAIN}
"""Sections that become one thing as a whole; a dateline tells whence and through whom the report comes."""


def coverage(reading: Reading, dated: Dated, claims: tuple[Claim, ...]) -> tuple[Coverage, ...]:
    """For each sentence and each line of boilerplate, in order, the fates that it met; ``skipped`` where it met none."""
    places = {
        Fate.EVENT: Places(s for e in dated.events for s in e.evidence),
        Fate.CLAIM: Places(s for c in claims for s in c.content),
        Fate.CHAIN: Places(s for a in dated.attributions for s in (*a.source, *a.cue, *a.content)),
        Fate.TIME: Places(t.span for t in dated.times),
    }
    lines = [(s.span, s.kind) for s in reading.sections if s.kind is SectionKind.BOILERPLATE]  # never parsed, so no sentences
    left = [(span, SectionKind.BODY) for span in reading.skipped]
    told = sorted([*((s.span, s.kind) for s in reading.sentences), *lines, *left])
    return tuple(Coverage(span, fates(span, kind, places)) for span, kind in told)


def fates(sentence: Span, kind: SectionKind, places: Mapping[Fate, Places]) -> tuple[Fate, ...]:
    """The fates of one sentence."""
    if kind in WHOLE:
        return (WHOLE[kind],)
    found = tuple(fate for fate, where in places.items() if where.touch(sentence))
    return found or (Fate.SKIPPED,)


class Places:
    """Some stretches of a text, asked whether any of them touches a sentence."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self.starts = [span.start for span in ordered]
        self.farthest = list(accumulate((span.end for span in ordered), max))  # the end of each or of a longer one before it

    def touch(self, sentence: Span) -> bool:
        """Whether one of them shares a code point with the sentence."""
        before = bisect_left(self.starts, sentence.end)
        return before > 0 and self.farthest[before - 1] > sentence.start
