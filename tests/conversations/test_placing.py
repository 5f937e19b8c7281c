"""Sites are proposed for a case with reasons; its officer decides, and everybody concerned hears."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from sqlmodel import col, select

from bot.domain.calendar import HolidayRule
from bot.domain.cases import Programme
from bot.domain.people import Role
from bot.storage.events import case_stream
from bot.storage.models import Case, Event, Person, Placement, Site
from tests.conversations.conftest import Cast
from tests.harness import HERE, World, at
from tests.lawful import coming

SHORT_FRIDAY = {day: [["08:00", "16:00"]] for day in "1234"} | {"5": [["08:00", "11:30"]]}


async def unplaced(world: World, cast: Cast, code: str = "K-02", **more: Any) -> tuple[Person, Case]:
    """A client without a placement, who lives at the first site."""
    person = await world.person(cast.office, code, Role.CLIENT, child=bool(more.pop("child", False)))
    async with world.database.transaction() as session:
        row = await session.get_one(Person, person.id)
        row.home_latitude, row.home_longitude = HERE[0] - 0.01, HERE[1]
    return person, await world.case(person, cast.officer, None, **more)


async def changes(world: World, site: Site, **fields: Any) -> None:
    async with world.database.transaction() as session:
        row = await session.get_one(Site, site.id)
        for name, value in fields.items():
            setattr(row, name, value)


async def placements(world: World, case: Case) -> list[Placement]:
    async with world.database.reading() as session:
        query = select(Placement).where(Placement.case_id == case.id).order_by(col(Placement.id))
        return list((await session.exec(query)).all())


async def test_sites_are_proposed_with_their_reasons(world: World, cast: Cast) -> None:
    await changes(world, cast.site, capacity=3, open_hours={day: [["08:00", "12:00"]] for day in "12345"})
    full = await world.site(cast.office, code="L2")
    await changes(world, full, capacity=0)
    await unplaced(world, cast, total_hours=120)
    await world.phone(cast.officer).writes("/penempatan K-02")

    letter = await world.last(cast.officer)
    assert letter.key == "place-heading"
    assert "Belum mendapat jadwal: 120 jam; perlu sekitar 2 hari seminggu." in letter.text
    assert "1. Kantor Desa L1: Senin, Rabu, pukul 08.00–12.00" in letter.text
    assert "masih ada sedikitnya 2 tempat" in letter.text
    assert "sekitar 1 km dari rumah" in letter.text
    assert "Tidak cocok: 1 lokasi, sudah penuh" in letter.text
    assert [button.label for button in letter.buttons] == ["✅ Pilihan 1"]


async def test_who_is_placed_nowhere_yet_is_not_told_that_time_runs_out(world: World, cast: Cast) -> None:
    siti, _ = await unplaced(world, cast, total_hours=42)
    await world.phone(siti).writes("/jam")
    assert "Tempat kerjanya belum ditentukan" in (await world.last(siti)).text
    assert "tidak cukup" not in (await world.last(siti)).text

    await world.phone(cast.officer).writes("/klien K-02")
    assert "📍 Belum ada penempatan. Langkah: /penempatan K-02" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).writes("/perlu")
    text = (await world.last(cast.officer)).text
    assert "belum ada penempatan; sisa 42 jam" in text
    assert "tidak akan sempat" not in text


async def test_who_cannot_place_him_reads_no_step(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await unplaced(world, cast, total_hours=42)
    await world.phone(head).writes("/klien K-02")

    text = (await world.last(head)).text
    assert ("📍 Belum ada penempatan" in text, "/penempatan" in text) == (True, False)


async def test_with_too_few_days_left_it_is_still_said(world: World, cast: Cast) -> None:
    await unplaced(world, cast, total_hours=42, ends_on=date(2026, 4, 23))
    await world.phone(cast.officer).writes("/klien K-02")

    assert "⛔ 18 jam tidak akan sempat dikerjakan" in (await world.last(cast.officer)).text


async def test_the_officer_decides_and_everybody_hears(world: World, cast: Cast) -> None:
    siti, case = await unplaced(world, cast, total_hours=24)
    await world.phone(cast.officer).writes("penempatan K-02")
    assert await placements(world, case) == []
    await world.phone(cast.officer).taps("✅ Pilihan 1")

    (placement,) = await placements(world, case)
    assert (placement.weekdays, placement.starts, placement.ends) == ("1", time(8), time(12))
    async with world.database.reading() as session:
        planned = await coming(session, case, at(20, 12))
        query = select(Event).where(Event.stream == case_stream(case.id), Event.kind == "placed")
        event = (await session.exec(query)).one()
    assert [one.starts_at for one in planned[:2]] == [at(27, 8), at(4, 8, month=5)]
    assert sum(one.counted for one in planned) == 24 * 60
    assert event.actor_id == cast.officer.id
    done = await world.last(cast.officer)
    assert (done.key, "✅ Seluruh sisa jamnya" in done.text) == ("place-done", True)
    told = await world.last(siti)
    assert (told.key, "Kantor" in told.text.splitlines()[0]) == ("place-told-client", False)
    assert (await world.last(cast.supervisor)).key == "place-told-site"


async def test_a_site_over_its_capacity_is_something_to_look_at(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    await world.case(siti, cast.officer, cast.site)
    await changes(world, cast.site, capacity=2)
    await world.phone(cast.officer).writes("/perlu")
    assert "kapasitas" not in (await world.last(cast.officer)).text
    await changes(world, cast.site, capacity=1)
    await world.phone(cast.officer).writes("/perlu")

    text = (await world.last(cast.officer)).text
    assert "Kantor Desa L1 melebihi kapasitas Kam 23 Apr pukul 08.00 WITA: 2 orang untuk 1 tempat" in text
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    await world.phone(other).writes("/perlu")
    assert (await world.last(other)).key == "needs-nothing"


@pytest.mark.parametrize(
    ("ends_on", "days", "hours"),
    [
        pytest.param(date(2026, 8, 30), "Senin, Rabu", "08.00–12.00", id="two days: not Friday"),
        pytest.param(
            date(2026, 5, 31),
            "Senin, Selasa, Rabu, Kamis, Jumat",
            "08.00–11.30",
            id="five days: as short as Friday",
        ),
    ],
)
async def test_a_shorter_friday_is_left_out_where_the_other_days_suffice(
    world: World, cast: Cast, ends_on: date, days: str, hours: str
) -> None:
    await changes(world, cast.site, open_hours=SHORT_FRIDAY)
    await unplaced(world, cast, total_hours=100, ends_on=ends_on)
    await world.phone(cast.officer).writes("/penempatan K-02")

    assert f"1. Kantor Desa L1: {days}, pukul {hours}" in (await world.last(cast.officer)).text


async def test_a_case_of_fridays_is_placed_in_the_sites_friday(world: World, cast: Cast) -> None:
    await changes(world, cast.site, open_hours=SHORT_FRIDAY)
    _, case = await unplaced(world, cast, allowed_weekdays="5", total_hours=24)
    await world.phone(cast.officer).writes("/penempatan K-02")
    await world.phone(cast.officer).taps("✅ Pilihan 1")

    (placement,) = await placements(world, case)
    assert (placement.weekdays, placement.starts, placement.ends) == ("5", time(8), time(11, 30))


async def test_a_second_tap_places_nobody_twice(world: World, cast: Cast) -> None:
    _, case = await unplaced(world, cast)
    await world.phone(cast.officer).writes("/penempatan K-02")
    button = (await world.last(cast.officer)).buttons[0]
    await world.phone(cast.officer).taps_id(button.id)
    await world.phone(cast.officer).taps_id(button.id)

    assert (await world.last(cast.officer)).key == "place-changed"
    assert len(await placements(world, case)) == 1


async def test_a_site_that_filled_up_meanwhile_is_refused_with_the_reason(world: World, cast: Cast) -> None:
    _, case = await unplaced(world, cast)
    await world.phone(cast.officer).writes("/penempatan K-02")
    await changes(world, cast.site, capacity=1, open_hours={"4": [["08:00", "16:00"]]})
    await world.phone(cast.officer).taps("✅ Pilihan 1")

    answer = await world.last(cast.officer)
    assert (answer.key, "sudah penuh" in answer.text) == ("place-not-suitable", True)
    assert await placements(world, case) == []


async def test_a_child_is_placed_only_where_children_may_and_when_the_ruling_lets_him(
    world: World, cast: Cast
) -> None:
    await changes(world, cast.site, for_children=False)
    school = await world.site(cast.office, cast.supervisor, code="L2")
    child, case = await unplaced(
        world,
        cast,
        "A-01",
        child=True,
        programme=Programme.CHILD_SERVICE,
        total_hours=60,
        daily_hours=3,
        session_minutes=180,
        allowed_weekdays="7",
        window_starts=time(13),
        window_ends=time(17),
    )
    await world.phone(cast.officer).writes("/penempatan A-01")
    letter = await world.last(cast.officer)
    assert "1. Kantor Desa L2: Minggu, pukul 13.00–16.00" in letter.text
    assert "tidak ditandai cocok untuk Anak" in letter.text
    await world.phone(cast.officer).taps("✅ Pilihan 1")

    assert [one.site_id for one in await placements(world, case)] == [school.id]
    assert "A-01" in (await world.last(cast.supervisor)).text
    assert child.name not in (await world.last(cast.supervisor)).text


async def child_of_holidays(world: World, cast: Cast, guardian: Person | None = None) -> tuple[Person, Case]:
    """A child whose ruling lets him work on Sundays and school holidays only."""
    return await unplaced(
        world,
        cast,
        "A-01",
        child=True,
        programme=Programme.CHILD_SERVICE,
        total_hours=40,
        daily_hours=None,
        session_minutes=300,
        holiday_rule=HolidayRule.ONLY,
        window_starts=time(8),
        window_ends=time(17),
        **({"guardian_id": guardian.id} if guardian else {}),
    )


async def test_a_child_of_sundays_and_holidays_is_placed_on_sundays(world: World, cast: Cast) -> None:
    guardian = await world.person(cast.office, "W-01", Role.GUARDIAN)
    child, case = await child_of_holidays(world, cast, guardian)
    await world.phone(cast.officer).writes("/penempatan A-01")
    assert "1. Kantor Desa L1: Minggu, pukul 08.00–13.00" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).taps("✅ Pilihan 1")

    assert "mulai Min 26 Apr" in (await world.last(cast.officer)).text
    told = await world.last(child)
    assert (told.key, "Min 26 Apr" in told.text.splitlines()[0]) == ("place-told-client", True)
    assert (await world.last(guardian)).text.splitlines()[:2] == [
        "Bapak/Ibu Wali, ada jadwal baru mulai Min 26 Apr pukul 08.00 WITA.",
        f"Untuk A-01 di {cast.site.name}, setiap Minggu, pukul 08.00–13.00.",
    ]
    async with world.database.reading() as session:
        assert {one.day.isoweekday() for one in await coming(session, case, at(20, 12))} == {7}


async def test_a_site_that_is_never_open_when_he_may_work_does_not_suit(world: World, cast: Cast) -> None:
    await changes(world, cast.site, open_hours={day: [["08:00", "16:00"]] for day in "12345"})
    await child_of_holidays(world, cast)
    await world.phone(cast.officer).writes("/penempatan A-01")

    letter = await world.last(cast.officer)
    assert (letter.key, letter.buttons) == ("place-none", ())
    assert "1 lokasi, tidak ada hari yang sama-sama bisa" in letter.text


async def works_all(world: World, client: Person) -> None:
    """All hours of the order are worked and wait for the supervisor."""
    world.clock.moment = at(23, 8)
    await world.phone(client).sends_location()
    world.clock.moment = at(23, 16)
    await world.phone(client).sends_location()
    await world.phone(client).taps("🏁 Selesai kerja")


async def test_where_nothing_is_planned_no_day_is_named(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    case = await world.case(siti, cast.officer, cast.site, total_hours=8)
    await works_all(world, siti)
    await world.phone(cast.officer).writes("/penempatan K-02")
    await world.phone(cast.officer).taps("✅ Pilihan 1")

    assert len(await placements(world, case)) == 2
    done = await world.last(cast.officer)
    assert (done.key, "/rencana K-02" in done.text) == ("place-done-no-session", True)
    told = await world.last(siti)
    assert (told.key, "April" in told.text) == ("place-told-client-no-session", False)
    assert (await world.last(cast.supervisor)).key == "place-told-site-no-session"


async def test_hours_that_are_planned_need_no_other_place(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(siti, cast.officer, cast.site, total_hours=12)
    await world.phone(cast.officer).writes("/penempatan K-02")

    assert "Seluruh jamnya sudah mendapat jadwal" in (await world.last(cast.officer)).text


async def test_without_a_suitable_site_the_reasons_are_counted(world: World, cast: Cast) -> None:
    await unplaced(world, cast)
    await changes(world, cast.site, open_hours={day: [["18:00", "20:00"]] for day in "1234567"})
    await world.phone(cast.officer).writes("/penempatan K-02")

    letter = await world.last(cast.officer)
    assert (letter.key, letter.buttons) == ("place-none", ())
    assert "1 lokasi, tidak ada jam yang sama-sama bisa" in letter.text


@pytest.mark.parametrize("where", ["own office", "elsewhere"])
async def test_only_sites_of_the_office_are_chosen(world: World, cast: Cast, where: str) -> None:
    _, case = await unplaced(world, cast)
    other = await world.office("BPS-BDG")
    site = await world.site(other, code="L9")
    chosen = site.id if where == "elsewhere" else cast.site.id
    await world.phone(cast.officer).taps_id(f"place:{case.id}:{chosen}:0")

    assert len(await placements(world, case)) == (where == "own office")
