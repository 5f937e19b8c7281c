"""What a client writes or says while a proof is on its way, without its button: he says what it is."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import excuse_requests, threads
from bot.domain.excuse_requests import NO_ANSWERED_WITHIN
from bot.domain.messages import Choice, Inbound, Notice, Refused, choice_numbers
from bot.domain.people import Role
from bot.domain.threads import LEAST_WORDS
from bot.domain.worries import worth_reading
from bot.handlers import awaited_proofs, voices
from bot.handlers import threads as messaging
from bot.handlers.excuse_steps import PROOF, TOPIC, completed
from bot.storage import excuse_requests as ask
from bot.storage import queries
from bot.storage import threads as messages
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Case, Person, Photo
from bot.storage.voices import VoiceNote, voice_by_id


async def of_guardian(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice] | None:
    """A guardian's photo or recording shows no work: it is the one proof that is awaited, unless it may be
    another or answer the officer, which is asked; what follows belongs to it (a letter has pages). None where
    none is awaited."""
    waiting = await awaited_proofs.awaited(session, who)
    if not waiting:
        return None
    request, case = await _own(session, who, waiting[0].id)
    said = await messaging.content(session, who, case, inbound)
    if len(waiting) == 1 and not await awaited_proofs.answered(session, who, now):
        await _joins(session, request, said)
        await queries.ask_for_words(session, who, TOPIC, request.id, now, PROOF)
        return await completed(session, who, case, request, now)
    key = "guardian-photo-which" if inbound.photo else "guardian-voice-which"
    return [await _which(session, who, case, said, key, now)]


async def offered(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Words that mean nothing else are asked about; nothing where no proof was promised, and where they may
    be a worry, which is for people at once."""
    if len(inbound.text.split()) < LEAST_WORDS or worth_reading([inbound.text]):
        return []
    waiting = await awaited_proofs.awaited(session, who)
    if not waiting:
        return []
    try:
        guardian = who.role is Role.GUARDIAN
        case = (
            (await _own(session, who, waiting[0].id))[1] if guardian else await threads.case_of(session, who)
        )
    except Refused:
        return []
    return [await _which(session, who, case, threads.Said(words=inbound.text), "words-which", now)]


async def _which(
    session: AsyncSession, who: Person, case: Case, said: threads.Said, key: str, now: datetime
) -> Notice:
    """It is kept as a message that nobody reads, until he says whether it is one."""
    message = await threads.draft(session, case, who, said, now=now)
    proofs = await awaited_proofs.promised(session, who, f"words-excuse:{message.id}")
    send = Choice(f"message-send:{message.id}", "choice-message-send")
    return Notice(to=who.id, key=key, choices=(*proofs, send))


async def _joins(session: AsyncSession, request: ExcuseRequest, said: threads.Said) -> None:
    photo = await session.get_one(Photo, said.photo_id) if said.photo_id else None
    voice = await session.get_one(VoiceNote, said.voice_id) if said.voice_id else None
    await excuse_requests.add(session, request, words=said.words.strip(), photo=photo, voice=voice)


async def words(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Bukti izin* under words, or what a guardian sent: they join the request, and are no message any
    more."""
    message_id, request_id = choice_numbers(inbound.text, 2)
    request, case = await _own(session, who, request_id)
    found = await messages.locked_message(session, who.office_id, message_id)
    if found is None or found[0].author_id != who.id:
        raise Refused("choice-unknown")
    if found[0].sent_at is not None:
        raise Refused("message-was-sent")
    message = found[0]
    said = threads.Said(words=message.words, photo_id=message.photo_id, voice_id=message.voice_id)
    await _joins(session, request, said)
    await session.delete(message)
    if who.role is Role.GUARDIAN:
        await queries.ask_for_words(session, who, TOPIC, request.id, now, PROOF)
    return await completed(session, who, case, request, now)


async def recording(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Bukti izin* under a recording."""
    note_id, request_id = choice_numbers(inbound.text, 2)
    note = await _unsaid(session, who, note_id)
    request, case = await _own(session, who, request_id)
    await excuse_requests.add(session, request, voice=note)
    return await completed(session, who, case, request, now)


async def other(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Bukan bukti*: a recording as any other, about today's work where there is any; not where an excuse was
    declined lately, which it may be about."""
    note = await _unsaid(session, who, choice_numbers(inbound.text, 1)[0])
    declined = await ask.declined_since(session, who, now - NO_ANSWERED_WITHIN)
    attendance = None if declined else await voices.at_work(session, who, note.sent_at)
    note.attendance_id = attendance.id if attendance else None
    await session.flush()
    return await voices.kept_with(session, who, attendance, now)


async def _own(session: AsyncSession, who: Person, request_id: int) -> tuple[ExcuseRequest, Case]:
    """A request of this client, or that this guardian filed for a child he answers for. Raises Refused."""
    found = await ask.locked_request(session, who.office_id, request_id)
    if found is None:
        raise Refused("not-yours")
    request, case = found
    guards = request.filed_by == who.id and case.guardian_id == who.id
    if request.client_id != who.id and not guards:
        raise Refused("not-yours")
    return request, case


async def _unsaid(session: AsyncSession, who: Person, note_id: int) -> VoiceNote:
    """A recording of his of which nobody has said what it is. Raises Refused for any other."""
    note = await voice_by_id(session, who.office_id, note_id)
    if note is None or note.client_id != who.id:
        raise Refused("not-yours")
    if note.attendance_id is not None or await ask.is_proof(session, note):
        raise Refused("voice-said-already")
    return note
