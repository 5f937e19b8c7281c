"""The letter boxes: raw updates before they are acknowledged, and notices until they are carried."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.storage.models import BIG, words


class InboxState(StrEnum):
    """`set_aside`: given up after many tries; staff were told."""

    PENDING = "pending"
    DONE = "done"
    SET_ASIDE = "set_aside"


class Inbox(SQLModel, table=True):
    """A raw update. `lane` keeps one sender's messages in order; `raw` is emptied once it is done."""

    __table_args__ = (
        UniqueConstraint("bot", "channel", "external_id"),
        Index(
            "ix_inbox_pending",
            "lane",
            "id",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
    )
    id: int = Field(default=None, primary_key=True, sa_type=BIG)
    bot: str
    channel: str
    external_id: str
    lane: str
    raw: str
    received_at: datetime
    state: InboxState = Field(default=InboxState.PENDING, sa_type=words(InboxState))
    attempts: int = 0
    problem: str = ""
    """The class of the error that made it wait; never its words, which may be private."""


class OutboxState(StrEnum):
    """`queued → sending → sent`; `dropped` says why in `problem`; `unknown`: may have arrived, and stays."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DROPPED = "dropped"
    UNKNOWN = "unknown"
    FAILED = "failed"


class Outbox(SQLModel, table=True):
    """One message to one address. Its words are made when it is sent, from the key and parameters here."""

    __table_args__ = (
        Index(
            "ix_outbox_unsent",
            "channel",
            "external_id",
            "id",
            sqlite_where=text("state IN ('queued', 'sending')"),
            postgresql_where=text("state IN ('queued', 'sending')"),
        ),
        Index("ix_outbox_address", "channel", "external_id", "id"),
    )
    id: int = Field(default=None, primary_key=True, sa_type=BIG)
    office_id: int | None = None
    person_id: int | None = Field(default=None, index=True)
    channel: str
    external_id: str
    locale: str = "id"
    rank: int
    """0 for an answer, 1 for an announcement: answers leave first."""
    content: dict[str, Any] = Field(sa_type=JSON)
    """Key, parameters, lines, choices, ask, media: a notice in plain JSON."""
    card: str = ""
    once: str | None = Field(default=None, unique=True)
    only_if: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    resend: str
    state: OutboxState = Field(default=OutboxState.QUEUED, sa_type=words(OutboxState))
    repeated: bool = False
    queued_at: datetime
    attempts: int = 0
    sent_at: datetime | None = None
    not_before: datetime | None = None
    """It waits until then, and what comes later to the same address does not wait for it."""
    message: str = ""
    """The channel's id of the message, for edits."""
    problem: str = ""
