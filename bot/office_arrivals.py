"""A client of another Bapas is taken: in one transaction he, his guardian and his cases stand in the new
office, his chat goes on there, and the old office keeps what it may only read.

Whoever takes him has only the offer; this module alone reads the giving office's rows on his behalf, and only
those of the client who was offered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import lifecycle, office_people, office_transfers
from bot.domain.cases import CaseState, Cause, local_day
from bot.domain.checkins import SessionState
from bot.domain.client_weeks import Calling
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.domain.office_transfers import OfferedCase, free_code, with_case
from bot.domain.people import Role
from bot.domain.transfers import TransferState
from bot.planning import cancel, replan
from bot.reporting import plan_reports
from bot.storage import help_calls, queries
from bot.storage import office_transfers as offers
from bot.storage.models import Case, ExcusedSpan, Office, Person, Placement, WorkSession
from bot.storage.office_transfers import OfficeTransfer

NOT_BROUGHT = frozenset(
    {"id", "office_id", "number", "client_id", "officer_id", "prosecutor_id", "guardian_id", "look_at"}
    | {"state", "state_reason", "closing_outcome", "closing_reason"}
)
"""What the new office says itself of a case; everything else is the verdict's, and goes along."""


@dataclass(slots=True)
class Arrival:
    """What became of an offer: who he is here, and who hears of it."""

    client: Person
    """In the new office."""
    former: Person
    """The same in the old one."""
    cases: list[Case] = field(default_factory=list)
    left: list[Case] = field(default_factory=list)
    """His cases in the old office, in the same order."""
    expected: list[WorkSession] = field(default_factory=list)
    """The sessions there that fell away."""
    calls: list[Calling] = field(default_factory=list)
    """Calls for help that stay with the old office, which was called."""
    people: office_people.Brought = field(default_factory=office_people.Brought)


async def take(
    session: AsyncSession, transfer: OfficeTransfer, officer: Person, *, by: Person, now: datetime
) -> Arrival | None:
    """Take the client over, to be guided by this officer. None: his cases ended meanwhile; the offer falls.

    Raises Refused for anybody who does not answer for the receiving Bapas, for an officer of another one, and
    where the offer was answered or taken back.
    """
    await office_transfers.check_receiver(session, transfer, by)
    if officer.office_id != transfer.to_office_id or officer.role is not Role.OFFICER:
        raise Refused("not-yours")
    if officer.left_on is not None:
        raise Refused("transfer-receiver-left", to=officer.shown)
    await office_people.end_turns(session, transfer.office_id, transfer.client_id, now)
    former = await queries.locked_person(session, transfer.client_id)
    cases = await offers.open_cases(session, transfer)
    transfer.decided_by, transfer.decided_at = by.id, now
    transfer.state = TransferState.ACCEPTED if cases else TransferState.WITHDRAWN
    if not cases:
        return None
    office = await queries.office_of(session, transfer.to_office_id)
    arrival = Arrival(await office_people.bring(session, office, former, by=by, now=now), former)
    transfer.new_client_id, transfer.new_officer_id = arrival.client.id, officer.id
    transfer.new_officer = officer.shown
    moved = []
    for case in cases:
        new, offered = await _bring_case(session, transfer, arrival, office, case, by=by, now=now)
        await _leave(session, transfer, arrival, case, new, now)
        arrival.cases.append(new)
        arrival.left.append(case)
        moved.append(offered)
    transfer.cases = [one.to_json() for one in moved]
    await office_people.move_accounts(session, former, arrival.client, now)
    await office_people.settle_guardians(session, transfer.office_id, arrival.people, now)
    return arrival


async def carry(session: AsyncSession, transfer: OfficeTransfer, now: datetime) -> list[tuple[Case, int]]:
    """Bring the hours of the new cases in line with what was decided in the old office since; the caller has
    locked all of them. Again, it changes nothing. Returns the new cases with the minutes that came, or fell
    away."""
    changed, cases = [], transfer.offered
    for one in cases:
        old = await session.get_one(Case, one.case_id)
        credited = (await queries.balance_of(session, old)).credited
        new = await queries.locked_case(session, transfer.to_office_id, one.new_case_id)
        if new is None or credited == one.carried:
            continue
        minutes = credited - one.carried
        source = {"office_transfer": transfer.id, "number": one.number}
        basis = f"{transfer.from_office}, {one.number}"
        await lifecycle.carry_hours(session, new, minutes, basis=basis, source=source, now=now)
        cases = with_case(cases, one.case_id, carried=credited)
        changed.append((new, minutes))
    transfer.cases, transfer.look_at = [one.to_json() for one in cases], None
    session.add(transfer)
    await session.flush()
    return changed


