"""Who needs what: each exception of a week as one sentence with its reason, its days and the next step.

The ladder of missed sessions (and, alike, of missed reports): one → a reminder, two in a row → the
officer calls, three → *perlu tindak lanjut*; an office can choose other numbers. While he waits for an answer
to what he tried, it is nobody's move; when its date has passed, he reads what was tried. A miss that the
client explained is a claim and does not climb; nor does any miss of somebody whom messages do not reach:
somebody calls him, however often.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain import answers
from bot.domain.cases import CaseState, local_day
from bot.domain.checkins import AttendanceState
from bot.domain.digest import OWN_WORDS_KEPT, REASON_KEPT, Attended, ClientWeek, Contact, Moved, Week
from bot.domain.follow_ups import FollowUpKind, FollowUpOutcome, awaited, next_step
from bot.domain.messages import Line, Minutes, Param, When, Word, Words
from bot.domain.offers import Offer
from bot.domain.pace import Pace
from bot.domain.reports import ReportState, midday

NAMES_SHOWN = 5
"""One sentence about many names at most so many."""
LONGEST_QUOTE = 80
CLAIM = "digest-missed-claim"
"""Something to decide, whatever was tried."""
PAST_CALLS = frozenset(
    {"digest-missed-follow-up", "digest-missed-follow-up-answered", "digest-report-follow-up", "digest-away"}
)
"""Where a call alone is not the next step any more."""
CHASE_AFTER_DAYS = 3
"""From here on the officer reminds a supervisor himself."""


class Group(StrEnum):
    """Whose move it is, in the order in which an officer reads."""

    ACT = "act"
    WAITING = "waiting"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about one or more cases; in `FINE` it is only worth knowing."""

    group: Group
    cases: tuple[int, ...]
    line: Line


def findings(week: Week) -> list[Finding]:
    """Everything worth a sentence, the most pressing first within its group."""
    found = (
        *_each(week, _ladder),
        *_each(week, _unreached_reports),
        *_each(week, _rejected),
        *_each(week, _outside_plan),
        *_each(week, _beyond_ruling),
        *_unreached(week),
        *_offered(week),
        *_each(week, _consent),
        *_drafts(week),
        *_each(week, _misfits),
        *_crowded(week),
        *_doubted_pins(week),
        *_each(week, _closing),
        *_each(week, _pace),
        *_each(week, _concerns),
        *_each(week, _without_plan),
        *_unconfirmed(week),
        *_each(week, _notes),
        *_each(week, _odd),
        *_moved(week),
    )
    order = list(Group)
    return sorted(found, key=lambda finding: order.index(finding.group))


def groups_of(week: Week, found: Sequence[Finding]) -> dict[int, Group]:
    """Case → the most pressing group in which its client stands, by whichever of his cases."""
    order = list(Group)
    pressing: dict[int, Group] = {}
    for client in week.clients:
        group = group_of(client.case_id, found)
        pressing[client.person] = min(group, pressing.get(client.person, group), key=order.index)
    return {client.case_id: pressing[client.person] for client in week.clients}


def group_of(case_id: int, found: Iterable[Finding]) -> Group:
    """The most pressing group in which a case stands."""
    groups = {finding.group for finding in found if case_id in finding.cases}
    return next((group for group in Group if group in groups), Group.FINE)


def own_words(text: str) -> Param:
    """An answer or reason: a key of the locale when a button was pressed, or the person's own words."""
    said = Word(text) if text == OWN_WORDS_KEPT else answers.own_words(text)
    if isinstance(said, str) and len(said) > LONGEST_QUOTE:
        return f"{said[: LONGEST_QUOTE - 1]}…"
    return said


def _each(week: Week, about: Callable[[Week, ClientWeek], Iterator[Finding]]) -> Iterator[Finding]:
    """What there is to say about each client, those who were away longest first."""
    for client in sorted((*week.clients, *week.left_behind), key=lambda client: -len(client.in_a_row)):
        yield from about(week, client)


