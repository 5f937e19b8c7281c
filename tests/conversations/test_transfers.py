"""`/pindah`: a client goes to another officer, with everything open; both sides keep a mark."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from sqlmodel import col, select

from bot.channels.inbox import RawUpdate
from bot.departures import depart
from bot.domain.cases import CaseState, Programme, local_day
from bot.domain.people import Role
from bot.domain.transfers import TransferState
from bot.storage.events import broken_link, case_stream, stream_events
from bot.storage.models import Case, Invitation, Person
from bot.storage.post import Outbox, OutboxState
from bot.storage.transfers import Handover, Transfer
from tests.conversations.conftest import Cast
from tests.harness import ZONE, World, at

NAME = "Zulkarnain Rahasia"


@dataclass(frozen=True, slots=True)
class Others:
    dewi: Person
    head: Person
    child: Person


@pytest.fixture
async def others(world: World, cast: Cast) -> Others:
    """A second officer, the head of office, and a child whom the first officer guides."""
    child = await world.person(cast.office, "A-07", Role.CLIENT, name=NAME, child=True)
    await world.case(child, cast.officer, cast.site, total_hours=40, programme=Programme.CHILD_SERVICE)
    return Others(
        await world.person(cast.office, "PK-02", Role.OFFICER, name="Dewi (contoh)"),
        await world.person(cast.office, "KB-01", Role.HEAD, name="Kepala (contoh)"),
        child,
    )


async def offers(world: World, by: Person, wish: str = "/pindah K-01 PK-02 tugas belajar") -> None:
    await world.phone(by).writes(wish)
    await world.phone(by).taps("📨 Kirim")


async def moves(world: World, cast: Cast, to: Person, wish: str = "/pindah K-01 PK-02 tugas belajar") -> None:
    """Offered by his officer and accepted."""
    await offers(world, cast.officer, wish)
    await world.phone(to).taps("✅ Terima")


async def officer_of(world: World, case: Case) -> int | None:
    async with world.database.reading() as session:
        return (await session.get_one(Case, case.id)).officer_id


async def states(world: World) -> list[TransferState]:
    async with world.database.reading() as session:
        rows = (await session.exec(select(Transfer).order_by(col(Transfer.id)))).all()
    return [one.state for one in rows]


async def works_outside_the_plan(world: World, cast: Cast) -> None:
    """Two hours on a Wednesday, confirmed: the officer's word is missing."""
    world.clock.moment = at(22, 9)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(22, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).taps("🏁 Selesai kerja")
    await world.phone(cast.supervisor).taps("✅ Benar")


async def test_an_officer_is_led_through_it_and_nothing_moves_before_the_other_accepts(
    world: World, cast: Cast, others: Others
) -> None:
    phone = world.phone(cast.officer)
    await phone.writes("/pindah")
    await phone.taps("Budi (contoh)")
    await phone.taps("Dewi (contoh)")
    await phone.writes("tugas belajr")
    await phone.taps("✏️ Ubah alasan")
    await phone.writes("tugas belajar")
    check = (await world.last(cast.officer)).text
    await phone.taps("📨 Kirim")

    assert "Budi (contoh) pindah dari Pk-01 (contoh) ke Dewi (contoh)" in check
    assert "Alasan: tugas belajar" in check
    assert (await world.last(others.dewi)).key == "transfer-asked"
    assert await officer_of(world, cast.case) == cast.officer.id

    await world.phone(others.dewi).taps("✅ Terima")
    assert await officer_of(world, cast.case) == others.dewi.id
    assert "transfer-accepted-by-you" in await world.keys(others.dewi)
    assert (await world.last(cast.officer)).key == "transfer-accepted"
    assert (await world.last(others.head)).key == "transfer-accepted"
    async with world.database.reading() as session:
        events = await stream_events(session, cast.office.id, case_stream(cast.case.id))
    assert broken_link(events) is None
    assert [(one.kind, one.actor_id) for one in events[-2:]] == [
        ("transfer_offered", cast.officer.id),
        ("transferred", others.dewi.id),
    ]


