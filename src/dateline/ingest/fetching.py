"""Web addresses → what lies there, politely: robots.txt heeded, a pause between requests to a site, bounds on size and time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass, field
from functools import partial
from io import BufferedReader, BytesIO
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from urllib.parse import urljoin

from dateline.ingest.addresses import RefusedError, Resolve, Target, bracketed, resolved, target
from dateline.ingest.limits import LONGEST_FILE
from dateline.ingest.robots import NOTHING, Robots, robots
from dateline.model import Problem

if TYPE_CHECKING:
    import httpx

AGENT = "dateline (reader of news reports)"
NAME = "dateline"
PAUSE = 1.0
"""Seconds between two requests to one site."""
PATIENCE = 30.0
"""Seconds that an answer may take, from the first byte to the last."""
MOST_REDIRECTS = 5
LONGEST_ROBOTS = 500_000
MOST_NUMBERS = 3
HOLDS, FAILING = 86_400.0, 600.0
"""Seconds for which a site's robots.txt is taken to hold, and after which one that failed is asked for again."""

FOUND, UNCHANGED, MOVED, FAILED = 200, 304, frozenset({301, 302, 303, 307, 308}), 500

T = TypeVar("T")


class Page(NamedTuple):
    """What an address led to: the last address, its bytes, none where it has not changed, and the encoding that the site names."""

    url: str
    content: bytes | None
    charset: str | None = None


class Validators(NamedTuple):
    """What a site said of the state of a page, to be asked with the next time."""

    etag: str | None = None
    modified: str | None = None


class Asked(NamedTuple):
    """What a site asks of us, and until when that holds."""

    rules: Robots
    until: float


