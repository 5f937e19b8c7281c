"""The card of a call for help that officer and head read: what was said, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.help_calls import STANDING, HelpKind, HelpState, answer_by
from bot.domain.messages import Choice, Line, Notice, Param, Show, When, Word
from bot.domain.people import Role
from bot.storage import account_queries, help_calls, queries
from bot.storage.help_calls import HelpCall
from bot.storage.models import Office, Person, Photo
from bot.storage.voices import VoiceNote


async def card(session: AsyncSession, call: HelpCall, to: Person, *, show: Show = Show.NEW) -> Notice:
    """One call as it stands. Its first line says nothing: it shows on a lock screen."""
    client = await session.get_one(Person, call.client_id)
    office = await queries.office_of(session, call.office_id)
    voices = await help_calls.voices_of(session, call)
    photos = await help_calls.photos_of(session, call)
    who = Line("call-card-who", {"name": client.shown, "code": client.code})
    lines = [
        Line("call-card-who-child", {"code": client.code}) if client.secret else who,
        Line("call-card-kind", {"kind": Word(f"call-kind-{HelpKind(call.kind).value}")}),
        Line("call-card-at", {"at": When(call.called_at or call.begun_at, office.zone)}),
    ]
    if call.site_id is not None:
        site = await queries.site_of(session, call.office_id, call.site_id)
        lines.append(Line("call-card-site", {"site": site.name}))
    if call.phone:
        lines.append(Line("call-card-phone", {"phone": call.phone}))
    lines.append(_said(call, voices, photos))
    if client.child:
        told = "yes" if call.guardian_told else "no" if call.guardian_told is False else "unasked"
        lines.append(Line(f"call-card-guardian-{told}"))
    if client.phone and not (client.child and to.role is Role.HEAD):
        lines.append(Line("client-card-phone", {"phone": client.phone}))
    if call.state in STANDING and not await account_queries.has_account(session, client):
        lines.append(Line("call-card-unreachable"))
    lines += await _stands(session, call, office)
    return Notice(
        to=to.id,
        key="call-card",
        lines=tuple(lines),
        choices=_choices(call, voices, photos),
        media=f"photo:{photos[-1].id}" if photos and photos[-1].key else "",
        card=f"help:{call.id}",
        show=show,
    )


def _said(call: HelpCall, voices: Sequence[VoiceNote], photos: Sequence[Photo]) -> Line:
    if call.words:
        return Line("call-card-words", {"words": call.words})
    if photos and not voices:
        return Line("call-card-photo")
    return Line("call-card-voice" if voices else "call-card-silent")


async def _stands(session: AsyncSession, call: HelpCall, office: Office) -> list[Line]:
    lines = []
    if call.taken_by is not None and call.taken_at is not None:
        taker = await session.get_one(Person, call.taken_by)
        at = When(call.taken_at, office.zone)
        lines.append(Line("call-card-taken", {"by": taker.shown, "at": at}))
    if call.closed_by is not None and call.closed_at is not None:
        closer = await session.get_one(Person, call.closed_by)
        at = When(call.closed_at, office.zone)
        closed: dict[str, Param] = {"by": closer.shown, "at": at, "outcome": call.outcome}
        lines.append(Line("call-card-closed", closed))
    if call.state is HelpState.OPEN and call.called_at is not None:
        until = When(answer_by(call.called_at, office.help_minutes), office.zone)
        lines.append(Line("call-card-until", {"at": until}))
    return lines


def _choices(call: HelpCall, voices: Sequence[VoiceNote], photos: Sequence[Photo]) -> tuple[Choice, ...]:
    first = {
        HelpState.OPEN: (Choice(f"help-take:{call.id}", "choice-help-take"),),
        HelpState.TAKEN: (Choice(f"help-close:{call.id}", "choice-help-close"),),
    }.get(call.state, ())
    stop = Choice(f"help-stop:{call.id}", "choice-help-stop")
    stops = (stop,) if call.site_id is not None and call.state in STANDING else ()
    listen = Choice(f"help-listen:{call.id}", "choice-voice-listen")
    look = Choice(f"help-look:{call.id}", "choice-help-look")
    return (*first, *stops, *((listen,) if voices else ()), *((look,) if photos else ()))
