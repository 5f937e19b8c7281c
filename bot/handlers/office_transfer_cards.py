"""What people read about an offer to another Bapas, before anything has moved."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import office_transfers as steps
from bot.domain.digest import programme_key
from bot.domain.messages import Choice, Line, Minutes, Notice, Param, Show, Word
from bot.domain.office_transfers import OfferedCase
from bot.domain.people import Role
from bot.storage import office_transfers, queries
from bot.storage.models import Person
from bot.storage.office_transfers import OfficeTransfer

SHOWN = 8
"""Officers with a button; the others by code or name."""


def check(transfer: OfficeTransfer, by: Person) -> Notice:
    """*Periksa dulu*, with *Kirim*."""
    about = str(transfer.id)
    choices = (
        Choice(f"office-transfer-send:{about}", "choice-transfer-send"),
        Choice(f"office-transfer-reason:{about}", "choice-transfer-reason"),
        _back(transfer),
    )
    return Notice(
        to=by.id,
        key="office-transfer-check",
        params=params_of(transfer),
        choices=choices,
        card=card_of(transfer),
    )


async def sent(session: AsyncSession, transfer: OfficeTransfer, by: Person) -> list[Notice]:
    """Whoever offered can take it back; the other Bapas is asked, and an officer whose head offered knows."""
    params = params_of(transfer)
    told = [
        Notice(
            to=by.id,
            key="office-transfer-sent",
            params=params,
            choices=(_back(transfer),),
            card=card_of(transfer),
            show=Show.EDIT,
        )
    ]
    if by.id != transfer.officer_id:
        told.append(Notice(to=transfer.officer_id, key="office-transfer-for-you", params=params))
    people = await steps.receivers(session, transfer)
    return [*told, *[await question(session, transfer, one) for one in people]]


async def question(session: AsyncSession, transfer: OfficeTransfer, to: Person) -> Notice:
    """The card of whoever answers for the receiving Bapas. It shows what the offer carries, and nothing
    else."""
    people = await officers(session, transfer.to_office_id)
    about = str(transfer.id)
    choices = [
        Choice(f"office-transfer-take:{about}:{one.id}", "choice-name", {"name": one.shown})
        for one in people[:SHOWN]
    ]
    if len(people) > SHOWN:
        choices.append(Choice(f"office-transfer-other:{about}", "choice-office-transfer-other"))
    choices.append(Choice(f"office-transfer-decline:{about}", "choice-transfer-decline"))
    return Notice(
        to=to.id,
        key="office-transfer-asked" if people else "office-transfer-asked-no-officer",
        params=params_of(transfer),
        lines=tuple(line for one in transfer.offered for line in _case(one)),
        choices=tuple(choices),
        card=card_of(transfer),
    )


async def known(session: AsyncSession, who: Person, limit: int) -> list[Notice]:
    """The offers that nobody has answered: what this person gave can be taken back, what a head was asked can
    be answered."""
    notices = [waits(one, who) for one in await office_transfers.offers_made(session, who, limit)]
    if who.role is Role.HEAD:
        received = await office_transfers.offers_received(session, who, limit)
        notices += [await question(session, transfer, who) for transfer in received]
    return notices


def waits(transfer: OfficeTransfer, to: Person) -> Notice:
    """An offer without an answer, for whoever may take it back."""
    params, choices = params_of(transfer), (_back(transfer),)
    return Notice(to=to.id, key="office-transfer-waits", params=params, choices=choices)


async def withdrawn(
    session: AsyncSession, transfer: OfficeTransfer, by: Person, *, asked: bool
) -> list[Notice]:
    """Everybody who had heard of it."""
    params = params_of(transfer) | {"by": by.shown}
    there = [one.id for one in await steps.receivers(session, transfer)] if asked else []
    here = [by.id, transfer.officer_id, transfer.asked_by] if asked else [by.id]
    return [
        Notice(
            to=one,
            key="office-transfer-withdrawn",
            params=params,
            card=card_of(transfer),
            show=Show.EDIT if one in (by.id, *there) else Show.NEW,
        )
        for one in dict.fromkeys((*here, *there))
    ]


async def declined(session: AsyncSession, transfer: OfficeTransfer, by: Person) -> list[Notice]:
    """Whoever answered and the others who could have; then those who wait for it."""
    params = params_of(transfer) | {"answer": transfer.answer, "by": by.shown}
    others = [one.id for one in await steps.receivers(session, transfer) if one.id != by.id]
    return [
        Notice(
            to=by.id,
            key="transfer-declined-by-you",
            params=params,
            card=card_of(transfer),
            show=Show.AGAIN,
        ),
        *answered_elsewhere(transfer, others, "office-transfer-declined-colleague", params),
        *(
            Notice(to=one, key="office-transfer-declined", params=params)
            for one in sorted({transfer.officer_id, transfer.asked_by})
        ),
    ]


def answered_elsewhere(
    transfer: OfficeTransfer, people: Sequence[int], key: str, params: dict[str, Param]
) -> list[Notice]:
    """The card of those who were asked too, without its buttons."""
    return [Notice(to=one, key=key, params=params, card=card_of(transfer), show=Show.EDIT) for one in people]


async def officers(session: AsyncSession, office_id: int) -> list[Person]:
    """Who can guide a client in an office."""
    staff = await queries.staff(session, office_id, Role.OFFICER)
    return [one for one in staff if one.left_on is None]


def params_of(transfer: OfficeTransfer) -> dict[str, Param]:
    """What all sentences about an offer are made of."""
    return {
        "name": transfer.shown,
        "from": transfer.from_office,
        "to": transfer.to_office,
        "offered": transfer.offered_by,
        "reason": transfer.reason,
    }


def card_of(transfer: OfficeTransfer) -> str:
    return f"office-transfer:{transfer.id}"


def still_open(one: OfferedCase) -> list[Line]:
    """What his former Bapas still decides of a case."""
    work = [Line("office-transfer-waiting", {"count": one.waiting})] if one.waiting else []
    said = [Line("office-transfer-contests", {"count": one.contests})] if one.contests else []
    asked = [Line("office-transfer-excuses", {"count": one.excuses})] if one.excuses else []
    return [*work, *said, *asked]


def _case(one: OfferedCase) -> list[Line]:
    """Programme and hours, and what is still to be decided where he comes from."""
    params: dict[str, Param] = {"programme": Word(programme_key(one.programme))}
    line = Line("office-transfer-case", params)
    if one.total is not None:
        hours = {"credited": Minutes(one.credited), "total": Minutes(one.total)}
        line = Line("office-transfer-case-hours", params | hours)
    return [line, *still_open(one)]


def _back(transfer: OfficeTransfer) -> Choice:
    return Choice(f"office-transfer-withdraw:{transfer.id}", "choice-transfer-withdraw")
