"""Monday's messages: the summary with its next steps, and an officer's file."""

from __future__ import annotations

from bot.domain.client_buttons import ways_on
from bot.domain.digest import Week
from bot.domain.finding import Group
from bot.domain.findings import findings
from bot.domain.messages import Choice, Line, Notice, Resend
from bot.domain.work_list import in_order
from bot.reports.office_summary import OWN
from bot.reports.summary import summary_lines
from bot.storage.models import Person

BUTTONS = 6
"""Next steps below a summary."""
TO_THE_LIST = Choice("needs", "choice-needs")
TO_EVALUATIONS = Choice("evaluation-read", "choice-evaluation-read")


def digest_notices(week: Week, officer: Person, digest_id: int, *, reader: Person) -> list[Notice]:
    """The Monday messages of an officer or head: the summary, and for an officer the Excel file; each queued
    once a week. While he is on leave, whoever stands in reads them."""
    once = f"digest:{officer.id}:{week.week}"
    summary = summary_notice(week, reader, whose=officer)
    text = Notice(
        to=summary.to,
        key=summary.key,
        params=summary.params,
        lines=summary.lines,
        choices=_steps(week),
        resend=Resend.MARKED,
        once=once,
    )
    if week.of_office:
        return [text]
    file = Notice(
        to=reader.id,
        key="digest-file",
        media=f"digest:{digest_id}",
        resend=Resend.MARKED,
        once=f"{once}:file",
    )
    return [text, file]


def _steps(week: Week) -> tuple[Choice, ...]:
    """The next steps of what presses most, and the way to the list of all; a head decides on his list, and
    reads what was said of the sessions."""
    found = findings(week)
    pressing = [one for one in in_order(found) if one.group is not Group.FINE]
    if week.of_office:
        own = any(one.line.key in OWN for one in found) or any(one.for_reader for one in week.offers)
        return (TO_THE_LIST,) * own + (TO_EVALUATIONS,) * bool(week.rated.sessions)
    return (*ways_on(week, pressing[:BUTTONS], BUTTONS), TO_THE_LIST) if pressing else ()


def summary_notice(week: Week, reader: Person, *, whose: Person | None = None) -> Notice:
    """The summary in one notice; it is split where the channel needs it. Whoever reads it for an officer on
    leave is told whose clients these are."""
    heading, *lines = summary_lines(week)
    if whose is not None and whose.id != reader.id:
        lines.insert(0, Line("digest-stand-in", {"officer": whose.shown}))
    return Notice(to=reader.id, key=heading.key, params=heading.params, lines=tuple(lines))
