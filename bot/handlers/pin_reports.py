"""`/lokasisalah`: whoever stands at a site says that its pin is wrong, with his position and a photo of the
place. Nothing of it is a check-in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, pins
from bot.domain.cases import local_day
from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Point, Refused, choice_numbers
from bot.domain.people import Role
from bot.domain.pins import FITS_WITHIN, QuestionState
from bot.domain.practice import place_trouble
from bot.evidence import keep_picture
from bot.judging import judged
from bot.storage import queries, site_queries
from bot.storage.models import Person, Site
from bot.storage.selves import selves_of
from bot.storage.site_pins import PinQuestion, question_by_id

log = structlog.get_logger()

PLACE, PHOTO = "pin-new", "pin-photo"
"""The topics of its questions: where he stands, and the photo of the place."""
PATIENCE = timedelta(minutes=15)


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/lokasisalah`: at which site, where there are several."""
    sites = await _sites(session, who, now)
    if not sites:
        raise Refused("pin-report-no-site")
    if len(sites) == 1:
        return await _ask_place(session, who, sites[0], now)
    choices = tuple(Choice(f"pin-wrong:{one.id}", "choice-name", {"name": one.name}) for one in sites)
    return [Notice(to=who.id, key="pin-report-which", choices=choices)]


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Lokasi salah?*, or one of several sites."""
    site = await _own_site(session, who, choice_numbers(inbound.text, 1)[0], now)
    return await _ask_place(session, who, site, now)


async def location(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Where he stands."""
    site = await _own_site(session, who, about, now)
    point = inbound.point
    if trouble := place_trouble(point, inbound.labels):
        return [Notice(to=who.id, key=f"practice-place-{trouble.value}", ask=Ask.PIN)]
    assert point is not None  # noqa: S101  (it would be a trouble)
    metres = judged(point, site).distance_m
    if metres is not None and metres <= FITS_WITHIN:
        await queries.forget_question(session, who)
        ask = await cards.keyboard(session, who, now)
        return [
            Notice(to=who.id, key="pin-report-fits", params={"site": site.name, "metres": metres}, ask=ask)
        ]
    return await _ask_photo(session, who, site, point, now)


async def not_a_place(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Words where the position is awaited."""
    site = await _own_site(session, who, about, now)
    return [Notice(to=who.id, key="pin-report-place", params={"site": site.name}, ask=Ask.PIN)]


async def photo(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The photo of the place: the officer is asked. It is nobody's evidence of work."""
    question = await _own_question(session, who, about)
    assert inbound.photo is not None  # noqa: S101  (the kind says so)
    if inbound.photo.problem:
        problem = inbound.photo.problem.value.replace("_", "-")
        return [Notice(to=who.id, key=f"photo-problem-{problem}")]
    if question.state is QuestionState.DRAFT:
        question.photo_id = (await keep_picture(session, question.office_id, inbound)).id
    return await _send(session, who, question, now)


async def not_a_photo(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Words where the photo is awaited."""
    return [await _wish(session, who, await _own_question(session, who, about))]


async def send(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Kirim tanpa foto*: a broken camera keeps nobody from saying it."""
    question = await _own_question(session, who, choice_numbers(inbound.text, 1)[0])
    return await _send(session, who, question, now)


async def _ask_place(session: AsyncSession, who: Person, site: Site, now: datetime) -> list[Notice]:
    await queries.ask_for_words(session, who, PLACE, site.id, now)
    return [Notice(to=who.id, key="pin-report-place", params={"site": site.name}, ask=Ask.PIN)]


async def _ask_photo(
    session: AsyncSession, who: Person, site: Site, point: Point, now: datetime
) -> list[Notice]:
    question = await pins.begin(session, who, site, point, now)
    await queries.ask_for_words(session, who, PHOTO, question.id, now)
    return [await _wish(session, who, question)]


async def _wish(session: AsyncSession, who: Person, question: PinQuestion) -> Notice:
    site = await queries.site_of(session, who.office_id, question.site_id)
    return Notice(
        to=who.id,
        key="pin-report-photo",
        params={"site": site.name},
        lines=(Line("pin-report-photo-child"),) if who.child else (),
        choices=(Choice(f"pin-send:{question.id}", "choice-pin-without-photo"),),
    )


async def _send(session: AsyncSession, who: Person, question: PinQuestion, now: datetime) -> list[Notice]:
    await queries.forget_question(session, who)
    site = await queries.site_of(session, who.office_id, question.site_id)
    ask = await cards.keyboard(session, who, now)
    own = question.state is not QuestionState.JOINED
    if question.state is QuestionState.DRAFT:
        own = await pins.send(session, question, site, now)
    key = "pin-report-sent" if own else "pin-report-joined"
    return [Notice(to=who.id, key=key, params={"site": site.name}, ask=ask)]


async def _sites(session: AsyncSession, who: Person, now: datetime) -> Sequence[Site]:
    """A supervisor's sites of today; those of a client, and where he has just worked."""
    if who.role is Role.SUPERVISOR:
        return await site_queries.sites_of(session, who, now)
    sites = {site.id: site for _, site in await queries.placed_at(session, who, now)}
    attendance = await queries.latest_attendance(session, who, now)
    if attendance is not None:
        site = await queries.site_of(session, attendance.office_id, attendance.site_id)
        if attendance.day == local_day(now, site.zone):
            sites[site.id] = site
    return list(sites.values())


async def _own_site(session: AsyncSession, who: Person, site_id: int, now: datetime) -> Site:
    """Raises Refused for a site that is none of his."""
    for site in await _sites(session, who, now):
        if site.id == site_id:
            return site
    log.warning("refused.not_yours", person=who.id, role=who.role)
    raise Refused("not-yours")


async def _own_question(session: AsyncSession, who: Person, question_id: int) -> PinQuestion:
    question = await question_by_id(session, who.office_id, question_id)
    if question is None or question.asked_by not in (await session.exec(selves_of(who.id))).all():
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return question
