"""*Kirim*: an officer writes once to many of his clients, and sees before how many get it and who not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, paging
from bot.domain.answers import only_yes
from bot.domain.cases import local_day
from bot.domain.discretion import names_in
from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Param, Refused, Show, When, choice_numbers
from bot.domain.pages import page_in, page_of
from bot.domain.quiet_hours import AGAIN_AFTER, relative_day
from bot.handlers import recipients
from bot.quiet_hours import morning_of
from bot.storage import circulars, queries
from bot.storage.circulars import Circular, Whom
from bot.storage.events import append, person_stream
from bot.storage.models import Person

log = structlog.get_logger()

TOPIC = "circular"
REWORDED = "circular-reworded"
"""No question: words typed under the preview are the new text."""
LONGEST_WORDS = 1000
SITES = 6
"""Sites with a button at once."""
NAMED = 20
"""So many whom nothing reaches are named; of more, the others are only counted."""
BY_WORD = (Whom.ALL, Whom.TODAY, Whom.TOMORROW, Whom.ACT)


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/kirim`: to whom?"""
    by_word = [Choice(f"circular:{one.value}", f"choice-circular-to-{Whom(one).value}") for one in BY_WORD]
    by_site = Choice("circular-sites", "choice-circular-to-site")
    by_hand = Choice("circular-pick", "choice-circular-to-picked")
    return [Notice(to=who.id, key="circular-whom", choices=(*by_word, by_site, by_hand))]


