"""The figures of a week, gathered once for an officer or an office."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.digest import Draft, Week
from bot.domain.law import missing
from bot.domain.pace import LOOK_BACK
from bot.domain.rated_sessions import NONE_RATED
from bot.domain.weeks import Period, week_days, week_of
from bot.limits import all_beyond
from bot.orders import order_of
from bot.paces import forecasts
from bot.reports.client_figures import (
    asked_days,
    attendance_of,
    client_week,
    consent_of,
    contact_of,
    guide_of,
    odd_in,
    rejected_among,
)
from bot.reports.week_matters import (
    ended_in,
    full_sites,
    grouped,
    left_behind_in,
    moves_in,
    pins_in_doubt,
    sites_thinly_supervised,
)
from bot.storage import consent_queries, evaluation_results, follow_ups, help_calls, offers, threads
from bot.storage import digest_queries as ask
from bot.storage.doubles import merged_ids
from bot.storage.heard import heard as heard_of
from bot.storage.models import Office, Person
from bot.storage.stays import stays
from bot.storage.undecided import undecided_in

CROWDS_AHEAD = timedelta(days=14)
"""How far ahead a full site is told of: time to change somebody's plan."""


async def gather(
    session: AsyncSession, office: Office, officer: Person | None, period: Period, now: datetime
) -> Week:
    """The figures of an officer's active cases (without one: of the whole office) over a period, as of
    `now`. The number of queries does not depend on the number of clients."""
    whose = (office.id, officer.id if officer else None)
    until = min(now, period.bounds(office.zone)[1])
    cases = await ask.cases(session, *whose)
    sessions = grouped(await ask.sessions(session, *whose, period), lambda row: row.case_id)
    missed = await ask.missed_in_a_row(session, *whose, until)
    in_a_row = grouped(missed, lambda row: row.case_id)
    unbelieved = await heard_of(session, office.id, missed)
    attended = grouped(
        await ask.attendances(session, *whose, period, office.zone), lambda row: row[0].case_id
    )
    far = await ask.far_locations(session, *whose, period)
    of_case = {case.id: (case, client) for case, client, _ in cases}
    worked = [(*of_case[row.case_id], row, site) for rows in attended.values() for row, site, _ in rows]
    beyond = await all_beyond(session, office.id, worked)
    now_is = await merged_ids(session, office.id)
    reports = grouped(await ask.reports(session, *whose, period, office.zone), lambda row: row.case_id)
    reachable = await ask.reachable(session, *whose)
    silent = {client.id for _, client, _ in cases} - {one for one, chats in reachable.items() if chats.now}
    stopped = await consent_queries.stopped(session, office.id, silent)
    wrong = await consent_queries.wrong_numbers(session, office.id, silent)
    children = [client for _, client, _ in cases if client.child]
    consents = await consent_queries.pending(session, office.id, children) if children else {}
    next_at = await ask.next_sessions(session, *whose, now)
    steps = await follow_ups.standing_of(session, *whose)
    corrections = await ask.corrections(session, office.id, period, office.zone)
    calling = await help_calls.standing_in(session, *whose)
    unread = await threads.unread_in(session, *whose)
    undecided = await undecided_in(session, ask.theirs(*whose))
    asked = asked_days(undecided, {case.id: client.id for case, client, _ in cases})
    paces = await forecasts(session, office, [case for case, _, _ in cases], now)
    people = await stays(session, *whose, period.last - LOOK_BACK, period.last)
    drafts = await ask.drafts(session, *whose)
    officers = {} if officer else await ask.officers(session, office.id)
    today = local_day(now, office.zone)
    coming = await ask.stays_to_come(session, *whose, today, today + CROWDS_AHEAD)
    clients = [
        client_week(
            case,
            client,
            balance,
            sessions=sessions[case.id],
            in_a_row=in_a_row[case.id],
            heard=unbelieved,
            attended=[attendance_of(case, client, *row, far, beyond, now_is) for row in attended[case.id]],
            reports=reports[case.id],
            rejected=rejected_among(sessions[case.id], [row for row, _, _ in attended[case.id]], until),
            until=until,
            contact=contact_of(client.id, reachable.get(client.id), stopped, wrong),
            officer=guide_of(case, officers),
            consent=consent_of(consents.get(client.id)),
            next_at=next_at.get(case.id),
            pace=paces.get(case.id),
            steps=steps.get(case.id, ()),
            corrected=corrections.get(case.id, 0),
            calling=calling.get(case.id),
            unread=unread.get(case.id),
            undecided=undecided.get(case.id, ()),
            asked=asked[client.id],
            odd=odd_in(case.id, people.get(client.id, []), of_case.keys(), period),
        )
        for case, client, balance in cases
    ]
    return Week(
        office=office.name,
        officer=officer.shown if officer else "",
        zone=office.zone,
        week=_name(period),
        first=period.first,
        last=period.last,
        made_at=now,
        clients=tuple(clients),
        drafts=tuple(
            Draft(case.id, client.shown, missing(order_of(case, client)), guide_of(case, officers))
            for case, client in drafts
        ),
        crowded=tuple(full_sites(coming, now, {case.id for case, _, _ in cases})),
        doubted_pins=await pins_in_doubt(session, *whose, today),
        moved=await moves_in(session, office, officer, period) if officer else (),
        ended=await ended_in(session, *whose, period.bounds(office.zone)[0]),
        thin_sites=() if officer else await sites_thinly_supervised(session, office, today),
        rated=NONE_RATED if officer else await evaluation_results.rated(session, office.id, None, period),
        offers=tuple(await offers.of_week(session, *whose)),
        call_after=office.call_after,
        follow_up_after=office.follow_up_after,
        left_behind=await left_behind_in(session, *whose, period.last, until, officers, calling),
    )


def _name(period: Period) -> str:
    week = week_of(period.first)
    return week if week_days(week) == period else ""
