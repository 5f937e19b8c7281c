"""A whole Hadir with a double for its messenger: people write, time passes, the post is read."""

from __future__ import annotations

import io
import itertools
import json
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image
from pydantic import SecretStr
from sqlmodel import col, func, select

from bot.app import House, build
from bot.channel import Button, Caps
from bot.channels.inbox import RawUpdate
from bot.domain.cases import PhotoRule, Programme
from bot.domain.messages import Label, choices_from_json
from bot.domain.people import Honorific, Role
from bot.lifecycle import open_case
from bot.registry import open_office, place, register_person
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.models import Case, Office, Person, PersonAddress, Placement, Site, SiteSupervisor
from bot.storage.post import Outbox, OutboxState
from bot.texts import Texts
from bot.wording import Wording, numbered
from tests.double import Delivered, DoubleChannel
from tests.lawful import lawful

ZONE = "Asia/Makassar"
PUBLIC = "https://hadir.contoh.go.id"
sentences = cache(Texts)
"""Read once a test process: parsing all of them takes a third of a second."""

HERE = (-5.4231, 119.4432, 12.0)
"""At the site, within twelve metres."""
NEARBY = (-5.4249, 119.4432, 60.0)
"""Some two hundred metres off."""
FAR = (-5.3700, 119.4432, 10.0)
"""Some six kilometres off."""


TREMBLE = sorted(
    ((n, e) for n in range(-4, 5) for e in range(-4, 5) if n or e), key=lambda by: math.hypot(*by)
)
"""By what a phone that lies still is off each time, in millionths of a degree; nearest first."""


def at(day: int, hour: int, minute: int = 0, *, month: int = 4) -> datetime:
    """A time in Makassar in April 2026 (the 23rd is a Thursday)."""
    return (
        datetime(2026, month, day, hour - 8, minute, tzinfo=UTC)
        if hour >= 8
        else datetime(2026, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)
    )


class FrozenClock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment


def jpeg(seed: int = 0, size: tuple[int, int] = (320, 240)) -> bytes:
    """A real small photo, different for each seed."""
    picture = Image.effect_noise(size, 40 + seed % 60).convert("RGB")
    picture.paste((seed * 37 % 255, seed * 91 % 255, 90), (10, 10, 100, 80))
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG")
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that arrived: its key, its words, its buttons."""

    key: str
    text: str
    buttons: tuple[Button, ...]
    edited: bool
    has_photo: bool
    document: str
    message: str = ""
    """The channel's id of it; an edit has that of the message it changed."""
    content: bytes = b""
    """Of a document or picture."""


