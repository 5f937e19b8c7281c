"""`/cuti`: somebody of the staff is away; from when, until when, who stands in. The stand-in agrees first."""

from __future__ import annotations

from datetime import date, datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, handbacks
from bot import leaves as steps
from bot.domain.cases import local_day
from bot.domain.days import day_number, day_of, read_day
from bot.domain.leaves import LeaveState, check_span, ends_offered, read_wish, starts_offered
from bot.domain.messages import Choice, Inbound, Notice, Refused, choice_numbers
from bot.domain.pages import page_in
from bot.domain.people import Role
from bot.handlers import leave_cards
from bot.handlers.leave_cards import COLLEAGUES_SHOWN, Plan
from bot.storage import leaves, queries, site_queries
from bot.storage.models import Person, Site

log = structlog.get_logger()

MOST_SITES = 3
"""As many as fit into a button."""
NOBODY = 0
"""In a button: without a stand-in."""


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/cuti`, with as much behind it as somebody likes: `/cuti 20/04 24/04 PK-02`."""
    today = await _today(session, who, now)
    if who.role is Role.HEAD:
        return await _by_head(session, who, inbound.text, today)
    wish = read_wish(inbound.text, today)
    if wish.first is None:
        if wish.words:
            raise Refused("day-not-understood", text=" ".join(wish.words)[:40])
        known = await leave_cards.known(session, who, today)
        return known or await _ask_first(session, who, today, now)
    if wish.last is None:
        if wish.words:
            raise Refused("day-not-understood", text=" ".join(wish.words)[:40])
        return await _ask_last(session, who, wish.first, today, now)
    check_span(wish.first, wish.last, today)
    if not wish.words:
        return await _ask_who(session, who, wish.first, wish.last, now)
    plan = await _named(session, who, who, wish.first, wish.last, wish.words)
    return [await leave_cards.check(session, plan)]


async def another(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Begin anew, from the first question."""
    return await _ask_first(session, who, await _today(session, who, now), now)


async def first_by_choice(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    """A first day from the buttons."""
    first = day_of(choice_numbers(inbound.text, 1)[0])
    return await _ask_last(session, who, first, await _today(session, who, now), now)


async def first_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A first day in words; what cannot be read is asked for again."""
    today = await _today(session, who, now)
    return await _ask_last(session, who, _read(inbound.text, today), today, now)


async def last_by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A last day from the buttons."""
    first, last = (day_of(number) for number in choice_numbers(inbound.text, 2))
    check_span(first, last, await _today(session, who, now))
    return await _ask_who(session, who, first, last, now)


async def last_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A last day in words."""
    first, today = day_of(about), await _today(session, who, now)
    last = _read(inbound.text, today)
    check_span(first, last, today)
    return await _ask_who(session, who, first, last, now)


async def who_by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A colleague from the buttons, or nobody: the answers are shown once more."""
    first, last, number = choice_numbers(inbound.text, 3)
    span = day_of(first), day_of(last)
    plan = Plan(who, await _stand_in(session, who, number), *span)
    await queries.forget_question(session, who)
    return [await leave_cards.check(session, plan)]


async def who_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A colleague by code or name."""
    question = await queries.question_to(session, who)
    span = day_of(about), day_of(question.step if question else 0)
    plan = Plan(who, await steps.colleague_called(session, who, inbound.text), *span)
    await queries.forget_question(session, who)
    return [await leave_cards.check(session, plan)]


async def send(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Kirim* under the answers: the stand-in is asked. A button's word is checked like anybody's."""
    first, last, number, person_id = choice_numbers(inbound.text, 4)
    if person_id == who.id and (needed := await leaves.promised(session, who, day_of(first), day_of(last))):
        return [await leave_cards.must_step_down(session, one, who) for one in needed]
    person = who if person_id == who.id else await _staff(session, who, person_id)
    sites = [await _site(session, person, one) for one in _site_numbers(inbound.text)]
    plan = Plan(person, await _stand_in(session, person, number), day_of(first), day_of(last), tuple(sites))
    leave = await steps.offer(
        session, person, plan.stand_in, plan.first, plan.last, sites=plan.sites, by=who, now=now
    )
    return await leave_cards.sent(session, leave, plan, who)


async def accept(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Sanggup*."""
    return await _decide(session, who, inbound, now, accepted=True)


async def decline(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak bisa*: no reason is asked for."""
    return await _decide(session, who, inbound, now, accepted=False)


async def end(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Withdraw an offer or a leave to come, or end one that runs: whoever returns reads what was done."""
    leave = await leaves.leave_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if leave is None:
        raise _not_yours(who)
    if leave.stand_in_id == who.id and leave.state is LeaveState.ACCEPTED:
        return [await leave_cards.state(session, leave, who)]  # a button from before he had one of his own
    known = leave.state is LeaveState.ACCEPTED
    begun = await steps.end(session, leave, by=who, now=now)
    told = await leave_cards.ended(session, leave, who, begun=begun, heads=known)
    return told + (await handbacks.hand_back(session, leave, now) if begun else [])


async def step_down(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak bisa lagi*: the stand-in takes his word back, the leave itself is not his to end."""
    leave = await leaves.leave_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if leave is None or leave.stand_in_id != who.id:
        raise _not_yours(who)
    await steps.step_down(session, leave, by=who, now=now)
    return await leave_cards.stepped_down(session, leave, who, now)


async def replace(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ganti pengganti*: the head asks somebody else for the same days."""
    number, stand_in_id = choice_numbers(inbound.text, 2)
    leave = await leaves.leave_by_id(session, who.office_id, number)
    if leave is None:
        raise _not_yours(who)
    person = await session.get_one(Person, leave.person_id)
    stand_in = await _stand_in(session, person, stand_in_id)
    if stand_in is None:
        raise _not_yours(who)
    fresh = await steps.replace_stand_in(session, leave, stand_in, by=who, now=now)
    return await leave_cards.replaced(session, leave, fresh, who)


async def _decide(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, *, accepted: bool
) -> list[Notice]:
    leave = await leaves.leave_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if leave is None:
        raise _not_yours(who)
    away = accepted and leave.stand_in_id == who.id and leave.state is LeaveState.OFFERED
    away = away and await steps.is_away(session, who, leave.first, leave.last)
    accepted = accepted and not away
    await steps.decide(session, leave, accepted=accepted, by=who, now=now)
    return await leave_cards.decided(session, leave, who, now, accepted=accepted, away=away)


async def turn(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Another page of the office's leaves, as they are now."""
    wanted = page_in(inbound.text)
    if wanted is None:
        raise Refused("choice-unknown")
    today = await _today(session, who, now)
    found = await leave_cards.of_office(session, who, today, wanted)
    return found or [Notice(to=who.id, key="leave-head-usage")]


async def _by_head(session: AsyncSession, who: Person, text: str, today: date) -> list[Notice]:
    """`/cuti PK-01 20/04 24/04 PK-02`: for somebody who cannot say it himself."""
    if not text.strip():
        return [Notice(to=who.id, key="leave-head-usage"), *await leave_cards.of_office(session, who, today)]
    code, _, rest = text.strip().partition(" ")
    wish = read_wish(rest, today)
    if wish.first is None or wish.last is None:
        raise Refused("leave-head-usage")
    person = await queries.person_by_code(session, who.office_id, code)
    if person is None or person.role not in (Role.SUPERVISOR, Role.OFFICER):
        raise Refused("leave-person-unknown", text=code[:40])
    check_span(wish.first, wish.last, today, by_head=True)
    plan = await _named(session, who, person, wish.first, wish.last, wish.words)
    known = [one for one in await leaves.standing(session, person, today) if one.meets(wish.first, wish.last)]
    if plan.stand_in and len(known) == 1 and known[0].stand_in_id != plan.stand_in.id:
        return [await leave_cards.replace_question(session, who, known[0], plan.stand_in)]
    return [await leave_cards.check(session, plan, by=who)]


async def _named(
    session: AsyncSession, who: Person, person: Person, first: date, last: date, words: tuple[str, ...]
) -> Plan:
    """A stand-in by code or name; for a supervisor site codes may follow, and a head may leave him out."""
    sites: list[Site] = []
    rest = list(words)
    while len(rest) > 1 and len(sites) < MOST_SITES:
        site = await site_queries.site_called(session, person, rest[-1])
        if site is None:
            break
        sites.append(await _site(session, person, site.id))
        rest.pop()
    if not rest:
        return Plan(person, None, first, last)
    stand_in = await steps.colleague_called(session, person, " ".join(rest))
    return Plan(person, stand_in, first, last, tuple(reversed(sites)))


async def _ask_first(session: AsyncSession, who: Person, today: date, now: datetime) -> list[Notice]:
    office = await queries.office_of(session, who.office_id)
    await queries.ask_for_words(session, who, "leave-first", 0, now)
    choices = tuple(
        Choice(f"leave-first:{day_number(day)}", "choice-leave-day", {"day": steps.day_at(day, office.zone)})
        for day in starts_offered(today)
    )
    return [Notice(to=who.id, key="leave-ask-first", params=cards.greeting(who), choices=choices)]


async def _ask_last(
    session: AsyncSession, who: Person, first: date, today: date, now: datetime
) -> list[Notice]:
    check_span(first, first, today)
    office = await queries.office_of(session, who.office_id)
    await queries.ask_for_words(session, who, "leave-last", day_number(first), now)
    choices = tuple(
        Choice(
            f"leave-last:{day_number(first)}:{day_number(day)}",
            "choice-leave-day",
            {"day": steps.day_at(day, office.zone)},
        )
        for day in ends_offered(first)
    )
    day = {"day": steps.day_at(first, office.zone)}
    return [Notice(to=who.id, key="leave-ask-last", params=day, choices=choices)]


async def _ask_who(
    session: AsyncSession, who: Person, first: date, last: date, now: datetime
) -> list[Notice]:
    await queries.ask_for_words(session, who, "leave-who", day_number(first), now, day_number(last))
    about = f"leave-who:{day_number(first)}:{day_number(last)}"
    free = await steps.colleagues(session, who, first, last)
    choices = [
        Choice(f"{about}:{one.id}", "choice-name", {"name": one.shown}) for one in free[:COLLEAGUES_SHOWN]
    ]
    if who.role is Role.SUPERVISOR:
        choices.append(Choice(f"{about}:{NOBODY}", "choice-leave-nobody"))
    key = "leave-ask-who" if free else "leave-ask-who-nobody"
    return [Notice(to=who.id, key=key, choices=tuple(choices))]


async def _stand_in(session: AsyncSession, person: Person, number: int) -> Person | None:
    """A colleague of the same role. Raises Refused, so that no button can ask for anybody else's name."""
    found = None if number == NOBODY else await _staff(session, person, number)
    if found is not None and found.role is not person.role:
        raise _not_yours(person)
    return found


async def _staff(session: AsyncSession, who: Person, person_id: int) -> Person:
    """Somebody of the same office. Raises Refused for anybody else."""
    found = await queries.person_now(session, person_id)
    if found is None or found.office_id != who.office_id:
        raise _not_yours(who)
    return found


def _site_numbers(choice_id: str) -> tuple[int, ...]:
    """The sites that a button of a leave names behind its four numbers."""
    count = max(0, len(choice_id.split(":")) - 5)
    return choice_numbers(choice_id, 4 + count)[4:]


async def _site(session: AsyncSession, person: Person, site_id: int) -> Site:
    """A site at which this supervisor is appointed. Raises Refused."""
    site = await site_queries.site_by_id(session, person, site_id)
    if site is None or site.id not in [
        one.id for one in await steps.sites_of(session, person, date.min, date.max)
    ]:
        raise Refused("leave-site-not-his")
    return site


async def _today(session: AsyncSession, who: Person, now: datetime) -> date:
    return local_day(now, (await queries.office_of(session, who.office_id)).zone)


def _read(text: str, today: date) -> date:
    day = read_day(text, today)
    if day is None:
        raise Refused("day-not-understood", text=text.strip()[:40])
    return day


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")
