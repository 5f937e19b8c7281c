"""The rest of the door `/sim/*`: scene, clock, faults, journal, feed, samples and files."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from simulator.errors import DoorError
from simulator.faults import read_fault
from simulator.samples import SAMPLES, draw_next
from simulator.scene import read_scene
from simulator.shapes import JsonObject
from simulator.simulation import Simulation


class Controls:
    def __init__(self, sim: Simulation) -> None:
        self.sim = sim

    def routes(self) -> list[Route]:
        return [
            Route("/scene", self.scene),
            Route("/scene", self.put_scene, methods=["PUT"]),
            Route("/clock", self.clock),
            Route("/clock", self.move_clock, methods=["POST"]),
            Route("/faults", self.faults),
            Route("/faults", self.add_fault, methods=["POST"]),
            Route("/faults", self.clear_faults, methods=["DELETE"]),
            Route("/journal", self.journal),
            Route("/feed", self.feed),
            Route("/reset", self.reset, methods=["POST"]),
            Route("/samples", self.samples),
            Route("/samples/{name}.jpg", self.sample),
            Route("/file/{file_id}", self.file),
        ]

    async def scene(self, request: Request) -> Response:
        return JSONResponse(self.sim.scene.document)

    async def put_scene(self, request: Request) -> Response:
        """The application that embeds the simulator describes its example; missing people are made."""
        self.sim.set_scene(read_scene(await json_body(request), self.sim.first_bot))
        return JSONResponse(self.sim.scene.document)

    async def clock(self, request: Request) -> Response:
        """With `?after=` it waits up to 30 seconds for a newer revision."""
        after = request.query_params.get("after")
        if after is not None:
            await self.sim.clock.wait_newer(number(after))
        return JSONResponse(self.sim.clock_state())

    async def move_clock(self, request: Request) -> Response:
        match await json_body(request):
            case {"advance_seconds": int() | float() as seconds}:
                self.sim.clock.advance(timedelta(seconds=seconds))
            case {"now": str() as words}:
                self.sim.clock.jump(moment(words, self.sim))
            case {"to": "monday-07"}:
                self.sim.clock.jump(monday_morning(self.sim))
            case _:
                raise DoorError(400, 'advance_seconds, now, or to: "monday-07"')
        return JSONResponse(self.sim.clock_state())

    async def faults(self, request: Request) -> Response:
        return JSONResponse([fault.line() for fault in self.sim.faults])

    async def add_fault(self, request: Request) -> Response:
        fault = read_fault(await json_body(request))
        self.sim.faults.add(fault)
        return JSONResponse(fault.line())

    async def clear_faults(self, request: Request) -> Response:
        self.sim.faults.clear()
        return JSONResponse([])

    async def journal(self, request: Request) -> Response:
        after = number(request.query_params.get("after", "0"))
        return JSONResponse([entry.line() for entry in self.sim.journal.after(after)])

    async def feed(self, request: Request) -> Response:
        asked = request.headers.get("last-event-id", "")
        events = self.sim.feed.stream(int(asked) if asked.isdigit() else None)
        return StreamingResponse(
            events, media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    async def reset(self, request: Request) -> Response:
        await self.sim.begin_anew()
        return JSONResponse({})

    async def samples(self, request: Request) -> Response:
        return JSONResponse([sample.line() for sample in SAMPLES.values()])

    async def sample(self, request: Request) -> Response:
        """How the sample looks; what is sent is drawn anew each time."""
        sample = SAMPLES.get(request.path_params["name"])
        if sample is None:
            raise DoorError(404, "no such sample")
        return Response(await draw_next(self.sim, sample, counter=0), media_type="image/jpeg")

    async def file(self, request: Request) -> Response:
        """For the page: photos are shown, everything else is saved, so that no sent file runs as a page."""
        stored = self.sim.files.find(request.path_params["file_id"])
        if stored is None:
            raise DoorError(404, "no such file")
        name = stored.name or stored.path.rpartition("/")[2]
        shown = "inline" if stored.mime in ("image/jpeg", "image/png", "image/webp") else "attachment"
        headers = {
            "Content-Disposition": f"{shown}; filename*=UTF-8''{quote(name)}",
            "X-Content-Type-Options": "nosniff",
        }
        return Response(stored.data, media_type=stored.mime, headers=headers)


async def json_body(request: Request) -> JsonObject:
    if not await request.body():
        return {}
    try:
        body: Any = await request.json()
    except ValueError:
        raise DoorError(400, "the body is not JSON") from None
    if not isinstance(body, dict):
        raise DoorError(400, "the body is not an object")
    return body


def number(words: str) -> int:
    try:
        return int(words)
    except ValueError:
        raise DoorError(400, "after is a number") from None


def moment(words: str, sim: Simulation) -> datetime:
    """An ISO time; without an offset it is the scene's zone."""
    try:
        found = datetime.fromisoformat(words)
    except ValueError:
        raise DoorError(400, "now is a time like 2026-04-23T07:40:00+08:00") from None
    return found if found.tzinfo else found.replace(tzinfo=sim.scene.zone)


def monday_morning(sim: Simulation) -> datetime:
    """The next Monday 07.00 in the scene's zone, later than now."""
    now = sim.clock.now().astimezone(sim.scene.zone)
    morning = now.replace(hour=7, minute=0, second=0, microsecond=0) + timedelta(days=-now.weekday() % 7)
    return morning if morning > now else morning + timedelta(days=7)
