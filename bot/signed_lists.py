"""Where nobody confirms at a site: officers are asked the day before, and may confirm from a signed list.

Hours count when a supervisor confirms them, or an officer with a reason; the photo of the list, the officer
and his reason stand in the event of every attendance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances
from bot.domain.cases import OPEN_STATES, CaseState, local_day
from bot.domain.checkins import AttendanceState
from bot.domain.days import day_number
from bot.domain.messages import Choice, Inbound, Notice, Refused, When
from bot.domain.reports import midday
from bot.evidence import keep_picture
from bot.storage import kinships, leaves, queries, signed_lists, site_queries
from bot.storage.models import Attendance, Case, Person, Photo, Site, WorkSession
from bot.storage.signed_lists import Listed, SignedList

REASON = "signed_list"
"""The closed word in the event; the officer's own words are in its payload."""


async def asked(
    session: AsyncSession, case: Case, planned: WorkSession, site: Site, now: datetime
) -> list[Notice]:
    """On the eve of a session that nobody could confirm: who guides the case is asked, once."""
    if await site_queries.confirmers(session, site, planned.day, now):
        return []
    about = f"{site.id}:{day_number(planned.day)}"
    return [
        Notice(
            to=case.guide,
            key="unattended-ask",
            params={"site": site.name, "day": When(midday(planned.day, site.zone), site.zone)},
            choices=(
                Choice(f"cover:{about}", "choice-cover"),
                Choice(f"signed:{about}", "choice-signed-list"),
            ),
            once=asked_once(site, planned.day, case.guide_id),
        )
    ]


def asked_once(site: Site, day: date, officer_id: int) -> str:
    """An officer is asked once for all of his clients there."""
    return f"unattended:{site.id}:{day}:{officer_id}"


async def check_unattended(session: AsyncSession, who: Person, site: Site, day: date, now: datetime) -> None:
    """Raises Refused where a supervisor was there to confirm, for a day to come, or where nobody whom this
    officer guides was expected."""
    if await site_queries.confirmers(session, site, day, now):
        raise Refused("signed-supervisor-there", site=site.name)
    if day > local_day(now, site.zone):
        raise Refused("signed-day-to-come")
    officers = await leaves.guided(session, who, now)
    if not await signed_lists.unconfirmed(session, site, day, officers, now):
        raise Refused("signed-nobody", site=site.name)


async def keep(
    session: AsyncSession, who: Person, site: Site, day: date, inbound: Inbound, now: datetime
) -> SignedList:
    """Store the photo of a list; nothing counts yet. Raises Refused as `check_unattended` does."""
    await check_unattended(session, who, site, day, now)
    photo = await keep_picture(session, who.office_id, inbound)
    kept = SignedList(
        office_id=who.office_id,
        site_id=site.id,
        day=day,
        officer_id=who.id,
        photo_id=photo.id,
        sent_at=inbound.sent_at,
    )
    session.add(kept)
    await session.flush()
    return kept


async def listed(
    session: AsyncSession, who: Person, site: Site, day: date, now: datetime
) -> Sequence[Listed]:
    """Whom this officer may still confirm from a site's list of a day: clients he guides, not his family."""
    officers = await leaves.guided(session, who, now)
    family = await kinships.not_for(session, who)
    rows = await signed_lists.unconfirmed(session, site, day, officers, now)
    return [row for row in rows if row[1].id not in family]


async def confirm(
    session: AsyncSession, who: Person, signed: SignedList, *, words: str, now: datetime
) -> list[tuple[Case, Attendance]]:
    """The hours of everybody who is ticked count from start to finish, or as planned where no phone said so.
    Who was decided on meanwhile is left alone.

    Raises Refused as `check_unattended` does, with nobody ticked, and for a list that was used.
    """
    site = await queries.site_of(session, who.office_id, signed.site_id)
    if signed.confirmed_at is not None:
        raise Refused("signed-used")
    if not signed.ticked:
        raise Refused("signed-nobody-ticked")
    await check_unattended(session, who, site, signed.day, now)
    rows = await listed(session, who, site, signed.day, now)
    ticked = sorted((row for row in rows if row[0].id in signed.ticked), key=lambda row: row[0].case_id)
    signed.reason, signed.confirmed_at = words, now
    photo = await session.get_one(Photo, signed.photo_id)
    basis: Mapping[str, Any] = {
        "words": words,
        "signed_list": signed.id,
        "photo": photo.id,
        "sha256": photo.sha256,
    }
    done = []
    for planned, _, _ in ticked:
        found = await _confirm(session, who, site, planned, basis, now)
        done += [found] if found else []
    return done


async def _confirm(
    session: AsyncSession,
    who: Person,
    site: Site,
    planned: WorkSession,
    basis: Mapping[str, Any],
    now: datetime,
) -> tuple[Case, Attendance] | None:
    case = await queries.locked_case(session, who.office_id, planned.case_id)
    if case is None:
        return None
    await session.refresh(planned)
    attendance = await queries.attendance_for(session, planned)
    waited = case.state is CaseState.TRANSFERRED and attendance is not None
    if case.state not in OPEN_STATES and not waited:
        return None
    if attendance is None:
        attendance = await attendances.start(
            session, case, site, planned, at=planned.starts_at, actor_id=who.id, photo_wanted=False, now=now
        )
    if attendance.state is AttendanceState.OPEN:
        end = max(planned.ends_at, attendance.started_at)
        await attendances.finish(
            session, case, attendance, at=end, actor_id=who.id, photo_wanted=False, now=now
        )
    if attendance.state is not AttendanceState.WAITING:
        return None
    await attendances.confirm_hours(session, case, attendance, by=who.id, now=now, reason=REASON, basis=basis)
    return case, attendance
