"""A feed that is added twice is asked only for what is new, from one run to the next."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from dateline.ingest import read_reports
from dateline.ingest.fetching import Fetcher
from dateline.serve.cli.reading import only_what_is_new
from dateline.store import Archive

URL = "https://press.example/feed"
FEED = "<rss><channel><item><description>Fiji has closed its embassy in Malta.</description></item></channel></rss>"


def fetcher(asked: list[str | None]) -> Fetcher:
    """The fetcher of one run, to a site that gives its feed a tag and heeds it."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        asked.append(request.headers.get("if-none-match"))
        return httpx.Response(304) if asked[-1] == "tag" else httpx.Response(200, text=FEED, headers={"etag": "tag"})

    return Fetcher(httpx.MockTransport(answer), lambda *_: ["93.184.216.34"], pause=0)


def test_the_second_run_asks_whether_anything_changed(tmp_path: Path) -> None:
    asked: list[str | None] = []
    found = []
    with Archive.open(str(tmp_path / "a.db"), write=True) as archive:
        for _ in range(2):
            run = fetcher(asked)
            with only_what_is_new(archive, run):
                found.append(len(list(read_reports([URL], fetcher=run))))
    assert (asked, found) == ([None, "tag"], [1, 0])


def test_a_run_that_breaks_off_asks_for_all_again(tmp_path: Path) -> None:
    asked: list[str | None] = []
    with Archive.open(str(tmp_path / "a.db"), write=True) as archive:
        run = fetcher(asked)
        with pytest.raises(KeyboardInterrupt), only_what_is_new(archive, run):
            list(read_reports([URL], fetcher=run))
            raise KeyboardInterrupt
        run = fetcher(asked)
        with only_what_is_new(archive, run):
            assert len(list(read_reports([URL], fetcher=run))) == 1
    assert asked == [None, None]
