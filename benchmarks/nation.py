"""Offices with years behind them: their people, what they did, and the facts of it, written in bulk.

Everybody has a case that runs. One session in eleven was missed; some clients have missed the last three;
some hours wait for a word; a third of the clients report each month; one in twenty is a child.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

from benchmarks.bulk import Bulk
from bot.domain.cases import CaseState, Interval, Programme
from bot.domain.checkins import AttendanceState, Moment, SessionState
from bot.domain.follow_ups import FollowUpKind, FollowUpOutcome
from bot.domain.hours import EventKind
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.domain.places import Verdict
from bot.domain.reports import QUESTIONS, ReportState
from bot.storage.events import GENESIS, case_stream
from bot.storage.follow_ups import FollowUp
from bot.storage.models import (
    Attendance,
    Case,
    CaseBalance,
    Consent,
    Event,
    Evidence,
    Office,
    Person,
    PersonAddress,
    Placement,
    Report,
    Site,
    SiteSupervisor,
    WorkSession,
)

MONDAY = date(2026, 11, 23)
"""The day of the digests."""
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
AT_A_SITE, AHEAD = 30, 4
"""Clients of a site; weeks that are planned."""
HERE = (-5.1477, 119.4327)
IN_FORCE = date(2026, 1, 5)
"""No ruling for community work is older: what lies before it only lies there."""
HEADS_AT = datetime(2026, 11, 23, 0, 1, tzinfo=UTC)
"""When the heads read: a minute after the last officers, so that each are measured by themselves."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many there are, over all offices, and how much lies behind them."""

    offices: int
    officers: int
    clients: int
    weeks: int
    halves: int = 2
    """Half weeks from one session of a client to his next."""

    def sessions(self, number: int) -> Iterator[int]:
        """How many weeks before the digest's Monday the sessions of a client were, the latest first."""
        back = 2 + number % self.halves
        while back // 2 <= self.weeks:
            yield back // 2
            back += self.halves


ONE_OFFICE = Size(offices=1, officers=75, clients=3_000, weeks=104, halves=5)
NATION = Size(offices=94, officers=2_700, clients=200_000, weeks=12)


def digest_at(zone: str) -> datetime:
    """Monday 07.00 there."""
    return local(MONDAY, time(7), zone)


