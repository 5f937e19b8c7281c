"""The card on which an officer decides whether a site's pin is wrong, with a map, and what follows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES, local_day
from bot.domain.messages import Choice, Guide, Line, Notice, Param, Show, When, Word
from bot.domain.people import Role
from bot.domain.pins import AskedBy, QuestionState
from bot.domain.places import DEFAULT_RADIUS, SMALLEST_RADIUS, Circle, Verdict, metres_between
from bot.domain.reports import midday
from bot.reports.site_maps import SiteMap
from bot.storage import leaves, queries, site_queries
from bot.storage.models import Case, Evidence, Person, Placement, Site
from bot.storage.rejudging import Outlook, outlook
from bot.storage.site_pins import PinQuestion, latest_pin, pin_before, pin_by_id, questions_at, voices

DECIDED = frozenset({QuestionState.ACCEPTED, QuestionState.KEPT, QuestionState.OVERTAKEN})


def area_after(site: Site, question: PinQuestion) -> Circle:
    """The place of a site with the proposed pin. One that was drawn by its corners becomes a circle: a pin
    says nothing about corners."""
    radius = max(site.radius_m, round(DEFAULT_RADIUS)) if site.corners else site.radius_m
    return Circle(question.latitude, question.longitude, radius)


async def may_decide(session: AsyncSession, who: Person, site: Site, now: datetime) -> bool:
    """The operator, who may write sites anyway; an officer only where he guides somebody who is placed there:
    he knows the place, and answers for what its pin does to his clients."""
    if who.office_id != site.office_id:
        return False
    if who.role is Role.OPERATOR:
        return True
    return await site_queries.may_close(session, who, site, local_day(now, site.zone), now)


async def readers(
    session: AsyncSession, question: PinQuestion, site: Site, now: datetime
) -> list[int | Guide]:
    """Who is asked: of a client's word his own officer, else whoever guides most of those placed there; the
    operators where nobody does."""
    today = local_day(now, site.zone)
    placed = (
        select(Case.officer_id)
        .join(Placement, col(Placement.case_id) == col(Case.id))
        .where(Placement.site_id == site.id, Case.office_id == site.office_id)
        .where(col(Case.state).in_(OPEN_STATES), Placement.until_on >= today)
        .where(col(Case.officer_id).is_not(None))
        .group_by(col(Case.officer_id))
        .order_by(func.count(func.distinct(Case.client_id)).desc(), col(Case.officer_id))
    )
    own = placed.where(Case.client_id == question.asked_by)
    found = (await session.exec(own)).first() if question.by is AskedBy.CLIENT else None
    officer = found or (await session.exec(placed)).first()
    if officer is not None:
        return [Guide(officer)]
    return [one.id for one in await queries.staff(session, site.office_id, Role.OPERATOR)]


async def waiting(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """A card for each undecided question about a site at which this officer guides somebody."""
    query = (
        select(Placement.site_id)
        .join(Case, col(Case.id) == col(Placement.case_id))
        .where(Case.office_id == who.office_id, col(Case.state).in_(OPEN_STATES))
        .where(col(Case.officer_id).in_(await leaves.guided(session, who, now)))
    )
    sites = set((await session.exec(query.distinct())).all())
    found = []
    for question in await questions_at(session, who.office_id, sites):
        site = await queries.site_of(session, who.office_id, question.site_id)
        if await may_decide(session, who, site, now):
            found.append(await card(session, question, site, who.id, now, show=Show.AGAIN))
    return found


async def card(
    session: AsyncSession, question: PinQuestion, site: Site, to: int | Guide, now: datetime, *, show: Show
) -> Notice:
    """A question as it stands: with two buttons, or with what was decided."""
    about = str(question.id)
    lines: list[Line] = []
    choices: tuple[Choice, ...] = ()
    if question.state not in DECIDED:
        pin = await latest_pin(session, site)
        lines = await _reasons(session, question, site)
        ahead = await outlook(session, site, pin, area_after(site, question), now=now)
        lines += _turns(ahead)
        use = "choice-pin-circle" if site.corners else "choice-pin-use"
        choices = (Choice(f"pin-use:{about}", use), Choice(f"pin-keep:{about}", "choice-pin-keep"))
    elif question.state is QuestionState.ACCEPTED:
        ahead = await outlook_of(session, question, site, now)
        lines = _turns(ahead)
        if ahead.changed:
            choices = (Choice(f"pin-rejudge:{about}", "choice-pin-rejudge"),)
    if await _photographed(session, question):
        choices += (Choice(f"pin-photos:{about}", "choice-pin-photos"),)
    return Notice(
        to=to,
        key=f"pin-state-{QuestionState(question.state).value}",
        params={"site": site.name, "code": site.code},
        lines=tuple(lines),
        choices=choices,
        media=f"pin-map:{question.id}",
        card=f"pin:{question.id}",
        show=show,
    )


async def outlook_of(session: AsyncSession, question: PinQuestion, site: Site, now: datetime) -> Outlook:
    """What judging anew would still change after a pin was accepted; nothing once that pin is history."""
    pin = await pin_by_id(session, site.office_id, question.pin_id or 0)
    if pin is None or (await latest_pin(session, site)) is not pin:
        return Outlook()
    return await outlook(session, site, await pin_before(session, pin), pin.area, now=now)


def _turns(ahead: Outlook) -> list[Line]:
    """How many verdicts of which days would change, and from what to what."""
    if not ahead.changed:
        return [Line("pin-changes-nothing", {"total": len(ahead.rows)})]
    days = [midday(one.day, "UTC") for one in ahead.changed]
    counted: dict[str, Param] = {
        "total": len(ahead.rows),
        "count": len(ahead.changed),
        "days": len(set(days)),
        "first": When(min(days), "UTC"),
        "last": When(max(days), "UTC"),
    }
    turns = [
        Line("pin-turn", {"count": count, "old": _word(old), "new": _word(new)})
        for (old, new), count in ahead.turns.items()
    ]
    return [Line("pin-would-change", counted), *turns]


def _word(verdict: Verdict) -> Word:
    return Word(f"pin-verdict-{Verdict(verdict).value}")


async def _reasons(session: AsyncSession, question: PinQuestion, site: Site) -> list[Line]:
    lines = [await _who(session, question)]
    metres = metres_between(question.place, site.readable_area)
    limit: dict[str, Param] = {"radius": max(site.radius_m, round(SMALLEST_RADIUS))}
    if metres is None:
        lines.append(Line("pin-question-no-pin", limit))
    else:
        lines.append(Line("pin-question-distance", limit | {"metres": metres}))
    if site.corners:
        lines.append(Line("pin-question-corners", {"radius": round(area_after(site, question).radius_m)}))
    if question.accuracy:
        lines.append(Line("pin-question-accuracy", {"accuracy": round(question.accuracy)}))
    others = {one.asked_by for one in await voices(session, question)} - {question.asked_by}
    if others:
        lines.append(Line("pin-question-voices", {"count": len(others)}))
    place = f"{question.latitude:.6f},{question.longitude:.6f}"
    return [*lines, Line("pin-question-link", {"place": place})]


async def _who(session: AsyncSession, question: PinQuestion) -> Line:
    """Who says so; of a child only the code."""
    if question.asked_by is not None:
        person = await session.get_one(Person, question.asked_by)
        client = question.by is AskedBy.CLIENT
        key = "pin-question-by-client" if client else "pin-question-by-supervisor"
        return Line(key, {"name": person.shown})
    query = select(func.count(func.distinct(Evidence.client_id))).where(
        col(Evidence.id).in_(question.evidence), Evidence.office_id == question.office_id
    )
    people = (await session.exec(query)).one()
    if people < len(question.evidence):
        return Line("pin-question-by-confirmations", {"count": len(question.evidence)})
    return Line("pin-question-by-people", {"count": people, "day": When(midday(question.day, "UTC"), "UTC")})


async def _photographed(session: AsyncSession, question: PinQuestion) -> bool:
    return any(one.photo_id for one in (question, *await voices(session, question)))


async def map_of(session: AsyncSession, question_id: int) -> SiteMap | None:
    """What the map of a question shows: the site as it was asked about, and where people were."""
    question = await session.get(PinQuestion, question_id)
    site = await session.get(Site, question.site_id) if question else None
    if question is None or site is None:
        return None
    after, was = area_after(site, question), site.readable_area
    if (pin := await pin_by_id(session, site.office_id, question.pin_id or 0)) is not None:
        before = await pin_before(session, pin)
        after = Circle(question.latitude, question.longitude, pin.radius_m)
        was = before.area if before else was
    query = select(Evidence.latitude, Evidence.longitude).where(
        col(Evidence.id).in_(question.evidence), Evidence.office_id == question.office_id
    )
    rows = (await session.exec(query)).all()
    people = [(one, other) for one, other in rows if one is not None and other is not None]
    people += [one.place for one in await voices(session, question)]
    return SiteMap(was, after, people)
