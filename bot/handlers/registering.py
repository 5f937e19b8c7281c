"""`/daftarkan` and `/ubah`: one person, site, case or placement, a short question at a time."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, supervisors
from bot.domain.answers import leaves_question
from bot.domain.cases import CaseState
from bot.domain.forms import ROUGH, Asks, FormKind, Step, next_step, step_of, steps_for
from bot.domain.messages import SURE, Choice, Inbound, Line, Notice, Refused, Word, choice_numbers
from bot.domain.people import Role
from bot.handlers import form_cards, form_picks, form_steps, placement_news
from bot.imports import entitled, single
from bot.imports.cells import CellProblem
from bot.imports.record_cells import Record
from bot.imports.refusals import column_of
from bot.imports.single import Saved
from bot.storage import drafts, queries, record_queries
from bot.storage.drafts import DraftForm
from bot.storage.models import Case, Person, Placement, Site

BACK = frozenset({"kembali", "back"})
SKIP = frozenset({"lewati", "skip"})
CLEAR = "-"


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/daftarkan`, also with what: `/daftarkan orang`."""
    word = inbound.text.strip().casefold()
    kind = next((one for one in FormKind if one.value == word), None)
    draft = await drafts.draft_of(session, who, now)
    if draft is not None:
        return [_unfinished(who, draft, kind)]
    if kind is None:
        return [form_cards.kinds(who)]
    return await _begin(session, who, kind, {}, now)


