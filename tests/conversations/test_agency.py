"""An agency reads the totals of its sites, and nobody's name."""

from __future__ import annotations

from bot.domain.people import Role
from bot.storage.models import Person, Site
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def of_agency(world: World, site: Site, name: str = "Dinas Sosial (contoh)") -> None:
    async with world.database.transaction() as session:
        (await session.get_one(Site, site.id)).agency = name


async def agency_of(world: World, cast: Cast, name: str = "dinas sosial (contoh)") -> Person:
    return await world.person(cast.office, "DN-01", Role.AGENCY, name=name)


async def worked(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")


async def test_an_agency_reads_the_totals_of_its_own_sites(world: World, cast: Cast) -> None:
    await of_agency(world, cast.site)
    other = await world.site(cast.office, cast.supervisor, code="L2")
    await of_agency(world, other, "Dinas Kesehatan (contoh)")
    agency = await agency_of(world, cast)
    await worked(world, cast)
    await world.phone(agency).writes("ringkasan")

    text = (await world.last(agency)).text
    assert "Kantor Desa L1: 1 orang ditempatkan, 1 kehadiran, 3 jam" in text
    assert "L2" not in text
    assert "Budi" not in text
    assert "K-01" not in text


async def test_another_offices_sites_are_not_counted(world: World, cast: Cast) -> None:
    await of_agency(world, cast.site)
    abroad = await world.office("BPS-BDG")
    agency = await world.person(abroad, "DN-09", Role.AGENCY, name="Dinas Sosial (contoh)")
    await world.phone(agency).writes("ringkasan")

    assert (await world.last(agency)).key == "agency-no-sites"


async def test_last_months_work_is_not_this_months(world: World, cast: Cast) -> None:
    await of_agency(world, cast.site)
    agency = await agency_of(world, cast)
    await worked(world, cast)
    world.clock.moment = at(4, 9, month=5)
    await world.phone(agency).writes("ringkasan")

    assert "1 orang ditempatkan, 0 kehadiran, 0 menit" in (await world.last(agency)).text
