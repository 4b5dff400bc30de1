"""Keeps the archive's stories true to its reports."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.desk.merging import STORIES
from dateline.merge.stories import StoryItem, stories
from dateline.store import Archive, Session


def tell_stories(archive: Archive) -> None:
    """Groups the reports into stories again, if anything was filed since that was last done.

    How telling a word is depends on all reports, so that stories are made of all of them or not at all.
    """
    with archive.session() as session:
        if STORIES in session.runs.owed():
            session.stories.replace(stories(items(session)))
            session.runs.settle([STORIES])


def items(session: Session) -> Iterator[StoryItem]:
    """The reports with their events."""
    events = session.events.by_report()
    for report in session.reports.full():
        yield StoryItem(report, tuple(events.get(report.id, ())))
