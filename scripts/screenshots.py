"""Screenshots of every page for the documentation: light and dark, on a desk and on a phone, of the sample reports.

    dateline demo && dateline serve &
    python -m scripts.screenshots http://127.0.0.1:8000

Small WebP pictures in ``docs/images/pages``, named after the page, the scheme and the width, and larger ones of some in
``docs/images`` for the text. Look at them before you commit them.
"""

from __future__ import annotations

import shutil
import sys
from base64 import b64decode
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
FOLDER = IMAGES / "pages"
PAGES = {
    "desk": "/",
    "events": "/events",
    "event": "/events?actor=Nicaragua&act=sever_relations",  # its first event
    "reports": "/reports",
    "report": "/reports/nicaragua-2021-wire",
    "compare": "/compare?a=venezuela-2009-wire&b=venezuela-2009-courier",
    "relations": "/relations?on=2010-01-01&focus=x-abkhazia",
    "party": "/relations?actor=Russia&on=2022-07-20",
    "pair": "/relations?actor=Nicaragua&actor=Taiwan&on=2021-12-20",
    "recognition": "/recognition/x-abkhazia?on=2010-01-01&universe=all",
    "actor": "/actors/RUS",
    "terms": "/terms?entity=Abkhazia",
    "sources": "/sources",
    "review": "/review",
    "due": "/due?on=2023-04-01",
    "quality": "/quality",
    "search": "/search?q=relations",
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SIZES = {"desk": (1280, 900, 0.5), "phone": (390, 844, 0.6)}
"""Width and height of the window, and the scale of the picture."""
QUALITY = 55
LARGE: dict[str, tuple[str, Literal["light", "dark"], int, int]] = {
    "desk": ("desk", "light", 1200, 760),
    "event": ("event", "light", 1200, 900),
    "report": ("report", "light", 1200, 760),
    "compare": ("compare", "light", 1200, 760),
    "relations": ("relations", "light", 1200, 900),
    "pair": ("pair", "light", 1200, 640),
    "recognition": ("recognition", "light", 1200, 900),
    "events": ("events", "light", 1200, 700),
    "phone": ("event", "dark", 390, 780),
}
"""The pictures in the text: of which page, in which scheme, how wide and how high."""


def picture(page: Page, width: int, height: int, scale: float) -> bytes:
    """What stands in the window, as WebP."""
    session = page.context.new_cdp_session(page)
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": scale}
    made = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY, "clip": clip})
    return b64decode(made["data"])


def taken(browser: Browser, base: str, scheme: Literal["light", "dark"], size: str) -> None:
    """Takes every page in one scheme and width."""
    width, height, scale = SIZES[size]
    page = browser.new_context(base_url=base, viewport={"width": width, "height": height}, color_scheme=scheme).new_page()
    for name in PAGES:
        visit(page, name)
        (FOLDER / f"{name}-{scheme}-{size}.webp").write_bytes(picture(page, width, height, scale))
    page.context.close()


def large(browser: Browser, base: str) -> None:
    """Takes the pictures in the text."""
    for picture_, (name, scheme, width, height) in LARGE.items():
        page = browser.new_context(base_url=base, viewport={"width": width, "height": height}, color_scheme=scheme).new_page()
        visit(page, name)
        (IMAGES / f"{picture_}.webp").write_bytes(picture(page, width, height, 1))
        page.context.close()


def visit(page: Page, name: str) -> None:
    """Opens a page and waits until it is drawn."""
    page.goto(PAGES[name])
    if name == "event":
        page.locator("a.statement").first.click()
        page.wait_for_url("**/events/*")
    page.wait_for_timeout(400)


def main(base: str) -> None:
    """Takes all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for scheme in SCHEMES:
            for size in SIZES:
                taken(browser, base, scheme, size)
        large(browser, base)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
