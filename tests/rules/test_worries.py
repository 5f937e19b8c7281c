"""Which answers a person should read soon: few words, and none that is denied."""

from __future__ import annotations

import pytest

from bot.domain.worries import worth_reading

SOON = [
    "Saya takut pulang",
    "sering dipukul paman",
    "Ada yang mengancam saya.",
    "tidak bekerja karena sakit",
    "SAKIT sejak Senin",
    "sudah putus asa",
    "rasanya ingin mati saja",
    "belum sembuh, masih sakit",
    "kemarin kecelakaan motor",
    "diusir dari rumah",
]
ORDINARY = [
    "",
    "sehat",
    "tidak sakit",
    "tidak ada yang sakit",
    "Alhamdulillah sehat, tidak ada kendala",
    "tidak ada ancaman",
    "kerja di rumah sakit",
    "berangkat pukul 08.00",
    "listrik mati",
    "belum pernah dipukul",
]


@pytest.mark.parametrize("text", SOON)
def test_worth_reading_soon(text: str) -> None:
    assert worth_reading(["sehat", text])


@pytest.mark.parametrize("text", ORDINARY, ids=lambda text: text or "nothing")
def test_nothing_that_cannot_wait(text: str) -> None:
    assert not worth_reading([text])
