"""Lines about a case itself, as its officer and its client read them: state, what is missing, pace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import assisting, closing, lifecycle
from bot.domain.balance import surplus_word
from bot.domain.cases import CaseState, Cause, Source, local_day
from bot.domain.messages import Choice, Line, Minutes, Param, When, Word, Words
from bot.domain.pace import Forecast, Pace
from bot.domain.reports import midday
from bot.handlers import office_marks
from bot.paces import forecasts
from bot.storage import client_queries, leaves, queries
from bot.storage.models import Case, CaseBalance, Office, Person

NEAR = timedelta(days=14)
LAST_DAY = "selesai"
"""The line of a case's form that holds its last day."""


async def state(
    session: AsyncSession, case: Case, office: Office, now: datetime, *, why: bool = True, steps: bool = True
) -> list[Line]:
    """State, with its reason or without, or the pace of a case that runs; a next step only for whoever can
    take it."""
    if case.state is CaseState.DRAFT:
        lacks = await lifecycle.lacks(session, case)
        needs = Words(tuple(f"need-{need.value.replace('_', '-')}" for need in lacks))
        return [Line("client-card-draft", {"lacks": needs})]
    if case.state is not CaseState.ACTIVE:
        chosen = case.state is CaseState.AWAITING_CLOSING and case.closing_outcome is not None
        word = "closing-chosen" if chosen else case.state.value.replace("_", "-")
        return [Line(f"client-card-state-{word}"), *(_reason(case) if why else ())]
    found = await forecasts(session, office, [case], now)
    client = await session.get_one(Person, case.client_id)
    keys = ON_CARD if steps else ON_CARD | {Pace.UNPLACED: "client-card-unplaced-yet"}
    return list(_pace(found.get(case.id), keys, client.code))


def _reason(case: Case) -> Iterator[Line]:
    """Why a case is in its state: a person's words, or what came about by itself."""
    known = case.state_reason in set(Cause)
    reason = Word(f"cause-{case.state_reason.replace('_', '-')}") if known else case.state_reason
    if case.state_reason:
        yield Line("client-card-reason", {"reason": reason})


def of_order(case: Case, zone: str, *, secret: bool) -> Iterator[Line]:
    """What the papers say: ruling and sentence, period and place, each with the paper it stands in. Where a
    child is secret, so is the ruling that names him (UU 11/2012 Pasal 19)."""
    if case.ruling_on and not secret:
        day = When(midday(case.ruling_on, zone), zone)
        yield Line("order-ruling", {"number": case.ruling_number, "day": day, "court": case.court})
    if case.replaced_sentence:
        yield Line("order-replaces", {"sentence": case.replaced_sentence})
    if case.starts_on and case.ends_on:
        first, last = (When(midday(day, zone), zone) for day in (case.starts_on, case.ends_on))
        yield Line("client-card-period", {"first": first, "last": last})
    if case.starts_source or case.ends_source or case.place_source:
        yield Line(
            "order-sources",
            {
                "start": _paper(case.starts_source),
                "end": _paper(case.ends_source),
                "place": _paper(case.place_source),
            },
        )


def _paper(source: Source | None) -> Word:
    return Word("source-unknown" if source is None else f"source-{Source(source).value.replace('_', '-')}")


async def hours(session: AsyncSession, case: Case) -> list[Line]:
    """The same row as `/jam`."""
    balance = await queries.balance_of(session, case)
    if balance.remaining is None:
        return []
    params: dict[str, Param] = {
        "credited": Minutes(balance.credited),
        "total": Minutes(balance.credited + balance.remaining),
        "remaining": Minutes(balance.remaining),
    }
    lines = [Line("client-card-hours", params), *await opening(session, case, balance)]
    if balance.waiting:
        lines.append(Line("client-card-waiting", {"waiting": Minutes(balance.waiting)}))
    for cap, minutes in await client_queries.surplus_causes(session, case):
        lines.append(Line("client-card-surplus", {"surplus": Minutes(minutes), "cause": surplus_word(cap)}))
    return lines


