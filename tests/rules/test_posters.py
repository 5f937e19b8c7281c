"""The sheet for the wall: what stands on it, what does not, and that a phone can read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.reports.papers import SHIPPED, TemplateBroken
from bot.reports.posters import TEMPLATE, Poster, poster_pdf
from tests.harness import sentences
from tests.papers import links_in, pages_in, words_in

POSTER = Poster(
    link="https://t.me/hadir_uji_bot?start=poster-7-1-AbCdEfGhIjKlMnOpQrSt",
    site="Kantor Desa Sukamaju",
    code="L1",
    edition=3,
    office="",
    printed_at=datetime(2026, 4, 20, 4, tzinfo=UTC),
    zone="Asia/Makassar",
)


def printed(poster: Poster, *, locale: str = "id", folder: Path = SHIPPED) -> bytes:
    return poster_pdf(poster, sentences(), locale=locale, folder=folder)


def test_a_poster_has_its_site_three_steps_its_edition_and_the_link_as_qr(tmp_path: Path) -> None:
    pdf = printed(POSTER)
    words = words_in(pdf)

    for said in (
        "Kantor Desa Sukamaju",
        "Baru datang?",
        "Tekan MULAI",
        "L1 · poster ke-3 · ",
        "20 April 2026",
    ):
        assert said in words, said
    assert links_in(pdf, tmp_path) == [POSTER.link]


@pytest.mark.parametrize(("office", "named"), [("", False), ("Bapas Kelas I Makassar", True)])
def test_the_office_stands_on_it_only_where_it_wants_to(office: str, named: bool) -> None:
    assert ("Bapas" in words_in(printed(replace(POSTER, office=office)))) is named


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_longest_names_leave_it_one_page_that_can_be_scanned(tmp_path: Path, locale: str) -> None:
    long = "Kantor Kelurahan Pembangunan " * 20
    pdf = printed(replace(POSTER, site=long, office=long, code="L" * 90, edition=99999), locale=locale)

    assert pages_in(pdf) == 1
    assert links_in(pdf, tmp_path) == [POSTER.link]


def test_a_name_that_means_something_to_typst_stands_as_it_is() -> None:
    assert "#strong[x] *b* $y$" in words_in(printed(replace(POSTER, site="#strong[x] *b* $y$")))


def test_an_office_may_have_its_own_template(tmp_path: Path) -> None:
    (tmp_path / TEMPLATE).write_text("#let data = json(bytes(sys.inputs.data))\nDi #data.site")
    assert words_in(printed(POSTER, folder=tmp_path)) == "Di Kantor Desa Sukamaju"
    (tmp_path / TEMPLATE).write_text("#nothing")
    with pytest.raises(TemplateBroken):
        printed(POSTER, folder=tmp_path)
