"""The papers of an office as pages: nothing is lost, whatever the number of people and their names."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from bot.domain.absences import Absence
from bot.domain.cases import Programme
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.documents import (
    WHOLE_OFFICE,
    Asked,
    AttendanceList,
    Balance,
    ClientCard,
    DocumentKind,
    ExecutionReport,
    Form,
    Head,
    kind_named,
    period_of,
    period_unit,
    read_week,
    with_period,
)
from bot.domain.months import read_month
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.domain.weeks import Period
from bot.domain.worked import Claim, Note, Status, Worked, notes_of, status_of_plan, status_of_work
from bot.reports.documents import attendance_list, client_card, execution_report
from bot.reports.documents.paper import Paper, draft, pdf
from bot.reports.papers import SHIPPED, TemplateBroken
from tests.harness import sentences
from tests.papers import pages_in, words_in

ZONE = "Asia/Makassar"
LONG = "Andi Nurhidayatullah Daeng Mangngassengi bin Abdurrahman Daeng Sikki " * 2
MARKUP = r"""#strong[x] *b* _i_ $y$ @a <b> `c` // [z] = 1."""
HEAD = Head(
    office="Bapas Contoh",
    above=("KEMENTERIAN CONTOH",),
    below=("Jalan Contoh 1",),
    zone=ZONE,
    made_at=datetime(2026, 4, 24, 7, tzinfo=UTC),
)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 4, 20, hour - 8, minute, tzinfo=UTC)


def present(number: int, **more: object) -> Worked:
    worked = Worked(
        day=date(2026, 4, 20),
        zone=ZONE,
        client=f"Orang{number:02d}",
        code=f"K-{number:02d}",
        site="Kantor Desa L1",
        planned=(at(8), at(11)),
        started_at=at(8, 3),
        finished_at=at(11, 5),
        break_minutes=15,
        credited=165,
        activity="kebersihan lingkungan",
        status=Status.PRESENT,
        confirmed_by="Rahmat (contoh)",
        confirmed_role=Role.SUPERVISOR,
        officer="Siti (contoh)",
    )
    return replace(worked, **more)  # type: ignore[arg-type]


def a_list(*rows: Worked, over: bool = True) -> Paper:
    return attendance_list.paper(
        AttendanceList(
            head=HEAD,
            site="Kantor Desa L1",
            code="L1",
            activity="kebersihan lingkungan",
            agency="",
            period=Period(date(2026, 4, 20), date(2026, 4, 26)),
            officer="",
            supervisors=("Rahmat (contoh)",),
            rows=rows,
            over=over,
        )
    )


def a_card(*rows: Worked) -> Paper:
    return client_card.paper(
        ClientCard(
            head=HEAD,
            client="Budi (contoh)",
            code="K-01",
            child=False,
            number="12/Pid.B/2026/PN (contoh)",
            programme=Programme.COMMUNITY_WORK,
            starts_on=date(2026, 3, 2),
            ends_on=None,
            officer="Siti (contoh)",
            balance=Balance(total=3600, credited=1230, waiting=180, surplus=30, remaining=2370),
            rows=rows,
        )
    )


def a_report(*rows: Worked) -> Paper:
    return execution_report.paper(
        ExecutionReport(
            head=HEAD,
            client="Budi (contoh)",
            code="K-01",
            child=False,
            number="12/Pid.B/2026/PN (contoh)",
            ruling="12/Pid.B/2026/PN (contoh)",
            ruled_on=date(2026, 2, 26),
            court="PN (contoh)",
            programme=Programme.COMMUNITY_WORK,
            starts_on=date(2026, 3, 2),
            ends_on=None,
            sites=("Kantor Desa L1",),
            officer="Siti (contoh)",
            prosecutor="",
            balance=Balance(total=3600, credited=1230, waiting=0, surplus=0, remaining=2370),
            attended=7,
            planned_ahead=13,
            minutes_ahead=2340,
            missed=tuple(replace(row, status=Status.ABSENT) for row in rows),
        )
    )


