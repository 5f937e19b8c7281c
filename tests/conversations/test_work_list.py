"""`/perlu` in pages: with nobody, one, 75 and 250 to look at, and with buttons of a list that has changed."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import delete
from sqlmodel import col

from bot.domain.cases import CaseState, Programme
from bot.domain.people import Role
from bot.domain.work_list import PAGE
from bot.storage.models import Case, Person, SiteSupervisor
from bot.texts import utf16_length
from tests.conversations.conftest import Cast
from tests.harness import Letter, World, at


async def incomplete(world: World, cast: Cast, count: int) -> None:
    """So many cases that cannot begin yet: a sentence each."""
    office = cast.office.id
    async with world.database.transaction() as session:
        people = [
            Person(office_id=office, code=f"D-{one:03}", name=f"Klien {one:03}", role=Role.CLIENT)
            for one in range(count)
        ]
        session.add_all(people)
        await session.flush()
        for one in people:
            case = Case(
                office_id=office,
                number=one.code,
                client_id=one.id,
                officer_id=cast.officer.id,
                programme=Programme.COMMUNITY_WORK,
                state=CaseState.DRAFT,
            )
            session.add(case)


@pytest.mark.parametrize("count", [1, 75, 250])
async def test_the_first_page_and_the_last_fit_any_messenger(world: World, cast: Cast, count: int) -> None:
    await incomplete(world, cast, count)
    officer, last = world.phone(cast.officer), -(-count // PAGE)
    await officer.writes("/perlu")
    first = await world.last(cast.officer)
    await officer.taps_id(f"needs-page:{cast.officer.id}:{last}")
    end = await world.last(cast.officer)

    assert max(utf16_length(one.text) for one in (first, end)) <= world.channel.caps.text_limit
    assert max(len(one.buttons) for one in (first, end)) <= min(PAGE + 1, world.channel.caps.choices)
    assert {"Klien 000"} <= named(first)
    assert {f"Klien {count - 1:03}"} <= named(end)
    assert any("🟢 1 klien berjalan baik." in one.text for one in await world.letters(cast.officer))


def named(letter: Letter) -> set[str]:
    """Whom a page names, on a button or, where there are more of them, beside a number to type."""
    labels = " ".join(one.label for one in letter.buttons)
    return set(re.findall(r"Klien \d{3}", f"{letter.text} {labels}"))


async def test_a_calm_list_says_how_many_are_fine(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/perlu")

    calm = await world.last(cast.officer)
    assert (calm.key, "🟢 1 klien berjalan baik." in calm.text) == ("needs-nothing", True)


async def test_an_old_button_opens_the_last_page_of_a_shorter_list(world: World, cast: Cast) -> None:
    await incomplete(world, cast, 20)
    officer = world.phone(cast.officer)
    await officer.writes("/perlu")
    await officer.taps("▶️ Berikutnya")
    assert "Halaman 2 dari 4" in (await world.last(cast.officer)).text
    async with world.database.transaction() as session:
        await session.exec(delete(Case).where(col(Case.number).in_([f"D-{one:03}" for one in range(10)])))
    await officer.taps_id(f"needs-page:{cast.officer.id}:4")
    assert "Halaman 2 dari 2" in (await world.last(cast.officer)).text
    await officer.taps("🔁 Dari awal")
    assert "Halaman 1 dari 2" in (await world.last(cast.officer)).text

    colleague = await world.person(cast.office, "PK-02", Role.OFFICER)
    await world.phone(colleague).taps_id(f"needs-page:{cast.officer.id}:1")
    assert (await world.last(colleague)).key == "not-yours"


async def test_who_never_joined_gets_his_invitation_from_the_list(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)", enrolled=False)
    await world.case(sari, cast.officer, cast.site)
    await world.phone(cast.officer).writes("/perlu")
    assert "bagikan lagi undangannya dengan tombol ✉️" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).types("✉️ Sari (contoh)")

    assert "invite-ready" in await world.keys(cast.officer)


async def test_a_case_that_lacks_something_is_completed_from_the_list(world: World, cast: Cast) -> None:
    await incomplete(world, cast, 1)
    await world.phone(cast.officer).writes("/perlu")
    await world.phone(cast.officer).types("✏️ Klien 000")

    assert "D-000" in (await world.last(cast.officer)).text


@pytest.mark.parametrize(
    ("phone", "said"),
    [
        ("0812-0001", "📞 Pengawas: Pak Dusun, 0812-0001"),
        ("", "👤 Pengawas: Pak Dusun, nomornya belum tercatat"),
    ],
)
async def test_hours_that_wait_for_long_come_with_the_supervisor_and_his_number(
    world: World, cast: Cast, phone: str, said: str
) -> None:
    async with world.database.transaction() as session:
        supervisor = await session.get_one(Person, cast.supervisor.id)
        supervisor.name, supervisor.phone = "Pak Dusun", phone
    await works_unconfirmed(world, cast)
    await world.phone(cast.officer).writes("/perlu")

    listed = (await world.last(cast.officer)).text
    assert "Langkah: hubungi pengawasnya" in listed
    assert said in listed


async def works_unconfirmed(world: World, cast: Cast) -> None:
    """Budi has worked on Thursday, and on Monday nobody has confirmed it."""
    for hour in (8, 11):
        world.clock.moment = at(23, hour)
        await world.phone(cast.budi).sends_location()
    world.clock.moment = at(27, 8)


async def test_where_nobody_supervised_the_signed_list_is_one_tap_away(world: World, cast: Cast) -> None:
    await works_unconfirmed(world, cast)
    async with world.database.transaction() as session:
        await session.exec(delete(SiteSupervisor))
    await world.phone(cast.officer).writes("/perlu")

    listed = (await world.last(cast.officer)).text
    assert "👤 Belum ada pengawas di lokasi itu" in listed
    assert "konfirmasi dari daftar hadir bertanda tangan dengan tombol 📄" in listed
    await world.phone(cast.officer).types("📄 Kantor Desa L1")
    assert (await world.last(cast.officer)).key == "signed-ask-photo"
