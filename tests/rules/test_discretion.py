"""What others may read says nothing of the office, or why somebody is there, unless it wants to be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fnmatch import fnmatch
from functools import cache

import pytest

from bot.domain.discretion import gives_away, names_in
from bot.domain.invitations import Door, Slip
from bot.domain.keyboards import MENUS
from bot.domain.messages import Ask, Param
from bot.reports.papers import SHIPPED
from bot.reports.posters import poster_pdf
from bot.reports.slips import invitation_text, slips_pdf
from tests.harness import sentences
from tests.papers import words_in
from tests.rules.test_locales import matching, samples_of, sources, uses_in
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
    *(
        "family-news",
        "family-reminder-early",
        "family-reminder-day",
        "family-reminder-hour",
        "family-reminder-late",
    ),
    *(f"menu-{name}" for name in MENUS[Ask.START]),
)
"""Sentences that reach a phone, a wall or a lock screen before, or without, anybody knows who reads."""


ASKER = {"who.id", "by.id", "inbound.sender"}
"""To whom a handler writes its answer."""
NAMES_NOBODY_ELSE = {
    "cli-*": "read in a terminal",
    "phone-*": "likewise: who uses a phone, in a list",
    "choice-*": "a button under words",
    "needs-*": "a line of a list that was asked for",
    "invite-*": "an answer to /undang, and its slip",
    "follow-up-*": "an answer to /klien and its buttons",
    "place-done": "an answer to a choice of place",
    "voice-here": "an answer to 🎧 Dengarkan",
    "voice-erased": "likewise",
    "office-transfer-waits": "an answer to /pindah",
    "transfer-waits": "likewise",
    "transfer-check": "likewise",
    "transfer-accepted-by-you": "an answer to the one who accepts",
    "family-*": "for a phone that several share: the name says for whom it is",
    "welcome-agency": "the reader's own agency",
    "agency-week": "likewise",
    "leave-*": "names a colleague, no client; as do all below",
    "handback-thanks": "",
    "instead-told-officer": "",
    "new-supervisors": "",
    "cover-*": "",
    "departed": "",
}
"""Sentences whose first line may name somebody, and why."""


def filled(key: str, locale: str) -> dict[str, Param]:
    """Any parameters of the right kind: what is looked for stands in the sentence."""
    samples = samples_of(locale)
    return {name: samples.get(name, "1") for name in sentences().placeholders(key, locale)}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", READ_BY_ANYBODY)
def test_a_sentence_that_anybody_may_read_gives_nothing_away(key: str, locale: str) -> None:
    said = sentences().render(key, filled(key, locale), locale=locale)
    assert not gives_away(said), said


@cache
def may_come_unasked() -> set[str]:
    """The keys of notices to somebody else than who asked, and those whose reader the code does not tell."""
    keys = sentences().keys("id")
    placed: set[str] = set()
    unasked: set[str] = set()
    for file in sources():
        for use in uses_in(file.read_text("utf-8")):
            placed |= matching(use.pattern, keys)
            if use.kind == "Notice" and use.to not in ASKER:
                unasked |= matching(use.pattern, keys)
    return unasked | (keys - placed)


def names_somebody(key: str, locale: str) -> bool:
    """Whether the first line names another person: whoever is greeted (`$sapa`) reads his own name."""
    params = filled(key, locale)
    if "name" not in params or "sapa" in params:
        return False
    said = sentences().render(key, params | {"name": "Budi"}, locale=locale)
    return "Budi" in said.splitlines()[0]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_line_on_a_lock_screen_names_nobody(locale: str) -> None:
    named = {key for key in may_come_unasked() if names_somebody(key, locale)}
    allowed = {key for key in named if any(fnmatch(key, one) for one in NAMES_NOBODY_ELSE)}
    assert named - allowed == set()


def test_a_notice_to_somebody_who_did_not_ask_is_seen() -> None:
    assert {"call-card", "contest-card", "message-new", "place-told-site", "card"} <= may_come_unasked()
    assert "contest-upheld" not in may_come_unasked()


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Besok Andi Saputra ikut.", ["Andi Saputra"], id="the whole name"),
        pytest.param("besok ANDI  saputra-nya ikut", ["ANDI  saputra-nya"], id="with an ending"),
        pytest.param("Muh. Andi, saputra", ["Muh. Andi, saputra"], id="its parts, however written"),
        pytest.param("Andi dan Siti ikut", ["Andi"], id="a first name alone"),
        pytest.param("Muh Andi, lalu Rahmawati", ["Muh Andi", "Rahmawati"], id="two people"),
        pytest.param("Andika ikut", [], id="another name"),
        pytest.param("Rahmawati ikut", ["Rahmawati"], id="a name that is one word"),
        pytest.param("K-02 kumpul pukul 8", [], id="a code"),
    ],
)
def test_a_secret_name_is_found_in_a_text(text: str, found: list[str]) -> None:
    assert names_in(text, ["Muh Andi Saputra", "Rahmawati", "K-02"]) == found
