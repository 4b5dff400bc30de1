"""What ``demo`` shows: the stories of the sample reports, one event in full, and how things stand after them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.console import RenderableType

from dateline.desk.dossier import dossier
from dateline.desk.standing import register_of
from dateline.model import Event, Layer
from dateline.register.counts import recognizers
from dateline.register.view import View
from dateline.resolve import Catalogue
from dateline.serve.render.dossier import dossier_pages
from dateline.serve.render.events import SHORT_ID
from dateline.serve.render.page import QUIET, rows, words
from dateline.serve.render.register import count_pages
from dateline.serve.render.reports import story_list
from dateline.serve.text import counted
from dateline.store import Session
from dateline.store.events import EventFilter, days


def demo_pages(session: Session, known: Catalogue, path: str) -> Iterator[RenderableType]:
    """The record of the sample reports."""
    reports, events = list(session.reports.heads()), list(session.events.find(EventFilter()))
    outlets = {report.outlet for report in reports if report.outlet}
    yield words(f"{counted(len(reports), 'report')} by {len(outlets)} outlets tell of {counted(len(events), 'event')}.")
    yield chapter("Stories")
    yield from story_list(session.stories.all(), session)
    if events:
        best = max(events, key=weight)
        yield chapter("One event in full")
        yield from dossier_pages(dossier(session, best.id), known)
        yield from standing_pages(session, known, events)
        yield from next_steps(best, path)


def chapter(title: str) -> RenderableType:
    """The head of a chapter."""
    from rich.rule import Rule

    return Rule(title, align="left", style=QUIET)


def weight(event: Event) -> tuple[int, int, int, str]:
    """How much there is to see of an event."""
    return event.counts.reports, event.counts.principals, len(event.disagreements), event.id


def standing_pages(session: Session, known: Catalogue, events: list[Event]) -> Iterator[RenderableType]:
    """Who recognizes the party whose recognition most reports tell of, on the day after."""
    told = [
        e for e in events if e.act == "recognize_state" and e.recipients and days(e)[1] and known.party(e.recipients[0].actor.id)
    ]
    if not told:
        return
    best = max(told, key=weight)
    entity = known.parties[best.recipients[0].actor.id]
    view = View(on=days(best)[1] or date.today().isoformat(), layer=Layer.STATE)
    yield chapter("How things stand")
    count = recognizers(register_of(session, known, entity.id), entity.id, view=view)
    yield from count_pages(count, entity, None, session)


def next_steps(event: Event, path: str) -> Iterator[RenderableType]:
    """Commands to go on with."""
    yield chapter("Go on")
    steps = [
        (f"dateline events --archive {path}", "all events"),
        (f"dateline event {event.id[:SHORT_ID]} --archive {path}", "this one, as JSON with --json"),
        (f"dateline check --archive {path}", "where reports differ"),
        (f"dateline serve --archive {path}", "the same in your browser"),
        ("dateline add FOLDER", "your own reports, into dateline.db"),
    ]
    yield from (rows([(words(command), [words(told, QUIET)])], width=52) for command, told in steps)
