"""What people read about a leave: the answers once more, the question to the stand-in, how it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, paging
from bot import leaves as steps
from bot.domain.cases import local_day
from bot.domain.days import day_number
from bot.domain.leaves import AWAY, LeaveState
from bot.domain.messages import Choice, Line, Notice, Param, Show
from bot.domain.pages import page_of
from bot.domain.people import Role
from bot.storage import leaves, queries
from bot.storage.leaves import Leave
from bot.storage.models import Person, Site

COLLEAGUES_SHOWN = 8
MOST_SHOWN = 6
"""Leaves of an office on a page, a message each."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A leave as it is going to be sent; no sites: all of a supervisor's."""

    person: Person
    stand_in: Person | None
    first: date
    last: date
    sites: tuple[Site, ...] = ()


async def check(session: AsyncSession, plan: Plan, *, by: Person | None = None) -> Notice:
    """*Periksa jawaban Anda*, with *Kirim*; `by` a head who speaks for somebody else."""
    about = f"{day_number(plan.first)}:{day_number(plan.last)}:{plan.stand_in.id if plan.stand_in else 0}"
    sites = "".join(f":{site.id}" for site in plan.sites)
    send = Choice(f"leave-send:{about}:{plan.person.id}{sites}", "choice-leave-send")
    again = () if by else (Choice("leave-another", "choice-leave-change"),)
    key = "leave-check" if plan.stand_in else "leave-check-nobody"
    params = await _params(session, plan)
    lines = tuple(Line("leave-site", {"site": site.name}) for site in plan.sites)
    return Notice(
        to=(by or plan.person).id, key=key, params=params, lines=lines, choices=(send, *again), card="leave"
    )


async def sent(session: AsyncSession, leave: Leave, plan: Plan, by: Person) -> list[Notice]:
    """The stand-in is asked; whoever is away knows what was said for him."""
    params = await _params(session, plan)
    withdraw = Choice(f"leave-end:{leave.id}", "choice-leave-withdraw")
    key = "leave-sent" if plan.stand_in else "leave-noted"
    told = [
        Notice(to=by.id, key=key, params=params, choices=(withdraw,), card="leave", show=Show.EDIT),
    ]
    if by.id != plan.person.id:
        told.append(Notice(to=plan.person.id, key="leave-said-for-you", params=params | {"by": by.shown}))
    if plan.stand_in is not None:
        told.append(await question(session, leave, plan))
    return told


async def question(session: AsyncSession, leave: Leave, plan: Plan) -> Notice:
    """The card of the stand-in: what he takes over, and his two answers."""
    assert plan.stand_in is not None  # noqa: S101  (asked for before)
    if plan.person.role is Role.OFFICER:
        lines = [Line("leave-means-officer")]
    else:
        sites = plan.sites or await steps.sites_of(session, plan.person, plan.first, plan.last)
        lines = [Line("leave-means-supervisor"), *(Line("leave-site", {"site": one.name}) for one in sites)]
    return Notice(
        to=plan.stand_in.id,
        key="leave-asked",
        params=await _params(session, plan),
        lines=tuple(lines),
        choices=(
            Choice(f"leave-accept:{leave.id}", "choice-leave-accept"),
            Choice(f"leave-decline:{leave.id}", "choice-leave-decline"),
        ),
        card=f"leave:{leave.id}",
    )


async def decided(
    session: AsyncSession, leave: Leave, who: Person, now: datetime, *, accepted: bool, away: bool = False
) -> list[Notice]:
    """Both sides, whoever said it for one of them, and the heads of the office hear the answer. `away`: he
    would have agreed, but is on leave himself."""
    plan = await plan_of(session, leave)
    params = await _params(session, plan)
    key = "leave-accepted" if accepted else "leave-declined"
    answer = Notice(
        to=who.id,
        key="leave-accepted-by-you" if accepted else f"leave-{'away' if away else 'declined'}-by-you",
        params=params,
        card=f"leave:{leave.id}",
        show=Show.EDIT,
        ask=cards.STAFF_KEYBOARD.get(who.role),
    )
    heads = await queries.staff(session, leave.office_id, Role.HEAD) if accepted else ()
    people = {leave.person_id, leave.asked_by, *(one.id for one in heads)} - {who.id}
    others = () if accepted else await _instead(session, leave, plan, now)
    return [answer, *(Notice(to=one, key=key, params=params, choices=others) for one in sorted(people))]


async def _instead(session: AsyncSession, leave: Leave, plan: Plan, now: datetime) -> tuple[Choice, ...]:
    """Colleagues who could be asked instead, for what is left of a leave."""
    office = await queries.office_of(session, leave.office_id)
    first = max(leave.first, local_day(now, office.zone))
    free = [
        one
        for one in await steps.colleagues(session, plan.person, first, leave.last)
        if one.id != leave.stand_in_id
    ]
    about = f"leave-send:{day_number(first)}:{day_number(leave.last)}"
    sites = "".join(f":{site.id}" for site in plan.sites)
    return tuple(
        Choice(f"{about}:{one.id}:{plan.person.id}{sites}", "choice-leave-ask", {"name": one.shown})
        for one in free[:COLLEAGUES_SHOWN]
    )


