"""*Tadi tidak ada sinyal*: a client began before his start could be sent, he says; the supervisor decides."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, kinship
from bot.domain.checkins import AttendanceState, check_earlier
from bot.domain.clock_times import read_clock
from bot.domain.hours import EventKind
from bot.domain.messages import Inbound, Notice, Param, Refused, Show, When, choice_numbers
from bot.handlers import own_contests
from bot.storage import queries
from bot.storage.events import record
from bot.storage.models import Attendance, Case, Person

TOPIC = "claim-earlier"
PATIENCE = timedelta(hours=1)


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """When it really began. Raises Refused once somebody has decided on the record."""
    attendance, case = await _undecided(session, who, choice_numbers(inbound.text, 1)[0])
    site = await queries.site_of(session, case.office_id, attendance.site_id)
    await queries.ask_for_words(session, who, TOPIC, attendance.id, now)
    return [Notice(to=who.id, key="earlier-ask", params={"at": When(attendance.started_at, site.zone)})]


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The time: it stands on the supervisor's card as his word, and moves nothing."""
    attendance, case = await _undecided(session, who, about)
    site = await queries.site_of(session, case.office_id, attendance.site_id)
    clock = read_clock(inbound.text)
    if clock is None:
        raise Refused("earlier-unreadable")
    claimed = check_earlier(clock, attendance.started_at, site.zone)
    await queries.forget_question(session, who)
    payload = {"about": attendance.id, "claimed": claimed.isoformat()}
    kind = EventKind.EARLIER_START_CLAIMED
    await record(session, case, kind, actor_id=who.id, payload=payload, happened_at=now, now=now)
    supervisors = await kinship.deciders(session, site, attendance.day, case.client_id, now)
    shown = [await cards.card(session, one, attendance, show=Show.AGAIN) for one in supervisors]
    at: dict[str, Param] = {"at": When(claimed, site.zone)}
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key="earlier-kept", params=at, ask=ask), *shown]


async def _undecided(session: AsyncSession, who: Person, attendance_id: int) -> tuple[Attendance, Case]:
    attendance, case, _ = await own_contests.record(session, who, attendance_id)
    if attendance.state not in (AttendanceState.OPEN, AttendanceState.WAITING):
        raise Refused("earlier-decided")
    return attendance, case
