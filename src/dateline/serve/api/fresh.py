"""Spares the work of an answer that the client has already: one tag for each state of the archive, each day and each address."""

from __future__ import annotations

from datetime import date
from hashlib import blake2b

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline import __version__
from dateline.serve.api.room import Room

OWN = ("/static/", "/sign-in", "/api/openapi.json")
"""Paths that rest on something else than the archive."""


class Fresh:
    """Tags the answers that rest on the archive, and answers 304 where nothing changed since."""

    def __init__(self, app: ASGIApp, room: Room) -> None:
        self.app = app
        self.room = room

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        tag = self.tag(scope)
        if tag is None:
            await self.app(scope, receive, send)
        elif tag in Headers(scope=scope).get("if-none-match", "").split(", "):
            await Response(status_code=304, headers={"etag": tag, "cache-control": "no-cache"})(scope, receive, send)
        else:
            await self.app(scope, receive, tagged(send, tag))

    def tag(self, scope: Scope) -> str | None:
        """The tag of the answer to a request; null where it rests on something else."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or scope["path"].startswith(OWN):
            return None
        stamp = self.room.archive.stamp()
        if stamp is None:
            return None
        parts = (__version__, stamp, date.today().isoformat(), scope["path"], scope["query_string"])
        return f'W/"{blake2b(repr(parts).encode(), digest_size=10).hexdigest()}"'


def tagged(send: Send, tag: str) -> Send:
    """Sends an answer with its tag, if it is one."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            headers = MutableHeaders(scope=message)
            headers["etag"] = tag
            headers["cache-control"] = "no-cache"
        await send(message)

    return sending
