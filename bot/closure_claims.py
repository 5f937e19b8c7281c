"""A client's word that his site is closed: kept as a claim, and brought to those who know."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.closed_sessions import Touched, concerned
from bot.domain.checkins import SessionState
from bot.domain.closure_claims import Asks, ClaimState, asks, officer_asked_at
from bot.domain.closures import clock_number, span_of
from bot.domain.hours import EventKind
from bot.domain.messages import Choice, Line, Notice, Param, Point, Show, When
from bot.domain.outcomes import Outcome
from bot.domain.reports import midday
from bot.domain.spans import WHOLE_DAY, Span
from bot.judging import judged
from bot.storage import closure_claims, leaves, queries, site_queries
from bot.storage.closure_claims import ClosureClaim
from bot.storage.events import record
from bot.storage.models import Case, Person, Site, WorkSession

SAID = "reason-site-closed"
"""What stands as the client's explanation once his claim was denied."""


async def claim(
    session: AsyncSession,
    case: Case,
    planned: WorkSession,
    site: Site,
    point: Point | None,
    words: str,
    now: datetime,
) -> tuple[ClosureClaim, bool]:
    """Keep it, in a case that is locked, and whether it is new. Nothing climbs while it is open."""
    known = await closure_claims.claim_about(session, planned)
    if known is not None:
        return known, False
    one = ClosureClaim(
        office_id=case.office_id,
        site_id=site.id,
        day=planned.day,
        case_id=case.id,
        client_id=case.client_id,
        session_id=planned.id,
        before=planned.outcome,
        words=words,
        claimed_at=now,
        look_at=max(officer_asked_at(planned.ends_at), now),
    )
    if point is not None:
        stands_at(one, point, site)
    session.add(one)
    planned.outcome = Outcome.SITE_CLOSED
    await session.flush()
    await _record(session, case, one, EventKind.SITE_CLOSED_CLAIMED, case.client_id, now)
    return one, True


def stands_at(one: ClosureClaim, point: Point, site: Site) -> None:
    """Where the client stood when he said it, or a little later."""
    one.latitude, one.longitude, one.accuracy = point.latitude, point.longitude, point.accuracy
    one.metres = judged(point, site).distance_m


def awaits_place(one: ClosureClaim, planned: WorkSession, now: datetime) -> bool:
    """Whether a location says more of a claim in words: not of a session that is over, or was begun after
    all."""
    unsaid = one.state is ClaimState.OPEN and one.latitude is None
    return unsaid and planned.state is SessionState.PLANNED and now < planned.ends_at


async def settled(
    session: AsyncSession,
    site: Site,
    day: date,
    state: ClaimState,
    *,
    about: Collection[int],
    by: Person,
    now: datetime,
) -> list[tuple[ClosureClaim, Case, WorkSession]]:
    """The open claims of a day about these sessions are decided: the sessions have again what they had
    before. The caller holds the locks of their cases, or takes them here first."""
    done = []
    for one in await closure_claims.open_claims(session, site, day):
        if one.session_id not in about:
            continue
        case = await queries.locked_case(session, one.office_id, one.case_id)
        planned = await queries.session_by_id(session, one.office_id, one.session_id)
        if case is None or planned is None:
            continue
        await session.refresh(planned)
        if planned.outcome is Outcome.SITE_CLOSED:
            planned.outcome = one.before
            if planned.state is SessionState.MISSED and planned.outcome is None:
                planned.outcome = Outcome.UNEXPLAINED
        one.state, one.decided_by, one.decided_at, one.look_at = state, by.id, now, None
        if state is ClaimState.DENIED:
            planned.answer = planned.answer or SAID
        await session.flush()
        await _record(session, case, one, EventKind.SITE_CLOSED_CLAIM_DECIDED, by.id, now)
        done.append((one, case, planned))
    return done


async def wait_again(
    session: AsyncSession, upheld: Collection[int], again: Sequence[Touched], now: datetime
) -> dict[int, int]:
    """The closure that made these claims right is taken back: those about sessions that are as they were wait
    for a person, and nothing climbs meanwhile. By session the claim; the locks of the cases are held."""
    waiting = {}
    about = {one.planned.id: one.planned for one in again if one.planned is not None}
    for one in await closure_claims.claims_numbered(session, upheld):
        planned = about.get(one.session_id)
        if planned is None or one.state is not ClaimState.UPHELD:
            continue
        one.state, one.decided_by, one.decided_at = ClaimState.OPEN, None, None
        one.look_at = max(officer_asked_at(planned.ends_at), now)
        if planned.state in (SessionState.PLANNED, SessionState.MISSED):
            one.before, planned.outcome = planned.outcome, Outcome.SITE_CLOSED
        waiting[planned.id] = one.id
    await session.flush()
    return waiting


async def asked_again(session: AsyncSession, site: Site, day: date, now: datetime) -> list[Notice]:
    """The questions about what waits of a day, each once for its hours."""
    asked: dict[str, list[Notice]] = {}
    for one in await closure_claims.open_claims(session, site, day):
        hours = await card(session, one, site)
        if hours not in asked:
            asked[hours] = await questions(session, one, site, now)
    return [notice for notices in asked.values() for notice in notices]


