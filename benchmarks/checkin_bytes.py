"""`python -m benchmarks.checkin_bytes`: what a check-in costs in bytes, kept and sent, on both databases.

A check-in is a start and a finish, each with a location and a photo, and the supervisor's word.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import structlog
from PIL import Image
from rich import box
from rich.console import Console
from rich.table import Table
from sqlalchemy import text

from benchmarks.databases import postgres
from benchmarks.table import machine
from bot.domain.cases import PhotoRule
from bot.domain.people import Role
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.storage.models import Person
from tests.double import WIDE, Delivered
from tests.harness import World, at
from tests.scenes import camera_file, detailed, saved

console = Console(width=110, highlight=False)


@dataclass(frozen=True, slots=True)
class Cost:
    """Bytes of one check-in, on average."""

    came: float
    files: float
    rows: float
    to_client: float
    to_supervisor: float


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checkin_bytes", description=__doc__)
    parser.add_argument("--people", type=int, default=20, help="check-ins of each kind")
    chosen = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    console.print(f"Machine: {machine()}.")
    with ExitStack() as around:
        folder = Path(around.enter_context(tempfile.TemporaryDirectory(prefix="hadir-bytes-")))
        urls = {"SQLite": f"sqlite+aiosqlite:///{folder / 'hadir.db'}"}
        server = around.enter_context(postgres(folder))
        urls["PostgreSQL"] = server.render_as_string(hide_password=False)
        for name, url in urls.items():
            asyncio.run(_measure(name, url, folder / name, chosen.people))


async def _measure(name: str, url: str, folder: Path, people: int) -> None:
    database = Database(url)
    await upgrade(database)
    world = World(database, WIDE, folder, at(20, 12))
    grid = Table(title=f"{name}: bytes a check-in, {people} of each kind", box=box.SIMPLE_HEAD)
    for title in (
        "photos",
        "sent by the client",
        "files",
        "rows",
        "kept in all",
        "to client",
        "to supervisor",
    ):
        grid.add_column(title, justify="left" if title == "photos" else "right")
    for kind, seed in (("none", 0), ("of a chat, 1280 x 960", 1), ("of a camera, 12 megapixels", 3)):
        cost = await _of_kind(world, kind, seed, people)
        kept = cost.files + cost.rows
        cells = (cost.came, cost.files, cost.rows, kept, cost.to_client, cost.to_supervisor)
        grid.add_row(kind, *(f"{one / 1000:.1f} kB" for one in cells))
    console.print(grid)
    await database.close()


async def _of_kind(world: World, kind: str, seed: int, people: int) -> Cost:
    office = await world.office(f"BPS-{seed}")
    officer = await world.person(office, f"PK-{seed}", Role.OFFICER)
    supervisor = await world.person(office, f"PL-{seed}", Role.SUPERVISOR)
    site = await world.site(office, supervisor, code=f"L-{seed}")
    rule = PhotoRule.NEVER if kind == "none" else PhotoRule.ALWAYS
    photos = [] if kind == "none" else [_photo(kind, seed), _photo(kind, seed + 1)]
    clients = []
    for number in range(people + 1):
        client = await world.person(office, f"K-{seed}{number:02}", Role.CLIENT)
        await world.case(client, officer, site, photo=rule)
        clients.append(client)
    await _works(world, supervisor, clients[0], photos)  # pages and keys are made by the first
    files, rows = _files(world), await _rows(world.database)
    delivered = len(world.channel.delivered)
    for client in clients[1:]:
        await _works(world, supervisor, client, photos)
    sent = world.channel.delivered[delivered:]
    codes = {one.code for one in clients}
    return Cost(
        came=sum(map(len, photos)),
        files=(_files(world) - files) / people,
        rows=(await _rows(world.database) - rows) / people,
        to_client=sum(map(_size, (one for one in sent if one.to in codes))) / people,
        to_supervisor=sum(map(_size, (one for one in sent if one.to == supervisor.code))) / people,
    )


def _photo(kind: str, seed: int) -> bytes:
    picture = detailed(seed)
    if kind.startswith("of a camera"):
        return camera_file(picture, taken="2026:04:23 08:00:00")
    return saved(picture.resize((1280, 960), Image.Resampling.LANCZOS), 87)


async def _works(world: World, supervisor: Person, client: Person, photos: list[bytes]) -> None:
    for number, moment in enumerate((at(23, 8), at(23, 11))):
        world.clock.moment = moment + timedelta(seconds=int(client.id))
        await world.phone(client).sends_location()
        if photos:
            await world.phone(client).sends_photo(photos[number], name=f"{client.code} {number}")
            await world.recogniser_works()
    await world.phone(supervisor).taps("✅ Benar")
    await world.clerk_works()


def _files(world: World) -> int:
    folder = world.house.settings.media_dir
    return sum(one.stat().st_size for one in folder.iterdir()) if folder.exists() else 0


async def _rows(database: Database) -> int:
    """Bytes of the database, with its indexes."""
    question = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    if not database.sqlite:
        question = "SELECT pg_database_size(current_database())"
    async with database.reading() as session:
        return int((await (await session.connection()).execute(text(question))).scalar_one())


def _size(delivered: Delivered) -> int:
    """Of a message as it leaves, without what a messenger wraps around it. An edit sends no picture again."""
    message = delivered.message
    attached = len(message.attachment.content) if message.attachment and not delivered.edited else 0
    return len(message.text.encode()) + sum(len(one.label.encode()) for one in message.buttons) + attached


if __name__ == "__main__":
    main()
