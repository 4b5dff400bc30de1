"""Judgements and reports over HTTP: with the right token alone, kept, brought to bear, taken back; large ones refused."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.serve_web.conftest import HERE

from dateline.serve.api import Room, application
from dateline.serve.api.guard import LARGEST, Access
from dateline.serve.api.tokens import granted
from dateline.settings import Settings

JUDGE, ADD, READ = ({"authorization": f"Bearer {scope}-token-long-enough"} for scope in ("judge", "add", "read"))
NEW = "Serbia suspended diplomatic relations with Bahrain on Monday, the Serbian foreign ministry said."


@pytest.fixture(scope="module")
def writable(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("writable") / "copy.db"
    shutil.copy(archive, path)
    access = Access(grants=[granted(scope, [scope], f"{scope}-token-long-enough") for scope in ("judge", "add", "read")])
    with TestClient(application(Room(Settings(archive=str(path))), access), base_url=HERE) as client:
        yield client


def event_ids(client: TestClient) -> list[str]:
    return [event["id"] for event in client.get("/api/events?limit=500").json()["items"]]


def test_a_judgement_is_kept_brought_to_bear_and_taken_back(writable: TestClient) -> None:
    before = event_ids(writable)
    wrong = {"verdict": "wrong", "ids": [before[0]], "reason": "<b>no</b>"}
    made = writable.post("/api/judgements", json=wrong, headers=JUDGE)
    assert made.status_code == 201
    (judgement,) = made.json()["judgements"][:1]
    assert judgement["by"] == "judge"
    assert before[0] not in event_ids(writable)
    assert judgement["id"] in {j["id"] for j in writable.get("/api/judgements").json()["judgements"]}
    assert "&lt;b&gt;no" in writable.get("/review").text
    for each in made.json()["judgements"]:
        assert writable.post(f"/api/judgements/{each['id']}/undo", json={}, headers=JUDGE).status_code == 201
    assert event_ids(writable) == before


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"verdict": "nonsense", "ids": ["x"]}, 422),
        ({"verdict": "same", "ids": ["one"]}, 422),
        ({"verdict": "wrong", "ids": []}, 422),
        ({"verdict": "wrong", "ids": ["nope"]}, 404),
        ({"verdict": "set", "ids": ["nope"], "field": "date", "value": "soon"}, 422),
        ({"verdict": "set", "ids": ["nope"], "field": "colour", "value": "red"}, 422),
        ({"verdict": "wrong", "ids": ["x"], "more": 1}, 422),
    ],
)
def test_a_judgement_that_cannot_be_is_refused(writable: TestClient, asked: dict[str, object], status: int) -> None:
    answer = writable.post("/api/judgements", json=asked, headers=JUDGE)
    assert answer.status_code == status
    assert answer.json()["error"]["status"] == status


def test_a_token_allows_its_scope_alone(writable: TestClient) -> None:
    judgement = {"verdict": "wrong", "ids": ["x"]}
    assert writable.post("/api/judgements", json=judgement).status_code == 401
    for headers in (READ, ADD):
        assert writable.post("/api/judgements", json=judgement, headers=headers).status_code == 403
    for headers in (READ, JUDGE):
        assert writable.post("/api/reports", content=NEW, headers=headers).status_code == 403


def test_a_report_is_added_and_found(writable: TestClient) -> None:
    answer = writable.post("/api/reports?outlet=Example+Post&published=2023-06-06", content=NEW, headers=ADD)
    assert answer.status_code == 201
    assert (answer.json()["reports"], answer.json()["new"]) == (1, 1)
    found = writable.get("/api/events?q=suspended+Bahrain").json()["items"]
    assert [event["act"] for event in found] == ["suspend_relations"]
    assert "Example Post" in writable.get("/search?q=Bahrain").text
    assert "suspended relations" in writable.get("/events.atom?recipient=BHR").text


def test_what_is_no_report_or_too_large_is_refused(writable: TestClient) -> None:
    assert writable.post("/api/reports", content=b"\x00\x01\x02" * 50, headers=ADD).status_code == 422
    assert writable.post("/api/reports", content=b"", headers=ADD).status_code == 422
    assert writable.post("/api/reports", content=b"x" * (LARGEST + 1), headers=ADD).status_code == 413
    parts = (b"x" * 1_000_000 for _ in range(LARGEST // 1_000_000 + 2))
    answer = writable.post("/api/reports", content=parts, headers=ADD)
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")


def test_a_browser_judges_with_the_signature_of_our_pages_alone(writable: TestClient) -> None:
    signed = writable.post("/sign-in", data={"token": "judge-token-long-enough", "to": "/review"}, follow_redirects=False)
    assert (signed.status_code, signed.headers["location"]) == (303, "/review")
    first = event_ids(writable)[0]
    page = writable.get(f"/events/{first}").text
    csrf = page.split('name="csrf" value="')[1].split('"')[0]
    form = {"verdict": "wrong", "id": first, "reason": "no"}
    assert writable.post("/judge", data=form).status_code == 403
    assert writable.post("/judge", data={**form, "csrf": "0" * 64}).status_code == 403
    assert writable.post("/judge", data={**form, "csrf": csrf}, headers={"origin": "https://evil.example"}).status_code == 403
    assert writable.post("/api/judgements", json={"verdict": "wrong", "ids": [first]}).status_code == 403
    done = writable.post("/judge", data={**form, "csrf": csrf}, follow_redirects=False)
    assert done.status_code == 303
    undo = writable.get("/review").text.split('action="/judgements/')[1].split("/undo")[0]
    assert (
        writable.post(f"/judgements/{undo}/undo", data={"csrf": csrf, "to": "//evil.example"}, follow_redirects=False).headers[
            "location"
        ]
        == "/"
    )
    assert first in event_ids(writable)
    writable.post("/sign-out")
    assert 'name="csrf"' not in writable.get(f"/events/{first}").text


def test_exports_are_lines(writable: TestClient) -> None:
    import json

    for name in ("events", "reports", "stories", "entries"):
        answer = writable.get(f"/api/export/{name}.jsonl")
        assert answer.headers["content-type"] == "application/x-ndjson"
        assert [json.loads(line) for line in answer.text.splitlines()]
    assert len(writable.get("/api/export/events.jsonl?act=sever_relations").text.splitlines()) < len(event_ids(writable))
