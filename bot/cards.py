"""The notices that conversations and the clock share: receipts, supervisors' cards and lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import LIST_FROM, AttendanceState, Moment, receipt_number
from bot.domain.messages import (
    Ask,
    Awaits,
    Choice,
    Label,
    Line,
    Minutes,
    Notice,
    OnlyIf,
    Param,
    Show,
    When,
    Word,
)
from bot.domain.people import Honorific, Role
from bot.domain.places import Verdict
from bot.storage import queries
from bot.storage.models import Attendance, Case, Evidence, Person, Site, WorkSession
from bot.storage.site_queries import closure_of


def greeting(person: Person) -> dict[str, Param]:
    """How a person is addressed: a child without a name, even to himself."""
    if person.child:
        return {"sapa": Word("greeting-child"), "name": person.code}
    return {"sapa": Word(f"honorific-{Honorific(person.honorific).value}"), "name": person.name}


MISS_REASONS = ("reason-no-signal", "reason-sick", "reason-prevented")
"""The three buttons under *what happened?*; a miss starts a conversation."""


async def keyboard(session: AsyncSession, person: Person, now: datetime) -> Ask:
    """The keys that make sense for this person now: never a start and a finish together."""
    if person.role is not Role.CLIENT:
        return STAFF_KEYBOARD.get(person.role, Ask.OTHERS)
    attendance = await queries.latest_attendance(session, person, now)
    if attendance and attendance.state is AttendanceState.OPEN:
        return Ask.FINISH
    cases = await queries.open_cases(session, person)
    reports_only = bool(cases) and all(case.total_minutes is None for case in cases)
    return Ask.REPORT if reports_only else Ask.START


STAFF_KEYBOARD = {Role.SUPERVISOR: Ask.SUPERVISOR, Role.OFFICER: Ask.OFFICER}


def own_words(text: str) -> Param:
    """A reason: a key of the locale when a button was pressed, or someone's own words as they are."""
    return Word(text) if text.startswith("reason-") else text


async def receipt(
    session: AsyncSession, client: Person, attendance: Attendance, site: Site, moment: Moment
) -> Notice:
    """The receipt of a start or finish; asked for again, it is the same one."""
    at, number = attendance.started_at, attendance.start_receipt
    if moment is Moment.FINISH and attendance.finished_at:
        at, number = attendance.finished_at, attendance.finish_receipt
    following = await queries.next_session(session, client, at)
    params: dict[str, Param] = {
        "at": When(at, site.zone),
        "number": receipt_number(number),
        "site": site.name,
    }
    lines = [Line("receipt-outside-plan")] if attendance.session_id is None else []
    choices: tuple[Choice, ...] = ()
    if moment is Moment.FINISH:
        lines.append(Line("receipt-waiting"))
        if following:
            lines.append(Line("receipt-next", {"at": When(following.starts_at, site.zone)}))
        choices = (Choice(f"undo:{attendance.id}:{attendance.revision}", "choice-undo"),)
    key = "receipt-finish" if moment is Moment.FINISH else "receipt-start"
    ask = None if choices else Ask.FINISH
    return Notice(to=client.id, key=key, params=params, lines=tuple(lines), choices=choices, ask=ask)


def photo_request(client: Person) -> Notice:
    """Ask for the photo that the case wants; of the work, never of faces, where a child is concerned."""
    return Notice(to=client.id, key="photo-wanted-child" if client.child else "photo-wanted")


async def for_supervisors(
    session: AsyncSession, attendance: Attendance, *, moment: Moment, now: datetime, quietly: bool = False
) -> list[Notice]:
    """What the site's supervisors see after a start or finish: a card, or from the third person on one
    list that edits itself. `quietly` changes what is on the screen without a new message."""
    planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
    site = await queries.locked_site(session, attendance.site_id)
    supervisors = await _others(session, site, attendance)
    if planned is not None:
        group = await queries.group_of(session, planned)
        if len(group) >= LIST_FROM:
            may_begin = moment is Moment.START and not quietly
            shows = [await _list_show(session, one, planned, may_begin=may_begin) for one in supervisors]
            return [
                _list(one, site, planned, group, show, final=False)
                for one, show in zip(supervisors, shows, strict=True)
            ]
    show = Show.EDIT_ONLY if quietly else Show.NEW
    return [await card(session, one, attendance, show=show) for one in supervisors]


async def closing_lists(session: AsyncSession, planned: WorkSession) -> list[Notice]:
    """At the end of a session of a group: one message with *Selesai semua*, once."""
    group = await queries.group_of(session, planned)
    if len(group) < LIST_FROM:
        return []
    site = await queries.locked_site(session, planned.site_id)
    supervisors = await queries.supervisors_of(session, site, planned.day)
    return [_list(one, site, planned, group, Show.NEW, final=True) for one in supervisors]


