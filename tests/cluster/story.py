"""Weeks at an office that several equal processes serve, of which one after the other is ended."""

from __future__ import annotations

import asyncio
import itertools
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median

from sqlmodel import select

from bot.domain.hours import EventKind
from bot.storage.database import Database
from bot.storage.models import Attendance, Digest, PersonAddress
from scheduler.chores import next_due
from simulator.app import create_app
from simulator.bots import BotProfile
from simulator.clock import SimClock
from simulator.serving import serving
from simulator.simulation import Simulation
from tests.cluster.balancer import balancer, free_port
from tests.cluster.reaper import Reaper
from tests.crash.audit import Audit, hours_are_exact, log_is_discreet, photos_are_kept
from tests.crash.crowd import Crowd
from tests.crash.lives import Lives, nursery
from tests.crash.story import FAULTS, KEY, PATIENCE, THURSDAY, TOKEN, quiet, settings_for, unless_it_fails
from tests.crash.town import ALMOST_OVER, Client, Town, local, morning
from tests.lawful import closed_days

SECRET = "rahasia-jangan-tercatat"
SECONDS = 3.0
"""Over how long the people of a day act."""
EVE, HOUR_BEFORE, MONDAY = timedelta(hours=-6), timedelta(hours=7), timedelta(days=4, hours=7)
"""From the midnight before work: reminded, reminded again; and the digest."""
BURST = {"/jam": "hours-heading", "/data": "own-data", "/bantuan": "help"}
"""What everybody writes in one go before work, and what answers it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened, for people to read."""

    seed: int
    weeks: int
    reaper: Reaper
    repeated: int
    unknown: int

    def __str__(self) -> str:
        ends = ", ".join(f"{count} {end}" for end, count in sorted(self.reaper.ends.items()))
        waits = self.reaper.takeovers or [0.0]
        return (
            f"seed {self.seed}: {self.reaper.ends.total()} ends in {self.weeks} week(s): {ends}; the next led"
            f" after {median(waits):.1f} s (at most {max(waits):.1f}); {self.repeated} receipts arrived"
            f" again, {self.unknown} reminders in doubt"
        )


async def tell(
    database: Database, folder: Path, *, seed: int, kills: int, people: int, processes: int, webhook: bool
) -> Outcome:
    """People work week after week until a process was ended so often; then everything is compared."""
    app = create_app(bots={TOKEN: BotProfile()}, clock=SimClock(local(THURSDAY, EVE * 2)), seed=seed)
    sim: Simulation = app.state.simulation
    for fault in FAULTS:
        sim.faults.add(fault)
    town = Town(sim, Random(seed), secrets={TOKEN.partition(":")[2], KEY, SECRET})
    async with serving(app) as url, AsyncExitStack() as lives:
        ports = {f"hadir-life-{number}": free_port() for number in range(processes)}
        proxy = await lives.enter_async_context(balancer(list(ports.values()), Random(seed)))
        begun: dict[str, Lives] = {}
        for name, port in ports.items():
            settings = settings_for(database, url, folder, name) | {"HADIR_LISTEN": f"127.0.0.1:{port}"}
            settings |= {"HADIR_WEBHOOK_URL": proxy, "HADIR_WEBHOOK_SECRET": SECRET} if webhook else {}
            begun[name] = await lives.enter_async_context(nursery(settings, folder))
        reaper = Reaper(begun, sim, database, Random(f"ends {seed}"))
        reaping = asyncio.create_task(reaper.run(kills))
        weeks, confirmed = 0, list[Client]()
        while not weeks or not reaping.done():
            confirmed += await unless_it_fails(reaping, _week(town, database, _thursday(weeks), people))
            weeks += 1
        await reaping
        await quiet(sim, database)
        audit = await Audit.of(sim, database)
        repeated, unknown = await _compare(audit, database, town, reaper, confirmed, weeks)
    await photos_are_kept(database, folder / "media", town.clients)
    log_is_discreet((folder / "log").read_text(), town.secrets)
    return Outcome(seed, weeks, reaper, repeated, unknown)


async def _week(town: Town, database: Database, day: date, people: int) -> list[Client]:
    """Reminded twice, everybody asks, comes, works, goes; half of the supervisors confirm; the digest comes.
    Returns whose hours were confirmed."""
    sim, crowd = town.sim, Crowd(town.random, seconds=SECONDS)
    noon = local(day, EVE * 2)
    if sim.clock.now() < noon:
        sim.clock.jump(noon)
    teams = await town.day(database, day, people, now=noon)
    for instant in (local(day, EVE), local(day, HOUR_BEFORE), morning(day)):
        await _until(sim, database, instant)
    for client in (client for team in teams for client in team.clients):
        for word in BURST:
            client.phone.text(word)
    await quiet(sim, database)
    await crowd.check_in(teams)
    await quiet(sim, database)
    sim.clock.jump(local(day, ALMOST_OVER))
    await crowd.check_out(teams)
    await quiet(sim, database)
    half = teams[::2]
    await crowd.confirm(half)
    await quiet(sim, database)
    await _until(sim, database, local(day, MONDAY))
    return [client for team in half for client in team.clients]


async def _until(sim: Simulation, database: Database, instant: datetime) -> None:
    """It is this instant, and what was due at it is done."""
    sim.clock.jump(instant)
    async with asyncio.timeout(PATIENCE):
        while True:
            async with database.reading() as session:
                due = await next_due(session)
            if due is None or due > instant:
                break
            await asyncio.sleep(0.05)
    await quiet(sim, database)


async def _compare(
    audit: Audit, database: Database, town: Town, reaper: Reaper, confirmed: list[Client], weeks: int
) -> tuple[int, int]:
    audit.nothing_is_lost(reaper.doubtful)
    audit.in_order()
    audit.chains_verify()
    audit.once_each(town.clients, EventKind.CHECKED_IN)
    audit.once_each(town.clients, EventKind.CHECKED_OUT)
    audit.once_each(confirmed, EventKind.HOURS_CONFIRMED)
    await hours_are_exact(database, audit, town.clients, {one.case_id for one in confirmed})
    officer_id = town.officer.id if town.officer else None
    async with database.reading() as session:
        attendances = (await session.exec(select(Attendance))).all()
        digests = (await session.exec(select(Digest))).all()
        officer = (
            await session.exec(select(PersonAddress.external_id).where(PersonAddress.person_id == officer_id))
        ).one()
    assert sorted(one.case_id for one in attendances) == sorted(one.case_id for one in town.clients)
    people = [str(client.phone.chat.person.id) for client in town.clients]
    assert [_answers(audit, one) for one in people] == [list(BURST.values())] * len(people)
    unknown = audit.once_told("reminder-day", "besok ada tugas", people)
    unknown += audit.once_told("reminder-hour", "ada tugas hari ini", people)
    assert len({digest.week for digest in digests}) == len(digests) == weeks
    assert [row.external_id for row in audit.outbox if row.content["key"] == "digest-heading"] == [
        officer
    ] * weeks
    return audit.one_receipt_each(attendances, reaper.lost), unknown


def _answers(audit: Audit, address: str) -> list[str]:
    """What answered the burst, in the order in which it was written."""
    mine = [row.content["key"] for row in audit.outbox if row.external_id == address]
    return [key for key in mine if key in BURST.values()]


def _thursday(number: int) -> date:
    """The first, second … Thursday on which work is planned."""
    closed = closed_days(THURSDAY, THURSDAY + timedelta(days=3650))
    days = (THURSDAY + timedelta(weeks=week) for week in itertools.count())
    return next(itertools.islice((day for day in days if day not in closed), number, None))
