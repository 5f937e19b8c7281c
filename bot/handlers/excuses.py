"""An officer excuses a client for several days, or takes that back; everybody whom it touches is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, excuses
from bot.domain.cases import local_day
from bot.domain.days import names_year, read_day
from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Param, Refused, Show, When, choice_numbers
from bot.domain.reports import midday
from bot.excuses import Moved
from bot.handlers import clients
from bot.storage import client_queries, queries
from bot.storage.models import Office, Person, WorkSession

LONGEST_REASON = 300
MOST_CASES = 20
LONG_PAST = timedelta(days=31)
"""Days that ended earlier may be meant for another year, unless the year was written."""
REPORTS_SHOWN = 3


async def excuse(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/izinkan CODE FIRST [LAST] REASON`: all cases of the client, both days included."""
    office = await queries.office_of(session, who.office_id)
    today = local_day(now, office.zone)
    code, first, last, words = _read(inbound.text, today)
    span = _span(first, last, office)
    if last < today - LONG_PAST and not names_year(inbound.text.split()[1]):
        raise Refused("excuse-long-past", code=code, **span)
    code = await queries.code_now(session, who.office_id, code)
    found = [
        row
        for row in clients.here(await client_queries.cases_called(session, who, code, MOST_CASES, now))
        if row[1].code.casefold() == code.casefold()
    ]
    if not found:
        raise Refused("client-not-found", text=code[:60])
    client = found[0][1]
    made = []
    for case_id in sorted(case.id for case, _ in found):
        case = await queries.locked_case(session, who.office_id, case_id)
        assert case is not None  # noqa: S101  (it was just found)
        one = await excuses.excuse(session, case, first, last, words=words, by=who, now=now)
        made += [one] if one else []
    if not made:
        return [Notice(to=who.id, key="excused-already", params=span | {"name": client.shown})]
    dropped = [planned for one in made for planned in one.dropped]
    on_site = await _told_on_site(session, client, dropped, "excused-told-site", now)
    reports = tuple(_reports(office, [moved for one in made for moved in one.reports]))
    lines = (*_sessions(len(dropped), sum(one.forgiven for one in made), told=bool(on_site)), *reports)
    done = Notice(
        to=who.id,
        key="excused-done",
        params=span | {"name": client.shown},
        lines=lines or (Line("excused-nothing"),),
        choices=(Choice(f"excuse-undo:{made[0].span}", "choice-excuse-undo"),),
        card=f"excused:{made[0].span}",
    )
    told = Notice(
        to=client.id,
        key="excused-told-client",
        params=cards.greeting(client) | span,
        lines=reports,
        ask=await cards.keyboard(session, client, now),
    )
    return [done, told, *on_site]


async def take_back(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batalkan izin*, within ten minutes: a slip of the date or the code."""
    (span_id,) = choice_numbers(inbound.text, 1)
    office = await queries.office_of(session, who.office_id)
    found = await excuses.spans_with(session, who, span_id, now)
    client = await session.get_one(Person, found[0][1].client_id)
    span = _span(found[0][0].first, found[0][0].last, office)
    again = [
        planned
        for one, case in found
        for planned in await excuses.take_back(session, one, case, by=who, now=now)
    ]
    return [
        Notice(
            to=who.id,
            key="excuse-undone",
            params=span | {"name": client.shown},
            card=f"excused:{span_id}",
            show=Show.EDIT,
        ),
        Notice(
            to=client.id,
            key="excuse-undone-client",
            params=cards.greeting(client) | span,
            ask=await cards.keyboard(session, client, now),
        ),
        *await _told_on_site(session, client, again, "excuse-undone-site", now),
    ]


def _read(text: str, today: date) -> tuple[str, date, date, str]:
    """Code, first and last day, reason. Raises Refused with an example for anything else."""
    words = text.split()
    first = read_day(words[1], today) if len(words) > 1 else None
    if first is None:
        raise Refused("excuse-usage")
    last = read_day(words[2], today) if len(words) > 2 else None
    reason = " ".join(words[2 if last is None else 3 :])
    if not reason:
        raise Refused("excuse-usage")
    return words[0], first, last or first, reason[:LONGEST_REASON]


def _span(first: date, last: date, office: Office) -> dict[str, Param]:
    return {
        "first": When(midday(first, office.zone), office.zone),
        "last": When(midday(last, office.zone), office.zone),
    }


def _sessions(dropped: int, forgiven: int, *, told: bool) -> Iterator[Line]:
    """What became of the days of work; only what is true is said."""
    if dropped:
        yield Line("excused-sessions" if told else "excused-sessions-untold", {"count": dropped})
    if forgiven:
        yield Line("excused-misses", {"count": forgiven})


def _reports(office: Office, moved: Sequence[Moved]) -> Iterator[Line]:
    for one in sorted(moved, key=lambda one: one.usual)[:REPORTS_SHOWN]:
        usual: dict[str, Param] = {"usual": When(midday(one.usual, office.zone), office.zone)}
        if one.to is None:
            yield Line("excused-report-dropped", usual)
        else:
            yield Line("excused-report", usual | {"day": When(midday(one.to, office.zone), office.zone)})


async def _told_on_site(
    session: AsyncSession, client: Person, sessions: Sequence[WorkSession], key: str, now: datetime
) -> list[Notice]:
    """Supervisors hear who will not come (or will), one message each; why is not theirs to know."""
    expected: dict[int, dict[int, Line]] = {}
    for planned in sessions:
        site = await queries.site_of(session, client.office_id, planned.site_id)
        line = Line("excused-line", {"at": When(planned.starts_at, site.zone), "site": site.name})
        for supervisor in await queries.supervisors_of(session, site, planned.day, now):
            expected.setdefault(supervisor.id, {})[planned.id] = line
    return [
        Notice(
            to=supervisor,
            key=key,
            params={"name": client.shown},
            lines=tuple(lines.values()),
            ask=Ask.SUPERVISOR,
        )
        for supervisor, lines in expected.items()
        if supervisor != client.id
    ]