async def stepped_down(session: AsyncSession, leave: Leave, who: Person, now: datetime) -> list[Notice]:
    """The stand-in is free; whoever is on leave, and the heads, are asked to choose another."""
    plan = await plan_of(session, leave)
    params, others = await _params(session, plan), await _instead(session, leave, plan, now)
    ask = cards.STAFF_KEYBOARD.get(who.role)
    heads = [one.id for one in await queries.staff(session, leave.office_id, Role.HEAD)]
    return [
        Notice(to=who.id, key="leave-stepped-down-by-you", params=params, ask=ask),
        *(
            Notice(to=one, key="leave-stepped-down", params=params, choices=others)
            for one in dict.fromkeys((leave.person_id, *heads))
        ),
    ]


async def must_step_down(session: AsyncSession, leave: Leave, who: Person) -> Notice:
    """Whoever stands in cannot go on leave himself; the button is his way out."""
    away = await session.get_one(Person, leave.person_id)
    params: dict[str, Param] = {"name": away.shown}
    return Notice(to=who.id, key="leave-you-stand-in", params=params, choices=(_step_down(leave),))


async def replace_question(session: AsyncSession, head: Person, leave: Leave, stand_in: Person) -> Notice:
    """A leave of these days is known already: shall somebody else stand in?"""
    params = await _params(session, await plan_of(session, leave)) | {"other": stand_in.shown}
    choices = (Choice(f"leave-replace:{leave.id}:{stand_in.id}", "choice-leave-replace"), _way_out(leave))
    return Notice(to=head.id, key="leave-replace-sure", params=params, choices=choices)


async def replaced(session: AsyncSession, before: Leave, leave: Leave, by: Person) -> list[Notice]:
    """The new one is asked, the old one is free, and whoever is away knows it."""
    told = await sent(session, leave, await plan_of(session, leave), by)
    if before.stand_in_id is None:
        return told
    params = await _params(session, await plan_of(session, before)) | {"by": by.shown}
    return [*told, Notice(to=before.stand_in_id, key="leave-replaced", params=params)]


async def ended(session: AsyncSession, leave: Leave, by: Person, *, begun: bool, heads: bool) -> list[Notice]:
    """Both sides hear that it is over, or not going to be, and the heads where they had heard of it."""
    params = await _params(session, await plan_of(session, leave)) | {"by": by.shown}
    key = "leave-ended" if begun else "leave-withdrawn"
    office = await queries.staff(session, leave.office_id, Role.HEAD) if heads else ()
    others = (one.id for one in office)
    people = dict.fromkeys((by.id, leave.person_id, leave.stand_in_id or by.id, *others))
    return [Notice(to=one, key=key, params=params, card=f"leave-over:{leave.id}") for one in people]


async def known(session: AsyncSession, who: Person, today: date) -> list[Notice]:
    """What is already arranged: his own leaves, and those in which he stands in, each with its way out."""
    own = await leaves.standing(session, who, today, states=AWAY)
    others = await leaves.promised(session, who, today, date.max)
    notices = [await state(session, leave, who) for leave in (*own, *others)]
    if not notices:
        return []
    other = Notice(
        to=who.id, key="leave-another-one", choices=(Choice("leave-another", "choice-leave-another"),)
    )
    return [*notices, other]


async def of_office(session: AsyncSession, head: Person, today: date, wanted: int = 0) -> list[Notice]:
    """A page of the leaves of the office, for its head, each with its way out."""
    notices = []
    found = await leaves.of_office(session, head.office_id, today)
    page = page_of(len(found), MOST_SHOWN, wanted)
    for leave in page.cut(found):
        params = await _params(session, await plan_of(session, leave))
        key = f"leave-of-{LeaveState(leave.state).value}"
        notices.append(Notice(to=head.id, key=key, params=params, choices=(_way_out(leave),)))
    if page.count > 1:
        pages: dict[str, Param] = {"page": page.number + 1, "pages": page.count}
        turning = tuple(paging.choices("leave-page", page, after=0))
        notices.append(Notice(to=head.id, key="leave-page", params=pages, choices=turning))
    return notices


def _way_out(leave: Leave) -> Choice:
    label = "choice-leave-end" if leave.state is LeaveState.ACCEPTED else "choice-leave-withdraw"
    return Choice(f"leave-end:{leave.id}", label)


def _step_down(leave: Leave) -> Choice:
    return Choice(f"leave-step-down:{leave.id}", "choice-leave-step-down")


async def state(session: AsyncSession, leave: Leave, who: Person) -> Notice:
    """A leave as one of the two sees it, with his way out."""
    params = await _params(session, await plan_of(session, leave))
    own = leave.person_id == who.id
    key = f"leave-state-{LeaveState(leave.state).value}" if own else "leave-state-standing-in"
    way_out = _way_out(leave) if own else _step_down(leave)
    return Notice(to=who.id, key=key, params=params, choices=(way_out,))


async def plan_of(session: AsyncSession, leave: Leave) -> Plan:
    """A stored leave as a plan."""
    stand_in = await session.get(Person, leave.stand_in_id) if leave.stand_in_id else None
    sites = [await queries.site_of(session, leave.office_id, one) for one in leave.sites]
    person = await session.get_one(Person, leave.person_id)
    return Plan(person, stand_in, leave.first, leave.last, tuple(sites))


async def _params(session: AsyncSession, plan: Plan) -> dict[str, Param]:
    office = await queries.office_of(session, plan.person.office_id)
    return {
        "person": plan.person.shown,
        "standin": plan.stand_in.shown if plan.stand_in else "–",
        **steps.span(plan.first, plan.last, office.zone),
    }
