"""Every page answers, runs nothing, and shows what a hostile report says as mere words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.serve_web.conftest import HERE, HOSTILE

from dateline.serve.api import Room, application
from dateline.settings import Settings

LISTED = [
    "/",
    "/events",
    "/reports",
    "/compare",
    "/relations",
    "/recognition",
    "/actors",
    "/terms",
    "/sources",
    "/quality",
    "/review",
    "/due",
    "/search",
    "/sign-in",
]
ASKED = [
    "/?since=2009",
    "/events?actor=Nicaragua&recipient=&act=&status=&since=2021&until=&outlet=&min_principals=",
    "/events?utm_source=elsewhere",
    "/reports/venezuela-2009-wire",
    "/reports/hostile-one",
    "/reports/hostile-two",
    "/compare?a=venezuela-2009-wire&b=venezuela-2009-courier",
    "/compare?a=hostile-one&b=hostile-two",
    "/relations?actor=Nicaragua&actor=Taiwan&on=2021-12-15",
    "/relations?actor=Albania&actor=&on=2022-05-01",
    "/recognition/x-abkhazia?on=2009-10-01&universe=all",
    "/search?q=Albania",
    "/search?q=script",
    "/search?q=%22%27%29+OR+*",
    "/events?q=severed+relations",
    "/reports/venezuela-2009-wire?layers=actors,times",
    "/relations?on=2009-10-01&known_by=2009-10-01&focus=x-abkhazia",
    "/relations?layer=relations&on=2022-05-01",
    "/due?actor=Lithuania&on=2022-01-01",
    "/actors/NIC",
    "/actors/ALB",
    "/actors?name=Abkhazia",
    "/terms?entity=Abkhazia",
    "/terms?entity=Albania",
]
VOID = {"meta", "link", "input", "br", "hr", "img"}


class Page(HTMLParser):
    """What a browser would make of a page: its elements with their attributes, and whether all of them are closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def addresses(client: TestClient) -> list[str]:
    """Every page that the tests know of, and one of each event and report that there is."""
    events = client.get("/api/events?limit=500").json()["items"]
    reports = client.get("/api/reports?limit=500").json()["items"]
    return [*LISTED, *ASKED, *(f"/events/{e['id']}" for e in events), *(f"/reports/{r['id']}" for r in reports)]


@pytest.mark.parametrize("address", LISTED + ASKED)
def test_a_page_answers(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert len(answer.content) < 300_000


@pytest.mark.parametrize("address", LISTED)
def test_a_page_of_an_empty_archive_answers(empty: Path, address: str) -> None:
    with TestClient(application(Room(Settings(archive=str(empty)))), base_url=HERE) as client:
        assert client.get(address).status_code == 200


def test_no_page_runs_or_loads_anything(client: TestClient) -> None:
    for address in addresses(client):
        answer = client.get(address)
        assert answer.status_code == 200, address
        page = Page(answer.text)
        assert not page.wrong, (address, page.wrong)
        assert not page.open, (address, page.open)
        for tag, attributes in page.found:
            assert tag not in {"style", "img", "iframe", "object", "embed", "base"}, address
            assert tag != "script" or (attributes.get("src") or "").startswith("/static/"), address
            assert not [name for name in attributes if name.startswith("on") or name == "style"], (address, tag, attributes)
            for name in ("href", "src", "action"):
                value = attributes.get(name) or "/"
                assert value.startswith(("/", "#", "?")) or attributes.get("rel") == "noreferrer noopener nofollow", (
                    address,
                    value,
                )
                assert not value.lower().startswith(("javascript:", "//")), (address, value)


def test_hostile_words_are_words(client: TestClient) -> None:
    seen = 0
    for address in addresses(client):
        text = client.get(address).text
        assert not re.search(r"<script(?! (?:defer|type=\"module\") src=\"/static/)", text), address
        assert HOSTILE not in text, address
        assert "<svg onload" not in text, address
        assert "\u202e" not in text, address
        assert "\x1b" not in text, address
        assert "\x07" not in text, address
        assert "&amp;#39;" not in text, address
        assert "&amp;lt;" not in text, address
        seen += "&lt;script&gt;" in text
    assert seen >= 5
    assert "{{ 7 * 7 }}" in client.get("/reports/hostile-two").text


def test_every_link_of_ours_leads_somewhere(client: TestClient) -> None:
    links = {
        attributes["href"].split("#")[0]
        for address in [*LISTED, "/events/" + client.get("/api/events").json()["items"][-1]["id"], *ASKED]
        for tag, attributes in Page(client.get(address).text).found
        if tag == "a" and (attributes.get("href") or "").startswith("/")
    }
    assert len(links) > 50
    for link in sorted(links):
        assert client.get(link).status_code == 200, link


def test_every_anchor_that_a_dossier_points_at_is_in_its_report(client: TestClient) -> None:
    for event in client.get("/api/events?limit=500").json()["items"]:
        for path, anchor in re.findall(r'href="(/reports/[^"#]+)#([^"]+)"', client.get(f"/events/{event['id']}").text):
            assert f'id="{anchor}"' in client.get(path).text


def test_every_proof_leads_to_its_sentence(client: TestClient) -> None:
    for address in (
        "/?since=2009",
        "/relations?on=2021-12-15",
        "/relations?actor=Nicaragua",
        "/recognition/x-abkhazia?on=2010-01-01",
    ):
        found = set(re.findall(r'href="(/reports/[^"#]+)#(at-\d+)"', client.get(address).text))
        assert found, address
        for path, anchor in found:
            assert f'id="{anchor}"' in client.get(path).text, (path, anchor)


def test_a_page_that_is_not_there_says_so(client: TestClient) -> None:
    for address in ("/events/nope", "/reports/nope", "/actors/nope", "/recognition/Nobodyland", "/nothing"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "<h1>Not here</h1>" in answer.text
    assert client.get("/events?status=nonsense").status_code == 422
    assert client.get("/events?cursor=nonsense").status_code == 422


def test_the_text_of_a_report_is_whole(client: TestClient) -> None:
    text = client.get("/api/reports/venezuela-2009-wire").json()["report"]["text"]
    blocks = re.findall(r'<p class="words">(.*?)</p>', client.get("/reports/venezuela-2009-wire").text, re.DOTALL)

    class Words(HTMLParser):
        words = ""

        def handle_data(self, data: str) -> None:
            self.words += data

    parser = Words()
    parser.feed("".join(blocks))
    assert parser.words == text
