"""One small web app: health, readiness, metrics, the page that checks letters, and the routes that channels
define."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

Ready = Callable[[], Awaitable[dict[str, bool]]]
"""The named conditions for serving, each true or false."""


def web_app(ready: Ready, registry: CollectorRegistry, routes: Sequence[BaseRoute] = ()) -> Starlette:
    """`/healthz`: the process lives. `/readyz`: database and clock work (503 when not). `/metrics`."""

    async def healthz(request: Request) -> Response:
        return PlainTextResponse("ok")

    async def readyz(request: Request) -> Response:
        conditions = await ready()
        return JSONResponse(conditions, status_code=200 if all(conditions.values()) else 503)

    async def metrics(request: Request) -> Response:
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    own = [Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", metrics)]
    return Starlette(routes=[*own, *routes])
