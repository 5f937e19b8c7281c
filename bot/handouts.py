"""`hadir invite --all`: slips for everybody of an office who has not joined, as files to print and to
forward.

Each file is written before its invitations are committed: where it cannot be, nobody has been invited.
Nothing is ever replaced, for an earlier file may not be printed yet.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

from rich.console import Console
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import consents
from bot.app import RealClock
from bot.codes import folder_of, office_called, person_called
from bot.desktop import opened
from bot.domain.cases import local_day
from bot.domain.invitations import Door, Slip, Standing
from bot.domain.messages import Params, When
from bot.domain.people import Role
from bot.invitations import slips_for
from bot.reports.papers import TemplateBroken, can_print, harmless
from bot.reports.slips import TEMPLATE, invitation_text, slips_pdf
from bot.settings import Settings
from bot.setup import Say, door_of
from bot.storage import consent_queries, joining
from bot.storage.consent_queries import Pending
from bot.storage.database import Database
from bot.storage.joining import NotJoined
from bot.storage.models import Office, Person
from bot.texts import Texts
from bot.troubles import Trouble

STAFF_FILE = "petugas"
"""Name of the file for everybody who is no client and answers for none."""
NO_OFFICER_FILE = "tanpa-pk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked for at the terminal."""

    out: Path
    office: str = ""
    officer: str = ""
    roles: Collection[Role] = field(default=frozenset(Role))
    renew: bool = False


async def invite_all(settings: Settings, order: Order, say: Say, console: Console) -> int:
    """One PDF an officer and one for the staff, and a file of texts. Says whom it left out, and why."""
    if not can_print():
        say("invite-no-typst")
        return 1
    async with opened(settings) as database:
        now = RealClock().now()
        office, officer, waiting, first = await _asked(database, order, now)
        texts = Texts()
        _say_guardians_first(first, console, texts)
        valid = [one for one in waiting if one.standing(now) is Standing.VALID]
        kept = [] if order.renew else valid
        needing = [one.person for one in waiting if order.renew or one.standing(now) is not Standing.VALID]
        _say_kept(kept, office, console, texts)
        if not needing:
            say("invite-nobody")
            return 0
        door = await door_of(settings)
        if door is None:
            say("invite-bot-unknown")
            return 1
        if order.renew and valid:
            say("invite-renewing")
        async with database.reading() as session:
            guides = await joining.officers_of(session, office.id)
            codes = await _codes(session, set(guides.values()))
            out = await folder_of(session, order.out, office)
        groups = _grouped(needing, guides, codes, officer)
        printer = _Printer(settings.templates_dir, out, door, texts, office, now)
        for name, people in groups.items():
            file = await printer.print(database, name, people)
            say("invite-written", count=len(people), file=str(file))
        say("invite-texts", file=str(printer.texts_file))
        say("invite-total", made=len(needing))
    return 0


async def _asked(
    database: Database, order: Order, now: datetime
) -> tuple[Office, Person | None, list[NotJoined], list[Pending]]:
    """The office, the officer where one was named, who has not joined and may be invited, and the children
    whose guardian comes first. Raises Trouble."""
    async with database.reading() as session:
        office = await office_called(session, order.office)
        today = local_day(now, office.zone)
        if not order.officer:
            officer, waiting = None, await joining.newcomers_of_office(session, office.id, today)
        else:
            officer = await person_called(session, order.officer, office=office.code, role=Role.OFFICER)
            waiting = await joining.newcomers(session, officer, today, now)
        asked = [one for one in waiting if one.person.role in order.roles]
        people = [one.person for one in asked]
        first = await consent_queries.before_invitations(session, office.id, people)
    return office, officer, [one for one in asked if one.person.id not in first], list(first.values())


async def _codes(session: AsyncSession, people: Collection[int]) -> Mapping[int, str]:
    query = select(Person.id, Person.code).where(col(Person.id).in_(people))
    return {person_id: code for person_id, code in (await session.exec(query)).all()}


