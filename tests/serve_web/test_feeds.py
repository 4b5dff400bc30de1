"""Feeds are watched: what they add is read once, politely, and nothing within our own network is asked."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from dateline.ingest.fetching import Fetcher
from dateline.model import ArchiveError, UsageError
from dateline.serve.api import Room
from dateline.serve.cli.serving import watchers
from dateline.serve.live import FeedWatcher, Watcher, feed_addresses
from dateline.settings import Settings

URL = "https://news.example.org/feed.xml"
ENTRY = (
    "<item><title>Chile and Fiji</title><link>https://news.example.org/{n}</link><pubDate>Tue, 02 May 2023 10:00:00 GMT</pubDate>"
    "<description>Chile severed diplomatic relations with Fiji on Monday, report {n} said.</description></item>"
)


def feed(*numbers: int) -> str:
    entries = "".join(ENTRY.format(n=n) for n in numbers)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Example Feed</title>{entries}</channel></rss>'


@pytest.fixture
def room(archive: Path, tmp_path: Path) -> Room:
    shutil.copy(archive, tmp_path / "copy.db")
    return Room(Settings(archive=str(tmp_path / "copy.db")))


class Site:
    """A site whose feed is what it is set to, and a clock."""

    def __init__(self) -> None:
        self.answer: Callable[[], httpx.Response] = lambda: httpx.Response(200, text=feed(1), headers={"etag": '"1"'})
        self.asked: list[httpx.Request] = []
        self.now = 1000.0

    def handle(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        self.asked.append(request)
        return self.answer()

    def fetcher(self) -> Fetcher:
        return Fetcher(httpx.MockTransport(self.handle), lambda *_: ["93.184.216.34"], clock=lambda: self.now, sleep=lambda _: None)

    def watcher(self, room: Room) -> FeedWatcher:
        return FeedWatcher(room, [URL, URL], every=60, fetcher=self.fetcher(), clock=lambda: self.now)


def test_what_a_feed_adds_is_read_once(room: Room) -> None:
    site = Site()
    watcher = site.watcher(room)
    assert [watcher.look(), watcher.look()] == [1, 0]
    assert len(site.asked) == 1, "it is not asked again before its time"
    site.now += 61
    site.answer = lambda: httpx.Response(304)
    assert watcher.look() == 0
    assert site.asked[-1].headers["if-none-match"] == '"1"'
    site.now += 61
    site.answer = lambda: httpx.Response(200, text=feed(1, 2), headers={"etag": '"2"'})
    assert watcher.look() == 1
    again = site.watcher(room)
    site.answer = lambda: httpx.Response(304)
    assert again.look() == 0
    assert site.asked[-1].headers["if-none-match"] == '"2"', "a server that is started again asks for what is new alone"
    with room.lookup() as found:
        assert [report.outlet for report in found.session.reports.latest(2)] == ["Example Feed", "Example Feed"]


def test_a_feed_that_does_not_answer_is_left_alone_for_longer_each_time(room: Room, capsys: pytest.CaptureFixture[str]) -> None:
    site = Site()
    site.answer = lambda: httpx.Response(503)
    watcher = site.watcher(room)
    for pause, asked in ((0, 1), (61, 1), (60, 2), (121, 2), (120, 3)):
        site.now += pause
        assert watcher.look() == 0
        assert len(site.asked) == asked
    assert "answers with 503" in capsys.readouterr().err
    site.now += 1000
    site.answer = lambda: httpx.Response(200, text=feed(1))
    assert watcher.look() == 1
    assert watcher.feeds[0].failed == 0


def test_what_the_archive_does_not_take_is_asked_for_again(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site()
    watcher = site.watcher(room)
    with monkeypatch.context() as patch:

        def locked() -> None:
            raise ArchiveError("in use")

        patch.setattr(room, "desk", locked)
        with pytest.raises(ArchiveError):
            watcher.look()
    site.now += 61
    assert watcher.look() == 1
    assert "if-none-match" not in site.asked[-1].headers


def test_feeds_within_our_own_network_are_refused(room: Room, capsys: pytest.CaptureFixture[str]) -> None:
    for address in ("http://127.0.0.1:1/feed", "http://[::1]/feed", "http://169.254.169.254/latest/meta-data"):
        assert FeedWatcher(room, [address]).look() == 0
        assert "inner network" in capsys.readouterr().err


def test_a_place_that_is_watched_is_told_by_what_it_is(room: Room, tmp_path: Path) -> None:
    (tmp_path / "feeds.txt").write_text(f"# our feeds\n{URL}\n\nhttps://other.example/atom#top\n")
    (tmp_path / "in").mkdir()
    folder, feeds = watchers(room, [str(tmp_path / "in"), str(tmp_path / "feeds.txt"), "https://third.example/rss"])
    assert isinstance(folder, Watcher)
    assert isinstance(feeds, FeedWatcher)
    assert [feed.url for feed in feeds.feeds] == ["https://third.example/rss", URL, "https://other.example/atom#top"]
    with pytest.raises(UsageError, match="no folder"):
        watchers(room, [str(tmp_path / "nothing")])


@pytest.mark.parametrize("text", ["", "# none\n", "file:///etc/passwd\n", "<opml/>"])
def test_a_list_without_addresses_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "feeds.txt").write_text(text)
    with pytest.raises(UsageError, match=r"feeds\.txt"):
        feed_addresses(tmp_path / "feeds.txt")
