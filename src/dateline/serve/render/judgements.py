"""What ``judge …`` shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from dateline.desk.judging import in_words
from dateline.model import Event, Judgement, MentionKey, Ruling
from dateline.serve.phrases import statement
from dateline.serve.render.differing import Outlets, value_lines
from dateline.serve.render.events import SHORT_ID, support
from dateline.serve.render.page import QUIET, rows, sentence, tally, words
from dateline.serve.render.reading import date_cell, stated
from dateline.serve.text import counted


def waiting_list(events: Iterable[Event], outlets: Outlets) -> Iterator[RenderableType]:
    """The events that wait for a judgement, each with what makes the record unsure of it."""
    n = 0
    for event in events:
        n += 1
        lines = [stated(statement(event), event.status), support(event), *(doubt for doubt in doubts(event, outlets))]
        yield rows([(date_cell(event.date), lines)], indent=0)
    yield tally(n, "event")
    if n:
        yield words("decide with: dateline judge same|not-same|wrong|set ID …; look with: dateline event ID", QUIET)


def doubts(event: Event, outlets: Outlets) -> Iterator[Text]:
    """On what reports differ, every value with who gives it; else that it was read with little confidence."""
    for each in event.disagreements:
        yield words(f"{each.kind}:", "yellow")
        yield from (sentence("  ", line) for line in value_lines(each, outlets))
    if not event.disagreements:
        nobody = "" if event.counts.principals else ", and nobody answers for it"
        yield words(f"read with little confidence ({event.confidence:.2f}){nobody}", "yellow")


def judged_lines(made: Collection[Judgement | Ruling], events: Collection[str]) -> Iterator[RenderableType]:
    """What was judged, and where to look at it."""
    yield from judgement_list(made)
    if events:
        listed = ", ".join(sorted(id[:SHORT_ID] for id in events))
        yield words(f"{counted(len(events), 'event')} in the reports concerned: {listed}", QUIET)


def judgement_list(
    made: Iterable[Judgement | Ruling],
    undone: Collection[str] = (),
    named: Callable[[MentionKey], str] = lambda key: in_words([key]),
) -> Iterator[RenderableType]:
    """Judgements and rulings, one below the other; ``named`` gives the mentions of which they speak in words."""
    n = 0
    for each in made:
        n += 1
        yield rows([(words(each.id[:SHORT_ID], QUIET), judgement_lines(each, each.id in undone, named))], width=SHORT_ID, indent=0)
    yield tally(n, "judgement")


def judgement_lines(each: Judgement | Ruling, undone: bool, named: Callable[[MentionKey], str]) -> list[Text]:
    """A judgement: what, on what, by whom, why."""
    what = judgement_words(each, named) if isinstance(each, Judgement) else ruling_words(each)
    when = each.on[:10] if isinstance(each, Judgement) else each.known or ""
    who = " · ".join(part for part in (each.by, when, each.reason) if part)
    return [sentence(what, ("  undone" if undone else "", "yellow")), *([words(who, QUIET)] if who else [])]


def judgement_words(each: Judgement, named: Callable[[MentionKey], str]) -> str:
    """What a judgement says."""
    if each.undoes:
        return f"undoes {each.undoes[:SHORT_ID]}"
    verdict = (each.verdict or "").replace("_", " ")
    change = f" {each.field} = {each.value}" if each.field else ""
    return f"{verdict}{change}: {' and '.join(named(key) for key in (each.subject, each.other) if key)}"


def ruling_words(each: Ruling) -> str:
    """What a ruling says."""
    return f"{each.kind.value} {each.on[:SHORT_ID]}"
