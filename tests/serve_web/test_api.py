"""The API: the commands' JSON over HTTP, in pages, with one shape for what goes wrong."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

from dateline.serve.shapes.schemas import schema_of

LISTS = {
    "events": "/api/events",
    "reports": "/api/reports",
    "stories": "/api/stories",
    "relations": "/api/relations?actor=Nicaragua&on=2021-12-15",
    "history": "/api/history?actor=Nicaragua&actor=Taiwan",
    "terms": "/api/terms?entity=Abkhazia",
    "check": "/api/check",
}
OBJECTS = {
    "report": "/api/reports/venezuela-2009-wire",
    "compare": "/api/compare?a=venezuela-2009-wire&b=venezuela-2009-courier",
    "recognizers": "/api/recognizers?entity=Abkhazia&on=2009-09-11&universe=all&ordinal=Venezuela",
    "changes": "/api/changes?since=2009-09-01&until=2023-12-31",
    "due": "/api/due?on=2023-05-11",
    "check-claim": "/api/check-claim?claim=third to recognize Abkhazia&actor=Venezuela&on=2009-09-11",
    "actor": "/api/actor?phrase=the Lithuanian foreign ministry",
}


PAGED = (
    "/api/events",
    "/api/events?order=newest",
    "/api/reports",
    "/api/relations",
    "/api/relations?on=2021-12-15&layer=relations",
    "/api/relations?known_by=2015-01-01",
    "/api/check",
    "/api/waiting",
)


def check(command: str, found: Any) -> None:
    validator = jsonschema.Draft202012Validator(schema_of(command))
    assert [error.message for error in validator.iter_errors(found)] == []


def all_items(client: TestClient, address: str, limit: int) -> list[Any]:
    """The items of a list, page by page."""
    found, cursor = [], None
    while True:
        page = client.get(address, params={"limit": limit, **({"cursor": cursor} if cursor else {})}).json()
        assert len(page["items"]) <= limit
        found += page["items"]
        cursor = page["next"]
        if cursor is None:
            return found


@pytest.mark.parametrize("command", sorted(LISTS))
def test_a_list_holds_what_the_command_prints(client: TestClient, command: str) -> None:
    answer = client.get(LISTS[command])
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert set(answer.json()) == {"items", "next"}
    assert answer.json()["items"]
    for item in answer.json()["items"]:
        check(command, item)


@pytest.mark.parametrize("command", sorted(OBJECTS))
def test_an_object_is_what_the_command_prints(client: TestClient, command: str) -> None:
    answer = client.get(OBJECTS[command])
    assert answer.status_code == 200
    check(command, answer.json())


@pytest.mark.parametrize("address", PAGED)
def test_pages_hold_every_item_once_in_the_same_order(client: TestClient, address: str) -> None:
    path, _, query = address.partition("?")
    extra = dict(pair.split("=") for pair in query.split("&") if pair)
    whole = client.get(path, params={**extra, "limit": 500}).json()
    assert whole["next"] is None
    found, cursor = [], None
    while True:
        page = client.get(path, params={**extra, "limit": 3, **({"cursor": cursor} if cursor else {})}).json()
        found += page["items"]
        if (cursor := page["next"]) is None:
            break
    assert found == whole["items"]


def test_every_listed_event_and_report_can_be_asked_for(client: TestClient) -> None:
    for listed in all_items(client, "/api/events", 500):
        dossier = client.get(f"/api/events/{listed['id']}").json()
        check("event", dossier)
        assert {name: dossier[name] for name in listed} == listed
    for listed in all_items(client, "/api/reports", 500):
        assert client.get(f"/api/reports/{listed['id']}").json()["report"]["id"] == listed["id"]


def test_filters_bear_the_commands_names(client: TestClient) -> None:
    found = client.get("/api/events", params={"actor": "Nicaragua", "act": "sever_relations", "since": "2021"}).json()["items"]
    assert found
    assert all(event["act"] == "sever_relations" and event["date"] >= "2021" for event in found)
    for spelling in ("min-principals", "min_principals"):
        assert all(e["counts"]["principals"] >= 2 for e in client.get(f"/api/events?{spelling}=2").json()["items"])


def test_outlets_filter_whatever_they_are_called(client: TestClient) -> None:
    reports = client.get("/api/reports?limit=500").json()["items"]
    for outlet in {report["outlet"] for report in reports}:
        ids = {report["id"] for report in reports if report["outlet"] == outlet}
        found = client.get("/api/events", params={"outlet": outlet}).json()["items"]
        assert all(ids & set(event["reports"]) for event in found)


@pytest.mark.parametrize(
    "address",
    [
        "/api/events?nonsense=1",
        "/api/events?status=nonsense",
        "/api/events?act=nonsense",
        "/api/events?actor=Nobodyland",
        "/api/events?since=yesterday",
        "/api/events?min-principals=-1",
        "/api/events?min-principals=many",
        "/api/events?limit=0",
        "/api/events?limit=100000",
        "/api/events?cursor=nonsense",
        "/api/events?cursor=WzFd",
        "/api/events?order=random",
        "/api/reports?cursor=Wy0xXQ",
        "/api/reports/venezuela-2009-wire?x=1",
        "/api/relations?layer=nonsense",
        "/api/relations?policy=nonsense",
        "/api/relations?actor=NIC&actor=TWN&other=CHN",
        "/api/recognizers",
        "/api/recognizers?entity=Abkhazia&universe=nonsense",
        "/api/recognizers?entity=Abkhazia&on=soon",
        "/api/history?actor=NIC",
        "/api/compare?a=venezuela-2009-wire",
        "/api/check-claim?claim=it+rains",
    ],
)
def test_a_bad_value_or_an_unknown_parameter_is_422(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 422
    error = answer.json()["error"]
    assert error["status"] == 422
    assert error["code"] == "bad_value"
    assert error["message"]


@pytest.mark.parametrize(
    "address",
    [
        "/api/events/nope",
        "/api/reports/nope",
        "/api/actors/nope",
        "/api/compare?a=nope&b=venezuela-2009-wire",
        "/api/compare?a=/etc/passwd&b=venezuela-2009-wire",
        "/api/relations?actor=Nobodyland",
        "/api/recognizers?entity=Nobodyland",
        "/api/nothing",
    ],
)
def test_what_nobody_knows_is_404(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "not_found"


def test_the_description_names_every_route(client: TestClient) -> None:
    found = client.get("/api/openapi.json").json()
    assert found["openapi"].startswith("3.")
    wanted = {
        "events",
        "events/{id}",
        "reports",
        "reports/{id}",
        "stories",
        "compare",
        "relations",
        "recognizers",
        "history",
        "terms",
    }
    assert {f"/api/{name}" for name in wanted} <= set(found["paths"])
    assert all(path.startswith("/api/") for path in found["paths"])


def test_what_is_known_already_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/events")
    again = client.get("/api/events", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/events?limit=2").headers["etag"] != first.headers["etag"]
    assert "etag" not in client.get("/api/events/nope").headers