async def test_client_and_supervisor_hear_who_the_officer_is_now(
    world: World, cast: Cast, others: Others
) -> None:
    await moves(world, cast, others.dewi)
    told = (await world.letter(cast.budi, "transfer-told-client")).text
    on_site = (await world.letter(cast.supervisor, "transfer-told-site")).text

    assert "pembimbing Anda Dewi (contoh)" in told
    assert cast.office.contact in told
    assert "Dewi (contoh)" in on_site
    assert "Budi (contoh)" in on_site
    assert "tugas belajar" not in told + on_site


async def test_both_sides_keep_a_mark_and_the_old_one_only_reads(
    world: World, cast: Cast, others: Others
) -> None:
    await works_outside_the_plan(world, cast)
    await moves(world, cast, others.dewi)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(others.dewi).writes("/klien K-01")
    new = await world.last(others.dewi)
    await world.phone(cast.officer).writes("/klien Budi")
    old = await world.last(cast.officer)

    assert "🔁 Dari Pk-01 (contoh) sejak Rabu, 22 April 2026" in new.text
    assert "🔁 Dipindah ke Dewi (contoh) pada Rabu, 22 April 2026" in old.text
    assert "Rab 22 Apr" in old.text
    assert "Kam 23 Apr" not in old.text
    assert old.buttons == ()
    assert new.buttons


async def test_what_waits_for_an_officer_moves_and_old_buttons_say_where_to(
    world: World, cast: Cast, others: Others
) -> None:
    await works_outside_the_plan(world, cast)
    assert (await world.last(cast.officer)).key == "outside-plan"
    await moves(world, cast, others.dewi)
    assert (await world.last(others.dewi)).key == "outside-plan"
    await world.phone(cast.officer).taps("✅ Hitung")
    refused = await world.last(cast.officer)
    assert refused.key == "transfer-moved-on"
    assert "Budi (contoh) sudah pindah ke Dewi (contoh)" in refused.text
    await world.phone(cast.officer).taps_id(f"suspend:{cast.case.id}")
    assert (await world.last(cast.officer)).key == "transfer-moved-on"
    await world.phone(cast.officer).writes("/perlu")
    assert "outside-plan" not in (await world.keys(cast.officer))[-2:]
    await world.phone(others.dewi).taps("✅ Hitung")

    assert "outside-plan-accepted" in await world.keys(others.dewi)


async def test_every_decision_that_waited_comes_once_and_is_made_once(
    world: World, cast: Cast, others: Others
) -> None:
    await works_outside_the_plan(world, cast)
    await world.passes(at(23, 10))
    await world.phone(cast.budi).writes("ban motor bocor")
    old = await world.letter(cast.officer, "miss-told-officer")
    await world.phone(cast.budi).writes("/ganti")
    await world.phone(cast.budi).taps_id((await world.last(cast.budi)).buttons[0].id)
    await moves(world, cast, others.dewi)
    keys = await world.keys(others.dewi)

    assert keys[keys.index("transfer-accepted-by-you") + 1 :] == [
        "move-request",
        "outside-plan",
        "miss-told-officer",
    ]
    assert "ban motor bocor" in (await world.last(others.dewi)).text
    await world.phone(cast.officer).taps_id(old.buttons[0].id)
    assert (await world.last(cast.officer)).key == "transfer-moved-on"
    await world.phone(others.dewi).taps_id(old.buttons[0].id)
    assert (await world.last(cast.budi)).key == "decided-told-client"


async def test_who_is_locked_out_and_who_confirms_tomorrow_is_asked_of_the_new_officer(
    world: World, cast: Cast, others: Others
) -> None:
    await world.phone(cast.supervisor).writes("/cuti 23/04 23/04")
    await world.phone(cast.supervisor).taps("🚫 Tanpa pengganti")
    await world.phone(cast.supervisor).taps("📨 Kirim")
    await world.passes(at(22, 18, 1))
    async with world.database.transaction() as session:
        invitation = Invitation(
            office_id=cast.office.id,
            person_id=cast.budi.id,
            token_hash="x",
            opened_channel=world.channel.name,
            opened_by="new",
            made_at=at(20, 12),
            expires_at=at(30, 12),
            locked_at=at(22, 9),
        )
        session.add(invitation)
        await session.flush()
    await moves(world, cast, others.dewi)

    assert (await world.keys(others.dewi))[-2:] == ["unattended-ask", "enrolment-locked"]
    await world.phone(cast.officer).taps_id(f"unlock:{invitation.id}")
    assert (await world.last(cast.officer)).key == "transfer-moved-on"
    await world.phone(others.dewi).taps("🔓 Buka lagi")
    assert (await world.last(others.dewi)).key == "unlocked"


