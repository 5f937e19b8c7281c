"""How it went, a note, its mark, and whether the officer must know: after confirming, never in its way."""

from __future__ import annotations

from sqlmodel import col, select

from bot.domain.hours import EventKind
from bot.domain.people import Role
from bot.domain.work_notes import Rating
from bot.storage.models import Event
from bot.storage.work_notes import WorkNote
from tests.conversations.conftest import Cast
from tests.conversations.test_bulk import another_supervisor
from tests.conversations.test_review import by_numbers, worked
from tests.harness import World

WORDS = "Terlihat murung, katanya ada masalah di rumah"


async def confirmed(world: World, cast: Cast) -> None:
    """Budi's hours are confirmed by one tap, and *Catatan* is pressed below them."""
    await worked(world, cast.budi)
    await world.phone(cast.supervisor).taps("✅ Benar")
    assert (await world.last(cast.budi)).key == "result-confirmed"
    await world.phone(cast.supervisor).taps("📝 Catatan")


async def note(world: World) -> WorkNote:
    async with world.database.reading() as session:
        return (await session.exec(select(WorkNote))).one()


async def kinds(world: World) -> list[str]:
    async with world.database.reading() as session:
        query = select(Event.kind).where(col(Event.kind).in_(["note_marked", "note_unmarked", "work_noted"]))
        return list((await session.exec(query.order_by(col(Event.id)))).all())


async def test_how_it_went_is_one_more_tap_and_tells_nobody(world: World, cast: Cast) -> None:
    await confirmed(world, cast)
    before = await world.queued()
    await by_numbers(world, cast, "2")

    assert (await note(world)).rating is Rating.GOOD
    assert await world.keys(cast.officer, after=before) == []
    await world.phone(cast.officer).writes("/klien K-01")
    assert "Kerjanya: baik" in (await world.last(cast.officer)).text


async def test_the_lowest_mark_asks_whether_the_officer_must_know(world: World, cast: Cast) -> None:
    await confirmed(world, cast)
    await by_numbers(world, cast, "4")
    assert (await world.last(cast.supervisor)).key == "note-for-officer"
    await by_numbers(world, cast, "1")

    told = await world.last(cast.officer)
    assert (told.key, "perlu dibimbing" in told.text) == ("note-told", True)
    assert "Budi" not in told.text.splitlines()[0]


async def test_a_question_that_was_left_is_asked_again_and_answered_once(world: World, cast: Cast) -> None:
    await confirmed(world, cast)
    await world.phone(cast.supervisor).writes(WORDS)
    tell = (await world.last(cast.supervisor)).buttons[0].id
    before = await world.queued()
    await world.phone(cast.supervisor).writes("daftar")
    assert (await world.keys(cast.supervisor, after=before))[-2:] == ["note-for-officer", "day-heading"]
    await world.phone(cast.supervisor).taps("Budi (contoh)")
    assert "Perlu diketahui PK?" in (await world.last(cast.supervisor)).text
    await by_numbers(world, cast, "7")
    assert (await world.last(cast.supervisor)).key == "note-for-officer"
    for _ in range(2):
        await world.phone(cast.supervisor).taps_id(tell)

    assert (await world.keys(cast.officer)).count("note-told") == 1


