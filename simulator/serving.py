"""Runs the simulator inside the running event loop: for tests, and for the application that embeds it."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Generator
from typing import Any, cast

import uvicorn
from starlette.applications import Starlette

from simulator.simulation import Simulation


class _Server(uvicorn.Server):
    """uvicorn that leaves signals to who embeds it and ends our waits before it stops."""

    def __init__(self, config: uvicorn.Config, sim: Simulation) -> None:
        super().__init__(config)
        self.sim = sim
        self.ready = asyncio.Event()
        self.stop = asyncio.Event()
        sim.connections = cast(Any, self.server_state.connections)

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        """Renews the date header each second, and ends at once when told to."""
        while not self.stop.is_set():
            await self.on_tick(0)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1):
                    await self.stop.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self.sim.close()
        await super().shutdown(sockets)


@contextlib.asynccontextmanager
async def serving(app: Starlette, *, port: int = 0) -> AsyncIterator[str]:
    """The base URL while the app runs on 127.0.0.1; port 0 takes a free one."""
    # The protocol is named because asyncio switches Nagle off only on sockets that say they are TCP.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError:
        listener.close()
        raise
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=3,
    )
    server = _Server(config, app.state.simulation)
    running = asyncio.create_task(server.serve([listener]))
    ready = asyncio.create_task(server.ready.wait())
    try:
        await asyncio.wait((running, ready), return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            await running
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        ready.cancel()
        server.stop.set()
        await running
