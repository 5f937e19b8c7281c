"""Offers of clients that nobody answers: whoever was asked is asked once more, then the head hears of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import office_transfers, transfers
from bot.domain.cases import local_day
from bot.domain.messages import Choice, Notice, Param, Show, When
from bot.domain.offers import AT_LEAST, FAR_ENOUGH, Nudge, next_nudge, nudge_at
from bot.domain.people import Role
from bot.orders import calendar_of
from bot.storage import offers as ask
from bot.storage import queries
from bot.storage.office_transfers import OfficeTransfer
from bot.storage.transfers import Transfer


async def offers(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Do what is due about one of them; None when there is nothing."""
    for offer in await ask.unanswered(session, now - AT_LEAST):
        nudge = await _due(session, offer, now)
        if nudge is not None and await ask.still_open(session, offer):
            await ask.keep(session, offer, nudge, now)
            return await _told(session, offer, nudge)
    return None


async def _due(session: AsyncSession, offer: Transfer | OfficeTransfer, now: datetime) -> Nudge | None:
    before = await ask.nudges(session, offer)
    since = before[-1] if before else offer.asked_at
    office = await queries.office_of(session, offer.office_id)
    first = local_day(since, office.zone)
    calendar = await calendar_of(session, office.id, first, first + FAR_ENOUGH)
    return next_nudge(len(before)) if nudge_at(since, calendar, office.zone) <= now else None


async def _told(session: AsyncSession, offer: Transfer | OfficeTransfer, nudge: Nudge) -> list[Notice]:
    params = await _params(session, offer)
    whose = "one" if "name" in params else "all"
    kind = "transfer" if isinstance(offer, Transfer) else "office-transfer"
    once = f"{kind}:{offer.id}:{nudge.value}"
    if nudge is Nudge.HEAD_TOLD:
        heads = await queries.staff(session, offer.office_id, Role.HEAD)
        told = Notice(
            to=0,
            key=f"offer-{whose}-head-told",
            params=params,
            choices=(Choice(f"{kind}-withdraw:{offer.id}", "choice-transfer-withdraw"),),
        )
        return [replace(told, to=one.id, once=f"{once}:{one.id}") for one in heads if one.left_on is None]
    people, take = await _asked(session, offer)
    again = Notice(
        to=0,
        key=f"offer-{whose}-asked-again",
        params=params,
        choices=(take, Choice(f"{kind}-decline:{offer.id}", "choice-transfer-decline")),
        card=f"{kind}:{offer.id}",  # the question's: only the newest has buttons
        show=Show.AGAIN,
    )
    return [replace(again, to=one, once=f"{once}:{one}") for one in people]


async def _asked(session: AsyncSession, offer: Transfer | OfficeTransfer) -> tuple[list[int], Choice]:
    """Who must answer, and how he says yes."""
    if isinstance(offer, Transfer):
        return [offer.to_id], Choice(f"transfer-accept:{offer.id}", "choice-transfer-accept")
    people = [one.id for one in await office_transfers.receivers(session, offer)]
    return people, Choice(f"office-transfer-other:{offer.id}", "choice-offer-take")


async def _params(session: AsyncSession, offer: Transfer | OfficeTransfer) -> dict[str, Param]:
    """No name where all of an officer's clients are offered."""
    office = await queries.office_of(session, offer.office_id)
    since: dict[str, Param] = {"since": When(offer.asked_at, office.zone), "reason": offer.reason}
    if isinstance(offer, OfficeTransfer):
        return since | {"name": offer.shown, "from": offer.from_office, "to": offer.to_office}
    officer, client, to = await transfers.people_of(session, offer)
    params = since | {"from": officer.shown, "to": to.shown}
    return params | {"name": client.shown} if client else params
