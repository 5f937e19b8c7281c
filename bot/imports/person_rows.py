"""Takes rows of the sheet `orang`: people and their roles, and which child a guardian answers for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlmodel import col, select

from bot import consents, lifecycle, registry
from bot.domain.births import check_birth, is_child
from bot.domain.cases import OVER_STATES, local_day
from bot.domain.identity import spelled_number
from bot.domain.people import Honorific, Role
from bot.imports.cells import CellProblem, Row
from bot.imports.columns import RoleWord
from bot.imports.fields import Field, change, complete, read
from bot.imports.known import Known
from bot.imports.safeguards import check_pin, check_role
from bot.storage.models import Case, Person
from bot.texts import languages


def _language(row: Row, column: str) -> str | None:
    name = row.text(column)
    known = languages()
    if name is not None and name.casefold() not in known:
        raise CellProblem(column, "import-language-unknown", allowed=", ".join(known))
    return name and name.casefold()


def _phone(row: Row, column: str) -> str | None:
    text = row.text(column)
    number = spelled_number(text) if text else None
    if text and number is None:
        raise CellProblem(column, "import-not-a-phone")
    return number


PERSON = (
    Field("name", "nama", required=True),
    Field("honorific", "sapaan", partial(Row.one_of, closed_set=Honorific)),
    Field("phone", "telepon", _phone),
    Field("born_on", "tanggal_lahir", Row.day),
    Field("locale", "bahasa", _language),
    Field("home_latitude", "rumah_lintang", Row.number),
    Field("home_longitude", "rumah_bujur", Row.number),
)
HOME = {"home_latitude": "rumah_lintang", "home_longitude": "rumah_bujur"}


async def take_person(known: Known, row: Row) -> None:
    """A row of `orang`; `anak` is a client whose name stays secret.

    That somebody is a child is believed whatever cases there are, be it said by role or birth date, for
    secrecy comes first. A case whose programme is not for a child goes on until people decide; importer
    (`notes`) and officer hear of it.
    """
    code = row.needed("kode")
    if (instead := known.merged.get(code.lower())) is not None:
        raise CellProblem("kode", "import-code-merged", code=code, into=instead.code)
    values = read(row, Person, PERSON, {})
    check_pin(values, HOME)
    if values.get("born_on"):
        check_birth(values["born_on"], local_day(known.now, known.office.zone))
    word = row.one_of("peran", RoleWord)
    if word is not None:
        values["role"] = Role.CLIENT if word is RoleWord.CHILD else Role[word.name]
        values["child"] = word is RoleWord.CHILD
    person = known.get(Person, code)
    if await _child_by_age(known, person, values):
        values["child"] = True
    if person is None:
        if word is None:
            raise CellProblem("peran", "import-cell-empty")
        new = Person(office_id=known.office.id, code=code, **complete(values, PERSON, {}))
        known.add(await registry.register_person(known.session, new, now=known.now, actor_id=known.actor_id))
        return
    await check_role(known.session, person, values)
    if _named_by_code(person, values):
        del values["name"]
    if changes := change(person, values):
        await registry.settle_role(known.session, person, now=known.now)
        await registry.note_change(known.session, person, changes, now=known.now, actor_id=known.actor_id)
        known.plans_outdated |= "child" in changes


async def _child_by_age(known: Known, person: Person | None, values: Mapping[str, Any]) -> bool:
    """Today; and where the date is another than before, on the day of a ruling, which nobody enters for a
    child in a case for grown-ups."""
    role = values.get("role", person and person.role)
    born_on = values.get("born_on", person and person.born_on)
    if role is not Role.CLIENT or born_on is None:
        return False
    days = [local_day(known.now, known.office.zone)]
    if person is not None and born_on != person.born_on:
        query = select(col(Case.ruling_on)).where(col(Case.client_id) == person.id)
        days += [day for day in (await known.session.exec(query)).all() if day]
    return is_child(born_on, days)


def _named_by_code(person: Person, values: Mapping[str, Any]) -> bool:
    """Whether the row gives a child's or a guardian's code as the name, as a filled workbook does: the real
    name, which no workbook shows, stays."""
    same = str(values.get("name", "")).casefold() == person.code.casefold()
    return same and (person.child or person.role is Role.GUARDIAN or bool(values.get("child")))


async def take_guardian(known: Known, row: Row) -> None:
    """The `wali_dari` of a row of `orang`, once people and cases are known: guardian of all open cases of
    these children. A guardian is replaced, never removed: without one a child's case cannot go on."""
    if row.clears("wali_dari"):
        raise CellProblem("wali_dari", "import-cannot-clear")
    guardian = known.person(row.needed("kode"), "peran", Role.GUARDIAN, "import-not-a-guardian")
    children = [known.person(code, "wali_dari", Role.CLIENT) for code in row.codes("wali_dari")]
    query = select(Case).where(
        Case.office_id == known.office.id, col(Case.client_id).in_([child.id for child in children])
    )
    locked = query.order_by(col(Case.id)).with_for_update(key_share=True)
    cases = (await known.session.exec(locked)).all()
    for child in children:
        if child.id not in {case.client_id for case in cases}:
            raise CellProblem("wali_dari", "import-child-without-case", code=child.code)
    before: dict[int, set[int]] = {child.id: set() for child in children}
    for case in cases:
        old = case.guardian_id
        if case.state not in OVER_STATES and change(case, {"guardian_id": guardian.id}):
            before[case.client_id] |= {old} if old is not None else set()
            await lifecycle.correct_case(known.session, case, actor_id=known.actor_id, now=known.now)
    for child in children:
        await consents.replaced(
            known.session, child, before[child.id], guardian, actor_id=known.actor_id, now=known.now
        )
