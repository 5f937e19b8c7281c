"""One client as his officer sees him: where the case stands, what comes next, what happened lately."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import assistance, cards, consents, help_calls, incident_cards, totals
from bot.domain.answers import own_words, reason_of
from bot.domain.bars import bar
from bot.domain.cases import local_day
from bot.domain.checkins import UNDONE_STARTS, AttendanceState, SessionState
from bot.domain.digest import programme_key
from bot.domain.messages import Choice, Line, Minutes, Notice, Param, When, Word
from bot.domain.outcomes import REMARKED, Outcome, climbs
from bot.domain.people import Role
from bot.domain.reports import CLOSED_QUESTIONS, QUESTIONS, ReportState, midday, words_to
from bot.handlers import (
    case_lines,
    due_reminders,
    follow_up_cards,
    note_lines,
    office_marks,
    undecided_lines,
)
from bot.limits import all_beyond, in_words
from bot.storage import (
    account_queries,
    client_queries,
    consent_queries,
    kinships,
    leaves,
    offers,
    phone_queries,
    queries,
    transfers,
)
from bot.storage.models import (
    Attendance,
    Case,
    Office,
    Person,
    PersonAddress,
    Report,
    Site,
    WorkSession,
)
from bot.storage.phones import DeskPhone
from bot.storage.times_drafts import times_before
from bot.storage.transfers import Left
from bot.storage.work_notes import notes_of

COMING_SHOWN = 2
LATELY_SHOWN = 5
REPORTS_SHOWN = 2
MISSES_SHOWN = 3
MISSES_SINCE = timedelta(days=30)
_WORDS_TO_CLOSED = tuple((question, words_to(question)) for question in CLOSED_QUESTIONS)


async def client_card(
    session: AsyncSession, who: Person, case: Case, client: Person, now: datetime
) -> Notice:
    """The card. Only here, and only for who guides the case today, does a child's name stand; a child's
    phone number likewise (UU 11/2012 Pasal 19)."""
    office = await queries.office_of(session, case.office_id)
    own = await leaves.guides(session, who, case, now)
    missed = await client_queries.last_misses(
        session, case, local_day(now, office.zone) - MISSES_SINCE, MISSES_SHOWN
    )
    waits = await undecided_lines.waiting(session, case)
    asked = [
        *undecided_lines.choices(waits, office, who, own=own),
        *([_ask_about(*row) for row in missed] if own else []),
    ]
    called, shown = await help_calls.on_client_card(session, who, case, now)
    happened, reports = await incident_cards.on_client_card(session, who, case, now)
    tried, follow_up = await follow_up_cards.on_client_card(session, who, case, office, now)
    notes, note = await note_lines.on_client_card(session, who, case, office, now)
    opened = [Choice(f"figures:{case.id}", "choice-figures")] if case.total_minutes is not None else []
    nudge = await due_reminders.choices(session, case, client, office, now) if own else []
    could = await case_lines.choices(session, case, who, now)
    choices = (*asked, *could, *opened, *nudge, *shown, *reports, *follow_up, *note)
    lines = [
        *identity(case, client, office, own=own),
        *(await _guide(session, case) if who.role is Role.HEAD else []),
        *(await _consent(session, client) if own else []),
        *await _came_from(session, case, office),
        *(await _family(session, client) if own else []),
        *await office_marks.lines(session, case),
        *called,
        *happened,
        *(await _offered(session, case, office) if own else []),
        *undecided_lines.lines(waits, office),
        *await case_lines.state(session, case, office, now, steps=own),
        *await _bar(session, case),
        *await case_lines.hours(session, case),
        *(await totals.lines(session, case, office.zone) if own else []),
        *await _coming(session, case, now),
        *([Line("client-card-reminders", {"how": client.reminders.value})] if client.reminders else []),
        *await lately(session, case, client, secret=client.child and not own, own=own),
        *await undecided_lines.missed(session, case, [row for row in missed if _said(row[0])], own=own),
        *tried,
        *notes,
        *await _reports(session, case, office, now),
        *(await _answers(session, case, office) if own else []),
        *_contact(
            await account_queries.accounts_of(session, client),
            await phone_queries.phones_of(session, client),
            office,
        ),
    ]
    return Notice(
        to=who.id,
        key="client-card",
        params={"name": client.shown, "programme": Word(programme_key(case.programme))},
        lines=tuple(lines),
        choices=choices,
        ask=None if choices else await cards.keyboard(session, who, now),
    )


async def former_card(session: AsyncSession, who: Person, left: Left, now: datetime) -> Notice:
    """A case that its reader has given away: no buttons, nothing that came after, and a child is a code."""
    case, client, move = left.case, left.client, left.move
    office = await queries.office_of(session, case.office_id)
    gone = Line("client-card-gone", {"officer": left.officer.shown, "at": When(move.at, office.zone)})
    return Notice(
        to=who.id,
        key="client-card",
        params={"name": client.shown, "programme": Word(programme_key(case.programme))},
        lines=(
            gone,
            *(one for one in identity(case, client, office, own=False) if one.key != "client-card-phone"),
            *await lately(session, case, client, secret=client.child, until=move.at),
        ),
        ask=await cards.keyboard(session, who, now),
    )


async def _bar(session: AsyncSession, case: Case) -> list[Line]:
    """The share as a picture of letters; the line below says it in words."""
    if not case.total_minutes:
        return []
    balance = await queries.balance_of(session, case)
    return [Line("client-card-bar", {"bar": bar(balance.credited, case.total_minutes)})]


async def _came_from(session: AsyncSession, case: Case, office: Office) -> list[Line]:
    found = await transfers.came_from(session, case)
    if found is None:
        return []
    move, before = found
    return [Line("client-card-came", {"officer": before.shown, "at": When(move.at, office.zone)})]


async def _offered(session: AsyncSession, case: Case, office: Office) -> list[Line]:
    """To whom he was offered, while nobody has answered."""
    return [
        Line("client-card-offered", {"to": one.to, "at": When(one.asked_at, office.zone)})
        for one in await offers.of_client(session, case)
    ]


def identity(case: Case, client: Person, office: Office, *, own: bool) -> Iterator[Line]:
    """Who it is, and what the papers say."""
    secret = client.child and not own
    if client.child and own:
        yield Line("client-card-child-name", {"name": client.name})
    if not secret:
        yield Line("client-card-case", {"number": case.number, "code": client.code})
    yield from case_lines.of_order(case, office.zone, secret=secret)
    if client.phone and not secret:
        yield Line("client-card-phone", {"phone": client.phone})


async def _guide(session: AsyncSession, case: Case) -> list[Line]:
    """Whose case it is, for a head, who reads those of all."""
    officer = await queries.person_now(session, case.officer_id) if case.officer_id else None
    return [Line("client-card-officer", {"officer": officer.shown})] if officer else []


async def _family(session: AsyncSession, client: Person) -> list[Line]:
    """The supervisors who do not confirm him, and an officer who decides nothing about his hours."""
    return [
        Line(
            "client-card-kin-officer" if one.role is Role.OFFICER else "client-card-kin", {"name": one.shown}
        )
        for _, one in await kinships.relatives(session, client)
    ]


async def _consent(session: AsyncSession, client: Person) -> list[Line]:
    """What a child's own link still waits for."""
    waiting = await consent_queries.pending_for(session, client)
    return [Line("client-card-no-consent", consents.step(waiting))] if waiting else []


