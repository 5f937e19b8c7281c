"""*Minta bantuan*: a client says what happened, or only that something did; officer and head hear at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, help_calls, recordings
from bot.domain.answers import leaves_question
from bot.domain.cases import CaseState
from bot.domain.help_calls import ADDED_WITHIN, STANDING, HelpKind, HelpState, is_same_call
from bot.domain.messages import (
    Choice,
    Inbound,
    Line,
    Notice,
    Param,
    Refused,
    Show,
    choice_numbers,
)
from bot.domain.people import Role
from bot.evidence import keep_picture
from bot.storage import account_queries, queries
from bot.storage import help_calls as calls
from bot.storage.help_calls import HelpCall
from bot.storage.models import Case, Person

log = structlog.get_logger()

TOPIC, MORE = help_calls.TOPIC, help_calls.MORE
PATIENCE = ADDED_WITHIN
MORE_PATIENCE = timedelta(minutes=15)


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/darurat`, or the button under `/bantuan`: what is it about? The numbers for any hour come at once.
    From here on it leaves by itself, whatever becomes of the phone, and what he writes, says or shows is the
    call."""
    case, site_id = await _about(session, who, now)
    office = await queries.office_of(session, who.office_id)
    numbers = Line("call-numbers", {"numbers": help_calls.numbers(office)})
    kinds = tuple(Choice(f"help-kind:{kind.value}", f"choice-help-{kind.value}") for kind in HelpKind)
    sent = await calls.standing_of(session, case)
    if sent is not None and is_same_call(sent.called_at, now):
        await queries.ask_for_words(session, who, MORE, sent.id, now)
        return [Notice(to=who.id, key="call-offer-again", lines=(numbers,), choices=kinds)]
    begun = await calls.draft_of(session, case)
    call = begun or await help_calls.begin(session, case, HelpKind.OTHER, site_id=site_id, now=now)
    await queries.ask_for_words(session, who, TOPIC, call.id, now)
    drop = Choice(f"help-drop:{call.id}", "choice-help-drop")
    return [
        Notice(
            to=who.id,
            key="call-offer",
            params=cards.greeting(who),
            lines=(Line("call-offer-leaves"), numbers),
            choices=(*kinds, drop),
        )
    ]


