"""*Ke Bapas lain*: a client goes to another Bapas, in another zone, and goes on there in the same chat."""

from __future__ import annotations

import json

import pytest
from sqlmodel import col, select

from bot.channels.inbox import RawUpdate
from bot.domain.cases import CaseState
from bot.domain.people import Role
from bot.domain.transfers import TransferState
from bot.storage.events import balance_now, broken_link, case_stream, stream_events
from bot.storage.models import Case, CaseBalance, Person, Placement
from bot.storage.office_transfers import OfficeTransfer
from tests.conversations.conftest import Cast
from tests.conversations.office_moves import There, moves, newest, offers, there, works
from tests.harness import World, at

__all__ = ["there"]
NAME = "Zulkarnain Rahasia"


async def states(world: World) -> list[TransferState]:
    async with world.database.reading() as session:
        rows = (await session.exec(select(OfficeTransfer).order_by(col(OfficeTransfer.id)))).all()
    return [one.state for one in rows]


async def state_of(world: World, case: Case) -> CaseState:
    async with world.database.reading() as session:
        return (await session.get_one(Case, case.id)).state


async def test_an_officer_is_led_through_it_and_nothing_moves_before_the_other_bapas_answers(
    world: World, cast: Cast, there: There
) -> None:
    phone = world.phone(cast.officer)
    await phone.writes("/pindah K-01")
    await phone.taps("🏛️ Ke Bapas lain")
    await phone.writes("serang")
    await phone.writes("pindah ruma")
    await phone.taps("✏️ Ubah alasan")
    await phone.writes("pindah rumah")
    check = (await world.last(cast.officer)).text
    await phone.taps("📨 Kirim")

    assert "Budi (contoh) pindah dari Bapas Contoh ke Bapas Serang" in check
    assert "Alasan: pindah rumah" in check
    assert (await world.last(cast.officer)).key == "office-transfer-sent"
    assert (await world.last(there.head)).key == "office-transfer-asked"
    assert await world.keys(there.sari) == []
    assert await state_of(world, cast.case) is CaseState.ACTIVE


async def test_the_other_head_reads_what_the_offer_carries_and_never_the_offence(
    world: World, cast: Cast, there: There
) -> None:
    await works(world, cast, 23)
    await offers(world, cast.officer)
    asked = await world.last(there.head)

    assert asked.text.splitlines() == [
        "🏛️ Ada tawaran pindah dari Bapas lain.",
        "Bapas Contoh menawarkan Budi (contoh), lewat Pk-01 (contoh).",
        "Alasan: pindah rumah",
        "Untuk menerima, pilih PK yang membimbing.",
        "• kerja sosial: 0 menit diakui dari 42 jam",
        "⏳ 1 kehadiran masih menunggu keputusan di sana",
    ]
    await world.phone(there.head).writes("/klien K-01")
    assert (await world.last(there.head)).key == "client-not-found"


async def test_he_stands_in_the_new_office_with_everything_the_verdict_says(
    world: World, cast: Cast, there: There
) -> None:
    await works(world, cast, 23)
    await world.phone(cast.supervisor).taps("✅ Benar")
    await moves(world, cast, there)
    old, new = await newest(world, cast, there)

    brought = {"programme", "ruling_number", "ruling_on", "court", "total_minutes", "daily_minutes"}
    brought |= {"starts_on", "ends_on", "photo_rule", "report_every", "holiday_rule", "number"}
    assert new.model_dump(include=brought) == old.model_dump(include=brought)
    assert (old.state, new.state) == (CaseState.TRANSFERRED, CaseState.ACTIVE)
    assert (new.office_id, new.officer_id) == (there.office.id, there.sari.id)
    async with world.database.reading() as session:
        client = await session.get_one(Person, new.client_id)
        ended = (await session.exec(select(Placement).where(Placement.case_id == old.id))).one()
    assert (client.code, client.name, client.office_id) == ("K-01", "Budi (contoh)", there.office.id)
    assert ended.until_on.isoformat() == "2026-04-23"


