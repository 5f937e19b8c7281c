"""What others may read says nothing of the office, or why somebody is there, unless it wants to be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.discretion import gives_away
from bot.domain.invitations import Door, Slip
from bot.domain.keyboards import MENUS
from bot.domain.messages import Ask, Param, When
from bot.reports.papers import SHIPPED
from bot.reports.posters import poster_pdf
from bot.reports.slips import invitation_text, slips_pdf
from tests.harness import sentences
from tests.papers import words_in
from tests.rules.test_posters import POSTER

LOCALES = ("id", "en")
DOOR = Door("Telegram", "@hadir_uji_bot", "https://t.me/hadir_uji_bot?start=")
UNTIL = datetime(2026, 5, 4, 4, tzinfo=UTC)
SLIP = Slip(
    greeting="honorific-bapak",
    name="Budi (contoh)",
    person="K-01",
    token="AbCdEfGhIjKlMnOpQrStUv12",
    code="K7M4P9RWTD",
    until=UNTIL,
    zone="Asia/Makassar",
    contact="0411-000111",
    locale="id",
)
OFFICE = "Bapas Kelas I Makassar"
READ_BY_ANYBODY = (
    *("bot-name", "bot-about", "bot-about-short"),
    *("stranger", "stranger-many-offices", "site-code-stranger", "site-code-poster-old"),
    *("invitation-unknown", "invitation-used", "invitation-expired", "invitation-foreign"),
    *("invitation-open-again", "code-unknown", "code-wait", "press-agree", "shows-number"),
    *("family-news", "family-reminder-day", "family-reminder-hour"),
    *(f"menu-{name}" for name in MENUS[Ask.START]),
)
"""Sentences that reach a phone, a wall or a lock screen before, or without, anybody knows who reads."""


PUSHED = (
    *("call-card", "call-nobody", "call-told-guardian"),
    *("call-unanswered", "call-unanswered-officer", "call-unanswered-alone"),
    *("placement-stopped-by", "placement-stopped-site", "placement-resumed", "placement-resumed-site"),
    *("session-again-site", "session-dropped-site", "excuse-undone-site"),
    *("absence-told-officer", "absence-undone-officer", "contest-told-officer", "total-wrong-officer"),
    *("excused-told-site", "message-new", "message-to-read", "note-told"),
)
"""What lights up unasked on the phone of somebody else than the client: calls, stops, messages, notes."""


def filled(key: str, locale: str) -> dict[str, Param]:
    """Any parameters: what is looked for stands in the sentence."""
    when = When(UNTIL, "Asia/Makassar")
    return {
        name: when if name in ("at", "day", "until") else "1"
        for name in sentences().placeholders(key, locale)
    }


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", READ_BY_ANYBODY)
def test_a_sentence_that_anybody_may_read_gives_nothing_away(key: str, locale: str) -> None:
    said = sentences().render(key, filled(key, locale), locale=locale)
    assert not gives_away(said), said


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", PUSHED)
def test_the_first_line_on_a_lock_screen_names_nobody(key: str, locale: str) -> None:
    said = sentences().render(key, filled(key, locale) | {"name": "Budi"}, locale=locale)
    assert "Budi" not in said.splitlines()[0]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("office", ["", OFFICE])
def test_paper_and_forwarded_invitations_give_away_only_what_the_office_lets_them(
    office: str, locale: str
) -> None:
    slip = replace(SLIP, office=office, locale=locale)
    slips = slips_pdf([slip], DOOR, sentences(), footer="lembar", locale=locale, folder=SHIPPED)
    poster = poster_pdf(replace(POSTER, office=office), sentences(), locale=locale, folder=SHIPPED)
    papers = {
        "slip": words_in(slips),
        "forwarded": " ".join(invitation_text(slip, DOOR, sentences()).split()),
        "poster": words_in(poster),
    }
    assert {name for name, said in papers.items() if OFFICE in said} == (set(papers) if office else set())
    left = {name: said.replace(office, "") if office else said for name, said in papers.items()}
    assert {name for name, said in left.items() if gives_away(said)} == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_what_the_bot_says_of_itself_fits_what_telegram_takes(locale: str) -> None:
    """core.telegram.org/bots/api#setmydescription, #setmyshortdescription and #setmyname"""
    for key, longest in (
        ("bot-name", 64),
        ("bot-about", 512),
        ("bot-about-office", 512),
        ("bot-about-short", 120),
        ("bot-about-short-office", 120),
    ):
        assert len(sentences().render(key, {"office": "x" * 60}, locale=locale)) <= longest, key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bapas Makassar", True), ("pidana kerja sosial", True), ("terpidana", True), ("Lapas", True),
        ("narapidana", True), ("klien", True), ("hukuman", True), ("Pembimbing Kemasyarakatan", True),
        ("Probation office", True), ("your sentence", True), ("ex-offender", True), ("prosecutor", True),
        ("Hadir MKS", False), ("urutan", False), ("masyarakat desa", False), ("Kantor Desa Sukamaju", False),
        ("keputusan", False), ("by courtesy of the village", False),
    ],
)  # fmt: skip
def test_words_that_tell(text: str, expected: bool) -> None:
    assert gives_away(text) is expected
