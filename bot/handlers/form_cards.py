"""The messages of a form: one question, the answers to check, the lines to pick from, and what was saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import consents
from bot.domain.births import doubt
from bot.domain.cases import CaseState
from bot.domain.forms import PROPOSED, Answers, Asks, FormKind, Step, step_before, steps_for
from bot.domain.messages import SURE, Choice, Line, Notice, Param, Show, When, Word, Words
from bot.domain.people import Role
from bot.handlers import form_picks
from bot.handlers.form_picks import SHOWN, Pick
from bot.imports import entitled
from bot.imports.cells import CellProblem, Row
from bot.imports.columns import RoleWord
from bot.imports.single import Saved, codes_in, proposed_code
from bot.imports.written import DAY_NAMES
from bot.lifecycle import lacks
from bot.storage import account_queries, consent_queries, queries
from bot.storage.drafts import DraftForm
from bot.storage.joining import has_joined
from bot.storage.models import Case, Person, Placement, Site

_MANY = ("pengawas", "wali_dari")
_IDENTIFYING = ("nama", "telepon", "tanggal_lahir")
_LABELS = {
    "sapaan": "honorific-",
    "sumber_mulai": "source-",
    "sumber_selesai": "source-",
    "sumber_tempat": "source-",
}


IN_CHAT = {
    "import-child-without-case": "register-child-without-case",
    "import-placement-without-days": "register-placement-without-days",
    "import-cannot-clear": "register-needed",
    "import-not-a-phone": "register-not-a-phone",
}


@dataclass(frozen=True, slots=True)
class View:
    """A draft as it stands: what stands in the record, and what would after the changes."""

    draft: DraftForm
    before: Answers
    after: Answers
    named: bool
    """Whether what was just typed of a child or guardian may stand on the card."""
    today: date


def key_name(name: str) -> str:
    return name.replace("_", "-")


def label_key(step: Step, value: str) -> str:
    """The words for a member of a closed set."""
    word = key_name(value).casefold().replace("/", "-")
    if step.name in _LABELS:
        return _LABELS[step.name] + word
    return f"choice-register-{key_name(step.name)}-{word}"


async def question(
    session: AsyncSession,
    who: Person,
    view: View,
    step: Step,
    now: datetime,
    *,
    before: Sequence[Line] = (),
    found: Sequence[Pick] | None = None,
) -> Notice:
    """One question with its buttons; `before` says why it is asked again, or what was dropped."""
    choices = await _choices(session, who, view, step, now, found)
    lines = [*before, Line(ask_key(view.draft, step))]
    if not step.needed:
        choices += _left_out(view, step)
        lines += [Line("register-type-skip")] if step.numeric else []
    if view.draft.about is None and earlier(who, view, step.name) is None:
        lines.append(Line("register-ways-out"))
    elif not step.numeric:
        choices.append(Choice(f"register-back:{view.draft.id}", "choice-register-back"))
    return Notice(
        to=who.id,
        key=lines[0].key,
        params=lines[0].params,
        lines=tuple(lines[1:]),
        choices=tuple(choices),
        card=f"register-days:{view.draft.id}" if step.asks is Asks.WEEKDAYS else "",
    )


def earlier(who: Person, view: View, asking: str) -> Step | None:
    """The question before one that this person was asked; None before the first."""
    step = step_before(view.draft.kind, view.after, asking)
    while step is not None and not changeable(who, view.draft, step):
        step = step_before(view.draft.kind, view.after, step.name)
    return step


def offered(who: Person, step: Step) -> list[str]:
    """The members of a closed set that are this person's to choose."""
    return [one for one in step.choices if step.name != "peran" or entitled.may_give(who, RoleWord(one))]


def ask_key(draft: DraftForm, step: Step) -> str:
    return f"register-ask-{draft.kind.value}-{key_name(step.name)}"


async def _choices(
    session: AsyncSession,
    who: Person,
    view: View,
    step: Step,
    now: datetime,
    found: Sequence[Pick] | None,
) -> list[Choice]:
    about = f"{view.draft.id}:{step.name}"
    if step.name == PROPOSED:
        code = await proposed_code(session, who, view.draft.kind, view.after)
        return [Choice(f"register-set:{about}:{code}", "choice-name", {"name": code})]
    match step.asks:
        case Asks.ONE_OF:
            given = offered(who, step)
            return [Choice(f"register-set:{about}:{one}", label_key(step, one)) for one in given]
        case Asks.WEEKDAYS:
            return day_choices(view.draft, step, "")
        case Asks.RECORD:
            fitting = found
            if fitting is None:
                fitting = await form_picks.picks(session, who, step, "", now)
                fitting = fitting if len(fitting) <= SHOWN else []
            return [_pick_choice(about, one) for one in fitting[:SHOWN]]
        case _:
            return []


