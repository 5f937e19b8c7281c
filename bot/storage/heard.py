"""Which misses a client explained to somebody who did not accept it: he is not silent about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.excuse_requests import RequestState
from bot.domain.hours import EventKind
from bot.storage.events import case_stream, told_by
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Event, WorkSession


async def heard(session: AsyncSession, office_id: int, missed: Sequence[WorkSession]) -> set[int]:
    """Of these sessions, by id, those whose explanation was judged, and those for which he had asked to be
    excused and was not, also where some of his days were granted. The reason is cleared from the session
    then; the facts keep it."""
    cases = {one.case_id for one in missed}
    judged = (
        select(Event)
        .where(Event.office_id == office_id, Event.kind == EventKind.OUTCOME_SET.value)
        .where(col(Event.stream).in_([case_stream(one) for one in cases]))
    )
    told = [told_by(one) for one in (await session.exec(judged)).all()]
    explained = {one["session"] for one in told if one.get("words") and "session" in one}
    decided = (
        select(ExcuseRequest)
        .where(ExcuseRequest.office_id == office_id)
        .where(col(ExcuseRequest.state).in_((RequestState.DECLINED, RequestState.APPROVED)))
        .where(col(ExcuseRequest.case_id).in_(cases))
    )
    asked: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for request in (await session.exec(decided)).all():
        asked[request.case_id].append(request.days)
    return {
        one.id
        for one in missed
        if one.id in explained or any(first <= one.day <= last for first, last in asked[one.case_id])
    }
