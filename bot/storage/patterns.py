"""The questions of a month as rows, with what officers answered; and the rows that they are made of."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, String, UniqueConstraint, cast, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import PhotoRule
from bot.domain.checkins import AttendanceState
from bot.domain.messages import Label
from bot.domain.patterns import Answer, Confirmation, Day, PatternKind, SharedScene
from bot.domain.people import Role
from bot.domain.weeks import Period
from bot.storage.digest_queries import belonging
from bot.storage.models import Attendance, Case, Event, Evidence, Person, Site, key, office, words
from bot.storage.phones import Assistance
from bot.storage.photo_prints import PhotoReuse

DECIDED_WITHIN = timedelta(days=31)
"""A word about work of a month may be given in the month after."""


class Pattern(SQLModel, table=True):
    """One question to an officer about a month (`2026-04`), and his answer."""

    __table_args__ = (UniqueConstraint("officer_id", "month", "kind", "subject_id", "detail"),)

    id: int = key()
    office_id: int = office()
    officer_id: int = Field(foreign_key="person.id")
    month: str
    kind: PatternKind = Field(sa_type=words(PatternKind))
    subject_id: int = Field(foreign_key="person.id")
    """The client or supervisor whom it is about."""
    detail: str = ""
    """A label, or the id of the second client of a pair."""
    figures: dict[str, int] = Field(default_factory=dict, sa_type=JSON)
    strength: int = 100
    asked_at: datetime
    answer: Answer | None = Field(default=None, sa_type=words(Answer))
    answered_by: int | None = Field(default=None, foreign_key="person.id")
    answered_at: datetime | None = None


class PatternList(SQLModel, table=True):
    """The mark that an officer's list of a month was made, also where nothing was odd."""

    __tablename__ = "pattern_list"
    __table_args__ = (UniqueConstraint("officer_id", "month"),)

    id: int = key()
    office_id: int = office()
    officer_id: int = Field(foreign_key="person.id")
    month: str
    made_at: datetime


