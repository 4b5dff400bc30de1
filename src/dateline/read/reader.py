"""The reading stage: it cuts a report into sections and paragraphs and has each paragraph parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from dateline.model import Reading, Report, SectionKind, Sentence, Span, Token
from dateline.read.draft import Draft, prepare
from dateline.read.parser import Parser, RawToken
from dateline.read.quotations import quotations
from dateline.read.stretches import Sieve

BATCH_SIZE, BATCH_REPORTS = 200_000, 64
"""So many characters, or so many reports, are read in one go."""


class Reader:
    """Reads reports; keeps one parser, loaded at the first report."""

    def __init__(self, model: str | None = None, sieve: Sieve | None = None) -> None:
        """``model``: see :class:`dateline.read.parser.Parser`; ``sieve`` tells which sentences are worth parsing."""
        self.parser = Parser(model)
        self.sieve = sieve

    def read(self, report: Report) -> Reading:
        """The reading of one report."""
        return next(self.read_many([report]))

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """The readings of many reports, in order; parsing runs over all of them in batches."""
        for batch in batches(prepare(report, self.sieve) for report in reports):
            parsed = self.parser.parse(stretch.shown for draft in batch for stretch in draft.stretches)
            for draft in batch:
                yield assemble(draft, list(islice(parsed, len(draft.stretches))))


def batches(drafts: Iterable[Draft]) -> Iterator[list[Draft]]:
    """The drafts in groups that are large enough to be parsed well together and small enough to be kept in memory."""
    batch: list[Draft] = []
    size = 0
    for draft in drafts:
        batch.append(draft)
        size += sum(len(stretch.shown) for stretch in draft.stretches)
        if size >= BATCH_SIZE or len(batch) >= BATCH_REPORTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def assemble(draft: Draft, parsed: Sequence[Sequence[RawToken]]) -> Reading:
    """One reading out of stretches that were parsed apart: offsets and heads now count through the report."""
    text, kinds = draft.report.text, list(kinds_of(draft))
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for (span, _, number), raws in zip(draft.stretches, parsed, strict=True):
        base = len(tokens)
        starts = [k for k, raw in enumerate(raws) if raw.sentence_start]
        for first, last in zip(starts, [*starts[1:], len(raws)], strict=False):  # a paragraph of control characters has no tokens
            place = Span(span.start + raws[first].start, span.start + raws[last - 1].end)
            index = len(sentences)
            sentences.append(Sentence(index, place, base + first, base + last, number, kinds[number]))
            tokens.extend(token(raw, text, base + k, base, span.start, index) for k, raw in enumerate(raws[first:last], first))
    quoted = quotations(text, draft.paragraphs)
    found = (tuple(sentences), tuple(tokens), quoted, draft.problems, draft.skipped)
    return Reading(draft.report, draft.sections, draft.paragraphs, *found)


def kinds_of(draft: Draft) -> Iterator[SectionKind]:
    """The kind of each paragraph; the later pieces of a very long one are of the first one's kind."""
    known = {s.span.start: s.kind for s in draft.sections}
    kind = SectionKind.BODY
    for span in draft.paragraphs:
        kind = known.get(span.start, kind)
        yield kind


def token(raw: RawToken, text: str, i: int, base: int, offset: int, sentence: int) -> Token:
    """A paragraph's token, counted through the report, with the report's own words."""
    start, end = raw.start + offset, raw.end + offset
    return Token(i, start, end, text[start:end], raw.lemma, raw.tag, raw.pos, raw.dep, raw.head + base, raw.entity, sentence)