async def test_the_mark_stands_on_both_sides_and_both_chains_hold(
    world: World, cast: Cast, there: There
) -> None:
    await works(world, cast, 23)
    await world.phone(cast.supervisor).taps("✅ Benar")
    await moves(world, cast, there)
    old, new = await newest(world, cast, there)
    async with world.database.reading() as session:
        here = await stream_events(session, old.office_id, case_stream(old.id))
        beyond = await stream_events(session, new.office_id, case_stream(new.id))
        for case in (old, new):
            stored = await session.get_one(CaseBalance, case.id)
            folded = await balance_now(session, case)
            assert (stored.credited, stored.remaining) == (folded.credited, folded.remaining) == (180, 2340)
    assert (broken_link(here), broken_link(beyond)) == (None, None)
    assert [(one.kind, one.actor_id) for one in here[-2:]] == [
        ("case_state_changed", cast.officer.id),
        ("left_for_office", cast.officer.id),
    ]
    came = next(one for one in beyond if one.kind == "came_from_office")
    opening = next(one for one in beyond if one.kind == "opening_balance")
    assert came.actor_id == there.head.id
    assert json.loads(came.payload or "")["number"] == "K-01/2026"
    assert json.loads(opening.payload or "")["basis"] == "Bapas Contoh, K-01/2026"

    await world.phone(cast.officer).writes("/klien K-01")
    await world.phone(there.sari).writes("/klien K-01")
    assert "🏛️ Pindah ke Bapas Serang pada Kamis, 23 April 2026" in (await world.last(cast.officer)).text
    card = (await world.last(there.sari)).text
    assert "🏛️ Dari Bapas Contoh sejak Kamis, 23 April 2026, di sana perkara K-01/2026" in card
    assert "Di dalamnya, dibawa dari Bapas Contoh: 3 jam" in card


async def test_everybody_hears_it_in_his_own_words_and_the_new_officer_the_next_step(
    world: World, cast: Cast, there: There
) -> None:
    chief = await world.person(cast.office, "KB-01", Role.HEAD)
    await moves(world, cast, there)

    assert (await world.last(there.head)).key == "office-transfer-taken"
    arrival = await world.last(there.sari)
    assert arrival.key == "office-arrival"
    assert [one.label for one in arrival.buttons] == ["📍 Cari tempat", "👤 Buka kartunya"]
    told = await world.last(cast.budi)
    assert "Bapas Anda Bapas Serang dan pembimbing Anda Sari (contoh)" in told.text
    assert "Budi (contoh)" in (await world.letter(cast.supervisor, "office-transfer-told-site")).text
    assert (await world.last(cast.officer)).key == "office-transfer-accepted"
    assert (await world.last(chief)).key == "office-transfer-accepted"
    assert "pindah rumah" not in told.text + (await world.last(cast.supervisor)).text


async def test_the_old_officer_and_head_read_and_no_button_changes_anything(
    world: World, cast: Cast, there: There
) -> None:
    chief = await world.person(cast.office, "KB-01", Role.HEAD)
    await moves(world, cast, there)
    old, _ = await newest(world, cast, there)
    for who in (cast.officer, chief):
        await world.phone(who).writes("/klien K-01")
        assert (await world.last(who)).key == "client-card"
        assert (await world.last(who)).buttons == ()
    async with world.database.reading() as session:
        before = len(await stream_events(session, old.office_id, case_stream(old.id)))
    for button in ("suspend", "resume", "adjust", "close-unserved", "plan", "placing", "assist-officer"):
        await world.phone(cast.officer).taps_id(f"{button}:{old.id}")
        assert (await world.last(cast.officer)).key == "office-transfer-moved-on", button
    for wish in ("/izinkan K-01 24/04 sakit", "/penempatan K-01", "/rencana K-01", "/hadirkan K-01 lupa HP"):
        await world.phone(cast.officer).writes(wish)
        assert (await world.last(cast.officer)).key == "client-elsewhere", wish
    await world.phone(cast.officer).writes("/ubah K-01/2026")
    await world.phone(cast.officer).writes("/pindah K-01")

    assert (await world.last(cast.officer)).key == "transfer-client-unknown"
    async with world.database.reading() as session:
        assert len(await stream_events(session, old.office_id, case_stream(old.id))) == before
    await world.phone(cast.officer).writes("/ringkasan")
    await world.phone(chief).writes("/ringkasan")
    assert "1 klien" not in (await world.last(cast.officer)).text + (await world.last(chief)).text


async def test_a_question_left_open_there_says_where_he_went(world: World, cast: Cast, there: There) -> None:
    await offers(world, cast.officer)
    await world.phone(cast.officer).taps_id(f"suspend:{cast.case.id}")
    await world.phone(there.head).taps("Sari (contoh)")
    await world.phone(cast.officer).writes("sakit lama")

    assert (await world.last(cast.officer)).key == "office-transfer-moved-on"


async def test_declined_with_a_reason_everything_stays(world: World, cast: Cast, there: There) -> None:
    await offers(world, cast.officer)
    await world.phone(there.head).taps("❌ Tidak bisa")
    await world.phone(there.head).writes("PK kami penuh")

    answer = await world.last(cast.officer)
    assert answer.key == "office-transfer-declined"
    assert answer.text.splitlines()[1] == "Budi (contoh): PK kami penuh"
    assert await states(world) == [TransferState.DECLINED]
    assert await state_of(world, cast.case) is CaseState.ACTIVE
    assert await world.keys(cast.budi) == []


