"""Takes rows of the sheet `perkara`: what is incomplete becomes a draft, what is impossible is refused."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import lifecycle, registry
from bot.domain.calendar import HolidayRule
from bot.domain.cases import CaseState, Interval, PhotoRule, Programme, Source, local_day
from bot.domain.hours import EventKind
from bot.domain.law import check_ruling_day
from bot.domain.people import Role
from bot.imports.cells import CellProblem, Row
from bot.imports.fields import Field, change, complete, defaults_of, read
from bot.imports.hours import window
from bot.imports.known import Known
from bot.imports.safeguards import check_kept, check_secret_sentence
from bot.storage.events import facts_of, told_by
from bot.storage.models import Case, Event

_source = partial(Row.one_of, closed_set=Source)

CASE = (
    Field("programme", "program", partial(Row.one_of, closed_set=Programme), required=True),
    Field("ruling_number", "putusan_nomor"),
    Field("ruling_on", "putusan_tanggal", Row.day),
    Field("court", "pengadilan"),
    Field("replaced_sentence", "pidana_pengganti"),
    Field("total_minutes", "jam_total", Row.minutes),
    Field("daily_minutes", "jam_per_hari", Row.minutes),
    Field("starts_on", "mulai", Row.day),
    Field("starts_source", "sumber_mulai", _source),
    Field("ends_on", "selesai", Row.day),
    Field("ends_source", "sumber_selesai", _source),
    Field("place_source", "sumber_tempat", _source),
    Field("allowed_weekdays", "hari_diizinkan", Row.weekdays),
    Field("holiday_rule", "aturan_libur", partial(Row.one_of, closed_set=HolidayRule)),
    Field("photo_rule", "foto", partial(Row.one_of, closed_set=PhotoRule)),
    Field("report_every", "lapor_setiap", partial(Row.one_of, closed_set=Interval)),
    Field("first_report_on", "lapor_pertama", Row.day),
    Field("report_grace_days", "lapor_tenggang_hari", partial(Row.whole, least=0, most=31)),
)
WINDOW = ("window_starts", "window_ends")
PEOPLE = (
    ("client_id", "klien", Role.CLIENT),
    ("officer_id", "pk", Role.OFFICER),
    ("prosecutor_id", "jaksa", Role.PROSECUTOR),
)
OPENING = ("jam_sudah_diakui", "per_tanggal", "dasar")


async def take_case(known: Known, row: Row) -> None:
    """A row of `perkara`; where something is missing that the law needs, the case waits as a draft.

    Raises Refused for what the law makes impossible, CellProblem for emptying what a case that has begun
    needs.
    """
    case = known.get(Case, row.needed("nomor"))
    values = read(row, Case, CASE, {}) | _window(row) | _people(known, row)
    opening = _opening(row)
    check_ruling_day(values.get("ruling_on"), local_day(known.now, known.office.zone))
    if case is None:
        case = await _opened(known, row, values)
    else:
        await _corrected(known, case, values)
    if opening is not None and opening not in await _known_openings(known.session, case):
        minutes, as_of, basis = opening
        await lifecycle.set_opening(
            known.session, case, minutes, as_of=as_of, basis=basis, actor_id=known.actor_id, now=known.now
        )


async def _opened(known: Known, row: Row, values: dict[str, Any]) -> Case:
    if "client_id" not in values:
        raise CellProblem("klien", "import-cell-empty")
    case = Case(office_id=known.office.id, number=row.needed("nomor"), **complete(values, CASE, {}))
    await check_secret_sentence(known.session, case)
    known.add(await lifecycle.open_case(known.session, case, actor_id=known.actor_id, now=known.now))
    return case


async def _corrected(known: Known, case: Case, values: dict[str, Any]) -> None:
    check_kept(case, "client_id", values.get("client_id", case.client_id), "klien", "import-client-fixed")
    lacked = await lifecycle.lacks(known.session, case)
    period = {"starts_on": case.starts_on, "ends_on": case.ends_on}
    if not change(case, values):
        return
    await registry.follow_period(known.session, case, **period)
    await check_secret_sentence(known.session, case)
    await lifecycle.correct_case(known.session, case, actor_id=known.actor_id, now=known.now)
    if case.state is CaseState.DRAFT:
        return
    for need in await lifecycle.lacks(known.session, case):
        if need not in lacked:
            raise CellProblem(need.value, "import-cannot-clear")


def _window(row: Row) -> dict[str, Any]:
    """The time of day that the ruling allows, both ends in the one column `jendela_waktu`."""
    if row.clears("jendela_waktu"):
        return defaults_of(Case, WINDOW)
    hours = window(row, "jendela_waktu")
    return dict(zip(WINDOW, hours, strict=True)) if hours else {}


def _people(known: Known, row: Row) -> dict[str, int | None]:
    """The client, officer and prosecutor that the row names."""
    found: dict[str, int | None] = {}
    for name, column, role in PEOPLE:
        if code := row.text(column):
            found[name] = known.person(code, column, role).id
        elif row.clears(column):
            if name == "client_id":
                raise CellProblem(column, "import-cannot-clear")
            found[name] = None
    return found


Opening = tuple[int, date, str]


def _opening(row: Row) -> Opening | None:
    """Hours served before Hadir, their day and the paper they stand on: all three, or none of them."""
    for column in OPENING:
        if row.clears(column):
            raise CellProblem(column, "import-cannot-clear")
    minutes, as_of, basis = row.minutes(OPENING[0]), row.day(OPENING[1]), row.text(OPENING[2])
    given = (minutes, as_of, basis)
    if minutes is not None and as_of is not None and basis is not None:
        return minutes, as_of, basis
    if given == (None, None, None):
        return None
    raise CellProblem(OPENING[given.index(None)], "import-opening-together")


async def last_opening(session: AsyncSession, case: Case) -> Opening | None:
    """The hours served before Hadir that were told last, their day and paper."""
    last = next(iter(await facts_of(session, case, EventKind.OPENING_BALANCE)), None)
    return _told(last) if last is not None else None


async def _known_openings(session: AsyncSession, case: Case) -> list[Opening | None]:
    """What stands, and what stood until it was decided otherwise because the client contested it: the same
    workbook once more does not bring that back."""
    facts = await facts_of(session, case, EventKind.OPENING_BALANCE)
    entered = next((one for one in facts if "contest" not in told_by(one)), None)
    return [_told(one) for one in (*facts[:1], entered) if one is not None]


def _told(fact: Event) -> Opening | None:
    told = told_by(fact)
    return (told["minutes"], date.fromisoformat(told["as_of"]), told["basis"]) if told else None
