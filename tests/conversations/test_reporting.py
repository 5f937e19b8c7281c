"""Who only reports reads nothing of work, and hears what comes next."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from sqlmodel import col, select

from bot.domain.calendar import DayKind
from bot.domain.cases import Interval, Programme
from bot.domain.people import Role
from bot.domain.reports import ReportState
from bot.lifecycle import correct_case
from bot.planning import plan_all_again
from bot.registry import place
from bot.storage.models import CalendarDay, Case, Person, Placement, Report
from tests.conversations.conftest import Cast
from tests.harness import World, at


@pytest.fixture
async def tono(world: World, cast: Cast) -> Person:
    """Reports every month, for the first time on Thursday the 23rd."""
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await reporting(world, cast, tono)
    return tono


async def reporting(world: World, cast: Cast, person: Person, **more: Any) -> Case:
    rhythm: dict[str, Any] = {"report_every": Interval.MONTH, "first_report_on": date(2026, 4, 23)} | more
    return await world.case(
        person,
        cast.officer,
        None,
        total_hours=None,
        daily_hours=None,
        programme=Programme.INTEGRATION,
        **rhythm,
    )


async def reports(world: World, person: Person, *, address: str = "tidak", talk: str = "tidak") -> None:
    await world.phone(person).writes("lapor")
    for answer in ("sehat", "bengkel", "baik", "tidak ada", "terus bekerja", address, talk):
        await world.phone(person).writes(answer)


async def all_reports(world: World, person: Person) -> list[Report]:
    async with world.database.reading() as session:
        query = select(Report).where(Report.client_id == person.id).order_by(col(Report.due_on))
        return list((await session.exec(query)).all())


async def first_report(world: World, person: Person) -> Report:
    return (await all_reports(world, person))[0]


@pytest.mark.parametrize("said", ["/mulai", "/selesai", "location", "photo"])
async def test_work_is_not_asked_of_who_only_reports(world: World, tono: Person, said: str) -> None:
    match said:
        case "location":
            await world.phone(tono).sends_location()
        case "photo":
            await world.phone(tono).sends_photo()
        case _:
            await world.phone(tono).writes(said)

    assert await world.keys(tono) == ["report-instead"]
    assert "📝" in (await world.last(tono)).text


async def test_his_help_and_welcome_speak_of_his_key(world: World, tono: Person) -> None:
    for said in ("/start", "bantuan"):
        await world.phone(tono).writes(said)
        text = (await world.last(tono)).text
        assert "📝" in text
        assert "📍" not in text


async def test_his_hours_are_the_day_of_his_report(world: World, tono: Person) -> None:
    await world.phone(tono).writes("jam")
    answer = await world.last(tono)
    assert answer.key == "reports-heading"
    assert "Lapor diri berikutnya: Kamis, 23 April 2026" in answer.text
    assert "menit" not in answer.text
    world.clock.moment = at(24, 9)
    await world.passes(at(24, 9))
    await world.phone(tono).writes("jam")

    assert "Lapor diri yang ditunggu: Kamis, 23 April 2026" in (await world.last(tono)).text


async def test_after_a_report_the_next_one_is_named(world: World, tono: Person) -> None:
    world.clock.moment = at(22, 18)
    await reports(world, tono)
    receipt = (await world.last(tono)).text
    await world.phone(tono).writes("lapor")

    answer = await world.last(tono)
    assert answer.key == "report-already"
    assert answer.text.startswith("Lapor diri Kam 23 Apr sudah diterima, No. ")
    assert "Berikutnya: Sabtu, 23 Mei 2026" in answer.text
    assert receipt.split("No. ")[1].split(".")[0] in answer.text


async def test_who_also_works_keeps_the_keys_for_work(world: World, cast: Cast, tono: Person) -> None:
    siti = await world.person(cast.office, "K-10", Role.CLIENT)
    case = await reporting(world, cast, siti)
    async with world.database.transaction() as session:
        placement = Placement(
            office_id=cast.office.id,
            code="P-10",
            case_id=case.id,
            site_id=cast.site.id,
            weekdays="4",
            starts=time(8),
            ends=time(11),
            from_on=date(2026, 3, 2),
            until_on=date(2026, 8, 30),
        )
        await place(session, case, placement, now=world.clock.now())
    await world.phone(siti).writes("/mulai")

    assert (await world.last(siti)).key == "ask-location-start"


@pytest.mark.parametrize("words", ["tidak ada", "tdk", "Tidak, pak", "belum", "enggak", "tidak berubah"])
async def test_a_typed_no_is_no_and_its_words_are_kept(
    world: World, cast: Cast, tono: Person, words: str
) -> None:
    world.clock.moment = at(22, 18)
    await reports(world, tono, address=words, talk=words)

    report = await first_report(world, tono)
    assert (report.state, report.concerns) == (ReportState.DONE, [])
    assert (report.answers["address_words"], report.answers["talk_words"]) == (words, words)
    assert await world.keys(cast.officer) == []


async def test_a_typed_yes_reaches_the_officer_with_its_words_on_the_card(
    world: World, cast: Cast, tono: Person
) -> None:
    world.clock.moment = at(22, 18)
    await reports(world, tono, address="ya, pindah ke Maros")

    assert await world.keys(cast.officer) == ["report-concern-address"]
    await world.phone(cast.officer).writes("/klien K-09")
    assert "Alamat atau nomor: ya, pindah ke Maros" in (await world.last(cast.officer)).text


async def test_words_that_say_neither_are_kept_and_the_question_comes_again(
    world: World, tono: Person
) -> None:
    world.clock.moment = at(22, 18)
    await reports(world, tono, address="Jalan Veteran 5", talk="sekarang")
    asked = await world.last(tono)
    assert asked.key == "report-ask-address"
    assert "pilih Ya atau Tidak" in asked.text
    assert "(6 dari 7)" in asked.text
    await world.phone(tono).taps("Ya")
    await world.phone(tono).writes("tidak")

    report = await first_report(world, tono)
    assert report.concerns == ["address"]
    assert report.answers["address_words"] == "Jalan Veteran 5\nsekarang"


@pytest.mark.parametrize("day", [21, 28], ids=["early", "late"])
async def test_what_a_report_says_is_told_in_the_week_it_came(
    world: World, cast: Cast, tono: Person, day: int
) -> None:
    await world.passes(at(day, 9))
    await reports(world, tono, address="ya", talk="ya")
    told = await world.last(cast.officer)
    assert [button.label for button in told.buttons] == [tono.name]
    await world.phone(cast.officer).writes("/perlu")

    needs = (await world.last(cast.officer)).text
    assert "alamat atau nomornya berubah (lapor diri Kam 23 Apr)" in needs
    assert "ingin berbicara dengan Anda" in needs
    await world.passes(at(27 if day < 27 else 4, 7, month=4 if day < 27 else 5))
    digest = [letter for letter in await world.letters(cast.officer) if letter.key == "digest-heading"][-1]
    assert "ingin berbicara dengan Anda" in digest.text


async def test_who_reported_early_is_not_shown_as_missing(world: World, cast: Cast) -> None:
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await reporting(world, cast, tono, report_every=Interval.WEEK, first_report_on=date(2026, 4, 22))
    await world.passes(at(27, 12))
    await reports(world, tono)
    assert [one.state for one in await all_reports(world, tono)][:2] == [ReportState.MISSED, ReportState.DONE]
    await world.phone(cast.officer).writes("/perlu")

    assert tono.name not in (await world.last(cast.officer)).text


async def holiday(world: World, cast: Cast, day: date, name: str) -> None:
    """An operator enters a day into the office's calendar."""
    async with world.database.transaction() as session:
        session.add(CalendarDay(office_id=cast.office.id, day=day, kind=DayKind.NATIONAL, name=name))
        await plan_all_again(session, cast.office.id, now=world.clock.now())


