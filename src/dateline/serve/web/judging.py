"""Judging in the browser: what waits for a judgement, the forms that make one, and the way back."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.desk import judging
from dateline.model import UsageError, Verdict
from dateline.serve.api.answers import packed_cursor, start_of
from dateline.serve.api.asking import Looking, room_of
from dateline.serve.api.room import Room
from dateline.serve.api.tokens import Grant, Scope
from dateline.serve.api.writing import JudgementAsked, judged, taken_back
from dateline.serve.asked import one_of
from dateline.serve.render.differing import Outlets
from dateline.serve.web.asking import PageQuestion
from dateline.serve.web.drawing import draw, segment
from dateline.serve.web.entering import inside
from dateline.serve.web.forms import signed_form

router = APIRouter()

LATEST = 20
Held = Annotated[Room, Depends(room_of)]
Form = Annotated[dict[str, str], Depends(signed_form)]


@router.get("/review")
def review(request: Request, found: Looking, question: PageQuestion) -> Response:
    """What waits for a judgement, and what was judged last."""
    start = start_of(question.cursor)
    made = [j for j in found.session.judgements.all() if j.verdict]
    events = list(islice(judging.waiting(found.session), start, start + question.limit + 1))
    return draw(
        request,
        "review.html",
        known=found.known,
        events=events[: question.limit],
        next=packed_cursor([start + question.limit]) if len(events) > question.limit else None,
        made=made[::-1][:LATEST],
        undone=found.session.judgements.undone(),
        outlets=Outlets(found.session),
    )


@router.post("/judge")
async def judge(request: Request, room: Held, form: Form) -> Response:
    """The event as it is after the judgement."""
    ids = [id for id in (form.get("id", ""), form.get("other", "").strip()) if id]
    verdict = Verdict(one_of("verdict", form.get("verdict", ""), [v.value for v in Verdict]))
    if not ids or max(map(len, (*ids, form.get("reason", "")))) > 2000:
        raise UsageError("a judgement needs an event")
    asked = JudgementAsked(
        verdict=verdict, ids=ids, field=form.get("field") or None, value=form.get("value") or None, reason=form.get("reason", "")
    )
    made = await run_in_threadpool(judged, room, asked, judge_of(request).name)
    return RedirectResponse(after(form, made.events), 303)


def after(form: dict[str, str], events: list[str]) -> str:
    """Where to go after a judgement: back to the event where it is still there, else to the list of what was judged."""
    return f"/events/{segment(form.get('id', ''))}" if form.get("id") in events else inside(form.get("to", "/review"))


@router.post("/judgements/{id}/undo")
async def undo(request: Request, id: str, room: Held, form: Form) -> Response:
    """The page from which it was asked, once the judgement is taken back."""
    await run_in_threadpool(taken_back, room, id, judge_of(request).name, form.get("reason", ""))
    return RedirectResponse(inside(form.get("to", "/review")), 303)


def judge_of(request: Request) -> Grant:
    """Who judges; somebody else is turned away."""
    grant: Grant | None = request.state.grant
    if grant is None or not grant.allows(Scope.JUDGE):
        raise HTTPException(403, "that takes a token for judging")
    return grant
