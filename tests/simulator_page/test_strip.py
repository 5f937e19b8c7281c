"""The strip above the phones, small screens, languages, and the feed coming back."""

import re

import httpx
import pytest
from playwright.async_api import Page, expect

from .stage import CLIENT, Bot, Stage

pytestmark = pytest.mark.asyncio(loop_scope="package")

SCROLL_TO_TOP = """
async element => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame();  // the page's own way down, if it is still on it
  await frame();
  element.scrollTo(0, 0);
}
"""


async def test_the_clock_jumps_an_hour_a_day_and_to_monday(page: Page, door: httpx.AsyncClient) -> None:
    face = page.locator(".clock-face")
    await expect(face).to_contain_text("Kamis, 23 April 2026")
    await expect(face).to_contain_text("07.40WITA")
    await page.get_by_role("button", name="+1 jam").click()
    await expect(face).to_contain_text("08.40")
    await page.get_by_role("button", name="+1 hari").click()
    await expect(face).to_contain_text("Jumat, 24 April 2026")
    await page.get_by_role("button", name="ke Senin 07.00").click()
    await expect(face).to_contain_text("Senin, 27 April 2026")

    now = (await door.get("/sim/clock")).json()["now"]
    assert now.startswith("2026-04-27T07:00")
    await expect(page.locator(".status-time").first).to_have_text("07.00")


async def test_faults_are_switched_and_cleared(page: Page, door: httpx.AsyncClient) -> None:
    await page.get_by_role("button", name="Gangguan").click()
    panel = page.get_by_role("dialog", name="Gangguan")
    await panel.get_by_label("Panggilan bot").select_option("sendMessage")
    await panel.get_by_role("button", name="429 terlalu cepat").click()
    await expect(panel.locator(".active-faults")).to_contain_text("sendMessage · 1×")
    await panel.get_by_role("button", name="Hapus semua").click()

    await expect(panel.locator(".active-faults")).to_contain_text("Tidak ada gangguan")
    assert (await door.get("/sim/faults")).json() == []


async def test_the_journal_tells_what_the_bot_did(stage: Stage, bot: Bot) -> None:
    await stage.client_started()
    await stage.page.get_by_role("button", name="Yang dilakukan bot").click()

    journal = stage.page.locator(".journal")
    await expect(journal).to_contain_text("sendMessage")
    await stage.page.keyboard.press("Escape")
    await expect(journal).to_be_hidden()


async def test_the_language_changes_and_is_remembered(page: Page) -> None:
    await page.get_by_role("button", name="English").click()
    await expect(page.get_by_role("button", name="+1 hour")).to_be_visible()
    await expect(page.locator(".clock-face")).to_contain_text(re.compile("Thursday,? 23 April 2026"))
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await page.reload()
    await expect(page.get_by_role("button", name="+1 hour")).to_be_visible()


async def test_dark_and_light_can_be_chosen(page: Page) -> None:
    html = page.locator("html")
    await expect(html).to_have_attribute("data-theme", "light")
    await page.get_by_role("button", name="Mode gelap").click()
    await expect(html).to_have_attribute("data-theme", "dark")


async def test_a_narrow_screen_shows_one_phone_and_a_tab_for_everyone(stage: Stage, bot: Bot) -> None:
    await stage.page.set_viewport_size({"width": 390, "height": 844})
    phones = stage.page.locator(".phone")
    await expect(phones).to_have_count(1)
    await expect(phones.get_by_role("tab")).to_have_count(4)
    await phones.get_by_role("tab", name="PK: Pak Andi").click()
    await phones.locator(".only").click()

    assert (await bot.hears())["from"]["id"] == 301
    assert await stage.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_the_page_catches_up_after_a_lost_connection(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    await stage.page.route("**/sim/feed", lambda route: route.abort())
    await stage.page.reload()
    lost = stage.page.get_by_text("Menyambung kembali…")
    await expect(lost).to_be_visible()
    await bot.says(CLIENT, "Anda melewatkan ini")
    await expect(client.bubbles.filter(has_text="Anda melewatkan ini")).to_have_count(0)
    await stage.page.unroute("**/sim/feed")

    await client.shows("Anda melewatkan ini")
    await expect(lost).to_be_hidden()


async def test_reading_further_up_is_not_disturbed(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    for n in range(30):
        await bot.says(CLIENT, f"Pesan nomor {n}\nbaris kedua")
    await client.shows("Pesan nomor 29")
    await expect(client.bubbles.last).to_be_in_viewport()
    scroller = client.root.locator(".scroller")
    await scroller.evaluate(SCROLL_TO_TOP)
    await expect(client.button("Ke pesan terbaru")).to_be_visible()
    await bot.says(CLIENT, "Yang terbaru")

    await expect(client.root.locator(".jump .badge")).to_have_text("1")
    assert await scroller.evaluate("element => element.scrollTop") == 0
    await client.root.locator(".jump").click()
    await expect(client.bubbles.last).to_be_in_viewport()


async def test_the_page_asks_nobody_but_its_own_server(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.reload()
    await page.wait_for_selector("body[data-ready]")

    assert [url for url in asked if not url.startswith("http://127.0.0.1:")] == []