async def changed(world: World, case: Case, **fields: Any) -> None:
    async with world.database.transaction() as session:
        row = await session.get_one(Case, case.id)
        for name, value in fields.items():
            setattr(row, name, value)
        await correct_case(session, row, actor_id=None, now=world.clock.now())


async def due_days(world: World, person: Person) -> list[tuple[date, date | None]]:
    waiting = [one for one in await all_reports(world, person) if one.state is ReportState.DUE]
    return [(one.due_on, one.shifted_from) for one in waiting]


async def test_a_holiday_that_is_entered_later_moves_the_day_and_whoever_was_reminded_hears_so(
    world: World, cast: Cast, tono: Person
) -> None:
    await world.passes(at(22, 19))
    assert await world.keys(tono) == ["report-reminder"]
    await holiday(world, cast, date(2026, 4, 23), "Hari Jadi")
    await world.passes(at(22, 20))
    told = await world.last(tono)

    assert told.key == "report-moved"
    assert "Jumat, 24 April 2026" in told.text
    assert "Biasanya Kamis, 23 April 2026, tetapi hari itu libur." in told.text
    await world.passes(at(24, 12))
    assert (await world.keys(tono))[2:] == ["report-reminder"]


CHANGES = [
    pytest.param({"report_every": Interval.WEEK}, [(4, 23), (4, 30), (5, 7)], id="interval"),
    pytest.param({"first_report_on": date(2026, 4, 28)}, [(4, 28), (5, 29), (6, 28)], id="first day"),
    pytest.param({"ends_on": date(2026, 5, 10)}, [(4, 23)], id="period"),
    pytest.param({"report_grace_days": 2}, [(4, 23), (5, 23), (6, 23)], id="grace"),
]


