"""What a sender reads of a workbook: the preview with *Simpan*, what was saved, or why it is not read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Choice, Line, Notice, Param, Show
from bot.domain.uploads import UploadState
from bot.imports import ImportResult
from bot.storage.events import append
from bot.storage.models import Office
from bot.storage.uploads import Upload

SHOWN = 5
"""Changed cells, refused rows and remarks each that stand in the message; the others stand in the list."""


def card_of(upload: Upload) -> str:
    """Under which name the messages about a workbook find each other."""
    return f"upload:{upload.id}"


def end(upload: Upload, state: UploadState) -> None:
    """Nothing more will be done with a workbook: forgetting its key erases it."""
    upload.state, upload.key = state, None


def ended(upload: Upload, key: str) -> Notice:
    """The last word on a workbook, in place of what stood there."""
    return Notice(to=upload.person_id, key=key, card=card_of(upload), show=Show.EDIT)


def previewed(upload: Upload, result: ImportResult, *, again: bool) -> list[Notice]:
    """What the workbook would do, and the buttons where there is something to save; `again` where the data
    changed after the first look."""
    saves = not result.changes.nothing
    choices = (
        Choice(f"upload-save:{upload.id}", "choice-upload-save"),
        Choice(f"upload-cancel:{upload.id}", "choice-upload-cancel"),
    )
    if not saves:
        return _told(upload, result, "upload-preview-nothing", ())
    return _told(upload, result, "upload-preview-again" if again else "upload-preview", choices)


def saved(upload: Upload, result: ImportResult, *, resumed: bool) -> list[Notice]:
    """What was done. After an interruption the figures are those of the rest."""
    return _told(upload, result, "upload-saved-rest" if resumed else "upload-saved", ())


def progress(upload: Upload, done: int, total: int) -> Notice:
    """How far the saving is, on the card itself."""
    params: dict[str, Param] = {"done": done, "total": total}
    key = "upload-progress"
    return Notice(to=upload.person_id, key=key, params=params, card=card_of(upload), show=Show.EDIT_ONLY)


async def note_saved(session: AsyncSession, upload: Upload, result: ImportResult, now: datetime) -> None:
    """The import as a fact of the office, with the hash of the file."""
    await note_of_office(
        session,
        upload.office_id,
        "workbook_imported",
        {
            "sha256": upload.sha256,
            "rows": result.rows,
            "refused": sum(len(result.refused(sheet)) for sheet in result.rows),
            "partly": sum(len(result.partly(sheet)) for sheet in result.rows),
        },
        actor_id=upload.person_id,
        now=now,
    )


async def note_of_office(
    session: AsyncSession,
    office_id: int,
    kind: str,
    payload: dict[str, object],
    *,
    actor_id: int,
    now: datetime,
) -> None:
    """A fact of the whole office; its row keeps the order of such facts."""
    (await session.exec(select(Office).where(Office.id == office_id).with_for_update())).one()
    await append(
        session,
        office_id=office_id,
        stream=f"office:{office_id}",
        kind=kind,
        actor_id=actor_id,
        payload=payload,
        happened_at=now,
        now=now,
    )


def _told(upload: Upload, result: ImportResult, key: str, choices: tuple[Choice, ...]) -> list[Notice]:
    cells = [cell.line() for cell in result.changes.cells]
    refused = [problem.lines() for problem in result.problems if not problem.left_out]
    partly = [problem.lines() for problem in result.problems if problem.left_out]
    remarks = result.remarks()
    lines = [
        *(Line("upload-sheet", _counts(result, name)) for name in result.rows if result.rows[name]),
        *_first("upload-changes", [[line] for line in cells]),
        *_first("upload-refused", refused),
        *_first("upload-partly", partly),
        *_first("upload-remarks", [[line] for line in remarks]),
    ]
    told = Notice(
        to=upload.person_id,
        key=key,
        lines=tuple(lines),
        choices=choices,
        card=card_of(upload),
        show=Show.AGAIN,
    )
    if max(len(one) for one in (cells, refused, partly, remarks)) <= SHOWN:
        return [told]
    return [Notice(to=upload.person_id, key="upload-list", media=f"upload:{upload.id}"), told]


def _first(heading: str, parts: Sequence[Sequence[Line]]) -> list[Line]:
    """A heading with how many there are, and the first of them."""
    if not parts:
        return []
    shown = [line for part in parts[:SHOWN] for line in part]
    more = len(parts) - SHOWN
    rest = [Line("upload-more", {"count": more})] if more > 0 else []
    return [Line(heading, {"count": len(parts)}), *shown, *rest]


def _counts(result: ImportResult, sheet: str) -> dict[str, Param]:
    tally = result.changes.tallies[sheet]
    refused = len(result.refused(sheet))
    return {
        "sheet": sheet,
        "new": tally.new,
        "changed": tally.changed,
        "same": tally.same,
        "refused": refused,
    }
