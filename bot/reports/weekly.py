"""The weekly summary: its figures, gathered once for an officer, and the messages made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, datetime, timedelta
from typing import TypeVar

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.answers import reason_of
from bot.domain.capacity import Expected, crowd
from bot.domain.cases import local_day
from bot.domain.checkins import SessionState
from bot.domain.digest import (
    OWN_WORDS_KEPT,
    REASON_KEPT,
    Attended,
    Calling,
    ClientWeek,
    ConsentWanted,
    Contact,
    Crowded,
    DoubtedPin,
    Draft,
    Miss,
    Moved,
    Reported,
    ThinSite,
    Undecided,
    Unread,
    Week,
)
from bot.domain.follow_ups import Step
from bot.domain.law import check_person, missing
from bot.domain.messages import Line, Notice, Refused, Resend
from bot.domain.outcomes import MEANINGS, Outcome
from bot.domain.pace import LOOK_BACK, Forecast
from bot.domain.reports import QUESTIONS, Concern
from bot.domain.sanity import Odd, Stay, oddities
from bot.domain.weeks import Period, week_days, week_of
from bot.limits import Beyond, all_beyond
from bot.orders import order_of
from bot.paces import forecasts
from bot.reports.summary import summary_lines
from bot.storage import consent_queries, follow_ups, help_calls, left_behind, offers, site_queries, threads
from bot.storage import digest_queries as ask
from bot.storage.account_queries import Reached
from bot.storage.consent_queries import Pending
from bot.storage.doubles import merged_ids
from bot.storage.heard import heard as heard_of
from bot.storage.models import Attendance, Case, CaseBalance, Office, Person, Report, Site, WorkSession
from bot.storage.office_transfers import OfficeTransfer, came_to, gone_from
from bot.storage.stays import stays
from bot.storage.transfers import moves_between
from bot.storage.undecided import undecided_in

CROWDS_AHEAD = timedelta(days=14)
"""How far ahead a full site is told of: time to change somebody's plan."""

Row = TypeVar("Row")
Name = TypeVar("Name", bound=Hashable)


async def gather(
    session: AsyncSession, office: Office, officer: Person | None, period: Period, now: datetime
) -> Week:
    """The figures of an officer's active cases (without one: of the whole office) over a period, as of
    `now`. The number of queries does not depend on the number of clients."""
    whose = (office.id, officer.id if officer else None)
    until = min(now, period.bounds(office.zone)[1])
    cases = await ask.cases(session, *whose)
    sessions = _by(await ask.sessions(session, *whose, period), lambda row: row.case_id)
    missed = await ask.missed_in_a_row(session, *whose, until)
    in_a_row = _by(missed, lambda row: row.case_id)
    unbelieved = await heard_of(session, office.id, missed)
    attended = _by(await ask.attendances(session, *whose, period, office.zone), lambda row: row[0].case_id)
    far = await ask.far_locations(session, *whose, period)
    of_case = {case.id: (case, client) for case, client, _ in cases}
    worked = [(*of_case[row.case_id], row, site) for rows in attended.values() for row, site, _ in rows]
    beyond = await all_beyond(session, office.id, worked)
    now_is = await merged_ids(session, office.id)
    reports = _by(await ask.reports(session, *whose, period, office.zone), lambda row: row.case_id)
    reachable = await ask.reachable(session, *whose)
    silent = {client.id for _, client, _ in cases} - {one for one, chats in reachable.items() if chats.now}
    stopped = await consent_queries.stopped(session, office.id, silent)
    wrong = await consent_queries.wrong_numbers(session, office.id, silent)
    children = [client for _, client, _ in cases if client.child]
    consents = await consent_queries.pending(session, office.id, children) if children else {}
    next_at = await ask.next_sessions(session, *whose, now)
    steps = await follow_ups.standing_of(session, *whose)
    corrections = await ask.corrections(session, office.id, period, office.zone)
    calling = await help_calls.standing_in(session, *whose)
    unread = await threads.unread_in(session, *whose)
    undecided = await undecided_in(session, ask.theirs(*whose))
    paces = await forecasts(session, office, [case for case, _, _ in cases], now)
    people = await stays(session, *whose, period.last - LOOK_BACK, period.last)
    drafts = await ask.drafts(session, *whose)
    officers = {} if officer else await ask.officers(session, office.id)
    today = local_day(now, office.zone)
    coming = await ask.stays_to_come(session, *whose, today, today + CROWDS_AHEAD)
    clients = [
        _client(
            case,
            client,
            balance,
            sessions=sessions[case.id],
            in_a_row=in_a_row[case.id],
            heard=unbelieved,
            attended=[_attended(case, client, *row, far, beyond, now_is) for row in attended[case.id]],
            reports=reports[case.id],
            rejected=_rejected(sessions[case.id], [row for row, _, _ in attended[case.id]], until),
            until=until,
            contact=_contact(client.id, reachable.get(client.id), stopped, wrong),
            officer=_guide(case, officers),
            consent=_consent(consents.get(client.id)),
            next_at=next_at.get(case.id),
            pace=paces.get(case.id),
            steps=steps.get(case.id, ()),
            corrected=corrections.get(case.id, 0),
            calling=calling.get(case.id),
            unread=unread.get(case.id),
            undecided=undecided.get(case.id, ()),
            odd=_odd(case.id, people.get(client.id, []), of_case.keys(), period),
        )
        for case, client, balance in cases
    ]
    return Week(
        office=office.name,
        officer=officer.shown if officer else "",
        zone=office.zone,
        week=_name(period),
        first=period.first,
        last=period.last,
        made_at=now,
        clients=tuple(clients),
        drafts=tuple(
            Draft(case.id, client.shown, missing(order_of(case, client)), _guide(case, officers))
            for case, client in drafts
        ),
        crowded=tuple(_crowded(coming, now, {case.id for case, _, _ in cases})),
        doubted_pins=await _doubted_pins(session, *whose, today),
        moved=await _moved(session, office, officer, period) if officer else (),
        thin_sites=() if officer else await _thin_sites(session, office, today),
        offers=tuple(await offers.of_week(session, *whose)),
        call_after=office.call_after,
        follow_up_after=office.follow_up_after,
        left_behind=await _left_behind(session, *whose, period.last, until, officers, calling),
    )


