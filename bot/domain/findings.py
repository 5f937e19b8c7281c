"""Who needs what: each exception of a week as one sentence with its reason, its days and the next step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from bot.domain.cases import CaseState
from bot.domain.checkins import AttendanceState
from bot.domain.client_weeks import OWN_WORDS_KEPT, REASON_KEPT, Attended, ClientWeek, Contact, UndecidedKind
from bot.domain.digest import Moved, Week
from bot.domain.finding import Finding, Group, about_client, noon_of, own_words
from bot.domain.follow_ups import climbing
from bot.domain.ladder import ladder, never_came, tried, unreached_reports
from bot.domain.messages import Line, Minutes, Param, When, Words
from bot.domain.offers import Offer
from bot.domain.pace import Pace
from bot.domain.reports import ReportState, midday

NAMES_SHOWN = 5
"""One sentence about many names at most so many."""
CHASE_AFTER_DAYS = 3
"""From here on the officer reminds a supervisor himself."""


def findings(week: Week) -> list[Finding]:
    """Everything worth a sentence, the most pressing first within its group."""
    found = (
        *_each(week, _calling),
        *_each(week, _unread),
        *_each(week, _undecided),
        *_each(week, ladder),
        *_each(week, unreached_reports),
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
        *_each(week, _suspended),
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


def _each(week: Week, about: Callable[[Week, ClientWeek], Iterator[Finding]]) -> Iterator[Finding]:
    """What there is to say about each client, those who were away longest first."""
    for client in sorted((*week.clients, *week.left_behind), key=lambda client: -len(client.in_a_row)):
        yield from about(week, client)


def _calling(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """Before everything else: a call for help that nobody has taken, or that somebody is seeing to."""
    if client.calling is None:
        return
    params: dict[str, Param] = {"name": client.name, "at": When(client.calling.at, week.zone)}
    if client.calling.taken_by:
        by: dict[str, Param] = {"by": client.calling.taken_by}
        yield about_client(Group.WAITING, client, "call-taken", params | by)
    else:
        yield about_client(Group.ACT, client, "call-open", params)


def _unread(week: Week, client: ClientWeek) -> Iterator[Finding]:
    if client.unread is not None:
        key = "unread-worrying" if client.unread.worrying else "unread"
        at = When(client.unread.at, week.zone)
        params: dict[str, Param] = {"name": client.name, "guardian": int(client.unread.by_guardian), "at": at}
        yield about_client(Group.ACT, client, key, params)


def _undecided(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """Requests to be excused and contests that wait for the officer, or for the head of office."""
    for one in client.undecided:
        group = Group.WAITING if one.kind is UndecidedKind.CONTEST_HEAD else Group.ACT
        days: dict[str, Param] = {"days": (one.last - one.first).days + 1}
        days |= {"first": noon_of(week, one.first), "last": noon_of(week, one.last)}
        yield about_client(group, client, f"asked-{one.kind.value}", {"name": client.name} | days)


def _rejected(week: Week, client: ClientWeek) -> Iterator[Finding]:
    since, until = week.period.bounds(week.zone)
    for one in client.attended:
        decided = one.decided_at is not None and since <= one.decided_at < until
        if one.state is AttendanceState.REJECTED and decided and not one.by_officer:
            if one.reason in (REASON_KEPT, OWN_WORDS_KEPT):
                yield about_client(Group.ACT, client, "rejected-kept", _of(week, client, one))
                continue
            params = _of(week, client, one) | {"reason": own_words(one.reason)}
            yield about_client(Group.ACT, client, "rejected", params)


def _outside_plan(week: Week, client: ClientWeek) -> Iterator[Finding]:
    for one in client.attended:
        if one.awaits_officer:
            yield about_client(Group.ACT, client, "outside-plan", _of(week, client, one))


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
        yield about_client(
            Group.ACT if confirmed else Group.WAITING, client, key, _of(week, client, one) | {"what": what}
        )


def _unreached(week: Week) -> Iterator[Finding]:
    """Who never joined and did not come otherwise, and whose messages come back."""
    begun = [client for client in week.clients if client.starts_on <= week.last]
    silent = [one for one in begun if never_came(week, one)]
    never = [one for one in silent if one.consent is None]  # else its guardian comes first
    unsaid = [one for one in begun if not one.in_a_row]  # of the others it is told that they were away
    lost = [one for one in unsaid if one.contact is Contact.LOST]
    stopped = [one for one in unsaid if one.contact is Contact.STOPPED]
    for key, clients in (("lost", lost), ("stopped", stopped), ("never-joined", never)):
        untried = [one for one in clients if not one.steps]
        if untried:
            yield Finding(Group.ACT, _cases(untried), Line(f"digest-{key}", _names(untried)))
        yield from (tried(week, one, follow_up=True) for one in clients if one.steps)
    for one in begun:
        if one.contact is Contact.WRONG_NUMBER and one.steps:
            yield tried(week, one, follow_up=True)
        elif one.contact is Contact.WRONG_NUMBER:
            yield about_client(Group.ACT, one, "wrong-number", {"name": one.name, "code": one.code})


def _consent(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """A child's case runs while its guardian has not consented: the next step, until somebody has."""
    wanted = client.consent
    if wanted is not None and client.state in (CaseState.ACTIVE, CaseState.SUSPENDED):
        params: dict[str, Param] = {"code": client.name, "guardian": wanted.guardian, "why": wanted.why}
        yield about_client(Group.ACT, client, "consent", params)


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
        yield about_client(Group.ACT, client, client.misfit, {"name": client.name})


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
        yield about_client(Group.WAITING, client, "closing-head", params)
    elif client.total is None:
        yield about_client(Group.ACT, client, "closing-no-hours", params)
    else:
        hours = {"credited": Minutes(client.credited), "total": Minutes(client.total)}
        yield about_client(Group.ACT, client, "closing", params | hours)


