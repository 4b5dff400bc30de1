"""Whole lists as JSONL, sent while they are read: an archive of any size leaves through a small window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.responses import StreamingResponse

from dateline.desk.shelf import shelf
from dateline.serve.api.asking import EventsAsked, Looking, Nothing, room_of
from dateline.serve.api.room import Room
from dateline.serve.shapes.base import Shape
from dateline.serve.shapes.events import EventShape
from dateline.serve.shapes.register import EntryShape
from dateline.serve.shapes.reports import HeadShape, StoryShape
from dateline.store import Session

router = APIRouter(tags=["export"])

TOGETHER = 50
"""So many lines are sent at a time."""
LINES: dict[int | str, dict[str, Any]] = {200: {"content": {"application/x-ndjson": {}}, "description": "One object a line."}}

Held = Annotated[Room, Depends(room_of)]
Rows = Callable[[Session], Iterable[Shape]]


def lines(room: Room, rows: Rows) -> StreamingResponse:
    """An answer of one object a line, read in a transaction of its own."""

    def chunks() -> Iterator[str]:
        with room.archive.session() as session:
            held: list[str] = []
            for row in rows(session):
                held.append(row.json_line() + "\n")
                if len(held) == TOGETHER:
                    yield "".join(held)
                    held = []
            yield "".join(held)

    return StreamingResponse(chunks(), media_type="application/x-ndjson")


class AllEventsAsked(EventsAsked):
    """The filters of events; there are no pages."""


@router.get("/export/events.jsonl", responses=LINES, response_class=StreamingResponse)
def events(room: Held, found: Looking, question: Annotated[AllEventsAsked, Query()]) -> StreamingResponse:
    """Every event that the filters let through, by day."""
    wanted = question.wanted(found)
    return lines(room, lambda session: map(EventShape.of, session.events.find(wanted)))


@router.get("/export/reports.jsonl", responses=LINES, response_class=StreamingResponse)
def reports(room: Held, _: Annotated[Nothing, Query()]) -> StreamingResponse:
    """Every report without its text, by day, outlet and id."""
    return lines(room, lambda session: map(HeadShape.of, shelf(session)))


@router.get("/export/stories.jsonl", responses=LINES, response_class=StreamingResponse)
def stories(room: Held, _: Annotated[Nothing, Query()]) -> StreamingResponse:
    """Every story with its reports and events."""
    return lines(room, lambda session: map(StoryShape.of, session.stories.all()))


@router.get("/export/entries.jsonl", responses=LINES, response_class=StreamingResponse)
def entries(room: Held, _: Annotated[Nothing, Query()]) -> StreamingResponse:
    """Every entry of the register."""
    return lines(room, lambda session: map(EntryShape.of, session.entries.all()))
