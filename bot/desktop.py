"""What an office does from a terminal: invitations, import, the weekly summary as files."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Literal

import segno
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import RealClock
from bot.domain.people import Role
from bot.domain.weeks import digest_week
from bot.imports import BadBook, filled_rows, import_book, template
from bot.imports.progress import Tell
from bot.imports.template import Rows
from bot.invitations import invite
from bot.reports.export import export_week
from bot.settings import Settings
from bot.setup import Say, show_link
from bot.storage import queries
from bot.storage.database import Database
from bot.storage.models import Office, Person
from bot.texts import Texts
from bot.troubles import must_be_ready


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """The database of these settings, closed afterwards. Raises Trouble where there is none yet."""
    database = Database(settings.database_url)
    try:
        await must_be_ready(database)
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


async def write_digests(settings: Settings, out: Path, week: str, code: str, say: Say) -> int:
    """A week's summaries as `CODE-WEEK.txt` and `.xlsx`; without a week the last whole one."""
    now, texts = RealClock().now(), Texts()
    async with opened(settings) as database, database.reading() as session:
        officers = await _officers(session, code)
        if not officers:
            say("officer-unknown" if code else "no-officers", code=code)
            return 1
        for officer in officers:
            office = await queries.office_of(session, officer.office_id)
            chosen = week or digest_week(now, office.zone)
            try:
                text, workbook = await export_week(session, texts, officer, chosen, now)
            except ValueError:
                say("week-unknown", week=week)
                return 2
            name = out / f"{officer.code}-{chosen}"
            await asyncio.to_thread(_write, name, text, workbook)
            say("digest-written", file=f"{name}.txt", workbook=f"{name}.xlsx")
    return 0


def _write(name: Path, text: str, workbook: bytes) -> None:
    name.parent.mkdir(parents=True, exist_ok=True)
    name.with_suffix(".txt").write_text(text + "\n", encoding="utf-8")
    name.with_suffix(".xlsx").write_bytes(workbook)


async def _officers(session: AsyncSession, code: str) -> Sequence[Person]:
    query = select(Person).where(Person.role == Role.OFFICER).order_by(col(Person.id))
    if code:
        query = query.where(func.lower(Person.code) == code.lower())
    return (await session.exec(query)).all()


async def _office(session: AsyncSession, code: str) -> Office | None:
    """The office with this code; without one the first."""
    query = select(Office).order_by(col(Office.id))
    if code:
        query = query.where(func.lower(Office.code) == code.lower())
    return (await session.exec(query)).first()


def _no_office(code: str, say: Say) -> int:
    say("office-unknown" if code else "not-set-up", code=code)
    return 2


@contextmanager
def _bar(console: Console, texts: Texts) -> Iterator[Tell]:
    """A bar of rows, on a terminal only; elsewhere nothing is drawn."""
    shown = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*shown, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(texts.render("cli-import-rows", {}, locale="id"), total=None)

        async def tell(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield tell


async def import_book_file(
    settings: Settings, file: Path, dry_run: bool, say: Say, console: Console, *, office: str = ""
) -> int:
    """Import a workbook and print what became of it; exit code 1 when a row was not accepted."""
    texts = Texts()
    async with opened(settings) as database:
        async with database.reading() as session:
            found = await _office(session, office)
        if found is None:
            return _no_office(office, say)
        try:
            with _bar(console, texts) as tell:
                now = RealClock().now()
                result = await import_book(database, found.id, file, now=now, dry_run=dry_run, tell=tell)
        except BadBook as error:
            say("import-bad-book", file=file.name)
            console.print(texts.render(f"book-{error.problem.value}", {}, locale="id"), highlight=False)
            return 2
    for line in result.lines():
        console.print(texts.render(line.key, line.params, locale="id"), markup=False, highlight=False)
    return 1 if result.problems else 0


def _claim(file: Path, mode: Literal["ab", "xb"]) -> None:
    file.open(mode).close()


async def write_template(
    file: Path, say: Say, *, replace: bool, rows: Mapping[str, Rows] | None = None
) -> int:
    """Write the workbook to fill in, with the holidays of this year and the next, or with these rows; over
    another file only when that was asked for."""
    try:
        await asyncio.to_thread(_claim, file, "ab" if replace else "xb")
    except FileExistsError:
        say("template-exists", file=str(file))
        return 2
    await asyncio.to_thread(template, file, year=RealClock().now().year, rows=rows)
    say("template-written" if rows is None else "template-filled", file=str(file))
    return 0


async def write_filled_template(
    settings: Settings, file: Path, office: str, say: Say, *, replace: bool
) -> int:
    """Write the workbook with what is stored, to be corrected and imported again."""
    async with opened(settings) as database, database.reading() as session:
        found = await _office(session, office)
        if found is None:
            return _no_office(office, say)
        rows = await filled_rows(session, found.id, RealClock().now())
    return await write_template(file, say, replace=replace, rows=rows)
