"""What the sender of a workbook may say in a row: the same as in the chat, by the table of rights."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot.domain import entering
from bot.domain.entering import Matter, Tie
from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.imports import entitled
from bot.imports.cells import CellProblem, Row
from bot.imports.columns import CASES, DAYS, PEOPLE, SITES, RoleWord
from bot.imports.day_rows import says_nothing_new
from bot.imports.known import Known
from bot.storage.models import Case, Person, Placement, Site


async def check_rights(known: Known, sheet: str, row: Row) -> None:
    """Raises CellProblem for what is not this importer's to say; a terminal and an operator may say all."""
    if known.by is not None and known.by.role is not Role.OPERATOR:
        await CHECKS[sheet](known, known.by, row)


async def _site(known: Known, who: Person, row: Row) -> None:
    site = known.get(Site, row.needed("kode"))
    if site is None and not entering.may_enter(who.role, Matter.SITE):
        raise CellProblem("kode", "import-for-operator")
    if site is not None:
        await _check(known, who, site, "kode")


async def _day(known: Known, who: Person, row: Row) -> None:
    """The holidays that stand in every empty workbook are nothing to refuse."""
    if not entering.may_enter(who.role, Matter.DAY) and not says_nothing_new(row):
        raise CellProblem("tanggal", "import-for-operator")


async def _person(known: Known, who: Person, row: Row) -> None:
    person = known.get(Person, row.needed("kode"))
    if person is not None:
        await _check(known, who, person, "kode")
    word = row.one_of("peran", RoleWord)
    if word is not None and not entitled.may_give(who, word):
        raise CellProblem("peran", "import-person-for-operator")
    for code in row.codes("wali_dari"):
        if (child := known.get(Person, code)) is not None:
            await _check_guardian(known, who, child)


async def _check_guardian(known: Known, who: Person, child: Person) -> None:
    try:
        await entitled.check_guardian(known.session, who, child, known.now)
    except Refused:
        raise CellProblem("wali_dari", "import-client-of-another") from None


async def _case(known: Known, who: Person, row: Row) -> None:
    """A new case is its importer's own; one that stands keeps its officer."""
    case = known.get(Case, row.needed("nomor"))
    if case is not None:
        await _check(known, who, case, "nomor")
    keeper = who.id if case is None else case.officer_id or who.id
    officer = await known.session.get_one(Person, keeper)
    code = row.text("pk")
    if (code is None and (case is None or row.clears("pk"))) or (code and not _is(known, code, officer)):
        raise CellProblem("pk", "import-only-own-cases", code=officer.code)
    if (client := known.get(Person, row.text("klien") or "")) is not None:
        await _check(known, who, client, "klien")


def _is(known: Known, code: str, officer: Person) -> bool:
    named = known.get(Person, code)
    return named is not None and named.id == officer.id


async def _placement(known: Known, who: Person, row: Row) -> None:
    placement = known.get(Placement, row.needed("kode"))
    if placement is not None:
        await _check(known, who, placement, "kode")
    if (case := known.get(Case, row.text("perkara") or "")) is not None:
        await _check(known, who, case, "perkara")


async def _check(known: Known, who: Person, record: entitled.Record, column: str) -> None:
    """Of a case that another Bapas goes on with, whoever takes the row says so."""
    matter, tie = entitled.matter(record), await entitled.tie_to(known.session, who, record, known.now)
    if entering.may_correct(who.role, matter, tie) or (tie is Tie.GONE and matter in OF_CASES):
        return
    refused = entitled.refusal(record)
    raise CellProblem(column, NOT_HIS.get(matter, refused.key), **refused.params)


OF_CASES = frozenset({Matter.CASE, Matter.PLACEMENT})
NOT_HIS: Mapping[Matter, str] = {
    Matter.STAFF: "import-person-for-operator",
    **dict.fromkeys((Matter.CLIENT, Matter.CHILD, Matter.GUARDIAN), "import-client-of-another"),
    **dict.fromkeys(OF_CASES, "import-case-of-another"),
}
CHECKS: Mapping[str, Callable[[Known, Person, Row], Awaitable[None]]] = {
    SITES: _site,
    PEOPLE: _person,
    CASES: _case,
    "penempatan": _placement,
    DAYS: _day,
}
