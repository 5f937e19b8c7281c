"""An officer checks a client of his in or out, with a reason: the supervisor still confirms the hours.
Whoever helped with a finish, a guardian too, takes it back here."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import assisting, attendances
from bot.assistance import Help
from bot.domain.answers import in_one
from bot.domain.checkins import AttendanceState, Moment
from bot.domain.messages import Ask, Choice, Inbound, Notice, Param, Refused, When, choice_numbers
from bot.domain.people import Role
from bot.domain.phones import Way
from bot.domain.wishes import takes_back
from bot.handlers import clients
from bot.storage import leaves, queries
from bot.storage.models import Attendance, Case, Person

LONGEST = 300
"""Letters of a reason."""


async def present(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/hadirkan CODE REASON`; of somebody at work it is asked first whether the work shall end."""
    name, _, reason = inbound.text.strip().partition(" ")
    found = await clients.called(
        session, who, name, command="hadirkan", entry="assist-officer", now=now, words=reason
    )
    if isinstance(found, Notice):
        return [found]
    case, client = await clients.own(session, who, found[0].id, now)
    return await _present(session, who, case, client, reason, inbound, now)


async def _present(
    session: AsyncSession,
    who: Person,
    case: Case,
    client: Person,
    reason: str,
    inbound: Inbound,
    now: datetime,
) -> list[Notice]:
    what = await assisting.due(session, case, inbound.sent_at)
    if what is None and (again := await _just_noted(session, who, case, client, inbound, now)):
        return [again]
    if what is not None and what.attendance is not None:
        return [await _ends(session, who, case, client, what.attendance)]
    if takes_back(reason):
        return [assisting.not_noted(who, client, Ask.OFFICER)]
    if not reason.strip():
        return await _ask(session, who, case, client, inbound, now)
    return await _assist(session, who, case, client, reason, inbound, now)


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Bantu hadir* on the client's card: the reason first, unless it was typed behind the command."""
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    if reason := await clients.words_kept(session, who, inbound.text):
        return await _present(session, who, case, client, reason, inbound, now)
    return await _ask(session, who, case, client, inbound, now)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The reason, unless it takes everything back; one for a start ends nobody's work who has begun
    meanwhile."""
    question = await queries.question_to(session, who)
    await queries.forget_question(session, who)
    case, client = await clients.own(session, who, about, now)
    if takes_back(inbound.text):
        return [assisting.not_noted(who, client, Ask.OFFICER)]
    what = await assisting.due(session, case, inbound.sent_at)
    asked_of = question.step if question else 0
    if what is not None and what.attendance is not None and what.number != asked_of:
        return [await _ends(session, who, case, client, what.attendance)]
    return await _assist(session, who, case, client, inbound.text, inbound, now)


async def undo(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batalkan selesai* of the officer or guardian who sent it."""
    attendance = await queries.attendance_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    case = await queries.locked_case(session, who.office_id, attendance.case_id) if attendance else None
    if attendance is None or case is None:
        raise Refused("not-yours")
    if case.guardian_id != who.id and not await leaves.guides(session, who, case, now):
        raise Refused("not-yours")
    await session.refresh(attendance)
    client = await session.get_one(Person, case.client_id)
    told = []
    if attendance.state is not AttendanceState.OPEN:
        told = await assisting.take_back(session, who, case, attendance, now)
    ask = Ask.GUARDIAN if who.role is Role.GUARDIAN else Ask.OFFICER
    return [Notice(to=who.id, key="assist-undone", params={"name": client.shown}, ask=ask), *told]


async def _ends(
    session: AsyncSession, who: Person, case: Case, client: Person, attendance: Attendance
) -> Notice:
    """Somebody is at work: *Catat selesai* goes on to the reason."""
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    params: dict[str, Param] = {"name": client.shown, "start": When(attendance.started_at, site.zone)}
    choice = Choice(f"assist-officer:{case.id}", "choice-assist-end")
    return Notice(to=who.id, key="assist-at-work", params=params, choices=(choice,))


async def _just_noted(
    session: AsyncSession, who: Person, case: Case, client: Person, inbound: Inbound, now: datetime
) -> Notice | None:
    """His receipt of a moment ago, while it can be taken back."""
    latest = await queries.latest_attendance(session, client, inbound.sent_at)
    if latest is None or not attendances.may_undo(latest, now):
        return None
    if await assisting.last_with_help(session, case, who, Moment.FINISH, latest.id) is None:
        return None
    site = await queries.site_of(session, who.office_id, latest.site_id)
    return assisting.noted(who, client, latest, site, Moment.FINISH, Ask.OFFICER, now)


async def _ask(
    session: AsyncSession, who: Person, case: Case, client: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    what = await assisting.due(session, case, inbound.sent_at)
    if what is None:
        raise Refused("assist-nothing-now", name=client.shown)
    ends = what.number if what.attendance is not None else 0
    await queries.ask_for_words(session, who, "assist-officer", case.id, now, ends)
    return [Notice(to=who.id, key=f"assist-ask-reason-{what.moment.value}", params={"name": client.shown})]


async def _assist(
    session: AsyncSession,
    who: Person,
    case: Case,
    client: Person,
    reason: str,
    inbound: Inbound,
    now: datetime,
) -> list[Notice]:
    what = await assisting.due(session, case, inbound.sent_at)
    if what is None:
        raise Refused("assist-nothing-now", name=client.shown)
    help = Help(Way.OFFICER, who.id, inbound.sender, in_one(reason.strip(), LONGEST))
    told = await assisting.assist(session, case, what, help, at=inbound.sent_at, now=now)
    attendance = what.attendance or await queries.latest_attendance(session, client, inbound.sent_at)
    assert attendance is not None  # noqa: S101  (it was just written)
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    return [assisting.noted(who, client, attendance, site, what.moment, Ask.OFFICER, now), *told]
