"""Monday's summary over the weeks: compared, rooted in the facts, equal to the balance, each week once."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances
from bot.domain.checkins import SessionState
from bot.domain.digest import totals
from bot.domain.evaluations import SessionWord
from bot.domain.leaves import LeaveState
from bot.domain.messages import Notice
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.domain.weeks import next_digest_at, week_days
from bot.reports.mondays import monday, summarized
from bot.storage import chain_roots
from bot.storage.database import Database
from bot.storage.evaluations import SessionRating
from bot.storage.events import balance_now
from bot.storage.leaves import Leave
from bot.storage.models import Case, Digest, Office
from bot.storage.outages import OutageRow
from bot.texts import utf16_length
from bot.wording import Wording
from scheduler.digests import digests
from tests.double import NARROW, WIDE
from tests.harness import sentences
from tests.storage.offices import SEVEN, ZONE, a_case, a_person, a_session, a_site, at, works
from tests.storage.test_weekly import CHILD, WEEK, Desk, a_client, a_desk, said, sheet, statements
from tests.weeks import exported

A_WEEK = timedelta(weeks=1)
MANY = pytest.mark.parametrize("clients", [0, 1, 75, 250])


async def written(database: Database, now: datetime) -> str:
    """What an office's one reader gets at an instant."""
    async with database.transaction() as session:
        notices = await digests(session, now)
    assert notices
    return said(notices[0])


