"""The door: who may come in, under which name the server is called, and what browsers may do with its answers.

On loopback everybody on the machine may read, under a loopback name only, so that no page of the web can reach the archive by
a name of its own that points here. On any other address everything needs the token; writing always does.
"""

from __future__ import annotations

from hashlib import sha256
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from secrets import token_hex
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.serve.api.answers import error

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
READING = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN = ("/sign-in", "/static/")
"""Paths that need no token: where one is given, and what that page is drawn with."""
COOKIE = "dateline"

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Access:
    """Who may do what. The token itself is not kept, only its hash; a browser that gave it holds a secret of this run instead."""

    def __init__(self, host: str = "127.0.0.1", token: str | None = None) -> None:
        self.loopback = host in LOOPBACK
        self.digest = sha256(token.encode()).digest() if token else None
        self.secret = token_hex(32)

    def knows(self, token: str) -> bool:
        """Whether this is the token."""
        return self.digest is not None and compare_digest(sha256(token.encode()).digest(), self.digest)

    def identified(self, headers: Headers) -> bool:
        """Whether a request carries the token, or comes from a browser that gave it."""
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self.knows(token.strip())
        return self.digest is not None and compare_digest(cookie(headers), self.secret)

    def admits(self, method: str, path: str, headers: Headers) -> bool:
        """Whether a request may be answered."""
        if path.startswith(OPEN) or (self.loopback and method in READING):
            return True
        return self.identified(headers)

    def calls_us_rightly(self, headers: Headers) -> bool:
        """Whether a request means this server: on loopback only by a loopback name, and never from another site's form."""
        host = headers.get("host", "")
        if self.loopback and (urlsplit(f"//{host}").hostname or "") not in LOOPBACK:
            return False
        origin = headers.get("origin")
        return origin is None or urlsplit(origin).netloc == host


def cookie(headers: Headers) -> str:
    """What the browser was given when it gave the token."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


class Guard:
    """Wraps the application: turns away who may not come in, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = self.refusal(scope) or self.app
        bare = scope["method"] == "HEAD"
        query = as_options(scope["query_string"], scope["path"])
        asked = {**scope, "query_string": query, "method": "GET" if bare else scope["method"]}
        await answer(asked, receive, with_headers(send, bare))

    def refusal(self, scope: Scope) -> Response | None:
        """The answer for a request that may not come in."""
        headers, path, method = Headers(scope=scope), scope["path"], scope["method"]
        try:
            rightly = self.access.calls_us_rightly(headers)
        except ValueError:
            rightly = False
        if not rightly:
            return error(403, "forbidden", "this server does not answer to that name")
        if self.access.admits(method, path, headers):
            return None
        if method in READING and not path.startswith("/api/"):
            return RedirectResponse("/sign-in", 303)
        refused = error(401, "no_token", "send the token as `Authorization: Bearer TOKEN`")
        refused.headers["www-authenticate"] = "Bearer"
        return refused


def as_options(query: bytes, path: str) -> bytes:
    """The query with ``known-by`` as ``known_by``: filters bear the commands' names, in either spelling.

    Of a page's query empty values are left out: a form sends a field that nobody filled in.
    """
    parts = (part.partition(b"=") for part in query.split(b"&"))
    kept = (part for part in parts if part[2] or path.startswith("/api/"))
    return b"&".join(name.replace(b"-", b"_") + sign + value for name, sign, value in kept)


def with_headers(send: Send, bare: bool) -> Send:
    """Sends answers with the headers that all of them have; bare ones without their body, as ``HEAD`` asks."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        elif bare:
            message = {**message, "body": b""}
        await send(message)

    return sending