async def _left_behind(
    session: AsyncSession,
    office_id: int,
    officer_id: int | None,
    last: date,
    until: datetime,
    officers: Mapping[int, str],
    calling: Mapping[int, Calling],
) -> tuple[ClientWeek, ...]:
    """What still waits in the cases that went to another Bapas."""
    worked = await left_behind.attendances(session, office_id, officer_id, last)
    claims = await left_behind.claims(session, office_id, officer_id, until)
    gone = {case.id: (case, client) for case, client, _, _ in worked}
    gone |= {case.id: (case, client) for case, client, _ in claims}
    gone |= {
        case.id: (case, client) for case, client in await left_behind.calling(session, office_id, officer_id)
    }
    return tuple(
        ClientWeek(
            case_id=case.id,
            client_id=client.id,
            name=client.shown,
            number="" if client.child else case.number,
            programme=case.programme,
            starts_on=case.starts_on or date.max,
            in_a_row=tuple(_miss(client, one) for of, _, one in claims if of.id == case.id),
            attended=tuple(
                _attended(case, client, one, site, outcome=None, far={}, beyond={}, now_is={})
                for of, _, one, site in worked
                if of.id == case.id
            ),
            state=case.state,
            code=client.code,
            officer=_guide(case, officers),
            calling=calling.get(case.id),
        )
        for case, client in gone.values()
    )


async def _doubted_pins(
    session: AsyncSession, office_id: int, officer_id: int | None, today: date
) -> tuple[DoubtedPin, ...]:
    rows = await ask.doubted_pins(session, office_id, officer_id, today)
    return tuple(
        DoubtedPin(of[0][1].name, of[0][1].zone, of[0][0].day, tuple(case for _, _, case in of))
        for of in _by(rows, lambda row: row[0].id).values()
    )


async def _thin_sites(session: AsyncSession, office: Office, today: date) -> tuple[ThinSite, ...]:
    """Where one person's leave or illness stops the confirming, and where nobody can."""
    found = await site_queries.thinly_supervised(session, office.id, today)
    return tuple(ThinSite(site.name, count) for site, count in found)


async def _moved(session: AsyncSession, office: Office, officer: Person, period: Period) -> tuple[Moved, ...]:
    """The clients who came to an officer or left him, each once a move."""
    rows = await moves_between(session, office.id, officer.id, *period.bounds(office.zone))
    found = {
        (move.transfer_id, client.id): Moved(
            client.shown,
            before.shown if move.to_id == officer.id else after.shown,
            move.to_id == officer.id,
            local_day(move.at, office.zone),
        )
        for move, client, before, after in rows
    }
    return (*found.values(), *await _moved_office(session, office, officer, period))


async def _moved_office(
    session: AsyncSession, office: Office, officer: Person, period: Period
) -> list[Moved]:
    """Those who came to an officer from another Bapas, or went to one."""
    within = period.bounds(office.zone)
    return [
        *(
            Moved(client.shown, move.from_office, True, _decided_on(move, office.zone))
            for move, client in await came_to(session, officer, *within)
        ),
        *(
            Moved(move.shown, move.to_office, False, _decided_on(move, office.zone))
            for move in await gone_from(session, officer, *within)
        ),
    ]


def _decided_on(move: OfficeTransfer, zone: str) -> date:
    return local_day(move.decided_at or move.asked_at, zone)


