"""A location that a client sends soon after a worry: about work where it is due, else he says what it is."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import Shows
from bot.domain.messages import Choice, Inbound, Notice, Refused, choice_numbers
from bot.evidence import keep_aside
from bot.handlers import checkin, threads
from bot.handlers.begun_elsewhere import where_he_works
from bot.handlers.help_places import as_work, kept_place, work_is_due
from bot.storage import queries
from bot.storage.models import Person
from bot.storage.positions import point_of


async def location(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Whoever begins or ends work that is due sends photos of it from here on; at any other time nobody is
    taken to begin work only because he is in trouble."""
    if await work_is_due(session, who, inbound):
        await queries.forget_question(session, who)
        return await where_he_works(checkin.location)(session, who, inbound, now)
    case = await threads.own_case(session, who, about)
    kept = await keep_aside(session, case, inbound, shows=Shows.TROUBLE)
    choices = (
        Choice(f"worry-place:{case.id}:{kept.id}", "choice-worry-place"),
        Choice(f"worry-work:{kept.id}", "choice-help-work"),
    )
    return [Notice(to=who.id, key="message-place-which", choices=choices)]


async def for_officer(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Untuk PK*: it joins the worry before it. Raises Refused where it has gone to work."""
    case_id, evidence_id = choice_numbers(inbound.text, 2)
    kept = await kept_place(session, who, evidence_id)
    point = point_of(kept)
    if point is None:
        raise Refused("call-place-gone")
    place = f"{point.latitude:.6f},{point.longitude:.6f}"
    return await threads.placed(session, who, case_id, place, kept.sent_at, now)


async def for_work(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Untuk kerja*: it counts from when it was sent, and the photos that follow show work."""
    kept = await kept_place(session, who, choice_numbers(inbound.text, 1)[0])
    question = await queries.question_to(session, who)
    if question is not None and question.topic == threads.MORE:
        await queries.forget_question(session, who)
    return await as_work(session, who, kept, inbound, now)
