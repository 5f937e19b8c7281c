"""Asks about photos that were sent before, outside of any message's transaction: no check-in waits for it.

A photo says itself when it is to be compared. Print, questions and labels are written in the transaction that
takes this mark away, and supervisors are told in the one that takes away the next: killed in between, what is
missing is done, and nothing twice. Of a large photo a smaller copy is kept from then on.
"""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import replace
from datetime import datetime, timedelta

import structlog
from sqlalchemy.exc import DBAPIError
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import challenges, lists
from bot.clock import Clock
from bot.comparing import Compared, Comparison
from bot.desk import Chore, Desk
from bot.domain.challenges import STILL_THERE
from bot.domain.checkins import AttendanceState, Moment
from bot.domain.messages import KeptFile, Label, Notice, Show
from bot.domain.photos import Likenesses, reuses
from bot.storage import photo_prints, queries
from bot.storage.database import Database
from bot.storage.keys import to_open
from bot.storage.locks import Lock
from bot.storage.models import Attendance, Evidence, Person, Photo
from bot.storage.phones import was_helped
from bot.storage.photo_erasure import replace_file
from bot.storage.photo_prints import PhotoPrint, PhotoReuse, use_of
from bot.storage.photos import PhotoStore
from bot.storage.pictures import MOST_KEPT, MOST_OF_FURTHER

log = structlog.get_logger()

PATROL = 1.0
"""Seconds between two looks."""
AGAIN_AFTER = timedelta(minutes=10)
GIVEN_UP_AFTER = timedelta(days=1)
"""How long a photo is tried again for whose comparison failed."""

UNDECIDED = (AttendanceState.OPEN, AttendanceState.WAITING)


class Recogniser:
    """The photos of an office one after the other, by one process at a time."""

    def __init__(self, database: Database, desk: Desk, photos: PhotoStore, clock: Clock) -> None:
        self._database = database
        self._desk = desk
        self._photos = photos
        self._comparison = Comparison(database, photos)
        self._clock = clock

    async def run(self) -> None:
        """Look now and then, for ever."""
        while True:
            try:
                await self.work()
            except Exception as error:  # the edge of this task: go on when the database is back
                log.error("recognition.round_failed", error=type(error).__name__)
            await asyncio.sleep(PATROL)

    async def work(self) -> None:
        """Compare whatever waits, and show supervisors what there is to ask."""
        async with self._database.reading() as session:
            offices = await photo_prints.offices_waiting(session, self._clock.now())
        for office_id in offices:
            lock = await self._database.locks.take(f"photos:{office_id}")
            if lock is None:
                continue
            try:
                await self._all_of(office_id, lock)
            finally:
                await self._database.locks.give_back(lock)

    async def _all_of(self, office_id: int, lock: Lock) -> None:
        while True:
            async with self._database.reading() as session:
                photos = await photo_prints.uncompared(session, office_id, self._clock.now())
            settled = [await self._settled(photo, lock) for photo in photos]
            if not all(settled) or not photos:
                break

        async def told(session: AsyncSession, now: datetime) -> list[Notice] | None:
            return await _tell(session, office_id, now)

        await self._desk.tick(told, self._clock.now())

    async def _settled(self, photo: Photo, lock: Lock) -> bool:
        """Whether the photo needs no more looking at for now."""
        try:
            return await self._compared(photo, lock)
        except DBAPIError:  # not the photo's fault: the next round begins with it
            raise
        except Exception as error:  # the edge of a photo: one that fails must not stop the others
            log.error("recognition.failed", photo=photo.id, error=type(error).__name__)
            return await self._desk.do(_later(photo), self._clock.now())

    async def _compared(self, photo: Photo, lock: Lock) -> bool:
        compared = await self._comparison.compared(photo, self._clock.now())
        copy = await self._smaller(photo)

        async def deed(session: AsyncSession, now: datetime) -> list[Notice] | None:
            row = await photo_prints.locked_photo(session, photo)
            if row.compare_at is None or not await self._database.locks.still_ours(lock):
                return None
            row.compare_at = None
            hashes, middle = compared.hashes, compared.middle
            session.add(
                PhotoPrint(office_id=row.office_id, photo_id=row.id, hashes=hashes, middle=middle or None)
            )
            if copy is not None:
                await replace_file(session, row, copy, self._photos.ring, now)
            await _ask(session, row, compared, now)
            return []

        done = await self._desk.do(deed, self._clock.now())
        if copy is not None and not done:
            await asyncio.to_thread(self._photos.erase, copy.file)
        return done

    async def _smaller(self, photo: Photo) -> KeptFile | None:
        """The copy that is kept of a large photo, now that all was read from it as it came."""
        async with self._database.reading() as session:
            key = await to_open(session, self._photos.ring, photo)
            most = MOST_OF_FURTHER if await photo_prints.is_further(session, photo) else MOST_KEPT
        return await asyncio.to_thread(self._copied, photo.file, key, most)

    def _copied(self, file: str, key: bytes, most: int) -> KeptFile | None:
        return self._photos.keep_smaller(secrets.token_hex(16), self._photos.open(file, key), most)


