"""The demo, played as its tour says: each step ends with what it is about, and a reset is a fresh start."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx

from tests.endtoend.machine import Machine, Phone, answers, free_port, until

CLIENT, SUPERVISOR, OFFICER = 101, 201, 301
WHO_JOIN = (CLIENT, SUPERVISOR, OFFICER)


async def test_the_tour_can_be_followed_and_a_reset_begins_it_anew(tmp_path: Path) -> None:
    port = free_port()
    machine = Machine(tmp_path, {})
    async with machine.running("demo", "--no-browser", "--port", str(port)):
        url = f"http://127.0.0.1:{port}"
        await answers(f"{url}/sim/scene")
        async with httpx.AsyncClient(base_url=url, timeout=60) as door:
            phones = {person: Phone(door, person) for person in WHO_JOIN}
            scene = await until(lambda: _scene(door))
            await _plays(door, phones, scene)

            (await door.post("/sim/reset")).raise_for_status()
            fresh = await until(lambda: _scene(door))
            now = (await door.get("/sim/clock")).json()["now"]
            await phones[CLIENT].does("text", text="Halo")

            assert now.startswith("2026-04-23T07:40")
            assert "belum terdaftar" in await phones[CLIENT].reads("belum terdaftar")
            assert _link(fresh, CLIENT) != _link(scene, CLIENT)
            await _joins(phones[CLIENT], fresh)
            await phones[CLIENT].reads("HP ini sudah terdaftar")


async def _plays(door: httpx.AsyncClient, phones: dict[int, Phone], scene: dict[str, Any]) -> None:
    join, start, confirm, monday, read = scene["tour"]
    assert [await _over(phones, step) for step in (join, start, confirm, monday)] == [False] * 4
    for person in WHO_JOIN:
        assert not await _over(phones, join)
        await _joins(phones[person], scene)
        await phones[person].reads("HP ini sudah terdaftar")
    assert await _over(phones, join)
    assert not await _over(phones, start)

    place = scene["places"][0]
    await phones[CLIENT].does("location", latitude=place["latitude"], longitude=place["longitude"])
    await phones[CLIENT].reads("kirim foto")
    assert not await _over(phones, start)
    await phones[CLIENT].does("photo", sample=(await door.get("/sim/samples")).json()[0]["name"])
    await phones[CLIENT].reads("Mulai kerja diterima")
    assert await _over(phones, start)

    assert not await _over(phones, confirm)
    await phones[SUPERVISOR].taps("✅ Benar")
    await phones[SUPERVISOR].reads("Hadir sudah dikonfirmasi")
    assert await _over(phones, confirm)

    assert not await _over(phones, monday)
    await door.post("/sim/clock", json={"to": "monday-07"})
    await phones[OFFICER].reads("📋 Ringkasan mingguan")
    assert await _over(phones, monday)
    assert read["until"] == []


async def _over(phones: dict[int, Phone], step: dict[str, Any]) -> bool:
    """Whether all that ends a step of the tour is there."""
    return all(
        [
            await phones[one["person"]].has(one["contains"])
            for one in step["until"]
            if one["event"] == "received"
        ]
    )


async def _joins(phone: Phone, scene: dict[str, Any]) -> None:
    await phone.does("start", payload=_link(scene, phone.person))
    await phone.taps("✅ Setuju")
    await phone.reads("Bagikan kontak")
    await phone.does("contact", own=True)


def _link(scene: dict[str, Any], person: int) -> str:
    return next(str(one["start_link"]) for one in scene["phones"] if one["person"] == person)


async def _scene(door: httpx.AsyncClient) -> dict[str, Any] | None:
    """The example's scene, once it is there."""
    scene: dict[str, Any] = (await door.get("/sim/scene")).json()
    return scene if scene["phones"] else None
