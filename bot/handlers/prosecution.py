"""`/perkara`: how the cases of a prosecutor stand. He supervises the sentence, so he reads figures and
facts of his own cases, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.cases import CaseState
from bot.domain.checkins import SessionState
from bot.domain.digest import programme_key
from bot.domain.documents import DocumentKind
from bot.domain.messages import (
    Choice,
    Inbound,
    Line,
    Notice,
    Param,
    Refused,
    Show,
    When,
    Word,
    choice_numbers,
)
from bot.domain.outcomes import Outcome, climbs
from bot.domain.pages import page_in, page_of
from bot.handlers import case_lines
from bot.storage import client_queries, excuse_requests, prosecution, queries
from bot.storage.heard import heard
from bot.storage.miss_counts import count_misses
from bot.storage.models import Case, Person, Site, WorkSession

log = structlog.get_logger()

SHOWN = 8
"""Cases with a button on a page; each opens by its number as well."""
MOST = 1000
MISSES_SHOWN = 5


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/perkara`: a button for each own case, page by page; `/perkara NUMBER`: that one."""
    wanted = inbound.text.strip()
    found = await prosecution.cases(session, who, wanted, MOST)
    if not found:
        raise Refused("prosecuted-not-found" if wanted else "prosecuted-none", text=wanted[:60])
    if wanted:
        return [await _card(session, who, *found[0], now)]
    return [_listed(who, found, 0)]


async def turn(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Another page of the list; one that is no more shows the last there is."""
    found = await prosecution.cases(session, who, "", MOST)
    if not found:
        raise Refused("prosecuted-none", text="")
    return [_listed(who, found, page_in(inbound.text) or 0)]


def _listed(who: Person, found: Sequence[tuple[Case, Person]], wanted: int) -> Notice:
    page = page_of(len(found), SHOWN, wanted)
    named = [
        Choice(f"prosecuted:{case.id}", "choice-name", {"name": client.shown})
        for case, client in page.cut(found)
    ]
    back = Choice(f"prosecuted-page:p{page.number - 1}", "choice-page-back")
    on = Choice(f"prosecuted-page:p{page.number + 1}", "choice-page-on")
    pages: dict[str, Param] = {"page": page.number + 1, "pages": page.count}
    return Notice(
        to=who.id,
        key="prosecuted-which",
        lines=(Line("prosecuted-page", pages),) if page.count > 1 else (),
        choices=(*named, *((back,) if page.has_before else ()), *((on,) if page.has_after else ())),
        card="prosecuted",
        show=Show.AGAIN,
    )


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A button with a client's name."""
    case = await session.get(Case, choice_numbers(inbound.text, 1)[0])
    if case is None or case.office_id != who.office_id or case.prosecutor_id != who.id:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return [await _card(session, who, case, await session.get_one(Person, case.client_id), now)]


async def _card(session: AsyncSession, who: Person, case: Case, client: Person, now: datetime) -> Notice:
    """Papers, hours, pace and misses; no opinion, no telephone number, and not why a case rests: that may be
    somebody's illness."""
    office = await queries.office_of(session, case.office_id)
    officer = await session.get(Person, case.officer_id) if case.officer_id else None
    misses = await count_misses(session, case)
    lines = [
        Line("client-card-case", {"number": case.number, "code": client.code}),
        *case_lines.of_order(case, office.zone, secret=False),
        *await case_lines.state(
            session, case, office, now, why=case.state is not CaseState.SUSPENDED, steps=False
        ),
        *await case_lines.hours(session, case),
    ]
    if case.state is not CaseState.DRAFT:
        lines.append(Line("prosecuted-misses", {"absent": misses.absent, "excused": misses.excused}))
        if misses.unreached:
            lines.append(Line("prosecuted-unreached", {"count": misses.unreached}))
        lines += await _missed(session, case)
    if misses.explained:
        lines.append(Line("prosecuted-explained", {"count": misses.explained}))
    if misses.rejected:
        lines.append(Line("prosecuted-rejected", {"count": misses.rejected}))
    if misses.asked:
        lines.append(Line("prosecuted-asked", {"count": misses.asked}))
    if officer is not None:
        lines.append(Line("prosecuted-officer", {"officer": officer.shown}))
    return Notice(
        to=who.id,
        key="prosecuted-card",
        params={"name": client.shown, "programme": Word(programme_key(case.programme))},
        lines=tuple(lines),
        choices=(Choice(f"document-case:{case.id}:{DocumentKind.REPORT.value}", "choice-prosecuted-report"),),
        ask=await cards.keyboard(session, who, now),
    )


async def _missed(session: AsyncSession, case: Case) -> list[Line]:
    """The latest misses and what each was said to be, none for which an excuse is still asked; an illness is
    *izin* here, and nobody's words stand."""
    rows = await client_queries.last_misses(session, case, date.min, MISSES_SHOWN)
    declined = await heard(session, case.office_id, [planned for planned, _ in rows])
    asked = await excuse_requests.undecided_among(session, [planned.id for planned, _ in rows])
    return [
        _miss(planned, site, declined=planned.id in declined)
        for planned, site in rows
        if _is_rejected(planned) or not (climbs(planned.outcome) and planned.id in asked)
    ]


def _is_rejected(planned: WorkSession) -> bool:
    """What was recorded was called not right, and nobody has said that it was a miss."""
    return planned.state is not SessionState.MISSED and planned.outcome is None


def _miss(planned: WorkSession, site: Site, *, declined: bool) -> Line:
    """What was said of it; what the client explained is called so until an officer has judged it, and what
    was not accepted is not silence. A record that was called not right is that, until somebody says more."""
    outcome = Outcome(planned.outcome or Outcome.UNEXPLAINED)
    outcome = Outcome.PERMITTED if outcome is Outcome.SICK else outcome
    day = When(planned.starts_at, site.zone)
    word = Word(f"outcome-{outcome.value}")
    if _is_rejected(planned):
        word = Word("miss-rejected")
    elif climbs(outcome) and planned.answer:
        word = Word("miss-unjudged")
    elif climbs(outcome) and declined:
        word = Word("miss-declined")
    return Line("prosecuted-miss", {"day": day, "site": site.name, "outcome": word})
