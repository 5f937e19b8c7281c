"""A phone that several people use: declared, chosen, left, forgotten; and the wrong name taken back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import pytest
from sqlmodel import SQLModel, col, select

from bot import agreements
from bot.channels.inbox import RawUpdate
from bot.consents import NOTICE_VERSION
from bot.domain.cases import Interval, Programme
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.domain.reports import ReportState
from bot.storage import account_queries
from bot.storage.events import broken_link, case_stream, phone_stream, stream_events
from bot.storage.models import (
    Attendance,
    Case,
    CaseBalance,
    Consent,
    Dialogue,
    Event,
    Person,
    PersonAddress,
    Report,
    WorkSession,
)
from bot.storage.phones import Assistance, DeskPhone, PhoneTurn
from bot.storage.slips import KEPT, SlipSheet
from tests.conversations.conftest import Cast
from tests.harness import Phone, World, at

NAME = "Zulkarnain Rahasia Sekali"
MINUTE = timedelta(minutes=1)
Row = TypeVar("Row", bound=SQLModel)


@dataclass(frozen=True, slots=True)
class Shared:
    """Budi and Sari share a phone; neither has one of his own. A child is on its list too."""

    phone: Phone
    code: str
    budi: Person
    sari: Person
    child: Person
    case: Case


async def declared(world: World, cast: Cast, label: str, kind: str, codes: str) -> Phone:
    officer = world.phone(cast.officer)
    await officer.writes(f"/pos {label}")
    await officer.taps(kind)
    link = await link_of(world, cast.officer)
    await officer.writes(codes)
    phone = world.phone(label.replace(" ", "-"))
    await phone.writes(link)
    await officer.taps(await number_on(world, phone.code))
    return phone


async def link_of(world: World, officer: Person) -> str:
    """What a phone that opens the link sends."""
    letter = await world.letter(officer, "pos-link")
    return f"/start {letter.text.partition('mulai=')[2].split()[0]}"


async def number_on(world: World, code: str) -> str:
    """The number in large on a phone that has opened the link."""
    letter = await world.letter(code, "phone-shows-number")
    return next(word for word in letter.text.split() if word.isdecimal())


async def agrees(world: World, child: Person) -> None:
    """The child's guardian has agreed."""
    async with world.database.transaction() as session:
        (guardian,) = await account_queries.guardians_of(session, child)
        session.add(
            Consent(
                office_id=child.office_id,
                child_id=child.id,
                guardian_id=guardian.id,
                version="2026-3",
                given_at=world.clock.now(),
            )
        )


async def knows_the_notice(world: World, *people: Person) -> None:
    """They have agreed to the notice of data use before."""
    async with world.database.transaction() as session:
        for one in people:
            now = world.clock.now()
            await agreements.keep(session, one, "double", agreed_at=now, now=now, reason="contact")


async def a_phone(world: World, cast: Cast, label: str, kind: str) -> Shared:
    async with world.database.transaction() as session:
        query = select(PersonAddress).where(PersonAddress.person_id == cast.budi.id)
        await session.delete((await session.exec(query)).one())
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)", enrolled=False)
    await world.case(sari, cast.officer, cast.site)
    child = await world.person(cast.office, "A-07", Role.CLIENT, name=NAME, child=True, enrolled=False)
    await world.case(child, cast.officer, cast.site, total_hours=30, programme=Programme.CHILD_SERVICE)
    await agrees(world, child)
    await knows_the_notice(world, cast.budi, sari, child)
    phone = await declared(world, cast, label, kind, "K-01; k-02; A-07")
    return Shared(phone, phone.code, cast.budi, sari, child, cast.case)


@pytest.fixture
async def family(world: World, cast: Cast) -> Shared:
    return await a_phone(world, cast, "HP keluarga Budi", "🏠 Di keluarga")


@pytest.fixture
async def post(world: World, cast: Cast) -> Shared:
    return await a_phone(world, cast, "Pos Bapas Barombong", "🏢 Di pos")


async def all_of(world: World, table: type[Row]) -> list[Row]:
    async with world.database.reading() as session:
        return list((await session.exec(select(table))).all())


async def kinds(world: World, case: Case) -> list[tuple[str, object]]:
    """What happened to a case, and from which shared phone."""
    async with world.database.reading() as session:
        facts = await stream_events(session, case.office_id, case_stream(case.id))
    assert broken_link(facts) is None
    return [
        (one.kind, json.loads(one.payload or "{}").get("phone", {}).get("label"))
        for one in facts
        if one.kind not in ("case_opened", "case_state_changed", "placed")
    ]


# Declaring