async def redrawn_lists(
    session: AsyncSession, planned: WorkSession, *, to: int | None = None
) -> list[Notice]:
    """The list again after a change; for `to` as an answer, for the others only where it can be edited."""
    group = await queries.group_of(session, planned)
    if len(group) < LIST_FROM:
        return []
    site = await queries.locked_site(session, planned.site_id)
    return [
        _list(one, site, planned, group, Show.EDIT if one.id == to else Show.EDIT_ONLY, final=True)
        for one in await queries.supervisors_of(session, site, planned.day)
    ]


async def _others(session: AsyncSession, site: Site, attendance: Attendance) -> list[Person]:
    """The supervisors of the day; nobody confirms himself."""
    people = await queries.supervisors_of(session, site, attendance.day)
    return [one for one in people if one.id != attendance.client_id]


async def _list_show(
    session: AsyncSession, supervisor: Person, planned: WorkSession, *, may_begin: bool
) -> Show:
    """The first list is a message of its own; asked of the outbox, because people are counted when they
    start and shown when their photo has come."""
    known = await queries.has_card(session, supervisor.id, list_name(planned))
    return Show.EDIT if may_begin and not known else Show.EDIT_ONLY


def list_name(planned: WorkSession) -> str:
    """One list a site and start: everybody who begins together stands on it."""
    return f"list:{planned.site_id}:{planned.starts_at:%Y%m%d%H%M}"


def _list(
    supervisor: Person,
    site: Site,
    planned: WorkSession,
    group: Sequence[tuple[Attendance, Person]],
    show: Show,
    *,
    final: bool,
) -> Notice:
    lines = tuple(_list_line(number, *entry, site) for number, entry in enumerate(group, 1))
    finished = final or all(attendance.finished_at for attendance, _ in group)
    undecided = [one for one, _ in group if one.state in (AttendanceState.OPEN, AttendanceState.WAITING)]
    absent_mark = [one for one in undecided if one.present_by is None]
    choices: list[Choice] = []
    if finished and undecided:
        choices.append(Choice(f"all-done:{planned.id}", "choice-all-done"))
    elif absent_mark:
        choices.append(Choice(f"all-here:{planned.id}", "choice-all-here"))
    choices += [
        Choice(f"card:{attendance.id}", "choice-name", {"name": person.shown}) for attendance, person in group
    ]
    return Notice(
        to=supervisor.id,
        key="list-heading",
        params={"site": site.name, "at": When(planned.starts_at, site.zone), "count": len(group)},
        lines=lines,
        choices=tuple(choices),
        card=list_name(planned),
        show=show,
    )


def _list_line(number: int, attendance: Attendance, person: Person, site: Site) -> Line:
    params: dict[str, Param] = {
        "number": number,
        "name": person.shown,
        "start": When(attendance.started_at, site.zone),
        "state": Word(state_word(attendance)),
    }
    if attendance.finished_at is None:
        return Line("list-line-open", params)
    return Line("list-line", params | {"finish": When(attendance.finished_at, site.zone)})


def state_word(attendance: Attendance) -> str:
    if attendance.state is AttendanceState.OPEN and attendance.present_by:
        return "state-present"
    return f"state-{AttendanceState(attendance.state).value}"


async def card(
    session: AsyncSession, supervisor: Person, attendance: Attendance, *, show: Show = Show.NEW
) -> Notice:
    """One attendance as its supervisor sees it: who, when, where in words, photo, and two buttons."""
    client = await session.get(Person, attendance.client_id)
    site = await queries.site_of(session, attendance.office_id, attendance.site_id)
    planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
    assert client is not None  # noqa: S101  (a foreign key)
    evidence = await queries.evidence_of(session, attendance)
    activity = planned.activity if planned and planned.activity else site.activity
    params: dict[str, Param] = {"name": client.shown, "activity": activity, "site": site.name}
    decider = await session.get(Person, attendance.decided_by) if attendance.decided_by else None
    lines = _card_lines(attendance, site, evidence, decider)
    if closure := await closure_of(session, site, attendance.day):
        lines.insert(-1, Line("card-site-closed", {"reason": own_words(closure.reason)}))
    return Notice(
        to=supervisor.id,
        key="card",
        params=params,
        lines=tuple(lines),
        choices=_card_choices(attendance),
        media=_photo(client, evidence),
        card=f"attendance:{attendance.id}",
        show=show,
    )


def _card_choices(attendance: Attendance) -> tuple[Choice, ...]:
    if attendance.state in (AttendanceState.CONFIRMED, AttendanceState.REJECTED):
        return ()
    if attendance.state is AttendanceState.OPEN and attendance.present_by is not None:
        return ()
    about = f"{attendance.id}:{attendance.revision}"
    return (Choice(f"right:{about}", "choice-right"), Choice(f"wrong:{about}", "choice-wrong"))


