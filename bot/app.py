"""The only place where things are built and joined, and that reads the clock."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
from collections.abc import AsyncIterator, Coroutine, Generator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import structlog
import uvicorn
from prometheus_client import CollectorRegistry, Gauge
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.attachments import StoredMedia
from bot.channel import Channel
from bot.channels.inbox import InboxKeeper
from bot.channels.refetch import PhotoFetcher
from bot.channels.telegram import Telegram
from bot.channels.telegram_updates import ALLOWED, WEBHOOK_PATH, Listening, Poller, webhook_route
from bot.clerk import Clerk
from bot.clock import Clock, SetClock
from bot.courier import Courier
from bot.desk import Desk
from bot.introduction import introduce
from bot.outbox import OutboxWriter
from bot.recognition import Recogniser
from bot.rounds import HEALTHY_FOR, Rounds
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.migrate import is_current, upgrade
from bot.storage.photos import PhotoStore
from bot.storage.sealing import Seal
from bot.texts import Texts
from bot.troubles import Trouble, must_exist
from bot.verification import letter_route
from bot.watch import Watch
from bot.web import web_app
from bot.wording import Wording
from scheduler.clock import ticker

log = structlog.get_logger()

TICK = timedelta(seconds=15)
LOOK = timedelta(minutes=1)


class RealClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Now, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class House:
    """Everything that was built, joined; nothing is running yet."""

    settings: Settings
    clock: Clock
    database: Database
    texts: Texts
    photos: PhotoStore
    channels: dict[str, Channel]
    couriers: list[Courier]
    desk: Desk
    inbox: InboxKeeper
    rounds: Rounds
    clerk: Clerk
    recogniser: Recogniser


def build(
    settings: Settings,
    clock: Clock,
    channels: list[Channel],
    database: Database | None = None,
    texts: Texts | None = None,
) -> House:
    """Join the parts for these channels; opens nothing."""
    database = database or Database(settings.database_url)
    texts = texts or Texts()
    wording = Wording(texts)
    photos = PhotoStore(
        settings.media_dir, settings.secret_key.get_secret_value(), settings.old_secret_key.get_secret_value()
    )
    seal = Seal(settings.secret_key.get_secret_value(), photos.ring)
    media = StoredMedia(database, photos, texts, seal, settings.templates_dir, clock, settings.letter_page)
    by_name = {channel.name: channel for channel in channels}
    couriers = [Courier(database, wording, channel, media, clock) for channel in channels]
    desk = Desk(database, wording, OutboxWriter(wording, by_name), couriers, seal)
    inbox = InboxKeeper(database, desk, by_name, photos, clock, settings.bot_id)
    rounds = Rounds(database, desk, clock)
    clerk = Clerk(database, desk, photos, clock)
    recogniser = Recogniser(database, desk, photos, clock)
    return House(
        settings, clock, database, texts, photos, by_name, couriers, desk, inbox, rounds, clerk, recogniser
    )


async def run(settings: Settings) -> int:
    """`hadir run`: bot and scheduler until SIGINT or SIGTERM."""
    clock = await _clock(settings)
    telegram = Telegram(settings.telegram_token.get_secret_value(), settings.telegram_api_url)
    house = build(settings, clock, [telegram])
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    try:
        await must_exist(house.database)
        async with serving(house, telegram):
            log.info("hadir.running", listen=settings.listen, webhook=bool(settings.webhook_url))
            await stop.wait()
            log.info("hadir.stopping")
    finally:
        await house.database.close()
    return 0


@asynccontextmanager
async def serving(house: House, telegram: Telegram) -> AsyncIterator[None]:
    """Everything runs while inside: web app, updates, inbox, couriers, chores, simulated clock."""
    if not await is_current(house.database):
        if not house.database.sqlite:
            raise Trouble("database-old")
        await upgrade(house.database)
    settings = house.settings
    routes: list[BaseRoute] = [*letter_route(house.database, house.texts)]
    if settings.webhook_url:
        routes.append(webhook_route(house.inbox, settings.webhook_secret.get_secret_value()))
    watch = Watch(house.database, house.desk, house.rounds, house.clock) if _true_clock(house) else None
    ticks = {"chores": (TICK, house.rounds.tick)}
    if watch:
        ticks["watch"] = (LOOK, watch.look)
    chores = ticker(ticks)
    async with _listening(_web(house, watch, routes), *settings.listen_at):
        tasks = [asyncio.create_task(job) for job in _jobs(house, telegram)]
        chores.start()
        try:
            await house.rounds.tick()
            yield
        finally:
            chores.shutdown(wait=False)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await telegram.close()
            await house.database.close()


def _jobs(house: House, telegram: Telegram) -> list[Coroutine[Any, Any, None]]:
    """What runs as long as the process does."""
    jobs = [
        house.inbox.run(),
        PhotoFetcher(house.database, house.channels, house.photos, house.clock).run(),
        house.clerk.run(),
        house.recogniser.run(),
        *(courier.run() for courier in house.couriers),
        _updates(house, telegram, Poller(telegram, house.inbox, house.database, _true_clock(house))),
    ]
    if house.settings.clock_url and isinstance(house.clock, SetClock):
        jobs.append(_follow(house.settings.clock_url, house.clock, house))
    return jobs


async def _updates(house: House, telegram: Telegram, poller: Poller) -> None:
    """Introduce the bot to its messenger as soon as that answers, then take updates."""
    while True:
        try:
            await telegram.open()
            await _introduce(house, telegram)
            break
        except Exception as error:  # the messenger may be away at start; the rest works meanwhile
            log.warning("telegram.not_reachable", error=type(error).__name__)
            await asyncio.sleep(5)
    if not house.settings.webhook_url:
        await poller.run()
    elif clock := _true_clock(house):
        await Listening(house.database, clock).to_webhook(telegram)


def _true_clock(house: House) -> Clock | None:
    """The machine's; a simulated one jumps, and its jumps are no outages."""
    return None if isinstance(house.clock, SetClock) else house.clock


