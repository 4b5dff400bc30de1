"""Where the reports of one story differ beyond what any one of its events shows: acts and lists told instead of each other, words
that assert no act, words that take a side, counts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from dateline.desk.coding import batches
from dateline.merge.counts import CountTold, count_disagreements
from dateline.merge.crossed import crossed_events
from dateline.merge.reversals import reversed_events
from dateline.merge.terms import differing_terms
from dateline.merge.utterances import whole
from dateline.merge.wordings import Rendering, of_quotations
from dateline.model import Disagreement, Event, Story
from dateline.store import Session

T = TypeVar("T")

TOGETHER = 50
"""What so many stories hold is read at once."""
FEW = 20
"""Reports of an event that are held against each other when it is looked at."""
LARGEST = 400
"""Reports of a story that are held against each other: more are a theme, not a happening."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """What reports of some stories tell, by report, and the events by id."""

    events: Mapping[str, Event]
    quotations: Mapping[str, list[Rendering]]
    terms: Mapping[str, list[tuple[str, str, str]]]
    counts: Mapping[str, list[tuple[str, CountTold]]]


def in_stories(session: Session) -> Iterator[tuple[Story, Disagreement]]:
    """Every disagreement between the reports of a story that none of its events holds, story by story."""
    counts = grouped(session.counts.all(), lambda row: row[0])
    several = (story for story in session.stories.all() if 1 < len(story.reports) <= LARGEST)
    for part in batches(several, TOGETHER):
        held = holdings(session, part, counts)
        yield from ((story, found) for story in part for found in in_story(story, held))


def beside(session: Session, event: Event) -> tuple[Disagreement, ...]:
    """What the reports of an event differ in beside it: quotations, words that take a side, counts; of few reports alone, since
    somebody waits for it.
    """
    if not 1 < len(event.reports) <= FEW:
        return ()
    held = told(session, event.reports, {event.id: event}, grouped(session.counts.all(event.reports), lambda row: row[0]))
    return tuple(said_otherwise(event.reports, [event], held))


def holdings(session: Session, stories: Collection[Story], counts: Mapping[str, list[tuple[str, CountTold]]]) -> Holdings:
    """What the reports of these stories tell."""
    events = session.events.some(id for story in stories for id in story.events)
    return told(session, {id for story in stories for id in story.reports}, events, counts)


def told(
    session: Session, reports: Collection[str], events: Mapping[str, Event], counts: Mapping[str, list[tuple[str, CountTold]]]
) -> Holdings:
    """What these reports tell."""
    quoted = ((report, whole(words, speaker), words) for report, (words, speaker) in session.quotations.of_reports(reports))
    return Holdings(
        events=events,
        quotations=grouped(quoted, lambda row: row[0]),
        terms=grouped(session.uses.of_reports(reports), lambda row: row[1]),
        counts=counts,
    )


def in_story(story: Story, held: Holdings) -> Iterator[Disagreement]:
    """The disagreements between the reports of a story, without those that its events hold."""
    events = [held.events[id] for id in story.events if id in held.events]
    yield from crossed_events(events)
    yield from reversed_events(events)
    yield from said_otherwise(story.reports, events, held)


def said_otherwise(reports: Collection[str], events: Iterable[Event], held: Holdings) -> Iterator[Disagreement]:
    """What reports count, quote and call otherwise, without what these events hold."""
    known = {key(found) for event in events for found in event.disagreements}
    every = (
        *count_disagreements(gathered(reports, held.counts)),
        *of_quotations(gathered(reports, held.quotations)),
        *differing_terms(gathered(reports, held.terms)),
    )
    yield from (found for found in every if key(found) not in known)


def key(found: Disagreement) -> tuple[str, frozenset[str]]:
    """What makes two disagreements one."""
    return found.kind, frozenset(value.value.casefold() for value in found.values)


def grouped(rows: Iterable[T], report: Callable[[T], str]) -> dict[str, list[T]]:
    """The rows by report, in their order."""
    found: dict[str, list[T]] = {}
    for row in rows:
        found.setdefault(report(row), []).append(row)
    return found


def gathered(reports: Iterable[str], rows: Mapping[str, list[T]]) -> Iterator[T]:
    """The rows of these reports."""
    return (row for report in reports for row in rows.get(report, ()))
