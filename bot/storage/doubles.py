"""Mergings of two records of one human being, and what of the second one's goes to the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Field, SQLModel, col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.doubles import Account, MergingState
from bot.storage.case_notes import CaseNote
from bot.storage.circulars import Circular
from bot.storage.closure_claims import ClosureClaim
from bot.storage.drafts import DraftForm
from bot.storage.evaluations import EvaluationForm, SessionRating
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.follow_ups import FollowUp
from bot.storage.help_calls import HelpCall
from bot.storage.identity import EnrolmentPhoto, IdentityCheck
from bot.storage.incidents import Incident, IncidentPerson, IncidentReader
from bot.storage.kinships import Kinship
from bot.storage.leaves import Leave
from bot.storage.models import (
    Attendance,
    Case,
    Consent,
    Contest,
    Dialogue,
    Digest,
    Evidence,
    ExcusedSpan,
    Invitation,
    Person,
    PersonAddress,
    Placement,
    Report,
    Site,
    SiteClosure,
    SiteSupervisor,
    WorkSession,
    key,
    office,
    words,
)
from bot.storage.office_transfers import OfficeTransfer
from bot.storage.patterns import Pattern, PatternList
from bot.storage.phones import Assistance, DeskPhone, DeskPhoneUser, HeldNotice, PhoneTurn
from bot.storage.post import Inbox
from bot.storage.signed_lists import SignedList
from bot.storage.site_codes import SiteCodeMiss, SiteCodeShow, SiteCodeUse
from bot.storage.site_pins import PinQuestion, Rejudgement, SitePin
from bot.storage.slips import SlipSheet
from bot.storage.supervisor_places import SupervisorPlace
from bot.storage.threads import ThreadMessage
from bot.storage.times_drafts import TimesDraft
from bot.storage.transfers import Handover, Transfer
from bot.storage.uploads import Upload
from bot.storage.voices import VoiceNote
from bot.storage.work_notes import WorkNote


class Merging(SQLModel, table=True):
    """Two people of an office are said to be one: the second is to go into the first."""

    id: int = key()
    office_id: int = office()
    first_id: int = Field(foreign_key="person.id", index=True)
    second_id: int = Field(foreign_key="person.id", index=True)
    asked_by: int = Field(foreign_key="person.id")
    reason: str = ""
    state: MergingState = Field(default=MergingState.DRAFT, sa_type=words(MergingState))
    asked_at: datetime
    decided_at: datetime | None = None
    look_at: datetime | None = Field(default=None, index=True)
    """When the clock looks for what was being written about the second meanwhile."""


Columns = Mapping[type[SQLModel], tuple[str, ...]]

MOVES: Columns = {
    Case: ("client_id", "officer_id", "prosecutor_id", "guardian_id"),
    WorkSession: ("client_id",),
    Attendance: ("client_id",),
    Evidence: ("client_id",),
    VoiceNote: ("client_id",),
    HelpCall: ("client_id",),
    ThreadMessage: ("client_id", "to_id"),
    IncidentPerson: ("client_id",),
    ExcuseRequest: ("client_id", "filed_by"),
    EvaluationForm: ("person_id",),
    ClosureClaim: ("client_id",),
    Report: ("client_id",),
    EnrolmentPhoto: ("client_id",),
    Assistance: ("client_id",),
    Leave: ("person_id", "stand_in_id"),
    DeskPhone: ("declared_by",),
    PhoneTurn: ("person_id",),
    HeldNotice: ("person_id",),
    Upload: ("person_id",),
    SiteCodeShow: ("person_id",),
    Handover: ("client_id",),
    Kinship: ("client_id", "relative_id"),
    OfficeTransfer: ("client_id", "officer_id", "new_client_id", "new_officer_id"),
    Person: ("merged_into",),
}
"""Whose something is: of the second person it becomes the first one's, whatever its state."""
MOVES_WITH_CARE: Columns = {
    PersonAddress: ("person_id",),
    SiteSupervisor: ("person_id",),
    Consent: ("child_id", "guardian_id"),
    DeskPhoneUser: ("person_id",),
    Dialogue: ("person_id",),
    DraftForm: ("person_id",),
    Transfer: ("client_id", "officer_id", "to_id", "asked_by"),
    Handover: ("officer_id", "to_id"),
    SignedList: ("officer_id",),
    Leave: ("asked_by",),
}
"""The same, where both may have one, or where only what is still open moves (`double_moves`)."""
STAYS: Columns = {
    Invitation: ("person_id", "made_by"),
    Consent: ("recorded_by",),
    SiteClosure: ("closed_by",),
    ExcusedSpan: ("by",),
    WorkSession: ("absent_by",),
    Attendance: ("present_by", "decided_by", "accepted_by"),
    Contest: ("decided_by", "site_word_by"),
    HelpCall: ("taken_by", "closed_by"),
    ThreadMessage: ("author_id", "read_by"),
    FollowUp: ("by",),
    CaseNote: ("by",),
    Incident: ("reported_by",),
    ClosureClaim: ("decided_by",),
    IncidentReader: ("person_id",),
    ExcuseRequest: ("decided_by",),
    Digest: ("officer_id",),
    Pattern: ("officer_id", "subject_id", "answered_by"),
    PatternList: ("officer_id",),
    EnrolmentPhoto: ("by",),
    IdentityCheck: ("by",),
    DeskPhoneUser: ("added_by",),
    Assistance: ("by",),
    SlipSheet: ("for_id",),
    OfficeTransfer: ("asked_by", "decided_by"),
    Merging: ("first_id", "second_id", "asked_by"),
    SitePin: ("set_by",),
    PinQuestion: ("asked_by", "decided_by"),
    Rejudgement: ("by",),
    SiteCodeUse: ("client_id",),
    SiteCodeMiss: ("client_id",),
    SupervisorPlace: ("person_id",),
    Kinship: ("declared_by", "ended_by"),
    WorkNote: ("by",),
    SessionRating: ("by",),
    Circular: ("by",),
    TimesDraft: ("person_id",),
}
"""Who did something, and what was made for him: history, which keeps the old id and shows the old code. What
is still written to it reaches the first person (`OutboxWriter`)."""


