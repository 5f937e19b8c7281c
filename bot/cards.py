"""The cards that supervisors and officers decide on, and how a person is addressed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import assistance, session_ratings
from bot.domain.answers import own_words
from bot.domain.checkins import MISTAKEN_START, AttendanceState
from bot.domain.closures import stretch_of
from bot.domain.messages import (
    Ask,
    Choice,
    Line,
    Minutes,
    Notice,
    Param,
    Show,
    When,
    Word,
)
from bot.domain.people import Honorific, Role
from bot.domain.phones import WRONG_PERSON
from bot.domain.work_notes import Rating, officer_is_asked_about
from bot.evidence_lines import evidence_lines
from bot.limits import beyond_ruling, in_words
from bot.spoken import heard_on_card
from bot.storage import queries
from bot.storage.at_work import self_at_work
from bot.storage.challenges import Challenge, challenge_of
from bot.storage.earlier_starts import claimed_start
from bot.storage.identity import enrolment_of, of_himself
from bot.storage.models import Attendance, Case, Evidence, Person, Site, SiteClosure, WorkSession
from bot.storage.site_queries import closure_over
from bot.storage.times_drafts import times_before
from bot.storage.work_notes import WorkNote, note_of


def greeting(person: Person) -> dict[str, Param]:
    """How a person is addressed: a child without a name, even to himself."""
    if person.child:
        return {"sapa": Word("greeting-child"), "name": person.code}
    return {"sapa": Word(f"honorific-{Honorific(person.honorific).value}"), "name": person.name}


UNDECIDED = (AttendanceState.OPEN, AttendanceState.WAITING)
"""Nobody has said a word on the hours."""
MISS_REASONS = ("reason-no-signal", "reason-sick", "reason-prevented")
"""The three buttons under *what happened?*; a miss starts a conversation."""
MISS_TOPICS = frozenset({"miss", "miss-more"})
"""The question itself, and the time in which more may be said to it."""


def miss_choices(session_id: int) -> tuple[Choice, ...]:
    """What may have happened, and that the site is closed."""
    reasons = [Choice(f"miss:{session_id}:{number}", reason) for number, reason in enumerate(MISS_REASONS)]
    return (*reasons, Choice(f"closed-claim:{session_id}", "choice-closed-claim"))


async def keyboard(session: AsyncSession, person: Person, now: datetime) -> Ask:
    """The keys that make sense for this person now: never a start and a finish together."""
    if person.role is not Role.CLIENT:
        return STAFF_KEYBOARD.get(person.role, Ask.OTHERS)
    attendance = await queries.latest_attendance(session, await self_at_work(session, person, now), now)
    if attendance and attendance.state is AttendanceState.OPEN:
        return Ask.FINISH
    if await reports_only(session, person, now):
        return Ask.REPORT
    return Ask.RESTING if await queries.placed_no_more(session, person, now) else Ask.START


async def reports_only(session: AsyncSession, person: Person, now: datetime) -> bool:
    """Whether a client only reports: no order asks for hours, and he is placed nowhere."""
    cases = await queries.open_cases(session, person)
    if not cases or any(case.total_minutes is not None for case in cases):
        return False
    return not await queries.placed_at(session, person, now)


STAFF_KEYBOARD = {
    Role.SUPERVISOR: Ask.SUPERVISOR,
    Role.OFFICER: Ask.OFFICER,
    Role.HEAD: Ask.HEAD,
    Role.PROSECUTOR: Ask.PROSECUTOR,
    Role.OPERATOR: Ask.OPERATOR,
    Role.AGENCY: Ask.AGENCY,
    Role.GUARDIAN: Ask.GUARDIAN,
}
WITH_WORDS_OF_THEIR_OWN = frozenset({Role.CLIENT, *STAFF_KEYBOARD})
"""Roles that have something to do here, and are greeted and helped accordingly."""


async def next_day(session: AsyncSession, client: Person, now: datetime) -> tuple[Line, ...]:
    """When a client is expected next, or that nothing is planned."""
    following = await queries.next_session(session, client, now)
    if following is None:
        return (next_line(None),)
    return (next_line((following, await queries.site_of(session, client.office_id, following.site_id))),)


def next_line(following: tuple[WorkSession, Site] | None) -> Line:
    """The same, where it was looked up for many at once."""
    if following is None:
        return Line("hours-nothing-planned")
    planned, site = following
    return Line("hours-next", {"at": When(planned.starts_at, site.zone), "site": site.name})


def state_word(attendance: Attendance) -> str:
    """An attendance in a word, for lists."""
    if attendance.state is AttendanceState.OPEN and attendance.present_by:
        return "state-present"
    return f"state-{AttendanceState(attendance.state).value}"


def look(mark: int | None) -> dict[str, Param]:
    """What a line of a list says of somebody with something to look at: how far off (metres), or only that
    there is something (0); None for nobody."""
    if mark is None:
        return {"look": "nothing", "metres": 0}
    return {"look": "far" if mark else "label", "metres": mark}


async def card(
    session: AsyncSession,
    supervisor: Person,
    attendance: Attendance,
    *,
    show: Show = Show.NEW,
    rarely: Sequence[Choice] = (),
) -> Notice:
    """One attendance as its supervisor sees it: who, when, where in words, photo, and two buttons. `rarely`:
    what he may want besides, where he asked for the card himself."""
    client = await session.get(Person, attendance.client_id)
    site = await queries.site_of(session, attendance.office_id, attendance.site_id)
    planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
    assert client is not None  # noqa: S101  (a foreign key)
    evidence = await queries.evidence_of(session, attendance)
    activity = planned.activity if planned and planned.activity else site.activity
    params: dict[str, Param] = {"name": client.shown, "activity": activity, "site": site.name}
    decider = await session.get(Person, attendance.decided_by) if attendance.decided_by else None
    helped = (await assistance.of_attendances(session, [attendance.id])).get(attendance.id, [])
    ended_by = await queries.finished_by_another(session, attendance)
    if assistance.sent_the_finish(helped):
        ended_by = None
    about = await evidence_lines(session, attendance, site, evidence)
    lines = _card_lines(attendance, site, about, decider)
    if ended_by is not None:
        as_planned = planned is not None and attendance.finished_at == planned.ends_at
        of_site = ended_by.role is Role.SUPERVISOR and as_planned
        lines.insert(
            -1, Line("card-closed-by-supervisor") if of_site else _ended_by(ended_by, attendance, site)
        )
    lines[-1:-1] = assistance.lines(helped)
    case = await session.get_one(Case, attendance.case_id)
    if what := (await beyond_ruling(session, case, client, attendance, site)).get(attendance.id):
        lines.insert(-1, Line("card-beyond", {"what": in_words(what)}))
    stay = (attendance.started_at, attendance.finished_at or attendance.started_at)
    if closure := await closure_over(session, site, attendance.day, *stay):
        lines.insert(-1, _closed(closure, site))
    if attendance.state in UNDECIDED and (claimed := await claimed_start(session, case, attendance)):
        lines.insert(-1, Line("card-earlier-start", {"at": When(claimed, site.zone)}))
    if attendance.state is AttendanceState.CONFIRMED:
        before = await times_before(session, case, [attendance.id])
        lines[-1:-1] = [corrected(one, site) for one in before.values()]
        lines += _on_card(await note_of(session, attendance))
    asked = await session_ratings.on_card(session, supervisor, attendance, planned, show)
    lines += asked.lines
    spoken = await heard_on_card(session, client, attendance)
    lines[-1:-1] = spoken.lines
    own = await of_himself(session, evidence)
    compare = await _comparable(session, client, own)
    media = _photo(client, own, await challenge_of(session, attendance))
    return Notice(
        to=supervisor.id,
        key="card",
        params=params,
        lines=tuple(lines),
        choices=(
            *_card_choices(attendance, compare=compare, photo=bool(media)),
            *spoken.choices,
            *rarely,
            *_note_choice(supervisor, attendance),
            *asked.choices,
        ),
        media=media,
        card=f"attendance:{attendance.id}",
        show=show,
        toast=_toast(attendance, client),
    )


def _toast(attendance: Attendance, client: Person) -> Line | None:
    """What a tap hears when the card that it changes is not the one under the finger."""
    name: dict[str, Param] = {"name": client.shown}
    match attendance.state:
        case AttendanceState.CONFIRMED:
            return Line("tap-confirmed", name)
        case AttendanceState.REJECTED:
            return Line("tap-rejected", name)
        case AttendanceState.OPEN if attendance.present_by:
            return Line("tap-present", name)
        case _:
            return None


def _card_choices(attendance: Attendance, *, compare: bool, photo: bool) -> tuple[Choice, ...]:
    if attendance.state in (AttendanceState.CONFIRMED, AttendanceState.REJECTED):
        return ()
    about = f"{attendance.id}:{attendance.revision}"
    wrong = Choice(f"wrong:{about}", "choice-wrong")
    if attendance.state is AttendanceState.OPEN and attendance.present_by is not None:
        # A number that nothing above it had: a second "1" must not mean the opposite of the first.
        return (replace(wrong, number=3),)
    both = (Choice(f"right:{about}", "choice-right"), wrong)
    # 3 is *Tidak benar* on a later state of this card.
    beside = Choice(f"compare-here:{attendance.id}", "choice-compare", number=4)
    larger = Choice(f"photo-full:{attendance.id}", "choice-photo-full", number=5)
    times = Choice(f"times:{about}", "choice-times", number=6)
    correctable = (times,) if attendance.state is AttendanceState.WAITING else ()
    first = (times, replace(wrong, number=3)) if attendance.without_end else (*both, *correctable)
    return (*first, *((beside,) if compare else ()), *((larger,) if photo else ()))


def _note_choice(supervisor: Person, attendance: Attendance) -> tuple[Choice, ...]:
    """How it went and what else there is to say, once the hours are confirmed; its number stands for nothing
    else on a card."""
    if attendance.state is not AttendanceState.CONFIRMED or supervisor.role is not Role.SUPERVISOR:
        return ()
    return (Choice(f"note:{attendance.id}", "choice-note", number=7),)


async def _comparable(session: AsyncSession, client: Person, evidence: Sequence[Evidence]) -> bool:
    """Whether there are two photos to compare and a reason to; never a child's."""
    if client.child or not any(one.labels for one in evidence) or not any(one.photo_id for one in evidence):
        return False
    return await enrolment_of(session, client) is not None


