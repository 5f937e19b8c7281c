"""The hours of a case that were served before Hadir, as its events tell them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.hours import EventKind
from bot.storage import office_transfers
from bot.storage.events import facts_of, told_by
from bot.storage.models import Case


@dataclass(frozen=True, slots=True)
class Opening:
    """Minutes up to a day, by the paper they stand on."""

    minutes: int
    as_of: date
    basis: str
    by: int | None
    at: datetime
    of_contest: bool
    """As it was decided when the client contested them."""


async def opening_of(session: AsyncSession, case: Case) -> Opening | None:
    """What was told last. None where nothing was, and where a client brought his hours from another Bapas:
    there he contests the entries they come from."""
    last = next(iter(await facts_of(session, case, EventKind.OPENING_BALANCE)), None)
    told = told_by(last) if last is not None else {}
    if last is None or not told:
        return None
    move = await office_transfers.came(session, case.client_id, case.office_id)
    if move is not None and any(one.new_case_id == case.id for one in move.offered):
        return None
    return Opening(
        told["minutes"],
        date.fromisoformat(told["as_of"]),
        told["basis"],
        last.actor_id,
        last.happened_at,
        "contest" in told,
    )
