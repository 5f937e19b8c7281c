"""Weeks by name, and who needs what: tables of cases, no database."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.balance import Cap
from bot.domain.cases import CaseState, Programme
from bot.domain.changes import Ended
from bot.domain.checkins import AttendanceState
from bot.domain.client_weeks import (
    Attended,
    Calling,
    ClientWeek,
    Contact,
    Miss,
    Reported,
    Undecided,
    UndecidedKind,
)
from bot.domain.digest import Draft, Moved, ThinSite, Totals, Week, totals
from bot.domain.evaluations import SessionWord
from bot.domain.finding import Group
from bot.domain.findings import findings, group_of
from bot.domain.messages import Line, Minutes, When, Word
from bot.domain.offers import Offer
from bot.domain.outcomes import MEANINGS, Outcome, stands
from bot.domain.rated_sessions import Rated, rated_of
from bot.domain.reports import Concern, ReportState, midday
from bot.domain.weeks import Period, digest_week, next_digest_at, week_bounds, week_days, week_of
from bot.reports.excel import workbook
from bot.reports.figures import from_json, to_json
from bot.reports.summary import summary_lines
from bot.texts import utf16_length
from tests.harness import sentences
from tests.weeks import summary_text

ZONE = "Asia/Makassar"
MONDAY = date(2026, 4, 13)
NOON = datetime(2026, 4, 19, 23, tzinfo=UTC)
"""Monday 20 April, 07.00 in Makassar."""

_numbers = itertools.count(1)


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def attended(offset: int = 1, **more: Any) -> Attended:
    start = datetime.combine(day(offset), datetime.min.time(), UTC)
    values: dict[str, Any] = {
        "id": next(_numbers),
        "day": day(offset),
        "site": "SDN 5 Takalar",
        "zone": ZONE,
        "started_at": start,
        "finished_at": start + timedelta(hours=3),
        "break_minutes": 0,
        "credited": 0,
        "surplus": 0,
        "state": AttendanceState.CONFIRMED,
        "decided_at": start + timedelta(hours=4),
    }
    return Attended(**(values | more))


def came(
    *,
    due: int,
    on: int,
    state: ReportState = ReportState.DONE,
    concerns: tuple[Concern, ...] = (Concern.TALK,),
) -> Reported:
    """A report due on one day of the week and given at 07.00 on another."""
    at = datetime.combine(day(on), time(7), ZoneInfo(ZONE)).astimezone(UTC)
    return Reported(day(due), state, at, concerns=concerns)


def client(name: str = "Budi", **more: Any) -> ClientWeek:
    values: dict[str, Any] = {
        "case_id": next(_numbers),
        "name": name,
        "number": "1/2026",
        "programme": Programme.COMMUNITY_WORK,
        "starts_on": date(2026, 3, 2),
        "credited": 600,
        "remaining": 3000,
        "next_at": datetime(2026, 4, 21, tzinfo=UTC),
    }
    return ClientWeek(**(values | more))


def test_who_ended_is_named_by_how_and_where_his_figures_are() -> None:
    ended = [Ended("Budi", CaseState.COMPLETED), Ended("Sari", CaseState.TRANSFERRED)]
    ended += [Ended(f"Klien {number}", CaseState.COMPLETED) for number in range(6)]
    text = summary_text(replace(week(client("Tono")), ended=tuple(ended)), sentences(), "id")

    assert "🏁 Selesai: Budi, Klien 0, Klien 1, Klien 2, Klien 3 dan 2 lainnya.\n" in text
    assert (
        "🏁 Pindah ke Bapas lain: Sari.\n"
        "Jam dan kehadiran perkara itu dihitung di laporan mingguan, tidak di ringkasan ini.\n" in text
    )


def offer(**more: Any) -> Offer:
    values: dict[str, Any] = {"name": "Budi", "giver": "Nurhayati", "to": "Dewi", "asked_at": NOON}
    return Offer(**(values | more))


def week(*clients: ClientWeek, name: str = "2026-W16", offers: tuple[Offer, ...] = ()) -> Week:
    return Week(
        office="Bapas Contoh",
        officer="Nurhayati",
        zone=ZONE,
        week=name,
        first=MONDAY,
        last=day(6),
        made_at=NOON,
        clients=clients,
        offers=offers,
    )


def said_about(one: ClientWeek) -> list[tuple[Group, str]]:
    return [(finding.group, finding.line.key) for finding in findings(week(one))]


# Weeks


@pytest.mark.parametrize(
    ("on", "name"),
    [
        pytest.param(date(2026, 4, 23), "2026-W17", id="an ordinary Thursday"),
        pytest.param(date(2026, 12, 31), "2026-W53", id="a year with 53 weeks"),
        pytest.param(date(2027, 1, 3), "2026-W53", id="the new year still in the old one's week"),
        pytest.param(date(2027, 1, 4), "2027-W01", id="first Monday"),
        pytest.param(date(2024, 12, 30), "2025-W01", id="the old year already in the new one's week"),
        pytest.param(date(2021, 1, 1), "2020-W53", id="1 January in week 53"),
    ],
)
def test_a_day_belongs_to_its_iso_week(on: date, name: str) -> None:
    assert week_of(on) == name
    assert on in week_days(name)


@pytest.mark.parametrize("name", ["2025-W53", "2026-W00", "2026-17", "2026-W7", "next week", ""])
def test_a_name_that_is_no_week_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="week"):
        week_days(name)


@pytest.mark.parametrize(
    ("zone", "hour"), [("Asia/Jakarta", 17), ("Asia/Makassar", 16), ("Asia/Jayapura", 15)]
)
def test_a_week_begins_at_local_midnight(zone: str, hour: int) -> None:
    since, until = week_bounds("2026-W17", zone)
    assert since == datetime(2026, 4, 19, hour, tzinfo=UTC)
    assert until - since == timedelta(weeks=1)


SEVEN_IN_MAKASSAR = datetime(2026, 4, 19, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "zone", "next_at"),
    [
        pytest.param(
            SEVEN_IN_MAKASSAR - timedelta(minutes=1), "Asia/Makassar", SEVEN_IN_MAKASSAR, id="a minute before"
        ),
        pytest.param(
            SEVEN_IN_MAKASSAR,
            "Asia/Makassar",
            SEVEN_IN_MAKASSAR + timedelta(weeks=1),
            id="at seven: the next",
        ),
        pytest.param(
            datetime(2026, 4, 22, 3, tzinfo=UTC),
            "Asia/Jakarta",
            datetime(2026, 4, 27, tzinfo=UTC),
            id="Wednesday in Jakarta",
        ),
        pytest.param(
            datetime(2026, 4, 22, 3, tzinfo=UTC),
            "Asia/Jayapura",
            datetime(2026, 4, 26, 22, tzinfo=UTC),
            id="Wednesday in Jayapura",
        ),
        pytest.param(
            datetime(2026, 12, 30, tzinfo=UTC),
            "Asia/Makassar",
            datetime(2027, 1, 3, 23, tzinfo=UTC),
            id="over New Year",
        ),
    ],
)
def test_the_digest_comes_on_monday_at_seven(now: datetime, zone: str, next_at: datetime) -> None:
    assert next_digest_at(now, zone) == next_at


@pytest.mark.parametrize(
    ("now", "name"),
    [
        pytest.param(SEVEN_IN_MAKASSAR, "2026-W16", id="on Monday at seven"),
        pytest.param(SEVEN_IN_MAKASSAR + timedelta(hours=2), "2026-W16", id="down until nine"),
        pytest.param(SEVEN_IN_MAKASSAR + timedelta(days=6), "2026-W16", id="down until Sunday"),
        pytest.param(
            SEVEN_IN_MAKASSAR + timedelta(days=6, hours=23), "2026-W16", id="down until next Monday at six"
        ),
        pytest.param(
            SEVEN_IN_MAKASSAR + timedelta(weeks=3), "2026-W19", id="three weeks later: the latest only"
        ),
        pytest.param(datetime(2027, 1, 3, 23, tzinfo=UTC), "2026-W53", id="week 53"),
        pytest.param(datetime(2027, 1, 10, 23, tzinfo=UTC), "2027-W01", id="first week of a year"),
    ],
)
def test_a_digest_covers_the_week_before(now: datetime, name: str) -> None:
    assert digest_week(now, ZONE) == name


# Who needs what

SILENT = (Miss(day(1)), Miss(day(3)), Miss(day(4)))
SICK = Miss(day(3), "reason-sick")
OUT_OF_REACH = (Miss(day(3), unreached=True),)
UNATTENDED = [None, *(outcome for outcome, means in MEANINGS.items() if not means.attended)]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        pytest.param(client(), [], id="all is well"),
        pytest.param(
            client(in_a_row=SILENT[:1], misses=SILENT[:1]),
            [(Group.WAITING, "digest-missed-reminder")],
            id="one miss: a reminder",
        ),
        pytest.param(
            client(in_a_row=SILENT[:2]), [(Group.ACT, "digest-missed-call")], id="two in a row: call"
        ),
        pytest.param(
            client(in_a_row=SILENT), [(Group.ACT, "digest-missed-follow-up")], id="three in a row: follow up"
        ),
        pytest.param(
            client(in_a_row=(SICK,)), [(Group.ACT, "digest-missed-claim")], id="an answer is for the officer"
        ),
        pytest.param(
            client(in_a_row=(*SILENT[:1], SICK)),
            [(Group.ACT, "digest-missed-claim")],
            id="an explained miss does not climb",
        ),
        pytest.param(
            client(in_a_row=(*SILENT[:2], SICK)),
            [(Group.ACT, "digest-missed-call-answered")],
            id="two silent ones and an answer",
        ),
        pytest.param(
            client(in_a_row=(SICK, *SILENT[:1])),
            [(Group.ACT, "digest-missed-call-answered")],
            id="silent after an explained one: call",
        ),
        pytest.param(
            client(in_a_row=(SICK, *SILENT[:2])),
            [(Group.ACT, "digest-missed-follow-up-answered")],
            id="twice silent after an explained one: follow up",
        ),
        pytest.param(
            client(misses=SILENT[:1], started=1), [(Group.FINE, "digest-came-back")], id="missed, then came"
        ),
        pytest.param(
            client(contact=Contact.NEVER, in_a_row=SILENT),
            [(Group.ACT, "digest-never-joined")],
            id="who never joined is not blamed",
        ),
        pytest.param(
            client(contact=Contact.NEVER, attended=(attended(),)),
            [],
            id="no phone, but the supervisor saw him",
        ),
        pytest.param(
            client(contact=Contact.NEVER, starts_on=day(20)), [], id="not joined, and not begun either"
        ),
        pytest.param(client(contact=Contact.LOST), [(Group.ACT, "digest-lost")], id="blocked the bot"),
        pytest.param(
            client(contact=Contact.LOST, in_a_row=SILENT),
            [(Group.ACT, "digest-away")],
            id="blocked the bot, and away: named once",
        ),
        pytest.param(client(contact=Contact.SHARED), [], id="only a post's phone, and all is well"),
        pytest.param(
            client(contact=Contact.NEVER, attended=(attended(),), in_a_row=OUT_OF_REACH),
            [(Group.ACT, "digest-away")],
            id="no phone, seen by the supervisor, then away",
        ),
        pytest.param(
            client(in_a_row=OUT_OF_REACH * 3),
            [(Group.ACT, "digest-away")],
            id="out of reach then, and not now: no follow-up",
        ),
        pytest.param(
            client(in_a_row=(*OUT_OF_REACH * 2, SILENT[2])),
            [(Group.WAITING, "digest-missed-reminder")],
            id="out of reach, then one miss: the ladder begins with it",
        ),
        pytest.param(
            client(attended=(attended(6, state=AttendanceState.WAITING),)),
            [(Group.WAITING, "digest-unconfirmed")],
            id="yesterday's hours wait",
        ),
        pytest.param(
            client(attended=(attended(1, state=AttendanceState.WAITING),)),
            [(Group.ACT, "digest-unconfirmed-long")],
            id="hours wait for days: his officer asks the supervisor, or confirms from a signed list",
        ),
        pytest.param(
            client(attended=(attended(planned=False),)),
            [(Group.ACT, "digest-outside-plan")],
            id="work outside the plan",
        ),
        pytest.param(
            client(attended=(attended(planned=False, accepted=True),)),
            [],
            id="work outside the plan, accepted",
        ),
        pytest.param(
            client(attended=(attended(state=AttendanceState.REJECTED, reason="reason-not-here"),)),
            [(Group.ACT, "digest-rejected")],
            id="rejected hours",
        ),
        pytest.param(
            client(attended=(attended(state=AttendanceState.REJECTED, by_officer=True),)),
            [],
            id="declined by the officer himself",
        ),
        pytest.param(
            client(
                attended=(attended(-3, state=AttendanceState.REJECTED, decided_at=NOON - timedelta(days=2)),)
            ),
            [(Group.ACT, "digest-rejected")],
            id="earlier work rejected this week",
        ),
        pytest.param(
            client(attended=(attended(far_m=2300),)),
            [(Group.FINE, "digest-far-confirmed")],
            id="far away, and confirmed",
        ),
        pytest.param(
            client(attended=(attended(6, far_m=2300, state=AttendanceState.OPEN),)),
            [(Group.WAITING, "digest-far")],
            id="far away is a question",
        ),
        pytest.param(
            client(reports=(Reported(day(2), ReportState.MISSED),)),
            [(Group.WAITING, "digest-report-missed")],
            id="one report missed",
        ),
        pytest.param(
            client(reports=(Reported(day(-5), ReportState.MISSED), Reported(day(2), ReportState.MISSED))),
            [(Group.ACT, "digest-report-call")],
            id="two reports missed in a row",
        ),
        pytest.param(
            client(reports=tuple(Reported(day(2 - 7 * ago), ReportState.MISSED) for ago in range(3))),
            [(Group.ACT, "digest-report-follow-up")],
            id="three reports missed in a row",
        ),
        pytest.param(
            client(reports=(Reported(day(2), ReportState.UNREACHED),)),
            [(Group.WAITING, "digest-report-unreached")],
            id="no report of somebody out of reach: no miss",
        ),
        pytest.param(
            client(
                reports=(
                    *(Reported(day(2 - 7 * ago), ReportState.MISSED) for ago in (1, 3)),
                    *(Reported(day(2 - 7 * ago), ReportState.UNREACHED) for ago in (0, 2)),
                )
            ),
            [(Group.ACT, "digest-report-call"), (Group.WAITING, "digest-report-unreached")],
            id="between two misses out of reach: the ladder waits",
        ),
        pytest.param(
            client(reports=(Reported(day(-5), ReportState.UNREACHED), Reported(day(2), ReportState.DONE))),
            [],
            id="out of reach, then reported",
        ),
        pytest.param(
            client(reports=(Reported(day(-5), ReportState.MISSED), Reported(day(2), ReportState.DONE))),
            [],
            id="a report ends the row",
        ),
        pytest.param(
            client(reports=(Reported(day(2), ReportState.LATE),)),
            [(Group.FINE, "digest-report-late")],
            id="a late report",
        ),
        pytest.param(
            client(reports=(came(due=-14, on=2, state=ReportState.LATE),)),
            [(Group.ACT, "digest-concern-talk"), (Group.FINE, "digest-report-late")],
            id="two weeks late: what it says is news, and it was late",
        ),
        pytest.param(
            client(reports=(came(due=7, on=6),)),
            [(Group.ACT, "digest-concern-talk")],
            id="a day early, for the week after",
        ),
        pytest.param(client(reports=(came(due=1, on=-1),)), [], id="it came last week and was told then"),
        pytest.param(
            client(reports=(came(due=-30, on=-30),)), [], id="the last report, long ago, is no news"
        ),
        pytest.param(
            client(reports=(Reported(day(-5), ReportState.MISSED), came(due=7, on=6, concerns=()))),
            [],
            id="reported early for the next day: not behind any more",
        ),
        pytest.param(
            client(remaining=0, state=CaseState.AWAITING_CLOSING),
            [(Group.ACT, "digest-closing")],
            id="all hours done: somebody must close the case",
        ),
        pytest.param(
            client(undecided=(Undecided(UndecidedKind.EXCUSE, day(1), day(3)),)),
            [(Group.ACT, "digest-asked-excuse")],
            id="a request to be excused waits",
        ),
        pytest.param(
            client(
                in_a_row=(Miss(day(1)),),
                undecided=(Undecided(UndecidedKind.EXCUSE, day(1), day(3)),),
            ),
            [(Group.ACT, "digest-asked-excuse")],
            id="a request for a day that was missed: named once, as what is decided",
        ),
        pytest.param(
            client(
                in_a_row=(Miss(day(1), "anak sakit"), Miss(day(2))),
                undecided=(Undecided(UndecidedKind.EXCUSE, day(1), day(1)),),
            ),
            [(Group.ACT, "digest-asked-excuse"), (Group.WAITING, "digest-missed-reminder")],
            id="and a miss that nobody asked about",
        ),
        pytest.param(
            client(
                undecided=(
                    Undecided(UndecidedKind.CONTEST, day(1), day(1)),
                    Undecided(UndecidedKind.CONTEST_HEAD, day(2), day(2)),
                )
            ),
            [(Group.ACT, "digest-asked-contest"), (Group.WAITING, "digest-asked-contest-head")],
            id="contests wait, for the officer and for the head",
        ),
        pytest.param(client(next_at=None), [(Group.ACT, "digest-no-plan")], id="hours left, nothing planned"),
        pytest.param(client(next_at=None, remaining=None), [], id="no hour debt, nothing planned"),
    ],
)
def test_each_exception_names_its_next_step(one: ClientWeek, said: list[tuple[Group, str]]) -> None:
    assert said_about(one) == said


def test_the_longest_absence_stands_first() -> None:
    found = findings(week(client("Adi", in_a_row=SILENT[:2]), client("Budi", in_a_row=SILENT)))
    assert [finding.line.params["name"] for finding in found] == ["Budi", "Adi"]


def test_hours_that_wait_are_one_sentence_a_site() -> None:
    waiting = [
        client(f"K{number}", attended=(attended(6, state=AttendanceState.WAITING),)) for number in range(7)
    ]
    elsewhere = client("Z", attended=(attended(6, site="Puskesmas", state=AttendanceState.WAITING),))
    found = findings(week(*waiting, elsewhere))
    assert [(one.line.params["site"], one.line.params["count"]) for one in found] == [
        ("SDN 5 Takalar", 7),
        ("Puskesmas", 1),
    ]
    assert (found[0].line.params["names"], found[0].line.params["more"]) == ("K0, K1, K2, K3, K4", 2)


def test_what_was_left_behind_waits_on_and_counts_nowhere() -> None:
    waiting = attended(-9, state=AttendanceState.WAITING)
    gone = client("Budi", attended=(waiting,), in_a_row=(Miss(day(-4), "reason-sick"),), officer="Rina")
    left = replace(week(client("Adi", attended=(attended(6, state=AttendanceState.WAITING),))), officer="")
    left = replace(left, left_behind=(gone,))
    keys = [(one.line.key, one.line.params.get("names")) for one in findings(left)]
    assert keys == [("digest-missed-claim-explained", None), ("digest-unconfirmed-long", "Adi, Budi")]
    assert totals(left.clients, left.period).clients == 1
    many = replace(left, clients=tuple(client(f"Tono {number}", officer="Umar") for number in range(101)))
    assert "• Rina: 0 klien, perlu PK-nya 2 hal, menunggu 0." in summary_text(many, sentences(), "id")


def test_who_went_on_different_days_is_told_by_day() -> None:
    went = (("Budi", 0), ("Sitti", 3), ("Tono", 3))
    moved = tuple(Moved(name, "Bapas Jayapura", False, day(on)) for name, on in went)
    lines = [one.line for one in findings(replace(week(), moved=moved))]
    assert [(line.params["names"], line.params["day"]) for line in lines] == [
        ("Budi", When(midday(day(0), ZONE), ZONE)),
        ("Sitti, Tono", When(midday(day(3), ZONE), ZONE)),
    ]


def test_a_client_stands_in_his_most_pressing_group() -> None:
    one = client(in_a_row=SILENT, attended=(attended(6, state=AttendanceState.WAITING),))
    assert group_of(one.case_id, findings(week(one))) is Group.ACT
    assert group_of(client().case_id, findings(week(one))) is Group.FINE


@pytest.mark.parametrize("outcome", [*Outcome, None])
def test_who_came_late_or_left_early_is_counted(outcome: Outcome | None) -> None:
    lines = summary_lines(week(client("Adi", in_a_row=SILENT, attended=(attended(1, outcome=outcome),))))
    told = [dict(line.params) for line in lines if line.key == "digest-punctuality"]
    expected = {Outcome.LATE: [{"late": 1, "early": 0}], Outcome.LEFT_EARLY: [{"late": 0, "early": 1}]}
    assert told == (expected.get(outcome, []) if outcome else [])


def test_surplus_is_told_by_its_cause() -> None:
    by_day: dict[str, Any] = {"surplus": 30, "surplus_cap": Cap.DAY}
    by_order: dict[str, Any] = {"surplus": 90, "surplus_cap": Cap.ORDER}
    worked = (attended(1, **by_day), attended(2, **by_order), attended(3, **by_day), attended(-4, **by_day))
    lines = summary_lines(week(client("Adi", in_a_row=SILENT, attended=worked)))
    assert [dict(line.params) for line in lines if line.key == "digest-surplus"] == [
        {"surplus": Minutes(60), "cause": Word("surplus-day")},
        {"surplus": Minutes(90), "cause": Word("surplus-order")},
    ]


def test_totals_add_up() -> None:
    first = client(
        started=2,
        misses=SILENT[:1],
        waiting=90,
        attended=(
            attended(1, credited=180, outcome=Outcome.LATE),
            attended(2, credited=60, surplus=30, outcome=Outcome.PRESENT),
            attended(-4, credited=480, outcome=Outcome.LEFT_EARLY),
        ),
        reports=(Reported(day(2), ReportState.DONE), Reported(day(30), ReportState.DUE)),
    )
    second = client(started=1, waiting=30, reports=(Reported(day(1), ReportState.MISSED),))
    assert totals((first, second), Period(MONDAY, day(6))) == Totals(
        clients=2,
        credited=240,
        corrected=0,
        waiting=120,
        surplus=30,
        attended=3,
        due=4,
        late=1,
        left_early=0,
        reports_given=1,
        reports_due=2,
    )


# The message


def test_a_calm_week_is_three_lines() -> None:
    calm = week(*(client(f"Klien {number}", attended=(attended(credited=180),)) for number in range(12)))
    assert len(summary_text(calm, sentences(), "id").splitlines()) == 3


@pytest.mark.parametrize("clients", [1, 1500])
def test_a_calm_week_of_an_office_is_three_lines_too(clients: int) -> None:
    calm = replace(week(*(client(f"Budi {number}") for number in range(clients))), officer="")
    assert len(summary_text(calm, sentences(), "id").splitlines()) == 3


WELL = Rated(sessions=9, sites=3)
TROUBLED = Rated(sessions=9, sites=3, troubled=3, places=("Puskesmas", "Kantor Desa"))


@pytest.mark.parametrize("clients", [1, 1500])
@pytest.mark.parametrize(
    ("rated", "more"), [(WELL, []), (TROUBLED, ["rated-troubled"])], ids=["all well", "trouble"]
)
def test_in_a_calm_week_of_an_office_only_trouble_at_a_site_is_told(
    clients: int, rated: Rated, more: list[str]
) -> None:
    calm = replace(week(*(client(f"Budi {number}") for number in range(clients))), officer="", rated=rated)
    lines = summary_lines(calm)
    assert [one.key for one in lines if one.key.startswith("rated")] == more
    assert len(lines) == 3 + len(more)


@pytest.mark.parametrize("clients", [1, 100])
@pytest.mark.parametrize(
    ("rated", "said"),
    [
        (Rated(), None),
        (WELL, "💬 9 kegiatan di 3 lokasi dinilai pengawas, semuanya tanpa kendala."),
        (
            TROUBLED,
            "💬 9 kegiatan di 3 lokasi dinilai pengawas. 3 kali ada kendala, di Puskesmas, Kantor Desa.",
        ),
        (
            Rated(sessions=20, sites=12, troubled=10, places=tuple(f"Desa {number}" for number in range(10))),
            "💬 20 kegiatan di 12 lokasi dinilai pengawas. 10 kali ada kendala, di Desa 0, Desa 1, Desa 2, "
            "Desa 3, Desa 4, Desa 5, Desa 6, Desa 7 dan 2 lokasi lain.",
        ),
    ],
    ids=["none", "all well", "trouble", "trouble at many sites"],
)
def test_a_head_reads_in_one_line_how_the_sessions_of_the_week_were_rated(
    clients: int, rated: Rated, said: str | None
) -> None:
    people = [client(in_a_row=SILENT), *(client(f"Budi {number}") for number in range(clients))]
    text = summary_text(replace(week(*people), officer="", rated=rated), sentences(), "id")
    assert [line for line in text.splitlines() if line.startswith("💬")] == ([said] if said else [])


def test_sites_with_most_trouble_come_first() -> None:
    troubled, smooth = SessionWord.TROUBLED, SessionWord.SMOOTH
    said = {(1, "A"): {smooth: 4}, (2, "B"): {troubled: 1, smooth: 2}, (3, "C"): {troubled: 2}}
    assert rated_of(said) == Rated(sessions=9, sites=3, troubled=3, places=("C", "B"))


def test_a_head_reads_which_sites_lack_a_supervisor_before_what_his_officers_do() -> None:
    thin = (ThinSite("Kantor Desa", 1), ThinSite("Puskesmas", 0))
    of_office = replace(week(client(in_a_row=SILENT)), officer="", thin_sites=thin)
    assert [line.key for line in summary_lines(of_office)][:5] == [
        "digest-heading",
        "digest-counts-office",
        "summary-no-supervisor",
        "summary-one-supervisor",
        "digest-group-act-office",
    ]


@pytest.mark.parametrize("clients", [1, 1500])
def test_what_is_offered_to_the_bapas_is_the_heads_own_matter(clients: int) -> None:
    asked = offer(name="Sari", giver="Bapas Serang", to="Bapas Contoh", for_reader=True)
    calm = week(*(client(f"Budi {number}") for number in range(clients)), offers=(asked,))
    assert [line.key for line in summary_lines(replace(calm, officer=""))][2] == "digest-offer-asked"


def test_a_head_of_many_reads_how_much_each_officer_has_to_do_and_no_client() -> None:
    late = attended(6, state=AttendanceState.WAITING)
    clients = [
        *(client(f"Adi {number}", officer="Dewi", in_a_row=SILENT) for number in range(2)),
        client("Budi", officer="Rina", attended=(late,)),
        client("Sari", officer="Rina", in_a_row=SILENT),
        *(client(f"Tono {number}", officer="Umar") for number in range(100)),
    ]
    drafts = (Draft(1, "Adi", (), "Dewi"),)
    offers = (offer(name="Budi", giver="Rina", for_reader=False),)
    whole = replace(week(*clients), officer="", drafts=drafts, offers=offers)
    text = summary_text(whole, sentences(), "id")

    lines = text.splitlines()
    at = lines.index("👥 PK dan kliennya")
    assert lines[at + 1 : at + 4] == [
        "• Dewi: 2 klien, perlu PK-nya 3 hal, menunggu 0.",
        "• Rina: 2 klien, perlu PK-nya 1 hal, menunggu 2.",
        "🟢 1 PK lain: semua kliennya berjalan baik.",
    ]
    assert not any(name in text for name in ("Adi", "Budi", "Sari", "Tono"))


def test_exceptions_come_first_then_totals_then_everybody() -> None:
    keys = [line.key for line in summary_lines(week(client("Adi"), client("Budi", in_a_row=SILENT)))]
    assert keys == [
        "digest-heading",
        "digest-counts",
        "digest-group-act",
        "digest-missed-follow-up",
        "digest-totals",
        "digest-clients",
        "digest-client-hours",
        "digest-client-hours",
    ]


def said(*clients: ClientWeek) -> list[str]:
    return summary_text(week(*clients), sentences(), "id").splitlines()


REMINDED = "Pengingat akan dikirim sebelum jadwal berikutnya."


@pytest.mark.parametrize(
    ("more", "promised"),
    [
        ({}, True),
        ({"state": CaseState.SUSPENDED}, False),
        ({"state": CaseState.AWAITING_CLOSING}, False),
        ({"next_at": None}, False),
    ],
    ids=["goes on", "suspended", "waits for its end", "nothing planned"],
)
def test_a_reminder_is_promised_only_where_one_will_come(more: dict[str, Any], promised: bool) -> None:
    (told,) = [one for one in said(client(in_a_row=SILENT[:1], **more)) if "belum memberi kabar" in one]
    assert (REMINDED in told) is promised


@pytest.mark.parametrize("misses", [(), SILENT[:1]], ids=["stopped", "and away"])
def test_whoever_stopped_messages_comes_back_by_the_words_that_bring_him_back(
    misses: tuple[Miss, ...],
) -> None:
    told = "\n".join(said(client(contact=Contact.STOPPED, in_a_row=misses)))
    assert 'ia bisa tekan 🔔 Mulai lagi atau ketik "mulai lagi".' in told
    assert "menulis apa saja" not in told


def test_one_person_with_two_cases_is_one_client() -> None:
    both: dict[str, Any] = {"name": "Budi", "client_id": 7, "contact": Contact.NEVER}
    lines = said(client(**both), client(**both, remaining=None), client("A-01", contact=Contact.NEVER))

    assert lines[1] == "2 klien, 0 berjalan baik. Perlu Anda: 1 hal. Menunggu orang lain: 0 hal."
    assert any("catatan kerjanya: Budi, A-01." in line for line in lines)
    assert "🔴 Budi" not in lines
    assert sum(line.startswith("🔴 Budi") for line in lines) == 1


def test_a_person_whose_only_case_has_nothing_to_show_is_listed() -> None:
    assert "🔴 Budi" in said(client("Budi", remaining=None, contact=Contact.NEVER))


def test_the_counts_are_those_of_the_list_below() -> None:
    busy = client(
        "Budi",
        in_a_row=SILENT,
        attended=(
            attended(5, state=AttendanceState.REJECTED, reason="reason-not-here"),
            attended(6, state=AttendanceState.WAITING),
        ),
    )
    lines = said(busy, client("Adi"))
    assert lines[1] == "2 klien, 1 berjalan baik. Perlu Anda: 2 hal. Menunggu orang lain: 1 hal."
    assert sum(line.startswith("• ") for line in lines) == 3


def test_a_rejected_record_is_neither_come_nor_missed() -> None:
    one = client(started=11, rejected=1, misses=SILENT[:1])
    sums = totals((one,), Period(MONDAY, day(6)))
    assert (sums.attended, sums.due) == (11, 13)


def test_one_waiting_attendance_has_no_oldest() -> None:
    old = attended(0, site="Puskesmas", state=AttendanceState.WAITING)
    (one,) = [line for line in said(client("Budi", attended=(old,))) if "Puskesmas" in line]
    assert "1 kehadiran di Puskesmas menunggu pengawas sejak Sen 13 Apr (6 hari): Budi." in one
    older = attended(1, site="Puskesmas", state=AttendanceState.WAITING)
    (two,) = [line for line in said(client("Budi", attended=(old, older))) if "Puskesmas" in line]
    assert "2 kehadiran di Puskesmas menunggu pengawas, yang tertua sejak Sen 13 Apr (6 hari)" in two


def test_what_a_supervisor_wrote_about_a_child_is_on_the_card() -> None:
    one = client("A-07", attended=(attended(state=AttendanceState.REJECTED, reason="reason-kept"),))
    (line,) = [line for line in said(one) if line.startswith("• ")]
    assert "alasannya ada di kartunya" in line
    assert "/klien A-07" in line


@pytest.mark.parametrize(
    ("one", "group", "key"),
    [
        pytest.param(offer(for_reader=True), Group.ACT, "digest-offer-asked", id="his to answer"),
        pytest.param(offer(for_reader=False, client_id=7), Group.WAITING, "digest-offer-waits", id="waits"),
        pytest.param(offer(name="", for_reader=True), Group.ACT, "digest-offer-all-asked", id="all of one's"),
        pytest.param(offer(name="", for_reader=False), Group.WAITING, "digest-offer-all-waits", id="all his"),
    ],
)
def test_an_offer_without_an_answer_is_told(one: Offer, group: Group, key: str) -> None:
    budi = client("Budi", client_id=7)
    (found,) = findings(week(budi, offers=(one,)))
    assert (found.group, found.line.key) == (group, key)
    assert found.cases == ((budi.case_id,) if one.client_id else ())
    assert all(summary_text(week(budi, offers=(one,)), sentences(), locale) for locale in ("id", "en"))


def test_nobody_to_guide_is_said_plainly() -> None:
    assert [line.key for line in summary_lines(week())] == ["digest-heading", "digest-no-clients"]


def test_a_client_line_shows_the_balance() -> None:
    one = client("Budi", credited=90, remaining=510, in_a_row=SILENT, attended=(attended(credited=90),))
    line = summary_lines(week(one))[-1]
    assert isinstance(line, Line)
    assert {name: line.params[name] for name in ("name", "credited", "total", "week")} == {
        "name": "Budi",
        "credited": Minutes(90),
        "total": Minutes(600),
        "week": Minutes(90),
    }


@pytest.mark.parametrize("locale", ["id", "en"])
def test_a_busy_week_of_75_clients_fits_one_message(locale: str) -> None:
    busy = [client(f"Hasanuddin Contoh {number}", in_a_row=SILENT[: 2 + number % 2]) for number in range(5)]
    waiting = [
        client(f"Rahmawati Contoh {number}", attended=(attended(6, state=AttendanceState.WAITING),))
        for number in range(10)
    ]
    fine = [client(f"Muhammad Contoh {number}") for number in range(60)]
    text = summary_text(week(*busy, *waiting, *fine), sentences(), locale)
    assert utf16_length(text) <= 4096
    assert all(one.name in text for one in (*busy, *waiting))
    assert not any(one.name in text for one in fine)


@pytest.mark.parametrize("contact", Contact)
@pytest.mark.parametrize("outcome", UNATTENDED)
def test_nobody_stays_away_unheard_of(outcome: Outcome | None, contact: Contact) -> None:
    """Either a person has said why nobody came, or the officer reads of it."""
    if outcome is not None and not stands(outcome):
        assert MEANINGS[outcome].roles
        return
    away = Miss(day(1), unreached=outcome is Outcome.UNREACHED)
    lines = [one.line for one in findings(week(client("Budi", contact=contact, in_a_row=(away,))))]
    assert any("Budi" in (line.params.get("name"), line.params.get("names")) for line in lines)


def test_every_sentence_can_be_said_in_every_language() -> None:
    texts = sentences()
    everything = week(
        client(in_a_row=SILENT[:1]),
        client(in_a_row=SILENT[:2]),
        client(in_a_row=SILENT),
        client(in_a_row=(SICK,)),
        client(in_a_row=(*SILENT[:2], SICK)),
        client(in_a_row=(*SILENT, Miss(day(5), "HP saya rusak"))),
        client(misses=SILENT[:1]),
        *(client(undecided=(Undecided(kind, day(1), day(2)),)) for kind in UndecidedKind),
        *(client(contact=contact) for contact in Contact),
        *(client(contact=contact, in_a_row=OUT_OF_REACH) for contact in Contact),
        client(attended=(attended(6, state=AttendanceState.WAITING),)),
        client(attended=(attended(1, site="Puskesmas", state=AttendanceState.WAITING),)),
        client(attended=(attended(planned=False, surplus=60),)),
        client(attended=(attended(state=AttendanceState.REJECTED, reason="reason-not-here"),)),
        client(attended=(attended(state=AttendanceState.REJECTED, reason="reason-kept"),)),
        client(attended=(attended(far_m=2300),)),
        client(attended=(attended(6, far_m=2300, state=AttendanceState.OPEN),)),
        client(remaining=None, reports=(Reported(day(2), ReportState.MISSED),)),
        client(
            remaining=None,
            reports=(Reported(day(-5), ReportState.MISSED), Reported(day(2), ReportState.MISSED)),
        ),
        client(
            remaining=None, reports=tuple(Reported(day(2 - 7 * ago), ReportState.MISSED) for ago in range(3))
        ),
        client(
            remaining=None, reports=(Reported(day(2), ReportState.LATE), Reported(day(30), ReportState.DUE))
        ),
        client(remaining=0),
        client(next_at=None),
    )
    for locale in texts.locales:
        assert summary_text(everything, texts, locale)
        assert workbook(everything, texts, locale)


def test_figures_survive_being_frozen() -> None:
    one = week(
        client(
            attended=(attended(far_m=90),),
            in_a_row=(SICK,),
            reports=(Reported(day(2), ReportState.LATE, NOON, ("sehat", "", "baik", "", "")),),
        ),
        client(contact=Contact.LOST, remaining=None, next_at=None),
    )
    assert from_json(to_json(one)) == one


def test_a_head_reads_what_he_decides_and_whose_client_each_line_is() -> None:
    closing = client("Tono", officer="Rina", state=CaseState.AWAITING_CLOSING, closing_chosen=True)
    contest = Undecided(UndecidedKind.CONTEST_HEAD, day(1), day(1))
    called = client("Adi", officer="Dewi", calling=Calling(at=SEVEN_IN_MAKASSAR))
    clients = (
        closing,
        called,
        client("Budi", officer="Rina", undecided=(contest,)),
        client("Sari", officer="Dewi", contact=Contact.NEVER),
        client("Umi", officer="Rina", contact=Contact.NEVER),
        client("Wati", officer="Rina", in_a_row=SILENT),
    )
    lines = summary_text(replace(week(*clients), officer=""), sentences(), "id").splitlines()

    assert (
        lines[1]
        == "6 klien, 0 berjalan baik. Perlu Anda: 3 hal. Perlu PK-nya: 3 hal. Menunggu orang lain: 0 hal."
    )
    told = [line for line in lines if line.startswith(("•", "👤", "🔴", "Langkah"))]
    assert [line[:26] for line in told[:11]] == [
        "🔴 Perlu Anda",
        "• 🙋 Adi (PK Dewi) minta bantuan"[:26],
        "• ✋ Budi (PK Rina) keberatan"[:26],
        "• Penutupan perkara Tono (PK Rina)"[:26],
        "🔴 Perlu PK-nya; langkah di tiap barisnya"[:26],
        "Langkah Anda: tanyakan kepada PK-nya."[:26],
        "👤 Dewi, 1 hal:",
        "• Belum bergabung dan belum ada catatan kerjanya: Sari"[:26],
        "👤 Rina, 2 hal:",
        "• Wati 3 kali berturut-turut"[:26],
        "• Belum bergabung dan belum ada catatan kerjanya: Umi"[:26],
    ]
