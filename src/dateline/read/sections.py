"""Title, dateline, body and boilerplate told apart."""

from __future__ import annotations

import re

from dateline.model import Report, Section, SectionKind, Span

LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")


def sections(report: Report) -> tuple[Section, ...]:
    """The sections of a report's text, in order, without overlap."""
    return tuple(Section(Span(*m.span()), SectionKind.BODY) for m in LINE.finditer(report.text))


def paragraphs(text: str, cut: tuple[Section, ...]) -> tuple[Span, ...]:
    """What is parsed in one go: the lines of each section, trimmed."""
    return tuple(s.span for s in cut)