async def _coming(session: AsyncSession, case: Case, now: datetime) -> list[Line]:
    coming = await client_queries.coming_sessions(session, case, now, COMING_SHOWN)
    if not coming:
        return [Line("client-card-no-plan")] if case.total_minutes else []
    return [
        Line(
            "client-card-next",
            {
                "start": When(planned.starts_at, site.zone),
                "finish": When(planned.ends_at, site.zone),
                "site": site.name,
            },
        )
        for planned, site in coming
    ]


async def lately(
    session: AsyncSession,
    case: Case,
    client: Person,
    *,
    secret: bool,
    own: bool = False,
    until: datetime | None = None,
) -> list[Line]:
    """What happened last, with what somebody should look at; a supervisor's own words only where the reader
    guides the case today (`own`)."""
    rows = await client_queries.last_attendances(session, case, LATELY_SHOWN, until)
    if not rows:
        return []
    marks = await queries.to_look_at(session, [attendance.id for attendance, _, _ in rows])
    stays = [(case, client, attendance, site) for attendance, site, _ in rows]
    beyond = await all_beyond(session, case.office_id, stays)
    helped = await assistance.of_attendances(session, list({attendance.id for attendance, _, _ in rows}))
    before = await times_before(session, case, {attendance.id for attendance, _, _ in rows})
    notes = await notes_of(session, case, [attendance.id for attendance, _, _ in rows]) if own else {}
    lines = [Line("client-card-lately")]
    for attendance, site, outcome in rows:
        lines += [_attendance(attendance, site, outcome, secret=secret), *_look(marks.get(attendance.id))]
        lines += assistance.lines(helped.get(attendance.id, []))
        if times := before.get(attendance.id):
            lines.append(cards.corrected(times, site))
        if note := notes.get(attendance.id):
            lines += cards.noted(note)
        if what := beyond.get(attendance.id):
            lines.append(Line("client-card-beyond", {"what": in_words(what)}))
    return lines


