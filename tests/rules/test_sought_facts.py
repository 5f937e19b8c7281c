"""Facts that are looked for over a whole office: the words of their indexes are those of the facts."""

from __future__ import annotations

from bot.domain.hours import EventKind
from bot.storage.models import CHANGES_STATE, CORRECTS


def test_the_words_of_an_index_name_facts() -> None:
    changed, adjusted, taken_back = (
        f"'{kind.value}'"
        for kind in (
            EventKind.CASE_STATE_CHANGED,
            EventKind.HOURS_ADJUSTED,
            EventKind.HOURS_ADJUSTMENT_TAKEN_BACK,
        )
    )
    assert f"kind = {changed}" == CHANGES_STATE
    assert f"kind IN ({adjusted}, {taken_back})" == CORRECTS
