"""Which children have no consent of a guardian, and what it waits for, in a few questions for all of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CLOSED_STATES
from bot.domain.consents import Answer, Reach, Waits, waits_for
from bot.domain.identity import Gone
from bot.storage.events import person_stream
from bot.storage.models import Case, Consent, Event, Person, PersonAddress

GIVEN, REFUSED, WITHDRAWN = "consent_given", "consent_refused", "consent_withdrawn"
DECLINED = "notice_declined"
"""Somebody said no to an invitation, before it was known who holds the phone."""
NOT_HIS = "invitation_not_his"
"""Somebody wrote *salah nomor* where an invitation had been opened."""
WRONG_NUMBER = "wrong_number"
_ANSWERS = {REFUSED: Answer.REFUSED, WITHDRAWN: Answer.WITHDRAWN, GIVEN: None}
_ABOUT_A_NUMBER = ("account_bound", "account_cut_off", "invited", "person_changed", NOT_HIS)
"""The last of them says whether a number on file is still the wrong one."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A child without consent: the guardian whose turn it is, if there is one, and why."""

    child: Person
    guardian: Person | None
    why: Waits


async def pending(
    session: AsyncSession, office_id: int, children: Sequence[Person] | None = None
) -> dict[int, Pending]:
    """The children (of these, or of the whole office) without consent of somebody who is their guardian now,
    by id."""
    query = select(Person, Case.guardian_id).join(Case, col(Case.client_id) == col(Person.id))
    query = query.where(Case.office_id == office_id, col(Person.child).is_(True))
    query = query.where(col(Case.state).not_in(CLOSED_STATES)).order_by(col(Case.id))
    if children is not None:
        query = query.where(col(Person.id).in_([one.id for one in children]))
    known: dict[int, tuple[Person, set[int]]] = {}
    newest: dict[int, int] = {}
    for child, guardian_id in (await session.exec(query)).all():
        known.setdefault(child.id, (child, set()))
        if guardian_id is not None:
            known[child.id][1].add(guardian_id)
            newest[child.id] = guardian_id
    given = await _given(session, office_id, known)
    waiting = {one: child for one, (child, wali) in known.items() if not wali & given.get(one, set())}
    guardians = await _people(session, {newest[one] for one in waiting if one in newest})
    reach = await _reach(session, office_id, guardians)
    answers = await _answers(session, office_id, waiting, guardians)
    return {
        one: Pending(
            child,
            guardians.get(newest.get(one, 0)),
            waits_for(reach.get(newest.get(one, 0)), answers.get((one, newest.get(one, 0)))),
        )
        for one, child in waiting.items()
    }


async def pending_for(session: AsyncSession, child: Person) -> Pending | None:
    """The same for one child; None where there is a consent, or no case that is open."""
    return (await pending(session, child.office_id, [child])).get(child.id)


async def before_invitations(
    session: AsyncSession, office_id: int, people: Sequence[Person]
) -> dict[int, Pending]:
    """Those of these people whose own link would refuse, by id: children without consent, also those who
    have no case yet."""
    children = [one for one in people if one.child]
    if not children:
        return {}
    query = select(Case.client_id).where(
        Case.office_id == office_id,
        col(Case.client_id).in_([one.id for one in children]),
        col(Case.state).not_in(CLOSED_STATES),
    )
    known = set((await session.exec(query)).all())
    without = {one.id: Pending(one, None, Waits.CASE) for one in children if one.id not in known}
    return without | await pending(session, office_id, children)


async def last_answer(session: AsyncSession, child: Person, guardian: Person) -> Answer | None:
    """What a guardian said last about a child, where it was no."""
    people = {guardian.id: guardian}
    return (await _answers(session, child.office_id, [child.id], people)).get((child.id, guardian.id))


async def wrong_numbers(session: AsyncSession, office_id: int, people: Collection[int]) -> set[int]:
    """Those whose phone turned out to be somebody else's, and for whom nothing was done about it since."""
    streams = {person_stream(one): one for one in people}
    query = (
        select(Event.stream, Event.reason)
        .where(Event.office_id == office_id, col(Event.stream).in_(streams))
        .where(col(Event.kind).in_(_ABOUT_A_NUMBER))
        .order_by(col(Event.id))
    )
    last = {streams[stream]: reason for stream, reason in (await session.exec(query)).all()}
    return {one for one, reason in last.items() if reason == WRONG_NUMBER}


