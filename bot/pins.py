"""A pin that is wrong: from whoever says so to the officer's word, and to verdicts judged anew when he asks
for it. Hours and decisions stay as they are."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, delete
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import pin_cards, registry
from bot.domain.cases import local_day
from bot.domain.messages import Guide, Notice, Param, Point, Show
from bot.domain.people import Role
from bot.domain.pins import AskedBy, PinSource, QuestionState, rounded
from bot.domain.places import metres_between
from bot.storage import queries
from bot.storage.events import append
from bot.storage.models import Person, Site
from bot.storage.rejudging import judge_anew
from bot.storage.site_pins import PinQuestion, latest_pin, note_pin, pin_by_id, put, voices


async def begin(session: AsyncSession, who: Person, site: Site, point: Point, now: datetime) -> PinQuestion:
    """Where somebody says that the pin should be; nobody hears of it before he has sent it. Where he stood
    when he began earlier and sent nothing is forgotten."""
    unsent = (col(PinQuestion.asked_by) == who.id, col(PinQuestion.state) == QuestionState.DRAFT)
    await session.exec(delete(PinQuestion).where(*unsent))
    latitude, longitude = rounded(point.latitude, point.longitude)
    question = PinQuestion(
        office_id=site.office_id,
        site_id=site.id,
        by=AskedBy.SUPERVISOR if who.role is Role.SUPERVISOR else AskedBy.CLIENT,
        asked_by=who.id,
        day=local_day(now, site.zone),
        latitude=latitude,
        longitude=longitude,
        accuracy=point.accuracy,
        asked_at=now,
        state=QuestionState.DRAFT,
    )
    session.add(question)
    await session.flush()
    return question


async def send(session: AsyncSession, question: PinQuestion, site: Site, now: datetime) -> bool:
    """Put it before an officer; whether it is a question of its own, and no further voice for another."""
    await queries.locked_site(session, site.id)
    return (await put(session, site, question, now)).id == question.id


async def told(session: AsyncSession, question: PinQuestion, now: datetime) -> list[Notice]:
    """The officer's card; later it changes only where it stands, for a phone need not ring for each voice."""
    site = await queries.site_of(session, question.office_id, question.site_id)
    show = Show.EDIT_ONLY if question.told_at else Show.NEW
    readers: list[int | Guide] = await pin_cards.readers(session, question, site, now)
    question.look_at, question.told_at = None, question.told_at or now
    return [await pin_cards.card(session, question, site, to, now, show=show) for to in readers]


async def accept(
    session: AsyncSession, question: PinQuestion, site: Site, *, by: Person, now: datetime
) -> list[Notice]:
    """The proposed pin is the site's from now on. Earlier verdicts stay as they were given."""
    moved = metres_between(question.place, site.readable_area)
    if await latest_pin(session, site) is None:
        await note_pin(session, site, PinSource.BEFORE, now=now)
    area = pin_cards.area_after(site, question)
    _decide(question, QuestionState.ACCEPTED, by, now)
    await session.flush()
    site.latitude, site.longitude = question.latitude, question.longitude
    site.corners, site.radius_m = [], round(area.radius_m)
    source = PinSource.SEEN if question.by is AskedBy.PEOPLE else PinSource.REPORTED
    changed = dict.fromkeys(("latitude", "longitude", "corners", "radius_m"))
    await registry.correct_site(session, site, changed, now=now, actor_id=by.id, source=source)
    pin = await latest_pin(session, site)
    question.pin_id = pin.id if pin else None
    await _note(session, question, site, by, now)
    operators = await queries.staff(session, site.office_id, Role.OPERATOR)
    about: dict[str, Param] = {"site": site.name, "code": site.code, "by": by.shown, "metres": moved or 0}
    key = "pin-set" if moved is None else "pin-moved"
    news = [Notice(to=one.id, key=key, params=about) for one in operators if one.id != by.id]
    return [*news, *await _thanks(session, question, site, "pin-thanks-used")]


async def keep(
    session: AsyncSession, question: PinQuestion, site: Site, *, by: Person, now: datetime
) -> list[Notice]:
    """The pin stays; the same place is not asked about again for a while."""
    _decide(question, QuestionState.KEPT, by, now)
    await _note(session, question, site, by, now)
    return await _thanks(session, question, site, "pin-thanks-kept")


async def rejudge(
    session: AsyncSession, question: PinQuestion, site: Site, *, by: Person, now: datetime
) -> int:
    """Judge anew what rests on the pin before this one; how many verdicts are others now. Beside each stands
    the old one, and nothing of hours or decisions moves."""
    pin = await pin_by_id(session, site.office_id, question.pin_id or 0)
    ahead = await pin_cards.outlook_of(session, question, site, now)
    if pin is None or not ahead.changed:
        return 0
    await judge_anew(session, pin, ahead.rows, by=by, now=now)
    await append(
        session,
        office_id=site.office_id,
        stream=f"site:{site.id}",
        kind="verdicts_rejudged",
        actor_id=by.id,
        payload={"pin": pin.id, "judged": len(ahead.rows), "changed": len(ahead.changed)},
        happened_at=now,
        now=now,
    )
    return len(ahead.changed)


def _decide(question: PinQuestion, state: QuestionState, by: Person, now: datetime) -> None:
    question.state, question.decided_by, question.decided_at = state, by.id, now
    question.look_at = None


async def _note(session: AsyncSession, question: PinQuestion, site: Site, by: Person, now: datetime) -> None:
    await append(
        session,
        office_id=site.office_id,
        stream=f"site:{site.id}",
        kind="pin_decided",
        actor_id=by.id,
        payload={"question": question.id, "pin": question.pin_id},
        happened_at=now,
        now=now,
        reason=question.state.value,
    )


async def _thanks(session: AsyncSession, question: PinQuestion, site: Site, key: str) -> list[Notice]:
    """Everybody who said so hears what became of it."""
    everybody = [question, *await voices(session, question)]
    people = dict.fromkeys(one.asked_by for one in everybody if one.asked_by is not None)
    return [Notice(to=person, key=key, params={"site": site.name}) for person in people]
