"""The pages' routes together, with what they are drawn with, and the page that says what went wrong."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from dateline.serve.web import dossiers, entering, feeds, finding, judging, looking, overview, record, standing
from dateline.serve.web.drawing import STATIC, draw

ADVICE = {
    404: "Ids may have changed if the archive was made anew; the lists have those that there are.",
    422: "Mend the value, or start again from the list without it.",
    503: "Look at the server's terminal; other pages may still work.",
}


class Kept(StaticFiles):
    """Files that browsers may keep for ever: their addresses change with them."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """The file, with how long it may be kept."""
        answer = super().file_response(*args, **kwargs)
        answer.headers["cache-control"] = "public, max-age=31536000, immutable"
        return answer


def add_pages(app: FastAPI) -> None:
    """Adds the pages to an application."""
    for part in (overview, feeds, record, dossiers, standing, finding, looking, judging, entering):
        app.include_router(part.router, include_in_schema=False)
    app.mount("/static", Kept(directory=STATIC), name="static")


def problem_page(request: Request, status: int, message: str) -> Response:
    """The page that says what went wrong and what to do."""
    return draw(request, "problem.html", status, number=status, message=message, advice=ADVICE.get(status, ""))
