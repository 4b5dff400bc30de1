"""Addresses: only public ones, politely, within bounds, whatever names and redirects lead to."""

from __future__ import annotations

import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Thread

import httpx
import pytest

from dateline.ingest import fetching, read_reports
from dateline.ingest.addresses import is_public
from dateline.ingest.fetching import Fetcher
from dateline.model import Problem, Report

TEXT = "Atlantis has closed its embassy in Lemuria."
Answer = Callable[[httpx.Request], httpx.Response]
PUBLIC = "93.184.216.34"


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def fetcher(answer: Answer, names: dict[str, list[str]] | None = None, robots: str | int = 404) -> Fetcher:
    """A fetcher whose internet is a function."""

    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(200, text=robots) if isinstance(robots, str) else httpx.Response(robots)
        return answer(request)

    def resolve(host: str, _port: int) -> list[str]:
        return (names or {}).get(host, [PUBLIC])

    clock = Clock()
    return Fetcher(httpx.MockTransport(handle), resolve, clock=lambda: clock.now, sleep=clock.sleep)


def read(found: Fetcher, url: str = "https://news.example.org/1") -> list[Report | Problem]:
    return list(read_reports([url], fetcher=found))


def test_what_lies_at_an_address_is_read_like_a_file() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, text=TEXT)

    (report,) = read(fetcher(answer))
    assert isinstance(report, Report)
    assert (report.text, report.url, report.path) == (TEXT, "https://news.example.org/1", "https://news.example.org/1")
    assert (seen[0].url.host, seen[0].headers["host"]) == (PUBLIC, "news.example.org")
    assert seen[0].extensions["sni_hostname"] == "news.example.org"


@pytest.mark.parametrize(
    "number",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"),  # noqa: S104
        *("::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1", "::", "nonsense"),
    ],
)
def test_inner_networks_are_refused(number: str) -> None:
    assert not is_public(number)
    (problem,) = read(fetcher(lambda _: httpx.Response(200, text=TEXT), {"news.example.org": [PUBLIC, number]}))
    assert isinstance(problem, Problem)
    assert problem.code == "refused"


@pytest.mark.parametrize("number", [PUBLIC, "2606:2800:220:1:248:1893:25c8:1946"])
def test_public_numbers_are_asked(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize("to", ["http://inner.example.org/", "http://169.254.169.254/latest", "file:///etc/passwd", "gopher://x/"])
def test_a_redirect_is_judged_as_the_first_address_was(to: str) -> None:
    names = {"inner.example.org": ["10.0.0.7"], "169.254.169.254": ["169.254.169.254"]}
    (problem,) = read(fetcher(lambda _: httpx.Response(302, headers={"location": to}), names))
    assert isinstance(problem, Problem)
    assert problem.code == "refused"


def test_redirects_without_end_are_left() -> None:
    (problem,) = read(fetcher(lambda r: httpx.Response(301, headers={"location": f"{r.url.path}x"})))
    assert isinstance(problem, Problem)
    assert "redirects" in problem.message


def test_robots_are_heeded_and_a_site_that_fails_is_left_alone() -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, text=TEXT)

    assert [type(i) for i in read(fetcher(answer, robots="User-agent: *\nDisallow: /2"))] == [Report]
    assert [type(i) for i in read(fetcher(answer, robots="User-agent: *\nDisallow: /"))] == [Problem]
    assert [type(i) for i in read(fetcher(answer, robots="User-agent: dateline\nDisallow: /1\n"))] == [Problem]
    assert [type(i) for i in read(fetcher(answer, robots=503))] == [Problem]


def test_a_site_is_asked_once_a_second_and_for_its_robots_once() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(200, text=TEXT)

    found = fetcher(answer)
    list(read_reports(["https://a.example.org/1", "https://a.example.org/2"], fetcher=found))
    assert asked == ["/1", "/2"]
    assert found.sleep.__self__.slept == [1.0, 1.0]  # type: ignore[attr-defined]


def test_a_page_that_has_not_changed_gives_nothing() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        same = request.headers.get("if-none-match") == '"a"'
        return httpx.Response(304) if same else httpx.Response(200, text=TEXT, headers={"etag": '"a"'})

    found = fetcher(answer)
    assert [len(read(found)), len(read(found))] == [1, 0]


