"""A turn at a shared phone: it begins with a name, ends when somebody else comes or nobody writes, and what
was done under the wrong name is taken back."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Address, Awaits, Notice, OnlyIf, notice_from_json
from bot.domain.phones import HowEnded, ends_at
from bot.domain.reports import OWED
from bot.reporting import begun_at
from bot.storage import phone_queries, queries
from bot.storage.events import append, phone_stream
from bot.storage.models import Person, Report
from bot.storage.phones import DeskPhone, HeldNotice, PhoneTurn, Via, speak_through

NEWS_LASTS = timedelta(days=14)
"""News that waited longer for its reader is out of date."""


def address_of(phone: DeskPhone) -> Address:
    """Where a phone that is bound can be reached."""
    return Address(phone.channel or "", phone.external_id or "")


async def begin(session: AsyncSession, phone: DeskPhone, person: Person, now: datetime) -> PhoneTurn:
    """From now on what this phone sends is this person's. The caller has locked both."""
    turn = PhoneTurn(
        office_id=phone.office_id,
        phone_id=phone.id,
        person_id=person.id,
        began_at=now,
        used_at=now,
        look_at=ends_at(now),
    )
    session.add(turn)
    await session.flush()
    speak(session, phone, turn)
    await _append(session, phone, "turn_began", turn, now, actor=person.id)
    return turn


def speak(session: AsyncSession, phone: DeskPhone, turn: PhoneTurn) -> None:
    """This transaction speaks through the phone, for the person whose turn it is."""
    _speak(session, phone, turn.id, turn.person_id)


def speak_before(session: AsyncSession, phone: DeskPhone, person: Person) -> None:
    """This transaction speaks through the phone, for somebody whose turn has not begun."""
    _speak(session, phone, None, person.id)


def _speak(session: AsyncSession, phone: DeskPhone, turn_id: int | None, person_id: int) -> None:
    where = (phone.channel or "", phone.external_id or "")
    speak_through(session, Via(phone.id, turn_id, person_id, phone.label, *where))


def goes_on(turn: PhoneTurn, now: datetime) -> bool:
    """Whether a turn that was not ended is still this person's, or has been idle for too long."""
    return turn.ended_at is None and now < ends_at(turn.used_at)


def used(turn: PhoneTurn, now: datetime) -> None:
    """The person has just sent something."""
    turn.used_at, turn.look_at = now, ends_at(now)


async def end(session: AsyncSession, phone: DeskPhone, turn: PhoneTurn, how: HowEnded, now: datetime) -> None:
    """The next message may be somebody else's: half-done answers are wiped. The caller has locked the
    phone."""
    person = await queries.locked_person(session, turn.person_id)
    wiped = await _wipe(session, turn, person)
    turn.ended_at, turn.how, turn.look_at, turn.wiped = now, how, None, wiped
    turn.told = how is not HowEnded.IDLE
    session.add(turn)
    await session.flush()
    await _append(session, phone, "turn_ended", turn, now, actor=person.id if how is HowEnded.LEFT else None)
    speak_through(session, None)


async def end_if_idle(session: AsyncSession, phone: DeskPhone, now: datetime) -> None:
    """What the clock does about a phone that nobody has used for a while."""
    turn = await phone_queries.current_turn(session, phone)
    if turn is not None:
        await session.refresh(turn)
    if turn is not None and turn.ended_at is None and not goes_on(turn, now):
        await end(session, phone, turn, HowEnded.IDLE, now)


async def calls_another(session: AsyncSession, phone: DeskPhone, turn: PhoneTurn, text: str) -> bool:
    """Whether a text is nothing but the code of somebody else who may use this phone: he is there now."""
    said = (await queries.code_now(session, phone.office_id, text)).strip().casefold()
    people = await phone_queries.users_of(session, phone)
    return any(one.code.casefold() == said for one in people if one.id != turn.person_id)


async def news_for(session: AsyncSession, person: Person, now: datetime) -> list[Notice]:
    """What had waited until this person chose his name; it is gone from where it waited."""
    query = select(HeldNotice).where(HeldNotice.person_id == person.id).order_by(col(HeldNotice.id))
    held = (await session.exec(query)).all()
    await session.exec(delete(HeldNotice).where(col(HeldNotice.person_id) == person.id))
    return [
        notice_from_json(person.id, one.content, _only_if(one))
        for one in held
        if now - one.held_at <= NEWS_LASTS
    ]


def _only_if(one: HeldNotice) -> OnlyIf | None:
    told = one.only_if
    return OnlyIf(**told | {"awaits": Awaits(told["awaits"])}) if told else None


async def _wipe(session: AsyncSession, turn: PhoneTurn, person: Person) -> bool:
    """Forget the question that was asked in this turn, and a report that was begun in it."""
    question = await queries.question_to(session, person)
    asked = question if question and question.asked_at >= turn.began_at else None
    about = asked.about if asked and asked.topic == "report" else 0
    if asked is not None:
        await queries.forget_question(session, person)
    begun = await _half_done(session, person, turn, about)
    for report in begun:
        report.answers = {}
    return bool(begun) or asked is not None


async def _half_done(session: AsyncSession, person: Person, turn: PhoneTurn, about: int) -> list[Report]:
    """Reports that were begun in this turn, or gone on with (`about`), and not given."""
    query = (
        select(Report)
        .where(Report.client_id == person.id, Report.office_id == person.office_id)
        .where(col(Report.state).in_(OWED))
        .order_by(col(Report.case_id), col(Report.due_on))
    )
    found = []
    for report in [one for one in (await session.exec(query)).all() if one.answers]:
        case = await queries.locked_case(session, report.office_id, report.case_id)
        assert case is not None  # noqa: S101  (a foreign key)
        await session.refresh(report)
        began = await begun_at(session, case, report)
        here = report.id == about or (began is not None and began >= turn.began_at)
        if here and report.state in OWED:
            found.append(report)
    return found


async def _append(
    session: AsyncSession, phone: DeskPhone, kind: str, turn: PhoneTurn, now: datetime, actor: int | None
) -> None:
    payload = {"turn": turn.id, "person": turn.person_id, "wiped": turn.wiped}
    await append(
        session,
        office_id=phone.office_id,
        stream=phone_stream(phone.id),
        kind=kind,
        actor_id=actor,
        reason=turn.how.value if turn.how else "",
        payload=payload,
        happened_at=now,
        now=now,
    )