def day_choices(draft: DraftForm, step: Step, digits: str) -> list[Choice]:
    """The days of the week, ticked or not, and what goes on with those that are ticked."""
    about = f"{draft.id}:{step.name}"
    days = []
    for day in range(1, 8):
        ticked = str(day) in digits
        after = "".join(sorted(set(digits) ^ {str(day)}))
        key = "choice-register-day-on" if ticked else "choice-register-day-off"
        days.append(Choice(f"register-days:{about}:{after}", key, {"weekday": Word(f"weekday-{day}")}))
    if digits:
        written = ";".join(DAY_NAMES[int(digit) - 1] for digit in digits)
        days.append(Choice(f"register-set:{about}:{written}", "choice-register-days-done"))
    return days


def _left_out(view: View, step: Step) -> list[Choice]:
    """What goes on without an answer; none beside a number, which would be taken for that of the button."""
    if step.numeric:
        return []
    about = f"{view.draft.id}:{step.name}"
    if not view.after.get(step.name):
        return [Choice(f"register-skip:{about}", "choice-register-skip")]
    return [
        Choice(f"register-skip:{about}", "choice-register-keep"),
        Choice(f"register-clear:{about}", "choice-register-clear"),
    ]


def _pick_choice(about: str, pick: Pick) -> Choice:
    if pick.name:
        return Choice(
            f"register-pick:{about}:{pick.id}",
            "choice-register-pick",
            {"name": pick.name, "code": pick.code},
        )
    return Choice(f"register-pick:{about}:{pick.id}", "choice-name", {"name": pick.code})


async def card(
    session: AsyncSession,
    who: Person,
    view: View,
    *,
    before: Sequence[Line] = (),
    warned: Sequence[Line] = (),
) -> Notice:
    """The answers to check, with what saving them would end."""
    draft = view.draft
    lines = [Line(f"register-check-{draft.kind.value}" if draft.about is None else "register-check-change")]
    for step in steps_for(draft.kind, view.after):
        if _shown(step, view):
            lines.append(await _line(session, who, step, view))
    lines += [*warned, *_doubts(view), Line("register-check-ask")]
    change = Choice(f"register-lines:{draft.id}", "choice-register-change")
    save, cancel = _save(view), Choice(f"register-cancel:{draft.id}", "choice-register-cancel")
    choices = [*save, change, cancel]
    first, *rest = [*before, *lines]
    return Notice(to=who.id, key=first.key, params=first.params, lines=tuple(rest), choices=tuple(choices))


def sure(who: Person, draft: DraftForm, deed: str) -> Notice:
    """A typed number may have been meant for an answer, or come twice: *Simpan* and *Batal* are asked about
    once more, and the first answer does no harm."""
    about = str(draft.id) if deed == "cancel" else f"{draft.id}:{draft.revision}"
    choices = (
        Choice(f"register-resume:{draft.id}", "choice-register-look"),
        Choice(f"register-{deed}:{about}{SURE}", f"choice-register-sure-{deed}"),
    )
    return Notice(to=who.id, key=f"register-sure-{deed}", choices=choices)


def _save(view: View) -> list[Choice]:
    """*Simpan*, where there is something to save."""
    draft = view.draft
    same = all(view.before.get(name, "") == one for name, one in view.after.items())
    if draft.about is not None and same:
        return []
    return [Choice(f"register-save:{draft.id}:{draft.revision}", "choice-register-save")]


def _doubts(view: View) -> list[Line]:
    """What a workbook would be warned of too; it can be saved all the same."""
    role = view.after.get("peran")
    if view.draft.kind is not FormKind.PERSON or role not in ("klien", "anak"):
        return []
    odd = doubt(Row(view.after).day("tanggal_lahir"), view.today, child=role == "anak")
    return [Line(f"register-doubt-{odd.value}")] if odd else []


def _shown(step: Step, view: View) -> bool:
    """What was asked for, and what else is filled in."""
    return bool(view.after.get(step.name)) or not step.later


