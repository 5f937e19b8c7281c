"""Whoever decides about a client reads whether the client hears of it, or has to tell him himself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from sqlmodel import col, delete

from bot.domain.people import Role
from bot.domain.phones import PhoneKind
from bot.storage.models import Person, PersonAddress
from bot.storage.phones import DeskPhone, DeskPhoneUser
from tests.conversations import test_contested_corrections as corrections
from tests.conversations.case_life import short_order, works
from tests.conversations.conftest import Cast
from tests.conversations.test_closure_claims import says
from tests.conversations.test_contests import objects, rejected
from tests.conversations.test_moves import TO_FRIDAY, asks
from tests.harness import World, at

Lost = Callable[[], Awaitable[None]]
Story = Callable[[World, Cast, Lost], Awaitable[Person]]
"""Up to the decision, before which the client's phone may be lost; who decided is returned."""

TOLD = "Klien diberi tahu."
UNREACHED = "Pesan belum bisa sampai kepada Budi (contoh). Mohon disampaikan langsung."


async def _rejection(world: World, cast: Cast, lost: Lost) -> Person:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await lost()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes("bukan dia yang datang")
    return cast.supervisor


async def _dismissed(world: World, cast: Cast, lost: Lost) -> Person:
    await rejected(world, cast)
    await objects(world, cast)
    await lost()
    await world.phone(cast.officer).taps("❌ Tetap ditolak")
    await world.phone(cast.officer).writes("daftar desa berkata lain")
    return cast.officer


async def _upheld(world: World, cast: Cast, lost: Lost) -> Person:
    await rejected(world, cast)
    await objects(world, cast)
    await lost()
    await world.phone(cast.officer).taps("✅ Akui jamnya")
    await world.phone(cast.officer).writes("Pak Dusun membenarkan")
    return cast.officer


async def _contested_correction(world: World, cast: Cast, lost: Lost, *taps: str) -> Person:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await corrections.corrected(world, cast)
    await corrections.objects(world, cast)
    await lost()
    await world.phone(head).taps(taps[0])
    if len(taps) > 1:
        await world.phone(head).writes("-30")
        await world.phone(head).taps(taps[1])
    await world.phone(head).writes("daftar hadir membenarkan")
    return head


async def _upheld_correction(world: World, cast: Cast, lost: Lost) -> Person:
    return await _contested_correction(world, cast, lost, "✅ Batalkan koreksi")


async def _granted(world: World, cast: Cast, lost: Lost) -> Person:
    return await _contested_correction(world, cast, lost, "✏️ Menit lain", "✅ Ya, itu")


async def _day_stays(world: World, cast: Cast, lost: Lost) -> Person:
    await asks(world, cast.budi)
    await lost()
    await world.phone(cast.supervisor).taps("❌ Jadwal tetap")
    return cast.officer


async def _day_moves(world: World, cast: Cast, lost: Lost) -> Person:
    await asks(world, cast.budi)
    await lost()
    await world.phone(cast.officer).taps(TO_FRIDAY)
    return cast.officer


async def _closed(world: World, cast: Cast, lost: Lost) -> Person:
    world.clock.moment = at(23, 7)
    await lost()
    await world.phone(cast.supervisor).writes("/tutup")
    await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
    await world.phone(cast.supervisor).taps("🎪 Ada acara")
    return cast.supervisor


async def _opened_again(world: World, cast: Cast, lost: Lost) -> Person:
    await _closed(world, cast, lost)
    await world.phone(cast.supervisor).taps("↩️ Batalkan")
    return cast.supervisor


async def _not_closed(world: World, cast: Cast, lost: Lost) -> Person:
    await says(world, cast.budi)
    await lost()
    await world.phone(cast.supervisor).taps("✅ Tidak tutup")
    return cast.supervisor


async def _case_closed(world: World, cast: Cast, lost: Lost) -> Person:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await short_order(world, cast, 3)
    await works(world, cast, 23)
    await world.phone(cast.officer).taps("✅ Selesai")
    await lost()
    await world.phone(head).taps("✅ Setujui")
    return head


STORIES: dict[str, tuple[str, Story]] = {
    "a rejection": ("rejection-noted", _rejection),
    "a contest dismissed": ("contest-dismissed", _dismissed),
    "a contest upheld": ("contest-upheld", _upheld),
    "a correction taken back": ("contest-upheld-correction", _upheld_correction),
    "a contest granted in part": ("contest-granted", _granted),
    "a day that stays": ("move-declined", _day_stays),
    "a day that moves": ("move-done", _day_moves),
    "a site closed": ("shut-done", _closed),
    "a site opened again": ("shut-undone", _opened_again),
    "a site that was open": ("closed-denied", _not_closed),
    "a case closed": ("closing-head-approved", _case_closed),
}


async def nothing(world: World, budi: Person) -> None:
    """His phone is his, and takes messages."""


async def blocked(world: World, budi: Person) -> None:
    await world.hears(**{"from": budi.code}, kind="blocked")


async def without_phone(world: World, budi: Person) -> None:
    """As somebody who never joined, or was cut off."""
    async with world.database.transaction() as session:
        await session.exec(delete(PersonAddress).where(col(PersonAddress.person_id) == budi.id))


async def at_a_post(world: World, budi: Person) -> None:
    """Nobody reads a post's phone before he stands at it."""
    await without_phone(world, budi)
    async with world.database.transaction() as session:
        phone = DeskPhone(
            office_id=budi.office_id,
            kind=PhoneKind.POST,
            label="Pos",
            channel=world.channel.name,
            external_id="pos",
            bound_at=world.clock.now(),
            declared_by=budi.id,
            declared_at=world.clock.now(),
        )
        session.add(phone)
        await session.flush()
        session.add(
            DeskPhoneUser(
                office_id=budi.office_id,
                phone_id=phone.id,
                person_id=budi.id,
                added_by=budi.id,
                added_at=world.clock.now(),
            )
        )


@pytest.mark.parametrize("loses", [nothing, blocked, without_phone, at_a_post], ids=lambda one: one.__name__)
@pytest.mark.parametrize(("key", "story"), STORIES.values(), ids=STORIES)
async def test_whoever_decides_reads_whether_the_client_hears_of_it(
    world: World, cast: Cast, key: str, story: Story, loses: Callable[[World, Person], Awaitable[None]]
) -> None:
    reader = await story(world, cast, lambda: loses(world, cast.budi))

    said = [one.text for one in await world.letters(reader) if one.key == key][-1]
    expected, other = (TOLD, UNREACHED) if loses is nothing else (UNREACHED, TOLD)
    assert expected in said
    assert other not in said
    assert "sudah diberi" not in said


async def test_of_several_only_those_are_named_who_are_not_reached(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)", enrolled=False)
    await world.case(siti, cast.officer, cast.site)
    await _closed(world, cast, lambda: nothing(world, cast.budi))

    done = next(one for one in await world.letters(cast.supervisor) if one.key == "shut-done")
    assert "Pesan belum bisa sampai kepada Siti (contoh). Mohon disampaikan langsung." in done.text
    assert "diberi tahu" not in done.text


async def test_several_who_are_all_reached_are_told(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    await world.case(siti, cast.officer, cast.site)
    await _closed(world, cast, lambda: nothing(world, cast.budi))

    done = next(one for one in await world.letters(cast.supervisor) if one.key == "shut-done")
    assert done.text.splitlines()[-1] == "Semua klien diberi tahu."