@pytest.mark.parametrize(("fields", "expected"), CHANGES)
async def test_the_report_days_to_come_follow_a_change_of_the_case(
    world: World, cast: Cast, fields: dict[str, Any], expected: list[tuple[int, int]]
) -> None:
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    case = await reporting(world, cast, tono)
    for _ in range(2):
        await changed(world, case, **fields)
    days = [day for day, _ in await due_days(world, tono)]

    assert days[:3] == [date(2026, month, day) for month, day in expected]
    assert len(days) == len(set(days))
    assert (await world.keys(tono)) == []
    grace = fields.get("report_grace_days", 0)
    first = await first_report(world, tono)
    assert first.closes_at == at(first.due_on.day + grace + 1, 0)


async def test_whoever_was_reminded_of_a_day_that_falls_away_hears_so(
    world: World, cast: Cast, tono: Person
) -> None:
    siti = await world.person(cast.office, "K-10", Role.CLIENT)
    case = await reporting(world, cast, siti, report_every=Interval.WEEK)
    await world.passes(at(29, 19))
    assert (await world.keys(siti))[-1] == "report-reminder"
    await changed(world, case, report_every=Interval.MONTH)
    await world.passes(at(2, 12, month=5))

    assert (await world.keys(siti))[-1] == "report-moved"
    assert "Sabtu, 23 Mei 2026" in (await world.last(siti)).text
    await changed(world, case, ends_on=date(2026, 5, 20))
    await world.passes(at(2, 13, month=5))
    assert (await world.keys(siti))[-1] == "report-dropped"
    await world.phone(siti).writes("lapor")
    assert (await world.last(siti)).key == "report-ask-condition"


