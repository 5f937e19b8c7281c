"""A supervisor corrects start, finish and break on a card: three questions, a reason, a preview, *Simpan*."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, corrected_times, kinship
from bot.corrected_times import Step
from bot.domain.answers import in_one, own_words
from bot.domain.clock_times import WorkDay, check_break, check_finish, read_break, read_clock, says_same
from bot.domain.messages import (
    Choice,
    Inbound,
    Line,
    Minutes,
    Notice,
    Param,
    Refused,
    Show,
    When,
    choice_numbers,
)
from bot.domain.people import Role
from bot.handlers import decisions
from bot.storage import queries
from bot.storage.models import Attendance, Person, Site, WorkSession
from bot.storage.times_drafts import TimesDraft, begin_draft, draft_of, forget_draft

TOPIC = "times"
REASONS = ("reason-no-signal", "reason-forgot", "reason-phone-clock")
LONGEST_REASON = 300


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Perbaiki jam* on a card: the first question. What was decided, or has changed, shows the card."""
    attendance, _ = await decisions.tapped(session, who, inbound, now)
    planned = await corrected_times.planned_of(session, attendance)
    if not corrected_times.may_correct(attendance, planned, now):
        return [await cards.card(session, who, attendance, show=Show.AGAIN)]
    await begin_draft(session, who, attendance, now)
    return await _go_on(session, who, attendance, now)


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A quick button below a question: as the phone said, as planned, no break, or a reason."""
    attendance, _ = await decisions.tapped(session, who, inbound, now)
    draft = await _draft(session, who, attendance)
    _, _, step, answer = (*inbound.text.split(":"), "", "", "")[:4]
    planned = await corrected_times.planned_of(session, attendance)
    if step == corrected_times.next_step(draft, attendance):
        _take(draft, Step(step), answer, attendance, planned, now)
    return await _go_on(session, who, attendance, now)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A time, a length or a reason as it was typed; what cannot be read is asked for once more."""
    attendance, _ = await decisions.decidable(session, who, about, now)
    draft = await _draft(session, who, attendance)
    planned = await corrected_times.planned_of(session, attendance)
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    step = corrected_times.next_step(draft, attendance)
    if step is None:
        return await _go_on(session, who, attendance, now)
    if says_same(inbound.text):
        _take(draft, step, "sent", attendance, planned, now)
    else:
        _read(draft, step, inbound.text, corrected_times.work_day(attendance, planned, site), now)
    return await _go_on(session, who, attendance, now)