async def _line(session: AsyncSession, who: Person, step: Step, view: View) -> Line:
    what = Word(f"register-field-{key_name(step.name)}")
    value = await _value(session, who, step, view)
    changed = view.draft.about is not None and view.before.get(step.name, "") != view.after.get(step.name, "")
    if changed:
        return Line("register-line-changed", {"what": what, "value": value})
    return Line("register-line", {"what": what, "value": value})


async def _value(session: AsyncSession, who: Person, step: Step, view: View) -> Param:
    text = view.after.get(step.name, "")
    if not text:
        return Word("register-empty")
    if step.name in _IDENTIFYING and _about_child(view):
        if not view.named:
            return Word("register-secret")
        if step.name not in view.draft.answers:
            return Word("register-on-card")
    if step.asks is Asks.ONE_OF:
        return Word(label_key(step, text))
    if step.asks is Asks.PIN:
        return f"{text}, {view.after.get('bujur', '')}"
    if step.asks is Asks.WEEKDAYS:
        digits = Row({step.name: text}).weekdays(step.name) or ""
        return Words(tuple(f"weekday-{digit}" for digit in digits))
    if step.asks is Asks.RECORD:
        codes = codes_in(step, text) if step.name in _MANY else [text]
        found = [await form_picks.called(session, who, step, code) for code in codes]
        return "; ".join(f"{one.name} ({one.code})" if one.name else one.code for one in found)
    return text


def _about_child(view: View) -> bool:
    """Of a child or guardian the officer checks what he has just typed; what is stored stands on the card of
    `/klien` only."""
    return view.draft.kind is FormKind.PERSON and view.after.get("peran") in ("anak", "wali")


def lines_to_change(who: Person, view: View) -> Notice:
    """Which line to change."""
    return Notice(to=who.id, key="register-which-line", choices=tuple(_lines(who, view)))


def what_to_type(who: Person, view: View) -> Notice:
    """Something was typed under the answers: what can be typed there, as buttons too."""
    cancel = Choice(f"register-cancel:{view.draft.id}", "choice-register-cancel")
    choices = (*_lines(who, view), *_save(view), cancel)
    return Notice(to=who.id, key="register-what-to-type", choices=choices)


def _lines(who: Person, view: View) -> list[Choice]:
    draft = view.draft
    return [
        Choice(
            f"register-line:{draft.id}:{step.name}",
            "choice-register-line",
            {"what": Word(f"register-field-{key_name(step.name)}")},
        )
        for step in steps_for(draft.kind, view.after)
        if changeable(who, draft, step)
    ]


def changeable(who: Person, draft: DraftForm, step: Step) -> bool:
    """Whether a line can be picked: not what names a stored record, nor the officer of an officer's case."""
    if step.name == "pk" and who.role is Role.OFFICER:
        return False
    return draft.about is None or not step.fixed


def problem(who: Person, step: Step | None, no: CellProblem) -> Line:
    """Why an answer cannot be used, in words that speak of no workbook."""
    if no.key == "import-not-in-list" and step is not None and step.asks is Asks.ONE_OF:
        return Line(
            "import-not-in-list",
            {"allowed": Words(tuple(label_key(step, one) for one in offered(who, step)))},
        )
    return Line(IN_CHAT.get(no.key, no.key), no.params)


async def saved(session: AsyncSession, who: Person, stored: Saved, *, new: bool) -> Notice:
    """What happened, and what comes next."""
    match stored.record:
        case Person() as person:
            return await _person_saved(session, who, person, new=new)
        case Site() as site:
            params: dict[str, Param] = {"name": site.name, "code": site.code}
            again = (Choice("register-begin:lokasi:0", "choice-register-begin-lokasi"),)
            if not new:
                return Notice(to=who.id, key="register-changed", params={"code": site.code})
            key = "register-saved-lokasi" if site.latitude is not None else "register-saved-lokasi-no-pin"
            return Notice(to=who.id, key=key, params=params, choices=again)
        case Case() as case:
            return await _case_saved(session, who, case)
        case Placement() as placement:
            return await _placement_saved(session, who, placement, stored)