async def test_the_first_week_is_compared_with_nothing_and_the_next_with_it(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        _, case = await a_client(session, desk, "K-1")
        away = await a_person(session, desk.office, "K-2", Role.CLIENT)
        lost, placement = await a_case(session, away, desk.officer, desk.site)
        for day in (2, 3):
            await a_session(session, lost, placement, day, SessionState.MISSED)
    first = await written(database, SEVEN)
    async with database.transaction() as session:
        extra = await works(session, case, desk.site, None, 8, hours=5)
        officer = desk.officer.id
        await attendances.judge_outside_plan(
            session, case, extra, by=officer, accepted=True, now=SEVEN + A_WEEK
        )
        came = await a_session(session, lost, placement, 9)
        await works(session, lost, desk.site, came, 9)
        await a_session(session, lost, placement, 16)
    second = await written(database, SEVEN + A_WEEK)

    assert "minggu sebelumnya" not in first
    assert "minggu lalu" not in first
    assert "(5 jam lebih banyak daripada minggu sebelumnya)" in second
    assert "Sudah beres sejak minggu lalu: K-2 (contoh)" in second
    assert "Baru sejak minggu lalu: K-1 (contoh)" in second


async def test_a_week_without_any_data_says_so(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        client = await a_person(session, desk.office, "K-1", Role.CLIENT)
        _, placement = await a_case(session, client, desk.officer, desk.site)
        await a_session(session, (await session.get_one(Case, placement.case_id)), placement, 8)
    text = await written(database, SEVEN)
    assert "1 klien. Tidak ada jadwal kerja atau lapor diri dalam minggu ini" in text


async def test_week_53_and_the_new_year_are_each_told_once(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        desk.officer.look_at = next_digest_at(datetime(2026, 12, 31, tzinfo=UTC), ZONE)
    for day in (date(2027, 1, 4), date(2027, 1, 4), date(2027, 1, 11)):
        async with database.transaction() as session:
            await digests(session, datetime(day.year, day.month, day.day - 1, 23, 5, tzinfo=UTC))
    async with database.reading() as session:
        kept = (await session.exec(select(Digest).order_by(col(Digest.week)))).all()

    assert [one.week for one in kept] == ["2026-W53", "2027-W01"]
    assert week_days(kept[0].week).last == date(2027, 1, 3)


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])
def test_no_zone_has_a_summer_time_a_monday_comes_after_seven_days(zone: str) -> None:
    at_seven = next_digest_at(datetime(2026, 1, 1, tzinfo=UTC), zone)
    for _ in range(60):
        after = next_digest_at(at_seven, zone)
        assert after - at_seven == A_WEEK
        at_seven = after


async def test_an_officer_on_leave_has_his_week_read_by_his_stand_in(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        await a_client(session, desk, "K-1")
        other = await a_person(session, desk.office, "PK-2", Role.OFFICER)
        session.add(
            Leave(
                office_id=desk.office.id,
                person_id=desk.officer.id,
                stand_in_id=other.id,
                first=date(2026, 4, 20),
                last=date(2026, 4, 24),
                state=LeaveState.ACCEPTED,
                asked_by=desk.officer.id,
                asked_at=SEVEN,
            )
        )
        notices = await digests(session, SEVEN)

    assert notices
    assert {one.to for one in notices} == {other.id}
    assert desk.officer.shown in said(notices[0])


# The root


async def test_the_root_is_that_of_the_facts_and_can_be_computed_again(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        _, case = await a_client(session, desk, "K-1")
        await a_client(session, desk, "K-2")
        notices = await digests(session, SEVEN)
        digest = (await session.exec(select(Digest))).one()
        await works(session, case, desk.site, None, 9)
        again = chain_roots.root_of(chain_roots.heads_from(digest.figures))
        later = (await monday(session, desk.officer, desk.office, WEEK, SEVEN)).week.root

    root = digest.figures["root"]
    assert notices
    assert len(digest.figures["facts"]) == 2
    assert " ".join(root[place : place + 4] for place in range(0, 16, 4)) in said(notices[0])
    assert again == root
    assert later != root


async def test_the_terminal_writes_what_the_chat_said_and_the_file_has_the_whole_root(
    database: Database,
) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        _, case = await a_client(session, desk, "K-1")
        case.ends_on = date(2026, 4, 30)
        notices = await digests(session, SEVEN)
        digest = (await session.exec(select(Digest))).one()
        text, file = await exported(session, desk.officer, WEEK, SEVEN + A_WEEK)

    assert notices
    assert text == said(notices[0])
    rows = {row["Hal"]: row["Isi"] for row in sheet(file, "Ringkasan")}
    assert rows["Sidik catatan"] == digest.figures["root"]
    assert rows["14 hari ke depan"] == "Kam 30 Apr: masa perkara K-1 (contoh) berakhir, sisa 37 jam."


async def test_what_is_kept_of_a_child_is_the_code(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        await a_person(session, desk.office, "KB-1", Role.HEAD, look_at=SEVEN)
        child = await a_person(session, desk.office, "A-7", Role.CLIENT, name=CHILD, child=True)
        _, placement = await a_case(session, child, desk.officer, desk.site)
        case = await session.get_one(Case, placement.case_id)
        for day in (1, 2):
            await a_session(session, case, placement, day, SessionState.MISSED)
        await digests(session, SEVEN)
        rows = (await session.exec(select(Digest))).all()

    assert [[name for _, name in row.figures["standing"]["pressing"]] for row in rows] == [["A-7"]] * 2
    assert CHILD not in json.dumps([row.figures for row in rows])


# What is not known


async def test_gaps_of_the_week_are_named_and_count_for_nothing(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        client = await a_person(session, desk.office, "K-1", Role.CLIENT)
        case, placement = await a_case(session, client, desk.officer, desk.site)
        for day, outcome in ((1, Outcome.SYSTEM_FAILURE), (2, Outcome.UNREACHED), (-3, Outcome.UNREACHED)):
            gone = await a_session(session, case, placement, day, SessionState.MISSED)
            gone.outcome = outcome
        await a_session(session, case, placement, 8)
        session.add(OutageRow(channel="wide", begins=at(1, 7), ends=at(1, 12)))
        session.add(OutageRow(channel="wide", begins=at(-9, 7), ends=at(-9, 12)))
        await session.flush()
        week = await summarized(session, desk.office, desk.officer, week_days(WEEK), SEVEN)

    assert week.gaps.uncounted == {Outcome.SYSTEM_FAILURE: 1, Outcome.UNREACHED: 1}
    assert [(one.begins, one.ends) for one in week.gaps.outages] == [(at(1, 7), at(1, 12))]
    assert week.clients[0].placed_until == date(2026, 8, 30)
    assert totals(week.clients, week.period).due == 0


# Figures


@MANY
async def test_a_digest_of_many_clients_asks_no_more_and_fits_every_messenger(
    database: Database, clients: int
) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        for number in range(clients):
            client = await a_person(
                session, desk.office, f"K-{number:03d}", Role.CLIENT, name=f"Muhammad Contoh {number}"
            )
            case, placement = await a_case(session, client, desk.officer, desk.site)
            state = SessionState.MISSED if number % 8 == 0 else SessionState.STARTED
            await a_session(session, case, placement, 1, state)
            await a_session(session, case, placement, 8)
    with statements(database) as asked:
        async with database.reading() as session:
            await monday(session, desk.officer, desk.office, WEEK, SEVEN)
    async with database.transaction() as session:
        notices = await digests(session, SEVEN)

    assert len(asked) == 48
    assert notices
    text = notices[0]
    for caps in (WIDE, NARROW):
        parts = list(Wording(sentences()).parts(text, caps, "id"))
        assert max(utf16_length(_with_buttons(part, caps is NARROW)) for part in parts) <= caps.text_limit
        assert caps is NARROW or clients > 75 or len(parts) == 1


@pytest.mark.parametrize("sites", [0, 1, 30])
async def test_many_rated_sessions_are_one_question_of_a_heads_digest(database: Database, sites: int) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        await a_client(session, desk, "K-1")
        head = await a_person(session, desk.office, "KB-1", Role.HEAD)
        for number in range(sites):
            site = await a_site(session, desk.office, f"X-{number}")
            for hour in (8, 13):
                session.add(
                    SessionRating(
                        office_id=desk.office.id,
                        site_id=site.id,
                        starts_at=at(1, hour),
                        day=date(2026, 4, 14),
                        word=SessionWord.TROUBLED if hour == 8 else SessionWord.FAIR,
                        by=desk.officer.id,
                        rated_at=at(1, 18),
                    )
                )
    with statements(database) as asked:
        async with database.reading() as session:
            read = await monday(session, head, desk.office, WEEK, SEVEN)

    assert len([one for one in asked if "session_rating" in one]) == 1
    rated = read.week.rated
    assert (rated.sessions, rated.sites, rated.troubled) == (2 * sites, sites, sites)


def _with_buttons(part: Notice, narrow: bool) -> str:
    """A part as it is sent, with its buttons as numbered lines where the messenger has not so many."""
    numbered = Wording(sentences())._numbered(part.choices, NARROW if narrow else WIDE, "id")
    return said(part) + numbered


FATES = st.sampled_from(["waits", "counts", "not"])
LIVES = st.dictionaries(st.integers(-10, 6), st.tuples(st.integers(1, 10), FATES), max_size=5)
"""On which days somebody works, for how many hours, and what became of it."""


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
@given(lives=st.lists(LIVES, min_size=1, max_size=3))
async def test_figures_equal_the_balance_whatever_happened(
    database: Database, lives: list[dict[int, tuple[int, str]]]
) -> None:
    async with database.transaction() as session:
        offices = (await session.exec(select(Office))).all()
        desk = await a_desk(session, f"BPS-{len(offices)}")
        cases = [await _lived(session, desk, number, life) for number, life in enumerate(lives)]
        week = (await monday(session, desk.officer, desk.office, WEEK, SEVEN)).week
        balances = [await balance_now(session, case) for case in cases]

    assert [(one.credited, one.waiting, one.surplus, one.remaining) for one in week.clients] == [
        (one.credited, one.waiting, one.surplus, one.remaining) for one in balances
    ]
    sums = totals(week.clients, week.period)
    assert sums.waiting == sum(one.waiting for one in balances)
    inside = [one for client in week.clients for one in client.of_period(week.period)]
    by_attendance = {key: credit for one in balances for key, credit in one.by_attendance.items()}
    assert sums.credited == sum(by_attendance[one.id].credited for one in inside if one.id in by_attendance)


async def _lived(session: AsyncSession, desk: Desk, number: int, life: dict[int, tuple[int, str]]) -> Case:
    client = await a_person(session, desk.office, f"K-{number}", Role.CLIENT)
    case, _ = await a_case(session, client, desk.officer, desk.site, total_hours=12)
    for day, (hours, fate) in sorted(life.items()):
        work = await works(session, case, desk.site, None, day, hours=hours, confirmed=fate == "counts")
        by = desk.officer.id
        if fate == "not":
            await attendances.reject(session, case, work, by=by, reason="reason-not-here", now=SEVEN)
        elif fate == "counts":
            await attendances.judge_outside_plan(session, case, work, by=by, accepted=True, now=SEVEN)
    return case
