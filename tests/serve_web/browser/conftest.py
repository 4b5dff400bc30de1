"""A server over the sample reports, and Debian's chromium in front of it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from dateline.serve.api import Room, application
from dateline.serve.api.guard import Access
from dateline.serve.live import Watcher
from dateline.settings import Settings

TOKEN = "a-token-of-more-than-sixteen-letters"  # noqa: S105  made up
SECONDS = 15_000
"""Milliseconds that a page may take on a busy machine."""


@pytest.fixture(scope="module")  # no longer: while it is open a loop runs in this thread, which other tests want for theirs
def chromium() -> Iterator[Browser]:
    """Debian's chromium; the tests are skipped where it cannot be had."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium is installed; scripts/install_test_programs.sh does it where it can")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def incoming(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("incoming")


@pytest.fixture(scope="session")
def address(archive: Path, incoming: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server answers that watches a folder and knows one token."""
    path = tmp_path_factory.mktemp("browsed") / "copy.db"
    shutil.copy(archive, path)
    room = Room(Settings(archive=str(path)))
    config = uvicorn.Config(application(room, Access(token=TOKEN)), port=0, log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    watcher = Watcher(room, incoming, every=0.3)
    watcher.start()
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    watcher.stop()
    server.should_exit = True
    thread.join()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """A page on which nothing may go wrong: no error in the console, no request to any other host."""
    context = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    found, wrong = context.new_page(), list[str]()
    found.set_default_timeout(SECONDS)
    found.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    found.on("pageerror", lambda error: wrong.append(str(error)))
    found.on("dialog", lambda dialog: wrong.append(f"a dialog: {dialog.message}"))
    found.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(address) else None)
    yield found
    context.close()
    assert wrong == []
