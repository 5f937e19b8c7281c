"""What an office can choose for itself from a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import RealClock
from bot.codes import office_called
from bot.desktop import opened
from bot.domain.cases import local_day
from bot.domain.follow_ups import FEWEST_MISSES, MOST_MISSES
from bot.domain.help_calls import FEWEST_MINUTES, MOST_MINUTES
from bot.domain.identity import SecondFactor
from bot.domain.letters import LONGEST_PATTERN, good_pattern, number_of
from bot.domain.quiet_hours import LONGEST, read_quiet
from bot.domain.reminders import FURTHEST_DAYS, MOST, read_offsets, written
from bot.domain.retention import FEWEST_DAYS, MOST_DAYS
from bot.reminding import look_again
from bot.settings import Settings
from bot.setup import Say
from bot.storage.events import append
from bot.storage.letters import next_count
from bot.storage.models import Office


async def show_or_choose(
    settings: Settings,
    code: str,
    proof: str,
    days: int | None,
    say: Say,
    *,
    discreet: bool | None = None,
    emergency: str | None = None,
    help_minutes: int | None = None,
    call_after: int | None = None,
    follow_up_after: int | None = None,
    quiet: str = "",
    remind: str = "",
    remind_reports: str = "",
    above: str | None = None,
    below: str | None = None,
    letter_number: str = "",
) -> int:
    """What `hadir office` does: say what is asked of a newcomer beside the link, how long photos are kept
    after a case, whether others may read the office's name, what a call for help shows and waits, after how
    many misses the officer calls and follows up, in which hours his reminders and messages to many wait, when
    clients are reminded, what stands above and below its name on papers, and how its letters are numbered, or
    choose it; a choice is a fact of the office, and holds for links, photos and misses of before."""
    if proof and proof not in list(SecondFactor):
        say("proof-unknown", proof=proof)
        return 2
    if days is not None and not FEWEST_DAYS <= days <= MOST_DAYS:
        say("keep-photos-bounds", least=FEWEST_DAYS, most=MOST_DAYS)
        return 2
    if help_minutes is not None and not FEWEST_MINUTES <= help_minutes <= MOST_MINUTES:
        say("help-minutes-bounds", least=FEWEST_MINUTES, most=MOST_MINUTES)
        return 2
    hours = read_quiet(quiet) if quiet else None
    if quiet and hours is None:
        say("quiet-unreadable", most=int(LONGEST.total_seconds() // 3600))
        return 2
    if letter_number and not good_pattern(letter_number):
        say("letter-number-bounds", most=LONGEST_PATTERN)
        return 2
    wanted = _offsets(remind, remind_reports)
    if wanted is None:
        say("remind-unreadable", most=MOST, days=FURTHEST_DAYS)
        return 2
    now = RealClock().now()
    async with opened(settings) as database, database.transaction() as session:
        office = await office_called(session, code)
        misses = _misses(office, call_after, follow_up_after)
        if misses is None:
            say("misses-bounds", least=FEWEST_MISSES, most=MOST_MISSES)
            return 2
        if proof and proof != office.second_factor:
            office.second_factor = SecondFactor(proof)
            await _chosen(session, office, "second_factor_chosen", {"proof": proof}, now)
        if days is not None and days != office.keep_photos_days:
            office.keep_photos_days = days
            await _chosen(session, office, "keep_photos_chosen", {"days": days}, now)
        told = discreet is not None and discreet != office.discreet
        if discreet is not None and told:
            office.discreet = discreet
            await _chosen(session, office, "discretion_chosen", {"discreet": discreet}, now)
        await _choose_help(session, office, emergency, help_minutes, now)
        await _choose_letterhead(session, office, above, below, now)
        if letter_number and letter_number != office.letter_number:
            office.letter_number = letter_number
            await _chosen(session, office, "letter_number_chosen", {"pattern": letter_number}, now)
        following = await _next_number(session, office, now)
        if hours is not None and hours != (office.quiet_from, office.quiet_until):
            office.quiet_from, office.quiet_until = hours
            await _chosen(session, office, "quiet_hours_chosen", _clocks(office), now)
        await _choose_reminders(session, office, *wanted, now)
        if misses != (office.call_after, office.follow_up_after):
            office.call_after, office.follow_up_after = misses
            await _chosen(session, office, "misses_chosen", {"call": misses[0], "follow_up": misses[1]}, now)
    say("office-discreet" if office.discreet else "office-named", office=office.name)
    if told:
        say("office-bot-later")
    say("help-minutes", office=office.name, minutes=office.help_minutes)
    say("misses", office=office.name, call=office.call_after, follow=office.follow_up_after)
    quiet_at_all = office.quiet_from != office.quiet_until
    say("quiet" if quiet_at_all else "quiet-none", office=office.name, **_clocks(office))
    say("remind", office=office.name, work=office.reminders, report=office.report_reminders)
    if office.emergency_contacts:
        say("help-numbers", office=office.name, numbers=office.emergency_contacts)
    else:
        say("help-numbers-default", office=office.name)
    say("letterhead", office=office.name, lines=" | ".join(_letterhead(office)))
    say("letter-number", office=office.name, number=following)
    say("keep-photos", office=office.name, days=office.keep_photos_days)
    say(f"proof-{SecondFactor(office.second_factor).value.replace('_', '-')}", office=office.name)
    return 0


async def _choose_help(
    session: AsyncSession, office: Office, emergency: str | None, minutes: int | None, now: datetime
) -> None:
    """Whom a client who calls for help can reach at any hour, and when the head is asked once more."""
    if emergency is not None and emergency.strip() != office.emergency_contacts:
        office.emergency_contacts = emergency.strip()
        await _chosen(session, office, "emergency_chosen", {"numbers": office.emergency_contacts}, now)
    if minutes is not None and minutes != office.help_minutes:
        office.help_minutes = minutes
        await _chosen(session, office, "help_minutes_chosen", {"minutes": minutes}, now)


def _offsets(work: str, report: str) -> tuple[str, str] | None:
    """Both lists as they are kept, '' for one that stays; None where one is none."""
    lists = (read_offsets(work) if work else (), read_offsets(report, days_only=True) if report else ())
    return None if lists[0] is None or lists[1] is None else (written(lists[0]), written(lists[1]))


async def _choose_reminders(
    session: AsyncSession, office: Office, work: str, report: str, now: datetime
) -> None:
    """When clients are reminded of sessions and of reports; what is due at this moment still comes."""
    chosen = (work or office.reminders, report or office.report_reminders)
    if chosen != (office.reminders, office.report_reminders):
        office.reminders, office.report_reminders = chosen
        await _chosen(session, office, "reminders_chosen", {"work": chosen[0], "report": chosen[1]}, now)
        await look_again(session, office, now)


async def _choose_letterhead(
    session: AsyncSession, office: Office, above: str | None, below: str | None, now: datetime
) -> None:
    """What stands above and below an office's name; lines are parted by `|`."""
    chosen = (
        office.letterhead_above if above is None else _lines(above),
        office.letterhead_below if below is None else _lines(below),
    )
    if chosen != (office.letterhead_above, office.letterhead_below):
        office.letterhead_above, office.letterhead_below = chosen
        payload = {"above": chosen[0], "below": chosen[1]}
        await _chosen(session, office, "letterhead_chosen", payload, now)


