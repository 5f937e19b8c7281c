"""A client finds his site closed and says so: nothing climbs, who knows the site is asked, people decide."""

from __future__ import annotations

from datetime import date, time

import pytest
from sqlmodel import select

from bot.domain.checkins import SessionState
from bot.domain.closure_claims import ClaimState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.storage.closure_claims import ClosureClaim
from bot.storage.models import Attendance, Person, Site, WorkSession
from tests.conversations.conftest import Cast
from tests.harness import FAR, HERE, World, at

YES, NO = "🚧 Benar, tutup", "✅ Tidak tutup"


async def says(world: World, client: Person, point: tuple[float, float, float] = HERE) -> None:
    """At half past eight before a closed gate."""
    world.clock.moment = at(23, 8, 30)
    await world.phone(client).writes("lokasi tutup")
    await world.phone(client).sends_location(point)


async def siti(world: World, cast: Cast) -> Person:
    person = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    await world.case(person, cast.officer, cast.site)
    return person


async def thursday(world: World, client: Person) -> WorkSession:
    async with world.database.reading() as session:
        query = select(WorkSession).where(
            WorkSession.client_id == client.id, WorkSession.day == date(2026, 4, 23)
        )
        return (await session.exec(query)).one()


async def claims(world: World) -> list[ClosureClaim]:
    async with world.database.reading() as session:
        return list((await session.exec(select(ClosureClaim))).all())


async def test_one_claim_asks_the_supervisor_softly_and_nothing_climbs(world: World, cast: Cast) -> None:
    await says(world, cast.budi)

    assert (await world.last(cast.budi)).key == "closed-kept"
    question = await world.last(cast.supervisor)
    assert question.key == "closed-question-softly"
    assert "Budi" not in question.text.splitlines()[0]
    assert "closed-question" not in await world.keys(cast.officer)
    await world.phone(cast.officer).writes("/perlu")
    assert (await world.last(cast.officer)).key == "closed-question"
    await world.passes(at(23, 14))
    assert not [key for key in await world.keys(cast.budi) if key.startswith("miss")]
    planned = await thursday(world, cast.budi)
    assert (planned.state, planned.outcome) == (SessionState.MISSED, Outcome.SITE_CLOSED)
    asked = [one for one in await world.letters(cast.officer) if one.key == "closed-question"]
    assert len([one for one in asked if not one.edited]) == 2


async def test_two_claims_ask_officer_and_supervisor_and_a_yes_closes_for_all(
    world: World, cast: Cast
) -> None:
    others = await siti(world, cast)
    third = await world.person(cast.office, "K-03", Role.CLIENT)
    await world.case(third, cast.officer, cast.site)
    await says(world, cast.budi)
    await says(world, others)

    for reader in (cast.supervisor, cast.officer):
        assert (await world.last(reader)).key == "closed-question"
    await world.phone(cast.officer).taps(YES)
    for client in (cast.budi, others, third):
        assert (await world.last(client)).key == "shut-told-client"
    planned = await thursday(world, cast.budi)
    assert (planned.state, planned.outcome) == (SessionState.CANCELLED, Outcome.SITE_CLOSED)
    assert {one.state for one in await claims(world)} == {ClaimState.UPHELD}
    await world.phone(cast.supervisor).taps(NO)
    answer = await world.last(cast.supervisor)
    assert (answer.key, "oleh Pk-01 (contoh) Kam 23 Apr pukul 08.30" in answer.text) == (
        "closed-was-upheld",
        True,
    )


async def test_a_no_is_told_kindly_and_the_claim_becomes_an_explanation(world: World, cast: Cast) -> None:
    await says(world, cast.budi, FAR)
    assert "dari titik lokasi" in (await world.last(cast.supervisor)).text
    await world.phone(cast.supervisor).taps(NO)

    assert (await world.last(cast.budi)).key == "closed-denied-client-over"
    assert "Lokasi ternyata tutup" in (await world.last(cast.officer)).text
    planned = await thursday(world, cast.budi)
    assert (planned.state, planned.outcome) == (SessionState.PLANNED, None)
    await world.passes(at(23, 14))
    assert (await thursday(world, cast.budi)).outcome is Outcome.UNEXPLAINED


async def test_without_a_supervisor_the_officer_is_asked_at_once_and_a_photo_goes_to_him(
    world: World, cast: Cast
) -> None:
    from bot.registry import appointments, dismiss

    async with world.database.transaction() as session:
        site = await session.get_one(Site, cast.site.id)
        for row in await appointments(session, site, date(2026, 4, 20)):
            await dismiss(session, row, until_on=date(2026, 4, 20), now=world.clock.now())
    world.clock.moment = at(23, 8, 30)
    await world.phone(cast.budi).writes("/lokasitutup")
    await world.phone(cast.budi).writes("pagarnya dikunci")
    assert "closed-question" in await world.keys(cast.officer)
    await world.phone(cast.budi).sends_photo()

    assert (await world.last(cast.budi)).key == "closed-photo-kept-place"
    assert (await world.last(cast.officer)).key == "closed-photo"


