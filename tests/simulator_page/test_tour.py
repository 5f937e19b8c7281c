"""The tour: a card that goes on when what its step is about has happened."""

import re

import httpx
import pytest
from playwright.async_api import Locator, expect

from .stage import CLIENT, OFFICER, SCENE, SUPERVISOR, Bot, Stage

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def begun(stage: Stage, door: httpx.AsyncClient, *until: dict[str, object]) -> Locator:
    """A tour of two steps, the first of which ends with `until`."""
    tour = [
        {"person": CLIENT, "title": "Anda Budi", "text": "Ketuk MULAI.", "until": list(until)},
        {"person": OFFICER, "title": "Anda Pak Andi", "text": "Baca ringkasannya."},
    ]
    await door.put("/sim/scene", json=SCENE | {"tour": tour})
    await stage.page.get_by_role("button", name="Panduan").click()
    return stage.page.locator(".tour")


async def test_the_tour_goes_on_when_the_step_was_done(
    stage: Stage, door: httpx.AsyncClient, bot: Bot
) -> None:
    started = {"event": "sent", "person": CLIENT, "contains": "/start"}
    card = await begun(stage, door, started)
    await expect(card).to_contain_text("Langkah 1 dari 2")
    await stage.client.root.locator(".only").click()

    await expect(card).to_contain_text("Anda Pak Andi")
    await expect(stage.page.locator(".phone-officer")).to_have_class(re.compile("guided"))
    await card.get_by_role("button", name="Selesai").click()
    await expect(card).to_be_hidden()


async def test_a_step_waits_for_everything_it_is_about(
    stage: Stage, door: httpx.AsyncClient, bot: Bot
) -> None:
    registered = [
        {"event": "received", "person": one, "contains": "sudah terdaftar"} for one in (CLIENT, SUPERVISOR)
    ]
    client = await stage.client_started()
    await stage.phone("supervisor").root.locator(".only").click()
    await bot.hears()
    card = await begun(stage, door, *registered)
    await bot.says(CLIENT, "Selamat datang lagi")
    await bot.says(SUPERVISOR, "HP ini sudah terdaftar.")
    await stage.phone("supervisor").shows("sudah terdaftar")
    await client.shows("Selamat datang lagi")
    await expect(card).to_contain_text("Langkah 1 dari 2")
    await bot.says(CLIENT, "HP ini sudah terdaftar.")

    await expect(card).to_contain_text("Langkah 2 dari 2")


async def test_what_happened_before_the_tour_counts(stage: Stage, door: httpx.AsyncClient, bot: Bot) -> None:
    await stage.client_started()
    await stage.phone("supervisor").root.locator(".only").click()
    await bot.hears()
    words = [
        {"event": "received", "person": CLIENT, "contains": "Selamat datang"},
        {"event": "received", "person": SUPERVISOR, "contains": "Selamat datang"},
    ]
    card = await begun(stage, door, *words)
    await expect(card).to_contain_text("Langkah 1 dari 2")
    await bot.says(SUPERVISOR, "Selamat datang")

    await expect(card).to_contain_text("Langkah 2 dari 2")
