"""What a head of office reads of his officers' clients: what he decides himself, then officer by officer what
theirs need, with his own step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.digest import Week, totals
from bot.domain.finding import Finding, Group
from bot.domain.findings import findings
from bot.domain.messages import Line, Param

OWN = {
    "digest-call-open": "digest-head-call",
    "digest-asked-contest-head": "digest-head-contest",
    "digest-closing-head": "digest-head-closing",
}
"""What waits for the head himself, and how it is said to him."""
NOBODY = "–"
"""In place of an officer, where a case has none yet."""


@dataclass(frozen=True, slots=True)
class Part:
    """The clients of one officer, and what there is to say about them."""

    officer: str
    week: Week
    found: tuple[Finding, ...]

    def of(self, group: Group) -> list[Finding]:
        """Without what the head decides himself."""
        return [one for one in self.found if one.group is group and one.line.key not in OWN]


def by_officer(week: Week) -> list[Part]:
    """The week of an office, officer by officer."""
    names = {one.officer for one in (*week.clients, *week.left_behind)}
    names |= {one.officer for one in week.drafts}
    return [_part(week, officer) for officer in sorted(names)]


def _part(week: Week, officer: str) -> Part:
    clients = tuple(one for one in week.clients if one.officer == officer)
    cases = {one.case_id for one in clients}
    people = {one.client_id for one in clients if one.client_id}
    part = replace(
        week,
        clients=clients,
        drafts=tuple(one for one in week.drafts if one.officer == officer),
        crowded=tuple(one for one in week.crowded if cases & set(one.cases)),
        doubted_pins=tuple(one for one in week.doubted_pins if cases & set(one.cases)),
        offers=tuple(one for one in week.offers if one.giver == officer or one.client_id in people),
        left_behind=tuple(one for one in week.left_behind if one.officer == officer),
    )
    return Part(officer or NOBODY, part, tuple(findings(part)))


def for_head(parts: Sequence[Part]) -> Iterator[Line]:
    """What needs the head, and what needs his officers, whose clients they are under each name."""
    yield from own_lines(parts)
    for group in Group:
        rows = [(part, part.of(group)) for part in parts if part.of(group)]
        if rows:
            title = "digest-group-act-office" if group is Group.ACT else f"digest-group-{group.value}"
            yield Line(title)
        for part, found in rows:
            yield Line("digest-of-officer", {"officer": part.officer, "count": len(found)})
            yield from (one.line for one in found)


def own_lines(parts: Sequence[Part]) -> Iterator[Line]:
    """What he decides or takes himself, each with whose client it is."""
    own = [(part.officer, one.line) for part in parts for one in part.found if one.line.key in OWN]
    if own:
        yield Line("digest-group-act")
    for officer, line in own:
        yield Line(OWN[line.key], {**line.params, "officer": officer})


def officers(parts: Sequence[Part]) -> Iterator[Line]:
    """The officers with something to do, whoever has most of it first; the others are counted."""
    rows = [(len(part.of(Group.ACT)), len(part.of(Group.WAITING)), part) for part in parts]
    busy = [row for row in rows if row[0] or row[1]]
    yield Line("digest-officers")
    for act, waiting, part in sorted(busy, key=lambda row: (-row[0], -row[1])):
        matters: dict[str, Param] = {"act": act, "waiting": waiting}
        clients = totals(part.week.clients, part.week.period).clients
        yield Line("digest-officer", matters | {"officer": part.officer, "clients": clients})
    if len(busy) < len(rows):
        yield Line("digest-officers-fine", {"count": len(rows) - len(busy)})
