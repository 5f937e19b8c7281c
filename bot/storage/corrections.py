"""An officer's corrections of the hours of a case, as its events tell them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.adjustments import AdjustmentReason
from bot.domain.contests import ContestAbout
from bot.domain.hours import EventKind
from bot.storage.events import case_stream, facts_of, told_by
from bot.storage.models import Case, Contest, Event


@dataclass(frozen=True, slots=True)
class Correction:
    """Minutes more or (negative) fewer for a day, by an officer, or by the head who decided a contest."""

    event_id: int
    number: int
    """Which one of its case."""
    minutes: int
    day: date
    reason: AdjustmentReason
    words: str
    by: int | None
    at: datetime
    contest: int | None = None
    """The contest by which the head put it in the place of another."""
    taken_back: bool = False

    @property
    def of_contest(self) -> bool:
        return self.contest is not None


async def corrections_of(session: AsyncSession, case: Case) -> list[Correction]:
    """All corrections of a case, the latest first; one whose words were erased is not told."""
    back = await facts_of(session, case, EventKind.HOURS_ADJUSTMENT_TAKEN_BACK)
    gone = {told_by(one).get("adjustment") for one in back}
    told = [_read(one, gone) for one in await facts_of(session, case, EventKind.HOURS_ADJUSTED)]
    return [one for one in told if one is not None]


async def standing_on(session: AsyncSession, case: Case, day: date) -> list[Correction]:
    """What counts of the corrections of a day, the oldest first."""
    found = await corrections_of(session, case)
    return [one for one in reversed(found) if one.day == day and not one.taken_back]


async def added_since(session: AsyncSession, case: Case, contest: Contest) -> list[Correction]:
    """What officers have added for the day of a contest since it was filed: where it is upheld, its hours are
    in what is decided. The hours before Hadir are of no day."""
    if contest.about is ContestAbout.OPENING:
        return []
    return [
        one
        for one in await standing_on(session, case, contest.day)
        if one.minutes > 0
        and one.at >= contest.filed_at
        and one.number != contest.correction
        and not one.of_contest
    ]


async def contested(session: AsyncSession, contest: Contest) -> Correction | None:
    """The correction that a contest is about."""
    case = await session.get_one(Case, contest.case_id)
    found = await corrections_of(session, case)
    return next((one for one in found if one.number == contest.correction), None)


async def made_by(session: AsyncSession, contest: Contest) -> set[int]:
    """Who made the correction that a contest is about, and those that it took the place of."""
    makers: set[int] = set()
    about: Contest | None = contest
    while about is not None and about.correction is not None:
        found = await contested(session, about)
        if found is None:
            break
        makers |= {found.by} if found.by is not None else set()
        about = await session.get(Contest, found.contest) if found.contest is not None else None
    return makers


async def case_of(session: AsyncSession, event_id: int) -> tuple[int, int] | None:
    """Office and case of the correction that this event is; None for any other event."""
    event = await session.get(Event, event_id)
    if event is None or event.kind != EventKind.HOURS_ADJUSTED.value:
        return None
    return event.office_id, int(event.stream.removeprefix(case_stream(0)[:-1]))


def _read(event: Event, gone: set[int | None]) -> Correction | None:
    told = told_by(event)
    if not told:
        return None
    return Correction(
        event_id=event.id,
        number=told["adjustment"],
        minutes=told["minutes"],
        day=date.fromisoformat(told["day"]),
        reason=AdjustmentReason(event.reason),
        words=told["words"],
        by=event.actor_id,
        at=event.happened_at,
        contest=told.get("contest"),
        taken_back=told["adjustment"] in gone,
    )