async def test_sensitive_words_are_for_the_officer_only(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await confirmed(world, cast)
    await world.phone(cast.supervisor).writes(WORDS)
    await world.phone(cast.supervisor).taps("🔒 Catatan peka")
    assert "murung" not in (await world.last(cast.supervisor)).text
    await world.phone(cast.supervisor).taps("➖ Tidak perlu")

    assert "note-told" not in await world.keys(cast.officer)
    await world.phone(cast.officer).writes("/klien K-01")
    assert f"Catatan peka, hanya untuk PK: {WORDS}" in (await world.last(cast.officer)).text
    for reader, said in ((head, "/klien K-01"), (head, "/ringkasan"), (cast.officer, "/ringkasan")):
        await world.phone(reader).writes(said)
        assert "murung" not in (await world.last(reader)).text


async def test_a_mark_is_not_taken_off_in_silence(world: World, cast: Cast) -> None:
    await confirmed(world, cast)
    await world.phone(cast.supervisor).writes(WORDS)
    await world.phone(cast.supervisor).taps("🔒 Catatan peka")
    await world.phone(cast.supervisor).taps("🔓 Bukan peka")

    assert await kinds(world) == ["work_noted", EventKind.NOTE_MARKED, EventKind.NOTE_UNMARKED]
    assert (await world.last(cast.officer)).key == "note-unmarked"
    await world.phone(cast.officer).writes("/klien K-01")
    assert "semula ditandai peka" in (await world.last(cast.officer)).text


async def test_later_words_are_added_and_asked_about_again(world: World, cast: Cast) -> None:
    await confirmed(world, cast)
    await world.phone(cast.supervisor).writes("Rajin")
    await by_numbers(world, cast, "2", "daftar")
    await world.phone(cast.supervisor).taps("Budi (contoh)")
    await by_numbers(world, cast, "7", "Pulang lebih lambat")
    await by_numbers(world, cast, "1")

    assert (await note(world)).words == "Rajin\nPulang lebih lambat"
    assert "Rajin\nPulang lebih lambat" in (await world.letter(cast.officer, "note-told")).text


async def test_a_yes_counts_also_after_a_colleagues_no(world: World, cast: Cast) -> None:
    ratna = await another_supervisor(world, cast)
    await confirmed(world, cast)
    await world.phone(cast.supervisor).writes("Bau minuman")
    await world.phone(ratna).taps_id(f"note:{(await note(world)).attendance_id}")
    asked = await world.last(ratna)
    assert f"Ditulis {cast.supervisor.name}" in asked.text
    await world.phone(cast.supervisor).writes("tidak")
    before = await world.queued()
    await world.phone(ratna).taps("🔔 Ya, beri tahu PK")

    assert (await world.last(ratna)).key == "note-kept-told"
    assert "Bau minuman" in (await world.last(cast.officer)).text
    await world.phone(cast.supervisor).taps_id(f"note-tell:{(await note(world)).attendance_id}:yes")
    assert await world.keys(cast.officer, after=before) == ["note-told"]


async def test_a_colleague_adds_his_own_words_while_the_question_waits(world: World, cast: Cast) -> None:
    ratna = await another_supervisor(world, cast)
    await confirmed(world, cast)
    await world.phone(cast.supervisor).writes("Sempat bertengkar")
    await world.phone(ratna).taps_id(f"note:{(await note(world)).attendance_id}")
    await world.phone(ratna).writes("Sudah didamaikan")
    await world.phone(ratna).writes("ya")

    assert (await note(world)).words == "Sempat bertengkar\nSudah didamaikan"
    assert "Sudah didamaikan" in (await world.last(cast.officer)).text


async def test_a_colleague_does_not_open_what_was_written_under_the_mark(world: World, cast: Cast) -> None:
    ratna = await another_supervisor(world, cast)
    await confirmed(world, cast)
    await world.phone(cast.supervisor).writes(WORDS)
    await world.phone(cast.supervisor).taps("🔒 Catatan peka")
    await world.phone(cast.supervisor).taps("🔔 Ya, beri tahu PK")
    number = (await note(world)).attendance_id
    await world.phone(ratna).taps_id(f"note:{number}")
    await world.phone(ratna).writes("Datang tepat waktu")
    assert [one.label for one in (await world.last(ratna)).buttons] == [
        "🔔 Ya, beri tahu PK",
        "➖ Tidak perlu",
    ]
    await world.phone(ratna).taps_id(f"note-mark:{number}:plain")

    assert (await world.last(ratna)).key == "note-mark-not-yours"
    assert (await note(world)).sensitive
    assert WORDS not in "".join(one.text for one in await world.letters(ratna))
    await world.phone(cast.supervisor).taps_id(f"note-mark:{number}:plain")
    assert not (await note(world)).sensitive
