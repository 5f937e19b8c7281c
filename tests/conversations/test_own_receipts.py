"""What a client reads of his own record: `/jam` with its bar, and `/riwayat`."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from bot.domain.cases import Interval, Programme
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.storage.models import WorkSession
from tests.conversations.case_life import works
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def test_hours_are_a_bar_and_a_sentence(world: World, cast: Cast) -> None:
    for day in (23, 30):
        await works(world, cast, day)
    await world.phone(cast.budi).writes("/jam")

    told = (await world.last(cast.budi)).text
    assert "▓░░░░░░░░░ 6 jam dari 42 jam" in told
    assert "Sudah diakui: 6 jam" in told


async def test_the_last_receipts_stand_newest_first_with_who_confirmed(world: World, cast: Cast) -> None:
    await works(world, cast, 23)
    await world.passes(at(30, 23))  # nobody came on Thursday the 30th
    world.clock.moment = at(7, 8, month=5)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).writes("riwayat")

    lines = (await world.last(cast.budi)).text.splitlines()[1:]
    assert [line.partition(": ")[0] for line in lines[:3]] == [
        "⏱ Kam 7 Mei mulai pukul 08.00, Kantor Desa L1",
        "➖ Kam 30 Apr, Kantor Desa L1",
        "✅ Kam 23 Apr pukul 08.00–11.00, Kantor Desa L1",
    ]
    assert f"3 jam diakui, dikonfirmasi {cast.supervisor.name}. No. A" in lines[2]


async def test_what_is_wrong_is_found_from_there(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes("pulang duluan")
    await world.phone(cast.budi).writes("/riwayat")
    await world.phone(cast.budi).taps("✋ Ada yang keliru")
    await world.phone(cast.budi).writes("1")

    assert (await world.last(cast.budi)).key == "contest-ask"


async def test_who_reports_has_receipts_too(world: World, cast: Cast) -> None:
    tono = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.phone(tono).writes("/riwayat")
    assert (await world.last(tono)).key == "receipts-none"
    await world.case(
        tono,
        cast.officer,
        None,
        total_hours=None,
        daily_hours=None,
        programme=Programme.INTEGRATION,
        report_every=Interval.WEEK,
        first_report_on=date(2026, 4, 22),
    )
    await world.passes(at(29, 12))
    await world.phone(tono).writes("/riwayat")

    assert "Lapor diri" in (await world.last(tono)).text
    assert "belum lapor" in (await world.last(tono)).text


@pytest.mark.parametrize(
    ("outcome", "words"),
    [(Outcome.SICK, "tidak hadir, dengan izin"), (Outcome.SYSTEM_FAILURE, "gangguan sistem, tidak dihitung")],
)
async def test_a_day_that_does_not_count_says_why(
    world: World, cast: Cast, outcome: Outcome, words: str
) -> None:
    await world.passes(at(24, 9))
    async with world.database.transaction() as session:
        query = select(WorkSession).where(WorkSession.day == date(2026, 4, 23))
        (await session.exec(query)).one().outcome = outcome
    await world.phone(cast.budi).writes("riwayat")

    assert words in (await world.last(cast.budi)).text
