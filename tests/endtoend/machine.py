"""The machine of a new office: a folder, a shell that knows `hadir`, and a simulator in Telegram's place."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import httpx

ROOT = Path(__file__).parents[2]
T = TypeVar("T")

TOKEN = "1000001:SIMULASI-hari-pertama"
PATIENCE = 60.0
"""Seconds to wait for a condition: a busy machine is slow, not wrong."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    words: str


@dataclass(frozen=True, slots=True)
class Machine:
    """Runs `hadir` in its folder, as the clerk does; `settings` stand in the environment."""

    folder: Path
    settings: Mapping[str, str]

    async def hadir(self, *words: str, **settings: str) -> Answer:
        """One command, until it ends."""
        return await _ended(await self._begin(*words, settings=settings))

    async def shell(self, script: str) -> Answer:
        """Commands as one types them; the first that fails is the last."""
        hadir = f'hadir() {{ "{sys.executable}" -m bot "$@"; }}'
        return await _ended(await self._start("bash", "-euc", f"{hadir}\n{script}", settings={}))

    @asynccontextmanager
    async def running(self, *words: str, **settings: str) -> AsyncIterator[None]:
        """`hadir run`, or what else does not end by itself, while inside; it must end well when asked to."""
        process = await self._begin(*(words or ("run",)), settings=settings)
        printed = asyncio.create_task(process.communicate())
        try:
            yield
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
            output, _ = await printed
        assert process.returncode == 0, output.decode()

    async def _begin(self, *words: str, settings: Mapping[str, str]) -> asyncio.subprocess.Process:
        return await self._start(sys.executable, "-m", "bot", *words, settings=settings)

    async def _start(self, *words: str, settings: Mapping[str, str]) -> asyncio.subprocess.Process:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("HADIR_")}
        kept.pop("PYTHONDONTWRITEBYTECODE", None)
        path = {"PYTHONPATH": str(ROOT), "COLUMNS": "200"}
        return await asyncio.create_subprocess_exec(
            *words,
            cwd=self.folder,
            env=kept | path | dict(self.settings) | dict(settings),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )


@dataclass(frozen=True, slots=True)
class Phone:
    """Somebody's phone in the simulator."""

    door: httpx.AsyncClient
    person: int

    async def does(self, action: str, **body: Any) -> None:
        """Start, text, location, tap …"""
        answer = await self.door.post(f"/sim/people/{self.person}/{action}", json=body)
        assert answer.status_code == 200, answer.text

    async def taps(self, label: str) -> None:
        """Press the newest inline button with this label, as soon as it is there."""
        number, data = await until(lambda: self._button(label))
        await self.does("tap", message_id=number, data=data)

    async def reads(self, words: str) -> str:
        """The newest message with these words, as soon as it is there."""
        return await until(lambda: self._text(words))

    async def has(self, words: str) -> bool:
        """Whether there is a message with these words now."""
        return await self._text(words) is not None

    async def _button(self, label: str) -> tuple[int, str] | None:
        for message in await self._messages():
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if button["text"] == label:
                        return message["message_id"], button["callback_data"]
        return None

    async def _text(self, words: str) -> str | None:
        texts = [str(message.get("text") or message.get("caption", "")) for message in await self._messages()]
        return next((text for text in texts if words in text), None)

    async def _messages(self) -> list[dict[str, Any]]:
        chat = (await self.door.get(f"/sim/people/{self.person}/chat")).json()
        return [message for message in reversed(chat["messages"]) if not message["sim"]["out"]]


async def _ended(process: asyncio.subprocess.Process) -> Answer:
    output, _ = await process.communicate()
    assert process.returncode is not None
    return Answer(process.returncode, output.decode())


def told(heading: str, places: Mapping[str, str]) -> str:
    """The first block of commands under a heading of `docs/pasang.md`, with these places in it."""
    guide = (ROOT / "docs" / "pasang.md").read_text("utf-8")
    commands = guide.partition(f"\n{heading}\n")[2].split("```")[1]
    for name, place in places.items():
        commands = commands.replace(name, place)
    return commands


async def until(question: Callable[[], Awaitable[T | None]]) -> T:
    """Ask again and again until there is an answer."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if (answer := await question()) is not None:
                return answer
            await asyncio.sleep(0.05)


async def answers(url: str) -> httpx.Response:
    """What an address answers, as soon as it answers well."""

    async def ask() -> httpx.Response | None:
        try:
            async with httpx.AsyncClient(timeout=5) as client:
                answer = await client.get(url)
        except httpx.HTTPError:
            return None
        return answer if answer.status_code == 200 else None

    return await until(ask)


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
