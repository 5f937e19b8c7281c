"""The main job's cast, on both kinds of messenger and on both databases."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.domain.people import Role
from bot.storage.database import Database
from bot.storage.models import Case, Office, Person, Site
from tests.databases import Contents, contents, fill
from tests.double import NARROW, WIDE
from tests.harness import World, at


@dataclass(frozen=True, slots=True)
class Cast:
    """One office with a site, its supervisor and officer, and a client who works on Thursdays 08.00–11.00."""

    office: Office
    officer: Person
    supervisor: Person
    site: Site
    budi: Person
    case: Case


CAPS = {"wide": WIDE, "narrow": NARROW}
ALL_PAIRS = [(channel, dialect) for channel in CAPS for dialect in ("sqlite", "postgresql")]
PAIRS = [("wide", "sqlite"), ("narrow", "postgresql")]
"""Each kind of messenger and each database once: no code asks for both, so what would fail with one pair only
fails with its messenger or its database alone. A wide messenger on PostgreSQL is what the crash and cluster
tests run, with real processes; only here does a narrow one meet the stricter database."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "pair" in metafunc.fixturenames:
        pairs = ALL_PAIRS if metafunc.config.getoption("all_pairs") else PAIRS
        metafunc.parametrize("pair", pairs, ids="-".join)


@pytest.fixture
def dialect(pair: tuple[str, str]) -> str:
    """The database that goes with the messenger."""
    return pair[1]


@pytest.fixture
async def world(pair: tuple[str, str], database: Database, tmp_path: Path) -> World:
    """Monday 20 April 2026, 12.00 in Makassar."""
    return World(database, CAPS[pair[0]], tmp_path / "media", at(20, 12))


@pytest.fixture(scope="session")
def casts() -> dict[tuple[str, str], tuple[Cast, Contents]]:
    """What the first test of each pair made, as it lay in the database then."""
    return {}


@pytest.fixture
async def cast(
    world: World, pair: tuple[str, str], casts: dict[tuple[str, str], tuple[Cast, Contents]]
) -> Cast:
    """The same rows for every test: to enter them anew would take a third of most tests."""
    if pair not in casts:
        casts[pair] = await _entered(world), await contents(world.database)
        return casts[pair][0]
    cast, rows = casts[pair]
    await fill(world.database, rows)
    async with world.database.reading() as session:
        fields = {one.name: getattr(cast, one.name) for one in dataclasses.fields(cast)}
        return Cast(**{name: await session.get_one(type(row), row.id) for name, row in fields.items()})


async def _entered(world: World) -> Cast:
    office = await world.office()
    officer = await world.person(office, "PK-01", Role.OFFICER)
    supervisor = await world.person(office, "PL-01", Role.SUPERVISOR)
    site = await world.site(office, supervisor)
    budi = await world.person(office, "K-01", Role.CLIENT, name="Budi (contoh)")
    case = await world.case(budi, officer, site, total_hours=42)
    return Cast(office, officer, supervisor, site, budi, case)