async def _next_number(session: AsyncSession, office: Office, now: datetime) -> str:
    """As the next letter would be numbered today."""
    day = local_day(now, office.zone)
    return number_of(office.letter_number, await next_count(session, office, day.year), office.code, day)


def _lines(typed: str) -> str:
    return "\n".join(line.strip() for line in typed.split("|") if line.strip())


def _letterhead(office: Office) -> list[str]:
    return [*office.letterhead_above.splitlines(), office.name, *office.letterhead_below.splitlines()]


def _clocks(office: Office) -> dict[str, str]:
    return {"begins": f"{office.quiet_from:%H.%M}", "ends": f"{office.quiet_until:%H.%M}"}


def _misses(office: Office, call: int | None, follow: int | None) -> tuple[int, int] | None:
    """After how many misses in a row the officer calls, and after how many more steps follow; None where
    these are no such numbers."""
    call = office.call_after if call is None else call
    follow = office.follow_up_after if follow is None else follow
    return (call, follow) if FEWEST_MISSES <= call < follow <= MOST_MISSES else None


async def _chosen(
    session: AsyncSession, office: Office, kind: str, payload: Mapping[str, str | int], now: datetime
) -> None:
    await append(
        session,
        office_id=office.id,
        stream=f"office:{office.id}",
        kind=kind,
        actor_id=None,
        payload=payload,
        happened_at=now,
        now=now,
    )
