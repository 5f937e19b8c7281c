"""Reads, rehearses and saves the workbooks that people send, outside of any message's transaction.

A large workbook takes minutes, in many transactions of its own; a message has one, and others wait for it.
So a message only says what is to be done, as the state of the workbook's row, and whoever does it looks for
such rows: killed in the middle, it is done again, and what was saved is not saved twice.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import supervisors, uploads
from bot.clock import Clock
from bot.desk import Desk
from bot.domain.messages import Notice
from bot.domain.uploads import UPLOADERS, UploadState
from bot.imports import BadBook, ImportResult, read_content, rehearse, stands, take_book
from bot.imports.book import Book
from bot.imports.columns import PEOPLE
from bot.imports.listing import DIGEST, frozen
from bot.imports.packed import MOST_ROWS, BookProblem
from bot.storage.database import Database
from bot.storage.keys import to_open
from bot.storage.models import Person
from bot.storage.photo_erasure import remove_files
from bot.storage.photos import PhotoStore
from bot.storage.record_queries import made_supervisors
from bot.storage.uploads import Upload, locked_upload, to_erase, waiting

log = structlog.get_logger()

PATROL = 1.0
"""Seconds between two looks."""
TELL_EVERY = 10.0
"""Seconds between two words on how far a saving is."""
TRIES = 3


class Clerk:
    """One office's workbooks one after the other, several offices side by side."""

    def __init__(
        self,
        database: Database,
        desk: Desk,
        photos: PhotoStore,
        clock: Clock,
        *,
        tell_every: float = TELL_EVERY,
    ) -> None:
        self._database = database
        self._desk = desk
        self._photos = photos
        self._clock = clock
        self.tell_every = tell_every

    async def run(self) -> None:
        """Look now and then, for ever."""
        while True:
            try:
                await self.work()
            except Exception as error:  # the edge of this task: go on when the database is back
                log.error("clerk.round_failed", error=type(error).__name__)
            await asyncio.sleep(PATROL)

    async def work(self) -> None:
        """Do whatever there is to do, until nothing is left that this process can do."""
        while True:
            async with self._database.reading() as session:
                rows = await waiting(session)
            done = await asyncio.gather(*(self._in_turn(row) for row in rows))
            if not any(done):
                break
        await self._erase()

    async def _in_turn(self, upload: Upload) -> bool:
        """One workbook of an office, unless another process is at it."""
        lock = await self._database.locks.take(f"uploads:{upload.office_id}")
        if lock is None:
            return False
        try:
            await self._settle(upload)
        finally:
            await self._database.locks.give_back(lock)
        return True

    async def _settle(self, upload: Upload) -> None:
        try:
            book = await self._opened(upload)
            if upload.state is UploadState.RECEIVED:
                await self._preview(upload, await self._rehearsed(upload, book))
            else:
                await self._save(upload, book)
        except BadBook as bad:
            await self._end(upload, UploadState.UNREADABLE, f"book-{bad.problem.value}")
        except Exception as error:  # the edge of a workbook: one that fails must not stop the others
            log.error("clerk.failed", upload=upload.id, error=type(error).__name__)
            await self._failed(upload)

    async def _opened(self, upload: Upload) -> Book:
        if upload.key is None:
            raise BadBook(upload.name, BookProblem.DAMAGED)
        async with self._database.reading() as session:
            key = await to_open(session, self._photos.ring, upload)
        content = await asyncio.to_thread(self._photos.open, upload.file, key)
        book = await asyncio.to_thread(read_content, upload.name, content)
        if sum(len(sheet.rows) for sheet in book.sheets) > MOST_ROWS:
            raise BadBook(upload.name, BookProblem.TOO_MANY_ROWS)
        return book

    async def _rehearsed(self, upload: Upload, book: Book) -> ImportResult:
        now = self._clock.now()
        return await rehearse(self._database, upload.office_id, book, now=now, by=upload.person_id)

    async def _preview(self, upload: Upload, result: ImportResult, *, again: bool = False) -> None:
        async def told(session: AsyncSession, row: Upload) -> list[Notice]:
            row.result = frozen(result)
            row.state = UploadState.PREVIEWED
            if result.changes.nothing:
                uploads.end(row, UploadState.NOTHING)
            return uploads.previewed(row, result, again=again)

        await self._write(upload, told)

    async def _save(self, upload: Upload, book: Book) -> None:
        """Save what was shown. Where somebody has changed the data since, nothing is saved and it is shown
        anew: half of a workbook would be saved unlike what its sender said yes to."""
        if not await self._may_still(upload):
            await self._end(upload, UploadState.CANCELLED, "not-for-you")
            return
        resumed = upload.attempts > 0
        if not resumed:
            now = self._clock.now()
            stood = (upload.result or {}).get(DIGEST)
            if stood != await stands(self._database, upload.office_id, book, now=now):
                await self._preview(upload, await self._rehearsed(upload, book), again=True)
                return
        await self._write(upload, _counted)
        now = self._clock.now()
        where = (self._database, upload.office_id, book)
        result = await take_book(*where, now=now, by=upload.person_id, tell=self._teller(upload))

        async def told(session: AsyncSession, row: Upload) -> list[Notice]:
            row.result = frozen(result)
            uploads.end(row, UploadState.SAVED)
            await uploads.note_saved(session, row, result, self._clock.now())
            sender = await session.get_one(Person, row.person_id)
            made, named = await made_supervisors(session, sender, row.received_at), book.named(PEOPLE)
            new = [one for one in made if one.code.lower() in named]
            answer = uploads.saved(row, result, resumed=resumed)
            return [*answer, *await supervisors.news(session, sender, new)]

        await self._write(upload, told)

    async def _may_still(self, upload: Upload) -> bool:
        async with self._database.reading() as session:
            sender = await session.get_one(Person, upload.person_id)
        return sender.role in UPLOADERS and sender.office_id == upload.office_id

    def _teller(self, upload: Upload) -> Callable[[int, int], Awaitable[None]]:
        """Says now and then how far it is."""
        last = time.monotonic()

        async def tell(done: int, total: int) -> None:
            nonlocal last
            if time.monotonic() - last < self.tell_every:
                return
            last = time.monotonic()

            async def deed(session: AsyncSession, now: datetime) -> list[Notice]:
                return [uploads.progress(upload, done, total)]

            await self._desk.do(deed, self._clock.now())

        return tell

    async def _failed(self, upload: Upload) -> None:
        if upload.attempts + 1 >= TRIES:
            await self._end(upload, UploadState.FAILED, "upload-failed")
        elif upload.state is UploadState.RECEIVED:
            await self._write(upload, _counted)

    async def _end(self, upload: Upload, state: UploadState, key: str) -> None:
        async def told(session: AsyncSession, row: Upload) -> list[Notice]:
            uploads.end(row, state)
            return [uploads.ended(row, key)]

        await self._write(upload, told)

    async def _write(
        self, upload: Upload, told: Callable[[AsyncSession, Upload], Awaitable[list[Notice]]]
    ) -> None:
        """Change the row as it stands, unless it went on meanwhile."""

        async def deed(session: AsyncSession, now: datetime) -> list[Notice] | None:
            row = await locked_upload(session, upload)
            return await told(session, row) if row.state is upload.state else None

        await self._desk.do(deed, self._clock.now())

    async def _erase(self) -> None:
        """Files whose key is forgotten go too."""
        async with self._database.reading() as session:
            rows = await to_erase(session)
        for row in rows:
            await asyncio.to_thread(self._photos.erase, row.file)

            async def deed(session: AsyncSession, now: datetime, row: Upload = row) -> list[Notice]:
                (await locked_upload(session, row)).file = ""
                return []

            await self._desk.do(deed, self._clock.now())
        await remove_files(self._database, self._photos)


async def _counted(session: AsyncSession, row: Upload) -> list[Notice]:
    """One more try."""
    row.attempts += 1
    return []
