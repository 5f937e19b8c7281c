"""What is shown of a contest: the card of whoever decides, and the question to the site's supervisors."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import kinship
from bot.domain.answers import own_words
from bot.domain.contests import ContestAbout, ContestState
from bot.domain.messages import Choice, Line, Minutes, Notice, Param, Show, When
from bot.domain.reports import midday
from bot.storage import queries
from bot.storage.contests import Subject, deciders, subject_of
from bot.storage.models import Case, Contest, Person


async def cards_for(
    session: AsyncSession, case: Case, contest: Contest, now: datetime, *, show: Show = Show.NEW
) -> list[Notice]:
    """The question to whoever decides."""
    return [
        await card(session, case, contest, one, show=show)
        for one in await deciders(session, case, contest, now)
    ]


async def card(
    session: AsyncSession, case: Case, contest: Contest, to: Person, *, show: Show = Show.NEW
) -> Notice:
    """One contest with its two buttons: what stands there, what the client says, what the site says. A child
    is a code in it, as everywhere."""
    client = await session.get_one(Person, case.client_id)
    office = await queries.office_of(session, case.office_id)
    subject = await subject_of(session, contest)
    lines = [*_entry(contest, subject), Line("contest-card-words", {"words": contest.words})]
    lines += _claimed(contest, subject.site.zone)
    lines += await _site(session, contest)
    if contest.reopened_at is not None:
        lines.append(Line("contest-card-reopened", {"reason": contest.answer}))
    lines.append(Line("contest-card-by", {"day": When(midday(contest.answer_by, office.zone), office.zone)}))
    return Notice(
        to=to.id,
        key="contest-card",
        params={"name": client.shown},
        lines=tuple(lines),
        choices=(
            Choice(f"contest-uphold:{contest.id}", f"choice-contest-uphold{_of(contest)}"),
            Choice(f"contest-dismiss:{contest.id}", f"choice-contest-dismiss{_of(contest)}"),
        ),
        media=f"photo:{contest.photo_id}" if contest.photo_id else "",
        card=f"contest:{contest.id}",
        show=show,
    )


def _of(contest: Contest) -> str:
    """Only rejected hours stay rejected; of all else the entry stays as it is."""
    return "" if contest.about is ContestAbout.REJECTED else "-entry"


def _entry(contest: Contest, subject: Subject) -> list[Line]:
    """What stands in the record."""
    zone, record = subject.site.zone, subject.attendance
    params: dict[str, Param] = {"site": subject.site.name}
    if subject.times is None:
        return [Line("contest-card-unrecorded", params | {"day": When(midday(contest.day, zone), zone)})]
    start, finish = subject.times
    params["start"] = When(start, zone)
    lines = [Line("contest-card-start", params)]
    if finish is not None:
        lines = [Line("contest-card-times", params | {"finish": When(finish, zone)})]
    if record is None:
        return [*lines, Line("contest-card-missed")]
    if record.rejected:
        return [*lines, Line("contest-card-reason", {"reason": own_words(record.reject_reason)})]
    lines.append(Line("contest-card-credited", {"credited": Minutes(record.credited)}))
    if record.penalty_minutes:
        lines.append(Line("contest-card-penalty", {"penalty": Minutes(record.penalty_minutes)}))
    return lines


def _claimed(contest: Contest, zone: str) -> list[Line]:
    times = _times(contest, zone)
    return [Line("contest-card-claimed", times)] if times else []


def _times(contest: Contest, zone: str) -> dict[str, Param]:
    """From when to when he worked by his own word, where he said so."""
    if contest.claims_start is None or contest.claims_finish is None:
        return {}
    return {"start": When(contest.claims_start, zone), "finish": When(contest.claims_finish, zone)}


async def _site(session: AsyncSession, contest: Contest) -> list[Line]:
    """What the supervisor said when he was asked."""
    if contest.site_word is None or contest.site_word_by is None:
        return []
    by = await session.get_one(Person, contest.site_word_by)
    key = "contest-card-site-yes" if contest.site_word else "contest-card-site-no"
    return [Line(key, {"by": by.shown})]


async def asked_at_site(session: AsyncSession, case: Case, contest: Contest, now: datetime) -> list[Notice]:
    """The question to those who confirm at the site: whether he worked that day. Never his words, and none to
    himself or his family."""
    site = await queries.site_of(session, case.office_id, contest.site_id)
    supervisors = await kinship.deciders(session, site, contest.day, case.client_id, now)
    client = await session.get_one(Person, case.client_id)
    params: dict[str, Param] = {"name": client.shown, "site": site.name}
    params["day"] = When(midday(contest.day, site.zone), site.zone)
    line = Line("contest-question-day", params)
    if times := _times(contest, site.zone):
        line = Line("contest-question-times", params | times)
    return [
        Notice(
            to=one.id,
            key="contest-question",
            lines=(line,),
            choices=(
                Choice(f"contest-seen:{contest.id}", "choice-contest-seen"),
                Choice(f"contest-unseen:{contest.id}", "choice-contest-unseen"),
            ),
            card=f"contest-site:{contest.id}",
        )
        for one in supervisors
    ]


def open_to_client(contest: Contest) -> tuple[Choice, ...]:
    """What the client can still do about a contest that waits."""
    if contest.state is not ContestState.OPEN:
        return ()
    return (
        Choice(f"contest-more:{contest.id}", "choice-contest-more"),
        Choice(f"contest-withdraw:{contest.id}", "choice-contest-withdraw"),
    )
