"""A supervisor's list in pages: everybody stands on exactly one, and an old button finds the nearest."""

from __future__ import annotations

import pytest

from bot.paging import SIZE, page, page_with


@pytest.mark.parametrize(
    ("total", "pages"), [(0, 1), (1, 1), (SIZE, 1), (SIZE + 1, 2), (75, 5), (250, 17)], ids=str
)
def test_everybody_stands_on_exactly_one_page(total: int, pages: int) -> None:
    everybody = list(range(1, total + 1))
    shown = [page(number, total) for number in range(pages)]

    assert [one for part in shown for one in part.cut(everybody)] == everybody
    assert [part.first for part in shown] == [number * SIZE + 1 for number in range(pages)]
    assert [part.has_after for part in shown] == [True] * (pages - 1) + [False]
    assert [part.has_before for part in shown] == [False] + [True] * (pages - 1)


@pytest.mark.parametrize(
    ("asked", "total", "shown"), [(-3, 75, 0), (99, 75, 4), (3, 16, 1), (1, 0, 0)], ids=str
)
def test_a_button_of_a_list_that_has_changed_shows_the_nearest_page(
    asked: int, total: int, shown: int
) -> None:
    assert page(asked, total).number == shown


@pytest.mark.parametrize(("place", "number"), [(1, 0), (SIZE, 0), (SIZE + 1, 1), (75, 4)])
def test_a_person_is_found_on_his_page(place: int, number: int) -> None:
    assert page_with(place, 75).number == number