def _ladder(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """Who was away or did not report; where somebody has tried to reach him since, that."""
    said = [*_missed(week, client), *_away(week, client), *_missed_reports(week, client)]
    pressing = [one for one in said if one.group is Group.ACT and one.line.key != CLAIM]
    if pressing and client.steps:
        follow_up = any(one.line.key in PAST_CALLS for one in pressing)
        said = [_tried(week, client, follow_up=follow_up), *(one for one in said if one not in pressing)]
    yield from said


def _tried(week: Week, client: ClientWeek, *, follow_up: bool) -> Finding:
    """The last step, and whose move it is: nobody's until its date has passed."""
    today = local_day(week.made_at, week.zone)
    waits = awaited(client.steps, today)
    step = waits or client.steps[-1]
    params: dict[str, Param] = {
        "name": client.name,
        "kind": Word(f"follow-up-kind-{FollowUpKind(step.kind).value}"),
        "outcome": Word(f"follow-up-outcome-{FollowUpOutcome(step.outcome).value}"),
        "day": _day(week, step.done_on),
        "count": sum(not one.planned for one in client.steps),
    }
    if step.reply_by is not None:
        params["until"] = _day(week, step.reply_by)
    if waits is not None:
        key = "follow-up-planned" if step.planned else "follow-up-waits"
        return _about(Group.WAITING, client, key, params)
    if step.planned:
        return _about(Group.ACT, client, "follow-up-due", params)
    params["next"] = Word(f"follow-up-next-{next_step(client.steps, follow_up=follow_up)}")
    return _about(Group.ACT, client, "follow-up-again", params)


def _missed(week: Week, client: ClientWeek) -> Iterator[Finding]:
    misses = [miss for miss in client.in_a_row if not miss.unreached]
    if not misses or client.contact is not Contact.REACHED:
        return
    silent = [miss for miss in misses if not miss.answer]
    said = [miss.answer for miss in misses if miss.answer]
    params: dict[str, Param] = {
        "name": client.name,
        "count": len(misses),
        "first": _day(week, misses[0].day),
        "last": _day(week, misses[-1].day),
    }
    answered = ""
    if said:
        params["answer"], answered = own_words(said[-1]), "-answered"
    if len(silent) >= week.follow_up_after:
        yield _about(Group.ACT, client, f"missed-follow-up{answered}", params)
    elif len(silent) >= week.call_after:
        yield _about(Group.ACT, client, f"missed-call{answered}", params)
    elif said:
        yield _about(Group.ACT, client, "missed-claim", params)
    elif not silent[-1].rejected:  # else the rejection is told, with its own step
        yield _about(Group.WAITING, client, "missed-reminder", params)


def _away(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """Nobody came, and messages do not reach the client, or did not then: nothing is said against him."""
    misses = client.in_a_row
    climbs = client.contact is Contact.REACHED and not all(miss.unreached for miss in misses)
    if not misses or climbs or client.contact is Contact.WRONG_NUMBER or _never_came(week, client):
        return
    params: dict[str, Param] = {
        "name": client.name,
        "count": len(misses),
        "last": _day(week, misses[-1].day),
        "why": client.contact.value,
    }
    yield _about(Group.ACT, client, "away", params)


def _never_came(week: Week, client: ClientWeek) -> bool:
    return client.contact is Contact.NEVER and not client.of_period(week.period)


def _missed_reports(week: Week, client: ClientWeek) -> Iterator[Finding]:
    missed = client.reports_missed_in_a_row
    if not missed or client.contact not in (Contact.REACHED, Contact.SHARED):
        return
    params: dict[str, Param] = {
        "name": client.name,
        "count": len(missed),
        "first": _day(week, missed[0].due_on),
        "last": _day(week, missed[-1].due_on),
    }
    if len(missed) >= week.follow_up_after:
        yield _about(Group.ACT, client, "report-follow-up", params)
    elif len(missed) >= week.call_after:
        yield _about(Group.ACT, client, "report-call", params)
    else:
        yield _about(Group.WAITING, client, "report-missed", params)


def _unreached_reports(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """They do not climb; how to reach the client is said where his contact is."""
    for one in client.reports_unreached[-1:]:
        params: dict[str, Param] = {"name": client.name, "last": _day(week, one.due_on)}
        yield _about(Group.WAITING, client, "report-unreached", params)


def _rejected(week: Week, client: ClientWeek) -> Iterator[Finding]:
    since, until = week.period.bounds(week.zone)
    for one in client.attended:
        decided = one.decided_at is not None and since <= one.decided_at < until
        if one.state is AttendanceState.REJECTED and decided and not one.by_officer:
            if one.reason in (REASON_KEPT, OWN_WORDS_KEPT):
                yield _about(Group.ACT, client, "rejected-kept", _of(week, client, one))
                continue
            params = _of(week, client, one) | {"reason": own_words(one.reason)}
            yield _about(Group.ACT, client, "rejected", params)


def _outside_plan(week: Week, client: ClientWeek) -> Iterator[Finding]:
    for one in client.attended:
        if one.awaits_officer:
            yield _about(Group.ACT, client, "outside-plan", _of(week, client, one))


def _beyond_ruling(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """Work outside the ruling's days or hours happened and is kept, and people are asked about it; the card
    of work outside the plan asks its officer already."""
    for one in client.of_period(week.period):
        settled = one.accepted or one.awaits_officer or one.state is AttendanceState.REJECTED
        if not one.beyond or settled:
            continue
        confirmed = one.state is AttendanceState.CONFIRMED
        what = Words(tuple(f"obstacle-{obstacle.value}" for obstacle in one.beyond))
        key = "beyond-confirmed" if confirmed else "beyond"
        yield _about(
            Group.ACT if confirmed else Group.WAITING, client, key, _of(week, client, one) | {"what": what}
        )


def _unreached(week: Week) -> Iterator[Finding]:
    """Who never joined and did not come otherwise, and whose messages come back."""
    begun = [client for client in week.clients if client.starts_on <= week.last]
    silent = [one for one in begun if _never_came(week, one)]
    never = [one for one in silent if one.consent is None]  # else its guardian comes first
    unsaid = [one for one in begun if not one.in_a_row]  # of the others it is told that they were away
    lost = [one for one in unsaid if one.contact is Contact.LOST]
    stopped = [one for one in unsaid if one.contact is Contact.STOPPED]
    for key, clients in (("lost", lost), ("stopped", stopped), ("never-joined", never)):
        untried = [one for one in clients if not one.steps]
        if untried:
            yield Finding(Group.ACT, _cases(untried), Line(f"digest-{key}", _names(untried)))
        yield from (_tried(week, one, follow_up=True) for one in clients if one.steps)
    for one in begun:
        if one.contact is Contact.WRONG_NUMBER and one.steps:
            yield _tried(week, one, follow_up=True)
        elif one.contact is Contact.WRONG_NUMBER:
            yield _about(Group.ACT, one, "wrong-number", {"name": one.name, "code": one.code})


def _consent(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """A child's case runs while its guardian has not consented: the next step, until somebody has."""
    wanted = client.consent
    if wanted is not None and client.state in (CaseState.ACTIVE, CaseState.SUSPENDED):
        params: dict[str, Param] = {"code": client.name, "guardian": wanted.guardian, "why": wanted.why}
        yield _about(Group.ACT, client, "consent", params)


def _drafts(week: Week) -> Iterator[Finding]:
    """Cases that cannot begin: *yang kurang* says what to enter."""
    for draft in week.drafts:
        lacks = Words(tuple(f"need-{need.value.replace('_', '-')}" for need in draft.lacks))
        line = Line("digest-draft", {"name": draft.name, "lacks": lacks})
        yield Finding(Group.ACT, (draft.case_id,), line)


def _misfits(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """A client who by age or role turned out to be outside the programme; the case goes on until people
    decide, but it cannot be corrected."""
    if client.misfit:
        yield _about(Group.ACT, client, client.misfit, {"name": client.name})


def _crowded(week: Week) -> Iterator[Finding]:
    """One sentence a site: people decide who changes, the plan forbids nothing."""
    for one in week.crowded:
        params: dict[str, Param] = {
            "site": one.site,
            "at": When(one.at, one.zone),
            "people": one.people,
            "capacity": one.capacity,
        }
        yield Finding(Group.ACT, one.cases, Line("digest-crowded", params))


def _doubted_pins(week: Week) -> Iterator[Finding]:
    """One sentence a site, about nobody: its people are not the trouble."""
    for one in week.doubted_pins:
        about: dict[str, Param] = {"site": one.site, "day": When(midday(one.day, one.zone), one.zone)}
        yield Finding(Group.ACT, (), Line("digest-pin", about))


def _closing(week: Week, client: ClientWeek) -> Iterator[Finding]:
    if client.state is not CaseState.AWAITING_CLOSING:
        return
    params: dict[str, Param] = {"name": client.name}
    if client.closing_chosen:
        yield _about(Group.WAITING, client, "closing-head", params)
    elif client.total is None:
        yield _about(Group.ACT, client, "closing-no-hours", params)
    else:
        hours = {"credited": Minutes(client.credited), "total": Minutes(client.total)}
        yield _about(Group.ACT, client, "closing", params | hours)


def _pace(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """Early enough to act; who is called or visited anyway is not named twice."""
    away = [miss for miss in client.in_a_row if not miss.answer]
    if client.forecast is None or len(away) >= week.call_after:
        return
    params: dict[str, Param] = {
        "name": client.name,
        "remaining": Minutes(client.remaining or 0),
        "weekly": Minutes(client.forecast.weekly),
    }
    match client.forecast.pace:
        case Pace.CANNOT_FINISH:
            params["shortfall"] = Minutes(client.forecast.shortfall)
            yield _about(Group.ACT, client, "cannot-finish", params)
        case Pace.BEHIND:
            yield _about(Group.ACT, client, "behind", params)


def _concerns(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """What a client said in a report and the officer should hear."""
    for report in client.reports_given_in(week.period, week.zone):
        for concern in report.concerns:
            params: dict[str, Param] = {"name": client.name, "day": _day(week, report.due_on)}
            yield _about(Group.ACT, client, f"concern-{concern.value}", params)


def _odd(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """A second look, as a question; an oddity is never a finding."""
    for oddity in dict.fromkeys(one.oddity for one in client.odd):
        count = sum(len(one.stays) for one in client.odd if one.oddity is oddity)
        params: dict[str, Param] = {"name": client.name, "count": count}
        yield _about(Group.FINE, client, f"odd-{oddity.value.replace('_', '-')}", params)


def _without_plan(week: Week, client: ClientWeek) -> Iterator[Finding]:
    waits_only = client.forecast is not None and client.forecast.pace is Pace.SERVED
    if client.state is CaseState.ACTIVE and client.remaining and client.next_at is None and not waits_only:
        params: dict[str, Param] = {"name": client.name, "remaining": Minutes(client.remaining)}
        unplaced = client.forecast is not None and client.forecast.pace is Pace.UNPLACED
        yield _about(Group.ACT, client, "no-placement" if unplaced else "no-plan", params)


def _notes(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """A location outside the site is a question, never a finding; what mended itself is only told."""
    for one in client.of_period(week.period):
        if one.far_m is not None and one.state is not AttendanceState.REJECTED:
            params = _of(week, client, one) | {"metres": one.far_m}
            confirmed = one.state is AttendanceState.CONFIRMED
            group, key = (Group.FINE, "far-confirmed") if confirmed else (Group.WAITING, "far")
            yield _about(group, client, key, params)
    if client.misses and not client.in_a_row:
        params = {"name": client.name, "last": _day(week, client.misses[-1].day)}
        yield _about(Group.FINE, client, "came-back", params)
    for report in client.reports_given_in(week.period, week.zone):
        if report.state is ReportState.LATE:
            params = {"name": client.name, "day": _day(week, report.due_on)}
            yield _about(Group.FINE, client, "report-late", params)


def _unconfirmed(week: Week) -> Iterator[Finding]:
    """One sentence a site: its supervisor is the one to remind."""
    at_site: dict[str, list[tuple[ClientWeek, Attended]]] = defaultdict(list)
    for client in (*week.clients, *week.left_behind):
        for one in client.attended:
            if one.awaits_supervisor:
                at_site[one.site].append((client, one))
    for site, waiting in at_site.items():
        clients = list(dict.fromkeys(client for client, _ in waiting))
        oldest = min(one.finished_at or one.started_at for _, one in waiting)
        days = (week.made_at - oldest).days
        params: dict[str, Param] = {
            "site": site,
            "count": len(waiting),
            "since": When(oldest, week.zone),
            "days": days,
        }
        key = "unconfirmed-long" if days >= CHASE_AFTER_DAYS else "unconfirmed"
        yield Finding(Group.WAITING, _cases(clients), Line(f"digest-{key}", params | _names(clients)))


def _about(group: Group, client: ClientWeek, key: str, params: dict[str, Param]) -> Finding:
    return Finding(group, (client.case_id,), Line(f"digest-{key}", params))


def _of(week: Week, client: ClientWeek, one: Attended) -> dict[str, Param]:
    return {"name": client.name, "day": _day(week, one.day), "site": one.site}


def _day(week: Week, day: date) -> When:
    return When(midday(day, week.zone), week.zone)


def _cases(clients: Sequence[ClientWeek]) -> tuple[int, ...]:
    return tuple(client.case_id for client in clients)


def _names(clients: Sequence[ClientWeek]) -> dict[str, Param]:
    """The first names, and how many more there are; who has two cases is named once."""
    names = list({client.person: client.name for client in clients}.values())
    return {"names": ", ".join(names[:NAMES_SHOWN]), "more": max(len(names) - NAMES_SHOWN, 0)}


def _offered(week: Week) -> Iterator[Finding]:
    """Clients offered to somebody who has not answered: to the reader, or by him, or from him. What a head
    must answer himself is no matter of his officers."""
    for one in week.offers:
        cases = tuple(client.case_id for client in week.clients if client.client_id == one.client_id != 0)
        group = Group.ACT if one.for_reader else Group.WAITING
        if not (week.of_office and one.for_reader):
            yield Finding(group, cases, offer_line(week, one))


def offer_line(week: Week, one: Offer) -> Line:
    """An offer in a sentence, with its next step."""
    params: dict[str, Param] = {
        "name": one.name,
        "from": one.giver,
        "to": one.to,
        "since": When(one.asked_at, week.zone),
    }
    key = f"digest-offer{'' if one.name else '-all'}-{'asked' if one.for_reader else 'waits'}"
    return Line(key, params)


def _moved(week: Week) -> Iterator[Finding]:
    """Who came from another officer or went to one: a sentence for each officer, direction and day. Nobody
    needs to do anything."""
    between: dict[tuple[str, bool, date], list[Moved]] = defaultdict(list)
    for one in week.moved:
        between[one.other, one.came, one.on].append(one)
    for (other, came, on), moved in between.items():
        params: dict[str, Param] = {
            "names": ", ".join(one.name for one in moved[:NAMES_SHOWN]),
            "more": len(moved[NAMES_SHOWN:]),
            "officer": other,
            "day": When(midday(on, week.zone), week.zone),
        }
        yield Finding(Group.FINE, (), Line("digest-came" if came else "digest-went", params))
