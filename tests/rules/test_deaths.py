"""Whether why a case ended says that the client died."""

from __future__ import annotations

import pytest

from bot.domain import deaths


@pytest.mark.parametrize(
    "reason",
    [
        "klien meninggal dunia 22 April, surat kematian ada",
        "Wafat karena sakit",
        "Anak meninggal dunia",
        "Bapak Budi tutup usia",
        "surat kematian dari desa",
    ],
)
def test_the_client_died(reason: str) -> None:
    assert deaths.of_client(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "",
        "Pindah ke luar kota",
        "ayahnya meninggal, klien pulang kampung",
        "korban meninggal",
        "bukan meninggal",
    ],
)
def test_nothing_says_that_the_client_died(reason: str) -> None:
    assert not deaths.of_client(reason)
