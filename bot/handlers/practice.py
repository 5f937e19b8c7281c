"""A practice round: a client tries location and photo, and nothing of it is kept but that he did."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, receipts
from bot.domain.cases import PhotoRule
from bot.domain.checkins import AttendanceState, slot_for
from bot.domain.messages import Ask, Inbound, Line, Notice, Point, Refused
from bot.domain.people import Role
from bot.domain.practice import NEAR_M, PRACTICE, Stage, accuracy_word, photo_trouble, place_trouble
from bot.judging import judged
from bot.storage import queries
from bot.storage.at_work import self_at_work
from bot.storage.events import append, person_stream
from bot.storage.models import Person, Site


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/latihan`: ask for the location. Raises Refused while work runs or is about to begin: then what is
    sent counts."""
    if await _at_work(session, who, inbound.sent_at):
        raise Refused("practice-while-working")
    if await _expected(session, who, inbound.sent_at):
        raise Refused("practice-near-work")
    if await cards.reports_only(session, who, now):
        return await _ask(session, who, Stage.WORD, Notice(to=who.id, key="practice-word"), now)
    return await _ask(session, who, Stage.PLACE, _place_asked(who, "practice-place"), now)


async def location(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A location to practise with: fit, or the one step that mends it."""
    if about == Stage.PHOTO:
        return [_photo_asked(who, "practice-photo-still")]
    if trouble := place_trouble(inbound.point, inbound.labels):
        again = _place_asked(who, f"practice-place-{trouble.value}")
        return await _ask(session, who, Stage.PLACE, again, now)
    arrived = await _arrived(session, who, inbound.point, now)
    if about == Stage.PLACE and await _photo_needed(session, who):
        lines = (Line("practice-photo"), receipts.photo_manners(who))
        asked = Notice(to=who.id, key=arrived.key, params=arrived.params, lines=lines, ask=Ask.PRACTICE)
        return await _ask(session, who, Stage.PHOTO, asked, now)
    return await _ready(session, who, ["location"], now, arrived)


async def photo(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A photo to practise with: fit, or the one step that mends it. No record names it, so it is erased."""
    if about == Stage.PLACE:
        return [_place_asked(who, "practice-place-first")]
    if trouble := photo_trouble(inbound.photo, inbound.labels):
        again = _photo_asked(who, f"practice-photo-{trouble}")
        return await _ask(session, who, Stage.PHOTO, again, now)
    return await _ready(session, who, ["location", "photo"], now)


async def file(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A photo may come as a file that nobody here can open, as some phones make them."""
    if about == Stage.PHOTO:
        return [_photo_asked(who, "practice-photo-as-document")]
    return await words(session, who, inbound, now, about)


async def words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Words instead of a location or photo: which key it is. Who only reports has just shown that he can."""
    if about == Stage.WORD:
        return await _ready(session, who, ["words"], now)
    if about == Stage.PHOTO:
        return [_photo_asked(who, "practice-photo-how")]
    return [_place_asked(who, "practice-place-how")]


async def stop(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`⏹ Akhiri latihan`: the usual keys again; like any other deed, it has ended the practice already."""
    return [Notice(to=who.id, key="practice-stopped", ask=await cards.keyboard(session, who, now))]


async def stopped_in_words(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """*Stop* in the middle ends the practice, not the messages; which words end those is said."""
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key="practice-stopped", lines=(Line("practice-stopped-only"),), ask=ask)]


async def tour(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/latihan` of everybody else: what he can do here, in one message."""
    key = f"practice-tour-{Role(who.role).value}"
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key=key, params=cards.greeting(who), ask=ask)]


async def overtaken(session: AsyncSession, who: Person, at: datetime) -> bool:
    """Whether what a client sends at this time is about real work, which no practice may swallow."""
    return await _at_work(session, who, at) or await _expected(session, who, at)


async def _at_work(session: AsyncSession, who: Person, at: datetime) -> bool:
    attendance = await queries.latest_attendance(session, await self_at_work(session, who, at), at)
    return attendance is not None and (
        attendance.state is AttendanceState.OPEN or attendance.photo_wanted is not None
    )


async def _expected(session: AsyncSession, who: Person, at: datetime) -> bool:
    planned = await queries.sessions_around(session, who, at)
    return slot_for(map(queries.slot_of, planned), at) is not None


async def _ask(
    session: AsyncSession, who: Person, stage: Stage, notice: Notice, now: datetime
) -> list[Notice]:
    await queries.ask_for_words(session, who, PRACTICE, stage, now)
    return [notice]


def _place_asked(who: Person, key: str) -> Notice:
    return Notice(to=who.id, key=key, ask=Ask.PRACTICE)


def _photo_asked(who: Person, key: str) -> Notice:
    return Notice(to=who.id, key=key, lines=(receipts.photo_manners(who),), ask=Ask.PRACTICE)


async def _photo_needed(session: AsyncSession, who: Person) -> bool:
    cases = await queries.open_cases(session, who)
    return any(case.photo_rule is not PhotoRule.NEVER for case in cases)


async def _arrived(session: AsyncSession, who: Person, point: Point | None, now: datetime) -> Line:
    """How exact it is, and how far from his next site where he is near it."""
    accuracy = accuracy_word(point)
    site = await _next_site(session, who, now)
    metres = judged(point, site).distance_m if site else None
    if site is None or metres is None or metres > NEAR_M:
        return Line("practice-arrived", {"accuracy": accuracy})
    return Line("practice-arrived-near", {"accuracy": accuracy, "metres": metres, "site": site.name})


async def _next_site(session: AsyncSession, who: Person, now: datetime) -> Site | None:
    following = await queries.next_session(session, who, now)
    if following is not None:
        return await queries.site_of(session, who.office_id, following.site_id)
    return next((site for _, site in await queries.placed_at(session, who, now)), None)


async def _ready(
    session: AsyncSession, who: Person, tried: list[str], now: datetime, *lines: Line
) -> list[Notice]:
    await queries.forget_question(session, who)
    person = await queries.locked_person(session, who.id)
    await append(
        session,
        office_id=person.office_id,
        stream=person_stream(person.id),
        kind="practised",
        actor_id=person.id,
        payload={"tried": tried, "outcome": "ready"},
        happened_at=now,
        now=now,
    )
    ask = await cards.keyboard(session, who, now)
    following = () if ask is Ask.REPORT else await cards.next_day(session, who, now)
    return [Notice(to=who.id, key="practice-ready", lines=(*lines, *following), ask=ask)]
