"""Keeps the archive's stories and near-copies true to its reports."""

from __future__ import annotations

from dateline.desk.merging import STORIES
from dateline.merge.copies import copies
from dateline.merge.stories import StoryItem, stories
from dateline.store import Archive, Session


def tell_stories(archive: Archive) -> None:
    """Groups the reports into stories and near-copies again, if anything was filed since that was last done.

    How telling a word is depends on all reports, so that stories are made of all of them or not at all. Others may write to
    the archive meanwhile; what they add is then still owed.
    """
    with archive.session() as session:
        if STORIES not in session.runs.owed():
            return
        before, items = basis(session), items_of(session)
    found, copied = stories(items), copies(item.report for item in items)
    with archive.session() as session:
        session.stories.replace(found)
        session.stories.replace_copies({copy.report: copy.original for copy in copied})
        if basis(session) == before:
            session.runs.settle([STORIES])


def items_of(session: Session) -> list[StoryItem]:
    """The reports with their events."""
    events = session.events.by_report()
    return [StoryItem(report, tuple(events.get(report.id, ()))) for report in session.reports.full()]


def basis(session: Session) -> object:
    """All that the stories rest on, to be compared: which version of each report counts, and in which events it is."""
    return session.reports.all_settled(), session.events.by_report()
