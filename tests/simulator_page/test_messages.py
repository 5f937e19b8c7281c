"""Writing, reading and tapping on the page."""

import io
import re

import pytest
from PIL import Image
from playwright.async_api import expect

from .stage import CLIENT, SECOND_CLIENT, SUPERVISOR, Bot, Stage

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_start_sends_the_invitation_of_the_deep_link(stage: Stage, bot: Bot) -> None:
    await stage.client.root.get_by_role("button", name="Mulai percakapan dengan Hadir Bapas").click()

    assert (await bot.hears())["text"] == "/start undangan-budi"
    await expect(stage.client.bubbles).to_have_text(re.compile(r"^/start undangan-budi07\.4\dsampai di bot$"))


async def test_a_text_goes_out_and_the_answer_comes_in(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    await client.writes("Saya sudah di lokasi")

    heard = await bot.hears()
    assert (heard["from"]["id"], heard["text"]) == (CLIENT, "Saya sudah di lokasi")
    await bot.says(CLIENT, "Baik, <b>tercatat</b> & aman", parse_mode=None)
    await client.shows("Baik, <b>tercatat</b> & aman")


async def test_entities_become_elements_and_foreign_markup_stays_text(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    entities = [{"type": "bold", "offset": 0, "length": 5}, {"type": "italic", "offset": 2, "length": 3}]
    await bot.says(CLIENT, "Bukti <img src=x onerror=alert(1)>", entities=entities)

    await client.shows("Bukti <img src=x onerror=alert(1)>")
    await expect(client.bubbles.last.locator("strong em")).to_have_text("kti")
    await expect(client.bubbles.last.locator("img")).to_have_count(0)


async def test_an_inline_button_spins_until_the_answer_which_is_shown(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    keyboard = {"inline_keyboard": [[{"text": "✅ Benar", "callback_data": "benar:7"}]]}
    sent = await bot.says(CLIENT, "Apakah ini benar?", reply_markup=keyboard)
    button = client.root.get_by_role("button", name="✅ Benar")
    await button.click()

    query = await bot.hears("callback_query")
    assert (query["data"], query["message"]["message_id"]) == ("benar:7", sent["message_id"])
    await expect(client.root.locator(".inline-button")).to_have_attribute("aria-busy", "true")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Terima kasih")
    await expect(client.root.locator(".toast")).to_have_text("Terima kasih")
    await expect(client.root.locator(".inline-button[aria-busy]")).to_have_count(0)


async def test_an_alert_waits_for_ok(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    keyboard = {"inline_keyboard": [[{"text": "Hapus", "callback_data": "hapus"}]]}
    await bot.says(CLIENT, "Yakin?", reply_markup=keyboard)
    await client.button("Hapus").click()
    query = await bot.hears("callback_query")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Tidak bisa", show_alert=True)

    alert = client.root.get_by_role("alertdialog")
    await expect(alert).to_contain_text("Tidak bisa")
    await alert.get_by_role("button", name="Oke").click()
    await expect(alert).to_have_count(0)


async def test_an_edit_replaces_the_bubble_and_says_so(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    sent = await bot.says(CLIENT, "Menunggu")
    await client.shows("Menunggu")
    await bot.call("editMessageText", chat_id=CLIENT, message_id=sent["message_id"], text="Dikonfirmasi")

    await client.shows("Dikonfirmasi")
    await expect(client.bubbles.filter(has_text="Menunggu")).to_have_count(0)
    await expect(client.bubbles.last).to_contain_text("diedit")


async def test_a_picture_that_is_changed_is_shown_in_its_bubble(stage: Stage, bot: Bot) -> None:
    def square(side: int) -> bytes:
        content = io.BytesIO()
        Image.new("L", (side, side), side % 256).save(content, "PNG")
        return content.getvalue()

    client = await stage.client_started()
    sent = await bot.uploads("sendPhoto", square(200), chat_id=CLIENT, caption="kode satu")
    picture = client.bubbles.last.locator("img")
    await expect(picture).to_have_attribute("width", "200")
    media = {"type": "photo", "media": "attach://picture", "caption": "kode dua"}
    number = sent["message_id"]
    await bot.uploads("editMessageMedia", square(210), chat_id=CLIENT, message_id=number, media=media)

    await client.shows("kode dua")
    await expect(picture).to_have_attribute("width", "210")
    await expect(client.bubbles.filter(has_text="kode satu")).to_have_count(0)


async def test_the_reply_keyboard_writes_for_the_person(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    await bot.says(
        CLIENT, "Menu", reply_markup={"keyboard": [[{"text": "Jam saya"}]], "resize_keyboard": True}
    )
    await client.button("Jam saya").click()

    assert (await bot.hears())["text"] == "Jam saya"


async def test_the_commands_menu_sends_a_command(stage: Stage, bot: Bot) -> None:
    await bot.call("setMyCommands", commands=[{"command": "jam", "description": "Jam yang diakui"}])
    client = await stage.client_started()
    await client.button("Perintah bot").click()
    await client.root.get_by_role("menuitem", name="/jam").click()

    assert (await bot.hears())["text"] == "/jam"


async def test_a_message_behind_another_tab_counts_as_unread(stage: Stage, bot: Bot) -> None:
    client = stage.client
    tab = client.root.get_by_role("tab", name="Sari")
    await tab.click()
    await client.root.locator(".only").click()
    await bot.hears()
    await client.root.get_by_role("tab", name="Budi").click()
    await bot.says(SECOND_CLIENT, "Besok pukul 08.00")

    await expect(tab.locator(".badge")).to_have_text("1")
    await tab.click()
    await client.shows("Besok pukul 08.00")
    await expect(tab.locator(".badge")).to_have_count(0)


async def test_three_phones_hear_only_their_own_chat(stage: Stage, bot: Bot) -> None:
    await stage.client_started()
    supervisor = stage.phone("supervisor")
    await supervisor.root.locator(".only").click()
    await bot.hears()
    await bot.says(SUPERVISOR, "Budi sudah mulai")

    await supervisor.shows("Budi sudah mulai")
    await expect(stage.client.bubbles.filter(has_text="Budi sudah mulai")).to_have_count(0)


async def test_blocking_hides_the_field_until_unblocked(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    await client.button("Menu percakapan").click()
    await client.button("Blokir bot").click()
    assert (await bot.hears("my_chat_member"))["new_chat_member"]["status"] == "kicked"

    await client.button("BUKA BLOKIR").click()
    assert (await bot.hears("my_chat_member"))["new_chat_member"]["status"] == "member"
    await expect(client.root.get_by_label("Pesan", exact=True)).to_be_visible()


async def test_without_signal_a_message_waits_on_the_phone(stage: Stage, bot: Bot) -> None:
    client = await stage.client_started()
    await client.button("Menu percakapan").click()
    await client.button("Matikan sinyal").click()
    await client.writes("Saya di kebun")
    await expect(client.bubbles.last).to_contain_text("menunggu")

    await client.button("Menu percakapan").click()
    await client.button("Nyalakan sinyal").click()
    assert (await bot.hears())["text"] == "Saya di kebun"
    await expect(client.bubbles.filter(has_text="Saya di kebun")).to_have_count(1)
    await expect(client.bubbles.filter(has_text="menunggu")).to_have_count(0)


async def test_the_keyboard_alone_is_enough_to_write(stage: Stage, bot: Bot) -> None:
    page = stage.page
    await stage.client.root.locator(".only").focus()
    await page.keyboard.press("Enter")
    await bot.hears()
    await stage.client.root.get_by_label("Pesan", exact=True).wait_for()
    for _ in range(40):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement.matches('.phone-client .field')"):
            break
    await page.keyboard.type("Halo dari papan tik")
    await page.keyboard.press("Enter")

    assert (await bot.hears())["text"] == "Halo dari papan tik"
