"""What does not fit together: reports of one event that differ, and what the register finds in itself and in tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from dateline.desk.counting import Counting, counted
from dateline.desk.counting import in_register as counted_in_register
from dateline.desk.differing import in_stories
from dateline.desk.overview import Overview
from dateline.desk.placing import COUNTED, Placed, in_register, placed
from dateline.model import Disagreement, Event, Story
from dateline.register import checks
from dateline.register.ledger import Expectation
from dateline.register.view import View

STORY = "story "
"""How the place of a finding between the reports of a story begins."""


@dataclass(frozen=True, slots=True)
class FindingValue:
    """One of the values that stand against each other: which reports and entries give it, and whose voices."""

    value: str
    reports: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not fit; about an event, about a layer of the register between two parties, or between the reports of a
    story (``where``).
    """

    kind: str
    message: str
    values: tuple[FindingValue, ...]
    event: str | None = None
    layer: str | None = None
    from_: str | None = None
    to: str | None = None
    where: str = ""


def findings(overview: Overview, view: View, expectations: Iterable[Expectation] = ()) -> Iterator[Finding]:
    """Everything that does not fit: between the reports of each event, or between them and the register; then in the register; last
    what the reports of each story differ in beside their events.
    """
    session = overview.session
    for event in session.events.questionable(COUNTED):
        yield from (of_event(event, each) for each in event.disagreements)
        yield from (of_place(event, each) for each in placed(session, event, overview, view) if each.refuted)
    yield from (of_count(each) for each in counted(overview, view) if each.refuted)
    failed = (each for expected in expectations for each in checks.failed(overview, expected))
    yield from map(of_register, chain(failed, overview.findings(view)))
    yield from (of_story(story, each) for story, each in in_stories(session))


def of_event(event: Event, each: Disagreement) -> Finding:
    """A disagreement between the reports of an event."""
    values = tuple(FindingValue(v.value, reports=v.reports, voices=v.speakers) for v in each.values)
    return Finding(each.kind, " or ".join(v.value for v in each.values), values, event=event.id)


def of_story(story: Story, each: Disagreement) -> Finding:
    """A disagreement between the reports of a story: about one of its events, or about a party of which they speak."""
    values = tuple(FindingValue(v.value, reports=v.reports, voices=v.speakers) for v in each.values)
    event = each.about if each.about in story.events else None
    to = each.about if event is None else None
    return Finding(each.kind, story.title, values, event=event, to=to, where=f"{STORY}{story.id}")


def of_place(event: Event, each: Placed) -> Finding:
    """A place in a row that the register has otherwise in every universe."""
    said = FindingValue(f"{each.place.number}", reports=(each.report,), voices=each.speakers)
    known = tuple(FindingValue(f"{in_register(a)} ({a.universe} in the register)") for a in each.answers)
    words = "; ".join(f"{a.universe}: {in_register(a)}" for a in each.answers)
    return Finding("ordinal", f"“{each.place.words}”; in the register {words}", (said, *known), event=event.id)


def of_count(each: Counting) -> Finding:
    """A count that the register has otherwise in every universe."""
    who = (each.count.speaker,) if each.count.speaker else ()
    said = FindingValue(f"{each.count.number}", reports=(each.report,), voices=who)
    known = tuple(FindingValue(f"{counted_in_register(a)} ({a.universe} in the register)") for a in each.answers)
    words = "; ".join(f"{a.universe}: {counted_in_register(a)}" for a in each.answers)
    message = f"“{each.count.words}”; in the register {words}"
    return Finding("count", message, (said, *known), layer=each.count.layer, to=each.count.entity)


def of_register(found: checks.Finding) -> Finding:
    """A finding of the register."""
    values = tuple(FindingValue(v.value, entries=v.entries, voices=v.voices) for v in found.values)
    return Finding(found.kind, found.message, values, layer=found.layer, from_=found.from_, to=found.to or None, where=found.where)
