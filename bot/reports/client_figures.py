"""What the week knows of each client, made of the rows that were asked for once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from datetime import date, datetime

from bot.domain.answers import reason_of
from bot.domain.checkins import SessionState
from bot.domain.client_weeks import (
    OWN_WORDS_KEPT,
    REASON_KEPT,
    Attended,
    Calling,
    ClientWeek,
    ConsentWanted,
    Contact,
    Miss,
    Reported,
    Undecided,
    UndecidedKind,
    Unread,
)
from bot.domain.follow_ups import Step
from bot.domain.law import check_person
from bot.domain.messages import Refused
from bot.domain.outcomes import MEANINGS, Outcome
from bot.domain.pace import Forecast
from bot.domain.reports import QUESTIONS, Concern
from bot.domain.sanity import Odd, Stay, oddities
from bot.domain.weeks import Period
from bot.limits import Beyond
from bot.orders import order_of
from bot.storage.account_queries import Reached
from bot.storage.consent_queries import Pending
from bot.storage.models import Attendance, Case, CaseBalance, Person, Report, Site, WorkSession


def client_week(
    case: Case,
    client: Person,
    balance: CaseBalance | None,
    *,
    sessions: Sequence[WorkSession],
    in_a_row: Sequence[WorkSession],
    heard: Set[int],
    attended: Sequence[Attended],
    reports: Sequence[Report],
    rejected: int,
    until: datetime,
    contact: Contact,
    officer: str,
    consent: ConsentWanted | None,
    next_at: datetime | None,
    pace: Forecast | None,
    steps: tuple[Step, ...],
    corrected: int,
    calling: Calling | None,
    unread: Unread | None,
    undecided: tuple[Undecided, ...],
    asked: Sequence[Period],
    odd: Sequence[Odd],
) -> ClientWeek:
    """`asked`: the days of which the client asks to be excused, in any of his cases, undecided."""
    balance = balance or CaseBalance(
        case_id=case.id, office_id=case.office_id, seq=0, remaining=case.total_minutes
    )
    missed = [one for one in sessions if was_missed(one, until)]
    misses = [
        one
        for one in missed
        if one.state is not SessionState.MISSED or not any(one.day in days for days in asked)
    ]
    return ClientWeek(
        case_id=case.id,
        client_id=client.id,
        name=client.shown,
        number="" if client.child else case.number,
        programme=case.programme,
        starts_on=case.starts_on or date.max,
        credited=balance.credited,
        waiting=balance.waiting,
        surplus=balance.surplus,
        remaining=balance.remaining,
        started=len(sessions) - len(missed) - rejected,
        rejected=rejected,
        misses=tuple(miss_of(client, one) for one in misses),
        in_a_row=tuple(miss_of(client, one, heard=one.id in heard) for one in in_a_row),
        attended=tuple(attended),
        reports=tuple(_reported(client, one) for one in reports),
        contact=contact,
        code=client.code,
        officer=officer,
        consent=consent,
        next_at=next_at,
        ends_on=case.ends_on,
        state=case.state,
        closing_chosen=case.closing_outcome is not None,
        misfit=_misfit(case, client),
        forecast=pace,
        steps=steps,
        corrected=corrected,
        calling=calling,
        unread=unread,
        undecided=undecided,
        odd=tuple(odd),
    )


def asked_days(
    undecided: Mapping[int, Sequence[Undecided]], client_of: Mapping[int, int]
) -> Mapping[int, Sequence[Period]]:
    """Client → the days of which he asks to be excused: a request under one case means all of them."""
    found: dict[int, list[Period]] = defaultdict(list)
    for case_id, waiting in undecided.items():
        if case_id in client_of:
            found[client_of[case_id]] += [
                Period(one.first, one.last) for one in waiting if one.kind is UndecidedKind.EXCUSE
            ]
    return found


def guide_of(case: Case, officers: Mapping[int, str]) -> str:
    return officers.get(case.officer_id or 0, "")


def contact_of(client: int, reached: Reached | None, stopped: Set[int], wrong: Set[int]) -> Contact:
    if client in wrong and (reached is None or not reached.ever):
        return Contact.WRONG_NUMBER
    if reached is None:
        return Contact.NEVER
    if not reached.ever:
        return Contact.SHARED
    if reached.now:
        return Contact.REACHED
    return Contact.STOPPED if client in stopped else Contact.LOST


def consent_of(waiting: Pending | None) -> ConsentWanted | None:
    if waiting is None:
        return None
    return ConsentWanted(waiting.why.value, waiting.guardian.code if waiting.guardian else "")


def _misfit(case: Case, client: Person) -> str:
    try:
        check_person(order_of(case, client))
    except Refused as no:
        return no.key
    return ""


def odd_in(
    case: int, stays: Sequence[tuple[date, Stay]], cases: Collection[int], period: Period
) -> list[Odd]:
    """What is odd about a person's last weeks, told in the week of its newest stay, so that it is told once:
    with the newest of it that lies in one of these cases."""
    day_of = {stay.id: day for day, stay in stays}
    case_of = {stay.id: stay.case for _, stay in stays if stay.case in cases}
    return [
        one
        for one in oddities(stay for _, stay in stays)
        if day_of[one.stays[-1]] in period
        and next((case_of[stay] for stay in reversed(one.stays) if stay in case_of), None) == case
    ]


def miss_of(client: Person, planned: WorkSession, *, heard: bool = False) -> Miss:
    rejected = planned.state is SessionState.STARTED
    unreached = planned.outcome is Outcome.UNREACHED
    return Miss(planned.day, _words(client, planned.answer), rejected, unreached, heard)


def was_missed(planned: WorkSession, until: datetime) -> bool:
    """Nobody came; or the supervisor says so of what was recorded, and the session is over."""
    if planned.state is SessionState.STARTED:
        said = planned.outcome is not None and MEANINGS[planned.outcome].needs_follow_up
        return said and planned.ends_at <= until
    return planned.state is SessionState.MISSED


def rejected_among(sessions: Sequence[WorkSession], attended: Sequence[Attendance], until: datetime) -> int:
    """How many of these sessions have no other record than a rejected one, and are no miss for it."""
    ours = {one.id for one in sessions if not was_missed(one, until)}
    return sum(one.session_id in ours and one.rejected for one in attended)


def _reported(client: Person, report: Report) -> Reported:
    given = report.answers if not client.child else {}
    answers = tuple(given.get(question, "") for question in QUESTIONS) if given else ()
    concerns = tuple(Concern(one) for one in report.concerns)
    return Reported(report.due_on, report.state, report.reported_at, answers, concerns)


def _words(client: Person, text: str) -> str:
    """Free text about a child might name somebody (UU 11/2012 Pasal 19): it stays on his officer's card."""
    if not client.child or not text:
        return text
    return reason_of(text) or OWN_WORDS_KEPT


def attendance_of(
    case: Case,
    client: Person,
    attendance: Attendance,
    site: Site,
    outcome: Outcome | None,
    far: Mapping[int, int],
    beyond: Beyond,
    now_is: Mapping[int, int],
) -> Attended:
    reason = _words(client, attendance.reject_reason)
    return Attended(
        id=attendance.id,
        day=attendance.day,
        site=site.name,
        zone=site.zone,
        started_at=attendance.started_at,
        finished_at=attendance.finished_at,
        break_minutes=attendance.break_minutes,
        credited=attendance.credited,
        surplus=attendance.surplus,
        state=attendance.state,
        decided_at=attendance.decided_at,
        by_officer=now_is.get(attendance.decided_by or 0, attendance.decided_by) == case.officer_id,
        reason=REASON_KEPT if reason == OWN_WORDS_KEPT else reason,
        planned=attendance.session_id is not None,
        accepted=attendance.accepted_by is not None,
        outcome=outcome,
        closed_by_rule=attendance.closed_by_rule,
        far_m=far.get(attendance.id),
        beyond=beyond.get(attendance.id, ()),
        surplus_cap=attendance.surplus_cap,
    )
