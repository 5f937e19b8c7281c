"""`/izinkan`: whole days excused; work and reports find other days, and a slip can be taken back."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from bot.domain.checkins import SessionState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.domain.reports import ReportState
from bot.storage.models import ExcusedSpan, Person
from tests.conversations.conftest import Cast
from tests.conversations.test_outcomes import missed, of_day
from tests.conversations.test_reporting import all_reports, first_report, reporting
from tests.harness import World, at

UNDO = "↩️ Batalkan izin"


@pytest.fixture
async def tono(world: World, cast: Cast) -> Person:
    """Reports every month, for the first time on Thursday the 23rd."""
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await reporting(world, cast, tono)
    return tono


async def test_a_report_on_an_excused_day_is_due_after_it_and_everybody_is_told_why(
    world: World, cast: Cast, tono: Person
) -> None:
    await world.phone(cast.officer).writes("/izinkan K-09 20/04 28/04 rawat inap")
    done, told = (await world.last(cast.officer)).text, (await world.last(tono)).text

    assert "Lapor diri Kam 23 Apr pindah ke Rabu, 29 April 2026." in done
    assert "jadwal" not in done
    assert "pengawas" not in done
    assert "Lapor diri Kam 23 Apr pindah ke Rabu, 29 April 2026." in told
    await world.passes(at(28, 19))
    assert await world.keys(tono) == ["excused-told-client", "report-reminder"]
    assert "Biasanya Kamis, 23 April 2026, tetapi hari itu diizinkan PK." in (await world.last(tono)).text


@pytest.mark.parametrize("last", ["24/04", "30/04"], ids=["over", "still excused"])
async def test_a_report_that_was_missed_is_excused_too(
    world: World, cast: Cast, tono: Person, last: str
) -> None:
    await world.passes(at(27, 9))
    assert (await first_report(world, tono)).state is ReportState.MISSED
    await world.phone(cast.officer).writes(f"/izinkan K-09 20/04 {last} rawat inap")
    await world.phone(cast.officer).writes("/perlu")
    report = await first_report(world, tono)

    assert tono.name not in (await world.last(cast.officer)).text
    if last == "24/04":
        assert (report.state, report.due_on) == (ReportState.DROPPED, date(2026, 4, 23))
    else:
        # 1 May is a holiday, 2 May a Saturday on which nothing stands against it.
        assert (report.state, report.due_on) == (ReportState.DUE, date(2026, 5, 2))


async def test_who_has_nothing_on_those_days_hears_nothing_that_is_not_true(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/izinkan K-01 20/04 21/04 keluarga")

    assert "Tidak ada jadwal atau lapor diri yang berubah." in (await world.last(cast.officer)).text
    assert await world.keys(cast.supervisor) == []


async def test_an_excuse_can_be_taken_back_and_everything_is_as_before(
    world: World, cast: Cast, tono: Person
) -> None:
    before = await all_reports(world, tono)
    for code in ("K-01", "K-09"):
        await world.phone(cast.officer).writes(f"/izinkan {code} 20/04 28/04 rawat inap")
        await world.passes(world.clock.now())
        await world.phone(cast.officer).taps(UNDO)
        assert (await world.last(cast.officer)).key == "excuse-undone"

    planned = await of_day(world, 23)
    assert (planned.state, planned.outcome) == (SessionState.PLANNED, None)
    assert [one.due_on for one in await all_reports(world, tono)] == [one.due_on for one in before]
    assert (await world.last(cast.supervisor)).key == "excuse-undone-site"
    assert (await world.last(tono)).key == "excuse-undone-client"
    async with world.database.reading() as session:
        assert (await session.exec(select(ExcusedSpan))).all() == []
    await world.passes(at(23, 7, 30))
    assert [key for key in await world.keys(cast.budi) if key.startswith("remind")] == [
        "reminder-day",
        "reminder-hour",
    ]
    assert [key for key in await world.keys(tono) if key.startswith("report")] == ["report-reminder"]


async def test_taken_back_a_miss_is_a_miss_again(world: World, cast: Cast, tono: Person) -> None:
    await missed(world, cast, answer="")
    await world.passes(at(24, 9))
    for code in ("K-01", "K-09"):
        await world.phone(cast.officer).writes(f"/izinkan {code} 20/04 24/04 keluarga")
        await world.phone(cast.officer).taps(UNDO)

    planned = await of_day(world, 23)
    assert (planned.state, planned.outcome) == (SessionState.MISSED, Outcome.UNEXPLAINED)
    report = await first_report(world, tono)
    assert (report.state, report.due_on) == (ReportState.MISSED, date(2026, 4, 23))


async def test_later_an_excuse_stands(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/izinkan K-01 20/04 24/04 rawat inap")
    world.clock.moment = at(20, 12, 11)
    await world.phone(cast.officer).taps(UNDO)

    assert (await world.last(cast.officer)).key == "excuse-undo-too-late"
    assert (await of_day(world, 23)).state is SessionState.CANCELLED


async def test_what_the_officer_said_before_stays_said(world: World, cast: Cast) -> None:
    await missed(world, cast)
    planned = await of_day(world, 23)
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:1")
    await world.phone(cast.officer).writes("/izinkan K-01 20/04 24/04 keluarga")

    assert (await of_day(world, 23)).outcome is Outcome.SICK
