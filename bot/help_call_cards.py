"""The card of a call for help that officer and head read: what was said, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OVER_STATES, CaseState, local_day
from bot.domain.help_calls import STANDING, HelpKind, HelpState, answer_by
from bot.domain.hours import EventKind
from bot.domain.messages import Choice, Line, Notice, Param, Show, When, Word, Words
from bot.domain.people import Role
from bot.storage import account_queries, help_calls, office_transfers, queries
from bot.storage.events import facts_of, told_by
from bot.storage.help_calls import HelpCall
from bot.storage.models import Case, Event, Evidence, Office, Person, Photo
from bot.storage.positions import point_of
from bot.storage.voices import VoiceNote


async def card(session: AsyncSession, call: HelpCall, to: Person, *, show: Show = Show.NEW) -> Notice:
    """One call as it stands. Its first line says nothing: it shows on a lock screen."""
    client = await session.get_one(Person, call.client_id)
    case = await session.get_one(Case, call.case_id)
    office = await queries.office_of(session, call.office_id)
    voices = await help_calls.voices_of(session, call)
    photos = await help_calls.photos_of(session, call)
    who = Line("call-card-who", {"name": client.shown, "code": client.code})
    lines = [
        Line("call-card-who-child", {"code": client.code}) if client.secret else who,
        Line("call-card-kind", {"kind": Word(f"call-kind-{HelpKind(call.kind).value}")}),
        Line("call-card-at", {"at": When(call.called_at or call.begun_at, office.zone)}),
    ]
    if call.later_kinds:
        later = Words(tuple(f"call-kind-{one.value}" for one in call.later_kinds))
        lines.insert(2, Line("call-card-kind-also", {"kinds": later}))
    if call.site_id is not None:
        site = await queries.site_of(session, call.office_id, call.site_id)
        lines.append(Line("call-card-site", {"site": site.name}))
    lines += await _place(session, call, office)
    if call.phone:
        lines.append(Line("call-card-phone", {"phone": call.phone}))
    lines.append(_said(call, voices, photos))
    if client.child:
        told = "yes" if call.guardian_told else "no" if call.guardian_told is False else "unasked"
        lines.append(Line(f"call-card-guardian-{told}"))
    if client.phone and not (client.child and to.role is Role.HEAD):
        lines.append(Line("client-card-phone", {"phone": client.phone}))
    moved = await _moved(session, call)
    if moved is not None:
        lines.append(moved)
    elif call.state in STANDING and not await account_queries.has_account(session, client):
        lines.append(Line("call-card-unreachable"))
    stop = await stopped(session, call)
    if stop is not None:
        lines.append(await _stopped_by(session, stop, office))
    lines += await _stands(session, call, office)
    return Notice(
        to=to.id,
        key="call-card",
        lines=tuple(lines),
        choices=_choices(call, voices, photos, may_stop=stop is None and case.state not in OVER_STATES),
        media=f"photo:{photos[-1].id}" if photos and photos[-1].key else "",
        card=f"help:{call.id}",
        show=show,
    )


async def _place(session: AsyncSession, call: HelpCall, office: Office) -> list[Line]:
    """Where he is, as he sent it."""
    kept = await session.get(Evidence, call.place_id) if call.place_id else None
    point = point_of(kept) if kept else None
    if kept is None or point is None:
        return []
    params: dict[str, Param] = {
        "at": When(kept.sent_at, office.zone),
        "place": f"{point.latitude:.6f},{point.longitude:.6f}",
    }
    return [Line("call-card-place", params)]


async def _moved(session: AsyncSession, call: HelpCall) -> Line | None:
    """Another Bapas guides him by now, and this one still sees to the call."""
    case = await session.get_one(Case, call.case_id)
    move = await office_transfers.went(session, case) if case.state is CaseState.TRANSFERRED else None
    if move is None:
        return None
    return Line("call-card-moved", {"office": move.to_office, "officer": move.new_officer})


async def stopped(session: AsyncSession, call: HelpCall) -> Event | None:
    """The fact that ended the client's placement where he called from, as long as he is placed there no
    more."""
    if call.site_id is None:
        return None
    case = await session.get_one(Case, call.case_id)
    site = await queries.site_of(session, call.office_id, call.site_id)
    ended = await facts_of(session, case, EventKind.PLACEMENT_STOPPED)
    last = next((one for one in ended if told_by(one).get("site") == site.id), None)
    if last is None:
        return None
    again = await queries.placed_since(session, case, site, local_day(last.happened_at, site.zone))
    return None if again else last


async def _stopped_by(session: AsyncSession, stop: Event, office: Office) -> Line:
    by = await session.get(Person, stop.actor_id) if stop.actor_id else None
    at = When(stop.happened_at, office.zone)
    return Line("call-card-stopped", {"by": by.shown if by else "–", "at": at})


async def said(session: AsyncSession, call: HelpCall) -> list[Line]:
    """What the client has said of it so far, and where he is."""
    office = await queries.office_of(session, call.office_id)
    voices, photos = await help_calls.voices_of(session, call), await help_calls.photos_of(session, call)
    return [_said(call, voices, photos), *await _place(session, call, office)]


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
        lines.append(Line("call-card-late" if call.asked else "call-card-until", {"at": until}))
    return lines


def _choices(
    call: HelpCall, voices: Sequence[VoiceNote], photos: Sequence[Photo], *, may_stop: bool
) -> tuple[Choice, ...]:
    first = {
        HelpState.OPEN: (Choice(f"help-take:{call.id}", "choice-help-take"),),
        HelpState.TAKEN: (Choice(f"help-close:{call.id}", "choice-help-close"),),
    }.get(call.state, ())
    stop = Choice(f"help-stop:{call.id}", "choice-help-stop")
    stops = (stop,) if may_stop and call.site_id is not None and call.state in STANDING else ()
    listen = Choice(f"help-listen:{call.id}", "choice-voice-listen")
    look = Choice(f"help-look:{call.id}", "choice-help-look")
    return (*first, *stops, *((listen,) if voices else ()), *((look,) if photos else ()))
