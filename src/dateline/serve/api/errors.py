"""What went wrong, put into answers: JSON under ``/api/``, a page elsewhere, with the same status."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.model import ArchiveError, DatelineError, NotFoundError
from dateline.serve.api.answers import error

CODES = {
    401: "no_token",
    403: "forbidden",
    404: "not_found",
    405: "no_such_method",
    413: "too_large",
    422: "bad_value",
    429: "too_many",
    503: "archive",
}
"""A word for programs for each status; a server error has its own."""

Page = Callable[[Request, int, str], Response]
"""Makes the page that says what went wrong."""


def answer_errors(app: FastAPI, page: Page) -> None:
    """Sees to it that everything that goes wrong gets its answer."""

    def told(request: Request, status: int, message: str, where: str | None = None) -> Response:
        if request.url.path.startswith("/api/"):
            return error(status, CODES.get(status, "error"), message, where)
        return page(request, status, message)

    @app.exception_handler(DatelineError)
    def ours(request: Request, found: DatelineError) -> Response:
        return told(request, status_of(found), str(found))

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, found: RequestValidationError) -> Response:
        return told(request, 422, *first_error(found))

    @app.exception_handler(HTTPException)
    def http(request: Request, found: HTTPException) -> Response:
        return told(request, found.status_code, str(found.detail))

    @app.exception_handler(Exception)
    def unexpected(request: Request, _: Exception) -> Response:
        return told(request, 500, "something broke; the server's log says what")


def status_of(found: DatelineError) -> int:
    """The status of bad use: what nobody knows, an archive that cannot be read, or a value that cannot be."""
    if isinstance(found, NotFoundError):
        return HTTPStatus.NOT_FOUND
    return HTTPStatus.SERVICE_UNAVAILABLE if isinstance(found, ArchiveError) else HTTPStatus.UNPROCESSABLE_ENTITY


def first_error(found: RequestValidationError) -> tuple[str, str | None]:
    """What the first wrong parameter is wrong in, and its name."""
    first = next(iter(found.errors()), {"msg": "a value is wrong", "loc": ()})
    where = ".".join(str(part) for part in first["loc"][1:]) or None
    if first.get("type") == "extra_forbidden":
        return f"there is no parameter {where!r}", where
    return f"{where}: {first['msg']}" if where else str(first["msg"]), where