async def _person_saved(session: AsyncSession, who: Person, person: Person, *, new: bool) -> Notice:
    hidden = person.secret
    steps = await _consents_wanted(session, person)
    if steps:
        invite = () if await has_joined(session, person) else (_invite(person),)
        done = Line("register-saved-orang-code" if new else "register-changed", {"code": person.code})
        return Notice(to=who.id, key=done.key, params=done.params, lines=steps, choices=invite)
    if not new:
        return Notice(to=who.id, key="register-changed", params={"code": person.code})
    choices: tuple[Choice, ...] = ()
    key = "register-saved-orang-code" if hidden else "register-saved-orang"
    next_line = _next_for_others(who, person)
    if person.role is Role.CLIENT:
        choices = (Choice(f"register-begin:perkara:{person.id}", "choice-register-begin-perkara"),)
        next_line = Line("register-next-child" if person.child else "register-next-client")
    elif person.role is Role.GUARDIAN:
        next_line = Line("register-next-guardian", {"code": person.code})
    params: dict[str, Param] = {"code": person.code}
    if not hidden:
        params["name"] = person.name
    return Notice(to=who.id, key=key, params=params, lines=(next_line,), choices=choices)


def _next_for_others(who: Person, person: Person) -> Line:
    """An officer invites the supervisors of sites where his clients work, and no prosecutor."""
    code: dict[str, Param] = {"code": person.code}
    match person.role:
        case Role.SUPERVISOR:
            return Line("register-next-supervisor", code)
        case Role.PROSECUTOR if who.role is Role.OFFICER:
            return Line("register-next-prosecutor", code)
        case _:
            return Line("register-next-others", code)


async def _consents_wanted(session: AsyncSession, guardian: Person) -> tuple[Line, ...]:
    """What the children of a guardian wait for now: he is theirs already."""
    if guardian.role is not Role.GUARDIAN:
        return ()
    wards = await account_queries.wards_of(session, guardian)
    waiting = await consent_queries.pending(session, guardian.office_id, wards)
    return tuple(Line("consent-next", consents.step(waiting[one.id])) for one in wards if one.id in waiting)


def _invite(person: Person) -> Choice:
    return Choice(f"invite:{person.id}", "choice-register-invite")


async def _case_saved(session: AsyncSession, who: Person, case: Case) -> Notice:
    client = await session.get_one(Person, case.client_id)
    params: dict[str, Param] = {"number": case.number, "name": client.shown}
    if case.state is CaseState.DRAFT:
        needs = Words(tuple(f"need-{key_name(need.value)}" for need in await lacks(session, case)))
        complete = (Choice(f"register-open:perkara:{case.id}", "choice-register-complete"),)
        return Notice(
            to=who.id, key="register-saved-draft", params=params | {"lacks": needs}, choices=complete
        )
    choices = [Choice(f"register-begin:penempatan:{case.id}", "choice-register-begin-penempatan")]
    if who.role is Role.OFFICER:
        choices.append(Choice(f"placing:{case.id}", "choice-register-propose"))
    waiting = await consent_queries.pending_for(session, client)
    lines = (Line("consent-next", consents.step(waiting)),) if waiting else ()
    choices.append(_invite(waiting.guardian if waiting and waiting.guardian else client))
    return Notice(to=who.id, key="register-saved-perkara", params=params, lines=lines, choices=tuple(choices))


async def _placement_saved(session: AsyncSession, who: Person, placement: Placement, stored: Saved) -> Notice:
    case = await session.get_one(Case, placement.case_id)
    client = await session.get_one(Person, case.client_id)
    site = await queries.site_of(session, who.office_id, placement.site_id)
    sessions = stored.plan.sessions if stored.plan else ()
    params: dict[str, Param] = {"name": client.shown, "site": site.name, "code": placement.code}
    if case.state is CaseState.DRAFT:
        complete = (Choice(f"register-open:perkara:{case.id}", "choice-register-complete"),)
        return Notice(to=who.id, key="register-saved-waiting", params=params, choices=complete)
    if not sessions:
        return Notice(to=who.id, key="register-saved-nothing-planned", params=params)
    first: dict[str, Param] = {
        "count": len(sessions),
        "first": When(sessions[0].starts_at, site.zone),
    }
    invite = (Choice(f"invite:{client.id}", "choice-register-invite"),)
    return Notice(to=who.id, key="register-saved-penempatan", params=params | first, choices=invite)


def kinds(who: Person) -> Notice:
    """What to register."""
    choices = tuple(
        Choice(f"register-begin:{kind.value}:0", f"choice-register-begin-{kind.value}") for kind in FormKind
    )
    return Notice(to=who.id, key="register-what", choices=choices)


def days(who: Person, draft: DraftForm, step: Step, digits: str) -> Notice:
    """The same question with other days ticked, in place of the one that was tapped."""
    return Notice(
        to=who.id,
        key=ask_key(draft, step),
        choices=tuple(day_choices(draft, step, digits)),
        card=f"register-days:{draft.id}",
        show=Show.EDIT,
    )
