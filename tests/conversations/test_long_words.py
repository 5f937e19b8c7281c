"""No typed word is cut: what is a letter too long is answered with how many it may be, nothing is
written, and what was asked stays open."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from sqlmodel import func, select

from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.outcomes import MISSED
from bot.storage.models import Event, Person
from tests.conversations import test_contested_corrections as corrections
from tests.conversations import test_correcting, test_excuse_requests, test_follow_ups
from tests.conversations import test_outcomes as missing
from tests.conversations.conftest import Cast
from tests.conversations.office_moves import There, there  # noqa: F401  (a fixture)
from tests.conversations.test_contests import objects, rejected
from tests.conversations.test_reporting import reporting
from tests.conversations.test_work_notes import confirmed
from tests.harness import World, at

Story = Callable[[World, Cast], Awaitable[Person]]
"""Up to the question for words; whoever is asked is returned."""


async def _rejection(world: World, cast: Cast) -> Person:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    return cast.supervisor


async def _corrected_times(world: World, cast: Cast) -> Person:
    await test_correcting.opens(world, cast)
    for said in ("8.30", "10.30", "15"):
        await world.phone(cast.supervisor).writes(said)
    return cast.supervisor


async def _work_note(world: World, cast: Cast) -> Person:
    await confirmed(world, cast)
    return cast.supervisor


async def _closing_a_site(world: World, cast: Cast) -> Person:
    world.clock.moment = at(23, 7)
    await world.phone(cast.supervisor).writes("/tutup")
    await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
    return cast.supervisor


async def _closing_hours(world: World, cast: Cast) -> Person:
    await _closing_a_site(world, cast)
    await world.phone(cast.supervisor).taps("🕐 Jam tertentu")
    return cast.supervisor


async def _cover(world: World, cast: Cast) -> Person:
    world.clock.moment = at(23, 7)
    await world.phone(cast.supervisor).writes("/pengganti")
    await world.phone(cast.supervisor).taps("📅 Kam 23 Apr")
    return cast.supervisor


async def _outcome(world: World, cast: Cast) -> Person:
    await missing.missed(world, cast, answer="")
    planned = await missing.of_day(world, 23)
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:{MISSED.index(Outcome.SICK)}")
    return cast.officer


async def _excuse_declined(world: World, cast: Cast) -> Person:
    await test_excuse_requests.asks(world, cast)
    await world.phone(cast.officer).taps("❌ Tolak")
    return cast.officer


async def _excuse_in_part(world: World, cast: Cast) -> Person:
    await world.phone(cast.budi).writes("/izin keluarga 23/04 24/04 hajatan")
    await world.phone(cast.budi).taps("📨 Kirim tanpa bukti")
    await world.phone(cast.officer).taps("☑️ Sebagian")
    await world.phone(cast.officer).types("⬜ Kam 23 Apr")
    await world.phone(cast.officer).types("➡️ Lanjut")
    return cast.officer


async def _contest(world: World, cast: Cast) -> Person:
    await rejected(world, cast)
    await objects(world, cast)
    await world.phone(cast.officer).taps("❌ Tetap ditolak")
    return cast.officer


async def _contest_of_correction(world: World, cast: Cast) -> Person:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await corrections.corrected(world, cast)
    await corrections.objects(world, cast)
    await world.phone(head).taps("✅ Batalkan koreksi")
    return head


async def _adjustment(world: World, cast: Cast) -> Person:
    await world.phone(cast.officer).taps_id(f"adjust-for:{cast.case.id}:{corrections.INSPECTED}")
    return cast.officer


async def _suspension(world: World, cast: Cast) -> Person:
    await world.phone(cast.officer).taps_id(f"suspend:{cast.case.id}")
    return cast.officer


async def _resumption(world: World, cast: Cast) -> Person:
    await _suspension(world, cast)
    await world.phone(cast.officer).writes("sakit lama")
    await world.phone(cast.officer).taps_id(f"resume:{cast.case.id}")
    return cast.officer


async def _ending(world: World, cast: Cast) -> Person:
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    return cast.officer


async def _help_to_start(world: World, cast: Cast) -> Person:
    world.clock.moment = at(23, 8)
    await world.phone(cast.officer).writes("/hadirkan K-01")
    return cast.officer


async def _follow_up(world: World, cast: Cast) -> Person:
    await test_follow_ups.missed_two(world, cast)
    await test_follow_ups.called(world, cast)
    await world.phone(cast.officer).types("📝 Tambah catatan")
    return cast.officer


async def _transfer(world: World, cast: Cast) -> Person:
    await world.person(cast.office, "PK-02", Role.OFFICER)
    await world.phone(cast.officer).writes("/pindah K-01 PK-02")
    return cast.officer


async def _typed_transfer(world: World, cast: Cast) -> Person:
    await world.person(cast.office, "PK-02", Role.OFFICER)
    return cast.officer


async def _officer(world: World, cast: Cast) -> Person:
    return cast.officer


async def _signed_list(world: World, cast: Cast) -> Person:
    await world.phone(cast.supervisor).writes("/cuti 23/04 23/04")
    await world.phone(cast.supervisor).taps("🚫 Tanpa pengganti")
    await world.phone(cast.supervisor).taps("📨 Kirim")
    world.clock.moment = at(23, 12)
    await world.phone(cast.officer).writes("/konfirmasi L1")
    await world.phone(cast.officer).sends_photo()
    await world.phone(cast.officer).taps("✅ Hadir semua")
    await world.phone(cast.officer).taps("➡️ Lanjut")
    return cast.officer


async def _why_he_did_not_come(world: World, cast: Cast) -> Person:
    await world.passes(at(23, 9, 30))
    return cast.budi


async def _more_of_it(world: World, cast: Cast) -> Person:
    await world.passes(at(23, 9, 30))
    await world.phone(cast.budi).taps("🤒 Sakit")
    return cast.budi


async def _closed_gate(world: World, cast: Cast) -> Person:
    world.clock.moment = at(23, 8, 30)
    await world.phone(cast.budi).writes("lokasi tutup")
    return cast.budi


async def _excuse_asked(world: World, cast: Cast) -> Person:
    await world.phone(cast.budi).writes("/izin")
    await world.phone(cast.budi).taps("🤒 Sakit")
    await world.phone(cast.budi).taps("📅 Kam 23 Apr")
    return cast.budi


async def _report(world: World, cast: Cast) -> Person:
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await reporting(world, cast, tono)
    world.clock.moment = at(23, 9)
    await world.phone(tono).writes("lapor")
    return tono


TABLE: dict[str, tuple[int, str, Story]] = {
    "a rejection": (500, "", _rejection),
    "corrected times": (300, "", _corrected_times),
    "a note on the work": (500, "", _work_note),
    "a closed site": (300, "", _closing_a_site),
    "closed hours": (300, "8.00-10.00 ", _closing_hours),
    "who stands in": (60, "", _cover),
    "what became of a miss": (500, "", _outcome),
    "an excuse by command": (300, "/izinkan K-01 23/04 24/04 ", _officer),
    "an excuse declined": (300, "", _excuse_declined),
    "days not granted": (300, "", _excuse_in_part),
    "a contest decided": (1000, "", _contest),
    "a contested correction": (1000, "", _contest_of_correction),
    "a correction of hours": (500, "-60 20/04/2026 ", _adjustment),
    "a rest": (500, "", _suspension),
    "the end of a rest": (500, "", _resumption),
    "an end unserved": (500, "", _ending),
    "help to start": (300, "", _help_to_start),
    "a follow-up's note": (500, "", _follow_up),
    "a transfer": (300, "", _transfer),
    "a transfer by command": (300, "/pindah K-01 PK-02 ", _typed_transfer),
    "a signed list": (300, "", _signed_list),
    "a shared phone's name": (40, "/pos ", _officer),
    "why he did not come": (500, "", _why_he_did_not_come),
    "more of why": (500, "", _more_of_it),
    "a closed gate": (300, "", _closed_gate),
    "an excuse asked for": (1000, "", _excuse_asked),
    "an answer of a report": (900, "", _report),
}


async def written(world: World) -> int:
    async with world.database.reading() as session:
        return (await session.exec(select(func.count()).select_from(Event))).one()


async def _a_letter_too_long(world: World, person: Person, most: int, before: str) -> None:
    known = await written(world)
    await world.phone(person).writes(before + "x" * (most + 1))

    answer = await world.last(person)
    assert answer.key == "words-too-many"
    assert f"{most + 1} huruf, paling banyak {most}" in answer.text.replace(".", "")
    assert await written(world) == known
    await world.phone(person).writes(before + "x" * most)
    assert (await world.last(person)).key not in ("words-too-many", "not-understood")


@pytest.mark.parametrize(("most", "before", "story"), TABLE.values(), ids=TABLE)
async def test_what_is_too_long_is_answered_and_not_cut(
    world: World, cast: Cast, most: int, before: str, story: Story
) -> None:
    person = await story(world, cast)
    await _a_letter_too_long(world, person, most, before)


async def test_nor_why_somebody_goes_to_another_bapas_or_is_not_taken(
    world: World,
    cast: Cast,
    there: There,  # noqa: F811
) -> None:
    await world.phone(cast.officer).writes("/pindah K-01")
    await world.phone(cast.officer).taps("🏛️ Ke Bapas lain")
    await world.phone(cast.officer).writes("serang")
    await _a_letter_too_long(world, cast.officer, 300, "")
    await world.phone(cast.officer).taps("📨 Kirim")
    await world.phone(there.head).taps("❌ Tidak bisa")
    await _a_letter_too_long(world, there.head, 300, "")


async def test_an_excuse_request_that_is_almost_full_says_how_much_more_it_takes(
    world: World, cast: Cast
) -> None:
    budi = await _excuse_asked(world, cast)
    await world.phone(budi).writes("x" * 900)
    await world.phone(budi).writes("y" * 200)

    assert "200 huruf, paling banyak 99." in (await world.last(budi)).text
    assert (await test_excuse_requests.the_request(world)).words == "x" * 900
