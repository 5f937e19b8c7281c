"""What a form would change beyond its own lines, said on the card before *Simpan*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import consents
from bot.domain.cases import OPEN_STATES, OVER_STATES
from bot.domain.forms import Answers, FormKind
from bot.domain.law import check_person
from bot.domain.messages import Line, Param, Refused
from bot.imports.cells import Row
from bot.imports.record_cells import Record
from bot.orders import order_of
from bot.storage import queries, record_queries
from bot.storage.models import Person


async def warnings(
    session: AsyncSession, who: Person, kind: FormKind, record: Record | None, before: Answers, after: Answers
) -> list[Line]:
    """A guardian who is replaced with the consent that ends, and a running case that is not for a child."""
    if kind is FormKind.PERSON and after.get("peran") == "wali":
        old = set(Row(before).codes("wali_dari"))
        codes = [one for one in Row(after).codes("wali_dari") if one not in old]
        return [line for code in codes for line in await _replaced(session, who, code, after.get("kode", ""))]
    if kind is FormKind.CASE and after.get("wali") and after.get("wali") != before.get("wali", ""):
        return await _replaced(session, who, after.get("klien", ""), after["wali"])
    if kind is FormKind.PERSON and isinstance(record, Person):
        becomes_child = after.get("peran") == "anak" and before.get("peran") != "anak"
        return await _outside(session, record) if becomes_child else []
    return []


async def _replaced(session: AsyncSession, who: Person, child_code: str, guardian_code: str) -> list[Line]:
    child = await queries.person_by_code(session, who.office_id, child_code)
    if child is None:
        return []
    lines = []
    for guardian in await _guardians(session, child):
        if guardian.code.casefold() != guardian_code.casefold():
            given = await consents.has_agreed(session, child, guardian)
            about: dict[str, Param] = {"code": child.code, "old": guardian.code}
            key = "register-warn-guardian-consent" if given else "register-warn-guardian"
            lines.append(Line(key, about))
    return lines


async def _guardians(session: AsyncSession, child: Person) -> Sequence[Person]:
    cases = await record_queries.cases_about(session, child)
    ids = {case.guardian_id for case in cases if case.state not in OVER_STATES and case.guardian_id}
    return [await session.get_one(Person, one) for one in sorted(ids)]


async def _outside(session: AsyncSession, client: Person) -> list[Line]:
    """A correction of the person is believed, as at an import: the case goes on until people decide."""
    lines = []
    for case in await record_queries.cases_about(session, client):
        if case.client_id != client.id or case.state not in OPEN_STATES:
            continue
        try:
            check_person(replace(order_of(case, client), child=True))
        except Refused as no:
            lines += [Line("register-warn-case", {"number": case.number}), Line(no.key, no.params)]
    return lines