async def test_the_supervisors_own_closing_settles_what_clients_said(world: World, cast: Cast) -> None:
    await says(world, cast.budi)
    phone = world.phone(cast.supervisor)
    await phone.writes("/tutup")
    await phone.taps("🚧 Kam 23 Apr")
    await phone.taps("🌧 Hujan atau banjir")

    assert (await world.last(cast.budi)).key == "shut-told-client"
    assert {one.state for one in await claims(world)} == {ClaimState.UPHELD}
    await world.phone(cast.budi).writes("/lokasitutup")
    assert (await world.last(cast.budi)).key == "closed-nothing-today"


async def test_it_is_an_answer_to_the_question_about_a_miss(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9))
    assert (await world.last(cast.budi)).key == "miss-question"
    await world.phone(cast.budi).types("🚧 Lokasi tutup")
    assert (await world.last(cast.budi)).key == "closed-place"
    await world.phone(cast.budi).writes("Tidak bisa kirim, pagarnya dikunci")

    assert (await world.last(cast.budi)).key == "closed-kept-in-words"
    assert (await world.last(cast.supervisor)).key == "closed-question-softly"
    assert (await thursday(world, cast.budi)).outcome == Outcome.SITE_CLOSED
    await world.phone(cast.budi).taps_id(f"closed-claim:{(await thursday(world, cast.budi)).id}")
    assert (await world.last(cast.budi)).key == "closed-said-already"


async def test_hours_settle_only_the_claims_that_they_touch(world: World, cast: Cast) -> None:
    others = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(others, cast.officer, cast.site, starts=time(13), ends=time(16))
    await says(world, cast.budi)
    await says(world, others)
    await world.phone(cast.officer).writes("/tutup L1 23/04 13.00-16.00")
    await world.phone(cast.officer).writes("listrik padam")

    states = {one.client_id: one.state for one in await claims(world)}
    assert states == {cast.budi.id: ClaimState.OPEN, others.id: ClaimState.UPHELD}
    assert (await thursday(world, cast.budi)).outcome is Outcome.SITE_CLOSED
    await world.phone(cast.supervisor).taps_id(f"closed-no:{(await claim_of(world, cast.budi)).id}")
    assert (await world.last(cast.budi)).key == "closed-denied-client-over"
    assert "closed-denied-client" not in await world.keys(others)


async def claim_of(world: World, client: Person) -> ClosureClaim:
    return next(one for one in await claims(world) if one.client_id == client.id)


async def test_an_answer_is_about_the_hours_of_that_session(world: World, cast: Cast) -> None:
    others = await siti(world, cast)
    later = await world.person(cast.office, "K-03", Role.CLIENT)
    await world.case(later, cast.officer, cast.site, starts=time(13), ends=time(16))
    await says(world, cast.budi)
    await says(world, later)

    asked = [one for one in await world.letters(cast.supervisor) if one.key == "closed-question-softly"]
    assert ["08.00–11.00" in one.text for one in asked] == [True, False]
    assert "2 orang dijadwalkan pada waktu itu" in asked[0].text
    assert "1 orang lagi" in asked[0].text
    assert "closed-question" not in await world.keys(cast.officer)
    await world.phone(cast.supervisor).taps_id(f"closed-yes:{(await claim_of(world, cast.budi)).id}")
    for client in (cast.budi, others):
        assert (await world.last(client)).key == "shut-told-client"
    assert (await world.last(later)).key == "closed-kept"
    assert (await claim_of(world, later)).state is ClaimState.OPEN
    await world.phone(cast.officer).writes("/perlu")
    assert "13.00–16.00" in (await world.letter(cast.officer, "closed-question")).text
    await world.phone(cast.supervisor).taps_id(f"closed-no:{(await claim_of(world, later)).id}")
    assert (await world.last(later)).key == "closed-denied-client"
    assert (await thursday(world, cast.budi)).state is SessionState.CANCELLED


async def test_a_claim_of_a_miss_that_stands_waits_on(world: World, cast: Cast) -> None:
    await says(world, cast.budi)
    await world.passes(at(23, 14))
    await world.phone(cast.officer).writes("/tutup L1 23/04 10.00-11.00")
    await world.phone(cast.officer).writes("listrik padam")

    assert {one.state for one in await claims(world)} == {ClaimState.OPEN}
    assert (await thursday(world, cast.budi)).outcome is Outcome.SITE_CLOSED


async def told_in_words(world: World, client: Person, words: str = "pagarnya dikunci") -> None:
    world.clock.moment = at(23, 8, 30)
    await world.phone(client).writes("/lokasitutup")
    await world.phone(client).writes(words)


async def attendances(world: World) -> int:
    async with world.database.reading() as session:
        return len((await session.exec(select(Attendance))).all())


async def test_a_location_after_the_words_belongs_to_the_claim(world: World, cast: Cast) -> None:
    await told_in_words(world, cast.budi)
    assert (await world.last(cast.budi)).key == "closed-kept-in-words"
    await world.phone(cast.budi).sends_location(FAR)

    assert (await world.last(cast.budi)).key == "closed-place-kept"
    assert await attendances(world) == 0
    assert ((await claim_of(world, cast.budi)).metres or 0) > 1000
    question = await world.last(cast.supervisor)
    assert (question.key, "dari titik lokasi" in question.text) == ("closed-question-softly", True)


