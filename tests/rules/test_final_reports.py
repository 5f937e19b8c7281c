"""The final report of a case as pages and as sheets."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from bot.domain.cases import CaseState, Programme
from bot.domain.documents import Balance
from bot.domain.final_reports import Counted, FinalReport, Reported
from bot.domain.messages import Word, Words
from bot.domain.people import Role
from bot.domain.worked import Status, Worked
from bot.reports.documents import final_report
from bot.reports.documents.paper import draft
from tests.harness import sentences
from tests.papers import words_in
from tests.rules.test_documents import HEAD, LONG, MARKUP, present, printed

EARLIER = Counted(day=None, minutes=600, reasons=Words(()))
CORRECTED = Counted(
    day=date(2026, 4, 3),
    minutes=-30,
    reasons=Words(("adjust-reason-jam-keliru",)),
    by="Siti (contoh)",
    role=Role.OFFICER,
)


def ended(*done: Worked, missed: tuple[Worked, ...] = (), **more: object) -> FinalReport:
    report = FinalReport(
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
        ends_on=date(2026, 8, 30),
        state=CaseState.COMPLETED,
        closed_on=date(2026, 4, 23),
        closed_why=Word("cause-served"),
        sites=("Kantor Desa L1",),
        officer="Siti (contoh)",
        prosecutor="Jaksa (contoh)",
        balance=Balance(total=3600, credited=3600, waiting=0, surplus=0, remaining=0),
        done=done,
        missed=missed,
        counted=(),
        reported=None,
    )
    return replace(report, **more)  # type: ignore[arg-type]


def words_of(report: FinalReport) -> str:
    return words_in(printed(final_report.paper(report)))


@pytest.mark.parametrize("sessions", [0, 1, 42, 75])
def test_every_session_stands_on_it_and_who_signs_signs_below_the_evaluation(sessions: int) -> None:
    report = ended(*(present(number) for number in range(1, sessions + 1)))
    pages = [
        " ".join(page.extract_text().split())
        for page in PdfReader(io.BytesIO(printed(final_report.paper(report)))).pages
    ]
    assert sum(page.count("08.03–11.05") for page in pages) == sessions
    assert all("Dikonfirmasi oleh" in page for page in pages if "08.03" in page)  # the titles, on every page
    assert "Evaluasi" in pages[-1]
    assert "Tempat, tanggal" in pages[-1]
    assert ("Belum ada kehadiran" in " ".join(pages)) is (sessions == 0)


def test_misses_corrections_and_what_was_served_before_say_why() -> None:
    missed = (present(1, status=Status.ABSENT), present(2, status=Status.EXCUSED))
    report = ended(present(3), missed=missed, counted=(EARLIER, CORRECTED))
    words = words_of(report)
    for said in (
        "Tidak hadir : 1",
        "Izin : 1",
        "Jadwal yang dikerjakan : 1",
        "sebelum tercatat di sini",
        "-30 menit Jam keliru Siti (contoh)",
        "Rencana sampai : Min 30/08/2026",
        "Keadaan perkara : selesai",
        "Ditutup pada : Kam 23/04/2026",
        "Alasan penutupan : seluruh kewajiban sudah dijalani",
    ):
        assert said in words, said
    assert "Jadwal lapor" not in words


def test_an_evaluation_stands_on_it_and_without_one_there_is_room() -> None:
    for blank in ("Penilaian pengawas lokasi", "Tanggapan klien"):
        assert blank in words_of(ended(present(1)))
    many = tuple((f"Pertanyaan {number}", f"Jawaban {number}") for number in range(20))
    asked = ((Word("document-evaluation-client"), "Baik sekali"), *many)
    words = words_of(ended(present(1), evaluation=asked))
    assert "Tanggapan klien Baik sekali Pertanyaan 0 Jawaban 0" in words
    assert "Pertanyaan 19 Jawaban 19" in words
    assert "Penilaian pengawas" not in words


def test_of_who_only_reports_nothing_is_said_of_work() -> None:
    report = ended(
        programme=Programme.INTEGRATION,
        balance=Balance(total=None, credited=0, waiting=0, surplus=0, remaining=None),
        reported=Reported(due=12, given=10, late=2, missed=1, unreached=1),
    )
    words = words_of(report)
    assert "Jadwal lapor : 12" in words
    assert "Sudah lapor : 10" in words
    for work in ("Jam diakui", "Lokasi kerja", "Jadwal yang"):
        assert work not in words


def test_of_a_child_no_number_stands_on_it() -> None:
    report = ended(
        present(1), client="A-07", code="A-07", child=True, number="", ruling="", ruled_on=None, court=""
    )
    words = words_of(report)
    assert "A-07" in words
    for label in ("Nomor perkara", "Nomor putusan", "Pengadilan"):
        assert label not in words


def test_paper_and_draft_say_the_same_a_sheet_for_each_list() -> None:
    report = ended(present(1), missed=(present(2, status=Status.ABSENT),), counted=(EARLIER,))
    content = draft(final_report.paper(report), sentences(), locale="id")
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names == [
        "Laporan Akhir",
        "Jam sebelumnya dan koreksi jam",
        "Jadwal yang tidak dihadiri",
        "Evaluasi",
        "Keterangan",
    ]
    sheets = [book.get_sheet_by_index(number).to_python() for number in range(4)]
    assert [len(rows) - 1 for rows in sheets] == [1, 1, 1, 3]
    assert sheets[1][1][2] == 10


def test_long_names_and_what_means_something_to_typst_stand_as_they_are() -> None:
    rows = [present(1, confirmed_by=LONG, site=LONG), present(2, confirmed_by=MARKUP, activity=MARKUP)]
    words = "".join(words_of(ended(*rows, evaluation=((MARKUP, MARKUP),))).split())
    assert "".join(LONG.split()) in words
    assert "".join(MARKUP.split()) in words