@cache
def local(day: date, at: time, zone: str) -> datetime:
    """An instant of a zone, in UTC."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


def populate(rows: Bulk, size: Size, seed: int = 1) -> None:
    """Write them all; the same size and seed give the same rows."""
    random = Random(seed)
    for number in range(size.offices):
        zone = ZONES[number % len(ZONES)] if size.offices > 1 else ZONES[1]
        clients, officers = (
            of // size.offices + (number < of % size.offices) for of in (size.clients, size.officers)
        )
        _Office(rows, size, random, zone).fill(number, officers, clients)


class _Office:
    """One office while it is written."""

    def __init__(self, rows: Bulk, size: Size, random: Random, zone: str) -> None:
        self._rows, self._size, self._random, self._zone = rows, size, random, zone
        self._id = 0
        self._begins = MONDAY - timedelta(weeks=size.weeks)

    def fill(self, number: int, officers: int, clients: int) -> None:
        """The office, its staff, its sites, and client by client."""
        self._id = self._rows.add(
            Office, code=f"BPS-{number}", name=f"Bapas {number} (ukur)", zone=self._zone, contact="-"
        )
        monday = digest_at(self._zone)
        guides = [self._person(Role.OFFICER, "PK", n, look_at=monday) for n in range(officers)]
        self._person(Role.HEAD, "KB", 0, look_at=HEADS_AT)
        prosecutor = self._person(Role.PROSECUTOR, "JX", 0)
        sites = [self._site(n) for n in range(-(-clients // AT_A_SITE))]
        for n in range(clients):
            site = sites[n // AT_A_SITE]
            self._client(n, guides[n * officers // clients], prosecutor, *site)

    def _person(self, role: Role, letters: str, number: int, **more: object) -> int:
        code = f"{letters}-{number}"
        person = self._rows.add(
            Person, office_id=self._id, code=code, name=f"{code} (contoh)", role=role, **more
        )
        self._rows.add(
            PersonAddress,
            office_id=self._id,
            person_id=person,
            channel="telegram",
            external_id=str(700_000_000 + person),
            bound_at=local(self._begins, time(8), self._zone),
        )
        return person

    def _site(self, number: int) -> tuple[int, int]:
        """A site and its first supervisor; there is a second."""
        site = self._rows.add(
            Site,
            office_id=self._id,
            code=f"L-{number}",
            name=f"Kantor Desa {number}",
            latitude=HERE[0] + number * 0.01,
            longitude=HERE[1],
            zone=self._zone,
        )
        people = [self._person(Role.SUPERVISOR, "PL", 2 * number + one) for one in (0, 1)]
        for person in people:
            self._rows.add(
                SiteSupervisor, office_id=self._id, site_id=site, person_id=person, from_on=self._begins
            )
        return site, people[0]

    def _client(self, number: int, officer: int, prosecutor: int, site: int, supervisor: int) -> None:
        child = number % 20 == 3
        client = self._person(Role.CLIENT, "K", number, child=child)
        guardian = self._guardian(number, client) if child else None
        reports = number % 3 == 0
        case = self._rows.add(
            Case,
            office_id=self._id,
            number=f"{number}/2026",
            client_id=client,
            officer_id=officer,
            prosecutor_id=prosecutor,
            guardian_id=guardian,
            programme=Programme.CHILD_SERVICE if child else Programme.COMMUNITY_WORK,
            ruling_number=f"{number}/Pid.B/2026/PN (contoh)",
            ruling_on=max(self._begins, IN_FORCE),
            court="PN (contoh)",
            total_minutes=240 * 60,
            daily_minutes=180 if child else 480,
            starts_on=max(self._begins, IN_FORCE),
            ends_on=MONDAY + timedelta(weeks=26),
            report_every=Interval.MONTH if reports else None,
            first_report_on=self._begins if reports else None,
            state=CaseState.ACTIVE,
        )
        placement = self._rows.add(
            Placement,
            office_id=self._id,
            code=f"P-{number}",
            case_id=case,
            site_id=site,
            weekdays=str(number % 5 + 1),
            starts=time(8),
            ends=time(11),
            from_on=self._begins,
            until_on=MONDAY + timedelta(weeks=26),
        )
        _Work(
            self._rows, self._random, self._zone, self._id, case, client, site, placement, supervisor, officer
        ).fill(self._size, number)
        if reports:
            self._reports(case, client, number)

    def _guardian(self, number: int, child: int) -> int:
        guardian = self._person(Role.GUARDIAN, "W", number)
        given = local(self._begins, time(8), self._zone)
        self._rows.add(
            Consent,
            office_id=self._id,
            child_id=child,
            guardian_id=guardian,
            version="1",
            given_at=given,
            channel="telegram",
        )
        return guardian

    def _reports(self, case: int, client: int, number: int) -> None:
        """One each fourth week, the last of them on the last Friday; the next is to come."""
        for back in range(self._size.weeks // 4, -1, -1):
            due_on = MONDAY - timedelta(weeks=4 * back, days=3) if back else MONDAY + timedelta(days=25)
            missed = self._random.random() < 1 / 11
            state = ReportState.DUE if not back else ReportState.MISSED if missed else ReportState.DONE
            given = local(due_on, time(10), self._zone) if state is ReportState.DONE else None
            self._rows.add(
                Report,
                office_id=self._id,
                case_id=case,
                client_id=client,
                due_on=due_on,
                closes_at=local(due_on, time(23, 59), self._zone),
                state=state,
                answers={one: "baik" for one in QUESTIONS} if given else {},
                reported_at=given,
                look_at=None if back else local(due_on, time(8), self._zone),
            )


@dataclass(slots=True)
class _Work:
    """What one case did, oldest first, and what is planned for it."""

    rows: Bulk
    random: Random
    zone: str
    office: int
    case: int
    client: int
    site: int
    placement: int
    supervisor: int
    officer: int
    seq: int = 0
    credited: int = 0

    def fill(self, size: Size, number: int) -> None:
        weeks = sorted(size.sessions(number), reverse=True)
        opened = {"total_minutes": 240 * 60, "daily_minutes": 480}
        begins = MONDAY - timedelta(weeks=size.weeks)
        self._fact(EventKind.CASE_OPENED, self.officer, local(begins, time(7), self.zone), opened)
        waiting = 0
        for later, back in zip(range(len(weeks) - 1, -1, -1), weeks, strict=True):
            day = MONDAY - timedelta(weeks=back) + timedelta(days=number % 5)
            drawn = self.random.random()
            if drawn < 1 / 11 or (number % 17 == 0 and later < 3):
                self._missed(day)
            else:
                waits = back == 1 and drawn > 0.85
                waiting += 180 * waits
                self._came(day, waits=waits)
        if number % 17 == 0:
            self._followed_up()
        for ahead in range(AHEAD):
            self._planned(MONDAY + timedelta(weeks=ahead, days=number % 5))
        self._balance(waiting)

    def _session(self, day: date, state: SessionState, **more: object) -> int:
        return self.rows.add(
            WorkSession,
            office_id=self.office,
            case_id=self.case,
            client_id=self.client,
            site_id=self.site,
            placement_id=self.placement,
            day=day,
            starts_at=local(day, time(8), self.zone),
            ends_at=local(day, time(11), self.zone),
            state=state,
            **more,
        )

    def _planned(self, day: date) -> None:
        eve = local(day - timedelta(days=1), time(18), self.zone)
        due = eve if eve > digest_at(self.zone) else local(day, time(9), self.zone)
        self._session(day, SessionState.PLANNED, look_at=due)

    def _missed(self, day: date) -> None:
        session = self._session(day, SessionState.MISSED, outcome=Outcome.UNEXPLAINED)
        told = {"session": session, "day": day.isoformat()}
        self._fact(EventKind.MISS_ASKED, None, local(day, time(9), self.zone), told)
        self._fact(EventKind.SESSION_MISSED, None, local(day, time(13), self.zone), told)

    def _came(self, day: date, *, waits: bool) -> None:
        session = self._session(day, SessionState.STARTED)
        start, finish = local(day, time(8), self.zone), local(day, time(11), self.zone)
        attendance = self.rows.written[Attendance] + 1
        told = {"attendance": attendance, "day": day.isoformat(), "start": start.isoformat()}
        began = self._fact(EventKind.CHECKED_IN, self.client, start, told | {"planned": True})
        self._fact(EventKind.PRESENCE_CONFIRMED, self.supervisor, start, told)
        told |= {"finish": finish.isoformat()}
        ended = self._fact(EventKind.CHECKED_OUT, self.client, finish, told)
        if not waits:
            self._fact(EventKind.HOURS_CONFIRMED, self.supervisor, finish, told | {"break_minutes": 0})
            self.credited += 180
        self.rows.add(
            Attendance,
            office_id=self.office,
            case_id=self.case,
            client_id=self.client,
            site_id=self.site,
            session_id=session,
            day=day,
            state=AttendanceState.WAITING if waits else AttendanceState.CONFIRMED,
            started_at=start,
            finished_at=finish,
            start_receipt=began,
            finish_receipt=ended,
            present_by=self.supervisor,
            decided_by=None if waits else self.supervisor,
            decided_at=None if waits else finish,
            credited=0 if waits else 180,
        )
        self._evidence(attendance, start)
        if self.random.random() < 1 / 200:
            corrected = {"adjustment": self.seq + 1, "day": day.isoformat(), "minutes": -30}
            self._fact(EventKind.HOURS_ADJUSTED, self.officer, finish, corrected)

    def _evidence(self, attendance: int, at: datetime) -> None:
        outside = self.random.random() < 1 / 20
        self.rows.add(
            Evidence,
            office_id=self.office,
            case_id=self.case,
            client_id=self.client,
            attendance_id=attendance,
            moment=Moment.START,
            sent_at=at,
            received_at=at,
            latitude=HERE[0],
            longitude=HERE[1],
            accuracy=12.0,
            verdict=Verdict.OUTSIDE if outside else Verdict.INSIDE,
            distance_m=700 if outside else 20,
        )

    def _followed_up(self) -> None:
        self.rows.add(
            FollowUp,
            office_id=self.office,
            case_id=self.case,
            kind=FollowUpKind.CALL,
            outcome=FollowUpOutcome.NO_ANSWER,
            done_on=MONDAY - timedelta(days=3),
            by=self.officer,
            recorded_at=local(MONDAY - timedelta(days=3), time(14), self.zone),
        )

    def _balance(self, waiting: int) -> None:
        self.rows.add(
            CaseBalance,
            case_id=self.case,
            office_id=self.office,
            seq=self.seq,
            credited=min(self.credited, 200 * 60),
            waiting=waiting,
            remaining=max(240 * 60 - self.credited, 40 * 60),
        )

    def _fact(self, kind: EventKind, actor: int | None, at: datetime, told: Mapping[str, object]) -> int:
        """Its hashes are not chained, because no summary verifies them."""
        self.seq += 1
        return self.rows.add(
            Event,
            office_id=self.office,
            stream=case_stream(self.case),
            seq=self.seq,
            kind=kind.value,
            actor_id=actor,
            happened_at=at,
            recorded_at=at,
            payload=json.dumps(told),
            salt=GENESIS[:16],
            commitment=GENESIS,
            prev_hash=GENESIS,
            hash=GENESIS,
        )
