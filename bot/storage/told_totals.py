"""The hours of a case as its client was told them last, and what he said of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from bot.domain.totals import TotalWord
from bot.storage.models import office, words


class ToldTotal(SQLModel, table=True):
    """One row a case: a later total takes the place of an earlier one, and the events keep both."""

    __tablename__ = "told_total"

    case_id: int = Field(primary_key=True, foreign_key="case.id")
    office_id: int = office()
    minutes: int
    final: bool = False
    """Told at the closing: later work changes it too."""
    base: int = 0
    """Minutes in it that no attendance brought: an opening balance, corrections."""
    credits: dict[str, int] = Field(default_factory=dict, sa_type=JSON)
    """Attendance → credited minutes, of the decided ones."""
    told_at: datetime
    word: TotalWord = Field(default=TotalWord.NONE, sa_type=words(TotalWord))
    word_at: datetime | None = None