async def test_the_next_location_is_work_for_the_gate_may_be_open(world: World, cast: Cast) -> None:
    await told_in_words(world, cast.budi)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).sends_location()

    assert (await world.last(cast.budi)).key == "receipt-start"
    assert await attendances(world) == 1


async def test_after_the_answer_a_location_is_work(world: World, cast: Cast) -> None:
    await told_in_words(world, cast.budi)
    await world.phone(cast.supervisor).taps(NO)
    await world.phone(cast.budi).sends_location()

    assert (await world.last(cast.budi)).key == "receipt-start"


@pytest.mark.parametrize("text", ["🔒", "😢🙏🏽", "...", "?!"])
async def test_without_a_word_it_is_asked_once_more(world: World, cast: Cast, text: str) -> None:
    await told_in_words(world, cast.budi, text)
    assert (await world.last(cast.budi)).key == "closed-place-again"
    assert await claims(world) == []

    await world.phone(cast.budi).writes("digembok")
    assert [one.words for one in await claims(world)] == ["digembok"]


UNDO = "↩️ Batalkan"


async def test_a_yes_that_is_taken_back_leaves_the_claim_waiting(world: World, cast: Cast) -> None:
    await says(world, cast.budi)
    await world.phone(cast.supervisor).taps(YES)
    assert (await claim_of(world, cast.budi)).state is ClaimState.UPHELD
    await world.phone(cast.supervisor).taps(UNDO)

    claim = await claim_of(world, cast.budi)
    assert (claim.state, claim.decided_by, claim.decided_at) == (ClaimState.OPEN, None, None)
    planned = await thursday(world, cast.budi)
    assert (planned.state, planned.outcome) == (SessionState.PLANNED, Outcome.SITE_CLOSED)
    assert (await world.last(cast.budi)).key == "shut-undone-claim"
    assert (await world.last(cast.supervisor)).key == "closed-question-softly"
    await world.phone(cast.officer).writes("/perlu")
    assert (await world.last(cast.officer)).key == "closed-question"
    await world.passes(at(23, 14))
    assert not [key for key in await world.keys(cast.budi) if key.startswith("miss")]
    asked = [one for one in await world.letters(cast.officer) if one.key == "closed-question"]
    assert len([one for one in asked if not one.edited]) == 2
    await world.phone(cast.supervisor).taps(NO)
    assert (await thursday(world, cast.budi)).outcome is Outcome.UNEXPLAINED


async def test_two_claims_wait_again_and_ask_everybody_once(world: World, cast: Cast) -> None:
    others = await siti(world, cast)
    await says(world, cast.budi)
    await says(world, others)
    await world.phone(cast.officer).taps(YES)
    readers = (cast.officer, cast.supervisor)
    before = [len(await world.letters(reader)) for reader in readers]
    await world.phone(cast.officer).taps(UNDO)

    assert {one.state for one in await claims(world)} == {ClaimState.OPEN}
    for reader, known in zip(readers, before, strict=True):
        rings = [one.key for one in (await world.letters(reader))[known:] if not one.edited]
        assert rings.count("closed-question") == 1


async def test_while_another_closure_stands_the_claim_is_right(world: World, cast: Cast) -> None:
    await says(world, cast.budi)
    await world.phone(cast.supervisor).taps(YES)
    await world.phone(cast.officer).writes("/tutup L1 23/04")
    await world.phone(cast.officer).taps("🌧 Hujan atau banjir")
    await world.phone(cast.supervisor).taps_id("shut-undo:1:20260423:800:1100")
    assert (await claim_of(world, cast.budi)).state is ClaimState.UPHELD
    await world.phone(cast.officer).taps_id("shut-undo:1:20260423")
    assert (await claim_of(world, cast.budi)).state is ClaimState.OPEN


async def test_a_claim_of_a_miss_waits_again_too(world: World, cast: Cast) -> None:
    await says(world, cast.budi)
    await world.passes(at(23, 14))
    await world.phone(cast.officer).taps(YES)
    assert (await world.last(cast.budi)).key == "shut-told-missed"
    await world.phone(cast.officer).taps(UNDO)

    assert (await claim_of(world, cast.budi)).state is ClaimState.OPEN
    planned = await thursday(world, cast.budi)
    assert (planned.state, planned.outcome) == (SessionState.MISSED, Outcome.SITE_CLOSED)
    assert (await world.last(cast.budi)).key == "shut-undone-claim"
    await world.phone(cast.supervisor).taps(NO)
    assert (await thursday(world, cast.budi)).outcome is Outcome.UNEXPLAINED


async def test_before_a_closed_gate_ordinary_words_begin_it_too(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8, 10)
    await world.phone(cast.budi).writes("lokasi tutup")
    begun = (await world.last(cast.budi)).key
    await world.phone(cast.budi).writes("batal")
    await world.phone(cast.budi).writes("lokasinya tutup pak")

    assert (await world.last(cast.budi)).key == begun
