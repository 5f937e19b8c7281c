"""The steps of a form: an answer is read and kept, what no longer fits is let go, the next one is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.forms import Asks, FormKind, Step, next_step, settled, step_of, steps_for
from bot.domain.messages import Line, Notice, Refused, Words
from bot.domain.people import Role
from bot.handlers import form_cards, form_picks
from bot.handlers.form_cards import View, key_name
from bot.handlers.form_warnings import warnings
from bot.imports import entitled, single
from bot.imports.cells import CellProblem
from bot.imports.record_cells import Record, cells_of
from bot.storage import queries
from bot.storage.drafts import DraftForm
from bot.storage.models import Person

TOPIC = "register"
"""Of the question that a form waits with."""
BACKWARDS = "mundur"
"""Beside the answers: somebody goes back from the check through the questions."""
PROPOSAL = "usulan"
"""Beside the answers: the code that was proposed, to propose another when the role changes."""


async def said(
    session: AsyncSession, who: Person, draft: DraftForm, step: Step, text: str, now: datetime
) -> list[Notice]:
    """An answer in words, or from a button; what cannot be read is asked for again, and nothing else."""
    try:
        if step.asks is Asks.RECORD:
            return await _named(session, who, draft, step, text, now)
        cells = single.read_answer(draft.kind, step, text, await _today(session, who, now))
        if step.name in ("kode", "nomor"):
            await single.check_free(session, who, draft.kind, cells[step.name])
        if step.name == "peran" and not entitled.may_give(who, cells["peran"]):
            raise CellProblem("peran", "register-not-by-officer")
    except CellProblem as no:
        return await ask(session, who, draft, step, now, before=[form_cards.problem(who, step, no)])
    return await answered(session, who, draft, cells, now)


async def _named(
    session: AsyncSession, who: Person, draft: DraftForm, step: Step, text: str, now: datetime
) -> list[Notice]:
    """A record by code or part of its name; several fit: buttons. Raises CellProblem for nobody."""
    if ";" in text or "(" in text:
        codes = single.codes_in(step, text)
        for code in codes:
            if not await form_picks.picks(session, who, step, code, now):
                raise CellProblem(step.name, "register-nobody", text=code[:40])
        return await answered(session, who, draft, {step.name: text}, now)
    found = await form_picks.picks(session, who, step, text, now)
    if not found:
        raise CellProblem(step.name, "register-nobody", text=text[:40])
    if len(found) == 1:
        return await answered(session, who, draft, {step.name: found[0].code}, now)
    many = len(found) > form_picks.SHOWN
    again = Line("register-which-of-many" if many else "register-which")
    return await ask(session, who, draft, step, now, before=[again], found=found)


async def answered(
    session: AsyncSession, who: Person, draft: DraftForm, cells: dict[str, str], now: datetime
) -> list[Notice]:
    """Keep an answer, let go of those that no longer fit it, and go on."""
    answers = {**draft.answers, **cells}
    if "peran" in cells and answers.get("kode") == answers.get(PROPOSAL):
        answers = {name: text for name, text in answers.items() if name not in ("kode", PROPOSAL)}
    record = await corrected(session, who, draft)
    stands = await cells_of(session, draft.kind, record, now) if record is not None else {}
    fitting, dropped = settled(draft.kind, settled(draft.kind, stands)[0] | answers)
    draft.answers = {name: text for name, text in answers.items() if name in fitting}
    said = [Line("register-dropped", {"what": _fields(dropped)})] if dropped else []
    return await show(session, who, draft, now, before=said)


async def show(
    session: AsyncSession, who: Person, draft: DraftForm, now: datetime, *, before: Sequence[Line] = ()
) -> list[Notice]:
    """The next question, or the answers to check."""
    view = await view_of(session, who, draft, now)
    step = next_step(draft.kind, view.after)
    if step is not None:
        return await ask(session, who, draft, step, now, before=before)
    if draft.about is None and draft.kind is not FormKind.CASE and not view.after.get("kode"):
        code = await single.proposed_code(session, who, draft.kind, view.after)
        draft.answers = {**draft.answers, "kode": code, PROPOSAL: code}
    return await check(session, who, draft, now, before=before)


async def check(
    session: AsyncSession, who: Person, draft: DraftForm, now: datetime, *, before: Sequence[Line] = ()
) -> list[Notice]:
    """The answers to check, with what must be said before them."""
    await _wait(session, who, draft, "", now)
    view, record = await view_of(session, who, draft, now), await corrected(session, who, draft)
    warned = await warnings(session, who, draft.kind, record, view.before, view.after)
    return [await form_cards.card(session, who, view, before=before, warned=warned)]


async def ask(
    session: AsyncSession,
    who: Person,
    draft: DraftForm,
    step: Step,
    now: datetime,
    *,
    before: Sequence[Line] = (),
    found: Sequence[form_picks.Pick] | None = None,
) -> list[Notice]:
    """One step, as a question, with what must be said before it; `found`: records to choose from."""
    await _wait(session, who, draft, step.name, now)
    view = await view_of(session, who, draft, now)
    return [await form_cards.question(session, who, view, step, now, before=before, found=found)]


async def _wait(session: AsyncSession, who: Person, draft: DraftForm, asking: str, now: datetime) -> None:
    draft.asking, draft.changed_at = asking, now
    if not asking:
        draft.answers = {name: text for name, text in draft.answers.items() if name != BACKWARDS}
    draft.revision += 1
    session.add(draft)
    await queries.ask_for_words(session, who, TOPIC, draft.id, now)


async def back(session: AsyncSession, who: Person, draft: DraftForm, now: datetime) -> list[Notice]:
    """The question before; from an answer that was picked on the card to be changed, the card."""
    view = await view_of(session, who, draft, now)
    done = next_step(draft.kind, view.after) is None and BACKWARDS not in draft.answers
    if draft.about is not None or (done and draft.asking):
        return await check(session, who, draft, now)
    step = form_cards.earlier(who, view, draft.asking)
    if step is None:
        first = step_of(draft.kind, draft.asking)
        assert first is not None  # noqa: S101  (before the check there is always a question)
        return await ask(session, who, draft, first, now, before=[Line("register-first")])
    if done:
        draft.answers = {**draft.answers, BACKWARDS: "ya"}
    return await ask(session, who, draft, step, now)


async def typed_at_check(
    session: AsyncSession, who: Person, draft: DraftForm, word: str, now: datetime
) -> list[Notice]:
    """A line by its name is asked; for anything else it is said what can be typed."""
    view = await view_of(session, who, draft, now)
    step = step_of(draft.kind, word.replace(" ", "_"))
    if step in steps_for(draft.kind, view.after) and form_cards.changeable(who, draft, step):
        return await ask(session, who, draft, step, now)
    return [form_cards.what_to_type(who, view)]


async def skip(
    session: AsyncSession, who: Person, draft: DraftForm, step: Step, now: datetime
) -> list[Notice]:
    """A step stays as it is, or empty; one that is needed is asked again."""
    view = await view_of(session, who, draft, now)
    if step.needed and not view.after.get(step.name):
        return await ask(session, who, draft, step, now, before=[Line("register-needed")])
    kept = {column: view.after.get(column, "") for column in step.columns}
    return await answered(session, who, draft, kept, now)


async def clear(
    session: AsyncSession, who: Person, draft: DraftForm, step: Step, now: datetime
) -> list[Notice]:
    """An answer is emptied; one that is needed is asked again."""
    if step.needed:
        return await ask(session, who, draft, step, now, before=[Line("register-needed")])
    return await answered(session, who, draft, dict.fromkeys(step.columns, ""), now)


async def mend(
    session: AsyncSession, who: Person, draft: DraftForm, column: str, why: Line, now: datetime
) -> list[Notice]:
    """What was refused is said, and its step asked again; where that cannot be changed, the answers shown."""
    step = step_of(draft.kind, column)
    view = await view_of(session, who, draft, now)
    if step not in steps_for(draft.kind, view.after) or not form_cards.changeable(who, draft, step):
        return await check(session, who, draft, now, before=[why])
    return await ask(session, who, draft, step, now, before=[why])


async def view_of(session: AsyncSession, who: Person, draft: DraftForm, now: datetime) -> View:
    """A draft with what stands now and what would stand, and whether a child may be named."""
    record = await corrected(session, who, draft)
    before, after = await single.view_of(session, draft.kind, record, draft.answers, now)
    named = who.role is Role.OFFICER and record is None
    if isinstance(record, Person):
        named = await entitled.guides_child(session, who, record, now)
    return View(draft, before, after, named, await _today(session, who, now))


async def _today(session: AsyncSession, who: Person, now: datetime) -> date:
    return local_day(now, (await queries.office_of(session, who.office_id)).zone)


async def corrected(session: AsyncSession, who: Person, draft: DraftForm) -> Record | None:
    """The record that a draft corrects. Raises Refused where it is gone."""
    if draft.about is None:
        return None
    record = await single.record_of(session, who, draft.kind, draft.about)
    if record is None:
        raise Refused("register-none")
    return record


def _fields(names: Sequence[str]) -> Words:
    return Words(tuple(f"register-field-{key_name(name)}" for name in names))
