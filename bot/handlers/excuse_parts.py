"""*Sebagian*: of the days that a client asks for an officer grants some, and says why not the others."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, excuse_cards, excuse_requests, paging
from bot.domain.answers import in_one, own_words
from bot.domain.days import day_number, day_of
from bot.domain.excuse_requests import MOST_PICKED, Declined, RequestState, picked, runs
from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Refused, Show, When, choice_numbers
from bot.domain.pages import page_in, page_of
from bot.domain.reports import midday
from bot.handlers import added_meanwhile, decided_meanwhile, excuse_decisions, excusing
from bot.handlers.excuse_decisions import LONGEST_REASON, theirs_to_decide
from bot.storage import queries
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Case, Person

DAYS, WHY = "excuse-part", "excuse-part-why"
"""The topics of its questions; their step holds the ticks, a bit a day."""
SIZE = 7
"""Days on a page."""
DONE = SIZE + 1


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The days, none of them ticked."""
    request, _ = await _open(session, who, choice_numbers(inbound.text, 1)[0], now)
    return await _page(session, who, request, 0, 0, now, Show.AGAIN)


async def tick(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """On or off; the page stays."""
    request_id, number = choice_numbers(inbound.text, 2)
    request, _ = await _open(session, who, request_id, now)
    place = (day_of(number) - request.days[0]).days
    if not 0 <= place <= (request.days[1] - request.days[0]).days:
        raise Refused("choice-unknown")
    ticks = await _ticks(session, who, request) ^ 1 << place
    return await _page(session, who, request, ticks, place // SIZE, now, Show.EDIT)


async def turn(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Another page; the ticks of all pages stand."""
    request, _ = await _open(session, who, choice_numbers(inbound.text, 1)[0], now)
    ticks = await _ticks(session, who, request)
    return await _page(session, who, request, ticks, page_in(inbound.text) or 0, now, Show.EDIT)


async def not_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Days are pressed, or their numbers typed: the page once more."""
    request, case = await theirs_to_decide(session, who, about, now)
    if request.state is not RequestState.OPEN:
        return await excuse_decisions.overtaken(session, who, case, request)
    ticks = await _ticks(session, who, request)
    return await _page(session, who, request, ticks, 0, now, Show.AGAIN)


async def done(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Lanjut*: all days are the whole request; of some the client will read why not the others. Raises
    Refused for none."""
    request, _ = await _open(session, who, choice_numbers(inbound.text, 1)[0], now)
    ticks = await _ticks(session, who, request)
    days = picked(*request.days, ticks)
    if not days:
        raise Refused("excuse-part-none")
    if len(days) > (request.days[1] - request.days[0]).days:
        await queries.forget_question(session, who)
        return await excuse_decisions.approve(session, who, inbound, now)
    seen = await added_meanwhile.seen_of_excuse(session, request)
    await queries.ask_for_words(session, who, WHY, request.id, now, ticks, seen)
    choices = tuple(
        Choice(f"excuse-part-why:{request.id}:{one.value}", f"reason-declined-{Declined(one).value}")
        for one in Declined
    )
    return [Notice(to=who.id, key="excuse-part-ask-why", choices=choices)]


async def by_reason(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of the reasons."""
    request, case = await _open(session, who, choice_numbers(inbound.text, 1)[0], now)
    word = inbound.text.split(":")[2:3]
    if not word or word[0] not in set(Declined):
        raise Refused("choice-unknown")
    return await _grant(session, who, case, request, f"reason-declined-{Declined(word[0]).value}", now)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The officer's own words."""
    request, case = await theirs_to_decide(session, who, about, now)
    reason = in_one(inbound.text.strip(), LONGEST_REASON)
    if request.state is not RequestState.OPEN:
        return await excuse_decisions.overtaken(session, who, case, request, reason)
    return await _grant(session, who, case, request, reason, now)


async def _grant(
    session: AsyncSession, who: Person, case: Case, request: ExcuseRequest, reason: str, now: datetime
) -> list[Notice]:
    """Each run of days becomes an excuse; the client hears of all days in one message. What came in since he
    was asked why is shown first."""
    ticks = await _ticks(session, who, request, WHY)
    days = picked(*request.days, ticks)
    if not days:
        raise Refused("excuse-part-none")
    question = await queries.question_to(session, who)
    is_now = await added_meanwhile.seen_of_excuse(session, request)
    if question is not None and question.said not in ("", is_now):
        await queries.ask_for_words(session, who, WHY, request.id, now, ticks, is_now)
        return [await added_meanwhile.excuse_in_part_again(session, case, request, who, reason)]
    await queries.forget_question(session, who)
    client = await session.get_one(Person, request.client_id)
    cases = await excuse_decisions.cases_of(session, who, case, client, now)
    told: list[Notice] = []
    for first, last in runs(days):
        told += await excusing.excused(session, who, client, cases, first, last, words="", now=now)
    await excuse_requests.grant_part(session, case, request, days, reason, by=who, now=now)
    for_client = [one for one in told if one.key == "excused-told-client"]
    others = [one for one in told if one.key != "excused-told-client"]
    lines = await _days_told(session, request, days)
    reports = [line for one in for_client for line in one.lines]
    why = {"reason": own_words(reason)}
    guardian = (
        [
            Notice(
                to=request.filed_by,
                key="excuse-part-guardian",
                params={"code": client.code},
                lines=lines,
                ask=Ask.GUARDIAN,
            )
        ]
        if request.filed_by != client.id
        else []
    )
    return [
        await excuse_cards.card(session, case, request, to=who, show=Show.EDIT),
        *others,
        Notice(
            to=client.id,
            key="excuse-part-client",
            params=cards.greeting(client),
            lines=(*lines, Line("excuse-part-reason", why), *reports),
            ask=await cards.keyboard(session, client, now),
        ),
        *guardian,
    ]


async def _days_told(session: AsyncSession, request: ExcuseRequest, granted: list[date]) -> tuple[Line, ...]:
    """Which days are excused, and which are not."""
    office = await queries.office_of(session, request.office_id)
    every = picked(*request.days, (1 << MOST_PICKED) - 1)
    others = [one for one in every if one not in granted]
    yes = [Line("excuse-part-yes", excuse_cards.span(*one, office.zone)) for one in runs(granted)]
    return (*yes, *(Line("excuse-part-no", excuse_cards.span(*one, office.zone)) for one in runs(others)))


async def _page(
    session: AsyncSession,
    who: Person,
    request: ExcuseRequest,
    ticks: int,
    wanted: int,
    now: datetime,
    show: Show,
) -> list[Notice]:
    await queries.ask_for_words(session, who, DAYS, request.id, now, step=ticks)
    office = await queries.office_of(session, request.office_id)
    client = await session.get_one(Person, request.client_id)
    first, last = request.days
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    granted = picked(first, last, ticks)
    shown = page_of(len(days), SIZE, wanted)
    named = [
        Choice(
            f"excuse-part-day:{request.id}:{day_number(day)}",
            "choice-day-ticked" if day in granted else "choice-day-unticked",
            {"day": When(midday(day, office.zone), office.zone)},
        )
        for day in shown.cut(days)
    ]
    return [
        Notice(
            to=who.id,
            key="excuse-part-days",
            params={"name": client.shown, "count": len(granted), "all": len(days)},
            lines=tuple(paging.lines(shown)),
            choices=(
                *named,
                Choice(f"excuse-part-done:{request.id}", "choice-tick-done", number=DONE),
                *paging.choices(f"excuse-part-page:{request.id}", shown, after=DONE),
            ),
            card=f"excuse-part:{request.id}",
            show=show,
        )
    ]


async def _ticks(session: AsyncSession, who: Person, request: ExcuseRequest, topic: str = DAYS) -> int:
    """What is ticked so far; nothing where something else was asked meanwhile."""
    question = await queries.question_to(session, who)
    mine = question is not None and (question.topic, question.about) == (topic, request.id)
    return question.step if mine and question is not None else 0


async def _open(
    session: AsyncSession, who: Person, request_id: int, now: datetime
) -> tuple[ExcuseRequest, Case]:
    """A request that this officer decides today and that nobody has decided. Raises Refused for another, and
    for one of a single day or more than can be picked from."""
    request, case = await theirs_to_decide(session, who, request_id, now)
    if request.state is not RequestState.OPEN:
        raise await decided_meanwhile.of_excuse(session, request)
    first, last = request.days
    if not 0 < (last - first).days < MOST_PICKED:
        raise Refused("choice-unknown")
    return request, case
