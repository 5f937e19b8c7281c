"""A list in pages shows every row once, however long it is, and an old button leads somewhere."""

from __future__ import annotations

import pytest

from bot.domain.pages import page_in, page_of


@pytest.mark.parametrize(("rows", "pages"), [(0, 1), (1, 1), (8, 1), (9, 2), (75, 10), (250, 32)])
def test_every_row_is_on_one_page(rows: int, pages: int) -> None:
    people = list(range(rows))
    cut = [list(page_of(rows, 8, number).cut(people)) for number in range(pages)]

    assert [one for page in cut for one in page] == people
    assert page_of(rows, 8, 0).count == pages
    assert not page_of(rows, 8, 0).has_before
    assert not page_of(rows, 8, pages - 1).has_after


@pytest.mark.parametrize(("wanted", "number"), [(-1, 0), (0, 0), (9, 9), (10, 9), (9999, 9)])
def test_a_page_that_is_no_more_is_the_last_there_is(wanted: int, number: int) -> None:
    assert page_of(75, 8, wanted).number == number


@pytest.mark.parametrize(
    ("choice", "page"),
    [
        ("figure:12:credited:p2", 2),
        ("prosecuted-page:p0", 0),
        ("figure:12:credited", None),
        ("figure:12:p٢", None),
        ("circular-sites:p99999", None),
        ("", None),
    ],
)
def test_a_button_names_its_page(choice: str, page: int | None) -> None:
    assert page_in(choice) == page
