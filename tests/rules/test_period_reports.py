"""The report on a week or month and its charts: the same figures on paper, in draft and picture."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from python_calamine import CalamineWorkbook

from bot.domain.cases import CaseState, Programme
from bot.domain.documents import Head
from bot.domain.finding import Group
from bot.domain.messages import Line, Minutes, Params, When
from bot.domain.months import month_days
from bot.domain.overviews import (
    SITES_SHOWN,
    WEEK,
    CaseFigures,
    Course,
    Figures,
    OfficerFigures,
    Overview,
    Sessions,
    SiteSessions,
    WeekHours,
    drawn_weeks,
    few,
    is_month,
    most_sessions_first,
    sessions_of,
    sum_of,
    week_hours,
)
from bot.domain.weeks import Period, week_days
from bot.reports.documents import period_report
from bot.reports.documents.paper import draft, pdf, picture
from bot.reports.documents.period_report import PeriodReport
from bot.reports.overview_bars import bars_of
from bot.reports.papers import SHIPPED, TemplateBroken
from tests.harness import sentences
from tests.papers import pages_in, words_in

ZONE = "Asia/Makassar"
MADE = datetime(2026, 5, 1, 1, tzinfo=UTC)
HEAD = Head(office="Bapas Contoh", above=("KEMENTERIAN CONTOH",), below=(), zone=ZONE, made_at=MADE)
THURSDAY = When(datetime(2026, 4, 23, 4, tzinfo=UTC), ZONE)


def a_case(number: int, **more: object) -> CaseFigures:
    figures = Figures(1, 195, 45, 15, Sessions(attended=3, excused=1, missed=2, closed=1), 2, 1)
    case = CaseFigures(
        client=number,
        name=f"Orang{number:03d}",
        code=f"K-{number:03d}",
        programme=Programme.COMMUNITY_WORK,
        officer=1,
        served=1230,
        remaining=2370,
        figures=figures,
    )
    return replace(case, **more)  # type: ignore[arg-type]


def an_overview(*cases: CaseFigures, office: bool = False, sites: int = 2) -> Overview:
    april = month_days("2026-04")
    return Overview(
        office="Bapas Contoh",
        officer="" if office else "Siti (contoh)",
        code="BPS-1" if office else "PK-1",
        zone=ZONE,
        first=april.first,
        last=april.last,
        made_at=MADE,
        sums=sum_of(cases),
        cases=() if office else cases,
        officers=(OfficerFigures("Siti (contoh)", sum_of(cases), 4, 2),) if office else (),
        sites=tuple(SiteSessions(f"SDN{one:02d}", Sessions(50 + one, 3, 7)) for one in range(sites)),
        weeks=tuple(
            WeekHours(date(2026, 2, 23) + WEEK * one, 60 * one + 45, 90 * (one > 7)) for one in range(10)
        ),
    )


def a_report(overview: Overview, *matters: tuple[Group, Line]) -> PeriodReport:
    return PeriodReport(head=HEAD, overview=overview, matters=matters)


def printed(facts: PeriodReport, locale: str = "id", folder: Path = SHIPPED) -> bytes:
    return pdf(period_report.paper(facts), sentences(), locale=locale, folder=folder)


def sheets(facts: PeriodReport) -> dict[str, list[list[Any]]]:
    content = draft(period_report.paper(facts), sentences(), locale="id")
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: list(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names}


@pytest.mark.parametrize("clients", [0, 1, 75, 250])
def test_everybody_stands_on_it_with_the_figures_of_the_draft(clients: int) -> None:
    facts = a_report(an_overview(*(a_case(one) for one in range(1, clients + 1))))
    content, book = printed(facts), sheets(facts)
    words = words_in(content)
    titles, *rows = book["Laporan Bulanan"]

    assert len(rows) == clients
    assert all(f"Orang{one:03d}" in words for one in range(1, clients + 1))
    assert words.count("20,5/60") == clients
    if clients:
        row = dict(zip(titles, rows[0], strict=True))
        figures = [row[title] for title in ("Jam masa ini", "Menunggu", "Diakui", "kewajiban", "Sisa")]
        assert figures == [3.25, 0.75, 20.5, 60, 39.5]
        assert [row[title] for title in ("jadwal", "Hadir", "Izin", "Tidak hadir", "Lokasi tutup")] == [
            5,
            3,
            1,
            2,
            1,
        ]
    notes = {str(label): value for label, value, *_ in book["Keterangan"]}
    assert notes["Jam diakui dalam masa ini"] == 3.25 * clients
    assert (notes["Jumlah klien"], notes["Dihadiri"], notes["Tidak hadir"]) == (
        clients,
        3 * clients,
        2 * clients,
    )
    said = sentences().render("document-cell-minutes", {"minutes": Minutes(195 * clients)}, locale="id")
    assert f"Jam diakui dalam masa ini : {said}" in words
    assert "Tempat, tanggal" in words
    assert "Kepala Bapas" in words
    assert pages_in(content) <= 1 + clients // 30


def test_charts_show_the_figures_of_the_tables() -> None:
    overview = an_overview(a_case(1))
    words, book = words_in(printed(a_report(overview))), sheets(a_report(overview))

    weeks = {row[0]: (row[1], row[2]) for row in book["Per minggu"][1:]}
    assert weeks == {one.monday: (one.credited / 60, one.waiting / 60) for one in overview.weeks}
    for said in ("0,75", "9,75", "+1,5", "23/2", "27/4"):
        assert said in words, said
    for row in book["Per lokasi"][1:]:
        name, _, attended, excused, _, missed, *_ = row
        assert f"{name} {attended:.0f} · {excused:.0f} · {missed:.0f}" in words
    hours, sites = bars_of(overview)
    assert [one.parts for one in hours.bars] == [(one.credited, one.waiting) for one in overview.weeks]
    assert [one.parts for one in sites.bars] == [(50, 3, 7), (51, 3, 7)]


def test_the_picture_for_a_phone_is_one_page_in_grey_and_names_no_client() -> None:
    charts = bars_of(an_overview(a_case(1), sites=40))
    content = picture(charts, sentences(), locale="id", folder=SHIPPED)
    drawn = Image.open(io.BytesIO(content))
    assert drawn.format == "PNG"
    assert 800 < drawn.width < 1280
    assert drawn.height < 2 * drawn.width
    assert "Orang" not in str(charts)
    darkest, lightest = drawn.convert("L").getextrema()
    assert isinstance(darkest, int)
    assert (darkest < 60, lightest) == (True, 255)


def test_of_many_sites_the_smaller_ones_share_a_bar() -> None:
    sites = most_sessions_first(SiteSessions(f"L{one}", Sessions(one, 1, 1)) for one in range(12))
    shown = few(sites, "")
    assert [one.name for one in sites[:2]] == ["L11", "L10"]
    assert len(shown) == SITES_SHOWN
    assert sum((one.sessions for one in shown), Sessions()) == sum(
        (one.sessions for one in sites), Sessions()
    )


def test_what_is_open_stands_without_the_step_in_the_chat() -> None:
    params: Params = {"name": "Budi", "count": 2, "last": THURSDAY, "said": THURSDAY}
    facts = a_report(an_overview(a_case(1)), (Group.ACT, Line("digest-missed-call-explained", params)))
    for locale, gone in (("id", "Langkah"), ("en", "step")):
        words = words_in(printed(facts, locale))
        assert "Budi" in words
        assert gone not in words
    assert "sudah dijelaskan" in str(sheets(facts)["Masih terbuka"])


def test_a_head_reads_officer_by_officer_and_no_client() -> None:
    facts = a_report(an_overview(*(a_case(one) for one in range(1, 251)), office=True))
    words = words_in(printed(facts))
    titles, row = sheets(facts)["Laporan Bulanan"]
    assert "Orang" not in words
    assert "Siti (contoh) 250 812,5 187,5 750/1.250" in words
    figures = dict(zip(titles, row, strict=True))
    assert (figures["Klien"], figures["Jam masa ini"], figures["Perlu PK"]) == (250, 812.5, 4)


def test_a_cell_that_looks_like_a_formula_is_text() -> None:
    for name in ("=1+1", "+62", "-1", "@SUM(A1)"):
        rows = sheets(a_report(an_overview(a_case(1, name=name))))["Laporan Bulanan"]
        assert rows[1][1] == name


def test_whoever_began_or_ended_has_a_remark() -> None:
    case = a_case(1, ended=CaseState.COMPLETED, figures=Figures(1, begun=1, ended=1))
    words = words_in(printed(a_report(an_overview(case))))
    assert "mulai, selesai" in words
    assert "Klien selesai atau berakhir : 1" in words


def test_an_office_may_have_its_own_charts(tmp_path: Path) -> None:
    shipped = (SHIPPED / "grafik.typ").read_text()
    (tmp_path / "grafik.typ").write_text(shipped + "\n#let chart(one, ..rest) = [Grafik kami]")
    assert "Grafik kami" in words_in(printed(a_report(an_overview(a_case(1))), folder=tmp_path))
    (tmp_path / "grafik.typ").write_text("#nothing")
    with pytest.raises(TemplateBroken):
        printed(a_report(an_overview(a_case(1))), folder=tmp_path)


@pytest.mark.parametrize(("period", "month"), [("2026-02", True), ("2026-12", True), ("2026-W17", False)])
def test_a_month_is_told_from_a_week(period: str, month: bool) -> None:
    assert is_month(week_days(period) if "W" in period else month_days(period)) is month


def test_weeks_are_whole_and_end_with_that_of_the_last_day() -> None:
    shown = drawn_weeks(date(2027, 1, 3))
    assert shown == Period(date(2026, 10, 26), date(2027, 1, 3))
    weeks = week_hours(shown, {date(2026, 10, 26): 60, date(2027, 1, 1): 90}, {date(2026, 12, 31): 30})
    assert len(weeks) == 10
    assert (weeks[0].credited, weeks[-1]) == (60, WeekHours(date(2026, 12, 28), 90, 30))


def test_only_those_who_should_have_come_are_due() -> None:
    counts = dict.fromkeys(Course, 1)
    assert sessions_of(counts) == Sessions(1, 1, 1, 1, 1, 1, 1)
    assert sessions_of(counts).due == 3
