"""Joins Bot API, door and page into one Starlette app."""

from pathlib import Path
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from simulator.api import BotApi, FileDownload
from simulator.bots import BotProfile
from simulator.clock import SimClock
from simulator.controls import Controls
from simulator.door import People
from simulator.errors import ApiError, DoorError
from simulator.simulation import Simulation
from simulator.webhooks import LOOPBACK

PAGE = Path(__file__).parent / "page"


def create_app(*, bots: dict[str, BotProfile], clock: SimClock | None = None, seed: int = 1) -> Starlette:
    """The app for these tokens; `app.state.simulation` is everything it holds."""
    sim = Simulation(bots=bots, clock=clock or SimClock(), seed=seed)
    door = [*Controls(sim).routes(), *People(sim).routes()]
    app = Starlette(
        routes=[
            Route("/file/bot{call:path}", FileDownload(sim)),
            Mount("/sim", routes=door),
            Mount("/assets", StaticFiles(directory=PAGE / "assets", check_dir=False)),
            Route("/", page),
        ],
        exception_handlers={DoorError: refused, ApiError: refused},
    )
    app.state.simulation = sim
    app.add_middleware(SameOrigin)
    app.add_middleware(BotCallsFirst, bot_api=BotApi(sim))
    return app


async def page(request: Request) -> Response:
    return FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})


async def refused(request: Request, error: Exception) -> Response:
    if isinstance(error, DoorError):
        return JSONResponse({"error": error.words}, status_code=error.status)
    return JSONResponse({"error": str(error)}, status_code=400)


class BotCallsFirst:
    """Sends Bot API calls past the router: they are nine of ten requests and the measure of speed."""

    def __init__(self, app: ASGIApp, bot_api: BotApi) -> None:
        self.app = app
        self.bot_api = bot_api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith("/bot"):
            await self.bot_api(scope, receive, send)
        else:
            await self.app(scope, receive, send)


class SameOrigin:
    """Refuses what another web page asks of the door: no visited site plays with the example."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith("/sim/") and scope["method"] != "GET":
            headers = dict(scope["headers"])
            origin, host = headers.get(b"origin"), headers.get(b"host", b"")
            if origin is not None and not same(origin.decode("latin-1"), host.decode("latin-1")):
                refusal = JSONResponse({"error": "this origin may not use the door"}, status_code=403)
                await refusal(scope, receive, send)
                return
        await self.app(scope, receive, send)


def same(origin: str, host: str) -> bool:
    """Same host and port, and by a loopback name: a foreign name that points here is not ours."""
    parts = urlsplit(origin)
    return parts.netloc == host and parts.hostname in LOOPBACK
