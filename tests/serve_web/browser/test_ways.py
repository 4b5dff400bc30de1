"""The main ways through the desk, in a real browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect
from tests.serve_web.browser.conftest import TOKEN


def first_event(page: Page) -> str:
    page.goto("/events?actor=Nicaragua&act=sever_relations")
    return page.locator("a.statement").first.get_attribute("href") or ""


def test_from_the_desk_to_the_sentence(page: Page) -> None:
    page.goto("/")
    page.locator("main a.statement").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.locator("a.to").first.click()
    anchor = page.evaluate("location.hash.slice(1)")
    expect(page.locator(f"[id='{anchor}']")).to_be_attached()
    assert "/reports/" in page.url
    assert page.evaluate("document.querySelector(':target') !== null")


def test_two_reports_beside_each_other(page: Page) -> None:
    page.goto("/compare")
    page.locator("main a.headline").first.click()
    expect(page.get_by_role("heading", name="Quotations, aligned")).to_be_visible()
    assert page.locator(".beside").count() > 2
    assert page.locator("mark.differs").count() > 0


def test_the_slider_moves_the_map(page: Page) -> None:
    page.goto("/relations?focus=x-abkhazia&on=2008-09-10")
    expect(page.locator("path[data-party='RUS']")).to_have_class("land land-yes")
    expect(page.locator("path[data-party='VEN']")).to_have_class("land land-no")
    slider = page.get_by_role("slider", name="Day")
    slider.focus()
    slider.press("End")
    expect(page.locator("path[data-party='VEN']")).to_have_class("land land-yes")
    assert "on=" in page.url
    assert page.evaluate("document.activeElement.type") == "range"
    page.get_by_role("switch").click()
    expect(page.get_by_role("switch")).to_have_attribute("aria-checked", "true")
    page.get_by_text("The same in words").click()
    assert page.locator(".places li[data-id='VEN']").is_visible()


def test_a_judgement_is_made_and_taken_back(page: Page) -> None:
    event = first_event(page)
    page.goto(event)
    page.get_by_role("link", name="Sign in").first.click()
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url("**" + event)
    page.get_by_label("Why").fill("it is not")
    page.get_by_role("button", name="No such event").click()
    page.wait_for_url("**/review")
    expect(page.get_by_text("it is not").first).to_be_visible()
    page.goto("/events?actor=Nicaragua&act=sever_relations")
    assert page.locator(f"a[href='{event}']").count() == 0
    page.goto("/review")
    while page.get_by_role("button", name="Take back").count():
        page.get_by_role("button", name="Take back").first.click()
        page.wait_for_load_state()
    page.goto("/events?actor=Nicaragua&act=sever_relations")
    assert page.locator(f"a[href='{event}']").count() == 1
    page.get_by_role("button", name="Sign out").click()


def test_a_search_by_keyboard(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("Managua Taipei")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    expect(page.get_by_role("heading", name="Reports")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('a.statement, a.headline')")


def test_to_the_sentence_by_keyboard_alone(page: Page) -> None:
    page.goto("/?since=2009")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/*")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "in the report":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/*#event-*")
    assert page.evaluate("document.querySelector(':target') !== null")


def test_layers_stand_in_the_address(page: Page) -> None:
    page.goto("/reports/nicaragua-2021-wire")
    note = page.locator(".note-event").first
    expect(note).to_be_visible()
    page.get_by_role("checkbox", name="events").uncheck()
    expect(note).to_be_hidden()
    assert "layers=said" in page.url
    page.reload()
    expect(note).to_be_hidden()


def test_a_timeline_is_brushed(page: Page) -> None:
    page.goto("/events")
    bars = page.locator(".chart a")
    first, last = bars.nth(0).bounding_box(), bars.nth(1).bounding_box()
    assert first
    assert last
    page.mouse.move(first["x"] + 2, first["y"] + 20)
    page.mouse.down()
    page.mouse.move(last["x"] + 2, last["y"] + 20, steps=3)
    page.mouse.up()
    page.wait_for_url("**/events?since=*")
    assert "until=" in page.url


def test_what_is_put_into_the_folder_appears(page: Page, incoming: Path) -> None:
    page.goto("/")
    page.wait_for_timeout(1500)  # until the page listens
    text = "Chile severed diplomatic relations with Fiji on Monday, Chile's foreign ministry said."
    (incoming / "new.txt").write_text(text)
    expect(page.locator("#news")).to_contain_text("The archive has changed")
    page.goto("/events?recipient=Fiji")
    for _ in range(20):  # the report is kept before its events are merged
        if page.locator("a.statement").count():
            break
        page.wait_for_timeout(500)
        page.reload()
    expect(page.locator("a.statement").first).to_contain_text("Chile severed relations with Fiji")


def test_pages_read_without_scripts(page: Page, address: str) -> None:
    browser = page.context.browser
    assert browser
    context = browser.new_context(base_url=address, java_script_enabled=False)
    plain = context.new_page()
    plain.goto("/relations?on=2009-10-01&focus=x-abkhazia")
    assert plain.locator("table.matrix").is_visible()
    assert not plain.locator(".world-map").is_visible(), "what only a script draws leaves no hole"
    plain.get_by_role("link", name="The change before").click()
    assert plain.locator("output").inner_text() != "1 Oct 2009"
    plain.goto("/?since=2009")
    plain.locator("a.statement").first.click()
    plain.get_by_role("link", name="in the report").first.click()
    assert "#event-" in plain.url
    assert plain.locator(".words").first.is_visible()
    context.close()
