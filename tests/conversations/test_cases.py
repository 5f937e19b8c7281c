"""A case lives: it waits for what is missing, is corrected, rests, is full, and is closed by people."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot import lifecycle
from bot.domain.cases import CaseState
from bot.domain.checkins import SessionState
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.models import Person, Report, WorkSession
from tests.conversations.case_life import case_of, short_order, works
from tests.conversations.conftest import Cast
from tests.harness import World, at
from tests.lawful import coming


async def test_hours_served_before_hadir_count_and_are_shown_apart(world: World, cast: Cast) -> None:
    await short_order(world, cast, 6)
    await world.phone(cast.budi).writes("/jam")

    text = (await world.last(cast.budi)).text
    assert "Sudah diakui: 36 jam" in text
    assert "sebelum memakai Hadir: 36 jam" in text
    assert "Sisa: 6 jam, dari seluruhnya 42 jam" in text
    async with world.database.reading() as session:
        planned = await coming(session, cast.case, world.clock.now())
    assert [(one.day, one.counted) for one in planned] == [(date(2026, 4, 23), 180), (date(2026, 4, 30), 180)]


async def test_who_has_two_cases_reads_which_is_which(world: World, cast: Cast) -> None:
    await world.case(cast.budi, cast.officer, None, total_hours=24, number="18/2026")
    await world.phone(cast.budi).writes("/jam")

    _, first, second = (await world.last(cast.budi)).text.split("📄 Perkara ")
    assert first.startswith("K-01/2026")
    assert "dari 42 jam" in first
    assert second.startswith("18/2026")
    assert "dari 24 jam" in second


async def test_a_miss_finds_its_hours_another_day(world: World, cast: Cast) -> None:
    await short_order(world, cast, 3)
    await world.passes(at(23, 12, 1))

    async with world.database.reading() as session:
        planned = await coming(session, cast.case, world.clock.now())
    assert [one.day for one in planned] == [date(2026, 4, 30)]


@pytest.mark.parametrize(
    ("reason", "words", "key"),
    [
        pytest.param(0, "+60 16/04/2026 lupa dicatat", "adjust-check-up", id="added"),
        pytest.param(0, "-60 16/04/2026", "adjustment-wrong-direction", id="a reason that only adds"),
        pytest.param(0, "+9999 16/04/2026 x", "adjustment-too-large", id="more than four digits hold"),
        pytest.param(2, "+300 16/04/2026", "adjustment-too-large", id="above the reason's most"),
        pytest.param(0, "+60 01/02/2026", "adjustment-outside-case", id="before the ruling"),
        pytest.param(0, "+60 24/04/2026", "adjustment-in-future", id="a day to come"),
        pytest.param(3, "-60 16/04/2026", "adjustment-day-empty", id="a day that holds nothing"),
        pytest.param(0, "tambah satu jam", "adjust-unreadable", id="cannot be read"),
        pytest.param(0, "+60 lupa dicatat", "adjust-no-day", id="without a day"),
        pytest.param(0, "+1 jam 16-04-2026 lupa dicatat", "adjust-check-up", id="in hours"),
        pytest.param(2, "−60 16/04/2026", "adjustment-day-empty", id="with a phone's minus"),
        pytest.param(0, "60 16/04/2026 lupa", "adjust-which-way", id="without plus or minus"),
        pytest.param(2, "+0 16/04/2026", "adjustment-nothing", id="zero minutes"),
        pytest.param(0, "+60 31/02/2026", "no-such-day", id="no such day"),
    ],
)
async def test_an_officer_corrects_hours_within_bounds(
    world: World, cast: Cast, reason: int, words: str, key: str
) -> None:
    await world.phone(cast.officer).taps_id(f"adjust:{cast.case.id}")
    await world.phone(cast.officer).taps_id(f"adjust-for:{cast.case.id}:{reason}")
    await world.phone(cast.officer).writes(words)

    shown = await world.last(cast.officer)
    assert (shown.key, await corrected(world, cast)) == (key, 0)
    labels = [one.label for one in shown.buttons]
    assert ("Kerja tak tercatat" in labels) is (key == "adjustment-wrong-direction")
    if key == "adjust-check-up":
        assert "Jam Budi (contoh) akan ditambah 1 jam untuk Kam 16 Apr (Kerja tak tercatat)" in shown.text
        assert "Kam 16 Apr: 0 menit → 1 jam\nJumlah diakui: 0 menit → 1 jam" in shown.text
        assert await world.letters(cast.budi) == []
        await world.phone(cast.officer).taps("💾 Simpan")
        assert (await world.last(cast.officer)).key == "adjusted-up"
        assert await corrected(world, cast) == 60


async def corrected(world: World, cast: Cast) -> int:
    async with world.database.reading() as session:
        return (await queries.balance_of(session, cast.case)).adjusted


async def test_a_correction_is_written_again_or_left_before_it_counts(world: World, cast: Cast) -> None:
    phone = world.phone(cast.officer)
    await phone.taps_id(f"adjust-for:{cast.case.id}:0")
    await phone.writes("+90 16/04/2026 lupa dicatat")
    await phone.writes("+60 16/04/2026 lupa dicatat")
    await phone.writes("ya")
    assert await corrected(world, cast) == 60
    await phone.taps_id(f"adjust-for:{cast.case.id}:0")
    await phone.writes("+60 15/04/2026 lupa dicatat")
    await phone.writes("batal")
    await phone.taps_id(f"adjust-yes:{cast.case.id}")
    assert ((await world.last(cast.officer)).key, await corrected(world, cast)) == ("choice-unknown", 60)


async def test_a_day_takes_no_more_corrections_than_it_holds(world: World, cast: Cast) -> None:
    await works(world, cast, 23)

    async def corrects(reason: int, words: str) -> str:
        await world.phone(cast.officer).taps_id(f"adjust-for:{cast.case.id}:{reason}")
        await world.phone(cast.officer).writes(words)
        if (await world.last(cast.officer)).key.startswith("adjust-check"):
            await world.phone(cast.officer).taps("💾 Simpan")
        return (await world.last(cast.officer)).text

    assert "baru 3 jam yang diakui" in await corrects(3, "-181 23/04/2026")
    assert "paling banyak bisa ditambah 5 jam" in await corrects(0, "+301 23/04/2026")
    assert "ditambah 5 jam" in await corrects(0, "+300 23/04/2026")
    assert "Hari itu sudah penuh: 8 jam" in await corrects(0, "+60 23/04/2026")
    assert "belum ada jam yang diakui" in await corrects(3, "-60 22/04/2026")
    assert (await world.keys(cast.budi))[-1] == "adjusted-up-client"  # only what was done is told
    assert (await world.keys(cast.budi)).count("adjusted-up-client") == 1


@pytest.mark.parametrize(
    ("hours_left", "until", "cause"),
    [
        pytest.param(30, 17, "1 jam, karena batas jam sehari sudah penuh", id="the day was full"),
        pytest.param(3, 12, "1 jam, karena jam putusan sudah penuh", id="the order was full"),
        pytest.param(3, 17, "6 jam, karena batas jam sehari dan jam putusan sudah penuh", id="both were"),
    ],
)
async def test_surplus_is_told_with_its_cause(
    world: World, cast: Cast, hours_left: int, until: int, cause: str
) -> None:
    await short_order(world, cast, hours_left)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, until)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")

    assert cause.split(", ")[1] in (await world.last(cast.budi)).text
    await world.phone(cast.budi).writes("/jam")
    assert f"Kelebihan jam: {cause}" in (await world.last(cast.budi)).text
    await world.phone(cast.officer).writes("/klien budi")
    assert f"Kelebihan jam: {cause}" in (await world.last(cast.officer)).text


async def test_what_a_correction_takes_off_and_surplus_fills_again_is_said(world: World, cast: Cast) -> None:
    await short_order(world, cast, 3)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 12)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.phone(cast.officer).taps_id(f"adjust-for:{cast.case.id}:2")
    await world.phone(cast.officer).writes("-30 23/04/2026 pulang lebih awal")
    await world.phone(cast.officer).taps("💾 Simpan")

    for person in (cast.officer, cast.budi):
        text = (await world.last(person)).text
        assert "30 menit terisi lagi oleh kelebihan jam" in text
        assert "Diakui sekarang: 42 jam" in text


async def test_a_suspended_case_rests_and_goes_on(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).taps_id(f"suspend:{cast.case.id}")
    await world.phone(cast.officer).writes("dirawat di rumah sakit")
    assert (await world.last(cast.budi)).key == "case-suspended-client"
    await world.passes(at(24, 12))
    assert (await world.keys(cast.budi))[1:] == []
    await world.phone(cast.officer).taps_id(f"resume:{cast.case.id}")
    await world.phone(cast.officer).writes("sudah sembuh")
    assert (await world.last(cast.budi)).key == "case-resumed-client"

    assert (await case_of(world, cast)).state is CaseState.ACTIVE
    async with world.database.reading() as session:
        rows = (await session.exec(select(WorkSession).where(WorkSession.day == date(2026, 4, 23)))).all()
        planned = await coming(session, cast.case, world.clock.now())
    assert [one.state for one in rows] == [SessionState.CANCELLED]
    assert planned[0].day == date(2026, 4, 30)


@pytest.mark.parametrize("rested", [True, False], ids=["rested", "ran"])
async def test_a_longer_order_goes_on_as_it_did_before_its_last_day(
    world: World, cast: Cast, *, rested: bool
) -> None:
    if rested:
        await world.phone(cast.officer).taps_id(f"suspend:{cast.case.id}")
        await world.phone(cast.officer).writes("dirawat di rumah sakit")
    last = (await case_of(world, cast)).ends_on
    assert last is not None
    await world.passes(at(31, 12, month=last.month))
    assert (await case_of(world, cast)).state is CaseState.AWAITING_CLOSING
    async with world.database.transaction() as session:
        case = await queries.locked_case(session, cast.office.id, cast.case.id)
        assert case is not None
        case.ends_on = last + timedelta(days=2)  # the most that six months allow
        await lifecycle.correct_case(session, case, actor_id=cast.officer.id, now=world.clock.now())
    await world.passes(at(31, 12, 10, month=last.month))

    after = await case_of(world, cast)
    assert after.state is (CaseState.SUSPENDED if rested else CaseState.ACTIVE)


async def test_what_is_missing_keeps_a_case_a_draft_and_is_named(world: World, cast: Cast) -> None:
    client = await world.person(cast.office, "K-09", Role.CLIENT)
    case = await world.case(client, cast.officer, cast.site, prosecutor_id=None, court="")
    assert case.state is CaseState.DRAFT
    await world.phone(cast.officer).writes("/klien K-09")
    assert "Yang kurang: pengadilan atau lembaga pengirim, jaksa" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).writes("/perlu")
    assert "Yang kurang: pengadilan atau lembaga pengirim, jaksa" in (await world.last(cast.officer)).text
    async with world.database.transaction() as session:
        row = await queries.locked_case(session, cast.office.id, case.id)
        prosecutor = (await session.exec(select(Person).where(Person.role == Role.PROSECUTOR))).first()
        assert row is not None
        assert prosecutor is not None
        row.court, row.prosecutor_id = "PN (contoh)", prosecutor.id
        await lifecycle.correct_case(session, row, actor_id=cast.officer.id, now=world.clock.now())

    assert row.state is CaseState.ACTIVE
    async with world.database.reading() as session:
        assert len(await coming(session, case, world.clock.now())) > 10


async def test_a_report_day_on_a_holiday_is_shifted_and_explained(world: World, cast: Cast) -> None:
    from bot.domain.cases import Interval, Programme

    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await world.case(
        tono,
        cast.officer,
        None,
        total_hours=None,
        daily_hours=None,
        programme=Programme.INTEGRATION,
        report_every=Interval.WEEK,
        first_report_on=date(2026, 5, 27),  # Iduladha; joint leave on the day after
    )
    await world.passes(at(28, 18, month=5))

    reminder = await world.last(tono)
    assert "Jumat, 29 Mei 2026" in reminder.text
    assert "Biasanya Rabu, 27 Mei 2026, tetapi hari itu libur." in reminder.text


async def test_a_day_that_is_only_expected_to_be_a_holiday_says_so(world: World, cast: Cast) -> None:
    from bot.domain.cases import Interval, Programme

    world.clock.moment = datetime(2027, 3, 1, 4, tzinfo=UTC)
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await world.case(
        tono,
        cast.officer,
        None,
        total_hours=None,
        daily_hours=None,
        programme=Programme.INTEGRATION,
        report_every=Interval.MONTH,
        first_report_on=date(2027, 3, 10),  # Idulfitri as far as anybody can tell
        ends_on=date(2027, 6, 1),
    )
    await world.passes(datetime(2027, 3, 12, 11, tzinfo=UTC))

    reminder = await world.last(tono)
    assert reminder.key == "report-reminder"
    assert "Biasanya Rabu, 10 Maret 2027, tetapi hari itu menurut perkiraan libur." in reminder.text


async def test_a_weekly_reporter_never_runs_out_of_report_days(world: World) -> None:
    from bot.domain.cases import Interval, Programme

    office = await world.office()
    officer = await world.person(office, "PK-01", Role.OFFICER)
    tono = await world.person(office, "K-09", Role.CLIENT, enrolled=False)
    case = await world.case(
        tono,
        officer,
        None,
        total_hours=None,
        daily_hours=None,
        programme=Programme.INTEGRATION,
        report_every=Interval.MONTH,
        first_report_on=date(2026, 4, 30),
        ends_on=date(2028, 4, 30),
    )
    await world.passes(at(1, 12, month=12))

    async with world.database.reading() as session:
        days = (await session.exec(select(col(Report.due_on)).where(Report.case_id == case.id))).all()
    assert max(days) >= date(2027, 2, 28)


async def test_a_duty_without_hours_has_none_to_correct(world: World, cast: Cast) -> None:
    from bot.domain.cases import Programme

    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    case = await world.case(
        tono, cast.officer, None, total_hours=None, daily_hours=None, programme=Programme.INTEGRATION
    )
    await world.phone(cast.officer).writes("/klien K-09")
    assert "✏️ Koreksi jam" not in [one.label for one in (await world.last(cast.officer)).buttons]
    await world.phone(cast.officer).taps_id(f"adjust:{case.id}")

    assert (await world.last(cast.officer)).key == "adjust-no-hours"
