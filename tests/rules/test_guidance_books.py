"""The book of a client's guidance as pages and as a sheet."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from bot.domain.cases import Programme
from bot.domain.guidance_books import GuidanceBook, Noted, Told
from bot.domain.report_lists import Given
from bot.domain.reports import NO, QUESTIONS, YES, words_to
from bot.reports.documents import guidance_book
from bot.reports.documents.paper import Paper, draft
from tests.harness import sentences
from tests.papers import words_in
from tests.rules.test_documents import HEAD, LONG, MARKUP, printed
from tests.rules.test_report_lists import reported

ANSWERS = {name: f"jawaban {name}" for name in QUESTIONS}


def told(number: int, **answers: str) -> Told:
    return Told(reported(number), ANSWERS | {"address": NO, "talk": NO} | answers)


def a_book(*entries: Told | Noted) -> Paper:
    return guidance_book.paper(
        GuidanceBook(
            head=HEAD,
            client="Budi (contoh)",
            code="K-01",
            child=False,
            number="W.23/2026 (contoh)",
            programme=Programme.INTEGRATION,
            starts_on=date(2026, 3, 2),
            ends_on=None,
            officer="Siti (contoh)",
            entries=entries,
        )
    )


@pytest.mark.parametrize("reports", [0, 1, 42])
def test_every_report_stands_on_it_with_its_five_answers(reports: int) -> None:
    content = printed(a_book(*(told(number) for number in range(1, reports + 1))))
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]
    whole = " ".join(pages)
    for answer in ANSWERS.values():
        assert whole.count(answer) == reports
    assert whole.count("Catatan PK") == reports
    assert "Kepala Bapas" in pages[-1]
    assert ("Belum ada hari lapor" in whole) is (reports == 0)


def test_a_day_without_a_report_a_note_and_a_closed_question_are_told_in_their_words() -> None:
    missed = Told(replace(reported(2), given=Given.MISSED, reported_at=None), {})
    note = Noted("Keluarga mendukung.", "Siti (contoh)", datetime(2026, 4, 12, 3, tzinfo=UTC))
    moved = told(3, talk=YES, **{"address": YES, words_to("address"): "ya, pindah ke rumah kakak"})
    paper = a_book(told(1), missed, note, moved)
    words = words_in(printed(paper))
    for said in (
        "1. Wajib lapor Kam 09/04/2026 · sudah lapor",
        "2. Wajib lapor Kam 09/04/2026 · belum lapor",
        "3. Wajib lapor",
        "Catatan PK, Min 12/04/2026 11.00 Keluarga mendukung. (Siti (contoh))",
        "Alamat atau nomor berubah ya, pindah ke rumah kakak",
        "Perlu bicara dengan PK ya",
        "Alamat atau nomor berubah tidak",
    ):
        assert said in words, said
    book = CalamineWorkbook.from_filelike(io.BytesIO(draft(paper, sentences(), locale="id")))
    titles, *rows = book.get_sheet_by_index(0).to_python()
    table = [dict(zip(map(str, titles), row, strict=True)) for row in rows]
    assert [row["No"] for row in table] == [1, 2, "", 3]
    assert table[0]["Kondisi saat ini"] == "jawaban condition"
    assert table[2]["Catatan PK"] == "Keluarga mendukung. (Siti (contoh))"
    assert table[3]["Perlu bicara dengan PK"] == "ya"


def test_the_longest_answers_lose_nothing() -> None:
    longest = {name: f"{LONG * 6}{MARKUP}" for name in QUESTIONS}
    words = "".join(words_in(printed(a_book(told(1, **longest), told(2)))).split())
    assert words.count("".join(LONG.split())) == 6 * len(QUESTIONS)
    assert words.count("".join(MARKUP.split())) == len(QUESTIONS)
