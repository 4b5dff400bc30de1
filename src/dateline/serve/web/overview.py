"""The desk: what changed, what is new, what is due and where reports disagree."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from dateline.merge.parties import side
from dateline.model import Event
from dateline.register import questions
from dateline.register.doubts import urgent
from dateline.register.register import pair_of
from dateline.serve import asked
from dateline.serve.api.asking import Looking
from dateline.serve.api.room import Lookup
from dateline.serve.web.drawing import draw
from dateline.serve.web.finding import year_before
from dateline.serve.web.proofs import Proofs
from dateline.store.events import EventFilter, days

router = APIRouter()

WINDOWS = (7, 31, 366)
"""The days back from the last report that are looked at, the shortest in which there is enough to see."""
ENOUGH = 8
SHOWN = 12
PROOFS, CHANGES, LATEST = 2, 14, 8
LOOKED_AT, DIFFERING, MOST_PAIRS = 150, 60, 60
"""So many of the newest events, and of those on which reports differ, are looked at for what deserves to be shown, and of so many
pairs the register is asked."""


@router.get("/")
def desk(request: Request, found: Looking, since: Annotated[str | None, Query(max_length=40)] = None) -> Response:
    """What an analyst looks at first: everything since a day, by default the last week that the archive tells of."""
    summary = found.session.reports.summary()
    last = summary.last or date.today().isoformat()
    first = asked.first_day(since) if since else window(found, last)
    events = [e for e in found.session.events.page(EventFilter(since=first), LOOKED_AT, newest=True)[0] if begins(e, first)]
    changed = changes(found, events, first, last)
    return draw(
        request,
        "desk.html",
        known=found.known,
        summary=summary,
        total=found.session.events.count(),
        since=first,
        until=last,
        changes=changed,
        proofs=Proofs(found, (change.after for change in changed[:CHANGES]), PROOFS).of,
        most=CHANGES,
        events=best(events),
        differing=differing(found),
        due=found.overview.due(asked.view_of(last, policy=found.room.settings.policy), year_before(last))[:SHOWN],
        reports=found.session.reports.latest(LATEST),
    )


def window(found: Lookup, last: str) -> str:
    """The day since which there is enough to see."""
    days = [(date.fromisoformat(last) - timedelta(days=n)).isoformat() for n in WINDOWS]
    return next((day for day in days if found.session.events.matching(EventFilter(since=day), ENOUGH) >= ENOUGH), days[-1])


def begins(event: Event, since: str) -> bool:
    """Whether an event can be dated to a time that begins on a day: one that lies on some day "from 2014 on" is not news of it."""
    first, last = days(event)
    return last is not None or (first or "") >= since


def best(events: list[Event]) -> list[Event]:
    """The events that most principals assert, the newest first among those that are told equally well."""
    return sorted(events, key=lambda e: (-e.counts.principals, -e.counts.reports))[:SHOWN]


def differing(found: Lookup) -> list[Event]:
    """The newest events of which reports tell differently, those first on which a person can decide."""
    return sorted(found.session.events.differing(DIFFERING), key=lambda e: not urgent(e))[:SHOWN]


def changes(found: Lookup, events: list[Event], since: str, until: str) -> list[questions.Changed]:
    """The relations between the parties of these events that stand otherwise at the end of the time than before it."""
    before = (date.fromisoformat(since) - timedelta(days=1)).isoformat()
    view = asked.view_of(until, policy=found.room.settings.policy)
    rows = found.overview.changed(before, until, view, pairs(found, events))
    return list(dict.fromkeys(row for row in rows if not row.after.implied_by))


def pairs(found: Lookup, events: list[Event]) -> list[tuple[str, str]]:
    """The pairs of known parties between whom these events are, each once: the register is asked of these alone."""
    both = ((a, b) for e in events for a in side(e.actors) for b in side(e.recipients) if a != b)
    known = (pair_of(a, b) for a, b in both if found.known.party(a) and found.known.party(b))
    return list(dict.fromkeys(known))[:MOST_PAIRS]
