"""The photos of a client's last attendances beside each other, with place and time, for his officer."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.messages import Choice, Inbound, Line, Notice, Refused, When, choice_numbers
from bot.domain.people import Role
from bot.evidence_lines import evidence_lines
from bot.handlers import clients
from bot.storage import client_queries, identity, leaves, queries
from bot.storage.models import Attendance, Case, Evidence, Person, Site

BESIDE = 3
"""Photos in one picture; with more a phone shows no face."""
LOOKED_THROUGH = 10
"""The last attendances among which those with a photo are found."""

Row = tuple[Attendance, Site, Evidence]


async def choices(
    session: AsyncSession, who: Person, case: Case, client: Person, now: datetime
) -> list[Choice]:
    """A button where there is a photo to show. Whoever guides the case sees photos; a head does not."""
    if who.role is not Role.OFFICER or not await leaves.guides(session, who, case, now):
        return []
    found = await identity.latest_photo(session, client, case_id=case.id)
    return [Choice(f"photos-beside:{case.id}", "choice-photos-beside")] if found else []


async def beside(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Bukti*: up to three, the oldest at the left. A child's photo is here for his own officer only
    (UU 11/2012 Pasal 19). Raises Refused where there is none."""
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    rows = await _with_photos(session, case, client)
    if not rows:
        raise Refused("photos-beside-none")
    lines: list[Line] = []
    for number, (attendance, site, evidence) in enumerate(rows, 1):
        at = When(evidence.sent_at, site.zone)
        lines.append(Line("photos-beside-line", {"number": number, "at": at, "site": site.name}))
        whole = await queries.evidence_of(session, attendance)
        lines += await evidence_lines(session, attendance, site, whole)
    return [
        Notice(
            to=who.id,
            key="photos-beside",
            params={"name": client.shown},
            lines=tuple(lines),
            media="photos:" + ",".join(str(evidence.photo_id) for _, _, evidence in rows),
            ask=await cards.keyboard(session, who, now),
        )
    ]


async def _with_photos(session: AsyncSession, case: Case, client: Person) -> list[Row]:
    """The last attendances that have a photo of himself, the oldest first."""
    found: list[Row] = []
    for attendance, site, _ in await client_queries.last_attendances(session, case, LOOKED_THROUGH):
        photos = await identity.photos_of_attendance(session, client, attendance.id, 1)
        found += [(attendance, site, one) for one in photos]
        if len(found) == BESIDE:
            break
    return found[::-1]
