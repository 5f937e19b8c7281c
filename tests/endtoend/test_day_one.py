"""Rehearses an office's first day as `docs/pasang.md` tells it: real commands, a simulator as Telegram."""

from __future__ import annotations

import asyncio
import csv
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest
from python_calamine import CalamineWorkbook

from bot.app import RealClock
from simulator.app import create_app
from simulator.bots import BotProfile
from simulator.clock import SimClock
from simulator.serving import serving
from tests.endtoend.machine import ROOT, TOKEN, Answer, Machine, Phone, answers, free_port, told
from tests.lawful import closed_days

WITA = ZoneInfo("Asia/Makassar")
SITE = {"latitude": -5.4172, "longitude": 119.4439}
INIT = (
    *("init", "--office", "BPS-UJI", "--name", "Bapas Uji (contoh)", "--zone", "Asia/Makassar"),
    *("--operator", "Fitriani (contoh)", "--contact", "0411-000-000 (contoh)", "--token", TOKEN),
)


@pytest.fixture
def workday() -> date:
    """The first day after today on which offices are open: the plan of a new office begins there."""
    today = RealClock().now().astimezone(WITA).date()
    closed = closed_days(today, today + timedelta(days=30))
    return next(day for n in range(1, 30) if (day := today + timedelta(days=n)) not in closed)


@asynccontextmanager
async def telegram(now: datetime) -> AsyncIterator[str]:
    """The address of a simulator in whose world it is `now`."""
    profile = BotProfile(username="hadir_uji_bot", first_name="Hadir")
    async with serving(create_app(bots={TOKEN: profile}, clock=SimClock(now))) as url:
        yield url


async def test_an_office_is_running_and_receives_its_first_check_in_on_day_one(
    tmp_path: Path, workday: date
) -> None:
    morning = datetime.combine(workday, time(7, 50), WITA)
    async with telegram(morning) as url, httpx.AsyncClient(base_url=url, timeout=20) as door:
        listen = f"127.0.0.1:{free_port()}"
        clock = {"HADIR_CLOCK_URL": f"{url}/sim/clock", "HADIR_LISTEN": listen}
        machine = Machine(tmp_path, {"HADIR_TELEGRAM_API_URL": url})

        set_up, template = await asyncio.gather(
            machine.hadir(*INIT), machine.hadir("template", "kosong.xlsx")
        )
        assert (set_up.code, template.code) == (0, 0), set_up.words + template.words
        operator = _token(set_up.words)
        await _imports_the_office(machine, workday)
        invited = await machine.hadir("invite", "k-01")
        assert invited.code == 0, invited.words

        async with machine.running(**clock):
            assert (await answers(f"http://{listen}/healthz")).text == "ok"
            ready = await answers(f"http://{listen}/readyz")
            assert ready.json() == {"database": True, "chores": True}
            await (await _phone(door, 1)).does("start", payload=operator)
            client = await _phone(door, 101)
            await client.does("start", payload=_token(invited.words))
            await client.taps("✅ Setuju")
            await client.reads("Bagikan kontak")
            await client.does("contact", own=True)
            await client.reads("HP ini sudah terdaftar")
            await client.does("location", **SITE, horizontal_accuracy=8)
            receipt = await client.reads("Mulai kerja diterima")
            assert "Kantor Kelurahan Uji (contoh)" in receipt
            assert "di luar jadwal" not in receipt
            await client.does("photo", sample=(await door.get("/sim/samples")).json()[0]["name"])
            await client.reads("Foto diterima dan disimpan")
            await _works_beside_the_service(machine, tmp_path)
            revoked = await machine.hadir("revoke", "k-01")
            assert (revoked.code, "sudah diputus" in revoked.words) == (0, True), revoked.words
            await client.reads("HP ini tidak lagi terhubung dengan Hadir")


async def _imports_the_office(machine: Machine, workday: date) -> None:
    """What the clerk filled in has the columns of the template, and makes a case that begins."""
    sheets = await asyncio.to_thread(_written, machine.folder, workday)
    book = CalamineWorkbook.from_path(machine.folder / "kosong.xlsx")
    for name, columns in sheets.items():
        header = {str(cell).rstrip("*") for row in book.get_sheet_by_name(name).to_python() for cell in row}
        assert columns <= header, name
    imported = await machine.hadir("import", "kantor")
    assert imported.code == 0, imported.words
    assert "draf" not in imported.words


