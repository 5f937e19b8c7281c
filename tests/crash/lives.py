"""The lives of the process: begun, watched, and ended by SIGKILL or SIGTERM."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOON = 20.0
"""Seconds in which a process that is told to stop has stopped."""


class DiedByItself(AssertionError):
    """The process ended although nobody killed it."""


class Lives:
    """One process at a time."""

    def __init__(self, nursery: asyncio.subprocess.Process) -> None:
        self._nursery = nursery
        self._pid: int | None = None
        self._end: asyncio.Task[int] | None = None

    async def begin(self) -> None:
        """A new process starts."""
        assert self._nursery.stdin
        self._nursery.stdin.write(b"\n")
        self._pid = await self._number()
        self._end = asyncio.create_task(self._number())

    async def kill(self) -> None:
        """SIGKILL; returns when the process is gone. Raises DiedByItself when it was gone before."""
        status = await self._end_by(signal.SIGKILL)
        if status not in (None, signal.SIGKILL):
            raise DiedByItself(f"status {status}")

    async def stop(self) -> None:
        """SIGTERM; the process must end well, and soon. Before it listens for signals, the signal ends it."""
        async with asyncio.timeout(SOON):
            status = await self._end_by(signal.SIGTERM)
        if status not in (None, 0, signal.SIGTERM):
            raise DiedByItself(f"status {status} when told to stop")

    def pause(self) -> None:
        """SIGSTOP: it stands still until it may go on."""
        if self._pid is not None:
            os.kill(self._pid, signal.SIGSTOP)

    def go_on(self) -> None:
        if self._pid is not None:
            os.kill(self._pid, signal.SIGCONT)

    async def _end_by(self, number: signal.Signals) -> int | None:
        if self._pid is None or self._end is None:
            return None
        if self._end.done():
            raise DiedByItself(f"status {self._end.result()}")
        os.kill(self._pid, number)
        status = await self._end
        self._pid = self._end = None
        return status

    async def _number(self) -> int:
        assert self._nursery.stdout
        line = await self._nursery.stdout.readline()
        return int(line) if line else -1


@asynccontextmanager
async def nursery(settings: Mapping[str, str], folder: Path) -> AsyncIterator[Lives]:
    """Lives with these settings; what they log is added to `folder/log`."""
    with (folder / "log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.crash.nursery",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=log,
            cwd=folder,
            env=environment(settings),
        )
    lives = Lives(process)
    try:
        yield lives
    finally:
        try:
            await lives.kill()
        finally:  # a life that died by itself leaves its nursery behind
            await process.communicate(b"")


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """What a process finds: only these settings, and bytecode that may be kept."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("HADIR_") and name != "PYTHONDONTWRITEBYTECODE"
    }
    return kept | {"PYTHONPATH": str(ROOT)} | dict(settings)
