"""A second Bapas, and how a client comes to it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlmodel import col, select

from bot.domain.people import Role
from bot.storage.models import Case, Office, Person, Site
from tests.conversations.conftest import Cast
from tests.harness import World, at


@dataclass(frozen=True, slots=True)
class There:
    """Bapas Serang, in the zone of Jakarta, one hour behind."""

    office: Office
    head: Person
    sari: Person
    supervisor: Person
    site: Site


@pytest.fixture
async def there(world: World, cast: Cast) -> There:
    office = await world.office("BPS-SRG", "Asia/Jakarta", "Bapas Serang")
    supervisor = await world.person(office, "PL-91", Role.SUPERVISOR)
    return There(
        office,
        await world.person(office, "KB-91", Role.HEAD, name="Kepala Serang"),
        await world.person(office, "PK-91", Role.OFFICER, name="Sari (contoh)"),
        supervisor,
        await world.site(office, supervisor, code="L91"),
    )


async def works(world: World, cast: Cast, day: int) -> None:
    """Budi works from eight to eleven; his supervisor has not said a word."""
    world.clock.moment = at(day, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(day, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).taps("🏁 Selesai kerja")


async def offers(world: World, by: Person, code: str = "K-01", to: str = "Bapas Serang") -> None:
    phone = world.phone(by)
    await phone.writes(f"/pindah {code}")
    await phone.taps("🏛️ Ke Bapas lain")
    await phone.writes(to)
    await phone.writes("pindah rumah")
    await phone.taps("📨 Kirim")


async def moves(world: World, cast: Cast, there: There, code: str = "K-01") -> None:
    """Offered by his officer, and taken for Sari."""
    await offers(world, cast.officer, code)
    await world.phone(there.head).taps("Sari (contoh)")


async def newest(world: World, cast: Cast, there: There) -> tuple[Case, Case]:
    """Budi's case in the old office, and the latest one in the new office."""
    async with world.database.reading() as session:
        query = select(Case).where(Case.office_id == there.office.id).order_by(col(Case.id).desc())
        new = (await session.exec(query)).first()
        assert new is not None
        return await session.get_one(Case, cast.case.id), new