async def test_a_question_that_waited_for_the_old_officers_words_says_where_to(
    world: World, cast: Cast, others: Others
) -> None:
    await offers(world, cast.officer)
    await world.phone(cast.officer).taps_id(f"suspend:{cast.case.id}")
    await world.phone(others.dewi).taps("✅ Terima")
    await world.phone(cast.officer).writes("sakit lama")

    assert (await world.last(cast.officer)).key == "transfer-moved-on"


async def test_what_was_not_read_yet_goes_to_the_new_officer(
    world: World, cast: Cast, others: Others
) -> None:
    await offers(world, cast.officer)
    content = {
        "key": "outside-plan",
        "params": {"name": "Budi", "site": "x", "start": "x", "finish": "x"},
        "lines": [],
        "choices": [{"id": f"suspend:{cast.case.id}", "key": "choice-suspend", "params": {}}],
        "show": "new",
        "media": "",
    }
    other = content | {"choices": [{"id": "suspend:99999", "key": "choice-suspend", "params": {}}]}
    async with world.database.transaction() as session:
        for number, one in enumerate((content, other)):
            session.add(
                Outbox(
                    office_id=cast.office.id,
                    person_id=cast.officer.id,
                    channel="elsewhere",
                    external_id="PK-01",
                    rank=1,
                    content=one,
                    card=f"x:{number}",
                    resend="same",
                    queued_at=world.clock.now(),
                )
            )
    await world.phone(others.dewi).taps("✅ Terima")

    rows = [row for row in await world.outbox() if row.card.startswith("x:")]
    assert [row.external_id for row in rows] == ["PK-02", "PK-01"]
    assert [row.person_id for row in rows] == [others.dewi.id, cast.officer.id]
    assert rows[1].state is OutboxState.QUEUED


async def test_alerts_and_reminders_go_to_the_new_officer(world: World, cast: Cast, others: Others) -> None:
    await moves(world, cast, others.dewi)
    quiet = len(await world.keys(cast.officer))
    await world.passes(at(23, 10))
    await world.phone(cast.budi).writes("ban motor bocor")

    assert "reminder-hour" in await world.keys(cast.budi) or "session" in str(await world.keys(cast.budi))
    assert (await world.last(others.dewi)).key == "miss-told-officer"
    assert len(await world.keys(cast.officer)) == quiet


async def test_a_childs_name_is_the_new_officers_only(world: World, cast: Cast, others: Others) -> None:
    await moves(world, cast, others.dewi, "/pindah A-07 PK-02 tugas belajar")
    before = len(world.channel.delivered)
    for asked in ("/klien A-07", f"/klien {NAME.split()[0]}", "/perlu", "/ringkasan"):
        await world.phone(cast.officer).writes(asked)
    since = [one.message.text for one in world.channel.delivered[before:]]
    await world.phone(others.dewi).writes("/klien A-07")

    assert any("Dipindah ke Dewi (contoh)" in one for one in since)
    assert not [one for one in since if "Rahasia" in one]
    assert NAME in (await world.last(others.dewi)).text
    others_read = [one for one in world.channel.delivered if one.to != others.dewi.code]
    assert not [one.message.text for one in others_read if NAME in one.message.text]