def _pace(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """Early enough to act; who is called or visited anyway is not named twice."""
    away = climbing([miss.answer for miss in client.unasked])
    if client.forecast is None or away >= week.call_after:
        return
    params: dict[str, Param] = {
        "name": client.name,
        "remaining": Minutes(client.remaining or 0),
        "weekly": Minutes(client.forecast.weekly),
    }
    match client.forecast.pace:
        case Pace.CANNOT_FINISH:
            params["shortfall"] = Minutes(client.forecast.shortfall)
            yield about_client(Group.ACT, client, "cannot-finish", params)
        case Pace.BEHIND:
            yield about_client(Group.ACT, client, "behind", params)


def _concerns(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """What a client said in a report and the officer should hear."""
    for report in client.reports_given_in(week.period, week.zone):
        for concern in report.concerns:
            params: dict[str, Param] = {"name": client.name, "day": noon_of(week, report.due_on)}
            yield about_client(Group.ACT, client, f"concern-{concern.value}", params)


def _odd(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """A second look, as a question; an oddity is never a finding."""
    for oddity in dict.fromkeys(one.oddity for one in client.odd):
        count = sum(len(one.stays) for one in client.odd if one.oddity is oddity)
        params: dict[str, Param] = {"name": client.name, "count": count}
        yield about_client(Group.FINE, client, f"odd-{oddity.value.replace('_', '-')}", params)


def _without_plan(week: Week, client: ClientWeek) -> Iterator[Finding]:
    waits_only = client.forecast is not None and client.forecast.pace is Pace.SERVED
    if client.state is CaseState.ACTIVE and client.remaining and client.next_at is None and not waits_only:
        params: dict[str, Param] = {"name": client.name, "remaining": Minutes(client.remaining)}
        unplaced = client.forecast is not None and client.forecast.pace is Pace.UNPLACED
        yield about_client(Group.ACT, client, "no-placement" if unplaced else "no-plan", params)


def _suspended(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """Nothing is planned or missed meanwhile, and only its officer lets it go on."""
    if client.state is CaseState.SUSPENDED:
        yield about_client(Group.WAITING, client, "suspended", {"name": client.name})


def _notes(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """A location outside the site is a question, never a finding; what mended itself is only told."""
    for one in client.of_period(week.period):
        if one.far_m is not None and one.state is not AttendanceState.REJECTED:
            params = _of(week, client, one) | {"metres": one.far_m}
            confirmed = one.state is AttendanceState.CONFIRMED
            group, key = (Group.FINE, "far-confirmed") if confirmed else (Group.WAITING, "far")
            yield about_client(group, client, key, params)
    if client.misses and not client.in_a_row:
        params = {"name": client.name, "last": noon_of(week, client.misses[-1].day)}
        yield about_client(Group.FINE, client, "came-back", params)
    for report in client.reports_given_in(week.period, week.zone):
        if report.state is ReportState.LATE:
            params = {"name": client.name, "day": noon_of(week, report.due_on)}
            yield about_client(Group.FINE, client, "report-late", params)


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
        chase = days >= CHASE_AFTER_DAYS
        group, key = (Group.ACT, "unconfirmed-long") if chase else (Group.WAITING, "unconfirmed")
        yield Finding(group, _cases(clients), Line(f"digest-{key}", params | _names(clients)))


def _of(week: Week, client: ClientWeek, one: Attended) -> dict[str, Param]:
    return {"name": client.name, "day": noon_of(week, one.day), "site": one.site}


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
