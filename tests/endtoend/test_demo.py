"""A newcomer's first minute: one command, and the phones on the page are answered."""

from __future__ import annotations

from pathlib import Path

import httpx

from tests.endtoend.machine import Machine, Phone, answers, free_port, until


async def test_mulai_is_answered_on_each_phone_of_the_demo(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    async with Machine(tmp_path, {}).running("demo", "--no-browser", "--port", str(port)):
        await answers(url)
        async with httpx.AsyncClient(base_url=url, timeout=30) as door:

            async def phones() -> list[tuple[int, str]] | None:
                scene = (await door.get("/sim/scene")).json()
                return [(one["person"], one["start_link"]) for one in scene["phones"]] or None

            for person, token in (await until(phones))[:3]:
                phone = Phone(door, person)
                await phone.does("start", payload=token)
                await phone.taps("✅ Setuju")