async def test_declined_or_withdrawn_everything_stays(world: World, cast: Cast, others: Others) -> None:
    await offers(world, cast.officer)
    await world.phone(others.dewi).taps("❌ Tidak bisa")
    assert (await world.last(cast.officer)).key == "transfer-declined"
    await offers(world, cast.officer)
    await world.phone(cast.officer).writes("/pindah")
    await world.phone(cast.officer).taps("↩️ Batalkan pindah")
    assert (await world.last(others.dewi)).key == "transfer-withdrawn"
    await world.phone(others.dewi).taps_id("transfer-accept:2")
    assert (await world.last(others.dewi)).key == "transfer-not-open"

    assert await officer_of(world, cast.case) == cast.officer.id
    assert await states(world) == [TransferState.DECLINED, TransferState.WITHDRAWN]
    assert "transfer-told-client" not in await world.keys(cast.budi)


async def test_a_head_moves_all_clients_of_one_who_can_leave_then(
    world: World, cast: Cast, others: Others
) -> None:
    await offers(world, others.head, "/pindah PK-01 PK-02 semua pindah tugas")
    asked = await world.last(others.dewi)
    assert asked.key == "transfer-all-asked"
    assert "2 klien Pk-01 (contoh)" in asked.text
    assert "Alasan: pindah tugas" in asked.text
    assert "transfer-all-for-you" in await world.keys(cast.officer)
    await world.phone(others.dewi).taps("✅ Terima")
    assert "transfer-told-client" in await world.keys(others.child)
    assert (await world.keys(cast.supervisor)).count("transfer-told-site") == 1
    async with world.database.transaction() as session:
        leaving = await session.get_one(Person, cast.officer.id)
        today = local_day(world.clock.now(), ZONE)
        await depart(session, leaving, today, successor=None, now=world.clock.now())

    async with world.database.reading() as session:
        moved = (await session.exec(select(Handover))).all()
    assert len(moved) == 2


async def test_the_weeks_digest_tells_both(world: World, cast: Cast, others: Others) -> None:
    await moves(world, cast, others.dewi)
    await moves(world, cast, others.dewi, "/pindah A-07 PK-02 tugas belajar")
    await world.phone(cast.officer).writes("/ringkasan")
    await world.phone(others.dewi).writes("/ringkasan")

    names = "Budi (contoh), A-07."
    went = "🔁 Pindah ke Dewi (contoh) sejak Sen 20 Apr: "
    came = "🔁 Dari Pk-01 (contoh) kepada Anda sejak Sen 20 Apr: "
    assert went + names in " ".join(one.text for one in await world.letters(cast.officer))
    assert came + names in " ".join(one.text for one in await world.letters(others.dewi))
    await world.passes(at(27, 7, 5))
    assert went + names in (await world.letter(cast.officer, "digest-heading")).text


REFUSED = {
    "himself": ("/pindah K-01 PK-01 x", "transfer-same-officer"),
    "another role": ("/pindah K-01 PL-01 x", "transfer-client-unknown"),
    "another office": ("/pindah K-01 PK-77 x", "transfer-client-unknown"),
    "nobody's client": ("/pindah K-99 PK-02 x", "transfer-client-unknown"),
    "a colleague's": ("/pindah K-02 PK-03 x", "transfer-client-unknown"),
    "all of a colleague": ("/pindah PK-02 PK-03 semua x", "not-yours"),
}


@pytest.mark.parametrize(("wish", "key"), REFUSED.values(), ids=REFUSED)
async def test_what_is_not_his_to_give_is_refused_kindly(
    world: World, cast: Cast, others: Others, wish: str, key: str
) -> None:
    await world.person(await world.office("BPS-BDG"), "PK-77", Role.OFFICER)
    await world.person(cast.office, "PK-03", Role.OFFICER)
    await world.case(await world.person(cast.office, "K-02", Role.CLIENT), others.dewi, cast.site)
    await world.phone(cast.officer).writes(wish)

    assert (await world.last(cast.officer)).key == key
    assert await states(world) == []


