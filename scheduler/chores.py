"""The chores in the order in which they run, and when each of them has something to do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func
from sqlalchemy.orm import Mapped
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Notice
from bot.storage import guesses, slips
from bot.storage.closure_claims import ClosureClaim
from bot.storage.doubles import Merging
from bot.storage.evaluations import EvaluationAnswer, EvaluationForm
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.flags import Flag
from bot.storage.help_calls import HelpCall
from bot.storage.incidents import Incident
from bot.storage.leaves import Leave
from bot.storage.models import Attendance, Case, Contest, Office, Person, Photo, Report, WorkSession
from bot.storage.offers import OFFERED
from bot.storage.office_transfers import OfficeTransfer
from bot.storage.oldest import Oldest
from bot.storage.outages import OutageRow, is_fresh
from bot.storage.phones import PhoneTurn
from bot.storage.site_codes import SiteCodeShow
from bot.storage.site_pins import PinQuestion
from bot.storage.voices import VoiceNote
from scheduler.attendances import attendances
from scheduler.cases import cases
from scheduler.chasers import chasers
from scheduler.closure_claims import closure_claims
from scheduler.contacts import UNTOLD, contacts
from scheduler.contests import contests
from scheduler.crossings import crossings
from scheduler.decisions import decisions
from scheduler.departures import departures
from scheduler.digests import digests, next_digest
from scheduler.doubles import doubles
from scheduler.evaluations import evaluations_due
from scheduler.evenings import evenings
from scheduler.excuse_requests import requests
from scheduler.flags import flags
from scheduler.help_calls import help_calls
from scheduler.housekeeping import UNNEEDED, housekeeping
from scheduler.incidents import incidents
from scheduler.leaves import leaves
from scheduler.mornings import mornings
from scheduler.offers import offers
from scheduler.outages import outages
from scheduler.patterns import patterns
from scheduler.phones import phones
from scheduler.pins import pins
from scheduler.practices import LEFT_ALONE, practices
from scheduler.reports import reports
from scheduler.retention import retention
from scheduler.sessions import sessions
from scheduler.site_codes import site_codes
from scheduler.slips import unsent_slips

Deed = Callable[[AsyncSession, datetime], Awaitable[list[Notice] | None]]
"""What is done in one transaction; None when there was nothing to do."""
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def _never(looked_at: Mapped[datetime | None]) -> tuple[Oldest]:
    """Offices that were never looked at."""
    return (Oldest(select(func.min(func.coalesce(looked_at, LONG_AGO)))),)


@dataclass(frozen=True, slots=True)
class Chore:
    """One thing that the clock does. Before the earliest instant in `due`, and where nothing `waits`, it has
    nothing to do and is spared its transaction. What a chore says that `rests` leaves in the morning where it
    comes up in the quiet hours: nobody waits for it; what is `urgent` leaves at night also where it could not
    leave by day. A chore that `reads` long before it writes a little does that first, and only the rest in a
    transaction that others wait for."""

    run: Deed
    due: tuple[Mapped[datetime | None], ...] = ()
    waits: tuple[Oldest, ...] = ()
    rests: bool = False
    urgent: bool = False
    reads: Callable[[AsyncSession, datetime], Awaitable[Deed | None]] | None = None


CHORES: Mapping[str, Chore] = {
    "outages": Chore(outages, (col(OutageRow.look_at),)),
    "help-calls": Chore(help_calls, (col(HelpCall.look_at),), urgent=True),
    "incidents": Chore(incidents, (col(Incident.look_at),), urgent=True),
    "excuse-requests": Chore(requests, (col(ExcuseRequest.look_at),)),
    "site-codes": Chore(site_codes, (col(SiteCodeShow.look_at),)),
    "sessions": Chore(sessions, (col(WorkSession.look_at),)),
    "closure-claims": Chore(closure_claims, (col(ClosureClaim.look_at),)),
    "mornings": Chore(mornings, (col(Office.mornings_at),), _never(col(Office.mornings_at)), rests=True),
    "evenings": Chore(evenings, (col(Office.evenings_at),), _never(col(Office.evenings_at)), rests=True),
    "attendances": Chore(attendances, (col(Attendance.look_at),)),
    "chasers": Chore(chasers, (col(Attendance.chase_at),), rests=True),
    "decisions": Chore(decisions, (col(Office.decisions_at),), _never(col(Office.decisions_at)), rests=True),
    "flags": Chore(flags, (col(Flag.tell_at),)),
    "cases": Chore(cases, (col(Case.look_at),), rests=True),
    "crossings": Chore(crossings, (col(OfficeTransfer.look_at),), rests=True),
    "reports": Chore(reports, (col(Report.look_at),), rests=True),
    "leaves": Chore(leaves, (col(Leave.look_at),), rests=True),
    "departures": Chore(departures, (col(Person.look_at),), rests=True),
    "offers": Chore(offers, waits=OFFERED, rests=True),
    "doubles": Chore(doubles, (col(Merging.look_at),), rests=True),
    "digests": Chore(digests, (col(Person.look_at),), reads=next_digest),
    "patterns": Chore(patterns, (col(Office.patterns_at),), _never(col(Office.patterns_at)), rests=True),
    "contacts": Chore(contacts, waits=(UNTOLD,), rests=True),
    "contests": Chore(contests, (col(Contest.look_at),), rests=True),
    "evaluations": Chore(
        evaluations_due, (col(EvaluationForm.look_at), col(EvaluationAnswer.look_at)), rests=True
    ),
    "slips": Chore(unsent_slips, waits=(slips.OLDEST, guesses.OLDEST), rests=True),
    "phones": Chore(phones, (col(PhoneTurn.look_at),)),
    "practices": Chore(practices, waits=(LEFT_ALONE,)),
    "pins": Chore(pins, (col(PinQuestion.look_at),), rests=True),
    "retention": Chore(retention, (col(Photo.look_at), col(VoiceNote.look_at))),
    "housekeeping": Chore(housekeeping, waits=UNNEEDED),
}

_COLUMNS = tuple({str(column): column for chore in CHORES.values() for column in chore.due}.values())
_FIRST = tuple(select(func.min(column)).scalar_subquery() for column in _COLUMNS)
_EARLIEST = select(*_FIRST)
"""One statement, each part of it the first entry of an index."""
_WAITING = tuple((name, oldest) for name, chore in CHORES.items() for oldest in chore.waits)
_DUE = select(*_FIRST, *(oldest.at.scalar_subquery() for _, oldest in _WAITING))


JUDGING = frozenset({"sessions", "attendances", "reports"})
"""What looks at windows of time: it waits while messages may still be on their way to us."""


async def next_due(session: AsyncSession) -> datetime | None:
    """The earliest instant at which any row wants to be looked at."""
    row: Sequence[datetime | None] = (await session.exec(_EARLIEST)).one()
    return min((at for at in row if at is not None), default=None)


async def due_chores(session: AsyncSession, now: datetime) -> Set[str]:
    """The chores that have something to do now, as far as one statement can tell."""
    row: Sequence[datetime | None] = (await session.exec(_DUE)).one()
    instants, oldest = row[: len(_COLUMNS)], row[len(_COLUMNS) :]
    due = {str(column) for column, at in zip(_COLUMNS, instants, strict=True) if at and at <= now}
    found = {name for name, chore in CHORES.items() if any(str(column) in due for column in chore.due)}
    found |= {
        name for (name, what), at in zip(_WAITING, oldest, strict=True) if at and at + what.after <= now
    }
    return found if not found & JUDGING or await is_fresh(session, now) else found - JUDGING