async def test_an_officer_declares_a_phone_and_a_link_binds_it(
    world: World, cast: Cast, family: Shared
) -> None:
    (phone,) = await all_of(world, DeskPhone)
    assert (phone.label, phone.external_id, phone.token_hash) == ("keluarga Budi", family.code, None)
    assert await world.keys(family.code) == ["phone-shows-number", "phone-ready", "phone-who"]
    assert "pos-bound" in await world.keys(cast.officer)
    await world.phone(cast.officer).writes("pos keluarga Budi")
    card = (await world.last(cast.officer)).text.splitlines()
    assert card[:3] == [
        "📱 HP keluarga Budi",
        "• HP keluarga Budi (keluarga): 3 orang, terhubung",
        "Dibuat oleh Pk-01 (contoh), Sen 20 Apr",
    ]
    assert card[3:] == ["• A-07", "• K-01 Budi (contoh)", "• K-02 Sari (contoh)"]
    async with world.database.reading() as session:
        facts = await stream_events(session, phone.office_id, phone_stream(phone.id))
    added = ["phone_person_added"] * 3
    assert [one.kind for one in facts] == ["phone_declared", "phone_kind_set", *added, "phone_bound"]
    assert {one.actor_id for one in facts} == {cast.officer.id}


async def test_the_link_works_once_and_not_for_ever(world: World, cast: Cast, family: Shared) -> None:
    link = await link_of(world, cast.officer)
    await world.phone("SOMEBODY").writes(link)
    assert await world.keys("SOMEBODY") == ["code-unknown"]

    await world.phone(cast.officer).writes("/pos Pos Baru")
    await world.phone(cast.officer).taps("🏢 Di pos")
    link = await link_of(world, cast.officer)
    world.clock.moment += timedelta(days=15)
    await world.phone("SOMEBODY").writes(link)
    assert (await world.last("SOMEBODY")).key == "invitation-expired"
    assert len([one for one in await all_of(world, DeskPhone) if one.external_id]) == 1


async def test_an_account_is_somebodys_own_or_a_shared_phone(
    world: World, cast: Cast, family: Shared
) -> None:
    await world.phone(cast.officer).writes("/pos Pos Baru")
    await world.phone(cast.officer).taps("🏢 Di pos")
    link = await link_of(world, cast.officer)
    await world.phone(cast.supervisor).writes(link)
    assert (await world.last(cast.supervisor)).key == "phone-link-personal"
    await family.phone.writes(link)
    assert (await world.last(family.code)).key == "phone-who"
    await family.phone.taps_id("agree:1")
    assert (await world.last(family.code)).key == "phone-who"
    addresses = {one.external_id for one in await all_of(world, PersonAddress)}
    assert family.code not in addresses


async def test_an_officer_adds_only_his_own_clients(world: World, cast: Cast, post: Shared) -> None:
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    dewi = await world.person(cast.office, "K-03", Role.CLIENT, name="Dewi (contoh)", enrolled=False)
    await world.case(dewi, other, cast.site)
    away = await world.office("BPS-BDG")
    await world.person(away, "K-09", Role.CLIENT, enrolled=False)
    phone = world.phone(other)
    await phone.writes("/pos")
    await phone.taps("Pos Bapas Barombong")
    assert (await world.last(other)).text.splitlines()[-1] == "• dan 3 klien PK lain"
    await phone.taps("👥 Ubah orang")
    await phone.writes("K-01; K-03; K-09; PL-01; -K-02")

    refused = await world.letter(other, "pos-codes-refused")
    assert refused.text.startswith("Belum bisa: K-01, K-09, PL-01, K-02.")
    card = (await world.letter(other, "pos-card")).text
    assert "• K-03 Dewi (contoh)" in card
    assert "Budi" not in card
    for entry in ("pos-name:1", "pos-link:1", "pos-end:1:1", "pos-kind:1:1"):
        await phone.taps_id(entry)
        assert (await world.last(other)).key == "not-yours", entry


async def test_an_operator_adds_any_client_of_the_office(world: World, cast: Cast, post: Shared) -> None:
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    dewi = await world.person(cast.office, "K-03", Role.CLIENT, name="Dewi (contoh)", enrolled=False)
    await world.phone(operator).writes("/pos pos bapas barombong")
    await world.phone(operator).taps("👥 Ubah orang")
    await world.phone(operator).writes("K-03")
    await world.phone(operator).taps("✏️ Ganti nama")
    await world.phone(operator).writes("HP Pos Barombong 2")

    assert "• HP Pos Barombong 2 (pos): 4 orang" in (await world.last(operator)).text
    await post.phone.writes("K-03")
    assert f"Untuk: {dewi.name}" in (await world.letter(post.code, "notice-of-data-use")).text


async def test_a_family_phone_is_not_seen_by_another_officer(
    world: World, cast: Cast, family: Shared
) -> None:
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    await world.phone(other).writes("/pos")
    assert (await world.last(other)).key == "pos-none"
    await world.phone(other).taps_id("pos-open:1")
    assert (await world.last(other)).key == "not-yours"


async def test_an_ended_phone_is_a_stranger(world: World, cast: Cast, family: Shared) -> None:
    await family.phone.taps("Sari (contoh)")
    await world.phone(cast.officer).writes("/pos keluarga Budi")
    await world.phone(cast.officer).taps("🛑 Akhiri")
    assert (await world.last(cast.officer)).key == "pos-end-sure"
    await world.phone(cast.officer).taps("🛑 Akhiri")

    assert (await world.last(family.code)).key == "phone-ended"
    await family.phone.writes("jam")
    assert (await world.last(family.code)).key == "stranger"
    assert [one.ended_at is None for one in await all_of(world, PhoneTurn)] == [False]


