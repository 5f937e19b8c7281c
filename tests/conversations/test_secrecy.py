"""A child's name stands on its officer's card and nowhere else; logs hold nothing about anybody."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import structlog
from sqlmodel import col, delete, select

from bot.domain.cases import CaseState, Programme
from bot.domain.identity import WRONG_TRIES
from bot.domain.people import Role
from bot.invitations import invite
from bot.storage.models import Case, Event, Person, PersonAddress
from tests.conversations.conftest import Cast
from tests.conversations.test_enrol import NUMBER
from tests.double import Delivered
from tests.harness import World, at
from tests.papers import words_in
from tests.weeks import exported

NAME = "Zulkarnain Rahasia Sekali"
PARENT = "Mardiana Tersembunyi"
CODE = "A-07"


async def a_childs_week(world: World, cast: Cast) -> Person:
    """Everything the main job can do happens to a child, beside two grown-ups in the same session. On the
    next day the child turns 18, and stays as secret as before (UU 11/2012 Pasal 19)."""
    child = await world.person(cast.office, CODE, Role.CLIENT, name=NAME, child=True)
    async with world.database.transaction() as session:
        row = await session.get_one(Person, child.id)
        row.born_on = date(2008, 4, 24)
        session.add(row)
    guardian = await world.person(cast.office, "W-07", Role.GUARDIAN, name=PARENT)
    case = await world.case(
        child,
        cast.officer,
        cast.site,
        total_hours=30,
        programme=Programme.CHILD_SERVICE,
        guardian_id=guardian.id,
    )
    head = await world.person(cast.office, "KB-07", Role.HEAD)
    jaksa = await world.person(cast.office, "JK-07", Role.PROSECUTOR)
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(sari, cast.officer, cast.site)
    await its_papers(world, cast, guardian)
    await world.passes(at(23, 7, 30))
    for person in (child, cast.budi, sari):
        world.clock.moment = at(23, 8)
        await world.phone(person).sends_location()
    await world.phone(cast.supervisor).writes("daftar")
    await world.phone(cast.supervisor).taps("A-07")
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes("daftar")
    world.clock.moment = at(23, 11)
    for person in (child, cast.budi, sari):
        await world.phone(person).sends_location()
        await world.phone(person).writes("jam")
        await world.phone(person).writes("data")
    await world.phone(cast.supervisor).writes("daftar")
    await world.phone(cast.supervisor).taps("A-07")
    await world.phone(cast.supervisor).taps("✅ Benar")
    world.clock.moment = at(24, 9)
    await world.phone(child).sends_location()
    world.clock.moment = at(24, 11)
    await world.phone(child).sends_location()
    await world.phone(child).taps("🏁 Selesai kerja")
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.phone(cast.officer).taps("✅ Hitung")
    await world.phone(cast.officer).writes("perlu")
    await world.phone(cast.officer).writes("ringkasan")
    await world.phone(child).writes("apa saja")
    await world.passes(at(30, 12))
    await world.phone(child).writes("tadi hujan deras")
    await world.passes(at(4, 7, month=5))
    await world.phone(cast.officer).taps_id(f"close-unserved:{case.id}")
    await world.phone(cast.officer).writes("dicabut")
    await world.phone(head).writes("perlu")
    await world.phone(head).writes("klien A-07")
    await world.phone(jaksa).writes("perkara")
    await world.phone(head).taps("✅ Setujui")
    await world.phone(cast.officer).writes("klien A-07")
    async with world.database.transaction() as session:
        await session.exec(delete(PersonAddress).where(col(PersonAddress.person_id) == child.id))
    for asked in ("undang", "undang A-07", f"undang {NAME.split()[0]}"):
        await world.phone(cast.officer).writes(asked)
    await world.phone(cast.officer).taps_id("slips")
    await world.phone(cast.officer).taps_id(f"invite-renew:{child.id}")
    await its_guardian(world, cast, guardian)
    return child


async def its_guardian(world: World, cast: Cast, guardian: Person) -> None:
    """Everything that can happen to the phone of somebody who answers for a child; then its officer's phone
    is lost, and who cuts it off hears what it shows."""
    keepers = (cast.officer.code, "OP-07", "KB-07")
    for step in ("stop", "data", "salah nomor"):
        await world.phone(guardian).writes(step)
    await world.phone(guardian).taps("Ya, salah nomor")
    await world.person(cast.office, "W-09", Role.GUARDIAN, name=PARENT)
    async with world.database.transaction() as session:
        case = (await session.exec(select(Case).where(Case.guardian_id == guardian.id))).one()
        case.guardian_id = (await session.exec(select(Person.id).where(Person.code == "W-09"))).one()
        case.state = CaseState.ACTIVE
        row = await session.get_one(Person, case.guardian_id)
        row.phone = NUMBER
        token = await invite(session, row, world.clock.now())
    await world.phone("new").writes(f"/start {token}")
    await world.phone("new").taps("✅ Setuju")
    await world.phone("new").taps("🙋 PK hadir langsung")
    for _ in range(WRONG_TRIES):
        await world.phone("new").shares_contact("6281999999999")
    await world.phone(cast.officer).taps("🔓 Buka lagi")
    await world.phone("new").shares_contact(NUMBER)
    await world.phone("new").writes("stop")
    await world.passes(world.clock.now() + timedelta(hours=1))
    for keeper in keepers:
        for asked in ("hilang W-09", f"hilang {PARENT.split()[0]}", "undang W-09", f"undang {PARENT}"):
            await world.phone(keeper).writes(asked)
    await world.phone(cast.officer).writes("hilang W-09")
    await world.phone(cast.officer).taps("📵 Putuskan HP")
    await world.phone("OP-07").writes(f"hilang {cast.officer.code}")
    await world.phone("OP-07").taps("📵 Putuskan HP")


async def its_papers(world: World, cast: Cast, guardian: Person) -> None:
    """What an office does with a child's data before the work begins."""
    operator = await world.person(cast.office, "OP-07", Role.OPERATOR)
    await world.person(cast.office, "W-08", Role.GUARDIAN, name=PARENT, enrolled=False)
    for staff in (operator, cast.officer):
        for said in ("impor isi", "undang", "undang A-07", "hilang A-07"):
            await world.phone(staff).writes(said)
    await world.phone(operator).writes("undang W-08")
    await world.phone(operator).taps("🖨 Buat undangan")
    await world.phone(cast.officer).writes("hadirkan A-07 HP-nya rusak")
    await world.phone(guardian).writes("jadwal")
    await world.phone(guardian).sends_location()