async def _works_beside_the_service(machine: Machine, folder: Path) -> None:
    """The clerk's other commands, while the service runs."""
    check, digest, restored = await asyncio.gather(
        machine.hadir("check"),
        machine.hadir("digest", "--out", "ringkasan"),
        _restored(machine, folder / "baru"),
    )
    assert check.code == 0, check.words
    assert digest.code == 0, digest.words
    written = sorted((path.name[:5], path.suffix) for path in (folder / "ringkasan").iterdir())
    assert written == [("JK-01", ".txt"), ("PK-01", ".pdf"), ("PK-01", ".txt"), ("PK-01", ".xlsx")]
    assert restored.code == 0, restored.words
    assert "✓ Foto terbaru dapat dibuka" in restored.words
    new = Machine(folder / "baru", machine.settings)
    invited, other_key = await asyncio.gather(
        new.hadir("invite", "PK-01"), new.hadir("check", HADIR_SECRET_KEY="kunci yang lain")
    )
    assert invited.code == 0, invited.words
    assert "✗ HADIR_SECRET_KEY bukan kunci foto yang sudah ada" in other_key.words


async def _restored(machine: Machine, new: Path) -> Answer:
    """A backup made beside the service, restored where there was nothing, with the guide's own commands."""
    backup = await machine.shell(f"{ROOT}/deploy/cadangkan cadangan")
    places = {
        "/var/lib/hadir": str(new),
        "FOLDER-CADANGAN": str(machine.folder / backup.words.strip()),
        "SALINAN-HADIR-ENV": str(machine.folder / "hadir.env"),
    }
    return await machine.shell(f"mkdir {new}\n" + told("### Memulihkan", places))


async def test_check_answers_with_one_for_a_fault_and_two_for_wrong_use(tmp_path: Path) -> None:
    machine = Machine(tmp_path, {"HADIR_TELEGRAM_API_URL": "http://127.0.0.1:9"})
    nothing_set_up, foreign_clock, no_such_option, not_set_up = await asyncio.gather(
        machine.hadir("check"),
        machine.hadir("check", HADIR_CLOCK_URL="https://clock.example/now"),
        machine.hadir("check", "--deeply"),
        machine.hadir("run"),
    )

    assert nothing_set_up.code == 1
    assert "HADIR_SECRET_KEY" in nothing_set_up.words
    assert foreign_clock.code == 2
    assert "HADIR_CLOCK_URL" in foreign_clock.words
    assert no_such_option.code == 2
    assert not_set_up.code == 2


def _token(words: str) -> str:
    found = re.search(r"https://t\.me/hadir_uji_bot\?start=(\S+)", words)
    assert found, words
    return found[1]


async def _phone(door: httpx.AsyncClient, person: int) -> Phone:
    (await door.post("/sim/people", json={"id": person, "first_name": "Contoh"})).raise_for_status()
    return Phone(door, person)


def _written(folder: Path, workday: date) -> dict[str, set[str]]:
    """Write a small office as a folder of CSV; returns the columns of each sheet."""
    start, end = workday - timedelta(days=7), workday + timedelta(days=60)
    sheets: dict[str, list[dict[str, str]]] = {
        "lokasi": [
            {
                "kode": "L-01",
                "nama": "Kantor Kelurahan Uji (contoh)",
                "kegiatan": "kebersihan lingkungan",
                "lintang": str(SITE["latitude"]),
                "bujur": str(SITE["longitude"]),
                "buka": "Sen-Min 07.00-17.00",
                "pengawas": "SV-01",
            }
        ],
        "orang": [
            {
                "kode": "PK-01",
                "nama": "Andi (contoh)",
                "peran": "pk",
                "sapaan": "ibu",
                "telepon": "0411-000000",
            },
            {"kode": "SV-01", "nama": "Ratna (contoh)", "peran": "pengawas", "sapaan": "ibu"},
            {"kode": "JK-01", "nama": "Yusran (contoh)", "peran": "jaksa", "sapaan": "bapak"},
            {"kode": "K-01", "nama": "Budi (contoh)", "peran": "klien", "telepon": "0811-0000-101"},
        ],
        "perkara": [
            {
                "nomor": "1/UJI",
                "klien": "K-01",
                "program": "kerja_sosial",
                "pk": "PK-01",
                "jaksa": "JK-01",
                "putusan_nomor": "1/Pid.B/UJI",
                "putusan_tanggal": start.isoformat(),
                "pengadilan": "PN Uji (contoh)",
                "jam_total": "60",
                "jam_per_hari": "8",
                "mulai": start.isoformat(),
                "sumber_mulai": "penetapan_jaksa",
                "selesai": end.isoformat(),
            }
        ],
        "penempatan": [
            {
                "kode": "P-01",
                "perkara": "1/UJI",
                "lokasi": "L-01",
                "hari": "Sen; Sel; Rab; Kam; Jum; Sab; Min",
                "jam_mulai": "08.00",
                "jam_selesai": "11.00",
            }
        ],
        "kalender": [{"tanggal": end.isoformat(), "jenis": "kantor", "keterangan": "Hari jadi (contoh)"}],
    }
    (folder / "kantor").mkdir()
    for name, rows in sheets.items():
        with (folder / "kantor" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, list(rows[0]))
            table.writeheader()
            table.writerows(rows)
    return {name: set(rows[0]) for name, rows in sheets.items()}
