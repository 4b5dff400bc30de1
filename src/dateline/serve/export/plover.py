"""Events as PLOVER records: one JSON object a line, with the field names of PLOVER's manual.

A date of more than one day has its first day in ``date`` and its last in ``enddate``; one of which only an order is known has
neither, and stands in ``edtf`` alone. What PLOVER has no name for (our id of the
act, reports, counts) stands in fields of our own, as the manual allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from dateline import __version__, knowledge
from dateline.model import Event, Participant, Report
from dateline.serve.codes import codes
from dateline.serve.shapes.base import dumped
from dateline.store.events import days


@cache
def scheme() -> Mapping[str, Mapping[str, Any]]:
    """What ``plover.toml`` says of types and statuses."""
    return knowledge.tables(__package__, "plover.toml")


def plover_lines(events: Iterable[Event], reports: Mapping[str, Report]) -> Iterator[str]:
    """A line for each event whose act has a PLOVER type."""
    return (dumped(record(event, reports)) for event in events if codes(event.act).plover)


def record(event: Event, reports: Mapping[str, Report]) -> dict[str, Any]:
    """An event as a PLOVER record; fields without a value are left out."""
    code = codes(event.act, event.mode)
    first, last = days(event)
    fields = {
        "id": event.id,
        "date": first if last else None,
        "enddate": last if first and last != first else None,
        "source": [actor(p) for p in by_id(event.actors)],
        "recipient": [actor(p) for p in by_id(event.recipients)],
        "event": [code.plover],
        "mode": [code.mode] if code.mode else [],
        "context": list(scheme()["context"][event.status.value]),
        "quad_code": scheme()["quad"].get(code.plover or ""),
        "cite_info": cited(event, reports),
        "coder": f"dateline {__version__}",
        "act": event.act,
        "cameo": code.cameo,
        "status": event.status.value,
        "edtf": event.date,
        "reports": sorted(event.reports),
        "principals": event.counts.principals,
    }
    return {name: value for name, value in fields.items() if value not in (None, [], {})}


def by_id(participants: Iterable[Participant]) -> list[Participant]:
    """Participants in a stable order."""
    return sorted(participants, key=lambda p: (p.actor.id, p.person or ""))


def actor(participant: Participant) -> dict[str, Any]:
    """A participant as PLOVER's actor object; parties without a country keep our id as their code."""
    party = participant.actor
    fields = {
        "code": party.country or party.id,
        "sector": party.sector,
        "actor_text": participant.person,
        "identifer_id": party.id,
        "identifer_text": party.name,
        "office": party.role,
    }
    return {name: value for name, value in fields.items() if value is not None}


def cited(event: Event, reports: Mapping[str, Report]) -> dict[str, str]:
    """PLOVER's citation of the event's first report."""
    known = sorted((reports[id] for id in event.reports if id in reports), key=lambda r: (r.published or "~", r.id))
    if not known:
        return {}
    first = known[0]
    fields = {"url": first.url, "title": first.title, "language": first.language, "publication": first.outlet}
    return {name: value for name, value in fields.items() if value}
