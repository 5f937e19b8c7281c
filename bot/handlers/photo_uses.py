"""What a photo shows, as the client says it: the proof of an excuse or a contest, something for his officer,
or his work after all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, excuse_requests
from bot import contests as filing
from bot.contests import Said
from bot.domain.checkins import Shows
from bot.domain.contests import ContestState
from bot.domain.excuse_requests import NO_ANSWERED_WITHIN, RequestState
from bot.domain.messages import Inbound, Notice, Refused, choice_numbers
from bot.handlers import contests, own_contests, photo, threads
from bot.handlers.excuse_steps import completed
from bot.storage import excuse_requests as ask
from bot.storage import queries
from bot.storage import threads as messages
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.identity import evidence_by_id
from bot.storage.models import Case, Evidence, Person, Photo
from bot.storage.unsaid_photos import unsaid_of
from bot.threads import Said as Message


async def proves_excuse(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Bukti izin*: it goes to the officer, with what stood under it."""
    evidence_id, request_id = choice_numbers(inbound.text, 2)
    found = await ask.locked_request(session, who.office_id, request_id)
    if found is None or found[0].client_id != who.id:
        raise own_contests.not_yours(who)
    request, case = found
    photos = await _unsaid(session, who, evidence_id)
    if request.state is RequestState.DECLINED:
        request = await _begun_again(session, who, case, request, now)
    excuse_requests.check_undecided(request)
    for one in photos:
        said, kept = await _is_proof(session, one)
        await excuse_requests.add(session, request, words=said, photo=kept)
    return await completed(session, who, case, request, now)


async def _begun_again(
    session: AsyncSession, who: Person, case: Case, request: ExcuseRequest, now: datetime
) -> ExcuseRequest:
    """It was declined before its proof came: the same days, asked for once more."""
    again = await excuse_requests.begin(
        session, case, by=who, reason=request.reason, words=request.words, now=now
    )
    await excuse_requests.set_days(session, case, again, *request.days, now)
    return again


async def proves_contest(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Bukti keberatan*: likewise, to whoever decides it."""
    evidence_id, contest_id = choice_numbers(inbound.text, 2)
    contest, case, client = await own_contests.contest(session, who, contest_id)
    photos = await _unsaid(session, client, evidence_id)
    late = []
    if contest.state is not ContestState.DISMISSED:
        filing.check_undecided(contest)
    for one in photos:
        said, kept = await _is_proof(session, one)
        if contest.state is ContestState.DISMISSED:
            late = [await contests.came_late(session, who, client, case, contest, Said(said, kept), now)]
            continue
        await filing.complete(session, case, contest, Said(said, kept), by=client, now=now)
    return late or await contests.looked_at_anew(session, who, client, case, contest, now)


async def answers_officer(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    """*Untuk PK*: a message to him, each photo with what stood under it, and the days of a no that it came
    after."""
    evidence_id, case_id = choice_numbers(inbound.text, 2)
    case = await threads.own_case(session, who, case_id)
    days = await _days_of_no(session, who, case, now)
    told: list[Notice] = []
    for one in await _unsaid(session, who, evidence_id):
        said, kept = await _is_proof(session, one)
        message = Message(words=said, photo_id=kept.id)
        receipt, *news = (
            await threads.about_excuse(session, who, case, message, days, now)
            if days
            else await threads.send(session, who, case, message, now)
        )
        told = [receipt, *told[1:], *news]
    return told


async def _days_of_no(
    session: AsyncSession, who: Person, case: Case, now: datetime
) -> tuple[date, date] | None:
    """Those of the last no of these hours, unless the officer has written since."""
    declined = await ask.declined_since(session, who, now - NO_ANSWERED_WITHIN)
    if not declined or declined[0].case_id != case.id or declined[0].decided_at is None:
        return None
    came = await messages.last_arrived(session, who, declined[0].decided_at)
    return None if came else declined[0].days


async def shows_work(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Foto kerja*: for the start or finish that waits for it, or until its location comes, as any other."""
    photos = await _unsaid(session, who, choice_numbers(inbound.text, 1)[0])
    if not await queries.open_cases(session, who):
        raise Refused("no-active-case")
    if await cards.reports_only(session, who, now):
        raise Refused("report-instead")
    for one in photos:
        one.shows, one.said = None, ""
        (await session.get_one(Photo, one.photo_id)).compare_at = now
    return await photo.turned_out_work(session, who, photos, now)


async def _unsaid(session: AsyncSession, client: Person, evidence_id: int) -> Sequence[Evidence]:
    """What he was asked about, and any earlier photo that the question stood for. Raises Refused for somebody
    else's, and where he has said it."""
    shown = await evidence_by_id(session, client.office_id, evidence_id)
    if shown is None or shown.client_id != client.id:
        raise own_contests.not_yours(client)
    if shown.shows is not Shows.UNSAID:
        raise Refused("photo-said-already")
    return await unsaid_of(session, client)


async def _is_proof(session: AsyncSession, one: Evidence) -> tuple[str, Photo]:
    said, one.shows, one.said = one.said, Shows.PROOF, ""
    return said, await session.get_one(Photo, one.photo_id)