async def officers_without(session: AsyncSession, office_id: int, month: str, limit: int) -> Sequence[Person]:
    """The next officers of an office who guide somebody and whose list of a month was not made, by id."""
    guiding = select(Case.officer_id).where(Case.office_id == office_id)
    made = select(PatternList.officer_id).where(
        PatternList.office_id == office_id, PatternList.month == month
    )
    query = (
        select(Person)
        .where(Person.office_id == office_id, Person.role == Role.OFFICER)
        .where(col(Person.id).in_(guiding), col(Person.id).not_in(made))
        .order_by(col(Person.id))
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def days(session: AsyncSession, office_id: int, officer_id: int, period: Period) -> list[Day]:
    """The finished attendances of an officer's clients in a month that nobody rejected, oldest first."""
    start, finish, decider = aliased(Event), aliased(Event), aliased(Person)
    helped = select(Assistance.id).where(
        Assistance.attendance_id == Attendance.id, col(Assistance.undone_at).is_(None)
    )
    photos = select(Evidence.id).where(
        Evidence.attendance_id == Attendance.id, col(Evidence.photo_id).is_not(None)
    )
    query = (
        select(  # type: ignore[call-overload]
            Attendance,
            Site.zone,
            Case.photo_rule,
            start.actor_id,
            finish.actor_id,
            decider.role,
            helped.exists(),
            photos.exists(),
        )
        .join(Case, col(Case.id) == col(Attendance.case_id))
        .join(Site, col(Site.id) == col(Attendance.site_id))
        .outerjoin(start, col(start.id) == col(Attendance.start_receipt))
        .outerjoin(finish, col(finish.id) == col(Attendance.finish_receipt))
        .outerjoin(decider, col(decider.id) == col(Attendance.decided_by))
        .where(belonging(office_id, officer_id), col(Attendance.finished_at).is_not(None))
        .where(Attendance.day >= period.first, Attendance.day <= period.last)
        .where(Attendance.state != AttendanceState.REJECTED)
        .order_by(col(Attendance.started_at), col(Attendance.id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return [
        Day(
            client=one.client_id,
            started_at=one.started_at,
            finished_at=one.finished_at,
            zone=zone,
            pause=timedelta(minutes=one.break_minutes),
            own_start=began_by == one.client_id and not by_others,
            own_finish=ended_by == one.client_id and not by_others and not one.closed_by_rule,
            supervisor=one.decided_by if _by_supervisor(one, role) else None,
            photo_asked=rule == PhotoRule.ALWAYS and began_by == one.client_id and not by_others,
            has_photo=has_photo,
        )
        for one, zone, rule, began_by, ended_by, role, by_others, has_photo in rows
    ]


def _by_supervisor(attendance: Attendance, role: Role | None) -> bool:
    return attendance.state is AttendanceState.CONFIRMED and role == Role.SUPERVISOR


async def confirmations(
    session: AsyncSession, office_id: int, supervisors: Collection[int], period: Period, zone: str
) -> list[Confirmation]:
    """The words of these supervisors about hours, given in a month one by one, about anybody's clients: who
    reads no cards reads none of any officer's."""
    if not supervisors:
        return []
    since, until = period.bounds(zone)
    query = (
        select(Attendance.decided_by, Attendance.decided_at)
        .where(Attendance.office_id == office_id, col(Attendance.decided_by).in_(supervisors))
        .where(Attendance.day >= period.first - DECIDED_WITHIN, Attendance.day <= period.last)
        .where(Attendance.state == AttendanceState.CONFIRMED, col(Attendance.decided_together).is_(False))
        .where(col(Attendance.decided_at) >= since, col(Attendance.decided_at) < until)
    )
    return [Confirmation(by, at) for by, at in (await session.exec(query)).all() if by and at]


async def shared_scenes(
    session: AsyncSession, office_id: int, officer_id: int, period: Period, zone: str
) -> list[SharedScene]:
    """Photos of a month that are, or look like, another client's, where one of the two is this officer's."""
    since, until = period.bounds(zone)
    own, other = aliased(Evidence), aliased(Evidence)
    clients = select(Case.client_id).where(belonging(office_id, officer_id))
    query = (
        select(own.client_id, other.client_id, own.sent_at, other.sent_at)
        .select_from(PhotoReuse)
        .join(own, col(own.photo_id) == col(PhotoReuse.photo_id))
        .join(other, col(other.photo_id) == col(PhotoReuse.other_id))
        .where(PhotoReuse.office_id == office_id, PhotoReuse.label == Label.PHOTO_SHARED)
        .where(or_(col(own.client_id).in_(clients), col(other.client_id).in_(clients)))
        .where(own.sent_at >= since, own.sent_at < until, own.client_id != other.client_id)
        .order_by(col(PhotoReuse.id))
    )
    found = [SharedScene(*row) for row in (await session.exec(query)).all()]
    return [one for one in found if not _told_before(one, found)]


def _told_before(one: SharedScene, found: Sequence[SharedScene]) -> bool:
    """Both photos of a pair may be asked about; it is one occasion."""
    return one.at < one.other_at and SharedScene(one.other, one.client, one.other_at, one.at) in found


NO_LABELS = "[]"


async def labels(
    session: AsyncSession, office_id: int, officer_id: int, period: Period, zone: str
) -> list[tuple[int, list[str]]]:
    """Of each labelled piece of evidence of a month: whose it is, and its labels."""
    since, until = period.bounds(zone)
    query = (
        select(Evidence.client_id, Evidence.labels)
        .join(Case, col(Case.id) == col(Evidence.case_id))
        .where(belonging(office_id, officer_id), col(Evidence.attendance_id).is_not(None))
        .where(Evidence.sent_at >= since, Evidence.sent_at < until)
        .where(cast(Evidence.labels, String) != NO_LABELS)
        .order_by(col(Evidence.id))
    )
    return [(client, list(found)) for client, found in (await session.exec(query)).all()]


async def patterns_of(
    session: AsyncSession, office_id: int, officer_id: int, since: datetime
) -> Sequence[Pattern]:
    """What an officer was asked since then, the newest last."""
    query = (
        select(Pattern)
        .where(Pattern.office_id == office_id, Pattern.officer_id == officer_id, Pattern.asked_at >= since)
        .order_by(col(Pattern.id))
    )
    return (await session.exec(query)).all()


async def people(session: AsyncSession, office_id: int, ids: Collection[int]) -> dict[int, Person]:
    query = select(Person).where(Person.office_id == office_id, col(Person.id).in_(ids))
    return {one.id: one for one in (await session.exec(query)).all()}


async def own_clients(session: AsyncSession, office_id: int, officer_id: int) -> frozenset[int]:
    """Whom an officer guides or guided: the others are codes to him."""
    query = select(Case.client_id).where(belonging(office_id, officer_id))
    return frozenset((await session.exec(query)).all())


async def locked(session: AsyncSession, office_id: int, pattern_id: int) -> Pattern | None:
    """A question of this office as it stands now."""
    query = select(Pattern).where(Pattern.id == pattern_id, Pattern.office_id == office_id)
    fresh = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    return (await session.exec(fresh)).first()


async def answers(
    session: AsyncSession, office_id: int, since: datetime
) -> list[tuple[PatternKind, Answer | None, int]]:
    """What became of the questions of a whole office: kind, answer, how many."""
    query = (
        select(Pattern.kind, Pattern.answer, func.count(col(Pattern.id)))
        .where(Pattern.office_id == office_id, Pattern.asked_at >= since)
        .group_by(col(Pattern.kind), col(Pattern.answer))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return [(PatternKind(kind), answer, count) for kind, answer, count in rows]


async def outcomes_of_labels(
    session: AsyncSession, office_id: int, since: datetime
) -> list[tuple[list[str], bool, bool, int]]:
    """What became of the attendances of a whole office whose evidence was asked about: labels, rejected,
    confirmed, how many pieces. Many rows in, one row for each set of labels out."""
    as_text = cast(Evidence.labels, String)
    query = (
        select(as_text, Attendance.state, func.count(col(Evidence.id)))
        .join(Attendance, col(Attendance.id) == col(Evidence.attendance_id))
        .where(Evidence.office_id == office_id, Evidence.sent_at >= since, as_text != NO_LABELS)
        .group_by(as_text, col(Attendance.state))
        .order_by(as_text, col(Attendance.state))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return [
        (
            json.loads(labels),
            state is AttendanceState.REJECTED,
            state is AttendanceState.CONFIRMED,
            count,
        )
        for labels, state, count in rows
    ]