def _ended_by(person: Person, attendance: Attendance, site: Site) -> Line:
    at = When(attendance.finished_at or attendance.started_at, site.zone)
    return Line("card-ended-by", {"by": person.shown, "at": at})


def _closed(closure: SiteClosure, site: Site) -> Line:
    why: dict[str, Param] = {"reason": own_words(closure.reason)}
    if closure.all_day:
        return Line("card-site-closed", why)
    start, finish = (When(at, site.zone) for at in stretch_of(closure.day, closure.hours, site.zone))
    return Line("card-site-closed-hours", {**why, "start": start, "finish": finish})


def _card_lines(
    attendance: Attendance,
    site: Site,
    about: Sequence[Line],
    decider: Person | None,
) -> list[Line]:
    times: dict[str, Param] = {"start": When(attendance.started_at, site.zone)}
    if attendance.finished_at is None or attendance.without_end:
        lines = [Line("card-start", times)]
    else:
        length = Minutes(_length(attendance.started_at, attendance.finished_at))
        times |= {"finish": When(attendance.finished_at, site.zone), "length": length}
        lines = [Line("card-times", times)]
    if attendance.break_minutes and attendance.finished_at:
        lines.append(Line("card-break", {"length": Minutes(attendance.break_minutes)}))
    lines += about
    if attendance.session_id is None and attendance.state is not AttendanceState.REJECTED:
        lines.append(Line("card-outside-plan"))
    if attendance.closed_by_rule:
        planned = attendance.session_id is not None
        lines.append(Line("card-closed-by-rule" if planned else "card-closed-without-end"))
    lines.append(_question(attendance, decider, site))
    return lines


