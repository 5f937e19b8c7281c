"""A client reports (*lapor diri*): the five questions, one at a time, in his own words."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.cases import local_day
from bot.domain.checkins import receipt_number
from bot.domain.hours import EventKind
from bot.domain.messages import Inbound, Line, Notice, Param, Refused, When
from bot.domain.reports import OPENS_BEFORE, QUESTIONS, ReportState, midday, state_when_given
from bot.handlers.day import own_case
from bot.storage import queries
from bot.storage.events import record
from bot.storage.models import Office, Person, Report

LONGEST_ANSWER = 900
"""Letters; with its question it fits into one message of the narrowest channel, on the officer's card."""


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/lapor`: the first question still unanswered; without a duty now, the next date."""
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
    return [await _ask(session, who, report, now)]


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
    """An answer in the client's words; after the fifth the report is complete."""
    report = await queries.report_by_id(session, who.office_id, about)
    if report is None or report.client_id != who.id:
        raise Refused("not-yours")
    if report.state in (ReportState.DONE, ReportState.LATE):
        await queries.forget_question(session, who)
        return [await _receipt(session, who, report, now)]
    step = len(report.answers)
    report.answers = report.answers | {QUESTIONS[step]: inbound.text.strip()[:LONGEST_ANSWER]}
    if step + 1 < len(QUESTIONS):
        return [await _ask(session, who, report, now)]
    return await _complete(session, who, report, inbound, now)


async def _ask(session: AsyncSession, who: Person, report: Report, now: datetime) -> Notice:
    step = len(report.answers)
    await queries.ask_for_words(session, who, "report", report.id, now, step)
    params: dict[str, Param] = {"number": step + 1, "count": len(QUESTIONS)}
    return Notice(to=who.id, key=f"report-ask-{QUESTIONS[step]}", params=params)


async def _complete(
    session: AsyncSession, who: Person, report: Report, inbound: Inbound, now: datetime
) -> list[Notice]:
    await queries.forget_question(session, who)
    case = await own_case(session, who, report.case_id)
    report.state = state_when_given(inbound.sent_at, report.closes_at)
    report.reported_at, report.look_at = inbound.sent_at, None
    report.revision += 1
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
    return [await _receipt(session, who, report, now)]


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
