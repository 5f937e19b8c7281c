"""What the clock does: reminds, asks, gives up asking, and sends the week on Monday."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.channel import Retry
from bot.domain.checkins import SessionState
from bot.domain.people import Role
from bot.storage.models import Case, Digest, WorkSession
from bot.storage.post import OutboxState
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def test_a_reminder_comes_on_the_eve_and_an_hour_before_each_once(world: World, cast: Cast) -> None:
    await world.passes(at(22, 18))
    assert await world.keys(cast.budi) == ["reminder-day"]
    assert "besok ada tugas: Kam 23 Apr pukul 08.00 WITA" in (await world.last(cast.budi)).text
    await world.passes(at(23, 7))
    await world.house.rounds.tick()
    await world.house.rounds.tick()
    await world.carry()

    assert await world.keys(cast.budi) == ["reminder-day", "reminder-hour"]


async def test_two_ticks_at_once_remind_once(world: World, cast: Cast) -> None:
    world.clock.moment = at(22, 18)
    twin = await world.reborn(at(22, 18))
    await asyncio.gather(*(one.house.rounds.tick() for one in (world, twin, world, twin)))
    await world.carry()

    assert await world.keys(cast.budi) == ["reminder-day"]


async def test_a_reminder_is_dropped_when_work_began_meanwhile(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7)
    await world.house.rounds.tick()
    world.channel.outcomes.append(Retry())
    for courier in world.house.couriers:
        await courier.deliver()
    assert (await world.outbox())[0].state is OutboxState.SENT

    await world.passes(at(29, 18))
    sari_rows = [row for row in await world.outbox() if row.content["key"] == "reminder-day"]
    assert len(sari_rows) == 1


async def test_a_checkin_just_before_sending_stops_the_reminder(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7)
    await world.house.rounds.tick()
    async with world.database.transaction() as session:
        (planned,) = (await session.exec(select(WorkSession).where(WorkSession.starts_at == at(23, 8)))).all()
        planned.state = SessionState.STARTED
    await world.carry()

    (row,) = await world.outbox()
    assert (row.state, row.problem) == (OutboxState.DROPPED, "no_longer_applies")


async def test_a_late_reminder_that_no_longer_helps_is_not_sent(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 30)
    await world.house.rounds.tick()
    await world.carry()

    assert await world.keys(cast.budi) == ["reminder-hour"]


async def test_after_the_grace_the_client_is_asked_and_the_officer_hears_the_answer(
    world: World, cast: Cast
) -> None:
    await world.passes(at(23, 9))
    question = await world.last(cast.budi)
    assert question.key == "miss-question"
    for label in ("📶 Tidak ada sinyal", "🤒 Sakit", "⛔ Ada halangan", "🚧 Lokasi tutup"):
        assert label in question.text or label in [button.label for button in question.buttons]
    await world.phone(cast.budi).taps("🤒 Sakit")

    assert (await world.last(cast.budi)).key == "miss-answer-kept"
    assert "Sakit" in (await world.last(cast.officer)).text


async def test_the_answer_may_be_in_own_words(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).writes("Jembatan putus karena banjir")

    assert "Jembatan putus" in (await world.last(cast.officer)).text


async def test_a_miss_still_waits_for_the_supervisors_word(world: World, cast: Cast) -> None:
    await world.passes(at(23, 12))
    asked = await world.last(cast.supervisor)
    assert asked.key == "miss-ask-supervisor"
    await world.phone(cast.supervisor).taps("✅ Ya, hadir")
    await world.phone(cast.supervisor).taps("✅ Benar")

    assert (await world.last(cast.budi)).key == "result-confirmed"


async def test_a_message_delivered_hours_late_undoes_the_miss(world: World, cast: Cast) -> None:
    await world.passes(at(23, 12))
    world.clock.moment = at(23, 14)
    await world.phone(cast.budi).sends_location(at=at(23, 8, 2))

    async with world.database.reading() as session:
        (planned,) = (await session.exec(select(WorkSession).where(WorkSession.starts_at == at(23, 8)))).all()
    assert planned.state is SessionState.STARTED


async def test_nobody_is_asked_after_a_checkin(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8, 5)
    await world.phone(cast.budi).sends_location()
    await world.passes(at(23, 10))

    assert "miss-question" not in await world.keys(cast.budi)


async def test_the_week_comes_on_monday_at_seven_once(world: World, cast: Cast) -> None:
    await world.passes(at(27, 6, 59))
    assert "digest-heading" not in await world.keys(cast.officer)
    await world.passes(at(27, 7))
    await world.passes(at(27, 9))

    keys = await world.keys(cast.officer)
    assert keys.count("digest-heading") == 1
    assert keys.count("digest-file") == keys.count("digest-attached-report") == 1


async def test_a_restart_across_the_hour_still_sends_it_once(world: World, cast: Cast) -> None:
    await world.passes(at(27, 6, 59))
    later = await world.reborn(at(27, 9, 15))
    await later.house.rounds.tick()
    await later.carry()
    again = await later.reborn(at(27, 9, 30))
    await again.house.rounds.tick()
    await again.carry()

    async with world.database.reading() as session:
        digests = (await session.exec(select(Digest))).all()
    assert [digest.week for digest in digests] == ["2026-W17"]
    assert [row.content["key"] for row in await world.outbox()].count("digest-heading") == 1


@pytest.mark.parametrize(
    ("zone", "hours_from_makassar"),
    [("Asia/Jakarta", 1), ("Asia/Makassar", 0), ("Asia/Jayapura", -1)],
)
async def test_seven_is_seven_in_each_zone(world: World, zone: str, hours_from_makassar: int) -> None:
    office = await world.office(zone=zone)
    officer = await world.person(office, "PK-01", Role.OFFICER)
    seven = at(27, 7) + timedelta(hours=hours_from_makassar)
    await world.passes(seven - timedelta(minutes=1))
    assert await world.keys(officer) == []
    await world.passes(seven)

    assert (await world.keys(officer))[0] == "digest-heading"


async def test_the_digest_shows_the_hours_of_the_balance(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.passes(at(27, 7))

    texts = [letter.text for letter in await world.letters(cast.officer)]
    assert any("1 klien, semuanya berjalan baik. 3 jam diakui" in text for text in texts)


async def test_an_unread_report_is_reminded_and_can_be_given(world: World, cast: Cast) -> None:
    from datetime import date

    from bot.domain.cases import Interval, Programme

    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await world.case(
        tono,
        cast.officer,
        None,
        total_hours=None,
        daily_hours=None,
        programme=Programme.INTEGRATION,
        report_every=Interval.MONTH,
        first_report_on=date(2026, 4, 23),
    )
    await world.passes(at(22, 18))
    assert await world.keys(tono) == ["report-reminder"]
    await world.phone(tono).writes("lapor")
    for answer in ("sehat", "kerja di bengkel", "baik", "tidak ada", "tetap bekerja"):
        await world.phone(tono).writes(answer)
    await world.phone(tono).taps("Tidak")
    await world.phone(tono).taps("Ya")
    assert (await world.last(cast.officer)).key == "report-concern-talk"

    receipt = await world.last(tono)
    assert receipt.key == "report-receipt"
    assert "Sabtu, 23 Mei 2026" in receipt.text


async def test_a_missed_report_is_asked_for_and_taken_late(world: World, cast: Cast) -> None:
    from datetime import date

    from bot.domain.cases import Interval, Programme

    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    case: Case = await world.case(
        tono,
        cast.officer,
        None,
        total_hours=None,
        daily_hours=None,
        programme=Programme.INTEGRATION,
        report_every=Interval.WEEK,
        first_report_on=date(2026, 4, 23),
    )
    await world.passes(at(24, 6))
    assert (await world.keys(tono))[-1] == "report-missed"
    await world.phone(tono).writes("lapor")
    for _ in range(5):
        await world.phone(tono).writes("baik")
    await world.phone(tono).writes("tidak")
    await world.phone(tono).writes("tidak")

    assert "terlambat" in (await world.last(tono)).text
    assert case.id


async def test_the_same_answer_twice_is_thanked_and_told_once(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9))
    button = (await world.last(cast.budi)).buttons[1].id
    await world.phone(cast.budi).taps_id(button)
    await world.phone(cast.budi).taps_id(button)

    assert (await world.keys(cast.budi)).count("miss-answer-kept") == 2
    assert (await world.keys(cast.officer)).count("miss-told-officer") == 1


async def test_words_after_the_button_belong_to_the_answer(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).taps("🤒 Sakit")
    await world.phone(cast.budi).writes("saya demam sejak semalam")
    assert (await world.last(cast.budi)).key == "miss-answer-added"
    told = await world.last(cast.officer)
    assert told.key == "miss-told-officer-more"
    assert "saya demam sejak semalam" in told.text
    await world.phone(cast.budi).writes("terima kasih")

    assert (await world.last(cast.budi)).key == "thanks-heard"
    async with world.database.reading() as session:
        query = select(WorkSession).where(WorkSession.starts_at == at(23, 8))
        (planned,) = (await session.exec(query)).all()
    assert planned.answer == "reason-sick\nsaya demam sejak semalam"


async def test_words_long_after_the_button_are_words_like_any_other(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).taps("🤒 Sakit")
    world.clock.moment += timedelta(hours=1)
    await world.phone(cast.budi).writes("selamat siang")

    assert (await world.last(cast.budi)).key == "not-understood-start"
