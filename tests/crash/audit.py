"""What must be true when the work is done, whatever happened on the way."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from sqlmodel import col, select

from bot.domain.balance import Balance
from bot.domain.checkins import receipt_number
from bot.domain.hours import EventKind, Fact, fold
from bot.domain.messages import Show
from bot.storage.database import Database
from bot.storage.events import broken_link, case_stream
from bot.storage.models import Attendance, CaseBalance, Event, Photo
from bot.storage.post import Inbox, InboxState, Outbox, OutboxState
from scheduler.housekeeping import INBOX_KEPT
from simulator.journal import Entry
from simulator.simulation import Simulation
from tests.crash.kills import SENDS
from tests.crash.town import Client

EXPECTED_TROUBLE = frozenset({"", "FetchFailed"})
"""Failures of a message that the faults explain; a deadlock would be another."""
OVERTAKEN = frozenset({"overtaken", "no_longer_applies", "nothing_to_edit"})
"""Reasons for which a message that is out of date may stay behind."""


class Audit:
    """Reads everything once, then compares."""

    def __init__(
        self, sim: Simulation, inbox: Sequence[Inbox], outbox: Sequence[Outbox], events: Sequence[Event]
    ) -> None:
        self.sim = sim
        self.inbox = inbox
        self.outbox = outbox
        self.events = events
        self.sends = [
            entry
            for entry in sim.journal.after(0)
            if entry.kind == "call" and entry.method in SENDS and entry.performed
        ]

    @classmethod
    async def of(cls, sim: Simulation, database: Database) -> Audit:
        async with database.reading() as session:
            inbox = (await session.exec(select(Inbox))).all()
            outbox = (await session.exec(select(Outbox).order_by(col(Outbox.id)))).all()
            events = (await session.exec(select(Event).order_by(col(Event.id)))).all()
        return cls(sim, inbox, outbox, events)

    def nothing_is_lost(self, doubtful: Collection[int] = ()) -> None:
        """Every update was stored once and handled; every message left, or was out of date. It may be unknown
        whether it arrived only of these rows, and where an answer was lost on the way."""
        stored = {row.external_id for row in self.inbox}
        assert told_lately(self.sim) <= stored
        assert len(self.inbox) == len(stored)
        assert {row.state for row in self.inbox} == {InboxState.DONE}
        assert {row.problem for row in self.inbox} <= EXPECTED_TROUBLE
        unanswered = {str(entry.chat) for entry in self.sends if entry.fault == "answer_lost"}
        known = [
            row
            for row in self.outbox
            if row.state is not OutboxState.UNKNOWN
            or not (row.id in doubtful or row.external_id in unanswered)
        ]
        ends = Counter((row.state, row.problem) for row in known)
        assert {state for state, _ in ends} <= {OutboxState.SENT, OutboxState.DROPPED}, ends
        assert {why for state, why in ends if state is OutboxState.DROPPED} <= OVERTAKEN, ends

    def one_receipt_each(self, attendances: Sequence[Attendance], lost: Mapping[int, int]) -> int:
        """A receipt for each start and finish; it arrived again only where an answer was lost, with the same
        number. Returns how many arrived again."""
        expected = sorted(receipt_number(one.start_receipt) for one in attendances)
        expected += sorted(receipt_number(one.finish_receipt) for one in attendances if one.finish_receipt)
        rows = [row for row in self.outbox if row.content["key"] in ("receipt-start", "receipt-finish")]
        assert sorted(row.content["params"]["number"] for row in rows) == sorted(expected)
        return sum(self._arrived_again(row, lost) for row in rows)

    def _arrived_again(self, row: Outbox, lost: Mapping[int, int]) -> int:
        number = row.content["params"]["number"]
        mine: list[Entry] = [
            entry
            for entry in self.sends
            if str(entry.chat) == row.external_id and number in str((entry.request or {}).get("text"))
        ]
        unanswered = sum(entry.fault == "answer_lost" for entry in mine)
        assert 1 <= len(mine) <= 1 + unanswered + lost.get(row.id, 0), (row.id, len(mine), unanswered)
        return len(mine) - 1

    def in_order(self) -> None:
        """To each person the messages arrived in the order in which they were written."""
        for address in {row.external_id for row in self.outbox}:
            mine = [
                row for row in self.outbox if row.external_id == address and row.state is OutboxState.SENT
            ]
            new = [int(row.message.rstrip("p")) for row in mine if row.content["show"] == Show.NEW]
            assert new == sorted(set(new)), address

    def once_told(self, key: str, words: str, people: Collection[str]) -> int:
        """One row of this kind for each of these addresses, and one message that has these words, or none
        where nobody can know. Returns how many are in doubt."""
        rows = [row for row in self.outbox if row.content["key"] == key]
        assert sorted(row.external_id for row in rows) == sorted(people), key
        for row in rows:
            told = sum(
                str(one.chat) == row.external_id and words in str((one.request or {}).get("text"))
                for one in self.sends
            )
            assert told == 1 or (told == 0 and row.state is OutboxState.UNKNOWN), (key, row.id, told)
        return sum(row.state is OutboxState.UNKNOWN for row in rows)

    def chains_verify(self) -> None:
        """Every stream's events are linked and say what they said when they were written."""
        streams: dict[str, list[Event]] = {}
        for event in self.events:
            streams.setdefault(event.stream, []).append(event)
        for stream, events in streams.items():
            assert broken_link(events) is None, stream
            assert [event.seq for event in events] == list(range(1, len(events) + 1)), stream

    def once_each(self, clients: Sequence[Client], kind: EventKind) -> None:
        """Exactly one such fact for the case of each of these people, and none for anybody else's."""
        found = Counter(event.stream for event in self.events if event.kind == kind)
        assert found == Counter(case_stream(client.case_id) for client in clients), kind

    def balance(self, case_id: int) -> Balance:
        """The fold of a case's facts, made anew."""
        mine = [event for event in self.events if event.stream == case_stream(case_id)]
        return fold(Fact(EventKind(event.kind), json.loads(event.payload or "{}")) for event in mine)


