"""`/lokasitutup`: a client stands before a closed gate and says so; who knows the site answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, closure_claims, hearing, outcomes
from bot.closure_claims import about
from bot.closures import check_day
from bot.domain.answers import has_word, in_one, own_words
from bot.domain.cases import local_day
from bot.domain.checkins import SessionState
from bot.domain.closure_claims import ClaimState
from bot.domain.messages import Ask, Inbound, Notice, Point, Refused, Show, When, choice_numbers
from bot.domain.outcomes import climbs
from bot.handlers import checkin, closures
from bot.handlers.begun_elsewhere import where_he_works
from bot.handlers.day import own_case
from bot.storage import closure_claims as claims
from bot.storage import queries, site_queries
from bot.storage.closure_claims import ClosureClaim
from bot.storage.models import Person, Site, WorkSession

log = structlog.get_logger()

PLACE, PHOTO = "closed-place", "closed-photo"
"""The questions of its conversation: where he stands, and a photo besides."""
PATIENCE = timedelta(minutes=30)
LONGEST = 300


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """His location, as the sign that he is there; words where he cannot send one."""
    office = await queries.office_of(session, who.office_id)
    planned = await claims.session_of_today(session, who, local_day(now, office.zone))
    if planned is None:
        raise Refused("closed-nothing-today")
    return await _ask_place(session, who, planned, now)


async def of_miss(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The same as an answer to the question why no start was sent. Raises Refused where he began after all,
    and where somebody has said already what became of it."""
    planned = await queries.session_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if planned is None or planned.client_id != who.id:
        raise _not_yours(who)
    site = await queries.site_of(session, who.office_id, planned.site_id)
    check_day(site, planned.day, now)
    if planned.state is SessionState.STARTED:
        raise Refused("miss-already-started")
    if planned.state not in (SessionState.PLANNED, SessionState.MISSED) or not climbs(planned.outcome):
        raise Refused("closed-said-already")
    return await _ask_place(session, who, planned, now)


async def _ask_place(session: AsyncSession, who: Person, planned: WorkSession, now: datetime) -> list[Notice]:
    """Raises Refused for what is recorded as closed already."""
    site = await queries.site_of(session, who.office_id, planned.site_id)
    if await site_queries.closure_over(session, site, planned.day, now, now) is not None:
        raise Refused("shut-already", site=site.name)
    await queries.ask_for_words(session, who, PLACE, planned.id, now)
    if planned.state is SessionState.MISSED:
        keys = await cards.keyboard(session, who, now)
        return [Notice(to=who.id, key="closed-place-then", params={"site": site.name}, ask=keys)]
    return [Notice(to=who.id, key="closed-place", params={"site": site.name}, ask=Ask.PIN)]


