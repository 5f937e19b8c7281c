"""The public page that says whether a letter holds: hours and office, nothing else, to anybody with its
code."""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Callable, Mapping
from enum import StrEnum
from html import escape
from pathlib import Path
from string import Template
from typing import Final

import structlog
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.domain.letters import LENGTH, read_code
from bot.domain.messages import Line, Minutes
from bot.domain.visits import Visits
from bot.storage.database import Database
from bot.storage.letters import Checked, standing_of
from bot.texts import FALLBACK, Texts

log = structlog.get_logger()

PATH: Final = "/surat"
FIELD: Final = "kode"
LONGEST_SHOWN = 60
"""Signs of what was typed that are shown again, to be mended."""
REST = 60
"""Seconds until it is tried again when the database does not answer."""

_FOLDER = Path(__file__).parent / "pages"
_PAGE = Template((_FOLDER / "letter.html").read_text(encoding="utf-8"))
_STYLE = (_FOLDER / "letter.css").read_text(encoding="utf-8")
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
HEADERS: Final = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Vary": "Accept-Language",
}
"""No script, no cookie, nothing kept or passed on: the address of the page holds the code."""


class Answer(StrEnum):
    """What the page says; the words are in the locale (`letter-page-…`, `letter-says-…`)."""

    ASK = "ask"
    """Nothing was typed yet."""
    VALID = "valid"
    REVOKED = "revoked"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"
    """It cannot be a code, whoever knows which there are."""
    BUSY = "busy"
    DOWN = "down"


STATUS: Mapping[Answer, int] = {Answer.BUSY: 429, Answer.DOWN: 503}
"""Every other answer is a 200: how a code is answered tells a machine nothing that it does not read."""


def letter_route(
    database: Database, texts: Texts, seconds: Callable[[], float] = time.monotonic
) -> list[Route]:
    """`/surat/CODE` from the QR, and `/surat` with a field to type it. Not logged: an address holds a code.
    The visits are counted in this process; with several each lets in as many, which the length of a code
    bears by far (`bot.domain.letters`)."""
    visits = Visits()

    async def page(request: Request) -> Response:
        typed = str(request.path_params.get("typed") or request.query_params.get(FIELD, "")).strip()
        locale = language_of(request.headers.get("accept-language", ""), texts)
        depth = request.scope["path"].removeprefix(PATH).count("/")
        if not typed.strip("/ "):
            return _answered(texts, locale, Answer.ASK, depth=depth)
        wait = visits.wait(request.client.host if request.client else "", seconds())
        if wait:
            return _answered(texts, locale, Answer.BUSY, depth=depth, wait=wait)
        try:
            answer, letter = await _looked_up(database, typed)
        except SQLAlchemyError as error:
            log.warning("letters.page_down", error=type(error).__name__)
            return _answered(texts, locale, Answer.DOWN, depth=depth, wait=REST)
        return _answered(texts, locale, answer, depth=depth, typed=typed, letter=letter)

    return [Route(PATH, page), Route(f"{PATH}/{{typed:path}}", page)]


async def _looked_up(database: Database, typed: str) -> tuple[Answer, Checked | None]:
    code = read_code(typed)
    if code is None:
        return Answer.UNREADABLE, None
    async with database.reading() as session:
        letter = await standing_of(session, code)
    if letter is None:
        return Answer.UNKNOWN, None
    return (Answer.VALID, letter) if letter.holds else (Answer.REVOKED, None)


def language_of(accepted: str, texts: Texts) -> str:
    """The first of the browser's languages that there is, else Indonesian."""
    wanted = (part.partition(";")[0].strip().casefold().partition("-")[0] for part in accepted.split(","))
    return next((one for one in wanted if one in texts.locales), FALLBACK)


def _answered(
    texts: Texts,
    locale: str,
    answer: Answer,
    *,
    depth: int,
    typed: str = "",
    letter: Checked | None = None,
    wait: int = 0,
) -> Response:
    def say(line: Line) -> str:
        return escape(texts.render(line.key, line.params, locale=locale))

    page = _PAGE.substitute(
        lang=escape(locale),
        title=say(Line("letter-page-title")),
        style=_STYLE,
        answer=_box(answer, [say(line) for line in _lines(answer, letter, wait)]),
        form=_form(say, answer, typed, "../" * depth + PATH.strip("/")),
    )
    headers = HEADERS | {"Content-Language": locale} | ({"Retry-After": str(wait)} if wait else {})
    return HTMLResponse(page, status_code=STATUS.get(answer, 200), headers=headers)


def _lines(answer: Answer, letter: Checked | None, wait: int) -> list[Line]:
    """The headline, and what stands below it."""
    match answer:
        case Answer.ASK:
            return []
        case Answer.VALID if letter is not None:
            hours = (
                [Line("letter-page-hours", {"minutes": Minutes(letter.minutes)})] if letter.minutes else []
            )
            office = Line("letter-page-office", {"office": letter.office})
            return [Line("letter-page-valid"), *hours, office, Line("letter-page-compare")]
        case Answer.UNREADABLE:
            params = {"length": LENGTH}
            return [Line("letter-page-unreadable"), Line("letter-page-unreadable-why", params)]
        case Answer.BUSY:
            return [Line("letter-page-busy"), Line("letter-page-busy-why", {"seconds": wait})]
        case _:
            return [Line(f"letter-says-{answer.value}"), Line(f"letter-says-{answer.value}-why")]


def _box(answer: Answer, lines: list[str]) -> str:
    if not lines:
        return ""
    headline, *rest = lines
    said = "".join(f"<p>{line}</p>\n" for line in rest)
    return f'<div class="answer {answer.value}" role="status">\n<h2>{headline}</h2>\n{said}</div>'


def _form(say: Callable[[Line], str], answer: Answer, typed: str, action: str) -> str:
    """The field to type a code; below an answer only the way back to it, where there is nothing to mend."""
    if answer in (Answer.VALID, Answer.REVOKED):
        return f'<p><a href="{action}">{say(Line("letter-page-another"))}</a></p>'
    value, asked = escape(typed[:LONGEST_SHOWN], quote=True), say(Line("letter-page-ask"))
    return (
        f'<form action="{action}" method="get">\n<label for="{FIELD}">{asked}</label>\n'
        f'<input id="{FIELD}" name="{FIELD}" value="{value}" maxlength="{LONGEST_SHOWN}" autocomplete="off" '
        'autocapitalize="characters" spellcheck="false" required>\n'
        f"<button>{say(Line('letter-page-check'))}</button>\n"
        f'<p class="hint">{say(Line("letter-page-hint"))}</p>\n</form>'
    )
