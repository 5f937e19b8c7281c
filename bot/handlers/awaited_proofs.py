"""A photo comes while a proof is awaited, under a no, or soon after the officer's message: what it shows is
asked, before anybody at the site sees it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, excuse_cards
from bot.domain.checkins import Shows
from bot.domain.excuse_requests import NO_ANSWERED_WITHIN, Proof
from bot.domain.messages import Choice, Inbound, Label, Line, Notice, Param, Show, When
from bot.domain.people import Role
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
    declined = await requests.declined_since(session, who, now - NO_ANSWERED_WITHIN)
    answers = await answered(session, who, now) or [one.case_id for one in declined[:1]]
    about = [*(one.case_id for one in excuses), *(one.case_id for one in contests), *answers]
    if not about:
        return []
    case, _ = await own_contests.case(session, who, about[0])
    kept = await keep_photo(session, case, inbound, None, None, shows=Shows.UNSAID)
    late = [Line("photo-not-fetched")] if Label.PHOTO_MISSING in kept.labels else []
    choices = (
        *await _for_excuses(session, who, kept.id, list(excuses)),
        *await _asked_again(session, who, kept.id, declined),
        *[await _for_contest(session, kept.id, one, alone=len(contests) == 1) for one in contests],
        *[Choice(f"photo-message:{kept.id}:{one}", "choice-photo-message") for one in answers],
        *await _for_work(session, who, kept.id, now),
    )
    told = []
    for one in excuses:
        of = await session.get_one(Case, one.case_id)
        told.append(await excuse_cards.card(session, of, one, show=Show.EDIT_ONLY))
    alone = len(declined) == 1 and not excuses and not contests
    key, params, lines = await _under_no(session, who, declined, alone=alone)
    question = Notice(
        to=who.id,
        key=key,
        params=params,
        lines=(*lines, *late),
        choices=choices,
        card=QUESTION,
        show=Show.AGAIN,
    )
    return [question, *told]


async def awaited(session: AsyncSession, who: Person) -> list[ExcuseRequest]:
    """The excuses of this client, or that this guardian filed, whose proof was to come later and has not."""
    own = who.role is Role.CLIENT
    filed = await requests.open_of(session, who.id, who.office_id) if own else None
    excuses = []
    for one in await requests.open_for(session, who) if filed is None else filed:
        photos, voices = await requests.proofs_of(session, one)
        if one.proof is Proof.LATER and not photos and not voices:
            excuses.append(one)
    return excuses


async def promised(session: AsyncSession, who: Person, entry: str) -> list[Choice]:
    """A button for each of them, by its day where there are several, and by the child; `entry` names what may
    be the proof."""
    excuses = await awaited(session, who)
    office = await queries.office_of(session, who.office_id)
    several = "choice-photo-excuse-day" if who.role is Role.CLIENT else "choice-photo-excuse-child"
    key = "choice-photo-excuse" if len(excuses) == 1 else several
    found = []
    for one in excuses:
        client = await session.get_one(Person, one.client_id)
        day = When(midday(one.days[0], office.zone), office.zone)
        found.append(Choice(f"{entry}:{one.id}", key, {"day": day, "name": client.shown}))
    return found


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
    if asked is not None and asked.topic in cards.MISS_TOPICS:
        planned = await queries.session_by_id(session, who.office_id, asked.about)
        ids += [(f"excuse-photo:{evidence_id}:{planned.id}", planned.day)] if planned else []
    key = "choice-photo-excuse" if len(ids) == 1 else "choice-photo-excuse-day"
    return [Choice(one, key, {"day": When(midday(day, office.zone), office.zone)}) for one, day in ids]


async def _asked_again(
    session: AsyncSession, who: Person, evidence_id: int, declined: Sequence[ExcuseRequest]
) -> list[Choice]:
    """A button for each request that was declined lately: its days are asked for once more."""
    office = await queries.office_of(session, who.office_id)
    key = "choice-excuse-again" if len(declined) == 1 else "choice-excuse-again-day"
    return [
        Choice(
            f"photo-excuse:{evidence_id}:{one.id}",
            key,
            {"day": When(midday(one.days[0], office.zone), office.zone)},
        )
        for one in declined
    ]


async def _under_no(
    session: AsyncSession, who: Person, declined: Sequence[ExcuseRequest], *, alone: bool
) -> tuple[str, dict[str, Param], list[Line]]:
    """What the photo is asked about with: the one no that it came after, or each beside what else is open."""
    office = await queries.office_of(session, who.office_id)
    spans = [excuse_cards.span(*one.days, office.zone) for one in declined]
    if alone:
        return "excuse-came-late", spans[0], []
    return "photo-which", {}, [Line("photo-which-declined", one) for one in spans]


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
