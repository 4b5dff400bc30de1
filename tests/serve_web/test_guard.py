"""Who may come in, and what browsers are told."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from tests.serve_web.conftest import TOKEN

from dateline.serve.api.guard import Access, as_options

BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_write_without_a_token_is_401(client: TestClient, method: str) -> None:
    answer = client.request(method, "/api/judgements")
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "no_token"
    assert answer.headers["www-authenticate"] == "Bearer"


def test_loopback_answers_to_loopback_names_only(client: TestClient) -> None:
    for host in ("localhost:8000", "127.0.0.1", "[::1]:8000"):
        assert client.get("/", headers={"host": host}).status_code == 200
    for host in ("evil.example", "127.0.0.1.evil.example", "evil.example:127", "[::1", ""):
        assert client.get("/", headers={"host": host}).status_code == 403


def test_other_sites_forms_are_turned_away(client: TestClient) -> None:
    assert client.get("/", headers={"origin": "https://evil.example"}).status_code == 403
    assert client.get("/", headers={"origin": "null"}).status_code == 403
    assert client.get("/", headers={"origin": "http://127.0.0.1:8000"}).status_code == 200


def test_other_addresses_need_the_token_for_everything(guarded: TestClient) -> None:
    assert guarded.get("/api/events").status_code == 401
    assert guarded.get("/api/openapi.json").status_code == 401
    assert guarded.get("/api/events", headers={"authorization": "Bearer nonsense"}).status_code == 401
    assert guarded.get("/api/events", headers={"authorization": f"Basic {TOKEN}"}).status_code == 401
    assert guarded.get("/api/events", headers={"cookie": "dateline="}).status_code == 401
    assert guarded.get("/api/events", headers=BEARER).status_code == 200
    for page in ("/", "/events", "/reports/venezuela-2009-wire", "/nothing"):
        answer = guarded.get(page, follow_redirects=False)
        to = "/sign-in" if page == "/" else f"/sign-in?to={page}"
        assert (answer.status_code, answer.headers["location"]) == (303, to)


def test_a_browser_gives_the_token_once(guarded: TestClient) -> None:
    assert guarded.post("/sign-in", data={"token": "nonsense"}).status_code == 401
    answer = guarded.post("/sign-in", data={"token": TOKEN}, follow_redirects=False)
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie
    assert guarded.get("/").status_code == 200
    assert guarded.post("/sign-in", content=b"token=" + b"x" * 1_000_000).status_code == 413


@pytest.mark.parametrize("path", ["/", "/events", "/api/events", "/nothing", "/static/dateline.css", "/api/nothing"])
def test_every_answer_tells_browsers_to_run_nothing(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == "'self'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


def test_head_is_get_without_its_body(client: TestClient) -> None:
    answer = client.head("/events")
    assert (answer.status_code, answer.content) == (200, b"")


def test_the_token_itself_is_not_kept() -> None:
    access = Access("0.0.0.0", TOKEN)  # noqa: S104  as above
    assert TOKEN not in repr(vars(access))
    assert access.knows(TOKEN)
    assert not access.knows("")
    assert not Access().knows("")


def test_parameters_are_named_as_options_are() -> None:
    assert as_options(b"known-by=2022-07-13&a=b-c&d-e", "/api/events") == b"known_by=2022-07-13&a=b-c&d_e"
    assert as_options(b"known-by=&a=b-c&d", "/events") == b"a=b-c"
