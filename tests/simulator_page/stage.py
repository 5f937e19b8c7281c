"""What the page tests play with: the scene, a bot that is spoken for, and the phones on the page."""

import json
from dataclasses import dataclass, field
from typing import Any

import httpx
from playwright.async_api import Locator, Page, expect

TOKEN = "1000001:SIMULASI-demo"
CLIENT, SECOND_CLIENT, SUPERVISOR, OFFICER = 101, 102, 201, 301
VILLAGE = {"name": "Kantor Desa Bontolebang", "latitude": -5.4192, "longitude": 119.4468, "radius_m": 120}
SCENE = {
    "title": "Bapas Makassar (contoh)",
    "zone": "Asia/Makassar",
    "phones": [
        {"person": CLIENT, "role": "client", "label": "Klien: Budi", "start_link": "undangan-budi"},
        {
            "person": SECOND_CLIENT,
            "role": "client",
            "label": "Klien: Sari",
            "start_link": "undangan-sari",
        },
        {
            "person": SUPERVISOR,
            "role": "supervisor",
            "label": "Pengawas: Bu Ratna",
            "start_link": None,
        },
        {"person": OFFICER, "role": "officer", "label": "PK: Pak Andi", "start_link": None},
    ],
    "places": [
        VILLAGE,
        {"name": "Puskesmas Galesong", "latitude": -5.3307, "longitude": 119.3771, "radius_m": 80},
    ],
}


@dataclass
class Bot:
    """A bot that does only what the test says, over the Bot API."""

    http: httpx.AsyncClient
    token: str
    offset: int = 0
    waiting: list[dict[str, Any]] = field(default_factory=list)

    async def call(self, method: str, **params: Any) -> Any:
        answer = (await self.http.post(f"/bot{self.token}/{method}", json=params)).json()
        assert answer["ok"], answer
        return answer["result"]

    async def uploads(self, method: str, picture: bytes, **params: Any) -> Any:
        """A call with a picture, which its JSON names as `attach://picture` or not at all."""
        fields = {
            name: value if isinstance(value, str) else json.dumps(value) for name, value in params.items()
        }
        name = "picture" if "media" in params else "photo"
        files = {name: ("gambar.png", picture, "image/png")}
        sent = await self.http.post(f"/bot{self.token}/{method}", data=fields, files=files)
        answer = sent.json()
        assert answer["ok"], answer
        return answer["result"]

    async def says(self, person: int, text: str, **more: Any) -> dict[str, Any]:
        sent: dict[str, Any] = await self.call("sendMessage", chat_id=person, text=text, **more)
        return sent

    async def hears(self, kind: str = "message") -> dict[str, Any]:
        """The next thing that people did, which must be of this kind."""
        while not self.waiting:
            self.waiting = await self.call("getUpdates", offset=self.offset, timeout=8)
            assert self.waiting, f"no {kind} came"
        update = self.waiting.pop(0)
        self.offset = update["update_id"] + 1
        assert kind in update, json.dumps(update)
        heard: dict[str, Any] = update[kind]
        return heard


@dataclass
class Handset:
    """One phone frame on the page."""

    root: Locator

    @property
    def bubbles(self) -> Locator:
        return self.root.locator(".bubble")

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name, exact=True)

    async def writes(self, text: str) -> None:
        await self.root.get_by_label("Pesan", exact=True).fill(text)
        await self.button("Kirim").click()

    async def attaches(self, kind: str) -> None:
        await self.button("Lampirkan").click()
        await self.root.locator(f"[data-attach={kind}]").click()

    async def shows(self, text: str) -> None:
        await expect(self.bubbles.filter(has_text=text)).to_be_visible()


@dataclass
class Stage:
    """The three phones, and the bot behind them."""

    page: Page
    bot: Bot

    def phone(self, role: str) -> Handset:
        return Handset(self.page.locator(f".phone-{role}"))

    @property
    def client(self) -> Handset:
        return self.phone("client")

    async def client_started(self) -> Handset:
        """The client's phone after START and a first answer."""
        await self.client.root.locator(".only").click()
        await self.bot.hears()
        await self.bot.says(CLIENT, "Selamat datang")
        await self.client.shows("Selamat datang")
        return self.client
