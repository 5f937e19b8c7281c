"""How a case rests, goes on and ends: the officer with a reason, the head of office for the end."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, closing, endings, hearing, lifecycle
from bot.domain.answers import in_one
from bot.domain.cases import CHANGES, OVER_STATES, CaseState, check_change
from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Param, Refused, Show, When, choice_numbers
from bot.domain.people import Role
from bot.handlers import clients, decided_meanwhile
from bot.planning import REMINDED_WITHIN
from bot.storage import queries
from bot.storage.models import Case, Person

log = structlog.get_logger()

LONGEST_REASON = 500


async def suspend(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Nothing is planned until the officer resumes; the reason is asked for."""
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    check_change(case.state, CaseState.SUSPENDED, who.role)
    await queries.ask_for_words(session, who, "suspend", case.id, now)
    return [Notice(to=who.id, key="suspend-ask-reason", params={"name": client.shown})]


async def suspend_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The reason; the client hears that nothing is planned for now."""
    case, _ = await clients.own(session, who, about, now)
    await queries.forget_question(session, who)
    reason = inbound.text.strip()
    if (case.state, CaseState.SUSPENDED) not in CHANGES:
        return [await decided_meanwhile.of_case(session, who, case, reason)]
    in_one(reason, LONGEST_REASON)
    await lifecycle.change_state(session, case, CaseState.SUSPENDED, actor=who, reason=reason, now=now)
    return await _told_state(session, who, case, "suspended", choices=await _way_back(session, case))


async def resume(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The case shall go on; the reason is asked for."""
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    if not await endings.may_resume(session, case, now):
        raise Refused("resume-nothing-left")
    await queries.ask_for_words(session, who, "resume", case.id, now)
    return [Notice(to=who.id, key="resume-ask-reason", params={"name": client.shown})]


async def resume_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The reason: sessions and report days are planned again."""
    case, _ = await clients.own(session, who, about, now)
    await queries.forget_question(session, who)
    reason = inbound.text.strip()
    if (case.state, CaseState.ACTIVE) not in CHANGES:
        return [await decided_meanwhile.of_case(session, who, case, reason)]
    in_one(reason, LONGEST_REASON)
    await endings.resume(session, case, officer=who, reason=reason, now=now)
    return await _goes_on(session, who, case, now, choices=await _way_back(session, case))


async def turn_back(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batalkan* a suspension or a going on, within ten minutes: the reason was in words, and words slip."""
    case_id, number = choice_numbers(inbound.text, 2)
    case, _ = await clients.own(session, who, case_id, now)
    await endings.turn_back(session, case, number, officer=who, now=now)
    if case.state is CaseState.ACTIVE:
        return await _goes_on(session, who, case, now)
    return await _told_state(session, who, case, "suspended")


async def _goes_on(
    session: AsyncSession, who: Person, case: Case, now: datetime, choices: tuple[Choice, ...] = ()
) -> list[Notice]:
    client = await session.get_one(Person, case.client_id)
    lines = await cards.next_day(session, client, now)
    told = await _told_state(session, who, case, "resumed", lines, choices)
    return [*told, *await _expected_again(session, client, now)]


async def _way_back(session: AsyncSession, case: Case) -> tuple[Choice, ...]:
    number = await endings.turn_number(session, case)
    return (Choice(f"turn-back:{case.id}:{number}", "choice-turn-back"),)


async def _expected_again(session: AsyncSession, client: Person, now: datetime) -> list[Notice]:
    """Supervisors heard that the client would not come; within the time in which they did, they hear that he
    does."""
    following = await queries.next_session(session, client, now)
    if following is None or following.starts_at - now > REMINDED_WITHIN:
        return []
    site = await queries.site_of(session, client.office_id, following.site_id)
    params: dict[str, Param] = {
        "name": client.shown,
        "at": When(following.starts_at, site.zone),
        "site": site.name,
    }
    return [
        Notice(to=one.id, key="session-again-site", params=params)
        for one in await queries.supervisors_of(session, site, following.day, now)
        if one.id != client.id
    ]


