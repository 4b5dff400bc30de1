"""A report's text in blocks, each a paragraph with what was read in it beside it; and two texts with their blocks aligned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.merge.compare import Comparison
from dateline.model import Attribution, Claim, CodedReport, EventMention, Span
from dateline.read.lines import paragraphs_of
from dateline.serve.web.layers import Mark, Piece, pieces, report_marks


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with the white space behind it, in pieces, and what begins in it."""

    span: Span
    pieces: tuple[Piece, ...]
    events: tuple[EventMention, ...]
    statements: tuple[Attribution, ...]
    claims: tuple[Claim, ...]


def blocks(coded: CodedReport) -> list[Block]:
    """A report's text, all of it, block by block."""
    marks = sorted(report_marks(coded), key=lambda mark: mark.span)
    return [block(coded, span, marks) for span in block_spans(coded.report.text)]


def block_spans(text: str) -> list[Span]:
    """Where the blocks lie: from the start of each paragraph to that of the next."""
    starts = [0, *(p.start for p in paragraphs_of(text)[1:])]
    return [Span(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True) if a < b]


def block(coded: CodedReport, span: Span, marks: Iterable[Mark]) -> Block:
    """One block; a mark that reaches over several bears its anchor in the first alone."""
    here = [mark if span.start <= mark.span.start else unanchored(mark) for mark in marks if mark.span.overlaps(span)]
    return Block(
        span,
        tuple(pieces(span.of(coded.report.text), here, span.start)),
        tuple(sorted((e for e in coded.events if begins(e.predicate, span)), key=lambda e: e.predicate)),
        tuple(a for a in coded.attributions if begins(first_of((*a.content, *a.source, *a.cue)), span)),
        tuple(c for c in coded.claims if begins(first_of(c.content), span)),
    )


def unanchored(mark: Mark) -> Mark:
    """The mark without its anchor."""
    return Mark(mark.span, mark.kind, mark.told)


def begins(place: Span | None, span: Span) -> bool:
    """Whether something begins in a span."""
    return place is not None and span.start <= place.start < span.end


def first_of(spans: Sequence[Span]) -> Span | None:
    """The first of some spans."""
    return min(spans, default=None)


# --------------------------------------------------------------------------- two texts side by side


@dataclass(frozen=True, slots=True)
class Beside:
    """A block of one report beside those of the other that tell the same; null where the other report has none."""

    a: Block | None
    b: tuple[Block, ...]


def beside(a: CodedReport, b: CodedReport, comparison: Comparison) -> list[Beside]:
    """The blocks of two reports, aligned: in the order of the first, each of the second's where most of it is shared."""
    left, right = blocks(a), blocks(b)
    places = placed(shared(a, b, comparison), left, right)
    rows = [Beside(block, tuple(right[j] for j in sorted(places) if places[j] == i)) for i, block in enumerate(left)]
    return [*rows, *(Beside(None, (block,)) for j, block in enumerate(right) if j not in places)]


def shared(a: CodedReport, b: CodedReport, comparison: Comparison) -> Iterator[tuple[int, int, int]]:
    """Places of the two texts that tell the same, with their weight: aligned words weigh more than the same event."""
    for row in comparison.quotes:
        yield row.a.start, row.b.start, 3
    predicates = {(c.report.id, e.id): e.predicate.start for c in (a, b) for e in c.events}
    for event in comparison.both:
        mine = [predicates[key] for m in event.mentions if (key := (m.report, m.event)) in predicates and m.report == a.report.id]
        theirs = [predicates[key] for m in event.mentions if (key := (m.report, m.event)) in predicates and m.report == b.report.id]
        yield from ((x, y, 1) for x in mine for y in theirs)


def placed(ties: Iterable[tuple[int, int, int]], left: Sequence[Block], right: Sequence[Block]) -> Mapping[int, int]:
    """For each block of the second report that of the first with which it shares most, the earlier of two alike."""
    weights: dict[int, Counter[int]] = {}
    for x, y, weight in ties:
        i, j = holding(left, x), holding(right, y)
        if i is not None and j is not None:
            weights.setdefault(j, Counter())[i] += weight
    return {j: min(found, key=lambda i: (-found[i], i)) for j, found in weights.items()}


def holding(found: Sequence[Block], place: int) -> int | None:
    """The number of the block in which a place lies."""
    return next((i for i, block in enumerate(found) if block.span.start <= place < block.span.end), None)
