"""`python -m benchmarks.taps`: taps and messages that each job takes, counted on the simulator's real page.

A tap is a click that the page heard, the phone's own questions (*Kirim lokasi ini*) included. The question
for permission, which a phone asks once in its life, is answered before. A message is one that arrived on any
phone because of the job, the answer too; edits are none. Needs Chromium.
"""

from __future__ import annotations

import asyncio
import logging
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import structlog
from playwright.async_api import Locator, Page, async_playwright
from pydantic import SecretStr
from rich import box
from rich.console import Console
from rich.table import Table

from benchmarks.crowd import place_of
from benchmarks.office import (
    HERE,
    MORNING,
    OFFICER,
    SUPERVISOR,
    ZONE,
    Client,
    clients,
    found_with_photographer,
)
from bot.app import build, serving
from bot.channels.telegram import Telegram
from bot.clock import SetClock
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.texts import Texts
from simulator.app import create_app
from simulator.bots import BotProfile
from simulator.clock import SimClock
from simulator.serving import serving as simulating

console = Console(width=110, highlight=False)
TOKEN = "1000001:SIMULASI-ketukan"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
GROUP = 10
COUNT_TAPS = (
    "window.taps = 0; addEventListener('click', event => { if (event.isTrusted) window.taps += 1 }, true)"
)


