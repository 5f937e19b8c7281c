"""`/pengingat`: how early and how often a client is reminded; he chooses himself, or his officer for him."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, reminding
from bot.domain.messages import Choice, Inbound, Line, Minutes, Notice, Refused, choice_numbers
from bot.domain.people import Role
from bot.domain.reminders import MORE_BEFORE_REPORT, Offset, Reminding, offsets_for
from bot.handlers import clients
from bot.storage import queries
from bot.storage.models import Case, Person

NAMES = {"usual": Reminding.USUAL, "earlier": Reminding.EARLIER, "oftener": Reminding.OFTENER}


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A client's own; an officer names his client behind the command."""
    if who.role is Role.CLIENT:
        return [await _shown(session, who, who, await queries.open_cases(session, who), "remind-me")]
    found = await clients.called(session, who, inbound.text, command="pengingat", entry="reminders", now=now)
    if isinstance(found, Notice):
        return [found]
    return [await _of_client(session, who, *await clients.own(session, who, found[0].id, now))]


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Which client an officer meant."""
    number = choice_numbers(inbound.text, 1)[0]
    return [await _of_client(session, who, *await clients.own(session, who, number, now))]


async def for_oneself(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A client has chosen."""
    chosen = await reminding.choose(session, who, _chosen(inbound.text), who, now)
    return [await _shown(session, who, chosen, await queries.open_cases(session, who))]


async def for_client(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """His officer has chosen for him."""
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    chosen = await reminding.choose(session, client, _chosen(inbound.text), who, now)
    return [await _shown(session, who, chosen, [case])]


async def _of_client(session: AsyncSession, who: Person, case: Case, client: Person) -> Notice:
    return await _shown(session, who, client, [case], f"remind-client:{case.id}")


async def _shown(
    session: AsyncSession, who: Person, client: Person, cases: Sequence[Case], entry: str = ""
) -> Notice:
    """When he is reminded now; with the button for each other way, while he may choose (`entry`)."""
    office = await queries.office_of(session, client.office_id)
    lines: list[Line] = []
    if any(case.report_every is None or case.total_minutes is not None for case in cases) or not cases:
        lines += [Line("reminders-of-work"), *_lines(offsets_for(office.reminders, client.reminders))]
    if any(case.report_every is not None for case in cases):
        usual = offsets_for(office.report_reminders, client.reminders, MORE_BEFORE_REPORT, days_only=True)
        lines += [Line("reminders-of-report"), *_lines(usual)]
    others = [(name, one) for name, one in NAMES.items() if one is not client.reminders]
    choices = tuple(Choice(f"{entry}:{name}", f"choice-remind-{name}") for name, _ in others) if entry else ()
    if who.id == client.id:
        key, params = "reminders" if entry else "reminders-chosen", cards.greeting(client)
    else:
        key = "reminders-of-client" if entry else "reminders-chosen-of-client"
        params = {"name": client.shown}
    return Notice(to=who.id, key=key, params=params, lines=tuple(lines), choices=choices)


def _lines(offsets: Sequence[Offset]) -> Iterator[Line]:
    """The earliest first."""
    dated = sorted((one for one in offsets if one.clock), key=lambda one: (-one.days, one.clock))
    for one in dated:
        yield Line("reminders-day", {"days": one.days, "clock": f"{one.clock:%H.%M}"})
    for one in sorted((one for one in offsets if not one.clock), key=lambda one: one.before, reverse=True):
        yield Line("reminders-before", {"minutes": Minutes(int(one.before.total_seconds()) // 60)})


def _chosen(choice_id: str) -> Reminding:
    name = choice_id.rpartition(":")[2]
    if name not in NAMES:
        raise Refused("choice-unknown")
    return NAMES[name]
