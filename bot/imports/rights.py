"""What an officer may bring in by workbook: his own clients. Staff, sites and calendar are for operators."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from sqlmodel import or_, select

from bot.domain.cases import OVER_STATES
from bot.domain.people import Role
from bot.imports.cells import CellProblem, Row
from bot.imports.columns import CASES, DAYS, PEOPLE, RoleWord
from bot.imports.day_rows import says_nothing_new
from bot.imports.known import Known
from bot.storage.models import Case, Person, Placement

OWN_WORDS = frozenset({RoleWord.CLIENT, RoleWord.CHILD, RoleWord.GUARDIAN})
OWN_ROLES = frozenset({Role.CLIENT, Role.GUARDIAN})


async def check_rights(known: Known, sheet: str, row: Row) -> None:
    """Raises CellProblem for what is not this importer's to say; a terminal and an operator may say all."""
    if known.by is not None and known.by.role is not Role.OPERATOR:
        await CHECKS[sheet](known, known.by, row)


async def _site(known: Known, officer: Person, row: Row) -> None:
    raise CellProblem("kode", "import-for-operator")


async def _day(known: Known, officer: Person, row: Row) -> None:
    """The holidays that stand in every empty workbook are nothing to refuse."""
    if not says_nothing_new(row):
        raise CellProblem("tanggal", "import-for-operator")


async def _person(known: Known, officer: Person, row: Row) -> None:
    person = known.get(Person, row.needed("kode"))
    if person is not None and person.role not in OWN_ROLES:
        raise CellProblem("kode", "import-person-for-operator")
    word = row.one_of("peran", RoleWord)
    if word is not None and word not in OWN_WORDS:
        raise CellProblem("peran", "import-person-for-operator")
    await _check_theirs(known, officer, person, "kode")
    for code in row.codes("wali_dari"):
        await _check_theirs(known, officer, known.get(Person, code), "wali_dari")


async def _case(known: Known, officer: Person, row: Row) -> None:
    """His own case stays his; a new one is his from the start."""
    case = known.get(Case, row.needed("nomor"))
    if case is not None and case.officer_id != officer.id:
        raise CellProblem("nomor", "import-case-of-another")
    code = row.text("pk")
    if (code is None and (case is None or row.clears("pk"))) or (code and not _is(known, code, officer)):
        raise CellProblem("pk", "import-only-own-cases", code=officer.code)
    if (client := row.text("klien")) is not None:
        await _check_theirs(known, officer, known.get(Person, client), "klien")


def _is(known: Known, code: str, officer: Person) -> bool:
    named = known.get(Person, code)
    return named is not None and named.id == officer.id


async def _placement(known: Known, officer: Person, row: Row) -> None:
    placement = known.get(Placement, row.needed("kode"))
    if placement is not None:
        theirs = await known.session.get_one(Case, placement.case_id)
        if theirs.officer_id != officer.id:
            raise CellProblem("kode", "import-case-of-another")
    case = known.get(Case, row.text("perkara") or "")
    if case is not None and case.officer_id != officer.id:
        raise CellProblem("perkara", "import-case-of-another")


async def _check_theirs(known: Known, officer: Person, person: Person | None, column: str) -> None:
    """Somebody is an officer's while all of his open cases are, and one of all; or who has no case yet."""
    if person is None:
        return
    query = select(Case.officer_id, Case.state).where(
        Case.office_id == known.office.id,
        or_(Case.client_id == person.id, Case.guardian_id == person.id),
    )
    cases = (await known.session.exec(query)).all()
    open_ones = {guide for guide, state in cases if state not in OVER_STATES}
    if open_ones - {officer.id} or (cases and officer.id not in {guide for guide, _ in cases}):
        raise CellProblem(column, "import-client-of-another")


CHECKS: Mapping[str, Callable[[Known, Person, Row], Awaitable[None]]] = {
    "lokasi": _site,
    PEOPLE: _person,
    CASES: _case,
    "penempatan": _placement,
    DAYS: _day,
}