async def by_kind(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """What it is about. From here on it leaves by itself, whatever becomes of the phone."""
    kind = inbound.text.split(":")[1]
    if kind not in set(HelpKind):
        raise Refused("choice-unknown")
    case, site_id = await _about(session, who, now)
    sent = await calls.standing_of(session, case)
    if sent is not None and is_same_call(sent.called_at, now):
        return await _once_more(session, who, case, sent, HelpKind(kind), now)
    call = await help_calls.begin(session, case, HelpKind(kind), site_id=site_id, now=now)
    await queries.ask_for_words(session, who, TOPIC, call.id, now)
    choices = (
        Choice(f"help-send:{call.id}", "choice-help-send"),
        Choice(f"help-drop:{call.id}", "choice-help-drop"),
    )
    return [Notice(to=who.id, key="call-ask-words", choices=choices, card=f"help:{call.id}")]


async def _once_more(
    session: AsyncSession, who: Person, case: Case, call: HelpCall, kind: HelpKind, now: datetime
) -> list[Notice]:
    """The same call, pressed again at once: what he adds belongs to it, another kind stands beside the
    first."""
    await queries.ask_for_words(session, who, MORE, call.id, now)
    known = kind is call.kind or kind in call.later_kinds
    key = "call-known" if known else "call-known-also"
    told = await _once_sent(session, who, case, call, key, "call-known-nobody", now)
    if known:
        return [told]
    call.also = f"{call.also} {kind.value}".strip()
    return [told, *await help_calls.cards_for(session, case, call, now, show=Show.AGAIN)]


async def _about(session: AsyncSession, who: Person, now: datetime) -> tuple[Case, int | None]:
    """The case, locked, and the site where he works, worked last or works next."""
    work = await queries.latest_attendance(session, who, now) or await queries.next_session(session, who, now)
    known = [*await queries.open_cases(session, who), *await queries.closed_cases(session, who)]
    if work is None and not known:
        office = await queries.office_of(session, who.office_id)
        raise Refused("call-no-case", contact=office.contact, numbers=help_calls.numbers(office))
    first = next((one for one in known if one.state is CaseState.ACTIVE), known[0] if known else None)
    case_id = work.case_id if work else first.id if first else 0
    case = await queries.locked_case(session, who.office_id, case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    return case, work.site_id if work else None


async def without_words(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Kirim tanpa kata*."""
    call, case = await own(session, who, choice_numbers(inbound.text, 1)[0])
    if call.state is not HelpState.DRAFT:
        raise Refused("call-was-sent")
    await queries.forget_question(session, who)
    return await _sent(session, who, case, call, now)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """What happened, in his own words; *batal* takes the call back while nobody knows of it."""
    call, case = await own(session, who, about)
    if leaves_question(inbound.text):
        return await _dropped(session, who, call, now)
    await help_calls.add(session, call, words=inbound.text.strip())
    return await told(session, who, case, call, now)


async def aloud(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """What happened, spoken."""
    call, case = await own(session, who, about)
    await help_calls.add(session, call, voice=await recordings.keep(session, who, inbound, case))
    return await told(session, who, case, call, now)


async def picture(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """What happened, in a photo: it goes with the call, never with the work, for the site sees that. Of an
    album each photo comes by itself."""
    assert inbound.photo is not None  # noqa: S101  (the kind says so)
    if inbound.photo.problem:
        return [Notice(to=who.id, key=f"photo-problem-{inbound.photo.problem.value.replace('_', '-')}")]
    call, case = await own(session, who, about)
    photo = await keep_picture(session, case.office_id, inbound, case_id=case.id)
    await help_calls.add(session, call, words=inbound.text.strip(), photo=photo)
    return await told(session, who, case, call, now)


async def numbers_for(session: AsyncSession, who: Person) -> Notice:
    """Whom a guardian can call at any hour, at once; what he wrote goes to the officer as a message."""
    office = await queries.office_of(session, who.office_id)
    lines = (Line("call-numbers", {"numbers": help_calls.numbers(office)}),)
    return Notice(to=who.id, key="call-near-guardian", params=cards.greeting(who), lines=lines)


async def otherwise(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/darurat` of a guardian or a supervisor: the numbers for any hour, and the way that he has."""
    office = await queries.office_of(session, who.office_id)
    lines = (Line("call-numbers", {"numbers": help_calls.numbers(office)}),)
    guardian = who.role is Role.GUARDIAN
    return [
        Notice(
            to=who.id,
            key="call-way-guardian" if guardian else "call-way-supervisor",
            params=cards.greeting(who),
            lines=lines,
            choices=(Choice("message-begin", "choice-message-begin"),) if guardian else (),
            ask=None if guardian else await cards.keyboard(session, who, now),
        )
    ]


async def called_out(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """What he wrote somewhere says that his life may be in danger: it is a call, whatever it was meant to be.
    Where one is being answered, it belongs to that."""
    case, site_id = await _about(session, who, now)
    standing = await calls.standing_of(session, case)
    call = standing or await help_calls.begin(session, case, HelpKind.OTHER, site_id=site_id, now=now)
    await help_calls.add(session, call, words=inbound.text.strip())
    first, *others = await told(session, who, case, call, now)
    near = Notice(to=who.id, key="call-near", params=cards.greeting(who))
    numbers = Line(
        "call-numbers", {"numbers": help_calls.numbers(await queries.office_of(session, who.office_id))}
    )
    lines = first.lines if numbers in first.lines else (*first.lines, numbers)
    return [near, replace(first, lines=lines), *others]


async def told(session: AsyncSession, who: Person, case: Case, call: HelpCall, now: datetime) -> list[Notice]:
    """The first words send the call; what comes later is shown on its card."""
    await queries.ask_for_words(session, who, MORE, call.id, now)
    if call.state is HelpState.DRAFT:
        return await _sent(session, who, case, call, now)
    added = await _once_sent(session, who, case, call, "call-added", "call-added-nobody", now)
    return [added, *await help_calls.cards_for(session, case, call, now, show=Show.AGAIN)]


async def _once_sent(
    session: AsyncSession, who: Person, case: Case, call: HelpCall, key: str, nobody: str, now: datetime
) -> Notice:
    """What he hears of a call that has left before; as long as nobody can be reached, that is said again."""
    ask = await cards.keyboard(session, who, now)
    if await help_calls.addressed(session, case, now) is not None:
        return Notice(to=who.id, key=key, ask=ask)
    alone = await help_calls.receipt(session, case, call, key, now, nobody=nobody)
    return replace(alone, ask=ask)


async def _sent(
    session: AsyncSession, who: Person, case: Case, call: HelpCall, now: datetime
) -> list[Notice]:
    await help_calls.send(session, case, call, by=who, now=now)
    shown = await help_calls.cards_for(session, case, call, now)
    return [await _receipt(session, who, case, call, now), *shown]


async def _receipt(session: AsyncSession, who: Person, case: Case, call: HelpCall, now: datetime) -> Notice:
    """Who knows, until when a person answers, and whom to call meanwhile; a child is asked about the
    guardian."""
    receipt = await help_calls.receipt(session, case, call, "call-sent", now)
    ask = await cards.keyboard(session, who, now)
    shown = replace(receipt, ask=ask, card=f"help:{call.id}", show=Show.AGAIN)
    return help_calls.with_guardian(shown, who, case, call)


async def drop(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak jadi*, while nobody knows of it."""
    call, _ = await own(session, who, choice_numbers(inbound.text, 1)[0])
    return await _dropped(session, who, call, now)


async def _dropped(session: AsyncSession, who: Person, call: HelpCall, now: datetime) -> list[Notice]:
    await queries.forget_question(session, who)
    help_calls.drop(call)
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key="call-dropped", ask=ask, card=f"help:{call.id}", show=Show.AGAIN)]


async def tell_guardian(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A child lets the guardian know that he asked for help; what he said stays his own."""
    call, case = await own(session, who, choice_numbers(inbound.text, 1)[0])
    guardian = await session.get(Person, case.guardian_id) if case.guardian_id else None
    if guardian is None or not await account_queries.has_account(session, guardian):
        raise Refused("call-guardian-unreached")
    chosen = await _chosen(session, who, case, call, now, tell=True)
    known = await help_calls.addressed(session, case, now) is not None
    key = "call-told-guardian" if known else "call-told-guardian-nobody"
    office = await queries.office_of(session, who.office_id)
    params: dict[str, Param] = {"code": who.code} if known else {"code": who.code, "contact": office.contact}
    return [*chosen, Notice(to=guardian.id, key=key, params=params)]


async def spare_guardian(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A child does not want the guardian to know: nobody tells."""
    call, case = await own(session, who, choice_numbers(inbound.text, 1)[0])
    return await _chosen(session, who, case, call, now, tell=False)


async def _chosen(
    session: AsyncSession, who: Person, case: Case, call: HelpCall, now: datetime, *, tell: bool
) -> list[Notice]:
    if not who.child or call.state not in STANDING:
        raise Refused("call-is-over")
    if call.guardian_told:
        raise Refused("call-guardian-knows")
    call.guardian_told = tell
    key = "call-guardian-told" if tell else "call-guardian-spared"
    ask = await cards.keyboard(session, who, now)
    answer = Notice(to=who.id, key=key, ask=ask)
    shown = await help_calls.cards_for(session, case, call, now, show=Show.EDIT)
    return [answer, *shown]


async def own(session: AsyncSession, who: Person, call_id: int) -> tuple[HelpCall, Case]:
    """A call of this client, its case locked. Raises Refused for anybody else's."""
    found = await calls.locked_call(session, who.office_id, call_id)
    if found is None or found[0].client_id != who.id:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return found
