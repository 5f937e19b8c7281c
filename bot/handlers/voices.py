"""A client explains something aloud: it is kept for people to hear, with a button; nothing is concluded."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, lists, recordings
from bot.domain.checkins import AttendanceState, Moment, SessionState
from bot.domain.messages import (
    Choice,
    Inbound,
    Notice,
    Refused,
    Show,
    VoiceProblem,
    When,
    Word,
    choice_numbers,
)
from bot.domain.people import Role
from bot.handlers import awaited_proofs
from bot.handlers.day import own_case
from bot.storage import leaves, queries
from bot.storage.contests import may_decide
from bot.storage.models import Attendance, Contest, Dialogue, Person, WorkSession
from bot.storage.voices import VoiceNote, voice_by_id

BY_VOICE = "reason-by-voice"
"""A miss that was explained aloud, where no word was written."""
AFTER_WORK = timedelta(hours=12)
"""How long after its start an attendance is what a voice message is about, unless something was asked."""


async def voice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A voice message at any time: about the miss that is asked about; about today's work, where nothing is
    asked. What answers some other question is for the officer alone."""
    said = inbound.voice
    ask = await cards.keyboard(session, who, now)
    if who.role is not Role.CLIENT or said is None:
        return [Notice(to=who.id, key="voice-not-heard", ask=ask)]
    if said.kept is None:
        problem = said.problem or VoiceProblem.NOT_FETCHED
        return [Notice(to=who.id, key=f"voice-problem-{problem.value}", ask=ask)]
    asked = await queries.question_to(session, who)
    planned = await _missed(session, who, asked)
    attendance = None if asked else await at_work(session, who, inbound.sent_at)
    subject = planned or attendance
    cases = await queries.open_cases(session, who)
    if subject is None and not cases:
        raise Refused("no-active-case")
    case = await own_case(session, who, subject.case_id if subject else cases[0].id)
    note = await recordings.keep(session, who, inbound, case)
    proofs = [] if asked else await awaited_proofs.promised(session, who, f"voice-excuse:{note.id}")
    if proofs:
        choices = (*proofs, Choice(f"voice-other:{note.id}", "choice-voice-other"))
        which = Notice(to=who.id, key="voice-which", choices=choices)
        return [which, await _told_officer(session, who, note)]
    note.attendance_id = attendance.id if attendance else None
    note.session_id = planned.id if planned else None
    if planned is not None:
        planned.answer = planned.answer or BY_VOICE
        await queries.ask_for_words(session, who, "miss-more", planned.id, now)
    await session.flush()
    thanks, *shown = await kept_with(session, who, attendance, now)
    return [thanks, await _told_officer(session, who, note), *shown]


async def kept_with(
    session: AsyncSession, who: Person, attendance: Attendance | None, now: datetime
) -> list[Notice]:
    """It is kept, with today's work where there is any; then its card says so."""
    key = "voice-kept-work" if attendance and not who.child else "voice-kept"
    thanks = Notice(to=who.id, key=key, ask=await cards.keyboard(session, who, now))
    return [thanks, *await _on_card(session, who, attendance, now)]


async def listen(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Dengarkan*: the officer any, but of a contest that another decides; a supervisor only what is about
    work at his site, and never a child."""
    note = await voice_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if note is None or not await _may_hear(session, who, note, now):
        raise Refused("not-yours")
    client = await session.get_one(Person, note.client_id)
    office = await queries.office_of(session, note.office_id)
    return [recordings.played(note, by=client, zone=office.zone, to=who)]


async def _may_hear(session: AsyncSession, who: Person, note: VoiceNote, now: datetime) -> bool:
    case = await queries.locked_case(session, who.office_id, note.case_id)
    if case is None:
        return False
    if note.contest_id is not None:
        contest = await session.get_one(Contest, note.contest_id)
        return await may_decide(session, case, contest, who, now)
    if who.role is Role.OFFICER:
        return await leaves.answers_for(session, who, case, now)
    client = await session.get_one(Person, note.client_id)
    attendance = await session.get(Attendance, note.attendance_id) if note.attendance_id else None
    if client.child or attendance is None or client.id == who.id:
        return False
    return await queries.supervises(session, who, attendance.site_id, attendance.day, now)


async def _missed(session: AsyncSession, who: Person, question: Dialogue | None) -> WorkSession | None:
    """The session that the client was asked about, while that question waits."""
    if question is None or question.topic not in cards.MISS_TOPICS:
        return None
    planned = await queries.session_by_id(session, who.office_id, question.about)
    own = planned is not None and planned.client_id == who.id and planned.state is not SessionState.STARTED
    return planned if own else None


async def at_work(session: AsyncSession, who: Person, at: datetime) -> Attendance | None:
    """Today's work, which a recording of this time is about where nothing was asked."""
    latest = await queries.latest_attendance(session, who, at)
    return latest if latest and at - latest.started_at <= AFTER_WORK else None


async def _told_officer(session: AsyncSession, who: Person, note: VoiceNote) -> Notice:
    case = await queries.locked_case(session, note.office_id, note.case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    office = await queries.office_of(session, note.office_id)
    about = "attendance" if note.attendance_id else "session" if note.session_id else "nothing"
    return Notice(
        to=case.guide,
        key="voice-told-officer",
        params={
            "name": who.shown,
            "at": When(note.sent_at, office.zone),
            "about": Word(f"voice-about-{about}"),
            "seconds": note.seconds,
        },
        choices=(Choice(f"voice-listen:{note.id}", "choice-voice-listen"),),
        card=f"voice:{note.id}",
    )


async def _on_card(
    session: AsyncSession, who: Person, attendance: Attendance | None, now: datetime
) -> list[Notice]:
    """The supervisor who still decides sees that there is something to hear; a card of one who has decided
    stays as it is."""
    undecided = (AttendanceState.OPEN, AttendanceState.WAITING)
    if attendance is None or who.child or attendance.state not in undecided or attendance.photo_wanted:
        return []
    moment = Moment.FINISH if attendance.finished_at else Moment.START
    notices = await lists.for_supervisors(session, attendance, moment=moment, now=now, quietly=True)
    return [replace(one, show=Show.EDIT) if one.key == "card" else one for one in notices]
