"""What ``compare`` and ``terms`` show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from dateline.desk.wording import TermUse
from dateline.merge.compare import Comparison
from dateline.merge.quotes import QuoteRow
from dateline.model import CodedReport, Disagreement, Event, Party, Span
from dateline.resolve import Catalogue
from dateline.serve.phrases import statement
from dateline.serve.render.differing import disagreement_rows
from dateline.serve.render.dossier import name_of
from dateline.serve.render.page import QUIET, STRONG, Columns, flat, heading, rows, sentence, tally, words
from dateline.serve.render.reading import STATUS_STYLES, date_cell, imprint, stated
from dateline.serve.text import counted, day_words, shortened

DIFFERENT = "bold yellow"


def comparison_pages(found: Comparison, a: CodedReport, b: CodedReport, known: Catalogue) -> Iterator[RenderableType]:
    """Two reports side by side: events, quotations, terms, disagreements."""
    yield Columns([(title(a), title(b))])
    yield from events(found)
    yield from quotes(found, a, b)
    yield from terms(found, {actor.id: actor.name for coded in (a, b) for m in coded.actors for actor in m.actors})
    yield from disagreements(found, a, b, known)


def title(coded: CodedReport) -> Text:
    """A report's title and imprint."""
    report = coded.report
    return Text("\n").join([words(shortened(report.title or report.text, 200), STRONG), words(imprint(report), QUIET)])


def events(found: Comparison) -> Iterator[RenderableType]:
    """The events that both tell, and those that one tells alone."""
    yield heading(f"{counted(len(found.both), 'event')} in both")
    yield rows((date_cell(e.date), [stated(statement(e), e.status)]) for e in in_order(found.both))
    if found.only_a or found.only_b:
        yield heading("in one alone")
        left, right = ([event_line(e) for e in in_order(events)] for events in (found.only_a, found.only_b))
        length = max(len(left), len(right))
        yield Columns(zip(filled(left, length), filled(right, length), strict=True))


def in_order(events: Iterable[Event]) -> list[Event]:
    """The events by day, the open ones last."""
    return sorted(events, key=lambda e: (e.date is None, e.date or "", e.id))


def event_line(event: Event) -> Text:
    """An event on one line, for a narrow column."""
    said = sentence(statement(event), (f" — {event.status.value}", STATUS_STYLES[event.status]))
    return sentence((f"{day_words(event.date)}  ", QUIET), said)


def filled(lines: list[Text], length: int) -> list[Text]:
    """The lines, and empty ones up to the length."""
    return lines + [Text()] * (length - len(lines))


def quotes(found: Comparison, a: CodedReport, b: CodedReport) -> Iterator[RenderableType]:
    """The quotations that both bring, the words that differ marked."""
    if not found.quotes:
        return
    yield heading(f"{counted(len(found.quotes), 'quotation')} in both")
    for row in found.quotes:
        yield sentence(
            (row.speaker or "unnamed", STRONG), (f" (there: {row.other_speaker})" if row.other_speaker else "", "yellow")
        )
        left = marked(row, row.a, a.report.text, lambda pair: pair[0])
        right = marked(row, row.b, b.report.text, lambda pair: pair[1])
        yield Columns([(left, right)])


def marked(row: QuoteRow, span: Span, text: str, side: Callable[[tuple[str, str]], str]) -> Text:
    """One side of a quotation, its own words marked."""
    line = Text(f"“{flat(span.of(text)).strip()}”")
    at = 0
    for pair in row.differences:
        wanted = flat(side(pair)).strip()
        start = line.plain.find(wanted, at) if wanted else -1
        if start >= 0:
            at = start + len(wanted)
            line.stylize(DIFFERENT, start, at)
    return line


def terms(found: Comparison, names: Mapping[str, str]) -> Iterator[RenderableType]:
    """What each calls the same party."""
    if found.terms:
        yield heading("what each calls")
        for row in found.terms:
            yield words(names.get(row.of, row.of), STRONG)
            yield Columns([(words(", ".join(row.a)), words(", ".join(row.b)))])


def disagreements(found: Comparison, a: CodedReport, b: CodedReport, known: Catalogue) -> Iterator[RenderableType]:
    """Where the two differ."""
    if found.disagreements:
        yield heading("where they differ")
        said = {e.id: statement(e) for e in (*found.both, *found.only_a, *found.only_b)}
        outlets = {r.report.id: r.report.outlet or r.report.id for r in (a, b)}

        def about(each: Disagreement) -> str:
            return said.get(each.about or "") or name_of(each.about, known)

        yield from disagreement_rows(found.disagreements, about, lambda report: outlets.get(report, report))


def term_list(party: Party, uses: Iterable[TermUse]) -> Iterator[RenderableType]:
    """What each outlet, and each speaker whom it quotes, calls a party."""
    yield words(party.name, STRONG)
    n = 0
    for outlet, own in groupby(uses, lambda use: use.outlet):
        yield heading(outlet or "no outlet")
        for use in own:
            n += 1
            yield rows([(words(", ".join(sorted(use.stances)), "yellow"), [term_line(use)])])
    yield tally(n, "term")


def term_line(use: TermUse) -> Text:
    """Some words, how often they are used, and who uses them where they are quoted."""
    times = f"  {use.count}×" if use.count > 1 else ""
    return sentence(
        f"“{use.words}”" if use.quoted else use.words, (times, QUIET), (f"  {use.speaker}" if use.speaker else "", QUIET)
    )
