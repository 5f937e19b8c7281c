"""What is sealed opens with the same key and name only."""

from __future__ import annotations

import pytest

from bot.storage.sealing import BrokenSeal, Seal


def test_a_sealed_text_shows_nothing_and_opens_again() -> None:
    sealed = Seal("k" * 43).close(b"rahasia", "slips of office 1")

    assert b"rahasia" not in sealed
    assert Seal("k" * 43).open(sealed, "slips of office 1") == b"rahasia"


@pytest.mark.parametrize("key", ["k", "l"])
@pytest.mark.parametrize("name", ["slips of office 1", "slips of office 2"])
@pytest.mark.parametrize("spoilt", [False, True])
def test_another_key_another_name_or_a_change_break_the_seal(key: str, name: str, spoilt: bool) -> None:
    sealed = Seal("k" * 43).close(b"rahasia", "slips of office 1")
    if (key, name, spoilt) == ("k", "slips of office 1", False):
        return
    with pytest.raises(BrokenSeal):
        Seal(key * 43).open(sealed[:-1] + b"x" if spoilt else sealed, name)


@pytest.mark.parametrize("sealed", [b"", b"\x02" + bytes(40), b"\x01abc"])
def test_what_was_never_sealed_does_not_open(sealed: bytes) -> None:
    with pytest.raises(BrokenSeal):
        Seal("k" * 43).open(sealed, "slips of office 1")


def test_there_is_no_seal_without_a_key() -> None:
    with pytest.raises(ValueError, match="secret key"):
        Seal("")
