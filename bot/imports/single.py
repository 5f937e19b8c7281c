"""Takes one record that somebody enters in the chat: a workbook of one row, read by the same readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.births import check_birth
from bot.domain.days import names_year, read_day
from bot.domain.forms import (
    LONGEST_ANSWER,
    LONGEST_CODE,
    NAMED_BY,
    PIN,
    PREFIXES,
    STEPS,
    Answers,
    Asks,
    FormKind,
    Step,
    free_code,
    settled,
)
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.domain.plans import Plan
from bot.imports import entitled
from bot.imports.case_rows import take_case
from bot.imports.cells import CellProblem, Row
from bot.imports.columns import RoleWord
from bot.imports.hours import point, window
from bot.imports.known import Known
from bot.imports.person_rows import take_guardian, take_person
from bot.imports.placement_rows import take_placement
from bot.imports.record_cells import FIELDS, Record, cell, cells_of
from bot.imports.record_cells import window as window_cell
from bot.imports.site_days import named, take_supervisors
from bot.imports.site_rows import take_site
from bot.planning import plan_all_again, replan
from bot.storage import queries, record_queries
from bot.storage.events import record as append_fact
from bot.storage.models import Case, Person, Placement, Site
from bot.storage.selves import coded

TABLES: Mapping[FormKind, type[Person | Site | Case | Placement]] = {
    FormKind.PERSON: Person,
    FormKind.SITE: Site,
    FormKind.CASE: Case,
    FormKind.PLACEMENT: Placement,
}
TAKES = {
    FormKind.PERSON: take_person,
    FormKind.SITE: take_site,
    FormKind.CASE: take_case,
    FormKind.PLACEMENT: take_placement,
}


NEAR: Mapping[str, timedelta] = {
    "putusan_tanggal": -timedelta(days=182),
    "per_tanggal": -timedelta(days=182),
    "selesai": timedelta(days=182),
}
"""Around when a day without its year is looked for: a ruling's in the past, an end in the year to come."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What was stored, and for a placement what is planned now."""

    record: Record
    plan: Plan | None = None


def read_answer(kind: FormKind, step: Step, text: str, today: date) -> dict[str, str]:
    """An answer in words as its cells, in their usual spelling. Raises CellProblem, with an example."""
    words = " ".join(text.replace("\n", "; " if step.name == "buka" else " ").split())
    if len(words) > (LONGEST_CODE if step.name in ("kode", "nomor") else LONGEST_ANSWER):
        raise CellProblem(step.name, "register-too-long")
    if step.asks is Asks.PIN:
        return _pin(words)
    row = Row({step.name: words})
    if step.name == "peran":
        return {step.name: cell(step.name, row.one_of(step.name, RoleWord))}
    if step.name == "jendela_waktu":
        hours = window(row, step.name)
        return {step.name: window_cell(hours) if hours else ""}
    if step.name == "jam_sudah_diakui":
        return {step.name: cell(step.name, row.minutes(step.name))}
    field = next((field for field in FIELDS[kind] if field.column == step.name), None)
    if step.name == "per_tanggal" or (field is not None and field.read is Row.day):
        return {step.name: cell(step.name, _day(step.name, words, today))}
    if field is None or step.name == "buka":
        if field is not None:
            field.read(row, step.name)
        return {step.name: row.text(step.name) or ""}
    return {step.name: cell(step.name, field.read(row, step.name))}


def _day(column: str, words: str, today: date) -> date | None:
    """A day as a cell is read; in the chat also *besok*, or one whose year was left out and can be known."""
    born = column == "tanggal_lahir"
    near = today if names_year(words) else today + NEAR.get(column, timedelta(0))
    try:
        day = None if born else read_day(words, near)
        day = day or Row({column: words}).day(column)
        if born and day is not None:
            check_birth(day, today)
    except Refused as no:
        raise CellProblem(column, no.key, **no.params) from None
    return day


def pin_cells(latitude: float, longitude: float) -> dict[str, str]:
    """A place as its two cells."""
    return dict(zip(PIN, (cell("", float(latitude)), cell("", float(longitude))), strict=True))


def _pin(words: str) -> dict[str, str]:
    try:
        latitude, longitude = point(words, PIN[0])
    except CellProblem as no:
        key = "register-not-a-place" if no.key == "import-not-corners" else no.key
        raise CellProblem(PIN[0], key) from None
    return pin_cells(latitude, longitude)


def codes_in(step: Step, text: str) -> list[str]:
    """The codes of a step that may name several; supervisors may have a period."""
    row = Row({step.name: text})
    return [one.code for one in named(row, step.name)] if step.name == "pengawas" else row.codes(step.name)


async def record_of(session: AsyncSession, who: Person, kind: FormKind, number: int) -> Record | None:
    """A record of this person's office."""
    if kind is FormKind.PERSON:
        found: object = await queries.person_now(session, number)
    else:
        found = await session.get(TABLES[kind], number)
    assert found is None or isinstance(found, Person | Site | Case | Placement)  # noqa: S101
    return found if found is not None and found.office_id == who.office_id else None


async def check_free(session: AsyncSession, who: Person, kind: FormKind, code: str) -> None:
    """Raises CellProblem for a code or number that is taken: a new record must not change another."""
    found = await record_queries.called(session, who.office_id, code)
    if any(isinstance(one, TABLES[kind]) for one in found):
        raise CellProblem(NAMED_BY[kind], "register-code-taken", code=code)