def printed(paper: Paper, *, locale: str = "id", folder: Path = SHIPPED) -> bytes:
    return pdf(paper, sentences(), locale=locale, folder=folder)


@pytest.mark.parametrize("made", [a_list, a_card], ids=["list", "card"])
@pytest.mark.parametrize("people", [0, 1, 12, 42])
def test_everybody_stands_on_it_and_who_signs_signs_below_somebody(
    made: Callable[..., Paper], people: int
) -> None:
    content = printed(made(*(present(number) for number in range(1, people + 1))))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]

    assert sum(page.count("08.03") for page in pages) == people
    assert all("Jam diakui" in " ".join(page.split()) for page in pages)  # the titles, on every page
    assert "Tempat, tanggal" in pages[-1]
    assert "Kantor Desa L1" in pages[-1] or people == 0 or "K-" in pages[-1]


@pytest.mark.parametrize("people", [0, 1, 42])
def test_every_miss_stands_on_the_report(people: int) -> None:
    words = words_in(printed(a_report(*(present(number) for number in range(1, people + 1)))))
    assert words.count("08.00–11.00") == people
    assert f"Tidak hadir : {people}" in words
    assert "Sisa jam : 39 jam 30 menit" in words
    assert ("Tidak ada jadwal yang tidak dihadiri" in words) is (people == 0)


@pytest.mark.parametrize("made", [a_list, a_card], ids=["list", "card"])
def test_long_names_and_what_means_something_to_typst_stand_as_they_are(made: Callable[..., Paper]) -> None:
    rows = [
        present(1, client=LONG, confirmed_by=LONG, site=LONG),
        present(2, confirmed_by=MARKUP, officer=MARKUP),
    ]
    words = words_in(printed(made(*rows)))
    assert "".join(LONG.split()) in "".join(words.split())
    assert "".join(MARKUP.split()) in "".join(words.split())


def test_paper_and_draft_say_the_same() -> None:
    rows = [present(1), present(2, status=Status.WAITING, credited=None, notes=(Note.CLOSED_BY_RULE,))]
    paper = a_list(*rows)
    titles, *lines = (
        CalamineWorkbook.from_filelike(io.BytesIO(draft(paper, sentences(), locale="id")))
        .get_sheet_by_index(0)
        .to_python()
    )
    words = words_in(printed(paper))

    first, second = (dict(zip(map(str, titles), line, strict=True)) for line in lines)
    assert (first["Jam masuk"], first["Jam keluar"], first["Jam diakui"]) == (time(8, 3), time(11, 5), 2.75)
    assert (second["Status"], second["Catatan"]) == ("menunggu konfirmasi", "jam keluar menurut jadwal")
    for said in ("08.03", "11.05", "2 jam 45 menit", "menunggu konfirmasi", "jam keluar menurut jadwal"):
        assert said in words, said
    assert "Jam diakui di daftar ini: 2 jam 45 menit" in words


def test_in_another_language_it_is_in_that_language() -> None:
    words = words_in(printed(a_list(present(1)), locale="en"))
    assert "ATTENDANCE LIST" in words
    assert "2 h 45 min" in words


