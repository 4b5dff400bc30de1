"""The pages' routes together, with what they are drawn with, and the page that says what went wrong."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from dateline.serve.web import entering, looking, overview, record, standing
from dateline.serve.web.drawing import STATIC, draw

ADVICE = {
    404: "Ids may have changed if the archive was made anew; the lists have those that there are.",
    422: "Mend the value, or start again from the list without it.",
    503: "Look at the server's terminal; other pages may still work.",
}


def add_pages(app: FastAPI) -> None:
    """Adds the pages to an application."""
    for part in (overview, record, standing, looking, entering):
        app.include_router(part.router, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")


def problem_page(request: Request, status: int, message: str) -> Response:
    """The page that says what went wrong and what to do."""
    return draw(request, "problem.html", status, number=status, message=message, advice=ADVICE.get(status, ""))
