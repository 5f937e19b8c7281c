"""The `hadir` command: one thin function a command. Exit code 0 good, 1 found a fault, 2 wrong use.

A command imports what it needs when it is called: `--help` need not wait a second for the house.
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Coroutine
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

import typer

from bot.domain.documents import DocumentKind, period_unit
from bot.domain.people import Role

if TYPE_CHECKING:
    from rich.console import Console

    from bot.settings import Settings
    from bot.texts import Texts

GARBAGE_THRESHOLD = 50_000
"""Importing the house makes half a million objects and no garbage; with Python's own threshold of 700 a tenth
of a command's time goes into looking for some."""

cli = typer.Typer(
    name="hadir",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Hadir: attendance of probation clients, confirmed by people.",
)
database_commands = typer.Typer(no_args_is_help=True, help="The database.")
cli.add_typer(database_commands, name="db")
person_commands = typer.Typer(no_args_is_help=True, help="One person.")
cli.add_typer(person_commands, name="person")
photo_commands = typer.Typer(no_args_is_help=True, help="The kept photos.")
cli.add_typer(photo_commands, name="photos")
audit_commands = typer.Typer(no_args_is_help=True, help="The records as evidence.")
cli.add_typer(audit_commands, name="audit")
T = TypeVar("T")
InOffice = Annotated[str, typer.Option("--office", help="Code of the office, where there are several.")]


def main() -> None:
    """Entry point of the `hadir` command. What it writes is readable by its owner only."""
    os.umask(0o077)
    gc.set_threshold(GARBAGE_THRESHOLD)
    cli()


@cache
def texts() -> Texts:
    """The sentences, read once."""
    from bot.texts import Texts

    return Texts()


@cache
def console() -> Console:
    """What commands print on."""
    from rich.console import Console

    return Console()


def say(key: str, **params: str | int) -> None:
    """Print a sentence of the locale."""
    sentence = texts().render(f"cli-{key}", params, locale="id")
    console().print(sentence, markup=False, highlight=False, soft_wrap=True)


def ask(key: str, *, default: str | None = None, hide: bool = False) -> str:
    """Ask for an option that was not given; without a default, until there is an answer."""
    question = texts().render(f"cli-ask-{key}", {}, locale="id")
    hide = hide and sys.stdin.isatty()  # piped in, nothing is shown anyway
    return str(typer.prompt(question, default=default, hide_input=hide, show_default=bool(default)))


def settings() -> Settings:
    """The settings, or a clear word about what is wrong with them and exit code 2."""
    from pydantic import ValidationError

    from bot.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        for problem in error.errors():
            name = "_".join(str(part) for part in problem["loc"]) or "webhook_secret"
            key = f"setting-{name.replace('_', '-')}"
            say(key if f"cli-{key}" in texts().keys("id") else "setting-wrong", name=f"HADIR_{name.upper()}")
        raise typer.Exit(2) from None


def outcome(work: Coroutine[Any, Any, T]) -> T:
    """Run a command's work. This is the edge of every command: a trouble that can be mended becomes a
    sentence, and only a bug becomes a traceback."""
    from bot.troubles import FORESEEN, trouble_of

    try:
        return asyncio.run(work)
    except FORESEEN as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        say(trouble.key, **trouble.params)
        raise typer.Exit(trouble.code) from None


def run_async(work: Coroutine[Any, Any, int]) -> NoReturn:
    """Run a command's work and leave with its exit code."""
    raise typer.Exit(outcome(work))


@cli.command()
def demo(
    port: Annotated[int, typer.Option(help="Port of the chat page.")] = 8080,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    seed: Annotated[int, typer.Option(help="Seed of the example office.")] = 1,
) -> None:
    """Simulator, bot and an example office in one process; no token, no internet."""
    from bot.demo import demo as play

    def ready(url: str) -> None:
        say("demo-ready", url=url)

    run_async(play(port=port, browser=browser, seed=seed, texts=texts(), ready=ready))


@cli.command()
def run() -> None:
    """Bot and scheduler; polling, or webhooks when HADIR_WEBHOOK_URL is set."""
    from bot import app as house
    from bot.logs import set_up_logging

    chosen = settings()
    if not chosen.telegram_token.get_secret_value() or not chosen.secret_key.get_secret_value():
        say("not-set-up")
        raise typer.Exit(2)
    set_up_logging(chosen.log)
    run_async(house.run(chosen))


