"""A real simulator, a headless Chromium in front of it, and a bot that the tests speak for."""

import os
import shutil
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from simulator.app import create_app
from simulator.bots import BotProfile
from simulator.clock import SimClock
from simulator.serving import serving

from .stage import CLIENT, OFFICER, SCENE, SECOND_CLIENT, SUPERVISOR, TOKEN, Bot, Stage

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE = 20_000
"""Milliseconds to wait for a condition: a busy machine is slow, not wrong."""
MISSING = "The page tests need a browser: apt-get install chromium (or Google Chrome on the PATH)."
PEOPLE = (CLIENT, SECOND_CLIENT, SUPERVISOR, OFFICER)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path; without one, CI fails and everybody else is told what to install."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(MISSING)
    if found is None:
        pytest.skip(MISSING)
    return found


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def address() -> AsyncIterator[str]:
    clock = SimClock(datetime.fromisoformat("2026-04-23T07:40:00+08:00"))
    profile = BotProfile(username="hadir_simulasi_bot", first_name="Hadir Bapas")
    async with serving(create_app(bots={TOKEN: profile}, clock=clock, seed=7)) as url:
        yield url


@pytest_asyncio.fixture(loop_scope="package")
async def door(address: str) -> AsyncIterator[httpx.AsyncClient]:
    """The simulator as it was in the morning: nobody has written yet."""
    async with httpx.AsyncClient(base_url=address, timeout=20) as client:
        await client.post("/sim/reset")
        (await client.put("/sim/scene", json=SCENE)).raise_for_status()
        await client.post("/sim/clock", json={"now": "2026-04-23T07:40:00+08:00"})
        yield client


@pytest.fixture
def bot(door: httpx.AsyncClient) -> Bot:
    return Bot(door, TOKEN)


@pytest_asyncio.fixture(loop_scope="package")
async def page(browser: Browser, door: httpx.AsyncClient) -> AsyncIterator[Page]:
    """The page on a wide screen; an uncaught error in it fails the test."""
    context = await browser.new_context(
        viewport={"width": 1440, "height": 900}, reduced_motion="reduce", locale="id-ID"
    )
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page = await context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    await page.goto(str(door.base_url))
    await page.wait_for_selector("body[data-ready]")
    yield page
    await context.close()
    assert errors == []


@pytest.fixture
def stage(page: Page, bot: Bot) -> Stage:
    return Stage(page, bot)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker, one browser: the tests of this folder share both."""
    here = str(Path(__file__).parent)
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.xdist_group("simulator_page"))