async def test_forged_ids_and_other_offices_reach_nothing(world: World, cast: Cast, others: Others) -> None:
    elsewhere = await world.office("BPS-BDG")
    foreign = await world.person(elsewhere, "PK-77", Role.OFFICER)
    chief = await world.person(elsewhere, "KB-77", Role.HEAD)
    await offers(world, cast.officer)
    phone = world.phone(cast.officer)
    for to in (foreign.id, cast.budi.id, others.head.id):
        await phone.taps_id(f"transfer-to:{cast.budi.id}:{cast.officer.id}:{to}")
        assert (await world.last(cast.officer)).key == "not-yours"
    for stranger in (foreign, chief):
        for button in ("transfer-withdraw:1", "transfer-send:1", f"transfer-client:0:{cast.officer.id}"):
            await world.phone(stranger).taps_id(button)
            assert (await world.last(stranger)).key == "not-yours", button
    await world.phone(foreign).taps_id("transfer-accept:1")
    assert (await world.last(foreign)).key == "not-yours"
    await world.phone(foreign).writes("/klien K-01")
    assert (await world.last(foreign)).key == "client-not-found"
    await phone.taps_id("transfer-accept:1")
    assert (await world.last(cast.officer)).key == "not-yours"

    assert await states(world) == [TransferState.OFFERED]


async def test_a_stand_in_neither_offers_nor_accepts(world: World, cast: Cast, others: Others) -> None:
    third = await world.person(cast.office, "PK-03", Role.OFFICER)
    await world.phone(others.dewi).writes("/cuti 20/04 24/04 PK-03")
    await world.phone(others.dewi).taps("📨 Kirim")
    await world.phone(third).taps("✅ Sanggup")
    await offers(world, cast.officer)
    assert (await world.last(others.dewi)).key == "transfer-asked"
    await world.phone(third).taps_id("transfer-accept:1")

    assert (await world.last(third)).key == "not-yours"
    assert await officer_of(world, cast.case) == cast.officer.id


async def test_a_case_that_waits_to_be_closed_moves_with_its_card(
    world: World, cast: Cast, others: Others
) -> None:
    async with world.database.transaction() as session:
        (await session.get_one(Case, cast.case.id)).state = CaseState.AWAITING_CLOSING
    await moves(world, cast, others.dewi)

    assert (await world.last(others.dewi)).key == "closing-card"


async def test_two_receivers_who_tap_at_once_never_both_get_him(
    world: World, cast: Cast, others: Others
) -> None:
    third = await world.person(cast.office, "PK-03", Role.OFFICER)
    await offers(world, cast.officer)
    async with world.database.transaction() as session:
        first = (await session.exec(select(Transfer))).one()
        second = Transfer(
            office_id=cast.office.id,
            officer_id=cast.officer.id,
            client_id=cast.budi.id,
            to_id=third.id,
            asked_by=others.head.id,
            reason="pindah tugas",
            state=TransferState.OFFERED,
            asked_at=world.clock.now(),
        )
        session.add(second)
        await session.flush()
        offered = {others.dewi.code: first.id, third.code: second.id}
    taps = [
        {"id": f"t-{code}", "from": code, "kind": "choice", "text": f"transfer-accept:{number}"}
        for code, number in offered.items()
    ]
    updates = [RawUpdate(str(one["id"]), str(one["from"]), json.dumps(one)) for one in taps]
    await world.house.inbox.store(world.channel.name, updates)
    await world.settle()  # each in a lane of its own, side by side

    async with world.database.reading() as session:
        moved = (await session.exec(select(Handover).where(Handover.case_id == cast.case.id))).all()
    assert len(moved) == 1
    loser = third if await officer_of(world, cast.case) == others.dewi.id else others.dewi
    assert (await world.last(loser)).key == "transfer-nothing-left"


async def test_an_excuse_that_waits_goes_along_and_leaves_the_former_officer(
    world: World, cast: Cast, others: Others
) -> None:
    await world.phone(cast.budi).writes("/izin")
    await world.phone(cast.budi).taps("🤒 Sakit")
    await world.phone(cast.budi).taps("📅 Kam 23 Apr")
    await world.phone(cast.budi).taps("📨 Kirim tanpa bukti")
    await moves(world, cast, others.dewi)

    assert (await world.letter(others.dewi, "excuse-card")).buttons
    moved = "transfer-card-moved" in await world.keys(cast.officer)
    assert moved is world.channel.caps.edit
    await world.phone(others.dewi).taps("✅ Setujui")
    assert "excused-told-client" in await world.keys(cast.budi)