@cli.command()
def init(
    office: Annotated[str, typer.Option(help="Code of the office.")] = "",
    name: Annotated[str, typer.Option(help="Name of the office.")] = "",
    zone: Annotated[str, typer.Option(help="IANA time zone.")] = "",
    operator: Annotated[str, typer.Option(help="Name of the first operator.")] = "",
    contact: Annotated[str, typer.Option(help="How people reach a human.")] = "",
    token: Annotated[str | None, typer.Option(help="Token from BotFather; may be empty for now.")] = None,
    another: Annotated[bool, typer.Option("--another", help="One more office in the same database.")] = False,
) -> None:
    """Settings file (0600, generated key), migrations, office, first operator and his one-use link. With
    --another: only the office and its operator, beside those that are here."""
    from bot.settings import SETTINGS_FILE
    from bot.setup import Opening, look_first, set_up, set_up_another

    code = outcome(look_first(settings(), office.strip(), say, another=another))
    if code is not None:
        raise typer.Exit(code)
    try:
        office, name = office or ask("office"), name or ask("name")
        zone = zone or ask("zone", default="Asia/Makassar")
        operator, contact = operator or ask("operator"), contact or ask("contact")
        if token is None:
            token = "" if another or SETTINGS_FILE.exists() else ask("token", default="", hide=True)
    except typer.Abort:
        console().print()
        say("cancelled")
        raise typer.Exit(1) from None
    opening = Opening(code=office.strip(), name=name, zone=zone, operator=operator, contact=contact)
    run_async(set_up_another(opening, say) if another else set_up(opening, token.strip(), say))


@cli.command()
def check() -> None:
    """Settings, database, token, clock, locales: what is wrong and how to mend it."""
    from bot.checkup import check_up

    run_async(check_up(settings(), say))


@database_commands.command("upgrade")
def db_upgrade() -> None:
    """Run the migrations that are missing."""
    from bot.setup import upgrade_database

    run_async(upgrade_database(settings(), say))


@cli.command()
def template(
    file: Annotated[Path, typer.Argument(help="Workbook to write (.xlsx).")],
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
    filled: Annotated[bool, typer.Option("--filled", help="With what is stored, to be corrected.")] = False,
    office: InOffice = "",
) -> None:
    """A workbook for `hadir import`, with notes and drop-downs: empty, or filled with what is stored."""
    from bot.desktop import write_filled_template, write_template

    if filled:
        run_async(write_filled_template(settings(), file, office, say, replace=force))
    run_async(write_template(file, say, replace=force))


@cli.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(help="Workbook (.xlsx) or folder of CSV files.", exists=True)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    office: InOffice = "",
) -> None:
    """Sites, people, cases, placements: every row accepted, or reported with its number and reason."""
    from bot.desktop import import_book_file

    run_async(import_book_file(settings(), file, dry_run, say, console(), office=office))


@cli.command()
def invite(
    code: Annotated[str, typer.Argument(help="Code of the person.")] = "",
    everybody: Annotated[bool, typer.Option("--all", help="Slips for all who have not joined.")] = False,
    out: Annotated[Path | None, typer.Option("--out", help="Folder for the slips.")] = None,
    officer: Annotated[str, typer.Option(help="Only this officer's people.")] = "",
    role: Annotated[list[Role] | None, typer.Option(help="Only this role; may be repeated.")] = None,
    office: InOffice = "",
    renew: Annotated[bool, typer.Option("--renew", help="Also where an invitation is still valid.")] = False,
) -> None:
    """A one-use link, its QR and a short code for a person; earlier unused ones stop working. With --all:
    slips to cut out and texts to forward for everybody without an invitation."""
    if everybody == bool(code) or everybody != (out is not None):
        say("invite-what")
        raise typer.Exit(2)
    if out is None:
        from bot.desktop import invite_person

        run_async(invite_person(settings(), code, office, say, console()))
    from bot.handouts import Order, invite_all

    roles = frozenset(role or Role)
    order = Order(out=out, office=office, officer=officer, roles=roles, renew=renew)
    run_async(invite_all(settings(), order, say, console()))