def _look(mark: int | None) -> list[Line]:
    """What the supervisor saw beside the name, also if he confirmed it with everybody else's."""
    if mark is None:
        return []
    return [Line("client-card-far", {"metres": mark}) if mark else Line("client-card-labelled")]


def _attendance(attendance: Attendance, site: Site, outcome: Outcome | None, *, secret: bool) -> Line:
    """`secret`: a child's, and the reader is not his officer; a supervisor's own words may name somebody."""
    params: dict[str, Param] = {"start": When(attendance.started_at, site.zone), "site": site.name}
    rejected = attendance.state is AttendanceState.REJECTED
    if attendance.reject_reason in UNDONE_STARTS:
        return Line("client-card-undone-start", params | {"reason": Word(attendance.reject_reason)})
    if rejected:
        free = secret and not reason_of(attendance.reject_reason)
        params["reason"] = Word("reason-for-officer") if free else own_words(attendance.reject_reason)
    if attendance.finished_at is None:
        return Line("client-card-rejected-start" if rejected else "client-card-working", params)
    params["finish"] = When(attendance.finished_at, site.zone)
    match attendance.state:
        case AttendanceState.REJECTED:
            return Line("client-card-rejected", params)
        case AttendanceState.CONFIRMED if attendance.session_id is None and not attendance.accepted_by:
            return Line("client-card-outside-plan", params)
        case AttendanceState.CONFIRMED:
            params["credited"] = Minutes(attendance.credited)
            if outcome not in REMARKED:
                return Line("client-card-confirmed", params)
            return Line("client-card-remarked", params | {"outcome": Word(f"outcome-{outcome.value}")})
        case _:
            return Line("client-card-unconfirmed", params)


def _said(planned: WorkSession) -> bool:
    """A rejected record stands among the attendances; its session, once somebody has said what it was."""
    return planned.state is SessionState.MISSED or planned.outcome is not None


def _ask_about(planned: WorkSession, site: Site) -> Choice:
    return Choice(f"outcomes:{planned.id}", "choice-decide", {"day": When(planned.starts_at, site.zone)})


async def claims(session: AsyncSession, case: Case) -> tuple[Choice, ...]:
    """A button for each of the latest misses of which the client gave a reason that nobody has judged."""
    missed = await client_queries.last_misses(session, case, date.min, MISSES_SHOWN)
    return tuple(_ask_about(*row) for row in missed if row[0].answer and climbs(row[0].outcome))


async def _reports(session: AsyncSession, case: Case, office: Office, now: datetime) -> list[Line]:
    if case.report_every is None:
        return []
    today = local_day(now, office.zone)
    past = await client_queries.last_reports(session, case, today, REPORTS_SHOWN)
    shared = await assistance.phones_of_reports(session, [one.id for one in past])
    lines = []
    for one in past:
        lines.append(_report(one, office))
        if phone := shared.get(one.id):
            lines.append(Line("client-card-report-shared", {"phone": phone}))
    return lines


async def _answers(session: AsyncSession, case: Case, office: Office) -> list[Line]:
    """What the client wrote last, in his own words: here, for the officer of the case, it is read."""
    report = await client_queries.last_given_report(session, case)
    if report is None:
        return []
    day = {"day": When(midday(report.due_on, office.zone), office.zone)}
    answers = [
        Line(f"client-card-answer-{question}", {"words": report.answers[name]})
        for question, name in (*zip(QUESTIONS, QUESTIONS, strict=True), *_WORDS_TO_CLOSED)
        if report.answers.get(name)
    ]
    return [Line("client-card-answers", day), *answers] if answers else []


def _report(report: Report, office: Office) -> Line:
    day = {"day": When(midday(report.due_on, office.zone), office.zone)}
    return Line(f"client-card-report-{ReportState(report.state).value}", day)


def _contact(
    accounts: Sequence[PersonAddress], phones: Sequence[DeskPhone], office: Office
) -> Iterator[Line]:
    """Whose phone a client writes from, and whether messages arrive."""
    if accounts or not phones:
        yield _own_contact(accounts, office)
    for phone in phones:
        yield Line("client-card-shared", {"phone": phone.label})


def _own_contact(accounts: Sequence[PersonAddress], office: Office) -> Line:
    if not accounts:
        return Line("client-card-never-joined")
    joined = When(min(one.bound_at for one in accounts), office.zone)
    gone = [one.gone_at for one in accounts if one.gone_at]
    if len(gone) == len(accounts):
        return Line("client-card-lost", {"at": When(max(gone), office.zone)})
    return Line("client-card-joined", {"at": joined})
