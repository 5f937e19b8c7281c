"""A guardian sees when his child is expected and whether it was done, nothing more; and may check him in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import assistance, assisting, attendances
from bot.assistance import Help
from bot.assisting import Due
from bot.domain.answers import in_one
from bot.domain.checkins import FINISH_FROM, AttendanceState, Moment, SessionState
from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Param, Refused, When, choice_numbers
from bot.domain.phones import WHY, Way
from bot.domain.wishes import takes_back
from bot.evidence import keep_aside
from bot.storage import guardian_queries, queries
from bot.storage.excuse_requests import asked_for
from bot.storage.models import Attendance, Case, Person, Site, WorkSession

log = structlog.get_logger()

COMING_SHOWN = 3
PAST_SHOWN = 5
LONGEST = 300
"""Letters of a reason."""
ENDS = (Moment.START, Moment.FINISH)
"""By their number in a button."""


async def schedule(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/jadwal`: for each child the next sessions, and of the past ones whether they were done."""
    told = [
        await _schedule(session, who, case, child, now)
        for case, child in await guardian_queries.wards(session, who)
    ]
    return told or [Notice(to=who.id, key="guardian-no-child", ask=Ask.GUARDIAN)]


async def location(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A location from the guardian during a session: he wants to help, and is asked about whom."""
    wards = await guardian_queries.wards(session, who)
    found = [(case, child) for case, child in wards if await assisting.due(session, case, inbound.sent_at)]
    if not found:
        raise Refused("guardian-nothing-now")
    if len(found) > 1:
        choices = tuple(
            Choice(f"assist:{case.id}", "choice-name", {"name": child.shown}) for case, child in found
        )
        return [Notice(to=who.id, key="guardian-which", choices=choices)]
    case, child = found[0]
    kept = await keep_aside(session, case, inbound)
    await assistance.note_evidence(session, kept, Help(Way.GUARDIAN, who.id, inbound.sender))
    (question,) = await _ask_here(session, who, case, child, inbound)
    only = Choice(f"assist-only:{case.id}", "choice-only-location")
    return [replace(question, choices=(*question.choices, only))]


async def only_location(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Hanya lokasi*: it stays with the case, and nothing changes."""
    _, child = await _ward(session, who, choice_numbers(inbound.text, 1)[0])
    about: dict[str, Param] = {"name": child.shown}
    return [Notice(to=who.id, key="guardian-location-kept", params=about, ask=Ask.GUARDIAN)]


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Bantu mulai* or *Bantu selesai*: is the child with him now?"""
    case, child = await _ward(session, who, choice_numbers(inbound.text, 1)[0])
    return await _ask_here(session, who, case, child, inbound)


async def here(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """With him: is the work over, where that is early; why does he help? Else nothing is stored."""
    case_id, end, number, yes = choice_numbers(inbound.text, 4)
    case, child = await _ward(session, who, case_id)
    if not yes:
        await queries.forget_question(session, who)
        await guardian_queries.forget_aside(session, who, case)
        name: dict[str, Param] = {"name": child.shown}
        return [Notice(to=who.id, key="guardian-not-here", params=name, ask=Ask.GUARDIAN)]
    what = await assisting.due(session, case, inbound.sent_at)
    if what is None or (what.moment, what.number) != (_end(end), number):
        return await _before(session, who, case, child, _end(end), number, now)
    if what.attendance is not None and await _early(session, what.attendance, inbound.sent_at):
        return [await _ask_over(session, who, case, child, what.attendance)]
    return [await _ask_why(session, who, case, child, what, now)]


async def over(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Before the planned end: the work is over, and why does he help? Else it goes on."""
    case_id, number, yes = choice_numbers(inbound.text, 3)
    case, child = await _ward(session, who, case_id)
    what = await assisting.due(session, case, inbound.sent_at)
    if what is None or (what.moment, what.number) != (Moment.FINISH, number):
        return await _before(session, who, case, child, Moment.FINISH, number, now)
    if not yes:
        await queries.forget_question(session, who)
        name: dict[str, Param] = {"name": child.shown}
        return [Notice(to=who.id, key="guardian-not-over", params=name, ask=Ask.GUARDIAN)]
    return [await _ask_why(session, who, case, child, what, now)]


async def _early(session: AsyncSession, attendance: Attendance, at: datetime) -> bool:
    """Whether a client's own location would be asked about, because the planned end is far."""
    planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
    return at < attendances.planned_end(attendance, planned) - FINISH_FROM


async def _ask_over(
    session: AsyncSession, who: Person, case: Case, child: Person, attendance: Attendance
) -> Notice:
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    about = f"assist-over:{case.id}:{attendance.id}"
    choices = (Choice(f"{about}:1", "choice-over"), Choice(f"{about}:0", "choice-not-over"))
    params: dict[str, Param] = {"name": child.shown, "start": When(attendance.started_at, site.zone)}
    return Notice(to=who.id, key="guardian-ask-over", params=params, choices=choices)


async def _ask_why(
    session: AsyncSession, who: Person, case: Case, child: Person, what: Due, now: datetime
) -> Notice:
    # Which end it is travels with the number: the supervisor may note a start before the reason is typed.
    end = ENDS.index(what.moment)
    await queries.ask_for_words(session, who, "assist", case.id, now, what.number * len(ENDS) + end)
    about = f"assist-why:{case.id}:{end}:{what.number}"
    choices = tuple(Choice(f"{about}:{one}", why) for one, why in enumerate(WHY))
    return Notice(to=who.id, key="guardian-ask-why", params={"name": child.shown}, choices=choices)


async def why(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A reason from the buttons."""
    case_id, end, number, reason = choice_numbers(inbound.text, 4)
    case, child = await _ward(session, who, case_id)
    if reason >= len(WHY):
        raise Refused("choice-unknown")
    return await _assist(session, who, case, child, _end(end), number, WHY[reason], inbound, now)


async def why_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The reason in the guardian's own words, or that he takes it back: then nothing is stored."""
    question = await queries.question_to(session, who)
    number, end = divmod(question.step if question else 0, len(ENDS))
    case, child = await _ward(session, who, about)
    if takes_back(inbound.text):
        await queries.forget_question(session, who)
        await guardian_queries.forget_aside(session, who, case)
        return [assisting.not_noted(who, child, Ask.GUARDIAN)]
    words = in_one(inbound.text.strip(), LONGEST)
    return await _assist(session, who, case, child, _end(end), number, words, inbound, now)


async def _assist(
    session: AsyncSession,
    who: Person,
    case: Case,
    child: Person,
    moment: Moment,
    number: int,
    reason: str,
    inbound: Inbound,
    now: datetime,
) -> list[Notice]:
    await queries.forget_question(session, who)
    what = await assisting.due(session, case, inbound.sent_at)
    if what is None or (what.moment, what.number) != (moment, number):
        return await _before(session, who, case, child, moment, number, now)
    help = Help(Way.GUARDIAN, who.id, inbound.sender, reason)
    told = await assisting.assist(session, case, what, help, at=inbound.sent_at, now=now)
    attendance = what.attendance or await queries.latest_attendance(session, child, inbound.sent_at)
    assert attendance is not None  # noqa: S101  (it was just written)
    return [await _noted(session, who, child, attendance, moment, now), *told]


async def _before(
    session: AsyncSession,
    who: Person,
    case: Case,
    child: Person,
    moment: Moment,
    number: int,
    now: datetime,
) -> list[Notice]:
    """An old button, or a second tap: what was stored then, or that it is too late."""
    attendance = await assisting.last_with_help(session, case, who, moment, number)
    if attendance is None or attendance.state is AttendanceState.REJECTED:
        raise Refused("guardian-nothing-now")
    return [await _noted(session, who, child, attendance, moment, now)]


async def _noted(
    session: AsyncSession,
    who: Person,
    child: Person,
    attendance: Attendance,
    moment: Moment,
    now: datetime,
) -> Notice:
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    return assisting.noted(who, child, attendance, site, moment, Ask.GUARDIAN, now)


async def _ask_here(
    session: AsyncSession, who: Person, case: Case, child: Person, inbound: Inbound
) -> list[Notice]:
    what = await assisting.due(session, case, inbound.sent_at)
    if what is None:
        raise Refused("guardian-nothing-now")
    about = f"assist-here:{case.id}:{ENDS.index(what.moment)}:{what.number}"
    choices = (Choice(f"{about}:1", "choice-here"), Choice(f"{about}:0", "choice-not-here"))
    key = f"guardian-ask-here-{what.moment.value}"
    return [Notice(to=who.id, key=key, params={"name": child.shown}, choices=choices)]


def _end(number: int) -> Moment:
    if number >= len(ENDS):
        raise Refused("choice-unknown")
    return ENDS[number]


async def _ward(session: AsyncSession, who: Person, case_id: int) -> tuple[Case, Person]:
    """A case whose guardian this is, locked. Raises Refused for anybody else's."""
    case = await queries.locked_case(session, who.office_id, case_id)
    if case is None or case.guardian_id != who.id:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return case, await session.get_one(Person, case.client_id)


async def _schedule(session: AsyncSession, who: Person, case: Case, child: Person, now: datetime) -> Notice:
    coming = await guardian_queries.coming_sessions(session, case, now, COMING_SHOWN)
    past = await guardian_queries.past_sessions(session, case, now, PAST_SHOWN)
    lines = [
        _coming(planned, site, stays=await _stays_away(session, planned)) for planned, site in coming
    ] or [Line("guardian-nothing-planned")]
    what = await assisting.due(session, case, now)
    choices = (Choice(f"assist:{case.id}", f"choice-assist-{what.moment.value}"),) if what else ()
    return Notice(
        to=who.id,
        key="guardian-schedule",
        params={"name": child.shown},
        lines=(*lines, *_past(past)),
        choices=choices,
        ask=None if choices else Ask.GUARDIAN,
    )


async def _stays_away(session: AsyncSession, planned: WorkSession) -> bool:
    """He is excused on that day, or asks to be; why is for client and officer."""
    if planned.state is SessionState.CANCELLED:
        return True
    return await asked_for(session, planned.client_id, planned.office_id, planned.day)


def _coming(planned: WorkSession, site: Site, *, stays: bool) -> Line:
    params: dict[str, Param] = {
        "start": When(planned.starts_at, site.zone),
        "finish": When(planned.ends_at, site.zone),
        "site": site.name,
    }
    return Line("guardian-coming-not" if stays else "guardian-coming", params)


def _past(past: Sequence[tuple[WorkSession, Site, Attendance | None]]) -> list[Line]:
    """Done or not done; why, how long and what was disputed is for client and officer."""
    lines = [Line("guardian-past")] if past else []
    for planned, site, attendance in past:
        done = attendance is not None and attendance.state is AttendanceState.CONFIRMED
        waits = attendance is not None and attendance.state in (AttendanceState.OPEN, AttendanceState.WAITING)
        day: dict[str, Param] = {"day": When(planned.starts_at, site.zone)}
        stayed = "guardian-stayed" if planned.state is SessionState.CANCELLED else "guardian-not-done"
        lines.append(Line("guardian-done" if done else "guardian-waits" if waits else stayed, day))
    return lines