@cli.command()
def poster(
    out: Annotated[Path, typer.Option("--out", help="Folder for the posters.")],
    site: Annotated[str, typer.Argument(help="Code of the site; default: all.")] = "",
    office: InOffice = "",
) -> None:
    """A4 posters for sites, with the QR that a client scans on coming and going. Those on walls stay valid;
    /poster in the chat replaces one."""
    from bot.posters import print_posters

    run_async(print_posters(settings(), site, out, office, say, texts()))


@cli.command()
def document(
    kind: Annotated[DocumentKind, typer.Argument(help="Which paper.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the papers.")],
    code: Annotated[
        str, typer.Argument(help="Code of the site, client, officer or agency it is of; default: all.")
    ] = "",
    week: Annotated[
        str, typer.Option(help="Of a paper of a week: 2026-W17 or a day of it; default: this week.")
    ] = "",
    month: Annotated[str, typer.Option(help="Of a paper of a month: 2026-03; default: this month.")] = "",
    quarter: Annotated[
        bool, typer.Option("--quarter", help="Of evaluations: this quarter; default: this year.")
    ] = False,
    office: InOffice = "",
) -> None:
    """Papers of an office to print and sign (PDF), each with a draft to edit (Excel): the attendance list of
    a site and week; a client's attendance card, the report on his case for the prosecutor, his final report,
    his book of guidance, the letter of a completed case (its draft in Word); the reports of a month, and the
    week or month, of an officer's clients and of everybody's; what comes of evaluations, of the office and of
    each agency's sites."""
    from bot.documents import Order, write_documents

    given = {name for name, value in (("week", week), ("month", month), ("quarter", quarter)) if value}
    if given - {period_unit(kind)}:
        say("document-wrong-period")
        raise typer.Exit(2)
    period = week or month or ("triwulan" if quarter else "")
    order = Order(kind=kind, code=code, period=period, out=out, office=office)
    run_async(write_documents(settings(), order, say, texts()))


@cli.command()
def office(
    proof: Annotated[
        str, typer.Option(help="Beside the link: contact, birth_date or in_person; empty: as it is.")
    ] = "",
    keep_photos: Annotated[
        int | None,
        typer.Option(
            help="Days for which photos are kept after a case is closed, 30 to 730; empty: as it is."
        ),
    ] = None,
    discreet: Annotated[
        bool | None,
        typer.Option(
            "--discreet/--named",
            help="Whether posters, invitations and the bot leave out the office's name.",
        ),
    ] = None,
    emergency: Annotated[
        str | None,
        typer.Option(help="Numbers that answer at any hour, shown with a call for help; '': 112, 119, 110."),
    ] = None,
    help_minutes: Annotated[
        int | None,
        typer.Option(help="Minutes until the head is asked about a call that nobody has taken, 5 to 240."),
    ] = None,
    call_after: Annotated[
        int | None, typer.Option(help="Misses in a row after which the officer calls: 1 to 9.")
    ] = None,
    follow_up_after: Annotated[
        int | None, typer.Option(help="Misses in a row after which a visit follows: more, up to 10.")
    ] = None,
    quiet: Annotated[
        str, typer.Option(help="Hours in which officers' messages wait, 21.00-06.00; 00.00-00.00: none.")
    ] = "",
    remind: Annotated[
        str, typer.Option(help="When clients are reminded of work, at most 4: 'H-1 18.00, 1 jam'.")
    ] = "",
    remind_reports: Annotated[
        str, typer.Option(help="And of a report, before its last day: 'H-1 18.00, H 16.00'.")
    ] = "",
    above: Annotated[
        str | None,
        typer.Option(
            "--letterhead-above", help="Above its name on its papers, lines parted by |; '': nothing."
        ),
    ] = None,
    below: Annotated[
        str | None, typer.Option("--letterhead-below", help="Below it: address, telephone; '': nothing.")
    ] = None,
    letter_number: Annotated[
        str,
        typer.Option(help="Numbers of its letters: {no} and {year} once, {month} and {office} if liked."),
    ] = "",
    code: InOffice = "",
) -> None:
    """What an office asks of a newcomer beside the link, how long it keeps photos, whether others read its
    name, what a call for help shows and waits, when misses are followed up, when messages wait, when clients
    are reminded, what stands at the head of its papers and how its letters are numbered, shown or chosen."""
    from bot.habits import show_or_choose

    run_async(
        show_or_choose(
            settings(),
            code,
            proof,
            keep_photos,
            say,
            discreet=discreet,
            emergency=emergency,
            help_minutes=help_minutes,
            call_after=call_after,
            follow_up_after=follow_up_after,
            quiet=quiet,
            remind=remind,
            remind_reports=remind_reports,
            above=above,
            below=below,
            letter_number=letter_number,
        )
    )


