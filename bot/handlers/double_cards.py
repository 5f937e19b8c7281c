"""Two records side by side, before they become one; and who hears that they did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, doubles
from bot.domain.doubles import Account, kept
from bot.domain.messages import Choice, Guide, Line, Minutes, Notice, Param, Show, Words
from bot.domain.people import Role
from bot.doubles import Merged
from bot.storage import account_queries, queries
from bot.storage import doubles as rows
from bot.storage.doubles import Merging
from bot.storage.models import Case, Person

CASES_SHOWN = 6
DIGITS_SHOWN = 4
HANDLED = frozenset({Role.CLIENT, Role.GUARDIAN})
"""Who hears nothing of it but what changes on his own phone."""
IN_CASES = HANDLED | {Role.OFFICER, Role.PROSECUTOR}
"""Whom a case names."""


async def ask_reason(session: AsyncSession, who: Person, merging: Merging) -> Notice:
    """Why are they the same?"""
    first, second = await doubles.people_of(session, merging)
    params: dict[str, Param] = {"first": _called(first), "second": _called(second)}
    return Notice(to=who.id, key="double-ask-reason", params=params)


async def check(
    session: AsyncSession, who: Person, merging: Merging, now: datetime, *, again: bool = False
) -> Notice:
    """*Periksa dulu*: both, what differs as a question, what stays, and that there is no way back."""
    first, second = await doubles.people_of(session, merging)
    lines = [
        Line("double-stays", {"who": _called(first)}),
        *await _facts(session, first),
        Line("double-goes", {"who": _called(second)}),
        *await _facts(session, second),
        *_questions(first, second),
        Line("double-values", {"first": first.code, "second": second.code}),
        *await _accounts(session, first, second),
        *await _meets(session, first, second, now),
        Line("double-no-return"),
    ]
    about = f"{merging.id}:{first.id}"
    return Notice(
        to=who.id,
        key="double-check",
        params={"first": first.code, "second": second.code, "reason": merging.reason},
        lines=tuple(lines),
        choices=(
            Choice(f"double-merge:{about}", "choice-double-merge"),
            Choice(f"double-swap:{about}", "choice-double-swap"),
            Choice(f"double-cancel:{about}", "choice-double-cancel"),
        ),
        card=_card(merging),
        show=Show.EDIT if again else Show.NEW,
    )


def cancelled(who: Person, merging: Merging) -> Notice:
    """Nothing has changed."""
    return Notice(to=who.id, key="double-cancelled", card=_card(merging), show=Show.EDIT)


async def merged(
    session: AsyncSession, who: Person, merging: Merging, done: Merged, now: datetime
) -> list[Notice]:
    """Whoever did it, the officers of the cases (of a client or guardian those of both records), once each,
    and one of the staff about himself. A client or guardian hears only what his phone says where it was cut
    off."""
    first, second = done.first, done.second
    params: dict[str, Param] = {
        "first": _called(first),
        "second": second.code,
        "by": who.shown,
        "reason": merging.reason,
    }
    lines = tuple(_met(done.meets))
    said = Notice(
        to=who.id,
        key="double-done",
        params=params,
        lines=lines,
        card=_card(merging),
        show=Show.EDIT,
        ask=await cards.keyboard(session, who, now),
    )
    cases = await rows.cases_of(session, first) if first.role in HANDLED else done.cases
    officers = {case.officer_id for case in cases if case.officer_id is not None}
    told = [
        Notice(to=Guide(one), key="double-told", params=params, lines=lines)
        for one in sorted(officers - {who.id, first.id})
    ]
    if first.role not in HANDLED and who.id not in (first.id, second.id):
        told.append(Notice(to=first.id, key="double-yours", params=params))
    return [said, *told, *done.told]


async def _facts(session: AsyncSession, person: Person) -> list[Line]:
    connected = len(await account_queries.accounts_of(session, person))
    digits = f"…{person.phone[-DIGITS_SHOWN:]}" if person.phone else "–"
    lines = [Line("double-facts", {"digits": digits, "accounts": connected})]
    lines += await _cases(session, person)
    if sites := await rows.sites_of(session, person):
        lines.append(Line("double-sites", {"sites": ", ".join(site.name for site in sites)}))
    return lines


async def _cases(session: AsyncSession, person: Person) -> list[Line]:
    """A client's with their hours, which stay with their case; of others how many there are."""
    cases = await rows.cases_of(session, person)
    if person.role not in IN_CASES:
        return []
    if person.role is not Role.CLIENT:
        return [Line("double-count", {"count": len(cases)})]
    lines = [await _case(session, case) for case in cases[:CASES_SHOWN]]
    return lines or [Line("double-count", {"count": 0})]


async def _case(session: AsyncSession, case: Case) -> Line:
    if case.total_minutes is None:
        return Line("double-case-reports", {"number": case.number})
    credited = Minutes((await queries.balance_of(session, case)).credited)
    of: dict[str, Param] = {"credited": credited, "total": Minutes(case.total_minutes)}
    return Line("double-case", {"number": case.number, **of})


def _questions(first: Person, second: Person) -> list[Line]:
    """What differs is asked about; that birth dates are equal is worth a word too."""
    lines = []
    if first.name.casefold() != second.name.casefold():
        lines.append(Line("double-ask-name"))
    if first.phone and second.phone and first.phone != second.phone:
        lines.append(Line("double-ask-phone"))
    if first.born_on is not None and second.born_on is not None:
        equal = first.born_on == second.born_on
        lines.append(Line("double-born-equal" if equal else "double-ask-born"))
    elif first.role in HANDLED:
        lines.append(Line("double-born-unknown"))
    return lines


async def _accounts(session: AsyncSession, first: Person, second: Person) -> list[Line]:
    """Which phone goes on, where both have one of the same messenger."""
    found = await rows.accounts_of(session, first, second)
    staying = kept(found)
    lost = [one for one in found if one.id not in staying]
    return [Line("double-account", _phones(one, first, second)) for one in lost]


def _phones(lost: Account, first: Person, second: Person) -> dict[str, Param]:
    goes, stays = (first, second) if lost.stays else (second, first)
    return {"stays": stays.code, "goes": goes.code}


async def _meets(session: AsyncSession, first: Person, second: Person, now: datetime) -> list[Line]:
    return _met(await doubles.meets(session, first, second, now))


def _met(days: Sequence[int]) -> list[Line]:
    return [Line("double-meets", {"days": Words(tuple(f"weekday-{day}" for day in days))})] if days else []


def _called(person: Person) -> str:
    """Code and name; a child, and who answers for one, is the code (UU 11/2012 Pasal 19)."""
    return person.code if person.child or person.role is Role.GUARDIAN else f"{person.code} · {person.shown}"


def _card(merging: Merging) -> str:
    return f"double:{merging.id}"
