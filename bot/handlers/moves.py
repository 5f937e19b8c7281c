"""A client asks for another day; his officer or the site's supervisor picks one, and everybody is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, hearing, moves
from bot.domain.cases import CaseState, local_day
from bot.domain.checkins import SessionState
from bot.domain.days import day_number, day_of
from bot.domain.hours import EventKind
from bot.domain.messages import Choice, Inbound, Notice, Param, Refused, Show, When, choice_numbers
from bot.domain.moves import OFFERED
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.handlers import move_requests
from bot.handlers.day import own_case
from bot.handlers.move_requests import card, request
from bot.storage import leaves, queries
from bot.storage.events import record
from bot.storage.models import Case, Person, Site, WorkSession
from bot.storage.wishes import wishes_of

log = structlog.get_logger()

WHY = "move-why"
"""The question that its words answer: why, and which day suits."""
PATIENCE = timedelta(minutes=10)


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/ganti`: which of the next sessions?"""
    found = await moves.coming(session, who, now, OFFERED)
    if not found:
        raise Refused("move-nothing-planned")
    choices = tuple(
        Choice(
            f"move:{planned.id}:{planned.revision}",
            "choice-move",
            {"at": When(planned.starts_at, site.zone)},
        )
        for planned, site in found
    )
    return [Notice(to=who.id, key="move-which", params=cards.greeting(who), choices=choices)]


