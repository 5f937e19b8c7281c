"""Positions, photos and contacts: the sheets of a phone."""

import pytest
from geopy.distance import distance
from playwright.async_api import expect

from .stage import VILLAGE, Bot, Handset, Stage

pytestmark = pytest.mark.asyncio(loop_scope="package")


def metres_off(location: dict[str, float]) -> float:
    site = (VILLAGE["latitude"], VILLAGE["longitude"])
    return float(distance(site, (location["latitude"], location["longitude"])).meters)


async def open_map(client: Handset) -> None:
    await client.attaches("location")
    await client.button("Izinkan saat aplikasi dipakai").click()
    await client.root.locator(".map .pin").wait_for()


@pytest.mark.parametrize(
    ("preset", "least", "most"),
    [
        pytest.param("Di lokasi", 0, 120, id="at the site"),
        pytest.param("80 m dari lokasi", 195, 205, id="80 m outside its circle"),
        pytest.param("3 km dari lokasi", 2950, 3050, id="3 km off"),
        pytest.param("Kota lain", 60_000, 1_000_000, id="another city"),
    ],
)
async def test_a_preset_is_sent(stage: Stage, bot: Bot, preset: str, least: int, most: int) -> None:
    client = await stage.client_started()
    await open_map(client)
    await client.button(preset).click()
    await client.button("Kirim lokasi ini").click()

    location = (await bot.hears())["location"]
    assert least <= metres_off(location) <= most
    assert location["horizontal_accuracy"] == 10
    await expect(client.root.locator(".bubble .minimap")).to_be_visible()


async def test_a_preset_is_no_position_that_a_phone_finds_twice(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    await open_map(client)
    await client.button("Kirim lokasi ini").click()
    first = (await bot.hears())["location"]
    await client.attaches("location")
    await client.button("Kirim lokasi ini").click()
    second = (await bot.hears())["location"]

    assert (first["latitude"], first["longitude"]) != (second["latitude"], second["longitude"])
    assert metres_off(first) == pytest.approx(metres_off(second), abs=0.5)


async def test_accuracy_can_be_missing(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    await open_map(client)
    await client.root.get_by_role("slider", name="Ketelitian").fill("0")
    await client.button("Kirim lokasi ini").click()

    assert "horizontal_accuracy" not in (await bot.hears())["location"]


async def test_the_location_button_of_the_bot_opens_the_sheet(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    keyboard = {"keyboard": [[{"text": "📍 Mulai kerja", "request_location": True}]], "resize_keyboard": True}
    await bot.says(101, "Silakan mulai", reply_markup=keyboard)
    await client.button("📍 Mulai kerja").click()
    await client.button("Izinkan saat aplikasi dipakai").click()
    await client.button("Kirim lokasi ini").click()

    assert "location" in await bot.hears()


@pytest.mark.parametrize("refusal", ["Jangan izinkan", "GPS ponsel mati"])
async def test_without_permission_or_gps_nothing_is_sent(stage: Stage, bot: Bot, refusal: str) -> None:
    client = await stage.client_started()
    await client.attaches("location")
    await client.button(refusal).click()
    await expect(client.root.get_by_role("dialog")).to_contain_text("tidak ada yang terkirim")
    await stage.page.keyboard.press("Escape")
    await expect(client.root.get_by_role("dialog")).to_have_count(0)
    await client.writes("Tidak bisa kirim lokasi")

    assert (await bot.hears())["text"] == "Tidak bisa kirim lokasi"


async def test_a_live_location_moves_and_can_be_stopped(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    await open_map(client)
    await client.button("3 km dari lokasi").click()
    await client.button("Bagikan langsung 15 menit").click()

    start = (await bot.hears())["location"]
    assert start["live_period"] == 900
    moved = (await bot.hears("edited_message"))["location"]
    assert metres_off(moved) < metres_off(start)
    await client.button("Berhenti berbagi").click()
    await expect(client.bubbles.filter(has_text="Berhenti berbagi")).to_have_count(0)


async def test_venue_and_forwarded_position(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    await open_map(client)
    await client.root.get_by_text("Cara lain").click()
    await client.button("Kirim sebagai tempat pilihan").click()
    assert (await bot.hears())["venue"]["title"] == VILLAGE["name"]

    await client.attaches("location")
    await client.root.get_by_text("Cara lain").click()
    await client.button("Kirim sebagai pesan terusan").click()
    assert "forward_origin" in await bot.hears()


async def test_a_sample_photo_goes_out_with_its_caption(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    await client.attaches("photo")
    await client.root.locator("[data-sample]").first.click()
    await client.root.get_by_label("Keterangan").fill("Sebelum kerja")
    await client.button("Kirim sebagai foto").click()

    heard = await bot.hears()
    assert (len(heard["photo"]) > 1, heard["caption"]) == (True, "Sebelum kerja")
    photo = client.root.locator(".bubble .photo img")
    await expect(photo).to_have_js_property("complete", value=True)
    await client.button("Lihat foto").click()
    await expect(client.root.get_by_role("dialog", name="Foto")).to_be_visible()


async def test_a_photo_of_the_gallery_needs_three_taps(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    await client.button("Lampirkan").click()
    await client.root.locator(".attach-gallery [data-sample]").first.click()
    await client.button("Kirim sebagai foto").click()

    assert len((await bot.hears())["photo"]) > 1


async def test_a_picture_can_be_sent_as_a_file(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    await client.attaches("photo")
    await client.root.locator("[data-sample]").nth(1).click()
    await client.button("Kirim sebagai berkas").click()

    assert (await bot.hears())["document"]["mime_type"] == "image/jpeg"
    await expect(client.root.get_by_role("link", name="Unduh")).to_be_visible()


async def test_own_number_is_shared_after_a_question(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    keyboard = {"keyboard": [[{"text": "Bagikan kontak", "request_contact": True}]]}
    await bot.says(101, "Nomor Anda?", reply_markup=keyboard)
    await client.button("Bagikan kontak").click()
    await client.root.get_by_role("alertdialog").get_by_role("button", name="Bagikan").click()

    assert (await bot.hears())["contact"]["user_id"] == 101


async def test_a_sheet_keeps_the_keyboard_inside_and_gives_focus_back(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    await client.button("Lampirkan").click()
    for _ in range(12):
        await stage.page.keyboard.press("Tab")
        assert await stage.page.evaluate("document.activeElement.closest('[role=dialog]') !== null")
    await stage.page.keyboard.press("Escape")

    await expect(client.button("Lampirkan")).to_be_focused()
