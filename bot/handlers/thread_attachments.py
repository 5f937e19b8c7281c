"""Photos and recordings of a thread, opened by whoever may read it today: officer, successor or stand-in."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import recordings
from bot.domain.messages import Inbound, Notice, Param, Refused, When, choice_numbers
from bot.handlers import clients
from bot.storage import queries
from bot.storage import threads as ask
from bot.storage.models import Case, Person, Photo
from bot.storage.threads import ThreadMessage
from bot.storage.voices import voice_by_id

log = structlog.get_logger()


async def listen(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Dengarkan*, under the message that brought a recording."""
    found = await ask.locked_message(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if found is None or found[0].sent_at is None:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    case, client = await clients.own(session, who, found[1].id, now)
    return [await _recording(session, who, case, client, found[0])]


async def attached(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Lihat lampiran*: what came with the messages of a thread that are on the screen, oldest first."""
    case_id, first, last = choice_numbers(inbound.text, 3)
    case, client = await clients.own(session, who, case_id, now)
    notices = []
    for message in await ask.after(session, case, first - 1):
        if message.id > last:
            break
        if message.photo_id:
            notices.append(await _photo(session, who, case, client, message))
        if message.voice_id:
            notices.append(await _recording(session, who, case, client, message))
    if not notices:
        raise Refused("choice-unknown")
    return notices


async def _photo(
    session: AsyncSession, who: Person, case: Case, client: Person, message: ThreadMessage
) -> Notice:
    """A photo; what was erased by now is said."""
    photo = await session.get_one(Photo, message.photo_id)
    office = await queries.office_of(session, case.office_id)
    about: dict[str, Param] = {"name": client.shown, "at": When(photo.received_at, office.zone)}
    if not photo.key:
        return Notice(to=who.id, key="message-photo-gone", params=about)
    return Notice(to=who.id, key="message-photo", params=about, media=f"photo:{photo.id}")


async def _recording(
    session: AsyncSession, who: Person, case: Case, client: Person, message: ThreadMessage
) -> Notice:
    """A recording, likewise. Raises Refused where there is none."""
    note = await voice_by_id(session, who.office_id, message.voice_id or 0)
    if note is None:
        raise Refused("choice-unknown")
    office = await queries.office_of(session, case.office_id)
    return recordings.played(note, by=client, zone=office.zone, to=who)
