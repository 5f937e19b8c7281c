"""An officer follows up who was away: in a few taps, with a date, and nothing is written over."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.domain.checkins import SessionState
from bot.domain.follow_ups import FollowUpOutcome
from bot.domain.hours import EventKind
from bot.domain.people import Role
from bot.storage.follow_ups import FollowUp
from bot.storage.models import Case, Event, WorkSession
from tests.conversations.conftest import Cast
from tests.harness import Letter, World, at

PROMISED, NO_ANSWER = "🤝 Janji datang", "📵 Tidak diangkat"


async def missed_two(world: World, cast: Cast, count: int = 2) -> None:
    """Budi has come to none of the last two (or more) Thursdays, and it is the Monday after."""
    async with world.database.transaction() as session:
        query = select(WorkSession).where(WorkSession.case_id == cast.case.id)
        for planned in (await session.exec(query.order_by(col(WorkSession.starts_at)))).all()[:count]:
            planned.state, planned.look_at = SessionState.MISSED, None
    world.clock.moment = at(4 + 7 * (count - 2), 8, month=5)


async def listed(world: World, cast: Cast) -> Letter:
    await world.phone(cast.officer).writes("/perlu")
    return await world.last(cast.officer)


async def steps(world: World) -> list[FollowUp]:
    async with world.database.reading() as session:
        return list((await session.exec(select(FollowUp).order_by(col(FollowUp.id)))).all())


async def called(world: World, cast: Cast, outcome: str = PROMISED) -> Letter:
    """From the list: his button, and what came of the call."""
    await listed(world, cast)
    await world.phone(cast.officer).taps("📞 Budi (contoh)")
    await world.phone(cast.officer).taps(outcome)
    return await world.last(cast.officer)


async def test_a_call_is_recorded_in_two_taps_and_then_he_is_waited_for(world: World, cast: Cast) -> None:
    await missed_two(world, cast)
    before = await listed(world, cast)
    assert "Langkah: telepon hari ini" in before.text
    answer = await called(world, cast)

    async with world.database.reading() as session:
        (event,) = (await session.exec(select(Event).where(Event.kind == EventKind.FOLLOW_UP_DONE))).all()
    assert event.actor_id == cast.officer.id
    assert "telepon Sen 4 Mei, janji datang." in answer.text
    assert "Ditunggu sampai Kam 7 Mei." in answer.text
    after = await listed(world, cast)
    assert "🔴" not in after.text
    assert "• Budi (contoh): telepon Sen 4 Mei, janji datang. Ditunggu sampai Kam 7 Mei." in after.text


async def test_the_whole_way_is_typed_in_numbers(world: World, cast: Cast) -> None:
    await missed_two(world, cast)
    for typed in ("perlu", "1", "1"):
        await world.phone(cast.officer).writes(typed)
    assert (await world.last(cast.officer)).key == "follow-up-recorded"

    await world.phone(cast.officer).writes("2")
    await world.phone(cast.officer).writes("1")
    assert "Ditunggu sampai Sel 5 Mei." in (await world.last(cast.officer)).text
    world.clock.moment += timedelta(seconds=20)
    await world.phone(cast.officer).writes("3")
    assert (await world.last(cast.officer)).key == "follow-up-undone"


async def test_when_the_date_has_passed_he_reads_what_was_tried(world: World, cast: Cast) -> None:
    await missed_two(world, cast)
    await called(world, cast, NO_ANSWER)
    world.clock.moment = at(8, 8, month=5)
    text = (await listed(world, cast)).text

    assert "🔴" in text
    assert "Sudah dicoba 1 kali, terakhir telepon Sen 4 Mei: tidak diangkat." in text
    assert "Langkah: hubungi perangkat desa" in text


async def test_who_comes_closes_the_steps_himself(world: World, cast: Cast) -> None:
    await missed_two(world, cast)
    await called(world, cast)
    world.clock.moment = at(7, 8, month=5)
    await world.phone(cast.budi).sends_location()

    await world.phone(cast.officer).taps_id(f"follow-up:{cast.case.id}")
    assert "Belum ada langkah yang dicatat" in (await world.last(cast.officer)).text
    assert len(await steps(world)) == 1


async def test_a_visit_is_planned_and_its_result_recorded(world: World, cast: Cast) -> None:
    await missed_two(world, cast)
    officer = world.phone(cast.officer)
    await officer.taps_id(f"follow-up:{cast.case.id}")
    await officer.taps("🏠 Rencana kunjungan")
    await officer.writes("06/05")
    assert "kunjungan rumah direncanakan Rab 6 Mei" in (await listed(world, cast)).text

    world.clock.moment = at(6, 8, month=5)
    assert "hasilnya belum dicatat" in (await listed(world, cast)).text
    await officer.taps("🧭 Budi (contoh)")
    await officer.taps("✅ Catat hasil")
    await officer.taps("📦 Pindah")
    assert "Langkah: tanyakan alamat barunya" in (await listed(world, cast)).text


async def test_what_a_colleague_recorded_meanwhile_is_shown_and_kept(world: World, cast: Cast) -> None:
    await missed_two(world, cast)
    await world.phone(cast.officer).taps_id(f"follow-up-of:{cast.case.id}:call")
    stale = (await world.last(cast.officer)).buttons
    await world.phone(cast.officer).taps(PROMISED)
    await world.phone(cast.officer).taps_id(stale[0].id)
    assert (await world.last(cast.officer)).key == "follow-up-recorded"
    await world.phone(cast.officer).taps_id(stale[2].id)

    assert (await world.last(cast.officer)).key == "follow-up-meanwhile"
    assert [one.outcome for one in await steps(world)] == [FollowUpOutcome.PROMISED]


async def test_a_step_is_dated_noted_and_undone_within_ten_minutes(world: World, cast: Cast) -> None:
    await missed_two(world, cast)
    answer = await called(world, cast)
    officer = world.phone(cast.officer)
    await officer.taps("📅 Ubah tanggal")
    await officer.writes("12/05")
    assert "Ditunggu sampai Sel 12 Mei." in (await world.last(cast.officer)).text
    await officer.taps_id(answer.buttons[2].id)
    assert (await world.last(cast.officer)).key == "follow-up-meanwhile"

    await officer.taps_id(answer.buttons[0].id)
    await officer.writes("istrinya yang menjawab")
    assert "Catatan: istrinya yang menjawab" in (await world.last(cast.officer)).text
    (step,) = await steps(world)
    world.clock.moment += timedelta(minutes=11)
    await officer.taps_id(f"follow-up-undo:{step.id}:{step.revision}")
    assert (await world.last(cast.officer)).key == "follow-up-undo-too-late"
    world.clock.moment -= timedelta(minutes=5)
    await officer.taps_id(f"follow-up-undo:{step.id}:{step.revision}")
    assert (await world.last(cast.officer)).key == "follow-up-undone"
    assert "Langkah: telepon hari ini" in (await listed(world, cast)).text


async def test_a_step_of_a_colleagues_client_is_nobodys_business(world: World, cast: Cast) -> None:
    await missed_two(world, cast)
    await called(world, cast)
    (step,) = await steps(world)
    colleague = await world.person(cast.office, "PK-02", Role.OFFICER)
    for choice in (f"follow-up-undo:{step.id}:0", f"follow-up-note:{step.id}", f"follow-up:{cast.case.id}"):
        await world.phone(colleague).taps_id(choice)
        assert (await world.last(colleague)).key == "not-yours"


async def test_from_the_third_miss_on_village_visit_and_number_are_offered_first(
    world: World, cast: Cast
) -> None:
    await missed_two(world, cast, 3)
    text = (await listed(world, cast)).text
    assert "Langkah: hubungi perangkat desa, kunjungi rumahnya, cari nomor barunya" in text
    await world.phone(cast.officer).taps("🧭 Budi (contoh)")

    shown = str(await world.last(cast.officer))
    for offered in ("🏘 Perangkat desa", "🏠 Rencana kunjungan", "🏠 Sudah dikunjungi", "🔎 Cari nomor baru"):
        assert offered in shown
    await world.phone(cast.officer).taps_id(f"follow-up-of:{cast.case.id}:village")
    await world.phone(cast.officer).taps("❔ Belum ada hasil")
    assert (await steps(world))[0].outcome is FollowUpOutcome.NOT_FOUND


@pytest.mark.parametrize(
    ("misses", "button", "step"),
    [
        pytest.param(2, "📞 Budi (contoh)", "telepon lagi", id="two misses: another call"),
        pytest.param(3, "🧭 Budi (contoh)", "hubungi perangkat desa", id="three misses: the other steps"),
    ],
)
async def test_after_a_broken_promise_the_button_is_the_step_that_the_sentence_says(
    world: World, cast: Cast, misses: int, button: str, step: str
) -> None:
    await missed_two(world, cast, misses)
    await world.phone(cast.officer).taps_id(f"follow-up-of:{cast.case.id}:call")
    await world.phone(cast.officer).taps(PROMISED)
    world.clock.moment += timedelta(days=8)
    read = await listed(world, cast)

    assert f"janji datang. Langkah: {step}" in read.text
    assert button in str(read)
    await world.phone(cast.officer).taps_id(f"follow-up:{cast.case.id}")
    shown = str(await world.last(cast.officer))
    assert ("🏘 Perangkat desa" in shown) is (misses == 3)


UNDO = "↩️ Batalkan"


async def test_a_note_of_ones_own_leaves_the_ten_minutes_to_undo_a_step(world: World, cast: Cast) -> None:
    await missed_two(world, cast)
    answer = await called(world, cast)
    officer = world.phone(cast.officer)
    await officer.taps("📝 Tambah catatan")
    await officer.writes("istrinya yang menjawab")
    shown = await world.last(cast.officer)
    assert "Catatan: istrinya yang menjawab" in shown.text
    assert UNDO in [one.label for one in shown.buttons]
    await officer.taps_id(answer.buttons[2].id)

    assert (await world.last(cast.officer)).key == "follow-up-undone"
    assert "Langkah: telepon hari ini" in (await listed(world, cast)).text


async def test_a_note_about_the_client_leaves_them_too(world: World, cast: Cast) -> None:
    await missed_two(world, cast)
    await called(world, cast)
    officer = world.phone(cast.officer)
    await officer.writes("/catatan K-01 istrinya yang menjawab")
    await officer.taps_id(f"case-note:{cast.case.id}")
    await officer.writes("anaknya sakit")
    await officer.taps(UNDO)

    assert (await world.last(cast.officer)).key == "follow-up-undone"


async def test_a_note_of_a_colleague_is_shown_before_his_step_is_undone(world: World, cast: Cast) -> None:
    await missed_two(world, cast)
    answer = await called(world, cast)
    (step,) = await steps(world)
    colleague = await world.person(cast.office, "PK-02", Role.OFFICER)
    async with world.database.transaction() as session:
        (await session.get_one(Case, cast.case.id)).officer_id = colleague.id
    await world.phone(colleague).taps_id(f"follow-up-note:{step.id}")
    await world.phone(colleague).writes("ibunya yang menjawab")
    async with world.database.transaction() as session:
        (await session.get_one(Case, cast.case.id)).officer_id = cast.officer.id
    await world.phone(cast.officer).taps_id(answer.buttons[2].id)

    shown = await world.last(cast.officer)
    assert shown.key == "follow-up-meanwhile"
    assert "ibunya yang menjawab" in shown.text


async def test_a_date_that_has_passed_is_called_so_on_the_card_and_the_head_reads_whose_case_it_is(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await missed_two(world, cast)
    await called(world, cast)
    await world.phone(head).writes("/klien budi")
    card = (await world.last(head)).text
    assert "PK: Pk-01 (contoh)" in card
    assert "Ditunggu sampai Kam 7 Mei." in card
    world.clock.moment = at(8, 8, month=5)
    await world.phone(head).writes("/klien budi")
    assert "Ditunggu sampai Kam 7 Mei: sudah lewat." in (await world.last(head)).text


async def test_words_typed_to_the_open_question_are_the_steps_note(world: World, cast: Cast) -> None:
    """The outcome is still chosen; a second line is added, and so is one below what was recorded."""
    await missed_two(world, cast)
    await listed(world, cast)
    await world.phone(cast.officer).taps("📞 Budi (contoh)")
    await world.phone(cast.officer).writes("yang angkat istrinya")
    again = await world.last(cast.officer)
    assert again.key == "follow-up-ask-outcome"
    assert "Catatan “yang angkat istrinya”" in again.text
    assert not await steps(world)

    await world.phone(cast.officer).writes("suaminya di kebun")
    await world.phone(cast.officer).taps(PROMISED)
    await world.phone(cast.officer).writes("dan anaknya dua")
    assert (await world.last(cast.officer)).key == "follow-up-recorded"
    (step,) = await steps(world)
    assert step.note.splitlines() == ["yang angkat istrinya", "suaminya di kebun", "dan anaknya dua"]


async def test_words_after_another_tap_are_no_note(world: World, cast: Cast) -> None:
    await missed_two(world, cast)
    await called(world, cast)
    await world.phone(cast.officer).writes("/klien budi")
    await world.phone(cast.officer).writes("senin depan")
    (step,) = await steps(world)
    assert step.note == ""


async def test_a_command_with_a_name_is_no_note(world: World, cast: Cast) -> None:
    await missed_two(world, cast)
    await called(world, cast)
    await world.phone(cast.officer).writes("klien budi")
    assert (await world.last(cast.officer)).key == "client-card"
    (step,) = await steps(world)
    assert step.note == ""


async def test_the_result_of_a_planned_visit_takes_words_too(world: World, cast: Cast) -> None:
    await missed_two(world, cast)
    await world.phone(cast.officer).writes("/klien budi")
    await world.phone(cast.officer).taps("🧭 Tindak lanjut")
    await world.phone(cast.officer).taps("🏠 Rencana kunjungan")
    await world.phone(cast.officer).writes("besok")
    await world.phone(cast.officer).writes("rumahnya di lorong 3")
    await world.phone(cast.officer).writes("/klien budi")
    await world.phone(cast.officer).taps("🧭 Tindak lanjut")
    await world.phone(cast.officer).taps("✅ Catat hasil")
    await world.phone(cast.officer).writes("pagar terkunci")
    await world.phone(cast.officer).taps("🚪 Tidak bertemu")
    (step,) = await steps(world)
    assert step.note.splitlines() == ["rumahnya di lorong 3", "pagar terkunci"]
