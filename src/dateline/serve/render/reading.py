"""What ``read`` shows of one report: title, dateline, events, statements, claims, times, problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.text import Text

from dateline.model import Assertion, Attribution, CodedReport, Coverage, EventMention, Fate, Polarity, Report, Span, Status
from dateline.serve.phrases import statement
from dateline.serve.render.chains import chain
from dateline.serve.render.page import QUIET, STRONG, heading, rows, sentence, words
from dateline.serve.text import counted, day_words, one_line, shortened, unique

STATUS_STYLES = {
    Status.HAPPENED: "green",
    Status.ONGOING: "cyan",
    Status.PLANNED: "yellow",
    Status.HYPOTHETICAL: "yellow",
    Status.NEGATED: "red",
}
FATE_STYLES = {Fate.SKIPPED: "red", Fate.BOILERPLATE: QUIET}


def reading(coded: CodedReport) -> Iterator[RenderableType]:
    """A report and what it says, piece by piece."""
    yield from report_head(coded.report)
    yield from events(coded)
    yield from statements(coded)
    yield from claims(coded)
    yield from times(coded)


def report_head(report: Report) -> Iterator[RenderableType]:
    """Title and imprint of a report."""
    yield words(report.title or shortened(report.text, 100) or "(empty)", STRONG)
    yield words(imprint(report), QUIET)


def imprint(report: Report) -> str:
    """Outlet, place, byline and day of a report on one line."""
    published = day_words(report.day) if report.day else "undated"
    return " · ".join(part for part in (report.outlet, report.place, report.byline, published, report.id) if part)


def events(coded: CodedReport) -> Iterator[RenderableType]:
    """The report's events with their dates and chains."""
    if not coded.events:
        yield heading("No events")
        return
    by_id = {a.id: a for a in coded.attributions}
    yield heading(counted(len(coded.events), "event"))
    yield rows((date_cell(event.date), list(event_lines(event, by_id, coded.report.outlet))) for event in coded.events)


def date_cell(value: str | None) -> Text:
    """A date for the first column; an open one is quiet."""
    return words(day_words(value), "" if value else QUIET)


def event_lines(event: EventMention, by_id: Mapping[str, Attribution], outlet: str | None) -> Iterator[Text]:
    """What the event says, and below it who says so."""
    yield stated(statement(event), event.status)
    for line in unique(voice(assertion, by_id, outlet) for assertion in event.assertions):
        yield words(line, QUIET)


def stated(text: str, status: Status) -> Text:
    """A statement with its status."""
    return sentence(text, (" — ", QUIET), (status.value, STATUS_STYLES[status]))


def voice(assertion: Assertion, by_id: Mapping[str, Attribution], outlet: str | None) -> str:
    """Who makes an assertion, by which way, and with what reserve."""
    attribution = by_id.get(assertion.attribution or "")
    way = chain(attribution, outlet) if attribution else (outlet or "the report itself")
    reserve = ["denied"] if assertion.polarity is Polarity.NEGATIVE else []
    reserve += [assertion.certainty.value] if assertion.certainty.value in {"probable", "possible"} else []
    reserve += ["taken for granted"] if assertion.presupposed else []
    return f"{way} ({', '.join(reserve)})" if reserve else way


def statements(coded: CodedReport) -> Iterator[RenderableType]:
    """Who says what: chain, day and words of every attribution."""
    if coded.attributions:
        yield heading(counted(len(coded.attributions), "statement"))
        yield rows((date_cell(a.said_on), attribution_lines(a, coded.report)) for a in coded.attributions)


def attribution_lines(attribution: Attribution, report: Report) -> list[Text]:
    """An attribution's chain and its words."""
    said = words_of(attribution.content, report.text)
    role = f", {attribution.speaker.role}" if attribution.speaker and attribution.speaker.role else ""
    return [sentence(chain(attribution, report.outlet), (role, QUIET)), words(shortened(said, 300), QUIET)]


def words_of(spans: tuple[Span, ...], text: str) -> str:
    """The words of several spans, with an ellipsis where something lies between."""
    return " … ".join(one_line(span.of(text)) for span in sorted(spans))


def claims(coded: CodedReport) -> Iterator[RenderableType]:
    """What is said and is no act."""
    if coded.claims:
        yield heading(counted(len(coded.claims), "claim"))
        yield rows((words(c.kind.value), [words(shortened(words_of(c.content, coded.report.text), 300))]) for c in coded.claims)


def times(coded: CodedReport) -> Iterator[RenderableType]:
    """Every time expression with its value and basis."""
    if coded.times:
        text = coded.report.text
        yield heading(counted(len(coded.times), "time"))
        yield rows(
            (date_cell(t.value), [sentence(t.span.of(text), (f"  {t.basis}" if t.basis else "", QUIET))]) for t in coded.times
        )


def coverage(coded: CodedReport) -> Iterator[RenderableType]:
    """Every sentence with what became of it."""
    yield from report_head(coded.report)
    skipped = sum(Fate.SKIPPED in row.fates for row in coded.coverage)
    yield heading(f"{counted(len(coded.coverage), 'sentence')}, {skipped} skipped")
    yield rows(((fates_cell(row), [words(row.span.of(coded.report.text))]) for row in coded.coverage), width=14)


def fates_cell(row: Coverage) -> Text:
    """What became of a sentence, in one cell."""
    style = next((FATE_STYLES[fate] for fate in row.fates if fate in FATE_STYLES), "green")
    return words(" ".join(fate.value for fate in row.fates) or "—", style)
