"""A photo comes while a proof is awaited, or soon after the officer's message: what it shows is asked, before
anybody at the site sees it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, excuse_cards
from bot.domain.checkins import Shows
from bot.domain.excuse_requests import Proof
from bot.domain.messages import Choice, Inbound, Label, Line, Notice, Param, Show, When
from bot.domain.reports import midday
from bot.domain.threads import PAPER_WITHIN, shown_within
from bot.evidence import keep_photo
from bot.handlers import own_contests
from bot.storage import excuse_requests as requests
from bot.storage import office_transfers, queries, threads
from bot.storage.contests import open_of_client, subject_of
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Case, Contest, Person
from bot.threads import answered_case

QUESTION = "photo-which"
"""One question for all photos that nobody has answered for; the newest takes the place of the last."""


async def ask(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Keep the photo and ask what it shows; nothing where it can only be of this client's work. Whoever
    decides an excuse sees that there is one."""
    excuses = await requests.open_of(session, who.id, who.office_id)
    contests = await _contests(session, who)
    answers = await answered(session, who, now)
    about = [*(one.case_id for one in excuses), *(one.case_id for one in contests), *answers]
    if not about:
        return []
    case, _ = await own_contests.case(session, who, about[0])
    kept = await keep_photo(session, case, inbound, None, None, shows=Shows.UNSAID)
    late = [Line("photo-not-fetched")] if Label.PHOTO_MISSING in kept.labels else []
    choices = (
        *await _for_excuses(session, who, kept.id, list(excuses)),
        *[await _for_contest(session, kept.id, one, alone=len(contests) == 1) for one in contests],
        *[Choice(f"photo-message:{kept.id}:{one}", "choice-photo-message") for one in answers],
        *await _for_work(session, who, kept.id, now),
    )
    told = []
    for one in excuses:
        of = await session.get_one(Case, one.case_id)
        told.append(await excuse_cards.card(session, of, one, show=Show.EDIT_ONLY))
    question = Notice(
        to=who.id, key="photo-which", lines=tuple(late), choices=choices, card=QUESTION, show=Show.AGAIN
    )
    return [question, *told]


async def promised(session: AsyncSession, who: Person, entry: str) -> list[Choice]:
    """A button for each excuse of this client whose proof was to come later and has not; `entry` names what
    may be it."""
    excuses = []
    for one in await requests.open_of(session, who.id, who.office_id):
        photos, voices = await requests.proofs_of(session, one)
        if one.proof is Proof.LATER and not photos and not voices:
            excuses.append(one)
    office = await queries.office_of(session, who.office_id)
    key = "choice-photo-excuse" if len(excuses) == 1 else "choice-photo-excuse-day"
    return [
        Choice(f"{entry}:{one.id}", key, {"day": When(midday(one.days[0], office.zone), office.zone)})
        for one in excuses
    ]


async def after_no(
    session: AsyncSession,
    who: Person,
    case: Case,
    request: ExcuseRequest,
    inbound: Inbound,
    now: datetime,
) -> list[Notice]:
    """The request was declined before its proof came: it is kept, and one tap asks for the days once more."""
    kept = await keep_photo(session, case, inbound, None, None, shows=Shows.UNSAID)
    office = await queries.office_of(session, who.office_id)
    again = Choice(f"photo-excuse:{kept.id}:{request.id}", "choice-excuse-again")
    choices = (again, *await _for_work(session, who, kept.id, now))
    days = excuse_cards.span(*request.days, office.zone)
    return [
        Notice(
            to=who.id,
            key="excuse-came-late",
            params=days,
            choices=choices,
            card=QUESTION,
            show=Show.AGAIN,
        )
    ]


async def has_other_use(session: AsyncSession, who: Person, now: datetime) -> bool:
    """Whether a photo that may answer the officer may also be a proof, or show work."""
    proves = await requests.open_of(session, who.id, who.office_id) or await _contests(session, who)
    return bool(proves) or await _may_work(session, who, now)


async def answered(session: AsyncSession, who: Person, now: datetime) -> list[int]:
    """The case that the office's message was about, where a photo may be meant for it."""
    came = await threads.last_arrived(session, who, now - PAPER_WITHIN)
    if came is None or now - came.at > shown_within(came.message.template if came.message else ""):
        return []
    return [await answered_case(session, who, came)]


async def _contests(session: AsyncSession, who: Person) -> list[Contest]:
    found: list[Contest] = []
    for client in await office_transfers.selves_of(session, who):
        found += await open_of_client(session, client)
    return found


async def _for_excuses(
    session: AsyncSession, who: Person, evidence_id: int, excuses: list[ExcuseRequest]
) -> list[Choice]:
    """Each that waits, by its first day where there are several; and the session that he is asked about."""
    office = await queries.office_of(session, who.office_id)
    ids = [(f"photo-excuse:{evidence_id}:{one.id}", one.days[0]) for one in excuses]
    asked = await queries.question_to(session, who)
    if asked is not None and asked.topic in ("miss", "miss-more"):
        planned = await queries.session_by_id(session, who.office_id, asked.about)
        ids += [(f"excuse-photo:{evidence_id}:{planned.id}", planned.day)] if planned else []
    key = "choice-photo-excuse" if len(ids) == 1 else "choice-photo-excuse-day"
    return [Choice(one, key, {"day": When(midday(day, office.zone), office.zone)}) for one, day in ids]


async def _for_contest(session: AsyncSession, evidence_id: int, contest: Contest, *, alone: bool) -> Choice:
    zone = (await subject_of(session, contest)).zone
    key = "choice-photo-contest" if alone else "choice-photo-contest-day"
    day: dict[str, Param] = {"day": When(midday(contest.day, zone), zone)}
    return Choice(f"photo-contest:{evidence_id}:{contest.id}", key, day)


async def _for_work(session: AsyncSession, who: Person, evidence_id: int, now: datetime) -> list[Choice]:
    """Where he may have work to show."""
    return (
        [Choice(f"photo-work:{evidence_id}", "choice-photo-work")]
        if await _may_work(session, who, now)
        else []
    )


async def _may_work(session: AsyncSession, who: Person, now: datetime) -> bool:
    return bool(await queries.open_cases(session, who)) and not await cards.reports_only(session, who, now)
