"""What leaves the API: JSON as the commands print it, pages of lists, and one shape for everything that goes wrong."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, Generic, TypeVar

from pydantic import BaseModel
from starlette.responses import Response

from dateline.model import UsageError
from dateline.serve.shapes.base import Shape, dumped

T = TypeVar("T", bound=Shape)
R = TypeVar("R")


class Listed(BaseModel, Generic[T]):
    """One page of a list; ``next`` is the cursor of the page after it, null on the last one."""

    items: list[T]
    next: str | None


class ErrorShape(Shape):
    """What went wrong: the status, a word for programs, a sentence for people, and which parameter it concerns."""

    status: int
    code: str
    message: str
    where: str | None = None


class ErrorAnswer(Shape):
    """The body of every answer that is none."""

    error: ErrorShape


class Json(Response):
    """A JSON body, written as the commands write it."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """The body."""
        return dumped(content).encode("utf-8")


def one(shape: Shape) -> Json:
    """A single object."""
    return Json(shape.model_dump(mode="json"))


def page(items: Iterable[Shape], next: str | None) -> Json:
    """A page of a list."""
    return Json({"items": [item.model_dump(mode="json") for item in items], "next": next})


def listed(rows: Iterable[R], shape: Callable[[R], Shape], cursor: str | None, limit: int) -> Json:
    """The page of rows after a cursor; the rows come in a stable order, and only those of the page get their shape."""
    start = start_of(cursor)
    found = list(islice(rows, start, start + limit + 1))
    return page(map(shape, found[:limit]), packed_cursor([start + limit]) if len(found) > limit else None)


def start_of(cursor: str | None) -> int:
    """How many rows the pages before have shown."""
    (start,) = unpacked_cursor(cursor, int) if cursor else (0,)
    return int(start)


def packed_cursor(parts: Sequence[str | int]) -> str:
    """An opaque cursor."""
    return urlsafe_b64encode(json.dumps(list(parts), separators=(",", ":")).encode()).decode().rstrip("=")


def unpacked_cursor(cursor: str, *kinds: type) -> list[Any]:
    """What a cursor holds; a :class:`UsageError` where it is none of ours."""
    try:
        parts = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError) as error:
        raise UsageError("the cursor is none that an answer gave") from error
    if not isinstance(parts, list) or [type(part) for part in parts] != list(kinds) or any(p < 0 for p in parts if type(p) is int):
        raise UsageError("the cursor is none that an answer gave")
    return parts


def error(status: int, code: str, message: str, where: str | None = None) -> Json:
    """The answer for what went wrong."""
    body = ErrorAnswer(error=ErrorShape(status=status, code=code, message=message, where=where))
    return Json(body.model_dump(mode="json"), status_code=status)
