"""The clients at the end of a summary: a line for each, or for whom it is worth one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.client_weeks import ClientWeek
from bot.domain.digest import Week
from bot.domain.finding import Group
from bot.domain.messages import Line, Minutes, Param, When, Word
from bot.domain.reports import ReportState, midday

EACH_UP_TO = 30
"""With more clients those who are fine are only counted; the Excel file has them."""
NAMED_UP_TO = 100
"""With more than so many nobody has a line of his own."""
BARE = "digest-client"
"""The line of a case that has no hours and no report to show."""
NAMES_LENGTH = 900
"""Letters of names in one line; the narrowest channel takes 1,024 in a message."""


def client_lines(week: Week, groups: dict[int, Group]) -> Iterator[Line]:
    """Everybody in a line; in a long list those who are fine are counted, in a very long one nobody has a
    line: who needs something stands above, and the Excel file has them all."""
    each = len(week.clients) <= EACH_UP_TO
    if each or len(week.clients) <= NAMED_UP_TO:
        yield Line("digest-clients" if each else "digest-clients-pressing")
    together = people_in([one for one in week.clients if groups[one.case_id] is Group.FINE and not each])
    for group in Group:
        if each or (group is not Group.FINE and len(week.clients) <= NAMED_UP_TO):
            of_group = [one for one in week.clients if groups[one.case_id] is group]
            yield from _each(week, of_group, group)
    if together:
        key = "digest-fine-office" if week.of_office else "digest-fine-counted"
        yield Line(key, {"count": len(together)})


def people_in(clients: Sequence[ClientWeek]) -> list[str]:
    """The names; who has two cases is named once."""
    return list({client.person: client.name for client in clients}.values())


def _each(week: Week, clients: Sequence[ClientWeek], group: Group) -> Iterator[Line]:
    """A line for each case; a case with nothing to say about it is left out beside another of the same
    person."""
    lines = [(client.person, _client(week, client, group)) for client in clients]
    telling = {person for person, line in lines if line.key != BARE}
    yield from (line for person, line in lines if line.key != BARE or person not in telling)


def _client(week: Week, client: ClientWeek, group: Group) -> Line:
    params: dict[str, Param] = {
        "mark": Word(f"digest-mark-{group.value}"),
        "name": client.name,
        "week": Minutes(client.credited_in(week.period)),
    }
    if client.total is not None:
        of = {"credited": Minutes(client.credited), "total": Minutes(client.total)}
        return Line("digest-client-hours", params | of)
    due = client.reports_in(week.period)
    if due:
        return Line(
            "digest-client-reports", params | {"given": sum(one.given for one in due), "due": len(due)}
        )
    coming = [one.due_on for one in client.reports if one.state is ReportState.DUE and one.due_on > week.last]
    if coming:
        return Line("digest-client-next", params | {"day": When(midday(min(coming), week.zone), week.zone)})
    return Line(BARE, params)


def named(names: Sequence[str]) -> Iterator[Line]:
    """Names side by side, in as few lines as they need."""
    packed: list[str] = []
    for name in names:
        if packed and len(packed[-1]) + len(name) < NAMES_LENGTH:
            packed[-1] += f", {name}"
        else:
            packed.append(name)
    yield from (Line("digest-named", {"names": line}) for line in packed)
