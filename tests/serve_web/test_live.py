"""A watched folder is read, saved searches are told once of what is new."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from hmac import new as hmac
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from dateline.model import UsageError
from dateline.serve.api import Room
from dateline.serve.live import Memory, SavedSearch, Teller, Watcher, read_searches
from dateline.serve.live.hooks import post
from dateline.serve.live.telling import FIRST_REST
from dateline.settings import Settings

FIRST = (
    '{"id": "w1", "text": "Chile severed diplomatic relations with Fiji on Monday.", "published": "2023-05-02", "outlet": "One"}'
)
SECOND = (
    '{"id": "w2", "text": "Chile severed diplomatic relations with Fiji on Monday, '
    'Fiji\'s foreign ministry said.", "published": "2023-05-02", "outlet": "Two"}'
)
SEARCHES = """
[fiji]
recipient = "Fiji"
act = ["sever_relations"]
hook = "http://127.0.0.1:9/hook"
secret = "between us"
"""


@pytest.fixture
def room(archive: Path, tmp_path: Path) -> Room:
    shutil.copy(archive, tmp_path / "copy.db")
    return Room(Settings(archive=str(tmp_path / "copy.db")))


def test_a_watched_folder_is_read_and_a_search_is_told_once(room: Room, tmp_path: Path) -> None:
    folder = tmp_path / "incoming"
    folder.mkdir()
    (tmp_path / "searches.toml").write_text(SEARCHES)
    (search,) = read_searches(tmp_path / "searches.toml")
    told: list[bytes] = []
    watcher, teller = Watcher(room, folder), Teller(room, [search], lambda _, body: told.append(body))
    assert watcher.look() == teller.look() == 0
    (folder / "first.jsonl").write_text(FIRST)
    (folder / ".half").write_text(FIRST)
    assert watcher.look() == 0, "a file is read once it no longer changes"
    assert watcher.look() == 1
    assert watcher.look() == 0
    assert teller.look() == 1
    assert json.loads(told[0])["event"]["recipients"][0]["id"] == "FJI"
    assert teller.look() == 0
    (folder / "second.jsonl").write_text(SECOND)
    assert [watcher.look(), watcher.look()] == [0, 1]
    assert teller.look() == 0, "another report of the same event is no other event"


def test_a_hook_that_does_not_answer_is_tried_again(room: Room, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "searches.toml").write_text(SEARCHES)
    (search,) = read_searches(tmp_path / "searches.toml")
    tries: list[bytes] = []

    def refuse(_: SavedSearch, body: bytes) -> None:
        tries.append(body)
        raise OSError("nobody there")

    now = [0.0]
    teller = Teller(room, [search], refuse, clock=lambda: now[0])
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "a.jsonl").write_text(FIRST)
    watcher = Watcher(room, folder)
    assert [watcher.look(), watcher.look()] == [0, 1]
    assert [teller.look(), teller.look()] == [0, 0]
    assert len(tries) == 1, "it is left alone for a while"
    assert "nobody there" in capsys.readouterr().err
    now[0] += FIRST_REST
    assert teller.look() == 0
    assert len(tries) == 2
    now[0] += FIRST_REST
    assert teller.look() == 0, "twice as long each time"
    now[0] += FIRST_REST
    teller.send = lambda _, body: tries.append(body)
    assert [teller.look(), teller.look()] == [1, 0]


def test_a_server_that_is_started_again_tells_nothing_twice_and_leaves_nothing_out(room: Room, tmp_path: Path) -> None:
    (tmp_path / "searches.toml").write_text(SEARCHES)
    (search,) = read_searches(tmp_path / "searches.toml")
    told: list[bytes] = []

    def teller() -> Teller:
        return Teller(room, [search], lambda _, body: told.append(body), memory=Memory(tmp_path / "searches.toml.told"))

    folder = tmp_path / "incoming"
    folder.mkdir()
    watcher = Watcher(room, folder)
    assert teller().look() == 0
    (folder / "first.jsonl").write_text(FIRST)
    assert [watcher.look(), watcher.look()] == [0, 1]
    assert teller().look() == 1, "what came while no server ran is told by the next"
    with (tmp_path / "searches.toml.told").open("a") as file:
        file.write('{"search": "fiji", "ment')  # the machine went down
    assert teller().look() == 0
    assert len(told) == 1


def test_a_hook_is_sent_signed_json() -> None:
    heard: list[tuple[str, bytes, str]] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            heard.append((self.path, body, self.headers["x-dateline-signature"]))
            self.send_response(204 if self.path == "/a?b=c" else 302)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Hook)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        address = f"http://127.0.0.1:{server.server_port}"
        search = read_one(f"{address}/a?b=c", inner=True)
        post(search, b"{}")
        with pytest.raises(OSError, match="302"):
            post(read_one(f"{address}/elsewhere", inner=True), b"{}")
        with pytest.raises(OSError, match="inner network"):
            post(read_one(f"{address}/a?b=c"), b"{}")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert len(heard) == 2
    assert heard[0] == ("/a?b=c", b"{}", "sha256=" + hmac(b"between us", b"{}", sha256).hexdigest())


def read_one(hook: str, **more: bool) -> SavedSearch:
    from dateline.serve.live.searches import search_of

    return search_of("here", "one", {"hook": hook, "secret": "between us", **more})


@pytest.mark.parametrize(
    "text",
    [
        "[a]\nact = ['meet']",
        "[a]\nhook = 'file:///etc'",
        "[a]\nhook = 'https://x.example'\ncolour = 'red'",
        "a = 1",
        "[a",
        "[a]\nhook=3",
        "[a]\nhook='https://x.example'\ninner='yes'",
    ],
)
def test_a_search_that_cannot_be_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "searches.toml").write_text(text)
    with pytest.raises(UsageError, match=r"searches\.toml"):
        read_searches(tmp_path / "searches.toml")


def test_a_folder_that_is_none_is_told(room: Room, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        Watcher(room, tmp_path / "none")
