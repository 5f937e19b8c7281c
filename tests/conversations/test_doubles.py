"""`/gabung`: one human being was entered twice; the second record goes into the first."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

import bot.storage
from bot.domain.cases import Programme
from bot.domain.checkins import AttendanceState
from bot.domain.doubles import MergingState
from bot.domain.forms import FormKind
from bot.domain.hours import EventKind, Fact, fold
from bot.domain.leaves import LeaveState
from bot.domain.messages import Notice
from bot.domain.people import Role
from bot.imports import filled_rows, read_content, rehearse, take_book
from bot.imports.cells import CellProblem
from bot.imports.single import check_free, proposed_code
from bot.invitations import invite
from bot.storage import queries
from bot.storage.doubles import MOVES, MOVES_WITH_CARE, STAYS, Merging
from bot.storage.events import broken_link, case_stream, person_stream, stream_events
from bot.storage.leaves import Leave
from bot.storage.models import (
    Attendance,
    Case,
    CaseBalance,
    Consent,
    Person,
    PersonAddress,
    Placement,
    SiteSupervisor,
    WorkSession,
)
from bot.storage.phones import DeskPhoneUser, PhoneTurn
from bot.storage.transfers import Handover, Transfer
from tests.conversations.conftest import Cast
from tests.conversations.test_shared_races import at_once
from tests.harness import HERE, World, at

WISH = "/gabung K-01 K-17 terdaftar dua kali"
SECRET = "Zulkarnain Rahasia"
Row = TypeVar("Row", bound=SQLModel)


@dataclass(frozen=True, slots=True)
class Twins:
    """Budi once more, as K-17, with a case of his own on Mondays; and an operator."""

    operator: Person
    twin: Person
    case: Case


@pytest.fixture
async def twins(world: World, cast: Cast) -> Twins:
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR, name="Oki (contoh)")
    twin = await world.person(cast.office, "K-17", Role.CLIENT, name="Budiman (contoh)", phone="081234567890")
    case = await world.case(twin, cast.officer, cast.site, total_hours=30, weekdays="1")
    return Twins(operator, twin, case)


async def merges(world: World, by: Person, wish: str = WISH) -> None:
    await world.phone(by).writes(wish)
    await world.phone(by).taps("🔗 Gabungkan")


async def uses(world: World, person: Person) -> None:
    """Somebody writes, a minute later: his phone is the one used last."""
    world.clock.moment += timedelta(minutes=1)
    await world.phone(person).writes("data")


async def all_of(world: World, table: type[Row]) -> list[Row]:
    async with world.database.reading() as session:
        columns: Any = table
        return list((await session.exec(select(table).order_by(columns.id))).all())


async def owner_of(world: World, code: str) -> str | None:
    """Whose the chat account with this id is now."""
    async with world.database.reading() as session:
        query = select(Person.code).join(PersonAddress, col(PersonAddress.person_id) == col(Person.id))
        return (await session.exec(query.where(PersonAddress.external_id == code))).first()


async def clients_of(world: World, *cases: Case) -> list[int]:
    async with world.database.reading() as session:
        return [(await session.get_one(Case, one.id)).client_id for one in cases]


async def works(world: World, person: Person, day: int) -> Attendance:
    """Three hours on a day of April, not yet confirmed."""
    world.clock.moment = at(day, 8)
    await world.phone(person).sends_location()
    world.clock.moment = at(day, 11)
    await world.phone(person).sends_location()
    return (await all_of(world, Attendance))[-1]


async def sound(world: World, case: Case) -> None:
    """The chain of a case holds, and its stored balance is the fold of its events."""
    async with world.database.reading() as session:
        events = await stream_events(session, case.office_id, case_stream(case.id))
        stored = await session.get_one(CaseBalance, case.id)
    assert broken_link(events) is None
    told = fold(Fact(EventKind(one.kind), json.loads(one.payload or "{}")) for one in events)
    assert (stored.credited, stored.waiting, stored.surplus, stored.remaining) == (
        told.credited,
        told.waiting,
        told.surplus,
        told.remaining,
    )


# What refers to a person


def test_every_reference_to_a_person_moves_or_stays_history() -> None:
    found = [
        (table.name, column.name)
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        if any(key.column.table.name == "person" for key in column.foreign_keys)
    ]
    decided = [
        (str(table.__tablename__), name)
        for columns in (MOVES, MOVES_WITH_CARE, STAYS)
        for table, names in columns.items()
        for name in names
    ]
    assert sorted(decided) == sorted(found)


def test_a_code_is_looked_up_in_one_way_only() -> None:
    """Else an old code would not be found there."""
    sources = Path(bot.storage.__file__).parents[1].rglob("*.py")
    pattern = re.compile(r"lower\(Person\.code\)\s*==|Person\.code\s*==")
    found = {one.name for one in sources if pattern.search(one.read_text())}
    assert found == {"selves.py", "doubles.py"}


# The conversation


async def test_both_are_shown_side_by_side_and_become_one(world: World, cast: Cast, twins: Twins) -> None:
    await world.phone(twins.operator).writes(WISH)
    card = await world.last(twins.operator)

    assert [one.label for one in card.buttons] == ["🔗 Gabungkan", "🔄 Tukar", "❌ Batal"]
    for words in (
        "K-17 digabung ke K-01",
        "Alasan: terdaftar dua kali",
        "✅ K-01 · Budi (contoh) (tetap)\nHP: – · 1 akun terhubung",
        "Perkara K-01/2026: 0 menit diakui dari 42 jam",
        "➡️ K-17 · Budiman (contoh) (digabung)\nHP: …7890 · 1 akun terhubung",
        "Lokasi: Kantor Desa L1",
        "❓ Namanya berbeda",
        "Tanggal lahirnya belum lengkap",
        "tidak bisa dibatalkan",
    ):
        assert words in card.text
    assert await clients_of(world, cast.case, twins.case) == [cast.budi.id, twins.twin.id]

    await world.phone(twins.operator).taps("🔗 Gabungkan")
    assert (await world.last(twins.operator)).key == "double-done"
    assert await clients_of(world, cast.case, twins.case) == [cast.budi.id, cast.budi.id]
    async with world.database.reading() as session:
        first = await session.get_one(Person, cast.budi.id)
        second = await session.get_one(Person, twins.twin.id)
        facts = [
            (await stream_events(session, cast.office.id, person_stream(one)))[-1]
            for one in (first.id, second.id)
        ]
    assert (first.phone, first.name, second.merged_into) == ("081234567890", "Budi (contoh)", first.id)
    assert [(one.kind, one.actor_id) for one in facts] == [("doubles_merged", twins.operator.id)] * 2
    assert json.loads(facts[0].payload or "")["words"] == "terdaftar dua kali"
    for case in (cast.case, twins.case):
        await sound(world, case)
    async with world.database.reading() as session:
        told = await stream_events(session, cast.office.id, case_stream(twins.case.id))
    assert told[-1].kind == "doubles_merged"


async def test_his_officer_hears_it_once_and_he_himself_nothing(
    world: World, cast: Cast, twins: Twins
) -> None:
    async with world.database.transaction() as session:
        (await session.get_one(Case, twins.case.id)).number = "K-17/2025"
    second = await world.case(twins.twin, cast.officer, None)
    before = await world.keys(cast.budi)
    await merges(world, twins.operator)

    assert (await world.keys(cast.officer)).count("double-told") == 1
    assert "Alasan: terdaftar dua kali" in (await world.last(cast.officer)).text
    assert await world.keys(cast.budi) == before
    assert await clients_of(world, second) == [cast.budi.id]


async def test_the_officers_of_both_records_hear_it(world: World, cast: Cast, twins: Twins) -> None:
    dewi = await world.person(cast.office, "PK-02", Role.OFFICER, name="Dewi (contoh)")
    async with world.database.transaction() as session:
        (await session.get_one(Case, twins.case.id)).officer_id = dewi.id
    await merges(world, twins.operator)

    assert [(await world.keys(one)).count("double-told") for one in (cast.officer, dewi)] == [1, 1]


async def test_why_is_asked_for_where_it_is_missing(world: World, cast: Cast, twins: Twins) -> None:
    await world.phone(twins.operator).writes("/gabung K-01 k-17")
    assert (await world.last(twins.operator)).key == "double-ask-reason"
    await world.phone(twins.operator).writes("gabung karena NIK-nya sama")

    assert "Alasan: gabung karena NIK-nya sama" in (await world.last(twins.operator)).text


@pytest.mark.parametrize(
    ("wish", "key"),
    [
        ("/gabung", "double-how"),
        ("/gabung K-01", "double-how"),
        ("/gabung K-01 K-01", "double-same"),
        ("/gabung K-01 K-99", "double-unknown"),
        ("/gabung K-01 K-77", "double-unknown"),
        ("/gabung K-01 PK-01", "double-roles"),
        ("/gabung K-01 A-07", "double-child"),
        ("/gabung A-07 K-01", "double-child"),
        ("/gabung PL-09 PL-01", "double-has-left"),
    ],
)
async def test_what_cannot_be_is_answered_with_a_sentence(
    world: World, cast: Cast, twins: Twins, wish: str, key: str
) -> None:
    other = await world.office("BPS-BDG")
    await world.person(other, "K-77", Role.CLIENT)
    await world.person(cast.office, "A-07", Role.CLIENT, child=True, name=SECRET)
    left = await world.person(cast.office, "PL-09", Role.SUPERVISOR)
    async with world.database.transaction() as session:
        (await session.get_one(Person, left.id)).left_on = date(2026, 4, 1)
    await world.phone(twins.operator).writes(wish)

    said = await world.last(twins.operator)
    assert said.key == key
    assert SECRET not in said.text
    assert await all_of(world, Merging) == []


async def test_swapped_the_other_one_stays_and_an_older_card_merges_nothing(
    world: World, cast: Cast, twins: Twins
) -> None:
    phone = world.phone(twins.operator)
    await phone.writes(WISH)
    before = next(one.id for one in (await world.last(twins.operator)).buttons if "Gabung" in one.label)
    await phone.taps("🔄 Tukar")
    assert "K-01 digabung ke K-17" in (await world.last(twins.operator)).text
    await phone.taps_id(before)
    assert (await world.last(twins.operator)).key == "double-check"
    assert [one.state for one in await all_of(world, Merging)] == [MergingState.DRAFT]

    await phone.taps("🔗 Gabungkan")
    assert await clients_of(world, cast.case, twins.case) == [twins.twin.id, twins.twin.id]


async def test_cancelled_they_stay_two(world: World, cast: Cast, twins: Twins) -> None:
    await world.phone(twins.operator).writes(WISH)
    button = next(one.id for one in (await world.last(twins.operator)).buttons if "Gabung" in one.label)
    await world.phone(twins.operator).taps("❌ Batal")
    await world.phone(twins.operator).taps_id(button)

    assert (await world.last(twins.operator)).key == "double-cancelled-before"
    assert await clients_of(world, twins.case) == [twins.twin.id]


async def test_hours_at_the_same_time_are_asked_about(world: World, cast: Cast, twins: Twins) -> None:
    placed = (await all_of(world, Placement))[-1]
    async with world.database.transaction() as session:
        row = await session.get_one(Placement, placed.id)
        row.weekdays, row.starts, row.ends = "14", time(10), time(12)
    await world.phone(twins.operator).writes(WISH)

    assert "⚠️ Jadwal keduanya pada jam yang sama: Kamis" in (await world.last(twins.operator)).text

    await world.phone(twins.operator).taps("🔗 Gabungkan")
    assert "Tutup salah satu perkara" in (await world.letter(cast.officer, "double-told")).text


# Accounts


async def test_of_two_phones_the_one_used_last_goes_on(world: World, cast: Cast, twins: Twins) -> None:
    await uses(world, twins.twin)
    await world.phone(twins.operator).writes(WISH)
    assert "HP K-17 tetap terhubung, HP K-01 diputus" in (await world.last(twins.operator)).text
    await world.phone(twins.operator).taps("🔗 Gabungkan")

    assert await owner_of(world, "K-17") == "K-01"
    assert await owner_of(world, "K-01") is None
    cut = await world.last(cast.budi)
    assert cut.key == "account-no-longer"
    assert "0411-000111" in cut.text
    assert "Budi" not in cut.text
    await world.phone(twins.twin).writes("jam")
    assert "Budi (contoh)" in (await world.last(twins.twin)).text
    await world.phone(cast.budi).writes("jam")
    assert (await world.last(cast.budi)).key == "stranger"


async def test_without_a_phone_of_his_own_the_first_takes_over_the_others(
    world: World, cast: Cast, twins: Twins
) -> None:
    twice = await world.person(cast.office, "K-18", Role.CLIENT, enrolled=False)
    before = await world.keys(twins.twin)
    await merges(world, twins.operator, "/gabung K-18 K-17 NIK sama")

    assert await owner_of(world, "K-17") == "K-18"
    assert await world.keys(twins.twin) == before
    async with world.database.reading() as session:
        facts = await stream_events(session, cast.office.id, person_stream(twice.id))
    assert [one.kind for one in facts][-2:] == ["account_bound", "doubles_merged"]


async def test_an_operator_who_merges_himself_keeps_the_phone_in_his_hand(
    world: World, cast: Cast, twins: Twins
) -> None:
    await world.person(cast.office, "OP-02", Role.OPERATOR)
    world.clock.moment += timedelta(minutes=1)
    await merges(world, twins.operator, "/gabung OP-02 OP-01 saya sendiri")

    assert (await world.last(twins.operator)).key == "double-done"
    assert await owner_of(world, "OP-01") == "OP-02"
    assert (await world.last("OP-02")).key == "account-no-longer"
    await world.phone(twins.operator).writes("/gabung K-01 K-17 sama")
    assert (await world.last(twins.operator)).key == "double-check"


async def test_an_open_link_of_the_second_ends(world: World, cast: Cast, twins: Twins) -> None:
    third = await world.person(cast.office, "K-18", Role.CLIENT, enrolled=False)
    async with world.database.transaction() as session:
        token = await invite(session, third, world.clock.now())
    await merges(world, twins.operator, "/gabung K-01 K-18 NIK sama")
    await world.phone("NEW").writes(f"/start {token}")

    assert (await world.last("NEW")).key == "invitation-expired"
    assert await owner_of(world, "NEW") is None


# Afterwards


async def test_an_old_code_finds_the_one_and_nobody_is_listed_twice(
    world: World, cast: Cast, twins: Twins
) -> None:
    await merges(world, twins.operator)
    officer, operator = world.phone(cast.officer), world.phone(twins.operator)
    await officer.writes("/klien K-17")
    assert "Budi (contoh)" in "\n".join(one.text for one in (await world.letters(cast.officer))[-2:])
    await operator.writes("/gabung K-01 K-17")
    assert "K-17 sudah digabung ke K-01" in (await world.last(twins.operator)).text
    await operator.writes("/hilang K-17")
    assert "K-01" in (await world.last(twins.operator)).text
    await operator.writes("/ubah K-17")
    assert "Budi (contoh)" in (await world.last(twins.operator)).text
    await officer.writes("/izinkan K-17 23/04 sakit")
    assert "Budi" in (await world.last(cast.officer)).text
    await operator.writes("/undang")
    assert "K-17" not in (await world.last(twins.operator)).text
    async with world.database.reading() as session:
        people = await queries.staff(session, cast.office.id, Role.CLIENT)
    assert [one.code for one in people] == ["K-01"]


async def test_an_old_code_is_not_given_again(world: World, cast: Cast, twins: Twins) -> None:
    await merges(world, twins.operator)
    async with world.database.reading() as session:
        about = {"peran": "klien"}
        assert await proposed_code(session, twins.operator, FormKind.PERSON, about) == "K-18"
        with pytest.raises(CellProblem) as no:
            await check_free(session, twins.operator, FormKind.PERSON, "k-17")
    assert no.value.key == "register-code-taken"


async def test_what_comes_to_him_later_comes_once_and_counts_on_its_case(
    world: World, cast: Cast, twins: Twins
) -> None:
    await world.phone(cast.budi).writes("jam")
    await merges(world, twins.operator)
    await world.passes(at(26, 20))
    reminders = [one for one in await world.letters(cast.budi) if "reminder" in one.key]
    assert reminders
    attendance = await works(world, cast.budi, 27)
    assert (attendance.case_id, attendance.client_id) == (twins.case.id, cast.budi.id)
    await world.phone(cast.supervisor).taps("✅ Benar")

    async with world.database.reading() as session:
        hours = [(await session.get_one(CaseBalance, one.id)).credited for one in (cast.case, twins.case)]
    assert hours == [0, 180]
    await sound(world, twins.case)


async def test_what_was_done_under_the_old_code_stays_written_so(
    world: World, cast: Cast, twins: Twins
) -> None:
    attendance = await works(world, twins.twin, 27)
    await world.phone(cast.supervisor).taps("✅ Benar")
    async with world.database.reading() as session:
        before = await stream_events(session, cast.office.id, case_stream(twins.case.id))
    await merges(world, twins.operator)

    async with world.database.reading() as session:
        after = await stream_events(session, cast.office.id, case_stream(twins.case.id))
        row = await session.get_one(Attendance, attendance.id)
        assert not await queries.finished_by_another(session, row)
    assert after[: len(before)] == before
    assert {one.actor_id for one in before if one.kind == "checked_in"} == {twins.twin.id}
    assert (row.client_id, row.credited) == (cast.budi.id, 180)
    await sound(world, twins.case)


# Who may


async def test_an_officer_merges_his_own_clients(world: World, cast: Cast, twins: Twins) -> None:
    await merges(world, cast.officer)

    assert (await world.last(cast.officer)).key == "double-done"
    assert "double-told" not in await world.keys(cast.officer)
    assert await clients_of(world, twins.case) == [cast.budi.id]


async def test_an_officer_does_not_merge_anybody_elses(world: World, cast: Cast, twins: Twins) -> None:
    dewi = await world.person(cast.office, "PK-02", Role.OFFICER)
    other = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(other, dewi, cast.site)
    await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    for by, wish, key in (
        (cast.officer, "/gabung K-01 K-02 sama", "double-not-all-yours"),
        (cast.officer, "/gabung K-02 K-01 sama", "double-not-all-yours"),
        (dewi, WISH, "double-not-all-yours"),
        (cast.officer, "/gabung PL-01 PL-02 sama", "double-for-operator"),
    ):
        await world.phone(by).writes(wish)
        assert (await world.last(by)).key == key, wish


async def test_a_stand_in_merges_nobody_and_a_case_that_went_away_meanwhile_is_seen(
    world: World, cast: Cast, twins: Twins
) -> None:
    dewi = await world.person(cast.office, "PK-02", Role.OFFICER)
    async with world.database.transaction() as session:
        session.add(a_leave(cast, cast.officer, dewi))
    await world.phone(dewi).writes(WISH)
    assert (await world.last(dewi)).key == "double-not-all-yours"

    await world.phone(cast.officer).writes(WISH)
    async with world.database.transaction() as session:
        (await session.get_one(Case, twins.case.id)).officer_id = dewi.id
    await world.phone(cast.officer).taps("🔗 Gabungkan")
    assert (await world.last(cast.officer)).key == "double-not-all-yours"
    assert await clients_of(world, twins.case) == [twins.twin.id]


def a_leave(cast: Cast, person: Person, stand_in: Person) -> Leave:
    return Leave(
        office_id=cast.office.id,
        person_id=person.id,
        stand_in_id=stand_in.id,
        first=date(2026, 4, 20),
        last=date(2026, 4, 24),
        state=LeaveState.ACCEPTED,
        asked_by=person.id,
        asked_at=at(20, 12),
    )


async def test_two_who_stand_in_for_each_other_end_that_first(world: World, cast: Cast, twins: Twins) -> None:
    again = await world.person(cast.office, "PL-30", Role.SUPERVISOR)
    async with world.database.transaction() as session:
        session.add(a_leave(cast, cast.supervisor, again))
    await world.phone(twins.operator).writes("/gabung PL-01 PL-30 sama")

    assert "saling menggantikan cuti sampai Jumat, 24 April 2026" in (await world.last(twins.operator)).text


# Children, guardians, staff


async def test_a_child_is_merged_with_a_child_and_is_a_code_everywhere(
    world: World, cast: Cast, twins: Twins
) -> None:
    wali = await world.person(cast.office, "W-01", Role.GUARDIAN, name="Wali (contoh)")
    for code in ("A-07", "A-08"):
        child = await world.person(
            cast.office, code, Role.CLIENT, name=f"{SECRET} {code}", child=True, enrolled=False
        )
        await world.case(
            child,
            cast.officer,
            cast.site,
            programme=Programme.CHILD_SERVICE,
            guardian_id=wali.id,
            total_hours=30,
        )
        async with world.database.transaction() as session:
            session.add(
                Consent(
                    office_id=cast.office.id,
                    child_id=child.id,
                    guardian_id=wali.id,
                    version="2026-3",
                    given_at=at(20, 12),
                )
            )
    await merges(world, twins.operator, "/gabung A-07 A-08 satu Anak")

    for one in await world.outbox():
        assert SECRET not in json.dumps(one.content), one.content["key"]
    (consent,) = await all_of(world, Consent)
    assert consent.guardian_id == wali.id
    await world.phone(wali).writes("jadwal")
    assert "A-08" not in (await world.last(wali)).text


async def test_a_guardian_answers_for_the_children_of_both(world: World, cast: Cast, twins: Twins) -> None:
    guardians = [
        await world.person(cast.office, code, Role.GUARDIAN, name=f"{SECRET} {code}")
        for code in ("W-01", "W-02")
    ]
    for guardian, code in zip(guardians, ("A-07", "A-08"), strict=True):
        child = await world.person(cast.office, code, Role.CLIENT, child=True, enrolled=False)
        await world.case(
            child,
            cast.officer,
            cast.site,
            programme=Programme.CHILD_SERVICE,
            guardian_id=guardian.id,
            total_hours=30,
        )
    await world.phone(guardians[0]).writes("jadwal")
    await merges(world, cast.officer, "/gabung W-01 W-02 satu ibu")
    assert all(SECRET not in one.text for one in await world.letters(cast.officer))
    await world.phone(guardians[0]).writes("jadwal")

    schedule = "\n".join(one.text for one in await world.letters(guardians[0]))
    assert "A-07" in schedule
    assert "A-08" in schedule


async def test_a_supervisor_has_the_sites_of_both_and_no_day_twice(
    world: World, cast: Cast, twins: Twins
) -> None:
    again = await world.person(cast.office, "PL-30", Role.SUPERVISOR)
    other = await world.site(cast.office, again, code="L2")
    async with world.database.transaction() as session:
        session.add(
            SiteSupervisor(
                office_id=cast.office.id,
                site_id=cast.site.id,
                person_id=again.id,
                from_on=date(2026, 4, 1),
                until_on=date(2026, 5, 1),
            )
        )
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(sari, cast.officer, other)
    await world.phone(cast.supervisor).writes("daftar")
    await merges(world, twins.operator, "/gabung PL-01 PL-30 satu orang")

    assert (await world.letter(cast.supervisor, "double-yours")).text.startswith(
        "🔗 Data Anda tercatat dua kali"
    )
    terms = [
        (one.site_id, one.person_id, one.from_on, one.until_on) for one in await all_of(world, SiteSupervisor)
    ]
    since = date(2026, 1, 2)
    assert terms == [
        (cast.site.id, cast.supervisor.id, since, None),
        (other.id, cast.supervisor.id, since, None),
    ]
    world.clock.moment = at(23, 8)
    for client in (cast.budi, sari):
        await world.phone(client).sends_location()
    cards = "\n".join(one.text for one in await world.letters(cast.supervisor))
    assert "Budi (contoh)" in cards
    assert "Sari (contoh)" in cards


async def test_a_rejection_under_the_old_code_is_still_ones_own(
    world: World, cast: Cast, twins: Twins
) -> None:
    again = await world.person(cast.office, "PL-30", Role.SUPERVISOR)
    attendance = await works(world, cast.budi, 23)
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes("tidak ada di lokasi")
    undo = next(
        one.id
        for letter in reversed(await world.letters(cast.supervisor))
        for one in letter.buttons
        if one.id.startswith("unreject")
    )
    assert (await all_of(world, Attendance))[0].state is AttendanceState.REJECTED
    await merges(world, twins.operator, "/gabung PL-30 PL-01 satu orang")
    await world.phone(cast.supervisor).taps_id(undo)

    (row,) = await all_of(world, Attendance)
    assert row.id == attendance.id
    assert row.state is not AttendanceState.REJECTED
    assert await owner_of(world, "PL-01") == again.code


async def test_an_officer_keeps_cases_offers_and_marks_of_both(
    world: World, cast: Cast, twins: Twins
) -> None:
    dewi = await world.person(cast.office, "PK-02", Role.OFFICER, name="Dewi (contoh)")
    again = await world.person(cast.office, "PK-30", Role.OFFICER, name="Dewi S (contoh)")
    await world.phone(cast.officer).writes("/pindah K-01 PK-30 tugas belajar")
    await world.phone(cast.officer).taps("📨 Kirim")
    await world.phone(again).taps("✅ Terima")
    await world.phone(cast.officer).writes("/pindah K-17 PK-30 tugas belajar")
    await world.phone(cast.officer).taps("📨 Kirim")
    await uses(world, again)
    await merges(world, twins.operator, "/gabung PK-02 PK-30 satu orang")

    async with world.database.reading() as session:
        assert (await session.get_one(Case, cast.case.id)).officer_id == dewi.id
    assert [one.to_id for one in await all_of(world, Transfer)] == [again.id, dewi.id]
    assert [one.to_id for one in await all_of(world, Handover)] == [dewi.id]
    assert (await world.last(again)).key == "double-yours"  # his phone was used last
    await world.phone(again).writes("/klien K-01")
    assert "Budi (contoh)" in (await world.last(again)).text
    await world.phone(again).taps("✅ Terima")
    async with world.database.reading() as session:
        assert (await session.get_one(Case, twins.case.id)).officer_id == dewi.id
    digest = [one for one in await all_of(world, Person) if one.code == "PK-30"]
    assert digest[0].look_at is None


async def test_a_prosecutor_reads_the_cases_of_both(world: World, cast: Cast, twins: Twins) -> None:
    first, second = [await world.person(cast.office, code, Role.PROSECUTOR) for code in ("JK-01", "JK-09")]
    async with world.database.transaction() as session:
        (await session.get_one(Case, cast.case.id)).prosecutor_id = first.id
        (await session.get_one(Case, twins.case.id)).prosecutor_id = second.id
    await uses(world, first)
    await merges(world, twins.operator, "/gabung JK-01 JK-09 satu jaksa")
    await world.phone(first).writes("perkara")

    assert [one.label for one in (await world.last(first)).buttons] == ["Budi (contoh)", "Budiman (contoh)"]


# Shared phones


async def test_on_a_shared_phone_the_old_code_is_his_turn(world: World, cast: Cast, twins: Twins) -> None:
    from tests.conversations.test_shared_phones import declared, knows_the_notice

    await knows_the_notice(world, cast.budi, twins.twin)
    post = await declared(world, cast, "Pos Bapas", "🏢 Di pos", "K-01; K-17")
    await post.writes("K-17")
    await merges(world, cast.officer)
    assert {one.person_id for one in await all_of(world, PhoneTurn)} == {cast.budi.id}
    assert [one.person_id for one in await all_of(world, DeskPhoneUser)] == [cast.budi.id]
    await post.writes("/ganti-orang")
    await post.writes("K-17")

    assert (await world.last(post.code)).key == "phone-go-on"
    assert (await all_of(world, PhoneTurn))[-1].person_id == cast.budi.id


# Races


async def test_merged_while_the_seconds_phone_checks_in(world: World, cast: Cast, twins: Twins) -> None:
    world.clock.moment = at(27, 8)
    await world.phone(twins.operator).writes(WISH)
    button = next(one.id for one in (await world.last(twins.operator)).buttons if "Gabung" in one.label)
    await at_once(
        world,
        {"from": "K-17", "kind": "location", "point": HERE},
        {"from": "OP-01", "kind": "choice", "text": button, "tap": "tap"},
    )

    assert await clients_of(world, twins.case) == [cast.budi.id]
    for attendance in await all_of(world, Attendance):
        assert (attendance.case_id, attendance.client_id) == (twins.case.id, cast.budi.id)
    assert {one.client_id for one in await all_of(world, WorkSession)} == {cast.budi.id}
    for one in ("K-01", "K-17", twins.operator.code):
        assert "could-not-process" not in await world.keys(one)
    await sound(world, twins.case)


async def test_merged_twice_at_once_it_happens_once(world: World, cast: Cast, twins: Twins) -> None:
    other = await world.person(cast.office, "OP-02", Role.OPERATOR)
    taps = []
    for by, wish in ((twins.operator, WISH), (other, "/gabung K-17 K-01 sama")):
        await world.phone(by).writes(wish)
        button = next(one.id for one in (await world.last(by)).buttons if "Gabung" in one.label)
        taps.append({"from": by.code, "kind": "choice", "text": button, "tap": "tap"})
    await at_once(world, *taps)

    people = {one.code: one.merged_into for one in await all_of(world, Person)}
    assert sorted(people[code] is not None for code in ("K-01", "K-17")) == [False, True]
    assert len(set(await clients_of(world, cast.case, twins.case))) == 1
    last = {(await world.last(by)).key for by in (twins.operator, other)}
    assert last == {"double-done", "double-already"}


async def test_a_case_that_was_just_being_written_goes_along_a_minute_later(
    world: World, cast: Cast, twins: Twins
) -> None:
    await merges(world, twins.operator)
    async with world.database.transaction() as session:  # whose transaction had begun before the merge
        (await session.get_one(Case, twins.case.id)).client_id = twins.twin.id
        for planned in (await session.exec(select(WorkSession))).all():
            planned.client_id = twins.twin.id
    await world.passes(world.clock.now() + timedelta(minutes=2))

    assert await clients_of(world, twins.case) == [cast.budi.id]
    assert {one.client_id for one in await all_of(world, WorkSession)} == {cast.budi.id}
    async with world.database.reading() as session:
        facts = await stream_events(session, cast.office.id, case_stream(twins.case.id))
    assert [(one.kind, one.actor_id) for one in facts[-2:]] == [
        ("doubles_merged", twins.operator.id),
        ("doubles_merged", None),
    ]
    await sound(world, twins.case)


async def test_merged_again_the_first_code_of_all_still_leads_on(
    world: World, cast: Cast, twins: Twins
) -> None:
    await world.person(cast.office, "K-40", Role.CLIENT, name="Budi Santoso (contoh)")
    await merges(world, twins.operator)
    await merges(world, twins.operator, "/gabung K-40 K-01 sama")
    async with world.database.reading() as session:
        found = await queries.person_by_code(session, cast.office.id, "k-17")
    assert found is not None
    assert found.code == "K-40"


# The workbook


async def test_a_workbook_may_name_the_old_code_but_not_write_it(
    world: World, cast: Cast, twins: Twins
) -> None:
    await merges(world, twins.operator)
    async with world.database.reading() as session:
        rows = await filled_rows(session, cast.office.id, world.clock.now())
    assert "K-17" not in [row["kode"] for row in rows["orang"]]
    assert {row["klien"] for row in rows["perkara"]} == {"K-01"}

    people = read_content("orang.csv", b"kode,nama,peran\nK-17,Nama lain (contoh),klien\n")
    tried = await rehearse(world.database, cast.office.id, people, now=world.clock.now())
    result = await take_book(world.database, cast.office.id, people, now=world.clock.now())
    (problem,) = result.problems
    assert tried.problems == [problem]
    assert (problem.column, problem.reason.key) == ("kode", "import-code-merged")
    assert problem.reason.params == {"code": "K-17", "into": "K-01"}

    pk = await world.person(cast.office, "PK-30", Role.OFFICER)
    await merges(world, twins.operator, "/gabung PK-01 PK-30 sama")
    mine = read_content("perkara.csv", f"nomor,pk,jam_total\n{twins.case.number},PK-30,40\n".encode())
    result = await take_book(world.database, pk.office_id, mine, now=world.clock.now(), by=cast.officer.id)
    assert result.problems == []

    cases = read_content("perkara.csv", f"nomor,klien\n{twins.case.number},K-17\n".encode())
    result = await take_book(world.database, cast.office.id, cases, now=world.clock.now())
    assert result.problems == []
    assert await clients_of(world, twins.case) == [cast.budi.id]
    names = {one.code: one.name for one in await all_of(world, Person)}
    assert names["K-01"] == "Budi (contoh)"


async def test_an_open_leave_goes_along_and_its_answer_comes_once(
    world: World, cast: Cast, twins: Twins
) -> None:
    again = await world.person(cast.office, "PL-30", Role.SUPERVISOR)
    colleague = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    leave = a_leave(cast, again, colleague)
    leave.state, leave.first, leave.last = LeaveState.OFFERED, date(2026, 4, 27), date(2026, 4, 28)
    async with world.database.transaction() as session:
        session.add(leave)
    await uses(world, again)
    await merges(world, twins.operator, "/gabung PL-01 PL-30 satu orang")
    await world.phone(colleague).taps_id("leave-accept:1")

    assert (await world.keys(again)).count("leave-accepted") == 1
    (row,) = await all_of(world, Leave)
    assert (row.person_id, row.asked_by) == (cast.supervisor.id, cast.supervisor.id)


async def test_what_history_still_writes_to_the_old_id_reaches_the_one(
    world: World, cast: Cast, twins: Twins
) -> None:
    async def remembers(session: AsyncSession, now: datetime) -> list[Notice]:
        return [Notice(to=twins.twin.id, key="voice-not-heard")]

    await merges(world, twins.operator)
    await world.house.desk.do(remembers, world.clock.now())
    await world.carry()

    assert (await world.last(cast.budi)).key == "voice-not-heard"
