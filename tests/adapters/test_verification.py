"""The public page of letters over real HTTP: what it says, what it does not, and how often."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import httpx
import pytest
import structlog
import uvicorn
from prometheus_client import CollectorRegistry

from bot.app import _listening
from bot.domain.cases import CaseState, Programme
from bot.domain.letters import SIGNS, grouped
from bot.domain.people import Role
from bot.domain.visits import EACH
from bot.storage.database import Database
from bot.storage.letters import Letter
from bot.storage.models import Case, Office, Person
from bot.verification import letter_route
from bot.web import web_app
from tests.harness import sentences

VALID, REVOKED, UNKNOWN, NO_HOURS = ("0D4K7RWX9CFG1V58", "1D4K7RWX9CFG1V58", "2" * 16, "3D4K7RWX9CFG1V58")
AT = datetime(2026, 4, 23, 4, tzinfo=UTC)
PRIVATE = ("Budi", "K-01", "1/SKS", "W-1/Pid.B", "kerja sosial", "2026")


@dataclass
class Page:
    """The page, and the seconds that it counts by."""

    http: httpx.AsyncClient
    seconds: list[float] = field(default_factory=lambda: [0.0])

    async def shows(self, path: str, **headers: str) -> httpx.Response:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.http.get(path, headers=sent)


@pytest.fixture
async def page(database: Database) -> AsyncIterator[Page]:
    async with database.transaction() as session:
        office = Office(code="BPS", name="Bapas <Contoh>", zone="Asia/Makassar", contact="0411")
        session.add(office)
        await session.flush()
        client = Person(office_id=office.id, code="K-01", name="Budi (contoh)", role=Role.CLIENT)
        session.add(client)
        await session.flush()
        case = Case(
            office_id=office.id,
            number="K-01/2026",
            client_id=client.id,
            programme=Programme.COMMUNITY_WORK,
            ruling_number="W-1/Pid.B/2026",
            state=CaseState.COMPLETED,
        )
        session.add(case)
        await session.flush()
        for count, (code, total) in enumerate(((VALID, 2520), (REVOKED, 2520), (NO_HOURS, None)), 1):
            session.add(
                Letter(
                    office_id=office.id,
                    case_id=case.id,
                    year=2026,
                    count=count,
                    number=f"{count}/SKS/BPS/2026",
                    code=code,
                    minutes=2520 if total else 0,
                    total_minutes=total,
                    from_on=date(2026, 3, 2),
                    until_on=date(2026, 4, 23),
                    issued_at=AT,
                    revoked_at=AT if code == REVOKED else None,
                )
            )
    seconds = [0.0]
    app = web_app(_ready, CollectorRegistry(), letter_route(database, sentences(), lambda: seconds[0]))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    async with (
        _listening(app, "127.0.0.1", port),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as http,
    ):
        yield Page(http, seconds)


async def _ready() -> dict[str, bool]:
    return {}


def said(answer: httpx.Response) -> str:
    """What a reader sees of a page."""
    body = re.sub(r"(?s)<(style|head)>.*?</\1>", "", answer.text)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


async def test_a_letter_that_holds_shows_hours_and_office_and_nothing_else(page: Page) -> None:
    answer = await page.shows(f"/surat/{VALID}")
    assert answer.status_code == 200
    for word in ("Surat ini berlaku", "42 jam", "Bapas &lt;Contoh&gt;"):
        assert word in said(answer), word
    assert not [word for word in PRIVATE if word in answer.text]
    assert VALID not in answer.text


async def test_a_duty_without_hours_shows_the_office_alone(page: Page) -> None:
    shown = said(await page.shows(f"/surat/{NO_HOURS}"))
    assert "Surat ini berlaku" in shown
    assert "dijalani" not in shown


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (REVOKED, "Surat ini tidak berlaku lagi"),
        (UNKNOWN, "Tidak berlaku"),
        (VALID[:-1] + "9", "Tidak berlaku"),
        ("surat", "Kode belum terbaca"),
        (VALID + "7", "Kode belum terbaca"),
        ("%3Cscript%3Ealert(1)%3C/script%3E", "Kode belum terbaca"),
        ("%00%ff' OR 1=1 --", "Kode belum terbaca"),
    ],
    ids=["revoked", "unknown", "one sign off", "a word", "too long", "script", "quotes"],
)
async def test_any_other_code_is_answered_alike_and_shows_neither(
    page: Page, code: str, sentence: str
) -> None:
    answer = await page.shows(f"/surat/{code}")
    assert answer.status_code == 200
    assert sentence in said(answer)
    assert not [word for word in ("Bapas", "dijalani", "42", *PRIVATE) if word in said(answer)]
    assert "<script" not in answer.text
    assert answer.headers.keys() == (await page.shows(f"/surat/{VALID}")).headers.keys()


@pytest.mark.parametrize(
    "path",
    [
        f"/surat/{VALID}/",
        f"/surat/{grouped(VALID).lower()}",
        "/surat/OD4K-7RWX-9CFG-LU58",
        f"/surat?kode={grouped(VALID)}",
        f"/surat/?kode=+{VALID.lower()}+",
        "/surat?kode=od4k%207rwx%209cfg%20iv5b",
    ],
)
async def test_a_code_is_understood_however_it_is_typed(page: Page, path: str) -> None:
    assert "Surat ini berlaku" in said(await page.shows(path))


@pytest.mark.parametrize("path", ["/surat", "/surat/", "/surat?kode=", "/surat?other=1"])
async def test_without_a_code_it_asks_for_one(page: Page, path: str) -> None:
    answer = await page.shows(path)
    assert (answer.status_code, 'name="kode"' in answer.text) == (200, True)
    assert "berlaku" not in said(answer)


@pytest.mark.parametrize(
    "path", ["/surat", "/surat/", f"/surat/{UNKNOWN}", f"/surat/{UNKNOWN}/", f"/surat/{VALID}"]
)
async def test_the_way_back_leads_to_the_field_behind_any_proxy(page: Page, path: str) -> None:
    """Relative, for a proxy may have put a folder before it."""
    answer = await page.shows(path)
    (target,) = re.findall(r'(?:action|href)="([^"]*)"', answer.text)
    assert httpx.URL("https://contoh.go.id/hadir" + path).join(target).path == "/hadir/surat"


async def test_a_browser_that_reads_another_language_is_answered_in_it(page: Page) -> None:
    for accepted, sentence, locale in (
        ("en-GB,en;q=0.9,id;q=0.8", "This letter is valid", "en"),
        ("fr,de;q=0.5", "Surat ini berlaku", "id"),
        ("fr, en;q=0.5", "This letter is valid", "en"),
        ("", "Surat ini berlaku", "id"),
    ):
        answer = await page.shows(f"/surat/{VALID}", accept_language=accepted)
        assert (sentence in said(answer), answer.headers["content-language"]) == (True, locale)


async def test_nothing_is_kept_or_passed_on(page: Page) -> None:
    answer = await page.shows(f"/surat/{VALID}")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert {name: answer.headers[name] for name in ("referrer-policy", "cache-control", "x-robots-tag")} == {
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
        "x-robots-tag": "noindex, nofollow",
    }
    assert "set-cookie" not in answer.headers
    assert "<script" not in answer.text


async def test_head_is_answered_like_get_and_nothing_else_is_taken(page: Page) -> None:
    head = await page.http.head(f"/surat/{VALID}")
    assert (head.status_code, head.content) == (200, b"")
    assert (await page.http.post(f"/surat/{VALID}")).status_code == 405


async def test_who_guesses_is_told_to_wait_and_others_are_served(page: Page) -> None:
    def guess(number: int) -> str:
        return f"/surat/{SIGNS[number % len(SIGNS)] * 16}"

    first = [await page.shows(guess(number), x_forwarded_for="203.0.113.7") for number in range(EACH)]
    assert {one.status_code for one in first} == {200}
    refused = await page.shows(f"/surat/{VALID}", x_forwarded_for="203.0.113.7")
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "60")
    assert "Coba lagi 60 detik lagi" in said(refused)
    assert "Bapas" not in said(refused)
    assert (await page.shows("/surat", x_forwarded_for="203.0.113.7")).status_code == 200
    other = await page.shows(f"/surat/{VALID}", x_forwarded_for="203.0.113.8")
    assert "Surat ini berlaku" in said(other)
    page.seconds[0] = 60
    assert (await page.shows(f"/surat/{VALID}", x_forwarded_for="203.0.113.7")).status_code == 200


async def test_what_a_guesser_writes_before_the_proxy_does_not_hide_him(page: Page) -> None:
    """The last address that is no proxy's counts: the proxy has added it."""
    answers = [
        await page.shows(f"/surat/{UNKNOWN}", x_forwarded_for=f"10.0.0.{number}, 203.0.113.7")
        for number in range(EACH + 1)
    ]
    assert [one.status_code for one in answers] == [200] * EACH + [429]