def corrected(before: Mapping[str, Any], site: Site) -> Line:
    """What the times were before a supervisor set them right."""
    start = When(datetime.fromisoformat(before["start"]), site.zone)
    if before["finish"] is None:
        return Line("times-were-open", {"start": start})
    return Line(
        "times-were",
        {
            "start": start,
            "finish": When(datetime.fromisoformat(before["finish"]), site.zone),
            "pause": Minutes(before["break_minutes"]),
        },
    )


def rated(note: WorkNote) -> Line:
    """How it went, in words."""
    return Line("note-rated", {"rating": Word(f"rating-{Rating(note.rating or Rating.FAIR).value}")})


def noted(note: WorkNote) -> list[Line]:
    """What a supervisor said of work, for whoever guides the case: the words, and what became of a mark."""
    lines = [rated(note)] if note.rating else []
    if note.words:
        key = "note-words-sensitive" if note.sensitive else "note-words-plain"
        lines.append(Line(key, {"words": note.words}))
    if note.unmarked_at is not None:
        lines.append(Line("note-was-sensitive"))
    return lines


def _on_card(note: WorkNote | None) -> list[Line]:
    """For the site's supervisors: that there are words, not which."""
    if note is None:
        return []
    lines = [rated(note)] if note.rating else []
    lines += [Line("card-noted")] if note.words else []
    asked = note.for_officer is None and officer_is_asked_about(note.rating, note.words)
    return [*lines, *([Line("card-note-unanswered")] if asked else [])]


