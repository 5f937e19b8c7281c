"""The records of an office. `office_id` stands on every row and in every query."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Enum, Index, Integer, UniqueConstraint, text
from sqlalchemy.types import TypeEngine
from sqlmodel import Field, SQLModel

from bot.domain.absences import Absence
from bot.domain.balance import Cap
from bot.domain.calendar import DayKind, HolidayRule
from bot.domain.cases import CaseState, Interval, PhotoRule, Programme, Source
from bot.domain.challenges import ChallengeRule
from bot.domain.checkins import AttendanceState, Moment, SessionState, Shows
from bot.domain.contests import ContestAbout, ContestState
from bot.domain.follow_ups import CALL_AFTER, FOLLOW_UP_AFTER
from bot.domain.help_calls import HELP_MINUTES
from bot.domain.hours import BreakRule
from bot.domain.identity import Gone, SecondFactor
from bot.domain.letters import DEFAULT_PATTERN
from bot.domain.messages import Guide
from bot.domain.outcomes import Outcome
from bot.domain.people import Honorific, Role, secret, shown_name
from bot.domain.places import Area, Circle, Polygon, Verdict
from bot.domain.reminders import Reminding
from bot.domain.reports import ReportState
from bot.domain.retention import AFTER_CASE_DAYS
from bot.domain.spans import WHOLE_DAY, Hours, Span, always

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING

BIG = BigInteger().with_variant(Integer, "sqlite")


def words(closed_set: type[StrEnum]) -> TypeEngine[Any]:
    """A closed set as short text: a new member needs no change of the database."""
    return Enum(
        closed_set,
        native_enum=False,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


def key() -> Any:
    return Field(default=None, primary_key=True)


def office() -> Any:
    return Field(foreign_key="office.id", index=True)


class Office(SQLModel, table=True):
    """A Bapas and its habits."""

    id: int = key()
    code: str = Field(unique=True)
    name: str
    zone: str
    contact: str
    """How to reach a human: the only thing a stranger is told."""
    reminders: str = "H-1 18.00, 1 jam"
    """When clients are reminded of a session (`bot.domain.reminders`)."""
    report_reminders: str = "H-1 18.00"
    """And of a report, before its day."""
    grace_minutes: int = 60
    """How long after a planned start a client without a check-in is asked what happened."""
    second_factor: SecondFactor = Field(default=SecondFactor.CONTACT, sa_type=words(SecondFactor))
    """What is asked beside the link of an invitation."""
    evenings_at: datetime | None = Field(default=None, index=True)
    """When the clock next asks which clients have no work tomorrow; None: not yet planned."""
    evenings_after: int = 0
    """The last client of whom it has asked in the evening of that instant; 0: of nobody yet."""
    decisions_at: datetime | None = Field(default=None, index=True)
    """When the clock next asks what has waited too long for a decision; None: not yet planned."""
    patterns_at: datetime | None = Field(default=None, index=True)
    """When officers next read what was odd in a month; None: not yet planned."""
    mornings_at: datetime | None = Field(default=None, index=True)
    """When the clock next asks which supervisors are to hear whom to expect; None: not yet planned."""
    keep_photos_days: int = AFTER_CASE_DAYS
    """Days for which photos and voice messages are kept after the case was closed."""
    discreet: bool = True
    """Whether what others may see (poster, invitation, the bot's own words) keeps its name to itself."""
    emergency_contacts: str = ""
    """Numbers that answer at any hour, shown with every call for help; '': the country's own."""
    help_minutes: int = HELP_MINUTES
    """Minutes after which the head is asked about a call for help that nobody has taken."""
    call_after: int = CALL_AFTER
    """Misses in a row after which the officer is asked to call."""
    follow_up_after: int = FOLLOW_UP_AFTER
    """And after which village officials, a visit or a new number are the next steps."""
    quiet_from: time = time(21, 0)
    """Local time from which what can wait until `quiet_until` is not sent; both the same: at any hour."""
    quiet_until: time = time(6, 0)
    letterhead_above: str = ""
    """What stands above its name at the head of its papers (*kop*), a line a line."""
    letterhead_below: str = ""
    """And below it: address, telephone."""
    letter_number: str = DEFAULT_PATTERN
    """How its letters are numbered (`good_pattern`)."""


class Person(SQLModel, table=True):
    """Someone who takes part. The `name` of a child or guardian is for his officer's card; use `shown`."""

    __table_args__ = (UniqueConstraint("office_id", "code"),)
    id: int = key()
    office_id: int = office()
    code: str
    name: str
    role: Role = Field(sa_type=words(Role))
    honorific: Honorific = Field(default=Honorific.SAUDARA, sa_type=words(Honorific))
    child: bool = False
    phone: str = ""
    born_on: date | None = None
    locale: str = "id"
    home_latitude: float | None = None
    home_longitude: float | None = None
    """Where someone lives, as far as it is needed to find a site nearby."""
    reminders: Reminding = Field(default=Reminding.USUAL, sa_type=words(Reminding))
    """Whether he wants to be reminded otherwise than his office does."""
    look_at: datetime | None = Field(default=None, index=True)
    """When the clock must next look at this person: the next digest of an officer or head."""
    left_on: date | None = None
    """The last day of somebody of the staff who has left for good."""
    merged_into: int | None = Field(default=None, foreign_key="person.id", index=True)
    """The record that speaks for this human being, who was entered twice; this one is history."""

    @property
    def shown(self) -> str:
        """The name, or a child's or guardian's code: what everybody but the child's own officer reads."""
        return shown_name(name=self.name, code=self.code, role=self.role, child=self.child)

    @property
    def secret(self) -> bool:
        """Whether `shown` is a code."""
        return secret(role=self.role, child=self.child)


class PersonAddress(SQLModel, table=True):
    """A chat account bound to a person; `gone_at` when it blocked the bot, no longer exists or wants no more
    messages. Whatever it sends later makes it reachable again (`comes_back`), at `back_at` the last time."""

    __tablename__ = "person_address"

    __table_args__ = (UniqueConstraint("channel", "external_id"),)
    id: int = key()
    office_id: int = office()
    person_id: int = Field(foreign_key="person.id", index=True)
    channel: str
    external_id: str
    bound_at: datetime
    gone_at: datetime | None = Field(default=None, index=True)
    gone_why: Gone = Field(default=Gone.BLOCKED, sa_type=words(Gone))
    gone_told: bool = False
    """Whether somebody of the office has heard that it is gone."""
    back_at: datetime | None = None

    def comes_back(self, now: datetime) -> None:
        """It takes messages again; of one that always did nothing changes."""
        if self.gone_at is not None:
            self.gone_at, self.back_at = None, now


class Invitation(SQLModel, table=True):
    """A one-use link; only the token's SHA-256 is kept. `opened_by` is the address that may agree."""

    id: int = key()
    office_id: int = office()
    person_id: int = Field(foreign_key="person.id", index=True)
    token_hash: str = Field(unique=True)
    code_hash: str | None = Field(default=None, unique=True)
    """Of the short code to type that stands beside the link."""
    made_by: int | None = Field(default=None, foreign_key="person.id")
    """Who invited; None: from the terminal."""
    made_at: datetime
    expires_at: datetime
    opened_channel: str = ""
    opened_by: str = ""
    agreed_at: datetime | None = None
    """When this address agreed to the notice of data use; what proves who holds it may still be missing."""
    wrong_tries: int = 0
    locked_at: datetime | None = None
    """After too many wrong tries, until somebody of the office has looked."""
    shown_number: int = 0
    """What the phone shows to whoever stands beside and vouches; 0 while nobody was asked for."""
    used_at: datetime | None = None


class Consent(SQLModel, table=True):
    """A guardian has agreed that a child takes part (UU 27/2022 Pasal 25)."""

    __table_args__ = (UniqueConstraint("child_id", "guardian_id"),)
    id: int = key()
    office_id: int = office()
    child_id: int = Field(foreign_key="person.id", index=True)
    guardian_id: int = Field(foreign_key="person.id")
    version: str
    """Of the notice of data use."""
    given_at: datetime
    channel: str = ""
    """The messenger; empty for a signed form."""
    photo_id: int | None = Field(default=None, foreign_key="photo.id")
    """The signed form, of a guardian without a phone."""
    recorded_by: int | None = Field(default=None, foreign_key="person.id")


def stored_hours(hours: Hours) -> dict[str, list[list[str]]]:
    """Opening hours as a site keeps them: `{"5": [["08:00", "11:30"], ["13:30", "16:00"]]}`."""
    return {
        str(day): [[at.isoformat(timespec="minutes") for at in span] for span in spans]
        for day, spans in hours.items()
    }


class Site(SQLModel, table=True):
    """A place of work; without latitude and longitude no place is judged."""

    __table_args__ = (UniqueConstraint("office_id", "code"),)
    id: int = key()
    office_id: int = office()
    code: str
    name: str
    activity: str = ""
    agency: str = ""
    address: str = ""
    region: str = ""
    """Kabupaten or kota: whose regional holidays apply."""
    latitude: float | None = None
    longitude: float | None = None
    corners: list[list[float]] = Field(default_factory=list, sa_type=JSON)
    """Latitude and longitude of each corner, where a circle says too little."""
    radius_m: int = 150
    zone: str
    open_hours: dict[str, list[list[str]]] = Field(
        default_factory=lambda: stored_hours(always()), sa_type=JSON
    )
    """ISO weekday → spans of local time; a day that is not in it is closed. Read it as `hours`."""
    holiday_rule: HolidayRule = Field(default=HolidayRule.OFF, sa_type=words(HolidayRule))
    capacity: int | None = None
    """People at the same time; None: no limit is known."""
    for_children: bool = True
    poster_edition: int = 1
    """Which poster is valid; the next ends the one on the wall."""

    @property
    def hours(self) -> Hours:
        """When it is open on each weekday, closed days aside."""
        return {
            int(day): tuple(
                (time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in spans
            )
            for day, spans in self.open_hours.items()
        }

    @property
    def area(self) -> Area:
        """The ground on which a check-in counts as inside."""
        if self.corners:
            return Polygon(tuple((corner[0], corner[1]) for corner in self.corners), self.radius_m)
        return Circle(self.latitude, self.longitude, self.radius_m)

    @property
    def readable_area(self) -> Area:
        """The same, or a site without a pin where its corners are recorded so strangely that nobody can read
        them: for whoever shows it to people who can mend it."""
        try:
            return self.area
        except (IndexError, TypeError, KeyError):
            return Circle(None, None, self.radius_m)


class SiteClosure(SQLModel, table=True):
    """A day on which a site takes nobody, or hours of it by the site's clock; sessions are dropped without a
    miss, or go on in what the hours leave of them."""

    __tablename__ = "site_closure"

    __table_args__ = (UniqueConstraint("site_id", "day", "starts", "ends"),)
    id: int = key()
    office_id: int = office()
    site_id: int = Field(foreign_key="site.id", index=True)
    day: date
    starts: time = WHOLE_DAY[0]
    ends: time = WHOLE_DAY[1]
    """Not after the start: on the next day."""
    reason: str = ""
    closed_by: int | None = Field(default=None, foreign_key="person.id")

    @property
    def hours(self) -> Span:
        return self.starts, self.ends

    @property
    def all_day(self) -> bool:
        return self.hours == WHOLE_DAY


class CalendarDay(SQLModel, table=True):
    """What an office says of a day, over the library's holidays; `region` '' is everywhere."""

    __tablename__ = "calendar_day"

    __table_args__ = (UniqueConstraint("office_id", "day", "kind", "region"),)
    id: int = key()
    office_id: int = office()
    day: date
    kind: DayKind = Field(sa_type=words(DayKind))
    region: str = ""
    name: str = ""


class SiteSupervisor(SQLModel, table=True):
    """Who confirms at a site, and in which period (both days included)."""

    __tablename__ = "site_supervisor"

    __table_args__ = (UniqueConstraint("site_id", "person_id", "from_on"),)
    id: int = key()
    office_id: int = office()
    site_id: int = Field(foreign_key="site.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    from_on: date
    until_on: date | None = None


class Case(SQLModel, table=True):
    """A client's duty under one ruling or decision."""

    __table_args__ = (UniqueConstraint("office_id", "number"),)
    id: int = key()
    office_id: int = office()
    number: str
    client_id: int = Field(foreign_key="person.id", index=True)
    officer_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    prosecutor_id: int | None = Field(default=None, foreign_key="person.id")
    guardian_id: int | None = Field(default=None, foreign_key="person.id")
    programme: Programme = Field(sa_type=words(Programme))
    ruling_number: str = ""
    ruling_on: date | None = None
    court: str = ""
    """The court; for a decision, the institution that sends (Lapas, Rutan)."""
    replaced_sentence: str = ""
    """The prison term or fine that the work replaces; never a child's, never shown to a site."""
    total_minutes: int | None = None
    daily_minutes: int | None = None
    session_minutes: int | None = None
    """Counted minutes of one session at most, where the ruling says so."""
    starts_on: date | None = None
    starts_source: Source | None = Field(default=None, sa_type=words(Source))
    ends_on: date | None = None
    ends_source: Source | None = Field(default=None, sa_type=words(Source))
    place_source: Source | None = Field(default=None, sa_type=words(Source))
    allowed_weekdays: str = ""
    """ISO digits; empty: any day."""
    window_starts: time | None = None
    window_ends: time | None = None
    holiday_rule: HolidayRule = Field(default=HolidayRule.OFF, sa_type=words(HolidayRule))
    photo_rule: PhotoRule = Field(default=PhotoRule.NEVER, sa_type=words(PhotoRule))
    challenge_rule: ChallengeRule = Field(default=ChallengeRule.ODD, sa_type=words(ChallengeRule))
    challenge_word: bool = False
    """Whether a written word is asked for instead of fingers; the officer knows whether he can write."""
    report_every: Interval | None = Field(default=None, sa_type=words(Interval))
    first_report_on: date | None = None
    report_grace_days: int = 0
    """Days after the report day on which a report still counts as in time."""
    state: CaseState = Field(default=CaseState.DRAFT, sa_type=words(CaseState))
    state_reason: str = ""
    closing_outcome: CaseState | None = Field(default=None, sa_type=words(CaseState))
    """What the officer chose, while the head of office has not decided."""
    closing_reason: str = ""
    look_at: datetime | None = Field(default=None, index=True)
    """When the clock must next look at this case: its last day, its next report days, a plan to renew."""

    @property
    def guide_id(self) -> int:
        """The officer of a case that has begun; only a draft can be without one."""
        if self.officer_id is None:
            raise ValueError("a draft has no officer yet")
        return self.officer_id

    @property
    def guide(self) -> Guide:
        """To whom a notice about this case goes: its officer, or his stand-in."""
        return Guide(self.guide_id)


class ExcusedSpan(SQLModel, table=True):
    """Days on which a client is excused, both ends included: nothing is planned, nothing is missed."""

    __tablename__ = "excused_span"

    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id", index=True)
    first: date
    last: date
    reason: str = ""
    by: int | None = Field(default=None, foreign_key="person.id")


class CaseBalance(SQLModel, table=True):
    """The fold of a case's events, written in the transaction of the event; everybody reads this row."""

    __tablename__ = "case_balance"

    case_id: int = Field(primary_key=True, foreign_key="case.id")
    office_id: int = office()
    seq: int
    credited: int = 0
    waiting: int = 0
    surplus: int = 0
    remaining: int | None = None
    opening: int = 0
    adjusted: int = 0


class Placement(SQLModel, table=True):
    """A case's weekly hours at a site; `weekdays` are ISO digits (`14` = Monday and Thursday)."""

    __table_args__ = (UniqueConstraint("office_id", "code"),)
    id: int = key()
    office_id: int = office()
    code: str
    case_id: int = Field(foreign_key="case.id", index=True)
    site_id: int = Field(foreign_key="site.id", index=True)
    activity: str = ""
    weekdays: str
    starts: time
    ends: time
    break_minutes: int = 0
    break_after: int = 0
    """A stay of up to so many minutes has no break."""
    break_counted: bool = False
    """Whether the break counts as work; the law is silent."""
    every_weeks: int = 1
    from_on: date
    until_on: date

    @property
    def pause(self) -> BreakRule:
        return BreakRule(self.break_minutes, self.break_after, self.break_counted)


class WorkSession(SQLModel, table=True):
    """One planned stretch of work (*jadwal kerja*). `look_at` is when the clock must next look at it."""

    __tablename__ = "work_session"

    __table_args__ = (
        UniqueConstraint("placement_id", "day"),
        Index("ix_work_session_site_day", "site_id", "day"),
        Index("ix_work_session_case_day", "case_id", "day"),
        Index("ix_work_session_case_start", "case_id", "starts_at"),
    )
    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id")
    client_id: int = Field(foreign_key="person.id", index=True)
    site_id: int = Field(foreign_key="site.id")
    placement_id: int = Field(foreign_key="placement.id")
    activity: str = ""
    day: date
    starts_at: datetime
    ends_at: datetime
    break_minutes: int = 0
    break_after: int = 0
    break_counted: bool = False
    state: SessionState = Field(default=SessionState.PLANNED, sa_type=words(SessionState))
    outcome: Outcome | None = Field(default=None, sa_type=words(Outcome))
    """What became of it, where a person or the clock has said so."""
    agreed: bool = False
    """Set by people, so the planner leaves it alone: moved to this day, or moved away from it."""
    revision: int = 0
    answer: str = ""
    """What the client said when asked about a miss: a key of the locale, or his own words."""
    absence: Absence | None = Field(default=None, sa_type=words(Absence))
    """What a supervisor said of somebody who had not begun."""
    absent_by: int | None = Field(default=None, foreign_key="person.id")
    absent_at: datetime | None = None
    look_at: datetime | None = Field(default=None, index=True)

    @property
    def pause(self) -> BreakRule:
        return BreakRule(self.break_minutes, self.break_after, self.break_counted)

    @property
    def counted(self) -> int:
        """Minutes from start to end that count, the break taken off."""
        length = int((self.ends_at - self.starts_at).total_seconds() // 60)
        return length - self.pause.taken(length)


UNSETTLED = "state = 'waiting' OR state = 'confirmed' AND session_id IS NULL AND accepted_by IS NULL"
"""The few attendances of which somebody still has to say a word: `digest_queries.awaits_a_word`."""


class Attendance(SQLModel, table=True):
    """What happened (*kehadiran*): one start, one finish, one word of the supervisor.

    `session_id` is None outside the plan (*di luar jadwal*). `revision` rises with every change, so that
    a tap on an older card is recognised.
    """

    __table_args__ = (
        Index("ix_attendance_site_day", "site_id", "day"),
        Index("ix_attendance_case_day", "case_id", "day"),
        Index("ix_attendance_client_day", "client_id", "day"),
        Index("ix_attendance_case_decided", "case_id", "decided_at"),
        Index(
            "ix_attendance_unsettled",
            "case_id",
            sqlite_where=text(UNSETTLED),
            postgresql_where=text(UNSETTLED),
        ),
    )
    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id")
    client_id: int = Field(foreign_key="person.id")
    site_id: int = Field(foreign_key="site.id")
    session_id: int | None = Field(default=None, foreign_key="work_session.id", unique=True)
    day: date
    state: AttendanceState = Field(sa_type=words(AttendanceState))
    revision: int = 0
    started_at: datetime
    finished_at: datetime | None = None
    closed_by_rule: bool = False
    break_minutes: int = 0
    photo_wanted: Moment | None = Field(default=None, sa_type=words(Moment))
    start_receipt: int = 0
    finish_receipt: int = 0
    """Event ids that the receipt numbers are made of; 0 until the receipt is due."""
    present_by: int | None = Field(default=None, foreign_key="person.id")
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = None
    decided_together: bool | None = None
    """Whether one tap confirmed its hours with everybody's; None: from before this was written down."""
    reject_reason: str = ""
    accepted_by: int | None = Field(default=None, foreign_key="person.id")
    """The officer who accepted work outside the plan."""
    penalty_minutes: int = 0
    """Taken off by whoever confirmed, with a reason in the event."""
    credited: int = 0
    surplus: int = 0
    surplus_cap: Cap | None = Field(default=None, sa_type=words(Cap))
    """Why there is surplus."""
    told_minutes: int | None = None
    """Credited minutes as the client last heard them, where they moved since; None: nothing to tell."""
    chase_at: datetime | None = Field(default=None, index=True)
    """When somebody is asked once more about hours that wait; None: they do not, or everybody was."""
    chased_at: datetime | None = None
    """When the supervisors were."""
    look_at: datetime | None = Field(default=None, index=True)

    @property
    def rejected(self) -> bool:
        return self.state is AttendanceState.REJECTED

    @property
    def without_end(self) -> bool:
        """Whether work outside the plan was closed though nobody has said when it ended: it has no length
        until somebody does, for there is no plan that could stand in."""
        unsaid = self.closed_by_rule and self.session_id is None
        return unsaid and self.finished_at == self.started_at


class Contest(SQLModel, table=True):
    """A client says that a word on his work is not right, or that work was never recorded (*keberatan*)."""

    __table_args__ = (UniqueConstraint("case_id", "correction"),)
    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id", index=True)
    about: ContestAbout = Field(default=ContestAbout.REJECTED, sa_type=words(ContestAbout))
    attendance_id: int | None = Field(default=None, foreign_key="attendance.id", unique=True)
    """The record that is contested; of work that nobody recorded, the one that an uphold makes."""
    session_id: int | None = Field(default=None, foreign_key="work_session.id", unique=True)
    """The session that counts as missed."""
    correction: int | None = None
    """The officer's correction of hours, by its number in the case."""
    site_id: int | None = Field(default=None, foreign_key="site.id")
    """None for a correction: it is of a day, wherever the work was."""
    day: date
    by_head: bool = False
    """An officer made the entry, so the head decides."""
    claims_start: datetime | None = None
    claims_finish: datetime | None = None
    """When he worked by his own word; None: the times are not what he contests."""
    grants_start: datetime | None = None
    grants_finish: datetime | None = None
    """When he worked by the word of whoever decides, where that is neither what stands there nor what he
    claims."""
    grants_minutes: int | None = None
    """The same of a correction: the minutes that take its place."""
    state: ContestState = Field(default=ContestState.OPEN, sa_type=words(ContestState))
    words: str
    """The client's own; only whoever decides reads them."""
    photo_id: int | None = Field(default=None, foreign_key="photo.id")
    site_word: bool | None = None
    """What the site's supervisor answered to *did he work that day?*; whoever decides reads it."""
    site_word_by: int | None = Field(default=None, foreign_key="person.id")
    site_word_at: datetime | None = None
    filed_at: datetime
    answer_by: date
    """The day by which the client was told to expect an answer."""
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = None
    answer: str = ""
    """The reason of the decision, which the client reads."""
    reopened_at: datetime | None = None
    """When new evidence opened it again after a dismissal: once."""
    chased: int = 0
    """Who was reminded after the day had passed: nobody (0), whoever decides (1), the head too (2)."""
    look_at: datetime | None = Field(default=None, index=True)


class Photo(SQLModel, table=True):
    """A photo, encrypted on disk under its own key; `file` is empty while it could not be fetched."""

    id: int = key()
    office_id: int = office()
    case_id: int | None = Field(default=None, foreign_key="case.id", index=True)
    channel: str
    ref: str
    """What the channel needs to fetch it again."""
    file: str = ""
    key: bytes = b""
    sha256: str = Field(default="", index=True)
    mime: str = ""
    """This, the measures, the size and the hash are of the photo as it came; what is kept of a check-in may
    be a smaller copy."""
    width: int = 0
    height: int = 0
    size: int = 0
    claims: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """What its file says of itself (`FileClaims`): a hint."""
    received_at: datetime
    retry_at: datetime | None = Field(default=None, index=True)
    attempts: int = 0
    keep_until: datetime | None = Field(default=None, index=True)
    """When it may be erased, by the verdict of who compared it; None: nothing said so."""
    look_at: datetime | None = Field(default=None, index=True)
    """The night in which the clock asks whether its time is over; None: there is nothing to erase."""
    compare_at: datetime | None = Field(default=None, index=True)
    """When it is compared with the office's other photos; None: it was, or is nobody's evidence."""


class PhotoUpload(SQLModel, table=True):
    """Every `file_unique_id` of a photo: an equal one later is the same upload."""

    __tablename__ = "photo_upload"

    id: int = key()
    office_id: int = office()
    photo_id: int = Field(foreign_key="photo.id", index=True)
    file_unique_id: str = Field(index=True)


class Evidence(SQLModel, table=True):
    """A location or photo with what it says; kept even when it belongs to nothing yet."""

    __table_args__ = (
        Index("ix_evidence_position", "latitude", "longitude"),
        Index("ix_evidence_client_sent", "client_id", "sent_at"),
    )
    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id", index=True)
    client_id: int = Field(foreign_key="person.id", index=True)
    attendance_id: int | None = Field(default=None, foreign_key="attendance.id", index=True)
    moment: Moment | None = Field(default=None, sa_type=words(Moment))
    sent_at: datetime
    received_at: datetime
    latitude: float | None = None
    longitude: float | None = None
    accuracy: float | None = None
    verdict: Verdict | None = Field(default=None, sa_type=words(Verdict))
    distance_m: int | None = None
    photo_id: int | None = Field(default=None, foreign_key="photo.id", index=True)
    shows: Shows | None = Field(default=None, sa_type=words(Shows))
    """Where the client was asked whether a photo is of his work; no site sees it as long as this stands."""
    said: str = ""
    """What stood under such a photo, until it is known where it belongs."""
    labels: list[str] = Field(default_factory=list, sa_type=JSON)
    message: str = ""
    """The channel's id of the message that it came as, in the chat with whoever sent it."""
    album: str = ""
    """What photos have in common that were sent together."""
    live: bool = False
    """A location that was shared live, or a later position of one."""
    repeated: int = 0
    """How often a live location said the very same again, last at `repeated_at`."""
    repeated_at: datetime | None = None


class Report(SQLModel, table=True):
    """One window of the reporting duty (*wajib lapor*)."""

    __table_args__ = (UniqueConstraint("case_id", "due_on"),)
    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id", index=True)
    client_id: int = Field(foreign_key="person.id", index=True)
    due_on: date
    shifted_from: date | None = None
    """The day on which it would be due, had that not been a holiday."""
    closes_at: datetime
    state: ReportState = Field(default=ReportState.DUE, sa_type=words(ReportState))
    revision: int = 0
    answers: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    concerns: list[str] = Field(default_factory=list, sa_type=JSON)
    """Which answers the officer should see at once."""
    reported_at: datetime | None = None
    receipt: int = 0
    look_at: datetime | None = Field(default=None, index=True)


class Dialogue(SQLModel, table=True):
    """The one question that a person's next free text answers; survives a restart."""

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    office_id: int = office()
    topic: str
    about: int
    step: int = 0
    said: str = ""
    """What was answered before, where the next answer needs it."""
    asked_at: datetime


class Digest(SQLModel, table=True):
    """A week's figures of one officer, frozen when it was written (`week`: `2026-W17`). Of a head's week only
    what was said is kept, how it stood, the last facts that its root covers, and the sums of his report; of a
    prosecutor's or an agency's what was said."""

    __table_args__ = (UniqueConstraint("officer_id", "week"),)
    id: int = key()
    office_id: int = office()
    officer_id: int = Field(foreign_key="person.id", index=True)
    week: str
    figures: dict[str, Any] = Field(sa_type=JSON)
    made_at: datetime


CORRECTS = "kind IN ('hours_adjusted', 'hours_adjustment_taken_back')"
CHANGES_STATE = "kind = 'case_state_changed'"
"""The few facts that are looked for over a whole office, in the very words of their indexes."""


class Event(SQLModel, table=True):
    """A fact, chained within its stream (`case:12`). The commitment is SHA-256(salt ‖ payload text) and the
    hash covers header and commitment, so payload and salt can be erased and the chain still verifies."""

    __table_args__ = (
        UniqueConstraint("office_id", "stream", "seq"),
        Index(
            "ix_event_corrected",
            "office_id",
            "recorded_at",
            sqlite_where=text(CORRECTS),
            postgresql_where=text(CORRECTS),
        ),
        Index(
            "ix_event_case_state",
            "office_id",
            "recorded_at",
            sqlite_where=text(CHANGES_STATE),
            postgresql_where=text(CHANGES_STATE),
        ),
    )
    id: int = Field(default=None, primary_key=True, sa_type=BIG)
    office_id: int = Field(foreign_key="office.id")
    stream: str
    seq: int
    kind: str
    actor_id: int | None = None
    reason: str = ""
    happened_at: datetime
    recorded_at: datetime
    payload: str | None
    salt: bytes | None
    commitment: bytes
    prev_hash: bytes
    hash: bytes