async def test_only_a_proxy_on_this_machine_says_who_asks() -> None:
    """Anybody else who says so is not believed: uvicorn trusts the addresses that it was given."""
    config = uvicorn.Config("app", log_config=None)
    assert config.proxy_headers
    assert config.forwarded_allow_ips == "127.0.0.1,::1"


async def test_no_code_is_logged(page: Page, capfd: pytest.CaptureFixture[str]) -> None:
    with structlog.testing.capture_logs() as logged:
        for code in (VALID, REVOKED, UNKNOWN):
            await page.shows(f"/surat/{code}")
    written = str(logged) + "".join(capfd.readouterr())
    assert not [code for code in (VALID, REVOKED, UNKNOWN) if code in written]


async def test_a_database_that_is_away_is_said_without_a_verdict(tmp_path: Path) -> None:
    away = Database(f"sqlite+aiosqlite:///{tmp_path / 'nowhere' / 'hadir.db'}")
    door = httpx.ASGITransport(web_app(_ready, CollectorRegistry(), letter_route(away, sentences())))
    async with httpx.AsyncClient(transport=door, base_url="http://hadir") as http:
        answer = await http.get(f"/surat/{VALID}")
    await away.close()
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
    assert "berlaku" not in said(answer)


async def test_many_at_once_are_bounded(page: Page) -> None:
    answers = await asyncio.gather(*(page.shows(f"/surat/{UNKNOWN}") for _ in range(EACH * 2)))
    codes = [one.status_code for one in answers]
    assert (codes.count(200), codes.count(429)) == (EACH, EACH)