@dataclass(frozen=True, slots=True)
class Job:
    """What somebody wants done, by tapping; at most `aim` times."""

    name: str
    aim: int
    done: Callable[[Stage], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Stage:
    """The page with its phones, and the door behind it."""

    page: Page
    door: httpx.AsyncClient
    people: Sequence[Client]

    def phone(self, role: str) -> Locator:
        return self.page.locator(f".phone-{role}")

    async def taps(self, role: str, *names: str) -> None:
        """Press these buttons on somebody's phone, the newest of each name, as soon as it is there."""
        for name in names:
            await self.phone(role).get_by_role("button", name=name, exact=True).last.click()

    async def holds(self, client: Client) -> None:
        """Whose phone stands in the client's place."""
        await self.page.locator(f"[role=tab][data-person='{client.chat}']").click()

    async def reads(self, role: str, words: str) -> None:
        await self.phone(role).locator(".bubble.in").filter(has_text=words).last.wait_for()

    async def does(self, person: int, action: str, **body: object) -> None:
        """Something on a phone that is not looked at."""
        (await self.door.post(f"/sim/people/{person}/{action}", json=body)).raise_for_status()

    async def at(self, moment: datetime) -> None:
        (await self.door.post("/sim/clock", json={"now": moment.isoformat()})).raise_for_status()

    async def messages(self) -> int:
        """How many messages of the bot lie on all phones."""
        everybody = [OFFICER, SUPERVISOR, *(one.chat for one in self.people), self.people[-1].supervisor]
        chats = [(await self.door.get(f"/sim/people/{one}/chat")).json() for one in everybody]
        return sum(not message["sim"]["out"] for chat in chats for message in chat["messages"])


async def _location(stage: Stage) -> None:
    await stage.taps("client", "📍 Mulai kerja", "Kirim lokasi ini")
    await stage.reads("client", "Mulai kerja diterima")


async def _photo(stage: Stage) -> None:
    await stage.taps("client", "📍 Mulai kerja", "Kirim lokasi ini")
    await stage.reads("client", "kirim foto")
    await stage.taps("client", "Lampirkan")
    await stage.phone("client").locator(".attach-gallery [data-sample]").first.click()
    await stage.taps("client", "Kirim sebagai foto")
    await stage.reads("client", "Mulai kerja diterima")


async def _finish(stage: Stage) -> None:
    await stage.taps("client", "📍 Selesai kerja", "Kirim lokasi ini")
    await stage.reads("client", "Selesai kerja diterima")


async def _asks(stage: Stage) -> None:
    await stage.taps("client", "🤒 Sakit", "📅 Hari ini", "📨 Kirim tanpa bukti")
    await stage.reads("client", "sudah diajukan")


async def _excused(stage: Stage) -> None:
    await stage.taps("officer", "✅ Setujui")
    await stage.reads("officer", "diizinkan")


async def _all_here(stage: Stage) -> None:
    await stage.taps("supervisor", "✅ Hadir semua")
    await stage.reads("supervisor", "hadir")


async def _all_done(stage: Stage) -> None:
    await stage.taps("supervisor", "✅ Selesai semua")
    await stage.reads("client", "Jam kerja")


JOBS = (
    Job("client: check-in by location", 2, _location),
    Job("client: check-in by location and photo", 5, _photo),
    Job(f"supervisor: {GROUP} people present", 3, _all_here),
    Job("client: the end of work by location", 2, _finish),
    Job(f"supervisor: the hours of {GROUP} people", 3, _all_done),
    Job("client: asks to be excused", 4, _asks),
    Job("officer: approves an excuse, from the alert", 2, _excused),
)


def main() -> int:
    """0 when every job took no more taps than it should."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        console.print("Chromium is missing: apt-get install chromium")
        return 2
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    return asyncio.run(run(browser))


async def run(browser: str) -> int:
    """Play each job once, in the order of a day."""
    grid = Table(box=box.SIMPLE_HEAD)
    for name in ("job", "taps", "at most", "messages"):
        grid.add_column(name, justify="left" if name == "job" else "right")
    too_many = 0
    async with served() as url, _page(browser, url) as page, httpx.AsyncClient(base_url=url) as door:
        stage = Stage(page, door, clients(GROUP + 1))
        await _begin(stage)
        for job in JOBS:
            await BEFORE.get(job.done, _nothing)(stage)
            before = await _settled(stage)
            await page.evaluate("window.taps = 0")
            await job.done(stage)
            taps = int(await page.evaluate("window.taps"))
            messages = await _settled(stage) - before
            grid.add_row(job.name, str(taps), str(job.aim), str(messages))
            too_many += taps > job.aim
    console.print(grid)
    return 1 if too_many else 0


async def _settled(stage: Stage) -> int:
    """Messages once no more have come for three seconds: a chat takes one a second at most."""
    known, quiet = await stage.messages(), 0
    while quiet < 3:
        await asyncio.sleep(1)
        now = await stage.messages()
        known, quiet = now, quiet + 1 if now == known else 0
    return known


async def _begin(stage: Stage) -> None:
    """The two clients' phones have been allowed to know where they are."""
    for client in (stage.people[-1], stage.people[0]):
        await stage.holds(client)
        await stage.taps("client", "📍 Mulai kerja", "Izinkan saat aplikasi dipakai")
        await stage.taps("client", "Tutup")


async def _other_phone(stage: Stage) -> None:
    """The client who is asked for photos."""
    await stage.holds(stage.people[-1])


async def _nothing(stage: Stage) -> None:
    """Some jobs need nothing before."""


async def _others_come(stage: Stage) -> None:
    for client in stage.people[1:GROUP]:
        place = place_of(client)["location"]
        await stage.does(client.chat, "location", **place)
    await stage.reads("supervisor", f"{GROUP} orang")


async def _almost_eleven(stage: Stage) -> None:
    """Five minutes before the planned end."""
    await stage.holds(stage.people[0])
    await stage.at(MORNING + timedelta(hours=3, minutes=5))


async def _writes_izin(stage: Stage) -> None:
    await stage.phone("client").get_by_label("Pesan", exact=True).fill("izin")
    await stage.taps("client", "Kirim")


async def _after_eleven(stage: Stage) -> None:
    """Nobody else says that he has finished."""
    await stage.at(MORNING + timedelta(hours=3, minutes=12))


BEFORE: dict[Callable[[Stage], Awaitable[None]], Callable[[Stage], Awaitable[None]]] = {
    _photo: _other_phone,
    _finish: _almost_eleven,
    _asks: _writes_izin,
    _all_here: _others_come,
    _all_done: _after_eleven,
}


@asynccontextmanager
async def served() -> AsyncIterator[str]:
    """Simulator and bot with an office of their own, at this address, while inside."""
    bots = {TOKEN: BotProfile(username="hadir_simulasi_bot", first_name="Hadir (simulasi)")}
    people = clients(GROUP + 1)
    with tempfile.TemporaryDirectory(prefix="hadir-") as name:
        folder = Path(name)
        async with simulating(create_app(bots=bots, clock=SimClock(MORNING))) as url:
            settings = Settings(
                _env_file=None,  # type: ignore[call-arg]
                database_url=f"sqlite+aiosqlite:///{folder / 'hadir.db'}",
                media_dir=folder / "media",
                telegram_token=SecretStr(TOKEN),
                telegram_api_url=url,
                secret_key=SecretStr("benchmark-" + "0" * 33),
                listen="127.0.0.1:0",
                clock_url=f"{url}/sim/clock",
            )
            database = Database(settings.database_url)
            await upgrade(database)
            async with database.transaction() as session:
                await found_with_photographer(session, people)
            await _phones(url, people)
            telegram = Telegram(TOKEN, url)
            house = build(settings, SetClock(MORNING), [telegram], database, Texts())
            async with serving(house, telegram):
                yield url


async def _phones(url: str, people: Sequence[Client]) -> None:
    """Everybody has written to the bot once, so that it may write to them; four are shown on the page."""
    shown = [
        (people[0].chat, "client", "Klien"),
        (people[-1].chat, "client", "Klien dengan foto"),
        (SUPERVISOR, "supervisor", "Pengawas"),
        (OFFICER, "officer", "PK"),
    ]
    phones = [{"person": person, "role": role, "label": label} for person, role, label in shown]
    pin = {"latitude": HERE[0], "longitude": HERE[1]}
    place = pin | {"name": "Kantor Desa", "radius_m": 150}
    scene = {"title": "Bapas Ukur", "zone": ZONE, "map": pin, "places": [place], "phones": phones}
    async with httpx.AsyncClient(base_url=url) as door:
        (await door.put("/sim/scene", json=scene)).raise_for_status()
        everybody = {one.chat for one in people} | {people[-1].supervisor}
        for person in everybody - {one for one, _, _ in shown}:
            (await door.post("/sim/people", json={"id": person, "first_name": "Contoh"})).raise_for_status()
        for person in everybody | {SUPERVISOR, OFFICER}:
            (await door.post(f"/sim/people/{person}/text", json={"text": "/jam"})).raise_for_status()


@asynccontextmanager
async def _page(browser: str, url: str) -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = await running.new_page(
            viewport={"width": 1440, "height": 900}, reduced_motion="reduce", locale="id-ID"
        )
        await page.add_init_script(COUNT_TAPS)
        await page.goto(url)
        await page.wait_for_selector("body[data-ready]")
        yield page
        await running.close()


if __name__ == "__main__":
    sys.exit(main())