def test_an_office_may_have_its_own_head_for_all_papers_with_a_crest(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    (tmp_path / "lambang.svg").write_text(svg)
    shipped = (SHIPPED / "kop.typ").read_text()
    (tmp_path / "kop.typ").write_text(
        shipped + '\n#let letterhead(kop) = [Kantor kami: #kop.name #image("lambang.svg", height: 9mm)]'
    )
    for paper in (a_list(present(1)), a_card(present(1))):
        assert words_in(printed(paper, folder=tmp_path)).startswith("Kantor kami: Bapas Contoh")
    (tmp_path / "kop.typ").write_text("#nothing")
    with pytest.raises(TemplateBroken):
        printed(a_list(), folder=tmp_path)


def test_an_office_may_have_its_own_paper(tmp_path: Path) -> None:
    (tmp_path / "daftar-hadir.typ").write_text(
        '#import "kop.typ": *\n#let data = json(bytes(sys.inputs.data))\n#for row in data.rows [#row.client ]'
    )
    assert words_in(printed(a_list(present(1), present(2)), folder=tmp_path)) == "Orang01 Orang02"


def test_while_the_week_lasts_there_is_room_for_others() -> None:
    assert pages_in(printed(a_list(present(1), over=False))) == 1
    assert (a_list(present(1)).blank_rows, a_list(present(1), over=False).blank_rows) == (0, 3)
    assert a_list(present(1, credited=None, status=Status.EXPECTED), over=False).sums == ()


@pytest.mark.parametrize(
    ("state", "outcome", "accepted", "status"),
    [
        (AttendanceState.OPEN, None, True, Status.WORKING),
        (AttendanceState.WAITING, None, True, Status.WAITING),
        (AttendanceState.CONFIRMED, Outcome.LATE, True, Status.PRESENT),
        (AttendanceState.CONFIRMED, None, False, Status.AWAITS_OFFICER),
        (AttendanceState.CONFIRMED, Outcome.SICK, True, Status.EXCUSED),
        (AttendanceState.REJECTED, Outcome.UNEXPLAINED, True, Status.REJECTED),
        (AttendanceState.REJECTED, Outcome.PERMITTED, True, Status.EXCUSED),
    ],
)
def test_what_was_recorded_in_a_word(
    state: AttendanceState, outcome: Outcome | None, accepted: bool, status: Status
) -> None:
    assert status_of_work(state, outcome, accepted=accepted) is status


@pytest.mark.parametrize(
    ("state", "outcome", "absence", "asks", "status"),
    [
        (SessionState.PLANNED, None, None, False, Status.EXPECTED),
        (SessionState.PLANNED, None, None, True, Status.EXCUSED),
        (SessionState.PLANNED, None, Absence.NOT_TOLD, False, Status.ABSENT),
        (SessionState.MISSED, Outcome.UNEXPLAINED, None, False, Status.ABSENT),
        (SessionState.MISSED, Outcome.UNREACHED, None, False, Status.ABSENT),
        (SessionState.MISSED, Outcome.SYSTEM_FAILURE, None, False, Status.SYSTEM_FAILURE),
        (SessionState.CANCELLED, Outcome.SICK, None, False, Status.EXCUSED),
        (SessionState.CANCELLED, Outcome.SITE_CLOSED, None, False, Status.SITE_CLOSED),
    ],
)
def test_what_was_planned_and_not_begun_in_a_word(
    state: SessionState, outcome: Outcome | None, absence: Absence | None, asks: bool, status: Status
) -> None:
    assert status_of_plan(state, outcome, absence, asks=asks) is status


def test_whoever_guides_a_case_reads_that_an_excuse_is_undecided() -> None:
    assert status_of_plan(SessionState.MISSED, None, None, asks=True, own=True) is Status.ASKED


@pytest.mark.parametrize(
    ("claim", "undecided", "absent", "notes"),
    [
        (Claim(), False, True, []),
        (Claim(answered=True), False, True, [Note.UNJUDGED]),
        (Claim(answered=True), False, False, []),
        (Claim(disbelieved=True), False, True, [Note.EXPLANATION_DECLINED]),
        (Claim(disbelieved=True), False, False, []),
        (Claim(asked=True, answered=True), True, True, [Note.UNPROVED]),
        (Claim(asked=True, proved=True), False, True, [Note.EXCUSE_DECLINED, Note.PROVED]),
        (Claim(asked=True, proved=True), False, False, [Note.PROVED]),
        (Claim(asked=True, answered=True), False, True, [Note.EXCUSE_DECLINED, Note.UNPROVED, Note.UNJUDGED]),
    ],
)
def test_what_a_client_brought_forward_stands_as_facts(
    claim: Claim, undecided: bool, absent: bool, notes: list[Note]
) -> None:
    assert list(notes_of(claim, undecided=undecided, absent=absent)) == notes


def test_whoever_guides_a_case_reads_that_nothing_reached_the_client() -> None:
    assert status_of_plan(SessionState.MISSED, Outcome.UNREACHED, None, own=True) is Status.UNREACHED


@pytest.mark.parametrize(
    ("typed", "monday"),
    [
        ("2026-W17", date(2026, 4, 20)),
        ("2026-w53", date(2026, 12, 28)),
        ("26/04/2026", date(2026, 4, 20)),
        ("besok", date(2026, 4, 20)),
        ("desa", None),
        ("", None),
    ],
)
def test_a_week_as_people_type_it(typed: str, monday: date | None) -> None:
    assert read_week(typed, date(2026, 4, 20)) == monday


@pytest.mark.parametrize(
    ("typed", "kind", "rest"),
    [
        ("daftar hadir L1", DocumentKind.LIST, "L1"),
        ("Daftar L1", DocumentKind.LIST, "L1"),
        ("laporan budi", DocumentKind.REPORT, "budi"),
        ("lapor", DocumentKind.REPORTS, ""),
        ("daftar lapor diri maret 2026", DocumentKind.REPORTS, "maret 2026"),
        ("L1 23/04", None, "L1 23/04"),
        ("", None, ""),
    ],
)
def test_a_paper_as_people_call_it(typed: str, kind: DocumentKind | None, rest: str) -> None:
    assert kind_named(typed) == (kind, rest)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("2026-03", date(2026, 3, 1)),
        ("3/2026", date(2026, 3, 1)),
        ("Maret 2026", date(2026, 3, 1)),
        ("bulan maret", date(2026, 3, 1)),
        ("mar 2025", date(2025, 3, 1)),
        ("april", date(2026, 4, 1)),
        ("desember", date(2025, 12, 1)),
        ("bulan ini", date(2026, 4, 1)),
        ("bulan lalu", date(2026, 3, 1)),
        ("2026-13", None),
        ("1826-03", None),
        ("23 maret 2026", None),
        ("siti", None),
        ("", None),
    ],
)
def test_a_month_as_people_type_it(typed: str, first: date | None) -> None:
    assert read_month(typed, date(2026, 4, 20)) == first


