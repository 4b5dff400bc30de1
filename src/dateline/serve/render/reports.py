"""What ``reports`` and ``stories`` show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType
from rich.text import Text

from dateline.desk.revisions import Revision
from dateline.desk.shelf import Shelved
from dateline.model import Event, Story
from dateline.serve.phrases import statement
from dateline.serve.render.events import SHORT_ID
from dateline.serve.render.page import QUIET, STRONG, rows, sentence, tally, words
from dateline.serve.render.reading import date_cell, stated
from dateline.serve.text import counted, day_words, shortened
from dateline.store import Session


def report_list(shelved: Iterable[Shelved]) -> Iterator[RenderableType]:
    """The reports one below the other, as they come."""
    n = 0
    for found in shelved:
        n += 1
        yield rows([(date_cell(found.report.day), report_lines(found))], indent=0)
    yield tally(n, "report")


def report_lines(found: Shelved) -> list[Text]:
    """A report's outlet and title, and what is in it."""
    report = found.report
    parts = [
        counted(len(found.events), "event"),
        f"a copy of {found.copy_of}" if found.copy_of else "",
        counted(found.versions, "version") if found.versions > 1 else "",
        report.id,
    ]
    title = sentence((f"{report.outlet}  " if report.outlet else "", STRONG), shortened(report.title or "(no title)", 200))
    return [title, words(" · ".join(part for part in parts if part), QUIET)]


def revision_list(found: Iterable[Revision], noun: str) -> Iterator[RenderableType]:
    """The versions of a report, or the report and its copies, in order, each with what it dropped and what it brought."""
    n = 0
    for each in found:
        n += 1
        yield rows(
            [(date_cell((each.report.modified or each.report.published or "")[:10] or None), revision_lines(each))], indent=0
        )
    yield tally(n, "version") if noun == "version" else tally(n - 1, "copy", "copies")


def revision_lines(found: Revision) -> list[Text]:
    """A version's outlet and title, and its sentences that were not in the one before, and those that are no more."""
    title = sentence((f"{found.report.outlet}  " if found.report.outlet else "", STRONG), found.report.title or "(no title)")
    return [title, *(words(f"− {s}", "red") for s in found.dropped), *(words(f"+ {s}", "green") for s in found.added)]


def story_list(stories: Iterable[Story], session: Session) -> Iterator[RenderableType]:
    """The stories one below the other, each with its events."""
    n = 0
    for story in stories:
        n += 1
        yield rows([(date_cell(story.first), story_lines(story, session))], indent=0)
    yield tally(n, "story", "stories")


def story_lines(story: Story, session: Session) -> list[Text]:
    """A story's title, its reports, and what happened in it."""
    until = f" to {day_words(story.last)}" if story.last != story.first else ""
    head = sentence((shortened(story.title, 200), STRONG), (f"  {counted(len(story.reports), 'report')}{until}", QUIET))
    events = sorted(session.events.some(story.events).values(), key=lambda e: (e.date or "~", e.id))
    return [head, *(story_event(event) for event in events)]


def story_event(event: Event) -> Text:
    """An event of a story on one line, its day in front."""
    return sentence(
        (f"{day_words(event.date)}  ", QUIET), stated(statement(event), event.status), (f"  {event.id[:SHORT_ID]}", QUIET)
    )


def copies(id: str, found: Mapping[str, str]) -> Iterator[RenderableType]:
    """Of which report one is a copy, and which are copies of it; nothing where there are none."""
    others = sorted(copy for copy, original in found.items() if original == id)
    if id in found:
        yield words(f"a copy of {found[id]}", QUIET)
    if others:
        yield words(f"copies: {', '.join(others)}", QUIET)
    if found:
        yield words("what each changed: --copies", QUIET)
