"""What waits for an officer's decision as lines of his work list: excuses, contests, wishes for another day.
Each says how long it waits or until when, and its button opens the card."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.finding import Finding, Group
from bot.domain.messages import Choice, Line, Param, When
from bot.domain.outcomes import Outcome
from bot.domain.reports import midday
from bot.excuse_cards import span
from bot.handlers import move_requests
from bot.handlers.move_requests import Wish
from bot.storage import client_queries, contests, excuse_requests
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Case, Contest, Office, Person

MOST = 1000
"""More of one kind is not looked for."""
DATED = {
    "choice-listed-excuse": "choice-listed-excuse-day",
    "choice-listed-contest": "choice-listed-contest-day",
    "choice-listed-move": "choice-listed-move-day",
}
"""The words of a button where its name comes twice."""


async def waiting(
    session: AsyncSession, who: Person, office: Office, now: datetime
) -> Mapping[int, Sequence[Finding]]:
    """Officer → what waits in his cases, for this officer to decide: the days that come first, first."""
    asked = await excuse_requests.waiting_for(session, who, MOST, now)
    filed = await contests.waiting_for(session, who, MOST, now)
    running = await client_queries.running(session, who, now)
    wished = await move_requests.undecided(session, who.office_id, running, now)
    cases = {one.id: one for one in running}
    theirs = {*(one.case_id for one in asked), *(one.case_id for one in filed)}
    cases |= await _cases(session, theirs - set(cases))
    known = Known(cases, await _names(session, cases.values()), office.zone)
    return _by_officer(
        [
            *(_excuse(known, one) for one in asked),
            *(_contest(known, one) for one in filed),
            *(_move(known, one) for one in wished),
        ]
    )


@dataclass(frozen=True, slots=True)
class Known:
    """The cases of all that waits, and whose they are."""

    cases: Mapping[int, Case]
    names: Mapping[int, str]
    zone: str

    def line(
        self, case: Case, key: str, params: dict[str, Param], opens: tuple[str, str], day: date
    ) -> tuple[Case, Finding]:
        """The line with its button; `opens` is the button's id and its words."""
        name: dict[str, Param] = {"name": self.names[case.client_id]}
        opened = Choice(*opens, name | {"day": When(midday(day, self.zone), self.zone)})
        return case, Finding(Group.ACT, (case.id,), Line(key, name | params), opens=(opened,))


def _excuse(known: Known, one: ExcuseRequest) -> tuple[Case, Finding]:
    params = span(*one.days, known.zone) | {"since": When(one.filed_at or one.begun_at, known.zone)}
    opens = (f"excuse-show:{one.id}", "choice-listed-excuse")
    return known.line(known.cases[one.case_id], "needs-asked-excuse", params, opens, one.days[0])


def _contest(known: Known, one: Contest) -> tuple[Case, Finding]:
    params = span(one.day, one.day, known.zone) | {"since": When(one.filed_at, known.zone)}
    params["until"] = When(midday(one.answer_by, known.zone), known.zone)
    opens = (f"contest-show:{one.id}", "choice-listed-contest")
    return known.line(known.cases[one.case_id], "needs-asked-contest", params, opens, one.day)


def _move(known: Known, one: Wish) -> tuple[Case, Finding]:
    closed = one.planned.outcome is Outcome.SITE_CLOSED
    params: dict[str, Param] = {"site": one.site.name, "at": When(one.planned.starts_at, one.site.zone)}
    opens = (f"move-show:{one.planned.id}", "choice-listed-move")
    return known.line(one.case, "needs-make-up" if closed else "needs-move", params, opens, one.planned.day)


def _by_officer(found: Sequence[tuple[Case, Finding]]) -> Mapping[int, Sequence[Finding]]:
    """The buttons of one kind and name say their day."""
    often = Counter((one.opens[0].key, one.opens[0].params["name"]) for _, one in found)
    officers: dict[int, list[Finding]] = defaultdict(list)
    for case, one in found:
        (opened,) = one.opens
        key = DATED[opened.key] if often[opened.key, opened.params["name"]] > 1 else opened.key
        officers[case.guide_id].append(replace(one, opens=(replace(opened, key=key),)))
    return officers


async def _cases(session: AsyncSession, ids: Iterable[int]) -> dict[int, Case]:
    """Also those that are over: what waits in them is still decided."""
    query = select(Case).where(col(Case.id).in_(list(ids)))
    return {one.id: one for one in (await session.exec(query)).all()}


async def _names(session: AsyncSession, cases: Iterable[Case]) -> dict[int, str]:
    query = select(Person).where(col(Person.id).in_({one.client_id for one in cases}))
    return {one.id: one.shown for one in (await session.exec(query)).all()}
