"""Notes on days that differ by the clocks of the place: 23.30 GMT on Tuesday is Wednesday in Tokyo."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateline.coding.dating.values import is_day
from dateline.coding.syntax import Syntax
from dateline.model import Anchor, EventDate, EventMention, Place, PlaceMention, SectionKind, Span, TimeMention, TimeType
from dateline.resolve.gazetteer import gazetteer
from dateline.resolve.times.covering import Covering
from dateline.resolve.times.vocabulary import vocabulary

CLOCK = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")


def with_zones(
    syntax: Syntax, places: Sequence[PlaceMention], times: Sequence[TimeMention], events: Sequence[EventMention]
) -> tuple[EventMention, ...]:
    """The events; where the place makes the day another one than the text's, the date's basis says which."""
    moments = {m.span: moment for m in times if (moment := moment_of(syntax, m))}
    if not moments:
        return tuple(events)
    where = Where(syntax, places)
    return tuple(replace(e, dates=tuple(noted(d, moments, where.of(e)) for d in e.dates)) for e in events)


def noted(date: EventDate, moments: Mapping[Span, datetime], place: Place | None) -> EventDate:
    """A date with the day by the clocks of the place, where that is another one."""
    moment = moments.get(date.time) if date.time else None
    zone = zone_of(place) if place and moment else None
    if place is None or moment is None or zone is None or not is_day(date.value):
        return date
    local = moment.astimezone(zone).date().isoformat()
    return date if local == date.value else replace(date, basis=f"{date.basis}; {local} by the clocks of {place.name}")


def moment_of(syntax: Syntax, mention: TimeMention) -> datetime | None:
    """The moment that an expression tells: a clock time with its zone, or "today" in a report with the hour of its publication."""
    report = syntax.reading.report
    if mention.symbolic == "day(0)" and mention.anchor is Anchor.PUBLICATION:
        return moment(report.published or "") if mention.value == report.day and not dated_lead(syntax) else None
    if mention.type is not TimeType.TIME or not CLOCK.fullmatch(mention.value or ""):
        return None
    words = mention.span.of(report.text).lower().replace("(", " ").replace(")", " ").split()
    offset = next((o for word in words if (o := vocabulary().words["zone"].get(word))), None)
    return moment(f"{mention.value}{offset}") if offset else None


def dated_lead(syntax: Syntax) -> bool:
    """Whether the dateline has a day of its own, which is that of its place already: "TOKYO, July 14 -"."""
    text = syntax.reading.report.text
    return any(any(c.isdecimal() for c in s.span.of(text)) for s in syntax.reading.sections if s.kind is SectionKind.DATELINE)


def moment(written: str) -> datetime | None:
    """A moment with its zone; null for a mere day, or where the zone is not told."""
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return found if found.tzinfo else None


class Where:
    """The place of each act: its own, the only one of its sentence, or that of the dateline."""

    def __init__(self, syntax: Syntax, places: Sequence[PlaceMention]) -> None:
        sentences = Covering((s.span, s.i) for s in syntax.reading.sentences)
        leads = Covering((s.span, None) for s in syntax.reading.sections if s.kind is SectionKind.DATELINE)
        self.sentences = sentences
        self.lead = next((p.place for p in places if leads.holds(p.span)), None)
        self.inside: dict[int, list[Place]] = {}
        for mention in places:
            for _, i in sentences.over(mention.span):
                self.inside.setdefault(i, []).append(mention.place)

    def of(self, event: EventMention) -> Place | None:
        """The place of an act, null where nothing tells it."""
        if event.place:
            return event.place.place
        here = [place for _, i in self.sentences.over(event.predicate) for place in self.inside.get(i, ())]
        return here[0] if only(p.id for p in here) else self.lead


def only(ids: Iterable[str]) -> bool:
    """Whether just one thing is named."""
    return len(set(ids)) == 1


def zone_of(place: Place) -> tzinfo | None:
    """The time zone of a city of GeoNames."""
    name = gazetteer().zone(place.id)
    try:
        return ZoneInfo(name) if name else None
    except ZoneInfoNotFoundError:
        return None
