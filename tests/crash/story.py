"""Days at an office, during which the process is killed again and again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import func
from sqlmodel import select

from bot.domain.hours import EventKind
from bot.storage.database import Database
from bot.storage.models import Attendance
from bot.storage.post import Inbox, InboxState, Outbox, OutboxState
from simulator.app import create_app
from simulator.bots import BotProfile
from simulator.clock import SimClock
from simulator.faults import Fault
from simulator.serving import serving
from simulator.simulation import Simulation
from tests.crash.audit import Audit, hours_are_exact, log_is_discreet, photos_are_kept, told_lately
from tests.crash.crowd import Crowd
from tests.crash.kills import LIFE_NAME, Killer
from tests.crash.lives import nursery
from tests.crash.town import ALMOST_OVER, Client, Team, Town, local, morning
from tests.lawful import closed_days

TOKEN = "1000001:SIMULASI-jangan-tercatat"
KEY = "kunci-jangan-tercatat-0123456789abcdefghijk"
THURSDAY = date(2026, 4, 23)
SECONDS_EACH = 0.1
"""The people of a day act one after the other, and a little at once."""
PATIENCE = 600.0
FAULTS = (
    Fault("sendMessage", "too_many_requests", probability=0.02, seconds=1),
    Fault("sendMessage", "bad_gateway", probability=0.02),
    Fault("sendMessage", "answer_lost", probability=0.02),
    Fault("sendMessage", "hang", probability=0.01, seconds=0.5),
    Fault("sendPhoto", "answer_lost", probability=0.02),
    Fault("sendPhoto", "too_many_requests", probability=0.02, seconds=1),
    Fault("getFile", "bad_gateway", probability=0.03),
    Fault("getUpdates", "bad_gateway", probability=0.03),
    Fault("getUpdates", "duplicate_update", probability=0.1),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened, for people to read."""

    seed: int
    days: int
    killer: Killer
    repeated: int

    def __str__(self) -> str:
        points = ", ".join(f"{count} {point}" for point, count in sorted(self.killer.points.items()))
        return (
            f"seed {self.seed}: {self.killer.kills} kills in {self.days} day(s): {points};"
            f" {self.repeated} receipts arrived again"
        )


async def tell(database: Database, folder: Path, *, seed: int, kills: int, people: int) -> Outcome:
    """People work day after day until the process was killed so often; then everything is compared."""
    app = create_app(bots={TOKEN: BotProfile()}, clock=SimClock(morning(THURSDAY)), seed=seed)
    sim: Simulation = app.state.simulation
    for fault in FAULTS:
        sim.faults.add(fault)
    town = Town(sim, Random(seed), secrets={TOKEN.partition(":")[2], KEY})
    async with serving(app) as url, nursery(settings_for(database, url, folder, LIFE_NAME), folder) as lives:
        killer = Killer(lives, sim, database, Random(f"kills {seed}"))
        killing = asyncio.create_task(killer.run(kills))
        days, confirmed = 0, list[Client]()
        while not days or not killing.done():
            confirmed += await unless_it_fails(killing, _day(town, database, _workday(days), people))
            days += 1
        await killing
        audit = await Audit.of(sim, database)
        repeated = await _compare(audit, database, town, killer, confirmed)
    await photos_are_kept(database, folder / "media", town.clients)
    log_is_discreet((folder / "log").read_text(), town.secrets)
    return Outcome(seed, days, killer, repeated)


async def _day(town: Town, database: Database, day: date, people: int) -> list[Client]:
    """Everybody comes, works, goes; half of the supervisors confirm. Returns whose hours those are."""
    sim, crowd = town.sim, Crowd(town.random, seconds=SECONDS_EACH * people)
    if sim.clock.now() < morning(day):
        sim.clock.jump(morning(day))
    teams = await town.day(database, day, people)
    await crowd.check_in(teams)
    await quiet(sim, database)
    sim.clock.jump(local(day, ALMOST_OVER))
    await crowd.check_out(teams)
    await quiet(sim, database)
    half: list[Team] = teams[::2]
    await crowd.confirm(half)
    await quiet(sim, database)
    return [client for team in half for client in team.clients]


async def unless_it_fails(killing: asyncio.Task[None], work: Awaitable[list[Client]]) -> list[Client]:
    """The work, unless the killing fails meanwhile: the process died by itself."""
    working = asyncio.ensure_future(work)
    await asyncio.wait((working, killing), return_when=asyncio.FIRST_COMPLETED)
    if killing.done() and killing.exception():
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
        await killing
    return await working


async def quiet(sim: Simulation, database: Database) -> None:
    """Every update is stored and handled, every message has left."""
    pending = select(func.count()).where(Inbox.state == InboxState.PENDING)
    unsent = select(func.count()).where(
        (Outbox.state == OutboxState.QUEUED) | (Outbox.state == OutboxState.SENDING)
    )
    stored = select(Inbox.external_id)
    async with asyncio.timeout(PATIENCE):
        while True:
            told = told_lately(sim)
            async with database.reading() as session:
                here = set((await session.exec(stored)).all())
                counts = [(await session.exec(query)).one() for query in (pending, unsent)]
            if told <= here and counts == [0, 0]:
                return
            await asyncio.sleep(0.25)


async def _compare(
    audit: Audit, database: Database, town: Town, killer: Killer, confirmed: list[Client]
) -> int:
    audit.nothing_is_lost()
    audit.chains_verify()
    audit.once_each(town.clients, EventKind.CHECKED_IN)
    audit.once_each(town.clients, EventKind.CHECKED_OUT)
    audit.once_each(confirmed, EventKind.HOURS_CONFIRMED)
    await hours_are_exact(database, audit, town.clients, {one.case_id for one in confirmed})
    async with database.reading() as session:
        attendances = (await session.exec(select(Attendance))).all()
    assert sorted(one.case_id for one in attendances) == sorted(one.case_id for one in town.clients)
    return audit.one_receipt_each(attendances, killer.lost)


def _workday(number: int) -> date:
    """The first, second … day on which work is planned."""
    day, closed = THURSDAY, closed_days(THURSDAY, THURSDAY + timedelta(days=365))
    while True:
        if day not in closed:
            if not number:
                return day
            number -= 1
        day += timedelta(days=1)


def settings_for(database: Database, url: str, folder: Path, name: str) -> dict[str, str]:
    """What a process of this name is told."""
    address = database.engine.url
    if not database.sqlite:
        address = address.update_query_dict({"application_name": name})
    return {
        "HADIR_DATABASE_URL": address.render_as_string(hide_password=False),
        "HADIR_TELEGRAM_API_URL": url,
        "HADIR_TELEGRAM_TOKEN": TOKEN,
        "HADIR_CLOCK_URL": f"{url}/sim/clock",
        "HADIR_SECRET_KEY": KEY,
        "HADIR_MEDIA_DIR": str(folder / "media"),
        "HADIR_LISTEN": "127.0.0.1:0",
        "HADIR_LOG": "json",
    }
