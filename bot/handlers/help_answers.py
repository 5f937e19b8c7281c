"""Officer and head answer a call for help: take it, hear it, stop the work there, close it with words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, help_call_cards, help_calls, lists, placement_stops, recordings
from bot.domain.answers import whole
from bot.domain.cases import local_day
from bot.domain.checkins import Moment
from bot.domain.help_calls import STANDING, HelpState
from bot.domain.messages import Choice, Inbound, Line, Notice, Param, Refused, Show, When, choice_numbers
from bot.domain.people import Role
from bot.handlers import call_changes, decided_meanwhile
from bot.placement_stops import Stopped
from bot.storage import help_calls as calls
from bot.storage import queries
from bot.storage.help_calls import HelpCall
from bot.storage.models import Case, Person, Site

log = structlog.get_logger()

OUTCOME = "help-outcome"
LONGEST_OUTCOME = 1000


async def take(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Saya tangani*: the client hears who it is, and the others that somebody has it."""
    call, case = await _theirs(session, who, inbound, now)
    if call.state is not HelpState.OPEN:
        return [await help_call_cards.card(session, call, who, show=Show.EDIT)]
    await help_calls.take(session, case, call, by=who, now=now)
    told = await help_calls.told_client(session, call, "call-taken-client", who, now)
    return [*await _drawn(session, who, case, call, now), told]


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The card of a call, from the client's."""
    call, _ = await _theirs(session, who, inbound, now)
    return [await help_call_cards.card(session, call, who, show=Show.AGAIN)]


