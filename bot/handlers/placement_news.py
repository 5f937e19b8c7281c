"""A client was placed: client, guardian and supervisors hear where, on which days and from when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.calendar import HolidayRule
from bot.domain.cases import instant, local_day
from bot.domain.messages import Ask, Line, Notice, Param, When, Words
from bot.domain.plans import Plan
from bot.storage import queries
from bot.storage.models import Case, Person, Placement, Site


@dataclass(frozen=True, slots=True)
class News:
    """A placement with the plan that follows from it."""

    case: Case
    client: Person
    site: Site
    placement: Placement
    plan: Plan

    @property
    def starts(self) -> list[datetime]:
        """When its sessions begin."""
        return [one.starts_at for one in self.plan.sessions if one.placement == self.placement.id]

    @property
    def soon(self) -> str:
        """The ending of a key where nothing is planned yet."""
        return "" if self.starts else "-no-session"

    @property
    def only(self) -> tuple[Line, ...]:
        """That it is for holidays only, where it is."""
        rules = (self.case.holiday_rule, self.site.holiday_rule)
        return (Line("place-only-holidays"),) if HolidayRule.ONLY in rules else ()

    def params(self, now: datetime) -> dict[str, Param]:
        """Site, days, hours and the first day."""
        days = frozenset(int(digit) for digit in self.placement.weekdays)
        params: dict[str, Param] = {"site": self.site.name, "days": weekdays(days)}
        if self.starts:
            params["first"] = When(self.starts[0], self.site.zone)
        return params | hours(self.placement.starts, self.placement.ends, self.site.zone, now)

    def for_others(self, now: datetime) -> dict[str, Param]:
        """The same with whom it is about."""
        return self.params(now) | {"name": self.client.shown, "code": self.client.code}


async def told(session: AsyncSession, news: News, now: datetime) -> list[Notice]:
    """What client, guardian and supervisors read."""
    client = news.client
    to_client = Notice(
        to=client.id,
        key=f"place-told-client{news.soon}",
        params=cards.greeting(client) | news.params(now),
        lines=news.only,
        ask=await cards.keyboard(session, client, now),
    )
    supervisors = await queries.supervisors_of(session, news.site, news.placement.from_on, now)
    on_site = [
        Notice(
            to=one.id,
            key=f"place-told-site{news.soon}",
            params=news.for_others(now),
            lines=news.only,
            ask=Ask.SUPERVISOR,
        )
        for one in supervisors
        if one.id != client.id
    ]
    return [to_client, *_to_guardian(news, now), *on_site]


def _to_guardian(news: News, now: datetime) -> list[Notice]:
    """Addressed without his name, beside which the child's code would stand."""
    if news.case.guardian_id is None:
        return []
    return [
        Notice(
            to=news.case.guardian_id,
            key=f"place-told-guardian{news.soon}",
            params=news.for_others(now),
            lines=news.only,
            ask=Ask.GUARDIAN,
        )
    ]


def weekdays(days: frozenset[int]) -> Words:
    """ISO weekdays in words."""
    return Words(tuple(f"weekday-{day}" for day in sorted(days)))


def hours(starts: time, ends: time, zone: str, now: datetime) -> dict[str, Param]:
    """Local times of day, as the sentences want them."""
    today = local_day(now, zone)
    return {
        "start": When(instant(today, starts, zone), zone),
        "finish": When(instant(today, ends, zone), zone),
    }
