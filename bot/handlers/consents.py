"""A guardian's consent for a child: yes, no, taken back, or the signed form that the officer photographs."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, consents
from bot.domain.messages import Choice, Inbound, Notice, Param, Refused, choice_numbers
from bot.evidence import keep_picture
from bot.handlers import clients
from bot.storage import account_queries, consent_queries, queries
from bot.storage.models import Case, Consent, Person


async def agree(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Setuju* for one child of this guardian; pressed again it changes nothing."""
    child = await _ward(session, who, inbound)
    told = await consents.agree(session, who, [child], inbound.sender.channel, now)
    params = cards.greeting(who) | {"code": child.code}
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key="consent-kept", params=params, ask=ask), *told]


async def refuse(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak setuju*, or *Cabut persetujuan*: kept, and the officer hears it. The answer carries the way
    back."""
    return await _refused(session, who, await _ward(session, who, inbound), inbound, now)


async def refuse_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    """The same in words. A consent that stands is asked about first: words are quickly said."""
    children = await account_queries.wards_of(session, who)
    if not children:
        return [Notice(to=who.id, key="guardian-no-child", ask=await cards.keyboard(session, who, now))]
    told: list[Notice] = []
    for child in children:
        if await consents.has_agreed(session, child, who):
            choices = (Choice(f"consent-no:{child.id}", "choice-withdraw"),)
            about: dict[str, Param] = {"code": child.code}
            told.append(Notice(to=who.id, key="consent-withdraw-sure", params=about, choices=choices))
        else:
            told += await _refused(session, who, child, inbound, now)
    return told


async def no_alone(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A *tidak* that answers no question: about a child for whom nobody has agreed it is asked once more,
    with both buttons; where all is agreed it changes nothing, and the words that would are said."""
    office = await queries.office_of(session, who.office_id)
    told: list[Notice] = []
    for child in await account_queries.wards_of(session, who):
        if await account_queries.consent_for(session, child) is not None:
            continue
        if await consent_queries.last_answer(session, child, who) is None:
            told.append(consents.asked(who, child, office))
        else:
            told += await _refused(session, who, child, inbound, now)
    ask = await cards.keyboard(session, who, now)
    return told or [Notice(to=who.id, key="consent-no-alone", params=cards.greeting(who), ask=ask)]


async def _refused(
    session: AsyncSession, who: Person, child: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    withdrawn = await consents.has_agreed(session, child, who)
    told = await consents.refuse(session, who, child, inbound.sender.channel, now)
    office = await queries.office_of(session, who.office_id)
    params = cards.greeting(who) | {"code": child.code, "contact": office.contact}
    key = "consent-withdrawn" if withdrawn else "consent-refused"
    back = (Choice(f"consent:{child.id}", "choice-agree"),)
    return [Notice(to=who.id, key=key, params=params, choices=back), *told]


async def _ward(session: AsyncSession, who: Person, inbound: Inbound) -> Person:
    """The child of a button. Raises Refused for anybody else's."""
    child_id = choice_numbers(inbound.text, 1)[0]
    child = next((one for one in await account_queries.wards_of(session, who) if one.id == child_id), None)
    if child is None:
        raise Refused("not-yours")
    return child


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/izinwali CODE`: the officer will send a photo of the form that a guardian without a phone signed."""
    found = await clients.called(session, who, inbound.text, command="izinwali", entry="form", now=now)
    return [found] if isinstance(found, Notice) else await _ask(session, who, *found, now)


async def ask_form(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The same by button, where several clients fit."""
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    return await _ask(session, who, case, client, now)


async def form(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The photo of the signed form: kept as every photo is, and the consent with it."""
    assert inbound.photo is not None  # noqa: S101  (the kind says so)
    case, child = await clients.own(session, who, about, now)
    if inbound.photo.problem:
        problem = inbound.photo.problem.value.replace("_", "-")
        return [Notice(to=who.id, key=f"photo-problem-{problem}")]
    if case.guardian_id is None:
        raise Refused("consent-no-guardian", code=child.code)
    await queries.forget_question(session, who)
    if await account_queries.consent_for(session, child) is None:
        photo = await keep_picture(session, case.office_id, inbound, case_id=case.id)
        consent = Consent(
            office_id=child.office_id,
            child_id=child.id,
            guardian_id=case.guardian_id,
            version=consents.NOTICE_VERSION,
            given_at=inbound.sent_at,
            photo_id=photo.id,
            recorded_by=who.id,
        )
        await consents.keep(session, consent, actor=who, now=now)
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key="guardian-agreed", params={"code": child.code}, ask=ask)]


async def form_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Words instead of the photo: it is asked for again."""
    _, child = await clients.own(session, who, about, now)
    return [Notice(to=who.id, key="consent-form-asked", params={"code": child.code})]


async def _ask(session: AsyncSession, who: Person, case: Case, client: Person, now: datetime) -> list[Notice]:
    if not client.child:
        raise Refused("consent-not-a-child", name=client.shown)
    if case.guardian_id is None:
        raise Refused("consent-no-guardian", code=client.code)
    if await account_queries.consent_for(session, client) is not None:
        raise Refused("consent-given", code=client.code)
    await queries.ask_for_words(session, who, "consent-form", case.id, now)
    return [Notice(to=who.id, key="consent-form-asked", params={"code": client.code})]
