"""Asks for a photo with a few fingers, once an attendance, and keeps the answer; no hour waits for it."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.challenges import FINGERS, WORDS, ChallengeRule, draws_from, looks_odd
from bot.domain.checkins import AttendanceState, Moment
from bot.domain.messages import Choice, Notice, Word
from bot.storage import queries
from bot.storage.challenges import Challenge, challenge_of
from bot.storage.models import Attendance, Case, Evidence, Person
from bot.storage.phones import via_of

ANSWERABLE = (AttendanceState.OPEN, AttendanceState.WAITING)


async def ask(
    session: AsyncSession, client: Person, attendance: Attendance, moment: Moment, now: datetime
) -> list[Notice]:
    """The request, where it is drawn. Never of a child (EVIDENCE) nor on a phone that several share. Drawn by
    the system's own randomness and written down with the request: nobody can work it out beforehand."""
    if client.child or via_of(session) or await challenge_of(session, attendance) is not None:
        return []
    case = await session.get_one(Case, attendance.case_id)
    evidence = await queries.evidence_of(session, attendance)
    odd = looks_odd(label for one in evidence if one.moment is moment for label in one.labels)
    one_in = draws_from(ChallengeRule(case.challenge_rule), odd=odd)
    if not one_in or secrets.randbelow(one_in):
        return []
    task = f"word-{1 + secrets.randbelow(WORDS)}" if case.challenge_word else _fingers()
    challenge = Challenge(
        office_id=attendance.office_id, attendance_id=attendance.id, task=task, asked_at=now
    )
    session.add(challenge)
    await session.flush()
    return [request(client, challenge)]


def _fingers() -> str:
    return f"fingers-{secrets.choice(FINGERS)}"


def request(client: Person, challenge: Challenge) -> Notice:
    """The message, with the way out for who cannot."""
    return Notice(
        to=client.id,
        key="challenge-ask-word" if challenge.task.startswith("word") else "challenge-ask",
        params={"task": Word(f"challenge-task-{challenge.task}")},
        choices=(Choice(f"challenge-cannot:{challenge.attendance_id}", "choice-challenge-cannot"),),
    )


async def waiting(session: AsyncSession, attendance: Attendance | None) -> Challenge | None:
    """The request that a photo sent now answers."""
    if attendance is None or attendance.state not in ANSWERABLE:
        return None
    challenge = await challenge_of(session, attendance)
    return challenge if challenge and challenge.waits else None


def answer(challenge: Challenge, evidence: Evidence) -> None:
    """The photo has come, in time or late."""
    challenge.photo_id, challenge.answered_at = evidence.photo_id, evidence.sent_at