async def _record(
    session: AsyncSession, case: Case, one: ClosureClaim, kind: EventKind, actor_id: int, now: datetime
) -> None:
    payload = {
        "claim": one.id,
        "session": one.session_id,
        "site": one.site_id,
        "state": ClaimState(one.state).value,
    }
    await record(session, case, kind, actor_id=actor_id, payload=payload, happened_at=now, now=now)


async def questions(session: AsyncSession, one: ClosureClaim, site: Site, now: datetime) -> list[Notice]:
    """A new claim: its supervisors are asked, softly while it is the only one of these hours; from the second
    on, and where nobody is at the site, whoever guides the clients too."""
    claims = await beside(session, one, site)
    supervisors = [
        person
        for person in await queries.supervisors_of(session, site, one.day, now)
        if person.id not in {each.client_id for each in claims}
    ]
    asked = asks(len(claims), supervised=bool(supervisors))
    firmly = asked is Asks.BOTH
    found = [await question(session, one, site, person, now, firmly=firmly) for person in supervisors]
    if firmly:
        found += await to_officers(session, claims, one, site, now)
    return found


async def to_officers(
    session: AsyncSession, claims: Sequence[ClosureClaim], one: ClosureClaim, site: Site, now: datetime
) -> list[Notice]:
    """The question to everybody who guides one of these clients today, once."""
    guides: dict[int, Person] = {}
    for each in claims:
        case = await session.get_one(Case, each.case_id)
        if case.officer_id is not None:
            officer = await session.get_one(Person, case.officer_id)
            guide = await leaves.guide_today(session, officer, now)
            guides[guide.id] = guide
    return [await question(session, one, site, person, now, firmly=True) for person in guides.values()]


async def question(
    session: AsyncSession, one: ClosureClaim, site: Site, to: Person, now: datetime, *, firmly: bool
) -> Notice:
    """*Benar, tutup* or *Tidak tutup*, of the hours of his session; a person's name is in no first line."""
    lines = []
    for each in await beside(session, one, site):
        client = await session.get_one(Person, each.client_id)
        params: dict[str, Param] = {"name": client.shown, "at": When(each.claimed_at, site.zone)}
        if each.metres is None:
            lines.append(Line("closed-line", params))
        else:
            lines.append(Line("closed-line-metres", params | {"metres": each.metres}))
    return Notice(
        to=to.id,
        key="closed-question" if firmly else "closed-question-softly",
        params=about(site, one.day) | await times(session, one, site),
        lines=(*lines, *await _concerned(session, one, site, now)),
        choices=(
            Choice(f"closed-yes:{one.id}", "choice-closed-yes"),
            Choice(f"closed-no:{one.id}", "choice-closed-no"),
        ),
        card=await card(session, one, site),
        show=Show.AGAIN,
    )


async def _concerned(session: AsyncSession, one: ClosureClaim, site: Site, now: datetime) -> list[Line]:
    """How many people a yes is about; and how many not, who are expected at other hours of that day."""
    there = await concerned(session, site, one.day, await hours_of(session, one, site), now)
    others = await concerned(session, site, one.day, WHOLE_DAY, now) - there
    lines = [Line("shut-concerned", {"count": there})]
    return lines + ([Line("closed-others", {"count": others})] if others > 0 else [])


async def beside(session: AsyncSession, one: ClosureClaim, site: Site) -> Sequence[ClosureClaim]:
    """The open claims that one answer settles: those about the hours of this one's session."""
    return await closure_claims.claims_beside(session, one, site, await _session_of(session, one))


async def hours_of(session: AsyncSession, one: ClosureClaim, site: Site) -> Span:
    """The hours that a claim is about."""
    planned = await _session_of(session, one)
    return span_of((planned.starts_at, planned.ends_at), one.day, site.zone)


async def times(session: AsyncSession, one: ClosureClaim, site: Site) -> dict[str, Param]:
    """The same, for a sentence."""
    planned = await _session_of(session, one)
    return {"start": When(planned.starts_at, site.zone), "finish": When(planned.ends_at, site.zone)}


async def card(session: AsyncSession, one: ClosureClaim, site: Site) -> str:
    """One question a site and hours, whoever asks it."""
    starts, ends = await hours_of(session, one, site)
    return f"closed:{site.id}:{one.day}:{clock_number(starts)}:{clock_number(ends)}"


async def _session_of(session: AsyncSession, one: ClosureClaim) -> WorkSession:
    return await session.get_one(WorkSession, one.session_id)


def about(site: Site, day: date) -> dict[str, Param]:
    return {"site": site.name, "day": When(midday(day, site.zone), site.zone)}


async def may_decide(
    session: AsyncSession, who: Person, one: ClosureClaim, site: Site, now: datetime
) -> bool:
    """Who may close the site that day, and claims nothing himself."""
    if who.id == one.client_id:
        return False
    return await site_queries.may_close(session, who, site, one.day, now)
