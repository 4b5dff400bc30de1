"""Title, dateline, body and boilerplate told apart, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model import Report, Section, SectionKind, Span
from dateline.read.datelines import dateline, is_date
from dateline.read.furniture import Furniture, furniture, has_stop
from dateline.read.lines import paragraphs_of
from dateline.read.titles import is_title, title_lines

HEAD_LINES = 8
"""Title, byline, date and dateline stand among so many first paragraphs."""

TAIL_LINES = 6
"""Credits stand among so many last paragraphs."""


def sections(report: Report) -> tuple[Section, ...]:
    """The sections of a report's text, in order, without overlap: one for each paragraph, and one for each lead."""
    spans = paragraphs_of(report.text)
    kinds = list(line_kinds(report, spans))
    return tuple(cut_leads(report.text, spans, kinds))


def line_kinds(report: Report, spans: Sequence[Span]) -> Iterator[SectionKind]:
    """What each paragraph is, leads not yet cut off."""
    text = report.text
    head, links = True, False
    given = title_lines([s.of(text) for s in spans[:HEAD_LINES]], report.title)
    for i, span in enumerate(spans):
        words = span.of(text)
        if i < given:
            yield SectionKind.TITLE
            continue
        kind = furniture(words, at_edge=head or i >= len(spans) - TAIL_LINES)
        if kind is Furniture.HEADING:
            links = True
        elif links and kind is Furniture.NONE and (has_stop(words) or len(words) > 160):
            links = False
        if kind is not Furniture.NONE or links:
            yield SectionKind.BOILERPLATE
        elif head and i < HEAD_LINES and (opening := head_kind(text, spans, i)):
            yield opening
        else:
            head = False
            yield SectionKind.BODY


def head_kind(text: str, spans: Sequence[Span], i: int) -> SectionKind | None:
    """What a paragraph of the head is, if not body."""
    words = spans[i].of(text)
    if is_date(words):
        return SectionKind.DATELINE
    following = spans[i + 1].of(text) if i + 1 < len(spans) else ""
    return SectionKind.TITLE if is_title(words, following) else None


def cut_leads(text: str, spans: Sequence[Span], kinds: Sequence[SectionKind]) -> Iterator[Section]:
    """The sections, with the lead of the first body paragraph a section of its own."""
    pending = True
    for span, kind in zip(spans, kinds, strict=True):
        lead = dateline(span.of(text)) if pending and kind is SectionKind.BODY else None
        pending = pending and (kind is not SectionKind.BODY)
        if lead is None:
            yield Section(span, kind)
            continue
        yield Section(Span(span.start, span.start + lead.end), SectionKind.DATELINE)
        rest = span.of(text)[lead.end :]
        if rest.strip():
            yield Section(Span(span.end - len(rest.lstrip()), span.end), SectionKind.BODY)


def paragraphs(cut: Sequence[Section]) -> tuple[Span, ...]:
    """What is parsed, each in one go: everything but boilerplate."""
    return tuple(s.span for s in cut if s.kind is not SectionKind.BOILERPLATE)
