"""What officer and head read of a report from a site, and what its supervisor hears."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.incidents import IncidentKind, IncidentState, may_see_photos
from bot.domain.messages import Choice, Line, Notice, Param, Show, When, Word
from bot.domain.people import Role
from bot.incidents import unread
from bot.storage import incidents, leaves, queries
from bot.storage.incidents import Incident
from bot.storage.models import Case, Person

SHOWN_ON_CARD = 3


async def for_readers(
    session: AsyncSession, incident: Incident, now: datetime, *, show: Show = Show.NEW
) -> list[Notice]:
    """The card to everybody who was told; where an office has nobody yet, its operator hears that much."""
    told = [person for _, person in await incidents.readers_of(session, incident)]
    if not told:
        operators = await queries.staff(session, incident.office_id, Role.OPERATOR)
        return [Notice(to=one.id, key="incident-nobody") for one in operators]
    return [await card(session, incident, one, now, show=show) for one in told]


async def card(
    session: AsyncSession,
    incident: Incident,
    to: Person,
    now: datetime,
    *,
    key: str = "incident-card",
    show: Show = Show.NEW,
) -> Notice:
    """One report as it stands. Its first line says nothing: it shows on a lock screen."""
    site = await queries.site_of(session, incident.office_id, incident.site_id)
    reporter = await session.get_one(Person, incident.reported_by)
    at = When(incident.sent_at or incident.begun_at, site.zone)
    photos = await _photos_for(session, incident, to, now)
    lines = [
        Line("incident-card-what", {"kind": _kind(incident), "site": site.name}),
        Line("incident-card-by", {"by": reporter.shown, "at": at}),
        await _who(session, incident, to, now),
        _said(incident),
    ]
    if photos is None:
        lines.append(Line("incident-card-photo-kept"))
    rows = await incidents.readers_of(session, incident)
    lines += [
        Line("incident-card-read", {"by": person.shown, "at": When(row.read_at, site.zone)})
        for row, person in rows
        if row.read_at is not None
    ]
    has_read = any(person.id == to.id and row.read_at is not None for row, person in rows)
    choices = _choices(incident, has_read=has_read, photos=bool(photos))
    return Notice(
        to=to.id,
        key=key,
        lines=tuple(lines),
        choices=choices,
        ask=None if choices else await cards.keyboard(session, to, now),
        media=f"photo:{photos[-1]}" if photos and show not in (Show.EDIT, Show.EDIT_ONLY) else "",
        card=f"incident:{incident.id}",
        show=show,
    )


def _kind(incident: Incident) -> Word:
    return Word(f"incident-kind-{IncidentKind(incident.kind).value}")


def _said(incident: Incident) -> Line:
    if incident.words:
        return Line("incident-card-words", {"words": incident.words})
    return Line("incident-card-voice" if incident.voice_id else "incident-card-silent")


def _choices(incident: Incident, *, has_read: bool, photos: bool) -> tuple[Choice, ...]:
    read = () if has_read else (Choice(f"incident-read:{incident.id}", "choice-incident-read"),)
    listen = Choice(f"incident-listen:{incident.id}", "choice-voice-listen")
    see = Choice(f"incident-photos:{incident.id}", "choice-incident-photos")
    return (*read, *((listen,) if incident.voice_id else ()), *((see,) if photos else ()))


async def _who(session: AsyncSession, incident: Incident, to: Person, now: datetime) -> Line:
    """The head reads all of them, an officer those whom he guides, and how many others."""
    found = await incidents.concerned(session, incident)
    if not found:
        return Line("incident-card-nobody")
    guided = await leaves.guided(session, to, now)
    all_of_them = to.role is Role.HEAD
    own = [client.shown for case, client in found if all_of_them or case.officer_id in guided]
    params: dict[str, Param] = {"names": ", ".join(own) or "–", "others": len(found) - len(own)}
    return Line("incident-card-who" if len(own) == len(found) else "incident-card-who-more", params)


async def _photos_for(
    session: AsyncSession, incident: Incident, to: Person, now: datetime
) -> Sequence[int] | None:
    """Its photos; None where there are some that this reader does not see."""
    photos = await incidents.photos_of(session, incident)
    found = await incidents.concerned(session, incident)
    children_of = [case.officer_id for case, client in found if client.child]
    guided = await leaves.guided(session, to, now)
    sees = may_see_photos(head=to.role is Role.HEAD, children_of=children_of, guided=guided)
    return photos if sees or not photos else None


async def photos(session: AsyncSession, incident: Incident, to: Person, now: datetime) -> list[Notice]:
    """All of its photos, one below the other, for whoever may see them."""
    found = await _photos_for(session, incident, to, now)
    if not found:
        return [Notice(to=to.id, key="incident-card-photo-kept" if found is None else "incident-no-photo")]
    return [Notice(to=to.id, key="incident-photo", media=f"photo-full:{one}") for one in found]


async def head_told(
    session: AsyncSession, incident: Incident, heads: Sequence[Person], now: datetime
) -> list[Notice]:
    """The heads hear who has not read it."""
    if incident.state is not IncidentState.OPEN:
        return []
    names = ", ".join(one.shown for one in await unread(session, incident)) or "–"
    found = []
    for head in heads:
        shown = await card(session, incident, head, now, key="incident-unanswered", show=Show.AGAIN)
        waits = Line("incident-card-waits", {"names": names})
        found.append(_with(shown, waits))
    return found


def _with(shown: Notice, first: Line) -> Notice:
    return replace(shown, lines=(first, *shown.lines))


async def on_client_card(
    session: AsyncSession, who: Person, case: Case, now: datetime
) -> tuple[list[Line], tuple[Choice, ...]]:
    """What happened at his site and concerns him, on the client's card, with a button to the latest."""
    found = [
        one
        for one in await incidents.of_case(session, case, SHOWN_ON_CARD)
        if await incidents.may_read(session, who, one, now)
    ]
    lines = []
    for one in found:
        site = await queries.site_of(session, one.office_id, one.site_id)
        at = When(one.sent_at or one.begun_at, site.zone)
        lines.append(Line("incident-on-card", {"at": at, "kind": _kind(one), "site": site.name}))
    return lines, tuple(Choice(f"incident-show:{one.id}", "choice-incident-show") for one in found[:1])
