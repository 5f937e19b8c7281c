"""A client reports (*lapor diri*): the five questions in his own words, then two with *ya* and *tidak*."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import assistance, cards
from bot.domain.answers import added, in_one, yes_or_no
from bot.domain.cases import local_day
from bot.domain.checkins import receipt_number
from bot.domain.hours import EventKind
from bot.domain.messages import Choice, Inbound, Line, Notice, Param, Refused, When, choice_numbers
from bot.domain.outages import ONE_DAY, report_closes
from bot.domain.reports import (
    BEGUN_LASTS,
    CLOSED_QUESTIONS,
    NO,
    OPENS_BEFORE,
    STEPS,
    YES,
    ReportState,
    concerns_of,
    midday,
    state_when_given,
    words_to,
)
from bot.handlers.day import own_case
from bot.reporting import begun_at
from bot.storage import queries
from bot.storage.events import record
from bot.storage.models import Office, Person, Report
from bot.storage.outages import outages_in

LONGEST_ANSWER = 900
"""Letters; with its question it fits into one message of the narrowest channel, on the officer's card."""


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/lapor`: the first question still unanswered, with the day that it is for where that is not today;
    without a duty now, the next date."""
    office = await queries.office_of(session, who.office_id)
    opens = local_day(inbound.sent_at, office.zone) + OPENS_BEFORE
    report = await queries.open_report(session, who, opens)
    if report is None:
        upcoming = await queries.next_report(session, who)
        if given := await queries.last_given_report(session, who):
            return [await _given(session, who, given, now)]
        if upcoming is None:
            raise Refused("report-no-duty")
        raise Refused("report-not-yet", at=When(midday(upcoming.due_on, office.zone), office.zone))
    asked = await _ask(session, who, report, now)
    if report.due_on == local_day(inbound.sent_at, office.zone):
        return [asked]
    about: dict[str, Param] = {"day": When(midday(report.due_on, office.zone), office.zone)}
    return [replace(asked, lines=(Line("report-about", about),))]


async def go_on(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """The question that waits, once more, after something else was asked in between."""
    question = await queries.question_to(session, who)
    report = await queries.report_by_id(session, who.office_id, question.about) if question else None
    if question is None or question.topic != "report" or report is None:
        return []
    return [await _ask(session, who, report, now)]


async def answer(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """An answer in the client's words. To one of the closed questions they are kept, and mean *ya* or *tidak*
    by how they begin; where they say neither, the two buttons ask again."""
    report = await _own(session, who, about)
    if report.state in (ReportState.DONE, ReportState.LATE):
        return await _given_before(session, who, report, now)
    words, step = in_one(inbound.text.strip(), LONGEST_ANSWER), _step(report)
    if step not in CLOSED_QUESTIONS:
        return await _answered(session, who, report, {step: words}, inbound, now)
    before, said = report.answers.get(words_to(step)), yes_or_no(words)
    kept = {words_to(step): added(before or "", words, LONGEST_ANSWER)}
    if said is None:
        report.answers = report.answers | kept
        return [replace(await _ask(session, who, report, now), lines=(Line("report-yes-or-no"),))]
    return await _answered(session, who, report, kept | {step: YES if said else NO}, inbound, now)


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ya* or *tidak* to one of the closed questions; an old button repeats the question that is open."""
    report_id, number, yes = choice_numbers(inbound.text, 3)
    report = await _own(session, who, report_id)
    if report.state in (ReportState.DONE, ReportState.LATE):
        return await _given_before(session, who, report, now)
    if number >= len(STEPS) or STEPS[number] != _step(report):
        return [await _ask(session, who, report, now)]
    return await _answered(session, who, report, {STEPS[number]: YES if yes else NO}, inbound, now)


async def _own(session: AsyncSession, who: Person, report_id: int) -> Report:
    """A report of this client, read after its case was locked. Raises Refused for anybody else's."""
    report = await queries.report_by_id(session, who.office_id, report_id)
    if report is None or report.client_id != who.id:
        raise Refused("not-yours")
    await own_case(session, who, report.case_id)
    await session.refresh(report)
    return report


async def _given_before(session: AsyncSession, who: Person, report: Report, now: datetime) -> list[Notice]:
    await queries.forget_question(session, who)
    return [await _receipt(session, who, report, now)]


async def _answered(
    session: AsyncSession,
    who: Person,
    report: Report,
    answers: dict[str, str],
    inbound: Inbound,
    now: datetime,
) -> list[Notice]:
    await _note_begin(session, who, report, inbound, now)
    report.answers = report.answers | answers
    if _step(report):
        return [await _ask(session, who, report, now)]
    return await _complete(session, who, report, inbound, now)


async def _note_begin(
    session: AsyncSession, who: Person, report: Report, inbound: Inbound, now: datetime
) -> None:
    """The first answer decides whether a report is in time; answers long after it begin anew."""
    case = await own_case(session, who, report.case_id)
    began = await begun_at(session, case, report)
    if began is not None and inbound.sent_at - began < BEGUN_LASTS:
        return
    payload = {"report": report.id, "due_on": report.due_on.isoformat()}
    await record(
        session,
        case,
        EventKind.REPORT_BEGUN,
        actor_id=who.id,
        payload=payload,
        happened_at=inbound.sent_at,
        now=now,
    )


def _step(report: Report) -> str:
    """The first question without an answer, or '' when all have one."""
    return next((step for step in STEPS if step not in report.answers), "")


async def _ask(session: AsyncSession, who: Person, report: Report, now: datetime) -> Notice:
    step = _step(report)
    number = STEPS.index(step)
    await queries.ask_for_words(session, who, "report", report.id, now, number)
    params: dict[str, Param] = {"number": number + 1, "count": len(STEPS)}
    choices: tuple[Choice, ...] = ()
    if step in CLOSED_QUESTIONS:
        about = f"report-answer:{report.id}:{number}"
        choices = (Choice(f"{about}:0", "choice-no"), Choice(f"{about}:1", "choice-yes"))
    return Notice(to=who.id, key=f"report-ask-{step}", params=params, choices=choices)


async def _complete(
    session: AsyncSession, who: Person, report: Report, inbound: Inbound, now: datetime
) -> list[Notice]:
    await queries.forget_question(session, who)
    case = await own_case(session, who, report.case_id)
    began = await begun_at(session, case, report)
    closes = report.closes_at
    if inbound.sent_at >= closes:
        closes = report_closes(closes, await outages_in(session, closes - ONE_DAY, closes))
    report.state = state_when_given(inbound.sent_at, closes, began)
    report.reported_at, report.look_at = inbound.sent_at, None
    report.revision += 1
    report.concerns = [concern.value for concern in concerns_of(report.answers)]
    event = await record(
        session,
        case,
        EventKind.REPORTED,
        actor_id=who.id,
        payload={"report": report.id, "due_on": report.due_on.isoformat(), "answers": report.answers},
        happened_at=inbound.sent_at,
        now=now,
    )
    report.receipt = event.id
    await assistance.note_report(session, report, now)
    card = Choice(f"client:{case.id}", "choice-name", {"name": who.shown})
    told = [
        Notice(
            to=case.guide,
            key=f"report-concern-{concern}",
            params={"name": who.shown},
            choices=(card,),
        )
        for concern in report.concerns
        if concern in CLOSED_QUESTIONS
    ]
    return [await _receipt(session, who, report, now), *told]


async def _given(session: AsyncSession, who: Person, report: Report, now: datetime) -> Notice:
    """There is nothing to report now: what came last, and what comes next."""
    office = await queries.office_of(session, who.office_id)
    params: dict[str, Param] = {
        "day": When(midday(report.due_on, office.zone), office.zone),
        "number": receipt_number(report.receipt),
    }
    lines = await _next(session, who, office)
    ask = await cards.keyboard(session, who, now)
    return Notice(to=who.id, key="report-already", params=params, lines=tuple(lines), ask=ask)


async def _next(session: AsyncSession, who: Person, office: Office) -> list[Line]:
    following = await queries.next_report(session, who)
    if following is None:
        return []
    return [Line("report-next", {"day": When(midday(following.due_on, office.zone), office.zone)})]


async def _receipt(session: AsyncSession, who: Person, report: Report, now: datetime) -> Notice:
    office = await queries.office_of(session, who.office_id)
    lines = [Line("report-late")] if report.state is ReportState.LATE else []
    lines += await _next(session, who, office)
    params: dict[str, Param] = {
        "at": When(report.reported_at or report.closes_at, office.zone),
        "number": receipt_number(report.receipt),
    }
    ask = await cards.keyboard(session, who, now)
    return Notice(to=who.id, key="report-receipt", params=params, lines=tuple(lines), ask=ask)
