"""Phones that several people use (*HP bersama*), their turns, and who helped whom to check in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import Moment
from bot.domain.phones import HowEnded, PhoneKind, Way
from bot.storage.models import Evidence, key, office, words


class DeskPhone(SQLModel, table=True):
    """A chat account that is declared to be nobody's own. Until its link is opened, and after it was ended,
    it has no account."""

    __tablename__ = "desk_phone"

    __table_args__ = (UniqueConstraint("channel", "external_id"),)
    id: int = key()
    office_id: int = office()
    label: str
    kind: PhoneKind = Field(sa_type=words(PhoneKind))
    declared_by: int = Field(foreign_key="person.id")
    declared_at: datetime
    token_hash: str | None = Field(default=None, unique=True)
    """Of the code in the one-use link that binds an account; None once somebody has let it in."""
    token_ends_at: datetime | None = None
    channel: str | None = None
    external_id: str | None = None
    """The account that has opened the link; it shows nobody before `bound_at`."""
    bound_at: datetime | None = None
    gone_at: datetime | None = None
    ended_at: datetime | None = None


class DeskPhoneUser(SQLModel, table=True):
    """Someone who may use a shared phone."""

    __tablename__ = "desk_phone_user"

    __table_args__ = (UniqueConstraint("phone_id", "person_id"),)
    id: int = key()
    office_id: int = office()
    phone_id: int = Field(foreign_key="desk_phone.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    added_by: int = Field(foreign_key="person.id")
    added_at: datetime


class PhoneTurn(SQLModel, table=True):
    """From choosing a name on a shared phone until somebody else comes: what is sent between is this
    person's. At most one of a phone is not ended."""

    __tablename__ = "phone_turn"

    id: int = key()
    office_id: int = office()
    phone_id: int = Field(foreign_key="desk_phone.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    began_at: datetime
    used_at: datetime
    ended_at: datetime | None = None
    how: HowEnded | None = Field(default=None, sa_type=words(HowEnded))
    wiped: bool = False
    """Half-done answers went with it."""
    told: bool = False
    """The next one at the phone has heard that it had ended."""
    look_at: datetime | None = Field(default=None, index=True)


class Assistance(SQLModel, table=True):
    """Something of a client that did not come from a phone of his own: who sent it, why, and from which
    phone. About one end of an attendance, a report, or a single location or photo."""

    id: int = key()
    office_id: int = office()
    client_id: int = Field(foreign_key="person.id", index=True)
    attendance_id: int | None = Field(default=None, foreign_key="attendance.id", index=True)
    moment: Moment | None = Field(default=None, sa_type=words(Moment))
    report_id: int | None = Field(default=None, foreign_key="report.id", index=True)
    evidence_id: int | None = Field(default=None, foreign_key="evidence.id", index=True)
    way: Way = Field(sa_type=words(Way))
    by: int = Field(foreign_key="person.id")
    why: str = ""
    """A key of the locale, or the helper's own words."""
    channel: str = ""
    external_id: str = ""
    """The account that sent it."""
    phone_id: int | None = Field(default=None, foreign_key="desk_phone.id", index=True)
    turn_id: int | None = Field(default=None, foreign_key="phone_turn.id", index=True)
    label: str = ""
    """What the shared phone was called then."""
    at: datetime
    undone_at: datetime | None = None


class HeldNotice(SQLModel, table=True):
    """News for someone who has only a family's phone: it waits until he has chosen his name there."""

    __tablename__ = "held_notice"

    id: int = key()
    office_id: int = office()
    person_id: int = Field(foreign_key="person.id", index=True)
    content: dict[str, Any] = Field(sa_type=JSON)
    only_if: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    held_at: datetime


@dataclass(frozen=True, slots=True)
class Via:
    """The shared phone through which a transaction speaks, and for whom."""

    phone_id: int
    turn_id: int | None
    """None before his turn: he reads the notice of data use first."""
    person_id: int
    label: str
    channel: str
    external_id: str


_VIA = "via"


def speak_through(session: AsyncSession, via: Via | None) -> None:
    """From here on everything that this transaction writes came from this shared phone. It is said once, for
    the transaction: no handler can forget it. None: the turn is over."""
    session.info[_VIA] = via


def via_of(session: AsyncSession) -> Via | None:
    """The shared phone through which this transaction speaks; None for a phone of one's own and the clock."""
    found = session.info.get(_VIA)
    return found if isinstance(found, Via) else None


async def was_helped(session: AsyncSession, evidence: Evidence) -> bool:
    """Whether it came from somebody else's phone."""
    query = select(Assistance.id).where(Assistance.evidence_id == evidence.id)
    return (await session.exec(query.limit(1))).first() is not None