async def _bring_case(
    session: AsyncSession,
    transfer: OfficeTransfer,
    arrival: Arrival,
    office: Office,
    case: Case,
    *,
    by: Person,
    now: datetime,
) -> tuple[Case, OfferedCase]:
    """The case in the new office: opened as every case is, with the hours so far as its opening balance."""
    officer_id = transfer.new_officer_id
    numbers = (await session.exec(select(Case.number).where(Case.office_id == office.id))).all()
    new = Case(
        **case.model_dump(exclude=set(NOT_BROUGHT)),
        office_id=office.id,
        number=free_code(case.number, numbers),
        client_id=arrival.client.id,
        officer_id=officer_id,
        prosecutor_id=await office_people.bring_prosecutor(
            session, office, case, arrival.people, by=by, now=now
        ),
        guardian_id=await office_people.bring_guardian(
            session, office, case, arrival.client, arrival.people, by=by, now=now
        ),
    )
    # Nobody's deed but the move's: a head opens no case, and who took the client stands in the fact below.
    await lifecycle.open_case(session, new, actor_id=None, now=now)
    came = {"office_transfer": transfer.id, "from_office": transfer.from_office, "number": case.number}
    await lifecycle.note(session, new, EventKind.CAME_FROM_OFFICE, by.id, came, now)
    credited = (await queries.balance_of(session, case)).credited
    if credited:
        await lifecycle.set_opening(
            session,
            new,
            credited,
            as_of=local_day(now, office.zone),
            basis=f"{transfer.from_office}, {case.number}",
            actor_id=by.id,
            now=now,
        )
    await _excuses_go_along(session, case, new, now)
    await _rests_as_before(session, case, new, now)
    waiting, contests, excuses = await offers.waiting_in(session, case)
    return new, OfferedCase(
        case_id=case.id,
        number=case.number,
        programme=case.programme,
        credited=credited,
        total=case.total_minutes,
        waiting=waiting,
        contests=contests,
        excuses=excuses,
        new_case_id=new.id,
        new_number=new.number,
        carried=credited,
    )


async def _excuses_go_along(session: AsyncSession, case: Case, new: Case, now: datetime) -> None:
    """Days to come on which he was excused stay free."""
    office = await queries.office_of(session, new.office_id)
    query = select(ExcusedSpan).where(ExcusedSpan.case_id == case.id, ExcusedSpan.office_id == case.office_id)
    query = query.where(col(ExcusedSpan.last) >= local_day(now, office.zone))
    for span in (await session.exec(query)).all():
        session.add(
            ExcusedSpan(
                office_id=new.office_id,
                case_id=new.id,
                first=span.first,
                last=span.last,
                reason=span.reason,
            )
        )
    await session.flush()
    await plan_reports(session, new, now=now)


async def _rests_as_before(session: AsyncSession, case: Case, new: Case, now: datetime) -> None:
    """What was suspended is so here. What an officer had ended there, and no head had closed, rests until the
    new one decides anew; what is full or over the clock finds by itself."""
    ended = case.state is CaseState.AWAITING_CLOSING and case.state_reason not in set(Cause)
    if new.state is CaseState.ACTIVE and (ended or case.state is CaseState.SUSPENDED):
        reason = case.state_reason
        await lifecycle.change_state(session, new, CaseState.SUSPENDED, actor=None, reason=reason, now=now)
    new.look_at = now


async def _leave(
    session: AsyncSession, transfer: OfficeTransfer, arrival: Arrival, case: Case, new: Case, now: datetime
) -> None:
    """The case as the old office keeps it: nothing to come, a mark where it went. It was given by whoever
    offered it."""
    arrival.calls += await help_calls.left_open(session, case)
    case.closing_outcome, case.closing_reason = None, ""
    giver = await session.get_one(Person, transfer.asked_by)
    await lifecycle.change_state(
        session, case, CaseState.TRANSFERRED, actor=giver, reason=transfer.reason, now=now
    )
    went = {
        "office_transfer": transfer.id,
        "from": transfer.officer_id,
        "to_office": transfer.to_office,
        "officer": transfer.new_officer,
        "words": transfer.reason,
    }
    await lifecycle.note(session, case, EventKind.LEFT_FOR_OFFICE, giver.id, went, now)
    arrival.expected += await _drop_sessions(session, case, now)
    await _end_placements(session, case, now)


async def _drop_sessions(session: AsyncSession, case: Case, now: datetime) -> list[WorkSession]:
    """No session is left to begin, also none of today; returns those on which somebody counted. People hear
    of all of them at once, so the clock need not tell of each."""
    query = select(WorkSession).where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
    query = query.where(WorkSession.ends_at > now).order_by(col(WorkSession.starts_at))
    dropped = []
    for row in (await session.exec(query)).all():
        if row.state is SessionState.PLANNED:
            cancel(row)
        if row.state is SessionState.CANCELLED:
            row.look_at = None
            dropped.append(row)
    await session.flush()
    return dropped


async def _end_placements(session: AsyncSession, case: Case, now: datetime) -> None:
    office = await queries.office_of(session, case.office_id)
    today = local_day(now, office.zone)
    query = select(Placement).where(Placement.case_id == case.id, Placement.office_id == case.office_id)
    for placement in (await session.exec(query)).all():
        placement.until_on = min(placement.until_on, today)
    await session.flush()
    await replan(session, case, now=now)