class World:
    """One office, its people, their phones and the clock."""

    def __init__(
        self, database: Database, caps: Caps, media: Path, now: datetime, texts: Texts | None = None
    ) -> None:
        self.clock = FrozenClock(now)
        self.channel = DoubleChannel(caps)
        settings = Settings(
            _env_file=None,
            media_dir=media,
            public_url=PUBLIC,
            secret_key=SecretStr("k" * 43),
            telegram_token=SecretStr("1:TEST"),  # type: ignore[call-arg]
        )
        self.house: House = build(settings, self.clock, [self.channel], database, texts or sentences())
        self.database = database
        self._numbers = itertools.count(1)
        self._shifts = itertools.count(1)
        self._read = 0
        self._held: list[RawUpdate] | None = None

    async def reborn(self, now: datetime) -> World:
        """The same office after a restart: nothing is left but the database and the photos."""
        await self.database.locks.close()
        again = World(self.database, self.channel.caps, self.house.settings.media_dir, now)
        again._numbers = self._numbers
        again._shifts = self._shifts
        return again

    async def office(self, code: str = "BPS-MKS", zone: str = ZONE, name: str = "Bapas Contoh") -> Office:
        async with self.database.transaction() as session:
            return await open_office(
                session,
                code=code,
                name=name,
                zone=zone,
                contact="0411-000111",
                now=self.clock.now(),
            )

    async def person(
        self,
        office: Office,
        code: str,
        role: Role,
        *,
        name: str = "",
        child: bool = False,
        enrolled: bool = True,
        locale: str = "id",
        honorific: Honorific = Honorific.BAPAK,
        phone: str = "",
        born_on: date | None = None,
    ) -> Person:
        async with self.database.transaction() as session:
            person = await register_person(
                session,
                Person(
                    office_id=office.id,
                    code=code,
                    name=name or f"{code.title()} (contoh)",
                    role=role,
                    child=child,
                    locale=locale,
                    honorific=honorific,
                    phone=phone,
                    born_on=born_on,
                ),
                now=self.clock.now(),
            )
            if enrolled:
                session.add(
                    PersonAddress(
                        office_id=office.id,
                        person_id=person.id,
                        channel=self.channel.name,
                        external_id=code,
                        bound_at=self.clock.now(),
                    )
                )
            return person

    async def site(self, office: Office, *supervisors: Person, code: str = "L1", pinned: bool = True) -> Site:
        async with self.database.transaction() as session:
            site = Site(
                office_id=office.id,
                code=code,
                name=f"Kantor Desa {code}",
                activity="kebersihan lingkungan",
                latitude=HERE[0] if pinned else None,
                longitude=HERE[1] if pinned else None,
                zone=office.zone,
            )
            session.add(site)
            await session.flush()
            for supervisor in supervisors:
                session.add(
                    SiteSupervisor(
                        office_id=office.id,
                        site_id=site.id,
                        person_id=supervisor.id,
                        from_on=date(2026, 1, 2),
                    )
                )
            return site

    async def case(
        self,
        client: Person,
        officer: Person,
        site: Site | None,
        *,
        total_hours: int | None = 60,
        daily_hours: int | None = 8,
        weekdays: str = "4",
        starts: time = time(8),
        ends: time = time(11),
        break_minutes: int = 0,
        photo: PhotoRule = PhotoRule.NEVER,
        programme: Programme = Programme.COMMUNITY_WORK,
        **more: Any,
    ) -> Case:
        now = self.clock.now()
        async with self.database.transaction() as session:
            fields: dict[str, Any] = {
                "programme": programme,
                "total_minutes": total_hours * 60 if total_hours else None,
                "daily_minutes": daily_hours * 60 if daily_hours else None,
                "starts_on": date(2026, 3, 2),
                "ends_on": date(2026, 8, 30),
                "photo_rule": photo,
            }
            fields |= {"number": f"{client.code}/2026"} | await lawful(session, client.office_id, programme)
            case = Case(
                office_id=client.office_id,
                client_id=client.id,
                officer_id=officer.id,
                **(fields | more),
            )
            await open_case(session, case, actor_id=officer.id, now=now)
            if site is not None:
                placement = Placement(
                    office_id=client.office_id,
                    code=f"P-{client.code}",
                    case_id=case.id,
                    site_id=site.id,
                    weekdays=weekdays,
                    starts=starts,
                    ends=ends,
                    break_minutes=break_minutes,
                    from_on=date(2026, 3, 2),
                    until_on=date(2026, 8, 30),
                )
                await place(session, case, placement, now=now)
            return case

    def files(self) -> list[str]:
        """What lies in the folder of photos."""
        folder = self.house.settings.media_dir
        return [one.name for one in folder.iterdir()] if folder.exists() else []

    def phone(self, person: Person | str) -> Phone:
        """What a person holds in hand."""
        return Phone(self, person if isinstance(person, str) else person.code)

    async def hears(self, **said: Any) -> None:
        """One raw update comes in and everything that follows is done."""
        number = said.pop("number", None) or next(self._numbers)
        said.setdefault("id", str(number))
        update = RawUpdate(str(number), said["from"], json.dumps(said))
        if self._held is not None:
            self._held.append(update)
            return
        await self.house.inbox.store(self.channel.name, [update])
        await self.settle()

    @asynccontextmanager
    async def together(self) -> AsyncIterator[None]:
        """What is said inside comes in at once, in its order: many messages take half the time."""
        held: list[RawUpdate] = []
        self._held = held
        yield
        self._held = None
        await self.house.inbox.store(self.channel.name, held)
        await self.settle()

    def trembling(self, point: tuple[float, float, float]) -> tuple[float, float, float]:
        """A position less than a metre off, and not the same again for eighty times."""
        if point[:2] == (0, 0):  # no position at all
            return point
        north, east = TREMBLE[next(self._shifts) % len(TREMBLE)]
        return round(point[0] + north * 1e-6, 6), round(point[1] + east * 1e-6, 6), point[2]

    async def settle(self) -> None:
        """Handle and deliver whatever is waiting."""
        await self.house.inbox.drain()
        await self.carry()

    async def clerk_works(self) -> None:
        """What waits outside of messages is done, and its answers are delivered."""
        await self.house.clerk.work()
        await self.carry()

    async def recogniser_works(self) -> None:
        """Photos that wait are compared, and what there is to ask is delivered."""
        await self.house.recogniser.work()
        await self.carry()

    async def carry(self) -> None:
        for courier in self.house.couriers:
            await courier.deliver()

    async def passes(self, until: datetime) -> None:
        """Time goes on from one due instant to the next; the chores run at each."""
        from scheduler.chores import next_due

        while True:
            async with self.database.reading() as session:
                due = await next_due(session)
            if due is None or due > until:
                break
            self.clock.moment = max(due, self.clock.moment)
            await self.house.rounds.tick()
            await self.carry()
        self.clock.moment = until
        await self.house.rounds.tick()
        await self.carry()

    async def outbox(self) -> list[Outbox]:
        """Every row, oldest first."""
        async with self.database.reading() as session:
            return list((await session.exec(select(Outbox).order_by(col(Outbox.id)))).all())

    async def letters(self, person: Person | str) -> list[Letter]:
        """What arrived at a person's phone, oldest first."""
        code = person if isinstance(person, str) else person.code
        sent = select(Outbox.content, Outbox.message).where(
            Outbox.external_id == code, Outbox.state == OutboxState.SENT
        )
        async with self.database.reading() as session:
            rows = (await session.exec(sent.order_by(col(Outbox.id)))).all()
        mine = [one for one in self.channel.delivered if one.to == code]
        return [
            _letter(content["key"], message, one) for (content, message), one in zip(rows, mine, strict=True)
        ]

    async def last(self, person: Person | str) -> Letter:
        """The newest message on a person's phone."""
        return (await self.letters(person))[-1]

    async def letter(self, person: Person | str, key: str) -> Letter:
        """The latest message of this key."""
        return next(one for one in reversed(await self.letters(person)) if one.key == key)

    async def keys(self, person: Person | str, *, after: int = 0) -> list[str]:
        """The keys of everything that arrived at a person's phone; or of what was queued after this row."""
        query = select(Outbox.content).where(
            Outbox.external_id == (person if isinstance(person, str) else person.code),
            Outbox.state == OutboxState.SENT,
            Outbox.id > after,
        )
        async with self.database.reading() as session:
            return [one["key"] for one in (await session.exec(query.order_by(col(Outbox.id)))).all()]

    async def queued(self) -> int:
        """The number of the newest row: what comes later is an answer."""
        async with self.database.reading() as session:
            return (await session.exec(select(func.max(Outbox.id)))).one() or 0


