"""Words that come while a miss is asked about: what they became is said, and they can mean something else."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from bot.domain.cases import CaseState
from bot.storage import queries
from bot.storage.models import WorkSession
from tests.conversations.case_life import facts
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def missed(world: World) -> WorkSession:
    async with world.database.reading() as session:
        return (await session.exec(select(WorkSession).where(WorkSession.day == date(2026, 4, 23)))).one()


async def closed(world: World, cast: Cast) -> None:
    """The officer ends the case, and the head agrees, while the question waits."""
    async with world.database.transaction() as session:
        case = await queries.locked_case(session, cast.office.id, cast.case.id)
        assert case is not None
        case.state = CaseState.ENDED


async def test_in_a_closed_case_no_words_explain_a_miss(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9))
    await closed(world, cast)
    await world.phone(cast.budi).writes("besok saya ke kantor Bapas ambil surat")

    assert (await missed(world)).answer == ""
    assert "miss-told-officer" not in await world.keys(cast.officer)
    assert "miss_answered" not in await facts(world, cast)
    await world.phone(cast.budi).taps("📨 Kirim ke PK")
    assert "besok saya ke kantor Bapas ambil surat" in (await world.last(cast.officer)).text


async def test_nor_does_a_button_or_a_recording(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9))
    button = (await world.last(cast.budi)).buttons[1].id
    await closed(world, cast)
    await world.phone(cast.budi).taps_id(button)
    assert (await world.last(cast.budi)).key == "miss-case-closed"
    assert (await missed(world)).answer == ""


async def test_what_somebody_has_decided_is_explained_by_no_more_words(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.officer).writes("/izinkan K-01 23/04 sudah menelepon")
    await world.phone(cast.budi).writes("nanti sore saya ambil suratnya")
    assert (await missed(world)).answer == ""
    assert "miss-told-officer" not in await world.keys(cast.officer)


async def test_the_client_reads_what_his_words_became(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).writes("jembatan putus")
    told = await world.last(cast.budi)
    assert "penjelasan untuk Kam 23 Apr pukul 08.00 WITA" in told.text
    assert "↩️ Bukan soal itu" in told.text or "↩️ Bukan soal itu" in [one.label for one in told.buttons]


async def test_words_about_something_else_become_a_message(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).writes("alamat saya pindah ke Desa Bonto")
    await world.phone(cast.budi).taps("↩️ Bukan soal itu")

    assert (await world.last(cast.budi)).key == "message-sent"
    assert (await missed(world)).answer == ""
    letters = await world.letters(cast.officer)
    assert [one.key for one in letters[-2:]] == ["miss-told-officer-not", "message-new"]
    assert "alamat saya pindah ke Desa Bonto" in letters[-1].text
    assert (await facts(world, cast))[-2:] == ["miss_answer_withdrawn", "message_sent"]


async def test_of_several_words_only_those_are_taken_back_and_once(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).taps("🤒 Sakit")
    await world.phone(cast.budi).writes("nomor saya juga ganti")
    added = await world.last(cast.budi)
    assert added.key == "miss-answer-added"
    await world.phone(cast.budi).taps("↩️ Bukan soal itu")
    assert (await missed(world)).answer == "reason-sick"
    await world.phone(cast.budi).taps_id(added.buttons[0].id) if added.buttons else None
    assert (await world.keys(cast.officer)).count("message-new") == 1


async def test_thanks_and_a_reply_to_the_office_explain_nothing(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pesan K-01 mohon bawa KTP")
    message = await world.last(cast.budi)
    await world.passes(at(23, 9))
    await world.phone(cast.budi).writes("terima kasih pak")
    assert (await world.last(cast.budi)).key == "thanks-heard"
    await world.hears(
        **{"from": cast.budi.code}, kind="text", text="baik, KTP saya bawa", reply_to=message.message
    )
    assert (await world.last(cast.budi)).key == "message-sent"
    assert (await missed(world)).answer == ""

    await world.phone(cast.budi).writes("ban motor bocor")
    assert (await missed(world)).answer == "ban motor bocor"


@pytest.mark.parametrize("first", ["🤒 Sakit", "jembatan putus"], ids=["button", "words"])
async def test_what_is_added_in_the_promised_time_joins_the_explanation(
    world: World, cast: Cast, first: str
) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).writes(first)
    await world.phone(cast.budi).writes("ban motor bocor pak")
    world.clock.moment = at(23, 9, 20)
    await world.phone(cast.budi).writes("sekarang di bengkel")

    assert (await world.last(cast.budi)).key == "miss-answer-added"
    assert (await missed(world)).answer.endswith("\nban motor bocor pak\nsekarang di bengkel")
    assert (await world.keys(cast.officer)).count("miss-told-officer-more") == 2


async def test_a_photo_after_words_may_be_a_proof_and_the_site_sees_it_only_with_work(
    world: World, cast: Cast
) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).writes("anak saya sakit, saya di puskesmas")
    await world.phone(cast.budi).sends_photo(text="di puskesmas")
    asked = await world.last(cast.budi)
    assert (asked.key, [one.label for one in asked.buttons]) == ("photo-kept-which", ["📎 Ini bukti izin"])
    await world.phone(cast.budi).taps("📎 Ini bukti izin")
    world.clock.moment = at(23, 9, 30)
    await world.phone(cast.budi).sends_location()
    assert not any(one.has_photo for one in await world.letters(cast.supervisor))


@pytest.mark.parametrize("words", ["ok pak", "siap", "👍", "?", "."])
async def test_what_says_nothing_explains_nothing(world: World, cast: Cast, words: str) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).writes(words)
    assert ((await missed(world)).answer, await world.keys(cast.officer)) == ("", [])
    assert (await world.last(cast.budi)).key == "miss-asked-still"

    await world.phone(cast.budi).writes("ban motor bocor")
    assert (await missed(world)).answer == "ban motor bocor"
    await world.phone(cast.budi).writes(words)
    assert (await missed(world)).answer == "ban motor bocor"
    assert (await world.keys(cast.officer)) == ["miss-told-officer"]


async def test_the_true_reason_is_asked_for_once_the_words_were_about_something_else(
    world: World, cast: Cast
) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).writes("alamat saya pindah")
    await world.phone(cast.budi).taps("↩️ Bukan soal itu")
    assert "ada kendala apa" in (await world.last(cast.budi)).text.casefold()
    await world.phone(cast.budi).writes("ban motor bocor tadi pagi")
    assert (await missed(world)).answer == "ban motor bocor tadi pagi"


async def test_an_old_button_leaves_the_question_of_another_day(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).writes("jembatan putus")
    old = await world.last(cast.budi)
    await world.passes(at(30, 12))
    await world.phone(cast.budi).taps_id(old.buttons[1].id, under=old.message)
    assert (await world.last(cast.budi)).key == "message-sent"
    await world.phone(cast.budi).writes("motor rusak")

    async with world.database.reading() as session:
        query = select(WorkSession).where(WorkSession.day == date(2026, 4, 30))
        assert (await session.exec(query)).one().answer == "motor rusak"


async def test_of_several_words_the_rest_still_explains_it(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).writes("alamat saya pindah")
    first = await world.last(cast.budi)
    await world.phone(cast.budi).writes("ban motor bocor")
    await world.phone(cast.budi).taps_id(first.buttons[1].id, under=first.message)
    assert (await world.last(cast.budi)).key == "message-sent"
    await world.phone(cast.budi).writes("sekarang di bengkel")
    assert (await missed(world)).answer == "ban motor bocor\nsekarang di bengkel"


async def test_an_officer_who_decided_on_the_words_hears_that_they_were_about_something_else(
    world: World, cast: Cast
) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).writes("jembatan putus")
    not_it = next(one for one in (await world.last(cast.budi)).buttons if "Bukan" in one.label)
    await world.phone(cast.officer).taps("📝 Izin")
    await world.phone(cast.budi).taps_id(not_it.id)

    told = [one for one in await world.letters(cast.officer) if one.key == "miss-decided-on-not"]
    assert ["“jembatan putus”" in one.text for one in told] == [True]
    assert "izin" in told[0].text
