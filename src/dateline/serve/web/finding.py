"""One search over everything: parties by their names, reports and events by their words; and what is due."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from dateline.desk.overview import due as due_of
from dateline.model import Span
from dateline.serve import asked
from dateline.serve.api.answers import packed_cursor, start_of
from dateline.serve.api.asking import LONGEST, Looking
from dateline.serve.web.asking import DueQuestion, PageQuestion
from dateline.serve.web.drawing import draw
from dateline.serve.web.layers import Mark, Piece, pieces
from dateline.store.events import EventFilter
from dateline.store.search import CLOSE, OPEN

router = APIRouter()

EVENTS, PARTIES = 10, 6


@router.get("/search")
def search(request: Request, found: Looking, question: PageQuestion, q: Annotated[str, Query(max_length=LONGEST)] = "") -> Response:
    """What bears a name or holds words: parties, events, reports."""
    start = start_of(question.cursor)
    hits = found.session.search.reports(q, question.limit + 1, start) if q.strip() else []
    heads = {report.id: report for report in found.session.reports.heads([hit.report for hit in hits])}
    events = found.session.events.page(EventFilter(words=q), EVENTS, newest=True)[0] if q.strip() and not start else []
    return draw(
        request,
        "search.html",
        known=found.known,
        q=q,
        parties=found.known.find(q)[:PARTIES] if q.strip() and not start else (),
        events=events,
        hits=[(heads[hit.report], passage(hit.passage)) for hit in hits[: question.limit] if hit.report in heads],
        next=packed_cursor([start + question.limit]) if len(hits) > question.limit else None,
    )


def passage(text: str) -> list[Piece]:
    """A passage with the words that were found marked."""
    marks, plain = list[Mark](), ""
    for i, part in enumerate(text.split(OPEN)):
        found, _, rest = part.partition(CLOSE) if i else ("", "", part)
        if found:
            marks.append(Mark(Span(len(plain), len(plain) + len(found)), "evidence"))
        plain += found + rest
    return list(pieces(plain, marks)) if plain else []


@router.get("/due")
def due(request: Request, found: Looking, question: DueQuestion) -> Response:
    """What was announced or agreed and is not reported done, the earliest day first; what has passed its day is overdue."""
    view = asked.view_of(question.on, question.known_by, policy=found.room.settings.policy)
    who = found.party(question.actor).id if question.actor else None
    since = asked.first_day(question.since) if question.since else year_before(str(view.on))
    rows = due_of(found.session, found.known, view, who, since)
    start = start_of(question.cursor)
    end = start + question.limit
    return draw(
        request,
        "due.html",
        known=found.known,
        view=view,
        question=question,
        since=None if who else since,
        total=len(rows),
        overdue=sum(row.overdue for row in rows),
        rows=rows[start:end],
        next=packed_cursor([end]) if end < len(rows) else None,
    )


def year_before(day: str) -> str:
    """The day a year before a day."""
    found = date.fromisoformat(day)
    return date.fromordinal(max(found.toordinal() - 365, 1)).isoformat()
