"""What a supervisor's long lists have in common: people on a page, and the buttons to its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.messages import Choice, Line, Param
from bot.domain.pages import Page, page_of

SIZE = 15
"""People on a page: with their buttons as numbered words they fit two messages of a narrow messenger."""


def page(wanted: int, total: int) -> Page:
    return page_of(total, SIZE, wanted)


def page_with(place: int, total: int) -> Page:
    """The page on which the person at this place stands, counted from 1."""
    return page_of(total, SIZE, (place - 1) // SIZE)


def param(shown: Page) -> dict[str, Param]:
    """What a list's message remembers of its page (`screens.page_on_screen`)."""
    return {"page": shown.number} if shown.count > 1 else {}


def lines(shown: Page) -> Iterator[Line]:
    if shown.count > 1:
        yield Line("list-page", {"page": shown.number + 1, "pages": shown.count})


def choices(entry: str, shown: Page, *, after: int) -> Iterator[Choice]:
    """The page before and the one behind; `after`: the last number that is typed for something else."""
    if shown.has_before:
        yield Choice(f"{entry}:p{shown.number - 1}", "choice-page-back", number=after + 1)
    if shown.has_after:
        yield Choice(f"{entry}:p{shown.number + 1}", "choice-page-on", number=after + 2)
