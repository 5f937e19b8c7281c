"""What a client adds to his wish for another day: why, and which day suits him; or that he wants none after
all."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, moves
from bot.domain.answers import leaves_question, whole
from bot.domain.hours import EventKind
from bot.domain.messages import Inbound, Notice, Param, Refused, Show, When, choice_numbers
from bot.domain.people import Role
from bot.handlers.day import own_case
from bot.handlers.move_requests import card, request
from bot.handlers.moves import asked_card, deciders, settled
from bot.storage import queries
from bot.storage.events import record
from bot.storage.models import Case, Person, Site, WorkSession
from bot.storage.wishes import wishes_of

LONGEST_WORDS = 500


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """His words stand with the request, for his officer: the site is asked for a day, and not told why."""
    planned, case, site = await _own(session, who, about)
    if leaves_question(inbound.text):
        return await _withdrawn(session, who, case, planned, site, now)
    if over := await _over(session, who, case, planned, now):
        return over
    said = whole(inbound.text.strip(), LONGEST_WORDS)
    await _record(session, who, case, planned, EventKind.MOVE_ASKED, now, words=said)
    words = (await wishes_of(session, case.office_id, [case.id])).words[planned.id]
    days = await moves.offered(session, case, planned, site, now=now)
    kept = Notice(to=who.id, key="move-why-kept", ask=await cards.keyboard(session, who, now))
    return [
        kept,
        *(
            request(one.id, who, planned, site, days, words=words, show=Show.EDIT)
            for one in await deciders(session, case, planned, site, now)
            if one.role is Role.OFFICER
        ),
    ]


async def drop(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak jadi*, while nobody has answered."""
    planned, case, site = await _own(session, who, choice_numbers(inbound.text, 1)[0])
    return await _withdrawn(session, who, case, planned, site, now)


async def _withdrawn(
    session: AsyncSession, who: Person, case: Case, planned: WorkSession, site: Site, now: datetime
) -> list[Notice]:
    await queries.forget_question(session, who)
    if over := await _over(session, who, case, planned, now):
        return over
    await _record(session, who, case, planned, EventKind.MOVE_WITHDRAWN, now)
    at: dict[str, Param] = {"at": When(planned.starts_at, site.zone)}
    told = Notice(
        to=who.id,
        key="move-withdrawn-client",
        params=at,
        ask=await cards.keyboard(session, who, now),
        card=asked_card(planned),
        show=Show.AGAIN,
    )
    about: dict[str, Param] = {"name": who.shown, "site": site.name} | at
    return [
        told,
        *(
            Notice(to=one.id, key="move-withdrawn", params=about, card=card(planned), show=Show.EDIT)
            for one in await deciders(session, case, planned, site, now)
        ),
    ]


async def _own(session: AsyncSession, who: Person, session_id: int) -> tuple[WorkSession, Case, Site]:
    """A session of this client, its case locked. Raises Refused for any other."""
    planned = await queries.session_by_id(session, who.office_id, session_id)
    if planned is None or planned.client_id != who.id:
        raise Refused("not-yours")
    case = await own_case(session, who, planned.case_id)
    await session.refresh(planned)
    return planned, case, await queries.site_of(session, case.office_id, planned.site_id)


async def _over(
    session: AsyncSession, who: Person, case: Case, planned: WorkSession, now: datetime
) -> list[Notice]:
    """Why nothing is to be said or taken back any more: it was answered, or was taken back before."""
    found = await settled(session, case, planned, planned.revision, now)
    if found is None and planned.id not in (await wishes_of(session, case.office_id, [case.id])).asked:
        site = await queries.site_of(session, case.office_id, planned.site_id)
        found = "move-none-waits", {"at": When(planned.starts_at, site.zone)}
    if found is None:
        return []
    await queries.forget_question(session, who)
    keys = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key=found[0], params=found[1], ask=keys)]


async def _record(
    session: AsyncSession,
    who: Person,
    case: Case,
    planned: WorkSession,
    kind: EventKind,
    now: datetime,
    **more: str,
) -> None:
    payload = {"session": planned.id, "day": planned.day.isoformat(), **more}
    await record(session, case, kind, actor_id=who.id, payload=payload, happened_at=now, now=now)
