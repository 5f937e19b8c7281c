"""The forms at the end of a case: who is asked, one question after the other, and what becomes of an answer.
Nothing in the case follows from any of them."""

from __future__ import annotations

import secrets
from datetime import date, datetime, time, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import kinship
from bot.domain import deaths
from bot.domain.calendar import age_on
from bot.domain.cases import CLOSED_STATES, CaseState, instant, local_day
from bot.domain.evaluations import LONGEST_REMARK, SKIPPED, Question, Rater, answers_himself, questions_for
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.storage import account_queries, evaluations, leaves, queries
from bot.storage.evaluations import EvaluationAnswer, EvaluationForm
from bot.storage.events import record
from bot.storage.models import Case, Person, Site
from bot.storage.selves import selves_of

ASKED_AT = time(9)
"""The morning after the end, in the office's zone: that day has brought its own news."""
UNANSWERED = timedelta(days=14)
"""As long as a form of the last two weeks is unanswered, nobody is written to about the next one."""
_LOTS = 2**31


async def begin(session: AsyncSession, case: Case, now: datetime) -> EvaluationForm | None:
    """A case was closed: whoever saw it is asked about it, once. Returns the officer's form, for the button
    below the news that reaches him anyway; the others are asked by the clock."""
    known = {Rater(one.rater): one for one in await evaluations.forms_of(session, case)}
    office = await queries.office_of(session, case.office_id)
    day = local_day(now, office.zone)
    asked_at = instant(day + timedelta(days=1), ASKED_AT, office.zone)
    site = await evaluations.main_site(session, case)
    raters = {
        Rater.SUPERVISOR: await _supervisor(session, case, site, now),
        Rater.CLIENT: None if ended_by_death(case) else await _client(session, case, now),
        Rater.OFFICER: case.officer_id,
    }
    for rater, person_id in raters.items():
        if person_id is None or rater in known:
            continue
        asked = questions_for(rater, lot=case.id, at_site=site is not None)
        known[rater] = EvaluationForm(
            office_id=case.office_id,
            case_id=case.id,
            person_id=person_id,
            rater=rater,
            site_id=site.id if site else None,
            activity=await evaluations.activity_at(session, case, site) if site else "",
            questions=[one.value for one in asked],
            made_at=now,
            look_at=None if rater is Rater.OFFICER else asked_at,
        )
        session.add(known[rater])
    await session.flush()
    own = known.get(Rater.OFFICER)
    return own if own is not None and own.question is not None else None


def ended_by_death(case: Case) -> bool:
    """Whether the officer wrote so: then nobody at home is asked anything."""
    return case.state is CaseState.ENDED and deaths.of_client(case.closing_reason)


async def is_to_be_asked(session: AsyncSession, form: EvaluationForm, now: datetime) -> bool:
    """Whether the clock writes about this form now. Where the case goes on again, or nothing can be written
    to whom it is for, there is no form any more; where an earlier one is still unanswered, it only waits."""
    case = await session.get_one(Case, form.case_id)
    person = await session.get_one(Person, form.person_id)
    reached = await account_queries.has_account(session, person)
    if case.state not in CLOSED_STATES or not reached or await queries.has_left(session, person, now):
        await session.delete(form)
        return False
    form.look_at = None
    if await evaluations.asked_since(session, form, now - UNANSWERED):
        return False
    form.told_at = now
    return True


async def is_for(session: AsyncSession, form: EvaluationForm, who: Person, now: datetime) -> bool:
    """The officer's is for whoever guides the case today, every other for the person who was asked."""
    if form.rater is Rater.OFFICER:
        return await leaves.guides(session, who, await session.get_one(Case, form.case_id), now)
    return form.person_id in (await session.exec(selves_of(who.id))).all()


async def answer(
    session: AsyncSession, form: EvaluationForm, value: int, *, by: Person, now: datetime
) -> None:
    """1 to 4, or that it is left out; the next question is due."""
    if value != SKIPPED:
        await _keep(session, form, now, value=value)
    form.step += 1
    await _done(session, form, by, now)


async def remark(
    session: AsyncSession, form: EvaluationForm, words: str, *, by: Person, now: datetime
) -> None:
    """The words at the end, kept as long as the office keeps photos. Raises Refused where none are asked
    for, or too many came."""
    if form.question is not Question.REMARK:
        raise Refused("choice-unknown")
    if len(words) > LONGEST_REMARK:
        raise Refused("words-too-many", count=len(words), most=LONGEST_REMARK)
    await _keep(session, form, now, words=words)
    form.step += 1
    await _done(session, form, by, now)


async def _keep(
    session: AsyncSession, form: EvaluationForm, now: datetime, *, value: int | None = None, words: str = ""
) -> None:
    """A client's answer is parted from him here: of its day the month is left, by which his words are erased
    too, its number tells neither order nor neighbours, and only what is about the site names it."""
    office = await queries.office_of(session, form.office_id)
    day, question = local_day(now, office.zone), form.question
    assert question is not None  # noqa: S101  (the caller has looked)
    named = form.rater is not Rater.CLIENT
    at_site = named or question is Question.ACTIVITY
    spoken = now if named else instant(_month_after(day), time(), office.zone)
    answer = EvaluationAnswer(
        office_id=form.office_id,
        case_id=form.case_id if named else None,
        rater=form.rater,
        site_id=form.site_id if at_site else None,
        activity=form.activity if at_site else "",
        question=question,
        value=value,
        words=words,
        day=day if named else day.replace(day=1),
        look_at=spoken + timedelta(days=office.keep_photos_days) if words else None,
    )
    if not named:
        answer.id = await _by_lot(session)
    session.add(answer)
    await session.flush()


async def _by_lot(session: AsyncSession) -> int:
    """A free number below those that the database counts up."""
    while await session.get(EvaluationAnswer, number := -secrets.randbelow(_LOTS) - 1) is not None:
        pass
    return number


def _month_after(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


async def _done(session: AsyncSession, form: EvaluationForm, by: Person, now: datetime) -> None:
    """After the last question: a fact of the case, of which a client's answers are no part. Of his form is
    left that it is done, so that nobody asks again, and not when."""
    if form.question is not None:
        return
    if form.rater is Rater.CLIENT:
        form.done_at = form.made_at
        return
    form.done_at = now
    case = await session.get_one(Case, form.case_id)
    payload = {"rater": form.rater.value, "answers": await evaluations.values_of(session, form)}
    kind = EventKind.EVALUATED
    await record(session, case, kind, actor_id=by.id, payload=payload, happened_at=now, now=now)


async def _client(session: AsyncSession, case: Case, now: datetime) -> int | None:
    """The client, or the guardian of one who is not of age."""
    client = await session.get_one(Person, case.client_id)
    office = await queries.office_of(session, case.office_id)
    age = age_on(client.born_on, local_day(now, office.zone)) if client.born_on else None
    return client.id if answers_himself(child=client.child, age=age) else case.guardian_id


async def _supervisor(session: AsyncSession, case: Case, site: Site | None, now: datetime) -> int | None:
    """Of those who confirm at the site today and are not his family the one who confirmed most."""
    if site is None:
        return None
    there = await kinship.deciders(session, site, local_day(now, site.zone), case.client_id, now)
    said = await evaluations.decided_by(session, case, site)
    return max(there, key=lambda one: (said.get(one.id, 0), -one.id)).id if there else None
