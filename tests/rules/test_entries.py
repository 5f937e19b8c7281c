"""Every figure of a balance opens to entries that come to it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.balance import Cap, balance_of
from bot.domain.entries import Entries, Entry, entries_of
from bot.domain.hours import Fact, told
from tests.rules.case_facts import adjusted, came, left, opened, opening, worked
from tests.rules.test_hours_properties import HISTORIES, in_a_row, interleaved


def entries(facts: list[Fact]) -> Entries:
    order, stretches = told(facts)
    return entries_of(stretches, balance_of(stretches, order))


def test_a_figure_opens_to_where_its_minutes_come_from() -> None:
    facts = [
        opened(total=600, daily=240),
        opening(60),
        *worked(1, 2, "08:00", "13:00"),
        adjusted(-30, day=2),
        adjusted(90, number=2, day=3),
        came(2, 6, "08:00"),
        left(2, 6, "08:00", "09:00"),
    ]
    second, third, sixth = date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 6)

    assert entries(facts) == Entries(
        credited=(Entry(60), Entry(-30, second), Entry(240, second, 1), Entry(90, third)),
        waiting=(Entry(60, sixth, 2),),
        surplus=(Entry(60, second, 1, Cap.DAY),),
        adjusted=(Entry(-30, second), Entry(90, third)),
    )


@given(st.data())
def test_entries_come_to_their_figure(data: st.DataObject) -> None:
    facts = data.draw(st.one_of(HISTORIES.map(in_a_row), HISTORIES.flatmap(interleaved)))
    order, stretches = told(facts)
    balance = balance_of(stretches, order)
    found = entries_of(stretches, balance)

    assert sum(one.minutes for one in found.credited) == balance.credited
    assert sum(one.minutes for one in found.waiting) == balance.waiting
    assert sum(one.minutes for one in found.surplus) == balance.surplus
    assert sum(one.minutes for one in found.adjusted) == balance.adjusted