async def proposed_code(session: AsyncSession, who: Person, kind: FormKind, answers: Answers) -> str:
    """The next free code of a kind, or of a role."""
    match kind:
        case FormKind.PERSON:
            taken = await record_queries.codes(session, who.office_id, Person)
            return free_code(PREFIXES[answers["peran"]], taken)
        case FormKind.SITE:
            return free_code("L", await record_queries.codes(session, who.office_id, Site))
        case _:
            return free_code("P", await record_queries.codes(session, who.office_id, Placement))


async def view_of(
    session: AsyncSession, kind: FormKind, record: Record | None, changes: Answers, now: datetime
) -> tuple[dict[str, str], dict[str, str]]:
    """What stands in the record, and what would after these changes; each without what does not belong."""
    cells = await cells_of(session, kind, record, now) if record is not None else {}
    before, _ = settled(kind, cells)
    after, _ = settled(kind, cells | dict(changes)) if record is not None else settled(kind, changes)
    return before, after


async def save(
    session: AsyncSession,
    who: Person,
    kind: FormKind,
    record: Record | None,
    changes: Answers,
    now: datetime,
) -> Saved:
    """Store a record, as this person. Raises Refused or CellProblem for what cannot be; the caller
    undoes what was written until then."""
    office = await queries.office_of(session, who.office_id)
    known = Known(session, office, now, by=who)
    before, after = await view_of(session, kind, record, changes, now)
    code = after[NAMED_BY[kind]]
    if record is None:
        await check_free(session, who, kind, code)
    else:
        if isinstance(record, Placement):
            await queries.locked_case(session, who.office_id, record.case_id)
        await entitled.check(session, who, record, now)
    await _check(session, who, kind, record, before, after, now)
    cells = _changed(kind, before, after) | {NAMED_BY[kind]: code}
    if kind is FormKind.CASE:
        await _lock_cases_of(session, who, after["klien"])
    await _take(known, kind, cells, after)
    await session.flush()
    if known.plans_outdated:
        await plan_all_again(session, office.id, now=now)
    plans = [await replan(session, case, now=now) for _, case in sorted(known.unplanned.items())]
    stored = record or known.get(TABLES[kind], code)
    assert isinstance(stored, Person | Site | Case | Placement)  # noqa: S101  (it was just taken)
    if isinstance(stored, Placement):
        await _note_placement(session, who, stored, now)
    return Saved(stored, plans[0] if plans else None)


async def _take(known: Known, kind: FormKind, cells: Mapping[str, str], after: Answers) -> None:
    guardian = cells.get("wali", "")
    row = Row({column: text for column, text in cells.items() if column != "wali"})
    await known.read(kind.value, [row])
    await TAKES[kind](known, row)
    await known.session.flush()
    if kind is FormKind.SITE and "pengawas" in cells:
        await take_supervisors(known, row)
    if kind is FormKind.PERSON and "wali_dari" in cells:
        await take_guardian(known, row)
    if kind is FormKind.CASE and guardian:
        row = Row({"kode": guardian, "wali_dari": after["klien"]})
        if row.clears("kode"):
            raise CellProblem("wali", "import-cannot-clear")
        await known.read(FormKind.PERSON.value, [row])
        await take_guardian(known, row)


def _changed(kind: FormKind, before: Answers, after: Answers) -> dict[str, str]:
    """The cells of answers that differ, a place's two together; a dash for those that are emptied."""
    answers = [step.columns for step in STEPS[kind]]
    changed = [
        columns for columns in answers if any(before.get(one, "") != after.get(one, "") for one in columns)
    ]
    return {column: after.get(column) or "-" for columns in changed for column in columns}


async def _check(
    session: AsyncSession,
    who: Person,
    kind: FormKind,
    record: Record | None,
    before: Answers,
    after: Answers,
    now: datetime,
) -> None:
    """Whether what is named is this person's to name. Raises Refused."""
    match kind:
        case FormKind.PERSON:
            if not entitled.may_give(who, after["peran"]):
                raise Refused("register-not-by-officer")
            for code in Row(after).codes("wali_dari"):
                await _check_ward(session, who, code, now)
        case FormKind.CASE:
            client = await queries.person_by_code(session, who.office_id, after["klien"])
            if client is None:
                raise CellProblem("klien", "register-nobody", text=after["klien"])
            await entitled.check(session, who, client, now)
            if record is None:
                entitled.check_opening(who, after.get("pk", ""))
            if after.get("wali", "") != before.get("wali", ""):
                await entitled.check_guardian(session, who, client, now)
        case FormKind.PLACEMENT if record is None:
            for one in await record_queries.called(session, who.office_id, after["perkara"]):
                if isinstance(one, Case):
                    await entitled.check_placing(session, who, one, now)


async def _check_ward(session: AsyncSession, who: Person, code: str, now: datetime) -> None:
    child = await queries.person_by_code(session, who.office_id, code)
    if child is None or not child.child:
        raise CellProblem("wali_dari", "register-nobody", text=code)
    await entitled.check_guardian(session, who, child, now)


async def _lock_cases_of(session: AsyncSession, who: Person, client: str) -> None:
    """A guardian may be set in all of them: locked in the order in which all lock them."""
    query = (
        select(Case)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(Case.office_id == who.office_id, coded(client))
        .order_by(col(Case.id))
    )
    await session.exec(query.with_for_update(of=Case, key_share=True))


async def _note_placement(session: AsyncSession, who: Person, placement: Placement, now: datetime) -> None:
    case = await session.get_one(Case, placement.case_id)
    payload = {
        "placement": placement.id,
        "site": placement.site_id,
        "weekdays": placement.weekdays,
        "starts": placement.starts.isoformat(),
        "ends": placement.ends.isoformat(),
    }
    await append_fact(
        session, case, EventKind.PLACED, actor_id=who.id, payload=payload, happened_at=now, now=now
    )
