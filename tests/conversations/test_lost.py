"""Lost phones, *stop* and wrong numbers: cut off at once, nothing shown, nothing missed, somebody told."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from bot.channel import Gone
from bot.domain.cases import Programme
from bot.domain.messages import Notice, notice_to_json
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.storage.models import Event, Person, PersonAddress, WorkSession
from bot.storage.post import Outbox, OutboxState
from tests.conversations.conftest import Cast
from tests.conversations.test_enrol import AS_SHARED, NUMBER, link_for
from tests.harness import World, at


async def accounts(world: World, person: Person) -> list[str]:
    async with world.database.reading() as session:
        query = select(PersonAddress.external_id).where(PersonAddress.person_id == person.id)
        return sorted((await session.exec(query)).all())


async def who_cuts(world: World, cast: Cast, role: Role) -> Person:
    match role:
        case Role.OFFICER:
            return cast.officer
        case Role.SUPERVISOR:
            return cast.supervisor
        case _:
            return await world.person(cast.office, "X-01", role)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.SUPERVISOR, Role.OPERATOR, Role.HEAD])
@pytest.mark.parametrize("called", ["k-01", "budi"])
async def test_a_lost_phone_is_cut_off_at_once(world: World, cast: Cast, role: Role, called: str) -> None:
    who = await who_cuts(world, cast, role)
    await world.phone(who).writes(f"hilang {called}")
    assert (await world.last(who)).key == "lost-sure"
    assert await accounts(world, cast.budi) == [cast.budi.code]
    await world.phone(who).taps("📵 Putuskan HP")

    told = (await world.letter(who, "lost-cut")).text
    assert ("undang K-01" in told) is (role in (Role.OFFICER, Role.OPERATOR))
    assert ("diberikan PK" in told) is (role in (Role.SUPERVISOR, Role.HEAD))
    assert "tidak ada yang dihitung tidak hadir" in told
    assert await accounts(world, cast.budi) == []
    assert (await world.last(cast.budi)).key == "account-no-longer"
    await world.phone(cast.budi).writes("jam")
    await world.phone(cast.budi).writes("HP saya hilang")
    assert [one.key for one in await world.letters(cast.budi)][-2:] == ["stranger", "stranger"]
    assert ("lost-told" in await world.keys(cast.officer)) is (role is not Role.OFFICER)
    async with world.database.reading() as session:
        (fact,) = (await session.exec(select(Event).where(Event.kind == "account_cut_off"))).all()
    assert (fact.actor_id, fact.reason) == (who.id, "lost")


@pytest.mark.parametrize("answer", ["K-01", "hilang Budi"])
async def test_who_is_asked_whose_phone_answers_with_the_code_or_name_alone(
    world: World, cast: Cast, answer: str
) -> None:
    for said in ("HP hilang", "K-99", answer):
        await world.phone(cast.officer).writes(said)
    assert await world.keys(cast.officer) == ["lost-ask-whose", "lost-nobody", "lost-sure"]
    await world.phone(cast.officer).writes("terima kasih")
    assert (await world.last(cast.officer)).key.startswith("not-understood")


async def test_a_supervisors_phone_is_cut_off_that_showed_a_list(world: World, cast: Cast) -> None:
    await world.passes(at(23, 7))
    await world.phone(cast.supervisor).writes("daftar")
    operator = await world.person(cast.office, "X-01", Role.OPERATOR)
    await world.phone(operator).writes("hilang PL-01")
    await world.phone(operator).taps("📵 Putuskan HP")

    assert "Budi (contoh)" in (await world.letter(operator, "lost-cut")).text
    assert await accounts(world, cast.supervisor) == []


async def test_an_account_of_a_messenger_that_is_served_no_more_is_cut_off_too(
    world: World, cast: Cast
) -> None:
    async with world.database.transaction() as session:
        account = PersonAddress(
            person_id=cast.budi.id,
            office_id=cast.office.id,
            channel="gone",
            external_id="1",
            bound_at=world.clock.now(),
        )
        session.add(account)
    await world.phone(cast.officer).writes("hilang K-01")
    await world.phone(cast.officer).taps("📵 Putuskan HP")

    assert await accounts(world, cast.budi) == []


async def test_open_links_end_and_what_waits_is_dropped(world: World, cast: Cast) -> None:
    token = await link_for(world, cast.budi)
    await world.phone(cast.officer).writes("hilang K-01")
    async with world.database.transaction() as session:
        query = select(PersonAddress).where(PersonAddress.person_id == cast.budi.id)
        row = (await session.exec(query)).one()
        session.add(
            Outbox(
                office_id=cast.office.id,
                person_id=cast.budi.id,
                channel=row.channel,
                external_id=row.external_id,
                locale="id",
                rank=1,
                content=notice_to_json(Notice(to=cast.budi.id, key="edit-ignored")),
                resend="same",
                queued_at=world.clock.now(),
            )
        )
    await world.phone(cast.officer).taps("📵 Putuskan HP")
    await world.phone("finder").writes(f"/start {token}")

    assert await world.keys("finder") == ["invitation-expired"]
    waiting = [row for row in await world.outbox() if row.content["key"] == "edit-ignored"]
    assert [(row.state, row.problem) for row in waiting] == [(OutboxState.DROPPED, "cut_off")]


async def test_meanwhile_the_roll_is_called_and_nothing_is_missed(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("hilang K-01")
    await world.phone(cast.officer).taps("📵 Putuskan HP")
    await world.passes(at(23, 8, 5))
    await world.phone(cast.supervisor).writes("daftar")
    await world.phone(cast.supervisor).taps("✅ Hadir: Budi (contoh)")
    await world.passes(at(30, 23))

    async with world.database.reading() as session:
        sessions = (await session.exec(select(WorkSession).order_by(col(WorkSession.day)))).all()
    states = {one.day.day: (one.state.value, one.outcome) for one in sessions if one.day.month == 4}
    assert states[23][0] == "started"
    assert states[30] == ("missed", Outcome.UNREACHED)


async def test_a_new_invitation_joins_the_new_phone_with_the_same_history(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        (await session.get_one(Person, cast.budi.id)).phone = NUMBER
    await world.phone(cast.officer).writes("hilang K-01")
    await world.phone(cast.officer).taps("📵 Putuskan HP")
    await world.phone("new").writes(f"/start {await link_for(world, cast.budi)}")
    await world.phone("new").taps("✅ Setuju")
    await world.phone("new").shares_contact(AS_SHARED)
    await world.phone("new").writes("jam")

    assert (await world.last("new")).key == "hours-heading"


async def test_who_lost_a_staff_phone_is_told_what_it_shows(world: World, cast: Cast) -> None:
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    await world.phone(cast.officer).writes("klien budi")
    await world.phone(operator).writes("hilang PK-01")
    await world.phone(operator).taps("📵 Putuskan HP")

    told = (await world.letter(operator, "lost-cut")).text
    assert "1 pesan" in told
    assert "Budi (contoh)" in told
    assert "3 × 24 jam" in told
    assert ("tidak hadir" in told, "tidak bisa mengonfirmasi" in told) == (False, True)


@pytest.mark.parametrize(
    ("role", "whom"),
    [(Role.OFFICER, "K-01"), (Role.SUPERVISOR, "K-01"), (Role.OFFICER, "PL-01"), (Role.SUPERVISOR, "PK-01")],
)
async def test_nobody_cuts_off_whom_he_does_not_look_after(
    world: World, cast: Cast, role: Role, whom: str
) -> None:
    other = await world.person(cast.office, "X-02", role)
    await world.phone(other).writes(f"hilang {whom}")

    assert await world.keys(other) == ["lost-nobody"]
    await world.phone(other).taps_id(f"lost-cut:{cast.budi.id}:1")
    assert (await world.last(other)).key == "not-yours"
    assert await accounts(world, cast.budi) == [cast.budi.code]


async def test_another_offices_operator_finds_nobody(world: World, cast: Cast) -> None:
    stranger = await world.person(await world.office("BPS-BDG"), "OP-09", Role.OPERATOR)
    await world.phone(stranger).writes("hilang K-01")
    await world.phone(stranger).taps_id(f"lost-cut:{cast.budi.id}:1")

    assert await world.keys(stranger) == ["lost-nobody", "not-yours"]


@pytest.mark.parametrize("said", ["STOP", "/stop", "berhenti", "Berhenti."])
async def test_stop_ends_the_messages_and_the_officer_gets_one_item(
    world: World, cast: Cast, said: str
) -> None:
    await world.phone(cast.budi).writes(said)
    assert (await world.last(cast.budi)).key == "stopped"
    await world.passes(at(23, 7, 30))
    assert (await world.keys(cast.officer)).count("unreached-stopped") == 1
    assert await world.keys(cast.budi) == ["stopped"]
    await world.phone(cast.budi).writes("jam")

    assert (await world.last(cast.budi)).key == "hours-heading"


async def test_a_blocked_bot_is_told_once_a_day_however_often(world: World, cast: Cast) -> None:
    for kind in ("blocked", "unblocked", "blocked"):
        await world.hears(**{"from": cast.budi.code}, kind=kind)
        await world.passes(world.clock.now())

    assert await world.keys(cast.officer) == ["unreached-blocked"]


async def test_a_dead_account_is_told_when_a_message_cannot_arrive(world: World, cast: Cast) -> None:
    world.channel.outcomes.append(Gone())
    await world.phone(cast.budi).writes("jam")
    await world.passes(world.clock.now())

    assert await world.keys(cast.officer) == ["unreached-blocked"]


@pytest.mark.parametrize(
    "said", ["salah nomor", "Bukan saya", "/salahnomor", "maaf salah orang", "salah nomor pak"]
)
async def test_a_wrong_number_is_asked_about_and_cut_off(world: World, cast: Cast, said: str) -> None:
    await world.phone(cast.budi).writes(said)
    await world.phone(cast.budi).taps("Ya, salah nomor")

    assert await accounts(world, cast.budi) == []
    assert (await world.last(cast.budi)).key == "wrong-number-sorry"
    assert await world.keys(cast.officer) == ["account-not-his"]
    await world.passes(at(23, 7, 30))
    assert (await world.last(cast.budi)).key == "wrong-number-sorry"


async def test_a_slip_of_the_finger_changes_nothing(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("salah nomor")
    await world.phone(cast.budi).taps("Tidak, ini saya")

    assert (await world.last(cast.budi)).key == "wrong-number-stays"
    assert await accounts(world, cast.budi) == [cast.budi.code]


async def test_staff_for_whom_others_wait_are_not_silenced_by_a_word(world: World, cast: Cast) -> None:
    for person in (cast.supervisor, cast.officer):
        await world.phone(person).writes("stop")
        assert (await world.last(person)).key == "stop-for-staff"
    await world.passes(at(23, 8, 5))
    await world.phone(cast.budi).sends_location()

    assert (await world.last(cast.supervisor)).key == "card"


@pytest.mark.parametrize("said", ["terima kasih", "halo", "ok"])
async def test_after_stop_a_kind_word_is_no_wish_for_messages(world: World, cast: Cast, said: str) -> None:
    await world.phone(cast.budi).writes("tolong stop pesannya")
    await world.phone(cast.budi).writes(said)
    assert await world.keys(cast.budi) == ["stopped", "still-stopped"]
    assert await world.keys(cast.officer) == ["unreached-stopped"]
    await world.passes(at(23, 7, 30))
    assert await world.keys(cast.budi) == ["stopped", "still-stopped"]
    await world.phone(cast.budi).writes("Mulai lagi")

    assert (await world.last(cast.budi)).key == "messages-come"


async def test_real_work_brings_the_messages_back_and_says_so(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).writes("STOP!")
    await world.phone(cast.budi).sends_location()

    keys = await world.keys(cast.budi)
    assert keys[:2] == ["stopped", "messages-again"]
    assert len(keys) == 3
    assert "unreached-stopped" in await world.keys(cast.officer)


async def test_what_is_only_perhaps_a_stop_is_asked_about(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("stop ganggu saya")
    assert [one.label for one in (await world.last(cast.budi)).buttons] == [
        "✋ Ya, hentikan",
        "🔔 Tidak, lanjutkan",
    ]
    await world.phone(cast.budi).taps("🔔 Tidak, lanjutkan")
    assert (await world.last(cast.budi)).key == "wrong-number-stays"
    await world.phone(cast.budi).writes("jangan kirim pesan lagi")
    await world.phone(cast.budi).taps("✋ Ya, hentikan")

    assert (await world.last(cast.budi)).key == "stopped"


async def test_a_child_is_named_by_the_code_once(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-07", Role.CLIENT, child=True)
    await world.case(child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE)
    await world.phone(cast.supervisor).writes("/hilang A-07")

    assert (await world.last(cast.supervisor)).text.startswith("HP A-07 akan diputus")


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.HEAD, Role.PROSECUTOR])
async def test_who_sends_a_file_in_vain_hears_what_he_can_send(world: World, cast: Cast, role: Role) -> None:
    who = await who_cuts(world, cast, role)
    await world.phone(who).sends_file("surat.pdf", b"%PDF")
    await world.phone(who).sends_photo()

    texts = [one.text for one in await world.letters(who)]
    assert len(texts) == 2
    assert all("kamera" not in one and "tombol di bawah" not in one for one in texts)
