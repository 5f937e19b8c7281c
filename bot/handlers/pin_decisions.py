"""An officer decides whether a site's pin is wrong, and whether earlier verdicts are judged anew."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import pin_cards, pins
from bot.domain.messages import Inbound, Line, Notice, Param, Refused, Show, choice_numbers
from bot.domain.pins import QuestionState
from bot.storage import leaves, queries, site_queries
from bot.storage.models import Person, Site
from bot.storage.site_pins import PinQuestion, question_by_id, voices

log = structlog.get_logger()

PHOTOS_SHOWN = 5


async def use(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Pakai pin baru*; a second tap shows what was decided."""
    question, site = await _asked(session, who, inbound, now)
    if question.state is not QuestionState.OPEN:
        return [await _card(session, who, question, site, now)]
    told = await pins.accept(session, question, site, by=who, now=now)
    return [await _card(session, who, question, site, now), *told]


async def keep(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tetap*."""
    question, site = await _asked(session, who, inbound, now)
    if question.state is not QuestionState.OPEN:
        return [await _card(session, who, question, site, now)]
    told = await pins.keep(session, question, site, by=who, now=now)
    return [await _card(session, who, question, site, now), *told]


async def rejudge(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Nilai ulang*: once; again, there is nothing left to judge."""
    question, site = await _asked(session, who, inbound, now)
    if question.state is not QuestionState.ACCEPTED:
        return [await _card(session, who, question, site, now)]
    changed = await pins.rejudge(session, question, site, by=who, now=now)
    about: dict[str, Param] = {"site": site.name, "count": changed}
    return [
        Notice(
            to=who.id,
            key="pin-rejudged" if changed else "pin-rejudged-nothing",
            params=about,
            media=f"pin-map:{question.id}",
            card=f"pin:{question.id}",
            show=Show.EDIT,
            toast=Line("pin-rejudged" if changed else "pin-rejudged-nothing", about),
        )
    ]


async def photos(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Lihat foto*: what those who say so have photographed. A child's is for the child's own officer."""
    question, site = await _asked(session, who, inbound, now)
    found = []
    for one in (question, *await voices(session, question)):
        if one.photo_id is None or one.asked_by is None:
            continue
        person = await session.get_one(Person, one.asked_by)
        about: dict[str, Param] = {"site": site.name, "name": person.shown}
        if await _may_see(session, who, person, now):
            media = f"photo-full:{one.photo_id}"
            found.append(Notice(to=who.id, key="pin-question-photo", params=about, media=media))
        else:
            found.append(Notice(to=who.id, key="pin-question-photo-kept", params=about))
    return found[:PHOTOS_SHOWN] or [await _card(session, who, question, site, now)]


async def _may_see(session: AsyncSession, who: Person, person: Person, now: datetime) -> bool:
    """A child might be in the picture (UU 11/2012 Pasal 19)."""
    if not person.child:
        return True
    cases = await queries.open_cases(session, person)
    return any([await leaves.guides(session, who, case, now) for case in cases])


async def _card(
    session: AsyncSession, who: Person, question: PinQuestion, site: Site, now: datetime
) -> Notice:
    return await pin_cards.card(session, question, site, who.id, now, show=Show.EDIT)


async def _asked(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> tuple[PinQuestion, Site]:
    """What a button is about, its site locked; of a voice the question that it belongs to. Raises Refused
    for what this person may not decide."""
    question = await question_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if question is not None and question.joins is not None:
        question = await question_by_id(session, who.office_id, question.joins)
    site = await site_queries.site_by_id(session, who, question.site_id) if question else None
    known = question is not None and question.state is not QuestionState.DRAFT
    if question is None or site is None or not known:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    if not await pin_cards.may_decide(session, who, site, now):
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    site = await queries.locked_site(session, site.id)
    await session.refresh(question)
    return question, site
