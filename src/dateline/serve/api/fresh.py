"""Spares the work of an answer that the client has already: one tag for each state of the archive, each day and each address."""

from __future__ import annotations

from asyncio import Event
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline import __version__
from dateline.serve.api.guard import cookie
from dateline.serve.api.room import Room

OWN = ("/static/", "/sign-in", "/sign-out", "/api/openapi.json", "/api/export/", "/live")
"""Paths that rest on something else than the archive."""


KEPT, LARGEST = 256, 400_000
"""So many answers are kept, none larger than so many bytes."""


@dataclass(slots=True)
class Answer:
    """An answer as it is sent."""

    start: Message | None = None
    body: bytearray = field(default_factory=bytearray)


class Fresh:
    """Tags the answers that rest on the archive, answers 304 where nothing changed since, and keeps the last ones."""

    def __init__(self, app: ASGIApp, room: Room) -> None:
        self.app = app
        self.room = room
        self.kept: OrderedDict[str, Answer] = OrderedDict()
        self.making: dict[str, Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        tag = self.tag(scope)
        if tag is None:
            await self.app(scope, receive, send)
        elif tag in Headers(scope=scope).get("if-none-match", "").split(", "):
            await Response(status_code=304, headers={"etag": tag, "cache-control": "no-cache"})(scope, receive, send)
        elif not await self.sent(tag, send):
            await self.made(tag, scope, receive, send)

    async def sent(self, tag: str, send: Send) -> bool:
        """Whether an answer was kept, and so is sent; one that is just being made for somebody else is waited for."""
        if tag not in self.kept and (making := self.making.get(tag)):
            await making.wait()
        answer = self.kept.get(tag)
        if answer is None or answer.start is None:
            return False
        self.kept.move_to_end(tag)
        await send(copied(answer.start))
        await send({"type": "http.response.body", "body": bytes(answer.body)})
        return True

    async def made(self, tag: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Has an answer made, and tells those who wait for it."""
        mine = self.making.setdefault(tag, Event())
        try:
            await self.app(scope, receive, self.keeping(send, tag))
        finally:
            mine.set()
            self.making.pop(tag, None)

    def tag(self, scope: Scope) -> str | None:
        """The tag of the answer to a request; null where it rests on something else."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or scope["path"].startswith(OWN):
            return None
        stamp = self.room.archive.stamp()
        if stamp is None:
            return None
        headers = Headers(scope=scope)
        own = (cookie(headers), "gzip" in headers.get("accept-encoding", ""))  # pages have forms for those who may judge
        parts = (__version__, stamp, date.today().isoformat(), scope["path"], scope["query_string"], own)
        return f'W/"{blake2b(repr(parts).encode(), digest_size=10).hexdigest()}"'

    def keeping(self, send: Send, tag: str) -> Send:
        """Sends an answer with its tag, if it is one, and keeps it."""
        answer = Answer()

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = MutableHeaders(scope=message)
                headers["etag"] = tag
                headers["cache-control"] = "no-cache"
                answer.start = copied(message)
            elif answer.start and len(answer.body) <= LARGEST:
                answer.body += message.get("body", b"")
                if not message.get("more_body"):
                    self.keep(tag, answer)
            await send(message)

        return sending

    def keep(self, tag: str, answer: Answer) -> None:
        """Keeps an answer in the place of the one that was asked for longest ago."""
        if len(answer.body) <= LARGEST:
            self.kept[tag] = answer
            if len(self.kept) > KEPT:
                self.kept.popitem(last=False)


def copied(message: Message) -> Message:
    """A message whose headers are its own, since others add theirs."""
    return {**message, "headers": list(message["headers"])}