async def _told_state(
    session: AsyncSession,
    who: Person,
    case: Case,
    word: str,
    lines: tuple[Line, ...] = (),
    choices: tuple[Choice, ...] = (),
) -> list[Notice]:
    client = await session.get_one(Person, case.client_id)
    params = {"name": client.shown}
    ask = None if choices else Ask.OFFICER
    answer = Notice(to=who.id, key=f"case-{word}", params=params, lines=lines, choices=choices, ask=ask)
    told = Notice(to=client.id, key=f"case-{word}-client", params=cards.greeting(client), lines=lines)
    return [answer, told, *_to_guardian(case, client, word)]


def _to_guardian(case: Case, client: Person, word: str) -> list[Notice]:
    """Whoever answers for a child hears it too, without a reason."""
    if case.guardian_id is None:
        return []
    return [Notice(to=case.guardian_id, key=f"case-{word}-guardian", params={"name": client.shown})]


async def served(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Selesai*: all hours are served, or the last day of a duty without hours has passed."""
    case, _ = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    return await _choose(session, who, case, CaseState.COMPLETED, "", now)


async def unserved(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Berakhir belum selesai*: only with a reason, in the officer's words."""
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    await endings.check_choice(session, case, CaseState.ENDED, now)
    read = await endings.choice_number(session, case)
    await queries.ask_for_words(session, who, "closing", case.id, now, step=read)
    stands = await decided_meanwhile.of_closing(session, case) if case.closing_outcome else ()
    return [Notice(to=who.id, key="closing-ask-reason", params={"name": client.shown}, lines=stands)]


async def unserved_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The reason. What somebody else has chosen meanwhile stands: he reads it, and nothing is chosen."""
    question = await queries.question_to(session, who)
    case, _ = await clients.own(session, who, about, now)
    await queries.forget_question(session, who)
    reason = in_one(inbound.text.strip(), LONGEST_REASON)
    if case.state in OVER_STATES:
        return [await decided_meanwhile.of_case(session, who, case, reason)]
    read = question.step if question is not None else 0
    if case.closing_outcome is not None and await endings.choice_number(session, case) != read:
        (chosen, *why) = await decided_meanwhile.of_closing(session, case)
        written = decided_meanwhile.written(reason)
        return [Notice(to=who.id, key=chosen.key, params=chosen.params, lines=(*why, written))]
    try:
        await endings.check_choice(session, case, CaseState.ENDED, now)
    except Refused as no:
        written = decided_meanwhile.written(reason)
        return [Notice(to=who.id, key=no.key, params=no.params, lines=(written,))]
    return await _choose(session, who, case, CaseState.ENDED, reason, now)


async def approve(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The head agrees: the case is closed."""
    return await _decide(session, who, inbound, now, approved=True)


async def give_back(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The head does not agree yet: the officer chooses again."""
    return await _decide(session, who, inbound, now, approved=False)


async def _choose(
    session: AsyncSession, who: Person, case: Case, outcome: CaseState, reason: str, now: datetime
) -> list[Notice]:
    """The choice goes to the heads; a client whose case was still running hears that nothing new comes."""
    ran = case.state is not CaseState.AWAITING_CLOSING
    await endings.choose(session, case, outcome, officer=who, reason=reason, now=now)
    client = await session.get_one(Person, case.client_id)
    heads = await closing.for_heads(session, case)
    key = "closing-chosen" if heads else "closing-chosen-no-head"
    answer = Notice(to=who.id, key=key, params={"name": client.shown}, ask=Ask.OFFICER)
    return [answer, *heads, *([closing.told_waiting(client)] if ran else [])]


async def _decide(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, *, approved: bool
) -> list[Notice]:
    case_id, choice = choice_numbers(inbound.text, 2)
    case = await queries.locked_case(session, who.office_id, case_id)
    if case is None or who.role is not Role.HEAD:
        raise _not_yours(who)
    await endings.decide(session, case, choice, head=who, approved=approved, now=now)
    key = "closing-head-approved" if approved else "closing-head-returned"
    client = await session.get_one(Person, case.client_id)
    answer = Notice(
        to=who.id,
        key=key,
        params={"name": client.shown},
        lines=await hearing.heard(session, client) if approved else (),
        card=f"closing:{case.id}",
        show=Show.EDIT,
        toast=Line(key, {"name": client.shown}),
    )
    return [answer, *await closing.decided(session, case, approved=approved, now=now)]


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")
