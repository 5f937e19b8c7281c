"""How a session of a site went: asked once for everybody, beside the answer to the supervisor's last word on
its hours; one tap, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import LIST_FROM, AttendanceState
from bot.domain.evaluations import SessionWord, is_over, may_be_asked
from bot.domain.messages import Choice, Line, Refused, Show
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.evaluations import SessionRating, rating_of
from bot.storage.events import append
from bot.storage.models import Attendance, Person, WorkSession

RATED = "session_rated"
"""A fact of the site."""
FIRST_NUMBER = 11
"""What is typed for the first answer on a card, where lower numbers stand for something else."""
BEHIND = 6
"""The same on a group's list, counted from its last person."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a card or list says of how it went, or asks."""

    lines: tuple[Line, ...] = ()
    choices: tuple[Choice, ...] = ()


NOTHING = Asked()


async def of_group(session: AsyncSession, planned: WorkSession, people: Sequence[Attendance]) -> Asked:
    """On the list of a group; the question as long as nobody has answered."""
    return await _asked(session, planned, people, len(people) + BEHIND, ask=True)


async def on_card(
    session: AsyncSession, who: Person, attendance: Attendance, planned: WorkSession | None, show: Show
) -> Asked:
    """On the card of one of two people at most: a group has a list. It is asked where a tap is answered, and
    not again where he only opens the card."""
    confirmed = attendance.state is AttendanceState.CONFIRMED
    if planned is None or not confirmed or who.role is not Role.SUPERVISOR:
        return NOTHING
    people = [one for one, _ in await queries.group_of(session, planned)]
    if len(people) >= LIST_FROM:
        return NOTHING
    return await _asked(session, planned, people, FIRST_NUMBER, ask=show is Show.EDIT)


async def rate(
    session: AsyncSession, planned: WorkSession, word: SessionWord, *, by: Person, now: datetime
) -> SessionRating:
    """The first answer of a session stands. Raises Refused while hours of it wait."""
    site = await queries.locked_site(session, planned.site_id)
    known = await rating_of(session, planned)
    if known is not None:
        return known
    people = [one for one, _ in await queries.group_of(session, planned)]
    if not is_over([one.state for one in people]):
        raise Refused("choice-unknown")
    rating = SessionRating(
        office_id=planned.office_id,
        site_id=site.id,
        starts_at=planned.starts_at,
        day=planned.day,
        activity=planned.activity or site.activity,
        word=word,
        by=by.id,
        rated_at=now,
    )
    session.add(rating)
    await session.flush()
    await append(
        session,
        office_id=site.office_id,
        stream=f"site:{site.id}",
        kind=RATED,
        actor_id=by.id,
        payload={"starts_at": planned.starts_at.isoformat(), "word": word.value},
        happened_at=now,
        now=now,
    )
    return rating


async def _asked(
    session: AsyncSession, planned: WorkSession, people: Sequence[Attendance], first: int, *, ask: bool
) -> Asked:
    states = [one.state for one in people]
    if not is_over(states):
        return NOTHING
    rating = await rating_of(session, planned)
    if rating is not None:
        return Asked(lines=(Line(f"session-rated-{SessionWord(rating.word).value}"),))
    decided = [one.decided_at for one in people if one.decided_at is not None]
    if not ask or not decided or not may_be_asked(states, ends_at=planned.ends_at, decided_at=max(decided)):
        return NOTHING
    choices = [
        Choice(
            f"session-rate:{planned.id}:{one.value}",
            f"choice-session-{SessionWord(one).value}",
            number=number,
        )
        for number, one in enumerate(SessionWord, first)
    ]
    return Asked((Line("session-ask"),), tuple(choices))
