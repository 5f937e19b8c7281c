"""The hours that a client was told: he says whether they are right, and hears of it when they change."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.checkins import AttendanceState
from bot.domain.hours import EventKind
from bot.domain.messages import Choice, Line, Minutes, Notice, Param, Refused, When
from bot.domain.totals import Shown, TotalWord, differs
from bot.storage import queries
from bot.storage.events import record
from bot.storage.models import Attendance, Case, Person
from bot.storage.told_totals import ToldTotal


async def tell(session: AsyncSession, case: Case, *, final: bool, now: datetime) -> tuple[Choice, Choice]:
    """Note what he is told now, and return the two buttons below it. What he had confirmed of an earlier
    total, and is no longer so, is withdrawn."""
    shown = await _shown(session, case)
    row = await session.get(ToldTotal, case.id)
    if row is None:
        row = ToldTotal(case_id=case.id, office_id=case.office_id, minutes=shown.minutes, told_at=now)
        session.add(row)
    elif differs(_told(row), shown, final=row.final):
        await _withdraw(session, case, row, shown, now)
    row.minutes, row.base, row.told_at = shown.minutes, shown.base, now
    row.credits = {str(one): minutes for one, minutes in shown.credits.items()}
    row.final = final
    await session.flush()
    right = Choice(f"total-right:{case.id}", "choice-total-right")
    return right, Choice(f"total-wrong:{case.id}", "choice-total-wrong")


async def final(session: AsyncSession, case: Case, client: Person, now: datetime) -> list[Notice]:
    """The last total of a case that was closed; nothing for a duty to report only."""
    if case.total_minutes is None:
        return []
    choices = await tell(session, case, final=True, now=now)
    balance = await queries.balance_of(session, case)
    params = cards.greeting(client) | {"credited": Minutes(balance.credited)}
    return [
        Notice(
            to=client.id,
            key="total-final",
            params=params | {"total": Minutes(case.total_minutes)},
            choices=choices,
            card=f"total:{case.id}",
        )
    ]


async def answer(session: AsyncSession, case: Case, word: TotalWord, *, by: Person, now: datetime) -> bool:
    """What he says of the hours that he was told; False where he has said the same before. Raises Refused
    where none were told, and where they have changed since: he hears of it in a moment."""
    row = await session.get(ToldTotal, case.id)
    if row is None:
        raise Refused("total-not-told")
    if differs(_told(row), await _shown(session, case), final=row.final):
        raise Refused("total-has-changed")
    if row.word is word:
        return False
    row.word, row.word_at = word, now
    right = word is TotalWord.RIGHT
    kind = EventKind.TOTAL_CONFIRMED if right else EventKind.TOTAL_QUESTIONED
    payload = {"minutes": row.minutes, "final": row.final}
    await record(session, case, kind, actor_id=by.id, payload=payload, happened_at=now, now=now)
    return True


async def told_changed(session: AsyncSession, case: Case, now: datetime) -> list[Notice]:
    """Something of what he saw has changed: he hears the new total and is asked again; what he had confirmed
    is withdrawn, and whoever guides the case hears that."""
    row = await session.get(ToldTotal, case.id)
    if row is None or not differs(_told(row), await _shown(session, case), final=row.final):
        return []
    earlier, confirmed = row.minutes, row.word is TotalWord.RIGHT
    client = await session.get_one(Person, case.client_id)
    choices = await tell(session, case, final=row.final, now=now)
    params = cards.greeting(client) | {"earlier": Minutes(earlier), "credited": Minutes(row.minutes)}
    told = Notice(to=client.id, key="total-changed", params=params, choices=choices, card=f"total:{case.id}")
    if not confirmed or case.officer_id is None:
        return [told]
    name: dict[str, Param] = {"name": client.shown}
    return [told, Notice(to=case.guide, key="total-withdrawn-officer", params=name)]


async def lines(session: AsyncSession, case: Case, zone: str) -> list[Line]:
    """What the client says of the hours that he was told, for whoever guides the case."""
    row = await session.get(ToldTotal, case.id)
    if row is None or row.word is TotalWord.NONE or row.word_at is None:
        return []
    params: dict[str, Param] = {"credited": Minutes(row.minutes), "day": When(row.word_at, zone)}
    return [Line(f"total-word-{TotalWord(row.word).value}", params)]


async def _withdraw(session: AsyncSession, case: Case, row: ToldTotal, shown: Shown, now: datetime) -> None:
    if row.word is TotalWord.RIGHT:
        await record(
            session,
            case,
            EventKind.TOTAL_CONFIRMATION_WITHDRAWN,
            actor_id=None,
            payload={"earlier": row.minutes, "minutes": shown.minutes},
            happened_at=now,
            now=now,
        )
    row.word, row.word_at = TotalWord.NONE, None


async def _shown(session: AsyncSession, case: Case) -> Shown:
    """The total as it stands, taken apart."""
    query = select(Attendance.id, Attendance.credited).where(
        Attendance.case_id == case.id,
        Attendance.office_id == case.office_id,
        col(Attendance.state).in_((AttendanceState.CONFIRMED, AttendanceState.REJECTED)),
    )
    credits = dict((await session.exec(query)).all())
    balance = await queries.balance_of(session, case)
    return Shown(balance.credited, balance.credited - sum(credits.values()), credits)


def _told(row: ToldTotal) -> Shown:
    return Shown(row.minutes, row.base, {int(one): minutes for one, minutes in row.credits.items()})
