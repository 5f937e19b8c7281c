"""Each long list of the chat with nobody, one, 75 and 250: it fits the messenger, every entry can be reached,
and a button of a page that is gone still leads somewhere."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Any, TypeVar

import pytest
from sqlmodel import SQLModel, col, delete, select, update

from bot.domain.cases import CaseState
from bot.domain.checkins import AttendanceState
from bot.domain.contests import ContestAbout, ContestState
from bot.domain.excuse_requests import ExcuseReason, RequestState
from bot.domain.help_calls import HelpKind, HelpState
from bot.domain.leaves import LeaveState
from bot.domain.people import Role
from bot.domain.threads import Side
from bot.domain.transfers import TransferState
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.help_calls import HelpCall
from bot.storage.leaves import Leave
from bot.storage.models import Attendance, Case, Contest, Person, Placement, Site, WorkSession
from bot.storage.threads import ThreadMessage
from bot.storage.transfers import Transfer
from tests.conversations.conftest import Cast
from tests.conversations.test_long_lists import fit
from tests.harness import ZONE, World, at

Row = TypeVar("Row", bound=SQLModel)
SIZES = [0, 1, 75, 250]
NEW = {"id", "number", "client_id", "look_at"}
LONG_AGO = at(6, 9)
DAY = date(2026, 4, 15)


class Crowd:
    """An office in which there is so much of everything, entered directly."""

    def __init__(self, world: World, cast: Cast, size: int) -> None:
        self.world, self.cast, self.size = world, cast, size
        self.all: dict[str, Any] = {"office_id": cast.office.id}

    async def enter(self) -> None:
        self.head = await self.world.person(self.cast.office, "KB-01", Role.HEAD)
        self.operator = await self.world.person(self.cast.office, "OP-01", Role.OPERATOR)
        self.prosecutor = await self.world.person(self.cast.office, "J-01", Role.PROSECUTOR)
        agency = "Dinas Lingkungan (contoh)"
        self.agency = await self.world.person(self.cast.office, "DN-01", Role.AGENCY, name=agency)
        clients = await self._people(Role.CLIENT, "M")
        officers = await self._people(Role.OFFICER, "PM")
        full = await self._people(Role.CLIENT, "S")
        ours: dict[str, Any] = {"officer_id": self.cast.officer.id, "prosecutor_id": self.prosecutor.id}
        guided = await self._cases(clients, [ours] * self.size)
        closing = {"state": CaseState.AWAITING_CLOSING, "closing_outcome": CaseState.COMPLETED}
        theirs = await self._cases(full, [closing | {"officer_id": one.id} for one in officers])
        sites = [
            Site(**self.all, code=f"S-{n:03}", name=_site(n), agency=agency, zone=ZONE)
            for n in self._numbers()
        ]
        await self._add(sites)
        await self._waiting(guided, theirs)
        await self._away(officers)
        await self._offered(full, officers)
        await self._planned(guided, sites)

    def _numbers(self) -> range:
        return range(1, self.size + 1)

    async def _people(self, role: Role, code: str) -> list[Person]:
        people = [
            Person(**self.all, code=f"{code}-{n:03}", name=_name(n), role=role) for n in self._numbers()
        ]
        return await self._add(people)

    async def _cases(self, people: list[Person], fields: list[dict[str, Any]]) -> list[Case]:
        like = self.cast.case.model_dump(
            exclude={"id", "number", "client_id", "look_at", *set().union(*fields)}
        )
        rows = zip(people, fields, strict=True)
        cases = [Case(**like, number=f"{who.code}/2026", client_id=who.id, **more) for who, more in rows]
        return await self._add(cases)

    async def _waiting(self, guided: list[Case], theirs: list[Case]) -> None:
        """Contests, excuses, messages and calls that nobody has answered for two weeks."""
        contest: dict[str, Any] = {"about": ContestAbout.UNRECORDED, "site_id": self.cast.site.id, "day": DAY}
        contest |= {"state": ContestState.OPEN, "words": "saya kerja", "filed_at": LONG_AGO, "answer_by": DAY}
        contest |= {"claims_start": LONG_AGO, "claims_finish": LONG_AGO + timedelta(hours=3)}
        rows = [(one, False) for one in (*guided, *theirs)] + [(one, True) for one in guided]
        await self._add([Contest(**self.all, **contest, case_id=one.id, by_head=head) for one, head in rows])
        days: dict[str, Any] = {"first": DAY, "last": DAY, "begun_at": LONG_AGO, "filed_at": LONG_AGO}
        days |= {"state": RequestState.OPEN, "reason": ExcuseReason.SICK}
        about: list[dict[str, Any]] = [
            {"case_id": one.id, "client_id": one.client_id, "office_id": one.office_id} for one in guided
        ]
        await self._add([ExcuseRequest(**one, **days, filed_by=one["client_id"]) for one in about])
        call: dict[str, Any] = {"kind": HelpKind.OTHER, "state": HelpState.OPEN, "begun_at": LONG_AGO}
        await self._add([HelpCall(**one, **call, called_at=LONG_AGO) for one in about])
        said: dict[str, Any] = {"side": Side.CLIENT, "words": "halo", "written_at": LONG_AGO}
        said |= {"sent_at": LONG_AGO}
        await self._add([ThreadMessage(**one, **said, author_id=one["client_id"]) for one in about])

    async def _away(self, officers: list[Person]) -> None:
        leave: dict[str, Any] = {"first": date(2026, 4, 27), "last": date(2026, 4, 28), "asked_at": LONG_AGO}
        leave |= {"state": LeaveState.ACCEPTED, "stand_in_id": self.cast.officer.id, "asked_by": self.head.id}
        await self._add([Leave(**self.all, **leave, person_id=one.id) for one in officers])

    async def _offered(self, clients: list[Person], officers: list[Person]) -> None:
        """Each officer offers his client to ours."""
        offer: dict[str, Any] = {"to_id": self.cast.officer.id, "state": TransferState.OFFERED}
        offer |= {"asked_at": LONG_AGO}
        rows = zip(clients, officers, strict=True)
        await self._add(
            [
                Transfer(**self.all, **offer, client_id=who.id, officer_id=by.id, asked_by=by.id)
                for who, by in rows
            ]
        )

    async def _planned(self, cases: list[Case], sites: list[Site]) -> None:
        """Each works at a site of his own, where nobody has said anything for a week."""
        hours: dict[str, Any] = {"weekdays": "3", "starts": time(8), "ends": time(11)}
        hours |= {"from_on": DAY, "until_on": date(2026, 8, 30)}
        rows = list(zip(cases, sites, strict=True))
        placements = [
            Placement(**self.all, **hours, code=f"P-{site.code}", case_id=case.id, site_id=site.id)
            for case, site in rows
        ]
        await self._add(placements)
        when: dict[str, Any] = {"day": DAY, "starts_at": at(15, 8), "ends_at": at(15, 11)}
        sessions = [
            WorkSession(
                **self.all,
                **when,
                case_id=case.id,
                client_id=case.client_id,
                site_id=site.id,
                placement_id=placement.id,
                activity="kebersihan",
            )
            for (case, site), placement in zip(rows, placements, strict=True)
        ]
        await self._add(sessions)

    async def _add(self, rows: list[Row]) -> list[Row]:
        async with self.world.database.transaction() as session:
            session.add_all(rows)
            await session.flush()
        return rows


def _name(number: int) -> str:
    return f"Muhammad Faturrahman Al-Hafidz {number:03}"


def _site(number: int) -> str:
    return f"Kantor Kelurahan Sungguminasa {number:03}"


def numbers(text: str) -> set[int]:
    return {int(one) for one in re.findall(r"(?:Hafidz|Sungguminasa) (\d{3})", text)}


def on_page(page: int, size: int, per_page: int) -> set[int]:
    """Who stands on this page, counted from 0."""
    return set(range(page * per_page + 1, min((page + 1) * per_page, size) + 1))


def walked(size: int, per_page: int) -> list[int]:
    """Every page; of a very long list the first two and the last, for in between nothing differs."""
    pages = list(range(-(-size // per_page)))
    return pages if size <= 75 else [*pages[:2], pages[-1]]


async def told(world: World, reader: Person, since: int) -> str:
    """All that was written to him after that row, with what stands on buttons."""
    sent = [one for one in await world.outbox() if one.external_id == reader.code and one.state == "sent"]
    texts = [one.text for one in await world.letters(reader)]
    rows = [(row, text) for row, text in zip(sent, texts, strict=True) if row.id > since]
    shown = [one[2] for row, _ in rows for one in row.content["choices"]]
    return "\n".join([*(text for _, text in rows), *(str(one) for one in shown)])


@pytest.mark.parametrize("size", SIZES)
async def test_every_list_fits_and_every_entry_is_reached(world: World, cast: Cast, size: int) -> None:
    crowd = Crowd(world, cast, size)
    await crowd.enter()
    for reader, opening, entry, per_page in (
        (crowd.head, "/ringkasan", "head-list:unanswered", 15),
        (crowd.head, "/ringkasan", "head-list:silent", 15),
        (crowd.operator, "/poster", "poster-page", 8),
        (crowd.prosecutor, "/perkara", "prosecuted-page", 8),
        (crowd.agency, "/ringkasan", "", 0),
        (cast.officer, "circular-sites", "circular-sites", 6),
    ):
        before = await world.queued()
        await (world.phone(reader).writes if opening[0] == "/" else world.phone(reader).taps_id)(opening)
        expected, moved = set(range(1, size + 1)), list[int]()
        if entry and size > per_page:
            pages = walked(size, per_page)
            async with world.together():
                for page in pages if entry.startswith("head-list") else pages[1:]:
                    await world.phone(reader).taps_id(f"{entry}:p{page}")
            expected = set().union(*(on_page(page, size, per_page) for page in pages))
            moved = pages[-1:] if size > 75 else []  # one of ours may stand before them
        missing = expected - numbers(await told(world, reader, before))
        assert len(missing) <= len(moved), (entry or opening, missing)

    for reader, opening, entries, per_page in (
        (cast.officer, "/perlu", ("calls", "offers"), 5),
        (cast.officer, "", ("writers",), 6),
        (crowd.head, "/perlu", ("contests", "closings", "calls"), 5),
        (crowd.head, "/cuti", ("leave-page",), 6),
    ):
        if opening:
            await world.phone(reader).writes(opening)
        last = max(-(-size // per_page) - 1, 0)
        for entry in entries if size else ():
            for page in {0, min(1, last), last}:
                before = await world.queued()
                word = entry if entry == "leave-page" else f"decisions:{entry}"
                await world.phone(reader).taps_id(f"{word}:p{page}")
                shown = numbers(await told(world, reader, before))
                assert shown == on_page(page, size, per_page), (entry, page)
    for reader, said in (
        (cast.officer, "/klien hafidz"),
        (cast.officer, "/undang"),
        (crowd.operator, "/undang hafidz"),
        (crowd.head, "/klien hafidz"),
        (cast.officer, "/konfirmasi L1"),
        (cast.supervisor, "/daftar"),
    ):
        await world.phone(reader).writes(said)
    assert fit(world)


async def test_a_reminder_of_many_hours_names_some_and_counts_the_rest(world: World, cast: Cast) -> None:
    work: dict[str, Any] = {"office_id": cast.office.id, "case_id": cast.case.id, "client_id": cast.budi.id}
    work |= {"site_id": cast.site.id, "day": date(2026, 4, 19), "state": AttendanceState.WAITING}
    work |= {"started_at": at(19, 8), "finished_at": at(19, 11), "chase_at": at(20, 13)}
    async with world.database.transaction() as session:
        session.add_all([Attendance(**work) for _ in range(250)])
    await world.passes(at(20, 13))

    (asked,) = [one for one in await world.letters(cast.supervisor) if one.key == "chase-supervisor"]
    assert "242" in asked.text
    assert fit(world)


GONE = {
    "decisions:writers": "decisions-none",
    "head-list:unanswered": "head-list-empty",
    "leave-page": "leave-head-usage",
    "prosecuted-page": "prosecuted-none",
}


async def test_an_old_page_answers_when_its_list_is_shorter_or_gone(world: World, cast: Cast) -> None:
    crowd = Crowd(world, cast, 75)
    await crowd.enter()
    for reader, entry in (
        (crowd.head, "head-list:silent"),
        (crowd.operator, "poster-page"),
        (crowd.prosecutor, "prosecuted-page"),
        (crowd.head, "decisions:contests"),
    ):
        before = await world.queued()
        await world.phone(reader).taps_id(f"{entry}:p99")
        assert 75 in numbers(await told(world, reader, before)), entry
    assert "needs-heading" not in await world.keys(cast.officer)
    await world.phone(cast.officer).taps_id("decisions:excuses:p1")
    assert (await world.letter(cast.officer, "needs-heading")).text.startswith("🔎")
    async with world.database.transaction() as session:
        for table in (Contest, ExcuseRequest, ThreadMessage, HelpCall, Leave):
            await session.exec(delete(table))
        await session.exec(update(Case).values(prosecutor_id=None))
    for entry, key in GONE.items():
        by_entry = {"head-list:unanswered": crowd.head, "leave-page": crowd.head}
        reader = by_entry.get(entry, crowd.prosecutor if entry == "prosecuted-page" else cast.officer)
        await world.phone(reader).taps_id(f"{entry}:p3")
        assert (await world.last(reader)).key == key, entry
    async with world.database.reading() as session:
        assert not (await session.exec(select(Contest).where(col(Contest.id) > 0))).all()
