"""Answers are kept only as long as the archive stays as it was."""

from __future__ import annotations

import asyncio
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

from fastapi.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send
from tests.serve_web.conftest import HERE

from dateline.desk.desk import Desk
from dateline.model import Report
from dateline.pipeline import Pipeline
from dateline.serve.api import Room, application
from dateline.serve.api.fresh import KEPT, Fresh
from dateline.settings import Settings
from dateline.store import Archive

NEW = Report(
    id="brand-new",
    outlet="Example Post",
    published="2023-05-02",
    text="Bahrain severed diplomatic relations with Serbia on Monday.",
)


def test_what_is_added_is_seen_at_once(archive: Path, tmp_path: Path, pipeline: Pipeline) -> None:
    path = tmp_path / "copy.db"
    shutil.copy(archive, path)
    with TestClient(application(Room(Settings(archive=str(path)))), base_url=HERE) as client:
        pages = ("/", "/events", "/reports", "/relations", "/api/events?limit=500", "/api/check")
        before = {page: client.get(page) for page in pages}
        assert {page: client.get(page).content for page in pages} == {page: answer.content for page, answer in before.items()}
        with Archive.open(str(path), write=True) as found:
            list(Desk(found, pipeline, lambda: "2026-02-03T04:05:06Z").add([NEW], Counter()))
        for page in pages[:-1]:
            after = client.get(page, headers={"if-none-match": before[page].headers["etag"]})
            assert after.status_code == 200
            assert after.headers["etag"] != before[page].headers["etag"]
            assert "Bahrain" in after.text or page == "/reports"
        assert client.get("/reports/brand-new").status_code == 200


def test_pages_are_read_while_reports_are_added(archive: Path, tmp_path: Path, pipeline: Pipeline) -> None:
    path = tmp_path / "copy.db"
    shutil.copy(str(archive), path)
    news = [replace(NEW, id=f"new-{i}", published=f"2023-05-{i + 1:02}") for i in range(8)]
    answers = Counter[tuple[str, int]]()

    def adding() -> None:
        with Archive.open(str(path), write=True) as found:
            for each in news:
                list(Desk(found, pipeline).add([each], Counter()))

    with TestClient(application(Room(Settings(archive=str(path)))), base_url=HERE) as client:
        writer = Thread(target=adding)
        writer.start()
        while writer.is_alive():
            answers.update((page, client.get(page).status_code) for page in ("/", "/relations", "/sources", "/due", "/api/events"))
        writer.join()
        assert {status for _, status in answers} == {200}
        assert client.get("/reports/new-7").status_code == 200


def test_many_who_ask_at_once_wait_for_one_answer() -> None:
    made: list[str] = []

    class Still:
        def stamp(self) -> str:
            return "as it was"

    async def slow(_: Scope, __: Receive, send: Send) -> None:
        made.append("once")
        await asyncio.sleep(0.05)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"answer"})

    async def asked(fresh: Fresh) -> bytes:
        body = b""

        async def send(message: Message) -> None:
            nonlocal body
            body += message.get("body", b"")

        await fresh({"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}, receive, send)
        return body

    async def receive() -> Message:
        return {"type": "http.request"}

    async def all_of_them() -> list[bytes]:
        fresh = Fresh(slow, SimpleNamespace(archive=Still()))  # type: ignore[arg-type]
        return await asyncio.gather(*(asked(fresh) for _ in range(20)))

    assert asyncio.run(all_of_them()) == [b"answer"] * 20
    assert made == ["once"]


def test_a_kept_answer_is_the_same_answer(client: TestClient) -> None:
    first, second = client.get("/events?limit=3"), client.get("/events?limit=3")
    assert first.content == second.content
    assert dict(first.headers) == dict(second.headers)


def test_errors_are_not_kept(client: TestClient) -> None:
    assert [client.get("/events/nope").status_code for _ in range(2)] == [404, 404]


def test_no_more_answers_are_kept_than_fit(room: Room) -> None:
    app = application(room)
    fresh = Fresh(app, room)
    client = TestClient(fresh, base_url=HERE)
    for n in range(KEPT + 5):
        client.get(f"/api/actors/RUS?x={n}")
        client.get(f"/sign-in?x={n}")
    assert len(fresh.kept) == 0
    for n in range(KEPT + 5):
        client.get(f"/actors/RUS?x={n}")
    assert len(fresh.kept) == KEPT