async def test_who_is_taken_off_is_at_it_no_longer(world: World, cast: Cast, family: Shared) -> None:
    await family.phone.taps("Sari (contoh)")
    await world.phone(cast.officer).writes("/pos keluarga Budi")
    await world.phone(cast.officer).taps("👥 Ubah orang")
    await world.phone(cast.officer).writes("-K-02")
    await family.phone.writes("jam")

    letter = await world.last(family.code)
    assert letter.key == "phone-who"
    assert "Sari (contoh)" not in [one.label for one in letter.buttons]
    await family.phone.taps_id(f"phone-user:{family.sari.id}")
    assert (await world.last(family.code)).key == "phone-code-unknown"


# Using it


async def test_the_chosen_person_works_as_on_a_phone_of_his_own(
    world: World, cast: Cast, post: Shared
) -> None:
    world.clock.moment = at(23, 8)
    await post.phone.writes("K-01")
    hello = await world.letter(post.code, "phone-hello")
    assert hello.text.startswith("Halo, Bapak Budi (contoh).")
    await post.phone.sends_location()
    assert (await world.last(post.code)).key == "receipt-start"
    card = (await world.last(cast.supervisor)).text
    assert "📱 Mulai lewat HP Pos Bapas Barombong" in card
    await post.phone.writes("👥 Ganti orang")
    world.clock.moment = at(23, 11)
    await post.phone.writes("k-01")
    await post.phone.sends_location()
    await post.phone.writes("jam")
    assert (await world.last(post.code)).key == "hours-heading"

    (attendance,) = await all_of(world, Attendance)
    assert (attendance.client_id, attendance.state) == (post.budi.id, AttendanceState.WAITING)
    label = "Pos Bapas Barombong"
    assert await kinds(world, post.case) == [("checked_in", label), ("checked_out", label)]
    sent = [one for one in await all_of(world, Assistance) if one.attendance_id]
    assert [(one.by, one.way, one.label, one.external_id) for one in sent] == [
        (post.budi.id, "desk-phone", label, post.code)
    ] * 2
    assert len([one for one in await all_of(world, Assistance) if one.evidence_id]) == 2
    await world.phone(cast.officer).writes("klien K-01")
    officers = (await world.last(cast.officer)).text
    assert "📱 Mulai dan selesai lewat HP Pos Bapas Barombong" in officers
    assert "💬 Memakai HP bersama Pos Bapas Barombong" in officers


async def test_a_keyboard_on_a_shared_phone_has_a_key_for_the_next_person(
    world: World, cast: Cast, family: Shared
) -> None:
    await family.phone.taps("Budi (contoh)")
    rows = world.channel.delivered[-1].message.keyboard
    assert [key.label for row in rows for key in row] == [
        "📍 Mulai kerja",
        "⏱ Jam saya",
        "🪪 Kode saya",
        "🙋 Minta bantuan",
        "👥 Ganti orang",
    ]


async def test_a_post_lists_nobody_and_knows_only_its_own_codes(
    world: World, cast: Cast, post: Shared
) -> None:
    assert await world.keys(post.code) == ["phone-shows-number", "phone-ready", "phone-who-code"]
    await world.person(cast.office, "K-77", Role.CLIENT, enrolled=False)
    for said in ("K-77", "Budi", "Zulkarnain", "PK-01"):
        await post.phone.writes(said)
        assert (await world.last(post.code)).key == "phone-code-unknown", said
    await post.phone.taps_id(f"phone-user:{post.budi.id}")
    assert (await world.last(post.code)).key == "phone-code-unknown"
    for said in ("jam", "/lapor", "/mulai", "/klien K-01", "/perlu"):
        await post.phone.writes(said)
        assert (await world.last(post.code)).key == "phone-who-code", said
    await post.phone.sends_location()
    await post.phone.sends_photo()
    assert (await world.last(post.code)).key == "phone-who-code"
    assert await all_of(world, Attendance) == []
    everything = " ".join(one.text for one in await world.letters(post.code))
    for secret in ("Budi", "Sari", "Zulkarnain", "A-07", "K-02"):
        assert secret not in everything


async def test_a_childs_name_is_on_no_shared_phone(world: World, cast: Cast, family: Shared) -> None:
    world.clock.moment = at(23, 8)
    assert "A-07" in [one.label for one in (await world.last(family.code)).buttons]
    await family.phone.taps("A-07")
    await family.phone.sends_location()
    for said in ("jam", "data", "bantuan", "lapor"):
        await family.phone.writes(said)
    await family.phone.writes("ganti-orang")

    everything = " ".join(one.text for one in await world.letters(family.code))
    assert "A-07" in everything
    assert "Zulkarnain" not in everything