@cli.command()
def revoke(
    code: Annotated[str, typer.Argument(help="Code of the person.")],
    office: InOffice = "",
) -> None:
    """Cut off a lost phone: accounts, links and codes of the person end at once."""
    from bot.desktop import revoke_person

    run_async(revoke_person(settings(), code, office, say, console()))


@person_commands.command("leave")
def person_leave(
    code: Annotated[str, typer.Argument(help="Code of the officer or supervisor.")],
    on: Annotated[str, typer.Option("--on", help="Last day, e.g. 30/04/2026 or hari ini.")],
    successor: Annotated[str, typer.Option(help="Code of the supervisor who takes over.")] = "",
    office: InOffice = "",
) -> None:
    """Somebody of the staff leaves for good; refused while clients or sites would be left alone."""
    from bot.desktop import let_person_leave

    run_async(let_person_leave(settings(), code, on, successor, console(), office=office))


@photo_commands.command("rewrap")
def photos_rewrap(
    office: Annotated[str, typer.Option("--office", help="Code of the office that gets another key.")] = "",
) -> None:
    """Put the keys of all photos under their office's key, and that one under a new HADIR_SECRET_KEY (the one
    before is HADIR_OLD_SECRET_KEY). With an office: give it another key."""
    from bot.key_changes import rewrap

    run_async(rewrap(settings(), say, office=office))


@photo_commands.command("erase-office")
def photos_erase_office(
    code: Annotated[str, typer.Argument(help="Code of the office.")],
    name: Annotated[str, typer.Option("--name", help="Its name in full, to be sure.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; it is kept with the office.")],
) -> None:
    """Erase all photos and voice messages of an office, for good: its key is forgotten."""
    from bot.photo_keeping import erase_office

    run_async(erase_office(settings(), code, name, reason, say))


@photo_commands.command("erase")
def photos_erase(
    code: Annotated[str, typer.Argument(help="Code of the client.")],
    until: Annotated[str, typer.Option("--until", help="Last day, e.g. 2026-04-30.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; it is kept with the case.")],
    office: InOffice = "",
) -> None:
    """Erase a client's photos and voice messages up to a day, for good: their keys are forgotten."""
    from bot.photo_keeping import erase

    run_async(erase(settings(), code, until, reason, say, office=office))


@cli.command()
def failed(
    limit: Annotated[int, typer.Option(help="How many at most.")] = 50,
) -> None:
    """The messages that could not be handled or sent, newest first; none of their words."""
    from bot.checkup import list_failed

    run_async(list_failed(settings(), limit, say, texts()))


@cli.command()
def digest(
    out: Annotated[Path, typer.Option("--out", help="Folder to write to.")],
    week: Annotated[str, typer.Option(help="ISO week, e.g. 2026-W08; default: the last one.")] = "",
    reader: Annotated[
        str,
        typer.Option(
            "--reader",
            "--officer",
            help="Code of who reads it: officer, head, prosecutor or agency; default: all.",
        ),
    ] = "",
    office: InOffice = "",
) -> None:
    """The week of whoever reads it on Mondays, as Monday said it: an officer's or a head's as text, Excel and
    PDF, a prosecutor's or an agency's as text."""
    from bot.summaries import write_digests

    run_async(write_digests(settings(), out, week, reader, say, office=office))


@audit_commands.command("verify")
def audit_verify(
    fingerprint: Annotated[
        list[str], typer.Argument(help="As a summary shows it (16 digits, spaces or not), or all 64.")
    ],
) -> None:
    """Of which summary a fingerprint (sidik catatan) is, and whether the records that it covers are still
    what they were. Exit code 1 where it is unknown or something was changed."""
    from bot.audits import verify

    run_async(verify(settings(), " ".join(fingerprint), texts(), console()))
