"""Letters that nobody needs any more go, the first first; what waits for people stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.post import Inbox, InboxState, Outbox, OutboxState
from scheduler import housekeeping as chore
from scheduler.housekeeping import INBOX_KEPT, OUTBOX_KEPT, housekeeping
from tests.storage.offices import at

NOON = at(0, 12)
MINUTE = timedelta(minutes=1)


def received(number: int, state: InboxState = InboxState.DONE) -> Inbox:
    return Inbox(
        bot="1",
        channel="wa",
        external_id=str(number),
        lane="wa:620",
        raw="",
        state=state,
        received_at=NOON + number * MINUTE,
    )


def queued(number: int, state: OutboxState = OutboxState.SENT) -> Outbox:
    return Outbox(
        channel="wa",
        external_id=str(number),
        rank=1,
        content={},
        resend="same",
        state=state,
        queued_at=NOON + number * MINUTE,
    )


async def test_old_letters_go_batch_by_batch_and_what_waits_for_people_stays(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chore, "BATCH", 2)
    async with database.transaction() as session:
        for row in (
            *(received(number) for number in range(6)),
            received(6, InboxState.SET_ASIDE),
            received(7, InboxState.PENDING),
            *(queued(number) for number in range(6)),
            queued(6, OutboxState.FAILED),
            queued(7, OutboxState.QUEUED),
        ):
            session.add(row)

    batches = 0
    for now in (NOON + INBOX_KEPT + 4 * MINUTE, NOON + OUTBOX_KEPT + 4 * MINUTE):
        while True:
            async with database.transaction() as session:
                if await housekeeping(session, now) is None:
                    break
            batches += 1
    async with database.reading() as session:
        left = (await session.exec(select(Inbox.external_id).order_by(col(Inbox.id)))).all()
        kept = (await session.exec(select(Outbox.external_id).order_by(col(Outbox.id)))).all()

    assert (left, kept, batches) == (["6", "7"], ["5", "6", "7"], 6)