async def begin_by_choice(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    """A kind from the buttons, or what comes next after something was saved: the case of a client, the
    placement of a case. What was begun before is thrown away."""
    kind, about = _kind_and_number(inbound.text)
    return await _begin(session, who, kind, await _given(session, who, kind, about, now), now)


async def correct(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/ubah CODE`: a person, site or placement by code, or a case by number."""
    code = inbound.text.strip()
    if not code:
        draft = await drafts.draft_of(session, who, now)
        if draft is None:
            raise Refused("register-change-which")
        return await form_steps.show(session, who, draft, now)
    found = await record_queries.called(session, who.office_id, code)
    if not found:
        raise Refused("register-nobody", text=code[:40])
    his = [one for one in found if await entitled.may(session, who, one, now)]
    if len(his) <= 1:
        return await _open(session, who, (his or found)[0], now)
    choices = tuple(
        Choice(f"register-open:{_kind_of(one)}:{one.id}", f"choice-register-begin-{_kind_of(one)}")
        for one in his
    )
    return [Notice(to=who.id, key="register-which-record", choices=choices)]


async def open_by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The record behind a button, to correct it; or only one line of it, as the last day of a case
    (`register-open:perkara:12:selesai`)."""
    kind, number = _kind_and_number(inbound.text)
    record = await single.record_of(session, who, kind, number)
    if record is None:
        raise Refused("choice-unknown")
    shown = await _open(session, who, record, now)
    if step := step_of(kind, _part(inbound.text, 3)):
        return await _only(session, who, await _draft(session, who, now), step, now)
    return shown


async def resume(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Lanjutkan*: where somebody left off."""
    return await form_steps.show(session, who, await _tapped(session, who, inbound, now), now)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """An answer in words."""
    word = inbound.text.strip().casefold()
    if leaves_question(word):
        return await _cancel(session, who, now)
    draft = await _draft(session, who, now)
    step = step_of(draft.kind, draft.asking)
    if word in BACK:
        return await form_steps.back(session, who, draft, now)
    if step is None:
        return await form_steps.typed_at_check(session, who, draft, word, now)
    if word in SKIP:
        return await form_steps.skip(session, who, draft, step, now)
    if word == CLEAR:
        return await form_steps.clear(session, who, draft, step, now)
    return await form_steps.said(session, who, draft, step, inbound.text.strip(), now)


async def set_by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """An answer from the buttons; it is read as if it were typed."""
    draft = await _tapped(session, who, inbound, now)
    step, value = _step(draft, inbound.text), _part(inbound.text, 3)
    if step is None:
        return await form_steps.show(session, who, draft, now)
    return await form_steps.said(session, who, draft, step, value, now)


async def pick(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Somebody or something of the office from the buttons."""
    draft = await _tapped(session, who, inbound, now)
    step = _step(draft, inbound.text)
    if step is None or step.asks is not Asks.RECORD:
        return await form_steps.show(session, who, draft, now)
    number = choice_numbers(f"register-pick:{_part(inbound.text, 3)}", 1)[0]
    chosen = await form_picks.picked(session, who, step, number, now)
    return await form_steps.answered(session, who, draft, {step.name: chosen.code}, now)


async def days(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One day of the week more, or less."""
    draft = await _tapped(session, who, inbound, now)
    step, digits = _step(draft, inbound.text), _part(inbound.text, 3)
    if step is None or step.asks is not Asks.WEEKDAYS or not set(digits) <= set("1234567"):
        return await form_steps.show(session, who, draft, now)
    return [form_cards.days(who, draft, step, "".join(sorted(set(digits))))]


async def skip(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Lewati*: a step stays as it is, or empty."""
    draft = await _tapped(session, who, inbound, now)
    step = _step(draft, inbound.text)
    if step is None:
        return await form_steps.show(session, who, draft, now)
    return await form_steps.skip(session, who, draft, step, now)


async def back(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Kembali*."""
    return await form_steps.back(session, who, await _tapped(session, who, inbound, now), now)


async def clear(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Kosongkan*."""
    draft = await _tapped(session, who, inbound, now)
    step = _step(draft, inbound.text)
    if step is None:
        return await form_steps.show(session, who, draft, now)
    return await form_steps.clear(session, who, draft, step, now)


async def location(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A site's place, from whoever stands there or picks it on the map."""
    assert inbound.point is not None  # noqa: S101  (the kind says so)
    draft = await drafts.draft_of(session, who, now)
    if draft is None or draft.asking != "lintang":
        raise Refused("register-location-unasked")
    point = inbound.point
    if point.accuracy is not None and point.accuracy > ROUGH:
        keep = f"register-pin:{draft.id}:{point.latitude:.6f}:{point.longitude:.6f}"
        rough = {"metres": round(point.accuracy)}
        choice = Choice(keep, "choice-register-keep-pin")
        return [Notice(to=who.id, key="register-pin-rough", params=rough, choices=(choice,))]
    cells = single.pin_cells(point.latitude, point.longitude)
    return await form_steps.answered(session, who, draft, cells, now)


async def keep_pin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Pakai ini*: a rough location is good enough."""
    draft = await _tapped(session, who, inbound, now)
    step = step_of(draft.kind, "lintang")
    if step is None or draft.asking != step.name:
        return await form_steps.show(session, who, draft, now)
    north, east = _part(inbound.text, 2), _part(inbound.text, 3)
    return await form_steps.said(session, who, draft, step, f"{north}, {east}", now)


async def lines(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ubah*: which line."""
    draft = await _tapped(session, who, inbound, now)
    return [form_cards.lines_to_change(who, await form_steps.view_of(session, who, draft, now))]


async def line(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One line: only its step is asked again."""
    draft = await _tapped(session, who, inbound, now)
    return await _only(session, who, draft, step_of(draft.kind, _part(inbound.text, 2)), now)


async def _only(
    session: AsyncSession, who: Person, draft: DraftForm, step: Step | None, now: datetime
) -> list[Notice]:
    view = await form_steps.view_of(session, who, draft, now)
    if step not in steps_for(draft.kind, view.after) or not form_cards.changeable(who, draft, step):
        raise Refused("choice-unknown")
    return await form_steps.ask(session, who, draft, step, now)


async def cancel(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batal*."""
    draft = await _tapped(session, who, inbound, now)
    if _by_number(inbound):
        return [form_cards.sure(who, draft, "cancel")]
    return await _cancel(session, who, now)


async def save(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Simpan*: all of it, or nothing and the step to mend."""
    draft = await _tapped(session, who, inbound, now)
    view = await form_steps.view_of(session, who, draft, now)
    if _part(inbound.text, 2) != str(draft.revision) or next_step(draft.kind, view.after) is not None:
        return await form_steps.show(session, who, draft, now)
    if _by_number(inbound):
        return [form_cards.sure(who, draft, "save")]
    record, new = await form_steps.corrected(session, who, draft), draft.about is None
    was = record.role if isinstance(record, Person) else None
    try:
        async with session.begin_nested():
            stored = await single.save(session, who, draft.kind, record, draft.answers, now)
    except CellProblem as no:
        step = step_of(draft.kind, no.column)
        return await form_steps.mend(session, who, draft, no.column, form_cards.problem(who, step, no), now)
    except Refused as no:
        if no.key == "not-yours":
            raise
        column = "peran" if no.key == "register-not-by-officer" else column_of(draft.kind.value, no.key)
        return await form_steps.mend(session, who, draft, column, Line(no.key, no.params), now)
    await drafts.forget_draft(session, who)
    await queries.forget_question(session, who)
    answer = await form_cards.saved(session, who, stored, new=new)
    match stored.record:
        case Person(role=Role.SUPERVISOR) as one if was is not Role.SUPERVISOR:
            return [answer, *await supervisors.news(session, who, [one])]
    return [answer, *(await _placed(session, who, stored, now) if new else [])]


def _by_number(inbound: Inbound) -> bool:
    """Whether a number was typed that was not asked about yet."""
    return inbound.numbered and not inbound.text.endswith(SURE)


async def _placed(session: AsyncSession, who: Person, stored: Saved, now: datetime) -> list[Notice]:
    """Client and supervisors hear of a new placement of a case that has begun."""
    placement = stored.record
    if not isinstance(placement, Placement) or stored.plan is None:
        return []
    case = await session.get_one(Case, placement.case_id)
    if case.state is CaseState.DRAFT:
        return []
    client = await session.get_one(Person, case.client_id)
    site = await queries.site_of(session, who.office_id, placement.site_id)
    news = placement_news.News(case, client, site, placement, stored.plan)
    return await placement_news.told(session, news, now)


async def _begin(
    session: AsyncSession, who: Person, kind: FormKind, answers: dict[str, str], now: datetime
) -> list[Notice]:
    if kind is FormKind.CASE and who.role is Role.OFFICER:
        answers = answers | {"pk": who.code}
    draft = await drafts.begin_draft(session, who, kind, answers, now)
    return await form_steps.show(session, who, draft, now)


async def _given(
    session: AsyncSession, who: Person, kind: FormKind, about: int, now: datetime
) -> dict[str, str]:
    """The first answer of a form that follows another."""
    follows = {
        FormKind.CASE: (FormKind.PERSON, "klien"),
        FormKind.PLACEMENT: (FormKind.CASE, "perkara"),
    }
    if kind not in follows or not about:
        return {}
    before, column = follows[kind]
    record = await single.record_of(session, who, before, about)
    if record is None:
        raise Refused("choice-unknown")
    await entitled.check(session, who, record, now)
    return {column: record.number if isinstance(record, Case) else record.code}


async def _open(session: AsyncSession, who: Person, record: Record, now: datetime) -> list[Notice]:
    await entitled.check(session, who, record, now)
    draft = await drafts.begin_draft(session, who, _kind_of(record), {}, now, about=record.id)
    return await form_steps.check(session, who, draft, now)


async def _cancel(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    await drafts.forget_draft(session, who)
    await queries.forget_question(session, who)
    return [Notice(to=who.id, key="register-cancelled", ask=await cards.keyboard(session, who, now))]


async def _tapped(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> DraftForm:
    """The draft that a button belongs to. Raises Refused for one that is gone, or another."""
    number = choice_numbers(inbound.text, 1)[0]
    draft = await _draft(session, who, now)
    if draft.id != number:
        raise Refused("choice-unknown")
    return draft


async def _draft(session: AsyncSession, who: Person, now: datetime) -> DraftForm:
    draft = await drafts.draft_of(session, who, now)
    if draft is None:
        raise Refused("register-none")
    return draft


def _unfinished(who: Person, draft: DraftForm, kind: FormKind | None) -> Notice:
    anew = [kind] if kind else list(FormKind)
    choices = [Choice(f"register-resume:{draft.id}", "choice-register-resume")]
    choices += [Choice(f"register-begin:{one.value}:0", f"choice-register-begin-{one.value}") for one in anew]
    what = {"what": Word(f"register-kind-{draft.kind.value}")}
    return Notice(to=who.id, key="register-unfinished", params=what, choices=tuple(choices))


def _kind_of(record: Record) -> FormKind:
    kinds = {
        Person: FormKind.PERSON,
        Site: FormKind.SITE,
        Case: FormKind.CASE,
        Placement: FormKind.PLACEMENT,
    }
    return kinds[type(record)]


def _kind_and_number(choice_id: str) -> tuple[FormKind, int]:
    """`register-open:orang:12`. Raises Refused for an id nobody made."""
    kind = next((one for one in FormKind if one.value == _part(choice_id, 1)), None)
    if kind is None:
        raise Refused("choice-unknown")
    return kind, choice_numbers(f"register:{_part(choice_id, 2)}", 1)[0]


def _step(draft: DraftForm, choice_id: str) -> Step | None:
    """The step that a button answers, or None: another is asked by now."""
    name = _part(choice_id, 2)
    return step_of(draft.kind, name) if name and name == draft.asking else None


def _part(choice_id: str, number: int) -> str:
    parts = choice_id.split(":", 3)
    return parts[number] if len(parts) > number else ""
