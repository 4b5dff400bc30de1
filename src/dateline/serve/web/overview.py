"""The desk: what changed, what is new, what is due and where reports disagree."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from dateline.model import Event
from dateline.register import questions
from dateline.serve import asked
from dateline.serve.api.asking import Looking
from dateline.serve.api.room import Lookup
from dateline.serve.web.drawing import draw
from dateline.store.events import EventFilter

router = APIRouter()

WINDOWS = (7, 31, 366)
"""The days back from the last report that are looked at, the shortest in which there is enough to see."""
ENOUGH = 8
SHOWN = 12
LOOKED_AT = 400
"""So many of the newest events are looked at for what deserves to be shown."""


@router.get("/")
def desk(request: Request, found: Looking, since: Annotated[str | None, Query(max_length=40)] = None) -> Response:
    """What an analyst looks at first: everything since a day, by default the last week that the archive tells of."""
    summary = found.session.reports.summary()
    last = summary.last or date.today().isoformat()
    first = asked.first_day(since) if since else window(found, last)
    events, _ = found.session.events.page(EventFilter(since=first), LOOKED_AT, newest=True)
    told = [e for e in events if e.counts.reports]
    return draw(
        request,
        "desk.html",
        known=found.known,
        summary=summary,
        total=found.session.events.count(),
        since=first,
        until=last,
        changes=changes(found, first, last),
        events=best(told),
        differing=[e for e in told if e.disagreements][:SHOWN],
        due=list(islice(due(found, last), SHOWN)),
        reports=found.session.reports.latest(SHOWN),
    )


def window(found: Lookup, last: str) -> str:
    """The day since which there is enough to see."""
    days = [(date.fromisoformat(last) - timedelta(days=n)).isoformat() for n in WINDOWS]
    return next((day for day in days if found.session.events.matching(EventFilter(since=day)) >= ENOUGH), days[-1])


def best(events: list[Event]) -> list[Event]:
    """The events that most principals assert, the newest first among those that are told equally well."""
    return sorted(events, key=lambda e: (-e.counts.principals, -e.counts.reports))[:SHOWN]


def changes(found: Lookup, since: str, until: str) -> list[questions.Changed]:
    """The relations that stand otherwise at the end of the time than before it."""
    before = (date.fromisoformat(since) - timedelta(days=1)).isoformat()
    view = asked.view_of(until, policy=found.room.settings.policy)
    return [row for row in questions.changed(found.register(), before, until, view) if not row.after.implied_by]


def due(found: Lookup, on: str) -> list[questions.Due]:
    """What was announced and is not told to be done."""
    view = asked.view_of(on, policy=found.room.settings.policy)
    return list(questions.due(found.register(), view))