async def test_buttons_of_the_one_before_do_nothing_for_the_next(
    world: World, cast: Cast, family: Shared
) -> None:
    world.clock.moment = at(23, 8)
    await family.phone.taps("Budi (contoh)")
    await family.phone.sends_location()
    await family.phone.writes("ganti-orang")
    await family.phone.taps("Sari (contoh)")
    (attendance,) = await all_of(world, Attendance)
    await family.phone.taps_id(f"finish-now:{attendance.id}:{attendance.revision}")
    assert (await world.last(family.code)).key == "not-yours"
    await family.phone.taps_id(f"phone-user:{family.budi.id}")
    assert (await world.last(family.code)).key == "phone-in-use"
    first = min(one.id for one in await all_of(world, PhoneTurn))
    await family.phone.taps_id(f"phone-wrong:{first}")
    assert (await world.last(family.code)).key == "phone-in-use"
    await family.phone.taps_id("phone-wrong:999")
    assert (await world.last(family.code)).key == "choice-unknown"


async def test_on_a_phone_of_ones_own_there_is_no_next_person(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("ganti-orang")
    assert (await world.last(cast.budi)).key == "phone-your-own"


# Idle


async def reporting(world: World, shared: Shared) -> Report:
    async with world.database.transaction() as session:
        case = await session.get_one(Case, shared.case.id)
        case.report_every = Interval.WEEK
        report = Report(
            office_id=case.office_id,
            case_id=case.id,
            client_id=case.client_id,
            due_on=at(20, 12).date(),
            closes_at=at(21, 12),
        )
        session.add(report)
    return report


@pytest.mark.parametrize("clock_ran", [True, False])
async def test_half_done_answers_are_wiped_after_idling(
    world: World, cast: Cast, family: Shared, clock_ran: bool
) -> None:
    await reporting(world, family)
    await family.phone.taps("Budi (contoh)")
    await family.phone.writes("/lapor")
    await family.phone.writes("Saya sedang sakit hati")
    if clock_ran:
        await world.passes(world.clock.moment + 11 * MINUTE)
    else:
        world.clock.moment += 11 * MINUTE
    told = len(await world.letters(family.code))
    await family.phone.writes("Bekerja di kebun tetangga")

    after = (await world.letters(family.code))[told:]
    assert [one.key for one in after] == ["phone-idle-wiped", "phone-who"]
    assert "Budi" not in after[0].text
    (report,) = await all_of(world, Report)
    assert (report.answers, report.state) == ({}, ReportState.DUE)
    assert await all_of(world, Dialogue) == []
    await family.phone.writes("halo")
    assert (await world.last(family.code)).key == "phone-who"
    await family.phone.taps("Sari (contoh)")
    await family.phone.writes("lapor")
    assert (await world.last(family.code)).key == "report-no-duty"


async def test_whoever_goes_on_writing_keeps_his_turn(world: World, cast: Cast, family: Shared) -> None:
    await reporting(world, family)
    await family.phone.taps("Budi (contoh)")
    await family.phone.writes("/lapor")
    for _ in range(4):
        await world.passes(world.clock.moment + 9 * MINUTE)
        await family.phone.writes("Baik")

    (report,) = await all_of(world, Report)
    assert len(report.answers) == 4
    assert len([one for one in await all_of(world, PhoneTurn) if one.ended_at is None]) == 1


async def test_an_idle_turn_without_answers_is_told_more_briefly(
    world: World, cast: Cast, post: Shared
) -> None:
    await post.phone.writes("K-01")
    await world.passes(world.clock.moment + 10 * MINUTE)
    told = len(await world.letters(post.code))
    await post.phone.sends_location()
    assert [one.key for one in (await world.letters(post.code))[told:]] == ["phone-idle", "phone-who-code"]


# The wrong person


@pytest.mark.parametrize("typed", ["salah orang", "1"])
async def test_the_wrong_name_is_taken_back_by_typing_too(
    world: World, cast: Cast, family: Shared, typed: str
) -> None:
    await family.phone.taps("Budi (contoh)")
    if typed == "salah orang":
        world.clock.moment += MINUTE
        await family.phone.writes("ganti-orang")
    await family.phone.writes(typed)

    assert await world.letter(family.code, "phone-wrong-nothing")
    assert (await world.last(family.code)).key == "phone-who"


async def test_a_start_under_the_wrong_name_is_undone(world: World, cast: Cast, family: Shared) -> None:
    world.clock.moment = at(23, 8)
    await family.phone.taps("Budi (contoh)")
    await family.phone.sends_location()
    receipt = (await world.letter(family.code, "receipt-start")).text
    world.clock.moment += 9 * MINUTE
    await family.phone.taps("↩️ Salah orang")

    undone = await world.letter(family.code, "phone-wrong-undone")
    number = receipt.rsplit("No. ", 1)[1].split()[0].rstrip(".")
    assert undone.text == f"↩️ Baik, sudah dibatalkan:\n• Mulai kerja No. {number}"
    assert (await world.last(family.code)).key == "phone-who"
    card = await world.last(cast.supervisor)
    assert "↩️ Dibatalkan: di HP bersama salah pilih orang." in card.text
    assert card.buttons == ()
    label = "keluarga Budi"
    assert await kinds(world, family.case) == [("checked_in", label), ("check_in_undone", label)]
    async with world.database.reading() as session:
        query = select(WorkSession).where(WorkSession.case_id == family.case.id)
        planned = (await session.exec(query.order_by(col(WorkSession.starts_at)))).first()
        balance = await session.get_one(CaseBalance, family.case.id)
    assert planned is not None
    assert (planned.state, planned.outcome) == (SessionState.PLANNED, None)
    assert (balance.waiting, balance.credited) == (0, 0)

    await family.phone.taps("Sari (contoh)")
    await family.phone.sends_location()
    await family.phone.writes("ganti-orang")
    await family.phone.taps("Budi (contoh)")
    await family.phone.writes("/selesai")
    assert (await world.last(family.code)).key == "nothing-open"
    await family.phone.sends_location()
    states = {(one.client_id, one.state) for one in await all_of(world, Attendance)}
    assert states == {
        (family.budi.id, AttendanceState.REJECTED),
        (family.budi.id, AttendanceState.OPEN),
        (family.sari.id, AttendanceState.OPEN),
    }


async def test_a_finish_under_the_wrong_name_is_undone(world: World, cast: Cast, family: Shared) -> None:
    world.clock.moment = at(23, 8)
    await family.phone.taps("Budi (contoh)")
    await family.phone.sends_location()
    await family.phone.writes("ganti-orang")
    world.clock.moment = at(23, 11)
    await family.phone.taps("Budi (contoh)")
    await family.phone.sends_location()
    await family.phone.taps("↩️ Salah orang")

    assert "• Selesai kerja No." in (await world.letter(family.code, "phone-wrong-undone")).text
    (attendance,) = await all_of(world, Attendance)
    assert (attendance.state, attendance.finished_at) == (AttendanceState.OPEN, None)
    card = (await world.last(cast.supervisor)).text
    assert "📱 Mulai lewat HP keluarga Budi" in card
    assert "11.00" not in card


async def test_a_report_under_the_wrong_name_is_undone(world: World, cast: Cast, family: Shared) -> None:
    await reporting(world, family)
    await family.phone.taps("Budi (contoh)")
    await family.phone.writes("/lapor")
    for _ in range(5):
        await family.phone.writes("Baik")
    await family.phone.writes("tidak")
    await family.phone.writes("ya")
    assert (await world.last(family.code)).key == "report-receipt"
    await world.phone(cast.officer).writes("klien K-01")
    assert "📱 Dikirim lewat HP keluarga Budi" in (await world.last(cast.officer)).text
    await family.phone.taps("↩️ Salah orang")

    assert "• Lapor diri No." in (await world.letter(family.code, "phone-wrong-undone")).text
    (report,) = await all_of(world, Report)
    assert (report.state, report.answers, report.receipt) == (ReportState.DUE, {}, 0)
    assert (await world.last(cast.officer)).key == "regret-told-officer"
    assert (await kinds(world, family.case))[-1] == ("report_undone", "keluarga Budi")


async def test_after_ten_minutes_people_must_speak(world: World, cast: Cast, family: Shared) -> None:
    world.clock.moment = at(23, 8)
    await family.phone.taps("Budi (contoh)")
    await family.phone.sends_location()
    world.clock.moment += 6 * MINUTE
    await family.phone.writes("jam")
    world.clock.moment += 5 * MINUTE
    await family.phone.taps("↩️ Salah orang")

    assert (await world.last(family.code)).key == "phone-wrong-too-late"
    (attendance,) = await all_of(world, Attendance)
    assert attendance.state is AttendanceState.OPEN


async def test_also_after_the_turn_was_left_it_can_be_undone(
    world: World, cast: Cast, family: Shared
) -> None:
    world.clock.moment = at(23, 8)
    await family.phone.taps("Budi (contoh)")
    await family.phone.sends_location()
    await family.phone.writes("ganti-orang")
    await family.phone.taps("↩️ Salah orang")

    assert (await world.letter(family.code, "phone-wrong-undone")).text
    assert [one.state for one in await all_of(world, Attendance)] == [AttendanceState.REJECTED]
    await family.phone.taps("↩️ Salah orang")
    assert (await world.last(family.code)).key == "phone-who"


async def test_what_the_supervisor_has_seen_stays(world: World, cast: Cast, family: Shared) -> None:
    world.clock.moment = at(23, 8)
    await family.phone.taps("Budi (contoh)")
    await family.phone.sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")
    await family.phone.taps("↩️ Salah orang")

    assert (
        "tetap, karena pengawas sudah memeriksanya"
        in (await world.letter(family.code, "phone-wrong-undone")).text
    )
    assert [one.state for one in await all_of(world, Attendance)] == [AttendanceState.OPEN]


async def test_an_undone_start_is_no_rejection_of_anybody(world: World, cast: Cast, family: Shared) -> None:
    world.clock.moment = at(23, 8)
    await family.phone.taps("Budi (contoh)")
    await family.phone.sends_location()
    await family.phone.taps("↩️ Salah orang")
    await world.phone(cast.supervisor).writes("daftar")
    lines = (await world.last(cast.supervisor)).text.splitlines()
    assert [one for one in lines if "Budi (contoh)" in one and "mulai pukul" in one] == []
    await world.phone(cast.officer).writes("perlu")
    assert "tidak benar" not in (await world.last(cast.officer)).text
    await world.passes(at(23, 9, 30))
    assert (await world.last(family.code)).key == "family-news"
    await world.passes(at(23, 13))
    async with world.database.reading() as session:
        query = select(WorkSession).where(WorkSession.case_id == family.case.id)
        planned = (await session.exec(query.order_by(col(WorkSession.starts_at)))).first()
    assert planned is not None
    assert planned.state is SessionState.MISSED


# News


async def test_news_waits_on_a_familys_phone_until_its_reader_has_chosen(
    world: World, cast: Cast, family: Shared
) -> None:
    await world.passes(at(22, 18, 30))
    reminders = [one for one in await world.letters(family.code) if one.key == "family-reminder-day"]
    assert reminders[0].text.splitlines()[0].startswith("📨 Untuk Budi (contoh): besok ada tugas, Kam 23 Apr")
    assert "Kantor Desa" not in " ".join(one.text for one in await world.letters(family.code))
    await world.passes(at(23, 9, 30))
    assert (await world.last(family.code)).key == "family-news"
    assert "miss-question" not in await world.keys(family.code)

    await family.phone.taps("Sari (contoh)")
    sari = await world.keys(family.code)
    assert sari.count("miss-question") == 1
    await family.phone.writes("ganti-orang")
    await family.phone.taps("Budi (contoh)")
    letter = await world.letter(family.code, "miss-question")
    assert "Budi (contoh)" in letter.text
    await family.phone.taps("🤒 Sakit")
    assert (await world.last(family.code)).key == "miss-answer-kept"


async def test_news_goes_to_no_post(world: World, cast: Cast, post: Shared) -> None:
    told = len(await world.letters(post.code))
    await world.passes(at(23, 13))
    assert (await world.letters(post.code))[told:] == []


async def test_who_has_only_a_post_misses_nothing_and_his_officer_hears_that_he_was_away(
    world: World, cast: Cast, post: Shared
) -> None:
    await world.passes(at(30, 23))
    await world.phone(cast.officer).writes("perlu")

    outcomes = {one.outcome for one in await all_of(world, WorkSession) if one.state is SessionState.MISSED}
    assert outcomes == {Outcome.UNREACHED}
    assert "Budi (contoh) tidak datang 2 kali berturut-turut" in (await world.last(cast.officer)).text


async def test_who_shares_his_familys_phone_misses_as_on_his_own(
    world: World, cast: Cast, family: Shared
) -> None:
    await world.passes(at(30, 23))
    await world.phone(cast.officer).writes("perlu")

    outcomes = {one.outcome for one in await all_of(world, WorkSession) if one.state is SessionState.MISSED}
    assert outcomes == {Outcome.UNEXPLAINED}
    assert "Budi (contoh) 2 kali berturut-turut tidak hadir" in (await world.last(cast.officer)).text


async def test_news_goes_to_a_phone_of_ones_own_before_the_familys(
    world: World, cast: Cast, family: Shared
) -> None:
    async with world.database.transaction() as session:
        session.add(
            PersonAddress(
                office_id=cast.office.id,
                person_id=family.budi.id,
                channel=world.channel.name,
                external_id="BUDI",
                bound_at=world.clock.now(),
            )
        )
    told = len(await world.letters(family.code))
    await world.passes(at(22, 18, 30))
    assert await world.keys("BUDI") == ["reminder-day"]
    texts = [one.text for one in (await world.letters(family.code))[told:]]
    assert not [one for one in texts if "Budi" in one]
    assert await all_of(world, Event)


@pytest.mark.parametrize("said", ["stop", "salah nomor"])
async def test_one_person_does_not_end_a_phone_of_several(
    world: World, cast: Cast, family: Shared, said: str
) -> None:
    await family.phone.writes("halo")
    await family.phone.taps("Budi (contoh)")
    await family.phone.writes(said)

    assert (await world.last(family.code)).key == "stop-shared-phone"


async def test_the_link_of_a_shared_phone_is_a_picture_to_tap_and_to_type(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pos Pos Bapas Barombong")
    await world.phone(cast.officer).taps("🏢 Di pos")
    letter = await world.letter(cast.officer, "pos-link")
    typed = letter.text.rpartition("Kode: ")[2]

    assert letter.has_photo
    assert f"/start {typed.replace('-', '')}" == await link_of(world, cast.officer)
    rows = [*await world.outbox(), *await all_of(world, DeskPhone)]
    assert not [row for row in rows if typed.replace("-", "") in str(row)]
    assert [one.sealed for one in await all_of(world, SlipSheet)] == [None]
    await world.phone("NEW").writes(f"kode {typed.lower()}")
    assert (await world.last("NEW")).key == "phone-shows-number"


async def test_a_link_that_could_not_be_sent_is_said_to_be_made_anew(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pos Pos Bapas Barombong")
    raw = json.dumps({"id": "900", "from": "PK-01", "kind": "choice", "text": "pos-kind:1:0", "tap": "tap"})
    await world.house.inbox.store(world.channel.name, [RawUpdate("900", "PK-01", raw)])
    await world.house.inbox.drain()  # heard, and nothing is carried within the hour
    world.clock.moment += KEPT
    await world.house.rounds.tick()
    await world.carry()

    assert (await world.last(cast.officer)).key == "pos-link-not-sent"
    assert "pos-link" not in await world.keys(cast.officer)


async def test_a_child_uses_a_shared_phone_only_after_the_guardians_consent(
    world: World, cast: Cast, family: Shared
) -> None:
    async with world.database.transaction() as session:
        await session.delete((await session.exec(select(Consent))).one())
    await family.phone.writes("a-07")
    assert (await world.last(family.code)).key == "guardian-first"
    await family.phone.sends_location()
    assert await all_of(world, Attendance) == []
    await agrees(world, family.child)
    await family.phone.writes("a-07")

    assert (await world.last(family.code)).key == "phone-go-on"


# The notice of data use


async def test_who_is_there_for_the_first_time_reads_the_notice_before_anything_else(
    world: World, cast: Cast, post: Shared
) -> None:
    dewi = await world.person(cast.office, "K-03", Role.CLIENT, name="Dewi", enrolled=False, locale="en")
    await world.case(dewi, cast.officer, cast.site)
    await world.phone(cast.officer).writes("/pos Pos Bapas Barombong")
    await world.phone(cast.officer).taps("👥 Ubah orang")
    await world.phone(cast.officer).writes("K-03")
    world.clock.moment = at(23, 8)
    await post.phone.writes("k 03")
    await post.phone.sends_location()
    await post.phone.taps("✅ Agree")
    await post.phone.writes("ganti-orang")
    await post.phone.writes("K-03")

    first = ["notice-of-data-use", "press-agree", "phone-hello", "phone-go-on"]
    assert (await world.keys(post.code))[3:] == [*first, "phone-left", "phone-who-code", *first[-2:]]
    assert await all_of(world, Attendance) == []
    (fact,) = [one for one in await all_of(world, Event) if one.reason == agreements.ON_A_SHARED_PHONE]
    assert (fact.kind, fact.actor_id, fact.happened_at) == (agreements.AGREED, dewi.id, at(23, 8))
    assert json.loads(fact.payload or "") == {
        "version": NOTICE_VERSION,
        "channel": world.channel.name,
        "phone": {"id": 1, "label": "Pos Bapas Barombong"},
    }


async def test_a_notice_is_agreed_to_by_nobody_else(world: World, cast: Cast, family: Shared) -> None:
    await forgets_the_notice(world, family.sari)
    await family.phone.taps("Sari (contoh)")
    shown = (await world.last(family.code)).buttons[0]
    await family.phone.taps(shown.label)
    await family.phone.taps("↩️ Salah orang")
    assert (await world.last(family.code)).key == "phone-who"
    world.clock.moment += 10 * MINUTE
    await family.phone.taps_id(shown.id)
    assert (await world.last(family.code)).key == "phone-who"
    await family.phone.taps("Sari (contoh)")
    assert (await world.last(family.code)).key == "notice-of-data-use"


async def test_a_no_is_kept_and_told_once_until_it_was_a_yes(
    world: World, cast: Cast, family: Shared
) -> None:
    await forgets_the_notice(world, family.sari)
    for yes_before in (False, False, True):
        await family.phone.taps("Sari (contoh)")
        _, no = (await world.last(family.code)).buttons
        if yes_before:
            await family.phone.writes("setuju")
        await family.phone.taps_id(no.id)
        assert (await world.last(family.code)).key == "phone-declined"
        await family.phone.writes("halo")

    assert (await world.keys(cast.officer)).count("phone-declined-told") == 2
    assert "phone-hello" in await world.keys(family.code)
    assert all(one.ended_at for one in await all_of(world, PhoneTurn))


async def forgets_the_notice(world: World, person: Person) -> None:
    """He has agreed only to words that are no longer those of the notice."""
    async with world.database.transaction() as session:
        query = select(Event).where(Event.kind == agreements.AGREED, Event.actor_id == person.id)
        (await session.exec(query)).one().payload = json.dumps({"version": "2025-1"})


async def opened(world: World, cast: Cast, code: str) -> str:
    """The link of a new family phone, opened by this account."""
    officer = world.phone(cast.officer)
    await officer.writes("/pos HP keluarga Budi")
    await officer.taps("🏠 Di keluarga")
    link = await link_of(world, cast.officer)
    await officer.writes("K-01")
    await world.phone(code).writes(link)
    return link


async def test_nobody_is_shown_before_the_officer_has_seen_the_phone(world: World, cast: Cast) -> None:
    await opened(world, cast, "new")
    for said in ("halo", "K-01", "/jam"):
        await world.phone("new").writes(said)
    await world.phone("new").sends_location()

    texts = " ".join(letter.text for letter in await world.letters("new"))
    assert set(await world.keys("new")) == {"phone-shows-number"}
    assert "Budi (contoh)" not in texts
    assert await all_of(world, Attendance) == []
    await world.phone(cast.officer).taps(await number_on(world, "new"))
    assert (await world.last("new")).key == "phone-who"
    assert "pos-bound" in await world.keys(cast.officer)


async def test_a_wrong_number_lets_nobody_in_and_the_link_is_opened_again(world: World, cast: Cast) -> None:
    link = await opened(world, cast, "new")
    card = await world.letter(cast.officer, "pos-which-number")
    right = await number_on(world, "new")
    await world.phone(cast.officer).taps(next(one.label for one in card.buttons if one.label != right))

    assert (await world.last(cast.officer)).key == "pos-number-wrong"
    assert (await world.last("new")).key == "phone-open-again"
    await world.phone(cast.officer).taps_id(card.buttons[0].id)
    assert (await world.last(cast.officer)).key == "pos-number-over"
    await world.phone("new").writes(link)
    await world.phone(cast.officer).taps(await number_on(world, "new"))
    assert (await world.last("new")).key == "phone-who"


async def test_the_number_of_one_phone_does_not_let_another_in(world: World, cast: Cast) -> None:
    link = await opened(world, cast, "seen")
    seen = await number_on(world, "seen")
    card = await world.letter(cast.officer, "pos-which-number")
    older = next(one.id for one in card.buttons if one.label == seen)
    await world.phone("finder").writes(link)
    await world.phone(cast.officer).taps_id(older)

    assert (await world.last(cast.officer)).key == "pos-number-older"
    assert [one.bound_at for one in await all_of(world, DeskPhone)] == [None]
    await world.phone(cast.officer).taps(await number_on(world, "finder"))
    assert [one.external_id for one in await all_of(world, DeskPhone) if one.bound_at] == ["finder"]


async def test_the_code_of_another_begins_his_turn(world: World, cast: Cast, family: Shared) -> None:
    world.clock.moment = at(23, 8)
    await family.phone.taps("Sari (contoh)")
    await family.phone.writes("k-01")
    await family.phone.sends_location()

    assert "Untuk: Budi (contoh)" in (await world.letter(family.code, "receipt-start")).text
    assert [one.client_id for one in await all_of(world, Attendance)] == [family.budi.id]


async def test_a_turn_before_is_taken_back_too(world: World, cast: Cast, family: Shared) -> None:
    world.clock.moment = at(23, 8)
    await family.phone.taps("Sari (contoh)")
    await family.phone.sends_location()
    await family.phone.writes("ganti-orang")
    await family.phone.taps("Sari (contoh)")
    await family.phone.taps("↩️ Salah orang")

    assert "phone-wrong-undone" in await world.keys(family.code)
    assert "phone-wrong-nothing" not in await world.keys(family.code)


async def test_who_declared_a_phone_hears_that_it_is_gone_or_unwanted(
    world: World, cast: Cast, family: Shared
) -> None:
    await family.phone.writes("stop")
    await world.hears(**{"from": family.code}, kind="blocked")

    assert [one for one in await world.keys(cast.officer) if one in ("pos-unwanted", "pos-gone")] == [
        "pos-unwanted",
        "pos-gone",
    ]


async def test_a_lost_phone_of_several_is_not_taken_for_ones_own(
    world: World, cast: Cast, family: Shared
) -> None:
    await world.phone(cast.officer).writes("hilang K-01")

    letter = await world.last(cast.officer)
    assert (letter.key, "keluarga Budi" in letter.text) == ("lost-shared-phone", True)


async def test_a_posts_phone_shows_no_answer_of_the_officers(world: World, cast: Cast, post: Shared) -> None:
    await post.phone.writes("K-01")
    await post.phone.writes("/pesan anak saya sedang dirawat")
    told = await world.last(cast.officer)
    assert "Dikirim dari HP Pos Bapas Barombong" in told.text
    await world.phone(cast.officer).taps("↩️ Balas")

    assert (await world.last(cast.officer)).key == "message-unreachable"
    assert "message-from-office" not in await world.keys(post.code)


async def test_an_answer_waits_on_a_familys_phone_for_its_reader(
    world: World, cast: Cast, family: Shared
) -> None:
    await family.phone.taps("Budi (contoh)")
    await family.phone.writes("/pesan bolehkah saya pindah hari")
    await family.phone.writes("ganti-orang")
    await world.phone(cast.officer).taps("↩️ Balas")
    await world.phone(cast.officer).writes("boleh, hari Jumat")
    assert not any("Jumat" in one.text for one in await world.letters(family.code))
    await family.phone.taps("Budi (contoh)")

    assert "“boleh, hari Jumat”" in (await world.letter(family.code, "message-from-office")).text