@pytest.mark.parametrize(
    ("kind", "typed", "name", "first"),
    [
        (DocumentKind.REPORTS, "pk-02 maret 2026", "pk-02", date(2026, 3, 1)),
        (DocumentKind.REPORTS, "2026-03", "", date(2026, 3, 1)),
        (DocumentKind.REPORTS, "siti", "siti", None),
        (DocumentKind.LIST, "l1 minggu lalu", "l1", date(2026, 4, 13)),
        (DocumentKind.LIST, "desa baru 23 april", "desa baru", date(2026, 4, 20)),
    ],
)
def test_a_period_behind_a_name(kind: DocumentKind, typed: str, name: str, first: date | None) -> None:
    assert with_period(kind, typed, date(2026, 4, 20)) == (name, first)


@pytest.mark.parametrize(
    ("kind", "unit"),
    [
        (DocumentKind.LIST, "week"),
        (DocumentKind.WEEKLY, "week"),
        (DocumentKind.REPORTS, "month"),
        (DocumentKind.EVALUATION, "quarter"),
        (DocumentKind.CARD, ""),
    ],
)
def test_of_what_a_paper_is_asked_for_at_a_terminal(kind: DocumentKind, unit: str) -> None:
    assert period_unit(kind) == unit


def test_a_period_is_a_week_or_a_month() -> None:
    assert period_of(DocumentKind.LIST, date(2026, 4, 22)) == Period(date(2026, 4, 20), date(2026, 4, 26))
    assert period_of(DocumentKind.REPORTS, date(2026, 2, 22)) == Period(date(2026, 2, 1), date(2026, 2, 28))


@pytest.mark.parametrize(
    "asked",
    [
        Asked(DocumentKind.LIST, 7, date(2026, 4, 20)),
        Asked(DocumentKind.CARD, 9),
        Asked(DocumentKind.REPORTS, WHOLE_OFFICE, date(2026, 4, 1)),
    ],
    ids=["list", "card", "reports"],
)
def test_a_notice_names_a_paper_and_its_reader(asked: Asked) -> None:
    media = asked.media(Form.PDF, 5)
    assert Asked.read(media.removeprefix("document:")) == (asked, Form.PDF, 5)
