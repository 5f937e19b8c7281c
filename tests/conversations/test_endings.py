"""How a case ends: it waits, the officer chooses, the head approves; whatever moves meanwhile is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlmodel import select

from bot import lifecycle
from bot.domain.cases import CaseState
from bot.domain.checkins import SessionState
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.models import Person, WorkSession
from tests.conversations.case_life import case_of, facts, short_order, works
from tests.conversations.conftest import Cast
from tests.harness import World, at
from tests.lawful import coming


async def test_a_full_order_waits_to_be_closed_by_people(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await short_order(world, cast, 3)
    await works(world, cast, 23)

    assert (await case_of(world, cast)).state is CaseState.AWAITING_CLOSING
    assert (await world.keys(cast.budi))[-1] == "closing-told-client"
    card = await world.last(cast.officer)
    assert card.key == "closing-card"
    assert "42 jam dari 42 jam" in card.text
    assert "Tidak ada yang masih menunggu" in card.text
    await world.phone(cast.officer).taps("✅ Selesai")
    assert (await world.last(cast.officer)).key == "closing-chosen"
    assert (await case_of(world, cast)).state is CaseState.AWAITING_CLOSING
    assert (await world.last(head)).key == "closing-for-head"
    await world.phone(head).taps("✅ Setujui")

    assert (await case_of(world, cast)).state is CaseState.COMPLETED
    assert (await world.last(cast.officer)).key == "closing-approved"
    assert (await world.last(cast.budi)).key == "closing-final-served"


async def test_the_head_gives_a_closing_back(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await short_order(world, cast, 3)
    await works(world, cast, 23)
    await world.phone(cast.officer).taps("✅ Selesai")
    await world.phone(head).taps("↩️ Kembalikan")

    assert (await world.last(cast.officer)).key == "closing-returned"
    case = await case_of(world, cast)
    assert (case.state, case.closing_outcome) == (CaseState.AWAITING_CLOSING, None)
    await world.phone(head).taps("✅ Setujui")
    assert (await world.last(head)).key == "closing-nothing-to-decide"


async def test_the_last_day_stops_the_plan_and_what_was_done_is_still_confirmed(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    case = await world.case(tono, cast.officer, cast.site, total_hours=42, ends_on=date(2026, 4, 23))
    cast = replace(cast, budi=tono, case=case)
    world.clock.moment = at(23, 8)
    await world.phone(tono).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(tono).sends_location()
    await world.passes(at(24, 0, 1))

    assert (await case_of(world, cast)).state is CaseState.AWAITING_CLOSING
    await world.passes(at(24, 6))
    card = next(one for one in await world.letters(cast.officer) if one.key == "closing-card")
    assert "1 kehadiran belum dikonfirmasi" in card.text
    await world.phone(cast.supervisor).taps("✅ Benar")
    async with world.database.reading() as session:
        assert (await queries.balance_of(session, cast.case)).credited == 180
    await world.phone(cast.officer).taps_id(f"close-served:{cast.case.id}")
    assert (await world.last(cast.officer)).key == "closing-hours-remain"
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("masa pelaksanaan habis")
    assert "masa pelaksanaan habis" in (await world.last(head)).text
    await world.phone(head).taps("✅ Setujui")

    assert (await case_of(world, cast)).state is CaseState.ENDED
    assert (await world.last(cast.budi)).key == "closing-final-unserved"


async def test_an_order_with_a_later_last_day_goes_on_from_the_card(world: World, cast: Cast) -> None:
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    case = await world.case(tono, cast.officer, cast.site, total_hours=42, ends_on=date(2026, 4, 24))
    cast = replace(cast, budi=tono, case=case)
    await world.phone(cast.officer).writes("/klien K-01")
    assert "📅 Perpanjang masa" not in [one.label for one in (await world.last(cast.officer)).buttons]
    await world.passes(at(25, 8))
    assert (await case_of(world, cast)).state is CaseState.AWAITING_CLOSING
    await world.phone(cast.officer).writes("/klien K-09")
    await world.phone(cast.officer).types("📅 Perpanjang masa")
    assert (await world.last(cast.officer)).key == "register-ask-perkara-selesai"
    await world.phone(cast.officer).writes("30 Mei 2026")
    await world.phone(cast.officer).taps("💾 Simpan")
    await world.passes(at(25, 8, 1))

    changed = await case_of(world, cast)
    assert (changed.state, changed.ends_on) == (CaseState.ACTIVE, date(2026, 5, 30))


async def test_an_order_ended_early_cancels_what_was_planned_and_people_are_told(
    world: World, cast: Cast
) -> None:
    await world.passes(at(22, 18, 30))
    assert (await world.last(cast.budi)).key == "reminder-day"
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("dicabut oleh jaksa")
    await world.passes(at(24, 12))

    case = await case_of(world, cast)
    assert (case.state, case.closing_reason) == (CaseState.AWAITING_CLOSING, "dicabut oleh jaksa")
    async with world.database.reading() as session:
        assert await coming(session, cast.case, world.clock.now()) == []
    told = (await world.keys(cast.budi))[1:]
    assert sorted(told) == ["closing-told-client", "session-dropped"]  # and not asked about a miss
    dropped = next(one for one in await world.letters(cast.supervisor) if one.key == "session-dropped-site")
    assert "Kam 23 Apr pukul 08.00 WITA" in dropped.text


async def test_without_a_head_the_officer_hears_that_nobody_can_approve(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("dicabut oleh jaksa")

    assert (await world.last(cast.officer)).key == "closing-chosen-no-head"


async def test_a_case_that_the_head_gave_back_can_go_on(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("dicabut oleh jaksa")
    await world.phone(head).taps("↩️ Kembalikan")
    await world.passes(at(21, 12))
    assert (await case_of(world, cast)).state is CaseState.AWAITING_CLOSING  # nobody said that it goes on
    await world.phone(cast.officer).writes("/klien K-01")
    await world.phone(cast.officer).taps("▶️ Lanjutkan")
    await world.phone(cast.officer).writes("putusan tetap berlaku")

    assert (await world.last(cast.budi)).key == "case-resumed-client"
    async with world.database.reading() as session:
        assert (await coming(session, cast.case, world.clock.now()))[0].day == date(2026, 4, 23)


async def test_an_old_button_does_not_bring_a_full_case_back(world: World, cast: Cast) -> None:
    await short_order(world, cast, 3)
    await works(world, cast, 23)
    before = await world.keys(cast.budi)
    await world.phone(cast.officer).taps_id(f"resume:{cast.case.id}")

    assert (await world.last(cast.officer)).key == "resume-nothing-left"
    assert await world.keys(cast.budi) == before


async def test_the_choice_falls_when_the_hours_move_before_the_head_has_decided(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await short_order(world, cast, 3)
    await works(world, cast, 23)
    await world.phone(cast.officer).taps("✅ Selesai")
    approve = (await world.last(head)).buttons[0]
    await corrects(world, cast, "-60 23/04/2026 tercatat dua kali")
    await world.phone(head).taps_id(approve.id)
    assert (await world.last(head)).key == "closing-changed"
    await world.passes(at(23, 11, 10))

    case = await case_of(world, cast)
    assert (case.state, case.closing_outcome) == (CaseState.ACTIVE, None)  # an hour is missing again
    assert "closing-choice-fell-head" in await world.keys(head)
    assert "case-goes-on" in await world.keys(cast.officer)
    assert (await world.keys(cast.budi))[-1] == "case-goes-on-client"


async def test_unserved_cannot_be_approved_once_all_hours_are_served(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await short_order(world, cast, 3)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("pindah ke luar negeri")
    assert "1 kehadiran belum dikonfirmasi" in (await world.last(head)).text
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.passes(at(23, 11, 10))
    await world.phone(head).taps("✅ Setujui")
    assert (await world.last(head)).key == "closing-nothing-to-decide"

    card = await world.last(cast.officer)
    assert card.key == "closing-card"
    assert "pilihannya batal" in card.text
    assert [one.label for one in card.buttons] == ["✅ Selesai"]


async def corrects(world: World, cast: Cast, words: str) -> None:
    """*Terhitung ganda*, or *kerja tak tercatat* for more hours."""
    reason = 0 if words.startswith("+") else 3
    await world.phone(cast.officer).taps_id(f"adjust-for:{cast.case.id}:{reason}")
    await world.phone(cast.officer).writes(words)
    if (await world.last(cast.officer)).key.startswith("adjust-check"):
        await world.phone(cast.officer).taps("💾 Simpan")


async def ends(world: World, cast: Cast, head: Person) -> None:
    """Ended before its hours were served, and approved."""
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("dicabut oleh jaksa")
    await world.phone(head).taps("✅ Setujui")
    assert (await case_of(world, cast)).state is CaseState.ENDED


async def test_a_later_correction_opens_a_closed_case_and_revokes_its_letter(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await short_order(world, cast, 3)
    await works(world, cast, 23)
    await world.phone(cast.officer).taps("✅ Selesai")
    await world.phone(head).taps("✅ Setujui")
    await corrects(world, cast, "-60 23/04/2026 tercatat dua kali")
    assert "berkurang 1 jam" in (await world.last(cast.budi)).text
    await world.passes(at(23, 11, 10))

    assert (await case_of(world, cast)).state is CaseState.AWAITING_CLOSING
    assert "letter_revoked" in await facts(world, cast)
    card = await world.last(cast.officer)
    assert "nomor 1/SKS/BPS-MKS/2026 tidak berlaku lagi" in card.text
    assert [one.label for one in card.buttons] == ["📝 Belum selesai", "▶️ Lanjutkan"]
    assert (await world.keys(head))[-1] == "closing-reopened-head"
    assert (await world.keys(cast.budi))[-1] == "closing-reopened-client"
    await world.phone(cast.officer).taps("▶️ Lanjutkan")
    await world.phone(cast.officer).writes("satu jam belum dijalani")
    async with world.database.reading() as session:
        planned = await coming(session, cast.case, world.clock.now())
    assert [one.counted for one in planned] == [60]


async def test_a_correction_opens_an_ended_case_but_nobody_is_called_to_work(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await works(world, cast, 23)
    await ends(world, cast, head)
    await corrects(world, cast, "-30 23/04/2026 terhitung ganda")
    await world.passes(at(30, 12))

    assert (await case_of(world, cast)).state is CaseState.AWAITING_CLOSING
    async with world.database.reading() as session:
        assert await coming(session, cast.case, world.clock.now()) == []
    assert "reminder-day" not in (await world.keys(cast.budi))[-3:]


async def test_hours_confirmed_after_the_end_open_it_again(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await ends(world, cast, head)
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.passes(at(23, 11, 10))

    assert (await case_of(world, cast)).state is CaseState.AWAITING_CLOSING
    assert "letter_revoked" not in await facts(world, cast)  # it never had one
    assert "Surat" not in (await world.last(cast.officer)).text


@pytest.mark.parametrize("way", ["correction", "opening balance", "shorter order"])
async def test_an_order_that_is_filled_without_work_is_announced_too(
    world: World, cast: Cast, way: str
) -> None:
    await short_order(world, cast, 3)
    if way == "correction":
        await corrects(world, cast, "+180 16/04/2026 pengawas lupa mencatat")
    elif way == "opening balance":
        await short_order(world, cast, 0)
    else:
        async with world.database.transaction() as session:
            case = await queries.locked_case(session, cast.office.id, cast.case.id)
            assert case is not None
            case.total_minutes = 39 * 60
            await lifecycle.correct_case(session, case, actor_id=cast.officer.id, now=world.clock.now())
    await world.passes(at(20, 12, 10))

    assert (await world.last(cast.officer)).key == "closing-card"
    assert (await world.keys(cast.budi))[-1] == "closing-told-client"
    case = await case_of(world, cast)
    assert (case.state, case.state_reason) == (CaseState.AWAITING_CLOSING, "hours_full")


async def test_the_head_finds_what_waits_for_him(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await world.phone(head).writes("/perlu")
    assert (await world.last(head)).key == "needs-none-head"
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("dicabut oleh jaksa")
    await world.phone(head).writes("/perlu")
    await world.phone(head).taps("✅ Setujui")

    assert (await case_of(world, cast)).state is CaseState.ENDED


async def test_an_excuse_that_nobody_decided_is_listed(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9, 1))
    await world.phone(cast.budi).writes("saya sakit, ada surat dokter")
    await world.passes(at(24, 12))
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("masa habis")

    assert "1 alasan tidak hadir belum diputuskan" in (await world.last(head)).text


async def test_what_was_agreed_before_a_rest_is_planned_anew_after_it(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        case = await queries.locked_case(session, cast.office.id, cast.case.id)
        assert case is not None
        (first, *_) = await coming(session, case, world.clock.now())
        row = await queries.session_by_id(session, cast.office.id, first.id)
        assert row is not None
        row.state, row.agreed = SessionState.CANCELLED, True  # moved away from this day
    await world.phone(cast.officer).taps_id(f"suspend:{cast.case.id}")
    await world.phone(cast.officer).writes("dirawat")
    await world.phone(cast.officer).taps_id(f"resume:{cast.case.id}")
    await world.phone(cast.officer).writes("sudah sembuh")

    async with world.database.reading() as session:
        assert (await coming(session, cast.case, world.clock.now()))[0].day == first.day


@pytest.mark.parametrize("outcome", ["completed", "ended"])
async def test_a_closed_case_still_shows_its_hours_to_the_client(
    world: World, cast: Cast, outcome: str
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await short_order(world, cast, 3)
    if outcome == "completed":
        await works(world, cast, 23)
        await world.phone(cast.officer).taps("✅ Selesai")
    else:
        await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
        await world.phone(cast.officer).writes("dicabut")
    await world.phone(head).taps("✅ Setujui")
    await world.phone(cast.budi).writes("/jam")
    told = (await world.last(cast.budi)).text
    if outcome == "completed":
        assert "Perkara ini sudah selesai, ditutup Kamis, 23 April 2026." in told
        assert "42 jam" in told
    else:
        assert "Perkara ini sudah berakhir, ditutup Senin, 20 April 2026." in told
        assert "39 jam" in told
    world.clock.moment = at(1, 9, month=6).replace(year=2027)
    await world.phone(cast.budi).writes("/jam")

    assert (await world.last(cast.budi)).key == "hours-none"


async def test_an_old_button_does_not_open_a_closed_case(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await short_order(world, cast, 3)
    await works(world, cast, 23)
    await world.phone(cast.officer).taps("✅ Selesai")
    await world.phone(head).taps("✅ Setujui")
    before = await world.keys(cast.budi)
    for button in ("close-served", "close-unserved"):
        await world.phone(cast.officer).taps_id(f"{button}:{cast.case.id}")
        assert (await world.last(cast.officer)).key == "closing-is-closed"

    assert (await case_of(world, cast)).state is CaseState.COMPLETED
    assert await world.keys(cast.budi) == before


async def test_the_same_choice_is_sent_to_the_head_once(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await short_order(world, cast, 3)
    await works(world, cast, 23)
    for _ in range(2):
        await world.phone(cast.officer).taps_id(f"close-served:{cast.case.id}")
    assert (await world.last(cast.officer)).key == "closing-already-chosen"

    assert (await world.keys(head)).count("closing-for-head") == 1
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    assert (await world.last(cast.officer)).key == "closing-hours-served"  # before a reason is asked for


async def test_nobody_is_called_to_work_within_hours_when_a_case_goes_on(world: World, cast: Cast) -> None:
    await world.passes(at(22, 18, 30))
    await world.phone(cast.officer).taps_id(f"suspend:{cast.case.id}")
    await world.phone(cast.officer).writes("dirawat")
    await world.passes(at(23, 7, 40))
    assert "session-dropped" in await world.keys(cast.budi)
    await world.phone(cast.budi).writes("/jam")
    assert "Untuk sementara ditunda" in (await world.last(cast.budi)).text
    await world.phone(cast.officer).taps_id(f"resume:{cast.case.id}")
    await world.phone(cast.officer).writes("sudah sembuh")
    assert "Berikutnya: Kam 30 Apr pukul 08.00 WITA" in (await world.last(cast.budi)).text
    await world.passes(at(24, 12))

    assert "miss-question" not in await world.keys(cast.budi)


async def test_a_supervisor_hears_that_the_client_comes_after_all(world: World, cast: Cast) -> None:
    await world.passes(at(22, 18, 30))
    await world.phone(cast.officer).taps_id(f"suspend:{cast.case.id}")
    await world.phone(cast.officer).writes("salah tekan")
    await world.passes(at(22, 18, 40))
    await world.phone(cast.officer).taps_id(f"resume:{cast.case.id}")
    await world.phone(cast.officer).writes("salah tekan")

    assert [one for one in await world.keys(cast.supervisor) if one.startswith("session-")] == [
        "session-dropped-site",
        "session-again-site",
    ]


@pytest.mark.parametrize(
    "asked", [pytest.param(False, id="before he is asked"), pytest.param(True, id="after he was asked")]
)
async def test_a_session_that_runs_and_was_not_begun_goes_with_the_closing(
    world: World, cast: Cast, *, asked: bool
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await world.passes(at(23, 9, 5) if asked else at(23, 8, 5))
    assert ("miss-question" in await world.keys(cast.budi)) is asked
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("pindah domisili")
    await world.passes(world.clock.now() + timedelta(minutes=1))

    told = await world.letter(cast.budi, "session-dropped")
    assert "jadwal Kam 23 Apr pukul 08.00 WITA tidak jadi" in told.text
    assert "Kam 23 Apr pukul 08.00 WITA" in (await world.letter(cast.supervisor, "session-dropped-site")).text
    await world.phone(head).taps("✅ Setujui")
    before = len(await world.letters(cast.budi))
    await world.passes(at(25, 9))
    keys = [one.key for one in (await world.letters(cast.budi))[before:]]
    assert keys == ["evaluation-ask-client"], "and is asked about nothing else"
    assert "miss-ask-supervisor" not in await world.keys(cast.supervisor)
    async with world.database.reading() as session:
        missed = select(WorkSession).where(WorkSession.state == SessionState.MISSED)
        assert (await session.exec(missed)).all() == []


async def test_the_head_reads_that_work_runs_before_he_approves(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 8, 20)
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("pindah domisili")
    assert "1 kehadiran masih berjalan" in (await world.last(head)).text
    await world.phone(head).taps("✅ Setujui")
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()

    assert (await world.last(cast.budi)).key == "receipt-finish"
    assert "session-dropped" not in await world.keys(cast.budi)


async def test_what_a_client_said_of_a_session_that_runs_stays_with_it(world: World, cast: Cast) -> None:
    """A person still decides about it."""
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await world.passes(at(23, 9, 5))
    await world.phone(cast.budi).writes("ban motor bocor")
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("pindah domisili")

    assert "1 alasan tidak hadir belum diputuskan" in (await world.last(head)).text
