"""A client asks for help: a person hears at once, the site never does, and nothing is lost on the way."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import col, delete, select

from bot.domain.help_calls import HelpKind, HelpState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.storage.events import case_stream, stream_events
from bot.storage.flags import Flag
from bot.storage.help_calls import HelpCall, HelpPhoto
from bot.storage.models import Attendance, Case, Evidence, Person, PersonAddress, WorkSession
from tests.conversations.case_life import facts
from tests.conversations.conftest import Cast
from tests.conversations.test_transfers import moves
from tests.harness import HERE, World, at

WORDS = "saya dipukul di gudang"
FAR = (-5.2, 119.4, 20.0)
"""Kilometres from the site."""


@pytest.fixture
async def head(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "KB-01", Role.HEAD, name="Rahma (contoh)")


async def calls(world: World, cast: Cast, words: str = WORDS) -> None:
    """Budi presses, and writes what happened."""
    await world.phone(cast.budi).writes("/bantuan")
    await world.phone(cast.budi).taps("🙋 Minta bantuan")
    await world.phone(cast.budi).taps("😟 Perlakuan buruk")
    await world.phone(cast.budi).writes(words)


async def call(world: World) -> HelpCall:
    async with world.database.reading() as session:
        return (await session.exec(select(HelpCall))).one()


async def texts(world: World, person: Person) -> str:
    return "\n".join(one.text for one in await world.letters(person))


async def test_officer_and_head_hear_at_once_and_the_site_never(
    world: World, cast: Cast, head: Person
) -> None:
    agency = await world.person(cast.office, "DN-01", Role.AGENCY)
    world.clock.moment = at(22, 23, 40)
    await calls(world, cast)

    told = await world.last(cast.budi)
    assert told.key == "call-sent"
    assert "paling lambat pukul 00.10 WITA" in told.text
    assert "112 (darurat), 119 (ambulans), 110 (polisi)" in told.text
    for reader in (cast.officer, head):
        card = await world.last(reader)
        assert card.key == "call-card"
        assert f"Katanya: {WORDS}" in card.text
        assert "Budi" not in card.text.splitlines()[0]
    for outsider in (cast.supervisor, agency):
        assert await world.letters(outsider) == []
    async with world.database.reading() as session:
        events = await stream_events(session, cast.office.id, case_stream(cast.case.id))
    assert events[-1].kind == "help_called"
    assert "gudang" not in (events[-1].payload or "")


async def test_no_other_role_and_no_log_ever_shows_it(
    world: World, cast: Cast, head: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    async with world.database.reading() as session:
        case = await session.get_one(Case, cast.case.id)
        prosecutor = await session.get_one(Person, case.prosecutor_id)
    agency = await world.person(cast.office, "DN-01", Role.AGENCY)
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    await calls(world, cast)
    await world.phone(cast.officer).taps("🙋 Saya tangani")
    await world.phone(cast.officer).taps("⏸ Hentikan kerja")
    for person, asks in (
        (cast.supervisor, "/daftar"),
        (agency, "/ringkasan"),
        (prosecutor, "/perkara"),
        (operator, "/bantuan"),
    ):
        await world.phone(person).writes(asks)
        told = await texts(world, person)
        assert "dipukul" not in told
        assert "bantuan ditangani" not in told
    await world.phone(head).writes("/ringkasan")
    assert "dipukul" not in (await world.last(head)).text
    assert "gudang" not in capsys.readouterr().out


async def test_the_client_hears_who_has_taken_it_and_the_other_reader_too(
    world: World, cast: Cast, head: Person
) -> None:
    await calls(world, cast)
    await world.phone(head).taps("🙋 Saya tangani")

    assert "ditangani oleh Rahma (contoh)" in (await world.last(cast.budi)).text
    assert "Ditangani oleh Rahma (contoh)" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).taps_id(f"help-take:{(await call(world)).id}")
    assert (await call(world)).taken_by == head.id
    await world.phone(head).taps("✅ Tutup")
    await world.phone(head).writes("didampingi ke puskesmas, pengawas diganti")

    assert (await world.last(cast.budi)).key == "call-closed-client"
    assert "puskesmas" not in await texts(world, cast.budi)
    await world.phone(cast.officer).writes("/klien K-01")
    assert "Hasilnya: didampingi ke puskesmas, pengawas diganti" in (await world.last(cast.officer)).text
    assert (await facts(world, cast))[-3:] == ["help_called", "help_taken", "help_closed"]


async def test_a_call_that_was_only_begun_leaves_by_itself_and_words_may_follow(
    world: World, cast: Cast, head: Person
) -> None:
    await world.phone(cast.budi).writes("/darurat")
    assert "112" in (await world.last(cast.budi)).text
    await world.phone(cast.budi).taps("🚑 Kecelakaan")
    assert await world.letters(cast.officer) == []
    await world.passes(world.clock.now() + timedelta(minutes=6))

    assert (await world.last(cast.budi)).key == "call-sent-by-itself"
    assert "Terkirim tanpa kata" in (await world.last(head)).text
    await world.phone(cast.budi).sends_voice(seconds=400)
    assert (await world.last(cast.budi)).key == "voice-problem-too-long"
    await world.phone(cast.budi).sends_voice()
    assert (await world.last(cast.budi)).key == "call-added"
    await world.phone(head).taps("🎧 Dengarkan")
    assert (await world.last(head)).key == "voice-here"


async def test_what_nobody_knows_of_can_be_taken_back(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/darurat")
    await world.phone(cast.budi).taps("💬 Lainnya")
    await world.phone(cast.budi).writes("batal")
    await world.passes(world.clock.now() + timedelta(minutes=40))

    assert (await world.last(cast.budi)).key == "call-dropped"
    assert await world.letters(cast.officer) == []
    assert (await call(world)).state is HelpState.DROPPED


async def test_another_kind_corrects_the_first_and_it_all_goes_by_numbers(world: World, cast: Cast) -> None:
    budi = world.phone(cast.budi)
    for said in ("bantuan", "1", "4"):
        await budi.writes(said)
    await budi.writes("/darurat")
    await budi.writes("3")
    await budi.writes("1")
    assert (await world.last(cast.budi)).key == "call-sent"
    await world.phone(cast.officer).writes("1")

    assert (await world.last(cast.budi)).key == "call-taken-client"
    assert ((await call(world)).kind, (await call(world)).state) == (HelpKind.MONEY, HelpState.TAKEN)


async def test_the_head_is_asked_until_somebody_has_taken_it_at_most_three_times(
    world: World, cast: Cast, head: Person
) -> None:
    world.clock.moment = at(22, 22)
    await calls(world, cast)
    await world.passes(at(22, 22, 31))
    asked = await world.last(head)
    assert asked.key == "call-unanswered"
    assert "Menunggu 30 menit" in asked.text
    await world.passes(at(23, 6))
    asked_at = {one.text.splitlines()[1] for one in await world.letters(head) if one.key == "call-unanswered"}
    assert asked_at == {f"Menunggu {long}." for long in ("30 menit", "1 jam 30 menit", "2 jam 30 menit")}
    await world.phone(head).taps("🙋 Saya tangani")

    assert (await call(world)).taken_by == head.id


async def test_it_stands_first_in_the_list_of_what_needs_somebody(
    world: World, cast: Cast, head: Person
) -> None:
    await calls(world, cast)
    for reader in (cast.officer, head):
        before = await world.queued()
        await world.phone(reader).writes("/perlu")
        assert (await world.keys(reader, after=before))[0] == "call-card"


async def sessions(world: World, cast: Cast, since: date) -> list[str]:
    async with world.database.reading() as session:
        query = select(WorkSession).where(WorkSession.case_id == cast.case.id, WorkSession.day >= since)
        return sorted({row.state.value for row in (await session.exec(query)).all()})


async def test_one_tap_stops_the_work_there_without_a_miss_and_ten_minutes_undo_it(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 9)
    await calls(world, cast)
    await world.phone(cast.officer).taps("⏸ Hentikan kerja")

    assert (await world.last(cast.budi)).key == "placement-stopped-working"
    assert "dihentikan pukul 09.00 WITA" in (await world.last(cast.budi)).text
    heard = [one for one in await world.letters(cast.supervisor) if one.key == "placement-stopped-site"]
    assert [one.text for one in heard] == [
        "⏸ Ada perubahan di daftar lokasi Bapak/Ibu.\n"
        "Penempatan Budi (contoh) di Kantor Desa L1 dihentikan sementara. Tidak ada yang perlu dilakukan."
    ]
    assert "gudang" not in await texts(world, cast.supervisor)
    assert await sessions(world, cast, date(2026, 4, 24)) == ["cancelled"]
    await world.passes(at(23, 9, 8))
    await world.phone(cast.officer).taps("↩️ Batalkan")

    assert (await world.last(cast.budi)).key == "placement-resumed-client"
    assert "planned" in await sessions(world, cast, date(2026, 4, 24))
    assert [one for one in await facts(world, cast) if one.startswith(("check_out", "placement"))] == [
        "placement_stopped",
        "check_out_undone",
        "placement_resumed",
    ]


async def test_days_that_were_stopped_are_no_miss(world: World, cast: Cast) -> None:
    await calls(world, cast)
    await world.phone(cast.officer).taps("⏸ Hentikan kerja")
    await world.passes(at(24, 12))

    assert "session_missed" not in await facts(world, cast)
    assert not {"reminder-day", "reminder-hour", "miss-question"} & set(await world.keys(cast.budi))
    await world.phone(cast.officer).writes("/penempatan K-01")
    assert "Tidak cocok: 1 lokasi, kerjanya di sana dihentikan" in await texts(world, cast.officer)
    await world.phone(cast.officer).taps("↩️ Batalkan")
    assert (await world.last(cast.officer)).key == "placement-stop-too-late"


@pytest.mark.parametrize(
    ("button", "told"),
    [(None, []), ("🔒 Jangan beri tahu", []), ("👪 Wali boleh tahu", ["call-told-guardian"])],
    ids=["nothing chosen", "no", "yes"],
)
async def test_a_child_chooses_whether_the_guardian_is_told(
    world: World, cast: Cast, button: str | None, told: list[str]
) -> None:
    guardian = await world.person(cast.office, "W-01", Role.GUARDIAN)
    async with world.database.transaction() as session:
        (await session.get_one(Person, cast.budi.id)).child = True
        (await session.get_one(Case, cast.case.id)).guardian_id = guardian.id
    await calls(world, cast)
    if button:
        await world.phone(cast.budi).taps(button)

    assert await world.keys(guardian) == told
    assert "gudang" not in await texts(world, guardian)


async def test_a_guardian_who_is_not_reached_is_not_called_told(world: World, cast: Cast) -> None:
    guardian = await world.person(cast.office, "W-01", Role.GUARDIAN, enrolled=False)
    async with world.database.transaction() as session:
        (await session.get_one(Person, cast.budi.id)).child = True
        (await session.get_one(Case, cast.case.id)).guardian_id = guardian.id
    await calls(world, cast)
    await world.phone(cast.budi).taps("👪 Wali boleh tahu")

    assert (await world.last(cast.budi)).key == "call-guardian-unreached"
    assert "Wali sudah diberi tahu" not in await texts(world, cast.officer)


async def test_a_photo_goes_with_the_call_and_never_to_the_site(
    world: World, cast: Cast, head: Person
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    before = len(await world.letters(cast.supervisor))
    await world.phone(cast.budi).taps_id("help-kind:mistreated")
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "call-sent"
    assert (await world.last(head)).has_photo
    await world.phone(cast.budi).sends_photo()
    await world.phone(cast.budi).writes("Ini lukanya, pesan pengawas: diam saja")

    assert (await world.last(cast.budi)).key == "call-added"
    assert "Ini lukanya" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).taps("📷 Lihat foto")
    assert (await world.keys(cast.officer))[-2:] == ["call-photo", "call-photo"]
    assert len(await world.letters(cast.supervisor)) == before
    async with world.database.reading() as session:
        assert (await session.exec(select(Evidence).where(col(Evidence.photo_id).is_not(None)))).all() == []


@pytest.mark.parametrize("sent", [False, True], ids=["being said", "sent"])
async def test_a_location_during_a_call_belongs_to_it_and_never_reaches_the_site(
    world: World, cast: Cast, head: Person, *, sent: bool
) -> None:
    if sent:
        await calls(world, cast)
        world.clock.moment += timedelta(minutes=10)
    else:
        await world.phone(cast.budi).taps_id("help-kind:mistreated")
    await world.phone(cast.budi).sends_location(FAR, exact=True)

    assert (await world.last(cast.budi)).key == ("call-added" if sent else "call-sent")
    for reader in (cast.officer, head):
        assert "https://maps.google.com/?q=-5.200000,119.400000" in (await world.last(reader)).text
    await world.phone(cast.budi).sends_location()
    assert (await world.last(cast.budi)).key == "call-added"
    assert await world.letters(cast.supervisor) == []
    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance))).all() == []


async def test_a_place_in_a_call_moves_on_its_card(world: World, cast: Cast, head: Person) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    before = len(await world.letters(cast.supervisor))
    await world.phone(cast.budi).taps_id("help-kind:mistreated")
    await world.phone(cast.budi).sends_location(live=True)
    await world.phone(cast.budi).moves(FAR)
    await world.phone(head).taps_id(f"help-show:{(await call(world)).id}")

    assert "https://maps.google.com/?q=-5.2" in (await world.last(head)).text
    assert len(await world.letters(cast.supervisor)) == before


@pytest.mark.parametrize("button", ["🙋 Untuk bantuan", "📍 Untuk kerja"])
async def test_where_work_is_due_too_it_is_asked_what_a_location_is_for(
    world: World, cast: Cast, head: Person, button: str
) -> None:
    world.clock.moment = at(23, 7, 55)
    await calls(world, cast)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    assert (await world.last(cast.budi)).key == "call-place-which"
    assert await world.letters(cast.supervisor) == []
    world.clock.moment = at(23, 8, 5)
    await world.phone(cast.budi).taps(button)

    helps = button == "🙋 Untuk bantuan"
    assert (await world.last(cast.budi)).key == ("call-added" if helps else "receipt-start")
    assert ("maps.google.com" in (await world.last(head)).text) is helps
    async with world.database.reading() as session:
        begun = [one.started_at for one in (await session.exec(select(Attendance))).all()]
        kept = (await session.exec(select(Evidence))).all()
    assert begun == ([] if helps else [at(23, 8)])
    assert [one.attendance_id is None for one in kept] == [helps]


async def test_a_quarter_of_an_hour_after_a_call_a_location_is_work(world: World, cast: Cast) -> None:
    await calls(world, cast)
    world.clock.moment += timedelta(minutes=10)
    await world.phone(cast.budi).writes("masih di sini")
    world.clock.moment += timedelta(minutes=6)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).sends_photo()

    async with world.database.reading() as session:
        assert (await session.exec(select(HelpPhoto))).all() == []
        assert (
            len((await session.exec(select(Evidence).where(col(Evidence.photo_id).is_not(None)))).all()) == 1
        )


@pytest.mark.parametrize(
    "said",
    ["saya tidak mau hidup lagi", "/pesan lebih baik saya mati", "izin, capek hidup"],
    ids=["in nobody's answer", "as a message", "in a sentence that begins with a command"],
)
async def test_a_life_in_danger_is_a_call_wherever_it_is_written(
    world: World, cast: Cast, head: Person, said: str
) -> None:
    world.clock.moment = at(24, 22)
    await world.phone(cast.budi).writes(said)

    near, sent = (await world.letters(cast.budi))[-2:]
    assert (near.key, sent.key) == ("call-near", "call-sent")
    assert "112 (darurat)" in sent.text
    assert "paling lambat pukul 22.30 WITA" in sent.text
    for reader in (cast.officer, head):
        assert said.removeprefix("/pesan ") in (await world.last(reader)).text
    await world.phone(cast.budi).writes("saya mau bunuh diri saja")
    async with world.database.reading() as session:
        (one,) = (await session.exec(select(HelpCall))).all()
    assert "bunuh diri" in one.words
    await world.passes(at(24, 22, 31))
    assert (await world.last(head)).key == "call-unanswered"


async def test_no_week_is_calm_beside_an_open_call_or_an_unread_message(
    world: World, cast: Cast, head: Person
) -> None:
    await calls(world, cast)
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    await world.case(siti, cast.officer, cast.site)
    await world.phone(siti).writes("/pesan saya takut pulang ke rumah")
    for reader, whose in ((cast.officer, ""), (head, " (PK Pk-01 (contoh))")):
        await world.phone(reader).writes("/ringkasan")
        said = await texts(world, reader)
        assert "Minggu yang tenang" not in said
        assert f"Budi (contoh){whose} minta bantuan" in said
        assert "Siti (contoh) menulis" in said
    await world.phone(cast.officer).writes("/perlu")
    assert "Budi (contoh) minta bantuan" in await texts(world, cast.officer)
    await world.phone(cast.officer).taps_id(f"help-take:{(await call(world)).id}")
    await world.phone(cast.officer).writes("/ringkasan")
    assert "sedang ditangani Pk-01 (contoh)" in (await world.last(cast.officer)).text


async def test_in_an_office_without_a_head_nothing_says_that_he_knows(world: World, cast: Cast) -> None:
    await calls(world, cast)
    assert "Terkirim kepada PK." in (await world.last(cast.budi)).text
    await world.passes(at(20, 12, 31))
    assert (await world.last(cast.officer)).key == "call-unanswered-alone"


async def test_who_closes_a_call_second_adds_what_he_knows(world: World, cast: Cast, head: Person) -> None:
    await calls(world, cast)
    one = await call(world)
    await world.phone(head).taps_id(f"help-take:{one.id}")
    for person in (head, cast.officer):
        await world.phone(person).taps_id(f"help-close:{one.id}")
    await world.phone(cast.officer).writes("sudah aman")
    await world.phone(head).writes("dibawa ke puskesmas")

    assert "call-outcome-added" in await world.keys(head)
    assert (await call(world)).outcome == "sudah aman\nRahma (contoh): dibawa ke puskesmas"
    assert (await facts(world, cast))[-2:] == ["help_closed", "help_outcome_added"]
    await world.phone(head).taps_id(f"help-close:{one.id}")
    assert "Hasil: sudah aman" in (await world.last(head)).text


async def test_no_word_of_a_call_is_cut(world: World, cast: Cast) -> None:
    await calls(world, cast, "a" * 2001)
    assert (await world.last(cast.budi)).key == "words-too-long"
    await world.phone(cast.budi).writes("a" * 1990 + " AKHIR")
    assert "AKHIR" in await texts(world, cast.officer)


async def test_work_that_the_office_stopped_was_not_left_early(
    world: World, cast: Cast, head: Person
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 9)
    await calls(world, cast)
    await world.phone(cast.officer).taps("⏸ Hentikan kerja")
    card = (await world.last(cast.supervisor)).text
    assert "Dihentikan oleh Pk-01 (contoh) pukul 09.00 WITA." in card
    await world.phone(cast.supervisor).taps("✅ Benar")
    async with world.database.reading() as session:
        worked = (await session.exec(select(WorkSession).where(WorkSession.day == date(2026, 4, 23)))).one()
    assert worked.outcome is Outcome.PRESENT


async def test_where_nothing_was_worked_no_hours_are_asked_about(
    world: World, cast: Cast, head: Person
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await calls(world, cast)
    await world.phone(cast.officer).taps("⏸ Hentikan kerja")
    card = (await world.last(cast.supervisor)).text
    assert "Apakah benar hadir?" in card
    assert "Apakah jam ini benar?" not in card


@pytest.mark.parametrize("said", ["bantuan saya dipukul pengawas", "dipukul"])
async def test_a_worry_in_few_words_or_behind_a_command_reaches_a_person(
    world: World, cast: Cast, said: str
) -> None:
    await world.phone(cast.budi).writes(said)

    assert said in (await world.last(cast.officer)).text


async def test_after_a_call_was_closed_words_are_no_part_of_it(
    world: World, cast: Cast, head: Person
) -> None:
    await calls(world, cast)
    await world.phone(head).taps_id(f"help-close:{(await call(world)).id}")
    await world.phone(head).writes("sudah dijemput")
    await world.phone(cast.budi).writes("dia datang lagi dan mengancam")

    assert "call-was-closed" not in await world.keys(cast.budi)
    assert "dia datang lagi dan mengancam" in await texts(world, cast.officer)


async def test_who_takes_the_client_over_is_told_at_once_and_the_former_asked_no_more(
    world: World, cast: Cast, head: Person
) -> None:
    dewi = await world.person(cast.office, "PK-02", Role.OFFICER, name="Dewi (contoh)")
    world.clock.moment = at(22, 9)
    await calls(world, cast)
    take = f"help-take:{(await call(world)).id}"
    await moves(world, cast, dewi)

    told = await world.letter(dewi, "call-card")
    assert f"Katanya: {WORDS}" in told.text
    assert "Budi" not in told.text.splitlines()[0]
    await world.phone(cast.officer).taps_id(take)
    assert (await world.last(cast.officer)).key == "transfer-moved-on"
    await world.passes(at(22, 9, 31))
    assert (await world.last(dewi)).key == "call-unanswered-officer"
    assert "call-unanswered-officer" not in await world.keys(cast.officer)
    await world.phone(dewi).taps_id(take)
    assert (await call(world)).taken_by == dewi.id


@pytest.mark.parametrize("words", [True, False], ids=["with words", "left by itself"])
async def test_where_nobody_can_be_reached_no_answer_is_promised_and_the_operator_hears(
    world: World, cast: Cast, *, words: bool
) -> None:
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    await world.person(cast.office, "KB-01", Role.HEAD, enrolled=False)
    async with world.database.transaction() as session:
        await session.exec(delete(PersonAddress).where(col(PersonAddress.person_id) == cast.officer.id))
    if words:
        await calls(world, cast)
    else:
        await world.phone(cast.budi).taps_id("help-kind:other")
        await world.passes(world.clock.now() + timedelta(minutes=6))

    told = await world.last(cast.budi)
    assert told.key == "call-sent-nobody"
    assert "112 (darurat), 119 (ambulans), 110 (polisi)" in told.text
    assert "Hubungi kantor: 0411-000111" in told.text
    assert "paling lambat" not in told.text
    heard = await world.last(operator)
    assert heard.key == "call-nobody"
    assert "Budi" not in heard.text
    await world.phone(cast.budi).writes("saya masih di lokasi")
    more = await world.last(cast.budi)
    assert more.key == "call-added-nobody"
    assert "112 (darurat), 119 (ambulans), 110 (polisi)" in more.text
    assert "Hubungi kantor: 0411-000111" in more.text
    assert (await world.keys(operator)).count("call-nobody") == 1
    await world.passes(world.clock.now() + timedelta(minutes=31))
    assert (await world.keys(operator)).count("call-nobody") == 2


async def test_who_calls_once_more_is_told_again_that_nobody_can_be_reached(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        await session.exec(delete(PersonAddress).where(col(PersonAddress.person_id) == cast.officer.id))
    await calls(world, cast)
    await world.phone(cast.budi).taps_id("help-kind:other")

    again = await world.last(cast.budi)
    assert again.key == "call-known-nobody"
    assert "112 (darurat)" in again.text


async def test_the_card_says_that_the_placement_was_stopped_and_offers_it_no_more(
    world: World, cast: Cast, head: Person
) -> None:
    await calls(world, cast)
    show = f"help-show:{(await call(world)).id}"
    await world.phone(cast.officer).taps("⏸ Hentikan kerja")
    for reader in (cast.officer, head):
        await world.phone(reader).taps_id(show)
        card = await world.last(reader)
        assert f"Penempatan di sana dihentikan oleh {cast.officer.name}" in card.text
        assert "⏸ Hentikan kerja" not in [one.label for one in card.buttons]
        assert "⏸ Hentikan kerja" not in card.text
    await world.phone(cast.officer).taps_id(show.replace("show", "unstop"))
    await world.phone(head).taps_id(show)

    assert "dihentikan" not in (await world.last(head)).text


async def test_the_same_call_within_a_minute_is_added_to_the_first(
    world: World, cast: Cast, head: Person
) -> None:
    await calls(world, cast)
    world.clock.moment += timedelta(seconds=50)
    await world.phone(cast.budi).taps_id("help-kind:accident")
    assert (await world.last(cast.budi)).key == "call-known-also"
    await world.phone(cast.budi).taps_id("help-kind:accident")
    assert (await world.last(cast.budi)).key == "call-known"
    await world.phone(cast.budi).writes("sekarang di puskesmas")

    one = await call(world)
    assert (one.kind, one.state) == (HelpKind.MISTREATED, HelpState.OPEN)
    card = (await world.last(head)).text
    assert "Tentang: diperlakukan tidak baik\nDitambahkan sesudahnya: kecelakaan\n" in card
    assert "sekarang di puskesmas" in card
    assert (await facts(world, cast)).count("help_called") == 1
    world.clock.moment += timedelta(minutes=2)
    await world.phone(cast.budi).taps_id("help-kind:accident")
    assert (await world.last(cast.budi)).key == "call-ask-words"


async def test_whom_nobody_answered_in_time_hears_so_once(world: World, cast: Cast, head: Person) -> None:
    world.clock.moment = at(22, 22)
    await calls(world, cast)
    await world.passes(at(22, 22, 31))
    told = await world.last(cast.budi)
    assert told.key == "call-late"
    assert "Pengingat sudah dikirim kepada PK dan kepala Bapas." in told.text
    assert "112 (darurat)" in told.text
    assert "klien dijanjikan jawaban sebelum Rab 22 Apr pukul 22.30" in (await world.last(cast.officer)).text
    assert "menunggu jawaban paling lambat" not in (await world.last(head)).text
    await world.passes(at(23, 6))

    assert (await world.keys(cast.budi)).count("call-late") == 1


@pytest.mark.parametrize(
    "said", ["pak tolong ke sini, saya di rumah sakit", "saya dipukul", "voice", "photo"]
)
async def test_what_is_said_instead_of_a_kind_is_the_call(
    world: World, cast: Cast, head: Person, said: str
) -> None:
    budi = world.phone(cast.budi)
    await budi.writes("/darurat")
    match said:
        case "voice":
            await budi.sends_voice()
        case "photo":
            await budi.sends_photo()
        case _:
            await budi.writes(said)

    assert (await world.last(cast.budi)).key == "call-sent"
    one = await call(world)
    assert (one.kind, one.state) == (HelpKind.OTHER, HelpState.OPEN)
    for reader in (cast.officer, head):
        card = await world.last(reader)
        assert card.key == "call-card"
        assert said in card.text or said in ("voice", "photo")
    assert await world.letters(cast.supervisor) == []


async def test_a_press_that_nothing_follows_reaches_a_person_after_five_minutes(
    world: World, cast: Cast, head: Person
) -> None:
    await world.phone(cast.budi).writes("/darurat")
    assert "lima menit lagi permintaan ini terkirim" in (await world.last(cast.budi)).text
    assert await world.letters(head) == []
    await world.passes(world.clock.now() + timedelta(minutes=6))

    assert (await world.last(cast.budi)).key == "call-sent-by-itself"
    for reader in (cast.officer, head):
        assert "Terkirim tanpa kata" in (await world.last(reader)).text


async def test_a_press_by_mistake_is_taken_back_and_one_press_more_keeps_the_kind(
    world: World, cast: Cast
) -> None:
    budi = world.phone(cast.budi)
    await budi.writes("/darurat")
    await budi.taps("✖️ Tidak jadi")
    assert (await world.last(cast.budi)).key == "call-dropped"
    await world.passes(world.clock.now() + timedelta(minutes=6))
    assert await world.letters(cast.officer) == []
    await budi.writes("/darurat")
    await budi.taps("😟 Perlakuan buruk")
    await budi.writes("/darurat")
    await budi.writes("di gudang")
    assert "Tentang: diperlakukan tidak baik" in (await world.last(cast.officer)).text
    await budi.writes("/darurat")
    await budi.writes("dia masih di sini")

    assert "dia masih di sini" in (await world.last(cast.officer)).text
    assert (await facts(world, cast)).count("help_called") == 1


async def of_a_child(world: World, cast: Cast) -> Person:
    """Budi is a child, and W-01 his guardian."""
    guardian = await world.person(cast.office, "W-01", Role.GUARDIAN)
    async with world.database.transaction() as session:
        (await session.get_one(Person, cast.budi.id)).child = True
        (await session.get_one(Case, cast.case.id)).guardian_id = guardian.id
    return guardian


@pytest.mark.parametrize("said", ["boleh", "ya boleh"])
async def test_a_child_is_asked_about_the_guardian_also_where_the_call_left_by_itself(
    world: World, cast: Cast, head: Person, said: str
) -> None:
    guardian = await of_a_child(world, cast)
    await world.phone(cast.budi).taps_id("help-kind:mistreated")
    await world.passes(world.clock.now() + timedelta(minutes=6))
    told = await world.last(cast.budi)
    assert told.key == "call-sent-by-itself"
    assert "Bolehkah wali tahu" in told.text
    await world.phone(cast.budi).writes(said)

    assert (await world.last(guardian)).key == "call-told-guardian"
    assert (await call(world)).words == ""


async def test_a_guardians_worry_reaches_the_officer_with_the_numbers(world: World, cast: Cast) -> None:
    guardian = await of_a_child(world, cast)
    await world.phone(guardian).writes("anak saya dipukul pengawas")

    told = await world.last(guardian)
    assert told.key == "message-sent"
    assert "112 (darurat)" in told.text
    card = await world.last(cast.officer)
    assert card.key == "message-to-read"
    assert "anak saya dipukul pengawas" in card.text
    assert await world.letters(cast.supervisor) == []


async def test_darurat_of_others_shows_the_numbers_and_the_way_they_have(world: World, cast: Cast) -> None:
    guardian = await of_a_child(world, cast)
    for person, way in ((guardian, "✉️ Pesan ke PK"), (cast.supervisor, "kejadian")):
        await world.phone(person).writes("darurat")
        told = (await world.last(person)).text
        assert "112 (darurat)" in told
        assert way in told


@pytest.mark.parametrize("news", ["added", "message", "call"])
async def test_what_comes_while_a_call_is_closed_is_shown_first(
    world: World, cast: Cast, head: Person, news: str
) -> None:
    await calls(world, cast)
    await world.phone(cast.officer).taps("🙋 Saya tangani")
    await world.phone(cast.officer).taps("✅ Tutup")
    if news != "added":
        world.clock.moment += timedelta(minutes=3)
    if news == "call":
        await world.phone(cast.budi).taps_id("help-kind:accident")
    await world.phone(cast.budi).writes(
        {"message": "/pesan dia di depan rumah"}.get(news, "sekarang dia datang ke rumah saya")
    )
    await world.phone(cast.officer).writes("sudah saya telepon, aman")

    shown = await world.last(cast.officer)
    assert shown.key == "call-closing-moved"
    assert "sudah saya telepon, aman" in shown.text
    assert ("sekarang dia datang" in shown.text) is (news != "message")
    assert "help_closed" not in await facts(world, cast)
    await world.phone(cast.officer).taps("✅ Tetap tutup")

    assert (await facts(world, cast))[-1] == "help_closed"
    async with world.database.reading() as session:
        closed = (await session.exec(select(HelpCall).where(HelpCall.outcome != ""))).one()
    assert closed.outcome == "sudah saya telepon, aman"


@pytest.mark.parametrize("later", [0, 1, 7], ids=["the same day", "the next day", "a week later"])
async def test_who_comes_after_his_work_was_stopped_begins_nothing_and_the_officer_hears(
    world: World, cast: Cast, later: int
) -> None:
    world.clock.moment = at(22, 9)
    await calls(world, cast)
    await world.phone(cast.officer).taps("⏸ Hentikan kerja")
    before = len(await world.letters(cast.supervisor))
    world.clock.moment = at(22 + later, 10)
    await world.phone(cast.budi).sends_location()

    told = await world.last(cast.budi)
    assert told.key == "location-kept-aside"
    assert "Kerja di Kantor Desa L1 sedang dihentikan" in told.text
    assert (await world.last(cast.officer)).key == "resting-told-officer-stopped"
    assert len(await world.letters(cast.supervisor)) == before
    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance))).all() == []
        assert len((await session.exec(select(Evidence))).all()) == 1


async def test_who_worked_until_it_was_stopped_is_not_asked_to_begin_again(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 9)
    await calls(world, cast)
    await world.phone(cast.officer).taps("⏸ Hentikan kerja")
    world.clock.moment = at(23, 10)
    await world.phone(cast.budi).sends_location()

    assert "Kerja di Kantor Desa L1 sedang dihentikan" in (await world.last(cast.budi)).text


@pytest.mark.parametrize("knows", [True, False], ids=["who knows of the call", "who does not"])
async def test_the_guardian_hears_that_the_child_need_not_go_there(
    world: World, cast: Cast, knows: bool
) -> None:
    guardian = await world.person(cast.office, "W-01", Role.GUARDIAN)
    async with world.database.transaction() as session:
        (await session.get_one(Person, cast.budi.id)).child = True
        (await session.get_one(Case, cast.case.id)).guardian_id = guardian.id
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 9)
    await calls(world, cast)
    await world.phone(cast.budi).taps("👪 Wali boleh tahu" if knows else "🔒 Jangan beri tahu")
    await world.phone(cast.officer).taps("⏸ Hentikan kerja")

    told = await world.letter(guardian, "placement-stopped-guardian")
    assert cast.budi.code not in told.text.splitlines()[0]
    assert "gudang" not in told.text
    await world.phone(guardian).writes("jadwal")
    assert "terlaksana" not in (await world.last(guardian)).text.replace("belum terlaksana", "")


async def test_who_stops_a_placement_second_reads_who_did_and_when(
    world: World, cast: Cast, head: Person
) -> None:
    await calls(world, cast)
    await world.phone(cast.officer).taps("⏸ Hentikan kerja")
    await world.phone(head).taps_id(f"help-stop:{(await call(world)).id}")

    told = (await world.last(head)).text
    assert told.startswith(
        "Penempatan Budi (contoh) di Kantor Desa L1 sudah dihentikan oleh Pk-01 (contoh), "
    )
    assert "Sen 20 Apr pukul 12.00 WITA" in told


async def test_whose_work_was_stopped_is_not_asked_to_begin(world: World, cast: Cast) -> None:
    await calls(world, cast)
    await world.phone(cast.officer).taps("⏸ Hentikan kerja")
    (told,) = [row for row in await world.outbox() if row.content["key"] == "placement-stopped-client"]
    assert told.content["ask"] == "resting"
    await world.phone(cast.officer).taps("🙋 Saya tangani")
    await world.phone(cast.officer).taps("✅ Tutup")
    await world.phone(cast.officer).writes("sudah ditemui")
    await world.phone(cast.budi).writes("terima kasih pak")
    assert (await world.last(cast.budi)).text == "Sama-sama, Bapak Budi (contoh)."
    await world.phone(cast.budi).writes("pagi")

    assert (await world.last(cast.budi)).key == "not-understood-resting"
    assert "Mulai kerja" not in (await world.last(cast.budi)).text


async def test_a_child_forbids_in_words_that_the_guardian_is_told(world: World, cast: Cast) -> None:
    guardian = await world.person(cast.office, "W-01", Role.GUARDIAN)
    async with world.database.transaction() as session:
        (await session.get_one(Person, cast.budi.id)).child = True
        (await session.get_one(Case, cast.case.id)).guardian_id = guardian.id
    await calls(world, cast)
    await world.phone(cast.budi).writes("jangan beri tahu ibu")

    assert (await world.last(cast.budi)).key == "call-guardian-spared"
    assert "Anak ini tidak ingin wali diberi tahu." in (await world.last(cast.officer)).text
    assert (await call(world)).words == WORDS


AWAY = (-6.9, 119.44, 10.0)
"""Farther from the site than anybody travels in half an hour."""


@pytest.mark.parametrize(
    ("how", "moment"),
    [
        pytest.param("call", at(23, 5, 30), id="a call"),
        pytest.param("call", at(23, 7, 50), id="a call where work is due"),
        pytest.param("worry", at(23, 5, 30), id="a worry"),
    ],
)
async def test_the_site_learns_nothing_of_where_somebody_was_in_trouble(
    world: World, cast: Cast, how: str, moment: datetime
) -> None:
    """Nor by a comparison: that is told by its question on a card."""
    world.clock.moment = moment
    budi = world.phone(cast.budi)
    if how == "call":
        await calls(world, cast)
    else:
        await budi.writes("/pesan saya diancam preman di rumah")
    await budi.sends_location(AWAY)
    world.clock.moment += timedelta(minutes=22)
    await budi.sends_location(HERE)
    if "which" in (await world.last(cast.budi)).key:
        await budi.taps("📍 Untuk kerja")

    assert "lokasi sebelumnya" not in (await world.letter(cast.supervisor, "card")).text
    async with world.database.reading() as session:
        assert (await session.exec(select(Flag))).all() == []


@pytest.mark.parametrize("how", ["call", "worry"])
async def test_two_places_of_which_both_are_for_work_are_both_taken(
    world: World, cast: Cast, how: str
) -> None:
    world.clock.moment = at(23, 7, 50) if how == "call" else at(20, 7)
    budi = world.phone(cast.budi)
    if how == "call":
        await calls(world, cast)
    else:
        await budi.writes("/pesan saya diancam preman")
    await budi.sends_location(AWAY)
    first = await world.last(cast.budi)
    await budi.sends_location(HERE)
    second = await world.last(cast.budi)
    await budi.taps_id(second.buttons[1].id)
    await budi.taps_id(first.buttons[1].id)

    assert "belum bisa diproses" not in await texts(world, cast.budi)
    async with world.database.reading() as session:
        assert len((await session.exec(select(Attendance))).all()) == 1
