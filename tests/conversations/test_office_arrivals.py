"""After a client has come from another Bapas: his chat, guardian, hours and plan, and what is left behind."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text
from sqlmodel import select

from bot import lifecycle, office_arrivals
from bot.domain.cases import CaseState, Programme
from bot.domain.checkins import AttendanceState
from bot.domain.hours import EventKind
from bot.domain.people import Role
from bot.domain.phones import HowEnded, PhoneKind
from bot.storage import account_queries
from bot.storage.events import balance_now, case_stream, stream_events
from bot.storage.models import Attendance, Case, CaseBalance, Consent, Dialogue, Person, PersonAddress
from bot.storage.office_transfers import OfficeTransfer
from bot.storage.phones import DeskPhone, DeskPhoneUser, PhoneTurn
from bot.storage.post import Outbox, OutboxState
from tests.conversations.conftest import Cast
from tests.conversations.office_moves import There, moves, newest, offers, there, works
from tests.harness import World, at

__all__ = ["there"]
NAME = "Zulkarnain Rahasia"


async def places(world: World, there: There, code: str = "K-01") -> None:
    """His new officer takes the first site that is proposed."""
    await world.phone(there.sari).writes(f"/penempatan {code}")
    await world.phone(there.sari).taps("✅ Pilihan 1")


# The chat


async def test_he_goes_on_in_the_same_chat_in_his_own_language(
    world: World, cast: Cast, there: There
) -> None:
    await world.phone(cast.budi).writes("/bahasa en")
    await moves(world, cast, there)
    await world.phone(cast.budi).writes("/jam")
    await world.phone(cast.budi).writes("/data")

    assert (
        "your Bapas is now Bapas Serang" in (await world.letter(cast.budi, "office-arrival-told-client")).text
    )
    assert "Bapas Serang" in (await world.last(cast.budi)).text
    async with world.database.reading() as session:
        (account,) = (
            await session.exec(select(PersonAddress).where(PersonAddress.external_id == "K-01"))
        ).all()
        client = await session.get_one(Person, account.person_id)
    assert (account.office_id, client.office_id, client.locale) == (there.office.id, there.office.id, "en")


async def test_an_old_button_and_an_old_question_are_answered_kindly(
    world: World, cast: Cast, there: There
) -> None:
    await works(world, cast, 23)
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).taps("🙅 Tidak di sini")
    await world.phone(cast.budi).writes("/ganti")
    other_day = (await world.last(cast.budi)).buttons[0]
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    await moves(world, cast, there)
    async with world.database.reading() as session:
        assert await session.get(Dialogue, cast.budi.id) is None
    await world.phone(cast.budi).writes("saya di sana")
    assert (await world.last(cast.budi)).key.startswith("not-understood")
    await world.phone(cast.budi).taps_id(other_day.id)

    assert (await world.last(cast.budi)).key == "office-transfer-old-button"


async def somebody_waits(world: World) -> None:
    """Until another transaction waits for a row; on SQLite it waits for all of this one."""
    query = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    while not world.database.sqlite:
        async with world.database.engine.connect() as connection:
            if (await connection.execute(query)).scalar_one():
                return


async def test_a_message_in_the_moment_of_the_move_is_heard_in_the_new_bapas(
    world: World, cast: Cast, there: There
) -> None:
    await offers(world, cast.officer)
    async with world.database.transaction() as session:
        transfer = (await session.exec(select(OfficeTransfer))).one()
        await office_arrivals.take(session, transfer, there.sari, by=there.head, now=world.clock.now())
        message = asyncio.create_task(world.phone(cast.budi).writes("/data"))
        await somebody_waits(world)
    await message

    assert "Bapas Serang" in (await world.last(cast.budi)).text


async def test_what_waits_for_him_goes_along_unless_it_is_about_the_old_plan(
    world: World, cast: Cast, there: There
) -> None:
    await offers(world, cast.officer)
    keys = {"result-taken-back": {"day": "x"}, "move-told-client": {"name": "x"}, "reminder-day": {"at": "x"}}
    async with world.database.transaction() as session:
        for number, (key, params) in enumerate(keys.items()):
            content = {"key": key, "params": params, "lines": [], "choices": [{"id": "x:1"}]}
            session.add(
                Outbox(
                    office_id=cast.office.id,
                    person_id=cast.budi.id,
                    channel="elsewhere",
                    external_id="K-01",
                    rank=1,
                    content=content | {"show": "new", "media": ""},
                    card=f"x:{number}",
                    resend="same",
                    queued_at=world.clock.now(),
                )
            )
    await world.phone(there.head).taps("Sari (contoh)")
    _, new = await newest(world, cast, there)

    rows = [row for row in await world.outbox() if row.card.startswith("x:")]
    assert [row.state for row in rows] == [OutboxState.QUEUED, OutboxState.DROPPED, OutboxState.DROPPED]
    assert (rows[0].person_id, rows[0].office_id) == (new.client_id, there.office.id)
    assert rows[0].content["choices"] == []


async def test_a_shared_phone_stays_there_and_the_new_officer_invites(
    world: World, cast: Cast, there: There
) -> None:
    async with world.database.transaction() as session:
        account = select(PersonAddress).where(PersonAddress.person_id == cast.budi.id)
        await session.delete((await session.exec(account)).one())
        phone = DeskPhone(
            office_id=cast.office.id,
            label="keluarga Budi",
            kind=PhoneKind.FAMILY,
            declared_by=cast.officer.id,
            declared_at=world.clock.now(),
            channel=world.channel.name,
            external_id="HP-01",
            bound_at=world.clock.now(),
        )
        session.add(phone)
        await session.flush()
        now = world.clock.now()
        session.add(
            DeskPhoneUser(
                office_id=cast.office.id,
                phone_id=phone.id,
                person_id=cast.budi.id,
                added_by=cast.officer.id,
                added_at=now,
            )
        )
        session.add(
            PhoneTurn(
                office_id=cast.office.id,
                phone_id=phone.id,
                person_id=cast.budi.id,
                began_at=now,
                used_at=now,
            )
        )
    await moves(world, cast, there)

    assert "💬 HP K-01 belum terhubung" in (await world.letter(there.sari, "office-arrival")).text
    async with world.database.reading() as session:
        assert (await session.exec(select(DeskPhoneUser))).all() == []
        turn = (await session.exec(select(PhoneTurn))).one()
    assert turn.how is HowEnded.LEFT


# The plan


async def test_nothing_of_the_old_plan_arrives_and_the_new_one_is_told_in_the_new_zone(
    world: World, cast: Cast, there: There
) -> None:
    await world.passes(at(22, 18, 5))
    assert "WITA" in (await world.letter(cast.budi, "reminder-day")).text
    await moves(world, cast, there)
    told = len(await world.keys(cast.budi))
    await world.passes(at(24, 9))
    assert (await world.keys(cast.budi))[told:] == []
    assert "miss-told-officer" not in await world.keys(cast.officer)
    assert (await world.keys(cast.supervisor)).count("office-transfer-told-site") == 1
    await places(world, there)
    placed = await world.last(cast.budi)
    await world.passes(at(28, 12))
    keys = (await world.keys(cast.budi))[told:]

    assert "WIB" in placed.text
    assert "reminder-day" in keys
    assert "reminder-hour" in keys
    news = [one for one in (await world.letters(cast.budi))[told:] if one.key.startswith("reminder")]
    assert all("WIB" in one.text and "WITA" not in one.text for one in news)
    assert all("Kantor Desa L1" not in one.text or "L91" in one.text for one in news)


async def test_he_works_there_and_the_new_supervisor_confirms(world: World, cast: Cast, there: There) -> None:
    await moves(world, cast, there)
    await places(world, there)
    world.clock.moment = at(27, 9)  # Monday, eight in Serang
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(27, 13)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).taps("🏁 Selesai kerja")
    await world.phone(there.supervisor).taps("✅ Benar")

    assert "pukul 08.00 WIB" in (await world.letter(cast.budi, "receipt-start")).text
    assert "4 jam diakui" in (await world.letter(cast.budi, "result-confirmed")).text


async def test_excused_days_to_come_stay_free(world: World, cast: Cast, there: There) -> None:
    await world.phone(cast.officer).writes("/izinkan K-01 27/04 sakit")
    await moves(world, cast, there)
    await places(world, there)
    _, new = await newest(world, cast, there)

    await world.phone(there.sari).writes("/klien K-01")
    assert "Sen 27 Apr" not in (await world.last(there.sari)).text
    assert new.state is CaseState.ACTIVE


# Codes and states


async def test_taken_codes_and_numbers_get_a_clear_ending(world: World, cast: Cast, there: There) -> None:
    other = await world.person(there.office, "k-01", Role.CLIENT, name="Andi (contoh)", enrolled=False)
    other_case = await world.case(other, there.sari, None, number="K-01/2026")
    await moves(world, cast, there)
    _, new = await newest(world, cast, there)

    assert "diterima dengan kode K-01-2" in (await world.last(there.head)).text
    assert (other_case.number, new.number) == ("K-01/2026", "K-01/2026-2")
    await world.phone(there.sari).writes("/klien K-01-2")
    assert "di sana perkara K-01/2026" in (await world.last(there.sari)).text


RESTS = {
    "suspended": (CaseState.SUSPENDED, CaseState.SUSPENDED),
    "ended by its officer": (CaseState.AWAITING_CLOSING, CaseState.SUSPENDED),
    "a draft": (CaseState.DRAFT, CaseState.DRAFT),
}


@pytest.mark.parametrize(("before", "after"), RESTS.values(), ids=RESTS)
async def test_what_rested_rests_on(
    world: World, cast: Cast, there: There, before: CaseState, after: CaseState
) -> None:
    async with world.database.transaction() as session:
        case = await session.get_one(Case, cast.case.id)
        if before is CaseState.DRAFT:
            case.state, case.ends_on = before, None
        else:
            by = await session.get_one(Person, cast.officer.id)
            now = world.clock.now()
            await lifecycle.change_state(session, case, before, actor=by, reason="rawat inap", now=now)
    await moves(world, cast, there)
    await world.passes(at(20, 13))
    _, new = await newest(world, cast, there)

    assert new.state is after
    assert new.state_reason == ("" if after is CaseState.DRAFT else "rawat inap")


async def test_a_case_whose_hours_are_full_waits_for_its_end_there(
    world: World, cast: Cast, there: There
) -> None:
    async with world.database.transaction() as session:
        case = await session.get_one(Case, cast.case.id)
        await lifecycle.set_opening(
            session,
            case,
            42 * 60,
            as_of=at(19, 9).date(),
            basis="BA contoh",
            actor_id=None,
            now=world.clock.now(),
        )
    await world.passes(at(20, 13))
    assert await state_of(world, cast.case) is CaseState.AWAITING_CLOSING
    await moves(world, cast, there)
    await world.passes(at(20, 14))
    _, new = await newest(world, cast, there)

    assert new.state is CaseState.AWAITING_CLOSING
    assert (await world.last(there.sari)).key == "closing-card"


async def state_of(world: World, case: Case) -> CaseState:
    async with world.database.reading() as session:
        return (await session.get_one(Case, case.id)).state


async def test_all_his_open_cases_go_along_and_closed_ones_stay(
    world: World, cast: Cast, there: There
) -> None:
    colleague = await world.person(cast.office, "PK-02", Role.OFFICER)
    second = await world.case(
        cast.budi, colleague, None, number="W-01", programme=Programme.INTEGRATION, total_hours=None
    )
    closed = await world.case(cast.budi, cast.officer, None, number="S-01")
    async with world.database.transaction() as session:
        (await session.get_one(Case, closed.id)).state = CaseState.COMPLETED
    await offers(world, cast.officer, "K-01")
    await world.phone(there.head).taps("Sari (contoh)")

    async with world.database.reading() as session:
        here = (await session.exec(select(Case).where(Case.office_id == cast.office.id))).all()
        there_now = (await session.exec(select(Case).where(Case.office_id == there.office.id))).all()
    assert {one.id: one.state for one in here} == {
        cast.case.id: CaseState.TRANSFERRED,
        second.id: CaseState.TRANSFERRED,
        closed.id: CaseState.COMPLETED,
    }
    assert {one.number for one in there_now} == {"K-01/2026", "W-01"}
    assert (await world.last(colleague)).key == "office-transfer-accepted"
    await world.phone(cast.officer).writes("/klien K-01")
    assert (await world.last(cast.officer)).key == "client-which"


async def test_an_offer_falls_where_his_case_ended_meanwhile(world: World, cast: Cast, there: There) -> None:
    await offers(world, cast.officer)
    async with world.database.transaction() as session:
        (await session.get_one(Case, cast.case.id)).state = CaseState.COMPLETED
    await world.phone(there.head).taps("Sari (contoh)")

    assert (await world.last(there.head)).key == "office-transfer-nothing-left"
    assert await world.keys(cast.budi) == []


# What waits in the old office


async def test_hours_confirmed_later_there_are_carried_over_once(
    world: World, cast: Cast, there: There
) -> None:
    await works(world, cast, 23)
    await moves(world, cast, there)
    arrival = (await world.letter(there.sari, "office-arrival")).text
    assert "1 kehadiran masih menunggu keputusan di sana" in arrival
    told = len(await world.keys(cast.budi))
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.passes(at(23, 12))
    await world.passes(at(23, 13))
    _, new = await newest(world, cast, there)

    assert (await world.keys(cast.budi))[told:] == ["office-hours-more"]
    assert "3 jam dari Bapas Contoh baru saja diakui" in (await world.last(cast.budi)).text
    assert "Sekarang 3 jam diakui" in (await world.letter(there.sari, "office-hours-more-officer")).text
    async with world.database.reading() as session:
        events = await stream_events(session, new.office_id, case_stream(new.id))
        stored = await session.get_one(CaseBalance, new.id)
        folded = await balance_now(session, new)
    assert [one.kind for one in events].count("hours_carried") == 1
    assert (stored.credited, stored.opening, stored.remaining) == (180, 180, 42 * 60 - 180)
    assert (folded.credited, folded.opening, folded.remaining) == (180, 180, 42 * 60 - 180)
    await world.phone(cast.officer).writes("/klien K-01")
    assert "3 jam diakui" in (await world.last(cast.officer)).text
    assert (await world.last(cast.officer)).buttons == ()


async def test_who_decides_there_is_asked_until_he_has(world: World, cast: Cast, there: There) -> None:
    chief = await world.person(cast.office, "KB-01", Role.HEAD)
    await works(world, cast, 21)  # outside the plan
    await moves(world, cast, there)
    waits = "1 kehadiran di Kantor Desa L1 menunggu pengawas"
    await world.phone(cast.officer).writes("/perlu")
    assert waits in (await world.last(cast.officer)).text
    await world.phone(chief).writes("/ringkasan")
    assert waits in (await world.last(chief)).text
    await world.phone(there.sari).writes("/perlu")
    assert waits not in (await world.last(there.sari)).text
    await world.phone(cast.supervisor).taps("✅ Benar")
    world.clock.moment = at(29, 9)
    await world.phone(cast.officer).writes("/perlu")
    card, heading = [one for one in await world.letters(cast.officer) if not one.edited][-2:]
    assert "bekerja di luar jadwal Sel 21 Apr" in heading.text
    await world.phone(cast.officer).taps_id(card.buttons[0].id)
    await world.phone(cast.officer).writes("/perlu")

    assert (await world.last(cast.officer)).key == "needs-nothing"


async def test_hours_taken_away_later_there_are_taken_away_here_too(
    world: World, cast: Cast, there: There
) -> None:
    await works(world, cast, 23)
    await world.phone(cast.supervisor).taps("✅ Benar")
    await moves(world, cast, there)
    async with world.database.transaction() as session:
        case = await session.get_one(Case, cast.case.id)
        payload = {"attendance": 1, "day": "2026-04-23", "start": at(23, 8).isoformat()}
        await lifecycle.note(session, case, EventKind.HOURS_REJECTED, None, payload, world.clock.now())
    await world.passes(at(23, 12))
    _, new = await newest(world, cast, there)

    assert (await world.last(cast.budi)).key == "office-hours-fewer"
    async with world.database.reading() as session:
        assert (await session.get_one(CaseBalance, new.id)).credited == 0


async def test_an_objection_that_waits_is_decided_there_and_he_hears_the_answer(
    world: World, cast: Cast, there: There
) -> None:
    await works(world, cast, 23)
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).taps("🙅 Tidak di sini")
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    await world.phone(cast.budi).writes("saya di sana sampai siang")
    await offers(world, cast.officer)
    assert "1 keberatan masih menunggu" in (await world.last(there.head)).text
    await world.phone(there.head).taps("Sari (contoh)")
    told = len(await world.keys(cast.budi))
    await world.phone(cast.officer).taps("❌ Tetap ditolak")
    await world.phone(cast.officer).writes("tidak ada di daftar hadir")

    assert (await world.keys(cast.budi))[told:] == ["contest-dismissed-client"]
    await world.phone(there.sari).taps_id("contest-uphold:1")
    assert (await world.last(there.sari)).key == "not-yours"


async def test_what_is_rejected_there_later_he_contests_from_here(
    world: World, cast: Cast, there: There
) -> None:
    await works(world, cast, 23)
    await moves(world, cast, there)
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).taps("🙅 Tidak di sini")
    assert [one.key for one in await world.letters(cast.budi)][-2:] == ["result-rejected", "contest-offer"]
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    await world.phone(cast.budi).writes("saya di sana sampai siang")
    filed = await world.last(cast.budi)
    assert filed.key == "contest-filed-there"
    assert "Bapas Contoh, Bapas yang dulu, memeriksanya" in filed.text
    assert await world.keys(there.sari) == ["office-arrival"]
    await world.phone(cast.officer).taps("✅ Akui jamnya")
    await world.phone(cast.officer).writes("ada di daftar hadir")
    await world.passes(at(23, 12))

    assert (await world.last(cast.budi)).key == "office-hours-more"
    async with world.database.reading() as session:
        here = await stream_events(session, cast.office.id, case_stream(cast.case.id))
    assert [one.actor_id for one in here if one.kind == "contest_filed"] == [cast.budi.id]


async def test_a_miss_that_waits_is_decided_there_and_he_hears_it(
    world: World, cast: Cast, there: There
) -> None:
    await world.passes(at(23, 10))
    await world.phone(cast.budi).writes("ban motor bocor")
    card = await world.letter(cast.officer, "miss-told-officer")
    await world.passes(at(23, 12))
    await moves(world, cast, there)
    await world.phone(cast.officer).writes("/perlu")
    assert "Katanya: “ban motor bocor”" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).taps("Budi (contoh)")
    assert [one.id for one in (await world.last(cast.officer)).buttons] == ["outcomes:1"]
    await world.phone(cast.officer).taps_id(card.buttons[0].id)

    assert (await world.last(cast.officer)).key == "decided-done"
    assert (await world.last(cast.budi)).key == "decided-told-client"
    await world.phone(cast.officer).writes("/perlu")
    assert (await world.last(cast.officer)).key == "needs-nothing"


async def test_nobody_else_contests_what_he_did_there(world: World, cast: Cast, there: There) -> None:
    await works(world, cast, 23)
    await moves(world, cast, there)
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).taps("🙅 Tidak di sini")
    other = await world.person(there.office, "K-77", Role.CLIENT)
    for button in ("contest:1", "contest-withdraw:1"):
        await world.phone(other).taps_id(button)
        assert (await world.last(other)).key == "not-yours"


async def test_an_upheld_objection_brings_its_hours_along(world: World, cast: Cast, there: There) -> None:
    await works(world, cast, 23)
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).taps("🙅 Tidak di sini")
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    await world.phone(cast.budi).writes("saya di sana sampai siang")
    await moves(world, cast, there)
    told = len(await world.keys(cast.budi))
    await world.phone(cast.officer).taps("✅ Akui jamnya")
    await world.phone(cast.officer).writes("ada di daftar hadir")
    await world.passes(at(23, 12))

    assert (await world.keys(cast.budi))[told:] == ["contest-upheld-there", "office-hours-more"]


async def test_a_no_and_its_hours_follow_through_two_moves(world: World, cast: Cast, there: There) -> None:
    third = await world.office("BPS-PRE", name="Bapas Parepare")
    chief = await world.person(third, "KB-66", Role.HEAD)
    rina = await world.person(third, "PK-66", Role.OFFICER, name="Rina (contoh)")
    await works(world, cast, 23)
    await moves(world, cast, there)
    await offers(world, there.sari, to="BPS-PRE")
    await world.phone(chief).taps("Rina (contoh)")
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).taps("🙅 Tidak di sini")
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    await world.phone(cast.budi).writes("saya di sana sampai siang")
    await world.phone(cast.officer).taps("✅ Akui jamnya")
    await world.phone(cast.officer).writes("ada di daftar hadir")
    await world.passes(at(23, 12))

    assert "Sekarang 3 jam diakui" in (await world.last(cast.budi)).text
    assert (await world.last(rina)).key == "office-hours-more-officer"
    await world.phone(there.sari).writes("/klien K-01")
    assert "🏛️ Pindah ke Bapas Parepare" in (await world.last(there.sari)).text


async def test_he_can_come_back(world: World, cast: Cast, there: There) -> None:
    chief = await world.person(cast.office, "KB-01", Role.HEAD)
    await moves(world, cast, there)
    await offers(world, there.sari, to="BPS-MKS")
    await world.phone(chief).taps("Pk-01 (contoh)")
    await world.phone(cast.officer).writes("/klien K-01-2")

    assert "🏛️ Dari Bapas Serang" in (await world.last(cast.officer)).text
    await world.phone(cast.budi).writes("/data")
    assert "Bapas Contoh" in (await world.last(cast.budi)).text


# A child


@pytest.fixture
async def child(world: World, cast: Cast) -> Person:
    """A child with a guardian who has agreed."""
    child = await world.person(cast.office, "A-07", Role.CLIENT, name=NAME, child=True)
    guardian = await world.person(cast.office, "W-07", Role.GUARDIAN, name="Ibu Rahasia (contoh)")
    await world.case(
        child,
        cast.officer,
        cast.site,
        total_hours=40,
        programme=Programme.CHILD_SERVICE,
        guardian_id=guardian.id,
    )
    async with world.database.transaction() as session:
        session.add(
            Consent(
                office_id=cast.office.id,
                child_id=child.id,
                guardian_id=guardian.id,
                version="2026-3",
                given_at=world.clock.now(),
                channel="double",
            )
        )
    return child


async def test_a_child_goes_with_his_guardian_and_the_consent(
    world: World, cast: Cast, there: There, child: Person
) -> None:
    await moves(world, cast, there, "A-07")
    async with world.database.reading() as session:
        new = (await session.exec(select(Case).where(Case.office_id == there.office.id))).one()
        client = await session.get_one(Person, new.client_id)
        guardian = await session.get_one(Person, new.guardian_id)
        consent = await account_queries.consent_for(session, client)
    assert new.state is CaseState.ACTIVE
    assert (client.code, client.child, guardian.code, guardian.role) == ("A-07", True, "W-07", Role.GUARDIAN)
    assert consent is not None
    assert consent.guardian_id == guardian.id
    assert "Bapas A-07 adalah Bapas Serang" in (await world.last("W-07")).text
    await world.phone("W-07").writes("/jadwal")
    assert (await world.last("W-07")).key == "guardian-schedule"
    await places(world, there, "A-07")
    assert "A-07" in (await world.last("W-07")).text


async def test_work_that_runs_during_the_move_is_ended_where_it_began(
    world: World, cast: Cast, there: There, child: Person
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(child).sends_location()
    await moves(world, cast, there, "A-07")
    world.clock.moment = at(23, 11)
    await world.phone(child).sends_location()
    assert (await world.last(child)).key == "receipt-finish"
    await world.phone(child).taps("↩️ Batalkan selesai")
    assert (await world.last(child)).key == "undone"
    await world.phone(child).sends_location()
    assert (await world.last(child)).key == "receipt-finish"
    await world.phone(cast.supervisor).taps("✅ Benar")
    world.clock.moment = at(23, 12)
    await world.phone("W-07").writes("/jadwal")

    assert "✅ Kam 23 Apr: terlaksana" in (await world.last("W-07")).text
    async with world.database.reading() as session:
        (done,) = (await session.exec(select(Attendance).where(Attendance.client_id == child.id))).all()
    assert (done.office_id, done.state) == (cast.office.id, AttendanceState.CONFIRMED)


async def test_a_childs_name_is_nobodys_but_the_new_officers(
    world: World, cast: Cast, there: There, child: Person
) -> None:
    chief = await world.person(cast.office, "KB-01", Role.HEAD)
    await moves(world, cast, there, "A-07")
    await places(world, there, "A-07")
    for who in (cast.officer, chief, there.head, there.sari):
        for asked in ("/klien A-07", "/klien Zulkarnain", "/perlu", "/ringkasan"):
            await world.phone(who).writes(asked)
    await world.phone("W-07").writes("/jadwal")
    await world.phone(child).writes("/data")
    await world.passes(at(28, 12))
    delivered = world.channel.delivered

    assert {one.to for one in delivered if NAME in one.message.text} == {there.sari.code}
    assert {one.to for one in delivered if "Ibu Rahasia" in one.message.text} == {"W-07"}
    assert len([one for one in delivered if "A-07" in one.message.text]) > 20


async def test_a_guardian_of_another_child_keeps_the_chat_where_it_is(
    world: World, cast: Cast, there: There, child: Person
) -> None:
    async with world.database.reading() as session:
        query = select(Person).where(Person.code == "W-07")
        guardian = (await session.exec(query)).one()
    sister = await world.person(cast.office, "A-08", Role.CLIENT, child=True)
    await world.case(
        sister,
        cast.officer,
        None,
        total_hours=40,
        programme=Programme.CHILD_SERVICE,
        guardian_id=guardian.id,
    )
    await moves(world, cast, there, "A-07")
    arrival = (await world.letter(there.sari, "office-arrival")).text

    assert "Wali W-07 masih mendampingi Anak lain" in arrival
    assert (await world.last("W-07")).key == "office-arrival-told-guardian-stays"
    async with world.database.reading() as session:
        account = select(PersonAddress).where(PersonAddress.external_id == "W-07")
        assert (await session.exec(account)).one().person_id == guardian.id
    await world.phone("W-07").writes("/jadwal")
    assert "A-08" in (await world.last("W-07")).text
    assert "A-07" not in (await world.last("W-07")).text
