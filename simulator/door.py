"""The door `/sim/people/*`: what page and tests let people do, and what their phones show."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator.controls import json_body
from simulator.errors import DoorError
from simulator.phones import Phone
from simulator.samples import SAMPLES, draw_next
from simulator.shapes import JsonObject, present
from simulator.simulation import Simulation
from simulator.world import Kept, Person

Action = Callable[[Phone, Request, JsonObject], Awaitable[Any]]


class People:
    def __init__(self, sim: Simulation) -> None:
        self.sim = sim

    def routes(self) -> list[Route]:
        return [
            Route("/people", self.everyone),
            Route("/people", self.add, methods=["POST"]),
            Route("/people/{person:int}/chat", self.chat),
            Route("/people/{person:int}/photo", self.photo, methods=["POST"]),
            Route("/people/{person:int}/live/{message:int}", self.acts(move), methods=["POST"]),
            *(
                Route(f"/people/{{person:int}}/{name}", self.acts(action), methods=["POST"])
                for name, action in ACTIONS.items()
            ),
        ]

    async def everyone(self, request: Request) -> Response:
        return JSONResponse([self.shown(person) for person in self.sim.world.people.values()])

    async def add(self, request: Request) -> Response:
        """A new person; with a known `id`, new facts about him."""
        body = await json_body(request)
        if not isinstance(body.get("first_name"), str) or not body["first_name"]:
            raise DoorError(400, "a person has a first_name")
        person = Person(
            id=int(body.get("id") or self.sim.world.free_id()),
            first_name=body["first_name"],
            last_name=body.get("last_name"),
            username=body.get("username"),
            phone=body.get("phone"),
            language_code=body.get("language_code") or "id",
        )
        self.sim.world.add(person)
        return JSONResponse(self.shown(person))

    async def chat(self, request: Request) -> Response:
        phone = self.phone(request)
        chat = phone.chat
        return JSONResponse(
            {
                "messages": [kept.shown() for kept in chat.messages.values() if not kept.deleted],
                "reply_keyboard": chat.reply_keyboard,
                "commands": phone.bot.commands_for(chat.person),
                "unread": chat.unread(),
                "blocked": chat.blocked,
                "started": chat.started,
                "typing": chat.typing_until > self.sim.clock.stamp(),
                "force_reply": chat.force_reply,
            }
        )

    async def photo(self, request: Request) -> Response:
        """A sample's name as JSON, or a picture in the field `file`; as a photo or as a file."""
        phone = self.phone(request)
        if request.headers.get("content-type", "").startswith("multipart/form-data"):
            body, data, name, mime = await self._uploaded(request)
        else:
            body = await json_body(request)
            sample = SAMPLES.get(str(body.get("sample")))
            if sample is None:
                raise DoorError(404, f"samples are {', '.join(SAMPLES)}")
            data, name, mime = await draw_next(self.sim, sample), f"{sample.name}.jpg", "image/jpeg"
        caption = str(body.get("caption") or "")[:1024]
        forwarded = truthy(body.get("forwarded"))
        if truthy(body.get("as_document")):
            document = self.sim.files.add_document(data, name=name, mime=mime)
            return message(phone.document(document, caption, forwarded=forwarded))
        photo = await self.sim.files.add_photo(data)
        return message(phone.photo(photo, caption, forwarded=forwarded))

    async def _uploaded(self, request: Request) -> tuple[JsonObject, bytes, str, str]:
        async with request.form() as form:
            file = form.get("file")
            if not isinstance(file, UploadFile):
                raise DoorError(400, "the picture is in the field `file`")
            words = {name: value for name, value in form.items() if isinstance(value, str)}
            mime = file.content_type or "application/octet-stream"
            return words, await file.read(), file.filename or "foto.jpg", mime

    def acts(self, action: Action) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            result = await action(self.phone(request), request, await json_body(request))
            return message(result) if isinstance(result, Kept) else JSONResponse(result)

        return endpoint

    def phone(self, request: Request) -> Phone:
        """The phone in the address, open at the bot of `?bot=`."""
        person = request.path_params["person"]
        if person not in self.sim.world.people:
            raise DoorError(404, "no such person")
        asked = request.query_params.get("bot")
        bot = self.sim.bot(int(asked) if asked and asked.isdigit() else None)
        return Phone(self.sim, bot, self.sim.world.chat(bot.id, person))

    def shown(self, person: Person) -> JsonObject:
        facts = present(
            id=person.id,
            first_name=person.first_name,
            last_name=person.last_name,
            username=person.username,
            phone=person.phone,
            language_code=person.language_code,
        )
        blocked = {
            str(bot.id): self.sim.world.chat(bot.id, person.id).blocked for bot in self.sim.bots.values()
        }
        return facts | {"blocked": blocked, "offline": person.offline}