async def stopped(session: AsyncSession, office_id: int, people: Collection[int]) -> set[int]:
    """Those of these people all of whose accounts take no messages because they asked for it."""
    query = select(PersonAddress).where(
        PersonAddress.office_id == office_id, col(PersonAddress.person_id).in_(people)
    )
    accounts: dict[int, list[PersonAddress]] = {}
    for row in (await session.exec(query.order_by(col(PersonAddress.id)))).all():
        accounts.setdefault(row.person_id, []).append(row)
    return {one for one, rows in accounts.items() if gone_why(rows) is Gone.STOPPED}


async def _given(session: AsyncSession, office_id: int, children: Collection[int]) -> dict[int, set[int]]:
    query = select(Consent.child_id, Consent.guardian_id).where(
        Consent.office_id == office_id, col(Consent.child_id).in_(children)
    )
    found: dict[int, set[int]] = {}
    for child_id, guardian_id in (await session.exec(query)).all():
        found.setdefault(child_id, set()).add(guardian_id)
    return found


async def _people(session: AsyncSession, ids: Collection[int]) -> dict[int, Person]:
    rows = (await session.exec(select(Person).where(col(Person.id).in_(ids)))).all()
    return {one.id: one for one in rows}


async def _reach(session: AsyncSession, office_id: int, people: Collection[int]) -> dict[int, Reach]:
    query = select(PersonAddress).where(
        PersonAddress.office_id == office_id, col(PersonAddress.person_id).in_(people)
    )
    accounts: dict[int, list[PersonAddress]] = {one: [] for one in people}
    for row in (await session.exec(query.order_by(col(PersonAddress.id)))).all():
        accounts[row.person_id].append(row)
    wrong = await wrong_numbers(session, office_id, [one for one, rows in accounts.items() if not rows])
    return {
        one: Reach(joined=bool(rows), gone=gone_why(rows), wrong_number=one in wrong)
        for one, rows in accounts.items()
    }


def gone_why(accounts: Sequence[PersonAddress]) -> Gone | None:
    """Why none of these accounts takes messages; None where one does, or there is none."""
    if not accounts or any(one.gone_at is None for one in accounts):
        return None
    return Gone(accounts[-1].gone_why)


async def _answers(
    session: AsyncSession, office_id: int, children: Collection[int], guardians: Collection[int]
) -> dict[tuple[int, int], Answer]:
    """What each guardian said last about each child, where it was no. Who said no to his own invitation said
    it about all of his children."""
    streams = {person_stream(one): one for one in children}
    query = (
        select(Event.stream, Event.actor_id, Event.kind)
        .where(Event.office_id == office_id, col(Event.stream).in_(streams))
        .where(col(Event.kind).in_(list(_ANSWERS)))
        .order_by(col(Event.id))
    )
    said: dict[tuple[int, int], Answer | None] = {}
    declined = await _declined(session, office_id, guardians)
    said |= {(child, guardian): Answer.REFUSED for child in children for guardian in declined}
    for stream, actor, kind in (await session.exec(query)).all():
        said[streams[stream], actor or 0] = _ANSWERS[kind]
    return {who: answer for who, answer in said.items() if answer is not None}


async def _declined(session: AsyncSession, office_id: int, people: Collection[int]) -> set[int]:
    """Those from whose invitation came a no, and who have neither joined nor been invited again since."""
    streams = {person_stream(one): one for one in people}
    query = (
        select(Event.stream, Event.kind)
        .where(Event.office_id == office_id, col(Event.stream).in_(streams))
        .where(col(Event.kind).in_([DECLINED, "invited", "account_bound"]))
        .order_by(col(Event.id))
    )
    last = {streams[stream]: kind for stream, kind in (await session.exec(query)).all()}
    return {one for one, kind in last.items() if kind == DECLINED}
