"""Workbooks that people send by chat: who may, how large they may be, and what becomes of one."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from bot.domain.messages import FileProblem
from bot.domain.people import Role

UPLOADERS = frozenset({Role.OPERATOR, Role.OFFICER})
"""Who may send a workbook to the bot."""
LARGEST_FILE = 10 * 2**20
"""Bytes. A workbook of 20,000 rows has about a tenth."""
KEPT = timedelta(days=1)
"""How long a workbook waits for *Simpan*, and its list of rows can be fetched."""
ENDINGS = (".xlsx", ".csv")


class UploadState(StrEnum):
    """`received → previewed → saving → saved`; every other state is an end, and erases the file."""

    RECEIVED = "received"
    """Waits to be read and rehearsed."""
    PREVIEWED = "previewed"
    """Waits for *Simpan* or *Batal*."""
    SAVING = "saving"
    SAVED = "saved"
    NOTHING = "nothing"
    """It would change nothing, so there is nothing to save."""
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    UNREADABLE = "unreadable"
    FAILED = "failed"


WORK = frozenset({UploadState.RECEIVED, UploadState.SAVING})
"""States in which the house has something to do, and nobody else."""
OPEN = WORK | {UploadState.PREVIEWED}


def problem_of(name: str, size: int) -> FileProblem | None:
    """Why a file is not even fetched: its kind by its name, or its announced size in bytes."""
    if name.lower().endswith(".xls"):
        return FileProblem.OLD_EXCEL
    if not name.lower().endswith(ENDINGS):
        return FileProblem.WRONG_TYPE
    return FileProblem.TOO_LARGE if size > LARGEST_FILE else None
