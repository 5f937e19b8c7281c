"""Draws the README's picture: plays the main job on the real page of `hadir demo` and photographs it.

`uv run python docs/pictures.py` writes `docs/main-job.png`; needs Chromium (or Google Chrome) on the PATH.
"""

from __future__ import annotations

import asyncio
import io
import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
from PIL import Image
from playwright.async_api import Locator, Page, async_playwright

HERE = Path(__file__).parent
PICTURE = HERE / "main-job.png"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@asynccontextmanager
async def playing() -> AsyncIterator[str]:
    """The address of a demo of our own, in a folder of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="hadir-") as folder:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "demo", "--no-browser", "--port", str(port)),
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(HERE.parent)},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            assert process.stdout  # noqa: S101  (a pipe, as asked for above)
            while b"http" not in await process.stdout.readline():
                pass
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGINT)
            await process.wait()


async def play(page: Page, url: str) -> None:
    """Enrol three people; the client works until eleven, the supervisor is asked, the officer reads."""
    client, supervisor, officer = (
        page.locator(f".phone-{who}") for who in ("client", "supervisor", "officer")
    )
    for phone in (client, supervisor, officer):
        await phone.locator(".only").click()
        await tap(phone, "✅ Setuju")
        await tap(phone, "📱 Bagikan kontak")
        await tap(phone, "Bagikan")
    await at(url, "2026-04-23T07:56:00+08:00")
    await tap(client, "📍 Mulai kerja")
    await tap(client, "Izinkan saat aplikasi dipakai")
    await tap(client, "Kirim lokasi ini")
    await sends_photo(client, "kirim foto")
    await shows(client, "Mulai kerja diterima")
    await at(url, "2026-04-23T11:02:00+08:00")
    await tap(client, "📍 Selesai kerja")
    await tap(client, "Kirim lokasi ini")
    await sends_photo(client, "kirim foto")
    await shows(client, "Selesai kerja diterima")
    await shows(supervisor, "Apakah jam ini benar?")
    await tap(officer, "📊 Ringkasan")
    await shows(officer, "minggu ini")


async def tap(phone: Locator, name: str) -> None:
    await phone.get_by_role("button", name=name, exact=True).last.click()


async def sends_photo(phone: Locator, asked: str) -> None:
    await shows(phone, asked)
    await tap(phone, "Lampirkan")
    await phone.locator("[data-attach=photo]").click()
    await phone.locator("[data-sample]").first.click()
    await tap(phone, "Kirim sebagai foto")


async def shows(phone: Locator, text: str) -> None:
    await phone.locator(".bubble.in").filter(has_text=text).last.wait_for()


async def at(url: str, moment: str) -> None:
    async with httpx.AsyncClient(base_url=url) as door:
        (await door.post("/sim/clock", json={"now": moment})).raise_for_status()


def save(picture: bytes) -> None:
    """256 colours, chosen with care for small bright things, show a page as well in a third of the bytes."""
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(256, kmeans=20).save(PICTURE, optimize=True)
    sys.stdout.write(f"{PICTURE}: {PICTURE.stat().st_size // 1000} kB\n")


async def main() -> None:
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        sys.exit("Chromium is missing: apt-get install chromium")
    async with playing() as url, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = await browser.new_page(
            viewport={"width": 1440, "height": 900}, reduced_motion="reduce", locale="id-ID"
        )
        await page.goto(url)
        await page.wait_for_selector("body[data-ready]")
        await play(page, url)
        await page.locator(".phone-officer .bubble.in").last.evaluate("bubble => bubble.scrollIntoView()")
        save(await page.screenshot())
        await browser.close()


asyncio.run(main())
