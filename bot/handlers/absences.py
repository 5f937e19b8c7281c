"""*Tidak datang*: a supervisor says of whom, and whether he had been told; the officer decides."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import absences, cards, kinship, outcomes, paging
from bot.domain.absences import Absence, check_ahead
from bot.domain.answers import own_words
from bot.domain.days import day_number
from bot.domain.messages import (
    Ask,
    Choice,
    Inbound,
    Notice,
    Param,
    Show,
    When,
    choice_numbers,
)
from bot.domain.pages import page_in
from bot.handlers import day_lists, decisions
from bot.handlers.list_sites import site_at, site_of_day
from bot.storage import absences as ask
from bot.storage import excuse_requests, queries
from bot.storage.models import Case, Person, Site, WorkSession


async def which(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak datang* under a day's list: a button for everybody who is expected and has not begun."""
    site, day = await site_of_day(session, who, inbound, now)
    day_of_site = await queries.site_day(session, site, day)
    asking = await excuse_requests.asking(session, site.office_id, [one.id for _, one, _ in day_of_site], day)
    rows = [
        (planned, client)
        for planned, client, attendance in day_of_site
        if attendance is None and client.id not in asking and day_lists.expected(planned)
    ]
    if not rows:
        return await day_lists.today(session, who, inbound, now)
    entry = f"absent-who:{site.id}:{day_number(day)}"
    return [_pick(who, site, rows, inbound, "absence-who", entry)]


async def unsaid(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The sessions of the last 14 days of which nobody has said a word: each wants one."""
    site = await site_at(session, who, inbound, now)
    rows = list(await ask.unsaid(session, who, site, now))
    if not rows:
        return [Notice(to=who.id, key="unsaid-none", ask=Ask.SUPERVISOR)]
    return [_pick(who, site, rows, inbound, "unsaid-which", f"unsaid:{site.id}")]


def _pick(
    who: Person,
    site: Site,
    rows: list[tuple[WorkSession, Person]],
    inbound: Inbound,
    key: str,
    entry: str,
) -> Notice:
    shown = paging.page(page_in(inbound.text) or 0, len(rows))
    choices = [
        Choice(
            f"absent:{planned.id}",
            "choice-absent-of-day",
            {"name": client.shown, "day": When(planned.starts_at, site.zone)},
            number,
        )
        for number, (planned, client) in enumerate(shown.cut(rows), shown.first)
    ]
    choices += paging.choices(entry, shown, after=len(rows))
    return Notice(
        to=who.id,
        key=key,
        params={"site": site.name, "count": len(rows), **paging.param(shown)},
        lines=tuple(paging.lines(shown)),
        choices=tuple(choices),
        card=entry,
        show=Show.EDIT if page_in(inbound.text) is not None else Show.AGAIN,
    )


async def of_one(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The question about one person; before the start only whether he has told can be answered."""
    planned, _, site = await _named(session, who, inbound, now)
    check_ahead(planned.starts_at, now)
    await absences.check_open(session, planned)
    client = await session.get_one(Person, planned.client_id)
    choices = [Choice(f"absent-told:{planned.id}:{planned.revision}", "choice-absent-told")]
    if planned.starts_at <= now:
        choices.append(Choice(f"absent-untold:{planned.id}:{planned.revision}", "choice-absent-untold"))
        choices.append(Choice(f"present:{planned.id}", "choice-was-present"))
    return [
        Notice(
            to=who.id,
            key="absence-ask",
            params={"name": client.shown, "at": When(planned.starts_at, site.zone)},
            choices=tuple(choices),
            card=_card(planned),
        )
    ]


async def told(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """He had told the supervisor: the officer is asked, and the client hears that it was passed on."""
    return await _say(session, who, inbound, Absence.TOLD, now)


async def untold(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """He had not: the clock asks the client, and the officer reads of it."""
    return await _say(session, who, inbound, Absence.NOT_TOLD, now)


async def _say(
    session: AsyncSession, who: Person, inbound: Inbound, absence: Absence, now: datetime
) -> list[Notice]:
    planned, case, site = await _named(session, who, inbound, now)
    if choice_numbers(inbound.text, 2)[1] != planned.revision:
        return await of_one(session, who, inbound, now)
    news = await absences.say(session, case, planned, absence, by=who, now=now)
    client = await session.get_one(Person, planned.client_id)
    at: dict[str, Param] = {"at": When(planned.starts_at, site.zone)}
    answer = Notice(
        to=who.id,
        key=f"absence-said-{absence.value}",
        params=at | {"name": client.shown},
        choices=(Choice(f"absent-undo:{planned.id}:{planned.revision}", "choice-unreject"),),
        card=_card(planned),
        show=Show.EDIT,
    )
    notices = [answer, *await day_lists.again(session, who, site, planned, now)] if news else [answer]
    if news and absence is Absence.TOLD:
        said = own_words(planned.answer)
        notices.append(await outcomes.question(session, case, planned, "absence-told-officer", said))
        keyboard = await cards.keyboard(session, client, now)
        greeting = cards.greeting(client) | at
        notices.append(Notice(to=client.id, key="absence-told-client", params=greeting, ask=keyboard))
    return notices


async def undo(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batalkan*, within ten minutes and before the officer has decided."""
    planned, case, site = await _named(session, who, inbound, now)
    if choice_numbers(inbound.text, 2)[1] != planned.revision:
        return await of_one(session, who, inbound, now)
    was = planned.absence
    client = await session.get_one(Person, planned.client_id)
    params: dict[str, Param] = {"name": client.shown, "at": When(planned.starts_at, site.zone)}
    done = await absences.take_back(session, case, planned, by=who, now=now)
    said = Notice(to=who.id, key="absence-undone", params=params, card=_card(planned), show=Show.EDIT)
    if not done:
        return [said]
    notices = [said, *await day_lists.again(session, who, site, planned, now)]
    if was is Absence.TOLD:
        taken = "absence-undone-officer"
        notices.append(
            Notice(to=case.guide, key=taken, params=params, card=outcomes.card(planned), show=Show.EDIT)
        )
        keyboard = await cards.keyboard(session, client, now)
        greeting = cards.greeting(client) | {"at": params["at"]}
        notices.append(Notice(to=client.id, key="absence-undone-client", params=greeting, ask=keyboard))
    return notices


def _card(planned: WorkSession) -> str:
    return f"absent:{planned.id}"


async def _named(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> tuple[WorkSession, Case, Site]:
    """A session at a site of this supervisor, in his period, neither his own nor his family's, as it stands
    with its case locked. Raises Refused."""
    planned = await decisions.named_session(session, who, inbound, now)
    site = await queries.site_of(session, who.office_id, planned.site_id)
    await kinship.check(session, who, planned.client_id, site, planned.day, now)
    case = await queries.locked_case(session, who.office_id, planned.case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    await session.refresh(planned)
    return planned, case, site