def _card_lines(
    attendance: Attendance, site: Site, evidence: Sequence[Evidence], decider: Person | None
) -> list[Line]:
    times: dict[str, Param] = {"start": When(attendance.started_at, site.zone)}
    if attendance.finished_at is None:
        lines = [Line("card-start", times)]
    else:
        length = Minutes(int((attendance.finished_at - attendance.started_at).total_seconds() // 60))
        times |= {"finish": When(attendance.finished_at, site.zone), "length": length}
        lines = [Line("card-times", times)]
    if attendance.break_minutes and attendance.finished_at:
        lines.append(Line("card-break", {"length": Minutes(attendance.break_minutes)}))
    lines += [_place_line(one) for one in evidence if one.verdict is not None and one.moment is not None]
    if not any(one.verdict for one in evidence):
        lines.append(Line("card-no-place"))
    if attendance.photo_wanted:
        lines.append(Line("card-no-photo"))
    labels = sorted({label for one in evidence for label in one.labels})
    lines += [Line("card-label", {"label": Word(f"label-{Label(label).value}")}) for label in labels]
    if attendance.session_id is None:
        lines.append(Line("card-outside-plan"))
    if attendance.closed_by_rule:
        lines.append(Line("card-closed-by-rule"))
    lines.append(_question(attendance, decider, site))
    return lines


def _place_line(evidence: Evidence) -> Line:
    moment = Word("moment-finish" if evidence.moment is Moment.FINISH else "moment-start")
    if evidence.distance_m is None:
        return Line("card-place-unknown", {"moment": moment})
    verdict = Word(f"verdict-{Verdict(evidence.verdict or Verdict.CANNOT_TELL).value.replace('_', '-')}")
    params: dict[str, Param] = {"moment": moment, "metres": evidence.distance_m, "verdict": verdict}
    if evidence.accuracy is None:
        return Line("card-place", params)
    return Line("card-place-accuracy", params | {"accuracy": round(evidence.accuracy)})


def _question(attendance: Attendance, decider: Person | None, site: Site) -> Line:
    by: dict[str, Param] = {"by": decider.shown if decider else "–"}
    if attendance.decided_at:
        by["at"] = When(attendance.decided_at, site.zone)
    match attendance.state:
        case AttendanceState.CONFIRMED:
            return Line("card-confirmed", by)
        case AttendanceState.REJECTED:
            return Line("card-rejected", by | {"reason": own_words(attendance.reject_reason)})
        case AttendanceState.OPEN if attendance.present_by:
            return Line("card-present")
        case AttendanceState.OPEN:
            return Line("card-ask-presence")
        case _:
            return Line("card-ask-hours")


def _photo(client: Person, evidence: Sequence[Evidence]) -> str:
    """The latest photo; none of a child's, which might show a face to a site (UU 11/2012 Pasal 19)."""
    if client.child:
        return ""
    photos = [one.photo_id for one in evidence if one.photo_id]
    return f"photo:{photos[-1]}" if photos else ""


async def outside_plan_card(
    session: AsyncSession, case: Case, client: Person, attendance: Attendance, site: Site
) -> Notice:
    """Ask the officer whether confirmed work outside the plan shall count."""
    params: dict[str, Param] = {
        "name": client.shown,
        "site": site.name,
        "start": When(attendance.started_at, site.zone),
        "finish": When(attendance.finished_at or attendance.started_at, site.zone),
    }
    about = f"{attendance.id}:{attendance.revision}"
    return Notice(
        to=case.guide_id,
        key="outside-plan",
        params=params,
        choices=(Choice(f"accept:{about}", "choice-accept"), Choice(f"decline:{about}", "choice-decline")),
        card=f"outside:{attendance.id}",
    )


def told_result(client: Person, attendance: Attendance, site: Site, remaining: int | None) -> Notice:
    """The client learns what became of his hours."""
    day: dict[str, Param] = {"day": When(attendance.started_at, site.zone)}
    if attendance.state is AttendanceState.REJECTED:
        return Notice(
            to=client.id,
            key="result-rejected",
            params=day | {"reason": own_words(attendance.reject_reason)},
            ask=Ask.START,
        )
    if attendance.session_id is None and attendance.accepted_by is None:
        return Notice(to=client.id, key="result-outside-plan", params=day, ask=Ask.START)
    params = day | {"credited": Minutes(attendance.credited)}
    lines = [Line("result-surplus", {"surplus": Minutes(attendance.surplus)})] if attendance.surplus else []
    if remaining is not None:
        lines.append(Line("result-remaining", {"remaining": Minutes(remaining)}))
    return Notice(to=client.id, key="result-confirmed", params=params, lines=tuple(lines), ask=Ask.START)


def awaiting(attendance: Attendance) -> OnlyIf:
    """Send only while the attendance is as it is now."""
    return OnlyIf(Awaits.ATTENDANCE, attendance.id, attendance.revision)