async def listen(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Dengarkan*: the recordings of a call, oldest first; what was erased by now is said."""
    call, _ = await _theirs(session, who, inbound, now)
    client = await session.get_one(Person, call.client_id)
    office = await queries.office_of(session, call.office_id)
    notes = await calls.voices_of(session, call)
    if not notes:
        raise Refused("choice-unknown")
    return [recordings.played(note, by=client, zone=office.zone, to=who) for note in notes]


async def look(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Lihat foto*: the photos of a call, oldest first; what was erased by now is said."""
    call, _ = await _theirs(session, who, inbound, now)
    client = await session.get_one(Person, call.client_id)
    office = await queries.office_of(session, call.office_id)
    notices = []
    for photo in await calls.photos_of(session, call):
        about: dict[str, Param] = {"name": client.shown, "at": When(photo.received_at, office.zone)}
        if photo.key:
            notices.append(Notice(to=who.id, key="call-photo", params=about, media=f"photo:{photo.id}"))
        else:
            notices.append(Notice(to=who.id, key="call-photo-gone", params=about))
    if not notices:
        raise Refused("choice-unknown")
    return notices


async def close(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Selesai*: what came of it is asked for."""
    call, _ = await _theirs(session, who, inbound, now)
    if call.state not in STANDING:
        return [await help_call_cards.card(session, call, who, show=Show.AGAIN)]
    await queries.ask_for_words(
        session, who, OUTCOME, call.id, now, step=await call_changes.size(session, call)
    )
    client = await session.get_one(Person, call.client_id)
    return [Notice(to=who.id, key="call-ask-outcome", params={"name": client.shown})]


async def outcome_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """What came of it; it stays on the client's card for officer and head."""
    call, case = await _call(session, who, about, now)
    outcome = whole(inbound.text.strip(), LONGEST_OUTCOME)
    question = await queries.question_to(session, who)
    if question is not None and call.state in STANDING:
        new = await call_changes.since(session, call, question.asked_at, question.step)
        if new:
            return [await _shown_first(session, who, call, outcome, new, now)]
    return await _closed(session, who, case, call, outcome, now)


async def _shown_first(
    session: AsyncSession, who: Person, call: HelpCall, outcome: str, new: list[Line], now: datetime
) -> Notice:
    """The client has said more since he was asked for the outcome: he reads that, and his own words, before
    it is closed."""
    seen = await call_changes.size(session, call)
    await queries.ask_for_words(session, who, OUTCOME, call.id, now, step=seen, said=outcome)
    client = await session.get_one(Person, call.client_id)
    return Notice(
        to=who.id,
        key="call-closing-moved",
        params={"name": client.shown},
        lines=(*new, decided_meanwhile.written(outcome)),
        choices=(Choice(f"help-close-now:{call.id}", "choice-help-close-now"),),
    )


async def close_now(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tetap tutup*, with the outcome that he wrote; what came after that is shown first too."""
    call, case = await _theirs(session, who, inbound, now)
    question = await queries.question_to(session, who)
    if question is None or (question.topic, question.about) != (OUTCOME, call.id) or not question.said:
        return await close(session, who, inbound, now)
    new = await call_changes.since(session, call, question.asked_at, question.step)
    if new and call.state in STANDING:
        return [await _shown_first(session, who, call, question.said, new, now)]
    return await _closed(session, who, case, call, question.said, now)


async def _closed(
    session: AsyncSession, who: Person, case: Case, call: HelpCall, outcome: str, now: datetime
) -> list[Notice]:
    await queries.forget_question(session, who)
    if call.state is HelpState.CLOSED and call.closed_by is not None:
        closer = await session.get_one(Person, call.closed_by)
        await help_calls.add_outcome(session, case, call, outcome, by=who, now=now)
        added = Notice(to=who.id, key="call-outcome-added", params={"by": closer.shown})
        return [added, *await _drawn(session, who, case, call, now)]
    await help_calls.close(session, case, call, outcome, by=who, now=now)
    told = await help_calls.told_client(session, call, "call-closed-client", who, now)
    return [*await _drawn(session, who, case, call, now), told]


async def stop(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Hentikan penempatan*, in one tap: the client need not go there any more, and misses nothing."""
    call, case = await _theirs(session, who, inbound, now)
    site = await _site(session, call)
    await _not_yet(session, case, call, site)
    stopped = await placement_stops.stop(session, case, site, by=who, now=now)
    client = await session.get_one(Person, case.client_id)
    about: dict[str, Param] = {"name": client.shown, "site": site.name}
    undo = (Choice(f"help-unstop:{call.id}", "choice-help-unstop"),)
    key = "placement-stopped-head" if who.role is Role.HEAD else "placement-stopped"
    answer = Notice(to=who.id, key=key, params=about, choices=undo)
    told = await _stopped_for(session, client, site, stopped, now)
    guardian = await _guardian(session, case, client, site, "placement-stopped-guardian")
    if guardian and not call.guardian_told:
        told = replace(told, lines=(Line("placement-stopped-spared"),))
    others = await _others(session, who, case, "placement-stopped-by", about | {"by": who.shown}, now)
    at_site = await _at_site(session, site, "placement-stopped-site", about, client, now)
    shown = await _drawn(session, who, case, call, now, show=Show.EDIT_ONLY)
    return [answer, told, *guardian, *others, *at_site, *await _cards(session, stopped, now), *shown]


async def _not_yet(session: AsyncSession, case: Case, call: HelpCall, site: Site) -> None:
    """Raises Refused where somebody has stopped it already: who, and when."""
    last = await help_call_cards.stopped(session, call)
    by = await session.get(Person, last.actor_id) if last is not None and last.actor_id else None
    if last is None or by is None:
        return
    client = await session.get_one(Person, case.client_id)
    raise Refused(
        "placement-stop-already",
        name=client.shown,
        site=site.name,
        by=by.shown,
        at=When(last.happened_at, site.zone),
    )


async def _guardian(session: AsyncSession, case: Case, client: Person, site: Site, key: str) -> list[Notice]:
    """Whether the child goes there, to whoever brings him: nothing of a call, for he may know of none."""
    guardian = await session.get(Person, case.guardian_id) if case.guardian_id else None
    if guardian is None or not client.child:
        return []
    return [Notice(to=guardian.id, key=key, params={"code": client.code, "site": site.name})]


async def _stopped_for(
    session: AsyncSession, client: Person, site: Site, stopped: Stopped, now: datetime
) -> Notice:
    """The client need not come; what he has worked until now is kept."""
    params = cards.greeting(client) | {"site": site.name}
    ask = await cards.keyboard(session, client, now)
    ended = stopped.attendance.finished_at if stopped.attendance else None
    if ended is None:
        return Notice(to=client.id, key="placement-stopped-client", params=params, ask=ask)
    at: dict[str, Param] = {"at": When(ended, site.zone)}
    return Notice(to=client.id, key="placement-stopped-working", params=params | at, ask=ask)


async def unstop(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batalkan* within ten minutes: everything is as it was."""
    call, case = await _theirs(session, who, inbound, now)
    site = await _site(session, call)
    stopped = await placement_stops.resume(session, case, site, by=who, now=now)
    client = await session.get_one(Person, case.client_id)
    about: dict[str, Param] = {"name": client.shown, "site": site.name}
    answer = Notice(
        to=who.id, key="placement-resumed", params=about, ask=await cards.keyboard(session, who, now)
    )
    told = Notice(
        to=client.id,
        key="placement-resumed-client",
        params=cards.greeting(client) | {"site": site.name},
        lines=await cards.next_day(session, client, now),
        ask=await cards.keyboard(session, client, now),
    )
    others = await _others(session, who, case, "placement-resumed", about, now)
    at_site = await _at_site(session, site, "placement-resumed-site", about, client, now)
    shown = await _drawn(session, who, case, call, now, show=Show.EDIT_ONLY)
    guardian = await _guardian(session, case, client, site, "placement-resumed-guardian")
    return [answer, told, *guardian, *others, *at_site, *await _cards(session, stopped, now), *shown]


async def _drawn(
    session: AsyncSession,
    who: Person,
    case: Case,
    call: HelpCall,
    now: datetime,
    *,
    show: Show = Show.EDIT,
) -> list[Notice]:
    """The card as it now stands, on the screens of all who have it; first for who has just answered."""
    own = await help_call_cards.card(session, call, who, show=show)
    shown = await help_calls.cards_for(session, case, call, now, show=show)
    return [own, *(one for one in shown if one.to != who.id)]


async def _others(
    session: AsyncSession, who: Person, case: Case, key: str, params: dict[str, Param], now: datetime
) -> list[Notice]:
    """Officer and head hear what the other has done."""
    readers = await help_calls.readers(session, case, now)
    return [Notice(to=one.id, key=key, params=params) for one in readers if one.id != who.id]


async def _at_site(
    session: AsyncSession, site: Site, key: str, params: dict[str, Param], client: Person, now: datetime
) -> list[Notice]:
    """The supervisors of today, in a word that says no reason."""
    supervisors = await queries.supervisors_of(session, site, local_day(now, site.zone), now)
    return [Notice(to=one.id, key=key, params=params) for one in supervisors if one.id != client.id]


async def _cards(session: AsyncSession, stopped: Stopped, now: datetime) -> list[Notice]:
    """Work that ended now, or goes on again, is confirmed as usual."""
    if stopped.attendance is None:
        return []
    return await lists.for_supervisors(session, stopped.attendance, moment=Moment.FINISH, now=now)


async def _site(session: AsyncSession, call: HelpCall) -> Site:
    if call.site_id is None:
        raise Refused("call-no-site")
    return await queries.site_of(session, call.office_id, call.site_id)


async def _theirs(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> tuple[HelpCall, Case]:
    return await _call(session, who, choice_numbers(inbound.text, 1)[0], now)


async def _call(session: AsyncSession, who: Person, call_id: int, now: datetime) -> tuple[HelpCall, Case]:
    """A call that this officer or head may answer, its case locked. Raises Refused for any other, and for one
    that its client has not sent."""
    found = await calls.locked_call(session, who.office_id, call_id)
    known = found is not None and found[0].called_at is not None
    if found is None or not known or not await calls.may_answer(session, who, found[1], now):
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return found
