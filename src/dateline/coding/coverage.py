"""What became of every sentence."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.dating import Dated
from dateline.model import Claim, Coverage, Fate, Reading, SectionKind, Span

WHOLE = {SectionKind.BOILERPLATE: Fate.BOILERPLATE, SectionKind.DATELINE: Fate.CHAIN}
"""Sections that become one thing as a whole; a dateline tells whence and through whom the report comes."""


def coverage(reading: Reading, dated: Dated, claims: tuple[Claim, ...]) -> tuple[Coverage, ...]:
    """For each sentence and each line of boilerplate, in order, the fates that it met; ``skipped`` where it met none."""
    spans = {
        Fate.EVENT: [s for e in dated.events for s in e.evidence],
        Fate.CLAIM: [s for c in claims for s in c.content],
        Fate.CHAIN: [s for a in dated.attributions for s in (*a.source, *a.cue, *a.content)],
        Fate.TIME: [t.span for t in dated.times],
    }
    lines = [(s.span, s.kind) for s in reading.sections if s.kind is SectionKind.BOILERPLATE]  # never parsed, so no sentences
    left = [(span, SectionKind.BODY) for span in reading.skipped]
    told = sorted([*((s.span, s.kind) for s in reading.sentences), *lines, *left])
    return tuple(Coverage(span, fates(span, kind, spans)) for span, kind in told)


def fates(sentence: Span, kind: SectionKind, spans: dict[Fate, list[Span]]) -> tuple[Fate, ...]:
    """The fates of one sentence."""
    if kind in WHOLE:
        return (WHOLE[kind],)
    found = tuple(fate for fate, places in spans.items() if touches(sentence, places))
    return found or (Fate.SKIPPED,)


def touches(sentence: Span, places: Iterable[Span]) -> bool:
    """Whether one of the places lies in the sentence."""
    return any(sentence.overlaps(place) for place in places)
