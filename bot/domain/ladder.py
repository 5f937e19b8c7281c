"""The ladder: who was away, what was tried since, and whose move it is.

Missed sessions and, alike, missed reports: one → a reminder, two in a row → the officer calls, three →
*perlu tindak lanjut*; an office can choose other numbers. While he waits for an answer to what he tried, it
is nobody's move; when its date has passed, he reads what was tried. A miss that the client explained is a
claim and does not climb, until he is silent after it; nor does any miss of somebody whom messages do not
reach: somebody calls him, however often.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.cases import CaseState, local_day
from bot.domain.client_weeks import ClientWeek, Contact
from bot.domain.digest import Week
from bot.domain.finding import Finding, Group, about_client, noon_of, own_words
from bot.domain.follow_ups import FollowUpKind, FollowUpOutcome, awaited, climbing, next_step
from bot.domain.messages import Param, Word

CLAIMS = frozenset({"digest-missed-claim", "digest-missed-claim-explained"})
"""Something to decide, whatever was tried."""
PAST_CALLS = frozenset(
    {"digest-missed-follow-up", "digest-missed-follow-up-answered", "digest-missed-follow-up-explained"}
    | {"digest-report-follow-up", "digest-away"}
)
"""Where a call alone is not the next step any more."""


def ladder(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """Who was away or did not report; where somebody has tried to reach him since, that."""
    said = [*_missed(week, client), *_away(week, client), *_missed_reports(week, client)]
    waits = awaited(client.steps, local_day(week.made_at, week.zone)) is not None
    pressing = [one for one in said if (waits or one.group is Group.ACT) and one.line.key not in CLAIMS]
    if pressing and client.steps:
        follow_up = any(one.line.key in PAST_CALLS for one in pressing)
        said = [tried(week, client, follow_up=follow_up), *(one for one in said if one not in pressing)]
    yield from said


def tried(week: Week, client: ClientWeek, *, follow_up: bool) -> Finding:
    """The last step, and whose move it is: nobody's until its date has passed."""
    today = local_day(week.made_at, week.zone)
    waits = awaited(client.steps, today)
    step = waits or client.steps[-1]
    params: dict[str, Param] = {
        "name": client.name,
        "kind": Word(f"follow-up-kind-{FollowUpKind(step.kind).value}"),
        "outcome": Word(f"follow-up-outcome-{FollowUpOutcome(step.outcome).value}"),
        "day": noon_of(week, step.done_on),
        "count": sum(not one.planned for one in client.steps),
    }
    if step.reply_by is not None:
        params["until"] = noon_of(week, step.reply_by)
    if waits is not None:
        key = "follow-up-planned" if step.planned else "follow-up-waits"
        return about_client(Group.WAITING, client, key, params)
    if step.planned:
        return about_client(Group.ACT, client, "follow-up-due", params)
    misses = [miss for miss in client.in_a_row if not miss.unreached]
    params["misses"] = len(misses)
    params["last"] = noon_of(week, misses[-1].day if misses else step.done_on)
    params["next"] = Word(f"follow-up-next-{next_step(client.steps, follow_up=follow_up)}")
    return about_client(Group.ACT, client, "follow-up-again", params)


def _missed(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """What the client said is quoted to whoever guides the case; of a whole office only that he explained."""
    misses = [miss for miss in client.unasked if not miss.unreached]
    if not misses or client.contact is not Contact.REACHED:
        return
    count = climbing([miss.answer for miss in misses])
    said = [miss for miss in misses if miss.answer]
    params: dict[str, Param] = {
        "name": client.name,
        "count": len(misses),
        "first": noon_of(week, misses[0].day),
        "last": noon_of(week, misses[-1].day),
        "heard": sum(miss.heard for miss in misses),
    }
    answered = ""
    if said and week.of_office:
        answered = "-explained"
    elif said:
        params["answer"], answered = own_words(said[-1].answer), "-answered"
    if said:
        params["said"], params["earlier"] = noon_of(week, said[-1].day), int(said[-1] is not misses[-1])
    if count >= week.follow_up_after:
        yield about_client(Group.ACT, client, f"missed-follow-up{answered}", params)
    elif count >= week.call_after:
        yield about_client(Group.ACT, client, f"missed-call{answered}", params)
    elif said:
        claim = "missed-claim-explained" if week.of_office else "missed-claim"
        yield about_client(Group.ACT, client, claim, params)
    elif not misses[-1].rejected:  # else the rejection is told, with its own step
        params["reminded"] = int(client.state is CaseState.ACTIVE and client.next_at is not None)
        yield about_client(Group.WAITING, client, "missed-reminder", params)


def _away(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """Nobody came, and messages do not reach the client, or did not then: nothing is said against him."""
    misses = client.in_a_row
    climbs = client.contact is Contact.REACHED and not all(miss.unreached for miss in misses)
    if not misses or climbs or client.contact is Contact.WRONG_NUMBER or never_came(week, client):
        return
    params: dict[str, Param] = {
        "name": client.name,
        "count": len(misses),
        "last": noon_of(week, misses[-1].day),
        "why": client.contact.value,
    }
    yield about_client(Group.ACT, client, "away", params)


def never_came(week: Week, client: ClientWeek) -> bool:
    return client.contact is Contact.NEVER and not client.of_period(week.period)


def _missed_reports(week: Week, client: ClientWeek) -> Iterator[Finding]:
    missed = client.reports_missed_in_a_row
    if not missed or client.contact not in (Contact.REACHED, Contact.SHARED):
        return
    params: dict[str, Param] = {
        "name": client.name,
        "count": len(missed),
        "first": noon_of(week, missed[0].due_on),
        "last": noon_of(week, missed[-1].due_on),
    }
    if len(missed) >= week.follow_up_after:
        yield about_client(Group.ACT, client, "report-follow-up", params)
    elif len(missed) >= week.call_after:
        yield about_client(Group.ACT, client, "report-call", params)
    else:
        yield about_client(Group.WAITING, client, "report-missed", params)


def unreached_reports(week: Week, client: ClientWeek) -> Iterator[Finding]:
    """They do not climb; how to reach the client is said where his contact is."""
    for one in client.reports_unreached[-1:]:
        params: dict[str, Param] = {"name": client.name, "last": noon_of(week, one.due_on)}
        yield about_client(Group.WAITING, client, "report-unreached", params)