async def text(phone: Phone, request: Request, body: JsonObject) -> Kept:
    """Without `reply_to_message_id` it answers the bot's forced reply, as the app does."""
    forced = phone.chat.force_reply if phone.chat.found(phone.chat.force_reply) else None
    reply_to = body.get("reply_to_message_id", forced)
    return phone.text(str(body.get("text") or ""), reply_to=reply_to, forwarded=truthy(body.get("forwarded")))


async def start(phone: Phone, request: Request, body: JsonObject) -> Kept:
    return phone.start(body.get("payload"))


async def location(phone: Phone, request: Request, body: JsonObject) -> Kept:
    return phone.location(place(body, "live_period"), forwarded=truthy(body.get("forwarded")))


async def move(phone: Phone, request: Request, body: JsonObject) -> Kept:
    return phone.move(request.path_params["message"], place(body), stop=truthy(body.get("stop")))


async def venue(phone: Phone, request: Request, body: JsonObject) -> Kept:
    return phone.venue(place(body), str(body.get("title", "")), str(body.get("address", "")))


async def contact(phone: Phone, request: Request, body: JsonObject) -> Kept:
    if "phone_number" not in body:
        return phone.contact()
    names = ("phone_number", "first_name", "last_name", "user_id")
    return phone.contact({name: body[name] for name in names if body.get(name) is not None})


async def sticker(phone: Phone, request: Request, body: JsonObject) -> Kept:
    return phone.sticker()


async def tap(phone: Phone, request: Request, body: JsonObject) -> JsonObject:
    number = body.get("message_id")
    if not isinstance(number, int):
        raise DoorError(400, "message_id is a number")
    return {"callback_query_id": phone.tap(number, str(body.get("data", "")))}


async def block(phone: Phone, request: Request, body: JsonObject) -> JsonObject:
    phone.block(blocked=truthy(body.get("blocked", True)))
    return {"blocked": phone.chat.blocked}


async def read(phone: Phone, request: Request, body: JsonObject) -> JsonObject:
    phone.read()
    return {"unread": 0}


ACTIONS: dict[str, Action] = {
    action.__name__: action for action in (text, start, location, venue, contact, sticker, tap, block, read)
}


def place(body: JsonObject, *more: str) -> JsonObject:
    """A Location out of the body's numbers."""
    try:
        found = {name: float(body[name]) for name in ("latitude", "longitude")}
    except (KeyError, TypeError, ValueError):
        raise DoorError(400, "latitude and longitude are numbers") from None
    if abs(found["latitude"]) > 90 or abs(found["longitude"]) > 180:
        raise DoorError(400, "there is no such place")
    if body.get("horizontal_accuracy") is not None:
        found["horizontal_accuracy"] = float(body["horizontal_accuracy"])
    return found | {name: int(body[name]) for name in more if body.get(name)}


def truthy(value: object) -> bool:
    return str(value).lower() in ("true", "1", "yes")


def message(kept: Kept) -> Response:
    return JSONResponse(kept.shown())
