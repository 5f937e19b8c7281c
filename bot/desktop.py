"""What an office does from a terminal: invitations, import, the weekly summary as files."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import segno
from rich.console import Console
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import RealClock
from bot.domain.people import Role
from bot.imports import import_book, template
from bot.invitations import invite
from bot.settings import Settings
from bot.setup import Say, show_link
from bot.storage import queries
from bot.storage.database import Database
from bot.storage.models import Office, Person
from bot.texts import Texts


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """The database of these settings, closed afterwards."""
    database = Database(settings.database_url)
    try:
        yield database
    finally:
        await database.close()


async def invite_person(settings: Settings, code: str, say: Say, console: Console) -> int:
    """A one-use link and its QR for the person with this code."""
    async with opened(settings) as database, database.transaction() as session:
        found = select(Person).where(func.lower(Person.code) == code.lower())
        people = (await session.exec(found)).all()
        if len(people) != 1:
            say("person-unknown" if not people else "person-ambiguous", code=code)
            return 1
        token = await invite(session, people[0], RealClock().now())
    link = await show_link(settings, people[0].shown, token, say)
    drawing = io.StringIO()
    segno.make(link).terminal(out=drawing, compact=True)
    console.print(drawing.getvalue(), markup=False, highlight=False)
    return 0


async def write_template(file: Path, say: Say) -> int:
    """Write the empty workbook."""
    await asyncio.to_thread(template, file)
    say("template-written", file=str(file))
    return 0
