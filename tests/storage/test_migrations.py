"""The migrations make what the models say, on both databases; from the first release on, with data in it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlmodel import SQLModel, col, select

from bot.domain.contests import ContestAbout
from bot.domain.messages import Address
from bot.domain.people import Role
from bot.domain.pins import PinSource
from bot.domain.spans import by_weekday
from bot.invitations import hash_of, named
from bot.key_changes import move
from bot.storage.database import Database
from bot.storage.evaluations import evaluation_of, forms_of
from bot.storage.keys import KeyRing, to_open
from bot.storage.letters import Letter
from bot.storage.migrate import is_current, upgrade
from bot.storage.models import Case, Contest, Office, Person, Photo, Site, SiteClosure
from bot.storage.site_pins import SitePin, pin_in_doubt


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": False})
    return list(compare_metadata(context, SQLModel.metadata))


async def test_the_database_is_what_the_models_say(database: Database) -> None:
    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    assert await is_current(database)


async def test_upgrading_again_changes_nothing_and_keeps_the_data(database: Database) -> None:
    async with database.transaction() as session:
        office = Office(code="B", name="Bapas (contoh)", zone="Asia/Makassar", contact="-")
        session.add(office)
        await session.flush()
        session.add(Person(office_id=office.id, code="K-01", name="Budi (contoh)", role=Role.CLIENT))
    await upgrade(database)

    async with database.reading() as session:
        person = (await session.exec(select(Person))).one()
    assert (person.code, person.role) == ("K-01", Role.CLIENT)


async def test_a_process_can_start_while_another_writes(database: Database) -> None:
    async with database.transaction() as session:
        session.add(Office(code="B", name="Bapas (contoh)", zone="Asia/Makassar", contact="-"))
        await session.flush()
        assert await is_current(database)


CASE = """INSERT INTO "case" (id, office_id, number, client_id, officer_id, programme, ruling_number, court,
    starts_on, ends_on, photo_rule, report_every, state)
    VALUES (:id, 1, :number, 1, 1, 'integrasi', '', '', '2026-03-02', '2027-03-01', 'tidak', :every, :state)
    """
FIRST_RELEASE = (
    """INSERT INTO office (id, code, name, zone, contact, day_reminder, hour_reminder_minutes, grace_minutes)
    VALUES (1, 'B', 'Bapas (contoh)', 'Asia/Makassar', '-', '18:00:00', 60, 60)""",
    """INSERT INTO person (id, office_id, code, name, role, honorific, child, phone, locale)
    VALUES (1, 1, 'K-01', 'Budi (contoh)', 'client', 'saudara', false, '', 'id')""",
)
"""Rows as the first release wrote them."""
CASES = (
    {"id": 1, "number": "reports", "every": "minggu", "state": "active"},
    {"id": 2, "number": "does not report", "every": None, "state": "active"},
    {"id": 3, "number": "is over", "every": "minggu", "state": "ended"},
)


async def test_from_the_first_release_on_the_clock_looks_at_cases_that_run(unmigrated: Database) -> None:
    await upgrade(unmigrated, "0001")
    async with unmigrated.engine.begin() as connection:
        for row in FIRST_RELEASE:
            await connection.execute(text(row))
        await connection.execute(text(CASE), list(CASES))
    await upgrade(unmigrated)

    async with unmigrated.engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    async with unmigrated.reading() as session:
        cases = (await session.exec(select(Case).order_by(col(Case.id)))).all()
    assert [case.number for case in cases] == [case["number"] for case in CASES]
    assert [case.number for case in cases if case.look_at] == ["reports", "does not report"]


STAFF = """INSERT INTO person (id, office_id, code, name, role, honorific, child, phone, locale, look_at)
    VALUES (:id, 1, :code, 'Dewi (contoh)', :role, 'ibu', false, '', 'id', :look_at)"""


async def test_a_head_of_before_hears_of_the_week_with_his_officers(unmigrated: Database) -> None:
    staff = (("PK-01", "officer", "2026-04-26 23:00:00+00"), ("KB-01", "head", None))
    await upgrade(unmigrated, "0001")
    async with unmigrated.engine.begin() as connection:
        for row in FIRST_RELEASE:
            await connection.execute(text(row))
        for number, (code, role, look_at) in enumerate(staff, 2):
            person = {"id": number, "code": code, "role": role, "look_at": look_at}
            await connection.execute(text(STAFF), person)
    await upgrade(unmigrated)

    async with unmigrated.reading() as session:
        people = (await session.exec(select(Person).order_by(col(Person.id)))).all()
    monday = datetime(2026, 4, 26, 23, tzinfo=UTC)
    assert [one.look_at for one in people] == [None, monday, monday]


INVITED = """INSERT INTO invitation (office_id, person_id, token_hash, made_at, expires_at, opened_channel,
    opened_by)
    VALUES (1, 1, :hash, '2026-04-20 04:00:00+00', '2026-05-04 04:00:00+00', '', '')"""


async def test_a_link_made_before_there_were_codes_still_opens(unmigrated: Database) -> None:
    await upgrade(unmigrated, "0006")
    async with unmigrated.engine.begin() as connection:
        for row in FIRST_RELEASE:
            await connection.execute(text(row))
        await connection.execute(text(INVITED), [{"hash": hash_of("one")}, {"hash": hash_of("two")}])
    await upgrade(unmigrated)

    now = datetime(2026, 4, 21, tzinfo=UTC)
    async with unmigrated.transaction() as session:
        found = await named(session, Address("double", "new"), "one", now)
    assert found is not None
    assert (found.code_hash, found.made_by, found.expires_at > now) == (None, None, True)


KEPT_BEFORE = """INSERT INTO photo (id, office_id, channel, ref, file, key, sha256, mime, width, height, size,
    received_at, attempts)
    VALUES (1, 1, 'double', '', '7-abc', :key, '', 'image/jpeg', 320, 240, 9, '2026-04-20 04:00:00+00', 0)"""


async def test_a_photo_from_before_offices_had_keys_opens_and_can_be_moved(unmigrated: Database) -> None:
    ring = KeyRing("kunci")
    await upgrade(unmigrated, "0022")
    async with unmigrated.engine.begin() as connection:
        await connection.execute(text(OFFICE_0018))
        await connection.execute(text(KEPT_BEFORE), {"key": ring.travelling(b"d" * 32)})
    await upgrade(unmigrated)

    async with unmigrated.reading() as session:
        office = (await session.exec(select(Office))).one()
        before = (await session.exec(select(Photo))).one()
        assert ring.data_key(await to_open(session, ring, before)) == b"d" * 32
    assert (await move(unmigrated, ring, office, datetime(2026, 4, 21, tzinfo=UTC))).count == 1
    async with unmigrated.reading() as session:
        after = (await session.exec(select(Photo))).one()
        assert ring.data_key(await to_open(session, ring, after)) == b"d" * 32
    assert after.key != before.key
    assert before.look_at is not None
    assert timedelta(days=29) < before.look_at - datetime.now(UTC) < timedelta(days=31)  # noqa: TID251
    assert office.keep_photos_days == 90


SITE = """INSERT INTO site (id, office_id, code, name, activity, agency, address, radius_m, zone,
    open_weekdays, opens, closes)
    VALUES (:id, 1, :code, 'Kantor Desa (contoh)', '', '', '', 150, 'Asia/Makassar', :days, :opens, :closes)
    """
SITES = {
    "always": ("1234567", "00:00:00", "23:59:00"),
    "office hours": ("12345", "08:00:00", "16:30:00"),
    "nights": ("67", "22:00:00", "06:00:00"),
    "around the clock": ("1", "07:00:00", "07:00:00"),
}
"""Days and hours as they stood when a site had one span for all days."""
CLOSED = (
    "INSERT INTO site_closure (id, office_id, site_id, day, reason) VALUES (1, 1, 2, '2026-04-23', 'banjir')"
)


async def test_a_site_keeps_its_hours_on_each_of_its_days(unmigrated: Database) -> None:
    await upgrade(unmigrated, "0005")
    async with unmigrated.engine.begin() as connection:
        await connection.execute(text(FIRST_RELEASE[0]))
        for number, (code, (days, opens, closes)) in enumerate(SITES.items(), 1):
            site = {"id": number, "code": code, "days": days, "opens": opens, "closes": closes}
            await connection.execute(text(SITE), site)
        await connection.execute(text(CLOSED))
    await upgrade(unmigrated)

    async with unmigrated.engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    async with unmigrated.reading() as session:
        sites = {site.code: site for site in (await session.exec(select(Site))).all()}
        closure = (await session.exec(select(SiteClosure))).one()
    assert {code: site.open_hours for code, site in sites.items()} == {
        "always": Site.model_fields["open_hours"].get_default(call_default_factory=True),
        "office hours": {day: [["08:00", "16:30"]] for day in "12345"},
        "nights": {day: [["22:00", "06:00"]] for day in "67"},
        "around the clock": {"1": [["07:00", "07:00"]]},
    }
    assert sites["nights"].hours == by_weekday([((6, 7), (time(22), time(6)))])
    assert closure.site_id == sites["office hours"].id


PINNED = """INSERT INTO site (id, office_id, code, name, activity, agency, address, region, latitude,
    longitude, corners, radius_m, zone, open_hours, holiday_rule, for_children)
    VALUES (:id, 1, :code, 'Kantor Desa (contoh)', '', '', '', '', :north, :east, :corners, 150,
    'Asia/Makassar', '{}', 'libur', true)"""


async def test_a_site_keeps_the_pin_that_it_had_before_there_was_a_history(unmigrated: Database) -> None:
    await upgrade(unmigrated, "0018")
    sites = (
        {"id": 1, "code": "pinned", "north": -5.4231, "east": 119.4432, "corners": "[]"},
        {"id": 2, "code": "no pin", "north": None, "east": None, "corners": "[]"},
        {"id": 3, "code": "corners", "north": None, "east": None, "corners": "[[-5.0, 119.0]]"},
    )
    async with unmigrated.engine.begin() as connection:
        await connection.execute(text(OFFICE_0018))
        await connection.execute(text(PINNED), list(sites))
    await upgrade(unmigrated)

    async with unmigrated.engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    async with unmigrated.reading() as session:
        pins = (await session.exec(select(SitePin).order_by(col(SitePin.site_id)))).all()
        site = await session.get_one(Site, 1)
        assert await pin_in_doubt(session, site) is False
    assert [(one.site_id, one.latitude, one.corners, one.source) for one in pins] == [
        (1, -5.4231, [], PinSource.BEFORE),
        (2, None, [], PinSource.BEFORE),
        (3, None, [[-5.0, 119.0]], PinSource.BEFORE),
    ]
    assert all(one.set_at.tzinfo is not None and one.set_by is None for one in pins)


OFFICE_0018 = """INSERT INTO office (id, code, name, zone, contact, day_reminder, hour_reminder_minutes,
    grace_minutes, second_factor)
    VALUES (1, 'B', 'Bapas (contoh)', 'Asia/Makassar', '-', '18:00:00', 60, 60, 'contact')"""


async def test_offices_go_unnamed_and_posters_begin_with_the_first(unmigrated: Database) -> None:
    await upgrade(unmigrated, "0022")
    async with unmigrated.engine.begin() as connection:
        await connection.execute(text(OFFICE_0018))
        site = {"id": 1, "code": "pinned", "north": -5.4231, "east": 119.4432, "corners": "[]"}
        await connection.execute(text(PINNED), site)
    await upgrade(unmigrated)

    async with unmigrated.reading() as session:
        assert (await session.get_one(Office, 1)).discreet is True
        assert (await session.get_one(Site, 1)).poster_edition == 1


BEFORE_HOURS = """INSERT INTO site (id, office_id, code, name, activity, agency, address, radius_m, zone)
    VALUES (1, 1, 'L1', 'Kantor Desa (contoh)', '', '', '', 150, 'Asia/Makassar')"""
WORKED = """INSERT INTO attendance (id, office_id, case_id, client_id, site_id, day, state, revision,
    started_at, finished_at, closed_by_rule, break_minutes, start_receipt, finish_receipt, decided_by,
    decided_at, reject_reason, credited, surplus)
    VALUES (:id, 1, 1, 1, 1, '2026-04-23', 'rejected', 1, '2026-04-23 00:00:00+00', '2026-04-23 03:00:00+00',
    false, 0, 1, 2, :by, '2026-04-23 04:00:00+00', '', 0, 0)"""
CONTESTED = """INSERT INTO contest (id, office_id, case_id, attendance_id, state, words, filed_at, answer_by,
    answer)
    VALUES (:id, 1, 1, :id, 'open', 'saya kerja', '2026-04-23 05:00:00+00', '2026-04-30', '')"""


async def test_a_contest_of_before_keeps_its_decider_and_is_looked_at(unmigrated: Database) -> None:
    await upgrade(unmigrated, "0001")
    async with unmigrated.engine.begin() as connection:
        for row in FIRST_RELEASE:
            await connection.execute(text(row))
        for number, role in ((2, "officer"), (3, "supervisor")):
            person = {"id": number, "code": f"P-{number}", "role": role, "look_at": None}
            await connection.execute(text(STAFF), person)
        await connection.execute(text(CASE), CASES[0])
        await connection.execute(text(BEFORE_HOURS))
        await connection.execute(text(WORKED), [{"id": 1, "by": 2}, {"id": 2, "by": 3}])
    await upgrade(unmigrated, "0005")
    async with unmigrated.engine.begin() as connection:
        await connection.execute(text(CONTESTED), [{"id": 1}, {"id": 2}])
    await upgrade(unmigrated)

    async with unmigrated.reading() as session:
        contests = (await session.exec(select(Contest).order_by(col(Contest.id)))).all()
    assert [(one.by_head, one.site_id, one.day.isoformat()) for one in contests] == [
        (True, 1, "2026-04-23"),
        (False, 1, "2026-04-23"),
    ]
    assert all(one.look_at is not None and one.about is ContestAbout.REJECTED for one in contests)


async def test_offices_of_before_number_their_letters_and_completed_cases_have_none_yet(
    unmigrated: Database,
) -> None:
    await upgrade(unmigrated, "0001")
    async with unmigrated.engine.begin() as connection:
        for row in FIRST_RELEASE:
            await connection.execute(text(row))
        await connection.execute(text(CASE), CASES[0] | {"state": "completed"})
    await upgrade(unmigrated, "0080")
    await upgrade(unmigrated)

    async with unmigrated.reading() as session:
        assert (await session.get_one(Office, 1)).letter_number == "{no}/SKS/{office}/{year}"
        assert (await session.exec(select(Letter))).all() == []
        assert (await session.get_one(Case, 1)).state == "completed"


async def test_a_case_that_was_closed_before_is_asked_about_nobody(unmigrated: Database) -> None:
    await upgrade(unmigrated, "0001")
    async with unmigrated.engine.begin() as connection:
        for row in FIRST_RELEASE:
            await connection.execute(text(row))
        await connection.execute(text(CASE), list(CASES))
    await upgrade(unmigrated)

    async with unmigrated.engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    async with unmigrated.reading() as session:
        case = (await session.exec(select(Case).where(Case.number == "is over"))).one()
        assert list(await forms_of(session, case)) == []
        assert await evaluation_of(session, case) == ()


async def test_an_office_keeps_the_times_of_its_reminders(unmigrated: Database) -> None:
    await upgrade(unmigrated, "0080")
    office = """INSERT INTO office (id, code, name, zone, contact, day_reminder, hour_reminder_minutes,
        grace_minutes, second_factor) VALUES (:id, :code, 'Bapas (contoh)', 'Asia/Makassar', '-',
        :eve, :minutes, 60, 'contact')"""
    async with unmigrated.engine.begin() as connection:
        rows = [(1, "A", "18:00:00", 60), (2, "B", "19:30:00", 90)]
        for number, code, eve, minutes in rows:
            values = {"id": number, "code": code, "eve": eve, "minutes": minutes}
            await connection.execute(text(office), values)
    await upgrade(unmigrated)

    async with unmigrated.reading() as session:
        offices = (await session.exec(select(Office).order_by(col(Office.id)))).all()
    assert [(one.reminders, one.report_reminders) for one in offices] == [
        ("H-1 18.00, 1 jam", "H-1 18.00"),
        ("H-1 19.30, 90 menit", "H-1 19.30"),
    ]


async def test_an_evening_that_was_planned_before_begins_with_the_first_client(unmigrated: Database) -> None:
    await upgrade(unmigrated, "0001")
    async with unmigrated.engine.begin() as connection:
        for row in FIRST_RELEASE:
            await connection.execute(text(row))
    await upgrade(unmigrated, "0089")
    async with unmigrated.engine.begin() as connection:
        await connection.execute(text("UPDATE office SET evenings_at = '2026-04-22 10:00:00+00'"))
    await upgrade(unmigrated)

    async with unmigrated.engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    async with unmigrated.reading() as session:
        office = await session.get_one(Office, 1)
    assert (office.evenings_at, office.evenings_after) == (datetime(2026, 4, 22, 10, tzinfo=UTC), 0)