async def _introduce(house: House, telegram: Telegram) -> None:
    """Menu, description and name; and how updates come."""
    await introduce(telegram, house.database, house.texts)
    settings = house.settings
    if settings.webhook_url:
        await telegram.bot.set_webhook(
            settings.webhook_url.rstrip("/") + WEBHOOK_PATH,
            secret_token=settings.webhook_secret.get_secret_value(),
            allowed_updates=ALLOWED,
        )
    else:
        await telegram.bot.delete_webhook()


async def _clock(settings: Settings) -> Clock:
    if not settings.clock_url:
        return RealClock()
    async with httpx.AsyncClient(timeout=10) as client:
        answer = (await client.get(settings.clock_url)).json()
    return SetClock(datetime.fromisoformat(answer["now"]))


async def _follow(url: str, clock: SetClock, house: House) -> None:
    """Keep to the simulated clock: a jump forward goes from one due instant to the next."""
    revision: int | None = None
    async with httpx.AsyncClient(timeout=40) as client:
        while True:
            try:
                question: dict[str, int] = {} if revision is None else {"after": revision}
                answer = (await client.get(url, params=question)).json()
            except (httpx.HTTPError, ValueError) as error:
                log.warning("clock.not_reachable", error=type(error).__name__)
                await asyncio.sleep(1)
                continue
            target = datetime.fromisoformat(answer["now"])
            try:
                if answer["revision"] != revision and target > clock.now():
                    await house.rounds.jump(clock, target, house.inbox)
                else:
                    clock.set(target)
                revision = answer["revision"]
            except Exception as error:  # the edge of this task: the jump goes on when the database is back
                log.error("clock.jump_failed", error=type(error).__name__)
                await asyncio.sleep(1)


def _web(house: House, watch: Watch | None, routes: list[BaseRoute]) -> Starlette:
    registry = CollectorRegistry()
    age = Gauge("hadir_chores_age_seconds", "Seconds since the chores last ran well", registry=registry)
    age.set_function(lambda: _age(house).total_seconds())

    async def ready() -> dict[str, bool]:
        moves: Mapping[str, bool] = {}
        try:
            database = await is_current(house.database)
            if watch:
                moves = await watch.still()
        except Exception:  # any failure of the database means: not ready
            database = False
        return {"database": database, "chores": _age(house) < HEALTHY_FOR, **moves}

    return web_app(ready, registry, routes)


def _age(house: House) -> timedelta:
    last = house.rounds.last
    return house.clock.now() - last if last else HEALTHY_FOR * 2


class _Server(uvicorn.Server):
    """uvicorn that leaves signals to the program."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


@asynccontextmanager
async def _listening(app: Starlette, host: str, port: int) -> AsyncIterator[None]:
    listener = socket.create_server((host, port))
    config = uvicorn.Config(app, lifespan="off", log_config=None, access_log=False, server_header=False)
    server = _Server(config)
    task = asyncio.create_task(server.serve([listener]))
    try:
        yield
    finally:
        server.should_exit = True
        await task
