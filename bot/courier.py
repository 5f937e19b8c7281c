"""Carries the outbox after commit: in order for each chat, at the pace of the messenger, once."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import datetime
from typing import Protocol

import structlog
from sqlmodel import SQLModel, col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.channel import (
    Channel,
    Gone,
    NeedsTemplate,
    NotReached,
    Outcome,
    Refused,
    Rendered,
    Retry,
    Sent,
    Unknown,
)
from bot.clock import Clock
from bot.domain.identity import Gone as WhyGone
from bot.domain.messages import OnlyIf, Resend, Show
from bot.pace import Pace
from bot.quiet_hours import rests_until
from bot.storage import queries, slips
from bot.storage.database import Database
from bot.storage.lead import Lead
from bot.storage.locks import uninterrupted
from bot.storage.models import PersonAddress
from bot.storage.phones import DeskPhone
from bot.storage.post import Outbox, OutboxState
from bot.wording import Wording

log = structlog.get_logger()

OUTBOX = SQLModel.metadata.tables["outbox"]

AT_ONCE = 64
"""Messages on their way at the same time."""
TRIES = 300
"""After so many failures, about a day, a message is given up and counted as failed: an office's line may be
down for hours."""
LONGEST_REST = 300.0
"""Seconds between two tries at most."""
PATROL = 1.0
"""Seconds between two looks when nobody calls. `wake` reaches the same process only, so what a process writes
that does not lead waits so long at most; so does the lead of a process that died."""
PARTING = 5.0
"""Seconds in which messages under way may arrive when the process is told to stop."""
AHEAD = 0.25
"""Seconds before it may leave at which a message is marked as *sending* at the earliest. Whatever is marked
when the process dies may have arrived, so as little as the pace needs."""


class Attachments(Protocol):
    """Renders what a notice's `media` names, after the commit."""

    async def load(self, media: str, locale: str, channel: Channel) -> Rendered:
        """The file, or none when it no longer exists. Raises NotReached where the channel must be asked."""
        ...


