"""Events and their parties as statements of FollowTheMoney, in CSV: one row for each value of each property.

An event is an ``Event``; who acts stands in ``organizer``, everybody in ``involved``. A state or one of its bodies is a
``PublicBody``, another body an ``Organization``, a person a ``Person``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from dateline.model import Actor, ActorKind, Event, Participant, Report
from dateline.serve.codes import codes
from dateline.serve.phrases import statement
from dateline.serve.text import one_line
from dateline.store.events import days

COLUMNS = (
    *("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value"),
    *("external", "first_seen", "last_seen", "id"),
)
DATASET = "dateline"
STATE_KINDS = frozenset({ActorKind.STATE, ActorKind.WOULD_BE_STATE, ActorKind.BODY, ActorKind.TERRITORY})
TYPES = {
    "id": "checksum", "name": "name", "country": "country", "startDate": "date", "endDate": "date", "date": "date",
    "summary": "text", "recordId": "string", "keywords": "string", "organizer": "entity", "involved": "entity",
    "publisher": "string", "sourceUrl": "url",
}  # fmt: skip
"""The type of each property that is used, as FollowTheMoney's model has it."""
Value = tuple[str, str]


def ftm_lines(events: Iterable[Event], reports: Mapping[str, Report]) -> Iterator[str]:
    """The header, then the statements of each event and, where they first appear, of its parties."""
    yield row(COLUMNS)
    told: set[str] = set()
    for event in events:
        for participant in (*event.actors, *event.recipients):
            party = participant.actor
            if party.id not in told:
                told.add(party.id)
                yield from statements(entity_id(party), schema_of(party), party_values(party))
        yield from statements(f"event-{event.id}", "Event", event_values(event, reports))


def statements(id: str, schema: str, values: Iterable[Value]) -> Iterator[str]:
    """A row for each value of an entity; the one named ``id`` says that there is one."""
    for prop, value in (("id", id), *dict.fromkeys(values)):
        yield row((id, id, prop, TYPES[prop], schema, one_line(value), DATASET, "", "", "", "f", "", "", ""))


def row(cells: Iterable[str]) -> str:
    """Cells as a line of CSV in the dialect of FollowTheMoney's own files."""
    out = io.StringIO()
    csv.writer(out, dialect=csv.unix_dialect, lineterminator="").writerow(cells)
    return out.getvalue()


def entity_id(party: Actor) -> str:
    """The id of a party as an entity."""
    return f"party-{party.id}"


def schema_of(party: Actor) -> str:
    """The schema of a party."""
    if party.kind in STATE_KINDS:
        return "PublicBody"
    return "Person" if party.kind is ActorKind.PERSON else "Organization"


def party_values(party: Actor) -> Iterator[Value]:
    """What is told of a party."""
    yield "name", party.name
    if party.country:
        yield "country", party.country


def event_values(event: Event, reports: Mapping[str, Report]) -> Iterator[Value]:
    """What is told of an event."""
    first, last = days(event)
    yield "name", statement(event)
    yield "recordId", event.id
    yield "keywords", event.act
    yield "keywords", event.status.value
    yield from (("keywords", code) for code in (codes(event.act).plover, codes(event.act).cameo) if code)
    yield from date_values(first, last)
    yield from (("organizer", id) for id in ids(event.actors))
    yield from (("involved", id) for id in ids((*event.actors, *event.recipients)))
    for report in (reports[id] for id in sorted(event.reports) if id in reports):
        yield from [("publisher", report.outlet)] if report.outlet else []
        yield from [("sourceUrl", report.url)] if report.url else []


def date_values(first: str | None, last: str | None) -> Iterator[Value]:
    """The day of an event, or the first and the last that it may be."""
    if first and first == last:
        yield "date", first
        return
    yield from [("startDate", first)] if first else []
    yield from [("endDate", last)] if last else []


def ids(participants: Iterable[Participant]) -> list[str]:
    """The entities of participants, each once."""
    return sorted({entity_id(p.actor) for p in participants})
