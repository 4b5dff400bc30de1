"""Every page in light and dark, on a desk and on a phone: usable by all, within its bounds, running nothing of a report's."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PAGES = (
    "/",
    "/events",
    "/reports",
    "/reports/hostile-one",
    "/compare?a=hostile-one&b=hostile-two",
    "/relations?on=2009-10-01",
    "/relations?actor=Nicaragua&actor=Taiwan",
    "/recognition/x-abkhazia?on=2010-01-01",
    "/actors/LTU",
    "/search?q=relations",
    "/terms?entity=Abkhazia",
    "/sources",
    "/review",
    "/due?on=2023-04-01",
    "/quality",
    "/sign-in",
)
LARGEST = 300_000
"""Bytes of a page with all that it is drawn with, as they go over the line."""
SERIOUS = {"serious", "critical"}


def wanted(page: Page) -> list[str]:
    """The pages, and the dossier of the event of which most is told."""
    page.goto("/events?min_principals=2")
    first = page.locator("a.statement").first.get_attribute("href")
    return [*PAGES, first or "/"]


def findings(page: Page) -> list[Any]:
    """What axe finds that keeps people from using a page."""
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"][:160] for node in each["nodes"]][:3]) for each in found if each["impact"] in SERIOUS]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_every_page_is_usable(page: Page, scheme: Any, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    wrong: dict[str, object] = {}
    for path in wanted(page):
        page.goto(path)
        if found := findings(page):
            wrong[path] = found
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if overflow > 0:
            wrong[f"{path} is too wide"] = overflow
    assert wrong == {}


def test_every_page_is_light(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    for path in wanted(page):
        sizes.clear()
        page.goto(path, wait_until="load")
        page.wait_for_timeout(200)
        assert sum(sizes) < LARGEST, path


def test_nothing_shifts_while_a_page_loads(page: Page) -> None:
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    for path in ("/", "/relations?on=2009-10-01", "/recognition/x-abkhazia?on=2010-01-01"):
        page.goto(path)
        page.wait_for_timeout(500)
        assert page.evaluate("window.shift") < 0.05, path


def test_a_dossier_is_printed_dark_on_white(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(wanted(page)[-1])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    colours = "[...document.querySelectorAll('mark, .voice')].map(e => getComputedStyle(e).color)"
    assert set(page.evaluate(colours)) == {"rgb(0, 0, 0)"} or not page.evaluate(colours)
    light = (
        "[...document.querySelectorAll('.box rect')].map(e => getComputedStyle(e).fill.match(/\\d+/g).reduce((a, b) => a + +b, 0))"
    )
    assert min(page.evaluate(light), default=765) > 500
    assert not page.locator(".masthead nav").is_visible()