def _grouped(
    people: Sequence[Person], guides: Mapping[int, int], codes: Mapping[int, str], officer: Person | None
) -> dict[str, list[Person]]:
    """The people of each file, by its name."""
    groups: dict[str, list[Person]] = {}
    for person in people:
        if officer is not None:
            name = officer.code
        elif person.role in (Role.CLIENT, Role.GUARDIAN):
            name = codes.get(guides.get(person.id, 0), NO_OFFICER_FILE)
        else:
            name = STAFF_FILE
        groups.setdefault(name, []).append(person)
    return dict(sorted(groups.items()))


def _say_kept(kept: Sequence[NotJoined], office: Office, console: Console, texts: Texts) -> None:
    if not kept:
        return
    _tell(console, texts, "cli-invite-kept", {"count": len(kept)})
    for one in kept:
        if one.until is not None:
            until: Params = {"code": one.person.code, "until": When(one.until, office.zone)}
            _tell(console, texts, "cli-invite-kept-one", until)


def _say_guardians_first(first: Sequence[Pending], console: Console, texts: Texts) -> None:
    """The children whose link would refuse, and what comes before it."""
    if first:
        _tell(console, texts, "cli-invite-guardians-first", {"count": len(first)})
    for one in first:
        _tell(console, texts, "invite-line-guardian-first", consents.step(one))


def _tell(console: Console, texts: Texts, key: str, params: Params) -> None:
    console.print(texts.render(key, params, locale="id"), markup=False, highlight=False, soft_wrap=True)


class _Printer:
    """Makes invitations and writes them down, a file at a time."""

    def __init__(
        self, templates: Path, out: Path, door: Door, texts: Texts, office: Office, now: datetime
    ) -> None:
        self._templates, self._out, self._door, self._texts = templates, out, door, texts
        self._office, self._now = office, now
        self._day = local_day(now, office.zone).isoformat()
        self.texts_file: Path | None = None

    async def print(self, database: Database, name: str, people: Sequence[Person]) -> Path:
        """A PDF of these people's slips, and their texts at the end of the file of texts."""
        async with database.transaction() as session:
            slips = await slips_for(session, people, self._office, by=None, now=self._now)
            return await asyncio.to_thread(self._write, name, slips)

    def _write(self, name: str, slips: Sequence[Slip]) -> Path:
        pdf = self._pdf(name, slips)
        self._out.mkdir(mode=0o700, parents=True, exist_ok=True)
        said = [
            self._texts.render("invite-file-one", {"name": one.name, "code": one.person}, locale="id")
            + f"\n\n{invitation_text(one, self._door, self._texts)}\n\n"
            for one in slips
        ]
        self.texts_file = self.texts_file or new_file(self._out / f"undangan-{self._day}.txt")
        with self.texts_file.open("a", encoding="utf-8") as file:
            file.writelines(said)
        path = new_file(self._out / f"undangan-{harmless(name)}-{self._day}.pdf")
        path.write_bytes(pdf)
        return path

    def _pdf(self, name: str, slips: Sequence[Slip]) -> bytes:
        footer: Params = {"for": name, "at": When(self._now, self._office.zone)}
        says = self._texts.render("slip-footer", footer, locale="id")
        try:
            return slips_pdf(slips, self._door, self._texts, footer=says, locale="id", folder=self._templates)
        except TemplateBroken as broken:
            file = str(self._templates / TEMPLATE)
            raise Trouble("template-broken", file=file, reason=str(broken)) from None


def new_file(path: Path) -> Path:
    """Make an empty file that only its owner can read, under this name or one with a number."""
    for name in _names(path):
        try:
            os.close(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            continue
        return name
    raise AssertionError("numbers do not end")


def _names(path: Path) -> Iterator[Path]:
    yield path
    yield from (path.with_stem(f"{path.stem}-{number}") for number in count(2))
