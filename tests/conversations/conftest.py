"""The main job's cast, on both databases and on both kinds of messenger."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.domain.people import Role
from bot.storage.database import Database
from bot.storage.models import Case, Office, Person, Site
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


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
async def world(request: pytest.FixtureRequest, database: Database, tmp_path: Path) -> World:
    """Monday 20 April 2026, 12.00 in Makassar."""
    return World(database, request.param, tmp_path / "media", at(20, 12))


@pytest.fixture
async def cast(world: World) -> Cast:
    office = await world.office()
    officer = await world.person(office, "PK-01", Role.OFFICER)
    supervisor = await world.person(office, "PL-01", Role.SUPERVISOR)
    site = await world.site(office, supervisor)
    budi = await world.person(office, "K-01", Role.CLIENT, name="Budi (contoh)")
    case = await world.case(budi, officer, site, total_hours=42)
    return Cast(office, officer, supervisor, site, budi, case)
