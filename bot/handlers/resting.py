"""A client none of whose cases runs now: what he is told, and what becomes of a location that he sends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, placement_stops
from bot.domain.cases import CaseState, local_day
from bot.domain.messages import Inbound, Label, Line, Notice, Param, When
from bot.evidence import keep_aside
from bot.storage import client_queries, queries
from bot.storage.models import Case, Evidence, Person, Site


class Rest(StrEnum):
    """Why nothing can be started; the words are in the locale (`resting-…`)."""

    NOT_YET = "not-yet"
    """The case runs, and its first work is still to come."""
    SUSPENDED = "suspended"
    OVER = "over"
    CLOSING = "closing"
    """All hours served, or ended by its officer, before the last day."""
    DRAFT = "draft"
    STOPPED = "stopped"
    """His work at this site was stopped."""


STATES = {
    CaseState.SUSPENDED: Rest.SUSPENDED,
    CaseState.AWAITING_CLOSING: Rest.CLOSING,
    CaseState.DRAFT: Rest.DRAFT,
}
"""In the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Resting:
    """The case that rests, why, and with NOT_YET when it goes on."""

    case: Case
    why: Rest
    until: When | None = None
    site: str = ""
    """Where it was stopped."""

    def line(self) -> Line:
        params: dict[str, Param] = {"at": self.until} if self.until else {}
        return Line(f"resting-{self.why.value}", params | ({"site": self.site} if self.site else {}))


async def resting(session: AsyncSession, who: Person, now: datetime) -> Resting | None:
    """Why a client without a session or a place to work today cannot start; None where that is not the
    reason."""
    cases = await client_queries.cases_of(session, who)
    running = [case for case in cases if case.state is CaseState.ACTIVE]
    if running:
        following = await queries.next_session(session, who, now)
        if following is None:
            return await _left_without(session, running)
        site = await queries.site_of(session, who.office_id, following.site_id)
        case = next((case for case in running if case.id == following.case_id), running[0])
        return Resting(case, Rest.NOT_YET, When(following.starts_at, site.zone))
    for state, why in STATES.items():
        for case in cases:
            if case.state is state:
                over = why is Rest.CLOSING and await _is_over(session, case, now)
                return Resting(case, Rest.OVER if over else why)
    return None


async def stopped(session: AsyncSession, case: Case, site: Site) -> Resting | None:
    """His work at this site was stopped: whoever comes there all the same begins nothing."""
    last = await placement_stops.stopped_site(session, case)
    if last is None or last.id != site.id:
        return None
    return Resting(case, Rest.STOPPED, site=site.name)


async def _left_without(session: AsyncSession, cases: Sequence[Case]) -> Resting | None:
    for case in cases:
        site = await placement_stops.left_without(session, case)
        if site is not None:
            return Resting(case, Rest.STOPPED, site=site.name)
    return None


async def _is_over(session: AsyncSession, case: Case, now: datetime) -> bool:
    office = await queries.office_of(session, case.office_id)
    return case.ends_on is not None and case.ends_on < local_day(now, office.zone)


async def told(session: AsyncSession, who: Person, rest: Resting, now: datetime) -> list[Notice]:
    """The answer to `/mulai`: no location is asked for in vain."""
    line, keyboard = rest.line(), await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key=line.key, params=line.params, ask=keyboard)]


async def kept(
    session: AsyncSession, who: Person, rest: Resting, inbound: Inbound, now: datetime
) -> list[Notice]:
    """A location is evidence also now: it is kept with the case, the client hears how things stand, and his
    officer hears of it once a day."""
    await keep_aside(session, rest.case, inbound)
    office = await queries.office_of(session, who.office_id)
    at: dict[str, Param] = {"at": When(inbound.sent_at, office.zone)}
    keyboard = await cards.keyboard(session, who, now)
    answer = Notice(to=who.id, key="location-kept-aside", params=at, lines=(rest.line(),), ask=keyboard)
    if rest.case.officer_id is None:
        return [answer]
    day = local_day(inbound.sent_at, office.zone)
    officer = Notice(
        to=rest.case.guide,
        key=f"resting-told-officer-{rest.why.value}",
        params=at | {"name": who.shown, "code": who.code} | ({"site": rest.site} if rest.site else {}),
        once=f"aside:{rest.case.id}:{day}",
    )
    return [answer, officer]


async def photo_kept(
    session: AsyncSession, who: Person, rest: Resting, photo: Evidence, now: datetime
) -> list[Notice]:
    """The same with a photo: no location is asked for, and the officer sees it with what stood under it."""
    keyboard = await cards.keyboard(session, who, now)
    answer = Notice(to=who.id, key="photo-kept-aside", lines=(rest.line(),), ask=keyboard)
    if rest.case.officer_id is None:
        return [answer]
    office = await queries.office_of(session, who.office_id)
    officer = Notice(
        to=rest.case.guide,
        key="resting-told-officer-photo",
        params={"name": who.shown, "code": who.code, "at": When(photo.sent_at, office.zone)},
        lines=(Line("message-words", {"words": photo.said}),) if photo.said else (),
        media="" if Label.PHOTO_MISSING in photo.labels else f"photo:{photo.photo_id}",
    )
    return [answer, officer]


async def why_not(session: AsyncSession, who: Person, at: datetime) -> Resting | None:
    """Why a location would start nothing, before it is sent; None where it would, or nobody can say."""
    if await queries.sessions_around(session, who, at):
        return None
    placed = await queries.placed_at(session, who, at)
    stops = [await stopped(session, await session.get_one(Case, case_id), site) for case_id, site in placed]
    if placed:
        return None if None in stops else stops[0]
    rest = await resting(session, who, at)
    return None if rest is not None and rest.why is Rest.NOT_YET else rest
