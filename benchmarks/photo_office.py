"""An office with a million photos, of which one is to be compared, for `benchmarks.photos`."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from sqlalchemy import insert
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState, Programme
from bot.domain.checkins import AttendanceState
from bot.domain.messages import Picture
from bot.domain.people import Role
from bot.storage.database import Database
from bot.storage.likeness import BYTES, grey_of, likeness_of
from bot.storage.models import Attendance, Case, Evidence, Office, Person, Photo, Site
from bot.storage.parts import middle_of
from bot.storage.photo_prints import MOST_LATELY, PhotoPrint
from bot.storage.photos import PhotoStore

NOW = datetime(2026, 4, 23, tzinfo=UTC)
CHUNK = 10_000
CLIENTS = (1, 2)


async def filled(database: Database, count: int, store: PhotoStore, *, older: bytes, new: bytes) -> Photo:
    """So many prints, the newest of two clients of one site, and a photo of one of them to be compared; an
    older one of his has been."""
    photo = Photo(office_id=1, channel="", ref="", received_at=NOW).model_dump(exclude={"id"})
    async with database.transaction() as session:
        session.add(Office(code="B", name="Bapas (contoh)", zone="Asia/Makassar", contact="-"))
    for start in range(0, count, CHUNK):
        numbers = range(start + 1, min(start + CHUNK, count) + 1)
        async with database.transaction() as session:
            connection = await session.connection()
            await connection.execute(insert(Photo), [photo | {"id": one} for one in numbers])
            await connection.execute(insert(PhotoPrint), [_print(one) for one in numbers])
    async with database.transaction() as session:
        attendances = await _attendances(session)
        for client, attendance in zip(CLIENTS, attendances, strict=True):
            newest = count - client * MOST_LATELY
            session.add_all(
                _evidence(client, attendance, newest + number) for number in range(1, MOST_LATELY + 1)
            )
        kept = [_kept(count + number, store, one) for number, one in enumerate((older, new), 1)]
        session.add_all(kept)
        await session.flush()
        session.add_all(_evidence(CLIENTS[0], attendances[0], one.id) for one in kept)
        hashes, middle = likeness_of(older).own, middle_of(grey_of(older))
        session.add(PhotoPrint(office_id=1, photo_id=kept[0].id, hashes=hashes, middle=middle))
    return kept[1]


def _print(photo_id: int) -> dict[str, object]:
    return {"office_id": 1, "photo_id": photo_id, "hashes": os.urandom(BYTES), "middle": os.urandom(BYTES)}


async def _attendances(session: AsyncSession) -> list[int]:
    """One of each client."""
    session.add(Site(id=1, office_id=1, code="L1", name="Kantor Desa (contoh)", zone="Asia/Makassar"))
    for number in CLIENTS:
        session.add(
            Person(id=number, office_id=1, code=f"K-{number}", name="Klien (contoh)", role=Role.CLIENT)
        )
    await session.flush()
    for number in CLIENTS:
        session.add(
            Case(
                id=number,
                office_id=1,
                number=f"{number}/2026",
                client_id=number,
                programme=Programme.COMMUNITY_WORK,
                state=CaseState.ACTIVE,
                starts_on=date(2026, 3, 2),
            )
        )
    await session.flush()
    found = [
        Attendance(
            office_id=1,
            case_id=number,
            client_id=number,
            site_id=1,
            day=NOW.date(),
            state=AttendanceState.OPEN,
            started_at=NOW,
        )
        for number in CLIENTS
    ]
    session.add_all(found)
    await session.flush()
    return [one.id for one in found]


def _evidence(client: int, attendance: int, photo: int) -> Evidence:
    return Evidence(
        office_id=1,
        case_id=client,
        client_id=client,
        attendance_id=attendance,
        sent_at=NOW,
        received_at=NOW,
        photo_id=photo,
    )


def _kept(photo_id: int, store: PhotoStore, content: bytes) -> Photo:
    picture = store.keep(f"photo-{photo_id}", content)
    assert isinstance(picture, Picture)
    return Photo(
        id=photo_id, office_id=1, channel="", ref="", received_at=NOW, file=picture.file, key=picture.key
    )
