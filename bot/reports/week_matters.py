"""What a week holds beside its clients: full sites, doubted pins, who came or went, what was left behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, datetime
from typing import TypeVar

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.capacity import Expected, crowd
from bot.domain.cases import local_day
from bot.domain.changes import Ended
from bot.domain.client_weeks import Calling, ClientWeek
from bot.domain.digest import Crowded, DoubtedPin, Moved, ThinSite
from bot.domain.weeks import Period
from bot.reports.client_figures import attendance_of, guide_of, miss_of
from bot.storage import digest_queries as ask
from bot.storage import left_behind, overview_queries, site_queries
from bot.storage.models import Office, Person, Site, WorkSession
from bot.storage.office_transfers import OfficeTransfer, came_to, gone_from
from bot.storage.transfers import moves_between

Row = TypeVar("Row")
Name = TypeVar("Name", bound=Hashable)


def grouped(rows: Iterable[Row], name: Callable[[Row], Name]) -> Mapping[Name, Sequence[Row]]:
    found: dict[Name, list[Row]] = defaultdict(list)
    for row in rows:
        found[name(row)].append(row)
    return found


def full_sites(coming: Sequence[tuple[WorkSession, Site]], now: datetime, own: Set[int]) -> Iterator[Crowded]:
    sites = {site.id: site for _, site in coming}
    for site_id, rows in grouped(coming, lambda row: row[1].id).items():
        site = sites[site_id]
        stays = [Expected(one.case_id, one.starts_at, one.ends_at) for one, _ in rows if one.ends_at > now]
        found = crowd(stays, site.capacity or 0)
        theirs = tuple(case for case in found.cases if case in own) if found else ()
        if found is not None and theirs:
            yield Crowded(site.name, site.zone, site.capacity or 0, len(found.cases), found.at, theirs)


async def pins_in_doubt(
    session: AsyncSession, office_id: int, officer_id: int | None, today: date
) -> tuple[DoubtedPin, ...]:
    rows = await ask.doubted_pins(session, office_id, officer_id, today)
    return tuple(
        DoubtedPin(of[0][1].name, of[0][1].zone, of[0][0].day, tuple(case for _, _, case in of))
        for of in grouped(rows, lambda row: row[0].id).values()
    )


async def sites_thinly_supervised(session: AsyncSession, office: Office, today: date) -> tuple[ThinSite, ...]:
    """Where one person's leave or illness stops the confirming, and where nobody can."""
    found = await site_queries.thinly_supervised(session, office.id, today)
    return tuple(ThinSite(site.name, count) for site, count in found)


async def moves_in(
    session: AsyncSession, office: Office, officer: Person, period: Period
) -> tuple[Moved, ...]:
    """The clients who came to an officer or left him, each once a move."""
    rows = await moves_between(session, office.id, officer.id, *period.bounds(office.zone))
    found = {
        (move.transfer_id, client.id): Moved(
            client.shown,
            before.shown if move.to_id == officer.id else after.shown,
            move.to_id == officer.id,
            local_day(move.at, office.zone),
        )
        for move, client, before, after in rows
    }
    return (*found.values(), *await _moved_office(session, office, officer, period))


async def _moved_office(
    session: AsyncSession, office: Office, officer: Person, period: Period
) -> list[Moved]:
    """Those who came to an officer from another Bapas, or went to one."""
    within = period.bounds(office.zone)
    return [
        *(
            Moved(client.shown, move.from_office, True, _decided_on(move, office.zone))
            for move, client in await came_to(session, officer, *within)
        ),
        *(
            Moved(move.shown, move.to_office, False, _decided_on(move, office.zone))
            for move in await gone_from(session, officer, *within)
        ),
    ]


def _decided_on(move: OfficeTransfer, zone: str) -> date:
    return local_day(move.decided_at or move.asked_at, zone)


async def ended_in(
    session: AsyncSession, office_id: int, officer_id: int | None, since: datetime
) -> tuple[Ended, ...]:
    """Whose cases were closed, or went to another Bapas, since then."""
    ways = await overview_queries.endings(session, office_id, since)
    rows = await overview_queries.cases_of(session, office_id, officer_id, ways.keys())
    return tuple(Ended(client.shown, ways[case.id][0]) for case, client in rows)


async def left_behind_in(
    session: AsyncSession,
    office_id: int,
    officer_id: int | None,
    last: date,
    until: datetime,
    officers: Mapping[int, str],
    calling: Mapping[int, Calling],
) -> tuple[ClientWeek, ...]:
    """What still waits in the cases that went to another Bapas."""
    worked = await left_behind.attendances(session, office_id, officer_id, last)
    claims = await left_behind.claims(session, office_id, officer_id, until)
    gone = {case.id: (case, client) for case, client, _, _ in worked}
    gone |= {case.id: (case, client) for case, client, _ in claims}
    gone |= {
        case.id: (case, client) for case, client in await left_behind.calling(session, office_id, officer_id)
    }
    return tuple(
        ClientWeek(
            case_id=case.id,
            client_id=client.id,
            name=client.shown,
            number="" if client.child else case.number,
            programme=case.programme,
            starts_on=case.starts_on or date.max,
            in_a_row=tuple(miss_of(client, one) for of, _, one in claims if of.id == case.id),
            attended=tuple(
                attendance_of(case, client, one, site, outcome=None, far={}, beyond={}, now_is={})
                for of, _, one, site in worked
                if of.id == case.id
            ),
            state=case.state,
            code=client.code,
            officer=guide_of(case, officers),
            calling=calling.get(case.id),
        )
        for case, client in gone.values()
    )
