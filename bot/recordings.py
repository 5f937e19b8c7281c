"""Keeps what a client said aloud, and lets people hear it."""

from __future__ import annotations

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.hours import EventKind
from bot.domain.messages import Inbound, Notice, Param, Refused, VoiceProblem, When
from bot.domain.retention import LOOK_EVERY, night
from bot.storage.events import record
from bot.storage.keys import at_rest
from bot.storage.models import Case, Person
from bot.storage.sealing import seal_of
from bot.storage.voices import VoiceNote


async def keep(session: AsyncSession, who: Person, inbound: Inbound, case: Case) -> VoiceNote:
    """Store a recording in a case that is locked. Raises Refused, with what to do, where none could be
    fetched."""
    said = inbound.voice
    if said is None or said.kept is None:
        problem = said.problem if said and said.problem else VoiceProblem.NOT_FETCHED
        raise Refused(f"voice-problem-{VoiceProblem(problem).value}")
    note = VoiceNote(
        office_id=case.office_id,
        case_id=case.id,
        client_id=case.client_id,
        file=said.kept.file,
        key=await at_rest(session, seal_of(session).ring, case.office_id, said.kept.key, inbound.received_at),
        sha256=said.kept.sha256,
        size=said.kept.size,
        seconds=said.seconds,
        sent_at=inbound.sent_at,
        received_at=inbound.received_at,
        look_at=night(inbound.received_at + LOOK_EVERY),
    )
    session.add(note)
    await session.flush()
    await record(
        session,
        case,
        EventKind.VOICE_KEPT,
        actor_id=who.id,
        payload={"voice": note.id, "sha256": note.sha256, "seconds": note.seconds},
        happened_at=inbound.sent_at,
        now=inbound.received_at,
    )
    return note


def played(note: VoiceNote, *, by: Person, zone: str, to: Person) -> Notice:
    """A recording for somebody who may hear it; of one that was erased by now, that it was."""
    params: dict[str, Param] = {"name": by.shown, "at": When(note.sent_at, zone)}
    if not note.key:
        return Notice(to=to.id, key="voice-erased", params=params)
    params["seconds"] = note.seconds
    return Notice(to=to.id, key="voice-here", params=params, media=f"voice:{note.id}")
