"""Whether the records below a digest's fingerprint still stand, and what is said when somebody has had the
database in his hands."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.audits import verified
from bot.domain import fingerprints
from bot.domain.messages import Line
from bot.domain.people import Role
from bot.storage.chain_roots import heads_from, kept, root_of
from bot.storage.database import Database
from bot.storage.events import commitment_of, hash_of
from bot.storage.models import Case, Digest, Event
from scheduler.digests import digests
from tests.harness import sentences
from tests.storage.offices import SEVEN, a_person, works
from tests.storage.test_weekly import WEEK, Desk, a_client, a_desk, said

NEXT = SEVEN + timedelta(weeks=1)
STANDS = "✓ Semua catatan yang dicakupnya masih utuh: 8 catatan dari 2 perkara."
WRITTEN = f"✓ Sidik ini milik ringkasan PK-1 (Bapas BPS-1) minggu {WEEK}, Sen 13 Apr – Min 19 Apr, ditulis "

DO_NOTHING = "Hadir sendiri tidak mengubah catatan yang sudah ditulis"


async def a_monday(session: AsyncSession) -> tuple[Desk, Case, str]:
    """An officer with two clients, K-1 and K-2, has read his week; with the case of K-1, of which there are
    four facts, and the root."""
    desk = await a_desk(session)
    _, case = await a_client(session, desk, "K-1")
    await a_client(session, desk, "K-2")
    await digests(session, SEVEN)
    row = (await session.exec(select(Digest).where(Digest.officer_id == desk.officer.id))).one()
    return desk, case, row.figures["root"]


async def asked(database: Database, words: str) -> tuple[list[str], bool]:
    """What the terminal says, and whether all is well."""
    digits = fingerprints.typed(words)
    assert digits is not None
    async with database.reading() as session:
        lines, good = await verified(session, digits)
    return [readable(one) for one in lines], good


def readable(line: Line) -> str:
    return sentences().render(line.key, line.params, locale="id")


async def tampered(database: Database, statement: str, **values: object) -> None:
    """As somebody at the database would, past Hadir."""
    async with database.transaction() as session:
        done = await (await session.connection()).execute(text(statement), values)
        assert done.rowcount == 1


async def fact(session: AsyncSession, case: Case, seq: int) -> Event:
    query = select(Event).where(Event.stream == f"case:{case.id}", Event.seq == seq)
    return (await session.exec(query)).one()


@pytest.mark.parametrize("digits", [16, 20, 64])
async def test_a_fingerprint_says_whose_it_is_and_that_all_stands(database: Database, digits: int) -> None:
    async with database.transaction() as session:
        desk, case, root = await a_monday(session)
        await works(session, case, desk.site, None, 9)
    written, stands = (await asked(database, root[:digits]))[0]

    assert written.startswith(WRITTEN)
    assert stands.startswith(STANDS)
    assert await asked(database, root[:digits]) == ([written, stands], True)


async def test_it_is_the_one_that_the_message_shows(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        await a_client(session, desk, "K-1")
        head = await a_person(session, desk.office, "KB-1", Role.HEAD, look_at=SEVEN)
        other = await a_person(session, desk.office, "PK-2", Role.OFFICER)
        await a_client(session, Desk(desk.office, other, desk.site), "K-2")
        notices = await digests(session, SEVEN)
    assert notices
    for person, code in ((desk.officer, "PK-1"), (head, "KB-1")):
        (message, *_) = [one for one in notices if one.to == person.id]
        (written, *_), good = await asked(database, said(message).splitlines()[-1])
        assert (f"milik ringkasan {code} " in written, good) == (True, True)


async def test_a_week_in_which_nothing_happened_has_the_fingerprint_of_the_one_before(
    database: Database,
) -> None:
    async with database.transaction() as session:
        _, _, root = await a_monday(session)
        await digests(session, NEXT)
    lines, good = await asked(database, root)

    assert good
    assert ["2026-W16" in lines[0], "2026-W17" in lines[1], lines[2].startswith(STANDS)] == [True] * 3


async def test_an_unknown_one_is_said_to_be_unknown(database: Database) -> None:
    async with database.transaction() as session:
        _, _, root = await a_monday(session)
    other = "0" if root[0] != "0" else "1"
    (line,), good = await asked(database, other + root[1:])

    assert not good
    assert line.startswith(f"✗ Tidak ada ringkasan dengan sidik {other}{root[1:4]} ")


async def test_a_slip_in_the_last_digits_is_told_from_a_summary_that_is_gone(database: Database) -> None:
    async with database.transaction() as session:
        _, _, root = await a_monday(session)
    (line,), good = await asked(database, root[:-1] + ("0" if root[-1] != "0" else "1"))

    assert not good
    assert f"Enam belas angka pertamanya milik ringkasan PK-1 minggu {WEEK}" in line


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        pytest.param(
            "UPDATE event SET payload = '{}' WHERE stream = :stream AND seq = 2",
            "✗ K-1 (perkara K-1/2026): catatan ke-2, bertanggal Selasa, 14 April 2026 pukul 08.00 WITA,"
            " bukan lagi yang dulu ditulis.",
            id="contents",
        ),
        pytest.param(
            "UPDATE event SET actor_id = 99 WHERE stream = :stream AND seq = 3",
            "✗ K-1 (perkara K-1/2026): catatan ke-3, bertanggal",
            id="who did it",
        ),
        pytest.param(
            "DELETE FROM event WHERE stream = :stream AND seq = 1",
            "✗ K-1 (perkara K-1/2026): catatan ke-1 sudah tidak ada.",
            id="the first one deleted",
        ),
        pytest.param(
            "DELETE FROM event WHERE stream = :stream AND seq = 2",
            "✗ K-1 (perkara K-1/2026): catatan ke-2 sudah tidak ada.",
            id="one deleted",
        ),
        pytest.param(
            "DELETE FROM event WHERE stream = :stream AND seq = 4",
            "✗ K-1 (perkara K-1/2026): catatan ke-4 sudah tidak ada.",
            id="the last one deleted",
        ),
    ],
)
async def test_a_record_that_was_changed_is_named_by_its_case(
    database: Database, statement: str, told: str
) -> None:
    async with database.transaction() as session:
        _, case, root = await a_monday(session)
    assert (await asked(database, root))[1]
    await tampered(database, statement, stream=f"case:{case.id}")
    lines, good = await asked(database, root[:16])

    assert not good
    assert lines[0].startswith(WRITTEN)
    assert lines[1].startswith(told)
    assert lines[2].startswith("✗ 1 dari 2 perkara tidak lagi seperti saat ringkasan itu ditulis.")
    assert lines[3].startswith(DO_NOTHING)
    assert "K-2" not in "".join(lines)


@pytest.mark.parametrize(("seq", "told"), [(2, "catatan ke-2, bertanggal"), (4, "catatannya ditulis ulang")])
async def test_whoever_computes_the_hashes_anew_is_found_out_as_well(
    database: Database, seq: int, told: str
) -> None:
    async with database.transaction() as session:
        _, case, root = await a_monday(session)
        event = await fact(session, case, seq)
        event.payload = json.dumps({"minutes": 480})
        event.commitment = commitment_of(event.salt or b"", event.payload)
        event.hash = hash_of(event)
    lines, good = await asked(database, root)

    assert not good
    assert lines[1].startswith(f"✗ K-1 (perkara K-1/2026): {told}")


async def test_a_chain_that_was_written_anew_from_its_beginning_does_not_pass(database: Database) -> None:
    async with database.transaction() as session:
        _, case, root = await a_monday(session)
        events = [await fact(session, case, seq) for seq in (1, 2, 3, 4)]
        events[0].reason = "lain"
        before = events[0].prev_hash
        for event in events:
            event.prev_hash = before
            before = event.hash = hash_of(event)
    lines, good = await asked(database, root)

    assert not good
    assert lines[1].startswith("✗ K-1 (perkara K-1/2026): catatannya ditulis ulang.")
    assert "catatan ke-4 bukan yang dicakup ringkasan itu" in lines[1]


async def test_a_case_that_was_taken_off_the_digests_list_is_missed(database: Database) -> None:
    async with database.transaction() as session:
        desk, case, root = await a_monday(session)
        row = (await session.exec(select(Digest).where(Digest.officer_id == desk.officer.id))).one()
        facts = {of: last for of, last in row.figures["facts"].items() if of != str(case.id)}
        row.figures = row.figures | {"facts": facts}
    lines, good = await asked(database, root)

    assert not good
    assert lines[1].startswith("✗ Daftar catatan yang disimpan bersama ringkasan itu sudah diubah.")
    assert lines[2].startswith(DO_NOTHING)


async def test_a_case_that_is_gone_itself_has_a_number_at_least(database: Database) -> None:
    async with database.transaction() as session:
        desk, _, _ = await a_monday(session)
        row = (await session.exec(select(Digest).where(Digest.officer_id == desk.officer.id))).one()
        heads = [*heads_from(row.figures), ("case:9999", 3, bytes(32))]
        row.figures = row.figures | kept(heads)
        root = root_of(heads)
    lines, good = await asked(database, root)

    assert not good
    assert lines[1] == "✗ Sebuah perkara, bernomor #9999 di basis data, sudah tidak ada."
    assert lines[2].startswith("✗ 1 dari 3 perkara")


async def test_a_digest_whose_root_was_changed_with_the_records_is_not_found(database: Database) -> None:
    async with database.transaction() as session:
        desk, _, root = await a_monday(session)
        row = (await session.exec(select(Digest).where(Digest.officer_id == desk.officer.id))).one()
        (first, *_) = heads_from(row.figures)
        row.figures = row.figures | {"root": root_of([first])}
    (line,), good = await asked(database, root[:16])

    assert not good
    assert "sudah dihapus atau diubah di basis data ini" in line


async def test_contents_that_were_erased_are_no_fault_and_are_said(database: Database) -> None:
    async with database.transaction() as session:
        _, case, root = await a_monday(session)
        event = await fact(session, case, 2)
        event.payload = event.salt = None
    lines, good = await asked(database, root)

    assert good
    assert lines[1].startswith(STANDS)
    assert lines[2].startswith("– K-1 (perkara K-1/2026): isi 1 catatan sudah dihapus")


async def test_what_another_office_writes_is_no_concern_of_it(database: Database) -> None:
    async with database.transaction() as session:
        _, case, root = await a_monday(session)
        far = await a_desk(session, "BPS-9")
        session.add_all(
            Event(**one.model_dump(exclude={"id", "office_id"}), office_id=far.office.id)
            for one in (await session.exec(select(Event).where(col(Event.stream) == f"case:{case.id}"))).all()
        )
    assert (await asked(database, root))[1]


@pytest.mark.parametrize("reader", [Role.OFFICER, Role.HEAD])
async def test_a_child_is_named_by_its_code(database: Database, reader: Role) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        who = await a_person(session, desk.office, "KB-1", Role.HEAD, look_at=SEVEN)
        if reader is Role.OFFICER:
            who = desk.officer
        _, case = await a_client(session, desk, "A-7", name="Nama Rahasia", child=True)
        await digests(session, SEVEN)
        row = (await session.exec(select(Digest).where(Digest.officer_id == who.id))).one()
    await tampered(database, "DELETE FROM event WHERE stream = :stream AND seq = 2", stream=f"case:{case.id}")
    lines, good = await asked(database, row.figures["root"])

    assert not good
    assert "✗ A-7 (perkara A-7/2026): catatan ke-2 sudah tidak ada." in lines
    assert "Rahasia" not in "".join(lines)
