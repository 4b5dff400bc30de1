"""The door: who may come in, under which name the server is called, and what browsers may do with its answers.

On loopback everybody on the machine may read, under a loopback name only, so that no page of the web can reach the archive by
a name of its own that points here. On any other address everything needs a token; writing always does, with the scope for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from hmac import compare_digest
from hmac import new as hmac
from http.cookies import CookieError, SimpleCookie
from secrets import token_bytes
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.serve.api.answers import error
from dateline.serve.api.limits import Limits
from dateline.serve.api.tokens import ALL, Grant, digest_of, granted
from dateline.serve.api.tokens import Scope as May

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
READING = frozenset({"GET", "HEAD", "OPTIONS"})
SIGN_IN = "/sign-in"
OPEN = (SIGN_IN, "/sign-out", "/static/")
"""Paths that need no token: where one is given or forgotten, and what those pages are drawn with."""
LARGEST = 8_000_000
"""Bytes that a request may bring: some thousand reports."""
COOKIE = "dateline"
ADDING = ("/api/reports",)
"""Where reports are sent; every other write is a judgement."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # with none at all browsers hide the origin of our own forms too
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Access:
    """Who may do what. Tokens are not kept, only their hashes; a browser that gave one holds a name signed for this run instead."""

    def __init__(self, host: str = "127.0.0.1", token: str | None = None, grants: Iterable[Grant] = ()) -> None:
        own = (granted("operator", ALL, token),) if token else ()
        self.loopback = host in LOOPBACK
        self.grants = {grant.digest: grant for grant in (*own, *grants)}
        self.secret = token_bytes(32)

    def knows(self, token: str) -> Grant | None:
        """The grant of a token; null where it is none of ours."""
        digest = digest_of(token)
        return next((g for g in self.grants.values() if compare_digest(g.digest, digest)), None)

    def session(self, grant: Grant) -> str:
        """What a browser is given in exchange for a token."""
        return f"{grant.digest[:16]}.{self.signed('session', grant.digest)}"

    def csrf(self, grant: Grant) -> str:
        """What the forms of a browser that gave a token must send back: another site's page cannot know it."""
        return self.signed("csrf", grant.digest)

    def signed(self, what: str, digest: str) -> str:
        """A signature that holds as long as this run."""
        return hmac(self.secret, f"{what}:{digest}".encode(), "sha256").hexdigest()

    def identified(self, headers: Headers) -> Grant | None:
        """Whose request this is: it carries a token, or comes from a browser that gave one."""
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self.knows(token.strip())
        held = cookie(headers).encode("utf-8", "replace")
        return next((g for g in self.grants.values() if held and compare_digest(self.session(g).encode(), held)), None)

    def calls_us_rightly(self, headers: Headers) -> bool:
        """Whether a request means this server: on loopback only by a loopback name, and never from another site's form."""
        host = headers.get("host", "")
        if self.loopback and (urlsplit(f"//{host}").hostname or "") not in LOOPBACK:
            return False
        origin = headers.get("origin")
        return origin is None or urlsplit(origin).netloc == host


def wanted(method: str, path: str) -> May:
    """What a request needs to be allowed."""
    if method in READING:
        return May.READ
    return May.ADD if path.startswith(ADDING) else May.JUDGE


def cookie(headers: Headers) -> str:
    """What the browser was given when it gave the token."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


class Guard:
    """Wraps the application: turns away who may not come in, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, access: Access, limits: Limits | None = None) -> None:
        self.app = app
        self.access = access
        self.limits = limits or Limits()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        grant = self.access.identified(Headers(scope=scope))
        answer = self.refusal(scope, grant) or self.app
        bare = scope["method"] == "HEAD"
        query = as_options(scope["query_string"], scope["path"])
        asked = {**scope, "query_string": query, "method": "GET" if bare else scope["method"]}
        asked["state"] = {**scope.get("state", {}), "grant": grant}
        await answer(asked, limited(receive), with_headers(send, bare))

    def refusal(self, scope: Scope, grant: Grant | None) -> Response | None:
        """The answer for a request that may not come in."""
        headers, path, method = Headers(scope=scope), scope["path"], scope["method"]
        try:
            rightly = self.access.calls_us_rightly(headers)
        except ValueError:
            rightly = False
        if not rightly:
            return error(403, "forbidden", "this server does not answer to that name")
        if headers.get("content-length", "0").isdecimal() and int(headers.get("content-length", "0")) > LARGEST:
            return error(413, "too_large", f"send at most {LARGEST:,} bytes at once")
        return self.too_many(scope, grant) or self.unadmitted(method, path, grant, scope["query_string"])

    def too_many(self, scope: Scope, grant: Grant | None) -> Response | None:
        """The answer for a client that asks too much at once."""
        client = grant.name if grant else (scope.get("client") or ("", 0))[0]
        kind = self.limits.kind(scope["method"], scope["path"], free=self.access.loopback)
        seconds = self.limits.wait(kind, client) if kind else 0
        if not seconds:
            return None
        refused = error(429, "too_many", f"that was too much at once: ask again in {seconds} s")
        refused.headers["retry-after"] = str(seconds)
        return refused

    def unadmitted(self, method: str, path: str, grant: Grant | None, query: bytes) -> Response | None:
        """The answer for a request that lacks a token, or whose token does not allow it."""
        scope = wanted(method, path)
        if path.startswith(OPEN) or (self.access.loopback and scope is May.READ) or (grant and grant.allows(scope)):
            return None
        if grant:
            return error(403, "forbidden", f"the token does not allow to {scope.value}")
        if method in READING and not path.startswith("/api/"):
            to = path + ("?" + query.decode("latin-1") if query else "")
            return RedirectResponse(SIGN_IN if to == "/" else f"{SIGN_IN}?to={quote(to)}", 303)
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


def limited(receive: Receive) -> Receive:
    """Receives a request's body as long as it is not too large, whatever its sender says that it is."""
    seen = 0

    async def receiving() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b"")) if message["type"] == "http.request" else 0
        if seen > LARGEST:
            raise HTTPException(413, f"send at most {LARGEST:,} bytes at once")
        return message

    return receiving


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
