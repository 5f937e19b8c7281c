"""An officer says what became of a missed session, or excuses several days; people decide, nobody climbs."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from sqlmodel import col, select

from bot.domain.checkins import SessionState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.outcomes import MISSED
from bot.storage.events import case_stream
from bot.storage.models import Event, ExcusedSpan, WorkSession
from tests.conversations.conftest import Cast
from tests.harness import World, at

SICK, UNEXPLAINED = "🤒 Sakit", "❔ Tanpa keterangan"
WHY = "sudah ditelepon istrinya"


async def missed(world: World, cast: Cast, day: int = 23, *, answer: str = "🤒 Sakit") -> None:
    """Budi does not come, and answers the question why, if he has an answer."""
    await world.passes(at(day, 9, 30))
    if answer:
        await world.phone(cast.budi).taps(answer)
    await world.passes(at(day, 13))


async def of_day(world: World, day: int) -> WorkSession:
    async with world.database.reading() as session:
        return (await session.exec(select(WorkSession).where(WorkSession.day == date(2026, 4, day)))).one()


async def facts(world: World, cast: Cast) -> list[Event]:
    async with world.database.reading() as session:
        query = select(Event).where(Event.stream == case_stream(cast.case.id), Event.kind == "outcome_set")
        return list((await session.exec(query.order_by(col(Event.seq)))).all())


async def needs(world: World, cast: Cast) -> str:
    await world.phone(cast.officer).writes("/perlu")
    return (await world.last(cast.officer)).text


async def test_the_clients_answer_comes_with_the_outcomes(world: World, cast: Cast) -> None:
    await missed(world, cast)
    letter = next(one for one in await world.letters(cast.officer) if one.key == "miss-told-officer")

    if world.channel.caps.choices > 3:
        labels = [button.label for button in letter.buttons]
        assert labels == ["📝 Izin", SICK, UNEXPLAINED, "🚧 Lokasi tutup", "📶 Gangguan sistem"]
    else:
        assert "5. 📶 Gangguan sistem" in letter.text


async def test_who_explained_himself_and_was_not_believed_is_not_called_silent(
    world: World, cast: Cast
) -> None:
    await missed(world, cast, answer="")
    assert "belum memberi kabar" in await needs(world, cast)
    await world.phone(cast.budi).writes("ban motor bocor")
    await world.phone(cast.officer).taps(UNEXPLAINED)
    await world.phone(cast.officer).writes(WHY)

    said = await needs(world, cast)
    assert "penjelasannya sudah didengar, belum dapat diterima" in said
    assert "belum memberi kabar" not in said


async def test_the_officer_reads_that_the_client_was_told_only_where_he_was(world: World, cast: Cast) -> None:
    """Of what the clock has written nothing more goes to the client; nor does anything to somebody who has
    stopped the messages."""
    await missed(world, cast, answer="")
    planned = await of_day(world, 23)
    before = len(await world.letters(cast.budi))
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:{MISSED.index(Outcome.UNEXPLAINED)}")
    await world.phone(cast.officer).writes(WHY)
    assert (await world.last(cast.officer)).text.splitlines()[-1] == (
        "Itu sudah tercatat, jadi klien tidak dikirimi pesan."
    )
    assert len(await world.letters(cast.budi)) == before

    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:{MISSED.index(Outcome.SICK)}")
    await world.phone(cast.officer).writes(WHY)
    assert (await world.last(cast.officer)).text.splitlines()[-1] == "Klien diberi tahu."
    assert (await world.last(cast.budi)).key == "decided-told-client"

    await world.phone(cast.budi).writes("/stop")
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:{MISSED.index(Outcome.PERMITTED)}")
    await world.phone(cast.officer).writes(WHY)
    assert "Mohon disampaikan langsung" in (await world.last(cast.officer)).text


async def test_a_miss_without_a_word_is_reviewed_with_a_reason(world: World, cast: Cast) -> None:
    """It stays a miss: the clock has written so already, and nothing is recorded until he says why."""
    await missed(world, cast, answer="")
    await world.phone(cast.officer).writes("/klien budi")
    await world.phone(cast.officer).taps("📝 Kam 23 Apr")
    await world.phone(cast.officer).taps(UNEXPLAINED)
    assert (await world.last(cast.officer)).key == "decided-ask-why"
    assert not await facts(world, cast)

    await world.phone(cast.officer).writes("tidak bisa dihubungi")
    done = await world.last(cast.officer)
    assert (done.key, "Alasan: tidak bisa dihubungi" in done.text) == ("decided-done", True)
    (event,) = await facts(world, cast)
    assert json.loads(event.payload or "")["why"] == "tidak bisa dihubungi"
    planned = await of_day(world, 23)
    assert (planned.state, planned.outcome) == (SessionState.MISSED, Outcome.UNEXPLAINED)

    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:{MISSED.index(Outcome.UNEXPLAINED)}")
    assert (await world.last(cast.officer)).key == "decided-done"
    assert len(await facts(world, cast)) == 1


async def test_the_officers_word_is_kept_told_and_does_not_climb(world: World, cast: Cast) -> None:
    await missed(world, cast)
    planned = await of_day(world, 23)
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:1")

    planned = await of_day(world, 23)
    assert (planned.state, planned.outcome) == (SessionState.MISSED, Outcome.SICK)
    (event,) = await facts(world, cast)
    assert (event.actor_id, event.reason) == (cast.officer.id, "sakit")
    assert json.loads(event.payload or "")["words"] == "reason-sick"
    told = await world.last(cast.budi)
    assert (told.key, "sakit" in told.text.splitlines()[0]) == ("decided-told-client", False)
    assert "Dicatat: sakit." in told.text
    assert "Budi" not in await needs(world, cast)


async def test_a_decision_before_the_end_outlives_the_clock(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9, 30))
    await world.phone(cast.budi).taps("🤒 Sakit")
    planned = await of_day(world, 23)
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:1")
    await world.passes(at(23, 13))

    planned = await of_day(world, 23)
    assert (planned.state, planned.outcome) == (SessionState.MISSED, Outcome.SICK)
    assert "miss-ask-supervisor" not in await world.keys(cast.supervisor)


async def test_who_comes_late_after_all_is_there(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9, 30))
    planned = await of_day(world, 23)
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:0")
    await world.phone(cast.officer).writes(WHY)
    await world.phone(cast.budi).sends_location()

    planned = await of_day(world, 23)
    assert (planned.state, planned.outcome) == (SessionState.STARTED, None)
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:0")
    assert (await world.last(cast.officer)).key == "decided-was-there"


async def test_a_reason_that_is_not_accepted_climbs(world: World, cast: Cast) -> None:
    await missed(world, cast)
    await missed(world, cast, 30)
    assert "2 kali berturut-turut" not in await needs(world, cast)
    for day in (23, 30):
        await world.phone(cast.officer).taps_id(f"outcome:{(await of_day(world, day)).id}:2")
        assert (await world.last(cast.officer)).key == "decided-ask-why"
        await world.phone(cast.officer).writes(WHY)

    assert "2 kali berturut-turut tidak hadir" in await needs(world, cast)


async def test_words_about_an_earlier_miss_name_their_day(world: World, cast: Cast) -> None:
    """They are no reason of the later ones, of which he said nothing: those still want a call."""
    await world.passes(at(23, 9, 30))
    await world.phone(cast.budi).writes("saya sakit demam")
    await missed(world, cast, 30, answer="")

    said = await needs(world, cast)
    assert "2 kali berturut-turut tidak hadir, terakhir Kam 30 Apr" in said
    assert "Katanya tentang Kam 23 Apr: “saya sakit demam”. Langkah: telepon hari ini" in said
    assert (await world.last(cast.officer)).buttons[0].id.startswith("follow-up-of:")


async def test_an_excused_miss_between_two_is_passed_over(world: World, cast: Cast) -> None:
    await missed(world, cast, answer="")
    await missed(world, cast, 30, answer="")
    await world.phone(cast.officer).taps_id(f"outcome:{(await of_day(world, 30)).id}:4")
    await world.phone(cast.officer).writes(WHY)

    text = await needs(world, cast)
    assert "berturut-turut" not in text


async def test_who_is_not_believed_reads_why_and_how_to_object(world: World, cast: Cast) -> None:
    await missed(world, cast)
    planned = await of_day(world, 23)
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:{MISSED.index(Outcome.UNEXPLAINED)}")
    await world.phone(cast.officer).writes(WHY)

    told = await world.last(cast.budi)
    assert told.key == "decided-told-unexplained"
    assert f"Alasan: {WHY}" in told.text
    assert "PK dan klien" not in told.text
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    assert (await world.last(cast.budi)).key == "contest-ask-times-of"


async def test_a_repeat_tells_nobody_twice_and_a_change_does(world: World, cast: Cast) -> None:
    await missed(world, cast)
    planned = await of_day(world, 23)
    for number in (1, 1, 0):
        await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:{number}")

    assert [event.reason for event in await facts(world, cast)] == ["sakit", "izin"]
    assert (await world.keys(cast.budi)).count("decided-told-client") == 2


async def test_what_a_stand_in_said_meanwhile_is_shown_and_not_overwritten(world: World, cast: Cast) -> None:
    await missed(world, cast)
    planned = await of_day(world, 23)
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:1:none")
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:0:none")

    assert (await world.last(cast.officer)).key == "decided-meanwhile"
    assert (await of_day(world, 23)).outcome is Outcome.SICK
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:0:sakit")
    assert (await of_day(world, 23)).outcome is Outcome.PERMITTED


async def test_what_was_said_while_the_reason_was_written_is_not_overwritten(
    world: World, cast: Cast
) -> None:
    await missed(world, cast, answer="")
    planned = await of_day(world, 23)
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:0:none")
    async with world.database.transaction() as session:
        (await session.get_one(WorkSession, planned.id)).outcome = Outcome.SICK
    await world.phone(cast.officer).writes(WHY)

    assert (await world.last(cast.officer)).key == "decided-meanwhile"
    assert (await of_day(world, 23)).outcome is Outcome.SICK
    assert "decided-told-client" not in await world.keys(cast.budi)


async def test_the_card_of_the_client_opens_the_outcomes_with_their_hints(world: World, cast: Cast) -> None:
    await missed(world, cast, answer="")
    await world.phone(cast.officer).writes("/klien budi")
    card = await world.last(cast.officer)
    assert "• Kam 23 Apr pukul 08.00, Kantor Desa L1: tanpa keterangan" in card.text
    await world.phone(cast.officer).taps("📝 Kam 23 Apr")

    ask = await world.last(cast.officer)
    assert (ask.key, "• sakit: Tidak dihitung" in ask.text) == ("decided-ask", True)
    await world.phone(cast.officer).taps("📶 Gangguan sistem")
    assert (await of_day(world, 23)).outcome is Outcome.UNEXPLAINED
    await world.phone(cast.officer).writes(WHY)

    after = await of_day(world, 23)
    assert (after.state, after.outcome) == (SessionState.MISSED, Outcome.SYSTEM_FAILURE)
    assert json.loads((await facts(world, cast))[0].payload or "")["why"] == WHY
    assert WHY in (await world.last(cast.officer)).text
    assert WHY not in (await world.last(cast.budi)).text
    await world.phone(cast.officer).writes("/klien budi")
    assert "Kantor Desa L1: gangguan sistem" in (await world.last(cast.officer)).text


async def test_what_is_still_to_come_is_not_decided(world: World, cast: Cast) -> None:
    planned = await of_day(world, 23)
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:1")

    assert (await world.last(cast.officer)).key == "decided-not-open"
    assert await facts(world, cast) == []


async def test_a_head_sees_no_buttons_to_decide(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await missed(world, cast, answer="")
    await world.phone(head).writes("/klien budi")

    assert not [one for one in (await world.last(head)).buttons if one.id.startswith("outcome")]


@pytest.mark.parametrize("text", ["/izinkan K-01 20/04 24/04 rawat inap", "izinkan k-01 23/4 rawat inap"])
async def test_days_are_excused_without_a_miss_and_planned_anew(world: World, cast: Cast, text: str) -> None:
    await world.phone(cast.officer).writes(text)

    planned = await of_day(world, 23)
    assert (planned.state, planned.outcome) == (SessionState.CANCELLED, Outcome.PERMITTED)
    assert "1 jadwal tidak jadi" in (await world.last(cast.officer)).text
    on_site = await world.last(cast.supervisor)
    assert (on_site.key, "rawat" in on_site.text) == ("excused-told-site", False)
    assert (await world.last(cast.budi)).key == "excused-told-client"
    await world.passes(at(24, 12))
    assert not [key for key in await world.keys(cast.budi) if key.startswith(("remind", "miss"))]
    assert (await of_day(world, 23)).state is SessionState.CANCELLED


async def test_what_was_missed_in_the_span_no_longer_counts(world: World, cast: Cast) -> None:
    await missed(world, cast, answer="")
    await world.phone(cast.officer).writes("/izinkan K-01 22/04 24/04 keluarga meninggal")

    assert (await of_day(world, 23)).outcome is Outcome.PERMITTED
    assert "Budi" not in await needs(world, cast)


async def test_the_same_excuse_again_changes_nothing(world: World, cast: Cast) -> None:
    for days in ("20/04 24/04", "20/04 24/04", "22/04 23/04"):
        await world.phone(cast.officer).writes(f"/izinkan K-01 {days} rawat inap")

    assert len(await facts(world, cast)) == 1
    again = await world.last(cast.officer)
    assert (again.key, "sudah diizinkan Rab 22 Apr – Kam 23 Apr" in again.text) == ("excused-already", True)
    assert (await world.keys(cast.budi)).count("excused-told-client") == 1
    assert (await world.keys(cast.supervisor)).count("excused-told-site") == 1
    async with world.database.reading() as session:
        assert len((await session.exec(select(ExcusedSpan))).all()) == 1


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("/izinkan", "excuse-usage", id="nothing"),
        pytest.param("/izinkan K-01", "excuse-usage", id="no day"),
        pytest.param("/izinkan K-01 20/04 24/04", "excuse-usage", id="no reason"),
        pytest.param("/izinkan K-99 20/04 sakit", "client-not-found", id="nobody"),
        pytest.param("/izinkan Budi 20/04 sakit", "client-not-found", id="a name is not a code"),
        pytest.param("/izinkan K-01 24/04 20/04 sakit", "period-reversed", id="reversed"),
        pytest.param("/izinkan K-01 20/04/2026 20/12/2026 sakit", "excuse-too-long", id="too long"),
        pytest.param("/izinkan K-01 02/01 03/01 sakit", "excuse-long-past", id="which year"),
    ],
)
async def test_what_cannot_be_excused_is_explained(world: World, cast: Cast, text: str, key: str) -> None:
    await world.phone(cast.officer).writes(text)

    assert (await world.last(cast.officer)).key == key
    assert await facts(world, cast) == []


async def test_a_year_that_is_written_out_is_meant(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/izinkan K-01 02/01 03/01 rawat inap")
    asked = (await world.last(cast.officer)).text
    assert "/izinkan K-01 02/01/2026 03/01/2026" in asked
    await world.phone(cast.officer).writes("/izinkan K-01 02/01/2026 03/01/2026 rawat inap")

    assert (await world.last(cast.officer)).key == "excused-done"


NOT_THERE, OTHER_TIMES = "🚫 Tidak di lokasi", "🕒 Jamnya berbeda"


async def rejected(world: World, cast: Cast, day: int = 23, *, finished: bool = False) -> WorkSession:
    """Budi says that he is there, and the supervisor says no; then the session is over."""
    await world.passes(at(day, 8))
    await world.phone(cast.budi).sends_location()
    if finished:
        await world.passes(at(day, 11))
        await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).taps(OTHER_TIMES if finished else NOT_THERE)
    await world.passes(at(day, 14))
    return await of_day(world, day)


async def test_who_was_not_there_did_not_come(world: World, cast: Cast) -> None:
    await missed(world, cast, answer="")
    planned = await rejected(world, cast, 30)

    assert (planned.state, planned.outcome) == (SessionState.STARTED, Outcome.UNEXPLAINED)
    text = await needs(world, cast)
    assert "2 kali berturut-turut tidak hadir" in text
    assert "dinyatakan tidak benar oleh pengawas" in text


async def test_one_rejected_start_is_told_once(world: World, cast: Cast) -> None:
    await rejected(world, cast)

    text = await needs(world, cast)
    assert "dinyatakan tidak benar oleh pengawas" in text
    assert "Pengingat akan dikirim" not in text


async def test_hours_that_were_rejected_are_neither_a_miss_nor_a_coming_back(
    world: World, cast: Cast
) -> None:
    await missed(world, cast, answer="")
    planned = await rejected(world, cast, 30, finished=True)

    assert (planned.state, planned.outcome) == (SessionState.STARTED, None)
    text = await needs(world, cast)
    assert "tidak hadir Kam 23 Apr" in text
    assert "berturut-turut" not in text


async def test_the_officer_says_what_became_of_a_rejected_session(world: World, cast: Cast) -> None:
    planned = await rejected(world, cast)
    await world.phone(cast.officer).writes("/klien budi")
    await world.phone(cast.officer).taps_id(f"outcomes:{planned.id}")
    assert (await world.last(cast.officer)).key == "decided-ask"
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:1")
    await world.phone(cast.officer).writes(WHY)

    assert (await of_day(world, 23)).outcome is Outcome.SICK
    assert "Dicatat: sakit." in (await world.last(cast.budi)).text
    await missed(world, cast, 30, answer="")
    assert "berturut-turut" not in await needs(world, cast)


async def test_a_rejected_session_is_excused_with_its_days(world: World, cast: Cast) -> None:
    await rejected(world, cast)
    await world.phone(cast.officer).writes("/izinkan K-01 22/04 24/04 rawat inap")

    assert (await of_day(world, 23)).outcome is Outcome.PERMITTED


async def test_a_rejection_taken_back_leaves_no_miss(world: World, cast: Cast) -> None:
    await world.passes(at(23, 8))
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).taps(NOT_THERE)
    assert (await of_day(world, 23)).outcome is Outcome.UNEXPLAINED
    await world.phone(cast.supervisor).taps("↩️ Batalkan")

    assert (await of_day(world, 23)).outcome is None


async def test_who_comes_after_a_rejection_has_come(world: World, cast: Cast) -> None:
    await world.passes(at(23, 7))
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).taps(NOT_THERE)
    await world.passes(at(23, 8))
    await world.phone(cast.budi).sends_location()
    await world.passes(at(23, 14))

    planned = await of_day(world, 23)
    assert planned.outcome is None
    await world.phone(cast.officer).taps_id(f"outcomes:{planned.id}")
    assert (await world.last(cast.officer)).key == "decided-was-there"


@pytest.mark.parametrize(
    ("start", "finish", "word"),
    [
        (at(23, 8), at(23, 11), ""),
        (at(23, 8, 30), at(23, 11), "terlambat"),
        (at(23, 8), at(23, 10, 30), "pulang awal"),
    ],
    ids=["in time", "late", "left early"],
)
async def test_the_officer_reads_who_came_late_or_left_early_and_the_client_does_not(
    world: World, cast: Cast, start: datetime, finish: datetime, word: str
) -> None:
    world.clock.moment = start
    await world.phone(cast.budi).sends_location()
    world.clock.moment = finish
    await world.phone(cast.budi).sends_location()
    if word == "pulang awal":
        await world.phone(cast.budi).taps("🏁 Selesai kerja")
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.phone(cast.officer).writes("/klien budi")

    card = (await world.last(cast.officer)).text
    said = [one for one in ("terlambat", "pulang awal") if f"diakui, {one}" in card]
    assert said == ([word] if word else [])
    result = (await world.last(cast.budi)).text
    assert "dikonfirmasi" in result
    assert not [one for one in ("terlambat", "pulang awal") if one in result]