def readable(content: bytes) -> str:
    """The words of a file; an Excel file is a compressed archive and a PDF has its words compressed: they
    must be opened to be searched."""
    if content.startswith(b"%PDF"):
        return words_in(content)
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("latin-1")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def said_in(one: Delivered) -> str:
    """Everything of a message that can be read."""
    file = one.message.attachment
    return "\n".join(
        [
            one.message.text,
            *(button.label for button in one.message.buttons),
            file.filename if file else "",
            readable(file.content if file else b""),
        ]
    )


async def outputs(world: World, cast: Cast) -> list[str]:
    """Everything that left: messages with their buttons, file names, the exported week, the events."""
    said = [said_in(one) for one in world.channel.delivered]
    async with world.database.reading() as session:
        text, workbook = await exported(session, cast.officer, "2026-W17", world.clock.now())
        events = [one.payload or "" for one in (await session.exec(select(Event))).all()]
    return [*said, text, readable(workbook), *events]


async def test_a_childs_name_stands_only_on_its_officers_card(world: World, cast: Cast) -> None:
    await a_childs_week(world, cast)
    everything = await outputs(world, cast)
    with_name = [one for one in everything if NAME in one]
    with_code = [one for one in everything if CODE in one]

    assert len(with_name) == 1, with_name
    assert with_name[0] == next(
        one.message.text + "\n" + "\n".join([*(b.label for b in one.message.buttons), "", ""])
        for one in reversed(world.channel.delivered)
        if one.to == cast.officer.code and NAME in one.message.text
    )
    assert len(with_code) >= 20
    own = {"W-07", "W-09", "new"}
    read_elsewhere = [one for one in world.channel.delivered if one.to not in own and PARENT in said_in(one)]
    assert not [said for said in map(said_in, read_elsewhere) if f'"{PARENT}"' not in said]
    keys = {key for who in (cast.officer, "OP-07", "KB-07") for key in await world.keys(who)}
    assert keys >= {"account-not-his", "vouch-which-number", "enrolment-locked", "unlocked"}
    assert keys >= {"unreached-stopped", "lost-sure", "lost-nobody", "lost-cut"}
    seen = await world.letter("OP-07", "lost-cut")
    assert "W-09" in seen.text
    assert NAME not in seen.text


async def test_a_planted_leak_is_found(world: World, cast: Cast) -> None:
    """The search itself works: a person shown by name would be seen."""
    child = await a_childs_week(world, cast)
    async with world.database.transaction() as session:
        (await session.get_one(Person, child.id)).child = False
    await world.phone("KB-07").writes("klien A-07")

    assert len([one for one in await outputs(world, cast) if NAME in one]) > 1


@pytest.fixture
def log_lines() -> Iterator[io.StringIO]:
    """Everything that is logged while the test runs."""
    lines = io.StringIO()
    before = structlog.get_config()
    structlog.configure(
        processors=[structlog.processors.JSONRenderer()],
        logger_factory=structlog.PrintLoggerFactory(lines),
        cache_logger_on_first_use=False,
    )
    yield lines
    structlog.configure(**before)


async def test_logs_hold_no_name_number_place_or_token(
    world: World, cast: Cast, log_lines: io.StringIO
) -> None:
    await a_childs_week(world, cast)
    await world.phone("stranger").writes("/start rahasia-token-123")
    await world.phone(cast.supervisor).taps_id("right:999:1")
    text = log_lines.getvalue()

    assert "courier.settled" in text
    for private in (NAME, CODE, "Budi", "Sari", "K-02", "-5.42", "119.44", "rahasia-token", "hujan deras"):
        assert private not in text, private
    assert re.search(r"\d+:[A-Za-z0-9_-]{20,}", text) is None