async def test_taken_back_nobody_can_take_him_any_more(world: World, cast: Cast, there: There) -> None:
    await offers(world, cast.officer)
    await world.phone(cast.officer).writes("/pindah")
    await world.phone(cast.officer).taps("↩️ Batalkan pindah")
    assert (await world.last(there.head)).key == "office-transfer-withdrawn"
    await world.phone(there.head).taps_id(f"office-transfer-take:1:{there.sari.id}")

    assert (await world.last(there.head)).key == "office-transfer-not-open"
    assert await states(world) == [TransferState.WITHDRAWN]
    assert await state_of(world, cast.case) is CaseState.ACTIVE


async def at_once(world: World, taps: dict[str, str]) -> None:
    """These people press these buttons, each in a lane of his own, side by side."""
    said = [
        {"id": f"t-{code}", "from": code, "kind": "choice", "text": button} for code, button in taps.items()
    ]
    updates = [RawUpdate(str(one["id"]), str(one["from"]), json.dumps(one)) for one in said]
    await world.house.inbox.store(world.channel.name, updates)
    await world.settle()


async def test_two_heads_who_take_him_at_once_get_him_once(world: World, cast: Cast, there: There) -> None:
    second = await world.person(there.office, "KB-92", Role.HEAD)
    other = await world.person(there.office, "PK-92", Role.OFFICER)
    await offers(world, cast.officer)
    await at_once(
        world,
        {
            there.head.code: f"office-transfer-take:1:{there.sari.id}",
            second.code: f"office-transfer-take:1:{other.id}",
        },
    )
    async with world.database.reading() as session:
        cases = (await session.exec(select(Case).where(Case.office_id == there.office.id))).all()
    assert len(cases) == 1
    answers = [await world.keys(there.head), await world.keys(second)]
    assert sum("office-transfer-not-open" in one for one in answers) == 1


async def test_taken_and_taken_back_at_once_one_of_them_wins(world: World, cast: Cast, there: There) -> None:
    await offers(world, cast.officer)
    await at_once(
        world,
        {
            there.head.code: f"office-transfer-take:1:{there.sari.id}",
            cast.officer.code: "office-transfer-withdraw:1",
        },
    )
    (state,) = await states(world)
    gone = await state_of(world, cast.case) is CaseState.TRANSFERRED
    assert gone is (state is TransferState.ACCEPTED)
    assert state in (TransferState.ACCEPTED, TransferState.WITHDRAWN)


async def test_only_who_answers_for_that_bapas_takes_him(world: World, cast: Cast, there: There) -> None:
    third = await world.office("BPS-PRE", name="Bapas Parepare")
    strangers = [
        await world.person(cast.office, "KB-01", Role.HEAD),
        await world.person(third, "KB-66", Role.HEAD),
        await world.person(there.office, "OP-91", Role.OPERATOR),
        await world.person(third, "OP-66", Role.OPERATOR),
    ]
    foreign = await world.person(third, "PK-66", Role.OFFICER)
    await offers(world, cast.officer)
    for who in strangers:
        for button in ("take:1:" + str(there.sari.id), "other:1", "decline:1"):
            await world.phone(who).taps_id(f"office-transfer-{button}")
            assert (await world.last(who)).key == "not-yours", (who.code, button)
    await world.phone(there.sari).taps_id(f"office-transfer-take:1:{there.sari.id}")
    assert (await world.last(there.sari)).key == "not-for-you"
    for officer in (foreign, cast.officer, there.supervisor):
        await world.phone(there.head).taps_id(f"office-transfer-take:1:{officer.id}")
        assert (await world.last(there.head)).key == "not-yours"
    for who in (foreign, strangers[1]):
        await world.phone(who).taps_id("office-transfer-withdraw:1")
        assert (await world.last(who)).key == "not-yours"

    assert await states(world) == [TransferState.OFFERED]


async def test_without_a_head_the_operator_answers_and_without_both_nobody_is_asked(
    world: World, cast: Cast
) -> None:
    office = await world.office("BPS-PRE", name="Bapas Parepare")
    await offers(world, cast.officer, to="BPS-PRE")
    assert (await world.last(cast.officer)).key == "office-transfer-nobody-there"
    operator = await world.person(office, "OP-66", Role.OPERATOR)
    await world.person(office, "PK-66", Role.OFFICER, name="Rina (contoh)")
    await world.phone(cast.officer).taps("📨 Kirim")
    await world.phone(operator).taps("Rina (contoh)")

    assert (await world.last(operator)).key == "office-transfer-taken"
    assert await state_of(world, cast.case) is CaseState.TRANSFERRED