async def ask(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of them: officer and supervisors get the days that are free; until they decide, it stands."""
    session_id, revision = choice_numbers(inbound.text, 2)
    planned = await queries.session_by_id(session, who.office_id, session_id)
    if planned is None or planned.client_id != who.id:
        raise _not_yours(who)
    case = await own_case(session, who, planned.case_id)
    await session.refresh(planned)
    if over := await settled(session, case, planned, revision, now):
        return [Notice(to=who.id, key=over[0], params=over[1], ask=await cards.keyboard(session, who, now))]
    site = await queries.site_of(session, case.office_id, planned.site_id)
    days = await moves.offered(session, case, planned, site, now=now)
    payload = {"session": planned.id, "day": planned.day.isoformat()}
    await record(
        session, case, EventKind.MOVE_ASKED, actor_id=who.id, payload=payload, happened_at=now, now=now
    )
    await queries.ask_for_words(session, who, WHY, planned.id, now)
    answer = Notice(
        to=who.id,
        key="move-asked",
        params={"at": When(planned.starts_at, site.zone)},
        choices=(Choice(f"move-drop:{planned.id}", "choice-move-drop"),),
        card=asked_card(planned),
    )
    return [answer, *await _requests(session, case, who, planned, site, days, now)]


def asked_card(planned: WorkSession) -> str:
    """What the client reads of his wish, with the way to take it back."""
    return f"move-asked:{planned.id}"


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The card of a wish, or of hours whose site was closed, from the work list."""
    planned, case = await _to_decide(session, who, choice_numbers(inbound.text, 1)[0], now)
    waiting = await move_requests.waiting(session, who.office_id, [case], now)
    cards_of = [one for _, one in waiting if one.card == card(planned)]
    return [replace(one, to=who.id, show=Show.AGAIN) for one in cards_of] or [
        Notice(to=who.id, key="decisions-none")
    ]


async def decide(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A day under the request. The first tap moves the session; a later one hears who moved it to when."""
    session_id, revision, number = choice_numbers(inbound.text, 3)
    planned, case = await _to_decide(session, who, session_id, now)
    if over := await _answered(session, case, planned, revision, now):
        return [Notice(to=who.id, key=over[0], params=over[1])]
    try:
        async with session.begin_nested():
            moved = await moves.move(session, case, planned, day_of(number), by=who, now=now)
    except Refused as no:
        if no.key != "move-day-taken":
            raise
        return await _offered_again(session, who, case, planned, now)
    return await _announced(session, case, planned, moved, who, now)


async def decline(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Jadwal tetap*: the session stays on its day, and the client hears it with what he can do."""
    session_id, revision = choice_numbers(inbound.text, 2)
    planned, case = await _to_decide(session, who, session_id, now)
    if over := await _answered(session, case, planned, revision, now):
        return [Notice(to=who.id, key=over[0], params=over[1])]
    payload = {"session": planned.id, "day": planned.day.isoformat()}
    await record(
        session, case, EventKind.MOVE_DECLINED, actor_id=who.id, payload=payload, happened_at=now, now=now
    )
    site = await queries.site_of(session, case.office_id, planned.site_id)
    client = await session.get_one(Person, case.client_id)
    at: dict[str, Param] = {"at": When(planned.starts_at, site.zone)}
    stays: dict[str, Param] = {"name": client.shown, "site": site.name, "by": who.shown} | at
    others = [one for one in await deciders(session, case, planned, site, now) if one.id != who.id]
    heard = await hearing.heard(session, client)
    staff = [
        Notice(to=one.id, key="move-declined", params=stays, lines=heard, card=card(planned), show=Show.EDIT)
        for one in (who, *others)
    ]
    keyboard = await cards.keyboard(session, client, now)
    told = Notice(to=client.id, key="move-declined-client", params=cards.greeting(client) | at, ask=keyboard)
    return [staff[0], told, *staff[1:]]


async def settled(
    session: AsyncSession, case: Case, planned: WorkSession, revision: int, now: datetime
) -> tuple[str, dict[str, Param]] | None:
    """Why a session cannot move any more, in a sentence; None while it can."""
    site = await queries.site_of(session, case.office_id, planned.site_id)
    when: dict[str, Param] = {"before": When(planned.starts_at, site.zone)}
    if planned.state is SessionState.STARTED:
        return "move-already-begun", when
    makes_up = planned.outcome is Outcome.SITE_CLOSED
    if makes_up or planned.state is SessionState.CANCELLED:
        moved = await moves.last_move(session, case, planned)
        if moved is not None:
            return "move-already-moved", when | {"by": moved.by, "at": moved.at}
        if not makes_up:
            return "move-dropped", when
    elif planned.starts_at <= now:
        return "move-already-past", when
    if planned.revision != revision or case.state is not CaseState.ACTIVE:
        return "move-outdated", when
    if planned.id in (await wishes_of(session, case.office_id, [case.id])).declined:
        return "move-was-declined", when
    return None


async def _answered(
    session: AsyncSession, case: Case, planned: WorkSession, revision: int, now: datetime
) -> tuple[str, dict[str, Param]] | None:
    """The same for whoever answers: also that the client has taken his wish back."""
    if over := await settled(session, case, planned, revision, now):
        return over
    if not (await wishes_of(session, case.office_id, [case.id])).withdrawn(planned.id):
        return None
    site = await queries.site_of(session, case.office_id, planned.site_id)
    return "move-was-withdrawn", {"before": When(planned.starts_at, site.zone)}


async def _requests(
    session: AsyncSession,
    case: Case,
    client: Person,
    planned: WorkSession,
    site: Site,
    days: Sequence[date],
    now: datetime,
) -> list[Notice]:
    """The request for everybody who may decide, once a day."""
    today = day_number(local_day(now, site.zone))
    known = await wishes_of(session, case.office_id, [case.id])
    again = f":{known.withdrawals[planned.id]}" if planned.id in known.withdrawals else ""
    return [
        request(person.id, client, planned, site, days, once=f"{card(planned)}:{today}:{person.id}{again}")
        for person in await deciders(session, case, planned, site, now)
    ]


async def _offered_again(
    session: AsyncSession, who: Person, case: Case, planned: WorkSession, now: datetime
) -> list[Notice]:
    """That day was taken in the meantime: the ones that are free now."""
    site = await queries.site_of(session, case.office_id, planned.site_id)
    client = await session.get_one(Person, case.client_id)
    days = await moves.offered(session, case, planned, site, now=now)
    known = (await wishes_of(session, case.office_id, [case.id])).words.get(planned.id, "")
    words = known if who.role is Role.OFFICER else ""  # the site is not told why
    return [
        Notice(to=who.id, key="move-day-taken"),
        request(who.id, client, planned, site, days, words=words),
    ]


async def _announced(
    session: AsyncSession, case: Case, planned: WorkSession, moved: WorkSession, by: Person, now: datetime
) -> list[Notice]:
    """Whoever decided, the client, and everybody who knew of the old day or expects him on the new."""
    site = await queries.site_of(session, case.office_id, moved.site_id)
    client = await session.get_one(Person, case.client_id)
    when: dict[str, Param] = {
        "before": When(planned.starts_at, site.zone),
        "at": When(moved.starts_at, site.zone),
        "site": site.name,
    }
    people = {one.id: one for one in await deciders(session, case, planned, site, now)}
    people |= {one.id: one for one in await queries.supervisors_of(session, site, moved.day, now)}
    people.pop(by.id, None)
    heard = await hearing.heard(session, client)
    staff = [
        Notice(
            to=person.id,
            key="move-done",
            params={"name": client.shown, "by": by.shown} | when,
            lines=heard,
            card=card(planned),
            show=Show.EDIT,
        )
        for person in (by, *people.values())
        if person.id != client.id
    ]
    keyboard = await cards.keyboard(session, client, now)
    told = Notice(to=client.id, key="move-told-client", params=cards.greeting(client) | when, ask=keyboard)
    return [staff[0], told, *staff[1:]]


async def deciders(
    session: AsyncSession, case: Case, planned: WorkSession, site: Site, now: datetime
) -> Sequence[Person]:
    """Who guides the case and the supervisors of the session's day; nobody decides for himself."""
    officer = await leaves.guide_today(session, await session.get_one(Person, case.guide_id), now)
    supervisors = await queries.supervisors_of(session, site, planned.day, now)
    return [officer, *(one for one in supervisors if one.id not in (officer.id, case.client_id))]


async def _to_decide(
    session: AsyncSession, who: Person, session_id: int, now: datetime
) -> tuple[WorkSession, Case]:
    """A session of a case that this officer guides, or at this supervisor's site in his period; its
    case locked."""
    planned = await queries.session_by_id(session, who.office_id, session_id)
    if planned is None:
        raise _not_yours(who)
    case = await queries.locked_case(session, who.office_id, planned.case_id)
    if case is None or case.client_id == who.id:
        raise _not_yours(who)
    if who.role is Role.OFFICER:
        allowed = await leaves.guides(session, who, case, now)
    else:
        allowed = await queries.supervises(session, who, planned.site_id, planned.day, now)
    if not allowed:
        raise _not_yours(who)
    await session.refresh(planned)
    return planned, case


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")