async def test_a_report_that_was_begun_stays_on_its_day(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-10", Role.CLIENT)
    case = await reporting(world, cast, siti)
    world.clock.moment = at(22, 18)
    await world.phone(siti).writes("lapor")
    await world.phone(siti).writes("sehat")
    await changed(world, case, first_report_on=date(2026, 4, 28))

    assert [day for day, _ in await due_days(world, siti)][:2] == [date(2026, 4, 23), date(2026, 5, 29)]


async def test_a_report_of_another_day_names_it(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-10", Role.CLIENT)
    await reporting(world, cast, siti, report_every=Interval.WEEK)
    await world.passes(at(29, 12))
    await world.phone(siti).writes("lapor")
    assert "Ini untuk Kamis, 30 April 2026." in (await world.last(siti)).text
    await reports(world, siti)
    await world.phone(siti).writes("lapor")

    assert "Ini untuk Kamis, 23 April 2026." in (await world.last(siti)).text
    world.clock.moment = at(7, 9, month=5)
    await world.phone(siti).writes("lapor")
    assert "Ini untuk" not in (await world.last(siti)).text


async def test_a_report_begun_before_midnight_and_ended_after_it_is_in_time(
    world: World, tono: Person
) -> None:
    await world.passes(at(23, 23, 50))
    await world.phone(tono).writes("lapor")
    for answer in ("sehat", "bengkel", "baik"):
        await world.phone(tono).writes(answer)
    await world.passes(at(24, 0, 2))
    for answer in ("tidak ada", "terus bekerja", "tidak", "tidak"):
        await world.phone(tono).writes(answer)
    await world.passes(at(24, 13))

    assert (await first_report(world, tono)).state is ReportState.DONE
    assert "report-missed" not in await world.keys(tono)
    assert "terlambat" not in (await world.last(tono)).text


async def test_a_report_that_was_begun_and_left_is_asked_about_half_a_day_later(
    world: World, tono: Person
) -> None:
    await world.passes(at(23, 23, 50))
    await world.phone(tono).writes("lapor")
    await world.phone(tono).writes("sehat")
    await world.passes(at(24, 11, 49))
    assert "report-missed" not in await world.keys(tono)
    await world.passes(at(24, 11, 50))

    assert (await world.last(tono)).key == "report-missed"
    await reports(world, tono)
    assert (await first_report(world, tono)).state is ReportState.LATE


async def test_who_cannot_be_reached_misses_no_report_and_can_still_give_it(
    world: World, cast: Cast, tono: Person
) -> None:
    await world.hears(**{"from": tono.code}, kind="blocked")
    await world.passes(at(24, 9))
    assert (await first_report(world, tono)).state is ReportState.UNREACHED
    await world.phone(cast.officer).writes("/perlu")
    assert "tak terjangkau, jadi lapor diri Kam 23 Apr" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).writes("/klien K-09")
    assert "Lapor diri Kam 23 Apr: tak terjangkau" in (await world.last(cast.officer)).text

    await world.hears(**{"from": tono.code}, kind="unblocked")
    await reports(world, tono)
    assert (await first_report(world, tono)).state is ReportState.LATE
    assert "report-missed" not in await world.keys(tono)


@pytest.mark.parametrize("child", [False, True], ids=["grown-up", "child"])
async def test_words_that_should_be_read_soon_are_pointed_at_and_never_quoted(
    world: World, cast: Cast, child: bool
) -> None:
    siti = await world.person(cast.office, "K-10", Role.CLIENT, name="Siti Rahasia", child=child)
    await reporting(world, cast, siti)
    world.clock.moment = at(22, 18)
    await world.phone(siti).writes("lapor")
    for answer in ("sehat", "sekolah", "saya takut pada paman", "tidak ada", "terus", "tidak", "tidak"):
        await world.phone(siti).writes(answer)
    assert await world.keys(cast.officer) == []
    await world.phone(cast.officer).writes("/perlu")

    needs = (await world.last(cast.officer)).text
    assert f"Jawaban lapor diri {siti.shown} (Kam 23 Apr) perlu dibaca." in needs
    assert "takut" not in needs
    assert ("Rahasia" in needs) is not child
    await world.phone(cast.officer).writes("/klien K-10")
    assert "saya takut pada paman" in (await world.last(cast.officer)).text
