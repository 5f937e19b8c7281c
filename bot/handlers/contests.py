"""A client contests a word on his work; his officer, or the head of office, looks again and says why."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, contests, receipts
from bot.domain.messages import Choice, Inbound, Line, Notice, Param, Refused, Show, When, choice_numbers
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.storage import leaves, office_transfers, queries
from bot.storage.models import Attendance, Case, Contest, Person

log = structlog.get_logger()

LONGEST_WORDS = 1000


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Saya keberatan*: ask for the client's own words."""
    attendance, case, _ = await _own(session, who, choice_numbers(inbound.text, 1)[0])
    await contests.check_open(session, attendance, now)
    await queries.ask_for_words(session, who, "contest", attendance.id, now)
    site = await queries.site_of(session, case.office_id, attendance.site_id)
    return [Notice(to=who.id, key="contest-ask", params={"day": When(attendance.started_at, site.zone)})]


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The words: whoever decides gets the card, the client learns who that is and by when. What his former
    Bapas said is looked at there."""
    await queries.forget_question(session, who)
    attendance, case, client = await _own(session, who, about)
    words = inbound.text.strip()[:LONGEST_WORDS]
    contest = await contests.file(session, case, attendance, words, by=client, now=now)
    office = await queries.office_of(session, case.office_id)
    questions = await contests.cards_for(session, case, contest, now)
    by_head = await contests.by_officer(session, attendance)
    here = "contest-filed-head" if by_head else "contest-filed"
    filed = Notice(
        to=who.id,
        key=here if client.id == who.id else "contest-filed-there",
        params={"day": When(midday(contest.answer_by, office.zone), office.zone), "office": office.name},
        choices=(Choice(f"contest-withdraw:{contest.id}", "choice-contest-withdraw"),),
        card=f"contest:{contest.id}",
    )
    told = []
    if by_head and case.officer_id is not None:
        told.append(Notice(to=case.guide, key="contest-told-officer", params={"name": client.shown}))
    return [filed, *questions, *told]


async def withdraw(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tarik keberatan*, as long as nobody has decided."""
    contest = await session.get(Contest, choice_numbers(inbound.text, 1)[0])
    if contest is None:
        raise _not_yours(who)
    attendance, case, client = await _own(session, who, contest.attendance_id)
    await session.refresh(contest)
    await contests.withdraw(session, case, contest, by=client, now=now)
    card = f"contest:{contest.id}"
    gone: dict[str, Param] = {"name": client.shown}
    told = [
        Notice(to=one.id, key="contest-withdrawn-decider", params=gone, card=card, show=Show.EDIT)
        for one in await contests.deciders(session, case, attendance, now)
    ]
    return [Notice(to=who.id, key="contest-withdrawn", card=card, show=Show.EDIT), *told]


async def uphold(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Akui jamnya*: the reason is asked for."""
    return await _ask_reason(session, who, inbound, now, upheld=True)


async def dismiss(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tetap ditolak*: likewise."""
    return await _ask_reason(session, who, inbound, now, upheld=False)


async def decide_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The reason, and with it the decision. The client hears it; whoever said the first word hears only that
    it was changed, never what the client wrote."""
    question = await queries.question_to(session, who)
    upheld = question is not None and question.step == UPHELD
    await queries.forget_question(session, who)
    contest, case, attendance = await _contest(session, who, about, now)
    reason = inbound.text.strip()[:LONGEST_WORDS]
    first = attendance.decided_by
    await contests.decide(session, case, contest, attendance, upheld=upheld, words=reason, by=who, now=now)
    client = await session.get_one(Person, case.client_id)
    site = await queries.site_of(session, case.office_id, attendance.site_id)
    day: dict[str, Param] = {"name": client.shown, "day": When(attendance.started_at, site.zone)}
    answer = Notice(
        to=who.id,
        key="contest-upheld" if upheld else "contest-dismissed",
        params=day,
        card=f"contest:{contest.id}",
        show=Show.AGAIN,
    )
    return [answer, *await _tell(session, case, attendance, client, day, reason, first, upheld=upheld)]


UPHELD = 1
"""The step of the question that waits for the reason of an uphold."""


async def _tell(
    session: AsyncSession,
    case: Case,
    attendance: Attendance,
    client: Person,
    day: dict[str, Param],
    reason: str,
    first: int | None,
    *,
    upheld: bool,
) -> list[Notice]:
    site = await queries.site_of(session, case.office_id, attendance.site_id)
    if not upheld:
        params = cards.greeting(client) | {"day": day["day"], "reason": reason}
        return [Notice(to=client.id, key="contest-dismissed-client", params=params)]
    balance = await queries.balance_of(session, case)
    result = receipts.told_result(client, attendance, site, balance.remaining)
    why = Line("contest-answer", {"reason": reason})
    told = [Notice(to=client.id, key=result.key, params=result.params, lines=(*result.lines, why))]
    if first is not None and first != attendance.decided_by:
        told.append(Notice(to=first, key="contest-upheld-first", params=day))
    return told


async def _ask_reason(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, *, upheld: bool
) -> list[Notice]:
    contest, case, attendance = await _contest(session, who, choice_numbers(inbound.text, 1)[0], now)
    if not await contests.may_decide(session, case, attendance, who, now):
        raise _not_yours(who)
    contests.check_undecided(contest)
    step = UPHELD if upheld else 0
    await queries.ask_for_words(session, who, "contest-answer", contest.id, now, step)
    client = await session.get_one(Person, case.client_id)
    key = "contest-ask-uphold" if upheld else "contest-ask-dismiss"
    return [Notice(to=who.id, key=key, params={"name": client.shown})]


async def _own(session: AsyncSession, who: Person, attendance_id: int) -> tuple[Attendance, Case, Person]:
    """Work of this client, its case locked, and who he is to the Bapas where he did it: this one, or one that
    he came from. Raises Refused for anybody else's."""
    for client in await office_transfers.selves_of(session, who):
        attendance = await queries.attendance_by_id(session, client.office_id, attendance_id)
        if attendance is not None and attendance.client_id == client.id:
            case = await queries.locked_case(session, client.office_id, attendance.case_id)
            assert case is not None  # noqa: S101  (a foreign key)
            await session.refresh(attendance)
            return attendance, case, client
    raise _not_yours(who)


async def _contest(
    session: AsyncSession, who: Person, contest_id: int, now: datetime
) -> tuple[Contest, Case, Attendance]:
    """A contest in the office of this officer or head that he has to do with, its case locked. Raises
    Refused."""
    contest = await session.get(Contest, contest_id)
    if contest is None or contest.office_id != who.office_id:
        raise _not_yours(who)
    case = await queries.locked_case(session, who.office_id, contest.case_id)
    if case is None or not (who.role is Role.HEAD or await leaves.answers_for(session, who, case, now)):
        raise _not_yours(who)
    await session.refresh(contest)
    return contest, case, await session.get_one(Attendance, contest.attendance_id)


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")