def digest_notices(week: Week, officer: Person, digest_id: int, *, reader: Person) -> list[Notice]:
    """The Monday messages of an officer or head: the summary, and for an officer the Excel file; each queued
    once a week. While he is on leave, whoever stands in reads them."""
    once = f"digest:{officer.id}:{week.week}"
    summary = summary_notice(week, reader, whose=officer)
    text = Notice(
        to=summary.to,
        key=summary.key,
        params=summary.params,
        lines=summary.lines,
        resend=Resend.MARKED,
        once=once,
    )
    if week.of_office:
        return [text]
    file = Notice(
        to=reader.id,
        key="digest-file",
        media=f"digest:{digest_id}",
        resend=Resend.MARKED,
        once=f"{once}:file",
    )
    return [text, file]


def summary_notice(week: Week, reader: Person, *, whose: Person | None = None) -> Notice:
    """The summary in one notice; it is split where the channel needs it. Whoever reads it for an officer on
    leave is told whose clients these are."""
    heading, *lines = summary_lines(week)
    if whose is not None and whose.id != reader.id:
        lines.insert(0, Line("digest-stand-in", {"officer": whose.shown}))
    return Notice(to=reader.id, key=heading.key, params=heading.params, lines=tuple(lines))


def _crowded(coming: Sequence[tuple[WorkSession, Site]], now: datetime, own: Set[int]) -> Iterator[Crowded]:
    sites = {site.id: site for _, site in coming}
    for site_id, rows in _by(coming, lambda row: row[1].id).items():
        site = sites[site_id]
        stays = [Expected(one.case_id, one.starts_at, one.ends_at) for one, _ in rows if one.ends_at > now]
        found = crowd(stays, site.capacity or 0)
        theirs = tuple(case for case in found.cases if case in own) if found else ()
        if found is not None and theirs:
            yield Crowded(site.name, site.zone, site.capacity or 0, len(found.cases), found.at, theirs)


def _by(rows: Iterable[Row], name: Callable[[Row], Name]) -> Mapping[Name, Sequence[Row]]:
    grouped: dict[Name, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[name(row)].append(row)
    return grouped


def _name(period: Period) -> str:
    week = week_of(period.first)
    return week if week_days(week) == period else ""


def _guide(case: Case, officers: Mapping[int, str]) -> str:
    return officers.get(case.officer_id or 0, "")


def _contact(client: int, reached: Reached | None, stopped: Set[int], wrong: Set[int]) -> Contact:
    if client in wrong and (reached is None or not reached.ever):
        return Contact.WRONG_NUMBER
    if reached is None:
        return Contact.NEVER
    if not reached.ever:
        return Contact.SHARED
    if reached.now:
        return Contact.REACHED
    return Contact.STOPPED if client in stopped else Contact.LOST


def _consent(waiting: Pending | None) -> ConsentWanted | None:
    if waiting is None:
        return None
    return ConsentWanted(waiting.why.value, waiting.guardian.code if waiting.guardian else "")


def _client(
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
    odd: Sequence[Odd],
) -> ClientWeek:
    balance = balance or CaseBalance(
        case_id=case.id, office_id=case.office_id, seq=0, remaining=case.total_minutes
    )
    misses = [one for one in sessions if _missed(one, until)]
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
        started=len(sessions) - len(misses) - rejected,
        rejected=rejected,
        misses=tuple(_miss(client, one) for one in misses),
        in_a_row=tuple(_miss(client, one, heard=one.id in heard) for one in in_a_row),
        attended=tuple(attended),
        reports=tuple(_reported(client, one) for one in reports),
        contact=contact,
        code=client.code,
        officer=officer,
        consent=consent,
        next_at=next_at,
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


def _misfit(case: Case, client: Person) -> str:
    try:
        check_person(order_of(case, client))
    except Refused as no:
        return no.key
    return ""


def _odd(case: int, stays: Sequence[tuple[date, Stay]], cases: Collection[int], period: Period) -> list[Odd]:
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


def _miss(client: Person, planned: WorkSession, *, heard: bool = False) -> Miss:
    rejected = planned.state is SessionState.STARTED
    unreached = planned.outcome is Outcome.UNREACHED
    return Miss(planned.day, _words(client, planned.answer), rejected, unreached, heard)


def _missed(planned: WorkSession, until: datetime) -> bool:
    """Nobody came; or the supervisor says so of what was recorded, and the session is over."""
    if planned.state is SessionState.STARTED:
        said = planned.outcome is not None and MEANINGS[planned.outcome].needs_follow_up
        return said and planned.ends_at <= until
    return planned.state is SessionState.MISSED


def _rejected(sessions: Sequence[WorkSession], attended: Sequence[Attendance], until: datetime) -> int:
    """How many of these sessions have no other record than a rejected one, and are no miss for it."""
    ours = {one.id for one in sessions if not _missed(one, until)}
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


def _attended(
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
