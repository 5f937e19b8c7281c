"""The reports of a month as pages and as a sheet."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from bot.domain.report_lists import Given, ReportLine, ReportList, given_of
from bot.domain.reports import ReportState
from bot.domain.weeks import Period
from bot.reports.documents import report_list
from bot.reports.documents.paper import Paper, draft, pdf
from bot.reports.papers import SHIPPED
from tests.harness import sentences
from tests.papers import words_in
from tests.rules.test_documents import HEAD, LONG, MARKUP


def reported(number: int, client: str = "", **more: object) -> ReportLine:
    line: dict[str, object] = {
        "given": Given.DONE,
        "client": client or f"Orang{number:02d}",
        "code": f"K-{number:02d}",
        "officer": "Siti (contoh)",
        "day": date(2026, 4, 9),
        "reported_at": datetime(2026, 4, 9, 2, 30, tzinfo=UTC),
    }
    return ReportLine(**(line | more))  # type: ignore[arg-type]


def a_month(*rows: ReportLine, officer: str = "Siti (contoh)") -> Paper:
    period = Period(date(2026, 4, 1), date(2026, 4, 30))
    code = "PK-01" if officer else ""
    return report_list.paper(
        ReportList(head=HEAD, officer=officer, officer_code=code, period=period, rows=rows)
    )


def printed(paper: Paper, folder: Path = SHIPPED) -> bytes:
    return pdf(paper, sentences(), locale="id", folder=folder)


@pytest.mark.parametrize("officer", ["Siti (contoh)", ""], ids=["officer", "office"])
@pytest.mark.parametrize("people", [0, 1, 42, 75])
def test_everybody_stands_on_it_below_the_titles(people: int, officer: str) -> None:
    rows = (reported(number) for number in range(1, people + 1))
    pages = [
        " ".join(page.extract_text().split())
        for page in PdfReader(io.BytesIO(printed(a_month(*rows, officer=officer)))).pages
    ]
    assert sum(page.count("10.30") for page in pages) == people
    assert all("Paraf klien" in page for page in pages)
    assert ("Kepala Bapas" in pages[-1], "Bulan : April 2026" in pages[0]) == (True, True)
    assert f"Sudah lapor: {people}" in pages[-1]
    assert ("Tidak ada klien wajib lapor" in pages[0]) is (people == 0)


def test_paper_and_draft_say_the_same_of_everybody() -> None:
    paper = a_month(
        reported(1, usual=date(2026, 4, 8), phone="Pos Takalar"),
        reported(2, given=Given.LATE),
        reported(3, given=Given.MISSED, reported_at=None, begun=True),
        reported(4, given=Given.UNREACHED, reported_at=None),
        reported(5, given=Given.EXCUSED, reported_at=None, until=date(2026, 4, 12)),
        reported(6, given=Given.EXPECTED, reported_at=None, day=date(2026, 4, 27)),
        reported(7, given=Given.NO_DAY, reported_at=None, day=None),
    )
    book = CalamineWorkbook.from_filelike(io.BytesIO(draft(paper, sentences(), locale="id")))
    titles, *rows = book.get_sheet_by_index(0).to_python()
    table = [dict(zip(map(str, titles), row, strict=True)) for row in rows]
    assert [(row["Keterangan"], row["Catatan"]) for row in table] == [
        ("sudah lapor", ""),
        ("lapor terlambat", ""),
        ("belum lapor", "belum lengkap"),
        ("tak terjangkau", ""),
        ("izin", "sampai Min 12/04/2026"),
        ("", ""),
        ("tidak ada jadwal lapor", ""),
    ]
    first = table[0]
    assert (first["Wajib lapor"], first["Semula"]) == (date(2026, 4, 9), date(2026, 4, 8))
    assert (first["Tanggal lapor"], first["Jam lapor"]) == (date(2026, 4, 9), time(10, 30))
    assert [row["Cara"] for row in table[:3]] == ["lewat HP bersama Pos Takalar", "lewat chat", ""]
    words = words_in(printed(paper))
    for said in ("Pos Takalar", "semula: Rab 08/04/2026", "sampai Min 12/04/2026", "tidak ada jadwal"):
        assert said in words, said
    sums = "Jadwal lapor: 5 Sudah lapor: 2 Di antaranya terlambat: 1 Belum lapor: 1 Tak terjangkau: 1"
    assert sums in words
    assert "Jumlah klien : 7" in words


def test_long_names_and_what_means_something_to_typst_stand_as_they_are() -> None:
    words = "".join(words_in(printed(a_month(reported(1, client=LONG), reported(2, client=MARKUP)))).split())
    assert "".join(LONG.split()) in words
    assert "".join(MARKUP.split()) in words


def test_every_day_that_is_still_owed_or_was_given_has_a_word() -> None:
    owed = set(ReportState) - {ReportState.DROPPED}
    assert len({given_of(state) for state in owed}) == len(owed)
