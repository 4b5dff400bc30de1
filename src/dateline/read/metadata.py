"""What a report's own text says about it: title, place, byline, credit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.model import Report, Section, SectionKind
from dateline.read.datelines import dateline, is_agency, place_name
from dateline.read.furniture import Furniture, furniture

BRACKET = re.compile(r"\(([^()\n]{2,40})\)\.?\s{0,9}\Z")
"""A bracket behind the last sentence: "… the ministry said. (AFP)"."""
TAIL = 60
"""Characters of a report's end in which such a bracket may stand."""


def described(report: Report, cut: Sequence[Section]) -> Report:
    """The report with what its text says where nothing was given."""
    return replace(
        report,
        title=report.title or title(report, cut),
        place=report.place or place(report, cut),
        byline=report.byline or byline(report, cut),
        credit=report.credit or "; ".join(dict.fromkeys(credits_of(report, cut))) or None,
    )


def words_of(report: Report, cut: Sequence[Section], kind: SectionKind) -> Iterator[str]:
    """The words of each section of one kind."""
    return (s.span.of(report.text) for s in cut if s.kind is kind)


def title(report: Report, cut: Sequence[Section]) -> str | None:
    """The first title in the text, on one line."""
    first = next(words_of(report, cut, SectionKind.TITLE), None)
    return " ".join(first.split()) if first else None


def place(report: Report, cut: Sequence[Section]) -> str | None:
    """The dateline's place."""
    leads = map(dateline, words_of(report, cut, SectionKind.DATELINE))
    return next((place_name(lead.place) for lead in leads if lead and lead.place), None)


def byline(report: Report, cut: Sequence[Section]) -> str | None:
    """The author's name or names, without "By"."""
    lines = words_of(report, cut, SectionKind.BOILERPLATE)
    first = next((line for line in lines if furniture(line, at_edge=True) is Furniture.BYLINE), None)
    return first.split(maxsplit=1)[1].strip() if first else None


def credits_of(report: Report, cut: Sequence[Section]) -> Iterator[str]:
    """The agency of the dateline, the credit lines, and the agency in brackets behind the last sentence, as they stand."""
    for words in words_of(report, cut, SectionKind.DATELINE):
        lead = dateline(words)
        if lead and lead.agency:
            yield lead.agency
    for line in words_of(report, cut, SectionKind.BOILERPLATE):
        if furniture(line, at_edge=True) is Furniture.CREDIT:
            yield line
    for words in list(words_of(report, cut, SectionKind.BODY))[-1:]:
        last = BRACKET.search(words, max(0, len(words) - TAIL))
        if last and is_agency(last[1]):
            yield last[1]
