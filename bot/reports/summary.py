"""The summary as an officer reads it: exceptions first, then totals, then every client in a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain import fingerprints
from bot.domain.balance import surplus_word
from bot.domain.changes import Standing, changed, ended_lines, settled, standing, trend
from bot.domain.deadlines import ahead_lines, deadlines
from bot.domain.digest import Totals, Week, surplus_by_cause, totals
from bot.domain.finding import Finding, Group
from bot.domain.findings import findings, groups_of, offer_line
from bot.domain.gaps import gap_lines
from bot.domain.messages import Line, Minutes, Param, When
from bot.domain.pace import Pace
from bot.domain.rated_sessions import rated_lines
from bot.domain.reports import midday
from bot.reports.office_summary import OWN, by_officer, for_head, officers, own_lines
from bot.reports.summary_clients import EACH_UP_TO, NAMED_UP_TO, client_lines, named, people_in

SITES_NAMED = 8
"""Sites named in a head's summary; the count is of all."""


def summary_lines(week: Week) -> list[Line]:
    """Heading first. A calm week is three lines: the heading, the figures, and the root or the clients. A
    head with many clients reads which officer has how much to do, and asks for the rest."""
    if week.of_office and len(week.clients) + len(week.drafts) > NAMED_UP_TO:
        return _of_big_office(week)
    parts = by_officer(week) if week.of_office else []
    found = findings(week) if not week.of_office else [one for part in parts for one in part.found]
    said = list(for_head(parts) if week.of_office else exceptions(found))
    sums = totals(week.clients, week.period)
    if not week.clients:
        nobody = Line("digest-no-clients-office" if week.of_office else "digest-no-clients")
        ended = ended_lines(week.ended)
        return [_heading(week), nobody, *ended, *_for_head(week), *rated_lines(week.rated), *said]
    if _is_calm(week, found):
        each = len(week.clients) <= EACH_UP_TO and not week.root
        names = named(people_in(week.clients)) if each else ()
        below = (
            *_corrected(sums),
            *ended_lines(week.ended),
            *_for_head(week),
            *rated_lines(week.rated, calm=True),
        )
        return [_heading(week), _calm(week, sums), *below, *names, *_root(week)]
    groups = groups_of(week, found)
    return [
        _heading(week),
        _counts(week, groups, found, sums),
        *_changed(week, found),
        *ended_lines(week.ended),
        *_for_head(week),
        *said,
        *ahead_lines(week),
        *_gaps(week),
        *_totals(week, sums),
        *rated_lines(week.rated),
        *client_lines(week, groups),
        *_root(week),
    ]


def _of_big_office(week: Week) -> list[Line]:
    sums, parts = totals(week.clients, week.period), by_officer(week)
    found = [finding for part in parts for finding in part.found]
    if _is_calm(week, found):
        last = [*_root(week)] or [Line("digest-ask-office")]
        below = (*ended_lines(week.ended), *_for_head(week), *rated_lines(week.rated, calm=True))
        return [_heading(week), _calm(week, sums), *below, *last]
    return [
        _heading(week),
        _counts(week, groups_of(week, found), found, sums),
        *_changed(week, found),
        *ended_lines(week.ended),
        *_for_head(week),
        *own_lines(parts),
        *officers(parts),
        *ahead_lines(week),
        *_gaps(week),
        *_totals(week, sums),
        *rated_lines(week.rated),
        Line("digest-ask-office"),
        *_root(week),
    ]


def standing_of(week: Week, found: Sequence[Finding]) -> Standing:
    """How the week stands, for the next one to compare with."""
    pressing = frozenset(case for one in found if one.group is Group.ACT for case in one.cases)
    return standing(week.clients, pressing, totals(week.clients, week.period).credited)


def _is_calm(week: Week, found: Sequence[Finding]) -> bool:
    """Nothing to say about anybody, nothing that falls due, and nothing unknown."""
    return not found and not deadlines(week) and not gap_lines(week.gaps, week.zone)


def _calm(week: Week, sums: Totals) -> Line:
    """The figures in one sentence; where nothing was to be done, there are none."""
    if not (sums.due or sums.attended or sums.reports_due or sums.credited):
        return Line("digest-no-data", _sums(sums))
    now = Standing(sums.credited)
    gone = settled(week.before or now, now)
    told = {"gone": int(bool(gone["names"]))} | gone
    return Line("digest-calm", _sums(sums) | trend(week.before, sums.credited) | told)