async def place(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Where he stands."""
    return await _claimed(session, who, about, inbound.point, "", now)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Words instead of a location: it is a claim all the same. An emoji alone is asked about once more."""
    if not has_word(inbound.text):
        return [Notice(to=who.id, key="closed-place-again")]
    return await _claimed(session, who, about, None, in_one(inbound.text.strip(), LONGEST), now)


async def _claimed(
    session: AsyncSession, who: Person, session_id: int, point: Point | None, words: str, now: datetime
) -> list[Notice]:
    one, site, asked = await claim(session, who, session_id, point, words, now)
    key = "closed-kept-in-words" if await awaits_place(session, one, now) else "closed-kept"
    return [await kept(session, who, one, site, key, now), *asked]


async def claim(
    session: AsyncSession, who: Person, session_id: int, point: Point | None, words: str, now: datetime
) -> tuple[ClosureClaim, Site, list[Notice]]:
    """His claim about this session, and the questions of a new one. Raises Refused for anybody else's."""
    planned = await queries.session_by_id(session, who.office_id, session_id)
    if planned is None or planned.client_id != who.id:
        raise _not_yours(who)
    case = await own_case(session, who, planned.case_id)
    await session.refresh(planned)
    site = await queries.site_of(session, who.office_id, planned.site_id)
    one, new = await closure_claims.claim(session, case, planned, site, point, words, now)
    return one, site, await closure_claims.questions(session, one, site, now) if new else []


async def awaits_place(session: AsyncSession, one: ClosureClaim, now: datetime) -> bool:
    """Whether a location says more of it."""
    planned = await queries.session_by_id(session, one.office_id, one.session_id)
    return planned is not None and closure_claims.awaits_place(one, planned, now)


async def kept(
    session: AsyncSession,
    who: Person,
    one: ClosureClaim,
    site: Site,
    key: str,
    now: datetime,
    album: str = "",
) -> Notice:
    """What the client reads of it, and what may follow: a photo, and a location where he sent none."""
    await queries.ask_for_words(session, who, PHOTO, one.id, now, said=album)
    pin = await awaits_place(session, one, now)
    ask = Ask.PIN if pin else await cards.keyboard(session, who, now)
    return Notice(to=who.id, key=key, params=cards.greeting(who) | {"site": site.name}, ask=ask)


async def later_place(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The location after the words belongs to the claim, once. Any other is work: the gate may have been
    opened."""
    one = await claims.claim_by_id(session, who.office_id, about)
    if one is None or one.client_id != who.id:
        raise _not_yours(who)
    await own_case(session, who, one.case_id)
    await session.refresh(one)
    if inbound.point is None or not await awaits_place(session, one, now):
        await queries.forget_question(session, who)
        return await where_he_works(checkin.location)(session, who, inbound, now)
    site = await queries.site_of(session, one.office_id, one.site_id)
    closure_claims.stands_at(one, inbound.point, site)
    await session.flush()
    keys = await cards.keyboard(session, who, now)
    asked = await closure_claims.questions(session, one, site, now)
    return [
        Notice(to=who.id, key="closed-place-kept", params={"site": site.name}, ask=keys),
        *(replace(each, show=Show.EDIT) for each in asked),
    ]


async def right(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Benar, tutup*: the site is closed for the hours of that session, as anybody closes it."""
    one, site = await _theirs(session, who, inbound, now)
    hours = await closure_claims.hours_of(session, one, site)
    return await closures.close_for(session, who, site, one.day, closure_claims.SAID, now, hours=hours)


async def wrong(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak tutup*: the clients hear it kindly, and what they said is an explanation for the officer."""
    one, site = await _theirs(session, who, inbound, now)
    card, hours = (
        await closure_claims.card(session, one, site),
        await closure_claims.times(session, one, site),
    )
    asked = {each.session_id for each in await closure_claims.beside(session, one, site)}
    done = await closure_claims.settled(
        session, site, one.day, ClaimState.DENIED, about=asked, by=who, now=now
    )
    keys = await cards.keyboard(session, who, now)
    params = about(site, one.day) | hours
    clients = [await session.get_one(Person, claim.client_id) for claim, *_ in done]
    heard = await hearing.heard(session, *clients)
    notices = [
        Notice(
            to=who.id, key="closed-denied", params=params, lines=heard, ask=keys, card=card, show=Show.AGAIN
        )
    ]
    for client, (claim, case, planned) in zip(clients, done, strict=True):
        over = planned.starts_at <= now
        params = cards.greeting(client) | about(site, one.day) | {"at": When(planned.starts_at, site.zone)}
        key = "closed-denied-client-over" if over else "closed-denied-client"
        told = await cards.keyboard(session, client, now)
        notices.append(Notice(to=client.id, key=key, params=params, ask=told))
        said = claim.words or own_words(planned.answer)
        if over:
            notices.append(await outcomes.question(session, case, planned, "miss-told-officer", said))
    return notices


async def _theirs(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> tuple[ClosureClaim, Site]:
    """An open claim about a site that he may close that day. Raises Refused for any other."""
    one = await claims.claim_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    site = await queries.site_of(session, one.office_id, one.site_id) if one else None
    if one is None or site is None or not await closure_claims.may_decide(session, who, one, site, now):
        raise _not_yours(who)
    if one.state is not ClaimState.OPEN:
        raise await _answered(session, one, site)
    return one, site


async def _answered(session: AsyncSession, one: ClosureClaim, site: Site) -> Refused:
    """What whoever answers second reads: who was first, and when."""
    assert one.decided_by is not None  # noqa: S101  (only a person decides)
    assert one.decided_at is not None  # noqa: S101
    by = await session.get_one(Person, one.decided_by)
    key = "closed-was-upheld" if one.state is ClaimState.UPHELD else "closed-was-denied"
    return Refused(key, site=site.name, by=by.shown, at=When(one.decided_at, site.zone))


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")