class Courier:
    """One per process and channel; on PostgreSQL the process that has the channel's lead carries.

    A round is one transaction: what came back is settled, what may leave is marked as *sending*. Only
    then are messages handed to the channel. Whoever begins to lead first gives the rows left *sending* their
    end, so a round must never overlap with the next leader's: it is a transaction of `Lead`.
    Back-off and pace run on the monotonic clock.
    """

    def __init__(
        self, database: Database, wording: Wording, channel: Channel, attachments: Attachments, clock: Clock
    ) -> None:
        self._database = database
        self._wording = wording
        self._channel = channel
        self._attachments = attachments
        self._clock = clock
        self._pace = Pace(channel.caps.rate)
        self._carrying: dict[int, asyncio.Task[None]] = {}
        self._finished: list[tuple[Outbox, Outcome]] = []
        self._resting: dict[str, float] = {}
        self._called = asyncio.Event()
        self._lead = Lead(database, f"courier:{channel.name}")
        self._recovered = False
        self._never_left: set[int] = set()

    def wake(self) -> None:
        """There is something to carry."""
        self._called.set()

    async def run(self) -> None:
        """Carry for ever; cancelled on shutdown."""
        try:
            while True:
                await uninterrupted(self._round_unless_broken())
                try:
                    async with asyncio.timeout(self._patience()):  # wait_for may swallow a cancellation
                        await self._called.wait()
                except TimeoutError:
                    continue
                finally:
                    self._called.clear()
        finally:
            await self._stop()

    async def deliver(self) -> None:
        """Carry until nothing is queued or on its way; what rests after a failure is waited for."""
        while True:
            self._called.clear()
            more = await self._round()
            if not more and not self._carrying and not self._finished:
                return
            if self._called.is_set():  # a row was dropped, and the one behind it is free now
                continue
            if self._carrying or not more:
                await self._called.wait()
            else:
                await asyncio.sleep(self._patience())

    async def _round_unless_broken(self) -> None:
        try:
            await self._round()
        except Exception as error:  # the edge of this task: carry on when the database is back
            self._recovered = False
            log.error("courier.round_failed", error=type(error).__name__)
            await asyncio.sleep(PATROL)

    async def _round(self) -> int:
        """Settle and claim; returns how many rows still wait."""
        if not await self._leads():
            return 0
        finished, self._finished = self._finished, []
        leaving: set[int] = set()
        try:
            async with self._lead.transaction() as session:
                for row, outcome in finished:
                    await self._settle(session, row, outcome)
                claimed = await self._claim(session)
                leaving = {row.id for row, _ in claimed}
                waiting = await queries.count_queued(session, self._channel.name, self._clock.now())
        except BaseException:
            self._finished = finished + self._finished
            self._never_left |= leaving  # the commit may have been done and not answered
            raise
        for row, _ in finished:
            self._carrying.pop(row.id, None)
        for row, edits in claimed:
            leaves_at = self._pace.take_turn(row.external_id)
            self._carrying[row.id] = asyncio.create_task(self._carry(row, edits, leaves_at))
        return waiting

    async def _leads(self) -> bool:
        """Whether this process carries; the rows that its predecessor left have their end then."""
        if not await self._lead.still_ours():
            self._recovered = False
            if not await self._lead.ours():
                self._never_left.clear()
                await self._report()
                return False
        if not self._recovered:
            await self._recover()
            self._recovered = True
        return True

    async def _recover(self) -> None:
        """Rows left *sending* by a process that died may have arrived: each follows its rule. So do those of
        one that lost the lead and still carries them; it reports what it knows."""
        rested = dict(self._resting)
        async with self._lead.transaction() as session:
            query = select(Outbox).where(
                Outbox.channel == self._channel.name, Outbox.state == OutboxState.SENDING
            )
            for row in (await session.exec(query)).all():
                if row.id not in self._carrying:
                    row.attempts -= 1  # the process failed, not the message
                    await self._settle(session, row, Retry() if row.id in self._never_left else Unknown())
        self._never_left.clear()
        self._resting = rested  # nor does its address need a rest

    async def _report(self) -> None:
        """The lead was lost: another process decides about the rows, but what arrived has arrived."""
        finished, self._finished = self._finished, []
        for row, _ in finished:
            self._carrying.pop(row.id, None)
        if any(isinstance(outcome, Sent) for _, outcome in finished):
            async with self._database.transaction() as session:
                for row, outcome in finished:
                    if isinstance(outcome, Sent):
                        await self._settle(session, row, outcome)

    async def _claim(self, session: AsyncSession) -> list[tuple[Outbox, str]]:
        free = min(AT_ONCE - len(self._carrying), self._pace.room(AHEAD))
        if free <= 0:
            return []
        now = time.monotonic()
        self._resting = {address: until for address, until in self._resting.items() if until > now}
        waiting = [*self._resting, *self._pace.busy(AHEAD)]
        rows = await queries.unsent(
            session, self._channel.name, not_to=waiting, limit=free, now=self._clock.now()
        )
        claimed = []
        for row in rows:
            if morning := await rests_until(session, row, self._clock.now()):
                row.not_before = morning
                self._called.set()
                continue
            reason, edits = await self._obstacle(session, row)
            if reason:
                row.state, row.problem = OutboxState.DROPPED, reason
                self._called.set()
                continue
            row.state, row.attempts = OutboxState.SENDING, row.attempts + 1
            claimed.append((row, edits))
        return claimed

    async def _obstacle(self, session: AsyncSession, row: Outbox) -> tuple[str, str]:
        """Why a row must not leave any more ('' when it may), and the message that it edits."""
        only_if = OnlyIf(**row.only_if) if row.only_if else None
        if only_if and only_if.over(self._clock.now()):
            return "too_late", ""
        if only_if and not await queries.still_holds(session, only_if):
            return "no_longer_applies", ""
        show, edits = Show(row.content["show"]), ""
        if show is not Show.NEW and self._channel.caps.edit:
            edits = row.content.get("at") or await queries.message_of_card(session, row)
        if show is Show.EDIT_ONLY and not edits:
            return "nothing_to_edit", ""
        return "", edits

    async def _carry(self, row: Outbox, edits: str, leaves_at: float) -> None:
        outcome: Outcome
        try:
            media = row.content["media"]
            made = await self._attachments.load(media, row.locale, self._channel) if media else Rendered()
            content = row.content | {"params": row.content["params"] | made.params}
            message = self._wording.message(
                content, self._channel.caps, row.locale, made.attachment, repeated=row.repeated
            )
            await asyncio.sleep(leaves_at - time.monotonic())
            or_nothing = Show(row.content["show"]) is Show.EDIT_ONLY
            message = replace(message, edits=edits, or_nothing=or_nothing)
            outcome = await self._channel.send(row.external_id, message)
        except NotReached:
            outcome = Retry()
        except Exception as error:  # the edge of a delivery: one bad row must not stop the others
            log.error("courier.broken_row", row=row.id, key=row.content["key"], error=type(error).__name__)
            outcome = Refused(type(error).__name__)
        self._finished.append((row, outcome))
        self._called.set()

    async def _settle(self, session: AsyncSession, row: Outbox, outcome: Outcome) -> None:
        values: dict[str, object]
        match outcome:
            case Sent(message):
                values = {"state": OutboxState.SENT, "message": message, "sent_at": self._clock.now()}
                await slips.forget(session, row.content["media"])
            case Retry(after):
                values = self._put_back(row, after)
            case Unknown():
                values = self._after_unknown(row)
            case Gone():
                values = {"state": OutboxState.DROPPED, "problem": "gone"}
                await _mark_gone(session, row, self._clock.now())
            case NeedsTemplate():
                values = {"state": OutboxState.FAILED, "problem": "needs_template"}
            case Refused(why):
                values = {"state": OutboxState.FAILED, "problem": why[:200]}
        log.info(
            "courier.settled",
            row=row.id,
            key=row.content["key"],
            outcome=type(outcome).__name__,
            tries=row.attempts,
        )
        here = (OUTBOX.c.id == row.id, OUTBOX.c.state != OutboxState.SENT)  # what arrived has arrived
        connection = await session.connection()
        await connection.execute(OUTBOX.update().where(*here).values(**values))

    def _put_back(self, row: Outbox, after: float, **changes: object) -> dict[str, object]:
        if row.attempts >= TRIES and not after:
            return {"state": OutboxState.FAILED, "problem": "too_many_tries"}
        rest = after or min(2.0 ** (row.attempts - 1) / 2, LONGEST_REST)
        self._resting[row.external_id] = time.monotonic() + rest
        return {"state": OutboxState.QUEUED, **changes}

    def _after_unknown(self, row: Outbox) -> dict[str, object]:
        match Resend(row.resend):
            case Resend.SAME:
                return self._put_back(row, 0)
            case Resend.MARKED:
                return self._put_back(row, 0, repeated=True)
            case Resend.NEVER:
                return {"state": OutboxState.UNKNOWN}

    def _patience(self) -> float:
        rested = min(self._resting.values(), default=float("inf")) - time.monotonic()
        return min(max(min(rested, self._pace.opens_in(AHEAD)), 0.01), PATROL)

    async def _stop(self) -> None:
        """Let arrive what is under way, note how it ended, and hand over."""
        if self._carrying:
            await asyncio.wait(self._carrying.values(), timeout=PARTING)
        for task in self._carrying.values():
            task.cancel()
        await asyncio.gather(*self._carrying.values(), return_exceptions=True)
        try:
            if self._finished and await self._lead.still_ours():
                async with self._lead.transaction() as session:
                    for row, outcome in self._finished:
                        await self._settle(session, row, outcome)
        except Exception as error:  # the next leader follows the rule
            log.error("courier.not_settled", error=type(error).__name__)
        self._carrying.clear()
        self._finished.clear()
        await self._lead.hand_over()


async def _mark_gone(session: AsyncSession, row: Outbox, now: datetime) -> None:
    """Remember a blocked chat, and drop what was still meant for it."""
    here = (col(PersonAddress.channel) == row.channel, col(PersonAddress.external_id) == row.external_id)
    await session.exec(
        update(PersonAddress).where(*here).values(gone_at=now, gone_why=WhyGone.BLOCKED, gone_told=False)
    )
    shared = (col(DeskPhone.channel) == row.channel, col(DeskPhone.external_id) == row.external_id)
    await session.exec(update(DeskPhone).where(*shared).values(gone_at=now))
    waiting = (
        col(Outbox.channel) == row.channel,
        col(Outbox.external_id) == row.external_id,
        col(Outbox.state) == OutboxState.QUEUED,
    )
    await session.exec(update(Outbox).where(*waiting).values(state=OutboxState.DROPPED, problem="gone"))
