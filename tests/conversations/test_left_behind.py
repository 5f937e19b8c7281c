"""What waited in the old Bapas when a client left: decided there, and heard where he is now."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.domain.outcomes import Outcome
from bot.storage.models import ExcusedSpan
from tests.conversations.case_life import works as works_confirmed
from tests.conversations.conftest import Cast
from tests.conversations.office_moves import There, moves, newest, offers, there
from tests.conversations.test_closure_claims import NO, YES, says
from tests.conversations.test_contested_openings import objects as objects_to_opening
from tests.conversations.test_contested_openings import served
from tests.conversations.test_excuse_requests import asks
from tests.conversations.test_outcomes import of_day
from tests.harness import World, at

__all__ = ["there"]


async def contests_hours(world: World, cast: Cast) -> None:
    """Thursday, 3 hours were confirmed; he says that it was four."""
    await works_confirmed(world, cast, 23)
    await world.passes(at(23, 13))
    await world.phone(cast.budi).writes("/riwayat")
    await world.phone(cast.budi).taps("✋ Ada yang keliru")
    await world.phone(cast.budi).taps("✋ Kam 23 Apr")
    await world.phone(cast.budi).writes("8.00-12.00")
    await world.phone(cast.budi).writes("saya kerja empat jam")


async def heard_since(world: World, cast: Cast, told: int) -> list[str]:
    return (await world.keys(cast.budi))[told:]


ENDS = {
    "it stays": (("❌ Catatan tetap",), "contest-dismissed-entry", "tidak ada yang melihat", 180),
    "he is right": (("✅ Klien benar",), "contest-upheld-there", "tidak ada yang melihat", 240),
}


@pytest.mark.parametrize(("labels", "key", "reason", "minutes"), ENDS.values(), ids=ENDS)
async def test_the_answer_to_a_contest_reaches_him_where_he_is_now(
    world: World, cast: Cast, there: There, labels: tuple[str, ...], key: str, reason: str, minutes: int
) -> None:
    await contests_hours(world, cast)
    await moves(world, cast, there)
    for command in ("/jam", "/riwayat"):
        await world.phone(cast.budi).writes(command)
        assert "Keberatan tentang Kam 23 Apr" in (await world.last(cast.budi)).text, command
    told = len(await world.keys(cast.budi))
    await world.phone(cast.officer).writes("/perlu")
    await world.phone(cast.officer).taps("✋ Budi (contoh)")
    for label in labels:
        await world.phone(cast.officer).taps(label)
    await world.phone(cast.officer).writes(reason)
    assert "Klien diberi tahu" in (await world.last(cast.officer)).text
    assert await heard_since(world, cast, told) == [key]
    assert reason in (await world.last(cast.budi)).text
    await world.passes(at(24, 12))

    more = ["office-hours-more"] if minutes > 180 else []
    assert await heard_since(world, cast, told) == [key, *more]


async def test_hours_before_hadir_that_he_contested_are_still_set_right_there(
    world: World, cast: Cast, there: There
) -> None:
    await served(world, cast, None)
    await objects_to_opening(world, cast)
    await moves(world, cast, there)
    told = len(await world.keys(cast.budi))
    await world.phone(cast.officer).writes("/perlu")
    await world.phone(cast.officer).taps("✋ Budi (contoh)")
    await world.phone(cast.officer).taps("✏️ Jam yang benar")
    await world.phone(cast.officer).writes("30 jam")
    await world.phone(cast.officer).taps("✅ Ya, itu")
    await world.phone(cast.officer).writes("sesuai daftar hadir desa")
    assert (await world.last(cast.officer)).key == "contest-upheld-opening"
    await world.passes(at(20, 16))

    assert await heard_since(world, cast, told) == ["contest-upheld-there", "office-hours-more"]


async def test_who_must_wait_longer_for_an_answer_hears_it_there(
    world: World, cast: Cast, there: There
) -> None:
    await contests_hours(world, cast)
    await moves(world, cast, there)
    told = len(await world.keys(cast.budi))
    await world.passes(at(30, 23))
    await world.passes(at(30, 23).replace(month=5, day=2))

    assert "contest-late-client" in await heard_since(world, cast, told)


async def test_new_evidence_opens_it_once_more_from_the_new_bapas(
    world: World, cast: Cast, there: There
) -> None:
    await contests_hours(world, cast)
    await moves(world, cast, there)
    await world.phone(cast.officer).taps("❌ Catatan tetap")
    await world.phone(cast.officer).writes("tidak ada yang melihat")
    await world.phone(cast.budi).taps("➕ Ada bukti baru")
    await world.phone(cast.budi).writes("Pak Dusun melihat saya")

    assert (await world.last(cast.officer)).key.startswith("contest-card")


# Excuses


@pytest.fixture
async def asked(world: World, cast: Cast, there: There) -> int:
    """He asks to be excused on Thursday and moves; returns how much he has read by then."""
    await asks(world, cast)
    await offers(world, cast.officer)
    assert "1 izin masih menunggu" in (await world.last(there.head)).text
    await world.phone(there.head).taps("Sari (contoh)")
    assert "1 izin masih menunggu" in (await world.letter(there.sari, "office-arrival")).text
    return len(await world.keys(cast.budi))


async def opens(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/perlu")
    await world.phone(cast.officer).taps("📝 Budi (contoh)")
    assert (await world.last(cast.officer)).key == "excuse-card"


async def nothing_waits(world: World, cast: Cast) -> bool:
    await world.phone(cast.officer).writes("/perlu")
    return (await world.last(cast.officer)).key == "needs-nothing"


async def test_an_excuse_is_granted_there_and_the_day_stays_free_where_he_is_now(
    world: World, cast: Cast, there: There, asked: int
) -> None:
    await world.phone(there.sari).writes("/penempatan K-01")
    await world.phone(there.sari).taps("✅ Pilihan 1")
    told = len(await world.keys(cast.budi))
    await opens(world, cast)
    await world.phone(cast.officer).taps("✅ Setujui")
    assert await heard_since(world, cast, told) == ["excused-told-client"]
    assert await nothing_waits(world, cast)
    await world.passes(at(20, 12, 15))

    news = await world.letter(there.sari, "office-excused-officer")
    assert "Budi (contoh) (K-01): izin Kam 23 Apr, disetujui Bapas Contoh" in news.text
    async with world.database.reading() as session:
        _, new = await newest(world, cast, there)
        spans = (await session.exec(select(ExcusedSpan).where(ExcusedSpan.case_id == new.id))).all()
    assert [(one.first.day, one.last.day) for one in spans] == [(23, 23)]
    await world.passes(at(24, 12))
    assert "miss-told-officer" not in await world.keys(there.sari)


async def test_an_excuse_that_is_taken_back_at_once_never_arrives_there(
    world: World, cast: Cast, there: There, asked: int
) -> None:
    await opens(world, cast)
    await world.phone(cast.officer).taps("✅ Setujui")
    await world.passes(at(20, 12, 5))
    await world.phone(cast.officer).taps("↩️ Batalkan izin")
    await world.passes(at(20, 13))

    assert await heard_since(world, cast, asked) == ["excused-told-client", "excuse-undone-client"]
    assert "office-excused-officer" not in await world.keys(there.sari)
    assert not await nothing_waits(world, cast)


async def test_an_excuse_that_is_declined_there_is_heard_with_its_reason(
    world: World, cast: Cast, there: There, asked: int
) -> None:
    await opens(world, cast)
    await world.phone(cast.officer).taps("❌ Tolak")
    await world.phone(cast.officer).writes("surat belum ada")

    assert await heard_since(world, cast, asked) == ["excuse-declined-client"]
    told = (await world.last(cast.budi)).text
    assert "surat belum ada" in told
    assert "Jadwal" not in told
    assert await nothing_waits(world, cast)


async def test_an_excuse_for_a_day_before_he_left_takes_the_miss_away_there(
    world: World, cast: Cast, there: There
) -> None:
    await asks(world, cast)
    await world.passes(at(24, 12))
    await moves(world, cast, there)
    await opens(world, cast)
    await world.phone(cast.officer).taps("✅ Setujui")
    await world.passes(at(24, 13))

    assert (await of_day(world, 23)).outcome is Outcome.PERMITTED
    assert "office-excused-officer" not in await world.keys(there.sari)
    assert await nothing_waits(world, cast)


# Sites found closed, and messages


@pytest.mark.parametrize(
    ("label", "key"), [(NO, "closed-denied-client-over"), (YES, "shut-told-missed")], ids=["no", "yes"]
)
async def test_whether_his_site_was_closed_he_hears_where_he_is_now(
    world: World, cast: Cast, there: There, label: str, key: str
) -> None:
    await says(world, cast.budi)
    await world.passes(at(23, 14))
    await moves(world, cast, there)
    told = len(await world.keys(cast.budi))
    await world.phone(cast.officer).writes("/perlu")
    await world.phone(cast.officer).taps(label)

    assert await heard_since(world, cast, told) == [key]


@pytest.mark.parametrize("read", [False, True], ids=["unread", "read"])
async def test_a_message_that_nobody_has_read_is_not_thought_to_have_arrived(
    world: World, cast: Cast, there: There, *, read: bool
) -> None:
    await world.phone(cast.budi).writes("/pesan pak, Kamis saya terlambat")
    if read:
        await world.phone(cast.officer).taps("✅ Sudah dibaca")
    await moves(world, cast, there)

    told = (await world.letter(cast.budi, "office-arrival-told-client")).text
    assert ("Pesan yang belum dibaca di Bapas yang dulu tidak ikut" in told) is not read