NAMED = {
    "its code": ("bps-srg", "office-transfer-ask-reason"),
    "part of its name": ("SERANG", "office-transfer-ask-reason"),
    "several": ("Bapas", "office-transfer-several"),
    "one's own": ("BPS-MKS", "office-transfer-own-office"),
    "none": ("Bapas Sorong", "office-transfer-unknown"),
    "no word": ("…", "office-transfer-unknown"),
}


@pytest.mark.parametrize(("text", "key"), NAMED.values(), ids=NAMED)
async def test_a_bapas_is_found_by_code_or_name(
    world: World, cast: Cast, there: There, text: str, key: str
) -> None:
    await world.office("BPS-PRE", name="Bapas Parepare")
    await world.phone(cast.officer).writes("/pindah K-01")
    await world.phone(cast.officer).taps("🏛️ Ke Bapas lain")
    await world.phone(cast.officer).writes(text)

    assert (await world.last(cast.officer)).key == key


async def test_where_there_is_no_other_bapas_there_is_no_button(world: World, cast: Cast) -> None:
    await world.person(cast.office, "PK-02", Role.OFFICER)
    await world.phone(cast.officer).writes("/pindah K-01")

    assert "🏛️ Ke Bapas lain" not in [one.label for one in (await world.last(cast.officer)).buttons]


async def test_a_head_offers_and_the_officer_knows(world: World, cast: Cast, there: There) -> None:
    chief = await world.person(cast.office, "KB-01", Role.HEAD)
    await offers(world, chief)
    assert (await world.last(cast.officer)).key == "office-transfer-for-you"
    await world.phone(cast.officer).writes("/pindah K-01")
    await offers(world, cast.officer)
    assert (await world.last(cast.officer)).key == "transfer-offered-already"
    await world.phone(there.head).writes("/pindah")
    await world.phone(there.head).taps("Sari (contoh)")

    assert await state_of(world, cast.case) is CaseState.TRANSFERRED
    assert (await world.last(chief)).key == "office-transfer-accepted"


async def test_an_offer_goes_along_with_a_client_who_changes_officers_meanwhile(
    world: World, cast: Cast, there: There
) -> None:
    dewi = await world.person(cast.office, "PK-02", Role.OFFICER, name="Dewi (contoh)")
    await offers(world, cast.officer)
    await world.phone(cast.officer).writes("/pindah K-01 PK-02 tugas belajar")
    await world.phone(cast.officer).taps("📨 Kirim")
    await world.phone(dewi).taps("✅ Terima")
    assert (await world.last(dewi)).key == "office-transfer-waits"
    await world.phone(dewi).taps("↩️ Batalkan pindah")

    assert (await world.last(there.head)).key == "office-transfer-withdrawn"
    assert await states(world) == [TransferState.WITHDRAWN]


async def test_a_stand_in_does_not_offer(world: World, cast: Cast, there: There) -> None:
    third = await world.person(cast.office, "PK-03", Role.OFFICER)
    await world.phone(cast.officer).writes("/cuti 20/04 24/04 PK-03")
    await world.phone(cast.officer).taps("📨 Kirim")
    await world.phone(third).taps("✅ Sanggup")
    await world.phone(third).taps_id(f"office-transfer:{cast.budi.id}:{cast.officer.id}")

    assert (await world.last(third)).key == "not-yours"


async def test_in_a_large_bapas_the_officer_is_written(world: World, cast: Cast, there: There) -> None:
    for number in range(2, 11):
        await world.person(there.office, f"PK-A{number}", Role.OFFICER)
    await offers(world, cast.officer)
    await world.phone(there.head).taps("🔎 PK lain")
    await world.phone(there.head).writes("PK-A99")
    assert (await world.last(there.head)).key == "transfer-nobody-called"
    await world.phone(there.head).writes("pk-a10")

    assert (await world.last(there.head)).key == "office-transfer-taken"
    _, new = await newest(world, cast, there)
    async with world.database.reading() as session:
        assert (await session.get_one(Person, new.officer_id)).code == "PK-A10"


async def test_the_weeks_digest_tells_both(world: World, cast: Cast, there: There) -> None:
    await moves(world, cast, there)
    await world.passes(at(27, 9))

    old = (await world.letter(cast.officer, "digest-heading")).text
    new = (await world.letter(there.sari, "digest-heading")).text
    assert "🔁 Pindah ke Bapas Serang sejak Sen 20 Apr: Budi (contoh)." in old
    assert "🔁 Dari Bapas Contoh kepada Anda sejak Sen 20 Apr: Budi (contoh)." in new
    assert "Langkah: /penempatan Budi" in new
    assert "🏁 Pindah ke Bapas lain: Budi (contoh).\nJam dan kehadiran perkara itu dihitung" in old
    assert "Budi" not in old.replace("Apr: Budi (contoh)", "").replace("lain: Budi (contoh)", "")
