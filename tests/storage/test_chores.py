"""Which chores a tick calls: those for which a row is due, or something waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import SQLModel, select

from bot.domain.forms import IDLE, FormKind
from bot.domain.offers import AT_LEAST
from bot.domain.people import Role
from bot.domain.practice import LASTS, PRACTICE
from bot.domain.threads import Side
from bot.domain.transfers import TransferState
from bot.domain.uploads import KEPT as UPLOAD_KEPT
from bot.domain.uploads import UploadState
from bot.storage import drafts, guesses, slips, threads, uploads
from bot.storage.database import Database
from bot.storage.models import Case, Dialogue, Person, PersonAddress
from bot.storage.office_transfers import OfficeTransfer
from bot.storage.post import Inbox, InboxState, Outbox, OutboxState
from bot.storage.transfers import Transfer
from scheduler.chores import CHORES, due_chores, next_due
from scheduler.housekeeping import INBOX_KEPT, OUTBOX_KEPT
from tests.storage.offices import a_case, a_person, a_site, an_office, at

NOON = at(0, 12)
SECOND = timedelta(seconds=1)
NEW_OFFICE = {"mornings", "evenings", "decisions", "patterns"}
"""What begins with an office's first look."""
NEW_CASE = NEW_OFFICE | {"cases"}


def account_gone(case: Case, officer: Person) -> SQLModel:
    gone: dict[str, Any] = {"channel": "wa", "external_id": "620", "bound_at": NOON, "gone_at": NOON}
    return PersonAddress(office_id=case.office_id, person_id=case.client_id, **gone)


def practice(case: Case, officer: Person) -> SQLModel:
    return Dialogue(person_id=officer.id, office_id=case.office_id, topic=PRACTICE, about=0, asked_at=NOON)


def sheet(case: Case, officer: Person) -> SQLModel:
    return slips.SlipSheet(
        office_id=case.office_id, for_id=officer.id, people=[], made_at=NOON, sealed=b"tersegel"
    )


def wrong_code(case: Case, officer: Person) -> SQLModel:
    return guesses.CodeGuess(channel="wa", external_id="620", at=NOON)


def offer(case: Case, officer: Person) -> SQLModel:
    people: dict[str, Any] = {"officer_id": officer.id, "to_id": officer.id, "asked_by": officer.id}
    return Transfer(office_id=case.office_id, state=TransferState.OFFERED, asked_at=NOON, **people)


def offer_abroad(case: Case, officer: Person) -> SQLModel:
    people: dict[str, Any] = {"client_id": case.client_id, "officer_id": officer.id, "asked_by": officer.id}
    offices: dict[str, Any] = {"office_id": case.office_id, "to_office_id": case.office_id}
    return OfficeTransfer(state=TransferState.OFFERED, asked_at=NOON, **people, **offices)


def letter_read(case: Case, officer: Person) -> SQLModel:
    letter: dict[str, Any] = {"bot": "1", "channel": "wa", "external_id": "1", "lane": "wa:620", "raw": ""}
    return Inbox(state=InboxState.DONE, received_at=NOON, **letter)


def letter_sent(case: Case, officer: Person) -> SQLModel:
    letter: dict[str, Any] = {
        "channel": "wa",
        "external_id": "620",
        "rank": 1,
        "content": {},
        "resend": "same",
    }
    return Outbox(state=OutboxState.SENT, queued_at=NOON, **letter)


def preview(case: Case, officer: Person) -> SQLModel:
    return _upload(officer, UploadState.PREVIEWED)


def ended_upload(case: Case, officer: Person) -> SQLModel:
    return _upload(officer, UploadState.EXPIRED, result={"rows": 1})


def _upload(officer: Person, state: UploadState, **more: Any) -> SQLModel:
    file: dict[str, Any] = {"name": "klien.xlsx", "file": "1", "sha256": "0", "size": 1}
    who: dict[str, Any] = {"office_id": officer.office_id, "person_id": officer.id}
    return uploads.Upload(state=state, received_at=NOON, **file, **who, **more)


def form(case: Case, officer: Person) -> SQLModel:
    when: dict[str, Any] = {"started_at": NOON, "changed_at": NOON}
    return drafts.DraftForm(office_id=case.office_id, person_id=officer.id, kind=next(iter(FormKind)), **when)


def message_not_sent(case: Case, officer: Person) -> SQLModel:
    about: dict[str, Any] = {"case_id": case.id, "client_id": case.client_id, "author_id": officer.id}
    return threads.ThreadMessage(office_id=case.office_id, side=Side.OFFICE, written_at=NOON, **about)


def test_every_table_that_is_looked_at_belongs_to_a_chore() -> None:
    looked_at = {table.name for table in SQLModel.metadata.sorted_tables if "look_at" in table.columns}
    columns = [column for chore in CHORES.values() for column in chore.due]
    chores = {str(select(column).get_final_froms()[0]) for column in columns}

    assert looked_at - chores == set()


def test_every_chore_knows_what_calls_it() -> None:
    assert [name for name, chore in CHORES.items() if not chore.due and not chore.waits] == []


async def test_where_nothing_is_due_and_nothing_waits_no_chore_is_called(database: Database) -> None:
    async with database.reading() as session:
        assert await due_chores(session, NOON) == set()
        assert await next_due(session) is None


async def test_an_office_that_was_never_looked_at_waits(database: Database) -> None:
    async with database.transaction() as session:
        await an_office(session)

    async with database.reading() as session:
        assert await due_chores(session, NOON) == NEW_OFFICE
        assert await next_due(session) is None


@pytest.mark.parametrize(
    ("chore", "after", "made"),
    [
        ("contacts", timedelta(0), account_gone),
        ("practices", LASTS, practice),
        ("slips", slips.KEPT, sheet),
        ("slips", guesses.REMEMBERED, wrong_code),
        ("offers", AT_LEAST, offer),
        ("offers", AT_LEAST, offer_abroad),
        ("housekeeping", INBOX_KEPT, letter_read),
        ("housekeeping", OUTBOX_KEPT, letter_sent),
        ("housekeeping", UPLOAD_KEPT, preview),
        ("housekeeping", UPLOAD_KEPT, ended_upload),
        ("housekeeping", IDLE, form),
        ("housekeeping", threads.DRAFT_KEPT, message_not_sent),
    ],
)
async def test_what_waits_calls_its_chore_from_its_time_on(
    database: Database, chore: str, after: timedelta, made: Callable[[Case, Person], SQLModel]
) -> None:
    async with database.transaction() as session:
        office = await an_office(session)
        officer = await a_person(session, office, "PK-01", Role.OFFICER)
        client = await a_person(session, office, "K-01", Role.CLIENT)
        case, _ = await a_case(session, client, officer, await a_site(session, office))
        session.add(made(case, officer))

    async with database.reading() as session:
        assert await due_chores(session, NOON + after) == NEW_CASE | {chore}
        if after:
            assert await due_chores(session, NOON + after - SECOND) == NEW_CASE


async def test_a_due_row_calls_the_chores_of_its_column_from_that_instant_on(database: Database) -> None:
    async with database.transaction() as session:
        officer = await a_person(session, await an_office(session), "PK-01", Role.OFFICER)
        officer.look_at = NOON

    async with database.reading() as session:
        assert await next_due(session) == NOON
        assert await due_chores(session, NOON - SECOND) == NEW_OFFICE
        assert await due_chores(session, NOON) == NEW_OFFICE | {"departures", "digests"}
