"""Reminders: as often as was chosen, each once, and none of what is done, moved, stopped or excused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from bot.domain.cases import CaseState, Interval, Programme
from bot.domain.people import Role
from bot.lifecycle import change_state
from bot.reminding import look_again
from bot.storage.models import Case, Office, Person, Report
from bot.storage.post import OutboxState
from tests.conversations.conftest import Cast
from tests.conversations.test_moves import TO_FRIDAY, asks
from tests.conversations.test_reporting import reporting, reports
from tests.harness import World, at


async def reminders_of(world: World, person: Person) -> list[str]:
    return [one for one in await world.keys(person) if "reminder-" in one or one == "report-reminder"]


async def wants(world: World, cast: Cast, **columns: str) -> None:
    """The office chooses other times."""
    async with world.database.transaction() as session:
        office = await session.get_one(Office, cast.office.id)
        for name, value in columns.items():
            setattr(office, name, value)
        await look_again(session, office, world.clock.now())


async def test_the_reminder_job_three_times_is_one_message(world: World, cast: Cast) -> None:
    world.clock.moment = at(22, 18)
    for _ in range(3):
        await world.house.rounds.tick()
    await world.carry()
    assert await reminders_of(world, cast.budi) == ["reminder-day"]


async def test_what_is_due_exactly_now_fires_and_not_a_second_before(world: World, cast: Cast) -> None:
    await world.passes(at(22, 18) - timedelta(seconds=1))
    assert await reminders_of(world, cast.budi) == []
    world.clock.moment = at(22, 18)
    await world.house.rounds.tick()
    await world.carry()
    assert await reminders_of(world, cast.budi) == ["reminder-day"]


async def test_work_begun_a_minute_ago_is_not_reminded(world: World, cast: Cast) -> None:
    await world.passes(at(23, 6, 59))
    await world.phone(cast.budi).sends_location()
    await world.passes(at(23, 7))
    assert await reminders_of(world, cast.budi) == ["reminder-day"]


async def test_a_report_given_a_minute_ago_is_not_reminded(world: World, cast: Cast) -> None:
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await reporting(world, cast, tono)
    await world.passes(at(22, 17, 59))
    await reports(world, tono)
    await world.passes(at(22, 19))
    assert await reminders_of(world, tono) == []


async def test_a_case_stopped_a_minute_ago_is_not_reminded(world: World, cast: Cast) -> None:
    await world.passes(at(22, 17, 59))
    await world.phone(cast.officer).taps_id(f"suspend:{cast.case.id}")
    await world.phone(cast.officer).writes("Menunggu putusan banding")
    await world.passes(at(23, 12))
    assert await reminders_of(world, cast.budi) == []


async def test_who_stops_between_due_and_sending_hears_nothing(world: World, cast: Cast) -> None:
    world.clock.moment = at(22, 18)
    await world.house.rounds.tick()
    async with world.database.transaction() as session:
        case = await session.get_one(Case, cast.case.id)
        stop = change_state(
            session, case, CaseState.SUSPENDED, actor=cast.officer, reason="-", now=at(22, 18)
        )
        await stop
    await world.carry()
    rows = [one for one in await world.outbox() if one.content["key"] == "reminder-day"]
    assert [(one.state, one.problem) for one in rows] == [(OutboxState.DROPPED, "no_longer_applies")]


@pytest.mark.parametrize(
    ("zone", "offset"), [("Asia/Jakarta", 7), ("Asia/Makassar", 8), ("Asia/Jayapura", 9)]
)
async def test_nine_o_clock_is_nine_at_the_site(world: World, cast: Cast, zone: str, offset: int) -> None:
    await wants(world, cast, reminders="H-1 09.00")
    async with world.database.transaction() as session:
        site = await session.get_one(type(cast.site), cast.site.id)
        site.zone = zone
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(sari, cast.officer, cast.site)
    nine = datetime(2026, 4, 22, 9 - offset, tzinfo=UTC)
    await world.passes(nine - timedelta(minutes=1))
    assert await reminders_of(world, sari) == []
    await world.passes(nine)
    assert await reminders_of(world, sari) == ["reminder-day"]


async def test_on_lebaran_nobody_is_reminded_and_a_report_is_due_later(world: World, cast: Cast) -> None:
    world.clock.moment = at(16, 12, month=3)
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(sari, cast.officer, cast.site, weekdays="6")
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    lebaran = date(2026, 3, 21)
    await reporting(world, cast, tono, report_every=Interval.WEEK, first_report_on=lebaran)
    await world.passes(at(21, 23, month=3))

    assert await reminders_of(world, sari) == await reminders_of(world, tono) == []
    assert "miss-question" not in await world.keys(sari)
    async with world.database.reading() as session:
        first = (await session.exec(select(Report).where(Report.client_id == tono.id))).first()
    assert first is not None
    assert (first.shifted_from, first.due_on > lebaran) == (lebaran, True)


async def test_several_reminders_say_less_each_time(world: World, cast: Cast) -> None:
    await wants(world, cast, reminders="H-2 18.00, H-1 12.00, H-1 18.00, 1 jam")
    await world.passes(at(23, 7, 30))
    first, second, third, last = await reminders_of(world, cast.budi)
    assert (first, second, third, last) == (
        "reminder-early",
        "reminder-day-again",
        "reminder-day-again",
        "reminder-hour",
    )


async def test_a_moved_session_is_reminded_again_with_its_new_date(world: World, cast: Cast) -> None:
    await world.passes(at(22, 18))
    assert "Kam 23 Apr" in (await world.last(cast.budi)).text
    await asks(world, cast.budi)
    await world.phone(cast.officer).taps(TO_FRIDAY)
    await world.passes(at(23, 18))
    told = await world.last(cast.budi)
    assert told.key == "reminder-day"
    assert "besok ada tugas: Jum 24 Apr pukul 08.00 WITA" in told.text


async def test_an_excused_client_is_not_reminded(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("izinkan K-01 23/04/2026 sakit")
    await world.passes(at(23, 12))
    assert await reminders_of(world, cast.budi) == []


async def test_a_report_is_reminded_once_more_on_its_day(world: World, cast: Cast) -> None:
    await wants(world, cast, report_reminders="H-1 18.00, H 16.00")
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await reporting(world, cast, tono)
    await world.passes(at(23, 20))
    assert await reminders_of(world, tono) == ["report-reminder", "report-reminder-again"]
    assert "masih ditunggu" in (await world.last(tono)).text


async def test_a_client_chooses_to_be_reminded_earlier(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/pengingat")
    shown = await world.last(cast.budi)
    assert "sehari sebelumnya pukul 18.00" in shown.text
    assert "1 jam sebelumnya" in shown.text
    await world.phone(cast.budi).taps("⏪ Lebih awal")
    assert "2 hari sebelumnya pukul 18.00" in (await world.last(cast.budi)).text

    await world.passes(at(21, 18))
    assert (await world.last(cast.budi)).key == "reminder-early"
    await world.passes(at(22, 19))
    await world.passes(at(23, 6))
    assert await reminders_of(world, cast.budi) == ["reminder-early", "reminder-day-again", "reminder-hour"]


async def test_his_officer_chooses_for_him_and_his_card_says_so(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("pengingat K-01")
    assert (await world.last(cast.officer)).text.splitlines()[
        0
    ] == "⏰ Pengingat seorang klien: Budi (contoh)."
    await world.phone(cast.officer).taps("🔁 Lebih sering")
    assert "3 jam sebelumnya" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).writes("klien K-01")
    assert "⏰ Pengingat: lebih sering dari biasa" in (await world.last(cast.officer)).text
    await world.passes(at(23, 7, 30))
    assert await reminders_of(world, cast.budi) == ["reminder-day", "reminder-hour", "reminder-hour"]


async def test_a_guardian_is_reminded_once_also_where_only_the_last_hour_is(world: World, cast: Cast) -> None:
    await wants(world, cast, reminders="2 jam, 1 jam")
    child = await world.person(cast.office, "A-08", Role.CLIENT, child=True, enrolled=False)
    wali = await world.person(cast.office, "W-08", Role.GUARDIAN)
    await world.case(
        child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE, guardian_id=wali.id, total_hours=30
    )
    await world.passes(at(23, 7, 30))
    told = [one for one in await world.letters(wali) if "reminder" in one.key]
    assert [one.key for one in told] == ["guardian-reminder-today"]
    assert told[0].text.startswith("Bapak/Ibu Wali, hari ini ada tugas")
