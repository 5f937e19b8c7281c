"""Lines about a case itself, as its officer and its client read them: state, what is missing, pace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import lifecycle
from bot.domain.cases import CaseState
from bot.domain.messages import Choice, Line, Minutes, Words
from bot.domain.pace import Forecast, Pace
from bot.paces import forecasts
from bot.storage import queries
from bot.storage.models import Case, CaseBalance, Office, Person


async def for_officer(session: AsyncSession, case: Case, office: Office, now: datetime) -> list[Line]:
    """State and pace on the client's card; an active case that runs well adds nothing."""
    if case.state is CaseState.DRAFT:
        lacks = await lifecycle.lacks(session, case)
        needs = Words(tuple(f"need-{need.value.replace('_', '-')}" for need in lacks))
        return [Line("client-card-draft", {"lacks": needs})]
    if case.state is not CaseState.ACTIVE:
        chosen = case.state is CaseState.AWAITING_CLOSING and case.closing_outcome is not None
        word = "closing-chosen" if chosen else case.state.value.replace("_", "-")
        return [Line(f"client-card-state-{word}")]
    found = await forecasts(session, office, [case], now)
    return list(_pace(found.get(case.id), ON_CARD))


async def for_client(session: AsyncSession, case: Case, who: Person, now: datetime) -> list[Line]:
    """The pace under `/jam`, kindly and only where something can still be done."""
    if case.state is not CaseState.ACTIVE:
        return [Line("hours-nothing-planned")]
    office = await queries.office_of(session, who.office_id)
    found = await forecasts(session, office, [case], now)
    return list(_pace(found.get(case.id), UNDER_HOURS))


def opening(balance: CaseBalance) -> Iterator[Line]:
    """What is part of the credited hours without an attendance: served before Hadir, corrected since."""
    if balance.opening:
        yield Line("hours-opening", {"opening": Minutes(balance.opening)})
    if balance.adjusted:
        key = "hours-adjusted-up" if balance.adjusted > 0 else "hours-adjusted-down"
        yield Line(key, {"minutes": Minutes(abs(balance.adjusted))})


def choices(case: Case, who: Person) -> Sequence[Choice]:
    """What an officer can do with a case of his own from its card."""
    if case.officer_id != who.id:
        return ()
    adjust = Choice(f"adjust:{case.id}", "choice-adjust")
    match case.state:
        case CaseState.ACTIVE:
            return adjust, Choice(f"suspend:{case.id}", "choice-suspend"), _end(case)
        case CaseState.SUSPENDED:
            return Choice(f"resume:{case.id}", "choice-resume"), _end(case)
        case CaseState.AWAITING_CLOSING:
            return adjust, Choice(f"close-served:{case.id}", "choice-close-served"), _end(case)
        case CaseState.COMPLETED | CaseState.ENDED:
            return (adjust,)
        case _:
            return ()


def _end(case: Case) -> Choice:
    return Choice(f"close-unserved:{case.id}", "choice-close-unserved")


ON_CARD = {
    Pace.ON_TIME: "client-card-on-time",
    Pace.BEHIND: "client-card-behind",
    Pace.CANNOT_FINISH: "client-card-cannot-finish",
}
UNDER_HOURS = {
    Pace.ON_TIME: "hours-on-time",
    Pace.BEHIND: "hours-behind",
    Pace.CANNOT_FINISH: "hours-cannot-finish",
}


def _pace(forecast: Forecast | None, keys: Mapping[Pace, str]) -> Iterator[Line]:
    """Nothing where all is served: the state of the case says so."""
    if forecast is not None and forecast.pace in keys:
        params = {"weekly": Minutes(forecast.weekly), "shortfall": Minutes(forecast.shortfall)}
        yield Line(keys[forecast.pace], params)
