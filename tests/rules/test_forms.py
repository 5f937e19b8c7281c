"""Forms: which step comes next, which answers no longer fit, and which code is free."""

from __future__ import annotations

import pytest

from bot.domain.forms import FormKind, free_code, next_step, settled


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        pytest.param([], "K-01", id="first"),
        pytest.param(["K-01", "k-11", "PK-40"], "K-12", id="highest of its prefix"),
        pytest.param(["K-099"], "K-100", id="as wide as the others"),
        pytest.param(["K-x", "K-"], "K-01", id="no numbers"),
    ],
)
def test_the_next_code_is_free(taken: list[str], free: str) -> None:
    assert free_code("K", taken) == free


def test_a_skipped_step_is_not_asked_again_and_a_needed_one_is() -> None:
    answers = {"peran": "pengawas", "nama": "", "sapaan": "", "telepon": ""}
    step = next_step(FormKind.PERSON, answers)
    assert step is not None
    assert step.name == "nama"
    assert next_step(FormKind.PERSON, answers | {"nama": "Rahma (contoh)"}) is None


def test_what_no_longer_fits_is_named() -> None:
    answers = {"program": "integrasi", "jam_total": "60", "jaksa": "", "mulai": "09/03/2026"}
    assert settled(FormKind.CASE, answers) == (
        {"program": "integrasi", "mulai": "09/03/2026"},
        ("jam_total",),
    )