def told_lately(sim: Simulation) -> set[str]:
    """The updates that the inbox must have; after a week housekeeping takes what is done."""
    since = sim.clock.now() - INBOX_KEPT + timedelta(days=1)
    return {
        str(entry.update["update_id"])
        for entry in sim.journal.after(0)
        if entry.kind == "update" and entry.update and entry.at > since
    }


async def hours_are_exact(
    database: Database, audit: Audit, clients: Sequence[Client], confirmed: Collection[int]
) -> None:
    """Stored balance = fold of the facts = the minutes between the two locations, where confirmed."""
    async with database.reading() as session:
        rows = {row.case_id: row for row in (await session.exec(select(CaseBalance))).all()}
    for client in clients:
        stored, fresh, minutes = rows[client.case_id], audit.balance(client.case_id), worked(client)
        assert (stored.credited, stored.waiting, stored.surplus, stored.remaining) == (
            fresh.credited,
            fresh.waiting,
            fresh.surplus,
            fresh.remaining,
        )
        credited = minutes if client.case_id in confirmed else 0
        assert (fresh.credited, fresh.waiting) == (credited, minutes - credited)
        assert fresh.remaining == 60 * 60 - credited


def worked(client: Client) -> int:
    """Whole minutes between the first and the last location on the client's own phone."""
    sent = [
        kept.message["date"] for kept in client.phone.chat.messages.values() if "location" in kept.message
    ]
    return int(sent[-1] // 60 - sent[0] // 60)


async def photos_are_kept(database: Database, media: Path, clients: Sequence[Client]) -> None:
    """Two photos for each case that asks for them, each with its file."""
    async with database.reading() as session:
        photos = (await session.exec(select(Photo))).all()
    wanted = Counter({client.case_id: 2 for client in clients if client.photo})
    assert Counter(photo.case_id for photo in photos) == wanted
    on_disk = set(os.listdir(media))
    assert {photo.file for photo in photos if photo.file} <= on_disk


def log_is_discreet(log: str, secrets: Collection[str]) -> None:
    """No name, telephone number, chat account, coordinate, token or key stands in the log; every line is one
    of ours, none a traceback that could quote them."""
    assert log
    assert [secret for secret in sorted(secrets) if secret in log] == []
    assert [line for line in log.splitlines() if not line.startswith("{")] == []