def _letter(key: str, message: str, one: Delivered) -> Letter:
    attachment = one.message.attachment
    return Letter(
        key,
        one.message.text,
        one.message.buttons,
        one.edited,
        attachment is not None and attachment.picture,
        attachment.filename if attachment and not attachment.picture else "",
        message,
        attachment.content if attachment else b"",
    )


class Phone:
    """Says things as its owner would."""

    def __init__(self, world: World, code: str) -> None:
        self.world = world
        self.code = code

    async def sends_location(
        self,
        point: tuple[float, float, float] = HERE,
        *,
        at: datetime | None = None,
        labels: tuple[Label, ...] = (),
        number: int | None = None,
        live: bool = False,
        exact: bool = False,
    ) -> None:
        """`exact`: to the last decimal, as no phone finds its position twice."""
        point = point if exact else self.world.trembling(point)
        await self._says(kind="location", point=point, at=at, labels=labels, number=number, live=live)

    async def moves(self, point: tuple[float, float, float] = HERE, *, at: datetime | None = None) -> None:
        """A later position of a live location."""
        await self._says(kind="live", point=point, at=at)

    async def edits(self, message: str) -> None:
        """Changes what was sent before, by the number of that message."""
        await self._says(kind="edited", message=message)

    async def sends_photo(
        self,
        content: bytes | None = None,
        *,
        name: str = "",
        at: datetime | None = None,
        labels: tuple[Label, ...] = (),
        album: str = "",
        text: str = "",
    ) -> None:
        """`text` is what stands under it."""
        name = name or f"photo-{len(self.world.channel.files)}"
        self.world.channel.files.setdefault(
            name, jpeg(len(self.world.channel.files)) if content is None else content
        )
        await self._says(kind="photo", photo=name, at=at, labels=labels, album=album, text=text)

    async def sends_voice(self, content: bytes = b"OggS suara", *, seconds: int = 20) -> None:
        ref = f"voice-{len(self.world.channel.files)}"
        self.world.channel.files[ref] = content
        await self._says(kind="voice", voice={"ref": ref, "seconds": seconds, "size": len(content)})

    async def sends_file(self, name: str, content: bytes, *, size: int | None = None) -> None:
        """A document as it is announced: with a name, and a size that may not be true."""
        ref = f"file-{len(self.world.channel.files)}"
        self.world.channel.files[ref] = content
        announced = {"ref": ref, "name": name, "size": len(content) if size is None else size}
        await self._says(kind="file", file=announced)

    async def writes(self, text: str, *, labels: tuple[Label, ...] = ()) -> None:
        if text.startswith("/"):
            word, _, rest = text[1:].partition(" ")
            await self._says(kind="command", command=word, text=rest)
        else:
            await self._says(kind="text", text=text, labels=labels)

    async def shares_contact(self, number: str, *, own: bool = True) -> None:
        await self._says(kind="contact", contact=number, own=own)

    async def sends_sticker(self) -> None:
        await self._says(kind="other")

    async def taps(self, label: str) -> None:
        """Press a button of the newest message that has one with this label; or type its number where the
        channel had too few buttons."""
        for letter in reversed(await self.world.letters(self.code)):
            for button in letter.buttons:
                if button.label == label:
                    await self.taps_id(button.id, under=letter.message)
                    return
        await self.writes(label)

    async def types(self, label: str) -> None:
        """Write the number of this button of the last message that has buttons."""
        wording = Wording(self.world.house.texts)
        shown = [row for row in await self.world.outbox() if row.external_id == self.code]
        choices = next(row.content["choices"] for row in reversed(shown) if row.content.get("choices"))
        numbers = {wording.label(one, "id"): number for number, one in numbered(choices_from_json(choices))}
        await self.writes(str(numbers[label]))

    async def taps_id(self, choice_id: str, *, number: int | None = None, under: str = "") -> None:
        """Press a button, under a certain message where it matters."""
        await self._says(
            kind="choice", text=choice_id, tap=f"tap-{choice_id}", number=number, tapped=under or None
        )

    async def _says(self, **said: Any) -> None:
        moment = said.pop("at", None)
        if moment is not None:
            said["at"] = moment.isoformat()
        said = {name: value for name, value in said.items() if value is not None}
        await self.world.hears(**{"from": self.code}, **said)
