"""The chores in the order in which they run, and when the next of them has something to do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Notice
from bot.storage.closure_claims import ClosureClaim
from bot.storage.doubles import Merging
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.flags import Flag
from bot.storage.help_calls import HelpCall
from bot.storage.incidents import Incident
from bot.storage.leaves import Leave
from bot.storage.models import Attendance, Case, Contest, Office, Person, Photo, Report, WorkSession
from bot.storage.office_transfers import OfficeTransfer
from bot.storage.phones import PhoneTurn
from bot.storage.site_codes import SiteCodeShow
from bot.storage.site_pins import PinQuestion
from bot.storage.voices import VoiceNote
from scheduler.attendances import attendances
from scheduler.cases import cases
from scheduler.chasers import chasers
from scheduler.closure_claims import closure_claims
from scheduler.contacts import contacts
from scheduler.contests import contests
from scheduler.crossings import crossings
from scheduler.departures import departures
from scheduler.digests import digests
from scheduler.doubles import doubles
from scheduler.excuse_requests import requests
from scheduler.flags import flags
from scheduler.help_calls import help_calls
from scheduler.housekeeping import housekeeping
from scheduler.incidents import incidents
from scheduler.leaves import leaves
from scheduler.mornings import mornings
from scheduler.offers import offers
from scheduler.patterns import patterns
from scheduler.phones import phones
from scheduler.pins import pins
from scheduler.practices import practices
from scheduler.reports import reports
from scheduler.retention import retention
from scheduler.sessions import sessions
from scheduler.site_codes import site_codes
from scheduler.slips import unsent_slips

CHORES: Mapping[str, Callable[[AsyncSession, datetime], Awaitable[list[Notice] | None]]] = {
    "help-calls": help_calls,
    "incidents": incidents,
    "excuse-requests": requests,
    "site-codes": site_codes,
    "sessions": sessions,
    "closure-claims": closure_claims,
    "mornings": mornings,
    "attendances": attendances,
    "chasers": chasers,
    "flags": flags,
    "cases": cases,
    "crossings": crossings,
    "reports": reports,
    "leaves": leaves,
    "departures": departures,
    "offers": offers,
    "doubles": doubles,
    "digests": digests,
    "patterns": patterns,
    "contacts": contacts,
    "contests": contests,
    "slips": unsent_slips,
    "phones": phones,
    "practices": practices,
    "pins": pins,
    "retention": retention,
    "housekeeping": housekeeping,
}


async def next_due(session: AsyncSession) -> datetime | None:
    """The earliest instant at which any row wants to be looked at."""
    places = (WorkSession, Attendance, Case, Contest, Report, Person, Leave, PhoneTurn)
    own = (col(Flag.tell_at), col(Office.patterns_at), col(Office.mornings_at), col(Attendance.chase_at))
    asked = (ClosureClaim, HelpCall, ExcuseRequest, Incident, Merging, OfficeTransfer, PinQuestion)
    looked_at = (*places, *asked, Photo, VoiceNote, SiteCodeShow)
    columns = [*own, *(col(table.look_at) for table in looked_at)]
    earliest = [(await session.exec(select(func.min(column)))).one() for column in columns]
    return min((at for at in earliest if at is not None), default=None)
