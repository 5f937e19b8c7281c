"""A supervisor says that a client is family, or the officer records it: then somebody else confirms. An
officer says so of himself: then his head looks for another officer."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import contest_cards, contests, family_cards, kinship
from bot.domain.messages import Choice, Inbound, Line, Notice, Param, Show, choice_numbers
from bot.domain.people import Role
from bot.handlers import clients, decisions
from bot.storage import kinships, queries
from bot.storage.kinships import Kinship
from bot.storage.models import Case, Person, Placement, SiteSupervisor

SHOWN = 8
"""Supervisors with a button at once."""


async def ask(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Saya keluarganya* on a card that was opened: asked about once more, for it is not taken back here."""
    attendance, _ = await decisions.tapped(session, who, inbound, now)
    client = await session.get_one(Person, attendance.client_id)
    choices = (
        Choice(f"kin-yes:{attendance.id}", "choice-kin-yes"),
        Choice(f"card:{attendance.id}", "choice-kin-no"),
    )
    return [Notice(to=who.id, key="kin-sure", params={"name": client.shown}, choices=choices)]


async def declare(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """He is: he hears who confirms instead, the officer hears of it, and what waits goes to them."""
    attendance, case = await decisions.tapped(session, who, inbound, now)
    await kinship.declare(session, case, who, by=who, now=now)
    client = await session.get_one(Person, attendance.client_id)
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    others = await kinship.deciders(session, site, attendance.day, client.id, now)
    about: dict[str, Param] = {"name": client.shown}
    thanks = Notice(
        to=who.id,
        key="kin-declared",
        params=about | {"decider": ", ".join(one.shown for one in others) or "PK"},
        card=f"attendance:{attendance.id}",
        show=Show.AGAIN,
    )
    told = Notice(to=case.guide, key="kin-declared-officer", params=about | {"by": who.shown})
    return [thanks, told, *await family_cards.of_cases(session, case.office_id, [case.id], now)]


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/keluarga NAME`, or the code: which supervisors are family, and which could be."""
    found = await clients.called(session, who, inbound.text, command="/keluarga", entry="kin-of", now=now)
    return [found] if isinstance(found, Notice) else [await _overview(session, who, *found)]


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of several cases that a name fits."""
    own = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    return [await _overview(session, who, *own)]


async def ask_own(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The officer himself is family: asked about once more, for he does not take it back."""
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    choices = (
        Choice(f"kin-note:{case.id}:{who.id}", "choice-kin-yes"),
        Choice(f"kin-of:{case.id}", "choice-kin-no"),
    )
    card = f"kin:{case.id}"
    params = {"name": client.shown}
    return [Notice(to=who.id, key="kin-own-sure", params=params, choices=choices, card=card, show=Show.EDIT)]


async def note(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The officer records that a supervisor is family, who hears of it; or says so of himself."""
    case, client, supervisor = await _named(session, who, inbound, now)
    if supervisor.id == who.id:
        return await _declare_own(session, who, case, client, now)
    if supervisor.role is not Role.SUPERVISOR:
        raise decisions.not_yours(who)
    if await kinship.declare(session, case, supervisor, by=who, now=now) is None:
        return [await _overview(session, who, case, client, show=Show.EDIT)]
    told = Notice(to=supervisor.id, key="kin-noted-supervisor", params={"name": client.shown})
    shown = await _overview(session, who, case, client, show=Show.EDIT)
    return [shown, told, *await family_cards.of_cases(session, case.office_id, [case.id], now)]


async def _declare_own(
    session: AsyncSession, who: Person, case: Case, client: Person, now: datetime
) -> list[Notice]:
    """From now on he decides nothing about the hours, the heads hear that another officer is wanted, and what
    was waiting for him waits for them."""
    if await kinship.declare(session, case, who, by=who, now=now) is None:
        return [await _overview(session, who, case, client, show=Show.EDIT)]
    params: dict[str, Param] = {"name": client.shown}
    thanks = Notice(to=who.id, key="kin-own-declared", params=params, card=f"kin:{case.id}", show=Show.EDIT)
    shown = [thanks, *await _for_heads(session, who, case, client)]
    if case.officer_id == who.id:
        for contest in await contests.to_heads(session, case):
            shown += await contest_cards.cards_for(session, case, contest, now)
    return shown


async def _for_heads(session: AsyncSession, who: Person, case: Case, client: Person) -> list[Notice]:
    """Another officer is wanted, with the way to choose one; of a stand-in the heads only hear."""
    params: dict[str, Param] = {"name": client.shown, "by": who.shown}
    move = Choice(f"transfer-client:{client.id}:{who.id}", "choice-kin-move")
    own = case.officer_id == who.id
    key, choices = ("kin-own-head", (move,)) if own else ("kin-own-head-stand-in", ())
    heads = await queries.staff(session, case.office_id, Role.HEAD)
    return [Notice(to=head.id, key=key, params=params, choices=choices) for head in heads]


async def end(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """It was a mistake: his word counts again, and he hears of it. Nobody ends his own."""
    case, client, relative = await _named(session, who, inbound, now)
    known = await kinships.kinship_of(session, relative, client.id)
    if known is None or relative.id == who.id:
        return [await _overview(session, who, case, client, show=Show.EDIT)]
    await kinship.end(session, case, known, by=who, now=now)
    of = "officer" if relative.role is Role.OFFICER else "supervisor"
    told = Notice(to=relative.id, key=f"kin-ended-{of}", params={"name": client.shown})
    return [await _overview(session, who, case, client, show=Show.EDIT), told]


async def _named(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> tuple[Case, Person, Person]:
    """An own case, its client, and whoever of the same office is his family or may be. Raises Refused."""
    case_id, person_id = choice_numbers(inbound.text, 2)
    case, client = await clients.own(session, who, case_id, now)
    relative = await queries.person_now(session, person_id)
    deciding = (Role.SUPERVISOR, Role.OFFICER)
    if relative is None or relative.office_id != who.office_id or relative.role not in deciding:
        raise decisions.not_yours(who)
    return case, client, relative


async def _overview(
    session: AsyncSession, who: Person, case: Case, client: Person, *, show: Show = Show.NEW
) -> Notice:
    """Who is family, each with the button that ends it; the officer himself; then who else confirms where the
    client is placed."""
    family = await kinships.relatives(session, client)
    known = {person.id for _, person in family}
    others = [one for one in await _supervisors(session, case) if one.id not in known][:SHOWN]

    def about(supervisor: Person) -> str:
        return f"{case.id}:{supervisor.id}"

    lines = [await _line(session, *row) for row in family] or [Line("kin-none")]
    own = () if who.id in known else (Choice(f"kin-own:{case.id}", "choice-kin"),)
    return Notice(
        to=who.id,
        key="kin-overview",
        params={"name": client.shown},
        lines=tuple(lines),
        choices=(
            *(
                Choice(f"kin-end:{about(one)}", "choice-kin-end", {"name": one.shown})
                for _, one in family
                if one.id != who.id
            ),
            *own,
            *(Choice(f"kin-note:{about(one)}", "choice-kin-note", {"name": one.shown}) for one in others),
        ),
        card=f"kin:{case.id}",
        show=show,
    )


async def _line(session: AsyncSession, kinship: Kinship, person: Person) -> Line:
    by = await session.get_one(Person, kinship.declared_by)
    key = "kin-line-officer" if person.role is Role.OFFICER else "kin-line"
    return Line(key, {"name": person.shown, "by": by.shown})


async def _supervisors(session: AsyncSession, case: Case) -> list[Person]:
    """Who is, or was, appointed at the sites where a case is placed."""
    placed = select(Placement.site_id).where(
        Placement.case_id == case.id, Placement.office_id == case.office_id
    )
    query = (
        select(Person)
        .join(SiteSupervisor, col(SiteSupervisor.person_id) == col(Person.id))
        .where(Person.office_id == case.office_id, Person.role == Role.SUPERVISOR)
        .where(col(SiteSupervisor.site_id).in_(placed), col(Person.merged_into).is_(None))
        .order_by(col(Person.code))
        .distinct()
    )
    return list((await session.exec(query)).all())
