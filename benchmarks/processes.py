"""The processes that take part: the stub of the Bot API, and one contender at a time."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
PATIENCE = 60.0
"""Seconds within which a process must have started, or ended."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A call that reached the stub, on the machine's monotonic clock."""

    at: float
    method: str
    chat: int
    url: str | None


class Messenger:
    """The stub: where it listens, and what arrives there."""

    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        self._process = process
        self.url = f"http://127.0.0.1:{port}"

    async def next(self) -> Arrival:
        """The next call that changed something."""
        assert self._process.stdout
        line = await self._process.stdout.readline()
        if not line:
            raise RuntimeError("the stub ended")
        return Arrival(**json.loads(line))


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process has used so far, and holds now."""

    at: float
    cpu: float
    memory: int
    counts: Mapping[str, int]


class Contender:
    """A running bot."""

    def __init__(self, process: asyncio.subprocess.Process, url: str) -> None:
        self._process = process
        self._seen = psutil.Process(process.pid)
        self.url = url

    async def usage(self) -> Usage:
        """CPU seconds (user and system), resident bytes, statements and transactions."""
        assert self._process.stdin
        assert self._process.stdout
        times = self._seen.cpu_times()
        at, memory = time.monotonic(), self._seen.memory_info().rss
        self._process.stdin.write(b"\n")
        counts = json.loads(await self._process.stdout.readline())
        return Usage(at, times.user + times.system, memory, counts)


@asynccontextmanager
async def messenger() -> AsyncIterator[Messenger]:
    """The stub while inside."""
    async with _process("benchmarks.stub", {}, Path.cwd(), None) as process:
        assert process.stdout
        yield Messenger(process, int(await process.stdout.readline()))


@asynccontextmanager
async def contender(
    module: str, settings: Mapping[str, str], folder: Path, messenger: Messenger
) -> AsyncIterator[Contender]:
    """A bot while inside, from the moment it has told the messenger its webhook."""
    port = _free_port()
    settings = {**settings, "HADIR_LISTEN": f"127.0.0.1:{port}"}
    if "HADIR_WEBHOOK_SECRET" in settings:
        settings["HADIR_WEBHOOK_URL"] = f"http://127.0.0.1:{port}"
    with (folder / "log").open("ab") as log:
        async with _process(module, settings, folder, log.fileno()) as process:
            async with asyncio.timeout(PATIENCE):
                while (arrival := await messenger.next()).method != "setWebhook":
                    pass
            assert arrival.url
            yield Contender(process, arrival.url)


@asynccontextmanager
async def _process(
    module: str, settings: Mapping[str, str], folder: Path, log: int | None
) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=log,
        cwd=folder,
        env=_environment(settings),
    )
    try:
        yield process
    finally:
        try:
            await asyncio.wait_for(process.communicate(b""), PATIENCE)
        except TimeoutError:
            process.kill()
            await process.wait()


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HADIR_")}
    return kept | {"PYTHONPATH": str(ROOT)} | dict(settings)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