def _changed(week: Week, found: Sequence[Finding]) -> Iterator[Line]:
    if week.before is not None:
        yield from changed(week.before, standing_of(week, found))


def _gaps(week: Week) -> Iterator[Line]:
    if lines := gap_lines(week.gaps, week.zone):
        yield Line("digest-gaps")
        yield from lines


def _root(week: Week) -> Iterator[Line]:
    """The beginning of the root; an officer's Excel file has all of it."""
    if week.root:
        yield Line("digest-root", {"root": fingerprints.shown(week.root)})


def exceptions(found: Sequence[Finding]) -> Iterator[Line]:
    """The findings under their group's title."""
    for group in Group:
        of_group = [finding for finding in found if finding.group is group]
        if of_group:
            yield Line(f"digest-group-{group.value}")
            yield from (line for finding in of_group for line in (finding.line, *finding.below))


def fine_line(week: Week, fine: int) -> Line:
    """So many people are fine, and what the period brought."""
    return Line("needs-fine", _sums(totals(week.clients, week.period)) | {"fine": fine})


def _for_head(week: Week) -> Iterator[Line]:
    """What is his own: clients offered to his Bapas, and the sites whose supervisors he appoints."""
    if week.of_office:
        yield from (offer_line(week, one) for one in week.offers if one.for_reader)
        yield from _thin(week)


def _thin(week: Week) -> Iterator[Line]:
    """For the head: the sites without a supervisor, and those with one."""
    for key, wanted in (("summary-no-supervisor", 0), ("summary-one-supervisor", 1)):
        names = [site.name for site in week.thin_sites if site.supervisors == wanted]
        if names:
            yield Line(key, {"count": len(names), "names": ", ".join(names[:SITES_NAMED])})


def _heading(week: Week) -> Line:
    days: dict[str, Param] = {
        "first": When(midday(week.first, week.zone), week.zone),
        "last": When(midday(week.last, week.zone), week.zone),
    }
    if week.week:
        return Line("digest-heading", days)
    return Line("summary-heading", days | {"now": When(week.made_at, week.zone)})


def _counts(week: Week, groups: dict[int, Group], found: Sequence[Finding], sums: Totals) -> Line:
    """People in all and people who are fine; of what is listed below, the number of entries."""
    fine = {client.person for client in week.clients if groups[client.case_id] is Group.FINE}
    theirs = [one for one in found if one.line.key not in OWN]
    entries: dict[str, Param] = {
        group.value: sum(one.group is group for one in (theirs if week.of_office else found))
        for group in (Group.ACT, Group.WAITING)
    }
    if week.of_office:
        entries["own"] = len(found) - len(theirs)
    key = "digest-counts-office" if week.of_office else "digest-counts"
    return Line(key, entries | {"clients": sums.clients, "fine": len(fine)})


def _corrected(sums: Totals) -> Iterator[Line]:
    """How much of the credited hours was corrected by hand, in all."""
    if sums.corrected:
        key = "digest-corrected-up" if sums.corrected > 0 else "digest-corrected-down"
        yield Line(key, {"minutes": Minutes(abs(sums.corrected))})


def _totals(week: Week, sums: Totals) -> Iterator[Line]:
    yield Line("digest-totals", _sums(sums) | trend(week.before, sums.credited))
    yield from _corrected(sums)
    if sums.late or sums.left_early:
        yield Line("digest-punctuality", {"late": sums.late, "early": sums.left_early})
    for cap, minutes in surplus_by_cause(week.clients, week.period).items():
        yield Line("digest-surplus", {"surplus": Minutes(minutes), "cause": surplus_word(cap)})
    if sums.reports_due:
        yield Line("digest-reports", {"given": sums.reports_given, "due": sums.reports_due})
    yield from _paces(week)


def _paces(week: Week) -> Iterator[Line]:
    """How many cases are heading where; whoever is not in time has a sentence of his own."""
    heading = [one.forecast.pace for one in week.clients if one.forecast is not None]
    paces = (Pace.ON_TIME, Pace.BEHIND, Pace.CANNOT_FINISH, Pace.UNPLACED)
    counts: dict[str, Param] = {pace.value: heading.count(pace) for pace in paces}
    if any(counts.values()):
        yield Line("digest-paces", counts)


def _sums(sums: Totals) -> dict[str, Param]:
    return {
        "clients": sums.clients,
        "credited": Minutes(sums.credited),
        "waiting": Minutes(sums.waiting),
        "attended": sums.attended,
        "due": sums.due,
    }
