"""What an office does from a terminal: invitations, import, who leaves."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Literal

import segno
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from bot import consents
from bot.app import RealClock
from bot.channels.telegram import Telegram
from bot.codes import office_called, person_called
from bot.departures import depart
from bot.domain.cases import local_day
from bot.domain.days import NoSuchDay, read_day
from bot.domain.messages import Param, Refused
from bot.hand_overs import announced, sites_after
from bot.handlers import lost
from bot.imports import BadBook, filled_rows, import_book, template
from bot.imports.progress import Tell
from bot.imports.template import Rows
from bot.invitations import renew
from bot.leaves import day_at
from bot.outbox import OutboxWriter
from bot.settings import Settings
from bot.setup import Say, door_of, show_invitation
from bot.storage import account_queries, consent_queries, queries
from bot.storage.database import Database
from bot.texts import Texts
from bot.troubles import must_be_ready
from bot.wording import Wording


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """The database of these settings, closed afterwards. Raises Trouble where there is none yet."""
    database = Database(settings.database_url)
    try:
        await must_be_ready(database)
        yield database
    finally:
        await database.close()


async def invite_person(settings: Settings, code: str, office: str, say: Say, console: Console) -> int:
    """A one-use link and its QR for the person with this code; exit code 1 where a guardian's consent must
    come first."""
    async with opened(settings) as database, database.transaction() as session:
        person = await person_called(session, code, office=office)
        first = await consent_queries.before_invitations(session, person.office_id, [person])
        if person.id in first:
            says = Texts().render("invite-guardian-first", consents.step(first[person.id]), locale="id")
            console.print(says, markup=False, highlight=False, soft_wrap=True)
            return 1
        fresh = await renew(session, person, by=None, now=RealClock().now())
    link = show_invitation(await door_of(settings), person.shown, fresh, say)
    drawing = io.StringIO()
    segno.make(link).terminal(out=drawing, compact=True)
    console.print(drawing.getvalue(), markup=False, highlight=False)
    return 0


async def revoke_person(settings: Settings, code: str, office: str, say: Say, console: Console) -> int:
    """Cut off the phones of the person with this code; the running service tells those concerned. Where there
    was none, only links and codes end, and nobody is told of a lost phone."""
    texts, now = Texts(), RealClock().now()
    outbox = _outbox(settings, texts)
    async with opened(settings) as database, database.transaction() as session:
        person = await person_called(session, code, office=office)
        had_phone = bool(await account_queries.accounts_of(session, person))
        seen, notices = await lost.cut_off(session, person, by=None, now=now)
        if had_phone:
            await outbox.take(session, notices, now=now)
    again = f"{person.code} --office {office}" if office else person.code
    say("revoked" if had_phone else "revoked-none", name=person.shown, code=person.code, again=again)
    if not had_phone:
        return 0
    for line in seen:
        console.print(texts.render(line.key, line.params, locale="id"), markup=False, highlight=False)
    return 0


def _outbox(settings: Settings, texts: Texts) -> OutboxWriter:
    """Where a command leaves what the running service carries."""
    telegram = Telegram(settings.telegram_token.get_secret_value() or "0:-", settings.telegram_api_url)
    return OutboxWriter(Wording(texts), {telegram.name: telegram})


async def let_person_leave(
    settings: Settings, code: str, on: str, successor: str, console: Console, *, office: str
) -> int:
    """End somebody's duty with a day, and say what was handed over; exit code 1 where it cannot be yet. The
    running service tells those concerned."""
    now, texts = RealClock().now(), Texts()

    def show(key: str, params: Mapping[str, Param]) -> None:
        console.print(texts.render(key, params, locale="id"), markup=False, highlight=False, soft_wrap=True)

    async with opened(settings) as database, database.transaction() as session:
        person = await person_called(session, code, office=office)
        home = await queries.office_of(session, person.office_id)
        heir = await person_called(session, successor, office=home.code) if successor else None
        try:
            day = read_day(on, local_day(now, home.zone))
        except NoSuchDay as no:
            show(no.key, no.params)
            return 2
        if day is None:
            show("day-not-understood", {"text": on[:40]})
            return 2
        try:
            async with session.begin_nested():
                sites = await depart(session, person, day, successor=heir, now=now)
        except Refused as no:
            show(no.key, no.params)
            return 1
        show("departed", {"name": person.shown, "day": day_at(day, home.zone)})
        for line in await sites_after(session, sites, day, heir):
            show(line.key, line.params)
        told = await announced(session, person, day, sites, heir)
        await _outbox(settings, texts).take(session, told, now=now)
    return 0


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
            found = await office_called(session, office)
        if office:
            say("import-into", office=found.name, code=found.code)
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
    another file only when that was asked for. A name without an ending gets that of a workbook; one that
    promises another kind of file is asked back."""
    if file.suffix.casefold() != ".xlsx":
        if file.suffix[1:].isalpha():
            say("template-other-kind", file=str(file), better=str(file.with_suffix(".xlsx")))
            return 2
        file = file.with_name(f"{file.name}.xlsx")
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
        found = await office_called(session, office)
        rows = await filled_rows(session, found.id, RealClock().now())
    return await write_template(file, say, replace=replace, rows=rows)