def test_answers_are_bounded_in_length_and_errors_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LONGEST_FILE", 100)
    (long,) = read(fetcher(lambda _: httpx.Response(200, text="words " * 1_000)))

    def broken(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("nobody there")

    (dead,) = read(fetcher(broken))
    (gone,) = read(fetcher(lambda _: httpx.Response(410)))
    assert [p.code for p in (long, dead, gone) if isinstance(p, Problem)] == ["refused", "unreachable", "refused"]


@pytest.mark.parametrize("url", ["https://user:secret@news.example.org/", "http://", "https://[::1", "http://exa mple:99999/"])
def test_odd_addresses_are_refused(url: str) -> None:
    (problem,) = read(fetcher(lambda _: httpx.Response(200, text=TEXT)), url)
    assert isinstance(problem, Problem)


LIST = '<opml><body><outline><outline xmlUrl="https://a.example/f"/></outline><outline xmlUrl="https://b.example/f"/></body></opml>'
FEED = f"<rss><channel><item><description>{TEXT}</description></item></channel></rss>"


def test_feeds_of_a_list_are_read_when_asked_for_and_no_list_within() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, text=FEED if request.headers["host"] == "a.example" else LIST)

    found = list(read_reports(["-"], standard_input=BytesIO(LIST.encode()), fetcher=fetcher(answer), follow=True))
    assert [i.text if isinstance(i, Report) else i.code for i in found] == [TEXT, "feed_list"]


def test_a_list_may_not_lead_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.ingest.inputs.MOST_FEEDS", 1)
    inner = fetcher(lambda _: httpx.Response(200, text=FEED), {"a.example": ["10.0.0.7"]})
    found = list(read_reports(["-"], standard_input=BytesIO(LIST.encode()), fetcher=inner, follow=True))
    assert [i.code for i in found if isinstance(i, Problem)] == ["refused", "too_large"]


def test_a_host_is_asked_under_its_next_number_where_one_leads_nowhere() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        if request.url.host != PUBLIC:
            raise httpx.ConnectError("no way there")
        return httpx.Response(200, text=TEXT)

    numbers = {"news.example.org": ["2606:2800:220:1:248:1893:25c8:1946", PUBLIC]}
    (report,) = read(fetcher(answer, numbers))
    assert isinstance(report, Report)
    assert asked == numbers["news.example.org"]


def test_the_encoding_that_a_site_names_is_used() -> None:
    page = "<html><head><title>A</title></head><body><p>Министр заявил во вторник, что посольство закрыто.</p></body></html>"
    headers = {"content-type": "text/html; charset=koi8-r"}
    (report, *_) = read(fetcher(lambda _: httpx.Response(200, content=page.encode("koi8-r"), headers=headers)))
    assert isinstance(report, Report)
    assert report.text.startswith("Министр заявил")


def test_robots_lie_where_they_were_moved_to_and_ask_for_pauses() -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        if request.headers["host"] == "news.example.org" and request.url.path == "/robots.txt":
            return httpx.Response(301, headers={"location": "https://www.example.org/robots.txt"})
        if request.url.path == "/robots.txt":
            return httpx.Response(200, text="User-agent: *\nCrawl-delay: 5\nDisallow: /*?print=\n")
        return httpx.Response(200, text=TEXT)

    clock = Clock()
    found = Fetcher(httpx.MockTransport(handle), lambda *_: [PUBLIC], clock=lambda: clock.now, sleep=clock.sleep)
    assert [type(i) for i in read(found, "https://news.example.org/1?print=yes")] == [Problem]
    assert [type(i) for i in read(found, "https://news.example.org/1")] == [Report]
    assert clock.slept == [5.0]


def test_robots_that_fail_are_asked_for_again() -> None:
    answers = iter((503, 404))
    clock = Clock()

    def handle(request: httpx.Request) -> httpx.Response:
        return httpx.Response(next(answers)) if request.url.path == "/robots.txt" else httpx.Response(200, text=TEXT)

    found = Fetcher(httpx.MockTransport(handle), lambda *_: [PUBLIC], clock=lambda: clock.now, sleep=clock.sleep)
    kinds = [type(read(found)[0]), type(read(found)[0])]
    clock.now += 3_600
    assert [*kinds, type(read(found)[0])] == [Problem, Problem, Report]


class Server(ThreadingHTTPServer):
    """A server that drips: a byte now and then, of its head or of its body."""

    daemon_threads = True


class Dripping(BaseHTTPRequestHandler):
    """What it answers."""

    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            self.send_error(404)
            return
        if self.path == "/body":
            self.send_response(200)
            self.end_headers()
        for _ in range(40):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.parametrize("path", ["/head", "/body"])
def test_who_drips_is_left_in_time(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "PATIENCE", 0.5)
    monkeypatch.setattr("dateline.ingest.addresses.is_public", lambda _: True)
    with Server(("127.0.0.1", 0), Dripping) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        begun = time.monotonic()
        (problem,) = read(Fetcher(pause=0), f"http://127.0.0.1:{server.server_port}{path}")
        assert time.monotonic() - begun < 2
        server.shutdown()
    assert isinstance(problem, Problem)
    assert (problem.code, "takes longer" in problem.message) == ("refused", True)
