"""A report made ready for the parser: cut into sections and paragraphs, limited, cleaned, headlines in running case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.ingest.languages import told_language
from dateline.model import Problem, Report, Section, SectionKind, Span
from dateline.read.casing import Evidence, evidence, is_set_apart, is_shouted, running
from dateline.read.furniture import has_stop
from dateline.read.metadata import described
from dateline.read.sections import paragraphs, sections
from dateline.read.stretches import Sieve, Stretch, is_english, stretches
from dateline.read.titles import LONGEST_TITLE

LONGEST_TEXT = 200_000
"""So many characters of a report are read, a newspaper's whole page many times over; what comes after is a problem."""

LONGEST_PIECE = 8_000
"""A longer paragraph is parsed in pieces, so that memory stays small; no report's own paragraph is as long."""

HEADS = frozenset({SectionKind.TITLE, SectionKind.DATELINE})
"""Sections that are parsed whatever they hold: they tell what the report is about, and whence it comes."""

LANGUAGES = frozenset({"en", "eng"})
"""The languages of the parser's models."""

CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
SURROGATES = re.compile(r"[\ud800-\udfff]")
APOSTROPHES = str.maketrans({"’": "'", "‘": "'"})
PIECE_END = re.compile(r"[.?!][\"”’']?\s")


@dataclass(frozen=True, slots=True)
class Draft:
    """A report, its sections and paragraphs, the stretches of them that are parsed, each as long as it is in the report, and the
    sentences that are not.
    """

    report: Report
    sections: tuple[Section, ...]
    paragraphs: tuple[Span, ...]
    stretches: tuple[Stretch, ...]
    skipped: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()


def prepare(report: Report, sieve: Sieve | None = None) -> Draft:
    """The draft of a report; ``sieve`` tells which sentences are worth parsing, without one all are."""
    cut = sections(replace(report, text=report.text[:LONGEST_TEXT]))
    spans = tuple(piece for span in paragraphs(cut) for piece in pieces(report.text, span))
    problems = tuple(problems_of(report))
    foreign = any(problem.code == "other_language" for problem in problems)
    heads = {s.span.start for s in cut if s.kind in HEADS}
    kept, left = ([], list(spans)) if foreign else stretches(spans, tuple(shown(report.text, cut, spans)), sieve, heads)
    if not foreign and (others := in_other_languages(report.text, spans)):
        kept = [stretch for stretch in kept if stretch.paragraph not in others]
        left = sorted({*(span for span in left if not any(spans[n].covers(span) for n in others)), *(spans[n] for n in others)})
        problems = (*problems, partly(report, spans, others))
    return Draft(described(report, cut), cut, spans, tuple(kept), tuple(left), problems)


def in_other_languages(text: str, spans: Sequence[Span]) -> dict[int, str]:
    """The paragraphs that are surely not English, by their number, with their language."""
    told = ((number, told_language(span.of(text))) for number, span in enumerate(spans))
    return {number: language for number, language in told if language}


def partly(report: Report, spans: Sequence[Span], others: Mapping[int, str]) -> Problem:
    """The problem of a report of which some paragraphs are not English."""
    first = spans[min(others)]
    message = f"{len(others)} of {len(spans)} paragraphs are kept, and not coded: {', '.join(sorted(set(others.values())))}"
    return Problem(report.id, first.start, first.end, "other_language", message, first.of(report.text)[:80])


def problems_of(report: Report) -> Iterator[Problem]:
    """What keeps a report from being read whole, or at all."""
    if len(report.text) > LONGEST_TEXT:
        message = f"only the first {LONGEST_TEXT} of {len(report.text)} characters are read"
        yield Problem(report.id, LONGEST_TEXT, len(report.text), "text_too_long", message)
    told = report.language.partition("-")[0].lower()
    if told not in LANGUAGES:
        yield Problem(report.id, 0, 0, "other_language", f"kept, and not coded: {report.language}", report.text[:80])
    elif not is_english(report.text[:LONGEST_TEXT]):
        yield Problem(report.id, 0, 0, "other_language", "kept, and not coded: this is not English", report.text[:80])


def pieces(text: str, span: Span) -> Iterator[Span]:
    """A paragraph in pieces of bounded length, cut at a sentence's end, else at a blank, else anywhere."""
    start = span.start
    while span.end - start > LONGEST_PIECE:
        ends = [m.end() for m in PIECE_END.finditer(text, start + LONGEST_PIECE // 2, start + LONGEST_PIECE)]
        blank = text.rfind(" ", start + LONGEST_PIECE // 2, start + LONGEST_PIECE)
        end = ends[-1] if ends else blank + 1 if blank >= 0 else start + LONGEST_PIECE
        yield trimmed(text, start, end)
        start = end
    yield trimmed(text, start, span.end)


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without the blanks at its end."""
    return Span(start, start + max(1, len(text[start:end].rstrip())))


def shown(text: str, cut: Sequence[Section], spans: Sequence[Span]) -> Iterator[str]:
    """Each paragraph's text as the parser sees it."""
    titles = {s.span.start for s in cut if s.kind is SectionKind.TITLE}
    bodies = [clean(span.of(text)) for span in spans]
    heads = [span.start in titles or is_heading(body) for span, body in zip(spans, bodies, strict=True)]
    told: Evidence | None = None
    for head, body in zip(heads, bodies, strict=True):
        if not head or not is_set_apart(body):
            yield body
            continue
        if told is None:
            told = evidence(b for h, b in zip(heads, bodies, strict=True) if not h)
        yield running(body, told)


def is_heading(paragraph: str) -> bool:
    """Whether a paragraph may be written as headlines are, wherever it stands."""
    return (len(paragraph) <= LONGEST_TITLE and not has_stop(paragraph)) or is_shouted(paragraph)


def clean(paragraph: str) -> str:
    """A paragraph without line breaks, control characters and halves of characters, of the same length.

    Curly apostrophes become straight ones: the models were trained on these,
    and take "Lithuania’s envoy" for a clause now and then.
    """
    return SURROGATES.sub("\ufffd", CONTROLS.sub(" ", paragraph)).translate(APOSTROPHES)
