"""What is new, for those who do not look: an Atom feed of events, and a stream that tells open pages when the archive changes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from dateline.serve.api.asking import Looking, room_of
from dateline.serve.api.room import Room
from dateline.serve.web.asking import EventQuestion
from dateline.serve.web.drawing import environment

router = APIRouter()

EVERY = 1.0
"""Seconds between two looks at the archive."""
BEATS = 15
"""After so many looks without anything new a line is sent all the same, so that a closed page is noticed."""
NEWEST = 50


@router.get("/events.atom")
def atom(request: Request, found: Looking, question: EventQuestion) -> Response:
    """The events that the filters let through, those that came in last first: a search that is kept by reading its feed."""
    events = found.session.events.newest(question.wanted(found), NEWEST)
    base = str(request.base_url).rstrip("/")
    text = (
        environment()
        .get_template("events.atom")
        .render(
            events=events, base=base, query=request.url.query, known=found.known, latest=max((at for _, at in events), default=None)
        )
    )
    return Response(text.encode("utf-8", "replace"), media_type="application/atom+xml")


@router.get("/live")
async def live(request: Request) -> Response:
    """A stream of what the archive holds, a line whenever it changes."""
    return StreamingResponse(
        changes(request, room_of(request)), media_type="text/event-stream", headers={"cache-control": "no-store"}
    )


async def changes(request: Request, room: Room) -> AsyncIterator[str]:
    """The lines of the stream."""
    stamp, beats = object(), 0
    while not await request.is_disconnected() and not room.closed:
        now = room.archive.stamp()
        if now != stamp:
            stamp, beats = now, 0
            yield f"event: archive\ndata: {await run_in_threadpool(told, room, now)}\n\n"
        elif (beats := beats + 1) % BEATS == 0:
            yield ": nothing new\n\n"
        await asyncio.sleep(EVERY)


def told(room: Room, stamp: str | None) -> str:
    """What the archive holds, as JSON."""
    with room.lookup() as found:
        counts = {"reports": found.session.reports.summary().reports, "events": found.session.events.count()}
    return json.dumps({"stamp": stamp, **counts})
