"""Data keys lie under the key of their office: another office's opens nothing, and it can be changed."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import Programme
from bot.domain.people import Role
from bot.key_changes import change_begins, move, move_batch
from bot.storage.database import Database
from bot.storage.kept import count_old
from bot.storage.keys import KeyRing, OfficeKey, WrongKey, at_rest, to_open
from bot.storage.models import Case, Office
from bot.storage.voices import VoiceNote
from tests.storage.offices import a_person, an_office

NOW = datetime(2026, 4, 23, 1, tzinfo=UTC)
RING = KeyRing("kunci rahasia")
DATA_KEYS = [bytes([number]) * 32 for number in range(1, 6)]


async def voices_of(session: AsyncSession, office: Office, keys: list[bytes]) -> list[VoiceNote]:
    client = await a_person(session, office, "K-01", Role.CLIENT)
    case = Case(office_id=office.id, number="1", client_id=client.id, programme=Programme.COMMUNITY_WORK)
    session.add(case)
    await session.flush()
    rows = [
        VoiceNote(
            office_id=office.id,
            case_id=case.id,
            client_id=client.id,
            file=f"suara-{number}",
            key=key,
            sha256="",
            size=4,
            seconds=1,
            sent_at=NOW,
            received_at=NOW,
        )
        for number, key in enumerate(keys)
    ]
    session.add_all(rows)
    await session.flush()
    return rows


async def an_office_with_voices(session: AsyncSession, code: str) -> tuple[Office, list[VoiceNote]]:
    office = await an_office(session, code)
    keys = [await at_rest(session, RING, office.id, RING.travelling(one), NOW) for one in DATA_KEYS]
    return office, await voices_of(session, office, keys)


async def opened(database: Database, office: Office) -> list[bytes]:
    async with database.reading() as session:
        query = select(VoiceNote).where(VoiceNote.office_id == office.id).order_by(col(VoiceNote.id))
        rows = (await session.exec(query)).all()
        return [RING.data_key(await to_open(session, RING, one)) for one in rows]


async def keys_of(database: Database, office: Office) -> list[OfficeKey]:
    async with database.reading() as session:
        query = select(OfficeKey).where(OfficeKey.office_id == office.id).order_by(col(OfficeKey.id))
        return list((await session.exec(query)).all())


async def test_a_data_key_opens_under_the_key_of_its_own_office_only(database: Database) -> None:
    async with database.transaction() as session:
        office, (mine, *_) = await an_office_with_voices(session, "A")
        other, (theirs, *_) = await an_office_with_voices(session, "B")
        assert RING.data_key(await to_open(session, RING, mine)) == DATA_KEYS[0]
        (key_a,), (key_b,) = await _keys(session, office), await _keys(session, other)

        for stolen in (
            VoiceNote(**theirs.model_dump() | {"key": mine.key}),  # named by the other office's row
            VoiceNote(**theirs.model_dump() | {"key": theirs.key[:5] + mine.key[5:]}),  # under its key
        ):
            with pytest.raises(WrongKey):
                await to_open(session, RING, stolen)

        key_b.key = key_a.key  # nor is a key of one office one of another
        with pytest.raises(WrongKey):
            RING.office_key(key_b)
        await session.rollback()


async def _keys(session: AsyncSession, office: Office) -> list[OfficeKey]:
    return list((await session.exec(select(OfficeKey).where(OfficeKey.office_id == office.id))).all())


async def test_an_office_has_one_key_for_all(database: Database) -> None:
    async with database.transaction() as session:
        office, rows = await an_office_with_voices(session, "A")
    assert len({one.key[:5] for one in rows}) == 1
    assert len({one.key for one in rows}) == len(rows)
    assert len(await keys_of(database, office)) == 1


async def test_a_change_that_was_interrupted_goes_on(database: Database) -> None:
    async with database.transaction() as session:
        office, _ = await an_office_with_voices(session, "A")
        other, theirs = await an_office_with_voices(session, "B")
    (before,) = await keys_of(database, office)
    async with database.transaction() as session:
        await change_begins(session, RING, office, NOW)
    assert await move_batch(database, RING, VoiceNote, office, NOW, limit=2)  # and then the machine stops
    assert await opened(database, office) == DATA_KEYS
    assert [bool(one.retired_at) for one in await keys_of(database, office)] == [True, False]

    async with database.transaction() as session:
        await change_begins(session, RING, office, NOW)
    moved = await move(database, RING, office, NOW)

    assert (moved.count, moved.lost) == (3, 0)
    (after,) = await keys_of(database, office)
    assert after.id != before.id
    assert await opened(database, office) == DATA_KEYS
    async with database.reading() as session:
        for one in theirs:
            assert (await session.get_one(VoiceNote, one.id)).key == one.key
    assert await opened(database, other) == DATA_KEYS


async def test_what_is_kept_while_a_key_is_changed_lies_under_the_new_one(database: Database) -> None:
    async with database.transaction() as session:
        office, _ = await an_office_with_voices(session, "A")
        await change_begins(session, RING, office, NOW)
        key = await at_rest(session, RING, office.id, RING.travelling(DATA_KEYS[0]), NOW)
    newest = (await keys_of(database, office))[-1]
    assert int.from_bytes(key[1:5], "big") == newest.id


async def test_keys_from_before_offices_had_any_open_and_are_moved(database: Database) -> None:
    async with database.transaction() as session:
        office = await an_office(session, "A")
        await voices_of(session, office, [RING.travelling(one) for one in DATA_KEYS])
    assert await opened(database, office) == DATA_KEYS
    async with database.reading() as session:
        assert await count_old(session) == len(DATA_KEYS)

    moved = await move(database, RING, office, NOW)

    assert (moved.count, moved.lost) == (len(DATA_KEYS), 0)
    async with database.reading() as session:
        assert await count_old(session) == 0
    assert await opened(database, office) == DATA_KEYS


async def test_with_a_wrong_secret_what_comes_is_still_kept(database: Database) -> None:
    async with database.transaction() as session:
        office, _ = await an_office_with_voices(session, "A")
        wrong = KeyRing("kunci lain")
        key = await at_rest(session, wrong, office.id, wrong.travelling(DATA_KEYS[0]), NOW)
    assert wrong.data_key(key) == DATA_KEYS[0]


async def test_two_first_photos_at_once_make_one_key(database: Database) -> None:
    async with database.transaction() as session:
        office = await an_office(session, "A")

    async def kept(data_key: bytes) -> bytes:
        async with database.transaction() as session:
            key = await at_rest(session, RING, office.id, RING.travelling(data_key), NOW)
            await asyncio.sleep(0.05)
            return key

    keys = await asyncio.gather(*(kept(one) for one in DATA_KEYS))
    assert len(await keys_of(database, office)) == 1
    assert len({key[:5] for key in keys}) == 1


async def test_what_was_on_its_way_when_a_change_ended_is_not_lost(database: Database) -> None:
    async with database.transaction() as session:
        office, _ = await an_office_with_voices(session, "A")
        late = VoiceNote(**(await session.exec(select(VoiceNote).limit(1))).one().model_dump(exclude={"id"}))

    async def changed() -> None:
        async with database.transaction() as session:
            await change_begins(session, RING, office, NOW)
        assert (await move(database, RING, office, NOW)).lost == 0

    async with database.transaction() as session:
        late.key = await at_rest(session, RING, office.id, RING.travelling(b"l" * 32), NOW)
        task = asyncio.create_task(changed())
        await asyncio.sleep(0.5)  # the change goes as far as it can: it waits for this transaction
        assert not task.done()
        session.add(late)
    await task

    assert await opened(database, office) == [*DATA_KEYS, b"l" * 32]
    assert len(await keys_of(database, office)) == 1
