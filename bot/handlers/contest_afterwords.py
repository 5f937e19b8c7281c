"""What a client sends of a contest too soon or too late: words just after it left, evidence just after it was
decided. Nothing of it is lost."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import contests as filing
from bot import threads
from bot.contests import Said
from bot.domain.messages import Choice, Inbound, Notice, Param, Refused, Show, When, choice_numbers
from bot.domain.reports import midday
from bot.domain.worries import worth_reading
from bot.handlers import contests, own_contests
from bot.storage import office_transfers
from bot.storage import threads as ask
from bot.storage.contests import open_of_client, subject_of
from bot.storage.models import Contest, Person


async def offered(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """People write in pieces: words in the minutes after a contest left are asked about; nothing where none
    has, and where they may be a worry, which is for people at once."""
    contest = await _just_sent(session, who, now)
    if contest is None or worth_reading([inbound.text]):
        return []
    try:
        case = await threads.case_of(session, who)
    except Refused:
        return []
    before = await ask.draft_since(session, who, contest.filed_at)
    words = "\n".join([*([before.words] if before else []), inbound.text.strip()])
    message = await threads.draft(session, case, who, threads.Said(words=words), now=now)
    zone = (await subject_of(session, contest)).zone
    day: dict[str, Param] = {"day": When(midday(contest.day, zone), zone)}
    choices = (
        Choice(f"contest-add:{contest.id}:{message.id}", "choice-contest-add"),
        Choice(f"message-send:{message.id}", "choice-message-send"),
    )
    return [
        Notice(
            to=who.id,
            key="contest-add-words",
            params=day,
            choices=choices,
            card=f"contest-add:{contest.id}",
            show=Show.AGAIN,
        )
    ]


async def add(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ya, tambahkan*: what he wrote joins the contest, and is no message any more."""
    contest_id, message_id = choice_numbers(inbound.text, 2)
    found = await ask.locked_message(session, who.office_id, message_id)
    contest, case, client = await own_contests.contest(session, who, contest_id)
    if found is not None and found[0].author_id != who.id:
        raise own_contests.not_yours(who)
    if found is None or found[0].sent_at is not None:
        raise Refused("choice-unknown" if found is None else "message-was-sent")
    filing.check_undecided(contest)
    said = Said(found[0].words)
    await session.delete(found[0])
    await filing.complete(session, case, contest, said, by=client, now=now)
    return await contests.looked_at_anew(session, who, client, case, contest, now)


async def reopen(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ada bukti baru* under what came too late: it is kept, and opens the contest once more."""
    contest, case, client = await own_contests.contest(session, who, choice_numbers(inbound.text, 1)[0])
    await filing.reopen(session, case, contest, Said(), by=client, now=now)
    return await contests.looked_at_anew(session, who, client, case, contest, now)


async def _just_sent(session: AsyncSession, who: Person, now: datetime) -> Contest | None:
    found: list[Contest] = []
    for client in await office_transfers.selves_of(session, who):
        found += await open_of_client(session, client)
    fresh = [one for one in found if now - one.filed_at <= contests.PATIENCE]
    return max(fresh, key=lambda one: one.filed_at) if fresh else None
