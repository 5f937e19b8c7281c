"""A question that waits for words takes only words that answer it, and not for ever."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import col, select

from bot.domain.cases import CaseState, Interval, Programme
from bot.domain.checkins import AttendanceState
from bot.domain.people import Role
from bot.storage.models import Attendance, Case, Person
from tests.conversations.conftest import Cast
from tests.conversations.test_rejection import balance
from tests.harness import World, at

WRONG, RIGHT, TAKE_BACK = "❌ Tidak benar", "✅ Benar", "↩️ Batalkan"


async def state(world: World) -> AttendanceState:
    async with world.database.reading() as session:
        found = (await session.exec(select(Attendance).order_by(col(Attendance.id).desc()))).first()
    assert found is not None
    return found.state


async def worked(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("daftar", "day-heading"),
        ("data", "own-data"),
        ("📋 Daftar hari ini", "day-heading"),
        ("bantuan", "help"),
    ],
)
async def test_a_command_typed_while_a_reason_is_awaited_is_a_command(
    world: World, cast: Cast, words: str, key: str
) -> None:
    await worked(world, cast)
    await world.phone(cast.supervisor).taps(WRONG)
    await world.phone(cast.supervisor).writes(words)

    assert (await world.last(cast.supervisor)).key == key
    await world.phone(cast.supervisor).writes("terima kasih")
    assert (await world.last(cast.supervisor)).key == "not-understood-supervisor"
    assert await state(world) is AttendanceState.WAITING


async def test_a_sentence_that_begins_like_a_command_is_a_reason(world: World, cast: Cast) -> None:
    await worked(world, cast)
    await world.phone(cast.supervisor).taps(WRONG)
    await world.phone(cast.supervisor).writes("Klien pulang jam sembilan")

    assert "Klien pulang jam sembilan" in (await world.letter(cast.budi, "result-rejected")).text


async def test_after_a_change_of_mind_thanks_are_no_reason(world: World, cast: Cast) -> None:
    await worked(world, cast)
    await world.phone(cast.supervisor).taps(WRONG)
    await world.phone(cast.supervisor).taps(RIGHT)
    await world.phone(cast.supervisor).writes("terima kasih")

    assert await state(world) is AttendanceState.CONFIRMED
    assert (await world.last(cast.supervisor)).key == "not-understood-supervisor"
    assert (await balance(world, cast)).credited == 180


async def test_after_presence_was_confirmed_thanks_are_no_reason(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps(WRONG)
    await world.phone(cast.supervisor).taps(RIGHT)
    await world.phone(cast.supervisor).writes("terima kasih")

    assert await state(world) is AttendanceState.OPEN


async def test_words_about_what_a_colleague_decided_change_nothing(world: World, cast: Cast) -> None:
    colleague = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    from bot.registry import appoint

    async with world.database.transaction() as session:
        await appoint(session, cast.site, colleague, from_on=date(2026, 4, 1), now=world.clock.now())
    await worked(world, cast)
    await world.phone(cast.supervisor).taps(WRONG)
    await world.phone(colleague).taps(RIGHT)
    await world.phone(cast.supervisor).writes("Pulang lebih awal")

    assert await state(world) is AttendanceState.CONFIRMED
    card = await world.last(cast.supervisor)
    assert "Dikonfirmasi oleh" in card.text
    said = await world.letter(cast.supervisor, "card-changed")
    assert "Pulang lebih awal" in said.text
    assert "📝 Catatan" in said.text
    await world.phone(cast.supervisor).writes("terima kasih")
    assert (await world.last(cast.supervisor)).key == "not-understood-supervisor"


async def test_a_reason_for_a_start_is_not_taken_for_the_hours_that_came_meanwhile(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(23, 10, 40)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 10, 58)
    await world.phone(cast.supervisor).taps(WRONG)
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).writes("Belum datang")

    assert await state(world) is AttendanceState.WAITING
    new = [letter.key for letter in await world.letters(cast.supervisor) if not letter.edited]
    assert new[-2:] == ["card-changed", "card"]


async def test_a_question_expires(world: World, cast: Cast) -> None:
    await worked(world, cast)
    await world.phone(cast.supervisor).taps(WRONG)
    world.clock.moment += timedelta(hours=13)
    await world.phone(cast.supervisor).writes("terima kasih")

    assert await state(world) is AttendanceState.WAITING
    assert (await world.last(cast.supervisor)).key == "not-understood-supervisor"


async def test_a_fresh_rejection_can_be_taken_back(world: World, cast: Cast) -> None:
    await worked(world, cast)
    await world.phone(cast.supervisor).taps(WRONG)
    await world.phone(cast.supervisor).writes("terima kasih")
    assert await state(world) is AttendanceState.REJECTED
    assert (await balance(world, cast)).waiting == 0
    world.clock.moment += timedelta(minutes=9)
    await world.phone(cast.supervisor).taps(TAKE_BACK)

    assert await state(world) is AttendanceState.WAITING
    assert (await balance(world, cast)).waiting == 180
    assert (await world.last(cast.budi)).key == "result-taken-back"
    await world.phone(cast.supervisor).taps(RIGHT)
    assert (await balance(world, cast)).credited == 180


async def test_a_rejected_start_that_is_taken_back_goes_on(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps(WRONG)
    await world.phone(cast.supervisor).taps("🚫 Tidak di lokasi")
    await world.phone(cast.supervisor).taps(TAKE_BACK)
    assert await state(world) is AttendanceState.OPEN
    await world.passes(at(23, 12, 1))

    assert await state(world) is AttendanceState.WAITING
    assert (await balance(world, cast)).waiting == 180


@pytest.mark.parametrize("why", ["time", "begun again"])
async def test_later_a_rejection_stands(world: World, cast: Cast, why: str) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps(WRONG)
    await world.phone(cast.supervisor).taps("🚫 Tidak di lokasi")
    button = (await world.last(cast.supervisor)).buttons[0].id
    if why == "time":
        world.clock.moment += timedelta(minutes=11)
    else:
        world.clock.moment += timedelta(minutes=5)
        await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps_id(button)

    assert (await world.last(cast.supervisor)).key == "unreject-too-late"


@pytest.fixture
async def tono(world: World, cast: Cast) -> Person:
    """Reports every month, for the first time on Thursday the 23rd."""
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
    return tono


@pytest.mark.parametrize(("words", "key"), [("data", "own-data"), ("bantuan", "help"), ("/data", "own-data")])
async def test_in_the_middle_of_a_report_commands_work_and_the_question_comes_again(
    world: World, tono: Person, words: str, key: str
) -> None:
    world.clock.moment = at(22, 18)
    await world.phone(tono).writes("lapor")
    await world.phone(tono).writes("sehat")
    await world.phone(tono).writes(words)

    assert (await world.keys(tono))[-2:] == [key, "report-ask-work"]
    for answer in ("bengkel", "baik", "tidak ada", "terus bekerja", "tidak", "tidak"):
        await world.phone(tono).writes(answer)
    assert (await world.last(tono)).key == "report-receipt"


async def test_a_report_left_in_the_middle_goes_on_another_day(world: World, tono: Person) -> None:
    world.clock.moment = at(22, 8)
    await world.phone(tono).writes("lapor")
    await world.phone(tono).writes("sehat")
    world.clock.moment = at(23, 8)
    await world.phone(tono).writes("selamat pagi")
    assert (await world.last(tono)).key == "not-understood-report"
    await world.phone(tono).writes("jam")
    assert (await world.last(tono)).key == "reports-heading"
    await world.phone(tono).writes("lapor")

    assert (await world.last(tono)).key == "report-ask-work"


@pytest.mark.parametrize("said", ["Bukan saya", "pindah ke luar negeri", "cuti bersama keluarga"])
async def test_an_answer_that_begins_like_a_command_is_an_answer(world: World, cast: Cast, said: str) -> None:
    await world.phone(cast.officer).taps_id(f"suspend:{cast.case.id}")
    await world.phone(cast.officer).writes(said)

    assert "stopped" not in await world.keys(cast.officer)
    async with world.database.reading() as session:
        case = await session.get_one(Case, cast.case.id)
    assert (case.state, case.state_reason) == (CaseState.SUSPENDED, said)


async def test_another_wish_is_no_reason_and_leaves_the_question(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).taps_id(f"suspend:{cast.case.id}")
    for said in ("HP hilang", "hp Budi hilang", "hilang K-01", "berhenti", "salah nomor", "tolong", "help"):
        await world.phone(cast.officer).writes(said)

    asked = ["suspend-ask-reason", "question-left-aside", "lost-ask-whose", "lost-sure", "lost-sure"]
    assert await world.keys(cast.officer) == [*asked, "stop-for-staff", "wrong-number-sure", "help", "help"]
    await world.phone(cast.officer).writes("terima kasih")
    async with world.database.reading() as session:
        assert (await session.get_one(Case, cast.case.id)).state is CaseState.ACTIVE


async def test_a_lost_phone_is_no_reason_against_an_attendance(world: World, cast: Cast) -> None:
    await worked(world, cast)
    await world.phone(cast.supervisor).taps(WRONG)
    await world.phone(cast.supervisor).writes("HP hilang")

    assert (await world.last(cast.supervisor)).key == "lost-ask-whose"
    assert await state(world) is AttendanceState.WAITING


async def test_a_reason_that_slipped_out_is_taken_back(world: World, cast: Cast) -> None:
    async def case() -> tuple[CaseState, str]:
        async with world.database.reading() as session:
            found = await session.get_one(Case, cast.case.id)
        return found.state, found.state_reason

    officer = world.phone(cast.officer)
    await officer.taps_id(f"suspend:{cast.case.id}")
    await officer.writes("eh, bukan dia")
    await officer.taps("↩️ Keliru, batalkan")
    assert (await case())[0] is CaseState.ACTIVE
    assert (await world.last(cast.budi)).key == "case-resumed-client"
    await officer.taps_id(f"suspend:{cast.case.id}")
    await officer.writes("dirawat di rumah sakit")
    await officer.taps_id(f"resume:{cast.case.id}")
    await officer.writes("eh")
    await officer.taps("↩️ Keliru, batalkan")
    assert await case() == (CaseState.SUSPENDED, "dirawat di rumah sakit")
    await officer.taps("↩️ Keliru, batalkan")
    assert (await world.last(cast.officer)).key == "turn-back-too-late"