async def merging_by_id(session: AsyncSession, office_id: int, merging_id: int) -> Merging | None:
    """A merging of this office as it stands now, locked."""
    query = select(Merging).where(Merging.id == merging_id, Merging.office_id == office_id)
    fresh = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    return (await session.exec(fresh)).first()


async def due(session: AsyncSession, now: datetime, limit: int) -> Sequence[Merging]:
    """Mergings that the clock must look at once more, locked."""
    query = select(Merging).where(col(Merging.look_at) <= now).order_by(col(Merging.id)).limit(limit)
    return (await session.exec(query.with_for_update(key_share=True))).all()


async def person_with_code(session: AsyncSession, office_id: int, code: str) -> Person | None:
    """Who has this code, also somebody who was merged."""
    query = select(Person).where(Person.office_id == office_id, func.lower(Person.code) == code.lower())
    return (await session.exec(query)).first()


async def locked_pair(session: AsyncSession, merging: Merging) -> tuple[Person, Person]:
    """The two as they stand now, locked in the order of their ids."""
    pair = (merging.first_id, merging.second_id)
    query = select(Person).where(col(Person.id).in_(pair), Person.office_id == merging.office_id)
    locked = query.order_by(col(Person.id)).with_for_update(key_share=True)
    rows = (await session.exec(locked.execution_options(populate_existing=True))).all()
    people = {one.id: one for one in rows}
    return people[merging.first_id], people[merging.second_id]


async def locked_cases(session: AsyncSession, person: Person) -> Sequence[Case]:
    """The cases that name a person, in any part, locked in the order in which all lock them."""
    query = select(Case).where(Case.office_id == person.office_id, _names(person))
    return (await session.exec(query.order_by(col(Case.id)).with_for_update(key_share=True))).all()


async def cases_of(session: AsyncSession, person: Person) -> Sequence[Case]:
    """The same, to be read."""
    query = select(Case).where(Case.office_id == person.office_id, _names(person))
    return (await session.exec(query.order_by(col(Case.number)))).all()


def _names(person: Person) -> ColumnElement[bool]:
    return or_(*(getattr(Case, name) == person.id for name in MOVES[Case]))


async def sites_of(session: AsyncSession, person: Person) -> Sequence[Site]:
    """The sites at which somebody works or confirms, by code."""
    placed = (
        select(Placement.site_id)
        .join(Case, col(Case.id) == col(Placement.case_id))
        .where(Case.client_id == person.id)
    )
    confirms = select(SiteSupervisor.site_id).where(SiteSupervisor.person_id == person.id)
    query = select(Site).where(
        Site.office_id == person.office_id, or_(col(Site.id).in_(placed), col(Site.id).in_(confirms))
    )
    return (await session.exec(query.order_by(col(Site.code)))).all()


async def accounts_of(session: AsyncSession, first: Person, second: Person) -> list[Account]:
    """The chat accounts of both, with the time at which each was used last."""
    rows = select(PersonAddress).where(col(PersonAddress.person_id).in_((first.id, second.id)))
    found = []
    for row in (await session.exec(rows.order_by(col(PersonAddress.id)))).all():
        lane = f":{row.channel}:{row.external_id}"
        heard = select(func.max(Inbox.received_at)).where(
            Inbox.channel == row.channel, col(Inbox.lane).endswith(lane, autoescape=True)
        )
        used = (await session.exec(heard)).one()
        found.append(
            Account(
                row.id,
                row.channel,
                row.gone_at is None,
                max(used, row.bound_at) if used else row.bound_at,
                row.person_id == first.id,
            )
        )
    return found


async def merged_ids(session: AsyncSession, office_id: int) -> dict[int, int]:
    """Everybody of an office who was merged, and who speaks for him."""
    query = select(Person.id, Person.merged_into).where(
        Person.office_id == office_id, col(Person.merged_into) > 0
    )
    return {gone: now for gone, now in (await session.exec(query)).all() if now is not None}
