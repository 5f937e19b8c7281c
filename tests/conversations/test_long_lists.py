"""Lists of any length fit the messenger, in pages whose old buttons still lead somewhere."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import col, delete, select

from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.storage.models import Person, Placement, WorkSession
from tests.conversations.conftest import Cast
from tests.conversations.test_lists import arrive, listed
from tests.conversations.test_review import first_session, group
from tests.harness import World, at

NEXT = "▶️ Berikutnya"
DAY = at(23, 8).date()


async def crowd(world: World, cast: Cast, size: int) -> None:
    """So many are expected at the site on Thursday at eight, and nobody else."""
    async with world.database.transaction() as session:
        await session.exec(delete(WorkSession).where(col(WorkSession.day) == DAY))
        of_all: dict[str, Any] = {
            "office_id": cast.office.id,
            "case_id": cast.case.id,
            "site_id": cast.site.id,
        }
        for number in range(1, size + 1):
            code, name = f"M-{number:03}", f"Muhammad Faturrahman Al-Hafidz {number}"
            person = Person(office_id=cast.office.id, code=code, name=name, role=Role.CLIENT)
            session.add(person)
            await session.flush()
            hours: dict[str, Any] = {"weekdays": "4", "starts": at(23, 8).time(), "ends": at(23, 11).time()}
            placement = Placement(**of_all, **hours, code=f"PM-{number}", from_on=DAY, until_on=DAY)
            session.add(placement)
            await session.flush()
            planned = WorkSession(
                **of_all,
                client_id=person.id,
                placement_id=placement.id,
                activity="kebersihan lingkungan",
                day=DAY,
                starts_at=at(23, 8),
                ends_at=at(23, 11),
            )
            session.add(planned)


async def only(world: World, size: int) -> None:
    """All but so many are planned no more."""
    async with world.database.transaction() as session:
        rows = (await session.exec(select(WorkSession).where(WorkSession.day == DAY))).all()
        for planned in rows[size:]:
            await session.delete(planned)


def fit(world: World) -> bool:
    caps = world.channel.caps
    sent = [one.message for one in world.channel.delivered]
    return all(len(one.text) <= caps.text_limit and len(one.buttons) <= caps.choices for one in sent)


async def names_seen(world: World, since: int) -> list[str]:
    """The numbers of the lines that a supervisor has read, in order."""
    texts = [one.message.text for one in world.channel.delivered[since:]]
    lines = [line for text in texts for line in text.splitlines() if "jadwal pukul" in line]
    return [line.split(". ")[0] for line in lines]


@pytest.mark.parametrize("size", [0, 1, 75, 250])
async def test_everybody_of_a_day_is_read_once_from_page_to_page(world: World, cast: Cast, size: int) -> None:
    await crowd(world, cast, size)
    world.clock.moment = at(23, 8, 10)
    await world.phone(cast.supervisor).writes("/daftar")
    if size == 0:
        assert (await world.last(cast.supervisor)).key == "list-empty"
        return
    if size > 1:
        assert await choice(world, cast, "choice-rest-here") == f"✅ Sisanya hadir ({size})"
    for _ in range(15, size, 15):
        await world.phone(cast.supervisor).taps(NEXT)

    assert await names_seen(world, 0) == [str(number) for number in range(1, size + 1)]
    assert fit(world)


async def choice(world: World, cast: Cast, key: str) -> str:
    """The label of the last list's button with this sentence, pressed or typed."""
    rows = [one for one in await world.outbox() if one.person_id == cast.supervisor.id]
    found = [one for one in rows[-1].content["choices"] if one[1] == key]
    return world.house.texts.render(found[0][1], found[0][2], locale="id")


async def test_a_number_on_a_later_page_means_its_person(world: World, cast: Cast) -> None:
    people = await group(world, cast, 17)
    world.clock.moment = at(23, 8, 10)
    await world.phone(cast.supervisor).writes("/daftar")
    await world.phone(cast.supervisor).taps(NEXT)
    await world.phone(cast.supervisor).taps(f"✅ Hadir: {people[16].shown}")

    assert (await world.last(people[16])).key == "marked-present"
    shown = await world.last(cast.supervisor)
    assert shown.text.splitlines()[-1 if world.channel.caps.edit else 3] == "Halaman 2 dari 2"


async def test_the_button_of_a_page_that_is_gone_shows_the_nearest(world: World, cast: Cast) -> None:
    await crowd(world, cast, 31)
    world.clock.moment = at(23, 8, 10)
    await world.phone(cast.supervisor).writes("/daftar")
    await only(world, 20)
    await world.phone(cast.supervisor).taps_id(f"day-page:{cast.site.id}:20260423:p2")
    assert "Halaman 2 dari 2" in (await world.last(cast.supervisor)).text
    await only(world, 0)
    await world.phone(cast.supervisor).taps_id(f"day-page:{cast.site.id}:20260423:p2")

    assert (await world.last(cast.supervisor)).key == "list-empty"


async def test_news_of_others_turns_no_page_of_a_groups_list(world: World, cast: Cast) -> None:
    people = await group(world, cast, 17)
    await arrive(world, *people[:16])
    await world.phone(cast.supervisor).taps_id(f"list-page:{await first_session(world)}:p1")
    assert people[15].shown in (await listed(world, cast))[-1].text
    await world.phone(people[16]).sends_location()

    shown = (await listed(world, cast))[-1]
    assert "Halaman 2 dari 2" in shown.text
    assert shown.text.splitlines()[0].endswith("17 orang") is world.channel.caps.edit
    await world.phone(cast.supervisor).taps("✅ Hadir semua")
    assert "Halaman 2 dari 2" in (await listed(world, cast))[-1].text


async def test_who_is_excused_is_on_leave_and_nobody_calls_him(world: World, cast: Cast) -> None:
    """Why he is excused stays with his officer, whether the session was dropped or not."""
    await crowd(world, cast, 4)
    async with world.database.transaction() as session:
        rows = (await session.get_one(WorkSession, await first_session(world)),)
        rows[0].outcome = Outcome.SICK
    world.clock.moment = at(23, 8, 10)
    await world.phone(cast.supervisor).writes("/daftar")

    text = (await world.last(cast.supervisor)).text
    assert text.splitlines()[1].endswith("– izin")
    assert "sakit" not in text.lower()
    assert await choice(world, cast, "choice-rest-here") == "✅ Sisanya hadir (3)"
