"""An officer tries the plan of a case; nothing is changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from sqlmodel import select

from bot import lifecycle, registry
from bot.domain.cases import CaseState, Programme
from bot.domain.people import Role
from bot.registry import place
from bot.storage import queries
from bot.storage.models import Event, ExcusedSpan, Placement, Site, WorkSession
from tests.conversations.conftest import Cast
from tests.harness import World
from tests.lawful import coming


async def state(world: World) -> tuple[object, ...]:
    async with world.database.reading() as session:
        sessions = (await session.exec(select(WorkSession).order_by(WorkSession.id))).all()  # type: ignore[arg-type]
        events = (await session.exec(select(Event))).all()
    return tuple((one.id, one.day, one.state, one.revision) for one in sessions), len(events)


async def test_the_plan_shows_sessions_days_left_out_and_what_is_missing(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        span = ExcusedSpan(
            office_id=cast.office.id,
            case_id=cast.case.id,
            first=date(2026, 4, 27),
            last=date(2026, 5, 3),
            reason="pulang kampung",
        )
        session.add(span)
        case = await queries.locked_case(session, cast.office.id, cast.case.id)
        assert case is not None
        case.total_minutes = 60 * 60
        await lifecycle.correct_case(session, case, actor_id=cast.officer.id, now=world.clock.now())
    before = await state(world)
    await world.phone(cast.officer).writes("/rencana budi")

    text = "\n".join(one.text for one in await world.letters(cast.officer))
    assert "• Kam 23 Apr pukul 08.00–11.00, Kantor Desa L1" in text
    assert "• Kam 30 Apr: klien diizinkan" in text
    assert "• Kam 14 Mei: libur (Kenaikan Yesus Kristus)" in text
    assert "Kurang " in text
    assert "/penempatan K-01" in text
    assert await state(world) == before


async def test_a_feast_whose_date_is_an_estimate_says_so(world: World, cast: Cast) -> None:
    world.clock.moment = datetime(2027, 3, 1, 4, tzinfo=UTC)
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    first, last = date(2027, 2, 22), date(2027, 5, 30)
    case = await world.case(siti, cast.officer, None, starts_on=first, ends_on=last)
    placement = Placement(
        office_id=cast.office.id,
        code="P-K-02",
        case_id=case.id,
        site_id=cast.site.id,
        weekdays="1345",
        starts=time(8),
        ends=time(11),
        from_on=first,
        until_on=last,
    )
    async with world.database.transaction() as session:
        row = await queries.locked_case(session, cast.office.id, case.id)
        assert row is not None
        await place(session, row, placement, now=world.clock.now())
    await world.phone(cast.officer).writes("/rencana siti")

    text = (await world.last(cast.officer)).text
    assert "• Sen 8 Mar: libur (Hari Suci Nyepi)" in text
    assert "• Rab 10 Mar: libur (Hari Raya Idul Fitri, perkiraan)" in text


async def test_a_friday_outside_the_sites_friday_is_not_planned_and_the_officer_reads_why(
    world: World, cast: Cast
) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    case = await world.case(siti, cast.officer, cast.site, weekdays="45")
    hours = {day: [["08:00", "16:00"]] for day in "1234"} | {"5": [["08:00", "10:30"], ["13:30", "16:00"]]}
    async with world.database.transaction() as session:
        site = await session.get_one(Site, cast.site.id)
        site.open_hours = hours
        await registry.correct_site(session, site, {"open_hours": hours}, now=world.clock.now())

    async with world.database.reading() as session:
        days = {one.day.isoweekday() for one in await coming(session, case, world.clock.now())}
    assert days == {4}
    await world.phone(cast.officer).writes("/rencana siti")
    text = "\n".join(one.text for one in await world.letters(cast.officer))
    assert "• Kam 23 Apr pukul 08.00–11.00, Kantor Desa L1" in text
    assert "• Jum 24 Apr: di luar jam buka lokasi" in text


async def test_a_moved_session_is_part_of_the_plan(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/ganti")
    await world.phone(cast.budi).taps("🔁 Kam 23 Apr 08.00")
    await world.phone(cast.officer).taps("📅 Jum 24 Apr 08.00")
    await world.phone(cast.officer).writes("rencana K-01")

    assert "• Jum 24 Apr pukul 08.00–11.00" in (await world.last(cast.officer)).text


async def test_enough_is_said_to_be_enough(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    await world.case(siti, cast.officer, cast.site, total_hours=12)
    await world.phone(cast.officer).writes("/rencana siti")

    text = (await world.last(cast.officer)).text
    assert "4 jadwal, Kam 23 Apr – Kam 21 Mei: 12 jam" in text
    assert "✅ Seluruh sisa jamnya" in text


async def test_without_a_placement_the_next_step_is_named(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    await world.case(siti, cast.officer, None)
    await world.phone(cast.officer).writes("/rencana siti")

    assert "/penempatan K-02" in (await world.last(cast.officer)).text


async def test_a_draft_shows_what_is_missing_and_the_plan_as_it_would_be(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    case = await world.case(siti, cast.officer, cast.site, total_hours=12, prosecutor_id=None)
    assert case.state is CaseState.DRAFT
    before = await state(world)
    await world.phone(cast.officer).writes("/rencana siti")

    lines = (await world.last(cast.officer)).text.splitlines()
    assert "Yang kurang: jaksa." in lines[1]
    assert lines[2] == "4 jadwal, Kam 23 Apr – Kam 21 Mei: 12 jam"
    assert lines[-1] == "✅ Seluruh sisa jamnya mendapat jadwal."
    assert await state(world) == before


@pytest.mark.parametrize("hours", [12, None], ids=["without a placement", "without hours either"])
async def test_a_draft_without_a_placement_names_both_steps(
    world: World, cast: Cast, hours: int | None
) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    await world.case(
        siti, cast.officer, None, total_hours=hours, ends_on=None, starts_on=None, prosecutor_id=None
    )
    await world.phone(cast.officer).writes("/rencana siti")

    text = (await world.last(cast.officer)).text
    assert "jaksa" in text
    assert "⚠️ Belum ada penempatan. Langkah: lengkapi dulu yang kurang, lalu /penempatan K-02" in text


async def test_several_clients_are_offered_and_a_child_is_a_code(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-01", Role.CLIENT, name="Budi Rahasia", child=True)
    await world.case(child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE)
    await world.phone(cast.officer).writes("/rencana budi")
    assert [one.label for one in (await world.last(cast.officer)).buttons] == ["A-01", "Budi (contoh)"]
    await world.phone(cast.officer).taps("A-01")

    letter = await world.last(cast.officer)
    assert ("A-01" in letter.text, "Rahasia" in letter.text) == (True, False)


@pytest.mark.parametrize(
    ("text", "key"), [("/rencana", "client-ask-for-command"), ("/rencana Z", "client-not-found")]
)
async def test_nobody_found_says_how_to_go_on(world: World, cast: Cast, text: str, key: str) -> None:
    await world.phone(cast.officer).writes(text)

    assert (await world.last(cast.officer)).key == key
