"""What is written over HTTP: judgements, with the scope to judge, and reports, with the scope to add."""

from __future__ import annotations

from collections import Counter
from hmac import compare_digest
from io import BytesIO
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from dateline.desk import judging
from dateline.desk.judging import Draft, Signature
from dateline.ingest import ReportDefaults, read_reports
from dateline.model import Problem, Report, UsageError, Verdict
from dateline.serve.api.answers import Json, listed, one
from dateline.serve.api.asking import LONGEST, Asked, Looking, Nothing, PageAsked, Word, room_of
from dateline.serve.api.guard import Access, cookie
from dateline.serve.api.room import Room
from dateline.serve.api.tokens import Grant
from dateline.serve.asked import fitting
from dateline.serve.shapes.base import Shape
from dateline.serve.shapes.events import EventShape
from dateline.serve.shapes.judgements import JudgedShape
from dateline.store import Session

router = APIRouter(tags=["writing"])


class JudgementAsked(Asked):
    """What is judged: that events (or mentions) are the same, or not, or are none, or that a field of one is otherwise."""

    verdict: Verdict
    ids: list[Word] = Field(min_length=1, max_length=50, description="Events, or mentions of events, by id.")
    field: Word | None = Field(None, description="For `set`: act, actor, recipient, date, status.")
    value: Word | None = Field(None, description="For `set`: what the field is.")
    reason: str = Field("", max_length=2000)


class UndoAsked(Asked):
    """Why a judgement is taken back."""

    reason: str = Field("", max_length=2000)


class AddAsked(Asked):
    """What reports that are sent do not say of themselves."""

    published: Word | None = None
    outlet: Word | None = None
    url: str | None = Field(None, max_length=2000)
    title: str | None = Field(None, max_length=1000)


class AddedShape(Shape):
    """How many reports came, how many of them were new, and what is wrong with any of them."""

    reports: int
    new: int
    problems: list[str]


def writer(request: Request) -> Grant:
    """Who writes. A browser that gave a token must also send the signature that our pages know, as ``X-CSRF-Token``."""
    grant: Grant | None = request.state.grant
    access: Access = request.app.state.access
    if grant is None:
        raise HTTPException(401, "send the token as `Authorization: Bearer TOKEN`")
    by_cookie = "authorization" not in request.headers and cookie(request.headers)
    if by_cookie and not compare_digest(access.csrf(grant), request.headers.get("x-csrf-token", "")):
        raise HTTPException(403, "a browser has to send the X-CSRF-Token of our pages")
    return grant


Writing = Annotated[Grant, Depends(writer)]
Held = Annotated[Room, Depends(room_of)]


def drafts_of(session: Session, asked: JudgementAsked, value: str | None) -> list[Draft]:
    """The judgements that are meant; a :class:`UsageError` where something is missing."""
    ids = asked.ids
    if asked.verdict is Verdict.SAME:
        return judging.same(session, needed(ids, 2))
    if asked.verdict is Verdict.NOT_SAME:
        first, second = needed(ids, 2)[:2]
        return judging.not_same(session, first, second)
    if asked.verdict is Verdict.WRONG:
        return judging.wrong(session, ids[0])
    if not asked.field or value is None:
        raise UsageError("to set needs a field and a value")
    return judging.otherwise(session, ids[0], asked.field, value)


def needed(ids: list[str], n: int) -> list[str]:
    """The ids, if there are enough."""
    if len(ids) < n:
        raise UsageError(f"that takes {n} ids")
    return ids


def judged(room: Room, asked: JudgementAsked, by: str) -> JudgedShape:
    """What was judged, once it is kept and brought to bear."""
    value = fitting(asked.field, asked.value, room.known) if asked.field and asked.value else None
    with room.desk() as desk:
        with desk.archive.session() as session:
            drafts = drafts_of(session, asked, value)
        made = [judging.signed(draft, Signature(by, desk.now(), asked.reason)) for draft in drafts]
        return JudgedShape.of(made, judging.judge(desk, made))


def taken_back(room: Room, id: str, by: str, reason: str) -> JudgedShape:
    """The judgement that takes another one back."""
    with room.desk() as desk:
        return JudgedShape.of([judging.undo(desk, id, Signature(by, desk.now(), reason))])


@router.get("/judgements", response_model=JudgedShape)
def judgements(found: Looking, _: Annotated[Nothing, Query()]) -> Json:
    """Every judgement and ruling, in order."""
    kept = found.session.judgements
    return one(JudgedShape.of([*kept.all(), *kept.rulings()], undone=kept.undone()))


@router.get("/waiting")
def waiting(found: Looking, question: Annotated[PageAsked, Query()]) -> Json:
    """The events on which reports differ and nobody has judged."""
    return listed(judging.waiting(found.session), EventShape.of, question.cursor, question.limit)


@router.post("/judgements", response_model=JudgedShape, status_code=201)
def judge(room: Held, by: Writing, asked: JudgementAsked) -> Json:
    """Keeps a judgement and brings it to bear."""
    return created(judged(room, asked, by.name))


@router.post("/judgements/{id}/undo", response_model=JudgedShape, status_code=201)
def undo(id: str, room: Held, by: Writing, asked: UndoAsked) -> Json:
    """Takes a judgement back."""
    return created(taken_back(room, id, by.name, asked.reason))


@router.post("/reports", response_model=AddedShape, status_code=201)
async def add(request: Request, room: Held, _: Writing, asked: Annotated[AddAsked, Query()]) -> Json:
    """Reads reports into the archive: a text, a page, JSON or JSONL, told apart by content."""
    body = await request.body()
    defaults = ReportDefaults(asked.published, asked.outlet, asked.url, asked.title)
    return created(await run_in_threadpool(added, room, body, defaults))


def added(room: Room, body: bytes, defaults: ReportDefaults) -> AddedShape:
    """What came of reading reports into the archive."""
    items: list[Report | Problem] = list(read_reports(["-"], defaults, BytesIO(body)))
    if not any(isinstance(item, Report) for item in items):
        first = next((item.message for item in items if isinstance(item, Problem)), "there is nothing in it")
        raise UsageError(f"no report could be read: {first}")
    done: Counter[str] = Counter()
    with room.desk() as desk:
        problems = [str(problem)[:LONGEST] for problem in desk.add(items, done)]
    return AddedShape(reports=done["reports"], new=done["coded"], problems=problems[:100])


def created(shape: Shape) -> Json:
    """The answer to a write."""
    answer = one(shape)
    answer.status_code = 201
    return answer
