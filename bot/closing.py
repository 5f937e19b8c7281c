"""What officer, client and head read when a case waits to be closed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, endings, evaluations, totals
from bot.domain.cases import CaseState, Turn
from bot.domain.checkins import AttendanceState
from bot.domain.contests import ContestState
from bot.domain.documents import DocumentKind
from bot.domain.messages import Ask, Awaits, Choice, Line, Minutes, Notice, OnlyIf, Param, Show, Word
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.storage import letters, queries
from bot.storage.models import Attendance, Case, Contest, Person, WorkSession


async def announced(session: AsyncSession, case: Case, turn: Turn, *, now: datetime) -> list[Notice]:
    """Who hears of a turn that a case took by itself: the officer always, with what he can do now; the client
    whenever his days change; the heads where a choice or a letter of theirs no longer holds."""
    client = await session.get_one(Person, case.client_id)
    match turn:
        case Turn.AWAIT:
            return [await choice_card(session, case, client, now), told_waiting(client)]
        case Turn.CHOICE_FALLS:
            line = Line("closing-choice-fell")
            heads = await _heads(session, case, "closing-choice-fell-head", client, Show.EDIT)
            return [await choice_card(session, case, client, now, line), *heads]
        case Turn.REOPEN:
            return await _reopened(session, case, client, now)
        case Turn.GO_ON:
            return await _going_on(session, case, client, now)


async def _reopened(session: AsyncSession, case: Case, client: Person, now: datetime) -> list[Notice]:
    """Whoever may have had the letter reads that it no longer holds, a child's guardian too."""
    letter = await letters.last_of(session, case)
    number = letter.number if letter is not None and letter.revoked_at == now else ""
    gone = (Line("letter-revoked", {"number": number}),) if number else ()
    card = await choice_card(session, case, client, now, Line("closing-reopened"), *gone)
    heads = await _heads(session, case, "closing-reopened-head", client, Show.NEW, gone)
    told = Notice(to=client.id, key="closing-reopened-client", params=cards.greeting(client), lines=gone)
    return [card, *heads, told, *(_to_guardian(case, client, "letter-revoked-guardian", number))]


def _to_guardian(case: Case, client: Person, key: str, number: str) -> list[Notice]:
    """A child's letter is as much its guardian's."""
    if case.guardian_id is None or not number:
        return []
    return [Notice(to=case.guardian_id, key=key, params={"name": client.shown, "number": number})]


def told_waiting(client: Person) -> Notice:
    """The client hears that nothing new is planned."""
    return Notice(to=client.id, key="closing-told-client", params=cards.greeting(client), ask=Ask.OTHERS)


async def choice_card(
    session: AsyncSession, case: Case, client: Person, now: datetime, *first: Line
) -> Notice:
    """How the case stands, what is still open in it, the way to end it, and the way on where one is left."""
    balance = await queries.balance_of(session, case)
    lines = [_hours(balance.credited, balance.remaining), *await _open_items(session, case, balance.waiting)]
    choices = await ways_on(session, case, now)
    return Notice(
        to=case.guide,
        key="closing-card",
        params={"name": client.shown},
        lines=(*first, *lines),
        choices=choices,
        card=f"closing:{case.id}",
        only_if=OnlyIf(Awaits.CASE, case.id, 0),
    )


async def ways_on(session: AsyncSession, case: Case, now: datetime) -> tuple[Choice, ...]:
    """The ways to end a case that waits to be closed, and the way on where days and hours are left."""
    served = Choice(f"close-served:{case.id}", "choice-close-served")
    unserved = Choice(f"close-unserved:{case.id}", "choice-close-unserved")
    possible = await endings.ways(session, case, now)
    choices = [served if outcome is CaseState.COMPLETED else unserved for outcome in possible]
    if await endings.may_resume(session, case, now):
        choices.append(Choice(f"resume:{case.id}", "choice-resume"))
    return tuple(choices)


async def for_heads(session: AsyncSession, case: Case) -> list[Notice]:
    """The officer's choice, for the heads of the office to approve or give back."""
    heads = await queries.staff(session, case.office_id, Role.HEAD)
    return [await for_head(session, case, head) for head in heads]


async def for_head(session: AsyncSession, case: Case, head: Person) -> Notice:
    """The officer's choice with what is still open; its buttons are about this choice only."""
    client = await session.get_one(Person, case.client_id)
    officer = await endings.chooser(session, case)
    balance = await queries.balance_of(session, case)
    outcome = CaseState(case.closing_outcome or CaseState.ENDED)
    lines = [_hours(balance.credited, balance.remaining)]
    if case.closing_reason:
        lines.append(Line("closing-reason", {"reason": case.closing_reason}))
    lines += await _open_items(session, case, balance.waiting)
    params: dict[str, Param] = {
        "name": client.shown,
        "officer": officer.shown,
        "outcome": Word(f"closing-outcome-{outcome.value}"),
    }
    about = f"{case.id}:{await endings.choice_number(session, case)}"
    return Notice(
        to=head.id,
        key="closing-for-head",
        params=params,
        lines=tuple(lines),
        choices=(
            Choice(f"close-approve:{about}", "choice-close-approve"),
            Choice(f"close-return:{about}", "choice-close-return"),
        ),
        card=f"closing:{case.id}",
    )


