"""What is heard of a contest that was decided: by whoever decided, the client, and who made the entry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, contest_grants, hearing, receipts, totals
from bot.domain.cases import CaseState
from bot.domain.contests import ContestAbout, ContestState, may_reopen
from bot.domain.messages import Choice, Line, Minutes, Notice, Param, Show, When
from bot.domain.reports import midday
from bot.handlers import entry_makers
from bot.storage import queries
from bot.storage.contests import Subject, subject_of
from bot.storage.corrections import Correction
from bot.storage.models import Case, Contest, Person


async def told(
    session: AsyncSession,
    who: Person,
    case: Case,
    contest: Contest,
    before: Subject,
    included: Sequence[Correction],
    now: datetime,
    *,
    maker: Person | None,
) -> list[Notice]:
    """Whoever decided reads it, the client hears it with the reason, and so does whoever made the entry
    (`maker`), as far as he may. `before`: what it was about."""
    client = await session.get_one(Person, case.client_id)
    day: dict[str, Param] = {"name": client.shown, "day": When(midday(contest.day, before.zone), before.zone)}
    upheld = contest.state is ContestState.UPHELD
    other = contest.grants_minutes is not None or contest.grants_start is not None
    key = "contest-upheld" if before.correction is None else "contest-upheld-correction"
    key = "contest-granted" if other else key
    key = "contest-upheld-opening" if before.opening is not None else key
    answer = Notice(
        to=who.id,
        key=key if upheld else "contest-dismissed",
        params=day,
        lines=await hearing.heard(session, client),
        card=f"contest:{contest.id}",
        show=Show.AGAIN,
    )
    news = entry_makers.told(who, maker, before, day, contest.answer, upheld=upheld)
    if not upheld:
        return [answer, _told_dismissed(client, contest, day, now), *news]
    told = await _told_upheld(session, case, contest, client, included, now)
    return [answer, told, *entry_makers.included(who, included, day), *news]


def _told_dismissed(client: Person, contest: Contest, day: dict[str, Param], now: datetime) -> Notice:
    params = cards.greeting(client) | {"day": day["day"], "reason": contest.answer}
    rejected = contest.about is ContestAbout.REJECTED
    once_more = may_reopen(
        contest.state, decided_at=contest.decided_at, reopened_at=contest.reopened_at, now=now
    )
    again = Choice(f"contest-again:{contest.id}", "choice-contest-again")
    key = "contest-dismissed-client" if rejected else "contest-dismissed-entry"
    choices = (again,) if once_more else ()
    return Notice(
        to=client.id, key=key, params=params, choices=choices, card=f"contest:{contest.id}", show=Show.AGAIN
    )


async def _told_upheld(
    session: AsyncSession,
    case: Case,
    contest: Contest,
    client: Person,
    included: Sequence[Correction],
    now: datetime,
) -> Notice:
    """What became of it, with the new total, and whether that is right now. Who is with another Bapas by now
    hears of the total when the hours are carried over."""
    minutes = Minutes(sum(one.minutes for one in included))
    balance = await queries.balance_of(session, case)
    zone = (await subject_of(session, contest)).zone
    gone = case.state is CaseState.TRANSFERRED
    if gone:
        result = await _result_there(session, case, contest, client, zone)
    else:
        result = await _result(session, contest, client, balance.remaining)
    why = Line("contest-answer", {"reason": contest.answer})
    return Notice(
        to=client.id,
        key=result.key,
        params=result.params,
        lines=(
            *result.lines,
            *contest_grants.lines(contest, zone),
            why,
            *([Line("contest-included", {"minutes": minutes})] if included else []),
            *([] if gone else [Line("total-now", {"credited": Minutes(balance.credited)})]),
        ),
        choices=() if gone else await totals.tell(session, case, final=False, now=now),
        card=f"contest:{contest.id}",
        show=Show.AGAIN,
    )


async def _result_there(
    session: AsyncSession, case: Case, contest: Contest, client: Person, zone: str
) -> Notice:
    """That his former Bapas has changed the entry."""
    office = await queries.office_of(session, case.office_id)
    about: dict[str, Param] = {"day": When(midday(contest.day, zone), zone), "office": office.name}
    return Notice(to=client.id, key="contest-upheld-there", params=cards.greeting(client) | about)


async def _result(session: AsyncSession, contest: Contest, client: Person, remaining: int | None) -> Notice:
    subject = await subject_of(session, contest)
    if subject.correction is not None:
        day = {"day": When(midday(contest.day, subject.zone), subject.zone)}
        key = "result-correction" if contest.grants_minutes is None else "result-correction-other"
        return Notice(to=client.id, key=key, params=cards.greeting(client) | day)
    if subject.opening is not None:
        return Notice(to=client.id, key="result-opening", params=cards.greeting(client))
    assert subject.attendance is not None  # noqa: S101  (an uphold makes the record)
    assert subject.site is not None  # noqa: S101  (work has one)
    await session.refresh(subject.attendance)
    return receipts.told_result(client, subject.attendance, subject.site, remaining)