async def for_client(session: AsyncSession, case: Case, who: Person, now: datetime) -> list[Line]:
    """The pace under `/jam`, kindly and only where something can still be done."""
    if case.state is not CaseState.ACTIVE:
        return [Line("hours-resting" if case.state is CaseState.SUSPENDED else "hours-nothing-planned")]
    office = await queries.office_of(session, who.office_id)
    found = await forecasts(session, office, [case], now)
    return list(_pace(found.get(case.id), UNDER_HOURS, who.code))


async def opening(session: AsyncSession, case: Case, balance: CaseBalance) -> list[Line]:
    """What is part of the credited hours without an attendance here: served before Hadir or in another Bapas,
    corrected since."""
    lines = []
    if balance.opening:
        minutes: dict[str, Param] = {"opening": Minutes(balance.opening)}
        move = await office_marks.brought(session, case)
        brought = Line("hours-brought", minutes | {"office": move.from_office}) if move else None
        lines.append(brought or Line("hours-opening", minutes))
    if balance.adjusted:
        key = "hours-adjusted-up" if balance.adjusted > 0 else "hours-adjusted-down"
        lines.append(Line(key, {"minutes": Minutes(abs(balance.adjusted))}))
    return lines


async def choices(session: AsyncSession, case: Case, who: Person, now: datetime) -> Sequence[Choice]:
    """What an officer can do from its card with a case that he guides today."""
    if not await leaves.guides(session, who, case, now):
        return ()
    adjust = () if case.total_minutes is None else (Choice(f"adjust:{case.id}", "choice-adjust"),)
    write = [Choice(f"message-to:{case.id}", "choice-message-to")]
    if case.guardian_id is not None:
        write.append(Choice(f"message-guardian:{case.id}", "choice-message-guardian"))
    match case.state:
        case CaseState.ACTIVE:
            helped = await assisting.choices(session, case, now)
            longer = await _longer(session, case, now)
            suspend = Choice(f"suspend:{case.id}", "choice-suspend")
            return *helped, *write, *adjust, *longer, suspend, _end(case)
        case CaseState.SUSPENDED:
            longer = await _longer(session, case, now)
            return *write, *adjust, *longer, Choice(f"resume:{case.id}", "choice-resume"), _end(case)
        case CaseState.AWAITING_CLOSING:
            longer = await _longer(session, case, now)
            return *write, *adjust, *longer, *await closing.ways_on(session, case, now)
        case CaseState.COMPLETED | CaseState.ENDED:
            return adjust
        case _:
            return ()


async def _longer(session: AsyncSession, case: Case, now: datetime) -> Sequence[Choice]:
    """A later last day, once court or prosecutor have said so: where the last day is near or over, or no day
    is left for what remains."""
    balance = await queries.balance_of(session, case)
    if not balance.remaining or case.ends_on is None:
        return ()
    office = await queries.office_of(session, case.office_id)
    if case.ends_on - local_day(now, office.zone) > NEAR:
        found = (await forecasts(session, office, [case], now)).get(case.id)
        if found is None or found.pace is not Pace.CANNOT_FINISH:
            return ()
    return (Choice(f"register-open:perkara:{case.id}:{LAST_DAY}", "choice-extend"),)


def _end(case: Case) -> Choice:
    return Choice(f"close-unserved:{case.id}", "choice-close-unserved")


ON_CARD = {
    Pace.ON_TIME: "client-card-on-time",
    Pace.BEHIND: "client-card-behind",
    Pace.UNPLACED: "client-card-unplaced",
    Pace.CANNOT_FINISH: "client-card-cannot-finish",
}
UNDER_HOURS = {
    Pace.ON_TIME: "hours-on-time",
    Pace.BEHIND: "hours-behind",
    Pace.UNPLACED: "hours-unplaced",
    Pace.CANNOT_FINISH: "hours-cannot-finish",
}


def _pace(forecast: Forecast | None, keys: Mapping[Pace, str], code: str) -> Iterator[Line]:
    """Nothing where all is served: the state of the case says so."""
    if forecast is not None and forecast.pace in keys:
        params: dict[str, Param] = {
            "weekly": Minutes(forecast.weekly),
            "shortfall": Minutes(forecast.shortfall),
            "code": code,
        }
        yield Line(keys[forecast.pace], params)
