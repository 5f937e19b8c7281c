"""Issues and revokes the letter of a case, in the transaction that closes it or opens it again."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState, Cause, local_day
from bot.domain.hours import EventKind
from bot.domain.letters import new_code, number_of
from bot.lifecycle import note
from bot.storage import letters, queries
from bot.storage.letters import Letter
from bot.storage.models import Case, Person


async def letter_for(session: AsyncSession, case: Case, *, by: Person | None, now: datetime) -> Letter | None:
    """The letter of a case that is completed, None of any other. One that was completed before there were
    letters gets its own when somebody first asks for it (`by` nobody: at the terminal)."""
    if case.state is not CaseState.COMPLETED:
        return None
    letter = await letters.valid_of(session, case)
    if letter is not None or await queries.locked_case(session, case.office_id, case.id) is None:
        return letter
    return await issue(session, case, by=by, now=now)


async def issue(session: AsyncSession, case: Case, *, by: Person | None, now: datetime) -> Letter:
    """The letter of a case that was completed, with the next number of its office and year; once, also where
    two ask for it at the same moment."""
    home = await queries.office_of(session, case.office_id)
    day, balance = local_day(now, home.zone), await queries.balance_of(session, case)
    count = await letters.next_count(session, home, day.year)
    if (there := await letters.valid_of(session, case)) is not None:
        return there
    letter = Letter(
        office_id=home.id,
        case_id=case.id,
        year=day.year,
        count=count,
        number=number_of(home.letter_number, count, home.code, day),
        code=new_code(secrets.choice),
        minutes=balance.credited,
        total_minutes=case.total_minutes,
        from_on=case.starts_on,
        until_on=min(case.ends_on, day) if case.ends_on else day,
        issued_at=now,
    )
    session.add(letter)
    await session.flush()
    told = {"number": letter.number, "minutes": letter.minutes}
    await note(session, case, EventKind.LETTER_ISSUED, by.id if by else None, told, now)
    return letter


async def revoke(session: AsyncSession, case: Case, now: datetime) -> Letter | None:
    """The letter of a case that was opened again no longer holds; None where it had none."""
    letter = await letters.valid_of(session, case)
    if letter is None:
        return None
    letter.revoked_at = now
    await session.flush()
    told = {"words": Cause.CORRECTED.value, "number": letter.number}
    await note(session, case, EventKind.LETTER_REVOKED, None, told, now)
    return letter