async def save(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Simpan*: only what was shown. Where the record has changed since, the new state and the answers are
    shown, and nothing is saved; where somebody has decided, his word stands."""
    attendance, case = await decisions.tapped(session, who, inbound, now)
    draft = await _draft(session, who, attendance)
    planned = await corrected_times.planned_of(session, attendance)
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    if not corrected_times.may_correct(attendance, planned, now):
        await forget_draft(session, who)
        lost = Notice(to=who.id, key="times-decided", params=_entered(draft, site))
        return [lost, await cards.card(session, who, attendance, show=Show.AGAIN)]
    if draft.revision != attendance.revision or choice_numbers(inbound.text, 2)[1] != draft.revision:
        draft.revision = attendance.revision
        return await _go_on(session, who, attendance, now, first=Line("times-changed"))
    if corrected_times.next_step(draft, attendance) is not None:
        return await _go_on(session, who, attendance, now)
    instead = kinship.OFFICER_INSTEAD if who.role is Role.OFFICER else ""
    await corrected_times.save(session, case, attendance, draft, by=who.id, now=now, instead=instead)
    reason = draft.reason
    await forget_draft(session, who)
    shown = await cards.card(session, who, attendance, show=Show.AGAIN)
    told = await decisions.tell(session, case, attendance, corrected=reason)
    return [shown, *told, *await decisions.redraw(session, who, attendance, now)]


async def drop(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batal*: nothing was saved; the card again."""
    attendance, _ = await decisions.tapped(session, who, inbound, now)
    await forget_draft(session, who)
    return [await cards.card(session, who, attendance, show=Show.AGAIN)]


async def _draft(session: AsyncSession, who: Person, attendance: Attendance) -> TimesDraft:
    """What was answered so far. Raises Refused where nothing was begun, or it was saved or dropped."""
    draft = await draft_of(session, who, attendance)
    if draft is None:
        raise Refused("choice-unknown")
    return draft


def _take(
    draft: TimesDraft,
    step: Step,
    answer: str,
    attendance: Attendance,
    planned: WorkSession | None,
    now: datetime,
) -> None:
    """A quick answer. Raises Refused for one that is not offered."""
    match step, answer:
        case Step.START, "sent":
            draft.started_at = attendance.started_at
        case Step.START, "planned" if planned and planned.starts_at <= now:
            draft.started_at = planned.starts_at
        case Step.FINISH, "sent" if attendance.finished_at and draft.started_at:
            draft.finished_at = check_finish(attendance.finished_at, draft.started_at, now=now)
        case Step.FINISH, "planned" if planned and draft.started_at:
            draft.finished_at = check_finish(planned.ends_at, draft.started_at, now=now)
        case Step.BREAK, "none":
            draft.break_minutes = 0
        case Step.BREAK, "sent" | "planned" if draft.started_at and draft.finished_at:
            minutes = _usual_break(attendance, planned, draft.started_at, draft.finished_at)
            draft.break_minutes = check_break(minutes, draft.started_at, draft.finished_at)
        case Step.WHY, _ if answer in REASONS:
            draft.reason = answer
        case _:
            raise Refused("choice-unknown")


def _read(draft: TimesDraft, step: Step, text: str, day: WorkDay, now: datetime) -> None:
    """A typed answer. Raises Refused, with what is wrong, at the step at which it is."""
    if step is Step.WHY:
        if not any(letter.isalpha() for letter in text):
            raise Refused("times-why-words")
        draft.reason = in_one(text.strip(), LONGEST_REASON)
        return
    if step is Step.BREAK:
        minutes = read_break(text)
        if minutes is None or draft.started_at is None or draft.finished_at is None:
            raise Refused("times-break-unread")
        draft.break_minutes = check_break(minutes, draft.started_at, draft.finished_at)
        return
    clock = read_clock(text)
    if clock is None:
        raise Refused("times-unread")
    if step is Step.START or draft.started_at is None:
        draft.started_at = day.start(clock, now=now)
    else:
        draft.finished_at = day.finish(clock, draft.started_at, now=now)


def _usual_break(
    attendance: Attendance, planned: WorkSession | None, started: datetime, finished: datetime
) -> int:
    """The break of a stay by the rule of its placement; outside the plan as recorded."""
    length = int((finished - started).total_seconds() // 60)
    return planned.pause.taken(length) if planned else attendance.break_minutes


async def _go_on(
    session: AsyncSession,
    who: Person,
    attendance: Attendance,
    now: datetime,
    *,
    first: Line | None = None,
) -> list[Notice]:
    """The next question, or the preview; with nothing changed, the card, which has *Benar* for that."""
    draft = await _draft(session, who, attendance)
    client = await session.get_one(Person, attendance.client_id)
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    planned = await corrected_times.planned_of(session, attendance)
    step = corrected_times.next_step(draft, attendance)
    if step is not None:
        await queries.ask_for_words(session, who, TOPIC, attendance.id, now)
        return [_question(who, client, attendance, planned, site, draft, step, now, first)]
    await queries.forget_question(session, who)
    if not corrected_times.changes(draft, attendance):
        await forget_draft(session, who)
        unchanged = Notice(to=who.id, key="times-unchanged")
        return [unchanged, await cards.card(session, who, attendance, show=Show.AGAIN)]
    return [_preview(who, client, attendance, site, draft, first)]


def _question(
    who: Person,
    client: Person,
    attendance: Attendance,
    planned: WorkSession | None,
    site: Site,
    draft: TimesDraft,
    step: Step,
    now: datetime,
    first: Line | None,
) -> Notice:
    return Notice(
        to=who.id,
        key=f"times-ask-{Step(step).value}",
        params={"name": client.shown},
        lines=(first,) if first else (),
        choices=tuple(_quick(attendance, planned, site, draft, step, now)),
        card=f"times:{attendance.id}",
        show=Show.AGAIN,
    )


def _quick(
    attendance: Attendance,
    planned: WorkSession | None,
    site: Site,
    draft: TimesDraft,
    step: Step,
    now: datetime,
) -> list[Choice]:
    """The answers that most will give: what the phone said, what was planned."""
    about = f"times-set:{attendance.id}:{step.value}"
    if step is Step.WHY:
        return [Choice(f"{about}:{reason}", reason) for reason in REASONS]
    if step is Step.BREAK:
        assert draft.started_at is not None  # noqa: S101  (asked before)
        assert draft.finished_at is not None  # noqa: S101
        usual = _usual_break(attendance, planned, draft.started_at, draft.finished_at)
        found = [Choice(f"{about}:none", "choice-times-no-break")]
        if usual:
            found.insert(0, Choice(f"{about}:planned", "choice-times-break", {"length": Minutes(usual)}))
        return found
    starts = step is Step.START
    sent = attendance.started_at if starts else _finished(attendance)
    plan = (planned.starts_at if starts else planned.ends_at) if planned else None
    found = []
    if plan and plan <= now and (starts or (draft.started_at and plan > draft.started_at)):
        found.append(Choice(f"{about}:planned", "choice-times-planned", {"at": When(plan, site.zone)}))
    if sent and sent != plan and (starts or (draft.started_at and sent > draft.started_at)):
        found.append(Choice(f"{about}:sent", "choice-times-sent", {"at": When(sent, site.zone)}))
    return found


def _preview(
    who: Person, client: Person, attendance: Attendance, site: Site, draft: TimesDraft, first: Line | None
) -> Notice:
    """Old and new side by side; nothing counts before *Simpan*."""
    about = f"{attendance.id}:{attendance.revision}"
    draft.revision = attendance.revision
    finished = _finished(attendance)
    old: dict[str, Param] = {"start": When(attendance.started_at, site.zone)}
    if finished is None:
        before = Line("times-before-open", old)
    else:
        old |= {"finish": When(finished, site.zone), "pause": Minutes(attendance.break_minutes)}
        before = Line("times-before", old)
    lines = [before, Line("times-after", _entered(draft, site)), Line("times-why", _reason(draft))]
    return Notice(
        to=who.id,
        key="times-preview",
        params={"name": client.shown},
        lines=tuple([first, *lines] if first else lines),
        choices=(
            Choice(f"times-save:{about}", "choice-times-save"),
            Choice(f"times:{about}", "choice-times-again"),
            Choice(f"times-drop:{attendance.id}", "choice-times-drop"),
        ),
        card=f"times:{attendance.id}",
        show=Show.AGAIN,
    )


def _finished(attendance: Attendance) -> datetime | None:
    """When the work ended, where anybody or anything has said so."""
    return None if attendance.without_end else attendance.finished_at


def _reason(draft: TimesDraft) -> dict[str, Param]:
    return {"reason": own_words(draft.reason)}


def _entered(draft: TimesDraft, site: Site) -> dict[str, Param]:
    """What he has answered, and what of it counts. Raises Refused while an answer is missing."""
    started, finished, pause = draft.started_at, draft.finished_at, draft.break_minutes
    if started is None or finished is None or pause is None:
        raise Refused("choice-unknown")
    length = int((finished - started).total_seconds() // 60) - pause
    return {
        "start": When(started, site.zone),
        "finish": When(finished, site.zone),
        "pause": Minutes(pause),
        "length": Minutes(length),
    }
