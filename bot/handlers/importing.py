"""`/impor`: a workbook to fill in or correct, and one that comes back; nothing is saved before *Simpan*."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.messages import Choice, FileProblem, Inbound, Notice, Refused, Show, choice_numbers
from bot.domain.people import Role
from bot.domain.uploads import UploadState
from bot.imports.book import SHEETS
from bot.storage.keys import at_rest
from bot.storage.models import Person
from bot.storage.sealing import seal_of
from bot.storage.uploads import Upload, own_upload
from bot.uploads import card_of, end, ended, note_of_office

FILLED = frozenset({"isi", "terisi"})


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/impor`: what to send, with the empty workbook; `/impor isi`: the workbook with what is stored."""
    if inbound.text.strip().casefold() in FILLED:
        return await filled(session, who, inbound, now)
    key = "upload-how-officer" if who.role is Role.OFFICER else "upload-how"
    choice = Choice("upload-filled", "choice-upload-filled")
    return [Notice(to=who.id, key=key, media=f"template:{who.id}", choices=(choice,))]


async def filled(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The workbook with what is stored, as far as it is this person's; that it was given out is a fact."""
    await note_of_office(session, who.office_id, "workbook_exported", {}, actor_id=who.id, now=now)
    return [Notice(to=who.id, key="upload-filled", media=f"filled:{who.id}")]


async def file(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A document: a workbook waits to be read and is acknowledged at once, anything else gets its reason."""
    sent = inbound.file
    if sent is None or sent.kept is None:
        problem = (sent.problem if sent else None) or FileProblem.WRONG_TYPE
        ask = await cards.keyboard(session, who, now)
        return [Notice(to=who.id, key=f"book-{problem.value}", ask=ask)]
    upload = Upload(
        office_id=who.office_id,
        person_id=who.id,
        name=_kind_of(sent.name),
        file=sent.kept.file,
        key=await at_rest(session, seal_of(session).ring, who.office_id, sent.kept.key, now),
        sha256=sent.kept.sha256,
        size=sent.kept.size,
        received_at=now,
    )
    session.add(upload)
    await session.flush()
    return [Notice(to=who.id, key="upload-received", card=card_of(upload))]


async def save(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Simpan*: exactly the file that was shown, once; the work itself is done outside of this message."""
    upload = await _own(session, who, inbound)
    if upload.state is not UploadState.PREVIEWED:
        return [_stands(upload)]
    upload.state, upload.attempts = UploadState.SAVING, 0
    return [Notice(to=who.id, key="upload-saving", card=card_of(upload), show=Show.AGAIN)]


async def cancel(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batal*: the file is erased, and nothing was changed."""
    upload = await _own(session, who, inbound)
    if upload.state is not UploadState.PREVIEWED:
        return [_stands(upload)]
    end(upload, UploadState.CANCELLED)
    return [ended(upload, "upload-cancelled")]


async def _own(session: AsyncSession, who: Person, inbound: Inbound) -> Upload:
    upload = await own_upload(session, who, choice_numbers(inbound.text, 1)[0])
    if upload is None:
        raise Refused("choice-unknown")
    return upload


def _stands(upload: Upload) -> Notice:
    """What a tap on an old button hears."""
    return Notice(to=upload.person_id, key=f"upload-is-{UploadState(upload.state).value}")


def _kind_of(name: str) -> str:
    """A name that says what the file is and nothing of people: a CSV file's sheet, or its ending."""
    path = PurePath(name.lower())
    return f"{path.stem if path.stem in SHEETS else 'buku'}{path.suffix}"