async def decided(session: AsyncSession, case: Case, *, approved: bool, now: datetime) -> list[Notice]:
    """Officer and client hear what the head decided; the client only when it is final, with his last
    total, of which nobody asks on the phone of one who died."""
    client = await session.get_one(Person, case.client_id)
    params: dict[str, Param] = {"name": client.shown}
    if not approved:
        return [Notice(to=case.guide, key="closing-returned", params=params)]
    key = "closing-final-served" if case.state is CaseState.COMPLETED else "closing-final-unserved"
    letter = await letters.valid_of(session, case)
    lines = (Line("letter-issued", {"number": letter.number}),) if letter else ()
    told = Notice(to=client.id, key=key, params=cards.greeting(client), lines=lines, ask=Ask.OTHERS)
    last = [] if evaluations.ended_by_death(case) else await totals.final(session, case, client, now)
    guardian = _to_guardian(case, client, "letter-issued-guardian", letter.number if letter else "")
    print_it = (Choice(f"document-case:{case.id}:{DocumentKind.LETTER}", "choice-paper-letter"),)
    form = await evaluations.begin(session, case, now)
    evaluate = (Choice(f"evaluation:{form.id}", "choice-evaluation"),) if form is not None else ()
    choices = (*(print_it if letter else ()), *evaluate)
    officer = Notice(to=case.guide, key="closing-approved", params=params, choices=choices)
    return [officer, *last, told, *guardian]


def _hours(credited: int, remaining: int | None) -> Line:
    if remaining is None:
        return Line("closing-no-hours")
    total = Minutes(credited + remaining)
    return Line("closing-hours", {"credited": Minutes(credited), "total": total})


async def _heads(
    session: AsyncSession, case: Case, key: str, client: Person, show: Show, lines: tuple[Line, ...] = ()
) -> list[Notice]:
    params: dict[str, Param] = {"name": client.shown}
    heads = await queries.staff(session, case.office_id, Role.HEAD)
    card = f"closing:{case.id}"
    return [Notice(to=one.id, key=key, params=params, lines=lines, card=card, show=show) for one in heads]


async def _going_on(session: AsyncSession, case: Case, client: Person, now: datetime) -> list[Notice]:
    rests = case.state is CaseState.SUSPENDED
    key = "case-goes-on-resting" if rests else "case-goes-on"
    told = Notice(to=case.guide, key=key, params={"name": client.shown}, ask=Ask.OFFICER)
    if rests:
        return [told]
    lines = await cards.next_day(session, client, now)
    params = cards.greeting(client)
    return [told, Notice(to=client.id, key="case-goes-on-client", params=params, lines=lines)]


async def _open_items(session: AsyncSession, case: Case, waiting: int) -> list[Line]:
    """What may still change the hours: work under way, and a confirmation, acceptance, excuse or contest on
    which nobody has said a word."""
    of_case = Attendance.case_id == case.id
    working = await _count(session, Attendance, of_case, Attendance.state == AttendanceState.OPEN)
    unconfirmed = await _count(session, Attendance, of_case, Attendance.state == AttendanceState.WAITING)
    outside = await _count(
        session,
        Attendance,
        of_case,
        Attendance.state == AttendanceState.CONFIRMED,
        col(Attendance.session_id).is_(None),
        col(Attendance.accepted_by).is_(None),
    )
    excuses = await _count(
        session,
        WorkSession,
        WorkSession.case_id == case.id,
        WorkSession.answer != "",
        or_(col(WorkSession.outcome).is_(None), col(WorkSession.outcome) == Outcome.UNEXPLAINED),
    )
    contests = await _count(session, Contest, Contest.case_id == case.id, Contest.state == ContestState.OPEN)
    lines = []
    if working:
        lines.append(Line("closing-working", {"count": working}))
    if unconfirmed:
        lines.append(Line("closing-unconfirmed", {"count": unconfirmed, "waiting": Minutes(waiting)}))
    if outside:
        lines.append(Line("closing-outside-plan", {"count": outside}))
    if excuses:
        lines.append(Line("closing-excuses", {"count": excuses}))
    if contests:
        lines.append(Line("closing-contests", {"count": contests}))
    return lines or [Line("closing-nothing-open")]


async def _count(
    session: AsyncSession, table: type[Attendance | WorkSession | Contest], *where: ColumnElement[bool] | bool
) -> int:
    return (await session.exec(select(func.count()).select_from(table).where(*where))).one()
