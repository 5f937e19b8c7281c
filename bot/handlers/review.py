"""A supervisor confirms or rejects one attendance on its card. Hours count only from here on."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, cards
from bot.domain.checkins import AttendanceState
from bot.domain.messages import Choice, Inbound, Notice, Refused, Show, choice_numbers
from bot.handlers import decisions
from bot.storage import queries
from bot.storage.models import Attendance, Case, Person

REASONS = ("reason-not-here", "reason-wrong-time", "reason-not-working")


async def right(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Benar* on a card: presence before the finish, the hours after it. A second tap changes nothing."""
    attendance, case = await decisions.tapped(session, who, inbound)
    if stale := await _stale(session, who, attendance, inbound):
        return stale
    if attendance.state is AttendanceState.OPEN:
        await attendances.confirm_presence(session, case, attendance, by=who.id, now=now)
        return [
            await cards.card(session, who, attendance, show=Show.EDIT),
            *await decisions.redraw(session, who, attendance),
        ]
    return await _confirm(session, who, case, attendance, now)


async def wrong(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak benar* on a card: ask why, in buttons or words."""
    attendance, _ = await decisions.tapped(session, who, inbound)
    if stale := await _stale(session, who, attendance, inbound):
        return stale
    await queries.ask_for_words(session, who, "reject", attendance.id, now)
    client = await session.get_one(Person, attendance.client_id)
    about = f"{attendance.id}:{attendance.revision}"
    return [
        Notice(
            to=who.id,
            key="why-wrong",
            params={"name": client.shown},
            choices=tuple(
                Choice(f"reject:{about}:{number}", reason) for number, reason in enumerate(REASONS)
            ),
        )
    ]


async def reject(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A reason from the buttons."""
    attendance, case = await decisions.tapped(session, who, inbound)
    if stale := await _stale(session, who, attendance, inbound):
        return stale
    number = choice_numbers(inbound.text, 3)[2]
    if not 0 <= number < len(REASONS):
        raise Refused("choice-unknown")
    return await _reject(session, who, case, attendance, REASONS[number], now)


async def reject_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A reason in the supervisor's own words."""
    attendance, case = await decisions.decidable(session, who, about)
    if attendance.state in (AttendanceState.CONFIRMED, AttendanceState.REJECTED):
        return [await cards.card(session, who, attendance, show=Show.EDIT)]
    return await _reject(session, who, case, attendance, inbound.text.strip()[:500], now)


async def open_card(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A name on the list opens the card."""
    attendance, _ = await decisions.tapped(session, who, inbound)
    return [await cards.card(session, who, attendance)]


async def _confirm(
    session: AsyncSession, who: Person, case: Case, attendance: Attendance, now: datetime
) -> list[Notice]:
    await attendances.confirm_hours(session, case, attendance, by=who.id, now=now)
    answer = await cards.card(session, who, attendance, show=Show.EDIT)
    told = await decisions.tell(session, case, attendance)
    return [answer, *told, *await decisions.redraw(session, who, attendance)]


async def _reject(
    session: AsyncSession, who: Person, case: Case, attendance: Attendance, reason: str, now: datetime
) -> list[Notice]:
    await attendances.reject(session, case, attendance, by=who.id, reason=reason, now=now)
    await queries.forget_question(session, who)
    answer = await cards.card(session, who, attendance, show=Show.EDIT)
    told = await decisions.tell(session, case, attendance)
    return [answer, *told, *await decisions.redraw(session, who, attendance)]


async def _stale(
    session: AsyncSession, who: Person, attendance: Attendance, inbound: Inbound
) -> list[Notice]:
    """A tap on a card that is no longer true shows the card as it is now."""
    if attendance.state in (AttendanceState.CONFIRMED, AttendanceState.REJECTED):
        return [await cards.card(session, who, attendance, show=Show.EDIT)]
    if attendance.state is AttendanceState.OPEN and attendance.present_by is not None:
        return [await cards.card(session, who, attendance, show=Show.EDIT)]
    if choice_numbers(inbound.text, 2)[1] != attendance.revision:
        fresh = await cards.card(session, who, attendance)
        return [Notice(to=who.id, key="card-changed"), fresh]
    return []
