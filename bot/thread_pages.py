"""A client's thread as whoever guides him reads it: who wrote what to whom and when, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Line, When
from bot.domain.threads import Side
from bot.storage import queries, threads
from bot.storage.models import Case, Person
from bot.storage.threads import ThreadMessage
from bot.threads import content

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Page:
    """Messages of a thread that are shown at once, oldest first, and how many newer ones are not."""

    messages: Sequence[ThreadMessage]
    more: int

    @property
    def seen(self) -> int:
        """The number up to which somebody has read who has read this; 0: there is nothing yet."""
        return self.messages[-1].id if self.messages else 0

    @property
    def unread(self) -> bool:
        """Whether somebody at the office has yet to read one of these."""
        return any(one.side in threads.OF_CLIENTS and one.read_at is None for one in self.messages)

    @property
    def attached(self) -> tuple[int, int] | None:
        """From which message to which there is a photo or a recording to open."""
        found = [one.id for one in self.messages if one.photo_id or one.voice_id]
        return (found[0], found[-1]) if found else None


async def page(session: AsyncSession, case: Case, *, after: int | None = None) -> Page:
    """The last messages; where more than these wait to be read, the first of those that wait, and page by
    page what comes `after`."""
    last = await threads.latest(session, case, SHOWN)
    unread = await threads.unread_of(session, case, up_to=last[-1].id) if last else []
    if after is None:
        if not unread or unread[0].id >= last[0].id:
            return Page(last, 0)
        after = unread[0].id - 1
    coming = await threads.after(session, case, after)
    return Page(coming[:SHOWN], len(coming[SHOWN:]))


async def lines(session: AsyncSession, case: Case, messages: Sequence[ThreadMessage]) -> list[Line]:
    """Messages of a thread, as whoever guides the client reads them."""
    office = await queries.office_of(session, case.office_id)
    found: list[Line] = []
    for message in messages:
        author = await session.get_one(Person, message.author_id)
        at = When(message.sent_at or message.written_at, office.zone)
        found += [await _heading(session, message, author, at), *content(message)]
    return found


async def _heading(session: AsyncSession, message: ThreadMessage, author: Person, at: When) -> Line:
    if message.side is Side.OFFICE and message.to_id not in (None, message.client_id):
        client = await session.get_one(Person, message.client_id)
        return Line("thread-to-guardian", {"at": at, "name": author.shown, "ward": client.shown})
    guardian = message.side is Side.GUARDIAN
    return Line("thread-by-guardian" if guardian else "thread-by", {"at": at, "name": author.shown})