def _question(attendance: Attendance, decider: Person | None, site: Site) -> Line:
    by: dict[str, Param] = {"by": decider.shown if decider else "–"}
    if attendance.decided_at:
        by["at"] = When(attendance.decided_at, site.zone)
    match attendance.state:
        case AttendanceState.CONFIRMED:
            return Line("card-confirmed", by)
        case AttendanceState.REJECTED if attendance.reject_reason == WRONG_PERSON:
            return Line("card-undone")
        case AttendanceState.REJECTED if attendance.reject_reason == MISTAKEN_START:
            return Line("card-not-begun")
        case AttendanceState.REJECTED:
            return Line("card-rejected", by | {"reason": own_words(attendance.reject_reason)})
        case AttendanceState.OPEN if attendance.present_by:
            return Line("card-present")
        case AttendanceState.OPEN:
            return Line("card-ask-presence")
        case _ if attendance.without_end:
            return Line("card-ask-end")
        case _ if attendance.finished_at is not None and not _length(
            attendance.started_at, attendance.finished_at
        ):
            return Line("card-ask-presence")
        case _:
            return Line("card-ask-hours")


def _length(start: datetime, finish: datetime) -> int:
    return int((finish - start).total_seconds() // 60)


def _photo(client: Person, evidence: Sequence[Evidence], challenge: Challenge | None) -> str:
    """The latest photo, beside it the one with the fingers that were asked for; none of a child's, which
    might show a face to a site (UU 11/2012 Pasal 19)."""
    if client.child:
        return ""
    photos = [one.photo_id for one in evidence if one.photo_id]
    others = [one for one in photos if challenge and challenge.photo_id and one != challenge.photo_id]
    if challenge and others:
        return f"photos:{others[-1]},{challenge.photo_id}"
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
    what = (await beyond_ruling(session, case, client, attendance, site)).get(attendance.id)
    return Notice(
        to=case.guide,
        key="outside-plan",
        params=params,
        lines=(Line("outside-plan-beyond", {"what": in_words(what)}),) if what else (),
        choices=(Choice(f"accept:{about}", "choice-accept"), Choice(f"decline:{about}", "choice-decline")),
        card=f"outside:{attendance.id}",
    )
