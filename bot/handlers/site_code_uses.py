"""A client scans or types the code on his supervisor's phone: it starts or ends work as a location does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain import site_codes
from bot.domain.checkins import Meaning
from bot.domain.messages import Inbound, Notice, Param, SiteProof, When
from bot.domain.people import Role
from bot.handlers import checkin
from bot.handlers.begun_elsewhere import where_he_works
from bot.handlers.day import Day, day_of, own_case
from bot.handlers.newcomers import newcomer_at, still_missing
from bot.handlers.resting import Resting, told
from bot.handlers.strangers import Stranger
from bot.storage import queries
from bot.storage.models import Person, Site
from bot.storage.sealing import seal_of
from bot.storage.site_codes import How, SiteCodeMiss, locked_until, was_used


async def scanned(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """The link of a code was opened, by whomever."""
    if not isinstance(who, Person):
        newcomer = await newcomer_at(session, inbound.sender, now)
        if newcomer is None:
            return [Notice(to=inbound.sender, key="site-code-stranger")]
        return [Notice(to=inbound.sender, key="site-code-newcomer"), still_missing(newcomer)]
    if who.role is not Role.CLIENT:
        return [Notice(to=who.id, key="site-code-for-clients", ask=await cards.keyboard(session, who, now))]
    return await where_he_works(_by_link)(session, who, inbound, now)


async def _by_link(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    said = site_codes.read_link(inbound.text)
    genuine = said and site_codes.is_genuine(seal_of(session).site_code_key(who.office_id), said)
    if said is None or not genuine:
        return await _sorry(session, who, "site-code-unknown", now)
    if said.poster:
        return await _by_poster(session, who, inbound, said, now)
    if not site_codes.is_fresh(said.number, inbound.sent_at):
        return await _sorry(session, who, "site-code-expired", now)
    return await _proved(session, who, inbound, SiteProof(said.site_id, said.number, How.SCANNED), now)


async def _by_poster(
    session: AsyncSession, who: Person, inbound: Inbound, said: site_codes.Link, now: datetime
) -> list[Notice]:
    """Like the code on a phone, and weaker: his location is asked for besides."""
    site = await queries.site_of(session, who.office_id, said.site_id)
    if said.number != site.poster_edition:
        return await _sorry(session, who, "site-code-poster-old", now)
    proof = SiteProof(site.id, -site_codes.step_of(inbound.sent_at), How.POSTER)
    answers = await _proved(session, who, inbound, proof, now)
    if answers[0].key not in ("receipt-start", "receipt-finish"):
        return answers
    return [*answers, Notice(to=who.id, key="site-code-poster-more")]


async def typed(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Six digits that answer nothing else: tried at each site where he may work now."""
    until = await locked_until(session, who.office_id, who.id, now)
    if until is not None:
        return [await _locked(session, who, until)]
    key, digits = seal_of(session).site_code_key(who.office_id), site_codes.read_digits(inbound.text) or ""
    for site in await _sites(session, who, inbound.sent_at):
        step = site_codes.step_of_digits(key, site.id, digits, inbound.sent_at)
        if step is not None:
            return await _proved(session, who, inbound, SiteProof(site.id, step, How.TYPED), now)
    return await _missed(session, who, now)


async def _proved(
    session: AsyncSession, who: Person, inbound: Inbound, proof: SiteProof, now: datetime
) -> list[Notice]:
    if await was_used(session, who.office_id, who.id, proof.site_id, proof.step):
        key = "site-code-poster-again" if proof.how == How.POSTER else "site-code-used"
        return await _sorry(session, who, key, now)
    proved = replace(inbound, proof=proof)
    day = await day_of(session, who, proved)
    if isinstance(day, Resting):
        return await told(session, who, day, now)
    there = await _at_site(session, who, day, proof.site_id, inbound.sent_at)
    if there is None:
        return await _sorry(session, who, "site-code-elsewhere", now)
    return await checkin.on_day(session, who, there, proved, now)


async def _at_site(session: AsyncSession, who: Person, day: Day, site_id: int, at: datetime) -> Day | None:
    """The day at the code's site: what is begun stays where it is; a start may be at another of his sites,
    where another session or none is planned. None where he has nothing to do there."""
    if day.site.id == site_id:
        return day
    if day.meaning is not Meaning.START:
        return None
    for planned in await queries.sessions_around(session, who, at):
        if planned.site_id == site_id and planned.starts_at <= at <= planned.ends_at:
            site = await queries.site_of(session, who.office_id, site_id)
            return replace(
                day, case=await own_case(session, who, planned.case_id), site=site, planned=planned
            )
    for case_id, site in await queries.placed_at(session, who, at):
        if site.id == site_id:
            return replace(day, case=await own_case(session, who, case_id), site=site, planned=None)
    return None


async def _sites(session: AsyncSession, who: Person, at: datetime) -> list[Site]:
    attendance = await queries.latest_attendance(session, who, at)
    ids = {attendance.site_id} if attendance else set()
    ids |= {one.site_id for one in await queries.sessions_around(session, who, at)}
    ids |= {site.id for _, site in await queries.placed_at(session, who, at)}
    return [await queries.site_of(session, who.office_id, one) for one in sorted(ids)]


async def _missed(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """Not refused, which would also undo that it is remembered."""
    session.add(SiteCodeMiss(office_id=who.office_id, client_id=who.id, typed_at=now))
    await session.flush()
    until = await locked_until(session, who.office_id, who.id, now)
    if until is None:
        return await _sorry(session, who, "site-code-wrong", now)
    cases = await queries.open_cases(session, who)
    case = next((one for one in cases if one.officer_id is not None), None)
    answer = await _locked(session, who, until)
    if case is None:
        return [answer]
    about: dict[str, Param] = {
        "name": who.shown,
        "code": who.code,
        "tries": site_codes.TRIES,
        "until": answer.params["until"],
    }
    return [answer, Notice(to=case.guide, key="site-code-locked-officer", params=about)]


async def _locked(session: AsyncSession, who: Person, until: datetime) -> Notice:
    office = await queries.office_of(session, who.office_id)
    return Notice(
        to=who.id,
        key="site-code-locked",
        params={"until": When(until, office.zone)},
        ask=await cards.keyboard(session, who, until),
    )


async def _sorry(session: AsyncSession, who: Person, key: str, now: datetime) -> list[Notice]:
    return [Notice(to=who.id, key=key, ask=await cards.keyboard(session, who, now))]
