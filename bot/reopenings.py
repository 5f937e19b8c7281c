"""Opens a site again (*batalkan*) while that still helps: people have again what other closures leave, and
what clients had said of it waits for a person again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, closure_claims, closures, moves
from bot.closed_sessions import Touched, left_by, locked, working_left_by
from bot.domain.checkins import UNDO, AttendanceState, SessionState
from bot.domain.closures import Stretch
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.domain.outcomes import Outcome
from bot.domain.spans import WHOLE_DAY, Span
from bot.orders import excused_spans
from bot.storage import queries
from bot.storage.models import Person, Site, SiteClosure
from bot.storage.outages import unheard
from bot.storage.site_queries import closures_of


@dataclass(frozen=True, slots=True)
class _Undoing:
    """What is known when a closure is taken back: which others stand, and what sessions were before."""

    site: Site
    standing: Sequence[SiteClosure]
    outcomes: dict[int, Outcome]
    times: dict[int, Stretch]
    stopped: Sequence[int]
    """The attendances that it ended, or would end earlier."""
    by: Person
    now: datetime

    def times_of(self, one: Touched) -> Stretch:
        """When the session was before any closure."""
        assert one.planned is not None  # noqa: S101  (a session was stopped)
        return self.times.get(one.planned.id, (one.planned.starts_at, one.planned.ends_at))

    def left_of(self, one: Touched) -> Stretch | None:
        """What the others leave of it."""
        return left_by(self.times_of(one), self.standing, self.site)


async def reopen(
    session: AsyncSession, site: Site, day: date, *, hours: Span = WHOLE_DAY, by: Person, now: datetime
) -> list[Touched]:
    """Take a closure back within ten minutes: everything is as it was, but for what people have decided
    since, and for what other closures of the day do. Raises Refused later, or where it was taken back
    before."""
    known = await closures.closing_fact(session, site, day, hours)
    if known is None or now - known[0] - await unheard(session, known[0], now) > UNDO:
        raise Refused("shut-undo-too-late")
    fact = known[1]
    stopped = await locked(session, site, fact["sessions"], fact["attendances"])
    await queries.locked_site(session, site.id)
    standing = list(await closures_of(session, site, day))
    closure = next((one for one in standing if one.hours == hours), None)
    if closure is None:
        raise Refused("shut-already-open", site=site.name)
    standing.remove(closure)
    await session.delete(closure)
    undoing = _Undoing(
        site=site,
        standing=standing,
        outcomes={int(number): Outcome(word) for number, word in fact.get("outcomes", {}).items()},
        times={int(number): _stretch(times) for number, times in fact.get("before", {}).items()},
        stopped=fact["attendances"],
        by=by,
        now=now,
    )
    outcomes = [(one, await _again(session, one, undoing)) for one in stopped]
    touched = [again for _, again in outcomes if again is not None]
    waiting = await closure_claims.wait_again(session, fact.get("claims", []), touched, now)
    touched = [replace(one, claimed=one.planned is not None and one.planned.id in waiting) for one in touched]
    for one in touched:
        payload: dict[str, Any] = {"day": day.isoformat(), "site": site.id}
        if one.planned is not None and one.planned.id in waiting:
            payload["claim"] = waiting[one.planned.id]
        await closures.note_in_case(session, one.case, EventKind.SITE_REOPENED, payload, by, now)
    opened: dict[str, Any] = {"day": day.isoformat(), "hours": closures.in_words(hours)}
    if standing:
        ended = [one.attendance.id for one, again in outcomes if one.attendance and again is None]
        opened["left"] = closures.together([fact]) | {"attendances": ended}
    await closures.note_of_site(session, site, closures.SITE_REOPENED, opened, by, now)
    return touched


def _stretch(times: Sequence[str]) -> Stretch:
    starts_at, ends_at = map(datetime.fromisoformat, times)
    return starts_at, ends_at


async def _again(session: AsyncSession, one: Touched, undoing: _Undoing) -> Touched | None:
    """One client as he was, or None where nothing changes for him."""
    if one.attendance is not None:
        return await _at_work_again(session, one, undoing)
    if one.missed:
        return await _missed_again(session, one, undoing)
    return await _expected_again(session, one, undoing)


async def _at_work_again(session: AsyncSession, one: Touched, undoing: _Undoing) -> Touched | None:
    """Work that was ended goes on, and work whose end came nearer has its own end again, also where it was
    begun only after the closing; not where another closure ends it all the same."""
    assert one.attendance is not None  # noqa: S101
    ended = one.attendance.state is AttendanceState.WAITING and one.attendance.id in undoing.stopped
    if not ended and one.attendance.state is not AttendanceState.OPEN:
        return None
    again = await _with_its_end(session, one, undoing) if one.planned is not None else one
    if not ended:
        return again if again is not None and again.left is not None else None
    if again is None:
        return None
    await attendances.undo_finish(
        session, one.case, one.attendance, one.planned, actor_id=undoing.by.id, now=undoing.now
    )
    return again


async def _with_its_end(session: AsyncSession, one: Touched, undoing: _Undoing) -> Touched | None:
    """Work with the end that the others leave it, named where it is another one; None where they end it."""
    left = working_left_by(undoing.times_of(one), undoing.standing, undoing.site, undoing.now)
    if left is None or left == one.hours:
        return one if left else None
    await closures.set_times(session, one, undoing.site, left, undoing.now)
    return replace(one, left=left)


async def _missed_again(session: AsyncSession, one: Touched, undoing: _Undoing) -> Touched | None:
    """A miss is one again, unless the others leave nothing of the session either."""
    assert one.planned is not None  # noqa: S101
    if await _decided_since(session, one) or undoing.left_of(one) is None:
        return None
    if await _excused(session, one):
        return None
    one.planned.outcome = undoing.outcomes.get(one.planned.id)
    return one


async def _expected_again(session: AsyncSession, one: Touched, undoing: _Undoing) -> Touched | None:
    """A session that was dropped, or was shortened, is planned in what the others leave of it."""
    planned, left = one.planned, undoing.left_of(one)
    if planned is None or left is None:
        return None
    dropped = planned.state is SessionState.CANCELLED and not await _decided_since(session, one)
    if dropped and await _excused(session, one):
        return None
    if not dropped and (planned.state is not SessionState.PLANNED or left == one.hours):
        return None
    again = one if left == one.hours else replace(one, left=left)
    if dropped:
        planned.state, planned.outcome = SessionState.PLANNED, undoing.outcomes.get(planned.id)
    await closures.set_times(session, one, undoing.site, left, undoing.now)
    return again


async def _decided_since(session: AsyncSession, one: Touched) -> bool:
    """Whether people have said something else of it by now, or its hours have another day."""
    assert one.planned is not None  # noqa: S101
    if one.planned.outcome is not Outcome.SITE_CLOSED:
        return True
    return await moves.last_move(session, one.case, one.planned) is not None


async def _excused(session: AsyncSession, one: Touched) -> bool:
    """Whether an officer has excused somebody for the day while it was closed: then he stays so, and nobody
    expects him."""
    assert one.planned is not None  # noqa: S101
    spans = (await excused_spans(session, [one.case.id])).get(one.case.id, [])
    if not any(span.first <= one.planned.day <= span.last for span in spans):
        return False
    one.planned.outcome = Outcome.PERMITTED
    await session.flush()
    return True
