"""The reading stage: it cuts a report into sections and paragraphs and has each paragraph parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.model import Quotation, Reading, Report, Section, SectionKind, Sentence, Span, Token
from dateline.read.metadata import described
from dateline.read.parser import Parser, RawToken
from dateline.read.quotations import quotations
from dateline.read.sections import paragraphs, sections


class Reader:
    """Reads reports; keeps one parser, loaded at the first report."""

    def __init__(self, model: str | None = None) -> None:
        """``model``: see :class:`dateline.read.parser.Parser`."""
        self.parser = Parser(model)

    def read(self, report: Report) -> Reading:
        """The reading of one report."""
        return next(self.read_many([report]))

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """The readings of many reports, in order; parsing runs over all of them in batches."""
        for report in reports:
            cut = sections(report)
            spans = paragraphs(cut)
            parsed = list(self.parser.parse([report.text[s.start : s.end] for s in spans]))
            yield assemble(described(report, cut), cut, spans, parsed, quotations(report.text, spans))


def assemble(
    report: Report,
    cut: tuple[Section, ...],
    spans: tuple[Span, ...],
    parsed: Sequence[Sequence[RawToken]],
    quoted: tuple[Quotation, ...],
) -> Reading:
    """One reading out of paragraphs that were parsed apart: offsets and heads now count through the report."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, (span, raws) in enumerate(zip(spans, parsed, strict=True)):
        base = len(tokens)
        starts = [k for k, raw in enumerate(raws) if raw.sentence_start]
        for first, last in zip(starts, [*starts[1:], len(raws)], strict=True):
            place = Span(span.start + raws[first].start, span.start + raws[last - 1].end)
            index = len(sentences)
            sentences.append(Sentence(index, place, base + first, base + last, number, kind_at(cut, place.start)))
            tokens.extend(token(raw, base + k, base, span.start, index) for k, raw in enumerate(raws[first:last], first))
    return Reading(report, cut, spans, tuple(sentences), tuple(tokens), quoted)


def token(raw: RawToken, i: int, base: int, offset: int, sentence: int) -> Token:
    """A paragraph's token, counted through the report."""
    return Token(
        i,
        raw.start + offset,
        raw.end + offset,
        raw.text,
        raw.lemma,
        raw.tag,
        raw.pos,
        raw.dep,
        raw.head + base,
        raw.entity,
        sentence,
    )


def kind_at(cut: tuple[Section, ...], offset: int) -> SectionKind:
    """The kind of the section at an offset; body where none is."""
    return next((s.kind for s in cut if s.span.start <= offset < s.span.end), SectionKind.BODY)
