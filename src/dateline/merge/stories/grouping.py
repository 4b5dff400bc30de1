"""Reports → Stories: a set of reports all at once, as the archive does it one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.merge.copies import originals
from dateline.merge.stories.memory import MemoryShelf
from dateline.merge.stories.online import place
from dateline.merge.stories.profiles import profile
from dateline.model import Report, Story, record_id


@dataclass(frozen=True, slots=True)
class StoryItem:
    """A report with the ids of the events that it tells, and with the blocks of its event mentions, as far as they are known."""

    report: Report
    events: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()


def stories(items: Iterable[StoryItem]) -> tuple[Story, ...]:
    """The stories of the reports, in the order of their first day and id."""
    once = {item.report.id: item for item in items}
    found = [
        story([once[id].report for id in ids], {event for id in ids for event in once[id].events}) for ids in group(once.values())
    ]
    return tuple(sorted(found, key=lambda s: (s.first or "~", s.id)))


def group(items: Iterable[StoryItem]) -> list[tuple[str, ...]]:
    """The reports in groups, each once; a near-copy goes with its original."""
    every = {item.report.id: item for item in items}
    copied = originals(item.report for item in every.values())
    shelf = MemoryShelf()
    place(shelf, {id: profile(item.report, item.acts) for id, item in every.items() if id not in copied})
    groups = {ids: set(ids) for ids in shelf.groups.values()}
    for id, original in copied.items():
        groups[shelf.groups[original]].add(id)
    return sorted(tuple(sorted(ids)) for ids in groups.values())


def story(found: Sequence[Report], events: Iterable[str] = ()) -> Story:
    """A group as a story: its title is that of the report that came first."""
    reports = sorted(found, key=lambda r: (r.published or "~", r.id))
    ids = tuple(sorted(r.id for r in reports))
    dated = [r.day for r in reports if r.day]
    title = next((r.title for r in reports if r.title), None) or opening(reports[0].text)
    return Story(story_id(ids), title, min(dated, default=None), max(dated, default=None), ids, tuple(sorted(events)))


def story_id(ids: Iterable[str]) -> str:
    """The id of the story of these reports: a hash over the smallest of their ids, so that growing changes it seldom."""
    return record_id("story", min(ids))


def opening(text: str) -> str:
    """The first line of a text, cut where it grows long."""
    line = text.strip().split("\n", 1)[0]
    return line if len(line) <= 100 else line[:97].rsplit(" ", 1)[0] + " …"