def _later(photo: Photo) -> Chore:
    """Try again, but not for ever."""

    async def deed(session: AsyncSession, now: datetime) -> list[Notice]:
        row = await photo_prints.locked_photo(session, photo)
        given_up = now - row.received_at > GIVEN_UP_AFTER
        row.compare_at = None if given_up else now + AGAIN_AFTER
        return []

    return deed


async def _ask(session: AsyncSession, photo: Photo, compared: Compared, now: datetime) -> None:
    """Write down what is to be asked about a photo. Nobody knows which of two clients took one, so both are
    asked about, unless somebody has decided already."""
    same = await photo_prints.same_files(session, photo)
    like = Likenesses(same, compared.alike, compared.similar)
    own = await photo_prints.evidence_with(session, photo.office_id, [photo.id])
    if not own:
        return
    others = await photo_prints.evidence_with(session, photo.office_id, like.photos - {photo.id})
    for one in reuses(use_of(own[0]), map(use_of, others), like):
        await _note(session, own[0], one.label, one.other_id, one.distance, now)
        if one.label is Label.PHOTO_SHARED:
            other = next(each for each in others if each.photo_id == one.other_id)
            if not await _decided(session, other):
                await _note(session, other, one.label, photo.id, one.distance, now)


async def _decided(session: AsyncSession, evidence: Evidence) -> bool:
    if evidence.attendance_id is None:
        return False
    return (await session.get_one(Attendance, evidence.attendance_id)).state not in UNDECIDED


async def _note(
    session: AsyncSession, evidence: Evidence, label: Label, other_id: int, distance: int, now: datetime
) -> None:
    """Of each kind the first question stands."""
    if label in evidence.labels or evidence.photo_id is None:
        return
    evidence.labels = sorted({*evidence.labels, label.value})
    session.add(
        PhotoReuse(
            office_id=evidence.office_id,
            photo_id=evidence.photo_id,
            other_id=other_id,
            label=label,
            distance=distance,
            tell_at=now,
        )
    )


async def _tell(session: AsyncSession, office_id: int, now: datetime) -> list[Notice] | None:
    """Show the next question where its attendance already stands before somebody who can still decide; who
    has no card yet will see it there."""
    reuse = await photo_prints.next_untold(session, office_id)
    if reuse is None:
        return None
    reuse.tell_at = None
    attendance = await photo_prints.attendance_of(session, office_id, reuse.photo_id)
    if attendance is None:
        return []
    await queries.locked_case(session, office_id, attendance.case_id)
    await session.refresh(attendance)
    if attendance.state not in UNDECIDED or attendance.photo_wanted:
        return []
    notices = await lists.for_supervisors(session, attendance, moment=Moment.FINISH, now=now, quietly=True)
    shown = [replace(one, show=Show.EDIT) if one.key == "card" else one for one in notices]
    return [*shown, *await _fresh_photo(session, attendance, reuse, now)]


async def _fresh_photo(
    session: AsyncSession, attendance: Attendance, reuse: PhotoReuse, now: datetime
) -> list[Notice]:
    """An old photo is a reason to ask for a new one, while its sender may still be there; not of who sent it
    from somebody else's phone."""
    sent = await photo_prints.evidence_with(session, attendance.office_id, [reuse.photo_id])
    evidence = next(iter(sent), None)
    if evidence is None or evidence.moment is None or now - evidence.sent_at > STILL_THERE:
        return []
    if await was_helped(session, evidence):
        return []
    client = await session.get_one(Person, attendance.client_id)
    return await challenges.ask(session, client, attendance, evidence.moment, now)
