"""A supervisor says who did not come, and whether he had been told; the officer decides."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.domain.absences import Absence
from bot.domain.checkins import SessionState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.storage.events import case_stream
from bot.storage.models import Event, WorkSession
from tests.conversations.conftest import Cast
from tests.conversations.test_outcomes import needs
from tests.conversations.test_review import first_session, group
from tests.harness import World, at

NOT_COMING, TOLD, UNTOLD = "🚫 Tidak datang", "🙋 Sudah memberi tahu", "🔕 Tidak memberi tahu"


async def planned(world: World) -> WorkSession:
    async with world.database.reading() as session:
        return await session.get_one(WorkSession, await first_session(world))


async def asked_about_budi(world: World, cast: Cast) -> None:
    await world.phone(cast.supervisor).writes("/daftar")
    await world.phone(cast.supervisor).taps(NOT_COMING)
    await world.phone(cast.supervisor).taps("Budi (contoh), Kam 23 Apr")


async def test_before_the_hour_only_told_can_be_said_and_the_officer_decides_in_one_tap(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(23, 6)
    await asked_about_budi(world, cast)
    assert [one.label for one in (await world.last(cast.supervisor)).buttons] == [TOLD]
    await world.phone(cast.supervisor).taps_id(f"absent-untold:{await first_session(world)}:0")
    assert (await world.last(cast.supervisor)).key == "absence-too-early"
    await world.phone(cast.supervisor).taps(TOLD)

    assert (await world.last(cast.budi)).key == "absence-told-client"
    told = await world.last(cast.officer)
    assert told.key == "absence-told-officer"
    await world.phone(cast.officer).taps_id(f"outcome:{await first_session(world)}:0")
    await world.passes(at(23, 13))
    one = await planned(world)
    assert (one.state, one.outcome) == (SessionState.MISSED, Outcome.PERMITTED)
    assert not {"miss-question", "miss-ask-supervisor"} & {
        *await world.keys(cast.budi),
        *await world.keys(cast.supervisor),
    }


async def test_told_before_holds_the_ladder_until_he_decides(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8, 30)
    await asked_about_budi(world, cast)
    await world.phone(cast.supervisor).taps(TOLD)
    await world.passes(at(23, 13))

    assert "Memberi tahu pengawas" in await needs(world, cast)
    async with world.database.reading() as session:
        query = select(Event).where(Event.stream == case_stream(cast.case.id), Event.kind == "absence_said")
        said = (await session.exec(query)).one()
    assert said.actor_id == cast.supervisor.id


async def test_not_told_is_a_miss_and_the_client_is_still_asked(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8, 30)
    await asked_about_budi(world, cast)
    await world.phone(cast.supervisor).taps(UNTOLD)
    await world.passes(at(23, 13))

    one = await planned(world)
    assert (one.state, one.outcome, one.absence) == (
        SessionState.MISSED,
        Outcome.UNEXPLAINED,
        Absence.NOT_TOLD,
    )
    assert "miss-question" in await world.keys(cast.budi)
    assert "miss-ask-supervisor" not in await world.keys(cast.supervisor)
    await world.phone(cast.supervisor).writes("/daftar")
    assert "– tidak datang" in (await world.last(cast.supervisor)).text


async def test_who_comes_after_all_is_recorded_as_ever(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8, 30)
    await asked_about_budi(world, cast)
    await world.phone(cast.supervisor).taps(UNTOLD)
    await world.phone(cast.budi).sends_location()

    assert (await planned(world)).state is SessionState.STARTED
    await world.phone(cast.supervisor).taps_id(f"absent-told:{await first_session(world)}:0")
    assert (await world.last(cast.supervisor)).key == "absence-was-there"


@pytest.mark.parametrize("button", [TOLD, UNTOLD], ids=["told", "not told"])
async def test_it_is_taken_back_within_ten_minutes(world: World, cast: Cast, button: str) -> None:
    world.clock.moment = at(23, 8, 30)
    await asked_about_budi(world, cast)
    await world.phone(cast.supervisor).taps(button)
    await world.phone(cast.supervisor).taps("↩️ Batalkan")
    one = await planned(world)
    assert (one.outcome, one.answer, one.absence) == (None, "", None)

    await asked_about_budi(world, cast)
    await world.phone(cast.supervisor).taps(button)
    world.clock.moment = at(23, 8, 41)
    await world.phone(cast.supervisor).taps_id(f"absent-undo:{one.id}:0")
    assert (await world.last(cast.supervisor)).key == "absence-undo-too-late"


async def test_a_past_session_of_which_nobody_said_a_word_is_asked_about(world: World, cast: Cast) -> None:
    await group(world, cast, 2)
    await world.passes(at(24, 8))
    await world.phone(cast.supervisor).writes("/daftar")
    asked = await world.letter(cast.supervisor, "unsaid-ask")
    assert "2 jadwal yang lewat" in asked.text
    await world.phone(cast.supervisor).taps("❓ Belum dijawab: 2")
    await world.phone(cast.supervisor).taps("Budi (contoh), Kam 23 Apr")
    await world.phone(cast.supervisor).taps(UNTOLD)
    await world.phone(cast.supervisor).taps_id(f"unsaid:{cast.site.id}")
    left = await world.letter(cast.supervisor, "unsaid-which")
    assert [one.label for one in left.buttons] == ["K-02 (contoh), Kam 23 Apr"]
    await world.phone(cast.supervisor).taps("K-02 (contoh), Kam 23 Apr")
    await world.phone(cast.supervisor).taps("✅ Ya, hadir")
    await world.phone(cast.supervisor).taps_id(f"unsaid:{cast.site.id}")

    assert (await world.last(cast.supervisor)).key == "unsaid-none"


COMING = "📅 Hari berikutnya"


async def test_of_a_later_day_only_told_before_can_be_said(world: World, cast: Cast) -> None:
    """Every other word on it is refused, kindly; the officer decides, and on its day nobody waits for him."""
    await world.phone(cast.supervisor).writes("/daftar")
    assert (await world.last(cast.supervisor)).key == "list-empty"
    await world.phone(cast.supervisor).taps(COMING)
    await world.phone(cast.supervisor).taps("📅 Kam 23 Apr: 1")
    await world.phone(cast.supervisor).taps("Budi (contoh), Kam 23 Apr")
    assert [one.label for one in (await world.last(cast.supervisor)).buttons] == [TOLD]
    number = await first_session(world)
    refused = []
    for entry in (f"present:{number}", f"rest-here:{number}", f"absent-untold:{number}:0"):
        await world.phone(cast.supervisor).taps_id(entry)
        refused.append((await world.last(cast.supervisor)).key)
    assert refused == ["too-early-to-confirm", "too-early-to-confirm", "absence-too-early"]
    await world.phone(cast.supervisor).taps_id(f"absent-told:{number}:0")

    assert (await world.last(cast.officer)).key == "absence-told-officer"
    await world.phone(cast.supervisor).taps_id("coming")
    assert [one.label for one in (await world.last(cast.supervisor)).buttons] == ["📅 Kam 30 Apr: 1"]
    await world.passes(at(23, 13))
    assert not {"reminder-day", "miss-question"} & {*await world.keys(cast.budi)}
    await world.phone(cast.supervisor).writes("/daftar")
    assert "– sudah memberi tahu" in (await world.last(cast.supervisor)).text


async def test_it_is_asked_at_which_of_several_sites_and_typed_by_number(world: World, cast: Cast) -> None:
    other = await world.site(cast.office, cast.supervisor, code="L2")
    await world.case(await world.person(cast.office, "K-02", Role.CLIENT), cast.officer, other, weekdays="14")
    world.clock.moment = at(23, 8)
    await world.phone(cast.supervisor).writes("/daftar")
    for wanted in (COMING, "Kantor Desa L2", "📅 Sen 27 Apr: 1", "K-02 (contoh), Sen 27 Apr"):
        await world.phone(cast.supervisor).types(wanted)
    await world.phone(cast.supervisor).types(TOLD)

    assert (await world.last(cast.officer)).key == "absence-told-officer"
    async with world.database.reading() as session:
        query = select(WorkSession.id).where(WorkSession.starts_at == at(21, 8, month=5))
        number = (await session.exec(query)).first()
    await world.phone(cast.supervisor).taps_id(f"absent:{number}")
    assert (await world.last(cast.supervisor)).key == "absence-too-far"
