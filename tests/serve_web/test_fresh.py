"""Answers are kept only as long as the archive stays as it was."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

from fastapi.testclient import TestClient
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