@dataclass
class Fetcher:
    """Reads addresses; ``known`` keeps the states of pages between runs for whoever wants only what is new."""

    transport: httpx.BaseTransport | None = None
    resolve: Resolve = resolved
    pause: float = PAUSE
    known: MutableMapping[str, Validators] = field(default_factory=dict)
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    robots: dict[str, Asked] = field(default_factory=dict)
    asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Page | Problem:
        """What lies at an address, or why it is not read."""
        try:
            return self.followed(url)
        except RefusedError as error:
            return Problem(url, 0, 0, "refused", str(error))
        except Exception as error:  # whatever a server, a proxy or the library does
            if not failed(error):
                raise
            return Problem(url, 0, 0, "unreachable", f"{type(error).__name__}: {error}")

    def followed(self, url: str) -> Page:
        """What lies at the end of an address's redirects; each of them is judged as the first was."""
        at, state = url, self.known.get(url, Validators())
        for _ in range(MOST_REDIRECTS + 1):
            where = target(at, self.resolve)
            if not self.allowed(where):
                raise RefusedError("the site's robots.txt asks not to")
            status, headers, content = self.ask(where, state, LONGEST_FILE)
            if status in MOVED and headers.get("location"):
                at = urljoin(at, headers["location"])
                continue
            if status == UNCHANGED:
                return Page(at, None)
            if status != FOUND:
                raise RefusedError(f"the site answers with {status}")
            self.known[url] = Validators(headers.get("etag"), headers.get("last-modified"))
            return Page(at, content, charset(headers.get("content-type")))
        raise RefusedError(f"more than {MOST_REDIRECTS} redirects")

    def allowed(self, where: Target) -> bool:
        """Whether the site's robots.txt lets us read an address; one that is not there allows all, one that fails nothing."""
        known = self.robots.get(where.site)
        if known is None or known.until < self.clock():
            rules = self.asked_for(where)
            known = self.robots[where.site] = Asked(rules, self.clock() + (FAILING if rules is NOTHING else HOLDS))
        return known.rules.allow(where.url)

    def asked_for(self, where: Target) -> Robots:
        """What a site asks of us; its robots.txt may lie elsewhere, which is judged as any address is."""
        at = f"{where.site}/robots.txt"
        for _ in range(MOST_REDIRECTS + 1):
            status, headers, content = self.ask(target(at, self.resolve), Validators(), LONGEST_ROBOTS)
            if status not in MOVED or not headers.get("location"):
                break
            at = urljoin(at, headers["location"])
        if status == FOUND:
            return robots(content.decode("utf-8", "replace"), NAME)
        return Robots() if status < FAILED else NOTHING

    def ask(self, where: Target, state: Validators, most: int) -> tuple[int, Any, bytes]:
        """Status, headers and body of one answer; a :class:`RefusedError` where it is too long, or takes too long.

        Of a host's numbers the next is asked where one cannot be reached: many have one of IPv6 that not all networks lead to.
        """
        import httpx

        self.wait(where.site)
        for number in where.numbers[:MOST_NUMBERS]:
            try:
                return within(PATIENCE, partial(self.asked_at, where, number, state, most))
            except httpx.ConnectError as error:
                unreached = error
        raise unreached

    def asked_at(self, where: Target, number: str, state: Validators, most: int) -> tuple[int, Any, bytes]:
        """Status, headers and body of one answer by the host under one of its numbers."""
        import httpx

        headers = {"host": host_header(where), "user-agent": AGENT, "accept-encoding": "gzip, deflate"}
        headers |= {"if-none-match": state.etag} if state.etag else {}
        headers |= {"if-modified-since": state.modified} if state.modified else {}
        url = httpx.URL(where.url).copy_with(host=number)
        until = self.clock() + PATIENCE
        with (
            httpx.Client(transport=self.transport, trust_env=False, timeout=PATIENCE / 3) as client,
            client.stream("GET", url, headers=headers, extensions={"sni_hostname": where.host}) as answer,
        ):
            return answer.status_code, answer.headers, b"".join(self.body(answer, most, until))

    def body(self, answer: httpx.Response, most: int, until: float) -> Iterator[bytes]:
        """The parts of a body as they come, as long as they stay within the bounds."""
        size = 0
        for part in answer.iter_bytes():
            size += len(part)
            if size > most:
                raise RefusedError(f"it is longer than {most} bytes")
            if self.clock() > until:
                raise RefusedError(f"it takes longer than {PATIENCE:.0f} seconds")
            yield part

    def wait(self, site: str) -> None:
        """Lets the pause pass that a site is due since it was asked last."""
        pause = max(self.pause, self.robots[site].rules.delay if site in self.robots else 0.0)
        due = self.asked.get(site, float("-inf")) + pause - self.clock()
        if due > 0:
            self.sleep(due)
        self.asked[site] = self.clock()


def within(seconds: float, work: Callable[[], T]) -> T:
    """What comes of work within so many seconds, whatever a server does to keep us waiting: a :class:`RefusedError` after them. The
    work is left to itself then; the bounds within it end it in time.
    """
    found: list[T | BaseException] = []

    def run() -> None:
        try:
            found.append(work())
        except BaseException as error:  # handed to whoever waits
            found.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if not found:
        raise RefusedError(f"it takes longer than {seconds:.0f} seconds")
    if isinstance(found[0], BaseException):
        raise found[0]
    return found[0]


def charset(media_type: str | None) -> str | None:
    """The encoding that a media type names."""
    _, named, name = (media_type or "").lower().partition("charset=")
    return name.split(";")[0].strip(" \"'") if named else None


def failed(error: Exception) -> bool:
    """Whether an error is the network's, not ours."""
    import httpx

    return isinstance(error, (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError))


def host_header(where: Target) -> str:
    """The host as a server wants to be called."""
    usual = {"http": 80, "https": 443}[where.scheme] == where.port
    return bracketed(where.host) if usual else f"{bracketed(where.host)}:{where.port}"


def stream_of(page: Page) -> BufferedReader:
    """What was fetched as an open input."""
    return BufferedReader(BytesIO(page.content or b""))