async def sites(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The sites of his clients, page by page."""
    office = await queries.office_of(session, who.office_id)
    found = await circulars.sites_of(session, who, local_day(now, office.zone), now)
    if not found:
        raise Refused("circular-nobody")
    page = page_of(len(found), SITES, page_in(inbound.text) or 0)
    named = [Choice(f"circular-site:{one.id}", "choice-name", {"name": one.name}) for one in page.cut(found)]
    return [
        Notice(
            to=who.id,
            key="circular-which-site",
            lines=tuple(paging.lines(page)),
            choices=(*named, *paging.choices("circular-sites", page, after=SITES)),
            card="circular-sites",
            show=Show.AGAIN,
        )
    ]


async def by_word(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """All, those of a day, or those who need something."""
    word = inbound.text.partition(":")[2]
    if word not in {one.value for one in BY_WORD}:
        raise Refused("choice-unknown")
    whom = Whom(word)
    return await _drafted(session, who, whom, None, await recipients.of(session, who, whom, now), now)


async def by_site(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Those who are placed at a site. Raises Refused for a site without clients of his."""
    (site_id,) = choice_numbers(inbound.text, 1)
    office = await queries.office_of(session, who.office_id)
    today = local_day(now, office.zone)
    if site_id not in {one.id for one in await circulars.sites_of(session, who, today, now)}:
        raise not_yours(who)
    cases = await circulars.cases_at(session, who, site_id, today)
    people = await circulars.guided_clients(session, who, now, cases=cases)
    return await _drafted(session, who, Whom.SITE, site_id, people, now)


async def _drafted(
    session: AsyncSession,
    who: Person,
    whom: Whom,
    site_id: int | None,
    people: Sequence[Person],
    now: datetime,
) -> list[Notice]:
    if not people:
        raise Refused("circular-nobody")
    circular = Circular(
        office_id=who.office_id,
        by=who.id,
        whom=whom,
        site_id=site_id,
        people=[one.id for one in people],
        drafted_at=now,
    )
    session.add(circular)
    await session.flush()
    return await ask(session, who, circular, now)


async def ask(session: AsyncSession, who: Person, circular: Circular, now: datetime) -> list[Notice]:
    """The words, for those who were chosen."""
    await queries.ask_for_words(session, who, TOPIC, circular.id, now)
    return [Notice(to=who.id, key="circular-ask", params={"count": len(circular.people)})]


async def reword(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ubah*: the words once more."""
    circular = await unsent(session, who, choice_numbers(inbound.text, 1)[0])
    return await ask(session, who, circular, now)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The words: shown as they will be sent, with how many get them and who does not. Below that a plain yes
    sends them, and other words take their place."""
    circular = await unsent(session, who, about)
    question = await queries.question_to(session, who)
    if question is not None and question.topic == REWORDED and only_yes(inbound.text):
        await queries.forget_question(session, who)
        return await _asked_again(session, who, circular, now) or await _deliver(session, who, circular, now)
    words = inbound.text.strip()
    if len(words) > LONGEST_WORDS:
        raise Refused("circular-too-long", most=LONGEST_WORDS)
    circular.words = words
    await queries.forget_question(session, who)
    reached, missed = await recipients.reached(session, circular)
    names = ", ".join(one.shown for one in missed[:NAMED]) + (", …" if len(missed) > NAMED else "")
    unreached: dict[str, Param] = {"count": len(missed), "names": names}
    lines = [Line("circular-unreached", unreached)] if missed else []
    if not reached:
        return [Notice(to=who.id, key="circular-reaches-nobody", lines=tuple(lines), ask=Ask.OFFICER)]
    await queries.ask_for_words(session, who, REWORDED, circular.id, now)
    if secret := names_in(words, await circulars.secret_names(session, who, now)):
        lines.append(Line("circular-names-child", {"names": ", ".join(secret)}))
    morning = await _morning(session, who, now)
    if morning:
        lines.append(Line("circular-is-quiet", {"at": morning}))
        if named := relative_day(words):
            lines.append(Line("circular-names-day", {"word": named, "at": morning}))
    count: dict[str, Param] = {"count": len(reached)}
    return [
        Notice(
            to=who.id,
            key="circular-preview",
            params=count | {"words": circular.words},
            lines=tuple(lines),
            choices=(
                _sending(circular, len(reached), in_the_morning=morning is not None),
                Choice(f"circular-words:{circular.id}", "choice-circular-words"),
            ),
        )
    ]


def _sending(circular: Circular, count: int, *, in_the_morning: bool) -> Choice:
    if in_the_morning:
        return Choice(f"circular-morning:{circular.id}", "choice-circular-morning", {"count": count})
    return Choice(f"circular-send:{circular.id}", "choice-circular-send", {"count": count})


async def send(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Kirim*: at once; in quiet hours the morning is offered, and the same words twice are asked about."""
    circular = await unsent(session, who, choice_numbers(inbound.text, 1)[0])
    if morning := await _morning(session, who, now):
        choice = _sending(circular, len(circular.people), in_the_morning=True)
        return [Notice(to=who.id, key="circular-quiet", params={"at": morning}, choices=(choice,))]
    return await _asked_again(session, who, circular, now) or await _deliver(session, who, circular, now)


async def in_the_morning(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """When the quiet hours are over; pressed after them, at once."""
    circular = await unsent(session, who, choice_numbers(inbound.text, 1)[0])
    return await _asked_again(session, who, circular, now) or await _deliver(session, who, circular, now)


async def take_back(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batalkan*, while it waits for the morning: it goes to nobody. Raises Refused once it has left."""
    circular = await circulars.circular_of(session, who, choice_numbers(inbound.text, 1)[0])
    if circular is None:
        raise not_yours(who)
    card, count = f"circular:{circular.id}", len(circular.people)
    done = Notice(to=who.id, key="circular-taken-back", params={"count": count}, card=card, show=Show.EDIT)
    if circular.sent_at is None:
        return [done]
    if not await circulars.call_off(session, circular, now):
        raise Refused("circular-was-sent")
    circular.sent_at = None
    await queries.locked_person(session, who.id)
    await append(
        session,
        office_id=who.office_id,
        stream=person_stream(who.id),
        kind="circular_taken_back",
        actor_id=who.id,
        payload={"circular": circular.id},
        happened_at=now,
        now=now,
    )
    return [done]


async def again(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The same words once more, knowing that they were sent."""
    circular = await unsent(session, who, choice_numbers(inbound.text, 1)[0])
    return await _deliver(session, who, circular, now)


async def _asked_again(session: AsyncSession, who: Person, circular: Circular, now: datetime) -> list[Notice]:
    before = await circulars.same_before(session, circular, now - AGAIN_AFTER)
    if before is None or before.sent_at is None:
        return []
    office = await queries.office_of(session, who.office_id)
    choice = Choice(f"circular-again:{circular.id}", "choice-circular-again")
    at: dict[str, Param] = {"at": When(before.sent_at, office.zone)}
    return [Notice(to=who.id, key="circular-same", params=at, choices=(choice,))]


async def _deliver(session: AsyncSession, who: Person, circular: Circular, now: datetime) -> list[Notice]:
    """To those of the preview whom this officer still guides and something still reaches. One fact, without
    the words, whoever many get it."""
    morning = await _morning(session, who, now)
    guided = {one.id for one in await circulars.guided_clients(session, who, now)}
    reached = [one for one in (await recipients.reached(session, circular))[0] if one.id in guided]
    if not circular.words or not reached:
        raise Refused("circular-nobody")
    circular.sent_at, circular.people = now, [one.id for one in reached]
    await queries.locked_person(session, who.id)
    await append(
        session,
        office_id=who.office_id,
        stream=person_stream(who.id),
        kind="circular_sent",
        actor_id=who.id,
        payload={"circular": circular.id, "whom": Whom(circular.whom).value, "people": circular.people},
        happened_at=now,
        now=now,
    )
    count: dict[str, Param] = {"count": len(reached)}
    key = "circular-later" if morning else "circular-sent"
    told = Notice(to=who.id, key=key, params=count | ({"at": morning} if morning else {}), ask=Ask.OFFICER)
    if morning:
        back = Choice(f"circular-undo:{circular.id}", "choice-unreject")
        told = replace(told, choices=(back,), ask=None, card=f"circular:{circular.id}")
    leaves_at = morning.at if morning else None
    return [told, *(_for_client(circular, who, one, leaves_at) for one in reached)]


def _for_client(circular: Circular, who: Person, client: Person, leaves_at: datetime | None) -> Notice:
    """Like any message of the office; its first line says nothing. The answer is a message to the officer."""
    return Notice(
        to=client.id,
        key="message-from-office",
        params=cards.greeting(client) | {"by": who.shown},
        lines=(Line("message-words", {"words": circular.words}),),
        choices=(Choice("message-begin", "choice-message-reply"),),
        not_before=leaves_at,
    )


async def _morning(session: AsyncSession, who: Person, now: datetime) -> When | None:
    """When the quiet hours are over, within them."""
    office = await queries.office_of(session, who.office_id)
    until = morning_of(office, now)
    return When(until, office.zone) if until else None


async def unsent(session: AsyncSession, who: Person, circular_id: int) -> Circular:
    """A message of his own that was not sent yet, locked. Raises Refused for any other."""
    circular = await circulars.circular_of(session, who, circular_id)
    if circular is None:
        raise not_yours(who)
    if circular.sent_at is not None:
        raise Refused("circular-was-sent")
    return circular


def not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")
