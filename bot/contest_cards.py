"""What is shown of a contest: the card of whoever decides, and the question to the site's supervisors."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import kinship, worried_answers
from bot.domain.answers import own_words
from bot.domain.contests import ContestAbout, ContestState
from bot.domain.messages import Choice, Line, Minutes, Notice, Param, Show, When, Word
from bot.domain.outcomes import Outcome
from bot.domain.reports import midday
from bot.storage import corrections, queries
from bot.storage.contests import (
    Subject,
    deciders,
    recorded_meanwhile,
    said_of_miss,
    site_words,
    stands,
    subject_of,
)
from bot.storage.corrections import Correction
from bot.storage.events import told_by
from bot.storage.models import Attendance, Case, Contest, Person, WorkSession
from bot.storage.openings import Opening
from bot.storage.voices import voices_of


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
    """One contest with its buttons: what stands there, what the client says, what the site says. A child is a
    code in it, as everywhere."""
    client = await session.get_one(Person, case.client_id)
    office = await queries.office_of(session, case.office_id)
    subject = await subject_of(session, contest)
    spoken = await voices_of(session, contest)
    lines = await _entry(session, case, contest, subject)
    lines += [Line("contest-card-words", {"words": contest.words})] if contest.words else []
    lines += worried_answers.marks(contest.words)
    lines += [Line("contest-card-voices", {"count": len(spoken)})] if spoken else []
    lines += _claimed(contest, subject.zone)
    lines += await _site(session, case, contest)
    lines += await other_corrections(session, case, contest, subject.zone)
    known = await recorded_meanwhile(session, case, contest)
    lines += [await _known(session, known, subject.zone)] if known is not None else []
    if contest.reopened_at is not None:
        lines.append(Line("contest-card-reopened", {"reason": contest.answer}))
    lines.append(Line("contest-card-by", {"day": When(midday(contest.answer_by, office.zone), office.zone)}))
    return Notice(
        to=to.id,
        key="contest-card",
        params={"name": client.shown},
        lines=tuple(lines),
        choices=(
            *_verdicts(contest, known, subject.opening),
            *([Choice(f"contest-listen:{contest.id}", "choice-voice-listen")] if spoken else []),
        ),
        media=f"photo:{contest.photo_id}" if contest.photo_id else "",
        card=f"contest:{contest.id}",
        show=show,
    )


def _verdicts(contest: Contest, known: Attendance | None, opening: Opening | None) -> tuple[Choice, ...]:
    """How it can end truthfully: what the record holds by now nobody can grant once more, or refuse. Where
    hours before Hadir are contested, the buttons say how many their card shows."""
    if known is not None and stands(known):
        return (Choice(f"contest-settle:{contest.id}", "choice-contest-settle"),)
    read = "" if opening is None else f":{opening.minutes}"
    dismiss = Choice(f"contest-dismiss:{contest.id}{read}", f"choice-contest-dismiss{_of(contest)}")
    if known is not None:
        return (dismiss,)
    other = Choice(f"contest-other:{contest.id}{read}", _other(contest))
    if opening is not None:  # how many hours it were, only words say
        return other, dismiss
    return Choice(f"contest-uphold:{contest.id}", f"choice-contest-uphold{_of(contest)}"), other, dismiss


async def _known(session: AsyncSession, known: Attendance, zone: str) -> Line:
    """What was recorded since it was contested, and whether it counts already."""
    if not stands(known):
        return Line("contest-card-recorded-waits", {"start": When(known.started_at, zone)})
    by = await session.get(Person, known.decided_by) if known.decided_by else None
    return Line("contest-card-recorded", recorded_params(known, zone) | {"by": by.shown if by else "–"})


def recorded_params(known: Attendance, zone: str) -> dict[str, Param]:
    """From when to when it stands in the record, and how much of it counts."""
    return {
        "start": When(known.started_at, zone),
        "finish": When(known.finished_at or known.started_at, zone),
        "credited": Minutes(known.credited),
    }


def _other(contest: Contest) -> str:
    """Neither of both."""
    if contest.about is ContestAbout.OPENING:
        return "choice-contest-other-hours"
    minutes = contest.about is ContestAbout.CORRECTION
    return "choice-contest-other-minutes" if minutes else "choice-contest-other"


def _of(contest: Contest) -> str:
    """Only rejected hours stay rejected; of all else the entry stays as it is."""
    if contest.about is ContestAbout.CORRECTION:
        return "-correction"
    return "" if contest.about is ContestAbout.REJECTED else "-entry"


async def _entry(session: AsyncSession, case: Case, contest: Contest, subject: Subject) -> list[Line]:
    """What stands in the record."""
    if subject.opening is not None:
        return await _opened(session, subject.opening, subject.zone)
    if subject.site is None:
        return await _corrected(session, subject)
    zone, record = subject.zone, subject.attendance
    params: dict[str, Param] = {"site": subject.site.name}
    if subject.times is None:
        return [Line("contest-card-unrecorded", params | {"day": When(midday(contest.day, zone), zone)})]
    start, finish = subject.times
    params["start"] = When(start, zone)
    lines = [Line("contest-card-start", params)]
    if finish is not None:
        lines = [Line("contest-card-times", params | {"finish": When(finish, zone)})]
    if record is None:
        return [*lines, *await _missed(session, case, subject.planned)]
    if record.rejected:
        return [*lines, Line("contest-card-reason", {"reason": own_words(record.reject_reason)})]
    lines.append(Line("contest-card-credited", {"credited": Minutes(record.credited)}))
    if record.penalty_minutes:
        lines.append(Line("contest-card-penalty", {"penalty": Minutes(record.penalty_minutes)}))
    return lines


async def _missed(session: AsyncSession, case: Case, planned: WorkSession | None) -> list[Line]:
    """That he did not come, and what a person has said of it; an illness is *izin* outside the officer's
    chat."""
    said = await said_of_miss(session, case, planned) if planned is not None else None
    by = await session.get(Person, said.actor_id) if said is not None and said.actor_id else None
    if said is None or by is None:
        return [Line("contest-card-missed")]
    told = told_by(said)
    outcome = Outcome(told.get("outcome", Outcome.UNEXPLAINED))
    if outcome is Outcome.SICK:
        outcome, told = Outcome.PERMITTED, {}
    lines = [Line("contest-card-missed-as", {"outcome": Word(f"outcome-{outcome.value}"), "by": by.shown})]
    why = told.get("why")
    return [*lines, *([Line("contest-card-correction-words", {"words": why})] if why else [])]


async def other_corrections(session: AsyncSession, case: Case, contest: Contest, zone: str) -> list[Line]:
    """What officers have corrected of that day beside the entry; what was added since the contest was filed
    will be in the hours that are upheld. The hours before Hadir are of no day."""
    if contest.about is ContestAbout.OPENING:
        return []
    since = {one.number for one in await corrections.added_since(session, case, contest)}
    found = []
    for one in await corrections.standing_on(session, case, contest.day):
        if one.number != contest.correction:
            by = await session.get(Person, one.by) if one.by else None
            end = "since" if one.number in since else way(one)
            found.append(Line(f"contest-card-beside-{end}", correction_params(one, zone, by)))
    return found


async def _opened(session: AsyncSession, opening: Opening, zone: str) -> list[Line]:
    """The hours before Hadir, by which paper, and who entered them."""
    by = await session.get(Person, opening.by) if opening.by else None
    return [
        Line("contest-card-opening", opening_params(opening, zone)),
        Line("contest-card-opening-basis", {"basis": opening.basis, "by": by.shown if by else "–"}),
    ]


def opening_params(opening: Opening, zone: str) -> dict[str, Param]:
    """So many hours, up to which day."""
    return {"minutes": Minutes(opening.minutes), "day": When(midday(opening.as_of, zone), zone)}


async def _corrected(session: AsyncSession, subject: Subject) -> list[Line]:
    """The correction with its reason, and the words of the officer who made it, or of the head who replaced
    his."""
    assert subject.correction is not None  # noqa: S101  (what the contest is about)
    one = subject.correction
    by = await session.get(Person, one.by) if one.by else None
    line, words = f"contest-card-correction-{way(one)}", "contest-card-correction-words"
    if one.of_contest:
        line, words = f"contest-card-replacement-{way(one)}", "contest-card-replacement-words"
    told = Line(line, correction_params(one, subject.zone, by))
    return [told, *([Line(words, {"words": one.words})] if one.words else [])]


def way(one: Correction) -> str:
    """The end of the keys that tell of a correction."""
    return "up" if one.minutes > 0 else "down"


def correction_params(one: Correction, zone: str, by: Person | None) -> dict[str, Param]:
    """What is told of a correction: its day, size and reason, and who made it."""
    return {
        "day": When(midday(one.day, zone), zone),
        "minutes": Minutes(abs(one.minutes)),
        "reason": Word(f"adjust-reason-{one.reason.value.replace('_', '-')}"),
        "by": by.shown if by else "–",
    }


def _claimed(contest: Contest, zone: str) -> list[Line]:
    times = _times(contest, zone)
    return [Line("contest-card-claimed", times)] if times else []


def _times(contest: Contest, zone: str) -> dict[str, Param]:
    """From when to when he worked by his own word, where he said so."""
    if contest.claims_start is None or contest.claims_finish is None:
        return {}
    return {"start": When(contest.claims_start, zone), "finish": When(contest.claims_finish, zone)}


async def _site(session: AsyncSession, case: Case, contest: Contest) -> list[Line]:
    """What each supervisor said who was asked: two may not have seen the same."""
    if contest.site_word is None:
        return []
    lines = []
    for person_id, worked in (await site_words(session, case, contest)).items():
        by = await session.get_one(Person, person_id)
        key = "contest-card-site-yes" if worked else "contest-card-site-no"
        lines.append(Line(key, {"by": by.shown}))
    return lines


async def asked_at_site(session: AsyncSession, case: Case, contest: Contest, now: datetime) -> list[Notice]:
    """The question to those who confirm at the site: whether he worked that day. Never his words, and none to
    himself or his family; none of a correction, which is no matter of the site."""
    if contest.site_id is None:
        return []
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


async def without_object(session: AsyncSession, case: Case, contest: Contest, now: datetime) -> list[Notice]:
    """The rejection was taken back: nobody need decide, and nobody at the site need answer."""
    client = await session.get_one(Person, case.client_id)
    told = [
        Notice(
            to=one.id,
            key="contest-dropped-decider",
            params={"name": client.shown},
            card=f"contest:{contest.id}",
            show=Show.EDIT,
        )
        for one in await deciders(session, case, contest, now)
    ]
    asked = await asked_at_site(session, case, contest, now)
    over = [
        Notice(to=one.to, key="contest-question-over", card=one.card, show=Show.EDIT_ONLY) for one in asked
    ]
    return [*told, *over]


def open_to_client(contest: Contest) -> tuple[Choice, ...]:
    """What the client can still do about a contest that waits."""
    if contest.state is not ContestState.OPEN:
        return ()
    return (
        Choice(f"contest-more:{contest.id}", "choice-contest-more"),
        Choice(f"contest-withdraw:{contest.id}", "choice-contest-withdraw"),
    )
