"""What comes of evaluations: per site and activity, for all of an office, and in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, case
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from bot.domain.evaluations import ELEMENTS, GOOD, Question, Rater, SessionWord, Tally
from bot.domain.rated_sessions import Rated, rated_of
from bot.domain.weeks import Period
from bot.storage.evaluations import EvaluationAnswer, SessionRating
from bot.storage.models import Site


@dataclass(slots=True)
class SiteResult:
    """One kind of work at one site: how its sessions went, and what clients and officers said of it."""

    number: int
    """The site's own: two may have one name."""
    site: str
    activity: str
    sessions: dict[SessionWord, int] = field(default_factory=lambda: defaultdict(int))
    clients: Tally = field(default_factory=Tally)
    officers: Tally = field(default_factory=Tally)

    @property
    def key(self) -> tuple[int, str]:
        return self.number, self.activity

    @property
    def rated(self) -> int:
        return sum(self.sessions.values())

    @property
    def smooth(self) -> int:
        """Of a hundred sessions."""
        return round(100 * self.sessions[SessionWord.SMOOTH] / self.rated) if self.rated else 0

    @property
    def troubled(self) -> float:
        """The share of sessions with trouble."""
        return self.sessions[SessionWord.TROUBLED] / self.rated if self.rated else 0.0


@dataclass(frozen=True, slots=True)
class Remark:
    """Somebody's words; of a client nothing else is known."""

    rater: Rater
    words: str
    site: str


async def by_site(
    session: AsyncSession, office_id: int, agency: str | None, period: Period
) -> Sequence[SiteResult]:
    """Where something was said, at an agency's sites (None: at all); where sessions had trouble first."""
    found: dict[tuple[int, str], SiteResult] = {}
    sites = {one.id: one.name for one in (await session.exec(_sites(office_id, agency))).all()}

    def of(site_id: int, activity: str) -> SiteResult:
        return found.setdefault((site_id, activity), SiteResult(site_id, sites[site_id], activity))

    for site_id, activity, word, count in await _sessions(session, office_id, period):
        if site_id in sites:
            of(site_id, activity).sessions[SessionWord(word)] += count
    for site_id, activity, question, *figures in await _answers(session, office_id, period):
        if site_id not in sites:
            continue
        if question == Question.ACTIVITY:
            of(site_id, activity).clients = Tally(*figures)
        else:
            of(site_id, activity).officers = Tally(*figures)
    return sorted(found.values(), key=lambda one: (-one.troubled, one.site, one.activity))


async def rated(session: AsyncSession, office_id: int, agency: str | None, period: Period) -> Rated:
    """What supervisors said of the sessions of a period, at an agency's sites (None: at all)."""
    mine = () if agency is None else (func.lower(Site.agency) == agency.casefold(),)
    query = (
        select(Site.id, Site.name, SessionRating.word, func.count())
        .join(Site, col(Site.id) == col(SessionRating.site_id))
        .where(SessionRating.office_id == office_id, *mine)
        .where(SessionRating.day >= period.first, SessionRating.day <= period.last)
        .group_by(col(Site.id), col(Site.name), col(SessionRating.word))
    )
    words: dict[tuple[int, str], dict[SessionWord, int]] = defaultdict(dict)
    for number, name, word, count in (await session.exec(query)).all():
        words[number, name][SessionWord(word)] = count
    return rated_of(words)


async def elements(session: AsyncSession, office_id: int, period: Period) -> Mapping[Question, Tally]:
    """What clients answered to each element of service."""
    query = (
        select(EvaluationAnswer.question, *_figures())
        .where(EvaluationAnswer.office_id == office_id, *_within(period))
        .where(col(EvaluationAnswer.question).in_(ELEMENTS), col(EvaluationAnswer.value).is_not(None))
        .group_by(col(EvaluationAnswer.question))
    )
    return {Question(one): Tally(*figures) for one, *figures in (await session.exec(query)).all()}


async def remarks(session: AsyncSession, office_id: int, period: Period) -> Sequence[Remark]:
    """All that was written: of supervisors and officers the latest first, of clients by their first letter,
    so that no order tells whose they are."""
    query = (
        select(EvaluationAnswer, Site.name)
        .outerjoin(Site, col(Site.id) == col(EvaluationAnswer.site_id))
        .where(EvaluationAnswer.office_id == office_id, EvaluationAnswer.words != "", *_within(period))
        .order_by(col(EvaluationAnswer.id).desc())
    )
    found = [
        Remark(Rater(one.rater), one.words, site or "") for one, site in (await session.exec(query)).all()
    ]
    of_clients = [one for one in found if one.rater is Rater.CLIENT]
    others = [one for one in found if one.rater is not Rater.CLIENT]
    return [*others, *sorted(of_clients, key=lambda one: one.words.casefold())]


def _sites(office_id: int, agency: str | None) -> SelectOfScalar[Site]:
    query = select(Site).where(Site.office_id == office_id)
    return query if agency is None else query.where(func.lower(Site.agency) == agency.casefold())


async def _sessions(
    session: AsyncSession, office_id: int, period: Period
) -> Sequence[tuple[int, str, str, int]]:
    query = (
        select(SessionRating.site_id, SessionRating.activity, SessionRating.word, func.count())
        .where(SessionRating.office_id == office_id)
        .where(SessionRating.day >= period.first, SessionRating.day <= period.last)
        .group_by(col(SessionRating.site_id), col(SessionRating.activity), col(SessionRating.word))
    )
    return (await session.exec(query)).all()


async def _answers(session: AsyncSession, office_id: int, period: Period) -> Sequence[Any]:
    about = (col(EvaluationAnswer.site_id), col(EvaluationAnswer.activity), col(EvaluationAnswer.question))
    query = (
        select(*about, *_figures())  # type: ignore[call-overload]
        .where(EvaluationAnswer.office_id == office_id, *_within(period))
        .where(col(EvaluationAnswer.question).in_((Question.ACTIVITY, Question.PLACEMENT)))
        .where(col(EvaluationAnswer.site_id).is_not(None))
        .group_by(*about)
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return rows


def _figures() -> tuple[Any, Any, Any]:
    """What a `Tally` holds."""
    value = col(EvaluationAnswer.value)
    return func.count(), func.sum(value), func.sum(case((value >= GOOD, 1), else_=0))


def _within(period: Period) -> tuple[ColumnElement[bool], ...]:
    """A client's answer stands under the first of its month."""
    day = col(EvaluationAnswer.day)
    return day >= period.first, day <= period.last
